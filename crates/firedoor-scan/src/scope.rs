//! Which bytes a scope means, and which configuration holds for it.

use std::path::PathBuf;

use firedoor_core::Origin;
use firedoor_gate::Config;
use firedoor_input::{Root, WalkOptions, walk};

use crate::driver::Item;
use crate::request::{Request, Scope};
use crate::session::{Gathered, in_hand};
use crate::setup::{self, SetupError};

/// The configuration: the work tree's, or in a comparison the base commit's.
pub(crate) fn configuration(request: &Request, root: &Root) -> Result<(Config, Option<PathBuf>), SetupError> {
    setup::configuration(request, root)
}

/// Lists or reads the files of the scope.
pub(crate) fn gather(
    request: &Request,
    config: &Config,
    root: &Root,
    options: &WalkOptions,
) -> Result<Gathered, SetupError> {
    match &request.scope {
        Scope::WorkTree => Ok(work_tree(config, root, options)),
        Scope::Stdin { name, bytes } => {
            let mut gathered = Gathered::default();
            gathered.items.push(in_hand(name, Origin::Stdin, bytes.clone()));
            gathered.present.insert(name.as_str().into());
            Ok(gathered)
        }
        Scope::Staged | Scope::Diff(_) | Scope::History(_) => {
            Err(SetupError::Other("this scope is not built yet".to_owned()))
        }
    }
}

fn work_tree(config: &Config, root: &Root, options: &WalkOptions) -> Gathered {
    let (mut entries, notices) = walk(&root.dir, &root.paths, options);
    entries.retain(|e| !config.scan.exclude.is_match(e.path.as_str()));
    Gathered {
        present: entries.iter().map(|e| e.path.clone()).collect(),
        items: entries.into_iter().map(Item::Entry).collect(),
        notices,
        ..Gathered::default()
    }
}
