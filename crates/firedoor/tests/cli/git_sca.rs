//! What a change means for dependencies, although the file that names them stays as it was.

use crate::git::git;
use crate::support::{Run, Tree, firedoor, lines};

type Change<'a> = &'a dyn Fn(&Tree);

/// The same change, staged and then committed on a branch of its own.
fn judge(files: &[(&str, &str)], change: Change<'_>) -> Option<[Run; 2]> {
    let tree = Tree::new(files);
    if !git(tree.path(), &["init", "-q", "-b", "main"]) {
        eprintln!("NOT RUN: there is no git");
        return None;
    }
    git(tree.path(), &["add", "--all", "."]);
    git(tree.path(), &["commit", "-qm", "a state"]);
    git(tree.path(), &["checkout", "-qb", "feature"]);
    change(&tree);
    git(tree.path(), &["add", "--all", "."]);
    let staged = firedoor(tree.path(), &["sca", "--staged", "--format", "json"]);
    git(tree.path(), &["commit", "-qm", "a change"]);
    Some([staged, firedoor(tree.path(), &["sca", "--diff", "main", "--format", "json"])])
}

/// Both block, and name nothing but that file.
fn blocks(files: &[(&str, &str)], change: Change<'_>, place: &str) {
    for run in judge(files, change).into_iter().flatten() {
        assert_eq!(run.code, 1, "{place}: {}{}", run.stdout, run.stderr);
        let found = lines(&run.json());
        assert!(!found.is_empty() && found.iter().all(|l| l.contains(&format!(" {place}:"))), "{place}: {found:?}");
    }
}

/// Both pass without a word about any file.
fn passes(files: &[(&str, &str)], change: Change<'_>) {
    for run in judge(files, change).into_iter().flatten() {
        assert_eq!((run.code, lines(&run.json())), (0, Vec::new()), "{}{}", run.stdout, run.stderr);
    }
}

fn parent(version: &str) -> String {
    format!(
        "<project>\n<groupId>g</groupId><artifactId>p</artifactId><version>1</version><packaging>pom</packaging>\n\
         <modules><module>child</module></modules>\n<dependencyManagement><dependencies>\n<dependency>\
         <groupId>org.yaml</groupId><artifactId>snakeyaml</artifactId><version>{version}</version></dependency>\n\
         </dependencies></dependencyManagement>\n</project>\n"
    )
}

const CHILD: &str = "<project>\n<parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent>\n\
                     <artifactId>c</artifactId>\n<dependencies>\n<dependency><groupId>org.yaml</groupId>\
                     <artifactId>snakeyaml</artifactId></dependency>\n</dependencies>\n</project>\n";

#[test]
fn a_parent_that_lowers_a_version_is_judged_in_its_children() {
    let old = parent("2.9");
    let files = [("pom.xml", old.as_str()), ("child/pom.xml", CHILD)];
    blocks(&files, &|tree| drop(tree.write("pom.xml", parent("1.25").as_bytes())), "child/pom.xml");
    // What was there before stays that, and is not told again.
    let old = parent("1.25");
    let files = [("pom.xml", old.as_str()), ("child/pom.xml", CHILD), ("a/requirements.txt", "flask==0.5\n")];
    passes(&files, &|tree| drop(tree.write("b/requirements.txt", b"six==1.16.0\n")));
}

#[test]
fn requirements_that_include_others_are_judged_with_them() {
    let files = [("requirements.txt", "six==1.16.0\n"), ("deps/prod.txt", "flask==0.5\n")];
    let include: Change<'_> = &|tree| drop(tree.write("requirements.txt", b"six==1.16.0\n-r deps/prod.txt\n"));
    blocks(&files, include, "deps/prod.txt");
    let files = [("requirements.txt", "-r deps/prod.txt\n"), ("deps/prod.txt", "six==1.16.0\n")];
    blocks(&files, &|tree| drop(tree.write("deps/prod.txt", b"flask==0.5\n")), "deps/prod.txt");
    // No part of the change is about what the other file names.
    let files = [("requirements.txt", "six==1.16.0\n-r deps/prod.txt\n"), ("deps/prod.txt", "flask==0.5\n")];
    passes(&files, &|tree| drop(tree.write("requirements.txt", b"six==1.15.0\n-r deps/prod.txt\n")));
}

#[test]
fn a_lock_file_that_comes_to_count_is_judged() {
    let lock = |version: &str| {
        format!(
            "{{\"name\": \"a\", \"lockfileVersion\": 3, \"packages\": {{\n\"\": {{\"dependencies\": {{\"next\": \"*\"}}}},\n\
             \"node_modules/next\": {{\"version\": \"{version}\"}}}}}}\n"
        )
    };
    let (bad, good) = (lock("13.0.0"), lock("99.0.0"));
    let files = [("package-lock.json", bad.as_str()), ("npm-shrinkwrap.json", good.as_str())];
    blocks(&files, &|tree| assert!(git(tree.path(), &["rm", "-q", "npm-shrinkwrap.json"])), "package-lock.json");
}

#[test]
fn a_directive_that_brings_another_file_into_play_is_judged_there() {
    let sum = "golang.org/x/text v0.3.0 h1:g61tztE5qeGQ89tm6NTjjM9VPIm088od1l6aSorWRWg=\n\
               golang.org/x/text v0.3.0/go.mod h1:NqM8EUOU14njkJ3fqMW+pc6Ldnwhi/IjpwHt7yyuwOQ=\n";
    let module = |go: &str| format!("module example.org/m\n\ngo {go}\n");
    let new = module("1.25.0");
    let files = [("go.mod", new.as_str()), ("go.sum", sum)];
    for run in judge(&files, &|tree| drop(tree.write("go.mod", module("1.15").as_bytes()))).into_iter().flatten() {
        assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
        assert!(lines(&run.json()).iter().any(|l| l.contains(" go.sum:")), "{:?}", lines(&run.json()));
    }
}
