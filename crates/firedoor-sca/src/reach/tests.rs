//! Which uses of a package are seen in Go and Rust source, and which are not.

use std::sync::Arc;

use firedoor_core::{Origin, RepoPath, SourceFile};

use super::{Language, Reach, Source, Sources};
use crate::db::Symbols;

fn file(path: &str, text: &str) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec()))
}

/// The source of files, both kept and looked at at once: the answers must be the same.
fn both(files: &[(&str, &str)]) -> [Sources; 2] {
    [true, false].map(|keep| {
        let mut sources = Sources::default();
        for (path, text) in files {
            let file = file(path, text);
            match Language::of(file.path()) {
                Some(language) => sources.add(Source::new(&file, language, keep)),
                None if path.ends_with("Cargo.toml") => sources.manifest(&file),
                None => {}
            }
        }
        let paths: Vec<RepoPath> = files.iter().map(|(path, _)| RepoPath::new(*path)).collect();
        sources.seal(paths.iter());
        sources
    })
}

fn judge(files: &[(&str, &str)], ecosystem: &str, package: &str, path: &str, names: &[&str]) -> String {
    judge_in(files, ecosystem, package, path, names, "")
}

fn judge_in(
    files: &[(&str, &str)],
    ecosystem: &str,
    package: &str,
    path: &str,
    names: &[&str],
    folder: &str,
) -> String {
    let names = names.iter().map(|n| (*n).to_owned()).collect();
    let symbols = [Symbols { package: package.to_owned(), path: path.to_owned(), names }];
    let [kept, at_once] =
        both(files).map(|s| s.judge(ecosystem, package, &symbols, folder).map_or("-".to_owned(), |r| r.to_string()));
    assert_eq!(kept, at_once);
    kept
}

/// One Go file that uses `a.example/m`.
fn go(body: &str, names: &[&str]) -> String {
    judge(&[("m.go", body)], "Go", "a.example/m", "a.example/m", names)
}

/// One Rust file that uses the crate `vuln`.
fn rust(body: &str, names: &[&str]) -> String {
    judge(&[("src/a.rs", body)], "crates.io", "vuln", "", names)
}

const SEEN_NOT: &str = "imported, symbol not seen";
const NOT_IMPORTED: &str = "not imported";

fn at(symbol: &str, line: u32) -> String {
    format!("reachable: {symbol} at src/a.rs:{line}")
}

#[test]
fn go_imports_and_their_names() {
    let plain = "package p\nimport \"a.example/m\"\nfunc f() { m.Bad() }\n";
    assert_eq!(go(plain, &["Bad"]), "reachable: a.example/m.Bad at m.go:3");
    assert_eq!(go(plain, &["Other"]), SEEN_NOT);
    assert_eq!(go(plain, &[]), "reachable: a.example/m at m.go:2");
    let renamed = "package p\nimport (\n\t\"fmt\"\n\tx \"a.example/m\"\n)\nfunc f() { fmt.Bad(); x.Good() }\n";
    assert_eq!(go(renamed, &["Good"]), "reachable: a.example/m.Good at m.go:6");
    assert_eq!(go(renamed, &["Bad"]), SEEN_NOT);
    let blank = "package p\nimport _ \"a.example/m\"\nfunc f() { m.Bad() }\n";
    assert_eq!(go(blank, &["Bad"]), SEEN_NOT);
    let raw = "package p\nimport `a.example/m`\nvar x = m.Bad\n";
    assert_eq!(go(raw, &["Bad"]), "reachable: a.example/m.Bad at m.go:3");
    assert_eq!(go("package p\nimport \"a.example/m/sub\"\nvar x = sub.Bad\n", &["Bad"]), NOT_IMPORTED);
    assert_eq!(go("package p\n// import \"a.example/m\"\nvar x = \"a.example/m\"\n", &["Bad"]), NOT_IMPORTED);
}

#[test]
fn go_dot_imports() {
    let text = |body: &str| format!("package p\nimport . \"a.example/m\"\n{body}\n");
    assert_eq!(go(&text("func f() { Bad() }"), &["Bad"]), "reachable: a.example/m.Bad at m.go:3");
    assert_eq!(go(&text("func f(x Bad) {}"), &["Bad"]), "reachable: a.example/m.Bad at m.go:3");
    assert_eq!(go(&text("func Bad() {}\nfunc f() { Bad() }"), &["Bad"]), SEEN_NOT);
    assert_eq!(go(&text("func f() { Bad := 1; print(Bad) }"), &["Bad"]), SEEN_NOT);
}

#[test]
fn go_names_that_hide_an_import() {
    let text = |body: &str| format!("package p\nimport \"a.example/m\"\n{body}\n");
    assert_eq!(go(&text("func f(m T) { m.Bad() }"), &["Bad"]), SEEN_NOT);
    assert_eq!(go(&text("func f() { m := m.New(); m.Bad() }"), &["Bad"]), SEEN_NOT);
    assert_eq!(go(&text("func f() { m := m.New(); m.Bad() }"), &["New"]), "reachable: a.example/m.New at m.go:3");
    assert_eq!(go(&text("func f() { { m := 1; _ = m }; m.Bad() }"), &["Bad"]), "reachable: a.example/m.Bad at m.go:3");
    assert_eq!(go(&text("func f() { for _, m := range l { m.Bad() } }"), &["Bad"]), SEEN_NOT);
    assert_eq!(go(&text("func f() { if m := g(); m.Bad() {} }"), &["Bad"]), SEEN_NOT);
    assert_eq!(go(&text("func f() { switch m := y.(type) { case int: m.Bad() } }"), &["Bad"]), SEEN_NOT);
    // The name is hidden, but it may hold a value of the package: then the call is the method's.
    assert!(go(&text("func f(m *m.T) { m.Bad() }"), &["T.Bad"]).starts_with("reachable"));
}

#[test]
fn go_comments_texts_types_and_methods() {
    let text = "package p\nimport x \"a.example/m\"\n// x.Bad in a comment\n/* x.Bad() */\nfunc f() {\n\ts := \"x.Bad\" + `x.Bad`\n\tc := x.New(s)\n\tdefer c.Close()\n\tvar t x.Type\n\t_ = []x.Other{{}}\n\t_ = x.Generic[int](1)\n}\n";
    assert_eq!(go(text, &["Bad"]), SEEN_NOT);
    assert_eq!(go(text, &["Conn.Close"]), "reachable: a.example/m.Conn.Close at m.go:8");
    assert_eq!(go(text, &["Type"]), "reachable: a.example/m.Type at m.go:9");
    assert_eq!(go(text, &["Other"]), "reachable: a.example/m.Other at m.go:10");
    assert_eq!(go(text, &["Generic"]), "reachable: a.example/m.Generic at m.go:11");
    // A function of a package is no method of another's value.
    let other = "package p\nimport (\n\"a.example/m\"\n\"os\"\n)\nfunc f() { m.New(); os.Close() }\n";
    assert_eq!(go(other, &["Conn.Close"]), SEEN_NOT);
}

#[test]
fn go_packages_that_call_themselves_otherwise() {
    let yaml = "package p\nimport \"gopkg.in/yaml.v3\"\nfunc f() { yaml.Unmarshal(nil, nil) }\n";
    let judge_of = |path: &str, text: &str, name: &str| judge(&[("m.go", text)], "Go", path, path, &[name]);
    assert!(judge_of("gopkg.in/yaml.v3", yaml, "Unmarshal").starts_with("reachable"));
    let major = "package p\nimport \"a.example/go-jose/v3\"\nfunc f() { jose.Parse() }\n";
    assert!(judge_of("a.example/go-jose/v3", major, "Parse").starts_with("reachable"));
    // None of the guesses is in use, and nothing declares the name that is.
    let other = "package p\nimport \"a.example/strange\"\nfunc f() { odd.Parse() }\n";
    assert!(judge_of("a.example/strange", other, "Parse").starts_with("reachable"));
    let declared = "package p\nimport \"a.example/strange\"\nvar odd T\nfunc f() { odd.Parse() }\n";
    assert_eq!(judge_of("a.example/strange", declared, "Parse"), SEEN_NOT);
}

#[test]
fn go_heads_that_look_like_declarations() {
    let text = "/*\nfunc f in a licence\n*/\npackage p\nimport \"a.example/m\"\nfunc f() { m.Bad() }\n";
    assert!(go(text, &["Bad"]).starts_with("reachable"));
    assert_eq!(go(text, &["Else"]), SEEN_NOT);
    assert_eq!(go("/*\nvar x\n*/\npackage p\n\nimport (\n\"a.example/m\"\n)\n", &["Else"]), SEEN_NOT);
}

#[test]
fn rust_use_trees() {
    let text = "use vuln::{Thing as V, inner::{self, deep::call}};\nfn f() {\n    let v = V::new();\n    v.grow(1);\n    inner::run();\n    call();\n}\n";
    assert_eq!(rust(text, &["vuln::Thing::new"]), at("vuln::Thing::new", 3));
    assert_eq!(rust(text, &["vuln::Thing::grow"]), at("vuln::Thing::grow", 4));
    assert_eq!(rust(text, &["vuln::inner::run"]), at("vuln::inner::run", 5));
    assert_eq!(rust(text, &["vuln::inner::deep::call"]), at("vuln::inner::deep::call", 6));
    assert_eq!(rust(text, &["vuln::Thing::insert_many"]), SEEN_NOT);
    assert_eq!(rust("use vuln as v;\nuse v::bad;\nfn f() { bad(); }\n", &["vuln::bad"]), at("vuln::bad", 3));
    assert_eq!(rust("extern crate vuln as v;\nfn f() { v::bad(); }\n", &["vuln::bad"]), at("vuln::bad", 2));
    assert_eq!(rust("use vuln::*;\nfn f() { bad(); Thing::new(); }\n", &["vuln::bad"]), at("vuln::bad", 2));
    assert_eq!(rust("use vuln::m::*;\nfn f() { Thing::new(); }\n", &["vuln::Thing::new"]), at("vuln::Thing::new", 2));
    assert_eq!(rust("use {vuln::bad, std::fmt};\nfn f() { bad() }\n", &["vuln::bad"]), at("vuln::bad", 2));
    // Brought in and never used.
    assert_eq!(rust("use vuln::bad;\nfn f() {}\n", &["vuln::bad"]), SEEN_NOT);
    assert_eq!(rust("pub use vuln::bad;\n", &["vuln::bad"]), at("vuln::bad", 1));
}

#[test]
fn rust_paths() {
    assert_eq!(rust("fn f() { vuln::a::bad(1) }", &["vuln::a::bad"]), at("vuln::a::bad", 1));
    assert_eq!(rust("fn f() { ::vuln::bad(1) }", &["vuln::bad"]), at("vuln::bad", 1));
    assert_eq!(rust("fn f() { vuln::T::<u8>::bad(1) }", &["vuln::T::bad"]), at("vuln::T::bad", 1));
    assert_eq!(rust("fn f() { <vuln::T as Default>::bad() }", &["vuln::T::bad"]), at("vuln::T::bad", 1));
    assert_eq!(rust("fn f() { <u8 as vuln::T>::bad() }", &["vuln::T::bad"]), at("vuln::T::bad", 1));
    assert_eq!(rust("type V = vuln::T<u8>;\nfn f() { V::bad() }", &["vuln::T::bad"]), at("vuln::T::bad", 2));
    assert_eq!(rust("fn f() { let g = vuln::bad; }", &["vuln::bad"]), at("vuln::bad", 1));
    assert_eq!(rust("#[vuln::bad]\nfn f() {}", &["vuln::bad"]), at("vuln::bad", 1));
    assert_eq!(rust("fn f(x: vuln::T) { x.bad::<u8>() }", &["vuln::T::bad"]), at("vuln::T::bad", 1));
    // A field, or a method of the same name in a file that does not import the crate.
    assert_eq!(rust("fn f(x: vuln::T) { x.bad }", &["vuln::T::bad"]), SEEN_NOT);
    assert_eq!(rust("fn f(x: T) { x.bad() }", &["vuln::T::bad"]), NOT_IMPORTED);
    // A module of the project's own by the crate's name.
    assert_eq!(rust("mod vuln;\nfn f() { vuln::bad() }", &["vuln::bad"]), NOT_IMPORTED);
    assert_eq!(rust("fn f() { crate::vuln::bad(); self::vuln::bad() }", &["vuln::bad"]), NOT_IMPORTED);
    assert_eq!(rust("use crate::vuln::bad;\nfn f() { bad() }", &["vuln::bad"]), NOT_IMPORTED);
    assert_eq!(rust("use vuln::*;\nfn bad() {}\nfn f() { bad() }", &["vuln::bad"]), SEEN_NOT);
}

#[test]
fn rust_scopes() {
    let text = "fn f() { use vuln::bad; bad() }\nfn g() { bad() }\n";
    assert_eq!(rust(text, &["vuln::bad"]), at("vuln::bad", 1));
    let text = "use other::bad;\nfn f() { bad() }\nfn g() { use vuln::other; other() }\n";
    assert_eq!(rust(text, &["vuln::bad"]), SEEN_NOT);
    assert_eq!(rust("fn f() { bad(); use vuln::bad; }", &["vuln::bad"]), at("vuln::bad", 1));
}

#[test]
fn rust_comments_texts_and_macros() {
    let text = "use vuln::T;\n/* use vuln::bad; /* vuln::bad() */ */\n// vuln::bad()\n/// vuln::bad()\nfn f<'a>(c: char) {\n    let s = r#\"vuln::bad()\"#;\n    let t = \"vuln::bad()\";\n    if c == '\"' { worse(b\"vuln::bad()\") }\n}\n";
    assert_eq!(rust(text, &["vuln::bad"]), SEEN_NOT);
    let in_macro = "fn f() { println!(\"{}\", vuln::bad(1)); }";
    assert_eq!(rust(in_macro, &["vuln::bad"]), at("vuln::bad", 1));
    let method = "use vuln::T;\nfn f(t: T) { assert!(t.bad(1).ok(), \"t.good()\"); }";
    assert_eq!(rust(method, &["vuln::T::bad"]), at("vuln::T::bad", 2));
    assert_eq!(rust(method, &["vuln::T::good"]), SEEN_NOT);
    assert_eq!(rust("fn f() { vuln::bad!(1) }", &["vuln::bad"]), at("vuln::bad", 1));
    assert_eq!(rust("use vuln::bad;\nfn f() { bad!(1) }", &["vuln::bad"]), at("vuln::bad", 2));
    assert_eq!(rust("#[macro_use]\nextern crate vuln;\nfn f() { bad!(1) }", &["vuln::bad"]), at("vuln::bad", 3));
    assert_eq!(rust("macro_rules! m { () => { $crate::vuln::bad() } }", &["vuln::bad"]), NOT_IMPORTED);
    assert_eq!(rust("macro_rules! m { () => { vuln::bad() } }", &["vuln::bad"]), at("vuln::bad", 1));
}

#[test]
fn what_only_tests_build_comes_last() {
    let text = "fn g() { vuln::good(); }\n#[cfg(test)]\nmod tests { fn f() { vuln::bad() } }\n";
    assert_eq!(rust(text, &["vuln::bad"]), at("vuln::bad", 3));
    let files = [("src/a.rs", text), ("src/b.rs", "fn f() { vuln::bad() }")];
    let of = |files: &[(&str, &str)]| judge(files, "crates.io", "vuln", "", &["vuln::bad"]);
    assert_eq!(of(&files), "reachable: vuln::bad at src/b.rs:1");
    let files = [
        ("benches/a.rs", "fn f() { vuln::bad() }"),
        ("src/b.rs", "#[test]\nfn t() { vuln::bad() }\nfn f() { vuln::bad() }"),
    ];
    assert_eq!(of(&files), "reachable: vuln::bad at src/b.rs:3");
    let go = "package p\nimport \"a.example/m\"\nfunc f() { m.Bad() }\n";
    let files = [("a_test.go", go), ("b.go", go)];
    let found = judge(&files, "Go", "a.example/m", "a.example/m", &["Bad"]);
    assert_eq!(found, "reachable: a.example/m.Bad at b.go:3");
}

#[test]
fn crates_by_other_names() {
    let manifest = "[dependencies]\nshort = { package = \"vuln\", version = \"1\" }\n";
    let files = [("Cargo.toml", manifest), ("src/a.rs", "fn f() { short::bad() }")];
    assert_eq!(judge(&files, "crates.io", "vuln", "", &["vuln::bad"]), at("vuln::bad", 1));
    let dashed = [("src/a.rs", "fn f() { small_vec::bad() }")];
    assert_eq!(judge(&dashed, "crates.io", "small-vec", "", &["small_vec::bad"]), at("small_vec::bad", 1));
    // The library is called otherwise than the package.
    let library = [("src/a.rs", "fn f() { lib::bad() }")];
    assert_eq!(judge(&library, "crates.io", "package-rs", "", &["lib::bad"]), at("lib::bad", 1));
}

#[test]
fn each_lock_file_has_its_own_source() {
    let bad = "package p\nimport \"a.example/m\"\nfunc f() { m.Bad() }\n";
    let files = [
        ("go.mod", ""),
        ("main.go", "package p\n"),
        ("inner/go.mod", ""),
        ("inner/x.go", bad),
        ("vendor/a.example/n/n.go", bad),
        ("testdata/n.go", bad),
    ];
    let of = |folder: &str| judge_in(&files, "Go", "a.example/m", "a.example/m", &["Bad"], folder);
    assert_eq!(of(""), NOT_IMPORTED);
    assert_eq!(of("vendor"), NOT_IMPORTED);
    assert_eq!(of("inner"), "reachable: a.example/m.Bad at inner/x.go:3");
    assert_eq!(of("docs"), "-");
    let none = judge(&[("main.go", bad)], "crates.io", "vuln", "", &["vuln::bad"]);
    assert_eq!(none, "-");
    assert_eq!(judge(&[("m.go", bad)], "npm", "m", "", &["Bad"]), "-");
}

#[test]
fn hostile_source_ends() {
    let parts = [
        "use a::{",
        "import (",
        "'",
        "\"",
        "`",
        "r#\"",
        "use ::",
        "use a as ",
        "b'",
        "/*",
        "é'é",
        "import \"a\" import ",
        "fn f() {",
        "{",
        "(",
        "a!(",
        "a::",
        "a.b(",
        "<a as ",
        "func f() {",
        "x := ",
        "if ",
        "#[cfg(test)]\n",
        "mod a {",
        "use a::*; ",
        "type A = B; type B = A; A::c; ",
    ];
    for part in parts {
        for path in ["a.go", "a.rs"] {
            for text in [part.to_owned(), part.repeat(800), format!("package p\nimport \"a\"\n{}", part.repeat(100))] {
                let _ = judge(&[(path, &text)], "Go", "a", "a", &["B"]);
                let _ = judge(&[(path, &text)], "crates.io", "a", "", &["a::b", "a::B::c"]);
            }
        }
    }
}

#[test]
fn words() {
    let found = Reach::Reachable { symbol: "a.B".to_owned(), path: RepoPath::new("m.go"), line: 3 };
    assert_eq!((found.word(), found.to_string().as_str()), ("reachable", "reachable: a.B at m.go:3"));
    assert!(found < Reach::Imported && Reach::Imported < Reach::NotImported);
}

mod generated {
    use proptest::prelude::*;

    use super::*;

    const GO: &[&str] = &[
        "import ",
        "\"a.example/m\"",
        "(",
        ")",
        "{",
        "}",
        "\n",
        ";",
        "m",
        "x",
        ".",
        "B",
        "C",
        "D",
        ":=",
        "=",
        "func ",
        "var ",
        "type ",
        "switch ",
        "case ",
        "for ",
        "range ",
        ",",
        "//",
        "/*",
        "*/",
        "`",
        "\"",
        "[",
        "]",
        "*",
        "é",
        "package p\n",
    ];
    const RUST: &[&str] = &[
        "use ",
        "a",
        "::",
        "b",
        "C",
        "d",
        "*",
        "as ",
        "{",
        "}",
        "(",
        ")",
        "<",
        ">",
        ";",
        ",",
        "fn ",
        "mod ",
        "type ",
        "=",
        "let ",
        "extern crate ",
        "!",
        ".",
        "'",
        "\"",
        "r#\"",
        "/*",
        "*/",
        "//",
        "\n",
        "#[cfg(test)]",
        "#",
        "é",
        "pub ",
        "self",
        "$crate",
    ];

    fn text(parts: &'static [&'static str]) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(parts), 0..60).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Any source ends. What is no Go or Rust may be answered differently by its head and as a whole.
        #[test]
        fn any_source_is_answered(go in text(GO), rust in text(RUST)) {
            let names = |names: [&str; 2]| names.map(str::to_owned).to_vec();
            let of = |package: &str, path: &str, list| {
                [Symbols { package: package.to_owned(), path: path.to_owned(), names: names(list) }]
            };
            for sources in both(&[("m.go", &go), ("src/a.rs", &rust)]) {
                let answer = sources.judge("Go", "a.example/m", &of("a.example/m", "a.example/m", ["B", "C.D"]), "");
                prop_assert!(answer.is_some());
                let answer = sources.judge("crates.io", "a", &of("a", "", ["a::b", "a::C::d"]), "");
                prop_assert!(answer.is_some());
            }
        }
    }
}

#[test]
fn rust_paths_through_modules_of_the_projects_own() {
    let judged = |files: &[(&str, &str)]| judge(files, "crates.io", "vuln", "", &["vuln::http::Parser::parse"]);
    let used = "reachable: vuln::http::Parser::parse at src/b.rs:";
    let cases: &[(&str, &str, &str, u32)] = &[
        ("src/h.rs", "pub use vuln::http::Parser;", "fn f() { crate::h::Parser::parse(); }", 1),
        ("src/h.rs", "pub(crate) use vuln::http::Parser as P;", "use crate::h::P;\nfn f() { P::parse(); }", 2),
        ("src/h.rs", "pub use vuln::http;", "use crate::h::http::Parser;\nfn f() { Parser::parse(); }", 2),
        ("src/h.rs", "pub use vuln::http::*;", "use crate::h::Parser as Q;\nfn f() { Q::parse(); }", 2),
        ("src/h.rs", "pub use vuln::http::*;", "use crate::h::*;\nfn f() { Parser::parse(); }", 2),
        ("src/h/mod.rs", "pub use vuln::http::*;", "use super::h;\nfn f() { h::Parser::parse(); }", 2),
        ("src/lib.rs", "pub use vuln::http::*;", "fn f() { crate::Parser::parse(); }", 1),
        ("src/h.rs", "pub type P = vuln::http::Parser<u8>;", "fn f() { crate::h::P::parse(); }", 1),
        ("src/h.rs", "pub use vuln::http::Parser;", "fn f() { let p = crate::h::Parser::new();\np.parse() }", 2),
    ];
    for (path, handed, body, line) in cases {
        let files = [(*path, *handed), ("src/b.rs", *body)];
        assert_eq!(judged(&files), format!("{used}{line}"), "{handed} / {body}");
    }
    // By two modules, by a private name of the parent, by the crate's own name, by an old declaration.
    for (files, line) in [
        (
            vec![
                ("src/h.rs", "pub use vuln::http::Parser;"),
                ("src/lib.rs", "mod h;\npub use h::Parser as Reader;"),
                ("src/b.rs", "use crate::Reader;\nfn f() { Reader::parse() }"),
            ],
            2,
        ),
        (
            vec![
                ("src/lib.rs", "use vuln::http::Parser;\nmod b;"),
                ("src/b.rs", "use super::*;\nfn f() { Parser::parse() }"),
            ],
            2,
        ),
        (
            vec![
                ("src/lib.rs", "extern crate vuln;\nmod b;"),
                ("src/b.rs", "fn f() { crate::vuln::http::Parser::parse() }"),
            ],
            1,
        ),
        (vec![("src/b.rs", "use vuln::http::Parser;\nmod inner { fn f() { super::Parser::parse() } }")], 2),
        (vec![("src/b.rs", "mod inner { pub use vuln::http::*; }\nfn f() { inner::Parser::parse() }")], 2),
        (
            vec![
                ("Cargo.toml", "[package]\nname = \"my-app\"\n"),
                ("src/lib.rs", "pub mod compat { pub use vuln::http; }"),
                ("src/b.rs", "fn f() { my_app::compat::http::Parser::parse() }"),
            ],
            1,
        ),
        // A library of another package of the project, under another name.
        (
            vec![
                ("Cargo.toml", "[dependencies]\nweb = { path = \"lib\", package = \"my-lib\" }\n"),
                ("lib/Cargo.toml", "[package]\nname = \"my-lib\"\n[lib]\nname = \"mine\"\n"),
                ("lib/src/lib.rs", "pub use vuln::http;"),
                ("src/b.rs", "fn f() { web::http::Parser::parse() }"),
            ],
            1,
        ),
    ] {
        assert_eq!(judged(&files), format!("{used}{line}"), "{files:?}");
    }
    // Another name, another module, a type of the file's own, a name within a function.
    for (handed, body) in [
        ("pub use vuln::http::Parser;", "fn f() { crate::h::Other::parse(); }"),
        ("pub use vuln::http::*;", "fn f() { crate::g::Parser::parse(); }"),
        ("pub use vuln::http::Parser;", "fn f() { crate::g::Parser::parse(); }"),
        ("pub use vuln::http::Parser;", "struct Parser;\nfn f() { Parser::parse(); }"),
        ("fn g() { use vuln::http::Parser; }", "fn f() { crate::h::Parser::parse(); }"),
    ] {
        assert_eq!(judged(&[("src/h.rs", handed), ("src/b.rs", body)]), SEEN_NOT, "{handed} / {body}");
    }
    // Modules that hand one another on end.
    let files = [
        ("src/a.rs", "pub use vuln::*;\npub use crate::b::*;"),
        ("src/b.rs", "pub use crate::a::*;\nfn f() { crate::a::x() }"),
    ];
    assert_eq!(judged(&files), SEEN_NOT);
}
