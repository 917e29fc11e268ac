//! Ignore files and baselines of other tools, read into [`ExternalIgnore`]s.
//!
//! The kind of file is told by its name. Formats (read from each tool's documentation): gitleaks' `.gitleaksignore`
//! (one fingerprint a line) and its JSON report used as a baseline; detect-secrets' `.secrets.baseline`; Trivy's
//! `.trivyignore` and `.trivyignore.yaml`. Files that only speak of packages (`osv-scanner.toml`, `deny.toml`, VEX) are
//! read by the dependency engine, which knows names, versions and package URLs.

use std::collections::{BTreeMap, VecDeque};

use firedoor_core::{Diagnostic, EngineId, RuleSource, SecretValue, Span};
use serde_json::Value as Json;

use super::{ExternalIgnore, Subject};
use crate::glob::Globs;

/// The names of files that [`external_ignores`] reads by itself.
pub const KNOWN_FILES: &[&str] =
    &[".gitleaksignore", ".betterleaksignore", ".trivyignore", ".trivyignore.yaml", ".secrets.baseline"];

/// The forms of entries that are read from another tool's baseline, which can be imported.
pub const BASELINE_FORMS: &[&str] = &["gitleaks baseline", ".secrets.baseline"];

/// The suppressions of a file of another tool, with what could not be read.
#[must_use]
pub fn external_ignores(source: &RuleSource) -> (Vec<ExternalIgnore>, Vec<Diagnostic>) {
    let mut out = Reader { source, ignores: Vec::new(), errors: Vec::new() };
    let name = source.path.rsplit(['/', '\\']).next().unwrap_or_default();
    match name {
        ".trivyignore" => out.trivyignore(),
        ".trivyignore.yaml" | ".trivyignore.yml" => out.trivyignore_yaml(),
        ".gitleaksignore" | ".betterleaksignore" => out.gitleaksignore(name),
        _ if source.text.trim_start().starts_with(['[', '{']) => out.json(),
        _ => out.gitleaksignore(".gitleaksignore"),
    }
    (out.ignores, out.errors)
}

struct Reader<'a> {
    source: &'a RuleSource,
    ignores: Vec<ExternalIgnore>,
    errors: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn add(&mut self, form: &str, subject: Subject, line: Option<u32>) -> &mut ExternalIgnore {
        self.ignores.push(ExternalIgnore {
            form: form.to_owned(),
            subject,
            reason: None,
            owner: None,
            until: None,
            path: self.source.path.clone(),
            line,
            report_unused: false,
        });
        self.ignores.last_mut().expect("just pushed")
    }

    fn error(&mut self, span: Option<Span>, message: String, label: &str) {
        self.errors.push(Diagnostic::new("invalid-ignore", self.source, span, message, label));
    }

    /// Lines without comments: number from 1, span in the file, text.
    fn lines(&self) -> Vec<(u32, Span, String)> {
        let base = self.source.text.as_ptr() as usize;
        (1..)
            .zip(self.source.text.lines())
            .filter_map(|(n, raw)| {
                let text = raw.trim();
                let start = text.as_ptr() as usize - base;
                (!text.is_empty() && !text.starts_with('#'))
                    .then(|| (n, Span::new(start, start + text.len()), text.to_owned()))
            })
            .collect()
    }

    /// `[commit:]file:rule:line`; the file may hold colons.
    fn gitleaksignore(&mut self, form: &str) {
        for (number, span, text) in self.lines() {
            let text = text.split(" #").next().unwrap_or_default().trim();
            let mut tail = text.rsplitn(3, ':');
            let (line, rule, head) = (tail.next(), tail.next(), tail.next());
            let (Some(Ok(line)), Some(rule), Some(head)) = (line.map(str::parse), rule, head) else {
                self.error(Some(span), "This is no fingerprint.".into(), "[commit:]file:rule:line");
                continue;
            };
            let (commit, file) = match head.split_once(':') {
                Some((commit, file)) if is_commit(commit) => (Some(commit.to_ascii_lowercase()), file),
                _ => (None, head),
            };
            let subject = Subject::SecretAt { commit, file: slashes(file), rule: rule.to_owned(), line };
            self.add(form, subject, Some(number));
        }
    }

    /// `ID`, `ID exp:2027-01-31`, `ID # reason`.
    fn trivyignore(&mut self) {
        for (number, span, text) in self.lines() {
            let (body, reason) = match text.split_once('#') {
                Some((body, reason)) => (body, Some(reason.trim().to_owned()).filter(|r| !r.is_empty())),
                None => (text.as_str(), None),
            };
            let mut words = body.split_whitespace();
            let Some(id) = words.next() else { continue };
            let until = words.find_map(|w| w.strip_prefix("exp:").map(str::to_owned));
            if until.as_deref().is_some_and(|d| !crate::date::is_date(d)) {
                self.error(Some(span), "What stands behind `exp:` is not a day.".into(), "exp:YYYY-MM-DD");
                continue;
            }
            if !is_trivy_id(id) {
                self.error(Some(span), "Trivy compares ids as they are; this one names no finding.".into(), "an id");
                continue;
            }
            let subject = Subject::Id { id: id.to_owned(), paths: Globs::default(), engines: &[] };
            let entry = self.add(".trivyignore", subject, Some(number));
            (entry.reason, entry.until) = (reason, until);
        }
    }

    /// Lists of `id`, `paths`, `purls`, `statement` and `expired_at` under the kinds of findings.
    fn trivyignore_yaml(&mut self) {
        let document: Json = match serde_saphyr::from_str(&self.source.text) {
            Ok(document) => document,
            Err(e) => {
                self.error(
                    None,
                    format!("This is not valid YAML: {}.", e.to_string().lines().next().unwrap_or("")),
                    "",
                );
                return;
            }
        };
        let kinds: [(&str, &'static [EngineId]); 3] = [
            ("vulnerabilities", &[EngineId::Sca]),
            ("misconfigurations", &[EngineId::Policy]),
            ("secrets", &[EngineId::Secrets]),
        ];
        let mut lines = self.lines_of_ids();
        for (kind, engines) in kinds {
            for item in document.get(kind).and_then(Json::as_array).into_iter().flatten() {
                let text = |key: &str| item.get(key).and_then(Json::as_str).map(str::to_owned);
                let Some(id) = text("id") else {
                    self.error(None, format!("An entry of `{kind}` has no `id`."), "");
                    continue;
                };
                let line = lines.get_mut(&id).and_then(VecDeque::pop_front);
                let place = self.span_of_line(line);
                if !is_trivy_id(&id) {
                    self.error(place, format!("Trivy compares ids as they are; `{id}` names no finding."), "");
                    continue;
                }
                let until = text("expired_at");
                if until.as_deref().is_some_and(|d| !crate::date::is_date(d)) {
                    self.error(place, format!("The `expired_at` of the entry `{id}` is not a day, YYYY-MM-DD."), "");
                    continue;
                }
                let patterns: Vec<&str> =
                    item.get("paths").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect();
                let Ok(paths) = Globs::new(patterns.iter().copied()) else {
                    self.error(place, format!("The entry `{id}` has a path that is no valid glob."), "");
                    continue;
                };
                // An entry for certain packages only is read by the dependency engine, never widened to all of them.
                if item.get("purls").and_then(Json::as_array).is_some_and(|p| !p.is_empty()) {
                    continue;
                }
                let entry = self.add(".trivyignore.yaml", Subject::Id { id, paths, engines }, line);
                entry.until = until;
                entry.reason = item.get("statement").and_then(Json::as_str).map(str::to_owned);
            }
        }
    }

    /// The text of a line, from 1.
    fn span_of_line(&self, line: Option<u32>) -> Option<Span> {
        let before = self.source.text.split_inclusive('\n').take(line?.checked_sub(1)? as usize);
        let start: usize = before.map(str::len).sum();
        let text = self.source.text.get(start..)?.lines().next()?;
        Some(Span::new(start + text.len() - text.trim_start().len(), start + text.len()))
    }

    /// The lines of each `id: …`, from 1.
    fn lines_of_ids(&self) -> BTreeMap<String, VecDeque<u32>> {
        let mut lines: BTreeMap<String, VecDeque<u32>> = BTreeMap::new();
        for (number, line) in (1..).zip(self.source.text.lines()) {
            let line = line.trim_start().trim_start_matches("- ").trim_start();
            if let Some(value) = line.strip_prefix("id:") {
                let value = value.split(" #").next().unwrap_or(value).trim().trim_matches(['"', '\'']);
                lines.entry(value.to_owned()).or_default().push_back(number);
            }
        }
        lines
    }

    fn json(&mut self) {
        match serde_json::from_str::<Json>(&self.source.text) {
            Ok(Json::Array(items)) => items.iter().for_each(|item| self.gitleaks_report(item)),
            Ok(Json::Object(object)) if object.get("results").is_some_and(Json::is_object) => {
                if let Some(Json::Object(results)) = object.get("results") {
                    for (file, items) in results {
                        items.as_array().into_iter().flatten().for_each(|item| self.detect_secrets(file, item));
                    }
                }
            }
            Ok(_) => self.error(None, "This is neither a gitleaks report nor a detect-secrets baseline.".into(), ""),
            Err(e) => {
                let at = self.source.text.split_inclusive('\n').take(e.line().saturating_sub(1)).map(str::len).sum();
                let at: usize = at;
                let span = Span::new(at + e.column().saturating_sub(1), at + e.column());
                self.error(Some(span), format!("This is not valid JSON: {e}."), "");
            }
        }
    }

    /// An entry of gitleaks' JSON report, which it also takes as a baseline.
    fn gitleaks_report(&mut self, item: &Json) {
        let text = |key: &str| item.get(key).and_then(Json::as_str).filter(|t| !t.is_empty());
        let (Some(file), Some(rule)) = (text("File"), text("RuleID")) else {
            self.error(None, "An entry has no `File` and `RuleID`: this is not a gitleaks report.".into(), "");
            return;
        };
        let file = slashes(file);
        let secret = text("Secret").filter(|s| !s.contains("REDACTED") && !s.contains("***"));
        let subject = match secret {
            Some(secret) => Subject::SecretValue { file, value: SecretValue::new(secret.as_bytes(), 0) },
            None => Subject::SecretAt {
                commit: text("Commit").map(str::to_ascii_lowercase),
                file,
                rule: rule.to_owned(),
                line: item.get("StartLine").and_then(Json::as_u64).and_then(|n| u32::try_from(n).ok()).unwrap_or(0),
            },
        };
        self.add("gitleaks baseline", subject, None);
    }

    fn detect_secrets(&mut self, file: &str, item: &Json) {
        let digest = item.get("hashed_secret").and_then(Json::as_str).and_then(unhex);
        let Some(sha1) = digest else {
            self.error(None, format!("An entry for `{file}` has no `hashed_secret` of 40 hexadecimal digits."), "");
            return;
        };
        // The audit's answer `is_secret: true` means a real secret that somebody has to mend: not let through.
        if item.get("is_secret").and_then(Json::as_bool) == Some(true) {
            return;
        }
        self.add(".secrets.baseline", Subject::SecretSha1 { file: slashes(file), sha1 }, None);
    }
}

fn is_commit(text: &str) -> bool {
    (text.len() == 40 || text.len() == 64) && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Paths as a repository has them, also from a tool that ran on Windows or was given `./`.
fn slashes(path: &str) -> String {
    let path = path.replace('\\', "/");
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}

fn unhex(text: &str) -> Option<[u8; 20]> {
    if text.len() != 40 || !text.is_ascii() {
        return None;
    }
    let mut out = [0; 20];
    for (i, byte) in out.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(out)
}

/// Whether it can be an id in Trivy's sense: no glob, and not the name of one of our engines, which would mean all of
/// that engine's findings.
fn is_trivy_id(id: &str) -> bool {
    !id.contains('*') && EngineId::parse(id).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str, text: &str) -> (Vec<ExternalIgnore>, Vec<Diagnostic>) {
        external_ignores(&RuleSource::new(path, text))
    }

    #[test]
    fn gitleaksignore() {
        let commit = "0123456789".repeat(4);
        let text = format!("# why\n{commit}:a/b:c.py:some-rule:12\n./x.env:other:3 # note\nnonsense\n");
        let (found, errors) = read(".gitleaksignore", &text);
        assert_eq!(found.len(), 2);
        assert!(
            matches!(&found[0].subject, Subject::SecretAt { commit: Some(_), file, line: 12, .. } if file == "a/b:c.py")
        );
        assert!(matches!(&found[1].subject, Subject::SecretAt { commit: None, file, line: 3, .. } if file == "x.env"));
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].position(), Some((4, 1)));
    }

    #[test]
    fn trivyignore() {
        let (found, errors) = read(".trivyignore", "CVE-2020-1 exp:2027-01-31\nAVD-X # fine\nCVE-2 exp:now\n");
        assert_eq!(found[0].until.as_deref(), Some("2027-01-31"));
        assert_eq!(found[1].reason.as_deref(), Some("fine"));
        assert_eq!((found.len(), errors.len()), (2, 1));
        let (found, errors) = read(".trivyignore", "*\nCVE-*\nsca\nCVE-1\n");
        assert_eq!((found.len(), errors.len()), (1, 3));
    }

    #[test]
    fn trivyignore_yaml() {
        let text = "vulnerabilities:\n  - id: CVE-1\n    paths: ['web/']\n    statement: not used\n    expired_at: 2027-01-31\n  \
                    - id: CVE-2\n    purls: ['pkg:npm/a']\nsecrets:\n  - {id: x, expired_at: soon}\n";
        let (found, errors) = read(".trivyignore.yaml", text);
        assert_eq!((found.len(), errors.len()), (1, 1));
        assert_eq!((found[0].reason.as_deref(), found[0].until.as_deref()), (Some("not used"), Some("2027-01-31")));
        let text = "secrets:\n  - paths: [a]\n    id: x\n  - id: 'y' # why\n  - id: x\n";
        let lines: Vec<_> = read(".trivyignore.yaml", text).0.iter().map(|f| f.line).collect();
        assert_eq!(lines, [Some(3), Some(4), Some(5)]);
        assert_eq!(read(".trivyignore.yaml", "a: [").1.len(), 1);
        let text = "secrets:\n  - id: x\n    paths: ['web/[']\n";
        let wrong = read(".trivyignore.yaml", text).1;
        assert_eq!(wrong.iter().map(Diagnostic::position).collect::<Vec<_>>(), [Some((2, 3))]);
    }

    #[test]
    fn baselines_of_secret_scanners() {
        let (found, errors) = read(
            "gl.json",
            r#"[{"RuleID":"r","File":"a\\b","Secret":"s3cr","StartLine":4},{"RuleID":"r","File":"c","Secret":"REDACTED","StartLine":4}]"#,
        );
        assert!(errors.is_empty());
        assert!(matches!(&found[0].subject, Subject::SecretValue { file, .. } if file == "a/b"));
        assert!(matches!(&found[1].subject, Subject::SecretAt { line: 4, .. }));
        let sha1 = "a9993e364706816aba3e25717850c26c9cd0d89d";
        let text = format!(
            r#"{{"version":"1.5.0","results":{{"a":[{{"hashed_secret":"{sha1}"}},{{"hashed_secret":"{sha1}","is_secret":true}},{{}}]}}}}"#
        );
        let (found, errors) = read(".secrets.baseline", &text);
        assert_eq!((found.len(), errors.len()), (1, 1));
        assert_eq!(read("x.json", "[1,").1.len(), 1);
    }
}
