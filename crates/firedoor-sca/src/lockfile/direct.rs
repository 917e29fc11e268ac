//! Which packages the project itself asks for, where the lock file does not tell but the manifest beside it does: yarn's
//! lock file, npm's first format, poetry's.

use std::collections::BTreeSet;

use super::ListedFile;
use crate::doc::Node;
use crate::lockfile::python::requirement_of;
use crate::names::normalize;

/// Kind of fact: the name of a package that a manifest asks for.
const ASKED: &str = "asks-for";

/// The facts of a `package.json`.
pub(super) fn of_package_json(root: &Node<'_>) -> Vec<(String, String)> {
    ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"]
        .iter()
        .flat_map(|kind| root.get(kind).map(Node::entries).unwrap_or_default())
        .map(|entry| {
            // An alias (`npm:real@…`) asks for the real package.
            let alias = entry.node.text().and_then(|t| t.strip_prefix("npm:")).and_then(|t| t.rsplit_once('@'));
            (ASKED.to_owned(), alias.map_or(&*entry.key, |(name, _)| name).to_owned())
        })
        .collect()
}

/// The facts of a `pyproject.toml`: PEP 621, PEP 735 and poetry's own tables.
pub(super) fn of_pyproject(root: &Node<'_>) -> Vec<(String, String)> {
    let mut names: Vec<String> = Vec::new();
    let texts = |node: &Node<'_>| -> Vec<String> {
        node.items().iter().filter_map(|i| Some(requirement_of(i.text()?).0.to_owned())).collect()
    };
    names.extend(root.at_path(&["project", "dependencies"]).map(texts).unwrap_or_default());
    for groups in [root.at_path(&["project", "optional-dependencies"]), root.get("dependency-groups")] {
        names.extend(groups.map(Node::entries).unwrap_or_default().iter().flat_map(|group| texts(&group.node)));
    }
    let poetry = root.at_path(&["tool", "poetry"]);
    let groups = poetry.and_then(|p| p.get("group")).map(Node::entries).unwrap_or_default();
    let tables = groups.iter().filter_map(|g| g.node.get("dependencies"));
    let own = ["dependencies", "dev-dependencies"].into_iter().filter_map(|key| poetry?.get(key));
    names.extend(own.chain(tables).flat_map(Node::entries).map(|entry| entry.key.to_string()));
    names.into_iter().filter(|n| !n.is_empty() && n != "python").map(|n| (ASKED.to_owned(), n)).collect()
}

/// Marks the packages of such lock files. A lock file that tells of itself, or has no manifest beside it, stays as it is.
pub(super) fn join(files: &mut [ListedFile]) {
    let manifest_of = |format: &str| match format {
        "yarn.lock" | "package-lock.json" => Some(("package.json", "npm")),
        "poetry.lock" => Some(("pyproject.toml", "PyPI")),
        _ => None,
    };
    for at in 0..files.len() {
        let Some((manifest, ecosystem)) = manifest_of(files[at].format) else { continue };
        if files[at].packages.iter().any(|p| p.direct.is_some()) {
            continue;
        }
        let locks: Vec<&str> = files.iter().filter(|f| f.format == files[at].format).map(|f| f.path.parent()).collect();
        let folder = files[at].path.parent();
        let asked: BTreeSet<String> = files
            .iter()
            .filter(|f| f.path.file_name() == manifest && crate::fix::belongs(&f.path, folder, &locks))
            .flat_map(|f| f.facts.iter().filter(|(kind, _)| kind == ASKED))
            .map(|(_, name)| normalize(ecosystem, name).into_owned())
            .collect();
        if asked.is_empty() {
            continue;
        }
        for package in &mut files[at].packages {
            package.direct = Some(asked.contains(&*normalize(ecosystem, &package.name)));
        }
    }
}
