//! Software bills of materials: CycloneDX 1.6 and SPDX 2.3, both JSON.
//!
//! The same files give the same bytes: there is no clock and no random number. A serial number and a namespace are
//! made from the content, and a date is printed only if the caller gives one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::lockfile::{ListedFile, ListedPackage};
use crate::names::{normalize, purl};

/// What a bill says of itself.
#[derive(Clone, Debug, Default)]
pub struct SbomOptions {
    /// Name of the thing described, such as the repository's.
    pub name: String,
    /// firedoor's version.
    pub tool_version: String,
    /// RFC 3339 date of making, in UTC and whole seconds; `None` leaves it out (CycloneDX) or prints the epoch (SPDX,
    /// which requires one).
    pub created: Option<String>,
}

/// One package of the bill: what all its places in all files say together.
#[derive(Default)]
struct Component<'p> {
    name: &'p str,
    version: &'p str,
    hashes: BTreeSet<(&'p str, &'p str)>,
    licenses: BTreeSet<&'p str>,
    places: BTreeSet<String>,
    groups: Option<BTreeSet<&'p str>>,
    direct: bool,
    needs: BTreeSet<String>,
}

/// The version that a file says is used. The bound of a range is none.
fn version_of(package: &ListedPackage) -> &str {
    if package.source.as_deref() == Some("range") { "" } else { &package.version }
}

/// The package URL of a component.
fn purl_of(package: &ListedPackage) -> String {
    if version_of(package).is_empty() && !package.version.is_empty() {
        return purl(&package.ecosystem, &package.name, "");
    }
    package.purl.clone()
}

/// Packages by purl, without the project itself. One without a version (a range, or from a repository) is there where no
/// other file tells one.
fn components(files: &[ListedFile]) -> BTreeMap<String, Component<'_>> {
    let mut out: BTreeMap<String, Component<'_>> = BTreeMap::new();
    let name_of = |p: &ListedPackage| (p.ecosystem.clone(), normalize(&p.ecosystem, &p.name).into_owned());
    let all = files.iter().flat_map(|file| &file.packages);
    let pinned: BTreeSet<(String, String)> = all.filter(|p| !version_of(p).is_empty()).map(name_of).collect();
    let wanted = |p: &ListedPackage| {
        !p.name.is_empty()
            && !p.purl.is_empty()
            && (!version_of(p).is_empty() || !pinned.contains(&name_of(p)))
            && !matches!(p.source.as_deref(), Some("path" | "inherited"))
    };
    for file in files {
        // Who needs a package that is left out needs what that one needs: the project itself is the root.
        let mut needed = vec![false; file.packages.len()];
        for package in file.packages.iter().filter(|p| wanted(p)) {
            for to in &package.dependencies {
                if let Some(flag) = needed.get_mut(*to) {
                    *flag = true;
                }
            }
        }
        for (i, package) in file.packages.iter().enumerate().filter(|(_, p)| wanted(p)) {
            let component = out.entry(purl_of(package)).or_default();
            (component.name, component.version) = (&package.name, version_of(package));
            component.hashes.extend(package.hashes.iter().map(|(a, h)| (a.as_str(), h.as_str())));
            component.licenses.extend(package.licenses.iter().map(String::as_str));
            component.places.insert(format!("{}:{}", package.path, package.line));
            component.direct |= package.direct.unwrap_or(!needed[i]);
            let own: BTreeSet<&str> = package.groups.iter().map(String::as_str).collect();
            component.groups = match component.groups.take() {
                // In production somewhere means in production.
                Some(known) if known.is_empty() || own.is_empty() => Some(BTreeSet::new()),
                Some(known) => Some(known.union(&own).copied().collect()),
                None => Some(own),
            };
            let needs = package.dependencies.iter().filter_map(|to| file.packages.get(*to)).filter(|p| wanted(p));
            component.needs.extend(needs.map(purl_of));
        }
    }
    out
}

/// A digest of what is described, for serial numbers.
fn content_id(options: &SbomOptions, components: &BTreeMap<String, Component<'_>>) -> String {
    let mut hasher = Sha256::new();
    hasher.update(options.name.as_bytes());
    for (purl, component) in components {
        hasher.update([0]);
        hasher.update(purl.as_bytes());
        for needs in &component.needs {
            hasher.update([1]);
            hasher.update(needs.as_bytes());
        }
    }
    hasher.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

/// The name of an algorithm in a bill, if the digest has its length.
fn algorithm(name: &str, hex: &str, dash: &str) -> Option<String> {
    let (family, bits) = match name.to_ascii_lowercase().replace('-', "").as_str() {
        "md5" => ("MD5", 128),
        "sha1" => ("SHA", 1),
        "sha256" => ("SHA", 256),
        "sha384" => ("SHA", 384),
        "sha512" => ("SHA", 512),
        _ => return None,
    };
    let length = match bits {
        1 => 40,
        bits => bits / 4,
    };
    let valid = hex.len() == length && hex.bytes().all(|b| b.is_ascii_hexdigit());
    let name = if family == "MD5" { "MD5".to_owned() } else { format!("{family}{dash}{bits}") };
    valid.then_some(name)
}

/// Identifiers of the SPDX licence list that packages commonly state, in lower case. What is not among them is printed as a
/// name: an expression with an identifier that the list lacks would make the document invalid.
const LICENSES: &str = "0bsd afl-2.1 afl-3.0 agpl-3.0 agpl-3.0-only agpl-3.0-or-later apache-1.1 apache-2.0 artistic-1.0 \
    artistic-1.0-perl artistic-2.0 blessing blueoak-1.0.0 bsd-1-clause bsd-2-clause bsd-2-clause-patent bsd-3-clause \
    bsd-3-clause-clear bsd-4-clause bsd-source-code bsl-1.0 busl-1.1 bzip2-1.0.6 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 \
    cc-by-sa-4.0 cc0-1.0 cddl-1.0 cddl-1.1 cdla-permissive-2.0 cecill-2.1 cecill-b cecill-c cpl-1.0 curl ecl-2.0 efl-2.0 \
    epl-1.0 epl-2.0 eupl-1.1 eupl-1.2 ftl gfdl-1.3-only gfdl-1.3-or-later gpl-1.0-only gpl-1.0-or-later gpl-2.0 gpl-2.0+ \
    gpl-2.0-only gpl-2.0-or-later gpl-3.0 gpl-3.0+ gpl-3.0-only gpl-3.0-or-later hpnd icu ijg intel isc jasper-2.0 json \
    lgpl-2.0-only lgpl-2.0-or-later lgpl-2.1 lgpl-2.1+ lgpl-2.1-only lgpl-2.1-or-later lgpl-3.0 lgpl-3.0+ lgpl-3.0-only \
    lgpl-3.0-or-later libpng libpng-2.0 libtiff mit mit-0 mit-cmu mpl-1.0 mpl-1.1 mpl-2.0 ms-pl ms-rl mulanpsl-2.0 ncsa \
    nist-pd ofl-1.1 openssl osl-3.0 php-3.0 php-3.01 postgresql psf-2.0 python-2.0 python-2.0.1 qpl-1.0 ruby sleepycat \
    sspl-1.0 tcl unicode-3.0 unicode-dfs-2016 unlicense upl-1.0 vim w3c wtfpl x11 xfree86-1.1 zlib zpl-2.0 zpl-2.1 \
    classpath-exception-2.0 llvm-exception gcc-exception-3.1 openssl-exception font-exception-2.0 bison-exception-2.2 \
    autoconf-exception-3.0 swift-exception";

/// Whether a text is an SPDX licence expression (SPDX 2.3, annex D) of known identifiers.
fn is_expression(text: &str) -> bool {
    let word = |w: &str| {
        let w = w.trim_matches(['(', ')']);
        let w = w.to_ascii_lowercase();
        let plain = w.strip_suffix('+').unwrap_or(&w);
        LICENSES.split_whitespace().any(|known| known == w || known == plain)
    };
    let words: Vec<&str> = text.split(' ').collect();
    words.len() % 2 == 1
        && words.iter().enumerate().all(|(i, w)| if i % 2 == 0 { word(w) } else { matches!(*w, "AND" | "OR" | "WITH") })
        && text.matches('(').count() == text.matches(')').count()
}

/// A CycloneDX 1.6 bill of the packages of these files.
#[must_use]
pub fn sbom_cyclonedx(files: &[ListedFile], options: &SbomOptions) -> String {
    let components = components(files);
    let id = content_id(options, &components);
    // A version 8 UUID (RFC 9562): the bits are ours, and they are the content's.
    let part = |from: usize, to: usize| id.get(from..to).unwrap_or("0");
    let serial =
        format!("urn:uuid:{}-{}-8{}-8{}-{}", part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32));
    let root = "firedoor:root";
    let mut metadata = json!({
        "tools": {"components": [{"type": "application", "name": "firedoor", "version": options.tool_version}]},
        "component": {"type": "application", "bom-ref": root, "name": options.name},
    });
    if let Some(created) = &options.created {
        metadata["timestamp"] = json!(created);
    }
    let list: Vec<Value> = components.iter().map(|(purl, c)| cyclonedx_component(purl, c)).collect();
    let direct: Vec<&String> = components.iter().filter(|(_, c)| c.direct).map(|(purl, _)| purl).collect();
    let mut dependencies = vec![json!({"ref": root, "dependsOn": direct})];
    dependencies.extend(components.iter().map(|(purl, c)| json!({"ref": purl, "dependsOn": c.needs})));
    print(&json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": serial,
        "version": 1,
        "metadata": metadata,
        "components": list,
        "dependencies": dependencies,
    }))
}

fn cyclonedx_component(purl: &str, component: &Component<'_>) -> Value {
    let mut value = json!({
        "type": "library",
        "bom-ref": purl,
        "name": component.name,
        "purl": purl,
    });
    if !component.version.is_empty() {
        value["version"] = json!(component.version);
    }
    let hashes: Vec<Value> = component
        .hashes
        .iter()
        .filter_map(|(a, hex)| Some(json!({"alg": algorithm(a, hex, "-")?, "content": hex})))
        .collect();
    if !hashes.is_empty() {
        value["hashes"] = json!(hashes);
    }
    // Either one expression or a list of licences may stand here.
    let licenses: Vec<&&str> = component.licenses.iter().collect();
    if let [one] = licenses.as_slice()
        && is_expression(one)
    {
        value["licenses"] = json!([{"expression": one}]);
    } else if !licenses.is_empty() {
        value["licenses"] = json!(licenses.iter().map(|l| json!({"license": {"name": l}})).collect::<Vec<_>>());
    }
    let groups: Vec<&str> = component.groups.iter().flatten().copied().collect();
    value["scope"] = json!(if groups.is_empty() { "required" } else { "optional" });
    let mut properties: Vec<Value> =
        component.places.iter().map(|p| json!({"name": "firedoor:location", "value": p})).collect();
    properties.extend(groups.iter().map(|g| json!({"name": "firedoor:group", "value": g})));
    value["properties"] = json!(properties);
    value
}

/// An SPDX 2.3 bill of the packages of these files.
#[must_use]
pub fn sbom_spdx(files: &[ListedFile], options: &SbomOptions) -> String {
    let components = components(files);
    let id = content_id(options, &components);
    let refs: BTreeMap<&str, String> =
        components.keys().enumerate().map(|(i, purl)| (purl.as_str(), format!("SPDXRef-Package-{}", i + 1))).collect();
    let root = "SPDXRef-Root";
    let mut packages = vec![json!({
        "SPDXID": root,
        "name": options.name,
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": false,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "primaryPackagePurpose": "APPLICATION",
    })];
    let mut relations = vec![json!({
        "spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": root,
    })];
    for (purl, component) in &components {
        let own = &refs[purl.as_str()];
        let declared = match component.licenses.iter().collect::<Vec<_>>().as_slice() {
            [] => "NOASSERTION".to_owned(),
            all if all.iter().all(|l| is_expression(l)) => all
                .iter()
                .map(|l| if l.contains(' ') && all.len() > 1 { format!("({l})") } else { (**l).to_owned() })
                .collect::<Vec<_>>()
                .join(" AND "),
            _ => "NOASSERTION".to_owned(),
        };
        let mut package = json!({
            "SPDXID": own,
            "name": component.name,
            "downloadLocation": "NOASSERTION",
            "filesAnalyzed": false,
            "licenseConcluded": "NOASSERTION",
            "licenseDeclared": declared,
            "copyrightText": "NOASSERTION",
            "sourceInfo": component.places.iter().cloned().collect::<Vec<_>>().join(", "),
            "externalRefs": [{
                "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl,
            }],
        });
        if !component.version.is_empty() {
            package["versionInfo"] = json!(component.version);
        }
        let sums: Vec<Value> = component
            .hashes
            .iter()
            .filter_map(|(a, hex)| Some(json!({"algorithm": algorithm(a, hex, "")?, "checksumValue": hex})))
            .collect();
        if !sums.is_empty() {
            package["checksums"] = json!(sums);
        }
        packages.push(package);
        if component.direct {
            let dev = component.groups.as_ref().is_some_and(|g| !g.is_empty());
            let (from, kind, to) =
                if dev { (own.as_str(), "DEV_DEPENDENCY_OF", root) } else { (root, "DEPENDS_ON", own.as_str()) };
            relations.push(json!({"spdxElementId": from, "relationshipType": kind, "relatedSpdxElement": to}));
        }
        for needs in component.needs.iter().filter_map(|n| refs.get(n.as_str())) {
            relations
                .push(json!({"spdxElementId": own, "relationshipType": "DEPENDS_ON", "relatedSpdxElement": needs}));
        }
    }
    print(&json!({
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": options.name,
        "documentNamespace": format!("https://github.com/firedoor/firedoor/spdx/{id}"),
        "creationInfo": {
            "created": options.created.as_deref().unwrap_or("1970-01-01T00:00:00Z"),
            "creators": [format!("Tool: firedoor-{}", options.tool_version)],
        },
        "packages": packages,
        "relationships": relations,
    }))
}

fn print(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// A JSON string.
pub(crate) fn quote(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, RepoPath, SourceFile};

    use super::*;
    use crate::list_project;

    #[test]
    fn a_graph_with_hashes_and_licences() {
        let lock = r#"{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"1"},"devDependencies":{"d":"1"}},
          "node_modules/a":{"version":"1.0.0","license":"MIT","dependencies":{"@s/b":"*"},"integrity":"sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA="},
          "node_modules/@s/b":{"version":"2.0.0","license":"See file"},"node_modules/d":{"version":"3.0.0","dev":true}}}"#;
        let file = SourceFile::new(RepoPath::new("package-lock.json"), Origin::WorkTree, lock.as_bytes().to_vec());
        let files = list_project([&file]);
        let options = SbomOptions { name: "demo".to_owned(), tool_version: "0".to_owned(), created: None };
        let bom: Value = serde_json::from_str(&sbom_cyclonedx(&files, &options)).unwrap();
        assert_eq!(bom["dependencies"][0]["dependsOn"], json!(["pkg:npm/a@1.0.0", "pkg:npm/d@3.0.0"]));
        let a = &bom["components"][1];
        assert_eq!((&a["licenses"][0]["expression"], &a["hashes"][0]["alg"]), (&json!("MIT"), &json!("SHA-1")));
        assert_eq!(bom["components"][0]["licenses"][0]["license"]["name"], json!("See file"));
        assert_eq!(bom["components"][2]["scope"], json!("optional"));
        let spdx: Value = serde_json::from_str(&sbom_spdx(&files, &options)).unwrap();
        assert_eq!(spdx["packages"].as_array().unwrap().len(), 4);
        assert!(spdx["relationships"].to_string().contains("DEV_DEPENDENCY_OF"));
        assert_eq!(sbom_spdx(&files, &options), sbom_spdx(&files, &options));
    }

    #[test]
    fn only_expressions_of_known_licences_are_expressions() {
        for good in ["MIT", "Apache-2.0 OR MIT", "(MIT AND BSD-3-Clause)", "Apache-2.0 WITH LLVM-exception", "MPL-2.0+"]
        {
            assert!(is_expression(good), "{good}");
        }
        for bad in ["UNLICENSED", "MIT AND NotALicense", "MIT AND", "", "See file"] {
            assert!(!is_expression(bad), "{bad}");
        }
    }

    #[test]
    fn what_is_no_purl_is_not_handed_on_as_one() {
        let bom = r#"{"bomFormat":"CycloneDX","components":[{"name":"a","version":"1","purl":"not a purl"},
          {"name":"Django","version":"2","purl":"PKG:PyPI/Django@2"},{"name":"b","version":"3","purl":"pkg:npm/b c@3"}]}"#;
        let file = SourceFile::new(RepoPath::new("bom.json"), Origin::WorkTree, bom.as_bytes().to_vec());
        let files = list_project([&file]);
        let options = SbomOptions::default();
        let bom: Value = serde_json::from_str(&sbom_cyclonedx(&files, &options)).unwrap();
        let purls: Vec<&str> =
            bom["components"].as_array().unwrap().iter().map(|c| c["purl"].as_str().unwrap()).collect();
        assert_eq!(purls, ["pkg:generic/a@1", "pkg:npm/b%20c@3", "pkg:pypi/Django@2"]);
        assert!(!sbom_spdx(&files, &options).contains("not a purl"));
    }

    #[test]
    fn a_password_in_a_version_is_no_part_of_the_version() {
        let bom = r#"{"bomFormat":"CycloneDX","components":[{"name":"h","version":"1","purl":"pkg:npm/h@bob%3Apw%40h.io%2Fb.git"}]}"#;
        let file = SourceFile::new(RepoPath::new("bom.json"), Origin::WorkTree, bom.as_bytes().to_vec());
        let files = list_project([&file]);
        assert_eq!(files[0].packages[0].version, "h.io/b.git");
        assert!(!sbom_cyclonedx(&files, &SbomOptions::default()).contains("pw"));
    }
}
