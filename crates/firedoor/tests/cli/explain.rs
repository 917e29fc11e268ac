//! `firedoor sast --explain`.

use crate::support::{Tree, firedoor};

const RULE: &str = "rules:\n  - id: logged-password\n    languages: [python]\n    message: $X is written to the log.\n    severity: HIGH\n    patterns:\n      - pattern: log($X)\n      - pattern-not: log(\"...\", ...)\n";
const CODE: &str = "def a(password):\n    log(password)\n\ndef b():\n    log(\"started\")\n";

#[test]
fn a_writer_of_rules_is_told_what_took_a_match_away() {
    let tree = Tree::new(&[("rule.yaml", RULE), ("app.py", CODE)]);
    let explain = |rule: &str, files: &[&str]| {
        firedoor(tree.path(), &[&["sast", "--rules", "rule.yaml", "--explain", rule], files].concat())
    };
    let run = explain("logged-password", &["app.py"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("drops 5:5 log(\"started\")"), "{}", run.stdout);
    assert!(run.stdout.ends_with("  1 finding\n    2:5 password is written to the log.\n"), "{}", run.stdout);

    for (rule, files, part) in [
        ("logged", &["app.py"][..], "did you mean logged-password?"),
        ("logged-password", &[], "needs the file"),
        ("logged-password", &["gone.py"], "cannot read gone.py"),
    ] {
        let run = explain(rule, files);
        assert_eq!(run.code, 2, "{}", run.stdout);
        assert!(run.stderr.contains(part), "{}", run.stderr);
    }
}

#[test]
fn an_explanation_quotes_no_secret() {
    let secret = "postgres://reports:Vk7-trq2Lx9w@db.internal:5432/app";
    let tree = Tree::new(&[("rule.yaml", RULE), ("app.py", &format!("log(open(\"{secret}\"))\n"))]);
    let run = firedoor(tree.path(), &["sast", "--rules", "rule.yaml", "--explain", "logged-password", "app.py"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("********") && !run.stdout.contains("Vk7-trq2Lx9w"), "{}", run.stdout);
}

/// Keys that no secret rule finds, because they are plain words: the code says what they are.
#[test]
fn an_explanation_quotes_no_planted_key() {
    let cases: [(&str, &str, &str, &[&str]); 9] = [
        (
            "several.py",
            "python",
            "KEY = \"\"\"bluebirds of the meadow\nand herons by the lake\"\"\"\njwt.encode(claims, KEY)\nshow(KEY)\n",
            &["bluebirds", "herons"],
        ),
        (
            "pieces.py",
            "python",
            "secret_key = (\"bluebirds\"\n              \"herons\")\nshow(secret_key)\n",
            &["bluebirds", "herons"],
        ),
        (
            "Pieces.java",
            "java",
            "class A { String signingKey = \"bluebirds\" +\n    \"herons\"; void f() { show(signingKey); } }\n",
            &["bluebirds", "herons"],
        ),
        (
            "Vector.java",
            "java",
            "class A { void f() throws Exception { c.init(1, k, new IvParameterSpec(\"bluebirdsherons!\".getBytes())); } }\n",
            &["bluebirdsherons"],
        ),
        (
            "Far.java",
            "java",
            "class A { String start = \"bluebirdsherons!\";\n\n\n\n\n\n\n\n\n void f() throws Exception { c.init(1, k, new IvParameterSpec(start.getBytes())); } }\n",
            &["bluebirdsherons"],
        ),
        (
            "digits.py",
            "python",
            "cipher = AES.new(bytes.fromhex(\"deadbeefcafe\" * 4), AES.MODE_GCM)\n",
            &["deadbeefcafe"],
        ),
        (
            "define.php",
            "php",
            "<?php\ndefine('K', 'bluebirds');\n$x = openssl_encrypt($d, 'aes-128-cbc', K, 0, $v);\n",
            &["bluebirds"],
        ),
        (
            "lines.php",
            "php",
            "<?php\n$key = 'bluebirds\nherons';\n$x = openssl_encrypt($d, 'aes-128-cbc', $key, 0, $v);\n",
            &["bluebirds", "herons"],
        ),
        (
            "property.js",
            "javascript",
            "const c = { alg: 'aes-256-cbc', key: 'bluebirds', iv: 'herons' };\nconst d = {\n  key: 'warblers',\n};\nshow({ key: 'linnets' });\n",
            &["bluebirds", "herons", "warblers", "linnets"],
        ),
    ];
    for (name, language, code, keys) in cases {
        let rule = format!(
            "rules:\n  - id: all\n    languages: [{language}]\n    message: $X is here.\n    severity: HIGH\n    pattern-either:\n      - pattern: $F(...)\n      - pattern: $X = $Y\n      - pattern: |\n          \"...\"\n"
        );
        let tree = Tree::new(&[("rule.yaml", rule.as_str()), (name, code)]);
        let run = firedoor(tree.path(), &["sast", "--rules", "rule.yaml", "--explain", "all", name]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(run.stdout.contains("********"), "{name}: {}", run.stdout);
        for key in keys {
            assert!(!run.stdout.contains(key), "{name}: {}", run.stdout);
        }
    }
    // What is said to people stays.
    let code =
        "def f(user):\n    log(\"the request of a user was turned down\")\n    show(\"utf-8\", config[\"api_key\"])\n";
    let rule =
        "rules:\n  - id: all\n    languages: [python]\n    message: $X.\n    severity: HIGH\n    pattern: $F(...)\n";
    let tree = Tree::new(&[("rule.yaml", rule), ("told.py", code)]);
    let run = firedoor(tree.path(), &["sast", "--rules", "rule.yaml", "--explain", "all", "told.py"]);
    assert!(run.stdout.contains("turned down") && run.stdout.contains("config[\"api_key\"]"), "{}", run.stdout);
}
