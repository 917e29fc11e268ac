//! A secret in hand: kept so that it can be masked and fingerprinted, never shown.

use std::fmt;
use std::sync::Arc;

/// The raw bytes of a detected secret. `Debug` and `Display` show a mask only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SecretValue {
    bytes: Arc<[u8]>,
    shown: u8,
}

impl SecretValue {
    /// `shown` is how many leading bytes are public knowledge (a provider's fixed prefix such as `ghp_`) and may be
    /// shown. Never more than a third of the value is shown.
    #[must_use]
    pub fn new(bytes: &[u8], shown: usize) -> Self {
        let shown = shown.min(bytes.len() / 3).min(12);
        let shown = if bytes[..shown].is_ascii() { shown } else { 0 };
        Self { bytes: bytes.into(), shown: u8::try_from(shown).unwrap_or(0) }
    }

    /// The value itself: for hashing, joining and masking only. Must not reach any output.
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.bytes
    }

    /// What may be shown: the public prefix, then stars whose number does not tell the length.
    #[must_use]
    pub fn masked(&self) -> String {
        let prefix = std::str::from_utf8(&self.bytes[..usize::from(self.shown)]).unwrap_or("");
        format!("{prefix}********")
    }
}

impl fmt::Debug for SecretValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretValue({})", self.masked())
    }
}

impl fmt::Display for SecretValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_prefix_and_nothing_else() {
        let s = SecretValue::new(b"ghp_0123456789abcdef", 4);
        assert_eq!(format!("{s} {s:?}"), "ghp_******** SecretValue(ghp_********)");
        assert_eq!(SecretValue::new(b"hunter2", 4).to_string(), "hu********");
    }
}
