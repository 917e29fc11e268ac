//! The contract between an engine and the scan that drives it.
//!
//! An engine is built once (that may read rules and databases), then does no input or output: it is handed files.
//! The scan walks once, asks each engine by name and size whether it wants a file, reads the file once if any does,
//! and hands the same bytes to all of them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::{Candidate, EngineId, Finding, Notice, RepoPath, Rule, SourceFile};

/// Whether an engine wants a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Interest {
    /// It does not.
    Skip,
    /// It does if the file is part of the change under judgement.
    WhenChanged,
    /// It needs the file also as context for changed ones.
    Always,
}

/// A compiled rule set: immutable, shared by all threads.
pub trait Engine: Send + Sync {
    /// Which engine it is.
    fn id(&self) -> EngineId;

    /// The rules that it was loaded with, in a stable order. Rules made while scanning (advisories) come with findings.
    fn rules(&self) -> &[Arc<Rule>];

    /// Whether it wants a file, by name and size only: the file is not open yet.
    fn interest(&self, candidate: &Candidate<'_>) -> Interest;

    /// Whether it looks into files that are no text, beyond what their beginnings say.
    fn reads_data(&self) -> bool {
        false
    }

    /// Begins one run.
    fn start(&self) -> Box<dyn Scan + '_>;
}

/// One run of an engine. [`Scan::file`] is called from many threads at once.
pub trait Scan: Send + Sync {
    /// Judges one file: a pure function of rules, path and bytes. What needs other files is kept for [`Scan::finish`].
    fn file(&self, file: &Arc<SourceFile>, out: &mut Findings);

    /// Files that turned out to be needed by what came so far, by path. Asked after the last file, and again as long as
    /// it names new ones: those of them that are part of what is judged are handed over, whatever the engine said of their
    /// names.
    fn wanted(&self) -> BTreeSet<RepoPath> {
        BTreeSet::new()
    }

    /// Called once, after the last file. Must not depend on the order in which files came.
    fn finish(self: Box<Self>, _out: &mut Findings) {}
}

/// Where an engine puts what it found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Findings, in any order.
    pub findings: Vec<Finding>,
    /// Notices, in any order.
    pub notices: Vec<Notice>,
}

impl Findings {
    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Adds a notice.
    pub fn notice(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Takes all of another's.
    pub fn append(&mut self, other: &mut Self) {
        self.findings.append(&mut other.findings);
        self.notices.append(&mut other.notices);
    }
}
