//! Ignore files of other tools, whoever reads them: the gate those that speak of any finding, the dependency engine
//! those that speak of packages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use firedoor_core::{Diagnostic, Evidence, Finding, Origin, RepoPath, RuleSource, SourceFile};
use firedoor_gate::suppress::files::KNOWN_FILES;
use firedoor_gate::{ExternalIgnore, Globs, Matcher, Subject};
use firedoor_input::Root;
use firedoor_sca::IgnoreEntry;

use crate::setup::SetupError;
use crate::steering::Steering;

/// Entries, and what could not be read.
pub(crate) type Read = (Vec<ExternalIgnore>, Vec<Diagnostic>);

/// Names of the files at the top that are looked for in a base commit, with those that have a folder of their own.
pub(crate) const AT_TOP: &[&str] =
    &["osv-scanner.toml", "deny.toml", ".deny.toml", ".cargo/deny.toml", ".cargo/audit.toml"];

/// Whether a file of this path is read as an ignore file.
pub(crate) fn is_one(path: &RepoPath) -> bool {
    KNOWN_FILES.contains(&path.file_name()) || firedoor_sca::is_ignore_file(path)
}

/// Whether a finding of a secret is more than a hash in another tool's baseline or a mask in a report. Other findings
/// always are.
pub(crate) fn is_secret(finding: &Finding) -> bool {
    !is_own_hash(finding) && !is_mask(finding)
}

/// Whether a finding is the hash of a secret that a baseline of detect-secrets is made of, and not a secret.
fn is_own_hash(finding: &Finding) -> bool {
    let Evidence::Secret { value, .. } = &finding.evidence else { return false };
    let is_sha1 = value.expose().len() == 40 && value.expose().iter().all(u8::is_ascii_hexdigit);
    let snippet = &finding.location.snippet;
    let before = snippet.text.get(..snippet.highlight.start as usize).unwrap_or_default();
    is_sha1
        && finding.location.path.file_name() == ".secrets.baseline"
        && before.trim_end_matches(['"', ' ', ':']).ends_with("hashed_secret")
}

/// Whether a finding is nothing but the mask that a report of ours, or of another tool, shows in the place of a secret.
fn is_mask(finding: &Finding) -> bool {
    let Evidence::Secret { value, .. } = &finding.evidence else { return false };
    !value.expose().is_empty() && value.expose().iter().all(|b| *b == b'*')
}

/// Reads one. `dependencies` says whether the dependency engine runs, so that an entry about packages that matches
/// nothing is one to remove.
pub(crate) fn read(source: &RuleSource, dependencies: bool) -> Read {
    let path = RepoPath::new(source.path.as_str());
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    if KNOWN_FILES.contains(&path.file_name()) {
        (entries, problems) = firedoor_gate::external_ignores(source);
    }
    let file = SourceFile::new(path, Origin::WorkTree, source.text.as_bytes().to_vec());
    if let Some((own, errors)) = firedoor_sca::parse_ignores(&file) {
        entries.extend(own.into_iter().map(|e| external(e, &source.path, dependencies)));
        problems.extend(errors);
    }
    (entries, problems)
}

/// Reads the ignore files at the top of the checked-out tree that speak of any finding.
pub(crate) fn of_top(root: &Root, steering: &Steering<'_>) -> Read {
    read_in(root, &root.dir, KNOWN_FILES, false, steering)
}

/// Reads the ignore files in the folders above what is scanned, up to the root: they speak of what is below them, whichever
/// part of that is scanned.
pub(crate) fn above(root: &Root, scanned: &[PathBuf], dependencies: bool, steering: &Steering<'_>) -> Read {
    let mut folders: BTreeSet<&Path> = BTreeSet::new();
    for path in scanned {
        folders.extend(path.ancestors().skip(1).take_while(|folder| folder.starts_with(&root.dir)));
    }
    // What lies in a scanned folder is read there.
    folders.retain(|folder| !scanned.iter().any(|path| folder.starts_with(path)));
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    let names: Vec<&str> = KNOWN_FILES.iter().chain(AT_TOP).copied().collect();
    for folder in folders {
        let (own, errors) = read_in(root, folder, &names, dependencies, steering);
        entries.extend(own);
        problems.extend(errors);
    }
    (entries, problems)
}

fn read_in(root: &Root, folder: &Path, names: &[&str], dependencies: bool, steering: &Steering<'_>) -> Read {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for name in names {
        let path = folder.join(name);
        // One that is scanned by name is read as what is scanned.
        if root.paths.contains(&path) {
            continue;
        }
        let Ok(bytes) = steering.read(&path) else { continue };
        let shown = firedoor_input::walk::relative(&root.dir, &path);
        let source = RuleSource::new(shown.as_str(), String::from_utf8_lossy(&bytes).into_owned());
        let (own, errors) = read(&source, dependencies);
        entries.extend(own);
        problems.extend(errors);
    }
    (entries, problems)
}

/// Whether a file named as baseline is one of gitleaks (a JSON array) or of detect-secrets.
pub(crate) fn is_foreign_baseline(text: &str) -> bool {
    let text = text.trim_start();
    let first = text.lines().next().unwrap_or_default();
    text.starts_with('[') || text.starts_with('{') && !first.contains("firedoor-baseline")
}

/// Reads the documents of exploitability that the user named.
///
/// # Errors
/// If one cannot be read or is none. In a comparison, one that the base does not have yet is left out.
pub(crate) fn vex(
    paths: &[PathBuf],
    root: &Root,
    steering: &Steering<'_>,
    named: &dyn Fn() -> String,
) -> Result<Read, SetupError> {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let full = steering.resolve(path);
        let shown = firedoor_input::walk::relative(&root.dir, &full);
        let bytes = match steering.read(path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && steering.is_compared(path) => continue,
            Err(e) => {
                let message = format!("cannot read the VEX document {}{}: {e}", path.display(), named());
                return Err(SetupError::Other(message));
            }
        };
        let file = SourceFile::new(shown.clone(), Origin::WorkTree, bytes);
        let (own, errors) = firedoor_sca::parse_vex(&file).map_err(SetupError::Other)?;
        entries.extend(own.into_iter().map(|e| external(e, shown.as_str(), true)));
        problems.extend(errors);
    }
    Ok((entries, problems))
}

fn external(entry: IgnoreEntry, path: &str, report_unused: bool) -> ExternalIgnore {
    let IgnoreEntry { form, scope, reason, owner, until, line } = entry;
    let globs = Globs::new(scope.paths.iter().map(String::as_str)).ok();
    // What is listed as yanked is known only after asking the registry, so such an entry is not called unused.
    let report_unused = report_unused && !scope.is_about_yanked();
    let test = move |finding: &Finding| {
        let path_allowed = match &globs {
            Some(globs) => globs.is_empty() || globs.is_match(finding.location.path.as_str()),
            None => false,
        };
        matches!(finding.evidence, Evidence::Dependency { .. }) && path_allowed && scope.holds(finding)
    };
    ExternalIgnore {
        form: form.to_owned(),
        subject: Subject::Matching(Matcher(std::sync::Arc::new(test))),
        reason,
        owner,
        until,
        path: path.to_owned(),
        line: Some(line),
        report_unused,
    }
}
