//! From hits to findings: composite rules, changed lines, and what a finding says.

use std::sync::Arc;

use firedoor_core::{Evidence, Finding, Identity, Rule, SecretValue, SourceFile, Span, Validity};

use super::{Hit, RuleRef, position};
use crate::dialect::RuleSet;

/// Makes the findings of one file.
pub(crate) fn judge(set: &RuleSet, context: &[Arc<Rule>], file: &SourceFile, hits: Vec<Hit>, out: &mut Vec<Finding>) {
    let mut lines = FeedLines::of_file(file);
    for hit in hits {
        let (rule, revoke) = match hit.rule {
            RuleRef::Pattern(i) => match set.rules.get(i) {
                Some(rule) => (&rule.rule, rule.revoke.as_deref()),
                None => continue,
            },
            RuleRef::Context(i) => match context.get(i) {
                Some(rule) => (rule, None),
                None => continue,
            },
        };
        let span = Span::new(hit.secret.start, hit.secret.end);
        let start_line = file.lines().line_of(hit.secret.start);
        let end_line = file.lines().line_of(hit.secret.end.saturating_sub(1).max(hit.secret.start));
        let match_line = lines.of(file, hit.begins);
        if file.changed().is_some_and(|c| !c.touches(&(start_line..=end_line))) {
            continue;
        }
        let value = SecretValue::new(&hit.value, hit.shown);
        let what = subject(rule.title.trim_end_matches(" in plain text"));
        let several = what.ends_with("redentials") || what.starts_with("Credentials");
        let mut message = format!("{what} {} written here in plain text", if several { "are" } else { "is" });
        if hit.validity == Validity::InvalidChecksum {
            message.push_str("; its checksum is wrong, so it is made up or damaged");
        }
        message.push('.');
        if let Some(url) = revoke {
            message.push_str(&format!(" Revoke it: {url}."));
        }
        let mut finding = Finding::new(rule, file, span, message);
        finding.severity = hit.severity;
        finding.confidence = hit.confidence;
        finding.identity = Identity::Secret { value: value.clone() };
        finding.evidence = Evidence::Secret { value, validity: hit.validity, reasons: hit.reasons };
        for (name, fact) in hit.facts {
            finding.properties.insert(name, fact);
        }
        match hit.validity {
            Validity::Valid => finding.properties.insert("validity", "valid".into()),
            Validity::InvalidChecksum => finding.properties.insert("validity", "invalid-checksum".into()),
            Validity::Unknown => None,
        };
        if match_line != start_line {
            finding.properties.insert("match-line", match_line.to_string());
        }
        out.push(finding);
    }
}

/// The lines of gitleaks, which end in line feeds only: in data many a carriage return stands by itself.
struct FeedLines {
    is_other: bool,
    /// How many feeds there are before which byte.
    read: (usize, u32),
}

impl FeedLines {
    fn of_file(file: &SourceFile) -> Self {
        let bytes = file.bytes();
        let lone = |i: usize| bytes.get(i + 1) != Some(&b'\n');
        Self { is_other: memchr::memchr_iter(b'\r', bytes).any(lone), read: (0, 0) }
    }

    /// The line in which a match begins; hits come in the order of their places, mostly.
    fn of(&mut self, file: &SourceFile, begins: usize) -> u32 {
        let (line, _) = position(file, begins);
        if !self.is_other {
            return line;
        }
        let bytes = file.bytes();
        let at = begins + usize::from(bytes.get(begins) == Some(&b'\n'));
        let (from, known) = if at >= self.read.0 { self.read } else { (0, 0) };
        let more = memchr::memchr_iter(b'\n', bytes.get(from..at).unwrap_or_default()).count();
        self.read = (at, known.saturating_add(u32::try_from(more).unwrap_or(u32::MAX)));
        self.read.1.saturating_add(1)
    }
}

fn subject(title: &str) -> &str {
    title.trim_end_matches('.')
}

/// Leaves the hits that are to be reported: not those that only serve composite rules, nor those of composite rules
/// whose parts are not all near enough.
pub(crate) fn retain_complete(set: &RuleSet, file: &SourceFile, hits: &mut Vec<Hit>) {
    let all: Vec<(RuleRef, u32, u32)> = if set.composite {
        let place = |h: &Hit| {
            let (line, column) = position(file, h.begins);
            (h.rule, line, column)
        };
        hits.iter().map(place).collect()
    } else {
        Vec::new()
    };
    hits.retain(|hit| match hit.rule {
        RuleRef::Pattern(i) => {
            !set.rules.get(i).is_some_and(|r| r.skip_report)
                && (!set.composite || has_required(set, i, hit, file, &all))
        }
        RuleRef::Context(_) => true,
    });
}

/// Whether every rule that a composite rule requires has matched near enough.
fn has_required(set: &RuleSet, index: usize, hit: &Hit, file: &SourceFile, all: &[(RuleRef, u32, u32)]) -> bool {
    let Some(rule) = set.rules.get(index) else { return false };
    if rule.required.is_empty() {
        return true;
    }
    let (line, column) = position(file, hit.begins);
    rule.required.iter().all(|required| {
        all.iter().any(|&(other, other_line, other_column)| {
            other == RuleRef::Pattern(required.rule)
                && required.within_lines.is_none_or(|n| other_line.abs_diff(line) <= n)
                && required.within_columns.is_none_or(|n| other_column.abs_diff(column) <= n)
        })
    })
}
