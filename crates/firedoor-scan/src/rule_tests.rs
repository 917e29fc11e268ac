//! `firedoor rules test`: rules against the fixtures beside them.
//!
//! For a Semgrep rule file, every file of the same folder whose name up to its first dot equals the rule file's base name
//! is a fixture; `NAME.fixed.EXT` is what the fixes must make of `NAME.EXT`. A comment alone on its line, `ruleid: a, b`,
//! says that rules a and b report the next line, `ok:` that they do not, `todoruleid:` and `todook:` that they should
//! or should not but do not yet. Lines are counted by where a finding starts, each once. `paths:` of a rule does not
//! count in tests. A gitleaks rule file carries its examples in itself. (Semgrep's documentation, "Testing rules".)

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_core::{Diagnostic, Fix, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_sast::testing;

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
pub fn test(paths: &[PathBuf], today: &str) -> Result<RuleTests, SetupError> {
    let files = RuleFiles::load(paths)?;
    let mut out = RuleTests::default();
    for source in &files.sast {
        code_rules(source, today, &mut out)?;
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
                fixture: format!(
                    "{} {}",
                    if t.kind == firedoor_secrets::ExampleKind::Example { "example" } else { "counterexample" },
                    t.index + 1
                ),
                failures: t.failure.into_iter().collect(),
                expected: BTreeSet::new(),
                reported: BTreeSet::new(),
            }));
        }
    }
}

fn code_rules(source: &RuleSource, today: &str, out: &mut RuleTests) -> Result<(), SetupError> {
    let fixtures = fixtures(Path::new(&source.path))?;
    if fixtures.is_empty() {
        let empty = SourceFile::new(RepoPath::new("empty"), Origin::Stdin, Vec::new());
        out.broken.extend(testing::run(source, &Arc::new(empty)).diagnostics);
        out.untested.push(source.path.clone());
        return Ok(());
    }
    for (nth, fixture) in fixtures.into_iter().enumerate() {
        let bytes = std::fs::read(&fixture)
            .map_err(|e| SetupError::Other(format!("cannot read the fixture {}: {e}", fixture.display())))?;
        let name = fixture.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let file = Arc::new(SourceFile::new(RepoPath::new(name.as_str()), Origin::WorkTree, bytes));
        let annotations = testing::annotations(&file.text());
        let outcome = testing::run_on(source, &file, Some(today));
        if nth == 0 {
            out.broken.extend(outcome.diagnostics);
        }
        for (rule, reported) in &outcome.lines {
            let expected = annotations.get(rule).map(|e| e.reported.clone()).unwrap_or_default();
            let mut failures: Vec<String> =
                expected.difference(reported).map(|line| format!("line {line}: expected and not found")).collect();
            failures.extend(reported.difference(&expected).map(|line| format!("line {line}: found and not expected")));
            let fixes = outcome.findings.findings.iter().filter(|f| f.rule.id.as_str() == rule).flat_map(|f| &f.fixes);
            failures.extend(fixed_problem(&fixture, &fixed(file.bytes(), fixes)));
            out.tests.push(RuleTest {
                file: source.path.clone(),
                rule: rule.clone(),
                fixture: name.clone(),
                failures,
                expected,
                reported: reported.clone(),
            });
        }
    }
    Ok(())
}

/// The text with fixes applied from its end to its start; one that overlaps a later one is left out.
fn fixed<'f>(bytes: &[u8], fixes: impl Iterator<Item = &'f Fix>) -> Vec<u8> {
    let mut edits: Vec<_> = fixes.flat_map(|f| &f.edits).collect();
    edits.sort_by_key(|e| std::cmp::Reverse(e.span));
    let mut out = bytes.to_vec();
    let mut free_up_to = out.len();
    for edit in edits {
        if edit.span.end as usize <= free_up_to {
            out.splice(edit.span.range(), edit.replacement.bytes());
            free_up_to = edit.span.start as usize;
        }
    }
    out
}

/// What is wrong with the text that the fixes made, if there is a file that says what they should make.
fn fixed_problem(fixture: &Path, fixed: &[u8]) -> Option<String> {
    let name = fixture.file_name()?.to_str()?;
    let (stem, extension) = name.split_once('.')?;
    let wanted = std::fs::read(fixture.with_file_name(format!("{stem}.fixed.{extension}"))).ok()?;
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
