//! JUnit XML: one suite per engine, one case per finding. Blocking findings are failures, suppressed ones are skipped,
//! others pass and say in `system-out` what they are; what could not be judged is an error. An engine without findings
//! has one case that passes, so that "nothing found" and "did not run" look different.
//!
//! There is no standard; what Jenkins' schema (`junit-10.xsd` of its xUnit plugin, which refuses what it does not know)
//! lets through is what everybody reads. So a case has no attributes `file` and `line`: its class is the path.

use std::fmt::Write as _;

use firedoor_core::{JudgedFinding, NoticeLevel, RunReport};

use crate::text::suppression_words;
use crate::{advice, plain, view};

pub(crate) fn render(report: &RunReport) -> String {
    let mut suites = String::new();
    let mut all = Totals::default();
    let mut engines: Vec<_> = report.engines.iter().map(|e| e.engine).collect();
    for engine in report.findings.iter().map(|f| f.finding.engine()) {
        if !engines.contains(&engine) {
            engines.push(engine);
        }
    }
    for engine in engines {
        let mut cases = String::new();
        let mut totals = Totals::default();
        for judged in report.findings.iter().filter(|f| f.finding.engine() == engine) {
            case(report, judged, &mut cases, &mut totals);
        }
        if totals.tests == 0 {
            totals.tests = 1;
            let _ = writeln!(cases, "    <testcase name=\"no findings\" classname=\"firedoor.{engine}\" time=\"0\"/>");
        }
        suite(&format!("firedoor.{engine}"), &cases, totals, &mut suites);
        all.add(totals);
    }
    let errors: Vec<_> = report.notices.iter().filter(|n| n.level == NoticeLevel::Error).collect();
    if !errors.is_empty() {
        let mut cases = String::new();
        let totals = Totals { tests: errors.len(), errors: errors.len(), ..Totals::default() };
        for n in errors {
            let path = n.path.as_ref().map_or("", |p| p.as_str());
            let _ = writeln!(
                cases,
                "    <testcase name=\"{}\" classname=\"{}\" time=\"0\">\n      <error message=\"{}\" type=\"{}\"/>\n    </testcase>",
                attribute(&format!("{} {path}", n.code)),
                attribute(if path.is_empty() { "firedoor" } else { path }),
                attribute(&n.message),
                attribute(n.code)
            );
        }
        suite("firedoor.run", &cases, totals, &mut suites);
        all.add(totals);
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"firedoor\" tests=\"{}\" failures=\"{}\" errors=\"{}\" time=\"0\">\n{suites}</testsuites>\n",
        all.tests, all.failures, all.errors
    )
}

#[derive(Clone, Copy, Default)]
struct Totals {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

impl Totals {
    fn add(&mut self, other: Self) {
        self.tests += other.tests;
        self.failures += other.failures;
        self.errors += other.errors;
        self.skipped += other.skipped;
    }
}

fn suite(name: &str, cases: &str, t: Totals, out: &mut String) {
    let _ = writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"0\">\n{cases}  </testsuite>",
        t.tests, t.failures, t.errors, t.skipped
    );
}

fn case(report: &RunReport, judged: &JudgedFinding, out: &mut String, totals: &mut Totals) {
    let f = &judged.finding;
    let path = view::display_path(report, &f.location.path);
    let at = f.location.region;
    totals.tests += 1;
    let _ = writeln!(
        out,
        "    <testcase name=\"{}\" classname=\"{}\" time=\"0\">",
        attribute(&format!("{} at line {}, column {}", f.rule.id, at.start_line, at.start_column)),
        attribute(&path)
    );
    let mut body = format!("{path}:{}:{}: {} [{}]\n", at.start_line, at.start_column, f.message, f.rule.id);
    let _ = writeln!(body, "Severity {}, confidence {}. {}", f.severity, f.confidence, plain::sentence(&judged.why));
    for advice in advice::advice(f) {
        let _ = writeln!(body, "{advice}");
    }
    let _ = writeln!(body, "See {}", view::rule_page(&f.rule));
    if judged.is_suppressed() {
        totals.skipped += 1;
        let by: Vec<String> = judged.suppressions.iter().map(suppression_words).collect();
        let _ =
            writeln!(out, "      <skipped message=\"{}\"/>", attribute(&format!("suppressed by {}", by.join("; "))));
    } else if judged.blocking {
        totals.failures += 1;
        let _ = writeln!(
            out,
            "      <failure message=\"{}\" type=\"{}\">{}</failure>",
            attribute(&f.message),
            attribute(f.severity.as_str()),
            text(&body)
        );
    } else {
        let _ = writeln!(out, "      <system-out>{}</system-out>", text(&body));
    }
    out.push_str("    </testcase>\n");
}

/// Text inside an element: escaped, and without what XML 1.0 forbids.
fn text(text: &str) -> String {
    let allowed: String =
        plain::block(text).chars().map(|c| if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c }).collect();
    quick_xml::escape::escape(allowed.as_str()).into_owned()
}

/// The value of an attribute, on one line.
fn attribute(value: &str) -> String {
    text(&plain::line(value))
}
