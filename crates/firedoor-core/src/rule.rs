//! What every rule says of itself, whichever engine runs it.

use crate::{Confidence, EngineId, RuleId, Severity};

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleOrigin {
    /// A pack in the binary; the path is relative to `rules/`.
    Builtin(String),
    /// A file that the user named, with the line of the rule from 1.
    File(String, u32),
    /// Made while scanning (an advisory).
    Derived,
}

/// The description of a rule: what reports and the gate need, not how it matches.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Unique within the engine; never changes.
    pub id: RuleId,
    /// The engine that runs it.
    pub engine: EngineId,
    /// One sentence that names the bad thing.
    pub title: String,
    /// What is wrong, why it matters, what to do.
    pub description: String,
    /// Longer help as Markdown; empty where the description says it all.
    pub help: String,
    /// The rule's page, `https://…`.
    pub help_uri: Option<String>,
    /// Default severity of its findings.
    pub severity: Severity,
    /// A CVSS base score where one is known (SCA); otherwise derived from the severity.
    pub cvss: Option<f32>,
    /// Default confidence of its findings.
    pub confidence: Confidence,
    /// Numbers of the Common Weakness Enumeration.
    pub cwe: Vec<u32>,
    /// OWASP categories as the rule spells them, such as `A03:2021 - Injection`.
    pub owasp: Vec<String>,
    /// Free tags.
    pub tags: Vec<String>,
    /// Links to read.
    pub references: Vec<String>,
    /// Where it was read from.
    pub origin: RuleOrigin,
}

impl Rule {
    /// A rule with its required parts; the rest is empty and can be set field by field.
    pub fn new(engine: EngineId, id: impl Into<RuleId>, title: impl Into<String>, severity: Severity) -> Self {
        let title = title.into();
        Self {
            id: id.into(),
            engine,
            description: title.clone(),
            title,
            help: String::new(),
            help_uri: None,
            severity,
            cvss: None,
            confidence: Confidence::Medium,
            cwe: Vec::new(),
            owasp: Vec::new(),
            tags: Vec::new(),
            references: Vec::new(),
            origin: RuleOrigin::Derived,
        }
    }
}
