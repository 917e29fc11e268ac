//! Joining what several rules say of the same bytes: the specific beats the generic.

use firedoor_core::{SourceFile, Validity};

use super::{Hit, RuleRef, position};
use crate::dialect::RuleSet;

/// Sorts hits and leaves one of those that overlap. Rules of the user's own files are all kept, as gitleaks keeps
/// them, except that a rule named `generic…` yields to another one of the same line whose secret holds its own.
pub(crate) fn merge(set: &RuleSet, file: &SourceFile, hits: &mut Vec<Hit>) {
    hits.sort_by(|a, b| {
        // Of two hits of one rule on the same bytes the one that is more believed stays.
        let key = |h: &Hit| (h.secret.start, usize::MAX - h.secret.end, h.rule, std::cmp::Reverse(h.confidence));
        key(a).cmp(&key(b))
    });
    hits.dedup_by(|b, a| {
        let same = a.rule == b.rule && a.secret == b.secret && a.value == b.value;
        // An encoded part may hold a secret several times, and gitleaks tells it each time.
        if same && user_rule(set, a).is_some() {
            let times = match a.facts.iter_mut().find(|(name, _)| *name == "times") {
                Some((_, times)) => times,
                None => &mut a.facts.push_mut(("times", "1".to_owned())).1,
            };
            *times = (times.parse::<usize>().unwrap_or(1) + 1).to_string();
        }
        same
    });
    let ranks: Vec<_> = hits.iter().map(|h| rank(set, h)).collect();
    let mut keep = vec![true; hits.len()];
    for i in 0..hits.len() {
        for j in i + 1..hits.len() {
            if hits[j].secret.start >= hits[i].secret.end.max(hits[i].matched.end) {
                break;
            }
            if hits[j].secret.start >= hits[i].secret.end || !keep[i] || !keep[j] {
                continue;
            }
            let user = |k: usize| ranks[k].user;
            if user(i) && user(j) {
                continue;
            }
            let loser = if ranks[j] > ranks[i] { i } else { j };
            keep[loser] = false;
        }
    }
    let is_generic = |h: &Hit| user_rule(set, h).is_some_and(|r| r.to_lowercase().contains("generic"));
    if hits.iter().any(&is_generic) {
        let lines: Vec<u32> = hits.iter().map(|h| position(file, h.begins).0).collect();
        for i in 0..hits.len() {
            if !is_generic(&hits[i]) {
                continue;
            }
            let better = |j: usize| {
                lines[j] == lines[i]
                    && user_rule(set, &hits[j]).is_some()
                    && !is_generic(&hits[j])
                    && memchr::memmem::find(&hits[j].value, &hits[i].value).is_some()
            };
            // Hits are in the order of their secrets, so those of one line are neighbours.
            keep[i] &= !(i.saturating_sub(200)..hits.len().min(i + 200)).any(better);
        }
    }
    let mut keep = keep.into_iter();
    hits.retain(|_| keep.next().unwrap_or(true));
}

/// The id of a user's rule.
fn user_rule<'a>(set: &'a RuleSet, hit: &Hit) -> Option<&'a str> {
    let RuleRef::Pattern(i) = hit.rule else { return None };
    set.rules.get(i).filter(|r| !r.builtin).map(|r| r.rule.id.as_str())
}

/// Whether a rule's form is that of several providers: one that knows the provider says more.
fn says_generic(rule: &firedoor_core::Rule) -> bool {
    rule.id.as_str().contains("generic") || rule.tags.iter().any(|t| t == "generic")
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Context,
    Generic,
    Provider,
    User,
}

#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Rank {
    /// The user's own rules are never set aside for ours.
    user: bool,
    /// Verified, then broken, then without a check: a broken token stays below the gate whatever else matches it.
    checked: u8,
    /// A rule that takes the value for an example says less than one that does not.
    at_gate: bool,
    class: Class,
    confidence: firedoor_core::Confidence,
    /// Detectors of structured secrets come behind those of assignments.
    detector: usize,
    len: usize,
}

fn rank(set: &RuleSet, hit: &Hit) -> Rank {
    let class = match hit.rule {
        RuleRef::Context(_) => Class::Context,
        RuleRef::Pattern(i) => match set.rules.get(i) {
            Some(rule) if !rule.builtin => Class::User,
            Some(rule) if says_generic(&rule.rule) => Class::Generic,
            _ => Class::Provider,
        },
    };
    let detector = if let RuleRef::Context(i) = hit.rule { i } else { 0 };
    let checked = match hit.validity {
        Validity::Valid => 2,
        Validity::InvalidChecksum => 1,
        Validity::Unknown => 0,
    };
    let at_gate = hit.confidence >= firedoor_core::Confidence::Medium;
    Rank {
        user: class == Class::User,
        checked,
        at_gate,
        class,
        confidence: hit.confidence,
        detector,
        len: hit.secret.len(),
    }
}
