//! Rules of the built-in pack: their heads are read at once, what they look for when it is first needed.
//!
//! A run needs the heads of all rules, because every report lists them, but the patterns of few: those of the languages
//! that it meets. The trees come packed from the build, so no YAML is parsed either.

use std::sync::{Arc, OnceLock};

use firedoor_core::{Diagnostic, RuleSource};
use firedoor_rules::PackFile;
use firedoor_yaml::{Node, packed};

use super::dict::Reader;
use super::head::MODE_KEYS;
use super::load::{Loaded, read_rule, rules_of};
use super::model::Mode;

/// A rule's entry lies below the file's mapping and the list of rules.
const DEPTH: usize = 2;

/// What a rule looks for, read or still packed.
#[derive(Clone, Debug)]
pub struct LazyMode {
    read: OnceLock<Result<Mode, Box<Diagnostic>>>,
    packed: Option<Packed>,
}

/// Where the rest of a rule is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packed {
    file: PackFile,
    /// Which entry of the file.
    nth: usize,
}

impl LazyMode {
    pub(super) fn read(mode: Mode) -> Self {
        Self { read: OnceLock::from(Ok(mode)), packed: None }
    }

    pub(super) fn packed(packed: Packed) -> Self {
        Self { read: OnceLock::new(), packed: Some(packed) }
    }

    pub(super) fn get(&self, source: &Arc<RuleSource>, id: &str) -> Result<&Mode, &Diagnostic> {
        let read = self.read.get_or_init(|| {
            let none = || Box::new(Diagnostic::new("invalid-yaml", source, None, "the packed rule is broken", ""));
            let Packed { file, nth } = self.packed.ok_or_else(none)?;
            let root = packed::unpack(file.tree, file.text).ok_or_else(none)?;
            let node = rules_of(&root).and_then(|rules| rules.get(nth)).ok_or_else(none)?;
            Reader { rule: Some(id.to_owned()), ..Reader::new(source) }.whole_mode(node)
        });
        read.as_ref().map_err(|e| &**e)
    }
}

/// Reads the heads of a file's rules.
pub fn load_packed(file: &PackFile) -> Loaded {
    let source = Arc::new(RuleSource::new(format!("builtin:{}", file.path), file.text));
    let mut loaded = Loaded::default();
    let root = packed::unpack_without(file.tree, file.text, DEPTH, MODE_KEYS);
    match root.as_ref().and_then(|root: &Node<'_>| rules_of(root)) {
        Some(rules) => {
            for (nth, node) in rules.iter().enumerate() {
                let packed = Some(Packed { file: *file, nth });
                read_rule(&mut loaded, Reader { packed, ..Reader::new(&source) }, node);
            }
        }
        None => loaded.errors.push(Diagnostic::new("invalid-yaml", &source, None, "the packed rules are broken", "")),
    }
    loaded
}
