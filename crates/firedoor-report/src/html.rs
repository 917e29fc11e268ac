//! One self-contained page: verdict, charts, findings with search and filters, what was suppressed, what the run says
//! about itself. No external resources; a content security policy allows this page's own script and style only.
//!
//! Findings travel as JSON in an inert element, and the script puts them on the page as text, never as markup; what is
//! written directly is escaped. Thus nothing in a scanned file can become part of the page.

use std::fmt::Write as _;

use firedoor_core::{Evidence, JudgedFinding, Location, NoticeLevel, Origin, RunReport, Severity, Verdict};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::json::step_word;
use crate::text::suppression_words;
use crate::view::{self, Counts, INFORMATION_URI};
use crate::{advice, excerpt, plain};

const STYLE: &str = include_str!("html/report.css");
const SCRIPT: &str = include_str!("html/report.js");

pub(crate) fn render(report: &RunReport) -> String {
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&Sha256::digest(STYLE.as_bytes())),
        base64(&Sha256::digest(SCRIPT.as_bytes()))
    );
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>firedoor: {}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        report.verdict
    );
    header(report, &mut out);
    charts(report, &mut out);
    out.push_str(
        "<section><h2>Findings</h2>\n<div class=\"filters\" id=\"filters\"></div>\n<p id=\"shown\" role=\"status\"></p>\n\
         <div id=\"list\"><noscript>The list of findings needs JavaScript; the formats text, csv and json hold it too.</noscript></div>\n\
         <button id=\"more\" hidden>Show more</button></section>\n",
    );
    notices(report, &mut out);
    engines(report, &mut out);
    let _ =
        writeln!(out, "<footer><a href=\"{INFORMATION_URI}\">firedoor</a> {}</footer>", escape(&report.tool_version));
    let data: Vec<Value> = report.findings.iter().map(|f| finding(report, f)).collect();
    let data = serde_json::to_string(&data).unwrap_or_default();
    // No `<` can end the element or begin a comment in it.
    let data = data.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    let _ = writeln!(out, "<script type=\"application/json\" id=\"data\">{data}</script>");
    let _ = writeln!(out, "<script>{SCRIPT}</script>\n</body>\n</html>");
    out
}

fn header(report: &RunReport, out: &mut String) {
    let word = match report.verdict {
        Verdict::Pass => "Passed",
        Verdict::Fail => "Failed",
        Verdict::Incomplete => "Incomplete",
    };
    let _ = writeln!(out, "<header class=\"{}\"><h1>firedoor <strong>{word}</strong></h1>\n<ul>", report.verdict);
    for reason in &report.reasons {
        let _ = writeln!(out, "<li>{}</li>", escape(&plain::sentence(reason)));
    }
    out.push_str("</ul>\n");
    let vc = &report.version_control;
    let facts: Vec<String> =
        [("Repository", &vc.repository), ("Branch", &vc.branch), ("Commit", &vc.revision), ("Compared with", &vc.base)]
            .iter()
            .filter_map(|(name, value)| value.as_ref().map(|v| format!("{name} <code>{}</code>", escape(v))))
            .collect();
    if !facts.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", facts.join(" · "));
    }
    out.push_str("</header>\n");
}

fn charts(report: &RunReport, out: &mut String) {
    let c = Counts::of(report);
    out.push_str("<section class=\"charts\">\n<dl class=\"tiles\">\n");
    for (name, n) in [
        ("findings", c.active),
        ("blocking", c.blocking),
        ("new", c.new),
        ("existing", c.existing),
        ("fixed", c.absent),
        ("suppressed", c.suppressed),
    ] {
        let _ = writeln!(out, "<div><dt>{name}</dt><dd>{}</dd></div>", plain::thousands(n));
    }
    out.push_str("</dl>\n");
    let severities: Vec<(String, usize)> =
        view::by_severity(report.active()).iter().map(|(s, n)| (s.as_str().to_owned(), *n)).collect();
    bars("By severity", &severities, out);
    let engines: Vec<(String, usize)> = report
        .engines
        .iter()
        .map(|e| {
            let n = report.active().filter(|f| f.finding.engine() == e.engine).count();
            (e.engine.as_str().to_owned(), n)
        })
        .collect();
    bars("By engine", &engines, out);
    let mut rules = std::collections::BTreeMap::new();
    for f in report.active() {
        *rules.entry(f.finding.rule.id.as_str()).or_insert(0) += 1;
    }
    let mut rules: Vec<(String, usize)> = rules.into_iter().map(|(r, n)| (r.to_owned(), n)).collect();
    rules.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rules.truncate(6);
    bars("Most frequent rules", &rules, out);
    out.push_str("</section>\n");
}

/// A bar chart as SVG, so that it needs no script and no inline style.
fn bars(title: &str, rows: &[(String, usize)], out: &mut String) {
    let max = rows.iter().map(|r| r.1).max().unwrap_or(0).max(1);
    let height = rows.len() * 24;
    let _ = writeln!(
        out,
        "<figure><figcaption>{title}</figcaption><svg viewBox=\"0 0 320 {height}\" role=\"img\" aria-label=\"{title}\">"
    );
    for (i, (name, n)) in rows.iter().enumerate() {
        let y = i * 24;
        let width = n * 120 / max;
        let name = escape(&plain::shorten(&plain::line(name), 20));
        let class = if Severity::parse(&name).is_some() { name.as_str() } else { "plain" };
        let _ = writeln!(
            out,
            "<text x=\"0\" y=\"{}\">{name}</text><rect class=\"{class}\" x=\"150\" y=\"{}\" width=\"{width}\" height=\"14\" rx=\"2\"/><text x=\"{}\" y=\"{}\">{}</text>",
            y + 16,
            y + 5,
            156 + width,
            y + 16,
            plain::thousands(*n)
        );
    }
    out.push_str("</svg></figure>\n");
}

fn notices(report: &RunReport, out: &mut String) {
    if report.notices.is_empty() {
        return;
    }
    out.push_str("<section><h2>What the run has to say</h2>\n<table><tbody>\n");
    for n in report.notices.iter().take(500) {
        let level = match n.level {
            NoticeLevel::Error => "error",
            NoticeLevel::Warning => "warning",
            NoticeLevel::Note => "note",
        };
        let mut place = n.path.as_ref().map(|p| view::display_path(report, p).into_owned()).unwrap_or_default();
        if let Some(line) = n.line {
            let _ = write!(place, ":{line}");
        }
        let _ = writeln!(
            out,
            "<tr><td class=\"{level}\">{level}</td><td>{}</td><td><code>{}</code></td><td>{}</td></tr>",
            escape(n.code),
            escape(&plain::line(&place)),
            escape(&plain::line(&n.message))
        );
    }
    out.push_str("</tbody></table></section>\n");
}

fn engines(report: &RunReport, out: &mut String) {
    out.push_str(
        "<section><h2>What was scanned</h2>\n<table><thead><tr><th>Engine</th><th>Files</th><th>Packages</th><th>Rules</th><th>Database</th></tr></thead><tbody>\n",
    );
    for e in &report.engines {
        let cells = view::engine_cells(e).map(|c| format!("<td>{}</td>", escape(&c)));
        let _ = writeln!(out, "<tr>{}</tr>", cells.concat());
    }
    out.push_str("</tbody></table></section>\n");
}

/// What the script shows of a finding.
fn finding(report: &RunReport, judged: &JudgedFinding) -> Value {
    let f = &judged.finding;
    let e = excerpt::excerpt(&f.location.snippet, 160);
    let (before, rest) = e.text.split_at(e.highlight.start);
    let (inside, after) = rest.split_at(e.highlight.end - e.highlight.start);
    let mut facts = view::cwe_words(&f.rule);
    if let Evidence::Dependency { purl, advisories, .. } = &f.evidence {
        facts.push(purl.clone());
        facts.extend(advisories.iter().filter(|a| a.as_str() != f.rule.id.as_str()).cloned());
    }
    if let Origin::Commit(c) = &f.location.origin {
        facts.push(format!("commit {} by {} on {}", c.id, c.author, c.date));
    }
    let trace: Vec<String> = f
        .traces
        .first()
        .map(|t| {
            let step =
                |s: &firedoor_core::TraceStep| format!("{}: {}", step_word(s.kind), step_place(report, &s.location));
            t.steps.iter().take(50).map(step).collect()
        })
        .unwrap_or_default();
    json!({
        "s": f.severity.as_str(),
        "c": f.confidence.as_str(),
        "e": f.engine().as_str(),
        "r": plain::line(f.rule.id.as_str()),
        "u": view::rule_page(&f.rule),
        "p": plain::line(&format!("{}:{}", view::display_path(report, &f.location.path), f.location.region.start_line)),
        "m": plain::block(&f.message),
        "a": advice::advice(f),
        "d": plain::block(&f.rule.description),
        "b": judged.blocking,
        "w": plain::line(&judged.why),
        "t": view::state_word(judged.state),
        "x": judged.suppressions.iter().map(suppression_words).collect::<Vec<_>>(),
        "n": e.first_line,
        "k": [before, inside, after],
        "f": facts,
        "y": trace,
    })
}

fn step_place(report: &RunReport, at: &Location) -> String {
    let text = at.snippet.text.get(at.snippet.highlight.range()).unwrap_or("");
    let text = plain::shorten(plain::line(text).trim(), 80);
    let message = plain::line(at.message.as_deref().unwrap_or(""));
    let path = plain::line(&view::display_path(report, &at.path));
    format!("{path}:{} {message} {text}", at.region.start_line)
}

fn escape(text: &str) -> String {
    plain::line(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// Base64 (RFC 4648, section 4), for the hashes of the content security policy.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let at = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let n = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4u32 {
            let digit = ALPHABET[(n >> (18 - 6 * i) & 63) as usize];
            out.push(if i as usize <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_gives_the_vectors_of_rfc_4648() {
        for (text, want) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), want);
        }
    }
}
