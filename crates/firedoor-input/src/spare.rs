//! The memory of the last large file that a thread read, kept for its next one.
//!
//! Large buffers that come and go between small ones that stay leave holes in the heap which nothing fits into again;
//! over a large tree they add up to tens of megabytes.

use std::cell::Cell;

use firedoor_core::SourceFile;

/// Smaller buffers leave no holes that matter.
const LARGE: usize = 64 << 10;
/// Larger ones are given back to the system at once.
const LARGEST: usize = 16 << 20;

thread_local! {
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// An empty buffer for at least so many bytes.
pub(crate) fn buffer(size: usize) -> Vec<u8> {
    if size >= LARGE {
        let spare = SPARE.take();
        // An engine may keep the file: one in much too large a buffer would cost what this saves.
        if (size..=size.saturating_mul(8)).contains(&spare.capacity()) {
            return spare;
        }
        SPARE.set(spare);
    }
    Vec::with_capacity(size)
}

/// Takes back the memory of a file that nobody needs any more, for the next file of this thread.
pub fn give_back(file: SourceFile) {
    let mut bytes = file.into_bytes();
    if (LARGE..=LARGEST).contains(&bytes.capacity()) {
        bytes.clear();
        let other = SPARE.take();
        SPARE.set(if other.capacity() > bytes.capacity() { other } else { bytes });
    }
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, RepoPath};

    use super::*;

    #[test]
    fn a_large_buffer_is_used_again_and_a_small_one_is_not() {
        let file = |bytes: Vec<u8>| SourceFile::new(RepoPath::new("a"), Origin::WorkTree, bytes);
        let large = vec![b'x'; LARGE];
        let place = large.as_ptr();
        give_back(file(large));
        give_back(file(vec![b'x'; 10]));
        assert!(buffer(10).capacity() < LARGE);
        let again = buffer(LARGE);
        assert!(again.is_empty() && again.as_ptr() == place);
        assert_ne!(buffer(LARGE).as_ptr(), place, "it is given once");
    }
}
