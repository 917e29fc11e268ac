//! The engine of the contract: which files it wants and what it does with one.

use std::sync::{Arc, Mutex};

use firedoor_core::{
    Candidate, Engine, EngineId, Finding, Findings, Interest, Notice, Origin, Rule, RuleOrigin, Scan, SourceFile, Span,
};

use crate::context::{self, Detectors};
use crate::dialect::RuleSet;
use crate::dialect::allowlist::Subject;
use crate::scan::focus::Focus;
use crate::scan::joined::joined;
use crate::scan::keywords::{Keywords, Seen};
use crate::scan::{
    Hit, Place, RuleRef, Which, data, decode, judge, line_around, merge, replace, retain_complete, run_rules,
};

/// Largest file that is looked into, in bytes. A larger one gets a notice.
const MAX_FILE: usize = 64 << 20;
/// Most findings of one file; beyond them the file is data, not code, and a notice says so.
const MAX_FINDINGS: usize = 1_000;
/// The same for a user's own rules, which may be meant to list much.
const MAX_USER_FINDINGS: usize = 20_000;

/// A compiled secrets engine.
#[derive(Debug)]
pub struct SecretsEngine {
    set: RuleSet,
    rules: Vec<Arc<Rule>>,
    context: Option<Detectors>,
    keywords: Keywords,
    /// Rules without keywords and runs: asked of every file.
    always: Vec<usize>,
    /// Rules that judge a file by its path alone.
    paths: Vec<usize>,
    /// Whether one of several findings on the same bytes is chosen.
    merges: bool,
    has_user_rules: bool,
}

impl SecretsEngine {
    pub(crate) fn new(set: RuleSet, extended: bool) -> Self {
        let context = set.builtin.then(|| Detectors::new(&set.disabled, extended));
        let triggers = context.iter().flat_map(|_| context::triggers());
        let keywords = Keywords::new(&set.rules, triggers);
        let indices = |pick: &dyn Fn(&crate::dialect::SecretRule) -> bool| {
            set.rules.iter().enumerate().filter(|(_, r)| pick(r)).map(|(i, _)| i).collect::<Vec<_>>()
        };
        let always = indices(&|r| r.regex.is_some() && r.keywords.is_empty() && r.runs.is_empty());
        let paths = indices(&|r| r.regex.is_none());
        let mut rules: Vec<Arc<Rule>> = set.rules.iter().map(|r| Arc::clone(&r.rule)).collect();
        if let Some(context) = &context {
            rules.extend(context.used().cloned());
        }
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        let has_user_rules = set.rules.iter().any(|r| !r.builtin && r.regex.is_some());
        Self { set, rules, context, keywords, always, paths, merges: true, has_user_rules }
    }

    /// The same engine with every rule's own findings, for tests of single rules.
    pub(crate) fn without_merging(mut self) -> Self {
        self.merges = false;
        self
    }

    /// Whether a rule comes from the pack in the binary or from contextual detection.
    #[must_use]
    pub fn is_builtin(rule: &Rule) -> bool {
        matches!(rule.origin, RuleOrigin::Builtin(_))
    }

    /// Finds the secrets of one file.
    fn scan_file(&self, file: &SourceFile, seen: &mut Seen, out: &mut Findings) {
        let path = file.path().as_str();
        let place = Place { path, origin: file.origin() };
        let skip =
            |a: &crate::dialect::allowlist::Allowlist| a.target_rules.is_empty() && a.allows_file(path, file.origin());
        if self.set.allowlists.iter().any(skip) {
            return;
        }
        if !self.set.prefilters.is_empty() {
            let subject = Subject { path, origin: file.origin(), secret: b"", matched: b"", line: b"" };
            if self.set.prefilters.iter().any(|p| p.discards(&subject)) {
                return;
            }
        }
        self.judge_path(file, out);
        let bytes = file.bytes();
        // What gitleaks reads, its users' rules read as well, and the other way round. Its histories hold text only.
        let in_tree = matches!(file.origin(), Origin::WorkTree);
        let passed_over = !self.has_user_rules || in_tree && data::is_passed_over(path, bytes);
        let which = match (file.is_binary(), passed_over) {
            (true, false) if in_tree => Which::User,
            (true, _) => return,
            (false, true) => Which::Pack,
            (false, false) => Which::All,
        };
        if bytes.is_empty() {
            return;
        }
        if bytes.len() > MAX_FILE {
            let message = format!("The file has more than {} MiB and was not searched for secrets.", MAX_FILE >> 20);
            out.notice(Notice::error("file-too-large", message).at(file.path()).by(EngineId::Secrets));
            return;
        }
        let mut hits = Vec::new();
        // A composite rule may need what lies elsewhere.
        let focus = if self.set.composite { Focus::everything() } else { Focus::of(file) };
        let is_text = self.context.is_some() && which != Which::User;
        self.scan_bytes(place, bytes, which, &focus, seen, &mut hits);
        let pieces = if is_text { joined(bytes, seen) } else { Vec::new() };
        let runs = std::mem::take(&mut seen.runs);
        let mut scan_as = |which: Which, text: &[u8]| {
            let mut inner = Vec::new();
            self.scan_bytes(place, text, which, &Focus::everything(), seen, &mut inner);
            inner
        };
        if is_text {
            decode::scan_joined(pieces, &focus, &mut |text| scan_as(Which::Pack, text), &mut hits);
            decode::scan_decoded(bytes, &runs, &focus, &mut |text| scan_as(Which::Pack, text), &mut hits);
        }
        if self.has_user_rules && which != Which::Pack {
            replace::scan_replaced(bytes, &mut |text| scan_as(Which::User, text), &mut hits);
        }
        if hits.is_empty() {
            return;
        }
        retain_complete(&self.set, file, &mut hits);
        if self.merges {
            merge(&self.set, file, &mut hits);
        }
        let most = if self.has_user_rules { MAX_USER_FINDINGS } else { MAX_FINDINGS };
        if hits.len() > most {
            let message = format!("Only the first {most} of {} findings are reported for this file.", hits.len());
            out.notice(Notice::warning("too-many-findings", message).at(file.path()).by(EngineId::Secrets));
            hits.truncate(most);
        }
        let context = self.context.as_ref().map_or(&[][..], |c| &c.rules);
        judge(&self.set, context, file, hits, &mut out.findings);
    }

    fn scan_bytes(
        &self,
        place: Place<'_>,
        bytes: &[u8],
        which: Which,
        focus: &Focus,
        seen: &mut Seen,
        hits: &mut Vec<Hit>,
    ) {
        // A user's rule may look at all of a text for a keyword anywhere in it.
        let everything = Focus::everything();
        self.keywords.scan(bytes, if self.has_user_rules { &everything } else { focus }, seen);
        run_rules(&self.set, which, &self.always, place, bytes, focus, seen, hits);
        if let (Some(context), true) = (&self.context, which != Which::User) {
            let first = hits.len();
            context.run(place, bytes, &seen.triggers, focus, hits);
            if !self.set.allowlists.is_empty() || !self.set.filters.is_empty() {
                let found = hits.split_off(first);
                hits.extend(found.into_iter().filter(|hit| !self.allows(context, place, bytes, hit)));
            }
        }
    }

    /// Whether the user's global lists and filters allow what contextual detection found.
    fn allows(&self, context: &Detectors, place: Place<'_>, bytes: &[u8], hit: &Hit) -> bool {
        let subject = Subject {
            path: place.path,
            origin: place.origin,
            secret: &hit.value,
            matched: bytes.get(hit.matched.clone()).unwrap_or_default(),
            line: line_around(bytes, &hit.matched),
        };
        let RuleRef::Context(index) = hit.rule else { return false };
        let id = context.rules.get(index).map_or("", |r| r.id.as_str());
        let concerns = |a: &&crate::dialect::allowlist::Allowlist| {
            a.target_rules.is_empty() || a.target_rules.iter().any(|t| t == id)
        };
        self.set.allowlists.iter().filter(concerns).any(|a| a.allows(&subject))
            || self.set.filters.iter().any(|f| f.discards(&subject))
    }

    fn judge_path(&self, file: &SourceFile, out: &mut Findings) {
        let path = file.path().as_str();
        for rule in self.paths.iter().filter_map(|&i| self.set.rules.get(i)) {
            let allowed = || rule.allowlists.iter().any(|a| a.allows_file(path, file.origin()));
            if rule.path.as_ref().is_some_and(|p| p.is_match(path.as_bytes())) && !allowed() && !rule.skip_report {
                let message = format!("{}: found by its name.", rule.rule.title.trim_end_matches('.'));
                let mut finding = Finding::new(&rule.rule, file, Span::default(), message);
                finding.properties.insert("by-path", "true".into());
                out.push(finding);
            }
        }
    }
}

impl Engine for SecretsEngine {
    fn id(&self) -> EngineId {
        EngineId::Secrets
    }

    fn rules(&self) -> &[Arc<Rule>] {
        &self.rules
    }

    fn interest(&self, _candidate: &Candidate<'_>) -> Interest {
        Interest::WhenChanged
    }

    fn reads_data(&self) -> bool {
        self.has_user_rules
    }

    fn start(&self) -> Box<dyn Scan + '_> {
        Box::new(Run { engine: self, spare: Mutex::new(Vec::new()) })
    }
}

struct Run<'a> {
    engine: &'a SecretsEngine,
    /// Working memory of threads that are between two files.
    spare: Mutex<Vec<Seen>>,
}

impl Scan for Run<'_> {
    fn file(&self, file: &Arc<SourceFile>, out: &mut Findings) {
        // A panic on one file poisons nothing: the memory is simply made anew.
        let mut seen = self.spare.lock().ok().and_then(|mut s| s.pop()).unwrap_or_default();
        self.engine.scan_file(file, &mut seen, out);
        if !seen.is_large()
            && let Ok(mut spare) = self.spare.lock()
        {
            spare.push(seen);
        }
    }
}
