//! What a pattern writes in a way that its host language reads otherwise, written as it is meant.

use firedoor_lang::Language;

/// `%x(command)` of Ruby is `command` in backquotes, in which an ellipsis stays text.
pub(super) fn backquotes(text: &str, language: Language) -> String {
    let inner = || {
        let rest = text.trim().strip_prefix("%x")?;
        let close = match rest.as_bytes().first()? {
            b'(' => ')',
            b'{' => '}',
            b'[' => ']',
            _ => return None,
        };
        rest[1..].strip_suffix(close).filter(|inner| !inner.contains('`'))
    };
    match inner() {
        Some(inner) if language == Language::Ruby => format!("`{inner}`"),
        _ => text.to_owned(),
    }
}

/// `f ... { }` of Ruby: the block belongs to the call, not to its last argument.
pub(super) fn braces(text: &str) -> String {
    const CALLED: &str = " ... {";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(CALLED) {
        let (head, tail) = rest.split_at(at);
        let line = head.rsplit('\n').next().unwrap_or(head).trim_start();
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '?' | '!');
        let called = !line.is_empty() && line.chars().all(is_name) && !line.ends_with('.');
        out.push_str(head);
        out.push_str(if called { "(...) {" } else { CALLED });
        rest = &tail[CALLED.len()..];
    }
    out + rest
}

/// An opening tag of XML alone is an element with any content.
pub(super) fn closed(text: &str) -> String {
    let tag = text.trim();
    let name = tag.strip_prefix('<').map_or("", |t| t.split([' ', '\n', '\t', '>', '/']).next().unwrap_or(""));
    let lone =
        tag.ends_with('>') && !tag.ends_with("/>") && tag.matches('<').count() == 1 && !name.starts_with(['?', '!']);
    if lone && !name.is_empty() { format!("{tag}...</{name}>") } else { text.to_owned() }
}

/// Removes the indentation that all lines share.
pub(super) fn dedent(text: &str) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let common = text.lines().filter(|l| !l.trim().is_empty()).map(indent).min().unwrap_or(0);
    if common == 0 {
        return text.to_owned();
    }
    let lines: Vec<&str> = text.lines().map(|l| l.get(common..).unwrap_or("")).collect();
    lines.join("\n")
}

/// Puts the keys of JSON in quotes that are written without, as in JavaScript.
pub(super) fn json_keys(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.');
        let length = match first {
            '"' => {
                let mut escaped = false;
                let end = rest[1..].find(|c: char| {
                    let ends = c == '"' && !escaped;
                    escaped = c == '\\' && !escaped;
                    ends
                });
                end.map_or(rest.len(), |end| end + 2)
            }
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (word, behind) = rest.split_at(length);
        let is_key = first.is_ascii_alphabetic() && !word.contains(['$', '.']) && behind.trim_start().starts_with(':');
        if is_key {
            out.push('"');
            out.push_str(word);
            out.push('"');
        } else {
            out.push_str(word);
        }
        rest = behind;
    }
    out
}

/// Writes an ellipsis that is alone on its line as an element of what stands around it: a key of a mapping
/// (`...: ...` is spelled later) or an item of a sequence.
pub(super) fn yaml_ellipses(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |l: &str| l.len() - l.trim_start_matches(' ').len();
    let mut out: Vec<String> = Vec::new();
    for (nth, line) in lines.iter().enumerate() {
        if line.trim() != "..." {
            out.push((*line).to_owned());
            continue;
        }
        let column = indent(line);
        // Some(true) for an item of a sequence, Some(false) for a key; None where the line says nothing.
        let says = |other: &str| -> Option<bool> {
            let at = indent(other);
            let body = other.trim_start();
            if body == "..." || body.is_empty() {
                return None;
            }
            if at == column {
                return Some(body.starts_with("- ") || body == "-");
            }
            (body.starts_with("- ") && at + 2 == column).then_some(false)
        };
        let above = lines[..nth]
            .iter()
            .rev()
            .take_while(|l| indent(l) + 2 >= column || l.trim().is_empty())
            .find_map(|l| says(l));
        let below =
            lines[nth + 1..].iter().take_while(|l| indent(l) >= column || l.trim().is_empty()).find_map(|l| says(l));
        let pad = " ".repeat(column);
        // Alone below a key it is any value.
        let key = lines[..nth].iter().rev().find(|l| !l.trim().is_empty() && l.trim() != "...");
        if below.or(above).is_none() && key.is_some_and(|l| l.trim_end().ends_with(':') && indent(l) < column) {
            out.push((*line).to_owned());
            continue;
        }
        let item = below.or(above).unwrap_or(false);
        out.push(if item { format!("{pad}- ...") } else { format!("{pad}...: ...") });
    }
    out.join("\n")
}

/// `let x = e in` of OCaml is that definition, whatever follows it; what stands in `"=~/…/"` has its own escapes.
pub(super) fn definitions(text: &str) -> String {
    let mut raw = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\"=~/") {
        let (head, tail) = rest.split_at(at);
        raw.push_str(head);
        let end = tail[4..].match_indices('"').map(|(n, _)| n + 4).find(|n| tail.as_bytes()[n - 1] != b'\\');
        let Some(end) = end.filter(|end| !tail[..*end].contains("|}")) else {
            raw.push_str(&tail[..4]);
            rest = &tail[4..];
            continue;
        };
        raw.push_str(&format!("{{|{}|}}", &tail[1..end]));
        rest = &tail[end + 1..];
    }
    raw.push_str(rest);
    let text = raw.as_str();
    let cut =
        text.trim_end().strip_suffix("in").filter(|t| t.ends_with([' ', '\n']) && t.trim_start().starts_with("let"));
    cut.map_or_else(|| text.to_owned(), |t| t.trim_end().to_owned())
}
