//! Globs over paths and rule ids, as the configuration and suppressions write them.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// A set of globs. `*` does not cross a slash, `**` does. A glob without a slash matches at any depth, as in
/// `.gitignore`; one that ends in a slash, or names a folder, matches everything below it.
#[derive(Clone, Debug, Default)]
pub struct Globs {
    set: GlobSet,
    patterns: Vec<String>,
}

impl Globs {
    /// Compiles globs.
    ///
    /// # Errors
    /// What is wrong with the first glob that cannot be read.
    pub fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut builder = GlobSetBuilder::new();
        let mut kept = Vec::new();
        for pattern in patterns {
            for form in forms(pattern) {
                let glob = GlobBuilder::new(&form).literal_separator(true).build();
                builder.add(glob.map_err(|e| e.kind().to_string())?);
            }
            kept.push(pattern.to_owned());
        }
        let set = builder.build().map_err(|e| e.to_string())?;
        Ok(Self { set, patterns: kept })
    }

    /// Whether any glob matches.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.set.is_match(text)
    }

    /// Whether there is no glob.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The globs as they were written.
    #[must_use]
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }

    /// The compiled set, for a walk.
    #[must_use]
    pub fn as_glob_set(&self) -> &GlobSet {
        &self.set
    }

    /// Whether there is no glob or one matches.
    #[must_use]
    pub fn allows(&self, text: &str) -> bool {
        self.is_empty() || self.is_match(text)
    }
}

impl PartialEq for Globs {
    fn eq(&self, other: &Self) -> bool {
        self.patterns == other.patterns
    }
}

fn forms(pattern: &str) -> Vec<String> {
    let trimmed = pattern.strip_prefix("./").unwrap_or(pattern);
    let anchored = trimmed.trim_end_matches('/').contains('/');
    let body = trimmed.strip_prefix('/').unwrap_or(trimmed);
    let base = if anchored { body.to_owned() } else { format!("**/{body}") };
    match base.strip_suffix('/') {
        Some(folder) => vec![format!("{folder}/**")],
        None if base.ends_with("**") => vec![base],
        None => vec![format!("{base}/**"), base],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_as_ignore_files_do() {
        let check = |glob: &str, path: &str| Globs::new([glob]).expect("valid").is_match(path);
        assert!(check("*.py", "a/b/c.py"));
        assert!(check("tests/", "tests/unit/a.py"));
        assert!(check("tests/", "src/tests/a.py"));
        assert!(!check("tests/*", "src/tests/a.py"));
        assert!(check("tests/**", "tests/unit/a.py"));
        assert!(check("/vendor", "vendor/a.js"));
        assert!(!check("/vendor", "src/vendor/a.js"));
        assert!(check("aws-*", "aws-access-key"));
        assert!(Globs::new(["a[b"]).is_err());
    }
}
