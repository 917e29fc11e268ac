//! Whether text reads like words.

/// Whether it does.
pub(crate) fn reads_like_words(_text: &[u8]) -> bool {
    false
}
