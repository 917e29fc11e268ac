//! What a change means for findings through code that it does not touch, and through its own old state.

use crate::git_gate::{CONFIG, RULE, branch, commit, diff};
use crate::support::lines;

/// A rule that follows a value.
const FLOW: &str = "rules:\n- id: flow\n  languages: [python]\n  severity: ERROR\n  message: A flow.\n  mode: taint\n  pattern-sources: [{pattern: source()}]\n  pattern-sinks: [{pattern: sink($X)}]\n  metadata: {confidence: HIGH}\n";

/// Whether a change to one file is blocked: the exit codes of what stands there, changed.
fn judged(there: &[(&str, &str)], rule: &str, change: (&str, &str)) -> Option<(i32, String)> {
    let mut files = vec![("firedoor.toml", CONFIG), ("rules/r.yml", rule)];
    files.extend(there);
    let tree = branch(&files, |_| {})?;
    tree.write(change.0, change.1.as_bytes());
    commit(&tree);
    let run = diff(&tree, &[]);
    Some((run.code, run.stdout))
}

/// Files that have nothing to do with anything, so that not all of a repository is looked at.
fn crowd() -> Vec<(String, String)> {
    (0..320).map(|n| (format!("many/m{n}.py"), format!("x{n} = {n}\n"))).collect()
}

#[test]
fn a_change_that_drops_the_projects_own_check_answers_for_it() {
    let check = "def clean(c):\n    return \"fixed\"\n";
    let app = "from p import clean\n\n\ndef f():\n    c = source()\n    c = clean(c)\n    sink(c)\n";
    let crowd = crowd();
    for is_large in [false, true] {
        let mut there = vec![("p.py", check), ("app.py", app)];
        if is_large {
            there.extend(crowd.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        }
        for (change, expected) in [
            (app.replace("    c = clean(c)\n", ""), 1),
            (app.replace("from p import", "from q import"), 1),
            (format!("import x\n{app}"), 0),
        ] {
            let Some((code, said)) = judged(&there, FLOW, ("app.py", &change)) else { return };
            assert_eq!(code, expected, "{change}: {said}");
        }
    }
}

#[test]
fn what_was_below_the_gate_and_rises_above_it_is_new() {
    let rule = FLOW.replace("  metadata: {confidence: HIGH}\n", "");
    let there = [
        ("app.py", "def f(svc):\n    svc.run_it(source())\n"),
        ("h.py", "class H:\n    def run_it(self, c):\n        sink(c)\n"),
    ];
    let change = "from h import H\n\n\ndef f(svc):\n    svc = H()\n    svc.run_it(source())\n";
    let Some((code, said)) = judged(&there, &rule, ("app.py", change)) else { return };
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("below what stops at it"), "{said}");
    let Some((code, said)) = judged(&there, &rule, ("app.py", "import x\n\n\ndef f(svc):\n    svc.run_it(source())\n"))
    else {
        return;
    };
    assert_eq!(code, 0, "{said}");
}

#[test]
fn equal_lines_of_unchanged_code_are_told_by_their_place() {
    let helper = "def user(c):\n    return sink(c)\n\n\ndef group(c):\n    return sink(c)\n";
    let crowd = crowd();
    let mut there = vec![("h.py", helper), ("old.py", "import h\nh.user(source())\n"), ("app.py", "import h\n")];
    there.extend(crowd.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    for (change, expected) in [("import h\nh.group(source())\n", 1), ("import h\nh.user(source())\n", 0)] {
        let Some((code, said)) = judged(&there, FLOW, ("app.py", change)) else { return };
        assert_eq!(code, expected, "{change}: {said}");
    }
}

#[test]
fn a_script_without_an_extension_calls_and_is_called() {
    let (sink, calls) = ("def run(c):\n    sink(c)\n", "#!/usr/bin/env python3\nimport h\nh.run(source())\n");
    for (there, change) in [
        ([("h.py", sink), ("bin/go", "#!/usr/bin/env python3\nimport h\n")], ("bin/go", calls)),
        ([("h.py", "def run(c):\n    pass\n"), ("bin/go", calls)], ("h.py", sink)),
    ] {
        let Some((code, said)) = judged(&there, FLOW, change) else { return };
        assert_eq!(code, 1, "{change:?}: {said}");
    }
}

#[test]
fn a_property_that_unchanged_code_reads_is_judged_where_it_changes() {
    let code = "import java.security.MessageDigest;\nimport java.util.Properties;\npublic class A {\n  byte[] f(byte[] x) throws Exception {\n    Properties p = new Properties();\n    p.load(A.class.getResourceAsStream(\"app.properties\"));\n    MessageDigest d = MessageDigest.getInstance(p.getProperty(\"hash\", \"SHA-512\"));\n    return d.digest(x);\n  }\n}\n";
    let files = [("firedoor.toml", "[scan]\nengines = [\"sast\"]\n[gate]\nfail-on = \"medium\"\n"), ("A.java", code)];
    let Some(tree) = branch(&files, |tree| drop(tree.write("app.properties", b"hash=SHA-512\n"))) else { return };
    tree.write("app.properties", b"hash=MD5\n");
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_block_that_is_edited_keeps_its_finding() {
    let rule = "rules:\n- id: wide\n  languages: [python]\n  severity: ERROR\n  message: Evil.\n  pattern: |\n    def $F(...):\n        ...\n        evil()\n        ...\n  metadata: {confidence: HIGH}\n";
    let block = |name: &str, first: &str| {
        format!("def {name}(x):\n    {first} = x\n    b_{name} = x\n    c_{name} = x\n    evil()\n\n\n")
    };
    let (one, two) = (block("one", "a"), block("two", "a"));
    let fine = one.replace("evil()", "good()");
    let file = format!("{one}y = 1\n");
    for (change, expected) in [
        (format!("import z\n\n\n{}y = 1\n", block("one", "other")), 0),
        (file.replace("    c_one = x\n", "    c_one = x\n    d_one = x\n"), 0),
        // In another class it is another one.
        (
            format!("class B:\n{}y = 1\n", block("one", "other").replace("    ", "        ").replace("def", "    def")),
            1,
        ),
        // Another block, beside the old one or in its place, is of the change, and so is one of another name.
        (file.replace("def one(x)", "def uno(x)"), 1),
        (format!("{one}{two}y = 1\n"), 1),
        (format!("{fine}{two}y = 1\n"), 1),
        (format!("{two}y = 1\n"), 1),
    ] {
        let Some((code, said)) = judged(&[("a.py", &file)], rule, ("a.py", &change)) else { return };
        assert_eq!(code, expected, "{change}: {said}");
    }
}

#[test]
fn another_value_in_a_block_and_another_call_of_many_lines_are_new() {
    let port = "rules:\n- id: open\n  languages: [terraform]\n  severity: ERROR\n  message: Open.\n  patterns:\n  - pattern: |\n      resource \"rule\" $N {\n        ...\n        port = $P\n        ...\n      }\n  - metavariable-comparison: {metavariable: $P, comparison: $P > 10}\n  metadata: {confidence: HIGH}\n";
    let resource = |name: &str, port: &str, text: &str| {
        format!("resource \"rule\" \"{name}\" {{\n  text = \"{text}\"\n  port = {port}\n  proto = \"tcp\"\n}}\n")
    };
    let ssh = resource("ssh", "22", "a");
    for (change, expected) in [
        (resource("ssh", "22", "b"), 1),
        (resource("ssh", "3389", "a"), 1),
        (resource("rdp", "22", "a"), 1),
        (format!("{}{}", resource("rdp", "22", "a"), resource("ssh", "2", "a")), 1),
    ] {
        let Some((code, said)) = judged(&[("m.tf", &ssh)], port, ("m.tf", &change)) else { return };
        assert_eq!(code, expected, "{change}: {said}");
    }
    let call = "evil(\n    a,\n    b,\n    c,\n)\n";
    let rule = RULE.replace("evil($X)", "evil(...)");
    let marked = format!("# firedoor:ignore reason=\"a test\"\n{call}");
    for (there, change) in [(call, call.replace('b', "x")), (&marked, marked.replace('b', "x"))] {
        let Some((code, said)) = judged(&[("a.py", there)], &rule, ("a.py", &change)) else { return };
        assert_eq!(code, 1, "{change}: {said}");
    }
}

#[test]
fn where_everything_is_left_out_no_change_passes() {
    let files = [("firedoor.toml", "[scan]\nexclude = [\"**\"]\n"), ("a.py", "x = 1\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("a.py", b"x = 2\n");
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 3, "{}", run.stdout);
}

#[test]
fn the_words_of_a_marker_are_no_part_of_what_it_excuses() {
    let file = |remark: &str| format!("import x\nevil(x){remark}\n");
    let first = file("  # firedoor:ignore[no-evil] reason=\"a test\"");
    for (remark, expected) in [
        ("  # firedoor:ignore[no-evil] reason=\"a test, see #12\" owner=\"me@a.org\"", 0),
        ("  # firedoor:ignore[no-evil]", 0),
        ("  # see \"the docs\"", 1),
    ] {
        let Some((code, said)) = judged(&[("a.py", &first)], RULE, ("a.py", &file(remark))) else { return };
        assert_eq!(code, expected, "{remark}: {said}");
    }
    // One for a whole file that names fewer rules than before asks for nothing.
    let whole = |words: &str| format!("# firedoor:ignore-file{words}\nimport x\nevil(x)\n");
    for (old, new, expected) in [("", "[no-evil]", 0), ("[no-evil, other]", "[no-evil]", 0), ("[no-evil]", "", 1)] {
        let Some((code, said)) = judged(&[("a.py", &whole(old))], RULE, ("a.py", &whole(new))) else { return };
        assert_eq!(code, expected, "{old} to {new}: {said}");
    }
}

#[test]
fn a_marker_in_unchanged_code_is_not_brought_by_who_calls_it() {
    let helper = "def run(c):\n    sink(c)  # firedoor:ignore reason=\"only words\"\n";
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", FLOW), ("h.py", helper), ("app.py", "x = 1\n")];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("app.py", b"import h\nh.run(source())\n");
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 0, "{}", run.stdout);
}

#[test]
fn a_copy_of_unchanged_code_is_new_also_where_that_code_is_read() {
    let flow = FLOW.trim_start_matches("rules:\n");
    let rules = format!("{RULE}{flow}");
    let order = "\n\ndef handle_order():\n    order_number = 1\n    return evil(x)\n";
    let helper = format!("def run(c):\n    sink(c)\n{order}");
    let caller = "import h\nh.run(source())\n";
    let files = [("firedoor.toml", CONFIG), ("rules/r.yml", &rules), ("h.py", &helper), ("app.py", caller)];
    let Some(tree) = branch(&files, |_| {}) else { return };
    tree.write("app.py", format!("{caller}{order}").as_bytes());
    commit(&tree);
    let run = diff(&tree, &[]);
    assert_eq!(run.code, 1, "{}", run.stdout);
}

#[test]
fn a_flow_that_leaves_the_changed_files_is_seen() {
    let (sink, source) = ("def run(c):\n    sink(c)\n", "def get():\n    return source()\n");
    let calls = "import h\nh.run(source())\n";
    // What stands there; what the change writes; whether it is of the change.
    for (there, change, expected) in [
        (vec![("h.py", sink), ("app.py", "x = 1\n")], ("app.py", calls), 1),
        (vec![("h.py", source), ("app.py", "x = 1\n")], ("app.py", "import h\nsink(h.get())\n"), 1),
        (vec![("h.py", "def run(c):\n    pass\n"), ("app.py", calls)], ("h.py", sink), 1),
        (vec![("h.py", sink), ("app.py", calls)], ("app.py", "import h\n\n\nh.run(source())\n"), 0),
        // What stands in unchanged files alone is not shown.
        (vec![("h.py", sink), ("g.py", calls), ("app.py", "x = 1\n")], ("app.py", "import g\nimport h\n"), 0),
    ] {
        let mut files = vec![("firedoor.toml", CONFIG), ("rules/r.yml", FLOW)];
        files.extend(&there);
        let Some(tree) = branch(&files, |_| {}) else { return };
        tree.write(change.0, change.1.as_bytes());
        commit(&tree);
        let run = diff(&tree, &[]);
        assert_eq!(run.code, expected, "{there:?} {change:?}: {}", run.stdout);
        if change.1.starts_with("import g") {
            assert_eq!(lines(&run.json()), Vec::<String>::new());
        }
    }
}
