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
