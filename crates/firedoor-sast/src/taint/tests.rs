//! Files in which `HIT` marks each line where a finding must begin; everywhere else there must be none.

use firedoor_core::{Origin, RepoPath, RuleSource};
use firedoor_lang::Language;

use super::*;
use crate::rule::model::{BySideEffect, Formula, FormulaKind, Mode, TaintSpec};
use crate::rule::options::Options;

/// A rule of plain patterns, in the newer syntax.
fn spec(sources: &str, sinks: &str, sanitizers: &str) -> TaintSpec {
    let list = |key: &str, patterns: &str| {
        let items: Vec<String> = patterns.split(';').map(|p| format!("        - pattern: '{}'\n", p.trim())).collect();
        if patterns.is_empty() { String::new() } else { format!("      {key}:\n{}", items.concat()) }
    };
    let text = format!(
        "rules:\n  - id: t\n    languages: [java]\n    message: m\n    severity: HIGH\n    taint:\n{}{}{}",
        list("sources", sources),
        list("sinks", sinks),
        list("sanitizers", sanitizers)
    );
    let mut loaded = crate::rule::load(&RuleSource::new("t.yaml", text));
    assert!(loaded.errors.is_empty(), "{:?}", loaded.errors);
    match loaded.rules.remove(0).mode().expect("read").clone() {
        Mode::Taint(spec) => *spec,
        Mode::Search(_) => unreachable!("it is a taint rule"),
    }
}

fn hits<'f>(
    formulas: impl Iterator<Item = &'f Formula>,
    language: Language,
    tree: &Tree,
    src: &[u8],
    options: &Options,
) -> Vec<Hit> {
    let mut out = Vec::new();
    for (entry, formula) in formulas.enumerate() {
        let FormulaKind::Pattern(text) = &formula.kind else { unreachable!("only patterns here") };
        let pattern = crate::pattern::compile(&text.text, language).expect("a valid pattern");
        for found in crate::search::matches(&pattern, tree, src, options) {
            let bindings =
                found.bindings.iter().map(|b| Binding { name: b.name, span: b.span, hash: b.hash }).collect();
            out.push(Hit { entry, span: found.span, bindings });
        }
    }
    out
}

pub(super) fn findings(
    language: Language,
    spec: &TaintSpec,
    options: &Options,
    files: &[(&str, &str)],
) -> Vec<(String, u32)> {
    let mut all = Vec::new();
    for (path, code) in files {
        let file = Arc::new(SourceFile::new(RepoPath::new(*path), Origin::WorkTree, code.as_bytes().to_vec()));
        let tree = crate::search::tree_of(language, code.as_bytes()).expect("parses");
        let find = |formulas: Vec<&Formula>| hits(formulas.into_iter(), language, &tree, code.as_bytes(), options);
        let rule = RuleHits {
            rule: 0,
            spec,
            options,
            begins: true,
            sources: find(spec.sources.iter().map(|s| &s.formula).collect()),
            propagators: find(spec.propagators.iter().map(|s| &s.formula).collect()),
            sanitizers: find(spec.sanitizers.iter().map(|s| &s.formula).collect()),
            sinks: find(spec.sinks.iter().map(|s| &s.formula).collect()),
        };
        all.extend(analyze(&file, &tree, language.name(), vec![rule]));
    }
    let (found, cut) = join(&mut all, None, &mut Calls::default());
    assert!(cut.is_empty());
    let line = |f: &TaintFinding| f.file.lines().line_of(f.span.start as usize);
    let mut out: Vec<_> = found.iter().map(|f| (f.file.path().as_str().to_owned(), line(f))).collect();
    out.dedup();
    out
}

fn expected(files: &[(&str, &str)]) -> Vec<(String, u32)> {
    let mut out = Vec::new();
    for (path, code) in files {
        for (n, line) in code.lines().enumerate() {
            if line.contains("HIT") {
                out.push(((*path).to_owned(), n as u32 + 1));
            }
        }
    }
    out.sort();
    out
}

fn check_spec(language: Language, spec: &TaintSpec, options: &Options, files: &[(&str, &str)]) {
    let got = findings(language, spec, options, files);
    assert_eq!(got, expected(files), "{files:#?}");
}

fn java(body: &str) {
    let code = format!("class C {{\n  void m(Request req, Statement st) throws Exception {{\n{body}\n  }}\n}}\n");
    let spec = spec("$R.getParameter(...)", "$S.execute(...)", "clean(...)");
    check_spec(Language::Java, &spec, &Options::default(), &[("C.java", &code)]);
}

fn python(code: &str) {
    let spec = spec("source(...)", "sink(...)", "clean(...)");
    check_spec(Language::Python, &spec, &Options::default(), &[("a.py", code)]);
}

fn javascript(code: &str) {
    let spec = spec("source(...); $R.query", "sink(...)", "clean(...)");
    check_spec(Language::JavaScript, &spec, &Options::default(), &[("a.js", code)]);
}

fn go(code: &str) {
    let spec = spec("source(...)", "sink(...)", "clean(...)");
    check_spec(Language::Go, &spec, &Options::default(), &[("a.go", code)]);
}

#[test]
fn classes_of_one_name_are_told_apart_by_what_is_imported() {
    let spec = spec("$R.getParameter(...)", "$S.execute(...)", "clean(...)");
    let helper = |hit: &str| {
        format!(
            "package a.io;\npublic class Files {{\n  static void put(String x) {{\n    st.execute(x);{hit}\n  }}\n}}\n"
        )
    };
    for (import, is_it) in
        [("import a.io.Files;", true), ("import java.nio.file.Files;", false), ("", true), ("import a.io.*;", true)]
    {
        let caller = format!(
            "package b;\n{import}\nclass C {{\n  void m(Request r) {{ Files.put(r.getParameter(\"x\")); }}\n}}\n"
        );
        let helper = helper(if is_it { " // HIT" } else { "" });
        let files = [("a/io/Files.java", helper.as_str()), ("b/C.java", &caller)];
        check_spec(Language::Java, &spec, &Options::default(), &files);
    }
}

#[test]
fn values_flow_through_variables_and_are_overwritten() {
    python("x = source()\nsink(x) # HIT\nx = 1\nsink(x)\ny = clean(source())\nsink(y)\nsink('a' + source()) # HIT\n");
    python("def f(a):\n    x = source()\n    if a:\n        x = 'ok'\n    sink(x) # HIT\n    sink(a)\n");
    python("x = f'{source()} b'\nsink(x) # HIT\na, b = source(), 1\nsink(a) # HIT\nsink(b)\n");
    python("for x in source():\n    sink(x) # HIT\nwhile True:\n    y = source()\n    break\nsink(y) # HIT\n");
    python("try:\n    x = source()\nexcept E:\n    x = 1\nsink(x) # HIT\n");
    python("x = 1\nfor i in y:\n    sink(x) # HIT\n    x = source()\n");
}

#[test]
fn branches_that_cannot_be_taken_taint_nothing() {
    java(
        "String p = req.getParameter(\"a\");\nString bar;\nint num = 86;\nif ((7 * 42) - num > 200) bar = \"safe\";\nelse bar = p;\nst.execute(bar);",
    );
    java(
        "String p = req.getParameter(\"a\");\nString bar;\nint num = 196;\nif ((500 / 42) + num > 200) bar = p;\nelse bar = \"never\";\nst.execute(bar); // HIT",
    );
    java(
        "String p = req.getParameter(\"a\");\nint num = 106;\nString bar = (7 * 18) + num > 200 ? \"constant\" : p;\nst.execute(bar);",
    );
    java(
        "String p = req.getParameter(\"a\");\nString bar;\nString guess = \"ABC\";\nchar t = guess.charAt(1);\nswitch (t) {\ncase 'A': bar = p; break;\ncase 'B': bar = \"bob\"; break;\ncase 'C':\ncase 'D': bar = p; break;\ndefault: bar = \"x\"; break;\n}\nst.execute(bar);",
    );
    java(
        "String p = req.getParameter(\"a\");\nString bar;\nString guess = \"ABC\";\nchar t = guess.charAt(2);\nswitch (t) {\ncase 'A': bar = p; break;\ncase 'B': bar = \"bob\"; break;\ncase 'C':\ncase 'D': bar = p; break;\ndefault: bar = \"x\"; break;\n}\nst.execute(bar); // HIT",
    );
    java("String p = req.getParameter(\"a\");\nboolean b = true;\nif (b && true) p = \"x\";\nst.execute(p);");
}

#[test]
fn containers_are_sensitive_to_keys_and_places() {
    java(
        "String p = req.getParameter(\"a\");\njava.util.List<String> l = new java.util.ArrayList<String>();\nl.add(\"safe\");\nl.add(p);\nl.add(\"moresafe\");\nl.remove(0);\nString bar = l.get(0);\nst.execute(bar); // HIT\nst.execute(l.get(1));",
    );
    java(
        "String p = req.getParameter(\"a\");\nMap<String, Object> m = new HashMap<String, Object>();\nm.put(\"A\", \"a\");\nm.put(\"B\", p);\nString bar = (String) m.get(\"B\");\nst.execute(bar); // HIT\nbar = (String) m.get(\"A\");\nst.execute(bar);",
    );
    python(
        "d = {}\nd['a'] = source()\nd['b'] = 1\nsink(d['a']) # HIT\nsink(d['b'])\nl = [1, source()]\nsink(l[0])\nsink(l[1]) # HIT\nl.append(2)\nsink(l[-1])\nsink(l[i]) # HIT\n",
    );
    javascript(
        "let o = { a: source(), b: 1 };\nsink(o.a); // HIT\nsink(o.b);\nlet { a, b } = o;\nsink(a); // HIT\nsink(b);\nconst l = [];\nl.push(source());\nsink(l[0]); // HIT\n",
    );
    java(
        "String p = req.getParameter(\"a\");\nStringBuilder sb = new StringBuilder(\"x\");\nsb.append(p).append(\"y\");\nst.execute(sb.toString()); // HIT",
    );
}

#[test]
fn containers_in_another_order() {
    python(
        "l = ['x', source()]\nl.reverse()\nsink(l[0]) # HIT\nsink(l[1])\nsink(l[::-1][0])\nsink(l[::-1][1]) # HIT\nsink(l[1:][0])\nl.sort()\nsink(l[1]) # HIT\n",
    );
    python(
        "a, *rest, z = ['x', 'y', source(), 'z']\nsink(a)\nsink(rest) # HIT\nsink(rest[0])\nsink(rest[1]) # HIT\nsink(z)\n",
    );
    python(
        "import collections\nq = collections.deque(['a'])\nq.append(source())\nsink(q[0])\nsink(q.pop()) # HIT\nd = dict([('a', source()), ('b', 1)])\nsink(d['a']) # HIT\nsink(d['b'])\n",
    );
    java(
        "List<String> q = new ArrayList<>();\nq.add(\"a\");\nq.add(req.getParameter(\"b\"));\nCollections.reverse(q);\nst.execute(q.get(0)); // HIT\nst.execute(q.get(1));\nst.execute(q.subList(0, 1).get(0)); // HIT\nst.execute(q.subList(1, 2).get(0));",
    );
    java(
        "String[] a = {\"a\", req.getParameter(\"b\"), \"c\"};\nString[] b = Arrays.copyOf(a, 2);\nst.execute(b[0]);\nst.execute(b[1]); // HIT\nString[] c = Arrays.copyOfRange(a, 1, 3);\nst.execute(c[0]); // HIT\nst.execute(c[1]);",
    );
    java(
        "Map<String, String> m = new HashMap<>();\nm.put(\"a\", \"v\");\nm.put(req.getParameter(\"b\"), \"v\");\nfor (Map.Entry<String, String> e : m.entrySet()) {\nst.execute(e.getKey()); // HIT\nst.execute(e.getValue());\n}",
    );
    javascript("const m = new Map([['a', 'x'], ['b', source()]]);\nsink(m.get('a'));\nsink(m.get('b')); // HIT\n");
}

#[test]
fn helpers_of_the_same_file_are_followed() {
    java(
        "String p = req.getParameter(\"a\");\nst.execute(id(p)); // HIT\nst.execute(constant(p));\n} String id(String x) { return x; }\nString constant(String x) { String y = x; y = \"k\"; return y; }\nvoid z() {",
    );
    java(
        "String p = req.getParameter(\"a\");\nString bar = new Test().pick(req, p);\nst.execute(bar);\n}\nprivate class Test { public String pick(Request r, String param) { String b = \"safe\"; int n = 86; if ((7 * 42) - n > 200) b = \"a\"; else b = param; return b; } }\nvoid z() {",
    );
    java(
        "String bar = new Test().pick(req);\nst.execute(bar); // HIT\n}\nprivate class Test { public String pick(Request r) { return r.getParameter(\"x\"); } }\nvoid z() {",
    );
    python("def run(q):\n    sink(q) # HIT\ndef other(q):\n    sink(q)\nrun(source())\nother('x')\n");
    python("def get():\n    return source()\nsink(get()) # HIT\n");
    python("def fill(l):\n    l.append(source())\nx = []\nfill(x)\nsink(x) # HIT\n");
    go(
        "package p\nfunc id(s string) string { return s }\nfunc f() {\n\tx := source()\n\tsink(id(x)) // HIT\n\tvar y string\n\tsink(y)\n}\n",
    );
    javascript("const get = (r) => r.query.id;\nfunction h(req) {\n  const x = get(req);\n  sink(x); // HIT\n}\n");
}

#[test]
fn each_call_has_its_own_arguments() {
    python("def id(x):\n    return x\nsink(id('a'))\nsink(id(source())) # HIT\n");
    python(
        "def f(a, b):\n    return b\nsink(f(source(), 1))\nsink(f(1, source())) # HIT\nsink(f(b=source(), a=1)) # HIT\n",
    );
}

#[test]
fn fields_carry_from_method_to_method() {
    python(
        "class A:\n    def __init__(self, v):\n        self.v = v\n        self.w = 1\n    def go(self):\n        sink(self.v) # HIT\n        sink(self.w)\na = A(source())\na.go()\n",
    );
    python(
        "class A:\n    def f(self):\n        self.x = source()\n        sink(self.x) # HIT\n        self.x = 1\n        sink(self.x)\n",
    );
}

#[test]
fn functions_written_in_place_see_what_is_around() {
    javascript(
        "function f() {\n  const x = source();\n  list.forEach(() => { sink(x); }); // HIT\n  const g = () => sink(x); // HIT\n}\n",
    );
    javascript(
        "const l = source();\nl.forEach(x => {\n  sink(x); // HIT\n});\nl.map(clean).forEach(function (y) { sink(1); });\n",
    );
    python("x = source()\ndef f():\n    sink(x) # HIT\n");
}

#[test]
fn taint_crosses_files() {
    let s = spec("source(...)", "sink(...)", "");
    let files = [
        ("a.py", "from b import run, wrap, safe\nrun(source())\nsink(wrap(source())) # HIT\nsink(safe(source()))\n"),
        (
            "b.py",
            "def run(x):\n    sink(x) # HIT\ndef wrap(x):\n    return 'a' + x\ndef safe(x):\n    return 'constant'\n",
        ),
    ];
    check_spec(Language::Python, &s, &Options::default(), &files);
    let s = spec("$R.getParameter(...)", "$S.execute(...)", "");
    let files = [
        (
            "A.java",
            "class A { void m(Request r, Statement s) {\nHelper h = new Helper(r);\ns.execute(h.get()); // HIT\ns.execute(h.constant());\nHelper.run(s, r.getParameter(\"a\"));\n} }\n",
        ),
        (
            "Helper.java",
            "class Helper { Request r; Helper(Request r) { this.r = r; }\nString get() { return r.getParameter(\"x\"); }\nString constant() { return \"bar\"; }\nstatic void run(Statement s, String q) {\ns.execute(q); // HIT\n} }\n",
        ),
    ];
    check_spec(Language::Java, &s, &Options::default(), &files);
}

#[test]
fn constant_arguments_decide_in_other_files() {
    let spec = spec("source(...)", "sink(...)", "");
    let helper = "sink(1)\nRAW = 1\nFIXED = 2\n\ndef pick(how, v):\n    if how == RAW:\n        return v\n    return 'fixed'\n\n\
                  def named(v, name='none'):\n    return {'raw': v, 'none': ''}[name]\n\n\
                  def clean(v, raw=False):\n    if not raw:\n        return escape_all()\n    return v\n\n\
                  class Loud:\n    def say(self, v):\n        return v\n\nclass Quiet:\n    def say(self, v):\n        return '.'\n\n\
                  def make(kind):\n    if kind == 'loud':\n        return Loud()\n    return Quiet()\n";
    let user = "import h\nfrom h import make, clean\n\ndef f(mode):\n    x = source()\n    sink(h.pick(h.RAW, x))  # HIT\n    \
                sink(h.pick(h.FIXED, x))\n    sink(h.pick(2, x))\n    sink(h.pick(mode, x))  # HIT\n    sink(h.named(x))\n    \
                sink(h.named(x, 'raw'))  # HIT\n    sink(h.named(x, name='none'))\n    sink(clean(x))\n    \
                sink(clean(x, raw=True))  # HIT\n    loud = make('loud')\n    sink(loud.say(x))  # HIT\n    \
                quiet = make('quiet')\n    sink(quiet.say(x))\n";
    check_spec(Language::Python, &spec, &Options::default(), &[("h.py", helper), ("u.py", user)]);
    let helper = "class Modes {\n  int n = sink(1);\n  static final int RAW = 1;\n  static final int NONE = 2;\n  static String pick(int how, String v) {\n    \
                  switch (how) {\n      case RAW: return v;\n      default: return \"x\";\n    }\n  }\n  \
                  static String pick(String v) { return v; }\n}\n";
    let user = "class U {\n  void f() {\n    String x = source();\n    sink(Modes.pick(Modes.RAW, x)); // HIT\n    \
                sink(Modes.pick(Modes.NONE, x));\n    sink(Modes.pick(x)); // HIT\n  }\n}\n";
    check_spec(Language::Java, &spec, &Options::default(), &[("Modes.java", helper), ("U.java", user)]);
}

#[test]
fn flags_are_handed_on_to_what_asks_for_them() {
    let spec = spec("source(...)", "sink(...)", "clean(...)");
    let helper = "sink(1)\n\ndef inner(v, raw=False):\n    if raw:\n        return v\n    return clean(v)\n\n\
                  def outer(v, raw=False):\n    return inner(v, raw)\n";
    let user = "from h import outer\n\ndef f():\n    x = source()\n    sink(outer(x))\n    sink(outer(x, False))\n    \
                sink(outer(x, True))  # HIT\n    sink(outer(x, raw=True))  # HIT\n";
    check_spec(Language::Python, &spec, &Options::default(), &[("h.py", helper), ("u.py", user)]);
}

#[test]
fn bundles_are_known_by_their_loader() {
    let loader = b"(function e(t,n,r){function s(o,u){if(!n[o]){var f=new Error(\"Cannot find module '\"+o+\"'\");\
                   throw f.code=\"MODULE_NOT_FOUND\",f}var l=n[o]={exports:{}};t[o][0].call(l.exports)";
    assert!(super::is_bundle(loader));
    assert!(super::is_bundle(b"/******/ (function(modules) { // webpackBootstrap"));
    let code = "var a = 1;\n".repeat(400);
    let map = "A".repeat(20_000);
    assert!(!super::is_minified(format!("{code}//# sourceMappingURL=data:application/json;base64,{map}\n").as_bytes()));
    assert!(super::is_minified(format!("{code}var b='{map}';\n").as_bytes()));
    assert!(!super::is_bundle(b"if (e.code === 'MODULE_NOT_FOUND') module.exports = null;"));
}

#[test]
fn interfaces_have_constants_and_are_functions() {
    let code = "class C {\n  interface K { boolean RAW = false; boolean OPEN = true; }\n  interface V { String visit(String v); }\n  \
                static class El { String accept(String s, V v) { return v.visit(s); } }\n  \
                void m(Request req, Statement st) {\n    String x = req.getParameter(1);\n    st.execute(K.RAW ? x : \"a\");\n    \
                st.execute(K.OPEN ? x : \"a\"); // HIT\n    st.execute(new El().accept(x, e -> e)); // HIT\n    \
                st.execute(new El().accept(x, e -> \"seen\"));\n    st.execute(\"b\".compareTo(\"a\") < 0 ? x : \"\");\n  }\n}\n";
    let spec = spec("$R.getParameter(...)", "$S.execute(...)", "");
    check_spec(Language::Java, &spec, &Options::default(), &[("C.java", code)]);
    let spec = self::spec("source(...)", "sink(...)", "");
    let code = "def f():\n    x = source()\n    sink('{a}'.format_map({'a': 'x', 'b': x}))\n    \
                sink('{b}'.format_map({'a': 'x', 'b': x}))  # HIT\n";
    check_spec(Language::Python, &spec, &Options::default(), &[("a.py", code)]);
}

#[test]
fn the_order_of_files_does_not_matter() {
    let s = spec("source(...)", "sink(...)", "");
    let a = ("a.py", "from b import f\nf(source())\n");
    let b = ("b.py", "def f(x):\n    sink(x)\n");
    let o = Options::default();
    assert_eq!(findings(Language::Python, &s, &o, &[a, b]), findings(Language::Python, &s, &o, &[b, a]));
}

#[test]
fn switches_of_rules_are_kept() {
    let s = spec("source(...)", "sink(...)", "");
    let safe = Options { taint_assume_safe_functions: true, taint_assume_safe_indexes: true, ..Options::default() };
    let code = "x = source()\nsink(x) # HIT\nsink(unknown(x))\nsink(d[x])\n";
    check_spec(Language::Python, &s, &safe, &[("a.py", code)]);
    let code = "x = source()\nsink(unknown(x)) # HIT\nsink(d[x]) # HIT\nsink(x == 1) # HIT\n";
    check_spec(Language::Python, &s, &Options::default(), &[("a.py", code)]);
    let safe = Options { taint_assume_safe_comparisons: true, ..Options::default() };
    check_spec(Language::Python, &s, &safe, &[("a.py", "sink(source() == 1)\nsink(source()) # HIT\n")]);
}

#[test]
fn sinks_are_exact_and_sources_are_not() {
    python("sink(1 if source() else 2)\nsink(source(sink(x))) # HIT\n");
    let mut s = spec("source(...)", "sink(...)", "");
    s.sinks[0].exact = false;
    check_spec(Language::Python, &s, &Options::default(), &[("a.py", "sink(1 if source() else 2) # HIT\n")]);
    let mut s = spec("source($X)", "sink(...)", "");
    s.sources[0].by_side_effect = BySideEffect::Only;
    check_spec(Language::Python, &s, &Options::default(), &[("a.py", "sink(source(1))\n")]);
}

#[test]
fn labels_decide_what_a_sink_needs() {
    let mut s = spec("a(...); b(...)", "sink(...)", "");
    s.sources[0].label = "A".into();
    s.sources[1].label = "B".into();
    assert!(findings(Language::Python, &s, &Options::default(), &[("a.py", "sink(a())\n")]).is_empty());
    let text = "rules:\n  - id: t\n    languages: [python]\n    message: m\n    severity: HIGH\n    mode: taint\n    pattern-sources:\n      - {pattern: a(...), label: A}\n      - {pattern: b(...), label: B}\n    pattern-sinks:\n      - {pattern: sink(...), requires: A and not B}\n";
    let mut loaded = crate::rule::load(&RuleSource::new("t.yaml", text));
    let Mode::Taint(s) = loaded.rules.remove(0).mode().expect("read").clone() else { unreachable!("taint") };
    check_spec(Language::Python, &s, &Options::default(), &[("a.py", "sink(a()) # HIT\nsink(b())\nsink(a() + b())\n")]);
}

#[test]
fn propagators_add_ways() {
    let text = "rules:\n  - id: t\n    languages: [python]\n    message: m\n    severity: HIGH\n    mode: taint\n    pattern-sources:\n      - pattern: source(...)\n    pattern-propagators:\n      - {pattern: $TO.feed($FROM), from: $FROM, to: $TO}\n    pattern-sinks:\n      - pattern: sink(...)\n";
    let mut loaded = crate::rule::load(&RuleSource::new("t.yaml", text));
    let Mode::Taint(s) = loaded.rules.remove(0).mode().expect("read").clone() else { unreachable!("taint") };
    check_spec(
        Language::Python,
        &s,
        &Options::default(),
        &[("a.py", "o = new()\nsink(o)\no.feed(source())\nsink(o) # HIT\n")],
    );
}

#[test]
fn what_has_no_body_passes_on() {
    java(
        "String p = req.getParameter(\"a\");\nst.execute(get(p)); // HIT\n}\nabstract String get(String p);\nvoid z() {",
    );
}

#[test]
fn recursion_and_depth_end() {
    python(
        "def f(x):\n    return f(x + 1)\nsink(f(source()))\ndef a(x):\n    return b(x)\ndef b(x):\n    if x:\n        return a(x)\n    return x\nsink(a(source())) # HIT\n",
    );
    let deep = format!("x = {}source(){}\nsink(x)\n", "(".repeat(3000), ")".repeat(3000));
    let s = spec("source(...)", "sink(...)", "");
    let _ = findings(Language::Python, &s, &Options::default(), &[("a.py", &deep)]);
    let long = format!("x = source(){}\nsink(x) # HIT\n", " + 'a'".repeat(2000));
    check_spec(Language::Python, &s, &Options::default(), &[("a.py", &long)]);
    let doubling = format!("x = source()\n{}sink(x) # HIT\n", "x = f(x, x)\n".repeat(50));
    check_spec(Language::Python, &s, &Options::default(), &[("a.py", &doubling)]);
    let nested = format!("{}sink(source())", "if a:\n x = 1\n".repeat(500));
    let _ = findings(Language::Python, &s, &Options::default(), &[("a.py", &nested)]);
}

/// Fixtures with annotations, through the whole engine.
#[test]
fn fixtures_report_exactly_their_lines() {
    macro_rules! fixture {
        ($name:literal, $extension:literal) => {{
            let rules = include_str!(concat!("../../testdata/taint/", $name, ".yaml"));
            let code = include_str!(concat!("../../testdata/taint/", $name, ".", $extension));
            let path = RepoPath::new(concat!($name, ".", $extension));
            let file = Arc::new(SourceFile::new(path, Origin::WorkTree, code.as_bytes().to_vec()));
            let outcome = crate::testing::run(&RuleSource::new($name, rules), &file);
            assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
            let expected = &crate::testing::annotations(code)[$name].reported;
            assert_eq!(&outcome.lines[$name], expected, "{}", $name);
        }};
    }
    fixture!("servlet", "java");
    fixture!("flask", "py");
    fixture!("express", "js");
    fixture!("handler", "go");
    fixture!("query", "cs");
    fixture!("page", "php");
    fixture!("controller", "rb");
    fixture!("screen", "kt");
    fixture!("twins", "java");
    fixture!("shapes", "py");
}
