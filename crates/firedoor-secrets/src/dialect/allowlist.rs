//! Allow lists: what a rule set says is no secret.
//!
//! The meaning is gitleaks': a list with condition `OR` allows when any of its checks holds, one with `AND` when all
//! of those that are written hold.

use firedoor_core::{Diagnostic, Origin, RuleSource};

use super::file::{RawAllowlist, Text};
use super::pattern::{Keywords, Pattern};

/// What the regexes of a list are asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Secret,
    Match,
    Line,
}

/// One list, ready to ask.
#[derive(Debug)]
pub(crate) struct Allowlist {
    all: bool,
    commits: Vec<String>,
    paths: Vec<Pattern>,
    target: Target,
    regexes: Vec<Pattern>,
    stopwords: Vec<String>,
    /// Rules that a global list is restricted to; empty means all.
    pub(crate) target_rules: Vec<String>,
}

/// What a list may look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'a> {
    pub(crate) path: &'a str,
    pub(crate) origin: &'a Origin,
    pub(crate) secret: &'a [u8],
    pub(crate) matched: &'a [u8],
    pub(crate) line: &'a [u8],
}

impl Allowlist {
    pub(crate) fn new(
        raw: &RawAllowlist,
        check: bool,
        sources: &[RuleSource],
        rule: Option<&str>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut wrong = |text: &Text, message: &str, label: &str| {
            if let Some(source) = sources.get(text.file) {
                diagnostics.push(Diagnostic::new("invalid-value", source, Some(text.span), message, label));
            }
        };
        let all = match raw.condition.as_ref().map(|c| (c, c.value.to_ascii_uppercase())) {
            None => false,
            Some((c, word)) => match word.as_str() {
                "" | "OR" | "||" => false,
                "AND" | "&&" => true,
                _ => {
                    wrong(c, "this condition is not known", "expected `OR` or `AND`");
                    false
                }
            },
        };
        let target = match raw.regex_target.as_ref().map(|t| (t, t.value.to_ascii_lowercase())) {
            None => Target::Secret,
            Some((t, word)) => match word.as_str() {
                "" | "secret" => Target::Secret,
                "match" => Target::Match,
                "line" => Target::Line,
                _ => {
                    wrong(t, "this target is not known", "expected `secret`, `match` or `line`");
                    Target::Secret
                }
            },
        };
        let mut patterns = |texts: &[Text]| {
            texts
                .iter()
                .filter_map(|t| Pattern::new(t, &Keywords::default(), check, sources, rule, diagnostics))
                .collect::<Vec<_>>()
        };
        let (paths, regexes) = (patterns(&raw.paths), patterns(&raw.regexes));
        let empty =
            raw.commits.is_empty() && raw.paths.is_empty() && raw.regexes.is_empty() && raw.stopwords.is_empty();
        if empty && let Some(source) = sources.get(raw.file) {
            diagnostics.push(Diagnostic::new(
                "empty-allowlist",
                source,
                Some(raw.span),
                "this allow list allows nothing",
                "expected commits, paths, regexes or stopwords",
            ));
        }
        Self {
            all,
            commits: raw.commits.iter().map(|t| t.value.to_ascii_lowercase()).collect(),
            paths,
            target,
            regexes,
            stopwords: raw.stopwords.iter().map(|t| t.value.to_lowercase()).collect(),
            target_rules: raw.target_rules.iter().map(|t| t.value.to_string()).collect(),
        }
    }

    /// Whether it allows a whole file before anything is looked for in it.
    pub(crate) fn allows_file(&self, path: &str, origin: &Origin) -> bool {
        if self.all && (!self.regexes.is_empty() || !self.stopwords.is_empty()) {
            return false;
        }
        let commit = !self.commits.is_empty() && self.allows_commit(origin);
        let by_path = !self.paths.is_empty() && self.allows_path(path);
        if self.all {
            (self.commits.is_empty() || commit) && (self.paths.is_empty() || by_path) && (commit || by_path)
        } else {
            commit || by_path
        }
    }

    fn allows_commit(&self, origin: &Origin) -> bool {
        matches!(origin, Origin::Commit(commit) if self.commits.iter().any(|c| commit.id.eq_ignore_ascii_case(c)))
    }

    fn allows_path(&self, path: &str) -> bool {
        self.paths.iter().any(|p| p.is_match(path.as_bytes()))
    }

    /// Whether it allows this match.
    pub(crate) fn allows(&self, subject: &Subject<'_>) -> bool {
        let checks = [
            (!self.commits.is_empty()).then(|| self.allows_commit(subject.origin)),
            (!self.paths.is_empty()).then(|| self.allows_path(subject.path)),
            (!self.regexes.is_empty()).then(|| {
                let text = match self.target {
                    Target::Secret => subject.secret,
                    Target::Match => subject.matched,
                    Target::Line => subject.line,
                };
                self.regexes.iter().any(|r| r.is_match(text))
            }),
            (!self.stopwords.is_empty()).then(|| {
                let secret = String::from_utf8_lossy(subject.secret).to_lowercase();
                self.stopwords.iter().any(|s| secret.contains(s.as_str()))
            }),
        ];
        let mut written = checks.into_iter().flatten().peekable();
        if self.all { written.peek().is_some() && written.all(|c| c) } else { written.any(|c| c) }
    }
}
