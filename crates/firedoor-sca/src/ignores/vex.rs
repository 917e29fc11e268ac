//! Documents of exploitability: OpenVEX 0.2.0 and the analyses of a CycloneDX document.
//!
//! A statement counts only if it says that a package is not affected (or `fixed`, `resolved`, `false_positive`):
//! `under_investigation` and `in_triage` excuse nothing. It excuses only the packages that it names by purl.

use std::collections::BTreeMap;

use firedoor_core::{Diagnostic, SourceFile};

use super::{IgnoreEntry, Reader, of_purl};
use crate::doc::{Node, json};
use crate::names::is_purl;

/// Reads a document of exploitability. What is wrong with single statements comes back as diagnostics.
///
/// # Errors
/// A sentence, if it is neither OpenVEX nor CycloneDX in JSON.
pub fn parse_vex(file: &SourceFile) -> Result<(Vec<IgnoreEntry>, Vec<Diagnostic>), String> {
    let text = crate::doc::text_of(file.bytes());
    let parsed = json::parse(&text);
    let mut reader = Reader::new(file, &text);
    let root = &parsed.root;
    if let Some(broken) = parsed.broken {
        let line = file.lines().line_of(broken.at);
        return Err(format!("{}:{line}: this is no JSON: {}", file.path(), broken.message));
    }
    if root.text_of("bomFormat") == Some("CycloneDX") {
        cyclonedx(&mut reader, root);
    } else if root.get("statements").is_some() {
        openvex(&mut reader, root);
    } else {
        return Err(format!("{} is neither an OpenVEX nor a CycloneDX document in JSON", file.path()));
    }
    Ok((reader.entries, reader.diagnostics))
}

/// OpenVEX statements. Of several about one vulnerability in one package, the newest holds (OpenVEX, "Status").
fn openvex(reader: &mut Reader<'_>, root: &Node<'_>) {
    let author = root.text_of("author").map(str::to_owned);
    let mut newest: BTreeMap<(String, String), (String, Option<IgnoreEntry>)> = BTreeMap::new();
    for node in root.get("statements").map(Node::items).unwrap_or_default() {
        let status = node.text_of("status").unwrap_or("");
        let named = node.get("vulnerability");
        let Some(id) = named.and_then(|v| v.text().or_else(|| v.text_of("name")).or_else(|| v.text_of("@id"))) else {
            reader.complain("invalid-ignore", node.at, "a statement without a vulnerability");
            continue;
        };
        let id = id.rsplit('/').next().unwrap_or(id);
        let mut ids = vec![id.to_owned()];
        let aliases = named.and_then(|v| v.get("aliases")).map(Node::items).unwrap_or_default();
        ids.extend(aliases.iter().filter_map(Node::text).map(|a| a.rsplit('/').next().unwrap_or(a).to_owned()));
        let justification = node.text_of("justification").or_else(|| node.text_of("impact_statement"));
        let excuses = matches!(status, "not_affected" | "fixed");
        if status == "not_affected" && justification.is_none() {
            let message = "`not_affected` needs a `justification` or an `impact_statement` (OpenVEX, \"Status\")";
            reader.complain("invalid-ignore", node.at, message);
            continue;
        }
        let time = node.text_of("timestamp").or_else(|| root.text_of("timestamp")).unwrap_or("").to_owned();
        let mut any = false;
        for product in node.get("products").map(Node::items).unwrap_or_default() {
            // Subcomponents, where there are any, are what is not affected.
            let parts = product.get("subcomponents").map(Node::items).unwrap_or_default();
            let own = std::slice::from_ref(product);
            for part in if parts.is_empty() { own } else { parts } {
                let purl = part
                    .text()
                    .or_else(|| part.text_of("@id").filter(|id| is_purl(id)))
                    .or_else(|| part.at_path(&["identifiers", "purl"])?.text());
                let Some((purl, scope)) = purl.and_then(|p| Some((p, of_purl(p, &ids)?))) else { continue };
                any = true;
                let entry = excuses.then(|| IgnoreEntry {
                    form: "OpenVEX",
                    scope,
                    reason: Some(justification.unwrap_or(status).to_owned()),
                    owner: author.clone(),
                    until: None,
                    line: reader.file.lines().line_of(node.at as usize),
                });
                let known = newest.entry((id.to_owned(), purl.to_owned())).or_default();
                if time >= known.0 {
                    *known = (time.clone(), entry);
                }
            }
        }
        if !any && excuses {
            let message = "none of the statement's products is a purl, so it excuses nothing";
            reader.complain("invalid-ignore", node.at, message);
        }
    }
    reader.entries.extend(newest.into_values().filter_map(|(_, entry)| entry));
    reader.entries.sort_by_key(|e| e.line);
}

/// CycloneDX vulnerabilities with an analysis.
fn cyclonedx(reader: &mut Reader<'_>, root: &Node<'_>) {
    let mut purls: Vec<(&str, &str)> = Vec::new();
    for component in root.get("components").map(Node::items).unwrap_or_default() {
        if let (Some(reference), Some(purl)) = (component.text_of("bom-ref"), component.text_of("purl")) {
            purls.push((reference, purl));
        }
    }
    purls.sort_unstable();
    for node in root.get("vulnerabilities").map(Node::items).unwrap_or_default() {
        let state = node.at_path(&["analysis", "state"]).and_then(Node::text).unwrap_or("");
        if !matches!(state, "not_affected" | "false_positive" | "resolved" | "resolved_with_pedigree") {
            continue;
        }
        let Some(id) = node.text_of("id") else { continue };
        let mut ids = vec![id.to_owned()];
        let others = node.get("references").map(Node::items).unwrap_or_default();
        ids.extend(others.iter().filter_map(|r| r.text_of("id")).map(str::to_owned));
        let fact = |key: &str| node.at_path(&["analysis", key]).and_then(Node::text);
        let reason = match (fact("justification"), fact("detail")) {
            (Some(word), Some(detail)) => format!("{word}: {detail}"),
            (Some(word), None) | (None, Some(word)) => word.to_owned(),
            (None, None) => state.to_owned(),
        };
        for affected in node.get("affects").map(Node::items).unwrap_or_default() {
            let Some(reference) = affected.text_of("ref") else { continue };
            // A BOM-Link names the component behind its `#` (ECMA-424, "BOM-Link").
            let local = match reference.strip_prefix("urn:cdx:").and_then(|link| link.split_once('#')) {
                Some((_, element)) => percent_encoding::percent_decode_str(element).decode_utf8_lossy().into_owned(),
                None => reference.to_owned(),
            };
            let purl = match purls.binary_search_by(|(r, _)| (*r).cmp(&local)) {
                Ok(i) => Some(purls[i].1),
                Err(_) => is_purl(&local).then_some(local.as_str()),
            };
            match purl.and_then(|p| of_purl(p, &ids)) {
                Some(scope) => reader.add("CycloneDX VEX", scope, node.at).reason = Some(reason.clone()),
                None => {
                    reader.complain("invalid-ignore", node.at, format!("`{reference}` names no component with a purl"));
                }
            }
        }
    }
}
