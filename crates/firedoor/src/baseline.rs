//! `firedoor baseline`: what is known and accepted, written down.

use std::path::{Path, PathBuf};

use firedoor_core::RuleSource;
use firedoor_gate::suppress::files::BASELINE_FORMS;
use firedoor_gate::{Annotation, Baseline, BaselineEntry};

use crate::cli::{BaselineArgs, BaselineCommand};
use crate::{Done, Failure, scan, write};

pub(crate) fn run(command: BaselineCommand) -> Done {
    if let BaselineCommand::Import { from, into } = &command {
        return import(from, into);
    }
    let (BaselineCommand::Write(args)
    | BaselineCommand::Update(args)
    | BaselineCommand::Prune(args)
    | BaselineCommand::Diff(args)
    | BaselineCommand::Import { into: args, .. }) = &command;
    let outcome = judged(args, matches!(command, BaselineCommand::Write(_)))?;
    let previous = outcome.baseline.clone().unwrap_or_default();
    let next = match &command {
        BaselineCommand::Diff(_) => {
            let diff = previous.diff(&outcome.judgement);
            let line = |mark: &str, e: &BaselineEntry| format!("{mark} {} {}\n", e.rule, e.path);
            let mut text: String = diff.added.iter().map(|e| line("+", e)).collect();
            text.extend(diff.moved.iter().map(|(e, to)| format!("~ {} {} -> {to}\n", e.rule, e.path)));
            text.extend(diff.gone.iter().map(|e| line("-", e)));
            write::stdout(&text)?;
            return Ok(0);
        }
        BaselineCommand::Prune(_) => previous.prune(&outcome.judgement),
        BaselineCommand::Write(_) | BaselineCommand::Update(_) | BaselineCommand::Import { .. } => {
            let new = Annotation::default();
            let written = Baseline::write(&outcome.judgement, outcome.baseline.as_ref(), &outcome.salt, &new);
            // Where the file was another tool's, what it lets through is kept.
            if outcome.baseline.is_some() { written } else { written.import(&outcome.judgement, BASELINE_FORMS, &new) }
        }
    };
    save(&next, &args.file, &outcome)
}

/// Writes a baseline. One of a scan that was not whole must not look whole.
fn save(next: &Baseline, file: &Path, outcome: &firedoor_scan::Outcome) -> Done {
    write::file(file, &next.to_text())?;
    crate::say!("firedoor: {} finding(s) written to {}", next.entries.len(), file.display());
    Ok(if outcome.report.notices.iter().any(|n| n.level == firedoor_core::NoticeLevel::Error) { 3 } else { 0 })
}

/// Scans with another tool's baseline and adds the findings that it covers, and no others.
fn import(from: &Path, args: &BaselineArgs) -> Done {
    let mut request = scan::request(&args.scan, &[])?;
    request.baseline = Some(from.to_path_buf());
    // A report that lies in the repository holds every secret that it is about, and must not be their place.
    request.exclude.extend(as_glob(from, &request.paths)?);
    let outcome = scan::outcome(&request, &args.scan)?;
    if outcome.baseline.is_some() {
        return Err(Failure::Message(format!("{} is firedoor's own; there is nothing to import", from.display())));
    }
    let mut known = Baseline::new(Some(outcome.salt.clone()));
    if args.file.exists() {
        let text = firedoor_scan::setup::read_steering_text(&args.file)
            .map_err(|e| Failure::Message(format!("cannot read {}: {e}", args.file.display())))?;
        known = Baseline::parse(&RuleSource::new(args.file.to_string_lossy().into_owned(), text))
            .map_err(Failure::Diagnostics)?;
    }
    if known.salt.as_ref() != Some(&outcome.salt) {
        // Fingerprints of two keys in one file would match nothing.
        return Err(Failure::Message(format!(
            "{} was written for another repository; import into a new file with --file",
            args.file.display()
        )));
    }
    let next = known.import(&outcome.judgement, BASELINE_FORMS, &Annotation::default());
    let added = next.entries.len() - known.entries.len();
    crate::say!("firedoor: {added} finding(s) imported from {}", from.display());
    save(&next, &args.file, &outcome)
}

/// A file as a glob relative to the root of the scan; nothing if it lies outside.
fn as_glob(file: &Path, scanned: &[PathBuf]) -> Result<Option<String>, Failure> {
    let root = firedoor_input::Root::resolve(scanned).map_err(|e| Failure::Message(e.to_string()))?;
    let Ok(full) = file.canonicalize() else { return Ok(None) };
    let Ok(below) = full.strip_prefix(&root.dir) else { return Ok(None) };
    let mut glob = String::new();
    for c in below.to_string_lossy().chars() {
        match c {
            '*' | '?' | '[' | ']' | '{' | '}' | '!' => glob.extend(['[', c, ']']),
            '\\' if cfg!(windows) => glob.push('/'),
            '\\' => glob.push_str("\\\\"),
            c => glob.push(c),
        }
    }
    Ok(Some(glob))
}

fn judged(args: &BaselineArgs, new: bool) -> Result<firedoor_scan::Outcome, crate::Failure> {
    let mut request = scan::request(&args.scan, &[])?;
    request.baseline = Some(args.scan.baseline.clone().unwrap_or_else(|| args.file.clone()));
    request.new_baseline = new;
    scan::outcome(&request, &args.scan)
}
