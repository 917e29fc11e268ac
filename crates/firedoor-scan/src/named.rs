//! The paths that a comparison was asked to judge: a change must not lead them elsewhere.
//!
//! `firedoor scan src --diff main` judges `src`. If the change makes a link of `src`, the folder that it leads to would
//! be judged in its place, by the configuration that is nearest to that one. Links that the base has as well, and links
//! outside of any repository, are the user's own.

use std::path::{Path, PathBuf};

use firedoor_input::Root;
use firedoor_input::walk::relative;

use crate::setup::SetupError;
use crate::steering::Steering;

/// Refuses a path on whose way there is a link that the base does not have, or has with another target.
pub(crate) fn check(paths: &[PathBuf], root: &Root, steering: &Steering<'_>) -> Result<(), SetupError> {
    for path in paths {
        let Some(name) = first_link(path) else { continue };
        let full = path.canonicalize().ok();
        let in_base = name.strip_prefix(&root.dir).ok().and_then(|_| {
            let found = steering.peek(&relative(&root.dir, &name))?;
            Some(root.dir.join(found.path.as_str()))
        });
        if in_base.is_none() || in_base != full {
            return Err(SetupError::Other(format!(
                "on the way to {} there is a link that the base commit does not have like this, so something else would \
                 be judged than was asked for; name the folder itself",
                path.display()
            )));
        }
    }
    Ok(())
}

/// The path with all resolved that lies above the first link inside a git work tree; `None` without such a link.
fn first_link(path: &Path) -> Option<PathBuf> {
    let full = std::path::absolute(path).ok()?;
    let mut above: Vec<&Path> = full.ancestors().collect();
    above.reverse();
    for prefix in above {
        if !prefix.symlink_metadata().is_ok_and(|m| m.is_symlink()) {
            continue;
        }
        let parent = prefix.parent()?.canonicalize().ok()?;
        if parent.ancestors().any(|dir| dir.join(".git").symlink_metadata().is_ok()) {
            return Some(parent.join(full.strip_prefix(prefix.parent()?).ok()?));
        }
    }
    None
}
