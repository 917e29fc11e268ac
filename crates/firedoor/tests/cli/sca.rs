//! The dependency commands as a user runs them, over a database of made-up advisories.

use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Run, Tree, firedoor, lines, notices, root};

fn advisories() -> String {
    root().join("testdata/sca/advisories").display().to_string()
}

fn testdata(name: &str) -> PathBuf {
    root().join("testdata/sca").join(name)
}

/// Runs `firedoor COMMAND --db ADVISORIES REST`.
fn with_db(tree: &Tree, command: &str, rest: &[&str]) -> Run {
    let database = advisories();
    let mut arguments = vec![command, "--db", &database];
    arguments.extend(rest);
    firedoor(tree.path(), &arguments)
}

const LOCK: &str = r#"{
  "lockfileVersion": 3,
  "packages": {
    "": { "dependencies": { "made-up-direct": "^1.0.0", "made-up-parent": "^1.0.0" } },
    "node_modules/made-up-direct": { "version": "1.0.0" },
    "node_modules/made-up-parent": { "version": "1.0.0", "license": "MIT", "dependencies": { "made-up-deep": "*" } },
    "node_modules/made-up-deep": { "version": "2.0.0", "dev": true }
  }
}
"#;
const MANIFEST: &str =
    "{\n  \"dependencies\": {\n    \"made-up-direct\": \"^1.0.0\",\n    \"made-up-parent\": \"^1.0.0\"\n  }\n}\n";

fn npm() -> Tree {
    Tree::new(&[("package-lock.json", LOCK), ("package.json", MANIFEST)])
}

#[test]
fn the_smallest_upgrade_that_closes_most_is_advised_in_every_report() {
    let tree = npm();
    let report = with_db(&tree, "sca", &["--format", "json"]).json();
    assert_eq!(lines(&report).len(), 3, "{report:#}");
    let upgrades = &report["upgrades"];
    assert_eq!(upgrades.as_array().map(Vec::len), Some(2));
    assert_eq!(upgrades[0]["closes"], serde_json::json!(["TEST-NPM-1", "TEST-NPM-2"]));
    assert_eq!((&upgrades[0]["name"], &upgrades[0]["to"]), (&"made-up-direct".into(), &"1.4.0".into()));
    assert_eq!(upgrades[0]["command"], "npm install made-up-direct@1.4.0");
    assert_eq!(upgrades[1]["comes_with"], "made-up-parent 1.0.0");
    let text = with_db(&tree, "sca", &[]).stdout;
    assert!(text.contains("2 × made-up-direct 1.0.0 → 1.4.0 in package-lock.json: TEST-NPM-1, TEST-NPM-2"), "{text}");
    let markdown = with_db(&tree, "sca", &["--format", "markdown"]).stdout;
    assert!(markdown.contains("| 2 | made-up-direct | 1.0.0 | 1.4.0 |"), "{markdown}");
}

#[test]
fn fix_edits_what_it_may_and_names_the_rest() {
    let tree = npm();
    let read = |name: &str| std::fs::read_to_string(tree.path().join(name)).expect("there");
    let dry = with_db(&tree, "fix", &["--dry-run"]);
    assert_eq!(dry.code, 0, "{}", dry.stderr);
    assert_eq!(
        dry.stdout,
        "--- a/package.json\n+++ b/package.json\n@@ -1,6 +1,6 @@\n {\n   \"dependencies\": {\n\
         -    \"made-up-direct\": \"^1.0.0\",\n+    \"made-up-direct\": \"^1.4.0\",\n\
         \u{20}    \"made-up-parent\": \"^1.0.0\"\n   }\n }\n"
    );
    assert!(dry.stderr.contains("made-up-deep 2.0.0 → 2.0.1, with made-up-parent 1.0.0"), "{}", dry.stderr);
    assert!(dry.stderr.contains("npm update made-up-deep"), "{}", dry.stderr);
    assert_eq!(read("package.json"), MANIFEST, "a dry run writes nothing");
    let run = with_db(&tree, "fix", &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("Then run:\n  npm install\n"), "{}", run.stdout);
    assert_eq!(read("package.json"), MANIFEST.replace("direct\": \"^1.0.0", "direct\": \"^1.4.0"));
    assert_eq!(read("package-lock.json"), LOCK, "the lock file is the package manager's");
    // The requirement does not admit the locked version any more, so there is nothing left to edit.
    let again = with_db(&tree, "fix", &[]);
    assert!(again.stdout.contains("No upgrade can be made"), "{}", again.stdout);
    let one = with_db(&npm(), "fix", &["--dry-run", "--package", "made-up-deep"]);
    assert_eq!(one.stdout, "");
}

#[test]
fn fix_edits_pins_in_place_and_the_scan_is_clean_afterwards() {
    let tree = Tree::new(&[("svc/go.mod", "module m\n\ngo 1.25\n\nrequire example.org/used v1.0.0 // why\n")]);
    assert_eq!(with_db(&tree, "sca", &[]).code, 1);
    let run = with_db(&tree, "fix", &[]);
    assert!(run.stdout.contains("(cd svc && go mod tidy)"), "{}", run.stdout);
    let text = std::fs::read_to_string(tree.path().join("svc/go.mod")).expect("there");
    assert!(text.contains("require example.org/used v1.9.0 // why\n"), "{text}");
    assert_eq!(with_db(&tree, "sca", &[]).code, 0);
}

/// Forms and reasons of all suppressions in a JSON report, by rule.
fn suppressions(report: &Value) -> Vec<String> {
    let mut out = Vec::new();
    for finding in report["findings"].as_array().expect("findings") {
        for s in finding["suppressions"].as_array().into_iter().flatten() {
            let word = |v: &Value| v.as_str().unwrap_or("-").to_owned();
            out.push(format!("{} {} {}", word(&finding["rule"]), word(&s["form"]), word(&s["reason"])));
        }
    }
    out.sort();
    out
}

#[test]
fn what_other_tools_ignore_is_ignored_here_with_its_reason() {
    let tree = npm();
    tree.write(
        "osv-scanner.toml",
        b"[[IgnoredVulns]]\nid = \"CVE-2026-0001\"\nignoreUntil = 2027-01-01T00:00:00Z\nreason = \"by alias\"\n",
    );
    tree.write(".trivyignore", b"TEST-NPM-2 # in trivy\n");
    tree.write(
        ".trivyignore.yaml",
        b"vulnerabilities:\n  - id: TEST-NPM-3\n    purls: [\"pkg:npm/made-up-deep@2.0.0\"]\n    statement: by purl\n",
    );
    let run = with_db(&tree, "sca", &["--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert_eq!(
        suppressions(&run.json()),
        [
            "TEST-NPM-1 osv-scanner.toml by alias",
            "TEST-NPM-2 .trivyignore in trivy",
            "TEST-NPM-3 .trivyignore.yaml by purl"
        ]
    );
    let sarif = with_db(&tree, "sca", &["--format", "sarif"]).json();
    let texts: Vec<&str> = sarif["runs"][0]["results"]
        .as_array()
        .expect("results")
        .iter()
        .filter_map(|r| r["suppressions"][0]["justification"].as_str())
        .collect();
    assert_eq!(texts.len(), 3, "{sarif:#}");
    assert!(texts.contains(&"by purl"));
    let text = with_db(&tree, "sca", &[]).stdout;
    assert!(text.contains("1 × .trivyignore.yaml, nobody named: by purl"), "{text}");
}

#[test]
fn an_ignore_list_is_no_wider_than_it_says() {
    let tree = npm();
    // Another package, another folder, another version, no date: nothing of it excuses anything.
    tree.write(
        ".trivyignore.yaml",
        b"vulnerabilities:\n  - id: TEST-NPM-3\n    purls: [\"pkg:npm/made-up-deep@2.0.9\"]\n",
    );
    tree.write("sub/osv-scanner.toml", b"[[IgnoredVulns]]\nid = \"TEST-NPM-1\"\n");
    tree.write("osv-scanner.toml", b"[[IgnoredVulns]]\nid = \"TEST-NPM-2\"\nignoreUntil = \"soon\"\n");
    tree.write("deny.toml", b"[advisories]\nignore = [\"TEST-NPM-1\", \"TEST-NPM-2\", \"TEST-NPM-3\"]\n");
    let run = with_db(&tree, "sca", &["--format", "json"]);
    assert_eq!(run.code, 1);
    assert!(suppressions(&run.json()).is_empty());
    assert!(
        notices(&run.json()).contains(&"invalid-ignore osv-scanner.toml:1".to_owned()),
        "{:?}",
        notices(&run.json())
    );
}

#[test]
fn unused_and_expired_entries_are_said() {
    let tree = Tree::new(&[(
        "Cargo.lock",
        "[[package]]\nname = \"made-up-used\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n",
    )]);
    tree.write("deny.toml", b"[advisories]\nignore = [\n \"TEST-RS-9\",\n { crate = \"made-up-used@1.0.0\" },\n]\n");
    tree.write(
        "osv-scanner.toml",
        b"[[IgnoredVulns]]\nid = \"TEST-RS-1\"\nignoreUntil = 2026-01-01\nreason = \"was\"\n",
    );
    let run = with_db(&tree, "sca", &["--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    let said = notices(&run.json());
    assert!(said.contains(&"unused-suppression deny.toml:3".to_owned()), "{said:?}");
    assert!(!said.contains(&"unused-suppression deny.toml:4".to_owned()), "yanked crates were not asked for: {said:?}");
    assert!(said.contains(&"expired-suppression osv-scanner.toml:1".to_owned()), "{said:?}");
    tree.write(".cargo/audit.toml", b"[advisories]\nignore = [\"TEST-RS-1\"]\n");
    let run = with_db(&tree, "sca", &["--format", "json"]);
    assert_eq!((run.code, suppressions(&run.json())), (0, vec!["TEST-RS-1 audit.toml -".to_owned()]));
}

#[test]
fn documents_of_exploitability_count_where_they_are_named() {
    let tree = npm();
    let statement = |id: &str, purl: &str| {
        format!(
            r#"{{"vulnerability":{{"name":"{id}"}},"products":[{{"@id":"pkg:generic/app","subcomponents":[{{"@id":"{purl}"}}]}}],"status":"not_affected","justification":"vulnerable_code_not_in_execute_path"}}"#
        )
    };
    let openvex = format!(
        r#"{{"@context":"https://openvex.dev/ns/v0.2.0","author":"Ann","statements":[{},{}]}}"#,
        statement("TEST-NPM-1", "pkg:npm/made-up-direct"),
        statement("TEST-NPM-2", "pkg:npm/made-up-direct@1.0.0")
    );
    tree.write("docs/app.openvex.json", openvex.as_bytes());
    tree.write(
        "vex.cdx.json",
        br#"{"bomFormat":"CycloneDX","vulnerabilities":[{"id":"TEST-NPM-3","analysis":{"state":"not_affected","justification":"code_not_reachable"},"affects":[{"ref":"pkg:npm/made-up-deep@2.0.0"}]}]}"#,
    );
    assert_eq!(with_db(&tree, "sca", &[]).code, 1, "a document that lies about excuses nothing");
    let both = ["--format", "json", "--vex", "docs/app.openvex.json", "--vex", "vex.cdx.json"];
    let run = with_db(&tree, "sca", &both);
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert_eq!(
        suppressions(&run.json()),
        [
            "TEST-NPM-1 OpenVEX vulnerable_code_not_in_execute_path",
            "TEST-NPM-2 OpenVEX vulnerable_code_not_in_execute_path",
            "TEST-NPM-3 CycloneDX VEX code_not_reachable"
        ]
    );
    tree.write("conf/firedoor.toml", b"[sca]\nvex = [\"../vex.cdx.json\"]\n");
    let run = with_db(&tree, "sca", &["--config", "conf/firedoor.toml", "--format", "json"]);
    assert_eq!(suppressions(&run.json()).len(), 1, "{}{}", run.stdout, run.stderr);
    assert_eq!(with_db(&tree, "sca", &["--vex", "nowhere.json"]).code, 2);
    assert_eq!(with_db(&tree, "sca", &["--vex", "package.json"]).code, 2);
}

#[test]
fn a_change_cannot_bring_its_own_ignore_list() {
    let repository = firedoor_testkit::git::GitRepo::new();
    repository
        .commit("one", &[("Cargo.lock", "version = 4\n"), ("deny.toml", "[advisories]\nignore = [\"TEST-RS-2\"]\n")]);
    repository.git(&["checkout", "-qb", "feature"]);
    let package = |name: &str| {
        format!(
            "[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n"
        )
    };
    repository.commit(
        "two",
        &[
            ("Cargo.lock", format!("version = 4\n{}{}", package("made-up-used"), package("made-up-renamed")).as_str()),
            ("deny.toml", "[advisories]\nignore = [\"TEST-RS-1\", \"TEST-RS-2\"]\n"),
            ("app.openvex.json", r#"{"statements":[{"vulnerability":"TEST-RS-1","products":["pkg:cargo/made-up-used"],"status":"not_affected","justification":"x"}]}"#),
        ],
    );
    let database = advisories();
    let arguments = ["sca", "--db", &database, "--diff", "main", "--vex", "app.openvex.json", "--format", "json"];
    let run = firedoor(repository.path(), &arguments);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
    assert_eq!(suppressions(&run.json()), ["TEST-RS-2 deny.toml -"], "what the base ignores stays ignored");
    let said = notices(&run.json());
    assert!(said.contains(&"gate-changed deny.toml".to_owned()), "{said:?}");
    assert!(said.contains(&"gate-changed app.openvex.json".to_owned()), "{said:?}");
}

#[test]
fn a_commit_in_the_making_keeps_what_the_repository_ignores() {
    let repository = firedoor_testkit::git::GitRepo::new();
    repository.commit("one", &[("osv-scanner.toml", "[[IgnoredVulns]]\nid = \"TEST-GO-6\"\nreason = \"old\"\n")]);
    repository.write("go.mod", "module m\ngo 1.25\nrequire example.org/silent v1.0.0\n");
    repository.git(&["add", "."]);
    let database = advisories();
    let staged = ["sca", "--db", &database, "--staged", "--format", "json"];
    let run = firedoor(repository.path(), &staged);
    assert_eq!((run.code, suppressions(&run.json())), (0, vec!["TEST-GO-6 osv-scanner.toml old".to_owned()]));
    // With the commit the entry goes, too.
    repository.write("osv-scanner.toml", "# nothing\n");
    repository.git(&["add", "."]);
    assert_eq!(firedoor(repository.path(), &staged).code, 1);
}

/// `rule reachability` of every finding.
fn reach(name: &str, arguments: &[&str]) -> Vec<String> {
    let database = advisories();
    let mut all = vec!["sca", "--db", &database, "--format", "json"];
    all.extend(arguments);
    let report = firedoor(&testdata(name), &all).json();
    report["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|f| {
            let word = |v: &Value| v.as_str().unwrap_or("-").to_owned();
            let (p, rule) = (&f["properties"], word(&f["rule"]));
            match p["reachable-at"].as_str() {
                Some(at) => format!("{rule} {}: {at}", word(&p["reachability"])),
                None => format!("{rule} {}", word(&p["reachability"])),
            }
        })
        .collect()
}

#[test]
fn source_tells_which_vulnerable_functions_are_used() {
    assert_eq!(
        reach("reach-go", &["--reachability"]),
        [
            "TEST-GO-3 not imported",
            "TEST-GO-2 imported, symbol not seen",
            "TEST-GO-4 reachable: example.org/method.Conn.Close at testdata/sca/reach-go/main.go:17",
            "TEST-GO-6 -",
            "TEST-GO-1 reachable: example.org/used/v.Parse at testdata/sca/reach-go/main.go:15",
            "TEST-GO-5 reachable: example.org/whole/sub at testdata/sca/reach-go/main.go:9",
        ]
    );
    assert_eq!(
        reach("reach-rust", &["--reachability"]),
        [
            "TEST-RS-4 not imported",
            "TEST-RS-3 imported, symbol not seen",
            "TEST-RS-2 reachable: made_up_renamed::parse at testdata/sca/reach-rust/src/main.rs:9",
            "TEST-RS-1 reachable: made_up_used::Reader::next at testdata/sca/reach-rust/src/main.rs:8",
        ]
    );
    assert_eq!(reach("reach-go", &[]), reach("reach-go", &["--reachability"]), "the whole tree is judged");
    let database = advisories();
    let run = firedoor(&testdata("reach-go"), &["sca", "--db", &database, "--reachability"]);
    assert!(run.stdout.contains("not imported") && run.stdout.contains("reachable: example.org/used/v.Parse"));
    let run = firedoor(&testdata("reach-go"), &["sca", "--db", &database, "--reachability", "--format", "sarif"]);
    assert!(run.stdout.contains("\"reachability\": \"reachable\""), "{}", run.stdout);
}

#[test]
fn why_a_package_is_there() {
    let tree = npm();
    let run = firedoor(tree.path(), &["sca", "--why", "made-up-deep"]);
    assert_eq!(run.stdout, "package-lock.json: made-up-parent 1.0.0 → made-up-deep 2.0.0\n");
    assert_eq!(firedoor(tree.path(), &["sca", "--why", "nothing"]).code, 2);
    let listed = firedoor(tree.path(), &["sca", "--list-packages", "--format", "json"]).json();
    let parent = listed.as_array().expect("a list").iter().find(|p| p["name"] == "made-up-parent").expect("listed");
    assert_eq!((&parent["licenses"][0], &parent["direct"]), (&"MIT".into(), &true.into()));
}

#[test]
fn groups_that_do_not_count_and_severity_of_what_is_not_rated() {
    let tree = npm();
    tree.write("firedoor.toml", b"[sca]\nignore-groups = [\"dev\"]\nunrated-severity = \"medium\"\n");
    let run = with_db(&tree, "sca", &["--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    let report = run.json();
    assert_eq!(lines(&report).len(), 2);
    assert!(report["findings"].as_array().expect("a list").iter().all(|f| f["severity"] == "medium"));
}

#[test]
fn a_stale_database_makes_the_run_incomplete() {
    let tree = Tree::new(&[("go.mod", "module m\ngo 1.25\nrequire example.org/none v1.0.0\n")]);
    tree.write("firedoor.toml", b"[sca]\nmax-database-age-days = 200\n");
    assert_eq!(with_db(&tree, "sca", &[]).code, 0);
    tree.write("firedoor.toml", b"[sca]\nmax-database-age-days = 30\n");
    let run = with_db(&tree, "sca", &["--format", "json"]);
    assert_eq!(run.code, 3, "{}", run.stdout);
    assert!(notices(&run.json()).contains(&"stale-database -".to_owned()));
}

#[test]
fn a_lock_file_that_is_too_large_is_no_clean_answer() {
    let tree = Tree::new(&[]);
    let path = tree.write("package-lock.json", b"{}");
    std::fs::OpenOptions::new().write(true).open(&path).expect("there").set_len(101_000_000).expect("sparse");
    let run = with_db(&tree, "sca", &["--format", "json"]);
    assert_eq!(run.code, 3, "{}{}", run.stdout, run.stderr);
    assert!(notices(&run.json()).iter().any(|n| n.ends_with("package-lock.json")), "{}", run.stdout);
}

#[test]
fn a_named_file_of_no_format_is_said() {
    let tree = Tree::new(&[("rain.json", "{}"), ("package-lock.json", LOCK)]);
    let said = |name: &str| {
        let run = with_db(&tree, "sca", &[name]);
        (run.code == 2) && run.stderr.contains("was not read as one")
    };
    assert!(said("rain.json") && said("--stdin") && said("--stdin=x.txt"));
    assert!(!said("package-lock.json") && !said("--stdin=package-lock.json"));
    assert!(!said("."));
}

#[test]
fn each_ecosystem_in_use_has_its_own_age() {
    let tree = Tree::new(&[("package-lock.json", LOCK), ("requirements.txt", "six==1.0\n")]);
    let record = |ecosystem: &str, day: &str| {
        format!(
            r#"{{"id":"TEST-{ecosystem}","modified":"{day}T00:00:00Z","affected":[{{"package":{{"ecosystem":"{ecosystem}","name":"x"}},"versions":["1"]}}]}}"#
        )
    };
    tree.write("osv/a.json", record("npm", "2026-11-20").as_bytes());
    tree.write("osv/b.json", record("PyPI", "2019-01-20").as_bytes());
    tree.write("firedoor.toml", b"[sca]\nmax-database-age-days = 30\n");
    let run = firedoor(tree.path(), &["db", "import", "osv", "--db", "data/db"]);
    assert!(run.stdout.contains("as of 2019-01-20 (the oldest ecosystem)"), "{}", run.stdout);
    assert!(run.stdout.contains("as of 2026-11-20\n"), "{}", run.stdout);
    for database in ["data/db", "osv"] {
        let of = |path: &str| firedoor(tree.path(), &["sca", "--db", database, "--format", "json", path]);
        let run = of("requirements.txt");
        assert_eq!(run.code, 3, "{database}: {}{}", run.stdout, run.stderr);
        let report = run.json();
        let said = report["notices"].to_string();
        assert!(said.contains("is of 2019-01-20 for PyPI") && !said.contains("npm"), "{said}");
        assert!(report.to_string().contains("\"date\":\"2019-01-20\""), "{report}");
        assert_eq!(of("package-lock.json").code, 0, "{database}");
    }
}

#[test]
fn installed_trees_are_found_although_git_ignores_them() {
    let repository = firedoor_testkit::git::GitRepo::new();
    repository.commit("one", &[(".gitignore", "node_modules/\n.venv\n"), (".firedoorignore", "node_modules/hidden\n")]);
    for (path, text) in [
        ("node_modules/made-up-direct/package.json", "{\"name\":\"made-up-direct\",\"version\":\"1.0.0\"}"),
        ("node_modules/hidden/package.json", "{\"name\":\"hidden\",\"version\":\"1.0.0\"}"),
        ("node_modules/made-up-direct/package-lock.json", LOCK),
        (".venv/lib/site-packages/Six-1.0.dist-info/METADATA", "Name: Six\nVersion: 1.0\n"),
    ] {
        repository.write(path, text);
    }
    let list = |more: &[&str]| {
        let mut arguments = vec!["sca", "--list-packages"];
        arguments.extend(more);
        firedoor(repository.path(), &arguments).stdout
    };
    assert_eq!(list(&[]), "");
    let found = list(&["--installed"]);
    assert_eq!(found.lines().count(), 2, "{found}");
    assert!(found.contains("npm\tmade-up-direct\t1.0.0") && found.contains("PyPI\tSix\t1.0"), "{found}");
    let database = advisories();
    let run = firedoor(repository.path(), &["sca", "--installed", "--db", &database, "--format", "json"]);
    assert!(!run.json()["findings"].as_array().expect("a list").is_empty(), "{}", run.stdout);
}

#[test]
fn a_bill_of_materials_holds_what_has_no_version_and_says_what_it_leaves_out() {
    let requirements =
        "requests @ git+https://github.com/psf/requests@main\nsix==1.16.0\nsix @ git+https://github.com/b/six\n";
    let manifest = "{\"name\": \"x\", \"dependencies\": {\"lodash\": \"^4\"}}";
    let tree = Tree::new(&[("requirements.txt", requirements), ("package.json", manifest)]);
    let run = firedoor(tree.path(), &["sbom"]);
    let bill: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let components: Vec<(&str, Option<&str>)> = bill["components"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|c| (c["name"].as_str().unwrap_or_default(), c["version"].as_str()))
        .collect();
    assert_eq!(components, [("requests", None), ("six", Some("1.16.0"))]);
    assert!(run.stderr.contains("left out of the bill") && run.stderr.contains("`lodash`"), "{}", run.stderr);
    let run = firedoor(tree.path(), &["sbom", "--format", "spdx"]);
    let bill: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let requests = bill["packages"].as_array().into_iter().flatten().find(|p| p["name"] == "requests").expect("listed");
    assert!(requests.get("versionInfo").is_none(), "{requests}");
}
