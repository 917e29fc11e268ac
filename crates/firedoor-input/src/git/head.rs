//! The files of the checked-out commit, read from the objects.

use super::{Repository, tree};

impl Repository {
    /// Hands the bytes of every regular file of `HEAD` to `visit`, each content once, those above the size limit left
    /// out. Nothing where there is no commit yet, or where the clone lacks what it would need.
    pub fn visit_head(&self, visit: &mut dyn FnMut(&[u8])) {
        let repo = self.local();
        let Some(files) = repo.head_tree_id().ok().and_then(|id| tree::files(&repo, id.detach()).ok()) else { return };
        let mut ids: Vec<_> = files.into_values().collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            if let Ok(tree::Blob::Bytes(bytes)) = tree::blob(&repo, id, self.max_file_size) {
                visit(&bytes);
            }
        }
    }
}
