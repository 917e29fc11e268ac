//! Globs over paths and rule ids, as the configuration and suppressions write them.

use std::collections::HashSet;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

/// A set of globs. `*` does not cross a slash, `**` does. A glob without a slash matches at any depth, as in
/// `.gitignore`; one that ends in a slash, or names a folder, matches everything below it.
///
/// Each glob is compiled once and asked for a path and the folders above it; a plain name or path is only looked up, so
/// that lists of a hundred thousand paths, as generators write them, cost little.
#[derive(Clone, Debug, Default)]
pub struct Globs {
    /// Match a path itself, and what lies below it.
    all: Box<Set>,
    /// Match what lies below a path, and not the path.
    below: Box<Set>,
    /// Match a path itself only.
    alone: Box<GlobSet>,
    patterns: Vec<String>,
}

/// Globs and plain texts that mean the same.
#[derive(Clone, Debug, Default)]
struct Set {
    globs: GlobSet,
    paths: HashSet<String>,
    names: HashSet<String>,
}

impl Set {
    fn is_match(&self, path: &str) -> bool {
        self.names.contains(path.rsplit('/').next().unwrap_or(path))
            || self.paths.contains(path)
            || self.globs.is_match(path)
    }
}

/// What a [`Set`] is made from.
struct Parts {
    globs: GlobSetBuilder,
    paths: HashSet<String>,
    names: HashSet<String>,
}

impl Parts {
    fn new() -> Self {
        Self { globs: GlobSetBuilder::new(), paths: HashSet::new(), names: HashSet::new() }
    }

    fn add(&mut self, body: &str, anchored: bool) -> Result<(), globset::Error> {
        let plain = !body.is_empty() && !body.contains(['*', '?', '[', ']', '{', '}', '\\', '!']);
        if !plain {
            self.globs.add(if anchored { glob(body)? } else { glob(&format!("**/{body}"))? });
        } else if anchored {
            self.paths.insert(body.to_owned());
        } else {
            self.names.insert(body.to_owned());
        }
        Ok(())
    }

    fn build(self) -> Result<Set, globset::Error> {
        Ok(Set { globs: self.globs.build()?, paths: self.paths, names: self.names })
    }
}

fn glob(text: &str) -> Result<globset::Glob, globset::Error> {
    GlobBuilder::new(text).literal_separator(true).build()
}

/// A glob without what only says where it holds, and whether it holds at the top only.
fn body(pattern: &str) -> (&str, bool) {
    let trimmed = pattern.strip_prefix("./").unwrap_or(pattern);
    (trimmed.strip_prefix('/').unwrap_or(trimmed), trimmed.trim_end_matches('/').contains('/'))
}

impl Globs {
    /// Says what is wrong with a glob, without the work of making one that can be asked.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn check(pattern: &str) -> Result<(), String> {
        glob(body(pattern).0).map(|_| ()).map_err(|e| e.kind().to_string())
    }

    /// Compiles globs.
    ///
    /// # Errors
    /// What is wrong with the first glob that cannot be read.
    pub fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let (mut all, mut below, mut alone) = (Parts::new(), Parts::new(), GlobSetBuilder::new());
        let mut kept = Vec::new();
        for pattern in patterns {
            let (body, anchored) = body(pattern);
            // `folder/**` says what `folder/` says, at the top.
            let folder = body.strip_suffix('/').or_else(|| body.strip_suffix("/**").filter(|f| !f.ends_with("**")));
            match folder {
                Some(folder) if !folder.is_empty() => below.add(folder, anchored),
                _ if body.ends_with("**") => {
                    glob(&if anchored { body.to_owned() } else { format!("**/{body}") }).map(|glob| {
                        alone.add(glob);
                    })
                }
                _ => all.add(body, anchored),
            }
            .map_err(|e| e.kind().to_string())?;
            kept.push(pattern.to_owned());
        }
        let wrong = |e: globset::Error| e.to_string();
        Ok(Self {
            all: Box::new(all.build().map_err(wrong)?),
            below: Box::new(below.build().map_err(wrong)?),
            alone: Box::new(alone.build().map_err(wrong)?),
            patterns: kept,
        })
    }

    /// Whether any glob matches.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        if self.patterns.is_empty() {
            return false;
        }
        let mut folders = text.match_indices('/').map(|(at, _)| &text[..at]);
        self.all.is_match(text)
            || self.alone.is_match(text)
            || folders.any(|folder| self.below.is_match(folder) || self.all.is_match(folder))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_thousand_paths_cost_little() {
        let list: Vec<String> = (0..100_000).map(|n| format!("generated/part-{n}/**")).collect();
        let begin = std::time::Instant::now();
        let globs = Globs::new(list.iter().map(String::as_str)).expect("valid");
        assert!(globs.is_match("generated/part-99999/a/b.c") && !globs.is_match("generated/part-x/a.c"));
        assert!(begin.elapsed().as_secs() < 5, "{:?}", begin.elapsed());
    }

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
        assert!(check("vendor", "a/vendor/b.js") && check("vendor", "vendor") && !check("vendor", "vendors/b.js"));
        assert!(check("a/b", "a/b/c/d") && !check("a/b", "x/a/b"));
        assert!(check("gen/*/out/**", "gen/x/out/y/z") && !check("gen/*/out/**", "gen/x/y/out/z"));
        assert!(check("**/fixtures/**", "a/fixtures/b") && check("**/fixtures/**", "fixtures/b"));
        assert!(!check("**/fixtures/**", "fixtures"));
        assert!(check("**", "a/b") && check("*", "a/b") && check("src/**/*.py", "src/a/b.py"));
        assert!(!check("src/*.py", "src/a/b.py") && check("{a,b}/", "x/a/y"));
        assert!(Globs::new(["a[b"]).is_err());
    }
}
