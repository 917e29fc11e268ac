//! Bills of materials: CycloneDX (JSON, XML) and SPDX 2 (JSON, YAML, tag-value, RDF/XML).
//!
//! A package's purl says what it is. Components without one are listed by name and version under no ecosystem, and counted as not
//! judged; so are those without a version, which are not listed.

use std::collections::BTreeSet;

use super::List;
use super::unlocked::{self, Cause};
use crate::doc::xml::{self, Element};
use crate::doc::{Node, json, yaml};
use crate::names::{canonical_purl, from_purl, is_unclear};

pub(super) fn is_cyclonedx(_folder: &str, name: &str) -> bool {
    let stem = name.strip_suffix(".json").or_else(|| name.strip_suffix(".xml"));
    is_vague(name) || stem.is_some_and(|stem| stem.ends_with(".cdx") || matches!(stem, "bom" | "cyclonedx"))
}

/// Names that say that a file may be a bill of materials, but not of which format, or of which there are others.
pub(super) fn is_vague(name: &str) -> bool {
    let stem = name.strip_suffix(".json").or_else(|| name.strip_suffix(".xml"));
    name == "bom.json" || stem.is_some_and(|stem| stem == "sbom" || stem.ends_with(".sbom") || stem.ends_with(".bom"))
}

pub(super) fn is_spdx(_folder: &str, name: &str) -> bool {
    [".spdx.json", ".spdx", ".spdx.yml", ".spdx.yaml", ".spdx.rdf", ".spdx.rdf.xml"].iter().any(|e| name.ends_with(e))
        || name.starts_with(".spdx.") && name.ends_with(".json")
}

/// Whether a type of reference is meant. SPDX 2.3 writes names in its own documents and addresses elsewhere (annex F).
fn is_kind(written: &str, kind: &str) -> bool {
    written.rsplit(['/', '#']).next().unwrap_or("").eq_ignore_ascii_case(kind)
}

/// The first of several purls that can be read, else the first.
fn best<'t>(purls: &[&'t str]) -> Option<&'t str> {
    purls.iter().find(|purl| from_purl(purl).is_some()).or(purls.first()).copied()
}

/// A version, unless the document says that it does not say.
fn stated(version: &str) -> &str {
    if matches!(version, "NOASSERTION" | "NONE") { "" } else { version }
}

/// Adds a component by its purl, or by name and version where it has none.
fn add(list: &mut List<'_>, purl: Option<&str>, name: &str, version: &str, at: usize) -> Option<usize> {
    if list.is_full() {
        return None;
    }
    let canonical = purl.and_then(canonical_purl);
    let parsed = match &canonical {
        // As it is printed: a version may be an address, too.
        Some(canonical) => from_purl(canonical),
        // Parts of an address that cannot be taken apart may be a password's.
        None => purl.filter(|purl| !is_unclear(purl)).and_then(from_purl),
    };
    let (ecosystem, name, version) = match &parsed {
        Some((ecosystem, purl_name, purl_version)) => {
            let version = if purl_version.is_empty() { version } else { purl_version.as_str() };
            (ecosystem.as_str(), purl_name.as_str(), version)
        }
        None => ("", name, version),
    };
    if name.is_empty() {
        return None;
    }
    let package = list.add(name, version, at);
    package.ecosystem = ecosystem.to_owned();
    // One that cannot be read is none, and is not handed on as one.
    package.purl = canonical.unwrap_or_default();
    if ecosystem.is_empty() {
        package.source = Some(if parsed.is_some() { unlocked::FOREIGN } else { unlocked::UNNAMED }.to_owned());
    }
    Some(list.packages.len() - 1)
}

pub(super) fn cyclonedx(list: &mut List<'_>) {
    if list.text.trim_start().starts_with('<') {
        let (top, broken) = xml::parse(list.text);
        list.broken(broken);
        let promises = top.name == "bom" || list.promises;
        if !promises {
            return;
        }
        let mut places: Vec<(String, usize)> = Vec::new();
        components_xml(list, &top, &mut places, 0);
        places.sort();
        let place = |r: &str| places.binary_search_by(|(k, _)| k.as_str().cmp(r)).ok().map(|i| places[i].1);
        for node in top.all("dependencies").flat_map(|d| d.all("dependency")) {
            let Some(from) = node.attribute("ref").and_then(place) else { continue };
            let wanted: Vec<usize> =
                node.all("dependency").filter_map(|d| d.attribute("ref")).filter_map(place).collect();
            list.packages[from].dependencies.extend(wanted);
        }
        return;
    }
    let parsed = json::parse(list.text);
    list.broken(parsed.broken);
    if list.broken.is_empty() && parsed.root.get("spdxVersion").is_some() {
        spdx_tree(list, &parsed.root);
        return;
    }
    // The name `bom.json` alone promises nothing; with components, or by its own ending, it is a bill of materials.
    let said = parsed.root.text_of("bomFormat") == Some("CycloneDX");
    list.expect(said || !list.promises, parsed.root.at, "it is no CycloneDX document");
    let mut places: Vec<(String, usize)> = Vec::new();
    components_json(list, &parsed.root, &mut places, 0);
    places.sort();
    let place = |reference: &str| places.binary_search_by(|(r, _)| r.as_str().cmp(reference)).ok().map(|i| places[i].1);
    for node in parsed.root.get("dependencies").map(Node::items).unwrap_or_default() {
        let Some(from) = node.text_of("ref").and_then(place) else { continue };
        let wanted: Vec<usize> = node.get("dependsOn").into_iter().flat_map(Node::texts).filter_map(place).collect();
        list.packages[from].dependencies.extend(wanted);
    }
}

fn components_json(list: &mut List<'_>, node: &Node<'_>, places: &mut Vec<(String, usize)>, depth: usize) {
    for component in node.get("components").map(Node::items).unwrap_or_default() {
        let name = match component.text_of("group").filter(|g| !g.is_empty()) {
            Some(group) => format!("{group}/{}", component.text_of("name").unwrap_or("")),
            None => component.text_of("name").unwrap_or("").to_owned(),
        };
        let version = component.text_of("version").unwrap_or("");
        // Files and the system itself are no packages; a missing name is.
        let named = !version.is_empty() && !matches!(component.text_of("type"), Some("file" | "operating-system"));
        if named || component.get("purl").is_some() {
            let place = add(list, component.text_of("purl"), &name, version, component.at as usize);
            match place {
                Some(place) => {
                    places.extend(component.text_of("bom-ref").map(|r| (r.to_owned(), place)));
                    let package = &mut list.packages[place];
                    for hash in component.get("hashes").map(Node::items).unwrap_or_default() {
                        if let (Some(algorithm), Some(hex)) = (hash.text_of("alg"), hash.text_of("content")) {
                            package.hashes.push((algorithm.to_lowercase().replace("sha-", "sha"), hex.to_lowercase()));
                        }
                    }
                    for license in component.get("licenses").map(Node::items).unwrap_or_default() {
                        let named = license.get("license").and_then(|l| l.text_of("id").or_else(|| l.text_of("name")));
                        package.licenses.extend(license.text_of("expression").or(named).map(str::to_owned));
                    }
                }
                None => list.fail(component.at as usize, "a component without a name"),
            }
        } else if !matches!(component.text_of("type"), Some("file" | "operating-system")) {
            unlocked::unlisted(list, component.at as usize, Cause::Unnamed, &name);
        }
        if depth < 16 {
            components_json(list, component, places, depth + 1);
        }
    }
}

fn components_xml(list: &mut List<'_>, element: &Element<'_>, places: &mut Vec<(String, usize)>, depth: usize) {
    for component in element.all("components").flat_map(|c| c.all("component")) {
        let name = match component.text_of("group") {
            Some(group) => format!("{group}/{}", component.text_of("name").unwrap_or("")),
            None => component.text_of("name").unwrap_or("").to_owned(),
        };
        let version = component.text_of("version").unwrap_or("");
        let purl = component.text_of("purl");
        let named = !version.is_empty() && !matches!(component.attribute("type"), Some("file" | "operating-system"));
        if named || purl.is_some() {
            match add(list, purl, &name, version, component.at) {
                Some(place) => {
                    places.extend(component.attribute("bom-ref").map(|r| (r.to_owned(), place)));
                    let package = &mut list.packages[place];
                    for hash in component.all("hashes").flat_map(|h| h.all("hash")) {
                        let algorithm = hash.attribute("alg").unwrap_or("").to_lowercase().replace("sha-", "sha");
                        package.hashes.push((algorithm, hash.text.to_lowercase()));
                    }
                    for licenses in component.all("licenses") {
                        let named =
                            licenses.all("license").filter_map(|l| l.text_of("id").or_else(|| l.text_of("name")));
                        package
                            .licenses
                            .extend(licenses.text_of("expression").into_iter().chain(named).map(str::to_owned));
                    }
                }
                None => list.fail(component.at, "a component without a name"),
            }
        } else if !matches!(component.attribute("type"), Some("file" | "operating-system")) {
            unlocked::unlisted(list, component.at, Cause::Unnamed, &name);
        }
        if depth < 16 {
            components_xml(list, component, places, depth + 1);
        }
    }
}

pub(super) fn spdx(list: &mut List<'_>) {
    let head = list.text.trim_start();
    if head.starts_with('{') {
        let parsed = json::parse(list.text);
        list.broken(parsed.broken);
        let graph = parsed.root.get("@graph").or_else(|| parsed.root.get("@context"));
        list.expect(graph.is_none(), graph.map_or(0, |g| g.at), "SPDX 3 is not read yet");
        let said = ["spdxVersion", "packages"].iter().any(|key| parsed.root.get(key).is_some());
        list.expect(said, parsed.root.at, "it is no SPDX document");
        spdx_tree(list, &parsed.root);
    } else if head.starts_with('<') {
        let (top, broken) = xml::parse(list.text);
        list.broken(broken);
        spdx_rdf(list, &top);
    } else if list.text.contains("SPDXVersion:") {
        spdx_tag_value(list);
    } else {
        let parsed = yaml::parse(list.text);
        list.broken(parsed.broken);
        list.expect(parsed.root.get("spdxVersion").is_some(), 0, "it is no SPDX document");
        spdx_tree(list, &parsed.root);
    }
}

/// Ids of what a document says that it is about.
fn described<'t>(root: &'t Node<'_>) -> BTreeSet<&'t str> {
    let relations = root.get("relationships").map(Node::items).unwrap_or_default();
    let about = relations.iter().filter_map(|relation| {
        let (from, to) = (relation.text_of("spdxElementId")?, relation.text_of("relatedSpdxElement")?);
        match relation.text_of("relationshipType")? {
            "DESCRIBES" => Some(to),
            "DESCRIBED_BY" => Some(from),
            _ => None,
        }
    });
    root.get("documentDescribes").into_iter().flat_map(Node::texts).chain(about).collect()
}

fn spdx_tree(list: &mut List<'_>, root: &Node<'_>) {
    let mut places: Vec<(String, usize)> = Vec::new();
    let packages = root.get("packages").map(Node::items).unwrap_or_default();
    let described = described(root);
    let named = |node: &Node<'_>| node.text_of("SPDXID").is_some_and(|id| described.contains(id));
    // Where the document describes all of its packages, none of them is the thing that has the others.
    let is_subject = !packages.iter().all(named);
    let is_described = |node: &Node<'_>| is_subject && named(node);
    for node in packages {
        let references = node.get("externalRefs").map(Node::items).unwrap_or_default();
        let locators = |kind: &str| -> Vec<&str> {
            let wanted = references.iter().filter(|r| r.text_of("referenceType").is_some_and(|t| is_kind(t, kind)));
            wanted.filter_map(|r| r.text_of("referenceLocator")).collect()
        };
        let purls = locators("purl");
        let purl = best(&purls);
        let version = stated(node.text_of("versionInfo").unwrap_or(""));
        if purl.is_none() && version.is_empty() {
            // What the document describes is no dependency.
            if !is_described(node) {
                unlocked::unlisted(list, node.at as usize, Cause::Unnamed, node.text_of("name").unwrap_or(""));
            }
            continue;
        }
        if purl.is_none() && is_described(node) {
            continue;
        }
        let name = node.text_of("name").unwrap_or("");
        let Some(place) = add(list, purl, name, version, node.at as usize) else {
            list.fail(node.at as usize, "a package without a name");
            continue;
        };
        places.extend(node.text_of("SPDXID").map(|id| (id.to_owned(), place)));
        let package = &mut list.packages[place];
        for sum in node.get("checksums").map(Node::items).unwrap_or_default() {
            if let (Some(algorithm), Some(hex)) = (sum.text_of("algorithm"), sum.text_of("checksumValue")) {
                package.hashes.push((algorithm.to_lowercase(), hex.to_lowercase()));
            }
        }
        let license = ["licenseConcluded", "licenseDeclared"]
            .iter()
            .find_map(|k| node.text_of(k).filter(|l| *l != "NOASSERTION" && *l != "NONE"));
        package.licenses.extend(license.map(str::to_owned));
    }
    places.sort();
    let place = |id: Option<&str>| {
        let id = id?;
        places.binary_search_by(|(r, _)| r.as_str().cmp(id)).ok().map(|i| places[i].1)
    };
    for relation in root.get("relationships").map(Node::items).unwrap_or_default() {
        let (from, to) = (place(relation.text_of("spdxElementId")), place(relation.text_of("relatedSpdxElement")));
        if let (Some(from), Some(to)) = (from, to) {
            match relation.text_of("relationshipType") {
                Some("DEPENDS_ON") => list.packages[from].dependencies.push(to),
                Some("DEPENDENCY_OF") => list.packages[to].dependencies.push(from),
                _ => {}
            }
        }
    }
}

fn spdx_tag_value(list: &mut List<'_>) {
    #[derive(Default)]
    struct Open {
        at: usize,
        name: String,
        id: String,
        version: String,
        purls: Vec<String>,
    }
    fn close(list: &mut List<'_>, open: Option<Open>, described: &BTreeSet<&str>) {
        let Some(open) = open else { return };
        let purls: Vec<&str> = open.purls.iter().map(String::as_str).collect();
        let version = stated(&open.version);
        match best(&purls) {
            None if described.contains(&*open.id) => {}
            None if version.is_empty() => unlocked::unlisted(list, open.at, Cause::Unnamed, &open.name),
            purl => {
                if add(list, purl, &open.name, version, open.at).is_none() {
                    list.fail(open.at, "a package without a name");
                }
            }
        }
    }
    let described = list.text.lines().filter_map(|line| {
        let words: Vec<&str> = line.strip_prefix("Relationship:")?.split_whitespace().collect();
        match *words.as_slice() {
            [_, "DESCRIBES", id] | [id, "DESCRIBED_BY", _] => Some(id),
            _ => None,
        }
    });
    let mut described: BTreeSet<&str> = described.collect();
    let ids = list.text.lines().filter_map(|line| line.strip_prefix("SPDXID:")).map(str::trim);
    if ids.filter(|id| *id != "SPDXRef-DOCUMENT").all(|id| described.contains(id)) {
        described.clear();
    }
    let mut open: Option<Open> = None;
    let mut text = false;
    let mut at = 0;
    for line in list.text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        // A text may go over several lines.
        let inside = text;
        if let Some(mark) = line.rfind("<text>").max(line.rfind("</text>")) {
            text = line[mark..].starts_with("<text>");
        }
        let Some((tag, value)) = line.trim().split_once(": ") else {
            let body = line.trim();
            if !inside && !body.is_empty() && !body.starts_with('#') && !body.contains(':') {
                list.fail(start, "a line that is no tag with a value");
            }
            continue;
        };
        if inside {
            continue;
        }
        match (tag, &mut open) {
            ("PackageName", _) => {
                close(list, open.take(), &described);
                open = Some(Open { at: start, name: value.to_owned(), ..Open::default() });
            }
            ("FileName", _) => close(list, open.take(), &described),
            ("SPDXID", Some(open)) => open.id = value.to_owned(),
            ("PackageVersion", Some(open)) => open.version = value.to_owned(),
            ("ExternalRef", Some(open)) => {
                let mut words = value.split_whitespace().skip(1);
                if let (Some(kind), Some(locator)) = (words.next(), words.next())
                    && is_kind(kind, "purl")
                {
                    open.purls.push(locator.to_owned());
                }
            }
            _ => {}
        }
    }
    close(list, open, &described);
}

/// Packages of an RDF document, wherever they are nested (RDF nests as it likes).
fn spdx_rdf(list: &mut List<'_>, element: &Element<'_>) {
    if element.name == "Package" {
        let references: Vec<&Element<'_>> = element.all("externalRef").flat_map(|r| r.all("ExternalRef")).collect();
        let purls: Vec<&str> = references
            .iter()
            .filter(|r| {
                r.child("referenceType").and_then(|t| t.attribute("resource")).is_some_and(|t| is_kind(t, "purl"))
            })
            .filter_map(|r| r.text_of("referenceLocator"))
            .collect();
        let version = stated(element.text_of("versionInfo").unwrap_or(""));
        let name = element.text_of("name").unwrap_or("");
        match best(&purls) {
            None if version.is_empty() => unlocked::unlisted(list, element.at, Cause::Unnamed, name),
            purl => {
                if add(list, purl, name, version, element.at).is_none() {
                    list.fail(element.at, "a package without a name");
                }
            }
        }
    }
    for child in &element.children {
        spdx_rdf(list, child);
    }
}
