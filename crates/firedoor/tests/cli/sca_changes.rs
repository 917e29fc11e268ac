//! Dependencies in a comparison: what a change says in one file may show in another.

use firedoor_testkit::git::GitRepo;

use crate::support::{firedoor, notices};

/// Advisories of made-up packages, in a folder outside of the repository.
fn database(repository: &GitRepo) -> String {
    let folder = repository.outside().join("advisories");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (ecosystem, name) in [("PyPI", "made-up"), ("Maven", "g:made-up"), ("npm", "made-up"), ("npm", "other")] {
        let id = format!("TEST-{ecosystem}-{}", name.replace(':', "-"));
        let record = format!(
            r#"{{"id":"{id}","modified":"2026-11-01T00:00:00Z","affected":[{{"package":{{"ecosystem":"{ecosystem}","name":"{name}"}},
              "ranges":[{{"type":"ECOSYSTEM","events":[{{"introduced":"0"}},{{"fixed":"2.0"}}]}}]}}]}}"#
        );
        std::fs::write(folder.join(format!("{id}.json")), record).expect("written");
    }
    folder.display().to_string()
}

/// Exit code and new findings as `rule path`, of a comparison with the first commit.
fn judged(repository: &GitRepo, scope: &[&str]) -> (i32, Vec<String>) {
    let database = database(repository);
    let mut arguments = vec!["sca", "--db", &database, "--format", "json"];
    arguments.extend(scope);
    let run = firedoor(repository.path(), &arguments);
    let report = run.json();
    let findings = report["findings"].as_array().expect("a list").iter();
    let new = findings.filter(|f| f["state"] == "new");
    let said =
        new.map(|f| format!("{} {}", f["rule"].as_str().unwrap_or("?"), f["location"]["path"].as_str().unwrap_or("?")));
    (run.code, said.collect())
}

const DIFF: &[&str] = &["--diff", "main"];
const STAGED: &[&str] = &["--staged"];

/// A repository whose base has some files; the change (`None` removes a file) is judged as a branch and as a commit in the
/// making.
fn both(base: &[(&str, &str)], change: &[(&str, Option<&str>)]) -> [(i32, Vec<String>); 2] {
    let repository = GitRepo::new();
    repository.commit("one", base);
    repository.git(&["checkout", "-qb", "feature"]);
    for (path, text) in change {
        match text {
            Some(text) => drop((repository.write(path, text), repository.git(&["add", path]))),
            None => drop(repository.git(&["rm", "-q", path])),
        }
    }
    let staged = judged(&repository, STAGED);
    repository.git(&["commit", "-qm", "two"]);
    [staged, judged(&repository, DIFF)]
}

fn new(rule: &str, path: &str) -> [(i32, Vec<String>); 2] {
    let one = (1, vec![format!("{rule} {path}")]);
    [one.clone(), one]
}

fn nothing() -> [(i32, Vec<String>); 2] {
    [(0, Vec::new()), (0, Vec::new())]
}

const PARENT: &str = "<project><groupId>g</groupId><artifactId>p</artifactId><version>1</version><packaging>pom</packaging><properties><v>2.9</v></properties></project>";
const CHILD: &str = "<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>c</artifactId><dependencies><dependency><groupId>g</groupId><artifactId>made-up</artifactId><version>${v}</version></dependency></dependencies></project>";

#[test]
fn a_parent_that_changes_a_version_of_its_children() {
    let base = [("pom.xml", PARENT), ("c/pom.xml", CHILD)];
    let lower = PARENT.replace("2.9", "1.25");
    assert_eq!(both(&base, &[("pom.xml", Some(&lower))]), new("TEST-Maven-g-made-up", "c/pom.xml"));
    // What was so before is no new finding.
    let base = [("pom.xml", lower.as_str()), ("c/pom.xml", CHILD)];
    assert_eq!(both(&base, &[("pom.xml", Some(&format!("{lower}\n")))]), nothing());
}

#[test]
fn includes_of_requirements() {
    let base = [("requirements.txt", "six==1.0\n"), ("d/p.txt", "made-up==1.0\n"), ("d/pins", "made-up==1.0\n")];
    let with = |line: &str| format!("six==1.0\n{line}\n");
    assert_eq!(both(&base, &[("requirements.txt", Some(&with("-r d/p.txt")))]), new("TEST-PyPI-made-up", "d/p.txt"));
    assert_eq!(both(&base, &[("requirements.txt", Some(&with("-r d/pins")))]), new("TEST-PyPI-made-up", "d/pins"));
    for included in ["d/p.txt", "d/pins"] {
        let requirements = with(&format!("-r {included}"));
        let clean = [("requirements.txt", requirements.as_str()), (included, "made-up==2.0\n")];
        assert_eq!(both(&clean, &[(included, Some("made-up==1.0\n"))]), new("TEST-PyPI-made-up", included));
        let dirty = [("requirements.txt", requirements.as_str()), (included, "made-up==1.0\n")];
        let more = format!("{requirements}flask==9.0\n");
        assert_eq!(both(&dirty, &[("requirements.txt", Some(&more))]), nothing(), "it was so before");
        assert_eq!(both(&dirty, &[("README", Some("words\n"))]), nothing());
    }
}

const LOCK: &str = r#"{"lockfileVersion":3,"packages":{"":{},"node_modules/made-up":{"version":"1.0.0"}}}"#;
const CLEAN: &str = r#"{"lockfileVersion":3,"packages":{"":{},"node_modules/made-up":{"version":"2.0.0"}}}"#;

#[test]
fn lock_files_that_go() {
    let base = [("npm-shrinkwrap.json", CLEAN), ("package-lock.json", LOCK)];
    let gone = both(&base, &[("npm-shrinkwrap.json", None)]);
    assert_eq!(gone, new("TEST-npm-made-up", "package-lock.json"));
    let manifest = r#"{"dependencies":{"made-up":"1.0.0"}}"#;
    let base = [("package-lock.json", CLEAN), ("package.json", manifest)];
    assert_eq!(both(&base, &[("package-lock.json", None)]), new("TEST-npm-made-up", "package.json"));
    // A pin below a lock file is no more judged in a change than in a whole tree.
    assert_eq!(both(&[("package-lock.json", CLEAN)], &[("sub/package.json", Some(manifest))]), nothing());
}

#[test]
fn what_is_wrong_with_a_file_that_did_not_change_is_not_said_of_a_change() {
    let repository = GitRepo::new();
    repository.commit(
        "one",
        &[("test/package-lock.json", "{\"broken"), ("requirements.txt", "six\n"), ("package-lock.json", CLEAN)],
    );
    repository.git(&["checkout", "-qb", "feature"]);
    repository.commit("two", &[("package-lock.json", &CLEAN.replace("2.0.0", "2.1.0"))]);
    let database = database(&repository);
    let said = |scope: &[&str]| {
        let mut arguments = vec!["sca", "--db", &database, "--format", "json"];
        arguments.extend(scope);
        let run = firedoor(repository.path(), &arguments);
        (run.code, notices(&run.json()))
    };
    assert_eq!(said(DIFF), (0, vec![]));
    assert_eq!(said(&[]).0, 3);
    repository.write("test/package-lock.json", "{\"broken still");
    repository.git(&["add", "."]);
    assert_eq!(said(STAGED).0, 3, "a file that changed and is still broken is");
}
