//! Paths as a repository names them: relative, with forward slashes, not always UTF-8.

use std::fmt;
use std::sync::Arc;

/// A path relative to the scanned root, `/`-separated. Cheap to clone.
///
/// Keeps the raw bytes where they are not UTF-8, so that a file's URI names the real file, and shows U+FFFD in text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RepoPath {
    text: Arc<str>,
    raw: Option<Arc<[u8]>>,
}

impl RepoPath {
    /// A path of UTF-8 text.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self { text: text.into(), raw: None }
    }

    /// A path of bytes, as git and Unix have them.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Self::new(text),
            Err(_) => Self { text: String::from_utf8_lossy(bytes).into_owned().into(), raw: Some(bytes.into()) },
        }
    }

    /// The path as text; bytes that are not UTF-8 are shown as U+FFFD.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The path as bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.raw.as_deref().unwrap_or(self.text.as_bytes())
    }

    /// The part behind the last slash.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.text.rsplit('/').next().unwrap_or(&self.text)
    }

    /// The folder, without a trailing slash; empty at the top.
    #[must_use]
    pub fn parent(&self) -> &str {
        self.text.rsplit_once('/').map_or("", |(dir, _)| dir)
    }

    /// The part of the file name behind its last dot, if it has one that is not its first character.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        match self.file_name().rsplit_once('.') {
            Some((stem, ext)) if !stem.is_empty() => Some(ext),
            _ => None,
        }
    }
}

impl fmt::Display for RepoPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for RepoPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.text)
    }
}

impl From<&str> for RepoPath {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let p = RepoPath::new("a/b/c.tar.gz");
        assert_eq!((p.parent(), p.file_name(), p.extension()), ("a/b", "c.tar.gz", Some("gz")));
        assert_eq!(RepoPath::new(".env").extension(), None);
        let raw = RepoPath::from_bytes(b"caf\xe9.txt");
        assert_eq!(raw.as_bytes(), b"caf\xe9.txt");
        assert_eq!(raw.as_str(), "caf\u{fffd}.txt");
    }
}
