//! Repositories made with git's own command, for tests of what people's git does.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Whether `git` and `bash` can be run. A test that needs them says so and ends where they cannot.
#[must_use]
pub fn available() -> bool {
    ["git", "bash"].iter().all(|tool| Command::new(tool).arg("--version").output().is_ok_and(|o| o.status.success()))
}

/// A repository in a temporary folder, or a clone in one.
#[derive(Debug)]
pub struct GitRepo {
    holder: tempfile::TempDir,
    dir: PathBuf,
}

impl Default for GitRepo {
    fn default() -> Self {
        Self::new()
    }
}

impl GitRepo {
    /// An empty repository with the branch `main`.
    ///
    /// # Panics
    /// If it cannot be made.
    #[must_use]
    pub fn new() -> Self {
        let repo = Self::folder();
        repo.git(&["init", "--quiet", "--initial-branch=main", "."]);
        // Servers let their clients fetch by hash, as the host of the Action does.
        repo.git(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
        repo
    }

    /// A clone of `origin` with these further flags.
    ///
    /// # Panics
    /// If git cannot clone it.
    #[must_use]
    pub fn clone_of(origin: &Self, flags: &[&str]) -> Self {
        let repo = Self::folder();
        let address = format!("file://{}", origin.path().display());
        let mut arguments = vec!["clone", "--quiet"];
        arguments.extend(flags);
        arguments.extend([address.as_str(), "."]);
        repo.git(&arguments);
        repo
    }

    fn folder() -> Self {
        let holder = tempfile::tempdir().expect("a temporary folder");
        // The name has a blank and a quote: every script that forgets to quote fails in every test.
        let dir = holder.path().join("it's a repository");
        std::fs::create_dir(&dir).expect("can be made");
        Self { holder, dir }
    }

    /// The top of the work tree.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.dir
    }

    /// A folder beside the repository that is removed with it.
    #[must_use]
    pub fn outside(&self) -> &Path {
        self.holder.path()
    }

    /// The command `git` here, without the user's own configuration.
    #[must_use]
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("git");
        isolated(&mut command);
        command.current_dir(&self.dir).args(arguments);
        command
    }

    /// Runs git and gives what it printed, trimmed.
    ///
    /// # Panics
    /// If it fails.
    pub fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Runs git, which may fail.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn try_git(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("git can be started")
    }

    /// Writes a file.
    ///
    /// # Panics
    /// If it cannot be written.
    pub fn write(&self, path: &str, text: &str) {
        let full = self.dir.join(path);
        std::fs::create_dir_all(full.parent().expect("it is in a folder")).expect("can be made");
        std::fs::write(full, text).expect("can be written");
    }

    /// Writes files and commits everything; the commit's id.
    pub fn commit(&self, message: &str, files: &[(&str, &str)]) -> String {
        for (path, text) in files {
            self.write(path, text);
        }
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--no-verify", "--allow-empty", "--message", message]);
        self.git(&["rev-parse", "HEAD"])
    }
}

/// Takes the user's configuration and the caller's repository out of a command's environment.
pub fn isolated(command: &mut Command) {
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
        command.env_remove(name);
    }
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_AUTHOR_NAME", "A")
        .env("GIT_AUTHOR_EMAIL", "a@example.org")
        .env("GIT_COMMITTER_NAME", "A")
        .env("GIT_COMMITTER_EMAIL", "a@example.org")
        .env("GIT_AUTHOR_DATE", "2026-11-01T00:00:00Z")
        .env("GIT_COMMITTER_DATE", "2026-11-01T00:00:00Z");
}
