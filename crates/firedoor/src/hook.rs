//! `firedoor hook`: a native git hook that judges the index, in front of one that may be there already.

use std::io::Read as _;
use std::path::Path;

use clap::Parser as _;
use firedoor_core::EngineId;

use crate::cli::{Cli, Command, HookCommand};
use crate::{Done, Failure, scan};

const MARK: &str = "# installed by `firedoor hook install`";
const KEPT: &str = "before-firedoor";
const STAGES: [&str; 2] = ["pre-commit", "pre-push"];

pub(crate) fn run(command: HookCommand) -> Done {
    match command {
        HookCommand::Install { pre_push } => {
            let dir = hooks()?;
            std::fs::create_dir_all(&dir).map_err(|e| io("make", &dir, &e))?;
            install(&dir, "pre-commit")?;
            if pre_push {
                install(&dir, "pre-push")?;
            }
            Ok(0)
        }
        HookCommand::Uninstall => {
            let dir = hooks()?;
            for stage in STAGES {
                uninstall(&dir, stage)?;
            }
            Ok(0)
        }
        HookCommand::Run { stage } => match stage.as_str() {
            "pre-commit" => judge(&["--staged"]),
            "pre-push" => pre_push(),
            other => Err(Failure::Message(format!("there is no stage `{other}`; known are pre-commit and pre-push"))),
        },
    }
}

fn hooks() -> Result<std::path::PathBuf, Failure> {
    firedoor_input::hooks::hooks_dir(Path::new(".")).map_err(Failure::Message)
}

fn io(verb: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::Message(format!("cannot {verb} {}: {error}", path.display()))
}

fn is_ours(path: &Path) -> bool {
    std::fs::read(path).is_ok_and(|b| String::from_utf8_lossy(&b).contains(MARK))
}

/// The hook calls the one that was there, then firedoor. A firedoor that is gone stops the commit: nothing fails open.
fn script(stage: &str, binary: &str) -> String {
    let quoted = binary.replace('\'', r"'\''");
    format!(
        "#!/bin/sh\n{MARK}; `firedoor hook uninstall` removes it\n\
         before=\"$(dirname \"$0\")/{stage}.{KEPT}\"\n\
         input=\n\
         if [ '{stage}' = pre-push ]; then input=\"$(cat)\"; fi\n\
         if [ -x \"$before\" ]; then printf '%s\\n' \"$input\" | \"$before\" \"$@\" || exit $?; fi\n\
         if command -v firedoor >/dev/null 2>&1; then set -- firedoor; else set -- '{quoted}'; fi\n\
         printf '%s\\n' \"$input\" | \"$@\" hook run {stage}\n"
    )
}

fn install(dir: &Path, stage: &str) -> Result<(), Failure> {
    let path = dir.join(stage);
    let kept = dir.join(format!("{stage}.{KEPT}"));
    if std::fs::symlink_metadata(&path).is_ok() && !is_ours(&path) {
        if kept.exists() {
            return Err(Failure::Message(format!("{} and {} are both there; remove one", path.display(), kept.display())));
        }
        std::fs::rename(&path, &kept).map_err(|e| io("move", &path, &e))?;
        eprintln!("firedoor: the hook that was there is now {} and runs first", kept.display());
    }
    let binary = std::env::current_exe().map_err(|e| Failure::Message(format!("cannot tell my own path: {e}")))?;
    std::fs::write(&path, script(stage, &binary.to_string_lossy())).map_err(|e| io("write", &path, &e))?;
    executable(&path)?;
    eprintln!("firedoor: installed {}", path.display());
    Ok(())
}

#[cfg(unix)]
fn executable(path: &Path) -> Result<(), Failure> {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).map_err(|e| io("make executable", path, &e))
}

#[cfg(not(unix))]
fn executable(_: &Path) -> Result<(), Failure> {
    Ok(())
}

fn uninstall(dir: &Path, stage: &str) -> Result<(), Failure> {
    let path = dir.join(stage);
    if !is_ours(&path) {
        return Ok(());
    }
    std::fs::remove_file(&path).map_err(|e| io("remove", &path, &e))?;
    let kept = dir.join(format!("{stage}.{KEPT}"));
    if std::fs::symlink_metadata(&kept).is_ok() {
        std::fs::rename(&kept, &path).map_err(|e| io("restore", &path, &e))?;
    }
    eprintln!("firedoor: removed {}", path.display());
    Ok(())
}

fn judge(flags: &[&str]) -> Done {
    let cli = Cli::parse_from(["firedoor", "scan"].iter().chain(flags));
    let Command::Scan(args) = cli.command else { return Ok(2) };
    scan::run(&args, &[] as &[EngineId])
}

/// Git hands over `<local ref> <local id> <remote ref> <remote id>`, a line for each ref (githooks(5)).
fn pre_push() -> Done {
    let mut input = String::new();
    std::io::stdin()
        .lock()
        .take(1 << 20)
        .read_to_string(&mut input)
        .map_err(|e| Failure::Message(format!("cannot read what git says of the push: {e}")))?;
    let mut worst = 0;
    for line in input.lines() {
        let mut words = line.split(' ').skip(1);
        let (Some(local), _, Some(remote)) = (words.next(), words.next(), words.next()) else { continue };
        let none = |id: &str| id.bytes().all(|b| b == b'0');
        if none(local) {
            continue;
        }
        let base = if none(remote) { "origin/HEAD" } else { remote };
        let code = judge(&["--diff", base])?;
        worst = worst.max(code);
    }
    Ok(worst)
}
