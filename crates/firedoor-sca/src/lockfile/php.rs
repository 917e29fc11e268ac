//! Composer's `composer.lock`.

use std::collections::HashMap;

use super::List;
use crate::doc::{Node, json};

pub(super) fn lock(list: &mut List<'_>) {
    list.of("Packagist");
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    let packages = parsed.root.get("packages");
    list.expect(packages.is_some_and(|p| p.is_list() || p.is_map()), parsed.root.at, "it has no `packages`");
    let mut wanted: Vec<(usize, String)> = Vec::new();
    for (key, group) in [("packages", None), ("packages-dev", Some("dev"))] {
        // PHP writes an array with gaps in its numbering as an object.
        let part = parsed.root.get(key);
        let numbered = part.map(Node::entries).unwrap_or_default().iter().map(|e| &e.node);
        for node in part.map(Node::items).unwrap_or_default().iter().chain(numbered) {
            let Some(package) = list.named(node) else { continue };
            package.groups.extend(group.map(str::to_owned));
            let commit = ["source", "dist"].iter().find_map(|k| node.at_path(&[k, "reference"])?.text());
            package.commit = commit.filter(|c| !c.is_empty()).map(str::to_owned);
            if node.at_path(&["dist", "type"]).and_then(Node::text) == Some("path") {
                package.source = Some("path".to_owned());
            }
            if let Some(sum) = node.at_path(&["dist", "shasum"]).and_then(Node::text).filter(|s| !s.is_empty()) {
                package.hashes.push(("sha1".to_owned(), sum.to_owned()));
            }
            package.licenses.extend(node.get("license").into_iter().flat_map(Node::texts).map(str::to_owned));
            let last = list.packages.len() - 1;
            wanted.extend(
                node.get("require").map(Node::entries).unwrap_or_default().iter().map(|e| (last, e.key.to_string())),
            );
        }
    }
    let places: HashMap<String, usize> =
        list.packages.iter().enumerate().map(|(i, p)| (p.name.to_lowercase(), i)).collect();
    for (from, name) in wanted {
        if let Some(to) = places.get(&name.to_lowercase()) {
            list.packages[from].dependencies.push(*to);
        }
    }
}
