//! What is fetched, against servers on loopback that behave as the public ones do, failures half-way included.

use std::path::Path;
use std::time::Duration;

use firedoor_core::{Origin, RepoPath, SourceFile};
use firedoor_sca::{Database, ListedFile};
use firedoor_testkit::http::{Request, Response, Server, stored_zip as archive};
use serde_json::{Value, json};

use super::bucket::update_with;
use super::service::online_with;
use super::{Client, Services};
use crate::Failure;

fn client() -> Client {
    Client { pause: Duration::from_millis(1), ..Client::new() }
}

fn record(id: &str, ecosystem: &str, name: &str) -> Value {
    json!({"id": id, "modified": "2026-08-01T00:00:00Z", "affected": [{
        "package": {"ecosystem": ecosystem, "name": name},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0.0"}]}]}]})
}

fn good(id: &str, ecosystem: &str) -> Vec<u8> {
    archive(&format!("{id}.json"), record(id, ecosystem, "a").to_string().as_bytes())
}

fn fetch(folder: &Path, server: &Server, ecosystems: &[&str]) -> Result<usize, String> {
    let wanted: Vec<String> = ecosystems.iter().map(ToString::to_string).collect();
    update_with(&client(), &folder.join("db"), &wanted, server.url()).map(|u| u.archives.len()).map_err(said)
}

fn said(failure: Failure) -> String {
    match failure {
        Failure::Message(message) => message,
        Failure::Diagnostics(_) => String::new(),
    }
}

#[test]
fn an_unchanged_archive_costs_one_conditional_request() {
    let bytes = archive("A.json", record("A", "npm", "a").to_string().as_bytes());
    let server = Server::start(move |request, _| match request.header("if-none-match") {
        Some("\"v1\"") => Response::new(304, ""),
        _ => Response::new(200, bytes.clone()).with("etag", "\"v1\""),
    });
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fetch(folder.path(), &server, &["npm"]), Ok(1));
    assert_eq!(fetch(folder.path(), &server, &["npm"]), Ok(1));
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!((requests[0].path.as_str(), requests[0].header("if-none-match")), ("/npm/all.zip", None));
    assert_eq!(requests[0].header("accept-encoding"), Some("identity"));
}

#[test]
fn a_broken_download_goes_on_where_it_ended() {
    let bytes = archive("A.json", record("A", "npm", &"a".repeat(300)).to_string().as_bytes());
    let whole = bytes.clone();
    let server = Server::start(move |request, number| {
        let full = Response::new(200, bytes.clone()).with("etag", "\"v1\"");
        match (number, request.header("range")) {
            (0, None) => full.cut_after(100),
            (_, Some(range)) if request.header("if-range") == Some("\"v1\"") => {
                let start: usize = range.trim_start_matches("bytes=").trim_end_matches('-').parse().unwrap();
                let range = format!("bytes {start}-{}/{}", bytes.len() - 1, bytes.len());
                Response::new(206, &bytes[start..]).with("content-range", &range).with("etag", "\"v1\"")
            }
            _ => full,
        }
    });
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fetch(folder.path(), &server, &["npm"]), Ok(1));
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].header("range"), Some("bytes=100-"));
    assert_eq!(std::fs::read(folder.path().join("db.downloads/npm/all.zip")).unwrap(), whole);
}

#[test]
fn what_has_changed_meanwhile_is_fetched_from_the_start() {
    let (old, new) = (good("A", "npm"), good("B", "npm"));
    let whole = new.clone();
    let server = Server::start(move |_, number| match number {
        0 => Response::new(200, old.clone()).with("etag", "\"v1\"").cut_after(20),
        _ => Response::new(200, new.clone()).with("etag", "\"v2\""),
    });
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fetch(folder.path(), &server, &["npm"]), Ok(1));
    assert_eq!(std::fs::read(folder.path().join("db.downloads/npm/all.zip")).unwrap(), whole);
    // Without a strong tag nothing is continued.
    let weak = Server::start(|request, _| {
        assert_eq!(request.header("range"), None);
        Response::new(200, "PK").with("etag", "W/\"x\"").cut_after(1)
    });
    assert!(fetch(folder.path(), &weak, &["PyPI"]).unwrap_err().contains("PyPI/all.zip"));
    assert_eq!(weak.requests().len(), 4);
}

#[test]
fn what_is_no_archive_never_takes_the_place_of_one() {
    let good = good("A", "npm");
    let whole = good.clone();
    let server = Server::start(move |_, number| match number {
        0 => Response::new(200, good.clone()),
        // A login page with status 200.
        _ => Response::new(200, "<html>Please log in</html>"),
    });
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fetch(folder.path(), &server, &["npm"]), Ok(1));
    let error = fetch(folder.path(), &server, &["npm"]).unwrap_err();
    assert!(error.contains("left as it was"), "{error}");
    assert_eq!(std::fs::read(folder.path().join("db.downloads/npm/all.zip")).unwrap(), whole);
}

#[test]
fn passing_trouble_is_tried_again_and_lasting_trouble_is_not() {
    let bytes = good("A", "GitHub Actions");
    let server = Server::start(move |_, number| match number {
        0 => Response::new(503, ""),
        1 => Response::new(429, "").with("retry-after", "0"),
        _ => Response::new(200, bytes.clone()),
    });
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fetch(folder.path(), &server, &["GitHub Actions"]), Ok(1));
    assert_eq!(server.requests()[0].path, "/GitHub%20Actions/all.zip");
    let server = Server::start(|_, _| Response::new(403, ""));
    assert!(fetch(folder.path(), &server, &["npm"]).unwrap_err().contains("answered 403"));
    assert_eq!(server.requests().len(), 1);
    let server = Server::start(|_, _| Response::new(503, "").with("retry-after", "86400"));
    assert!(fetch(folder.path(), &server, &["npm"]).is_err());
    assert_eq!(server.requests().len(), 1, "a day is not waited for");
    assert!(fetch(folder.path(), &server, &["../x"]).is_err());
}

fn listed(lock: &str) -> Vec<ListedFile> {
    let file = SourceFile::new(RepoPath::new("Cargo.lock"), Origin::WorkTree, lock.as_bytes().to_vec());
    firedoor_sca::list_project([&file])
}

fn cargo_lock(names: &[(&str, &str)]) -> String {
    let package = |(name, version): &(&str, &str)| {
        format!(
            "[[package]]\nname = \"{name}\"\nversion = \"{version}\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n"
        )
    };
    names.iter().map(package).collect()
}

fn ask(server: &Server, lock: &str) -> Result<std::sync::Arc<Database>, String> {
    let services = Services {
        osv: server.url().to_owned(),
        crates_index: format!("{}/index", server.url()),
        today: "2026-11-21".to_owned(),
    };
    online_with(&client(), &listed(lock), &services).map_err(said)
}

/// Answers as the service does: two pages for the crate `paged`, advisories of their own for every crate `bad…`.
fn service(request: &Request) -> Response {
    let text = |value: Value| Response::new(200, value.to_string());
    if request.path == "/v1/querybatch" {
        let body: Value = serde_json::from_slice(&request.body).unwrap();
        let results: Vec<Value> = body["queries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|q| match (q["package"]["name"].as_str().unwrap(), q["page_token"].as_str()) {
                ("paged", None) => json!({"vulns": [{"id": "P-1"}], "next_page_token": "two"}),
                ("paged", Some("two")) => json!({"vulns": [{"id": "P-2"}], "next_page_token": ""}),
                (name, None) if name.starts_with("bad") => json!({"vulns": [{"id": format!("B-{name}")}]}),
                _ => json!({}),
            })
            .collect();
        return text(json!({ "results": results }));
    }
    if let Some(id) = request.path.strip_prefix("/v1/vulns/") {
        let name = id.strip_prefix("B-").unwrap_or("paged");
        return text(record(id, "crates.io", name));
    }
    match request.path.as_str() {
        "/index/ba/d1/bad1" => {
            Response::new(200, "{\"vers\":\"1.0.0\",\"yanked\":false}\n{\"vers\":\"1.0.1\",\"yanked\":true}\n")
        }
        "/index/3/o/old" => Response::new(200, "{\"vers\":\"0.1.0\",\"yanked\":true}\n"),
        _ => Response::new(404, ""),
    }
}

#[test]
fn every_page_and_every_advisory_comes_in_whatever_order() {
    let server = Server::start(|request, _| service(request));
    let names: Vec<String> = (0..40).map(|i| format!("bad{i}")).collect();
    let mut packages: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "1.0.0")).collect();
    packages.extend([("paged", "1.0.0"), ("good", "1.0.0"), ("old", "0.1.0")]);
    let database = ask(&server, &cargo_lock(&packages)).unwrap();
    let ids = |name: &str, version: &str| -> Vec<String> {
        database.matches("crates.io", name, version).ids().map(str::to_owned).collect()
    };
    assert_eq!(ids("paged", "1.0.0"), ["P-1", "P-2"]);
    assert!(names.iter().all(|n| ids(n, "1.0.0") == [format!("B-{n}")]));
    assert!(ids("good", "1.0.0").is_empty());
    assert_eq!(ids("old", "0.1.0"), [firedoor_sca::YANKED]);
    assert_eq!(database.info().source, format!("online, {}", server.url()));
    assert_eq!(database.as_of("2026-11-21"), "2026-11-21");
}

#[test]
fn a_thousand_queries_at_most_go_into_one_call() {
    let server = Server::start(|request, _| service(request));
    let names: Vec<String> = (0..1_100).map(|i| format!("good{i}")).collect();
    let packages: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), "1.0.0")).collect();
    let services = Services { osv: server.url().to_owned(), crates_index: String::new(), today: String::new() };
    online_with(&client(), &listed(&cargo_lock(&packages)), &services).map_err(said).unwrap();
    let calls: Vec<usize> = server
        .requests()
        .iter()
        .map(|r| serde_json::from_slice::<Value>(&r.body).unwrap()["queries"].as_array().unwrap().len())
        .collect();
    assert_eq!(calls, [1_000, 100]);
}

#[test]
fn trouble_half_way_is_an_error_and_never_an_empty_answer() {
    let lock = cargo_lock(&[("bad1", "1.0.0"), ("paged", "1.0.0"), ("old", "0.1.0")]);
    // Passing trouble in each kind of call is survived.
    let flaky =
        Server::start(|request, number| if number % 2 == 0 { Response::new(502, "") } else { service(request) });
    assert!(ask(&flaky, &lock).is_ok());
    let cut =
        Server::start(|request, number| if number % 3 == 0 { service(request).cut_after(3) } else { service(request) });
    assert!(ask(&cut, &lock).is_ok());
    // Lasting trouble in any one of them is not.
    for broken in ["/v1/querybatch", "/v1/vulns/P-2", "/v1/vulns/B-bad1", "/index/3/o/old"] {
        for (answer, what) in
            [(Response::new(500, ""), "500"), (Response::new(200, "<html>"), "JSON"), (Response::new(403, "{}"), "403")]
        {
            let server =
                Server::start(move |request, _| if request.path == broken { answer.clone() } else { service(request) });
            match ask(&server, &lock) {
                Err(error) => assert!(error.contains("not judged") && error.contains(what), "{broken}: {error}"),
                Ok(_) => panic!("{broken}: {what}"),
            }
        }
    }
    // The second page does not come.
    let server = Server::start(|request, _| {
        if String::from_utf8_lossy(&request.body).contains("page_token") {
            Response::new(500, "")
        } else {
            service(request)
        }
    });
    assert!(ask(&server, &lock).is_err());
    // Fewer answers than questions.
    let server = Server::start(|_, _| Response::new(200, "{\"results\":[{}]}"));
    assert!(ask(&server, &lock).unwrap_err().contains("1 of 3"));
    // Nobody is there.
    let services = Services { osv: "http://127.0.0.1:9".to_owned(), crates_index: String::new(), today: String::new() };
    assert!(online_with(&client(), &listed(&lock), &services).is_err());
}

#[test]
fn an_archive_that_says_less_than_it_should_never_takes_the_place_of_one() {
    let whole = good("A", "npm");
    let mut damaged = good("B", "npm");
    damaged[60] ^= 1;
    let bad = [
        (good("B", "PyPI"), "no advisory of npm"),
        (archive("B.json", b"{\"id\":\"B\"}"), "no advisory of npm"),
        (archive("B.json", b"{\"id\":\"B\","), "cannot be read"),
        (archive("B.json", b"{\"details\":\"x\"}"), "cannot be read"),
        (archive("B.json", b"{\"summary\":\"x\"}"), "no advisory of npm"),
        (damaged, "damaged"),
    ];
    for (bytes, why) in bad {
        let first = whole.clone();
        let server = Server::start(move |_, number| match number {
            0 => Response::new(200, first.clone()).with("etag", "\"v1\""),
            _ => Response::new(200, bytes.clone()).with("etag", "\"v2\""),
        });
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(fetch(folder.path(), &server, &["npm"]), Ok(1));
        let error = fetch(folder.path(), &server, &["npm"]).unwrap_err();
        assert!(error.contains(why), "{error}");
        let kept = |name: &str| std::fs::read(folder.path().join("db.downloads/npm").join(name)).unwrap();
        assert_eq!((kept("all.zip"), kept("all.zip.etag")), (whole.clone(), b"\"v1\"".to_vec()));
    }
    assert!(super::collapsed(50, 24) && !super::collapsed(50, 25) && !super::collapsed(9, 1));
}

#[test]
fn redirects_stay_on_their_host() {
    let to = |to: &str| super::redirected("http://h:80/a/b", to);
    assert_eq!(to("/c?d").as_deref(), Some("http://h:80/c?d"));
    assert_eq!(to("https://H:80/c").as_deref(), Some("https://H:80/c"));
    for other in [
        "http://169.254.169.254/x",
        "//i/x",
        "http://h:81/",
        "http://h:80@i/",
        "http://i\\@h:80/",
        "file:///x",
        "c",
        "",
    ] {
        assert_eq!(to(other), None, "{other}");
    }
    assert_eq!(super::redirected("https://h/a", "http://h/a"), None);
    // End to end, for both kinds of request.
    let bytes = good("A", "npm");
    let server = Server::start(move |request, _| match request.path.as_str() {
        "/npm/all.zip" => Response::new(302, "").with("location", "/there"),
        "/there" => Response::new(200, bytes.clone()),
        "/loop/all.zip" => Response::new(302, "").with("location", "/loop/all.zip"),
        _ => Response::new(307, "").with("location", "http://127.0.0.2:9/"),
    });
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(fetch(folder.path(), &server, &["npm"]), Ok(1));
    assert!(fetch(folder.path(), &server, &["loop"]).unwrap_err().contains("more than 5 times"));
    assert!(fetch(folder.path(), &server, &["PyPI"]).unwrap_err().contains("not followed"));
    assert!(ask(&server, &cargo_lock(&[("a", "1.0.0")])).unwrap_err().contains("not followed"));
}

/// A service that names one advisory for every package, and this record for its id.
fn names_one(id: &'static str, record: Value) -> Server {
    Server::start(move |request, _| match request.path.as_str() {
        "/v1/querybatch" => Response::new(200, json!({"results": [{"vulns": [{"id": id}]}]}).to_string()),
        path if path.starts_with("/v1/vulns/") => Response::new(200, record.to_string()),
        _ => Response::new(404, ""),
    })
}

#[test]
fn what_the_service_has_matched_is_never_dropped() {
    let lock = cargo_lock(&[("made", "1.0.0")]);
    let affected = |package: &str, range: Value| json!([{"package": {"ecosystem": "crates.io", "name": package}, "ranges": [range]}]);
    for affected in [
        Value::Null,
        json!([]),
        affected("made", json!({"type": "GIT", "repo": "x", "events": [{"introduced": "0"}]})),
        affected("made", json!({"type": "SEMVER", "events": [{"introduced": "2.0.0"}]})),
        affected("Made", json!({"type": "SEMVER", "events": [{"introduced": "0"}]})),
        affected("made", json!({"type": "ECOSYSTEM", "events": [{"introduced": "junk"}]})),
    ] {
        let server = names_one("X-1", json!({"id": "X-1", "modified": "2026-01-01T00:00:00Z", "affected": affected}));
        let database = ask(&server, &lock).unwrap();
        let found = database.matches("crates.io", "made", "1.0.0");
        assert_eq!(found.ids().collect::<Vec<_>>(), ["X-1"], "{affected}");
    }
    let error = ask(&names_one("X-1", record("X-2", "crates.io", "made")), &lock).unwrap_err();
    assert!(error.contains("another advisory"), "{error}");
    assert!(ask(&names_one("X-1", json!({"id": "X-1", "withdrawn": "2026-01-01T00:00:00Z"})), &lock).is_ok());
}

#[test]
fn a_malformed_result_is_no_clean_answer() {
    let lock = cargo_lock(&[("made", "1.0.0")]);
    for result in [
        json!(null),
        json!("x"),
        json!({"error": "deadline"}),
        json!({"vulns": "x"}),
        json!({"vulns": null}),
        json!({"vulns": [{"modified": "2026"}]}),
        json!({"vulns": [{"id": 1}]}),
        json!({"vulns": [], "next_page_token": 1}),
    ] {
        let answer = json!({"results": [result]}).to_string();
        let server = Server::start(move |_, _| Response::new(200, answer.clone()));
        let error = ask(&server, &lock).expect_err(&result.to_string());
        assert!(error.contains("not judged"), "{error}");
    }
}

#[test]
fn junk_of_the_index_is_not_taken_as_not_yanked() {
    let lock = cargo_lock(&[("made", "1.0.0")]);
    for junk in ["", "<html>", "{\"vers\":\"1.0.0\",\"yan", "{}", "{\"vers\":\"0.1.0\",\"yanked\":false}\n{\"vers\":1}"]
    {
        let server = Server::start(move |request, _| match request.path.as_str() {
            "/v1/querybatch" => Response::new(200, json!({"results": [{}]}).to_string()),
            _ => Response::new(200, junk),
        });
        let error = ask(&server, &lock).expect_err(junk);
        assert!(error.contains("not judged"), "{error}");
    }
}
