//! `paths:` of a rule.
//!
//! A pattern fits a path as a whole, or any folder or file name in it, as Semgrep's documentation has it.

use std::sync::OnceLock;

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::rule::model::Paths;

/// Which files each rule looks at. Rules that say the same share a filter, which is built when it is first asked.
#[derive(Debug, Default)]
pub(super) struct Filters {
    all: Vec<(Paths, OnceLock<Filter>)>,
    of_rule: Vec<Option<usize>>,
}

impl Filters {
    pub(super) fn new<'r>(rules: impl Iterator<Item = Option<&'r Paths>>) -> Self {
        let mut filters = Self::default();
        for paths in rules {
            let nth = paths.map(|paths| {
                filters.all.iter().position(|(known, _)| known == paths).unwrap_or_else(|| {
                    filters.all.push((paths.clone(), OnceLock::new()));
                    filters.all.len() - 1
                })
            });
            filters.of_rule.push(nth);
        }
        filters
    }

    /// Whether the `nth` rule looks at the file.
    pub(super) fn admits(&self, nth: usize, path: &str) -> bool {
        let filter = self.of_rule.get(nth).copied().flatten().and_then(|n| self.all.get(n));
        filter.is_none_or(|(paths, built)| built.get_or_init(|| Filter::new(paths)).admits(path))
    }
}

#[derive(Debug)]
struct Filter {
    include: Option<GlobSet>,
    exclude: Option<GlobSet>,
}

fn set(globs: &[String]) -> Option<GlobSet> {
    if globs.is_empty() {
        return None;
    }
    let mut builder = GlobSetBuilder::new();
    for glob in globs {
        let glob = glob.trim_start_matches("./");
        let bare = glob.trim_matches('/');
        for variant in
            [glob.to_owned(), bare.to_owned(), format!("{bare}/**"), format!("**/{bare}"), format!("**/{bare}/**")]
        {
            if let Ok(glob) = Glob::new(&variant) {
                builder.add(glob);
            }
        }
    }
    builder.build().ok()
}

impl Filter {
    fn new(paths: &Paths) -> Self {
        Self { include: set(&paths.include), exclude: set(&paths.exclude) }
    }

    fn admits(&self, path: &str) -> bool {
        self.include.as_ref().is_none_or(|s| s.is_match(path))
            && !self.exclude.as_ref().is_some_and(|s| s.is_match(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_fits_paths_folders_and_names() {
        let paths =
            Paths { include: vec!["*.py".into(), "src/".into()], exclude: vec!["tests".into(), "**/gen/*".into()] };
        let filter = Filter::new(&paths);
        assert!(filter.admits("a/b.py") && filter.admits("x/src/c.js"));
        assert!(!filter.admits("a/b.js") && !filter.admits("a/tests/b.py") && !filter.admits("a/gen/b.py"));
    }

    #[test]
    fn rules_that_say_the_same_share_a_filter() {
        let paths = |glob: &str| Paths { include: vec![glob.into()], exclude: Vec::new() };
        let (a, b, c) = (paths("*.py"), paths("*.js"), paths("*.py"));
        let filters = Filters::new([Some(&a), None, Some(&b), Some(&c)].into_iter());
        assert_eq!(filters.all.len(), 2);
        let admitted: Vec<bool> = (0..5).map(|nth| filters.admits(nth, "x.py")).collect();
        assert_eq!(admitted, [true, true, false, true, true]);
    }
}
