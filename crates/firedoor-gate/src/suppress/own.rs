//! Our own marker: `firedoor:ignore[rule, …] reason="…" owner=… until=YYYY-MM-DD`, or `firedoor:ignore-file[…]`.
//!
//! It must not reach further than its writer meant: text that could name a rule or a day and is not read makes it void.

/// What stands behind `firedoor:ignore`.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Own {
    pub(super) file: bool,
    pub(super) rules: Vec<String>,
    pub(super) reason: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) until: Option<String>,
    pub(super) problem: Option<String>,
}

/// Reads the text behind the words `firedoor:ignore` up to the end of the line. `None` where this is another word.
pub(super) fn parse(text: &str) -> Option<Own> {
    let mut own = Own::default();
    let mut rest = text;
    if let Some(behind) = rest.strip_prefix("-file") {
        own.file = true;
        rest = behind;
    }
    let ends_comment = rest.starts_with("-->") || rest.starts_with("--}");
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_') && !ends_comment {
        return None;
    }
    if rest.trim_start().starts_with('(') {
        own.problem = Some("rules stand in square brackets: `firedoor:ignore[rule]`".to_owned());
        return Some(own);
    }
    if let Some(list) = rest.trim_start_matches([' ', '\t']).strip_prefix('[') {
        let Some((inside, behind)) = list.split_once(']') else {
            own.problem = Some("the list of rules is not closed with `]`".to_owned());
            return Some(own);
        };
        own.rules = inside.split(',').map(|r| r.trim().to_owned()).filter(|r| !r.is_empty()).collect();
        if own.rules.is_empty() {
            own.problem = Some("the list of rules is empty; leave the brackets out to mean every rule".to_owned());
        }
        rest = behind;
    }
    let rest = pairs(rest, &mut own);
    if own.problem.is_none() {
        own.problem = unread(rest, !own.rules.is_empty());
    }
    Some(own)
}

/// What is wrong with the text that follows.
fn unread(rest: &str, has_rules: bool) -> Option<String> {
    let words = rest.to_ascii_lowercase();
    let pair = |word: &&&str| {
        words.match_indices(**word).any(|(at, _)| {
            let own = words[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            own && words[at + word.len()..].trim_start().starts_with('=')
        })
    };
    if let Some(word) = ["until", "reason", "owner"].iter().find(pair) {
        return Some(format!("`{word}=` stands behind other text, where it is not read"));
    }
    // The end of a comment, or another comment on the line, names no rule.
    let is_comment = ["#", "//", "/*", "*/", "--", "%"].iter().any(|sign| rest.trim_start().starts_with(sign));
    let first = rest.split_whitespace().next().filter(|_| !has_rules && !is_comment)?;
    first.contains(char::is_alphanumeric).then(|| {
        let first = first.trim_matches(|c: char| !c.is_alphanumeric());
        format!("`{first}` is not read: rules stand in square brackets, `firedoor:ignore[rule]`, and a reason is reason=\"…\"")
    })
}

/// Reads the pairs, and gives the text behind them.
fn pairs<'a>(mut rest: &'a str, own: &mut Own) -> &'a str {
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',', ';', ':']);
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        let Some(value) = behind.strip_prefix('=').filter(|_| !word.is_empty()) else {
            // A date that is not read would let the suppression hold for ever.
            if matches!(word.to_ascii_lowercase().as_str(), "reason" | "owner" | "until") {
                own.problem = Some(format!("`{word}` has no value: write {word}=…, without a space before the sign"));
            }
            return rest;
        };
        let (value, next) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inside = value.get(1..).unwrap_or("");
                match closing(inside, quote) {
                    Some(end) => (&inside[..end], &inside[end + 1..]),
                    None => {
                        own.problem = Some(format!("the text of `{word}` is not closed with {quote}"));
                        return rest;
                    }
                }
            }
            _ => {
                let (value, next) = value.split_at(value.find(|c: char| c.is_whitespace()).unwrap_or(value.len()));
                (value.trim_end_matches([',', ';', '.']), next)
            }
        };
        rest = next;
        let value = value.trim().replace("\\\"", "\"").replace("\\'", "'");
        match word {
            "reason" => own.reason = Some(value).filter(|v| !v.is_empty()),
            "owner" => own.owner = Some(value).filter(|v| !v.is_empty()),
            "until" => {
                if !crate::date::is_date(&value) {
                    own.problem = Some(format!("`until={value}` is not a day, YYYY-MM-DD"));
                }
                own.until = Some(value);
            }
            _ => own.problem = Some(format!("`{word}` is not known here; there are reason, owner and until")),
        }
    }
}

/// Where a quoted text ends: at the first quote without a backslash before it.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let ends = c == quote && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_all_parts() {
        let own = parse("[a.b, c] reason=\"why, \\ so\" owner=team until=2027-01-31 */").expect("ours");
        assert_eq!(own.rules, ["a.b", "c"]);
        assert_eq!(own.reason.as_deref(), Some("why, \\ so"));
        assert_eq!((own.owner.as_deref(), own.until.as_deref()), (Some("team"), Some("2027-01-31")));
        assert_eq!(own.problem, None);
        assert!(parse("-file").expect("ours").file);
        assert_eq!(parse("d by somebody"), None);
        assert_eq!(parse("").expect("ours"), Own::default());
        assert_eq!(parse("-->").expect("ours"), Own::default());
        assert_eq!(parse("--more"), None);
    }

    #[test]
    fn names_what_is_wrong() {
        let problem = |text| parse(text).expect("ours").problem.expect("a problem");
        assert!(problem("[a").contains("closed"));
        assert!(problem("[]").contains("empty"));
        assert!(problem(" until=soon").contains("YYYY-MM-DD"));
        assert!(problem(" because=x").contains("because"));
        assert!(problem(" reason=\"x").contains("closed"));
        assert!(problem(" reason=\"x\" until 2020-06-30").contains("until="));
        assert!(problem(" reason: x").contains("reason="));
        assert!(problem("(a)").contains("square brackets"));
        assert!(problem(" (a)").contains("square brackets"));
        assert!(problem(": some-rule").contains("`some-rule` is not read"));
        assert!(problem(" some-rule -->").contains("`some-rule` is not read"));
        assert!(problem("[a] -- until=2020-01-01").contains("`until=`"));
        assert!(problem("[a] see reason=\"x\" until=2020-01-01").contains("is not read"));
        for fine in [" */", " -->", " #}", " # nosemgrep", " // why not", "[a] because of b", "\"", ")"] {
            assert_eq!(parse(fine).expect("ours").problem, None, "{fine}");
        }
    }

    #[test]
    fn the_list_may_stand_apart_and_quotes_may_be_escaped() {
        assert_eq!(parse(" [a]").expect("ours").rules, ["a"]);
        let own = parse("[r] reason=\"x\", until=2020-01-01, owner=me.").expect("ours");
        assert_eq!((own.until.as_deref(), own.owner.as_deref()), (Some("2020-01-01"), Some("me")));
        let own = parse("[r] reason=\"a\\\"b\" until=2020-01-01").expect("ours");
        assert_eq!((own.reason.as_deref(), own.until.as_deref()), (Some("a\"b"), Some("2020-01-01")));
    }
}
