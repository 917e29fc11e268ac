//! The engine from lock file to finding, over a small database.

use std::sync::Arc;

use firedoor_core::{Engine, Evidence, Findings, NoticeLevel, Origin, RepoPath, Severity, SourceFile};

use crate::{Database, DatabaseBuilder, ScaEngine, ScaOptions};

fn database(records: &[&str]) -> Arc<Database> {
    let mut builder = DatabaseBuilder::new();
    for record in records {
        builder.add_json(record.as_bytes()).unwrap();
    }
    Arc::new(Database::open(builder.finish(3, true)).unwrap())
}

fn scan(database: Arc<Database>, files: &[(&str, &str)]) -> Findings {
    let engine = ScaEngine::new(database, ScaOptions::default());
    let scan = engine.start();
    let mut out = Findings::default();
    for (path, text) in files {
        scan.file(
            &Arc::new(SourceFile::new(RepoPath::new(*path), Origin::WorkTree, text.as_bytes().to_vec())),
            &mut out,
        );
    }
    scan.finish(&mut out);
    out
}

const LODASH: &str = r#"{"id":"GHSA-a","aliases":["CVE-1"],"summary":"Pollution.","modified":"2026-01-02T00:00:00Z",
 "severity":[{"type":"CVSS_V3","score":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
 "affected":[{"package":{"ecosystem":"npm","name":"lodash"},
  "ranges":[{"type":"GIT","repo":"x","events":[{"introduced":"0"}]},
            {"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"4.17.20"},{"introduced":"5.0.0"},{"fixed":"5.0.1"}]}]}]}"#;
const LODASH_TWO: &str = r#"{"id":"NSWG-1","aliases":["CVE-1"],"modified":"2026-01-03",
 "affected":[{"package":{"ecosystem":"npm","name":"lodash"},"versions":["4.17.15"],
  "ranges":[{"type":"SEMVER","events":[{"introduced":"4.0.0"},{"fixed":"4.17.21"}]}]}]}"#;
const LOCK: &str = "{\n \"lockfileVersion\": 3,\n \"packages\": {\n  \"\": {\"devDependencies\": {\"lodash\": \"*\"}},\n  \"node_modules/lodash\": {\n   \"version\": \"4.17.15\", \"dev\": true\n  }\n }\n}\n";

#[test]
fn aliases_are_one_finding_with_the_version_that_fixes_all() {
    let out = scan(database(&[LODASH, LODASH_TWO]), &[("web/package-lock.json", LOCK)]);
    assert!(out.notices.is_empty(), "{:?}", out.notices);
    let [finding] = out.findings.as_slice() else { panic!("{:?}", out.findings) };
    let said = "lodash 4.17.15 has GHSA-a: Pollution. Upgrade to 4.17.21. All that ask for it allow that version: an update of the lock file suffices.";
    assert_eq!(finding.message, said);
    assert_eq!(finding.severity, Severity::Critical);
    assert_eq!(finding.rule.cvss, Some(9.8));
    assert_eq!(finding.location.region.start_line, 5);
    let Evidence::Dependency { advisories, direct, groups, fixed, .. } = &finding.evidence else { panic!() };
    assert_eq!(advisories, &["CVE-1", "GHSA-a", "NSWG-1"]);
    assert_eq!((*direct, groups.as_slice()), (Some(true), &["dev".to_owned()][..]));
    assert_eq!(fixed[0], "4.17.21");
}

#[test]
fn an_unrated_advisory_is_high_and_an_informational_one_is_not() {
    let go = r#"{"id":"GO-1","modified":"2026","affected":[{"package":{"ecosystem":"Go","name":"example.com/x"},
      "ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}"#;
    let notice = r#"{"id":"RUSTSEC-1","modified":"2026","affected":[{"package":{"ecosystem":"crates.io","name":"old"},
      "ranges":[{"type":"SEMVER","events":[{"introduced":"0.0.0-0"}]}],"database_specific":{"informational":"unmaintained"}}]}"#;
    let db = database(&[go, notice]);
    let out = scan(Arc::clone(&db), &[("go.mod", "module a\nrequire example.com/x v1.0.0\n")]);
    assert_eq!(out.findings[0].severity, Severity::High);
    assert_eq!(out.findings[0].message, "example.com/x 1.0.0 has GO-1. No fixed version is known.");
    let out = scan(
        db,
        &[(
            "Cargo.lock",
            "[[package]]\nname = \"old\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n",
        )],
    );
    assert_eq!(out.findings[0].severity, Severity::Info);
    assert_eq!(out.findings[0].location.region.start_line, 2);
}

#[test]
fn what_was_not_checked_is_said() {
    let db = database(&[LODASH]);
    let out = scan(Arc::clone(&db), &[("go.mod", "module a\nrequire example.com/x v1.0.0\n")]);
    assert_eq!((out.notices[0].code, out.notices[0].level), ("ecosystem-not-covered", NoticeLevel::Error));
    let out = scan(db, &[("package-lock.json", &LOCK[..LOCK.len() - 8])]);
    assert_eq!((out.notices[0].code, out.notices[0].line), ("broken-lockfile", Some(7)));
    assert_eq!(out.findings.len(), 1, "what stands before the break is judged");
}

#[test]
fn a_version_that_cannot_be_compared_is_said() {
    let out = scan(database(&[LODASH]), &[("package-lock.json", &LOCK.replace("4.17.15", "latest"))]);
    assert_eq!((out.notices[0].code, out.notices[0].level), ("version-not-comparable", NoticeLevel::Error));
    assert!(out.findings.is_empty());
}

#[test]
fn where_everything_is_affected_the_version_does_not_matter() {
    let record = r#"{"id":"MAL-2026-1","modified":"2026","affected":[{"package":{"ecosystem":"npm","name":"lodash"},
      "ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}"#;
    let out = scan(database(&[record]), &[("package-lock.json", &LOCK.replace("4.17.15", "latest"))]);
    assert_eq!(out.findings[0].severity, Severity::Critical);
    assert!(out.findings[0].message.starts_with("lodash latest is malicious (MAL-2026-1). Remove it"));
}

#[test]
fn the_way_to_a_transitive_package_is_said() {
    let lock = r#"{"packages":{"":{"dependencies":{"a":"1"}},"node_modules/a":{"version":"1.0.0","dependencies":{"lodash":"*"}},
      "node_modules/lodash":{"version":"4.17.15"}}}"#;
    let out = scan(database(&[LODASH]), &[("package-lock.json", lock)]);
    let finding = &out.findings[0];
    let said = "Upgrade to 4.17.20. It comes with a 1.0.0. All that ask for it allow that version: an update of the lock file suffices.";
    assert!(finding.message.ends_with(said), "{}", finding.message);
    assert_eq!(finding.properties["path"], "a 1.0.0 → lodash 4.17.15");
    let upgrades = firedoor_core::upgrades(&out.findings);
    assert_eq!((upgrades[0].to.as_str(), upgrades[0].command.as_deref()), ("4.17.20", Some("npm update lodash")));
}

#[test]
fn a_plain_requirement_can_be_edited() {
    let record = LODASH.replace("npm", "PyPI");
    let out = scan(database(&[&record]), &[("requirements.txt", "x\nLodash ==4.17.15 # pinned\n")]);
    let edit = &out.findings[0].fixes[0].edits[0];
    assert_eq!((edit.span.start, edit.span.end, edit.replacement.as_str()), (11, 18, "4.17.20"));
}

#[test]
fn a_zip_may_not_lie_about_sizes() {
    let mut builder = DatabaseBuilder::new();
    assert!(builder.add_zip("x.zip", b"PK\x03\x04 no archive", None).is_err());
    assert!(builder.add_json(b"{\"id\": \"X\", \"affected\": 3, \"severity\": [{}], \"new\": [[]]}").is_ok());
    assert!(builder.add_json(b"[]").is_err());
}

#[test]
fn a_damaged_database_never_reads_as_clean() {
    let mut builder = DatabaseBuilder::new();
    builder.add_json(LODASH.as_bytes()).unwrap();
    let mut files = builder.finish(3, false);
    for (name, bytes) in &mut files {
        if name == "npm.idx" {
            bytes.truncate(bytes.len() / 2);
        }
    }
    assert!(Database::open(files.clone()).is_err());
    let manifest = files[0].1.clone();
    let database = Database::lazy("x", &manifest, Box::new(|_| None)).unwrap();
    let out = scan(Arc::new(database), &[("package-lock.json", LOCK)]);
    assert_eq!((out.notices[0].code, out.notices[0].level), ("damaged-database", NoticeLevel::Error));
}

#[test]
fn a_flipped_bit_or_a_missing_text_makes_the_run_incomplete() {
    let mut builder = DatabaseBuilder::new();
    builder.add_json(LODASH.as_bytes()).unwrap();
    let files = builder.finish(3, false);
    let notice = |files: Vec<(String, Vec<u8>)>| {
        let manifest = files[0].1.clone();
        let loader = move |name: &str| files.iter().find(|(n, _)| n == name).map(|(_, b)| b.clone().into());
        let database = Database::lazy("x", &manifest, Box::new(loader)).unwrap();
        let out = scan(Arc::new(database), &[("package-lock.json", LOCK)]);
        out.notices.first().map(|n| (n.code, n.level))
    };
    assert_eq!(notice(files.clone()), None);
    let damaged = Some(("damaged-database", NoticeLevel::Error));
    for (name, bytes) in files.iter().skip(1) {
        let without: Vec<_> = files.iter().filter(|(n, _)| n != name).cloned().collect();
        assert!(Database::open(without.clone()).is_err());
        assert_eq!(notice(without), damaged, "{name} is missing");
        for bit in 0..bytes.len() * 8 {
            let mut flipped = files.clone();
            flipped.iter_mut().filter(|(n, _)| n == name).for_each(|(_, b)| b[bit / 8] ^= 1 << (bit % 8));
            assert_eq!(notice(flipped), damaged, "bit {bit} of {name}");
        }
    }
}

#[test]
fn days_to_come_do_not_make_a_database_new() {
    let mut builder = DatabaseBuilder::new();
    builder.today("2026-11-22");
    builder.add_json(LODASH.as_bytes()).unwrap();
    builder.add_json(LODASH_TWO.replace("2026-01-03", "2099-11-01").as_bytes()).unwrap();
    assert_eq!(Database::open(builder.finish(1, false)).unwrap().as_of("2026-11-22"), "2026-01-02");
    // One that was made without knowing the day.
    let database = database(&[&LODASH_TWO.replace("2026-01-03", "2099-11-01")]);
    assert_eq!((database.as_of("2026-11-22"), database.as_of("2099-11-02")), ("", "2099-11-01"));
}

#[test]
fn only_web_pages_are_linked() {
    let link = |url: &str| crate::db::build::is_link(url);
    assert!(link("https://a.example/b?c#d") && link("HTTP://a.example"));
    for other in [
        "javascript:alert(1)",
        "javascript://x/%0aalert(1)",
        "data:text/html,x",
        "file:///x",
        "https://a b",
        "https://a\n",
        "",
    ] {
        assert!(!link(other), "{other}");
    }
    let links =
        r#""references":[{"type":"WEB","url":"javascript:alert(1)"},{"type":"WEB","url":"https://a.example/"}],"#;
    let database = database(&[&LODASH.replacen('{', &format!("{{{links}"), 1)]);
    assert_eq!(database.advisory("npm", 0).unwrap().references, ["https://a.example/"]);
}

#[test]
fn the_embedded_snapshot_opens_and_answers() {
    let database = Database::embedded();
    assert!(database.info().advisories > 20_000, "{:?}", database.info());
    assert!(database.matches("npm", "jquery", "3.3.1").ids().any(|id| id == "GHSA-6c3j-c64m-qhgq"));
    let hit = database.matches("crates.io", "time", "0.1.40").matches[0].clone();
    assert!(!database.advisory("crates.io", hit.advisory).unwrap().summary.is_empty());
}

/// An archive of these entries, deflated.
fn archive(entries: &[(&str, Vec<u8>)]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_ends_early() {
    let one = archive(&[("A.json", vec![b' '; 20 << 20])]);
    assert!(one.len() < 100_000);
    let error = DatabaseBuilder::new().add_zip("bomb.zip", &one, Some("npm")).unwrap_err();
    assert!(error.contains("unpacks to more"), "{error}");
    // Many entries, each of them small enough.
    let entries: Vec<(String, Vec<u8>)> = (0..12).map(|i| (format!("{i}.json"), vec![b' '; 8 << 20])).collect();
    let entries: Vec<(&str, Vec<u8>)> = entries.iter().map(|(n, b)| (n.as_str(), b.clone())).collect();
    assert!(DatabaseBuilder::new().add_zip("bomb.zip", &archive(&entries), Some("npm")).is_err());
    // A good archive beside unreadable entries gives what could be read, and says what not.
    let mixed = archive(&[
        ("A.json", LODASH.as_bytes().to_vec()),
        ("B.json", b"{\"id\":\"B\",".to_vec()),
        ("README", b"x".to_vec()),
    ]);
    let mut builder = DatabaseBuilder::new();
    let notes = builder.add_zip("npm/all.zip", &mixed, Some("npm")).unwrap();
    assert_eq!((builder.advisories(), notes.len()), (1, 1));
    assert!(notes[0].contains("B.json"), "{notes:?}");
}

#[test]
fn a_packed_index_may_not_lie_about_its_size() {
    let mut builder = DatabaseBuilder::new();
    builder.add_json(LODASH.as_bytes()).unwrap();
    let mut files = builder.finish(3, true);
    for (name, bytes) in &mut files {
        if name == "npm.idx" {
            *bytes = zstd::bulk::compress(&vec![0; 64 << 20], 3).unwrap();
        }
    }
    assert!(Database::open(files).is_err());
}

#[test]
fn cycles_duplicates_and_a_long_chain_in_a_lock_file_are_judged() {
    // Everybody needs everybody, the victim twice.
    let mut packages = String::new();
    for i in 0..300 {
        let needs: String = (0..300).map(|j| format!("\"p{j}\":\"*\",")).collect();
        packages.push_str(&format!(
            "\"node_modules/p{i}\":{{\"version\":\"1.0.0\",\"dependencies\":{{{needs}\"lodash\":\"*\"}}}},\n"
        ));
    }
    let lock = format!(
        "{{\"packages\":{{\"\":{{\"dependencies\":{{\"p0\":\"1\"}}}},{packages}\"node_modules/lodash\":{{\"version\":\"9.0.0\",\"version\":\"4.17.15\"}},\"node_modules/lodash\":{{\"version\":\"4.17.15\"}}}}}}"
    );
    let out = scan(database(&[LODASH]), &[("package-lock.json", &lock)]);
    assert_eq!(out.findings.len(), 1, "{:?}", out.findings);
    assert_eq!(out.findings[0].properties["path"], "p0 1.0.0 → lodash 4.17.15");
    let mut lock =
        String::from("version = 4\n[[package]]\nname = \"m\"\nversion = \"1.0.0\"\ndependencies = [\"p0\"]\n");
    for i in 0..20_000 {
        lock.push_str(&format!(
            "[[package]]\nname = \"p{i}\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\ndependencies = [\"p{}\"]\n",
            (i + 1) % 20_000
        ));
    }
    let record = LODASH.replace("npm", "crates.io").replace("lodash", "p19999").replace("4.17.20", "1.0.1");
    let out = scan(database(&[&record]), &[("Cargo.lock", &lock)]);
    assert_eq!(out.findings.len(), 1);
    assert!(out.findings[0].properties["path"].ends_with('…'));
}

#[test]
fn what_has_no_known_version_is_said_and_exact_pins_without_a_lock_file_count() {
    let manifest = "{\"dependencies\": {\"lodash\": \"4.17.15\", \"b\": \"^1.0.0\", \"c\": \"file:../c\"}}";
    let of = |files: &[(&str, &str)]| {
        let out = scan(database(&[LODASH]), files);
        let said: Vec<String> = out
            .notices
            .iter()
            .filter(|n| n.code == "version-unknown")
            .map(|n| {
                assert_eq!(n.level, NoticeLevel::Warning);
                n.message.clone()
            })
            .collect();
        (out.findings.len(), said)
    };
    let (findings, said) = of(&[("a/package.json", manifest)]);
    assert_eq!((findings, said.len()), (1, 1));
    assert!(said[0].starts_with("1 dependency of package.json"), "{said:?}");
    // A lock file beside or above decides.
    assert_eq!(of(&[("a/package.json", manifest), ("package-lock.json", "{\"lockfileVersion\":1}")]), (0, vec![]));
    let (_, said) = of(&[("requirements.txt", "flask\ndjango>=2.0\nx==1\ngit @ git+https://x.example/r\n")]);
    assert_eq!(
        said,
        [
            "3 dependencies of requirements.txt were not judged (2 not pinned with `==`, 1 from a repository, without a version): \
          requirements.txt. The first is `flask`."
        ]
    );
    let pom = |version: &str| {
        format!(
            "<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>{version}</dependency></dependencies></project>"
        )
    };
    let (_, said) = of(&[("pom.xml", &pom("")), ("x/pom.xml", &pom("")), ("y/pom.xml", &pom("<version>1</version>"))]);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("pom.xml, x/pom.xml."), "{said:?}");
    let (_, said) =
        of(&[("Cargo.toml", "[dependencies]\na = \"=1.0.0\"\nb = \"1\"\nc = { path = \"c\", version = \"1\" }\n")]);
    assert!(said[0].starts_with("1 dependency of Cargo.toml"), "{said:?}");
}

/// The line and the message of each notice of what was not judged.
fn unjudged(files: &[(&str, &str)]) -> Vec<String> {
    let out = scan(database(&[LODASH]), files);
    let said = out.notices.iter().filter(|n| n.code == "version-unknown");
    said.map(|n| {
        assert_eq!(n.level, NoticeLevel::Warning);
        format!("{}:{} {}", n.path.as_ref().expect("a path"), n.line.expect("a line"), n.message)
    })
    .collect()
}

#[test]
fn what_cannot_be_judged_is_said_once_a_file_with_its_first_line() {
    let text = "x==1\nhttps://x.example/archive/main.zip\n-e git+https://u:p@x.example/y.git\nhttps://x.example/z-1.0.tar.gz\na @ https://x.example/a.zip\n";
    assert_eq!(
        unjudged(&[("requirements.txt", text)]),
        [
            "requirements.txt:2 3 dependencies of requirements.txt were not judged (1 from a repository, without a version, 2 at an \
          address that tells no version): requirements.txt. The first is `https://x.example/archive/main.zip`."
        ]
    );
    let pipfile = "{\"_meta\": {},\n\"default\": {\n\"a\": {\"version\": \"*\"},\n\"b\": {\"version\": \"==1\"}}}";
    assert_eq!(
        unjudged(&[("Pipfile.lock", pipfile)]),
        [
            "Pipfile.lock:3 1 dependency of Pipfile.lock was not judged (without a version): Pipfile.lock. The first is `a`."
        ]
    );
    // Two files, two notices.
    assert_eq!(unjudged(&[("a/Pipfile.lock", pipfile), ("b/Pipfile.lock", pipfile)]).len(), 2);
    let many: Vec<(String, &str)> = (0..40).map(|i| (format!("{i}/Pipfile.lock"), pipfile)).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let said = unjudged(&many);
    assert_eq!(said.len(), 11);
    assert!(said[10].contains("30 dependencies") && said[10].contains("and 25 more files"), "{}", said[10]);
}

#[test]
fn floating_versions_of_projects_are_said_where_no_lock_file_decides() {
    let project = "<Project><ItemGroup>\n<PackageReference Include=\"A\" Version=\"1.0.0\" />\n<PackageReference Include=\"B\" Version=\"1.2.*\" />\n<PackageReference Include=\"C\" Version=\"[1.0,2.0)\" />\n<PackageReference Include=\"D\" Version=\"$(V)\" />\n<PackageReference Include=\"E\" />\n</ItemGroup></Project>";
    let said = unjudged(&[("p/a.csproj", project)]);
    assert_eq!(
        said,
        [
            "p/a.csproj:3 4 dependencies of MSBuild project were not judged (3 not pinned, with no lock file beside or above, 1 \
          whose version no file at hand says): p/a.csproj. The first is `B`."
        ]
    );
    let central = "<Project><ItemGroup><PackageVersion Include=\"E\" Version=\"1.0.0\" /></ItemGroup></Project>";
    assert!(unjudged(&[("p/a.csproj", project), ("Directory.Packages.props", central)])[0].contains(" 3 dependencies"));
    let lock = "{\"version\": 1, \"dependencies\": {}}";
    assert!(unjudged(&[("p/a.csproj", project), ("p/packages.lock.json", lock)]).is_empty());
}

#[test]
fn components_that_nothing_names_are_said() {
    let bom = r#"{"bomFormat":"CycloneDX","components":[
      {"name":"lodash","version":"4.17.15","purl":"PKG:NPM/lodash@4.17.15"},
      {"name":"a","version":"1"},{"name":"b","version":"1","purl":"not a purl"},{"name":"c","purl":"pkg:npm/c"},
      {"name":"d","version":"1","purl":"pkg:docker/d@1"},{"name":"e"},{"type":"file","name":"f"}]}"#;
    let out = scan(database(&[LODASH]), &[("bom.json", bom)]);
    assert_eq!(out.findings.len(), 1, "the scheme has no case");
    assert_eq!(
        unjudged(&[("bom.json", bom)]),
        [
            "bom.json:3 5 dependencies of CycloneDX were not judged (1 without a version, 3 without a package URL that can be \
          read, 1 of a kind that no advisory database knows): bom.json. The first is `a`."
        ]
    );
    let spdx = r#"{"spdxVersion":"SPDX-2.3","packages":[{"name":"app","SPDXID":"SPDXRef-app","versionInfo":"1"},
      {"name":"lodash","SPDXID":"SPDXRef-1","externalRefs":[{"referenceType":"cpe23Type","referenceLocator":"x"},
       {"referenceType":"http://spdx.org/rdf/references/purl","referenceLocator":"pkg:npm/lodash@4.17.15"}]},
      {"name":"a","SPDXID":"SPDXRef-2","versionInfo":"1.0"},{"name":"b","SPDXID":"SPDXRef-3","versionInfo":"NOASSERTION"}],
      "relationships":[{"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES","relatedSpdxElement":"SPDXRef-app"}]}"#;
    let out = scan(database(&[LODASH]), &[("a.spdx.json", spdx)]);
    assert_eq!(out.findings.len(), 1, "a type of reference may be an address");
    let said = unjudged(&[("a.spdx.json", spdx)]);
    assert!(said[0].starts_with("a.spdx.json:4 2 dependencies of SPDX"), "{said:?}");
    let alone = "SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-a\n\nPackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1.0\n";
    assert_eq!(unjudged(&[("a.spdx", alone)]).len(), 1, "one that describes all of its packages is not about them");
    let with_parts = format!(
        "{alone}\nPackageName: b\nSPDXID: SPDXRef-b\nPackageVersion: 1.0\nExternalRef: PACKAGE-MANAGER http://spdx.org/rdf/references/purl pkg:npm/b@1.0\n"
    );
    assert!(unjudged(&[("a.spdx", &with_parts)]).is_empty());
}

#[test]
fn packages_at_addresses_are_judged_by_the_names_of_their_archives() {
    let lock = r#"{"lockfileVersion":1,"dependencies":{"lodash":{"version":"https://registry.npmjs.org/lodash/-/lodash-4.17.15.tgz"}}}"#;
    assert_eq!(scan(database(&[LODASH]), &[("package-lock.json", lock)]).findings.len(), 1);
    let python = LODASH.replace("npm", "PyPI");
    for text in [
        "https://x.example/lodash-4.17.15-py3-none-any.whl\n",
        "lodash[x] @ https://x.example/lodash-4.17.15.tar.gz ; python_version > '3'\n",
        "./wheels/lodash-4.17.15-py3-none-any.whl\n",
    ] {
        let out = scan(database(&[&python]), &[("requirements.txt", text)]);
        assert_eq!((out.findings.len(), out.notices.len()), (1, 0), "{text}: {:?}", out.notices);
    }
    let manifest = r#"{"dependencies":{"x":"https://registry.npmjs.org/lodash/-/lodash-4.17.15.tgz"}}"#;
    assert_eq!(scan(database(&[LODASH]), &[("package.json", manifest)]).findings.len(), 1);
    let alias = r#"{"dependencies":{"x":"npm:lodash@4.17.15"}}"#;
    assert_eq!(scan(database(&[LODASH]), &[("package.json", alias)]).findings.len(), 1);
}

#[test]
fn an_included_file_of_any_name_is_asked_for() {
    let engine = ScaEngine::new(database(&[&LODASH.replace("npm", "PyPI")]), ScaOptions::default());
    let scan = engine.start();
    let mut out = Findings::default();
    let file = |path: &str, text: &str| {
        Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec()))
    };
    scan.file(&file("requirements.txt", "-r deps/pins\n"), &mut out);
    let asked: Vec<RepoPath> = scan.wanted().into_iter().collect();
    assert_eq!(asked, [RepoPath::new("deps/pins")]);
    scan.file(&file("deps/pins", "-c more.cfg\nlodash==4.17.15\n"), &mut out);
    let asked: Vec<RepoPath> = scan.wanted().into_iter().collect();
    assert_eq!(asked, [RepoPath::new("deps/more.cfg")]);
    assert!(scan.wanted().is_empty(), "it is asked for once");
    scan.finish(&mut out);
    assert_eq!(out.findings.len(), 1);
    assert_eq!(out.notices.iter().map(|n| (n.code, n.line)).collect::<Vec<_>>(), [("include-not-read", Some(1))]);
    assert_eq!(engine.ecosystems(), ["PyPI"]);
}

#[test]
fn each_ecosystem_has_the_age_of_its_own_records() {
    let mut builder = DatabaseBuilder::new();
    builder.today("2026-11-22");
    builder.add_json(LODASH.as_bytes()).unwrap();
    builder
        .add_json(LODASH.replace("npm", "PyPI").replace("GHSA-a", "B").replace("2026-01-02", "2019-01-20").as_bytes())
        .unwrap();
    let gone = LODASH
        .replace("npm", "PyPI")
        .replace("2026-01-02", "2019-02-20")
        .replace("\"aliases\"", "\"withdrawn\":\"2019-02-20\",\"aliases\"");
    builder.add_json(gone.as_bytes()).unwrap();
    builder
        .add_json(LODASH.replace("npm", "Go").replace("GHSA-a", "C").replace("2026-01-02", "2099-01-01").as_bytes())
        .unwrap();
    builder.cover("Hex");
    builder.complete_until("Hex", "2026-11-01");
    let database = Database::open(builder.finish(1, false)).unwrap();
    let of = |ecosystem: &str| database.as_of_ecosystem(ecosystem, "2026-11-22").to_owned();
    assert_eq!(["npm", "PyPI", "Go", "Hex", "Maven"].map(of), ["2026-01-02", "2019-02-20", "", "2026-11-01", ""]);
}
