//! `paths:` of a rule.
//!
//! A pattern fits a path as a whole, or any folder or file name in it, as Semgrep's documentation has it.

use globset::{Glob, GlobSet, GlobSetBuilder};

use crate::rule::model::Paths;

/// Which files a rule looks at.
#[derive(Debug, Default)]
pub(super) struct Filter {
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
    pub(super) fn new(paths: Option<&Paths>) -> Self {
        match paths {
            Some(paths) => Self { include: set(&paths.include), exclude: set(&paths.exclude) },
            None => Self::default(),
        }
    }

    pub(super) fn admits(&self, path: &str) -> bool {
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
        let filter = Filter::new(Some(&paths));
        assert!(filter.admits("a/b.py") && filter.admits("x/src/c.js"));
        assert!(!filter.admits("a/b.js") && !filter.admits("a/tests/b.py") && !filter.admits("a/gen/b.py"));
    }
}
