//! `docs/configuration.md`: every key of `firedoor.toml` with its type, default and meaning, made from the parser's own
//! table, so that the page cannot disagree with what is read.

use std::fmt::Write as _;

use super::schema::{EXTENDS, Field, Kind, ROOT, SEVERITY_COUNTS};

/// The reference as Markdown: a table of keys for each table of the file.
#[must_use]
pub fn reference() -> String {
    let mut out = String::new();
    let (tables, plain): (Vec<_>, Vec<_>) =
        ROOT.iter().partition(|f| matches!(f.kind, Kind::Table(_) | Kind::Tables(_) | Kind::Extends));
    out.push_str("## At the top\n\n");
    rows(&plain.into_iter().copied().collect::<Vec<_>>(), &mut out);
    for field in tables {
        section(field.name, *field, &mut out);
    }
    out
}

fn section(name: &str, field: Field, out: &mut String) {
    let (heading, below) = match field.kind {
        Kind::Table(below) => (format!("`[{name}]`"), below),
        Kind::Tables(below) => (format!("`[[{name}]]`"), below),
        Kind::Extends => (format!("`{name}`"), EXTENDS),
        _ => return,
    };
    let _ = write!(out, "\n## {heading}\n\n{}\n", field.doc);
    if matches!(field.kind, Kind::Extends) {
        out.push_str("\nA path, a table with these keys, or a list of such tables:\n");
    }
    out.push('\n');
    rows(below, out);
    for inner in below {
        match inner.kind {
            Kind::Table(_) | Kind::Tables(_) => section(&format!("{name}.{}", inner.name), *inner, out),
            Kind::Counts => {
                let _ = write!(out, "\n`{}` as a table of counts:\n\n", inner.name);
                rows(SEVERITY_COUNTS, out);
            }
            _ => {}
        }
    }
}

fn rows(fields: &[Field], out: &mut String) {
    out.push_str("| Key | Value | Default | Meaning |\n|---|---|---|---|\n");
    for f in fields {
        let default = match (f.required, f.default) {
            (true, _) => "required".to_owned(),
            (false, "") => String::new(),
            (false, default) => format!("`{default}`"),
        };
        let _ = writeln!(out, "| `{}` | {} | {default} | {} |", f.name, kind(f.kind), cell(f.doc));
    }
}

/// Text that must stay in one cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn kind(kind: Kind) -> String {
    let choice = |words: &[&str]| words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ");
    match kind {
        Kind::Bool => "`true`, `false`".to_owned(),
        Kind::Integer(min, i64::MAX) => format!("integer from {min}"),
        Kind::Integer(min, max) => format!("integer from {min} to {max}"),
        Kind::Size => "size: bytes, or text such as `\"10MB\"`".to_owned(),
        Kind::Text => "text".to_owned(),
        Kind::Date => "date: `YYYY-MM-DD`".to_owned(),
        Kind::Glob => "glob".to_owned(),
        Kind::Choice(words) => choice(words),
        Kind::Texts => "text, or list of texts".to_owned(),
        Kind::Globs => "glob, or list of globs".to_owned(),
        Kind::Choices(words) => format!("one or a list of {}", choice(words)),
        Kind::Counts => "integer, or table of counts".to_owned(),
        Kind::Extends => "path, table, or list of tables".to_owned(),
        Kind::Table(_) => "table, below".to_owned(),
        Kind::Tables(_) => "list of tables, below".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_table_has_its_section_and_every_row_four_cells() {
        let text = super::reference();
        for heading in ["## `[gate]`", "## `[[gate.override]]`", "## `[scan]`", "## `[[suppress]]`", "## `extends`"] {
            assert!(text.contains(heading), "{heading} is missing");
        }
        assert!(text.contains("| `fail-on` | `never`, `info`"), "{text}");
        for row in text.lines().filter(|l| l.starts_with('|')) {
            assert_eq!(row.replace("\\|", "").matches('|').count(), 5, "{row}");
        }
    }
}
