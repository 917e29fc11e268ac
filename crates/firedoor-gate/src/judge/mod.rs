//! The judgement: findings in, verdict out.
//!
//! In this order: severities as the configuration wants them, one finding for each thing that is wrong, fingerprints,
//! suppressions, what was there before, what blocks, masks, verdict. Nothing depends on the order in which findings came.

mod moved;
mod order;
mod suppressing;
#[cfg(test)]
mod survival;
mod verdict;

pub use moved::is_wide;
pub use suppressing::{is_marked, new_suppression_rule};

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{
    AbsentFinding, BaselineState, EngineId, Finding, Identity, JudgedFinding, KeptLines, Location, Notice, NoticeLevel,
    Origin, RepoPath, Suppression, Verdict,
};

use crate::baseline::{Baseline, BaselineEntry};
use crate::identity::{Fingerprint, fingerprints};
use crate::mask::Masker;
use crate::matching::{Current, Known, Renames, match_known};
use crate::policy::{NewOnly, Policy, Thresholds};
use crate::suppress::{ExternalIgnore, MarkerSet};

/// The other side of a comparison: what the engines found in the files before the change.
#[derive(Clone, Debug, Default)]
pub struct Base {
    /// Findings in the changed files as the base commit has them, under their old paths.
    pub findings: Vec<Finding>,
    /// Their in-source markers, under their old paths.
    pub markers: MarkerSet,
    /// New path to old path of each renamed file.
    pub renames: BTreeMap<RepoPath, RepoPath>,
    /// The new paths of the files that the change touches; a finding none of whose places lies in one of them was there
    /// before. `None`: not known, every finding is compared.
    pub changed: Option<BTreeSet<RepoPath>>,
    /// Engines that judged all of the base, and not the changed files alone: what they did not find there is new
    /// wherever it stands.
    pub whole: BTreeSet<EngineId>,
    /// By new path: the lines of changed files that the change kept. Files that are not here are not compared by lines.
    pub kept: BTreeMap<RepoPath, KeptLines>,
}

/// Everything that a judgement rests on.
#[derive(Clone, Debug, Default)]
pub struct GateInput {
    /// What the engines found, in any order.
    pub findings: Vec<Finding>,
    /// Secrets that are no findings of this run and are masked all the same.
    pub hidden: Vec<Finding>,
    /// What the engines and the walk had to say, in any order.
    pub notices: Vec<Notice>,
    /// In-source markers of the scanned files.
    pub markers: MarkerSet,
    /// Suppressions of files and of the configuration. In a comparison: those of the base commit.
    pub external: Vec<ExternalIgnore>,
    /// Accepted findings. In a comparison: those of the base commit.
    pub baseline: Option<Baseline>,
    /// The path of the baseline, for suppressions and notices.
    pub baseline_path: Option<RepoPath>,
    /// The other side of a comparison (`--diff`, `--staged`).
    pub base: Option<Base>,
    /// Every file that is there now; tells a moved file from a copied one. `None`: not known.
    pub present: Option<BTreeSet<RepoPath>>,
    /// Files that steer the gate (configuration, baseline, ignore files, rules) and that the change touches.
    pub gate_changes: Vec<RepoPath>,
    /// What blocks.
    pub policy: Policy,
    /// The key of fingerprints; see [`crate::identity::derive_key`].
    pub key: [u8; 32],
    /// Today, `YYYY-MM-DD`. Empty: nothing expires.
    pub today: String,
    /// The ids of all rules that were loaded. Empty: not known.
    pub rule_ids: BTreeSet<String>,
    /// Whether the run saw enough to say that a suppression is of no use: every engine, whole files, all of the tree.
    pub report_unused: bool,
    /// What of the repository was judged. `None`: all of it.
    pub seen: Option<Seen>,
}

/// What of a repository a run judged: of the rest it cannot say that a finding is gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The engines that ran.
    pub engines: BTreeSet<EngineId>,
    /// Files and folders, without a slash at the end; an empty one means all.
    pub paths: Vec<String>,
}

impl Seen {
    fn holds(&self, entry: &BaselineEntry) -> bool {
        self.engines.contains(&entry.engine) && self.is_below(&entry.path)
    }

    /// Whether a path is one of those judged, or lies below one.
    fn is_below(&self, path: &str) -> bool {
        let below = |p: &String| {
            p.is_empty() || path.strip_prefix(p.as_str()).is_some_and(|r| r.is_empty() || r.starts_with('/'))
        };
        self.paths.iter().any(below)
    }
}

/// What the baseline needs to know of a finding, beside what reports print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The fingerprint without the path.
    pub moved: String,
    /// The index of its entry in the baseline.
    pub baseline: Option<usize>,
}

/// The answer.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The answer in one word.
    pub verdict: Verdict,
    /// Why, one sentence an entry.
    pub reasons: Vec<String>,
    /// Sorted by path, place, engine, rule; secrets masked.
    pub findings: Vec<JudgedFinding>,
    /// In the baseline, no longer found. Sorted.
    pub absent: Vec<AbsentFinding>,
    /// The indexes of the baseline's entries that the run could not have found: another engine's, outside of what was
    /// scanned, or in files that a comparison does not touch.
    pub unseen: BTreeSet<usize>,
    /// Sorted. Those handed in, and the gate's own: expired and unused suppressions, changes to the gate.
    pub notices: Vec<Notice>,
    /// By fingerprint.
    pub records: BTreeMap<String, Record>,
}

/// A finding of the base.
pub(crate) struct Old {
    pub(crate) finding: Finding,
    /// Where it would be now: another path than its own where its file was renamed.
    pub(crate) path: RepoPath,
    /// The last day on which a marker that is in force excuses it there; [`FOREVER`] for one without an end.
    pub(crate) excused_until: Option<String>,
    /// Whether an entry of a file lets it pass there.
    pub(crate) is_listed: bool,
    /// Whether it is below the thresholds that hold there.
    pub(crate) is_below: bool,
}

/// A day that does not come.
pub(crate) const FOREVER: &str = "9999-12-31";

/// A finding on its way to a [`JudgedFinding`].
pub(crate) struct Case {
    pub(crate) finding: Finding,
    pub(crate) print: Fingerprint,
    pub(crate) suppressions: Vec<Suppression>,
    /// Suppressions that speak of it and are not in force, in words.
    pub(crate) void: Vec<String>,
    /// The index of its baseline entry.
    pub(crate) accepted_by: Option<usize>,
    /// Why its baseline entry does not hold.
    pub(crate) accepted_void: Option<String>,
    /// Whether the base has it.
    pub(crate) in_base: bool,
    /// Whether it stands in files that the change does not touch, and was found because its engine judged all files.
    pub(crate) is_elsewhere: bool,
    /// The index of the base's finding that it is.
    pub(crate) before: Option<usize>,
    /// The last day on which a marker in force excused it in the base already; [`FOREVER`] for one without an end.
    pub(crate) excused_until: Option<String>,
    /// A further place of the secret that nothing excuses, where what excuses the first one is not enough.
    pub(crate) unexcused: Option<Location>,
}

impl Case {
    fn new(finding: Finding, print: Fingerprint) -> Self {
        Self {
            finding,
            print,
            suppressions: Vec::new(),
            void: Vec::new(),
            accepted_by: None,
            accepted_void: None,
            in_base: false,
            is_elsewhere: false,
            before: None,
            excused_until: None,
            unexcused: None,
        }
    }
}

/// Judges a run.
#[must_use]
pub fn judge(input: GateInput) -> Judgement {
    let GateInput {
        findings,
        hidden,
        mut notices,
        markers,
        external,
        baseline,
        baseline_path,
        base,
        present,
        gate_changes,
        policy,
        key,
        today,
        rule_ids,
        report_unused,
        seen,
    } = input;
    let findings = order::sorted(findings);
    let masker = Masker::new(base.iter().flat_map(|b| &b.findings).chain(&findings).chain(&hidden));
    let prints = fingerprints(findings.iter().map(|f| (f, &f.location.path)), &key);
    let mut cases: Vec<Case> = findings
        .into_iter()
        .zip(prints)
        .map(|(mut finding, print)| {
            policy.adjust(&mut finding);
            Case::new(finding, print)
        })
        .collect();

    let is_present = |path: &str| present.as_ref().is_some_and(|p| p.contains(&RepoPath::new(path)));
    let (mut absent, mut unseen) = (Vec::new(), BTreeSet::new());
    if let Some(baseline) = &baseline {
        let changed = base.as_ref().and_then(|b| b.changed.as_ref());
        let could_see = |entry: &BaselineEntry| {
            seen.as_ref().is_none_or(|s| s.holds(entry))
                && changed.is_none_or(|c| c.contains(&RepoPath::new(entry.path.as_str())) || !is_present(&entry.path))
        };
        let gone = match_baseline(&mut cases, baseline, is_present, could_see, &policy, &today);
        unseen = gone.iter().copied().filter(|i| baseline.entries.get(*i).is_none_or(|e| !could_see(e))).collect();
        absent = baseline.absent(gone.difference(&unseen));
    }
    let rules =
        suppressing::Rules { policy: &policy, today: &today, rule_ids: &rule_ids, report_unused, seen: seen.as_ref() };
    let mut old = Vec::new();
    if let Some(base) = &base {
        old = suppressing::of_base(base, &external, &rules, &key);
        match_base(&mut cases, base, &mut old, &key, is_present);
        cases.retain(|case| !(case.in_base && case.is_elsewhere) || suppressing::has_risen(case, &old, &policy));
    }
    let used = suppressing::apply(&mut cases, &markers, &external, &rules, &mut notices);
    suppressing::pair_alike(&mut cases, &old, &policy);
    suppressing::uncovered(&mut cases, &old, &external, &rules);
    if let (Some(base), false) = (&base, policy.allow_new_suppressions) {
        let new = suppressing::new_suppressions(&cases, &markers, base, &used, &rules);
        let prints = fingerprints(new.iter().map(|f| (f, &f.location.path)), &key);
        cases.extend(new.into_iter().zip(prints).map(|(finding, print)| Case::new(finding, print)));
        cases.sort_by(|a, b| order::compare(&a.finding, &b.finding));
    }
    notices.extend(gate_changes.iter().map(|path| {
        Notice::warning(
            "gate-changed",
            format!("This change touches `{path}`, which steers the gate: it needs review. The gate used the base's version."),
        )
        .at(path)
    }));
    suppressing::expired_entries(&cases, baseline.as_ref(), baseline_path.as_ref(), &mut notices);

    let compared = base.is_some();
    let stateful = compared || baseline.is_some();
    let mut records = BTreeMap::new();
    let findings: Vec<JudgedFinding> = cases
        .into_iter()
        .map(|case| {
            records.insert(
                case.print.primary.clone(),
                Record { moved: case.print.moved.clone(), baseline: case.accepted_by },
            );
            let entry = case.accepted_by.and_then(|i| baseline.as_ref()?.entries.get(i));
            let reason = entry.and_then(|e| e.reason.as_deref());
            let mut judged = decide(case, &policy, compared, stateful, reason);
            masker.judged(&mut judged);
            judged
        })
        .collect();
    notices.iter_mut().for_each(|n| masker.notice(n));
    notices.sort();
    notices.dedup();
    let (verdict, reasons) = verdict::verdict(&findings, &mut notices, &policy, compared);
    absent.sort();
    Judgement { verdict, reasons, findings, absent, unseen, notices, records }
}

/// Gives each case its entry; the indexes of the entries without one.
fn match_baseline(
    cases: &mut [Case],
    baseline: &Baseline,
    present: impl Fn(&str) -> bool,
    could_see: impl Fn(&BaselineEntry) -> bool,
    policy: &Policy,
    today: &str,
) -> BTreeSet<usize> {
    let is_seen = |e: &BaselineEntry| could_see(e) || !present(&e.path);
    let known: Vec<Known<'_>> = baseline
        .entries
        .iter()
        .map(|e| Known { primary: &e.fingerprint, moved: &e.moved, path: &e.path, is_seen: is_seen(e) })
        .collect();
    let matched = match_known(&currents(cases), &known, present, Renames::Unknown);
    for (case, entry) in cases.iter_mut().zip(&matched) {
        case.accepted_by = *entry;
        if let Some(entry) = entry.and_then(|i| baseline.entries.get(i)) {
            case.accepted_void = suppressing::void(policy, entry.reason.as_deref(), entry.until.as_deref(), today);
        }
    }
    let matched: BTreeSet<usize> = matched.into_iter().flatten().collect();
    (0..baseline.entries.len()).filter(|i| !matched.contains(i)).collect()
}

fn currents(cases: &[Case]) -> Vec<Current<'_>> {
    cases
        .iter()
        .map(|c| Current {
            print: &c.print,
            path: c.finding.location.path.as_str(),
            anywhere: matches!(c.finding.identity, Identity::Secret { .. } | Identity::Dependency { .. }),
        })
        .collect()
}

/// Gives each case what the base says of it.
fn match_base(cases: &mut [Case], base: &Base, old: &mut [Old], key: &[u8; 32], present: impl Fn(&str) -> bool) {
    let new_path: BTreeMap<&RepoPath, &RepoPath> = base.renames.iter().map(|(new, old)| (old, new)).collect();
    for Old { finding, path, .. } in old.iter_mut() {
        // A lock file that moves takes its packages along: its folder is part of their name.
        if let Some(new) = new_path.get(&finding.location.path) {
            path.clone_from(new);
            if let Identity::Dependency { folder, .. } = &mut finding.identity
                && folder.as_str() == finding.location.path.parent()
            {
                *folder = new.parent().into();
            }
        }
    }
    let old: &[Old] = old;
    let prints = fingerprints(old.iter().map(|o| (&o.finding, &o.path)), key);
    let known: Vec<Known<'_>> = prints
        .iter()
        .zip(old)
        .map(|(p, o)| Known { primary: &p.primary, moved: &p.moved, path: o.path.as_str(), is_seen: true })
        .collect();
    let mut matched = match_known(&currents(cases), &known, present, Renames::Known);
    moved::match_statements(cases, old, &mut matched);
    moved::match_edited(cases, old, &base.kept, &mut matched);
    moved::match_code(cases, old, &mut matched);
    let mut secrets: BTreeMap<(&str, &[u8]), Vec<&Old>> = BTreeMap::new();
    for o in old {
        if let Identity::Secret { value } = &o.finding.identity {
            secrets.entry((o.finding.rule.id.as_str(), value.expose())).or_default().push(o);
        }
    }
    for (case, found) in cases.iter_mut().zip(matched) {
        let finding = &case.finding;
        // A commit of the range may take away or move a line whose secret the base has: that leaks nothing new.
        let known_secret = match (&finding.location.origin, &finding.identity) {
            (Origin::Commit(_), Identity::Secret { value }) => {
                let known = secrets.get(&(finding.rule.id.as_str(), value.expose()));
                let is_there = |o: &Old| [&o.path, &o.finding.location.path].contains(&&finding.location.path);
                known.into_iter().flatten().any(|o| !(o.is_listed || o.is_below) || is_there(o))
            }
            _ => false,
        };
        let untouched = base.changed.as_ref().is_some_and(|changed| {
            !matches!(finding.location.origin, Origin::Commit(_)) && places(finding).all(|p| !changed.contains(p))
        });
        case.is_elsewhere = untouched && base.whole.contains(&finding.engine());
        let untouched = untouched && !case.is_elsewhere;
        case.in_base = found.is_some() || known_secret || untouched;
        case.excused_until = untouched.then(|| FOREVER.to_owned());
        case.before = found;
    }
}

/// The files in which a finding stands: its place, the related ones, and the steps of its ways.
pub fn places(finding: &Finding) -> impl Iterator<Item = &RepoPath> {
    let steps = finding.traces.iter().flat_map(|t| &t.steps).map(|s| &s.location.path);
    std::iter::once(&finding.location.path).chain(finding.related.iter().map(|l| &l.path)).chain(steps)
}

/// The thresholds of a finding; of a secret with several places those under which it blocks, if there are some.
fn strictest(policy: &Policy, finding: &Finding) -> Thresholds {
    deciding(policy, finding).0
}

/// The same, and which of the further places decides, if it is one of them.
fn deciding(policy: &Policy, finding: &Finding) -> (Thresholds, Option<usize>) {
    let own = policy.thresholds(finding);
    if own.are_reached(finding) || policy.overrides.is_empty() || !matches!(finding.identity, Identity::Secret { .. }) {
        return (own, None);
    }
    let mut there = finding.clone();
    let at = |place: &Location| {
        there.location.path = place.path.clone();
        policy.thresholds(&there)
    };
    let found = finding.related.iter().map(at).enumerate().find(|(_, limits)| limits.are_reached(finding));
    found.map_or((own, None), |(i, limits)| (limits, Some(i)))
}

/// Shows a secret at the one of its further places that decides.
fn lead(finding: &mut Finding, place: usize) {
    let Some(at) = finding.related.get_mut(place) else { return };
    let said = at.message.take();
    std::mem::swap(at, &mut finding.location);
    at.message = said;
}

fn decide(case: Case, policy: &Policy, compared: bool, stateful: bool, accepted: Option<&str>) -> JudgedFinding {
    let in_baseline = case.accepted_by.is_some();
    let existing = case.in_base || in_baseline;
    let state = match (stateful, existing) {
        (false, _) => None,
        (true, true) => Some(BaselineState::Unchanged),
        (true, false) => Some(BaselineState::New),
    };
    let mut finding = case.finding;
    let (limits, place) = deciding(policy, &finding);
    let is_it = |at: &Location, l: &Location| at.path == l.path && at.span == l.span && at.origin == l.origin;
    let unexcused = case.unexcused.as_ref().and_then(|at| finding.related.iter().position(|l| is_it(at, l)));
    if let Some(place) = place.or(unexcused) {
        lead(&mut finding, place);
    }
    let set_for = limits.from.as_ref().map(|f| format!(" (set for {f})")).unwrap_or_default();
    let new_only = match limits.new_only {
        NewOnly::Auto => compared,
        NewOnly::Always => true,
        NewOnly::Never => false,
    };
    let (severity, confidence) = (finding.severity, finding.confidence);
    let (blocking, mut why) = if let Some(s) = case.suppressions.first() {
        (false, suppressing::describe(s))
    } else if in_baseline && case.accepted_void.is_none() {
        (false, accepted.map_or_else(|| "it is in the baseline".to_owned(), |r| format!("it is in the baseline: {r}")))
    } else if new_only && existing {
        (false, "it was there before".to_owned())
    } else {
        match limits.fail_on {
            None => (false, format!("fail-on is none{set_for}")),
            Some(limit) if severity < limit => {
                (false, format!("severity {severity} is below fail-on {limit}{set_for}"))
            }
            Some(_) if confidence < limits.min_confidence => {
                let least = limits.min_confidence;
                (false, format!("confidence {confidence} is below min-confidence {least}{set_for}"))
            }
            Some(limit) => (true, format!("severity {severity} is at or above fail-on {limit}{set_for}")),
        }
    };
    let void = case.accepted_void.iter().map(|v| format!("its baseline entry does not hold: {v}"));
    for note in void.chain(case.void) {
        why.push_str("; ");
        why.push_str(&note);
    }
    JudgedFinding { fingerprint: case.print.primary, state, suppressions: case.suppressions, blocking, why, finding }
}

/// Whether a notice keeps the run from being whole.
pub(crate) fn is_error(notice: &Notice) -> bool {
    notice.level == NoticeLevel::Error
}

/// The rule of the gate's own findings.
pub(crate) const NEW_SUPPRESSION: &str = "new-suppression";

/// Whether a finding is the gate's own.
pub(crate) fn is_own(finding: &Finding) -> bool {
    finding.engine() == EngineId::Gate
}

#[cfg(test)]
mod tests;
