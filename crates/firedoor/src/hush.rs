//! Keeps secrets out of what is said about files that the user wrote.
//!
//! An error in a configuration or a rule shows the line that it is in, and that line may hold a token: a mirror's
//! address with a password, a rule whose pattern is a real key. What our own rules find in such a text is starred out,
//! with its length kept, so that the place of the error stays right. This costs the making of the rules, and only where
//! there is an error to show.

use std::sync::Arc;

use firedoor_core::{Diagnostic, Evidence, Origin, RuleSource, SourceFile};
use firedoor_scan::quoting::SecretFinder;

/// Longest text that is searched; of a longer one this much around the error.
const MAX_TEXT: usize = 256 << 10;

/// The same errors without the secrets in their texts.
pub(crate) fn diagnostics(list: &[Diagnostic]) -> Vec<Diagnostic> {
    let finder = SecretFinder::new();
    list.iter()
        .map(|d| {
            let mut values = salts(&d.source.text);
            let around = d.span.map_or(0, |s| s.start as usize).saturating_sub(MAX_TEXT / 2);
            let text = d.source.text.as_bytes();
            let text = &text[around.min(text.len())..text.len().min(around + MAX_TEXT)];
            let words = [&d.message, &d.label, d.help.as_ref().unwrap_or(&d.label)].map(|t| t.as_bytes());
            for text in words.into_iter().chain([text]) {
                let file = Arc::new(SourceFile::new(d.source.path.as_str().into(), Origin::Stdin, text.to_vec()));
                values.extend(finder.find(&file).iter().filter_map(|f| match &f.evidence {
                    Evidence::Secret { value, .. } => String::from_utf8(value.expose().to_vec()).ok(),
                    _ => None,
                }));
            }
            values.retain(|v| v.len() >= 4);
            // The longest first: one may hold another.
            values.sort_by_key(|v| std::cmp::Reverse(v.len()));
            let hush = |text: &str| values.iter().fold(text.to_owned(), |t, v| t.replace(v, &"*".repeat(v.len())));
            let mut out = d.clone();
            if !values.is_empty() {
                out.source = RuleSource::new(d.source.path.as_str(), hush(&d.source.text));
                (out.message, out.label) = (hush(&d.message), hush(&d.label));
                out.help = d.help.as_deref().map(hush);
            }
            out
        })
        .collect()
}

/// Values of `salt` in a configuration: no rule takes them for secrets, and they may come from a secret store.
fn salts(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| {
            let (key, value) = line.split_once('=')?;
            let value = value.trim().trim_matches(['"', '\'']);
            (key.trim().ends_with("salt") && !value.is_empty()).then(|| value.to_owned())
        })
        .collect()
}

/// An address without the name and password in it.
pub(crate) fn address(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let end = rest.find(['/', '?', '#', '"']).unwrap_or(rest.len());
    match rest[..end].rfind('@') {
        Some(at) => format!("{scheme}://********@{}", &rest[at + 1..]),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use firedoor_core::Span;

    use super::*;

    #[test]
    fn a_line_with_an_error_is_shown_without_its_secret() {
        let password = ["Vk7-trq", "2Lx9w"].concat();
        let text =
            format!("[gate]\nsalt = \"pepper-{password}\"\n[sca]\nmirror = \"https://u:{password}@m.internal/\" é y\n");
        let at = text.find(" y\n").expect("there") + 1;
        let source = RuleSource::new("firedoor.toml", text.as_str());
        let error = Diagnostic::new("syntax", &source, Some(Span::new(at, at + 1)), "It is wrong.", password.as_str());
        let hushed = diagnostics(std::slice::from_ref(&error)).remove(0);
        let all = format!("{hushed:?}");
        assert!(!all.contains(&password) && all.contains("********"), "{all}");
        assert_eq!(hushed.position(), error.position());
        assert_eq!(hushed.source.text.len(), text.len());
    }

    #[test]
    fn addresses_lose_their_credentials() {
        assert_eq!(address("https://u:p@h/x@y"), "https://********@h/x@y");
        assert_eq!(address("https://h/x@y"), "https://h/x@y");
        assert_eq!(address("folder"), "folder");
    }
}
