//! `firedoor baseline`: what is known and accepted, written down.

use firedoor_gate::{Annotation, Baseline};

use crate::cli::{BaselineArgs, BaselineCommand};
use crate::{Done, scan, write};

pub(crate) fn run(command: BaselineCommand) -> Done {
    let (BaselineCommand::Write(args)
    | BaselineCommand::Update(args)
    | BaselineCommand::Prune(args)
    | BaselineCommand::Diff(args)) = &command;
    let outcome = judged(args, matches!(command, BaselineCommand::Write(_)))?;
    let previous = outcome.baseline.clone().unwrap_or_default();
    let new = Annotation::default();
    let next = match &command {
        BaselineCommand::Diff(_) => {
            let diff = previous.diff(&outcome.judgement);
            let line = |mark: &str, e: &firedoor_gate::BaselineEntry| format!("{mark} {} {}\n", e.rule, e.path);
            let mut text: String = diff.added.iter().map(|e| line("+", e)).collect();
            text.extend(diff.moved.iter().map(|(e, to)| format!("~ {} {} -> {to}\n", e.rule, e.path)));
            text.extend(diff.gone.iter().map(|e| line("-", e)));
            write::stdout(&text)?;
            return Ok(0);
        }
        BaselineCommand::Prune(_) => previous.prune(&outcome.judgement),
        BaselineCommand::Write(_) | BaselineCommand::Update(_) => {
            Baseline::write(&outcome.judgement, outcome.baseline.as_ref(), &outcome.salt, &new)
        }
    };
    write::file(&args.file, &next.to_text())?;
    crate::say!("firedoor: {} finding(s) written to {}", next.entries.len(), args.file.display());
    // A baseline of a scan that was not whole must not look whole.
    Ok(if outcome.report.notices.iter().any(|n| n.level == firedoor_core::NoticeLevel::Error) { 3 } else { 0 })
}

fn judged(args: &BaselineArgs, new: bool) -> Result<firedoor_scan::Outcome, crate::Failure> {
    let mut request = scan::request(&args.scan, &[])?;
    request.baseline = Some(args.scan.baseline.clone().unwrap_or_else(|| args.file.clone()));
    request.new_baseline = new;
    scan::outcome(&request, &args.scan)
}
