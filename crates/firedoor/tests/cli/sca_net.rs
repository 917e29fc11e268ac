//! `firedoor db update` and `--online` from end to end, against a server on loopback.

use firedoor_testkit::http::{Response, Server};
use serde_json::json;

use crate::support::{Tree, firedoor, lines, root};

const LOCK: &str = "[[package]]\nname = \"made-up-used\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n";

/// `all.zip` of the made-up advisories of crates.io, stored.
fn archive() -> Vec<u8> {
    let record = std::fs::read(root().join("testdata/sca/advisories/TEST-RS-1.json")).expect("there");
    firedoor_testkit::http::stored_zip("TEST-RS-1.json", &record)
}

#[test]
fn an_update_from_a_mirror_and_then_nothing_new() {
    let bytes = archive();
    let server = Server::start(move |request, _| match (request.path.as_str(), request.header("if-none-match")) {
        ("/osv/crates.io/all.zip", Some("\"v1\"")) => Response::new(304, ""),
        ("/osv/crates.io/all.zip", _) => Response::new(200, bytes.clone()).with("etag", "\"v1\""),
        _ => Response::new(404, ""),
    });
    let tree = Tree::new(&[("Cargo.lock", LOCK)]);
    tree.write("firedoor.toml", format!("[sca]\nmirror = \"{}/osv/\"\n", server.url()).as_bytes());
    let update = ["db", "update", "--db", "data/db", "--for", "."];
    let run = firedoor(tree.path(), &update);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("crates.io: fetched"), "{}", run.stderr);
    assert!(run.stdout.contains("advisories  1\n") && run.stdout.contains("age         0 days"), "{}", run.stdout);
    let run = firedoor(tree.path(), &update);
    assert!(run.stderr.contains("crates.io: unchanged"), "{}", run.stderr);
    let run = firedoor(tree.path(), &["sca", "--db", "data/db", "--format", "json"]);
    assert_eq!((run.code, lines(&run.json())), (1, vec!["sca TEST-RS-1 Cargo.lock:2".to_owned()]));
    // The server goes away: the database stays as it was.
    tree.write("firedoor.toml", b"[sca]\nmirror = \"http://127.0.0.1:9\"\n");
    let run = firedoor(
        tree.path(),
        &["db", "update", "--db", "data/db", "--ecosystems", "npm", "--mirror", &format!("{}/no", server.url())],
    );
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert_eq!(firedoor(tree.path(), &["sca", "--db", "data/db"]).code, 1);
}

#[test]
fn a_damaged_archive_leaves_the_database_and_the_archive() {
    let good = archive();
    let mut damaged = good.clone();
    // A byte of the content: the directory is whole, the checksum is not.
    damaged[60] ^= 1;
    let server = Server::start(move |request, number| {
        let tag = request.header("if-none-match");
        assert!(number == 0 || tag == Some("\"v1\""), "the archive stays that of the first update: {tag:?}");
        match number {
            0 => Response::new(200, good.clone()).with("etag", "\"v1\""),
            1 => Response::new(200, damaged.clone()).with("etag", "\"v2\""),
            _ => Response::new(200, good.clone()).with("etag", "\"v3\""),
        }
    });
    let tree = Tree::new(&[("Cargo.lock", LOCK)]);
    let update = ["db", "update", "--db", "db", "--ecosystems", "crates.io", "--mirror", server.url()];
    assert_eq!(firedoor(tree.path(), &update).code, 0);
    assert_eq!(firedoor(tree.path(), &update).code, 2);
    assert_eq!(firedoor(tree.path(), &["sca", "--db", "db"]).code, 1, "the old database still answers");
    assert_eq!(firedoor(tree.path(), &update).code, 0);
}

#[test]
fn asked_online_yanked_crates_are_told_and_can_be_excused() {
    let server = Server::start(|request, _| match request.path.as_str() {
        "/v1/querybatch" => Response::new(200, json!({"results": [{}]}).to_string()),
        "/index/ma/de/made-up-used" => Response::new(200, "{\"vers\":\"1.0.0\",\"yanked\":true}\n"),
        _ => Response::new(404, ""),
    });
    let index = format!("{}/index", server.url());
    let tree = Tree::new(&[("Cargo.lock", LOCK)]);
    let ask = ["sca", "--online", "--osv-api", server.url(), "--crates-index", &index, "--format", "json"];
    let run = firedoor(tree.path(), &ask);
    assert_eq!((run.code, lines(&run.json())), (0, vec!["sca yanked-crate Cargo.lock:2".to_owned()]), "{}", run.stderr);
    let report = run.json();
    assert_eq!(report["findings"][0]["message"].as_str().map(|m| m.contains("1.0.0 was yanked")), Some(true));
    assert!(report["engines"][0]["database"]["source"].as_str().is_some_and(|s| s.starts_with("online, http://127.")));
    tree.write("deny.toml", b"[advisories]\nignore = [{ crate = \"made-up-used@1.0.0\", reason = \"soon\" }]\n");
    let report = firedoor(tree.path(), &ask).json();
    assert_eq!(report["findings"][0]["suppressions"][0]["reason"], "soon");
}

#[test]
fn a_service_that_fails_is_no_clean_answer() {
    let server = Server::start(|_, _| Response::new(403, "no"));
    let tree = Tree::new(&[("Cargo.lock", LOCK)]);
    let run = firedoor(tree.path(), &["sca", "--online", "--osv-api", server.url()]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{}", run.stderr);
    assert!(run.stderr.contains("not judged"), "{}", run.stderr);
}

#[test]
fn an_import_with_unreadable_records_leaves_the_database() {
    let record = std::fs::read_to_string(root().join("testdata/sca/advisories/TEST-RS-1.json")).expect("there");
    let tree = Tree::new(&[("Cargo.lock", LOCK), ("osv/A.json", record.as_str())]);
    let import = ["db", "import", "osv", "--db", "db"];
    assert_eq!(firedoor(tree.path(), &import).code, 0);
    // What is no advisory at all is not missed.
    tree.write("osv/STATS.json", b"{\"records\": 1}");
    assert_eq!(firedoor(tree.path(), &import).code, 0);
    tree.write("osv/B.json", b"{\"id\":");
    let run = firedoor(tree.path(), &import);
    assert_eq!(run.code, 2, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("B.json") && run.stderr.contains("left as it was"), "{}", run.stderr);
    assert_eq!(firedoor(tree.path(), &["sca", "--db", "db"]).code, 1);
}

#[test]
fn lists_of_packages_show_what_a_terminal_would_obey() {
    let lock =
        "{\"lockfileVersion\":3,\"packages\":{\"node_modules/a\\u001b[31m\\nb\":{\"version\":\"1.0.0\\u001b[2J\"}}}";
    let tree = Tree::new(&[("package-lock.json", lock)]);
    let run = firedoor(tree.path(), &["sca", "--list-packages", "--format", "text"]);
    assert_eq!(run.stdout, "package-lock.json:1\tnpm\ta␛[31m␊b\t1.0.0␛[2J\n", "{}", run.stderr);
    let run = firedoor(tree.path(), &["sca", "--why", "a\u{1b}[31m\nb"]);
    assert_eq!(run.stdout, "package-lock.json: a␛[31m␊b 1.0.0␛[2J\n", "{}", run.stderr);
}
