//! Pages of code rules, from the rule and its fixture.
//!
//! The rules are read as plain YAML and not through the engine: the fixture is needed too, and a page must be possible
//! for a rule that the engine does not take yet.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use firedoor_core::{Confidence, Severity};
use serde_json::Value;

use super::markdown::{cwe, fence, first_sentence, prose};

/// Longest example, in lines.
const EXAMPLE_LINES: usize = 18;

/// What a page says of a rule.
pub(crate) struct CodeRule {
    pub(crate) id: String,
    /// The folder below `rules/sast/`, which is the language or `generic`.
    pub(crate) folder: String,
    pub(crate) severity: Severity,
    pub(crate) confidence: Confidence,
    message: String,
    languages: Vec<String>,
    cwe: Vec<String>,
    owasp: Vec<String>,
    references: Vec<String>,
    since: Option<String>,
    fences: String,
    found: Option<String>,
    safe: Option<String>,
    source: String,
}

/// All rules below a folder, sorted by id.
pub(crate) fn read(dir: &Path) -> Result<Vec<CodeRule>> {
    let mut rules = Vec::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries: Vec<PathBuf> = std::fs::read_dir(&folder)
            .with_context(|| folder.display().to_string())?
            .map(|e| Ok(e?.path()))
            .collect::<Result<_>>()?;
        for path in &entries {
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            if path.is_dir() {
                folders.push(path.clone());
            } else if let Some(base) = name.strip_suffix(".yaml").filter(|b| !b.ends_with(".test")) {
                let mut beside: Vec<_> = entries.iter().filter(|p| is_fixture(p, base, &name)).collect();
                beside.sort();
                read_file(dir, path, &beside, &mut rules).with_context(|| path.display().to_string())?;
            }
        }
    }
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(rules)
}

fn is_fixture(path: &Path, base: &str, rule: &str) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    name != rule && name.split('.').next() == Some(base) && path.is_file()
}

fn read_file(root: &Path, path: &Path, fixtures: &[&PathBuf], rules: &mut Vec<CodeRule>) -> Result<()> {
    let text = std::fs::read_to_string(path)?;
    let document: Value = serde_saphyr::from_str(&text).map_err(|e| anyhow::anyhow!("{e}"))?;
    let relative = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
    for rule in document["rules"].as_array().into_iter().flatten() {
        let id = string(&rule["id"]);
        let metadata = &rule["metadata"];
        let mut found = None;
        let mut safe = None;
        let mut extension = String::new();
        for fixture in fixtures {
            let code = std::fs::read_to_string(fixture)?;
            found = found.or_else(|| example(&code, "ruleid", &id));
            safe = safe.or_else(|| example(&code, "ok", &id));
            extension = fixture.extension().map(|e| e.to_string_lossy().into_owned()).unwrap_or_default();
        }
        rules.push(CodeRule {
            folder: relative.split('/').next().unwrap_or_default().to_owned(),
            severity: severity(&string(&rule["severity"])),
            confidence: Confidence::parse(&string(&metadata["confidence"]).to_lowercase())
                .unwrap_or(Confidence::Medium),
            message: string(&rule["message"]),
            languages: strings(&rule["languages"]),
            cwe: strings(&metadata["cwe"]),
            owasp: strings(&metadata["owasp"]),
            references: strings(&metadata["references"]),
            since: Some(string(&metadata["since"])).filter(|s| !s.is_empty()),
            fences: extension,
            found,
            safe,
            source: relative.clone(),
            id,
        });
    }
    Ok(())
}

/// Semgrep's two scales, as the engine reads them.
fn severity(word: &str) -> Severity {
    match word.to_ascii_uppercase().as_str() {
        "CRITICAL" => Severity::Critical,
        "ERROR" | "HIGH" => Severity::High,
        "INFO" | "LOW" => Severity::Low,
        "INVENTORY" | "EXPERIMENT" => Severity::Info,
        _ => Severity::Medium,
    }
}

fn string(value: &Value) -> String {
    match value {
        Value::String(s) => s.trim().to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::Array(list) => list.iter().map(string).collect(),
        Value::Null => Vec::new(),
        one => vec![string(one)],
    }
}

/// Whether a line is a marker `<word>: id, id` in a comment of any language.
fn marks(line: &str, word: &str, id: &str) -> bool {
    let Some((before, ids)) = line.split_once(&format!("{word}:")) else { return false };
    // `todook:` and `todoruleid:` are other words, and a marker stands at the start of its comment. What closes the
    // comment follows a space.
    before.chars().all(|c| !c.is_alphanumeric()) && ids.split([',', ' ']).any(|part| part == id)
}

fn is_marker(line: &str) -> bool {
    ["ruleid:", "ok:", "todoruleid:", "todook:"]
        .iter()
        .any(|word| line.split_once(word).is_some_and(|(before, _)| before.chars().all(|c| !c.is_alphanumeric())))
}

/// The paragraph around the first marker of this kind, dedented and without markers.
fn example(code: &str, word: &str, id: &str) -> Option<String> {
    let lines: Vec<&str> = code.lines().collect();
    let at = lines.iter().position(|l| marks(l, word, id))?;
    let blank = |i: usize| lines.get(i).is_none_or(|l| l.trim().is_empty());
    let mut first = at;
    while first > 0 && !blank(first - 1) && at - first < EXAMPLE_LINES / 2 {
        first -= 1;
    }
    let mut last = at + 1;
    while !blank(last + 1) && last - first < EXAMPLE_LINES {
        last += 1;
    }
    // What comes after the next marker of the other kind belongs to another case.
    let other = if word == "ok" { "ruleid" } else { "ok" };
    let kept = lines.get(first..=last.min(lines.len().checked_sub(1)?))?;
    let after = at - first + 1;
    let end = kept.iter().skip(after).position(|l| marks(l, other, id)).map_or(kept.len(), |n| n + after);
    let start = kept.iter().take(at - first).rposition(|l| marks(l, other, id)).map_or(0, |n| n + 2).min(at - first);
    let kept: Vec<&str> = kept.get(start..end)?.iter().copied().filter(|l| !is_marker(l)).collect();
    let indent =
        kept.iter().filter(|l| !l.trim().is_empty()).map(|l| l.len() - l.trim_start().len()).min().unwrap_or(0);
    Some(kept.iter().map(|l| l.get(indent..).unwrap_or("")).collect::<Vec<_>>().join("\n"))
}

impl CodeRule {
    /// The first sentence of its message, without the full stop.
    pub(crate) fn title(&self) -> &str {
        first_sentence(&self.message).0.trim_end_matches('.')
    }

    /// Numbers of its weaknesses.
    pub(crate) fn cwe_numbers(&self) -> Vec<u32> {
        let number = |text: &String| {
            let digits: String = text
                .trim_start_matches(|c: char| !c.is_ascii_digit())
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            digits.parse().ok()
        };
        self.cwe.iter().filter_map(number).collect()
    }

    /// Its page.
    pub(crate) fn page(&self) -> String {
        let (first, rest) = first_sentence(&self.message);
        let mut out = format!("# {}\n\n**{}**", self.id, prose(first));
        if !rest.is_empty() {
            let _ = write!(out, " {}", prose(rest));
        }
        let _ = write!(
            out,
            "\n\n| | |\n|---|---|\n| Severity | {} |\n| Confidence | {} |\n",
            self.severity, self.confidence
        );
        let _ = writeln!(out, "| Languages | {} |", self.languages.join(", "));
        for (number, text) in self.cwe_numbers().into_iter().zip(&self.cwe) {
            let name = text.split_once(": ").map_or("", |(_, n)| n);
            let _ = writeln!(out, "| Weakness | {} {} |", cwe(number), prose(name).replace('|', "\\|"));
        }
        for category in &self.owasp {
            let _ = writeln!(out, "| OWASP | {} |", prose(category).replace('|', "\\|"));
        }
        if let Some(since) = &self.since {
            let _ = writeln!(out, "| Since | {since} |");
        }
        if let Some(code) = &self.found {
            let _ = write!(out, "\n## Found\n\n{}", fence(&self.fences, code));
        }
        if let Some(code) = &self.safe {
            let _ = write!(out, "\n## Not found\n\n{}", fence(&self.fences, code));
        }
        if !self.references.is_empty() {
            out.push_str("\n## Read more\n\n");
            for reference in &self.references {
                let _ = writeln!(out, "- <{reference}>");
            }
        }
        let _ = write!(out, "\n---\n[All rules](../README.md) · [source](../../../rules/sast/{})\n", self.source);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_the_paragraph_of_the_first_marker() {
        let code = "import x\n\ndef a(r):\n    q = r.q\n    # ruleid: shell\n    run(q)\n    # ok: shell\n    run(1)\n\n# todook: shell\nrun(2)\n";
        assert_eq!(example(code, "ruleid", "shell").as_deref(), Some("def a(r):\n    q = r.q\n    run(q)"));
        assert_eq!(example(code, "ok", "shell").as_deref(), Some("run(1)"));
        assert_eq!(example(code, "ok", "other"), None);
        assert_eq!(example("<!-- ok: a, b -->\n<p>\n", "ok", "b").as_deref(), Some("<p>"));
        assert_eq!(example("// ruleid: shell", "ruleid", "shell").as_deref(), Some(""));
    }
}
