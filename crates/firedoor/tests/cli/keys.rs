//! Every key of the configuration does what its documentation says.

use std::path::Path;

use crate::support::{Tree, firedoor, lines, notices};

fn token() -> String {
    ["AKIA", "Z7Q2MXN4PL3RTVKW"].concat()
}

/// Two secrets of different rules, in two files.
fn secrets() -> Tree {
    let tree = Tree::new(&[("url.py", "u = 'amqp://jobs:pX4-vm8Qz2Ks@mq.internal/jobs'\n")]);
    tree.write("key.py", format!("k = \"{}\"\n", token()).as_bytes());
    tree
}

/// `engine rule path:line` of each finding under a configuration.
fn with(tree: &Tree, configuration: &str, command: &str) -> Vec<String> {
    tree.write("firedoor.toml", configuration.as_bytes());
    let run = firedoor(tree.path(), &[command, "--format", "json"]);
    assert!(matches!(run.code, 0 | 1), "{configuration}: {}{}", run.stdout, run.stderr);
    lines(&run.json())
}

/// The error of a configuration that is refused.
fn refused(tree: &Tree, configuration: &str) -> String {
    tree.write("firedoor.toml", configuration.as_bytes());
    let run = firedoor(tree.path(), &["scan"]);
    assert_eq!(run.code, 2, "{configuration}: {}{}", run.stdout, run.stderr);
    run.stderr
}

#[test]
fn secrets_disable_and_only_choose_rules() {
    let tree = secrets();
    let all = with(&tree, "", "secrets");
    assert_eq!(all.len(), 2, "{all:?}");
    let rule = |line: &str| line.split(' ').nth(1).unwrap_or_default().to_owned();
    let (key, url) = (rule(&all[0]), rule(&all[1]));
    assert!(all[0].contains("key.py") && key != url, "{all:?}");
    for (configuration, left) in [
        (format!("[secrets]\ndisable = [\"{key}\"]\n"), &all[1]),
        (format!("[secrets]\ndisable = [\"{url}\"]\n"), &all[0]),
        (format!("[secrets]\nonly = [\"{key}\"]\n"), &all[0]),
        (format!("[secrets]\nonly = [\"{url}\"]\n"), &all[1]),
        (format!("[secrets]\nonly = [\"*\"]\ndisable = \"{}*\"\n", &key[..key.len() - 1]), &all[1]),
    ] {
        assert_eq!(with(&tree, &configuration, "secrets"), std::slice::from_ref(left), "{configuration}");
    }
    tree.write("firedoor.toml", b"[secrets]\ndisable = [\"no-such-thing\"]\n");
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    assert!(run.code == 1 && notices(&run.json()).contains(&"no-such-rule -".to_owned()), "{}", run.stdout);
    let error = refused(&tree, "[secrets]\nonly = [\"no-such-thing\"]\n");
    assert!(error.contains("leaves no rule") && error.contains("firedoor.toml:2"), "{error}");
}

#[test]
fn secrets_allow_values_are_no_secrets() {
    let tree = secrets();
    let left = with(&tree, "[secrets]\nallow-values = ['^nothing$', '^AKIAZ7Q2']\n", "secrets");
    assert!(left.len() == 1 && left[0].ends_with(" url.py:1"), "{left:?}");
    let left = with(&tree, "[secrets]\nallow-values = ['pX4-vm8']\n", "secrets");
    assert!(left.len() == 1 && left[0].ends_with(" key.py:1"), "{left:?}");
    let error = refused(&tree, "[secrets]\nallow-values = [\n  'fine',\n  '(',\n]\n");
    assert!(error.contains("allow-values") && error.contains("firedoor.toml:4"), "{error}");
}

#[test]
fn an_engine_has_its_own_size_limit_and_says_what_it_left_out() {
    let tree = Tree::new(&[("firedoor.toml", "[secrets]\nmax-file-size = 100\n")]);
    tree.write("big.txt", "word ".repeat(100).as_bytes());
    tree.write("big.bin", &[0; 500]);
    let run = firedoor(tree.path(), &["secrets", "--format", "json"]);
    assert_eq!((run.code, notices(&run.json())), (3, vec!["file-too-large big.txt".to_owned()]), "{}", run.stdout);
    tree.write("firedoor.toml", b"[sca]\nmax-file-size = 100\n");
    let lock = format!("{{\"lockfileVersion\": 3, \"packages\": {{}}, \"x\": \"{}\"}}", "x".repeat(100));
    tree.write("package-lock.json", lock.as_bytes());
    let run = firedoor(tree.path(), &["sca", "--format", "json"]);
    let told = notices(&run.json());
    assert!(run.code == 3 && told.contains(&"file-too-large package-lock.json".to_owned()), "{told:?}");
}

const RULES: &str = "rules:
  - {id: eval-call, message: m, languages: [python, js], severity: ERROR, pattern: eval(...)}
  - {id: exec-call, message: m, languages: [python], severity: ERROR, pattern: exec(...)}
";

#[test]
fn sast_disable_only_and_languages_choose_rules() {
    let tree = Tree::new(&[("a.py", "eval(x)\nexec(x)\n"), ("b.js", "eval(x)\n"), ("r.yaml", RULES)]);
    let check = |more: &str| with(&tree, &format!("[sast]\nbuiltin = false\nrules = \"r.yaml\"\n{more}"), "sast");
    let (eval_py, exec_py, eval_js) = ("sast eval-call a.py:1", "sast exec-call a.py:2", "sast eval-call b.js:1");
    assert_eq!(check(""), [eval_py, exec_py, eval_js]);
    assert_eq!(check("disable = \"eval-*\""), [exec_py]);
    assert_eq!(check("only = [\"eval-call\"]"), [eval_py, eval_js]);
    assert_eq!(check("languages = [\"JavaScript\"]"), [eval_js]);
    assert_eq!(check("languages = [\"py\"]\ndisable = [\"exec-call\"]"), [eval_py]);
    let head = "[sast]\nbuiltin = false\nrules = \"r.yaml\"\n";
    let error = refused(&tree, &format!("{head}languages = [\"py\", \"pyhton\"]\n"));
    assert!(error.contains("no language `pyhton`") && error.contains("firedoor.toml:4"), "{error}");
    let error = refused(&tree, &format!("{head}disable = [\"*\"]\n"));
    assert!(error.contains("leaves no rule"), "{error}");
    let error = refused(&tree, &format!("{head}languages = [\"go\"]\n"));
    assert!(error.contains("firedoor.toml:4") && error.contains("languages"), "{error}");
}

#[test]
fn scan_hidden_and_include_choose_files() {
    let tree = Tree::new(&[(".firedoorignore", "out/\n")]);
    // Each file has a secret of its own: one that is in several files is one finding.
    for (nth, path) in [".env", ".ci/x.py", "out/a.py", "out/b.py"].into_iter().enumerate() {
        tree.write(path, format!("U = 'amqp://jobs:pX4-vm8Qz2K{nth}@mq.internal/jobs'\n").as_bytes());
    }
    let files = |configuration: &str| -> Vec<String> {
        let found = with(&tree, configuration, "secrets");
        found.iter().filter_map(|l| l.split(' ').nth(2)).map(|l| l.trim_end_matches(":1").to_owned()).collect()
    };
    assert_eq!(files(""), [".ci/x.py", ".env"]);
    assert!(files("[scan]\nhidden = false\n").is_empty());
    assert_eq!(files("[scan]\ninclude = [\"out/a.py\"]\n"), [".ci/x.py", ".env", "out/a.py"]);
    assert_eq!(files("[scan]\ninclude = \"out/\"\nexclude = \"*.env\"\nhidden = false\n"), ["out/a.py", "out/b.py"]);
    assert_eq!(files("[scan]\ninclude = \"out/\"\nexclude = \"a.py\"\n"), [".ci/x.py", ".env", "out/b.py"]);
    // A hidden folder that is named is wanted, and what an ignore file in the dark says holds.
    tree.write("firedoor.toml", b"[scan]\nhidden = false\n");
    let run = firedoor(tree.path(), &["secrets", ".ci", "--format", "json"]);
    assert_eq!(lines(&run.json()).len(), 1, "{}", run.stdout);
}

#[test]
fn there_is_no_policy_engine_and_none_is_pretended() {
    let tree = Tree::new(&[("a.txt", "x\n")]);
    let error = refused(&tree, "[policy]\nbuiltin = true\n");
    assert!(error.contains("There is no key `policy`") && error.contains("firedoor.toml:1"), "{error}");
    let error = refused(&tree, "[scan]\nengines = [\"policy\"]\n");
    assert!(error.contains("must be one of secrets, sast, sca") && error.contains("firedoor.toml:2"), "{error}");
}

#[test]
fn what_is_wrong_with_an_extended_file_is_told_where_it_is_named() {
    let tree = Tree::new(&[("a.txt", "x\n"), ("other.toml", "extends = \"firedoor.toml\"\n")]);
    let error = refused(&tree, "# the company's\nextends = \"nope.toml\"\n");
    assert!(error.contains("nope.toml") && error.contains("firedoor.toml:2"), "{error}");
    let error = refused(&tree, "extends = \"firedoor.toml\"\n");
    assert!(error.contains("extends itself") && error.contains("firedoor.toml:1"), "{error}");
    let error = refused(&tree, "extends = \"other.toml\"\n");
    assert!(error.contains("extends itself") && error.contains("other.toml:1"), "{error}");
}

#[test]
fn two_reports_do_not_go_to_one_file() {
    let tree = Tree::new(&[("a.txt", "x\n")]);
    for arguments in [
        &["secrets", "--report", "json=out", "--report", "sarif=./out"][..],
        &["secrets", "--format", "json", "--output", "out", "--report", "sarif=out"],
    ] {
        let run = firedoor(tree.path(), arguments);
        assert!(run.code == 2 && run.stderr.contains("two reports go to"), "{arguments:?}: {}", run.stderr);
        assert!(!tree.path().join("out").exists());
    }
    let run = firedoor(tree.path(), &["secrets", "--report", "json=a.json", "--report", "sarif=b.sarif"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn a_very_long_list_of_globs_costs_little() {
    let tree = secrets();
    let list: Vec<String> = (0..200_000).map(|n| format!("\"generated/part-{n}/**\"")).collect();
    let begin = std::time::Instant::now();
    let found = with(&tree, &format!("[scan]\nexclude = [\n{}\n]\n", list.join(",\n")), "secrets");
    assert_eq!(found.len(), 2, "{found:?}");
    // Of a debug build on a loaded machine; without care it is minutes.
    assert!(begin.elapsed().as_secs() < 120, "{:?}", begin.elapsed());
}

#[test]
fn a_file_that_the_configuration_names_and_that_is_not_there_is_an_error_with_its_line() {
    let tree = secrets();
    for key in ["[gate]\nbaseline = \"gone.jsonl\"", "[sca]\nvex = [\"gone.json\"]"] {
        let error = refused(&tree, &format!("[scan]\nengines = [\"secrets\", \"sca\"]\n{key}\n"));
        assert!(error.contains("gone.json") && error.contains("firedoor.toml:4"), "{error}");
    }
}

/// The configuration in our documents, as far as it names no other files.
#[test]
fn the_configurations_of_the_documents_are_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut documents = vec![root.join("README.md")];
    let docs = std::fs::read_dir(root.join("docs")).expect("there are docs");
    documents.extend(docs.map(|e| e.expect("readable").path()).filter(|p| p.extension().is_some_and(|e| e == "md")));
    documents.sort();
    let tables =
        ["[gate]", "[scan]", "[sast]", "[sca]", "[secrets]", "[[suppress]]", "[[severity]]", "[[gate.override]]"];
    let mut read = 0;
    for document in documents {
        let text = std::fs::read_to_string(&document).expect("readable");
        for block in text.split("```toml\n").skip(1).filter_map(|b| b.split("```").next()) {
            if !tables.iter().any(|t| block.lines().any(|line| line.trim() == *t)) {
                continue;
            }
            let tree = Tree::new(&[("firedoor.toml", block)]);
            let run = firedoor(tree.path(), &["config", "show"]);
            assert_eq!(run.code, 0, "{}: {block}\n{}", document.display(), run.stderr);
            read += 1;
        }
    }
    assert!(read >= 1, "{read}");
}
