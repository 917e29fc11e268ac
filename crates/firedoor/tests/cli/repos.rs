//! `testdata/repos`: what is found in each, exactly.

use crate::support::{Tree, firedoor, lines, root};

/// Copies a repository out of this one, so that paths are its own.
fn copy(name: &str) -> Tree {
    let tree = Tree::new(&[]);
    let from = root().join("testdata/repos").join(name);
    let mut stack = vec![from.clone()];
    while let Some(dir) = stack.pop() {
        for entry in std::fs::read_dir(&dir).expect("readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                stack.push(path);
            } else {
                let relative = path.strip_prefix(&from).expect("below").to_string_lossy().replace('\\', "/");
                tree.write(&relative, &std::fs::read(&path).expect("readable"));
            }
        }
    }
    tree
}

#[test]
fn the_clean_one_passes_in_silence() {
    let tree = copy("clean");
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    assert_eq!(lines(&run.json()), Vec::<String>::new());
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.json()["verdict"], "pass");
}

fn found(name: &str) -> (Vec<String>, i32) {
    let tree = copy(name);
    let run = firedoor(tree.path(), &["scan", "--format", "json"]);
    (lines(&run.json()), run.code)
}

#[test]
fn the_python_service() {
    let (found, code) = found("web-python");
    assert_eq!(code, 1);
    assert_eq!(
        found,
        [
            // From `views.search` in another file.
            "sast python-sql-injection app/db.py:22",
            "secrets url-credentials app/settings.py:9",
            "sast python-command-injection app/views.py:32",
            "sast python-unsafe-deserialization app/views.py:45",
            "sast python-weak-hash app/views.py:59",
            "sast flask-debug-enabled app/views.py:63",
            "sca PYSEC-2018-66 requirements.txt:2",
            "sca PYSEC-2019-179 requirements.txt:2",
            "sca PYSEC-2023-62 requirements.txt:2",
            "sca PYSEC-2019-217 requirements.txt:3",
            "sca PYSEC-2021-66 requirements.txt:3",
            "sca PYSEC-2020-96 requirements.txt:4",
            "sca PYSEC-2021-142 requirements.txt:4",
        ]
    );
}

#[test]
fn the_javascript_service() {
    let (found, code) = found("web-javascript");
    assert_eq!(code, 1);
    assert_eq!(
        found,
        [
            "sca GHSA-gxr4-xjj5-5px2 package-lock.json:29",
            "sca GHSA-jpcq-cgw6-v4j6 package-lock.json:29",
            "sast node-hardcoded-connection-password src/links.js:5",
            "secrets hardcoded-password src/links.js:8",
            // From `server.js`.
            "sast node-sql-injection src/links.js:18",
            "sast express-open-redirect src/server.js:15",
            "sast express-reflected-xss src/server.js:19",
            "sast node-command-injection src/server.js:23",
            "sast node-code-injection src/server.js:35",
        ]
    );
}

#[test]
fn the_java_shop() {
    let (found, code) = found("web-java");
    assert_eq!(code, 1);
    let web = "src/main/java/com/example/shop";
    let expected = [
        "spring-csrf-disabled WEB/config/SecurityConfig.java:13",
        // From `OrderController.search`, through a field of `SearchRequest` and the service.
        "java-sql-injection WEB/dao/OrderDao.java:19",
        "java-command-injection WEB/service/Labels.java:16",
        "java-ssrf WEB/service/Webhooks.java:12",
        "java-unsafe-deserialization WEB/store/Baskets.java:14",
        "java-weak-hash WEB/store/Digests.java:21",
        "java-insecure-random WEB/store/Digests.java:30",
        "java-path-traversal WEB/store/Documents.java:16",
        "java-reflected-xss WEB/web/DownloadServlet.java:50",
        "servlet-cookie-not-secure WEB/web/DownloadServlet.java:61",
        "java-trust-boundary-violation WEB/web/DownloadServlet.java:67",
        "java-open-redirect WEB/web/DownloadServlet.java:73",
    ];
    assert_eq!(found, expected.map(|line| format!("sast {}", line.replace("WEB", web))));
}

#[test]
fn the_go_inventory() {
    let (found, code) = found("web-go");
    assert_eq!(code, 1);
    assert_eq!(
        found,
        [
            "sast go-tls-verification-disabled cmd/server/main.go:25",
            "sast go-reflected-xss internal/api/server.go:82",
            "sast go-open-redirect internal/api/server.go:95",
            "sast go-cookie-not-secure internal/api/server.go:100",
            "sast go-ssrf internal/api/server.go:107",
            // The next two and the last come from handlers in `internal/api`.
            "sast go-path-traversal internal/files/files.go:16",
            "sast go-shell-with-dynamic-command internal/jobs/jobs.go:22",
            "sast go-command-injection internal/jobs/jobs.go:22",
            "sast go-insecure-random internal/jobs/jobs.go:35",
            "sast go-weak-hash internal/jobs/jobs.go:50",
            "sast go-sql-injection internal/store/store.go:35",
        ]
    );
}

#[test]
fn output_does_not_depend_on_threads_or_working_directory() {
    let tree = copy("web-python");
    let path = tree.path().to_str().expect("UTF-8");
    for format in ["json", "sarif", "text", "html", "markdown"] {
        let here = firedoor(tree.path(), &["scan", "--format", format, "--jobs", "1"]);
        let two = firedoor(tree.path(), &["scan", "--format", format, "--jobs", "2"]);
        let elsewhere = firedoor(root(), &["scan", "--format", format, path]);
        assert_eq!(here.stdout, two.stdout, "{format}");
        assert_eq!(here.stdout, elsewhere.stdout, "{format}");
        assert!(!here.stdout.is_empty());
    }
}
