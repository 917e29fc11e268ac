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
    assert!(said[0].starts_with("2 dependencies of requirements.txt"), "{said:?}");
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
