//! The names that `Cargo.toml` files give to crates (`short = { package = "long" }`), and to the project's own library.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::SourceFile;

use crate::doc::{Node, toml};

/// Adds the names of one manifest, by the crate's own name, both spelled as in code; and its library, with the folder of
/// source.
pub(super) fn read(
    file: &SourceFile,
    renames: &mut BTreeMap<String, BTreeSet<String>>,
    libraries: &mut BTreeMap<String, String>,
) {
    let text = crate::doc::text_of(file.bytes());
    let parsed = toml::parse(&text);
    let root = &parsed.root;
    let name = |table: &str| root.get(table).and_then(|t| t.text_of("name"));
    let folder = file.path().parent();
    let source = if folder.is_empty() { "src".to_owned() } else { format!("{folder}/src") };
    // Other manifests rename it by its package's name.
    for name in [name("lib"), name("package")].into_iter().flatten() {
        libraries.insert(name.replace('-', "_"), source.clone());
    }
    let targets = root.get("target").map(Node::entries).unwrap_or_default().iter().map(|e| &e.node);
    for table in std::iter::once(root).chain(root.get("workspace")).chain(targets) {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for entry in table.get(kind).map(Node::entries).unwrap_or_default() {
                if let Some(package) = entry.node.text_of("package") {
                    renames.entry(package.replace('-', "_")).or_default().insert(entry.key.replace('-', "_"));
                }
            }
        }
    }
}
