//! Results.

use std::collections::{BTreeMap, HashMap};

use firedoor_core::{
    BaselineState, Evidence, Finding, Fix, JudgedFinding, Origin, RepoPath, StepKind, Suppression, SuppressionKind,
    Trace,
};
use serde_json::{Value, json};
use serde_sarif::sarif as s;

use super::rules::RuleTable;
use super::{Profile, bag, places, some, words};
use crate::{advice, json::step_word, plain, view};

/// GitHub shows so many related locations and steps of a flow (it refuses ten times as many).
const MAX_RELATED: usize = 100;
const MAX_STEPS: usize = 1_000;

/// The results of these findings, in their order.
///
/// Findings of one rule on one line (or on the same line in several commits) have the same line hash and would become
/// one alert on GitHub with all but one lost; here they become one result that names the other places, with
/// `occurrenceCount`. The full profile never joins findings of different fate (suppressed or not, new or not).
pub(super) fn results(findings: &[&JudgedFinding], rules: &RuleTable, profile: Profile) -> Vec<s::Result> {
    let mut slots: HashMap<_, usize> = HashMap::new();
    let mut groups: Vec<Vec<&JudgedFinding>> = Vec::new();
    for judged in findings {
        let f = &judged.finding;
        let at = &f.location;
        let key = (
            (f.engine(), f.rule.id.as_str(), at.path.as_bytes(), line_hash(judged)),
            (profile == Profile::Full).then_some((judged.state, judged.is_suppressed(), judged.blocking)),
        );
        let slot = *slots.entry(key).or_insert(groups.len());
        match groups.get_mut(slot) {
            Some(group) => group.push(judged),
            None => groups.push(vec![judged]),
        }
    }
    if profile == Profile::Github {
        // The gravest one speaks for its line.
        for group in &mut groups {
            group.sort_by_key(|j| view::importance(j));
        }
    }
    groups.iter().filter_map(|group| result(group, rules, profile)).collect()
}

fn result(group: &[&JudgedFinding], rules: &RuleTable, profile: Profile) -> Option<s::Result> {
    let (judged, others) = group.split_first()?;
    let f = &judged.finding;
    let mut text = plain::sentence(f.message.trim());
    if profile == Profile::Github {
        // GitHub shows no properties: the version that mends it and the commit must stand in the message.
        if let Evidence::Dependency { fixed, .. } = &f.evidence
            && fixed.first().is_some_and(|version| !text.contains(version.as_str()))
        {
            text = format!("{text} {}", advice::advice(f).join(" "));
        }
        if let Origin::Commit(c) = &f.location.origin {
            text =
                format!("{text} It was found in commit \"{}\" by \"{}\".", plain::line(&c.id), plain::line(&c.author));
        }
    }
    if !others.is_empty() {
        let more = plain::count(others.len(), "more occurrence");
        let on = if others.iter().all(|j| j.finding.location.origin == f.location.origin) {
            "on the same line"
        } else {
            "on the same line or in other commits"
        };
        text = format!("{text} With {more} {on}.");
    }
    let mut out = s::Result::builder().message(places::message(&text)).build();
    let (index, id) = rules.of(&f.rule);
    out.rule_id = Some(id);
    out.rule_index = Some(index);
    out.level = Some(words::level(group.iter().map(|j| j.finding.severity).max().unwrap_or(f.severity)));
    let mut primary = places::location(f.engine(), &f.location, profile);
    primary.message = None;
    out.locations = Some(vec![primary]);
    out.partial_fingerprints = Some(BTreeMap::from([
        ("primaryLocationLineHash".to_owned(), line_hash(judged)),
        ("firedoor/v1".to_owned(), judged.fingerprint.clone()),
    ]));
    if !others.is_empty() {
        out.occurrence_count = i64::try_from(group.len()).ok();
    }
    let related = others
        .iter()
        .map(|j| {
            let mut at = places::location(f.engine(), &j.finding.location, profile);
            at.message = Some(places::message(&j.finding.message));
            at
        })
        .chain(f.related.iter().map(|l| places::location(f.engine(), l, profile)))
        .take(if profile == Profile::Github { MAX_RELATED } else { usize::MAX })
        .enumerate()
        .map(|(i, mut l)| {
            l.id = i64::try_from(i + 1).ok();
            l
        });
    out.related_locations = some(related.collect());
    out.code_flows = code_flows(f, profile);
    out.fixes = some(f.fixes.iter().filter_map(fix).collect());
    out.baseline_state = judged.state.map(|state| {
        words::value(match state {
            BaselineState::New => s::ResultBaselineState::New,
            BaselineState::Unchanged => s::ResultBaselineState::Unchanged,
            BaselineState::Absent => s::ResultBaselineState::Absent,
        })
    });
    if profile == Profile::Full {
        out.suppressions = some(judged.suppressions.iter().map(suppression).collect());
        out.properties = Some(bag(properties(judged, others)));
    }
    Some(out)
}

/// GitHub's hash; where the location has none (it always should), a value that is stable and unique.
fn line_hash(judged: &JudgedFinding) -> String {
    let own = &judged.finding.location.line_hash;
    if own.is_empty() { format!("{}:1", judged.fingerprint.get(..16).unwrap_or("0")) } else { own.clone() }
}

fn code_flows(f: &Finding, profile: Profile) -> Option<Vec<s::CodeFlow>> {
    let mut room = if profile == Profile::Github { MAX_STEPS } else { usize::MAX };
    let mut out = Vec::new();
    for trace in f.traces.iter().filter(|t| !t.steps.is_empty()) {
        if room < 2 {
            break;
        }
        let steps = flow(f, trace, room, profile);
        room -= steps.len();
        out.push(s::CodeFlow::builder().thread_flows(vec![s::ThreadFlow::builder().locations(steps).build()]).build());
    }
    some(out)
}

/// At most `room` (two or more) steps: the first ones and the last, which is where the harm is done.
fn flow(f: &Finding, trace: &Trace, room: usize, profile: Profile) -> Vec<s::ThreadFlowLocation> {
    let n = trace.steps.len();
    let skipped = n.saturating_sub(room);
    let steps = trace.steps.iter().enumerate().filter(|(i, _)| *i + 1 == n || *i + skipped + 1 < n);
    steps
        .map(|(_, step)| {
            let mut at = places::location(f.engine(), &step.location, profile);
            if at.message.is_none() {
                at.message = Some(places::message(match step.kind {
                    StepKind::Source => "The value comes from here.",
                    StepKind::Propagation => "The value passes through here.",
                    StepKind::Sink => "The value does harm here.",
                }));
            }
            let mut out = s::ThreadFlowLocation::builder().build();
            out.location = Some(at);
            out.kinds = Some(vec![step_word(step.kind).to_owned()]);
            out.importance = Some(words::value(match step.kind {
                StepKind::Propagation => s::ThreadFlowLocationImportance::Important,
                StepKind::Source | StepKind::Sink => s::ThreadFlowLocationImportance::Essential,
            }));
            out
        })
        .collect()
}

fn fix(fix: &Fix) -> Option<s::Fix> {
    let mut files: BTreeMap<&RepoPath, Vec<s::Replacement>> = BTreeMap::new();
    for edit in &fix.edits {
        let mut replacement = s::Replacement::builder().deleted_region(places::region(edit.region)).build();
        replacement.inserted_content = Some(places::content(&edit.replacement));
        files.entry(&edit.path).or_default().push(replacement);
    }
    if files.is_empty() {
        return None;
    }
    let changes: Vec<_> = files
        .into_iter()
        .map(|(path, edits)| {
            s::ArtifactChange::builder().artifact_location(places::artifact(path)).replacements(edits).build()
        })
        .collect();
    let mut out = s::Fix::builder().artifact_changes(changes).build();
    out.description = Some(places::message(&fix.description));
    Some(out)
}

fn suppression(of: &Suppression) -> s::Suppression {
    let kind = match of.kind {
        SuppressionKind::InSource => s::SupressionKind::InSource,
        SuppressionKind::External => s::SupressionKind::External,
    };
    let mut out = s::Suppression::builder().kind(words::value(kind)).build();
    out.status = Some(words::value(s::SupressionStatus::Accepted));
    out.justification = of.reason.clone();
    if let Some(path) = &of.path {
        let mut place = s::PhysicalLocation::builder().build();
        place.artifact_location = Some(places::artifact(path));
        if let Some(line) = of.line.filter(|l| *l > 0) {
            let mut region = s::Region::builder().build();
            region.start_line = Some(i64::from(line));
            place.region = Some(region);
        }
        let mut location = s::Location::builder().build();
        location.physical_location = Some(place);
        out.location = Some(location);
    }
    let mut properties = vec![("form", json!(of.form))];
    properties.extend(of.owner.as_ref().map(|o| ("owner", json!(o))));
    properties.extend(of.until.as_ref().map(|u| ("until", json!(u))));
    out.properties = Some(bag(properties));
    out
}

fn properties(judged: &JudgedFinding, others: &[&JudgedFinding]) -> Vec<(&'static str, Value)> {
    let f = &judged.finding;
    let mut out = vec![
        ("engine", json!(f.engine().as_str())),
        ("severity", json!(f.severity.as_str())),
        ("confidence", json!(f.confidence.as_str())),
        ("blocking", json!(judged.blocking)),
    ];
    if !judged.why.is_empty() {
        out.push(("why", json!(judged.why)));
    }
    let advice = advice::advice(f);
    if !advice.is_empty() {
        out.push(("advice", json!(advice)));
    }
    if !others.is_empty() {
        out.push(("otherFingerprints", json!(others.iter().map(|j| &j.fingerprint).collect::<Vec<_>>())));
    }
    if let Origin::Commit(c) = &f.location.origin {
        out.push(("commit", json!({"id": c.id, "author": c.author, "date": c.date, "summary": c.summary})));
    }
    match &f.evidence {
        Evidence::Dependency { package, purl, advisories, fixed, direct, groups } => {
            out.push(("ecosystem", json!(package.ecosystem)));
            out.push(("package", json!(package.name)));
            out.push(("version", json!(package.version)));
            out.push(("purl", json!(purl)));
            out.push(("advisories", json!(advisories)));
            out.push(("fixed", json!(fixed)));
            out.extend(direct.map(|d| ("direct", json!(d))));
            if !groups.is_empty() {
                out.push(("groups", json!(groups)));
            }
        }
        Evidence::Code { metavariables } if !metavariables.is_empty() => {
            out.push(("metavariables", json!(metavariables)));
        }
        Evidence::Secret { value, .. } => out.push(("masked", json!(value.masked()))),
        Evidence::Code { .. } | Evidence::None => {}
    }
    if !f.properties.is_empty() {
        out.push(("facts", json!(f.properties)));
    }
    out
}
