//! The `[gate]` part of the configuration: what blocks.

use std::collections::BTreeSet;

use firedoor_core::{Confidence, EngineId, Finding, Identity, Notice, Severity};

use crate::glob::Globs;
use crate::suppress::Marker;

/// Whether findings that were there before are let through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NewOnly {
    /// They are where a change is compared with its base; a full scan judges everything.
    #[default]
    Auto,
    /// They always are; where nothing tells what was there before, every finding counts as new.
    Always,
    /// They never are (except what the baseline names).
    Never,
}

impl NewOnly {
    /// The mode of that word of the configuration.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "auto" => Self::Auto,
            "always" => Self::Always,
            "never" => Self::Never,
            _ => return None,
        })
    }
}

/// Which findings an entry of the configuration speaks of. Every part that is given must match.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// Of this engine.
    pub engine: Option<EngineId>,
    /// In these files.
    pub path: Globs,
    /// Of these rules.
    pub rule: Globs,
    /// The file and line of the configuration that say so, if one does.
    pub place: Option<(String, u32)>,
}

impl Scope {
    /// Whether it speaks of a finding.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        self.engine.is_none_or(|e| e == finding.engine())
            && self.path.allows(finding.location.path.as_str())
            && self.rule.allows(finding.rule.id.as_str())
    }

    pub(crate) fn words(&self) -> String {
        let mut parts = Vec::new();
        if let Some(engine) = self.engine {
            parts.push(format!("engine {engine}"));
        }
        for (name, globs) in [("path", &self.path), ("rule", &self.rule)] {
            if !globs.is_empty() {
                parts.push(format!("{name} {}", globs.patterns().join(" or ")));
            }
        }
        parts.join(", ")
    }
}

/// Other thresholds for some findings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Override {
    /// Which.
    pub scope: Scope,
    /// `Some(None)`: never block.
    pub fail_on: Option<Option<Severity>>,
    /// Least confidence that blocks.
    pub min_confidence: Option<Confidence>,
    /// Whether only new ones block.
    pub new_only: Option<NewOnly>,
}

/// Another severity or confidence for some findings.
#[derive(Clone, Debug, PartialEq)]
pub struct SeverityOverride {
    /// Which.
    pub scope: Scope,
    /// The severity that they get.
    pub severity: Option<Severity>,
    /// The confidence that they get.
    pub confidence: Option<Confidence>,
}

/// The ratchet: how many findings may be left from before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MaxExisting {
    /// So many at or above the threshold.
    Total(u64),
    /// So many of each severity, from grave to mild; severities that are not named are not limited.
    PerSeverity(Vec<(Severity, u64)>),
}

/// What blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// Findings of this severity and above block; `None`: none does.
    pub fail_on: Option<Severity>,
    /// Findings of this confidence and above block.
    pub min_confidence: Confidence,
    /// Whether findings that were there before are let through.
    pub new_only: NewOnly,
    /// Whether something that could not be judged makes the run incomplete.
    pub fail_on_incomplete: bool,
    /// Whether a suppression without a reason is void.
    pub require_reason: bool,
    /// Suppressions must end, at most so many days from today.
    pub max_expiry_days: Option<u32>,
    /// The ratchet.
    pub max_existing: Option<MaxExisting>,
    /// Whether a change may bring in-source suppressions.
    pub allow_new_suppressions: bool,
    /// Whether in-source markers of other tools are honoured.
    pub foreign_markers: bool,
    /// Other thresholds; the last that covers a finding wins, part by part.
    pub overrides: Vec<Override>,
    /// Other severities; the last that covers a finding wins, part by part.
    pub severities: Vec<SeverityOverride>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            fail_on: Some(Severity::High),
            min_confidence: Confidence::Medium,
            new_only: NewOnly::Auto,
            fail_on_incomplete: true,
            require_reason: false,
            max_expiry_days: None,
            max_existing: None,
            allow_new_suppressions: false,
            foreign_markers: true,
            overrides: Vec::new(),
            severities: Vec::new(),
        }
    }
}

/// The thresholds that hold for one finding, and where they come from.
#[derive(Clone, Debug)]
pub(crate) struct Thresholds {
    pub(crate) fail_on: Option<Severity>,
    pub(crate) min_confidence: Confidence,
    pub(crate) new_only: NewOnly,
    /// The override that set the first of them, in words.
    pub(crate) from: Option<String>,
}

impl Thresholds {
    /// Whether a finding is grave and sure enough to block.
    pub(crate) fn are_reached(&self, finding: &Finding) -> bool {
        self.fail_on.is_some_and(|limit| finding.severity >= limit) && finding.confidence >= self.min_confidence
    }
}

impl Policy {
    /// Whether markers of this form count.
    pub(crate) fn listens_to(&self, marker: &Marker) -> bool {
        marker.is_own() || self.foreign_markers
    }

    pub(crate) fn thresholds(&self, finding: &Finding) -> Thresholds {
        let mut t = Thresholds {
            fail_on: self.fail_on,
            min_confidence: self.min_confidence,
            new_only: self.new_only,
            from: None,
        };
        for o in self.overrides.iter().filter(|o| o.scope.covers(finding)) {
            t.fail_on = o.fail_on.unwrap_or(t.fail_on);
            t.min_confidence = o.min_confidence.unwrap_or(t.min_confidence);
            t.new_only = o.new_only.unwrap_or(t.new_only);
            t.from = Some(o.scope.words());
        }
        t
    }

    /// Notices about names of rules in `[[severity]]` and `[[gate.override]]` that no rule has: a slip of the pen, or a rule
    /// that is gone. Advisories are rules, too, and are known only once they are met: names in their form (with capital
    /// letters, as in `CVE-2024-1`) may yet come.
    pub fn unmet_rules<'a>(&'a self, known: &'a BTreeSet<String>) -> impl Iterator<Item = Notice> + 'a {
        let overrides = self.overrides.iter().map(|o| ("[[gate.override]]", &o.scope));
        let severities = self.severities.iter().map(|s| ("[[severity]]", &s.scope));
        let is_rule = |name: &str| {
            let globs = Globs::new([name]).unwrap_or_default();
            known.iter().any(|id| globs.is_match(id))
        };
        let named = overrides
            .chain(severities)
            .flat_map(|(table, scope)| scope.rule.patterns().iter().map(move |name| (table, scope, name)));
        let is_advisory = |name: &str| name.contains(|c: char| c.is_ascii_uppercase());
        let is_unmet = move |name: &str| !known.is_empty() && !is_advisory(name) && !is_rule(name);
        named.filter(move |(_, _, name)| is_unmet(name)).map(|(table, scope, name)| {
            let text = format!("`{table}` names `{name}`, and no rule has that name.");
            let notice = Notice::warning("unknown-rule", text);
            match &scope.place {
                Some((path, line)) => notice.at(&path.as_str().into()).on_line(*line),
                None => notice,
            }
        })
    }

    /// Gives a finding the severity and confidence that the configuration wants. Of the places of one secret the gravest counts.
    pub(crate) fn adjust(&self, finding: &mut Finding) {
        if self.severities.is_empty() {
            return;
        }
        let mut wanted = self.wanted(finding);
        if matches!(finding.identity, Identity::Secret { .. }) {
            let mut there = finding.clone();
            for place in &finding.related {
                there.location.path = place.path.clone();
                let (severity, confidence) = self.wanted(&there);
                wanted = (wanted.0.max(severity), wanted.1.max(confidence));
            }
        }
        let (severity, confidence) = wanted;
        if severity != finding.severity {
            finding.properties.insert("severity-by-rule", finding.severity.to_string());
            finding.severity = severity;
        }
        if confidence != finding.confidence {
            finding.properties.insert("confidence-by-rule", finding.confidence.to_string());
            finding.confidence = confidence;
        }
    }

    /// The severity and confidence that the configuration wants for a finding where it stands.
    fn wanted(&self, finding: &Finding) -> (Severity, Confidence) {
        let (mut severity, mut confidence) = (finding.severity, finding.confidence);
        for o in self.severities.iter().filter(|o| o.scope.covers(finding)) {
            severity = o.severity.unwrap_or(severity);
            confidence = o.confidence.unwrap_or(confidence);
        }
        (severity, confidence)
    }
}
