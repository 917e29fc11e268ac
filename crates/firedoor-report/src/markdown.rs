//! GitHub-flavoured Markdown for a job summary or a comment: verdict, counts, the most important findings with what to
//! do, what was suppressed, and what the run has to say about itself. GitHub refuses a summary above 1 MiB; rows are
//! limited so that it stays far below.

use std::fmt::Write as _;

use firedoor_core::{JudgedFinding, Notice, NoticeLevel, RunReport, Severity, Verdict};

use crate::view::{self, Counts};
use crate::{advice, plain};

/// Rows of each table of findings.
const MAX_ROWS: usize = 100;
/// Rows of the tables of notices and suppressions.
const MAX_SMALL_ROWS: usize = 30;

pub(crate) fn render(report: &RunReport) -> String {
    let mut out = String::new();
    let (mark, word) = match report.verdict {
        Verdict::Pass => ("✅", "passed"),
        Verdict::Fail => ("❌", "failed"),
        Verdict::Incomplete => ("⚠️", "incomplete"),
    };
    let _ = writeln!(out, "## {mark} firedoor: {word}\n");
    for reason in &report.reasons {
        let _ = writeln!(out, "- {}", inline(&plain::sentence(reason), 500));
    }
    if !report.reasons.is_empty() {
        out.push('\n');
    }
    counts(report, &mut out);
    let (blocking, rest): (Vec<_>, Vec<_>) = view::by_importance(report.active()).into_iter().partition(|f| f.blocking);
    if !blocking.is_empty() {
        let _ = writeln!(out, "### Blocking ({})\n", plain::thousands(blocking.len()));
        table(report, &blocking, &mut out);
    }
    if !rest.is_empty() {
        let title = format!("Not blocking ({})", plain::thousands(rest.len()));
        details(&title, blocking.is_empty(), &mut out, |out| table(report, &rest, out));
    }
    upgrades(report, &mut out);
    notices(report, &mut out);
    suppressed(report, &mut out);
    engines(report, &mut out);
    let version = inline(&report.tool_version, 50);
    let _ = writeln!(out, "<sub>firedoor {version}</sub>");
    out
}

fn counts(report: &RunReport, out: &mut String) {
    let c = Counts::of(report);
    out.push_str("| | Critical | High | Medium | Low | Info |\n|---|--:|--:|--:|--:|--:|\n");
    for engine in &report.engines {
        let of_engine = report.active().filter(|f| f.finding.engine() == engine.engine);
        row(engine.engine.as_str(), &view::by_severity(of_engine), out);
    }
    row("**all**", &view::by_severity(report.active()), out);
    let mut facts = vec![plain::count(c.active, "finding")];
    facts.extend(view::count_words(&c));
    let _ = writeln!(out, "\n{}.\n", facts.join(", "));
}

fn row(name: &str, counts: &[(Severity, usize)], out: &mut String) {
    let _ = write!(out, "| {name} |");
    for (_, n) in counts {
        let _ = write!(out, " {} |", plain::thousands(*n));
    }
    out.push('\n');
}

fn table(report: &RunReport, findings: &[&JudgedFinding], out: &mut String) {
    out.push_str("| Severity | Rule | Place | What is wrong | What to do |\n|---|---|---|---|---|\n");
    for judged in findings.iter().take(MAX_ROWS) {
        let f = &judged.finding;
        let state = view::state_word(judged.state).map(|s| format!("<br>{s}")).unwrap_or_default();
        let mut todo = advice::advice(f);
        if todo.is_empty() && f.rule.description.trim() != f.message.trim() {
            todo.push(f.rule.description.clone());
        }
        let _ = writeln!(
            out,
            "| {}{state} | [{}]({}) | {} | {} | {} |",
            f.severity,
            inline(f.rule.id.as_str(), 120),
            view::rule_page(&f.rule).replace(['(', ')', '|', '<', '>'], ""),
            place(report, judged),
            inline(&[f.message.as_str(), view::reachability(f).as_deref().unwrap_or("")].join(" "), 400),
            inline(&todo.join(" "), 400)
        );
    }
    if findings.len() > MAX_ROWS {
        let more = plain::thousands(findings.len() - MAX_ROWS);
        let _ = writeln!(out, "\n… and {more} more; the full list is in the other reports.");
    }
    out.push('\n');
}

/// The place, linked where the repository is on GitHub and the commit is known.
fn place(report: &RunReport, judged: &JudgedFinding) -> String {
    let at = &judged.finding.location;
    let line = at.region.start_line;
    let name = format!("{}:{line}", view::display_path(report, &at.path));
    let name = inline(&name, 200);
    let vc = &report.version_control;
    let commit = match &at.origin {
        firedoor_core::Origin::Commit(c) => Some(c.id.as_str()),
        _ => vc.revision.as_deref(),
    };
    let repository = vc.repository.as_deref().filter(|r| r.starts_with("https://github.com/"));
    match (repository, commit) {
        (Some(repository), Some(commit)) if commit.bytes().all(|b| b.is_ascii_hexdigit()) => {
            let repository = repository.trim_end_matches('/').trim_end_matches(".git");
            let repository = repository.replace(['(', ')', '|', '<', '>', ' '], "");
            let root = report.display_root.trim_matches('/');
            let prefix = if root.is_empty() || root.starts_with('.') {
                String::new()
            } else {
                format!("{}/", view::uri(&firedoor_core::RepoPath::new(root)))
            };
            format!("[{name}]({repository}/blob/{commit}/{prefix}{}#L{line})", view::uri(&at.path))
        }
        _ => name,
    }
}

fn upgrades(report: &RunReport, out: &mut String) {
    let upgrades = view::upgrades(report);
    if upgrades.is_empty() {
        return;
    }
    details(&format!("Upgrades ({})", plain::thousands(upgrades.len())), true, out, |out| {
        out.push_str("| Closes | Package | From | To | File | Command |\n|--:|---|---|---|---|---|\n");
        for u in upgrades.iter().take(MAX_SMALL_ROWS) {
            let through = u.comes_with.as_ref().map(|w| format!("<br>with {}", inline(w, 120))).unwrap_or_default();
            let _ = writeln!(
                out,
                "| {} | {}{through} | {} | {} | {} | {} |",
                u.closes.len(),
                inline(&u.name, 120),
                inline(&u.from, 60),
                inline(&u.to, 60),
                inline(&view::display_path(report, &u.path), 200),
                inline(u.command.as_deref().unwrap_or(""), 300)
            );
        }
        if upgrades.len() > MAX_SMALL_ROWS {
            let _ = writeln!(out, "\n… and {} more.", plain::thousands(upgrades.len() - MAX_SMALL_ROWS));
        }
        out.push('\n');
    });
}

fn notices(report: &RunReport, out: &mut String) {
    let shown: Vec<&Notice> = report.notices.iter().filter(|n| n.level > NoticeLevel::Note).collect();
    if shown.is_empty() {
        return;
    }
    let open = shown.iter().any(|n| n.level == NoticeLevel::Error);
    let title = format!("What the run has to say ({})", plain::thousands(shown.len()));
    details(&title, open, out, |out| {
        out.push_str("| | Kind | Place | Message |\n|---|---|---|---|\n");
        for n in shown.iter().take(MAX_SMALL_ROWS) {
            let level = if n.level == NoticeLevel::Error { "error" } else { "warning" };
            let mut place = n.path.as_ref().map(|p| view::display_path(report, p).into_owned()).unwrap_or_default();
            if let Some(line) = n.line {
                let _ = write!(place, ":{line}");
            }
            let _ = writeln!(out, "| {level} | {} | {} | {} |", n.code, inline(&place, 200), inline(&n.message, 500));
        }
        if shown.len() > MAX_SMALL_ROWS {
            let _ = writeln!(out, "\n… and {} more.", plain::thousands(shown.len() - MAX_SMALL_ROWS));
        }
        out.push('\n');
    });
}

fn suppressed(report: &RunReport, out: &mut String) {
    let shown: Vec<_> = report.findings.iter().filter(|f| f.is_suppressed()).collect();
    if shown.is_empty() {
        return;
    }
    details(&format!("Suppressed ({})", plain::thousands(shown.len())), false, out, |out| {
        out.push_str("| Severity | Rule | Place | By | Why | Until |\n|---|---|---|---|---|---|\n");
        for judged in shown.iter().take(MAX_SMALL_ROWS) {
            for s in &judged.suppressions {
                let by = format!("{} {}", s.form, s.owner.as_deref().unwrap_or(""));
                let _ = writeln!(
                    out,
                    "| {} | {} | {} | {} | {} | {} |",
                    judged.finding.severity,
                    inline(judged.finding.rule.id.as_str(), 120),
                    place(report, judged),
                    inline(by.trim(), 120),
                    inline(s.reason.as_deref().unwrap_or("no reason given"), 300),
                    inline(s.until.as_deref().unwrap_or(""), 20)
                );
            }
        }
        if shown.len() > MAX_SMALL_ROWS {
            let _ = writeln!(out, "\n… and {} more.", plain::thousands(shown.len() - MAX_SMALL_ROWS));
        }
        out.push('\n');
    });
}

fn engines(report: &RunReport, out: &mut String) {
    details("What was scanned", false, out, |out| {
        out.push_str("| Engine | Files | Packages | Rules | Database |\n|---|--:|--:|--:|---|\n");
        for e in &report.engines {
            let cells = view::engine_cells(e).map(|c| inline(&c, 200));
            let _ = writeln!(out, "| {} |", cells.join(" | "));
        }
        out.push('\n');
    });
}

fn details(title: &str, open: bool, out: &mut String, body: impl FnOnce(&mut String)) {
    let open = if open { " open" } else { "" };
    let _ = writeln!(out, "<details{open}><summary>{title}</summary>\n");
    body(out);
    out.push_str("</details>\n\n");
}

/// Text as text: nothing in it is markup, a link, a mention or a reference to an issue.
fn inline(text: &str, max: usize) -> String {
    let mut out = String::new();
    for c in plain::shorten(plain::line(text).trim(), max).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            '#' => out.push_str("&#35;"),
            ':' => out.push_str("&#58;"),
            '|' => out.push_str("&#124;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '!' | '(' | ')' | '$' => {
                out.push('\\');
                out.push(c);
            }
            // Ends the automatic link of `www.`.
            '.' if out.ends_with("www") => out.push_str("&#46;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::inline;

    #[test]
    fn text_stays_text() {
        assert_eq!(inline("<b>|`x`\n@me #1", 99), "&lt;b&gt;&#124;\\`x\\` &#64;me &#35;1");
        assert_eq!(inline("http://a www.b", 99), "http&#58;//a www&#46;b");
    }
}
