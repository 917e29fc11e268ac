//! GitHub workflows and composite actions: what `uses:` names.

use super::List;
use crate::doc::{Node, yaml};

/// Files below `.github/workflows`, and `action.yml`.
pub(super) fn wants(folder: &str, name: &str) -> bool {
    let yaml = name.ends_with(".yml") || name.ends_with(".yaml");
    yaml && (folder == ".github/workflows" || folder.ends_with("/.github/workflows"))
        || matches!(name, "action.yml" | "action.yaml")
}

pub(super) fn workflow(list: &mut List<'_>) {
    list.of("GitHub Actions");
    let parsed = yaml::parse(list.text);
    // A workflow is no lock file: a part that cannot be read is a note, not a broken lock file.
    if let Some(broken) = parsed.broken {
        list.notes.push((
            "unreadable-workflow",
            broken.at,
            format!("The rest of this workflow was not read: {}.", broken.message),
        ));
    }
    let root = &parsed.root;
    for job in root.get("jobs").map(Node::entries).unwrap_or_default() {
        uses(list, &job.node);
        steps(list, job.node.get("steps"));
    }
    steps(list, root.at_path(&["runs", "steps"]));
}

fn steps(list: &mut List<'_>, steps: Option<&Node<'_>>) {
    for step in steps.map(Node::items).unwrap_or_default() {
        uses(list, step);
    }
}

fn uses(list: &mut List<'_>, node: &Node<'_>) {
    let Some(value) = node.get("uses") else { return };
    let Some(text) = value.text() else { return };
    // Folders of the repository and container images are not actions of a repository.
    if text.starts_with("./") || text.starts_with("docker:") || text.contains("${{") || list.is_full() {
        return;
    }
    let Some((path, reference)) = text.split_once('@') else { return };
    let mut parts = path.split('/');
    let (Some(owner), Some(name)) = (parts.next(), parts.next()) else { return };
    let package = list.add(&format!("{owner}/{name}"), reference, value.at as usize);
    package.direct = Some(true);
    if reference.len() == 40 && reference.bytes().all(|b| b.is_ascii_hexdigit()) {
        // A commit is no version that could be compared; what release it is stands in a comment at best.
        package.commit = Some(reference.to_owned());
        package.source = Some("git".to_owned());
    }
}
