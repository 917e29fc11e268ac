//! `--explain`: one rule over one file, part by part, as text.

use std::fmt::Write as _;
use std::sync::Arc;

use firedoor_core::{Engine, Findings, SourceFile, Span, StepKind};

use super::SastEngine;
use super::pack::CompiledRule;
use crate::formula::{Evaluator, Explained, FileContext, Names, Range, Reading};
use crate::rule::model::{Formula, Mode, Rule};

/// Most matches of one part that are listed.
const MAX_LISTED: usize = 8;
/// Longest text of a match or a pattern that is shown, in characters.
const MAX_TEXT: usize = 70;

impl SastEngine {
    /// What each part of the rules of this id matches in a file, and what took it away again. `None` if there is no
    /// such rule. The last part of an id that folders were put before is enough. No byte of `hidden` is quoted.
    #[must_use]
    pub fn explain(&self, id: &str, file: &Arc<SourceFile>, hidden: &[Span]) -> Option<String> {
        let of_id = |(_, r): &(usize, &Rule)| {
            let own = r.info.id.as_str();
            own == id || own.strip_suffix(id).is_some_and(|head| head.ends_with('.'))
        };
        let rules: Vec<(usize, &Rule)> = self.rules.iter().enumerate().filter(of_id).collect();
        if rules.is_empty() {
            return None;
        }
        let decoded = super::decode::decode(file);
        // Of a file that was decoded here the places are not those of `hidden`.
        let whole = [Span::new(0, decoded.file.bytes().len())];
        let hidden = if Arc::ptr_eq(file, &decoded.file) || hidden.is_empty() { hidden } else { &whole };
        let file = &decoded.file;
        let mut out = String::new();
        for (nth, rule) in rules {
            let _ = writeln!(out, "{} on {}", rule.info.id, file.path());
            if !self.filters.admits(nth, file.path().as_str()) {
                let _ = writeln!(out, "  `paths:` keeps the rule from this file; without it:");
            }
            let readings: Vec<Reading> = self.readings(file);
            let wanted: Vec<&Reading> =
                readings.iter().filter(|r| rule.languages.iter().any(|l| super::applies(*l, **r))).collect();
            if wanted.is_empty() {
                let languages: Vec<&str> = rule.languages.iter().map(|l| l.as_str()).collect();
                let _ = writeln!(out, "  the rule is for {}; this file is not", languages.join(", "));
            }
            for reading in wanted {
                self.explain_in(*reading, nth, rule, file, hidden, &mut out);
            }
        }
        Some(out)
    }

    fn explain_in(
        &self,
        reading: Reading,
        nth: usize,
        rule: &Rule,
        file: &Arc<SourceFile>,
        hidden: &[Span],
        out: &mut String,
    ) {
        let pack = self.pack(reading);
        if let Some((_, error)) = pack.errors.iter().find(|(n, _)| *n == nth) {
            let _ = writeln!(out, "  the rule cannot be used: {error}");
            return;
        }
        let (Some(compiled), Ok(mode)) = (pack.rules.iter().find(|r| r.rule == nth), rule.mode()) else { return };
        let language = match reading {
            Reading::Code(language) => Some(language),
            Reading::Generic | Reading::Regex => None,
        };
        let context = FileContext::new(file.bytes(), language);
        let evaluator = Evaluator::new(&context, &rule.options, &compiled.names, compiled.class);
        let page = Page { rule, file, context: &context, names: &compiled.names, hidden };
        match mode {
            Mode::Search(formula) => {
                if let Some(search) = &compiled.search {
                    page.part(&evaluator.explain(formula, search), 1, out);
                }
            }
            Mode::Taint(spec) => {
                let sections: [(&str, Vec<&Formula>); 4] = [
                    ("sources", spec.sources.iter().map(|s| &s.formula).collect()),
                    ("propagators", spec.propagators.iter().map(|p| &p.formula).collect()),
                    ("sanitizers", spec.sanitizers.iter().map(|s| &s.formula).collect()),
                    ("sinks", spec.sinks.iter().map(|s| &s.formula).collect()),
                ];
                for (name, formulas) in sections {
                    let parts = explain_list(compiled, name, &formulas, &evaluator);
                    page.section(name, &parts, out);
                }
            }
        }
        if context.exhausted.get() {
            let _ = writeln!(out, "  a search was cut off: it would have taken too long");
        }
        self.findings(rule, file, hidden, matches!(mode, Mode::Taint(_)), out);
    }

    /// What the rule reports in the end.
    fn findings(&self, rule: &Rule, file: &Arc<SourceFile>, hidden: &[Span], is_taint: bool, out: &mut String) {
        let mut findings = Findings::default();
        let scan = self.start();
        scan.file(file, &mut findings);
        scan.finish(&mut findings);
        let own: Vec<_> = findings.findings.iter().filter(|f| f.rule.id == rule.info.id).collect();
        match own.len() {
            0 if is_taint => out.push_str("  no finding: within this file nothing flows from a source to a sink\n"),
            0 => out.push_str("  no finding\n"),
            1 => out.push_str("  1 finding\n"),
            n => {
                let _ = writeln!(out, "  {n} findings");
            }
        }
        for finding in own.iter().take(MAX_LISTED) {
            let region = finding.location.region;
            // Messages quote code, too.
            let message = if hidden.is_empty() { &finding.message } else { &rule.info.title };
            let _ = writeln!(out, "    {}:{} {}", region.start_line, region.start_column, shortened(message));
            for step in finding.traces.iter().take(1).flat_map(|t| &t.steps) {
                let at = step.location.region;
                let what = match step.kind {
                    StepKind::Source => "comes from",
                    StepKind::Propagation => "by way of",
                    StepKind::Sink => "reaches",
                };
                let _ = writeln!(out, "      {what} {}:{}", at.start_line, at.start_column);
            }
        }
        more(own.len(), 4, out);
    }
}

/// The entries of one list of a taint rule.
fn explain_list(compiled: &CompiledRule, name: &str, list: &[&Formula], evaluator: &Evaluator<'_>) -> Vec<Explained> {
    let lists = compiled.taint.as_ref().map(|t| t.list(name)).unwrap_or_default();
    list.iter().zip(lists).map(|(formula, compiled)| evaluator.explain(formula, compiled)).collect()
}

/// One rule over one file, on its way to text.
struct Page<'a> {
    rule: &'a Rule,
    file: &'a SourceFile,
    context: &'a FileContext<'a>,
    names: &'a Names,
    hidden: &'a [Span],
}

impl Page<'_> {
    fn section(&self, name: &str, parts: &[Explained], out: &mut String) {
        if parts.is_empty() {
            return;
        }
        let silent = parts.iter().filter(|p| p.is_silent()).count();
        let all = parts.len();
        let _ = match silent {
            0 => writeln!(out, "  {name}"),
            n if n == all && all == 1 => writeln!(out, "  {name}: the only one matches nothing"),
            n if n == all => writeln!(out, "  {name}: none of {all} matches anything"),
            n => writeln!(out, "  {name}: {} of {all}; the others match nothing", all - n),
        };
        // Of a short list also what does not match is of interest.
        let all_shown = all <= 3;
        parts.iter().filter(|p| all_shown || !p.is_silent()).for_each(|p| self.part(p, 2, out));
    }

    fn part(&self, part: &Explained, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        let line = self.line_of_rule(part.span);
        let key = self.key(part.span);
        let text = if part.text.is_empty() { String::new() } else { format!(" {}", shortened(&part.text)) };
        let _ = writeln!(out, "{indent}{key}{text} (line {line} of the rule): {}", counted(part.found.len()));
        // What a composition matches is told by its parts.
        if part.parts.is_empty() || depth == 1 {
            self.ranges("", &part.found, depth + 1, out);
        }
        part.parts.iter().for_each(|p| self.part(p, depth + 1, out));
        self.ranges("drops ", &part.dropped, depth + 1, out);
    }

    fn ranges(&self, word: &str, ranges: &[Range], depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        for range in ranges.iter().take(MAX_LISTED) {
            let region = self.file.lines().region(self.file.bytes(), range.span);
            let mut line = format!("{indent}{word}{}:{}", region.start_line, region.start_column);
            let _ = write!(line, " {}", self.text(range.span));
            for bound in &range.bindings {
                if let Some(name) = self.names.get(&bound.name) {
                    let _ = write!(line, "  {name} = {}", self.text(bound.span));
                }
            }
            let _ = writeln!(out, "{line}");
        }
        more(ranges.len(), indent.len(), out);
    }

    fn text(&self, span: Span) -> String {
        if self.hidden.is_empty() {
            return shortened(&self.context.text(span));
        }
        let mut text = String::new();
        let mut at = span.start;
        for hidden in self.hidden.iter().filter(|h| h.overlaps(span)) {
            text.push_str(&self.context.text(Span { start: at, end: hidden.start.max(at) }));
            text.push_str("********");
            at = at.max(hidden.end);
        }
        text.push_str(&self.context.text(Span { start: at.min(span.end), end: span.end }));
        shortened(&text)
    }

    /// The key of a part as it is written in the rule.
    fn key(&self, span: Span) -> &str {
        let text = self.rule.source.text.get(span.range()).unwrap_or_default();
        let word = text.split([':', ' ', '\n']).next().unwrap_or_default().trim_start_matches('-');
        let is_key = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if is_key { word } else { "pattern" }
    }

    fn line_of_rule(&self, span: Span) -> usize {
        let before = self.rule.source.text.as_bytes().get(..span.start as usize).unwrap_or_default();
        memchr::memchr_iter(b'\n', before).count() + 1
    }
}

fn counted(n: usize) -> String {
    match n {
        0 => "no match".into(),
        1 => "1 match".into(),
        n => format!("{n} matches"),
    }
}

fn more(all: usize, indent: usize, out: &mut String) {
    if all > MAX_LISTED {
        let _ = writeln!(out, "{:indent$}and {} more", "", all - MAX_LISTED);
    }
}

/// On one line, and not too long.
fn shortened(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(MAX_TEXT) {
        Some((cut, _)) => format!("{}…", &flat[..cut]),
        None => flat,
    }
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, RepoPath, RuleSource};

    use crate::engine::{SastConfig, compile};

    use super::*;

    fn explained(rules: &str, code: &str) -> String {
        let sources = vec![RuleSource::new("r.yaml", rules)];
        let (engine, broken) = compile(&SastConfig { builtin: false, sources, ..SastConfig::default() });
        assert!(broken.is_empty(), "{broken:?}");
        let file = SourceFile::new(RepoPath::new("a.py"), Origin::WorkTree, code.as_bytes().to_vec());
        engine.explain("t", &Arc::new(file), &[]).expect("there is a rule t")
    }

    const HEAD: &str = "rules:\n  - id: t\n    languages: [python]\n    message: m\n    severity: HIGH\n";

    #[test]
    fn each_part_says_what_it_matches_and_takes_away() {
        let rule = "    patterns:\n      - pattern: f($X)\n      - pattern-not: f(\"a\")\n      - pattern-inside: |\n          def g(...): ...\n      - metavariable-regex:\n          metavariable: $X\n          regex: ^b.*\n";
        let code = "def g():\n    f(\"a\")\n    f(bc)\n    f(cd)\nf(be)\n";
        let page = explained(&format!("{HEAD}{rule}"), code);
        let expected = "t on a.py
  patterns (line 6 of the rule): 1 match
    3:5 f(bc)  $X = bc
    pattern f($X) (line 7 of the rule): 4 matches
      2:5 f(\"a\")  $X = \"a\"
      3:5 f(bc)  $X = bc
      4:5 f(cd)  $X = cd
      5:1 f(be)  $X = be
    pattern-not f(\"a\") (line 8 of the rule): 1 match
      2:5 f(\"a\")
      drops 2:5 f(\"a\")  $X = \"a\"
    pattern-inside def g(...): ... (line 9 of the rule): 1 match
      1:1 def g(): f(\"a\") f(bc) f(cd)
      drops 5:1 f(be)  $X = be
    metavariable-regex $X (line 11 of the rule): 1 match
      3:5 f(bc)  $X = bc
      drops 4:5 f(cd)  $X = cd
  1 finding
    3:5 m
";
        assert_eq!(page, expected);
    }

    #[test]
    fn what_a_condition_on_names_drops_is_shown() {
        let rule = "    patterns:\n      - pattern: $O.$M\n      - metavariable-regex:\n          metavariable: $O\n          regex: ^(a|b)$\n";
        let page = explained(&format!("{HEAD}{rule}"), "a.x\nc.y\n");
        for part in ["pattern $O.$M (line 7 of the rule): 2 matches", "drops 2:1 c.y", "1 finding\n    1:1 m"] {
            assert!(page.contains(part), "{part:?} is not in:\n{page}");
        }
        // What an import calls otherwise counts under the name that the condition asks for.
        let rule = "    patterns:\n      - pattern: $O.x\n      - metavariable-regex:\n          metavariable: $O\n          regex: ^m\\.a$\n";
        let page = explained(&format!("{HEAD}{rule}"), "from m import a as b\nb.x\nc.x\n");
        assert!(page.contains("1 finding\n    2:1 m"), "{page}");
    }

    #[test]
    fn a_taint_rule_shows_its_lists_and_the_flow() {
        let rule = "    mode: taint\n    pattern-sources:\n      - pattern: source()\n    pattern-sanitizers:\n      - pattern: clean(...)\n    pattern-sinks:\n      - pattern: sink(...)\n";
        let page = explained(&format!("{HEAD}{rule}"), "x = source()\nsink(clean(x))\nsink(x)\n");
        for part in ["sources\n    pattern source() ", "sanitizers\n", "sinks\n", "1 finding\n    3:", "comes from 1:5"]
        {
            assert!(page.contains(part), "{part:?} is not in:\n{page}");
        }
        let page = explained(&format!("{HEAD}{rule}"), "sink(clean(source()))\n");
        assert!(page.contains("no finding: within this file nothing flows"), "{page}");
    }
}
