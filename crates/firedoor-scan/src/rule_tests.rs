//! `firedoor rules test`: rules against the fixtures beside them.
//!
//! For a Semgrep rule file, every file of the same folder whose name up to its first dot equals the rule file's base name
//! is a fixture; `NAME.fixed.EXT` is what the fixes must make of `NAME.EXT`. A comment alone on its line, `ruleid: a, b`,
//! says that rules a and b report the next line, `ok:` that they do not, `todoruleid:` and `todook:` that they should
//! or should not but do not yet. Lines are counted by where a finding starts, each once. `paths:` of a rule does not
//! count in tests. A gitleaks rule file carries its examples in itself. (Semgrep's documentation, "Testing rules".)

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use firedoor_core::{Diagnostic, Origin, RepoPath, RuleSource, SourceFile};

use crate::rule_files::RuleFiles;
use crate::setup::SetupError;

/// One rule against one fixture, or one example of a secret rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleTest {
    /// The rule file.
    pub file: String,
    /// The rule's id.
    pub rule: String,
    /// The fixture, or `example 1`.
    pub fixture: String,
    /// What is wrong, one sentence an entry; empty if it passed.
    pub failures: Vec<String>,
    /// Lines with a finding that the fixture expects.
    pub expected: BTreeSet<u32>,
    /// Lines with a finding.
    pub reported: BTreeSet<u32>,
}

/// What a test run gives.
#[derive(Clone, Debug, Default)]
pub struct RuleTests {
    /// In the order of files, rules, fixtures.
    pub tests: Vec<RuleTest>,
    /// Rule files without a fixture or example.
    pub untested: Vec<String>,
    /// Rules that could not be loaded.
    pub broken: Vec<Diagnostic>,
}

/// Runs the tests of rule files and folders.
///
/// # Errors
/// If a path cannot be read.
pub fn test(paths: &[PathBuf]) -> Result<RuleTests, SetupError> {
    let files = RuleFiles::load(paths)?;
    let mut out = RuleTests::default();
    for source in &files.sast {
        code_rules(source, &mut out)?;
    }
    for source in &files.secrets {
        secret_rules(source, &mut out);
    }
    Ok(out)
}

fn secret_rules(source: &RuleSource, out: &mut RuleTests) {
    match firedoor_secrets::test_rules(source) {
        Err(broken) => out.broken.extend(broken),
        Ok(tests) => {
            if tests.is_empty() {
                out.untested.push(source.path.clone());
            }
            out.tests.extend(tests.into_iter().map(|t| RuleTest {
                file: source.path.clone(),
                rule: t.rule,
                fixture: format!("{} {}", if t.kind == firedoor_secrets::ExampleKind::Example { "example" } else { "counterexample" }, t.index + 1),
                failures: t.failure.into_iter().collect(),
                expected: BTreeSet::new(),
                reported: BTreeSet::new(),
            }));
        }
    }
}

fn code_rules(source: &RuleSource, out: &mut RuleTests) -> Result<(), SetupError> {
    let fixtures = fixtures(Path::new(&source.path))?;
    if fixtures.is_empty() {
        let (_, broken) = firedoor_sast::testing::reported(source, &SourceFile::new("empty".into(), Origin::Stdin, Vec::new()));
        out.broken.extend(broken);
        out.untested.push(source.path.clone());
        return Ok(());
    }
    let mut broken_said = false;
    for fixture in fixtures {
        let bytes = std::fs::read(&fixture)
            .map_err(|e| SetupError::Other(format!("cannot read the fixture {}: {e}", fixture.display())))?;
        let name = fixture.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let file = SourceFile::new(RepoPath::new(name.as_str()), Origin::WorkTree, bytes);
        let annotations = Annotations::parse(&file.text());
        let (reported, broken) = firedoor_sast::testing::reported(source, &file);
        if !std::mem::replace(&mut broken_said, true) {
            out.broken.extend(broken);
        }
        for (rule, lines) in &reported {
            let test = annotations.judge(rule, &lines.lines);
            let mut failures = test.failures;
            if let Some(problem) = fixed_problem(&fixture, &file, &lines.fixed) {
                failures.push(problem);
            }
            out.tests.push(RuleTest {
                file: source.path.clone(),
                rule: rule.clone(),
                fixture: name.clone(),
                failures,
                expected: test.expected,
                reported: lines.lines.clone(),
            });
        }
    }
    Ok(())
}

/// What is wrong with the text that the fixes made, if there is a file that says what they should make.
fn fixed_problem(fixture: &Path, file: &SourceFile, fixed: &[u8]) -> Option<String> {
    let name = fixture.file_name()?.to_str()?;
    let (stem, extension) = name.split_once('.')?;
    let wanted = std::fs::read(fixture.with_file_name(format!("{stem}.fixed.{extension}"))).ok()?;
    let _ = file;
    if wanted == fixed {
        return None;
    }
    let line = wanted.split(|b| *b == b'\n').zip(fixed.split(|b| *b == b'\n')).position(|(a, b)| a != b);
    Some(format!("the fixed text differs from {stem}.fixed.{extension} at line {}", line.map_or(0, |l| l + 1)))
}

fn fixtures(rule_file: &Path) -> Result<Vec<PathBuf>, SetupError> {
    let folder = rule_file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let base = rule_file.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let failed = |e: std::io::Error| SetupError::Other(format!("cannot list {}: {e}", folder.display()));
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(name) = path.file_name().and_then(|n| n.to_str()) else { continue };
        let stem = name.split('.').next().unwrap_or_default();
        let is_rule = (name.ends_with(".yaml") || name.ends_with(".yml"))
            && !name.contains(".test.")
            && path.file_stem().is_some_and(|s| s.to_string_lossy() == base);
        if stem == base && !is_rule && !name.split('.').any(|p| p == "fixed") && path.is_file() {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    RuleId,
    Ok,
    TodoRuleId,
    TodoOk,
}

/// The annotations of a fixture: rule, kind, annotated line.
struct Annotations(Vec<(String, Kind, u32)>);

struct Expected {
    failures: Vec<String>,
    expected: BTreeSet<u32>,
}

impl Annotations {
    fn parse(text: &str) -> Self {
        let mut out = Vec::new();
        for (line, content) in (1..).zip(text.lines()) {
            let Some((kind, ids)) = annotation(content) else { continue };
            out.extend(ids.split(',').map(|id| (id.trim().to_owned(), kind, line + 1)).filter(|(id, ..)| !id.is_empty()));
        }
        Self(out)
    }

    fn judge(&self, rule: &str, reported: &BTreeSet<u32>) -> Expected {
        let mut by_line: BTreeMap<u32, BTreeSet<Kind>> = BTreeMap::new();
        for (id, kind, line) in &self.0 {
            // A rule file may give its rules ids with dots in front, as registries do.
            if id == rule || rule.ends_with(&format!(".{id}")) {
                by_line.entry(*line).or_default().insert(*kind);
            }
        }
        let has = |kind: Kind| -> BTreeSet<u32> {
            by_line.iter().filter(|(_, k)| k.contains(&kind)).map(|(l, _)| *l).collect()
        };
        let mut expected = has(Kind::RuleId);
        expected.extend(has(Kind::TodoOk));
        let mut failures = Vec::new();
        for line in expected.difference(reported) {
            failures.push(format!("line {line}: expected and not found"));
        }
        for line in reported.difference(&expected) {
            failures.push(format!("line {line}: found and not expected"));
        }
        Expected { failures, expected }
    }
}

/// The annotation on a line that holds nothing else.
fn annotation(line: &str) -> Option<(Kind, &str)> {
    let body = line.trim();
    let body = ["#", "//", "<!--", "(*", "/*", "{/*", "--", ";", "%"].iter().find_map(|open| body.strip_prefix(open))?;
    let body = body.trim_start_matches(['#', '/', '*', '-', ';', ' ', '\t']);
    let (kind, rest) = [
        ("todoruleid:", Kind::TodoRuleId),
        ("todook:", Kind::TodoOk),
        ("ruleid:", Kind::RuleId),
        ("ok:", Kind::Ok),
    ]
    .iter()
    .find_map(|(word, kind)| body.strip_prefix(word).map(|rest| (*kind, rest)))?;
    let rest = rest.trim();
    let rest = ["*/}", "*/", "-->", "*)"].iter().find_map(|close| rest.strip_suffix(close)).unwrap_or(rest);
    Some((kind, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_speak_of_the_next_line() {
        let a = Annotations::parse("# ruleid: x, y\nf()\n  // ok: x\ng() // ruleid: x\n{/* ruleid: z */}\n<a/>\n<!-- todook: x -->\nh()\n");
        let ids: Vec<_> = a.0.iter().map(|(id, kind, line)| (id.as_str(), *kind, *line)).collect();
        assert_eq!(
            ids,
            [("x", Kind::RuleId, 2), ("y", Kind::RuleId, 2), ("x", Kind::Ok, 4), ("z", Kind::RuleId, 6), ("x", Kind::TodoOk, 8)]
        );
        let all = a.judge("x", &[2, 8].into());
        assert!(all.failures.is_empty(), "{:?}", all.failures);
        let wrong = a.judge("x", &[4].into());
        assert_eq!(
            wrong.failures,
            ["line 2: expected and not found", "line 8: expected and not found", "line 4: found and not expected"]
        );
    }
}
