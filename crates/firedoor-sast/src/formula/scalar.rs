//! What a scalar of YAML says, where that is not what is written: blocks, escapes, text over several lines.

use firedoor_core::Span;
use firedoor_lang::Language;

use super::context::FileContext;

/// The value of the scalar that a range covers, with its quotes or without; `None` if it is what is written there.
pub(super) fn value(file: &FileContext<'_>, span: Span) -> Option<String> {
    if file.language != Some(Language::Yaml) {
        return None;
    }
    let written = file.src.get(span.range())?;
    let plain = |text: &[u8]| !text.contains(&b'\n') && !text.contains(&b'\\') && !text.contains(&b'\'');
    if plain(written) {
        return None;
    }
    // The content of a string stands in its quotes.
    let around = Span { start: span.start.checked_sub(1).unwrap_or(span.start), end: span.end + 1 };
    let quoted = file.src.get(around.range()).filter(|text| {
        matches!((text.first(), text.last()), (Some(a), Some(b)) if a == b && matches!(a, b'"' | b'\''))
            && !matches!(written.first(), Some(b'"' | b'\''))
    });
    // The end of a line is a part of a block.
    let mut text = std::str::from_utf8(quoted.unwrap_or(written)).ok()?.to_owned();
    text.push('\n');
    let node = firedoor_yaml::parse(&text, 0).ok()??;
    match node.value {
        firedoor_yaml::Value::Scalar(value, _) => Some(value.into_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_say_what_yaml_makes_of_them() {
        let said = |src: &str, part: &str| {
            let at = src.find(part).unwrap_or(0);
            value(&FileContext::new(src.as_bytes(), Some(Language::Yaml)), Span::new(at, at + part.len()))
        };
        let block = "run: |\n    a\n      b\n";
        assert_eq!(said(block, "|\n    a\n      b").as_deref(), Some("a\n  b\n"));
        assert_eq!(said("run: >-\n  a\n  b\n", ">-\n  a\n  b").as_deref(), Some("a b"));
        assert_eq!(said("run: \"a\\tb\"\n", "\"a\\tb\"").as_deref(), Some("a\tb"));
        assert_eq!(said("run: \"a\\tb\"\n", "a\\tb").as_deref(), Some("a\tb"));
        assert_eq!(said("run: 'it''s'\n", "it''s").as_deref(), Some("it's"));
        assert_eq!(said("run: word\n", "word"), None);
    }
}
