//! Our own marker: `firedoor:ignore[rule, …] reason="…" owner=… until=YYYY-MM-DD`, or `firedoor:ignore-file[…]`.

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
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_') {
        return None;
    }
    if let Some(list) = rest.strip_prefix('[') {
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
    pairs(rest, &mut own);
    Some(own)
}

fn pairs(mut rest: &str, own: &mut Own) {
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',', ';', ':']);
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        let Some(value) = behind.strip_prefix('=').filter(|_| !word.is_empty()) else {
            // A date that is not read would let the suppression hold for ever.
            if matches!(word.to_ascii_lowercase().as_str(), "reason" | "owner" | "until") {
                own.problem = Some(format!("`{word}` has no value: write {word}=…, without a space before the sign"));
            }
            return;
        };
        let (value, next) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inside = value.get(1..).unwrap_or("");
                match inside.split_once(quote) {
                    Some(parts) => parts,
                    None => {
                        own.problem = Some(format!("the text of `{word}` is not closed with {quote}"));
                        return;
                    }
                }
            }
            _ => value.split_at(value.find(|c: char| c.is_whitespace()).unwrap_or(value.len())),
        };
        rest = next;
        let value = value.trim().to_owned();
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
        assert_eq!(parse(" for reasons of old").expect("ours").problem, None);
    }
}
