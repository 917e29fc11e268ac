//! Names as hashes.

/// A text by its 64-bit hash (FNV-1a with a final mix).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sym(pub u64);

impl Sym {
    /// No name.
    pub const NONE: Self = Self(0);

    /// The symbol of a text.
    #[must_use]
    pub const fn new(text: &str) -> Self {
        Self::of(text.as_bytes())
    }

    /// The symbol of bytes.
    #[must_use]
    pub const fn of(bytes: &[u8]) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(0x100_0000_01b3);
            at += 1;
        }
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
        Self(if hash == 0 { 1 } else { hash })
    }
}
