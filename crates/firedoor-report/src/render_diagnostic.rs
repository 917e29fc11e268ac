//! Errors in what the user wrote, underlined like a compiler's.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use firedoor_core::Diagnostic;

use crate::{excerpt, plain};

/// One diagnostic: `path:line:column`, the underlined text, what was expected there, what to do. Ends in a line feed.
#[must_use]
pub fn render_diagnostic(d: &Diagnostic, color: bool, width: usize) -> String {
    let title = match &d.rule {
        Some(rule) => format!("{} (in rule \"{}\")", plain::line(&d.message), plain::line(rule)),
        None => plain::line(&d.message),
    };
    let path = plain::line(&d.source.path);
    let mut group = Group::with_title(Level::ERROR.primary_title(title).id(d.code));
    let text = &*d.source.text;
    match (d.span, d.position()) {
        (Some(span), Some((line, column))) => {
            group = group.element(Origin::path(path).line(line as usize).char_column(column as usize));
            let start = text.floor_char_boundary(span.start as usize);
            let end = text.ceil_char_boundary(span.end as usize).max(start);
            let line_start = text[..start].rfind(['\n', '\r']).map_or(0, |i| i + 1);
            let e = excerpt::marked(
                &text[line_start..start],
                &text[start..end],
                &text[end..],
                line as usize,
                width.saturating_sub(12),
            );
            let mark = AnnotationKind::Primary.span(e.highlight.clone());
            let mark = if d.label.is_empty() { mark } else { mark.label(plain::line(&d.label)) };
            group = group.element(Snippet::source(e.text).line_start(e.first_line).annotation(mark));
        }
        _ => {
            group = group.element(Origin::path(path));
            if !d.label.is_empty() {
                group = group.element(Level::NOTE.message(plain::line(&d.label)));
            }
        }
    }
    if let Some(help) = &d.help {
        group = group.element(Level::HELP.message(plain::block(help)));
    }
    render_group(&renderer(color, width), group)
}

/// Several diagnostics with an empty line between them.
#[must_use]
pub fn render_diagnostics(all: &[Diagnostic], color: bool, width: usize) -> String {
    all.iter().map(|d| render_diagnostic(d, color, width)).collect::<Vec<_>>().join("\n")
}

/// Renders one group and drops the line `:::` that the renderer puts between an [`Origin`] and a source without a
/// path of its own. (The source has none, because its column would be counted in the text as cut.)
pub(crate) fn render_group(renderer: &Renderer, group: Group<'_>) -> String {
    let rendered = renderer.render(&[group]);
    let mut out = String::with_capacity(rendered.len() + 1);
    let mut dropped = false;
    for line in rendered.lines() {
        if !dropped && line.contains(":::") && is_join(line) {
            dropped = true;
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Whether a line shows `:::` and nothing else, styles aside.
fn is_join(line: &str) -> bool {
    let mut shown = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        shown.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    shown.push_str(rest);
    shown.trim() == ":::"
}

/// The renderer for both diagnostics and findings.
pub(crate) fn renderer(color: bool, width: usize) -> Renderer {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(width.max(60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::{RuleSource, Span};

    #[test]
    fn underlines_what_is_wrong() {
        let source = RuleSource::new("firedoor.toml", "[gate]\nfail-onn = \"hihg\"\n");
        let d = Diagnostic::new(
            "unknown-key",
            &source,
            Some(Span::new(7, 15)),
            "unknown key \"fail-onn\"",
            "not a key of [gate]",
        )
        .with_help("did you mean \"fail-on\"?");
        insta::assert_snapshot!(render_diagnostic(&d, false, 100), @r#"
        error[unknown-key]: unknown key "fail-onn"
         --> firedoor.toml:2:1
          |
        2 | fail-onn = "hihg"
          | ^^^^^^^^ not a key of [gate]
          |
          = help: did you mean "fail-on"?
        "#);
    }

    #[test]
    fn never_fails_whatever_the_span() {
        let source = RuleSource::new("r\u{1b}.yaml", "é: \u{1b}[31m\r\nx\n");
        for start in 0..20 {
            for end in 0..20 {
                let d = Diagnostic::new("invalid-pattern", &source, Some(Span::new(start, end)), "m\u{1b}", "l")
                    .in_rule("r\n");
                assert!(!render_diagnostic(&d, false, 80).contains('\u{1b}'));
            }
        }
        let d = Diagnostic::new("invalid-pattern", &source, None, "broken", "");
        assert!(render_diagnostic(&d, true, 0).contains("broken"));
    }
}
