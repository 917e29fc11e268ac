//! Small pieces of Markdown.

/// Prose in which `<` outside of code is shown and not read as HTML.
pub(crate) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        code ^= c == '`';
        match c {
            '<' if !code => out.push_str("&lt;"),
            c => out.push(c),
        }
    }
    out
}

/// Prose for a cell of a table.
pub(crate) fn cell(text: &str) -> String {
    prose(text).replace('|', "\\|")
}

/// Link to an entry of the Common Weakness Enumeration.
pub(crate) fn cwe(number: u32) -> String {
    format!("[CWE-{number}](https://cwe.mitre.org/data/definitions/{number}.html)")
}

/// The first sentence, and the rest.
pub(crate) fn first_sentence(text: &str) -> (&str, &str) {
    match text.find(". ") {
        Some(at) => (&text[..=at], text[at + 1..].trim()),
        None => (text, ""),
    }
}

/// A block of code whose fence is longer than any in it.
pub(crate) fn fence(language: &str, code: &str) -> String {
    let mut ticks = "```".to_owned();
    while code.contains(&ticks) {
        ticks.push('`');
    }
    format!("{ticks}{language}\n{}\n{ticks}\n", code.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_shown_and_code_is_left_alone() {
        assert_eq!(prose("a <b> and\n  `<c>`"), "a &lt;b> and `<c>`");
        assert_eq!(first_sentence("One `a.b`. Two. Three."), ("One `a.b`.", "Two. Three."));
        assert_eq!(fence("md", "```\nx\n```"), "````md\n```\nx\n```\n````\n");
    }
}
