//! `firedoor hook`: a native git hook that judges the index, in front of one that may be there already.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::Path;

use clap::Parser as _;
use firedoor_core::EngineId;
use firedoor_input::git::Repository;

use crate::cli::{Cli, Command, HookCommand};
use crate::{Done, Failure, scan};

const MARK: &str = "# installed by `firedoor hook install`";
const KEPT: &str = "before-firedoor";
const STAGES: [&str; 2] = ["pre-commit", "pre-push"];

pub(crate) fn run(command: HookCommand) -> Done {
    match command {
        HookCommand::Install { pre_push } => {
            install_pre_commit(Path::new("."))?;
            if pre_push {
                install(&hooks(Path::new("."))?, "pre-push")?;
            }
            Ok(0)
        }
        HookCommand::Uninstall { pre_push } => {
            let dir = hooks(Path::new("."))?;
            for stage in STAGES.iter().filter(|stage| !pre_push || **stage == "pre-push") {
                uninstall(&dir, stage)?;
            }
            Ok(0)
        }
        HookCommand::Run { stage, arguments } => match stage.as_str() {
            "pre-commit" => judge("scan", &["--staged"]),
            "pre-push" => pre_push(arguments.first().map_or("origin", String::as_str)),
            other => Err(Failure::Message(format!("there is no stage `{other}`; known are pre-commit and pre-push"))),
        },
    }
}

fn hooks(repository: &Path) -> Result<std::path::PathBuf, Failure> {
    firedoor_input::hooks::hooks_dir(repository).map_err(Failure::Message)
}

/// Installs the hook before commits in a repository.
pub(crate) fn install_pre_commit(repository: &Path) -> Result<(), Failure> {
    let dir = hooks(repository)?;
    std::fs::create_dir_all(&dir).map_err(|e| io("make", &dir, &e))?;
    install(&dir, "pre-commit")
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
    // Only pre-push is told something on standard input, and both hooks need it.
    let (read, feed) =
        if stage == "pre-push" { ("input=\"$(cat)\"\n", "printf '%s\\n' \"$input\" | ") } else { ("", "") };
    format!(
        "#!/bin/sh\n{MARK}; `firedoor hook uninstall` removes it\n\
         before=\"$(dirname \"$0\")/{stage}.{KEPT}\"\n\
         firedoor='{quoted}'\n\
         if [ ! -x \"$firedoor\" ]; then firedoor=firedoor; fi\n\
         if ! command -v \"$firedoor\" >/dev/null 2>&1; then\n\
         \x20 echo 'firedoor is not installed any more, so nothing was judged and the {stage} hook stops here.' >&2\n\
         \x20 echo 'Install it again, or remove this hook:' \"$0\" >&2\n\
         \x20 exit 3\n\
         fi\n\
         {read}\
         if [ -x \"$before\" ]; then {feed}\"$before\" \"$@\" || exit $?; fi\n\
         {feed}\"$firedoor\" hook run {stage} -- \"$@\"\n"
    )
}

fn install(dir: &Path, stage: &str) -> Result<(), Failure> {
    let path = dir.join(stage);
    let kept = dir.join(format!("{stage}.{KEPT}"));
    if std::fs::symlink_metadata(&path).is_ok() && !is_ours(&path) {
        if kept.exists() {
            return Err(Failure::Message(format!(
                "{} and {} are both there; remove one",
                path.display(),
                kept.display()
            )));
        }
        std::fs::rename(&path, &kept).map_err(|e| io("move", &path, &e))?;
        crate::say!("firedoor: the hook that was there is now {} and runs first", kept.display());
    }
    let binary = std::env::current_exe().map_err(|e| Failure::Message(format!("cannot tell my own path: {e}")))?;
    std::fs::write(&path, script(stage, &binary.to_string_lossy())).map_err(|e| io("write", &path, &e))?;
    executable(&path)?;
    crate::say!("firedoor: installed {}", path.display());
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
    crate::say!("firedoor: removed {}", path.display());
    Ok(())
}

fn judge(command: &str, flags: &[&str]) -> Done {
    let cli = Cli::try_parse_from(["firedoor", command].iter().chain(flags))
        .map_err(|e| Failure::Message(format!("the hook cannot judge this: {e}")))?;
    match cli.command {
        Command::Scan(mut args) => {
            args.silent_pass = true;
            scan::run(&args, &[])
        }
        Command::Secrets(mut args) => {
            args.silent_pass = true;
            scan::run(&args, &[EngineId::Secrets])
        }
        _ => Err(Failure::Message(format!("`{command}` does not scan"))),
    }
}

/// Git hands over `<local ref> <local id> <remote ref> <remote id>`, a line for each ref (githooks(5)).
///
/// What is pushed from the checked-out commit is judged whole. Of another branch the commits are searched for secrets:
/// its files are not checked out, and what has leaked cannot be taken back, unlike the rest, which its review judges.
fn pre_push(remote: &str) -> Done {
    let mut input = String::new();
    std::io::stdin()
        .lock()
        .take(MAX_PUSH + 1)
        .read_to_string(&mut input)
        .map_err(|e| Failure::Message(format!("cannot read what git says of the push: {e}")))?;
    if input.len() as u64 > MAX_PUSH {
        return Err(Failure::Message(format!(
            "git names more refs of this push than {} MiB hold; push fewer at once",
            MAX_PUSH >> 20
        )));
    }
    let repository = Repository::discover(Path::new("."))
        .map_err(|e| Failure::Message(e.to_string()))?
        .ok_or_else(|| Failure::Message("this is no git repository".to_owned()))?;
    let head = repository.version_control().revision;
    let pushes = input.lines().map(Push::parse).collect::<Result<Vec<_>, _>>()?;
    let mut worst = 0;
    // Many refs may name one commit: it is judged once for each base.
    let mut done = BTreeSet::new();
    for push in pushes.into_iter().flatten() {
        if !done.insert((push.local, push.remote)) {
            continue;
        }
        if let Some(kind) = repository.other_kind(push.local) {
            return Err(Failure::Message(format!(
                "{} is a tag of a {kind}: firedoor judges commits, so nothing of it was judged. If what it holds may be \
                 public, push it with `git push --no-verify`",
                printable(push.name)
            )));
        }
        let base = push.base(remote, &repository);
        let is_head = head.as_deref() == Some(push.local);
        let code = match &base {
            Some(base) if is_head => judge("scan", &[&format!("--diff={base}")])?,
            Some(base) => judge("secrets", &[&format!("--history={base}..{}", push.local)])?,
            // Nothing of this history is on the remote yet.
            None => {
                let secrets = judge("secrets", &[&format!("--history={}", push.local)])?;
                if is_head { secrets.max(judge("scan", &[])?) } else { secrets }
            }
        };
        worst = worst.max(code);
    }
    Ok(worst)
}

/// Most that git may say of a push, in bytes: several hundred thousand refs.
const MAX_PUSH: u64 = 64 << 20;

/// One ref that is pushed.
struct Push<'a> {
    name: &'a str,
    local: &'a str,
    remote: &'a str,
}

impl<'a> Push<'a> {
    /// `None` for an empty line and for a ref that the push deletes. A line that cannot be read is an error: what it names
    /// would be pushed without having been judged.
    fn parse(line: &'a str) -> Result<Option<Self>, Failure> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(None);
        }
        let id = |t: &str| t.len() >= 40 && t.bytes().all(|b| b.is_ascii_hexdigit());
        let words: Vec<&str> = line.split_whitespace().collect();
        // The local ref may be any expression, such as `HEAD~ 1`; the other three words have no spaces.
        let [.., local, _, remote] = words[..] else { return Err(unreadable(line)) };
        if words.len() < 4 || !id(local) || !id(remote) {
            return Err(unreadable(line));
        }
        Ok((!local.bytes().all(|b| b == b'0')).then_some(Self { name: words[0], local, remote }))
    }

    /// What the remote has: the ref as it is there, or for a new ref (and one that somebody else has moved) the
    /// remote's main branch as it was last seen.
    fn base(&self, remote: &str, repository: &Repository) -> Option<String> {
        let known = ["HEAD", "main", "master"].map(|name| format!("refs/remotes/{remote}/{name}"));
        let there = (!self.remote.bytes().all(|b| b == b'0')).then(|| self.remote.to_owned());
        there.into_iter().chain(known).find(|name| repository.has_commit(name))
    }
}

fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(100).collect()
}

fn unreadable(line: &str) -> Failure {
    Failure::Message(format!("git's line about the push cannot be read: `{}`", printable(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_push_is_read_or_refused() {
        let (a, b, zero) = ("a".repeat(40), "b".repeat(40), "0".repeat(40));
        let parse = |line: &str| Push::parse(line).map(|p| p.map(|p| (p.local.to_owned(), p.remote.to_owned())));
        let both = Some((a.clone(), b.clone()));
        assert_eq!(parse(&format!("refs/heads/x {a} refs/heads/x {b}")).ok(), Some(both.clone()));
        assert_eq!(parse(&format!("HEAD~ 1 {a} refs/heads/x {b}")).ok(), Some(both));
        assert_eq!(parse(&format!("(delete) {zero} refs/heads/x {b}")).ok(), Some(None));
        assert_eq!(parse("").ok(), Some(None));
        for wrong in ["x", &format!("refs/heads/x {a} refs/heads/x"), &format!("{a} refs/heads/x {b}"), "a b c d"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
