//! Where git looks for its hooks: `core.hooksPath`, else `hooks` in the common git folder (git-config(1), githooks(5)).

use std::path::{Path, PathBuf};

/// The folder of hooks of the repository that holds `dir`.
///
/// # Errors
/// One sentence: no repository, or its configuration cannot be read.
pub fn hooks_dir(dir: &Path) -> Result<PathBuf, String> {
    let repository = gix::discover(dir).map_err(|e| format!("{} is in no git repository: {e}", dir.display()))?;
    let configured = repository
        .config_snapshot()
        .trusted_path("core.hooksPath")
        .map_err(|e| format!("core.hooksPath cannot be read: {e}"))?;
    Ok(match configured {
        // A relative path is taken from the top of the work tree, where git runs hooks.
        Some(path) => repository.workdir().unwrap_or_else(|| repository.git_dir()).join(path),
        None => repository.common_dir().join("hooks"),
    })
}
