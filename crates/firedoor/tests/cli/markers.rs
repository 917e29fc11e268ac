//! The markers and ignore files of other tools, as their users write them, on findings of ours: what each suppresses, and
//! what it leaves alone. (How each is read in detail is tested beside its reader.)

use firedoor_testkit::git::{self, GitRepo};

use crate::support::{Tree, firedoor};

const INJECTION: &str = "import os\nfrom flask import request\n\n\ndef f():\n";

/// A Python file with a command injection whose line ends in `behind` and is preceded by `before`.
fn python(before: &str, behind: &str) -> String {
    format!("{INJECTION}{before}    os.system(\"ls \" + request.args[\"x\"]){behind}\n")
}

fn secret(before: &str, behind: &str) -> String {
    format!("{before}u = \"postgres://reports:Vk7-trq2Lx9w@db.internal:5432/app\"{behind}\n")
}

fn bucket(above: &str, inside: &str, behind: &str) -> String {
    format!(
        "{above}resource \"aws_s3_bucket\" \"b\" {{\n{inside}  bucket = \"b\"\n  acl    = \"public-read\"{behind}\n}}\n"
    )
}

fn workflow(behind: &str) -> String {
    format!(
        "on: push\npermissions: {{}}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: somebody/action@main{behind}\n"
    )
}

/// The forms by which the one finding of a rule is suppressed; empty where it counts.
fn forms(files: &[(&str, &str)], rule: &str) -> Vec<String> {
    let tree = Tree::new(files);
    let run = firedoor(tree.path(), &["scan", "--format", "json", "--pack", "extended"]);
    let report = run.json();
    let of_rule: Vec<_> =
        report["findings"].as_array().expect("findings").iter().filter(|f| f["rule"] == rule).collect();
    assert_eq!(of_rule.len(), 1, "{rule} in {files:?}: {}", run.stdout);
    let list = of_rule[0]["suppressions"].as_array().cloned().unwrap_or_default();
    list.iter().map(|s| s["form"].as_str().expect("a form").to_owned()).collect()
}

/// One file, the rule that finds something in it, and the form that suppresses it (empty: none does).
type Case = (&'static str, String, &'static str, &'static str);

#[test]
fn markers_of_other_tools() {
    const CODE: &str = "python-command-injection";
    const URL: &str = "url-credentials";
    const ACL: &str = "terraform-s3-public-acl";
    const BRANCH: &str = "github-actions-branch-reference";
    let cases: Vec<Case> = vec![
        // Semgrep: on the line or alone on the line before; with ids, those only; an id's last part is enough.
        ("a.py", python("", "  # nosemgrep"), CODE, "nosemgrep"),
        ("a.py", python("", "  # nosem"), CODE, "nosemgrep"),
        ("a.py", python("    # nosemgrep\n", ""), CODE, "nosemgrep"),
        ("a.py", python("", "  # nosemgrep: python-command-injection"), CODE, "nosemgrep"),
        ("a.py", python("", "  # nosemgrep: other-rule, python-command-injection"), CODE, "nosemgrep"),
        ("a.py", python("", "  # nosemgrep: other-rule"), CODE, ""),
        ("a.py", python("    # nosemgrep\n    x = 1\n", ""), CODE, ""),
        ("s.py", secret("", "  # nosemgrep"), URL, ""),
        // Bandit and gosec: with codes, rules of the same weakness; ruff and flake8 only with codes.
        ("a.py", python("", "  # nosec"), CODE, "nosec"),
        ("a.py", python("", "  # nosec B605"), CODE, "nosec"),
        ("a.py", python("", "  # nosec: B605, B101"), CODE, "nosec"),
        ("a.py", python("", "  # nosec B608"), CODE, ""),
        ("a.py", python("", "  # noqa: S605"), CODE, "noqa"),
        ("a.py", python("", "  # noqa: E501, S605"), CODE, "noqa"),
        ("a.py", python("", "  # noqa: S608"), CODE, ""),
        ("a.py", python("", "  # noqa: E501"), CODE, ""),
        ("a.py", python("", "  # noqa"), CODE, ""),
        ("s.py", secret("", "  # nosec"), URL, ""),
        // Secrets: on the line only; detect-secrets also for the next.
        ("s.py", secret("", "  # gitleaks:allow"), URL, "gitleaks:allow"),
        ("s.py", secret("# gitleaks:allow\n", ""), URL, ""),
        ("s.py", secret("", "  # betterleaks:allow"), URL, "betterleaks:allow"),
        ("s.py", secret("", "  # pragma: allowlist secret"), URL, "pragma: allowlist secret"),
        ("s.py", secret("# pragma: allowlist nextline secret\n", ""), URL, "pragma: allowlist secret"),
        ("s.py", secret("# pragma: allowlist secret\n", ""), URL, ""),
        ("a.py", python("", "  # gitleaks:allow"), CODE, ""),
        // Infrastructure: checkov's marker inside the resource, Trivy's above it or on the line; by the tool's own names.
        ("m.tf", bucket("", "  # checkov:skip=CKV_AWS_20:a public site\n", ""), ACL, "checkov:skip"),
        ("m.tf", bucket("", "  #checkov:skip=CKV_AWS_20\n", ""), ACL, "checkov:skip"),
        ("m.tf", bucket("", "  # checkov:skip=CKV_AWS_24:another check\n", ""), ACL, ""),
        ("m.tf", bucket("#trivy:ignore:AVD-AWS-0092\n", "", ""), ACL, "trivy:ignore"),
        ("m.tf", bucket("#trivy:ignore:AWS-0092:exp:2027-01-31\n", "", ""), ACL, "trivy:ignore"),
        ("m.tf", bucket("#trivy:ignore:AWS-0092:exp:2026-01-31\n", "", ""), ACL, ""),
        ("m.tf", bucket("", "", " #trivy:ignore:AVD-AWS-0092"), ACL, "trivy:ignore"),
        ("m.tf", bucket("#trivy:ignore:*\n", "", ""), ACL, "trivy:ignore"),
        ("m.tf", bucket("#tfsec:ignore:AWS-0092\n", "", ""), ACL, "tfsec:ignore"),
        ("m.tf", bucket("#trivy:ignore:AVD-AWS-0107\n", "", ""), ACL, ""),
        ("a.py", python("    #trivy:ignore:*\n", ""), CODE, ""),
        (".github/workflows/w.yml", workflow(" # zizmor: ignore[unpinned-uses] ours"), BRANCH, "zizmor: ignore"),
        (".github/workflows/w.yml", workflow(" # zizmor: ignore[artipacked, unpinned-uses]"), BRANCH, "zizmor: ignore"),
        (".github/workflows/w.yml", workflow(" # zizmor: ignore[artipacked]"), BRANCH, ""),
    ];
    for (path, text, rule, form) in &cases {
        let wanted: &[&str] = if form.is_empty() { &[] } else { &[form] };
        assert_eq!(forms(&[(path, text)], rule), wanted, "{path}:\n{text}");
    }
}

#[test]
fn files_of_other_tools() {
    const URL: &str = "url-credentials";
    const FLASK: &str = "PYSEC-2018-66";
    let secret = secret("", "");
    let flask = "flask==0.12.2\n";
    // SHA-1 of the password.
    let sha1 = "06aaece7550bfe4dd9e5548289862ef5d4a4ca50";
    let cases: Vec<(&str, String, &str, &str, &str, &str)> = vec![
        (".gitleaksignore", "s.py:url-credentials:1\n".to_owned(), "s.py", &secret, URL, ".gitleaksignore"),
        // A rule of gitleaks' own that we do not have: the place decides.
        (".gitleaksignore", "# why\ns.py:generic-api-key:1\n".to_owned(), "s.py", &secret, URL, ".gitleaksignore"),
        (".gitleaksignore", "s.py:url-credentials:2\n".to_owned(), "s.py", &secret, URL, ""),
        (".gitleaksignore", "t.py:url-credentials:1\n".to_owned(), "s.py", &secret, URL, ""),
        (".gitleaksignore", "s.py:hardcoded-password:1\n".to_owned(), "s.py", &secret, URL, ""),
        (".betterleaksignore", "s.py:url-credentials:1\n".to_owned(), "s.py", &secret, URL, ".betterleaksignore"),
        (".secrets.baseline", detect_secrets("./s.py", sha1), "s.py", &secret, URL, ".secrets.baseline"),
        (".secrets.baseline", detect_secrets("t.py", sha1), "s.py", &secret, URL, ""),
        (".trivyignore", "CVE-2018-1000656\n".to_owned(), "requirements.txt", flask, FLASK, ".trivyignore"),
        (
            ".trivyignore",
            "# why\nPYSEC-2018-66 exp:2027-01-01\n".to_owned(),
            "requirements.txt",
            flask,
            FLASK,
            ".trivyignore",
        ),
        (".trivyignore", "CVE-2018-1000656 exp:2026-01-01\n".to_owned(), "requirements.txt", flask, FLASK, ""),
        (".trivyignore", "CVE-2019-1010083\n".to_owned(), "requirements.txt", flask, FLASK, ""),
        (
            ".trivyignore.yaml",
            "vulnerabilities:\n  - id: CVE-2018-1000656\n    statement: not reachable\n".to_owned(),
            "requirements.txt",
            flask,
            FLASK,
            ".trivyignore.yaml",
        ),
        (
            ".trivyignore.yaml",
            "vulnerabilities:\n  - id: CVE-2018-1000656\n    paths: [web/requirements.txt]\n".to_owned(),
            "requirements.txt",
            flask,
            FLASK,
            "",
        ),
        (
            "osv-scanner.toml",
            "[[IgnoredVulns]]\nid = \"PYSEC-2018-66\"\nreason = \"no\"\n".to_owned(),
            "requirements.txt",
            flask,
            FLASK,
            "osv-scanner.toml",
        ),
        (
            "osv-scanner.toml",
            "[[IgnoredVulns]]\nid = \"CVE-2018-1000656\"\nignoreUntil = 2026-01-01\n".to_owned(),
            "requirements.txt",
            flask,
            FLASK,
            "",
        ),
    ];
    for (ignore, entries, path, text, rule, form) in &cases {
        let wanted: &[&str] = if form.is_empty() { &[] } else { &[form] };
        assert_eq!(forms(&[(ignore, entries), (path, text)], rule), wanted, "{ignore}:\n{entries}");
    }
}

fn detect_secrets(path: &str, sha1: &str) -> String {
    format!(
        "{{\n  \"version\": \"1.5.0\",\n  \"results\": {{\n    \"{path}\": [\n      {{\n        \"type\": \"Basic Auth Credentials\",\n        \"filename\": \"{path}\",\n        \"hashed_secret\": \"{sha1}\",\n        \"is_verified\": false,\n        \"line_number\": 1\n      }}\n    ]\n  }}\n}}\n"
    )
}

#[test]
fn baselines_of_other_tools_are_imported() {
    const SECRET: &str = concat!("Vk7-tr", "q2Lx9w");
    let gitleaks = serde_json::json!([{
        "RuleID": "generic-api-key", "Description": "x", "StartLine": 1, "EndLine": 1, "File": "old.py",
        "Secret": SECRET, "Match": "x", "Commit": "", "Fingerprint": "old.py:generic-api-key:1",
    }]);
    let tree = Tree::new(&[("old.py", &secret("", ""))]);
    // The report stands outside: it holds the secret in the clear.
    let outside = Tree::new(&[("gitleaks.json", &gitleaks.to_string())]);
    let from = outside.path().join("gitleaks.json").display().to_string();
    tree.write("new.py", b"broker = 'amqp://jobs:pX4-vm8Qz2Ks@mq.internal/jobs'\n");
    let run = firedoor(tree.path(), &["baseline", "import", &from]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("1 finding(s) imported"), "{}", run.stderr);
    let text = std::fs::read_to_string(tree.path().join("firedoor.baseline")).expect("written");
    assert!(text.contains("\"old.py\"") && !text.contains("new.py"), "what it does not name is not accepted: {text}");
    assert!(text.contains("imported from gitleaks baseline") && !text.contains("Lx9w"), "{text}");
    let with = ["secrets", "--baseline", "firedoor.baseline", "--format", "json"];
    let report = firedoor(tree.path(), &with).json();
    let blocking: Vec<_> = report["findings"].as_array().expect("findings").iter().map(|f| &f["blocking"]).collect();
    assert_eq!(blocking, [true, false], "new.py blocks and old.py does not");
    // Again, and beside what is there: nothing is lost, nothing comes twice.
    let again = firedoor(tree.path(), &["baseline", "import", &from]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert_eq!(std::fs::read_to_string(tree.path().join("firedoor.baseline")).expect("there"), text);
    let own = firedoor(tree.path(), &["baseline", "import", "firedoor.baseline"]);
    assert!(own.code == 2 && own.stderr.contains("firedoor's own"), "{}", own.stderr);
    let typo = firedoor(tree.path(), &["baseline", "import", "nowhere.json"]);
    assert_eq!(typo.code, 2, "{}", typo.stderr);
}

/// A run that saw a part may say nothing of the rest.
#[test]
fn a_baseline_keeps_what_a_run_did_not_look_at() {
    let injection = python("", "");
    let tree =
        Tree::new(&[("a/s.py", &secret("", "")), ("b/c.py", &injection), ("requirements.txt", "flask==0.12.2\n")]);
    assert_eq!(firedoor(tree.path(), &["baseline", "write"]).code, 0);
    let read = || std::fs::read_to_string(tree.path().join("firedoor.baseline")).expect("there");
    let whole = read();
    assert!(whole.lines().count() >= 4, "{whole}");
    for part in [&["--engines", "secrets"][..], &["--engines", "sca"], &["a"], &["a/s.py"]] {
        for what in ["update", "prune"] {
            let mut arguments = vec!["baseline", what];
            arguments.extend(part);
            if part[0].starts_with('a') {
                // Outside of git, paths are relative to the scanned folder: a repository keeps them.
                continue;
            }
            assert_eq!(firedoor(tree.path(), &arguments).code, 0);
            assert_eq!(read(), whole, "{arguments:?}");
        }
    }
    let report = firedoor(tree.path(), &["secrets", "--baseline", "firedoor.baseline", "--format", "json"]).json();
    assert_eq!(report["absent"].as_array().map(Vec::len), Some(0), "{}", report["absent"]);
    if !git::available() {
        return eprintln!("NOT RUN further: git is not installed");
    }
    let repo = GitRepo::new();
    repo.commit("start", &[("a/s.py", &secret("", "")), ("b/c.py", &injection)]);
    assert_eq!(firedoor(repo.path(), &["baseline", "write"]).code, 0);
    let read = || std::fs::read_to_string(repo.path().join("firedoor.baseline")).expect("there");
    let whole = read();
    for what in ["update", "prune"] {
        assert_eq!(firedoor(repo.path(), &["baseline", what, "a"]).code, 0);
        assert_eq!(read(), whole, "{what} of one folder");
    }
    // The same line as an accepted one elsewhere is new: that other file is still there.
    repo.write("a/copy.py", &injection);
    let run = firedoor(repo.path(), &["sast", "a", "--baseline", "firedoor.baseline", "--format", "json"]);
    assert_eq!((run.code, &run.json()["findings"][0]["state"]), (1, &"new".into()), "{}", run.stdout);
    std::fs::remove_file(repo.path().join("a/copy.py")).expect("there");
    // A comparison judges what changed: the rest is not gone.
    repo.git(&["add", "."]);
    repo.commit("more", &[("d.py", "x = 1\n")]);
    let run =
        firedoor(repo.path(), &["scan", "--diff", "HEAD~1", "--baseline", "firedoor.baseline", "--format", "json"]);
    assert_eq!(run.json()["absent"].as_array().map(Vec::len), Some(0), "{}", run.stdout);
    std::fs::remove_file(repo.path().join("b/c.py")).expect("there");
    assert_eq!(firedoor(repo.path(), &["baseline", "prune"]).code, 0);
    assert_eq!(read().lines().count(), whole.lines().count() - 1);
}
