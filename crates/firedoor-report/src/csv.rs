//! Comma-separated values (RFC 4180), one row per finding. A cell that a spreadsheet would take for a formula begins
//! with an apostrophe (OWASP, "CSV Injection").

use firedoor_core::{Evidence, Origin, RunReport};

use crate::{advice, plain, view};

const HEADER: [&str; 24] = [
    "engine",
    "rule",
    "title",
    "severity",
    "confidence",
    "path",
    "start_line",
    "start_column",
    "end_line",
    "end_column",
    "message",
    "advice",
    "blocking",
    "why",
    "state",
    "suppressed_by",
    "cwe",
    "package",
    "version",
    "fixed",
    "commit",
    "author",
    "rule_page",
    "fingerprint",
];

pub(crate) fn render(report: &RunReport) -> String {
    let mut out = HEADER.join(",");
    out.push_str("\r\n");
    for judged in &report.findings {
        let f = &judged.finding;
        let r = f.location.region;
        let (package, version, fixed) = match &f.evidence {
            Evidence::Dependency { package, fixed, .. } => {
                (package.name.clone(), package.version.clone(), fixed.join(" "))
            }
            _ => Default::default(),
        };
        let (commit, author) = match &f.location.origin {
            Origin::Commit(c) => (c.id.clone(), c.author.clone()),
            _ => Default::default(),
        };
        let suppressed: Vec<String> = judged.suppressions.iter().map(crate::text::suppression_words).collect();
        let cells: [String; 24] = [
            f.engine().to_string(),
            f.rule.id.to_string(),
            f.rule.title.clone(),
            f.severity.to_string(),
            f.confidence.to_string(),
            view::display_path(report, &f.location.path).into_owned(),
            r.start_line.to_string(),
            r.start_column.to_string(),
            r.end_line.to_string(),
            r.end_column.to_string(),
            f.message.clone(),
            advice::advice(f).join(" "),
            judged.blocking.to_string(),
            judged.why.clone(),
            judged.state.map_or("", |s| s.as_str()).to_owned(),
            suppressed.join("; "),
            view::cwe_words(&f.rule).join(" "),
            package,
            version,
            fixed,
            commit,
            author,
            view::rule_page(&f.rule),
            judged.fingerprint.clone(),
        ];
        out.push_str(&cells.map(|c| cell(&c)).join(","));
        out.push_str("\r\n");
    }
    out
}

fn cell(text: &str) -> String {
    let text = plain::line(text);
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠']);
    let text = if formula { format!("'{text}") } else { text };
    if text.contains([',', '"', ' ', ';', '\'']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
        assert_eq!(cell("\t@SUM(A1)"), "\"' @SUM(A1)\"");
        assert_eq!(cell("a \"b\",\nc"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("plain"), "plain");
    }
}
