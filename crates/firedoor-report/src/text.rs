//! The report for people at a terminal: findings by file with the source underlined, what the run has to say about
//! itself, what each engine did, what was suppressed by whom, and the verdict with its reasons.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use firedoor_core::{
    BaselineState, Evidence, JudgedFinding, Location, Notice, NoticeLevel, RunReport, Severity, StepKind, Validity,
    Verdict,
};

use crate::excerpt::excerpt;
use crate::render_diagnostic::{render_group, renderer};
use crate::view::{self, Counts};
use crate::{RenderOptions, advice, plain};

/// Notices shown one by one; more of one kind are counted.
const NOTICES_PER_CODE: usize = 5;
/// Upgrades that are shown; more are counted.
const UPGRADES: usize = 10;
/// Notices that are shown although they are only worth knowing: a person who reads "passed" has to know what was left out.
const LEFT_OUT: [&str; 3] = ["submodule-skipped", "tracked-file-ignored", "sparse-checkout"];
/// Steps of a trace that are shown; more are counted.
const TRACE_STEPS: usize = 12;

const BOLD: &str = "1";
const DIM: &str = "2";
const RED: &str = "1;31";
const GREEN: &str = "1;32";
const YELLOW: &str = "1;33";

pub(crate) fn render(report: &RunReport, options: &RenderOptions) -> String {
    let mut text = Text {
        report,
        options,
        renderer: renderer(options.color, options.width),
        explained: HashSet::new(),
        advised: HashSet::new(),
        out: String::new(),
    };
    text.findings();
    if options.silent_pass && report.verdict == Verdict::Pass && text.out.is_empty() {
        // A warning is said; the rest is what a pass always says.
        if report.notices.iter().any(|n| n.level > NoticeLevel::Note) {
            text.notices();
        }
        return text.out;
    }
    if !options.quiet {
        text.hidden();
        text.notices();
        text.upgrades();
        text.suppressed();
        text.engines();
    }
    text.verdict();
    text.out
}

struct Text<'a> {
    report: &'a RunReport,
    options: &'a RenderOptions,
    renderer: Renderer,
    /// Rules whose description was printed.
    explained: HashSet<&'a str>,
    /// Advice that is the same for many findings and was printed.
    advised: HashSet<String>,
    out: String,
}

impl<'a> Text<'a> {
    fn style(&self, code: &str, text: &str) -> String {
        if self.options.color { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn findings(&mut self) {
        let shown: Vec<&'a JudgedFinding> = self.report.findings.iter().filter(|f| self.is_shown(f)).collect();
        for group in shown.chunk_by(|a, b| a.finding.location.path == b.finding.location.path) {
            let Some(first) = group.first() else { continue };
            let path = plain::path(&view::display_path(self.report, &first.finding.location.path));
            let head = format!("{} ({})", self.style(BOLD, &path), plain::count(group.len(), "finding"));
            let _ = writeln!(self.out, "{head}\n");
            for finding in group {
                self.finding(finding);
                self.out.push('\n');
            }
        }
    }

    fn is_shown(&self, f: &JudgedFinding) -> bool {
        if f.is_suppressed() {
            return self.options.show_suppressed;
        }
        f.blocking || f.state != Some(BaselineState::Unchanged) || self.options.show_existing
    }

    fn finding(&mut self, judged: &'a JudgedFinding) {
        let f = &judged.finding;
        let word = f.severity.as_str();
        let level = match f.severity {
            Severity::Critical | Severity::High => Level::ERROR,
            Severity::Medium => Level::WARNING,
            Severity::Low => Level::INFO,
            Severity::Info => Level::NOTE,
        };
        let title = level.with_name(word).primary_title(plain::block(&f.message)).id(plain::line(f.rule.id.as_str()));
        let mut group = Group::with_title(title);
        let at = &f.location;
        group = group.element(
            Origin::path(plain::path(&view::display_path(self.report, &at.path)))
                .line(at.region.start_line as usize)
                .char_column(at.region.start_column as usize),
        );
        let e = excerpt(&at.snippet, self.options.width.saturating_sub(12));
        let more = e.more_lines;
        if !e.text.trim().is_empty() {
            group = group.element(
                Snippet::source(e.text).line_start(e.first_line).annotation(AnnotationKind::Primary.span(e.highlight)),
            );
        }
        if more > 0 {
            group = group
                .element(Level::NOTE.message(format!("the match goes on for {}", plain::count(more, "more line"))));
        }
        for note in self.notes(judged) {
            group = group.element(Level::NOTE.message(note));
        }
        for help in self.helps(judged) {
            group = group.element(Level::HELP.message(help));
        }
        let block = render_group(&self.renderer, group);
        self.out.push_str(&block);
    }

    fn notes(&self, judged: &JudgedFinding) -> Vec<String> {
        let f = &judged.finding;
        let mut out = Vec::new();
        for trace in f.traces.iter().filter(|t| !t.steps.is_empty()) {
            let mut text = String::from("the value's way:");
            let skipped = trace.steps.len().saturating_sub(TRACE_STEPS);
            for (i, step) in trace.steps.iter().enumerate() {
                if skipped > 0 && i == TRACE_STEPS - 1 {
                    let _ = write!(text, "\n     … {}", plain::count(skipped, "more step"));
                }
                if skipped > 0 && (TRACE_STEPS - 1..TRACE_STEPS - 1 + skipped).contains(&i) {
                    continue;
                }
                let kind = match step.kind {
                    StepKind::Source => "source",
                    StepKind::Propagation => "through",
                    StepKind::Sink => "sink",
                };
                let _ = write!(text, "\n  {}. {kind:<7} {}", i + 1, self.place(&step.location));
            }
            out.push(text);
        }
        for related in &f.related {
            out.push(self.place(related));
        }
        let mut facts = view::cwe_words(&f.rule);
        facts.push(format!("confidence {}", f.confidence));
        facts.extend(view::state_word(judged.state).map(str::to_owned));
        match &f.evidence {
            Evidence::Secret { validity: Validity::Valid, .. } => facts.push("checksum valid".to_owned()),
            Evidence::Secret { validity: Validity::InvalidChecksum, .. } => facts.push("checksum broken".to_owned()),
            Evidence::Dependency { advisories, groups, .. } => {
                let others = advisories.iter().filter(|a| a.as_str() != f.rule.id.as_str());
                facts.extend(others.map(|a| plain::line(a)));
                facts.extend(groups.iter().map(|g| format!("group {}", plain::line(g))));
                facts.extend(view::reachability(f));
            }
            _ => {}
        }
        if let firedoor_core::Origin::Commit(c) = &f.location.origin {
            let id = c.id.get(..12).unwrap_or(&c.id);
            facts.push(format!("commit {} of {} by {}", plain::line(id), plain::line(&c.date), plain::line(&c.author)));
        }
        if !judged.why.is_empty() && (judged.blocking || self.options.verbose) {
            facts.push(format!(
                "{}: {}",
                if judged.blocking { "blocks" } else { "does not block" },
                plain::line(&judged.why)
            ));
        }
        out.push(facts.join(", "));
        for s in &judged.suppressions {
            out.push(format!("suppressed by {}", suppression_words(s)));
        }
        if self.options.verbose {
            out.extend(f.properties.iter().map(|(name, value)| format!("{name}: {}", plain::line(value))));
        }
        if self.options.explain_score
            && let Evidence::Secret { reasons, .. } = &f.evidence
        {
            out.extend(reasons.iter().map(|r| format!("score: {}", plain::line(r))));
        }
        out
    }

    /// What to do. A rule's own text comes once per report, with its first finding.
    fn helps(&mut self, judged: &'a JudgedFinding) -> Vec<String> {
        let f = &judged.finding;
        let dependency = matches!(f.evidence, Evidence::Dependency { .. });
        let mut out: Vec<String> = advice::advice(f).iter().map(|a| plain::block(a)).collect();
        if dependency {
            // The message names the smallest version already; what is left to say is how, and what closes more.
            if f.message.contains("Upgrade to ") {
                out.clear();
            }
            out.extend(upgrade(f).map(|a| plain::block(&a)));
        }
        if matches!(f.evidence, Evidence::Secret { .. }) {
            out.retain(|a| self.advised.insert(a.clone()));
        }
        for edit in f.fixes.iter().filter(|_| !dependency).flat_map(|fix| &fix.edits) {
            let replacement = plain::block(&edit.replacement);
            let replacement = replacement.trim_matches('\n');
            if !replacement.is_empty() && replacement.lines().count() <= 6 {
                out.push(format!("replace with: {}", plain::shorten(replacement, 400)));
            }
        }
        if self.explained.insert(f.rule.id.as_str()) {
            let description = f.rule.description.trim();
            let said = description.is_empty() || description == f.message.trim() || description == f.rule.title.trim();
            if !said && (self.options.verbose || !dependency) {
                out.push(plain::shorten(&plain::line(description), 600));
            }
            out.push(format!("see {}", view::rule_page(&f.rule)));
        }
        out
    }

    fn place(&self, at: &Location) -> String {
        let path = view::display_path(self.report, &at.path);
        let place = format!("{path}:{}:{}", at.region.start_line, at.region.start_column);
        let message = at.message.as_deref().unwrap_or("");
        let text = at.snippet.text.get(at.snippet.highlight.range()).unwrap_or("");
        let text = plain::shorten(plain::line(text).trim(), 60);
        let mut out = plain::path(&place);
        if !message.is_empty() {
            let message = plain::line(message);
            let message = if text.is_empty() { &message } else { message.trim_end_matches(['.', ' ']) };
            let _ = write!(out, " {message}");
        }
        if !text.is_empty() {
            let _ = write!(out, ": {text}");
        }
        out
    }

    fn is_told(&self, n: &Notice) -> bool {
        n.level > NoticeLevel::Note || self.options.verbose || LEFT_OUT.contains(&n.code)
    }

    fn notices(&mut self) {
        let mut notices: Vec<&Notice> = self.report.notices.iter().filter(|n| self.is_told(n)).collect();
        notices.sort_by_key(|n| std::cmp::Reverse(n.level));
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut printed = false;
        for n in &notices {
            let times = seen.entry(n.code).or_default();
            *times += 1;
            if *times > NOTICES_PER_CODE && !self.options.verbose {
                continue;
            }
            let (color, word) = match n.level {
                NoticeLevel::Error => (RED, "error"),
                NoticeLevel::Warning => (YELLOW, "warning"),
                NoticeLevel::Note => (DIM, "note"),
            };
            let mut head = self.style(color, &format!("{word}[{}]", n.code));
            if let Some(path) = &n.path {
                let _ = write!(head, " {}", plain::path(&view::display_path(self.report, path)));
                if let Some(line) = n.line {
                    let _ = write!(head, ":{line}");
                }
            }
            let _ = writeln!(self.out, "{head}: {}", plain::line(&n.message));
            printed = true;
        }
        for (code, times) in seen.iter().filter(|(_, n)| **n > NOTICES_PER_CODE && !self.options.verbose) {
            let _ = writeln!(self.out, "… and {} more [{code}]", plain::thousands(times - NOTICES_PER_CODE));
        }
        if printed {
            self.out.push('\n');
        }
    }

    fn hidden(&mut self) {
        let hidden = self.report.findings.iter().filter(|f| !f.is_suppressed() && !self.is_shown(f)).count();
        if hidden > 0 {
            let is = if hidden == 1 { "is" } else { "are" };
            let count = plain::count(hidden, "existing finding");
            let _ = writeln!(self.out, "{count} that {is} in the baseline or the base commit {is} not shown\n");
        }
    }

    /// The upgrades that close most, with the command for each.
    fn upgrades(&mut self) {
        let upgrades = view::upgrades(self.report);
        if upgrades.is_empty() {
            return;
        }
        let _ = writeln!(self.out, "{}", self.style(BOLD, "Upgrades, those that close most first"));
        for (i, u) in upgrades.iter().enumerate() {
            if i == UPGRADES && !self.options.verbose {
                let _ = writeln!(self.out, "  … and {} more", plain::thousands(upgrades.len() - UPGRADES));
                break;
            }
            let path = plain::path(&view::display_path(self.report, &u.path));
            let mut through = u.comes_with.as_ref().map(|w| format!(", comes with {w}")).unwrap_or_default();
            through.extend(u.held_by.as_ref().map(|h| format!(", held by {h}")));
            let what = format!("{} {} → {} in {path}{through}", u.name, u.from, u.to);
            let closes = plain::shorten(&plain::line(&u.closes.join(", ")), 200);
            let _ = writeln!(self.out, "  {} × {}: {closes}", u.closes.len(), plain::line(&what));
            if let Some(command) = &u.command {
                let _ = writeln!(self.out, "      {}", plain::line(command));
            }
        }
        let _ = writeln!(self.out, "  `firedoor fix` edits what needs no package manager\n");
    }

    fn suppressed(&mut self) {
        let groups = view::suppressed_words(self.report.findings.iter());
        if groups.is_empty() {
            return;
        }
        let _ = writeln!(self.out, "{}", self.style(BOLD, "Suppressed"));
        let shown = if self.options.verbose { groups.len() } else { 10 };
        for what in groups.iter().take(shown) {
            let _ = writeln!(self.out, "  {what}");
        }
        if groups.len() > shown {
            let _ = writeln!(self.out, "  … and {} more", plain::thousands(groups.len() - shown));
        }
        self.out.push('\n');
    }

    fn engines(&mut self) {
        for e in &self.report.engines {
            let noun = if e.packages.is_some() || e.database.is_some() { "advisory" } else { "rule" };
            let mut line = format!("{:<8} {}", e.engine.as_str(), plain::count(e.files, "file"));
            if let Some(n) = e.packages {
                let _ = write!(line, ", {}", plain::count(n, "package"));
            }
            let _ = write!(line, ", {}", plain::count(e.rules, noun));
            if let Some(db) = &e.database {
                let _ = write!(line, ", database of {} ({})", plain::line(&db.date), plain::line(&db.source));
            }
            let found = self.report.active().filter(|f| f.finding.engine() == e.engine).count();
            let _ = writeln!(self.out, "{line}: {}", plain::count(found, "finding"));
        }
        if !self.report.engines.is_empty() {
            self.out.push('\n');
        }
    }

    fn verdict(&mut self) {
        let c = Counts::of(self.report);
        let (color, word) = match self.report.verdict {
            Verdict::Pass => (GREEN, "PASS"),
            Verdict::Fail => (RED, "FAIL"),
            Verdict::Incomplete => (YELLOW, "INCOMPLETE"),
        };
        let mut line = plain::count(c.active, "finding");
        let words = view::severity_words(&view::by_severity(self.report.active()));
        if !words.is_empty() {
            let _ = write!(line, " ({words})");
        }
        for words in view::count_words(&c) {
            let _ = write!(line, ", {words}");
        }
        let _ = writeln!(self.out, "{} {line}", self.style(color, word));
        for reason in &self.report.reasons {
            let _ = writeln!(self.out, "  {}", plain::line(reason));
        }
    }
}

/// `nosemgrep in a.py:3 by Ann: reason, until 2027-01-01`.
pub(crate) fn suppression_words(s: &firedoor_core::Suppression) -> String {
    let mut out = s.form.clone();
    if let Some(path) = &s.path {
        let _ = write!(out, " in {path}");
        if let Some(line) = s.line {
            let _ = write!(out, ":{line}");
        }
    }
    if let Some(owner) = &s.owner {
        let _ = write!(out, " by {owner}");
    }
    let _ = write!(out, ": {}", s.reason.as_deref().unwrap_or("no reason given"));
    if let Some(until) = &s.until {
        let _ = write!(out, ", until {until}");
    }
    plain::line(&out)
}

/// How to make the upgrade that closes most, and that it closes more than this finding.
fn upgrade(f: &firedoor_core::Finding) -> Option<String> {
    let to = f.properties.get(firedoor_core::upgrade::UPGRADE_TO)?;
    let command = f.properties.get(firedoor_core::upgrade::UPGRADE_COMMAND);
    match (f.properties.get("fixed-in") == Some(to), command) {
        (true, command) => command.cloned(),
        (false, Some(command)) => Some(format!("{to} closes more than this: {command}")),
        (false, None) => Some(format!("{to} closes more than this.")),
    }
}
