//! The baseline: findings that somebody accepted, one a line, in a file that lives in the repository.
//!
//! # The format
//! JSON Lines. The first line is `{"firedoor-baseline":1,"repository":"…"}`, where `repository` is the text from which the
//! key is derived (it is not called a salt there, or else every scanner for secrets would report it); each other line is one finding with the keys
//! `path`, `engine`, `rule`, `id`, `moved` and, where somebody gave them, `reason`, `owner`, `until`, in this order.
//! Lines are sorted by path, engine, rule and id and hold nothing that changes with unrelated edits (no line number, no
//! date of writing), so that git merges two branches' changes line by line; what both add in the same place is a conflict
//! that is solved by keeping both. Neither a secret nor a plain hash of one is in it: `id` and `moved` are keyed, see
//! [`crate::identity`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use firedoor_core::{AbsentFinding, Diagnostic, EngineId, RepoPath, RuleSource, Span};
use serde_json::{Map, Value};

use crate::config::did_you_mean;
use crate::judge::Judgement;

/// The name under which it is looked for.
pub const DEFAULT_NAME: &str = "firedoor.baseline";
const VERSION: u64 = 1;
const KEYS: &[&str] = &["path", "engine", "rule", "id", "moved", "reason", "owner", "until"];

/// One accepted finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BaselineEntry {
    /// Its file when it was written down.
    pub path: String,
    /// Its engine.
    pub engine: EngineId,
    /// Its rule.
    pub rule: String,
    /// Its fingerprint `firedoor/v1`.
    pub fingerprint: String,
    /// Its fingerprint without the path.
    pub moved: String,
    /// Why it was accepted.
    pub reason: Option<String>,
    /// By whom.
    pub owner: Option<String>,
    /// Last day on which it is accepted, `YYYY-MM-DD`.
    pub until: Option<String>,
}

/// What new entries are given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotation {
    /// Why.
    pub reason: Option<String>,
    /// Who.
    pub owner: Option<String>,
    /// Last day.
    pub until: Option<String>,
}

/// How a run differs from a baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaselineDiff {
    /// Active findings that it does not name, as they would be written.
    pub added: Vec<BaselineEntry>,
    /// Entries whose finding lies in another file now, with the new path.
    pub moved: Vec<(BaselineEntry, String)>,
    /// Entries without a finding.
    pub gone: Vec<BaselineEntry>,
}

/// Accepted findings. Two are equal if they accept the same, wherever the entries stand in their files.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    /// The text from which the key of its fingerprints is derived.
    pub salt: Option<String>,
    /// Sorted.
    pub entries: Vec<BaselineEntry>,
    /// The line of each entry in its file, from 1, by fingerprint.
    lines: BTreeMap<String, u32>,
}

impl PartialEq for Baseline {
    fn eq(&self, other: &Self) -> bool {
        (&self.salt, &self.entries) == (&other.salt, &other.entries)
    }
}

impl Eq for Baseline {}

impl Baseline {
    /// One without entries, with the text from which the key of its fingerprints is derived.
    #[must_use]
    pub fn new(salt: Option<String>) -> Self {
        Self { salt, ..Self::default() }
    }

    /// Where an entry stands in the file that was read.
    pub(crate) fn line_of(&self, entry: &BaselineEntry) -> Option<u32> {
        self.lines.get(&entry.fingerprint).copied()
    }

    /// Reads a baseline.
    ///
    /// # Errors
    /// Every line that is no entry.
    pub fn parse(source: &RuleSource) -> Result<Self, Vec<Diagnostic>> {
        let mut out = Self::default();
        let mut errors = Vec::new();
        let mut start = 0;
        let mut header = false;
        for (number, raw) in (1..).zip(source.text.split_inclusive('\n')) {
            let line = raw.trim();
            let at = start + (raw.len() - raw.trim_start().len());
            let span = Span::new(at, at + line.len());
            start += raw.len();
            if line.is_empty() {
                continue;
            }
            match parse_line(line) {
                Ok(Line::Header(salt)) => {
                    header = true;
                    out.salt = out.salt.or(salt);
                }
                Ok(Line::Entry(entry)) => {
                    out.lines.entry(entry.fingerprint.clone()).or_insert(number);
                    out.entries.push(*entry);
                }
                Err(message) => errors.push(Diagnostic::new("invalid-baseline", source, Some(span), message, "")),
            }
        }
        if !header && errors.is_empty() {
            let message =
                format!("This is no baseline of firedoor: its first line must be {{\"firedoor-baseline\":{VERSION}}}.");
            errors.insert(0, Diagnostic::new("invalid-baseline", source, Some(Span::new(0, 0)), message, ""));
        }
        out.entries.sort();
        out.entries.dedup();
        if errors.is_empty() { Ok(out) } else { Err(errors) }
    }

    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut header = Map::new();
        header.insert("firedoor-baseline".into(), VERSION.into());
        if let Some(salt) = &self.salt {
            header.insert("repository".into(), salt.as_str().into());
        }
        let mut out = format!("{}\n", Value::Object(header));
        let entries: BTreeSet<&BaselineEntry> = self.entries.iter().collect();
        for entry in entries {
            let mut line = Map::new();
            let fields = [
                ("path", Some(entry.path.as_str())),
                ("engine", Some(entry.engine.as_str())),
                ("rule", Some(entry.rule.as_str())),
                ("id", Some(entry.fingerprint.as_str())),
                ("moved", Some(entry.moved.as_str())),
                ("reason", entry.reason.as_deref()),
                ("owner", entry.owner.as_deref()),
                ("until", entry.until.as_deref()),
            ];
            for (key, value) in fields {
                if let Some(value) = value {
                    line.insert(key.into(), value.into());
                }
            }
            let _ = writeln!(out, "{}", Value::Object(line));
        }
        out
    }

    /// A baseline of every active finding of a run. What a previous one (the one that the run was judged with) says of a
    /// finding is kept; its entries without a finding are left out, but for those that the run could not have found.
    #[must_use]
    pub fn write(judgement: &Judgement, previous: Option<&Self>, salt: &str, new: &Annotation) -> Self {
        let mut entries = Vec::new();
        for judged in judgement.findings.iter().filter(|f| f.finding.engine() != EngineId::Gate) {
            let Some(record) = judgement.records.get(&judged.fingerprint) else { continue };
            let known = record.baseline.and_then(|i| previous?.entries.get(i));
            if judged.is_suppressed() && known.is_none() {
                continue;
            }
            entries.push(entry(judged, &record.moved, known, new));
        }
        entries.extend(previous.into_iter().flat_map(|p| p.unseen(judgement)));
        entries.sort();
        Self { entries, ..Self::new(Some(salt.to_owned())) }
    }

    /// The entries of which a run that was judged with this baseline can say nothing.
    fn unseen(&self, judgement: &Judgement) -> impl Iterator<Item = BaselineEntry> {
        judgement.unseen.iter().filter_map(|i| self.entries.get(*i)).cloned()
    }

    /// This baseline without the entries that have no finding any more, the others following their files. Nothing new.
    #[must_use]
    pub fn prune(&self, judgement: &Judgement) -> Self {
        let mut entries = Vec::new();
        for judged in &judgement.findings {
            let Some(record) = judgement.records.get(&judged.fingerprint) else { continue };
            if let Some(known) = record.baseline.and_then(|i| self.entries.get(i)) {
                entries.push(entry(judged, &record.moved, Some(known), &Annotation::default()));
            }
        }
        entries.extend(self.unseen(judgement));
        entries.sort();
        Self { entries, ..Self::new(self.salt.clone()) }
    }

    /// This baseline with the findings added that suppressions of these forms cover (`gitleaks baseline`,
    /// `.secrets.baseline`): the import from another tool.
    #[must_use]
    pub fn import(&self, judgement: &Judgement, forms: &[&str], new: &Annotation) -> Self {
        let mut out = self.clone();
        let known: BTreeSet<String> = out.entries.iter().map(|e| e.fingerprint.clone()).collect();
        for judged in judgement.findings.iter().filter(|f| !known.contains(&f.fingerprint)) {
            let Some(form) = judged.suppressions.iter().find(|s| forms.contains(&s.form.as_str())) else { continue };
            let Some(record) = judgement.records.get(&judged.fingerprint) else { continue };
            let mut note = new.clone();
            note.reason = form.reason.clone().or(note.reason).or_else(|| Some(format!("imported from {}", form.form)));
            out.entries.push(entry(judged, &record.moved, None, &note));
        }
        out.entries.sort();
        out
    }

    /// How a run that was judged with this baseline differs from it.
    #[must_use]
    pub fn diff(&self, judgement: &Judgement) -> BaselineDiff {
        let mut out = BaselineDiff::default();
        let mut seen = BTreeSet::new();
        for judged in judgement.findings.iter().filter(|f| f.finding.engine() != EngineId::Gate) {
            let Some(record) = judgement.records.get(&judged.fingerprint) else { continue };
            match record.baseline.and_then(|i| Some((i, self.entries.get(i)?))) {
                Some((i, known)) => {
                    seen.insert(i);
                    let path = judged.finding.location.path.as_str();
                    if known.path != path {
                        out.moved.push((known.clone(), path.to_owned()));
                    }
                }
                None if !judged.is_suppressed() => {
                    out.added.push(entry(judged, &record.moved, None, &Annotation::default()));
                }
                None => {}
            }
        }
        seen.extend(&judgement.unseen);
        out.gone = (0..).zip(&self.entries).filter(|(i, _)| !seen.contains(i)).map(|(_, e)| e.clone()).collect();
        out.added.sort();
        out
    }

    /// What the entries at these indexes were, for the report.
    pub(crate) fn absent<'a>(&self, indexes: impl Iterator<Item = &'a usize>) -> Vec<AbsentFinding> {
        indexes
            .filter_map(|i| self.entries.get(*i))
            .map(|e| AbsentFinding {
                rule: e.rule.clone(),
                engine: e.engine,
                path: RepoPath::new(e.path.as_str()),
                fingerprint: e.fingerprint.clone(),
            })
            .collect()
    }
}

fn entry(
    judged: &firedoor_core::JudgedFinding,
    moved: &str,
    known: Option<&BaselineEntry>,
    new: &Annotation,
) -> BaselineEntry {
    let note = known.map_or_else(
        || new.clone(),
        |k| Annotation { reason: k.reason.clone(), owner: k.owner.clone(), until: k.until.clone() },
    );
    BaselineEntry {
        path: judged.finding.location.path.as_str().to_owned(),
        engine: judged.finding.engine(),
        rule: judged.finding.rule.id.as_str().to_owned(),
        fingerprint: judged.fingerprint.clone(),
        moved: moved.to_owned(),
        reason: note.reason,
        owner: note.owner,
        until: note.until,
    }
}

enum Line {
    Header(Option<String>),
    Entry(Box<BaselineEntry>),
}

fn parse_line(line: &str) -> Result<Line, String> {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|m| line.starts_with(m)) {
        return Err("This is a mark of an unsolved merge: keep the entries of both sides and remove the mark.".into());
    }
    let value: Value = serde_json::from_str(line).map_err(|e| format!("This line is not valid JSON: {e}."))?;
    let Value::Object(map) = value else { return Err("This line is no JSON object.".into()) };
    if let Some(version) = map.get("firedoor-baseline") {
        if version.as_u64() != Some(VERSION) {
            return Err(format!("This is a baseline of version {version}; this firedoor reads version {VERSION}."));
        }
        return Ok(Line::Header(map.get("repository").and_then(Value::as_str).map(str::to_owned)));
    }
    let mut fields: BTreeMap<&str, String> = BTreeMap::new();
    for (key, value) in &map {
        let Some(key) = KEYS.iter().find(|k| *k == key) else {
            let guess = did_you_mean(key, KEYS.iter().copied()).map(|g| format!(" Did you mean `{g}`?"));
            return Err(format!("There is no key `{key}` here.{}", guess.unwrap_or_default()));
        };
        let Value::String(text) = value else { return Err(format!("`{key}` must be a text.")) };
        fields.insert(key, text.clone());
    }
    let engine = fields.get("engine").map(|w| EngineId::parse(w).ok_or_else(|| format!("There is no engine `{w}`.")));
    if let Some(day) = fields.get("until").filter(|d| !crate::date::is_date(d)) {
        return Err(format!("`{day}` is not a day, YYYY-MM-DD."));
    }
    for key in ["id", "moved"] {
        let hex = |t: &String| t.len() == 32 && t.bytes().all(|b| b.is_ascii_hexdigit());
        if let Some(id) = fields.get(key).filter(|t| !hex(t)) {
            return Err(format!("`{id}` is no fingerprint: `{key}` has 32 hexadecimal digits."));
        }
    }
    let mut take = |key: &str| fields.remove(key).ok_or_else(|| format!("`{key}` is missing."));
    Ok(Line::Entry(Box::new(BaselineEntry {
        path: take("path")?,
        engine: engine.unwrap_or_else(|| Err("`engine` is missing.".into()))?,
        rule: take("rule")?,
        fingerprint: take("id")?,
        moved: take("moved")?,
        reason: take("reason").ok(),
        owner: take("owner").ok(),
        until: take("until").ok(),
    })))
}
