//! Which suppressions are in force for which finding, which are void, expired or of no use, and which a change brought.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::{
    Confidence, EngineId, Evidence, Finding, Identity, Location, Notice, NoticeLevel, Origin, RepoPath, Rule, Severity,
    SourceFile, Suppression, SuppressionKind,
};

use super::{Base, Case, FOREVER, NEW_SUPPRESSION, Old, Seen, is_own};
use crate::baseline::Baseline;
use crate::identity::{fingerprints, without_ordinal};
use crate::policy::Policy;
use crate::suppress::{ExternalIgnore, Marker, MarkerSet, Target, markers as find_markers};

/// What decides whether a suppression holds.
pub(super) struct Rules<'a> {
    pub(super) policy: &'a Policy,
    pub(super) today: &'a str,
    pub(super) rule_ids: &'a BTreeSet<String>,
    pub(super) report_unused: bool,
    pub(super) seen: Option<&'a Seen>,
}

/// The markers that suppress something.
#[derive(Default)]
pub(super) struct Used {
    /// In files: path and index of the marker, indexes of the cases.
    in_files: BTreeMap<(RepoPath, usize), Vec<usize>>,
    /// In commits, where no file is left to hold them: the marker and the index of its case.
    in_commits: Vec<(Marker, usize)>,
}

/// The base's findings, sorted, with what lets them pass there.
pub(super) fn of_base(base: &Base, external: &[ExternalIgnore], rules: &Rules<'_>, key: &[u8; 32]) -> Vec<Old> {
    let findings = super::order::sorted(base.findings.clone());
    let prints = fingerprints(findings.iter().map(|f| (f, &f.location.path)), key);
    // The whole files of the base are at hand, with all their markers: these are not findings of a history.
    let in_file = |finding: &Finding| {
        let mut finding = finding.clone();
        finding.location.origin = Origin::Index;
        finding.related.iter_mut().for_each(|at| at.origin = Origin::Index);
        rules.policy.adjust(&mut finding);
        finding
    };
    let mut cases: Vec<Case> =
        findings.iter().zip(prints).map(|(finding, print)| Case::new(in_file(finding), print)).collect();
    apply(&mut cases, &base.markers, external, rules, &mut Vec::new());
    let excused_until = |case: &Case| {
        let in_source = case.suppressions.iter().filter(|s| s.kind == SuppressionKind::InSource);
        in_source.map(|s| s.until.clone().unwrap_or_else(|| FOREVER.to_owned())).max()
    };
    let is_listed = |case: &Case| case.suppressions.iter().any(|s| s.kind == SuppressionKind::External);
    let is_below = |case: &Case| !super::strictest(rules.policy, &case.finding).are_reached(&case.finding);
    findings
        .into_iter()
        .zip(&cases)
        .map(|(finding, case)| Old {
            path: finding.location.path.clone(),
            excused_until: excused_until(case),
            is_listed: is_listed(case),
            is_below: is_below(case),
            finding,
        })
        .collect()
}

/// A commit on the way has the same finding as the file that it leads to: the base's is that of the file.
fn prefer_files(cases: &mut [Case]) {
    let in_commit = |case: &Case| matches!(case.finding.location.origin, Origin::Commit(_));
    if !cases.iter().any(|case| in_commit(case) && case.before.is_some()) {
        return;
    }
    let mut groups: BTreeMap<Vec<u8>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (i, case) in cases.iter().enumerate() {
        let in_commit = in_commit(case);
        if in_commit == case.before.is_some() {
            let (commits, files) =
                groups.entry(without_ordinal(&case.finding, &case.finding.location.path)).or_default();
            if in_commit { commits.push(i) } else { files.push(i) }
        }
    }
    for (commit, file) in groups.into_values().flat_map(|(commits, files)| commits.into_iter().zip(files)) {
        let before = cases.get_mut(commit).and_then(|case| case.before.take());
        if let Some(case) = cases.get_mut(file) {
            case.in_base |= before.is_some();
            case.before = before;
        }
    }
}

/// Equal findings of one file are told apart by their order alone. Where some of them are suppressed or below the
/// thresholds, those that are now are taken for those that were.
pub(super) fn pair_alike(cases: &mut [Case], old: &[Old], policy: &Policy) {
    prefer_files(cases);
    if old.iter().all(|o| o.excused_until.is_none() && !o.is_below) {
        return;
    }
    // By what they have in common: the cases, and what they may be, both in order.
    let mut groups: BTreeMap<Vec<u8>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    let taken: BTreeSet<usize> = cases.iter().filter_map(|c| c.before).collect();
    for (i, case) in cases.iter().enumerate() {
        let in_place = case.before.and_then(|i| old.get(i)).is_some_and(|o| o.path == case.finding.location.path);
        if in_place && !matches!(case.finding.location.origin, Origin::Commit(_)) {
            groups.entry(without_ordinal(&case.finding, &case.finding.location.path)).or_default().0.push(i);
        }
    }
    for (i, o) in old.iter().enumerate() {
        let Some((own, known)) = groups.get_mut(&without_ordinal(&o.finding, &o.path)) else { continue };
        if !taken.contains(&i) || own.iter().any(|case| cases.get(*case).is_some_and(|c| c.before == Some(i))) {
            known.push(i);
        }
    }
    for (own, mut known) in groups.into_values().filter(|(_, known)| known.len() > 1) {
        // Those that are alike in both first, then those that are as suppressed; the rest takes what is left.
        let mut rest = own;
        for in_both in [true, false] {
            let mut left = Vec::new();
            for i in rest {
                let Some(case) = cases.get_mut(i) else { continue };
                let is_suppressed = !case.suppressions.is_empty();
                let is_below = !super::strictest(policy, &case.finding).are_reached(&case.finding);
                let is_alike =
                    |o: &Old| o.excused_until.is_some() == is_suppressed && (!in_both || o.is_below == is_below);
                match known.iter().position(|k| old.get(*k).is_some_and(is_alike)) {
                    Some(at) => case.before = Some(known.remove(at)),
                    None => left.push(i),
                }
            }
            rest = left;
        }
        for (i, k) in rest.into_iter().zip(known) {
            if let Some(case) = cases.get_mut(i) {
                case.before = Some(k);
            }
        }
    }
}

/// What something let pass before the change, and nothing lets pass after it, is as good as new: a scan of the whole tree
/// would stop at it after the merge. A marker is gone; or the finding came to another place, and an entry, a threshold or a
/// severity was for the old one only. What follows a finding wherever it goes is the baseline. A commit on the way does not
/// count: what it holds is in the base.
pub(super) fn uncovered(cases: &mut [Case], old: &[Old], external: &[ExternalIgnore], rules: &Rules<'_>) {
    let policy = rules.policy;
    for case in cases {
        let Some(before) = case.before.and_then(|i| old.get(i)) else { continue };
        case.excused_until = case.excused_until.take().max(before.excused_until.clone());
        if matches!(case.finding.location.origin, Origin::Commit(_)) || !case.suppressions.is_empty() {
            continue;
        }
        if before.excused_until.is_some() {
            case.in_base = false;
            case.void.push("the change takes away the marker that excused it".to_owned());
        }
        if !(before.is_listed || before.is_below) || !super::strictest(policy, &case.finding).are_reached(&case.finding)
        {
            continue;
        }
        if has_risen(case, old, policy) {
            case.in_base = false;
            case.void.push("it was there before, below what stops at it".to_owned());
            continue;
        }
        let mut known: BTreeSet<&RepoPath> = super::places(&before.finding).collect();
        // The places of one secret are one finding now, and were several before. Those that count are known, and where there
        // are some, those that were let through and are it still, under another name.
        if matches!(case.finding.identity, Identity::Secret { .. }) {
            let (let_through, counted): (Vec<&Old>, Vec<&Old>) =
                equal_to(case, old).partition(|o| o.is_listed || o.is_below);
            if counted.iter().any(|o| super::places(&case.finding).any(|place| *place == o.path)) {
                let still = let_through.iter().filter(|o| is_let_through(o, case, external, rules));
                known.extend(still.map(|o| &o.path));
            }
            known.extend(counted.iter().flat_map(|o| [&o.path, &o.finding.location.path]));
        }
        if super::places(&case.finding).any(|place| !known.contains(place)) {
            case.in_base = false;
            case.void.push(format!("it was let through in {} only", before.finding.location.path));
        }
    }
}

/// The findings of the base that are of the same rule and the same secret, wherever they stand.
fn equal_to<'o>(case: &Case, old: &'o [Old]) -> impl Iterator<Item = &'o Old> {
    old.iter().filter(|o| o.finding.rule.id == case.finding.rule.id && o.finding.identity == case.finding.identity)
}

/// Whether the thresholds let a finding pass before the change and do not now, though it stands where it stood: the change
/// made it graver or surer.
pub(super) fn has_risen(case: &Case, old: &[Old], policy: &Policy) -> bool {
    let Some(before) = case.before.and_then(|i| old.get(i)).filter(|before| before.is_below) else { return false };
    let is_reached = super::strictest(policy, &case.finding).are_reached(&case.finding);
    if !matches!(case.finding.identity, Identity::Secret { .. }) {
        return is_reached && before.path == case.finding.location.path;
    }
    // Of a secret that stands in several places one that counts makes all of them known.
    let alike: Vec<&Old> = equal_to(case, old).collect();
    let known: BTreeSet<&RepoPath> = alike.iter().map(|o| &o.path).collect();
    is_reached
        && alike.iter().all(|o| o.is_below && !o.is_listed)
        && super::places(&case.finding).all(|place| known.contains(place))
}

/// Whether an entry or a threshold lets a place of a secret pass where its file is now.
fn is_let_through(old: &Old, case: &Case, external: &[ExternalIgnore], rules: &Rules<'_>) -> bool {
    let mut there = old.finding.clone();
    there.location.path.clone_from(&old.path);
    rules.policy.adjust(&mut there);
    let holds = |e: &ExternalIgnore| void(rules.policy, e.reason.as_deref(), e.until.as_deref(), rules.today).is_none();
    external.iter().any(|e| holds(e) && e.covers(&there, &case.print.primary, rules.rule_ids))
        || !super::strictest(rules.policy, &there).are_reached(&there)
}

/// Whether a marker that holds suppresses a finding of a file in hand.
#[must_use]
pub fn is_marked(finding: &Finding, markers: &MarkerSet, policy: &Policy, today: &str) -> bool {
    markers.of(&finding.location.path).iter().any(|marker| {
        policy.listens_to(marker)
            && marker.covers(finding)
            && void(policy, marker.reason.as_deref(), marker.until.as_deref(), today).is_none()
    })
}

/// Why a suppression does not hold, in words.
pub(super) fn void(policy: &Policy, reason: Option<&str>, until: Option<&str>, today: &str) -> Option<String> {
    if let Some(until) = until.filter(|u| !today.is_empty() && *u < today) {
        return Some(format!("it ended on {until}"));
    }
    if policy.require_reason && reason.is_none_or(|r| r.trim().is_empty()) {
        return Some("it gives no reason, and the policy requires one".to_owned());
    }
    let days = policy.max_expiry_days?;
    let Some(until) = until else {
        return Some(format!("it has no end, and the policy allows {days} days"));
    };
    let left = crate::date::days_between(today, until)?;
    (i64::from(left) > i64::from(days)).then(|| format!("it ends on {until}, and the policy allows {days} days"))
}

/// A suppression in a few words.
pub(super) fn describe(s: &Suppression) -> String {
    let mut text = format!("suppressed by {}", s.form);
    match (&s.path, s.line) {
        (Some(path), Some(line)) if s.kind == SuppressionKind::External => text.push_str(&format!(" ({path}:{line})")),
        (_, Some(line)) => text.push_str(&format!(" in line {line}")),
        _ => {}
    }
    if let Some(reason) = &s.reason {
        text.push_str(&format!(": {reason}"));
    }
    text
}

/// Gives every case its suppressions; adds notices about those that are broken, expired or of no use.
pub(super) fn apply(
    cases: &mut [Case],
    markers: &MarkerSet,
    external: &[ExternalIgnore],
    rules: &Rules<'_>,
    notices: &mut Vec<Notice>,
) -> Used {
    let mut used = Used::default();
    let mut touched: BTreeSet<(RepoPath, usize)> = BTreeSet::new();
    let mut touched_external = vec![false; external.len()];
    for (index, case) in cases.iter_mut().enumerate() {
        let path = case.finding.location.path.clone();
        if let Origin::Commit(_) = case.finding.location.origin {
            // The markers of the file as it is now say nothing of an old state: the excerpt is all there is of that.
            for marker in excerpt_markers(&case.finding) {
                if is_honoured(case, &marker, rules) && add_marker(case, &marker, &path, rules) {
                    used.in_commits.push((marker, index));
                }
            }
        } else {
            for (i, marker) in markers.of(&path).iter().enumerate() {
                if !marker.covers(&case.finding) {
                    continue;
                }
                if !is_honoured(case, marker, rules) {
                    continue;
                }
                touched.insert((path.clone(), i));
                if add_marker(case, marker, &path, rules) {
                    used.in_files.entry((path.clone(), i)).or_default().push(index);
                }
            }
        }
        // A marker where the same secret stands once more is of use as soon as this place is mended.
        for at in case.finding.related.iter().filter(|_| matches!(case.finding.identity, Identity::Secret { .. })) {
            let of_place = markers.of(&at.path).iter().enumerate().filter(|(_, m)| m.covers_at(&case.finding, at));
            touched.extend(of_place.map(|(i, _)| (at.path.clone(), i)));
        }
        for (ignore, touched) in external.iter().zip(&mut touched_external) {
            if !ignore.covers(&case.finding, &case.print.primary, rules.rule_ids) {
                continue;
            }
            *touched = true;
            match void(rules.policy, ignore.reason.as_deref(), ignore.until.as_deref(), rules.today) {
                Some(why) => case.void.push(format!("{} does not hold: {why}", ignore.form)),
                None => case.suppressions.push(Suppression {
                    kind: SuppressionKind::External,
                    form: ignore.form.clone(),
                    reason: ignore.reason.clone(),
                    owner: ignore.owner.clone(),
                    until: ignore.until.clone(),
                    path: Some(RepoPath::new(ignore.path.as_str())),
                    line: ignore.line,
                }),
            }
        }
        case.suppressions.sort();
        case.suppressions.dedup();
        if let (Some(first), Some(at)) = (case.suppressions.first(), unexcused(case, markers, external, rules)) {
            // The places of one secret are one finding: what accepts one of them says nothing of the others.
            case.void.push(format!(
                "{} is not enough: the secret stands in {}:{}, too",
                describe(first),
                at.path,
                at.region.start_line
            ));
            case.suppressions.clear();
            case.unexcused = Some(at);
        }
    }
    marker_notices(markers, &touched, rules, notices);
    external_notices(external, &touched_external, rules, notices);
    used
}

/// A further place of a secret that nothing excuses.
fn unexcused(case: &Case, markers: &MarkerSet, external: &[ExternalIgnore], rules: &Rules<'_>) -> Option<Location> {
    if !matches!(case.finding.identity, Identity::Secret { .. }) {
        return None;
    }
    let holds = |reason: &Option<String>, until: &Option<String>| {
        void(rules.policy, reason.as_deref(), until.as_deref(), rules.today).is_none()
    };
    let is_heard = |m: &Marker| rules.policy.listens_to(m) && holds(&m.reason, &m.until);
    let mut there = case.finding.clone();
    case.finding
        .related
        .iter()
        .find(|at| {
            there.location = (*at).clone();
            let in_source = if matches!(at.origin, Origin::Commit(_)) {
                excerpt_markers(&there).iter().any(is_heard)
            } else {
                markers.of(&at.path).iter().any(|m| m.covers_at(&there, at) && is_heard(m))
            };
            let listed = |e: &ExternalIgnore| {
                holds(&e.reason, &e.until) && e.covers(&there, &case.print.primary, rules.rule_ids)
            };
            !in_source && !external.iter().any(listed)
        })
        .cloned()
}

/// Whether the policy listens to a marker; if not, that is said of the finding.
fn is_honoured(case: &mut Case, marker: &Marker, rules: &Rules<'_>) -> bool {
    let honoured = rules.policy.listens_to(marker);
    if !honoured {
        case.void.push(format!("{} is not honoured by the policy", marker.form));
    }
    honoured
}

/// Whether it is in force.
fn add_marker(case: &mut Case, marker: &Marker, path: &RepoPath, rules: &Rules<'_>) -> bool {
    let line = marker.location.region.start_line;
    if let Some(why) = void(rules.policy, marker.reason.as_deref(), marker.until.as_deref(), rules.today) {
        case.void.push(format!("{} in line {line} does not hold: {why}", marker.form));
        return false;
    }
    case.suppressions.push(Suppression {
        kind: SuppressionKind::InSource,
        form: marker.form.to_owned(),
        reason: marker.reason.clone(),
        owner: marker.owner.clone(),
        until: marker.until.clone(),
        path: Some(path.clone()),
        line: Some(line),
    });
    true
}

/// The markers that speak of a finding in an old state of a file, read from its excerpt.
fn excerpt_markers(finding: &Finding) -> Vec<Marker> {
    let snippet = &finding.location.snippet;
    let file = SourceFile::new(finding.location.path.clone(), Origin::Stdin, snippet.text.clone().into_bytes());
    let shift = snippet.first_line.saturating_sub(1);
    let mut found = find_markers(&file);
    for marker in &mut found {
        if let Target::Lines(lines) = &marker.target {
            marker.target = Target::Lines(lines.start() + shift..=lines.end() + shift);
        }
        marker.location.region.start_line += shift;
    }
    found.retain(|m| m.covers(finding));
    found
}

fn marker_notices(
    markers: &MarkerSet,
    touched: &BTreeSet<(RepoPath, usize)>,
    rules: &Rules<'_>,
    notices: &mut Vec<Notice>,
) {
    let mut foreign: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, i, marker) in markers.iter() {
        let line = marker.location.region.start_line;
        let at = |notice: Notice| notice.at(path).on_line(line);
        if let Some(problem) = &marker.problem {
            let text = format!("The suppression `{}` is void: {problem}.", marker.form);
            notices.push(at(Notice::warning("malformed-suppression", text)));
            continue;
        }
        if touched.contains(&(path.clone(), i)) {
            if let Some(why) = void(rules.policy, marker.reason.as_deref(), marker.until.as_deref(), rules.today) {
                let text = format!("The suppression `{}` does not hold: {why}.", marker.form);
                notices.push(at(Notice::warning(code_of(&why), text)));
            }
        } else if marker.is_own() && rules.report_unused {
            let text =
                format!("The suppression `{}` matches no finding: remove it.{}", marker.form, unknown(marker, rules));
            notices.push(at(Notice::warning("unused-suppression", text)));
        } else if rules.report_unused {
            *foreign.entry(marker.form).or_default() += 1;
        }
    }
    // The markers of other tools mostly speak of those tools' rules: a count is all that is worth saying.
    for (form, count) in foreign {
        let what = if count == 1 { "1 marker".to_owned() } else { format!("{count} markers") };
        notices.push(Notice::note("unused-suppression", format!("{what} `{form}` matched no finding of firedoor.")));
    }
}

fn unknown(marker: &Marker, rules: &Rules<'_>) -> String {
    let known = |word: &String| {
        let id = word.split_once('/').filter(|(e, _)| EngineId::parse(e).is_some()).map_or(word.as_str(), |(_, id)| id);
        word.contains('*')
            || EngineId::parse(word).is_some()
            || rules
                .rule_ids
                .iter()
                .any(|r| r == id || r.ends_with(&format!(".{id}")) || r.ends_with(&format!("/{id}")))
    };
    match marker.rules.iter().find(|w| !rules.rule_ids.is_empty() && !known(w)) {
        Some(word) => format!(" There is no rule `{word}`."),
        None => String::new(),
    }
}

fn code_of(why: &str) -> &'static str {
    if why.contains("ended on") { "expired-suppression" } else { "void-suppression" }
}

fn external_notices(external: &[ExternalIgnore], touched: &[bool], rules: &Rules<'_>, notices: &mut Vec<Notice>) {
    for (ignore, touched) in external.iter().zip(touched) {
        let why = void(rules.policy, ignore.reason.as_deref(), ignore.until.as_deref(), rules.today);
        let notice = match (why, touched) {
            (Some(why), true) => {
                Notice::warning(code_of(&why), format!("An entry of `{}` does not hold: {why}.", ignore.form))
            }
            // A file above what was scanned speaks of the rest, too.
            (_, false)
                if (rules.report_unused || ignore.report_unused)
                    && rules.seen.is_none_or(|seen| seen.is_below(&ignore.path)) =>
            {
                let ours = ignore.form == "firedoor.toml" || ignore.report_unused;
                let level = if ours { NoticeLevel::Warning } else { NoticeLevel::Note };
                let text = format!("An entry of `{}` matches no finding: remove it.", ignore.form);
                Notice::new(level, "unused-suppression", text)
            }
            _ => continue,
        };
        let notice = notice.at(&RepoPath::new(ignore.path.as_str()));
        notices.push(match ignore.line {
            Some(line) => notice.on_line(line),
            None => notice,
        });
    }
}

/// Notices about entries of the baseline that do not hold any more.
pub(super) fn expired_entries(
    cases: &[Case],
    baseline: Option<&Baseline>,
    path: Option<&RepoPath>,
    notices: &mut Vec<Notice>,
) {
    for case in cases {
        let entry = case.accepted_by.and_then(|i| baseline?.entries.get(i));
        if let (Some(why), Some(entry)) = (&case.accepted_void, entry) {
            let text = format!("The baseline's entry for `{}` in `{}` does not hold: {why}.", entry.rule, entry.path);
            let notice = Notice::warning(
                if why.contains("ended on") { "expired-suppression" } else { "void-suppression" },
                text,
            );
            let line = baseline.and_then(|b| b.line_of(entry));
            notices.push(match (path, line) {
                (Some(path), Some(line)) => notice.at(path).on_line(line),
                (Some(path), None) => notice.at(path),
                (None, _) => notice,
            });
        }
    }
}

/// A finding for each in-source suppression that a change brings, revives or prolongs: at the marker, as grave as what it
/// suppresses.
pub(super) fn new_suppressions(
    cases: &[Case],
    markers: &MarkerSet,
    base: &Base,
    used: &Used,
    rules: &Rules<'_>,
) -> Vec<Finding> {
    let mut out = Vec::new();
    let is_new = |case: &Case, marker: &Marker| {
        let until = marker.until.as_deref().unwrap_or(FOREVER);
        !is_own(&case.finding) && case.excused_until.as_deref().is_none_or(|before| before < until)
    };
    // A marker for the whole file that was in force before speaks of new findings, too.
    let end = |m: &Marker| m.until.clone().unwrap_or_else(|| FOREVER.to_owned());
    let in_force = |m: &Marker| void(rules.policy, m.reason.as_deref(), m.until.as_deref(), rules.today).is_none();
    let stood = |path: &RepoPath, marker: &Marker| {
        let is_same = |m: &Marker| {
            m.target == Target::File
                && m.form == marker.form
                && (m.rules == marker.rules || reaches_all_of(m, marker))
                && end(m) >= end(marker)
                && in_force(m)
        };
        let is_untouched = base.changed.as_ref().is_some_and(|changed| !changed.contains(path));
        is_untouched || base.markers.of(base.renames.get(path).unwrap_or(path)).iter().any(is_same)
    };
    for ((path, i), indexes) in &used.in_files {
        let Some(marker) = markers.of(path).get(*i) else { continue };
        // One for the whole file reaches further than what excused single findings of it.
        let is_of_file = marker.target == Target::File;
        let counts = |case: &&Case| is_new(case, marker) || is_of_file && !is_own(&case.finding);
        let new: Vec<&Case> = indexes.iter().filter_map(|i| cases.get(*i)).filter(counts).collect();
        // In a file that the change does not touch it stood before.
        let is_untouched = base.changed.as_ref().is_some_and(|changed| !changed.contains(path));
        let was_there = is_untouched || is_of_file && stood(path, marker);
        if !was_there && !new.is_empty() {
            out.push(new_suppression(marker, &new));
        }
    }
    // One for a whole file that excuses nothing yet will excuse whatever comes.
    for (path, i, marker) in markers.iter() {
        let is_whole = marker.is_of_whole_file() && rules.policy.listens_to(marker);
        if is_whole && in_force(marker) && !used.in_files.contains_key(&(path.clone(), i)) && !stood(path, marker) {
            out.push(new_suppression(marker, &[]));
        }
    }
    // What a commit of the change excused by a marker, and no marker of a file excuses any more or again.
    for (marker, index) in &used.in_commits {
        let Some(case) = cases.get(*index).filter(|c| is_new(c, marker) && !c.in_base) else { continue };
        let found = new_suppression(marker, &[case]);
        let is_same = |f: &Finding| f.location.path == found.location.path && f.identity == found.identity;
        if !out.iter().any(is_same) {
            out.push(found);
        }
    }
    out.sort_by(super::order::compare);
    out
}

/// Whether a marker suppresses every rule that another names.
fn reaches_all_of(marker: &Marker, other: &Marker) -> bool {
    marker.rules.is_empty() || !other.rules.is_empty() && other.rules.iter().all(|rule| marker.rules.contains(rule))
}

fn new_suppression(marker: &Marker, new: &[&Case]) -> Finding {
    let severity = new.iter().map(|c| c.finding.severity).max().unwrap_or(Severity::High);
    let confidence = new.iter().map(|c| c.finding.confidence).max().unwrap_or(Confidence::High);
    let mut rules: Vec<&str> = new.iter().map(|c| c.finding.rule.id.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let named = rules.join("`, `");
    let what = if new.is_empty() { "whatever comes into this file".to_owned() } else { format!("`{named}`") };
    let message = format!(
        "This change brings the suppression `{}` of {what}. A change must not excuse itself: it needs review.",
        marker.form
    );
    let identity: String = format!("{}{named}", marker.form).chars().filter(|c| !c.is_whitespace()).collect();
    Finding {
        rule: new_suppression_rule(),
        message,
        severity,
        confidence,
        location: marker.location.clone(),
        related: Vec::new(),
        traces: Vec::new(),
        fixes: Vec::new(),
        identity: Identity::Code { context: identity, statement: String::new() },
        evidence: Evidence::None,
        properties: BTreeMap::new(),
    }
}

/// The rule by which a suppression that a change brings is a finding.
#[must_use]
pub fn new_suppression_rule() -> Arc<Rule> {
    let mut rule =
        Rule::new(EngineId::Gate, NEW_SUPPRESSION, "A change brings a suppression in source", Severity::High);
    rule.confidence = Confidence::High;
    rule.description =
        "The change under judgement brings an in-source suppression of a finding. If such markers counted \
                        at once, a change could excuse itself. Let somebody review it, and set \
                        `allow-new-suppressions = true` in `[gate]` if your review does not need this finding."
            .to_owned();
    rule.tags = vec!["gate".to_owned()];
    Arc::new(rule)
}
