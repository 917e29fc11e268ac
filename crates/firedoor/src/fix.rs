//! `firedoor fix`: makes the upgrades that findings about dependencies ask for, as far as the project's own files can be
//! edited without a resolver, and names the package manager's command for the rest.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use firedoor_core::{Edit, EngineId, Finding, NoticeLevel, SourceFile, Upgrade};
use firedoor_report::printable;
use firedoor_sca::{FixOptions, FixPlan, Fixed};
use firedoor_scan::{Request, inventory};

use crate::cli::FixArgs;
use crate::{Done, Failure, date, scan, write};

/// Lines around a change in a diff.
const CONTEXT: usize = 3;

pub(crate) fn run(args: &FixArgs) -> Done {
    let mut request = Request {
        paths: args.paths.clone(),
        engines: vec![EngineId::Sca],
        config: args.config.clone(),
        no_config: args.no_config,
        database: args.database.clone(),
        vex: args.vex.clone(),
        today: date::today(),
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        ..Request::default()
    };
    if args.online {
        scan::ask_online(&mut request, &args.osv_api, "")?;
    }
    let outcome = firedoor_scan::run(&request, &firedoor_scan::driver::NoProgress)?;
    let active: Vec<&Finding> = outcome.report.active().map(|f| &f.finding).collect();
    let mut upgrades = firedoor_core::upgrades(active.iter().copied());
    if !args.packages.is_empty() {
        upgrades.retain(|u| args.packages.contains(&u.name));
    }
    let (files, _) = inventory::files(&request)?;
    let plan = firedoor_sca::plan_fixes(&upgrades, &files, FixOptions { breaking: args.breaking });
    let changed = apply(&files, &plan)?;

    let mut text = String::new();
    if args.dry_run {
        for (before, after) in &changed {
            text.push_str(&diff(before, after));
        }
        write::stdout(&text)?;
        eprint!("{}", summary(&upgrades, &plan, &active, true));
    } else {
        for (before, after) in &changed {
            write::file(&outcome.root.join(before.path().as_str()), after)?;
        }
        write::stdout(&summary(&upgrades, &plan, &active, false))?;
    }
    let mut incomplete = false;
    for notice in outcome.report.notices.iter().filter(|n| n.level == NoticeLevel::Error) {
        incomplete = true;
        crate::say!("firedoor: {}", printable(&notice.message));
    }
    Ok(if incomplete { 3 } else { 0 })
}

/// The changed files with their new texts. A file that would not read as before any more is an error, and nothing is written.
fn apply<'f>(files: &'f [SourceFile], plan: &FixPlan) -> Result<Vec<(&'f SourceFile, String)>, Failure> {
    let mut by_file: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for (edit, _) in plan.fixed.iter().flat_map(|f| &f.edits) {
        by_file.entry(edit.path.as_str()).or_default().push(edit);
    }
    let mut out = Vec::new();
    for (path, mut edits) in by_file {
        let Some(file) = files.iter().find(|f| f.path().as_str() == path) else { continue };
        let mut bytes = file.bytes().to_vec();
        // From the end to the start, so that earlier places stay where they are; what is asked for twice is made once.
        edits.sort_by(|a, b| (b.span, &b.replacement).cmp(&(a.span, &a.replacement)));
        edits.dedup();
        for edit in edits {
            bytes.splice(edit.span.range(), edit.replacement.bytes());
        }
        let after = SourceFile::new(file.path().clone(), file.origin().clone(), bytes.clone());
        firedoor_sca::check_fix(file, &after).map_err(|e| Failure::Message(format!("{e}; nothing was written")))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Failure::Message(format!("cannot fix {path}: it is not UTF-8; nothing was written")))?;
        out.push((file, text));
    }
    Ok(out)
}

/// A unified diff. Edits replace text within lines, so both sides have the same number of lines.
fn diff(before: &SourceFile, after: &str) -> String {
    let old = before.text();
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let changed: Vec<usize> = (0..old.len().max(new.len())).filter(|i| old.get(*i) != new.get(*i)).collect();
    let path = before.path();
    let mut out = format!("--- a/{path}\n+++ b/{path}\n");
    let mut rest = changed.as_slice();
    while let [first, ..] = rest {
        let mut count = 1;
        while count < rest.len() && rest[count] <= rest[count - 1] + 2 * CONTEXT {
            count += 1;
        }
        let (hunk, tail) = rest.split_at(count);
        rest = tail;
        let start = first.saturating_sub(CONTEXT);
        let end = (hunk.last().copied().unwrap_or(*first) + CONTEXT + 1).min(old.len());
        let length = end - start;
        let _ = writeln!(out, "@@ -{},{length} +{},{length} @@", start + 1, start + 1);
        let mut i = start;
        while i < end {
            let same = old.get(i) == new.get(i);
            let run = (i..end).find(|j| (old.get(*j) == new.get(*j)) != same).unwrap_or(end);
            if same {
                (i..run).for_each(|j| line(&mut out, ' ', old[j]));
            } else {
                (i..run).for_each(|j| line(&mut out, '-', old[j]));
                (i..run).for_each(|j| line(&mut out, '+', new[j]));
            }
            i = run;
        }
    }
    out
}

fn line(out: &mut String, mark: char, text: &str) {
    out.push(mark);
    out.push_str(text);
    if !text.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

/// What was done and what is left, for people.
fn summary(upgrades: &[Upgrade], plan: &FixPlan, active: &[&Finding], dry: bool) -> String {
    let mut out = String::new();
    let closed: usize = plan.fixed.iter().filter_map(|f| upgrades.get(f.upgrade)).map(|u| u.closes.len()).sum();
    if plan.fixed.is_empty() {
        out.push_str("No upgrade can be made by editing the project's own files.\n");
    } else {
        let made = if dry { "would close" } else { "closes" };
        let _ = writeln!(
            out,
            "{} of {} upgrades edited; that {made} {closed} finding(s).",
            plan.fixed.len(),
            upgrades.len()
        );
    }
    for fixed in &plan.fixed {
        let Some(upgrade) = upgrades.get(fixed.upgrade) else { continue };
        for (edit, before) in &fixed.edits {
            let at = format!("{}:{}", edit.path, edit.region.start_line);
            let text = format!("{at}  {} {before} → {}", upgrade.name, edit.replacement);
            let _ = writeln!(out, "  {}", printable(&text));
        }
        let _ = writeln!(out, "      closes {}", printable(&upgrade.closes.join(", ")));
    }
    let after = commands(&plan.fixed);
    if !after.is_empty() {
        out.push_str("Then run:\n");
        out.extend(after.iter().map(|c| format!("  {}\n", printable(c))));
    }
    if !plan.left.is_empty() {
        out.push_str("Left to the package manager:\n");
        for left in &plan.left {
            let Some(upgrade) = upgrades.get(left.upgrade) else { continue };
            let Upgrade { path, name, from, to, .. } = upgrade;
            let through = upgrade.comes_with.as_ref().map(|w| format!(", with {w}")).unwrap_or_default();
            let text = format!("{path}  {name} {from} → {to}{through}: {}", left.why);
            let _ = writeln!(out, "  {}", printable(&text));
            if let Some(command) = &upgrade.command {
                let _ = writeln!(out, "      {}", printable(&inside(path.parent(), command)));
            }
            let _ = writeln!(out, "      closes {}", printable(&upgrade.closes.join(", ")));
        }
    }
    let open = active.iter().filter(|f| !f.properties.contains_key(firedoor_core::upgrade::UPGRADE_TO)).count();
    if open > 0 {
        let _ = writeln!(out, "No fixed version is known for {open} more finding(s).");
    }
    out
}

/// The commands that must follow, each once, in order of first need.
fn commands(fixed: &[Fixed]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (command, folder) in fixed.iter().filter_map(|f| f.then.as_ref()) {
        let command = inside(folder, command);
        if !out.contains(&command) {
            out.push(command);
        }
    }
    out
}

fn inside(folder: &str, command: &str) -> String {
    let own = if folder.starts_with('-') { format!("./{folder}") } else { folder.to_owned() };
    let folder = own.as_str();
    let plain = folder.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b));
    match (folder, plain) {
        ("", _) => command.to_owned(),
        (_, true) => format!("(cd {folder} && {command})"),
        (_, false) => format!("(cd '{}' && {command})", folder.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, RepoPath};

    use super::*;

    #[test]
    fn a_diff_that_patch_reads() {
        let text: String = (1..=20).map(|i| format!("line {i}\n")).collect();
        let file = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, text.clone().into_bytes());
        let after = text.replace("line 2\n", "line two\n").replace("line 20\n", "line twenty\n");
        assert_eq!(
            diff(&file, &after),
            "--- a/a\n+++ b/a\n@@ -1,5 +1,5 @@\n line 1\n-line 2\n+line two\n line 3\n line 4\n line 5\n\
             @@ -17,4 +17,4 @@\n line 17\n line 18\n line 19\n-line 20\n+line twenty\n"
        );
        let short = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, b"x".to_vec());
        assert!(diff(&short, "y").ends_with("-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n"));
    }
}
