//! Rule files as people write them: what is read, what is refused and where, and what the rules then find.

use std::sync::Arc;

use firedoor_core::{Diagnostic, Engine, Findings, Origin, RepoPath, RuleSource, SourceFile};

use crate::{SecretsConfig, compile};

fn run(rules: &str, base: &str, path: &str, text: &str) -> (Vec<String>, Vec<Diagnostic>) {
    let resolve = |name: &str| {
        if name == "base.toml" { Ok(RuleSource::new("base.toml", base)) } else { Err("no such file".to_owned()) }
    };
    let sources = vec![RuleSource::new("rules.toml", rules)];
    let config = SecretsConfig { builtin: false, extended: false, sources, resolve: &resolve };
    let (engine, diagnostics) = compile(&config);
    let file = Arc::new(SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec()));
    let mut found = Findings::default();
    engine.start().file(&file, &mut found);
    let told = found
        .findings
        .iter()
        .map(|f| {
            let r = f.location.region;
            let times = if f.properties.get("times").is_some_and(|n| n == "2") { " twice" } else { "" };
            format!("{} {}:{}-{}{times}", f.rule.id, r.start_line, r.start_column, r.end_column)
        })
        .collect();
    (told, diagnostics)
}

fn check(rules: &str, path: &str, text: &str, expected: &[&str]) {
    let (found, diagnostics) = run(rules, "", path, text);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(found, expected, "{rules}\n{text}");
}

const RULE: &str = "[[rules]]\nid = \"r\"\nregex = '''tok=([a-z0-9]{4,8})'''\nkeywords = [\"TOK\"]\n";

#[test]
fn the_first_group_or_the_named_one_is_the_secret() {
    check(RULE, "a", "x\n tok=abc123 y", &["r 2:6-12"]);
    check("[[rules]]\nid='r'\nregex='''(k)=(v+)'''\nsecretGroup=2\n", "a", "k=vvv", &["r 1:3-6"]);
    check("[[rules]]\nid='r'\nregex='''k=v+'''\n", "a", "k=vvv", &["r 1:1-6"]);
}

#[test]
fn entropy_path_and_keyword() {
    check(&format!("{RULE}entropy = 2.0\n"), "a", "tok=aaaaaa", &[]);
    check(&format!("{RULE}path = '''\\.env$'''\n"), "a", "tok=abc123", &[]);
    check(&format!("{RULE}path = '''\\.env$'''\n"), "x/.env", "tok=abc123", &["r 1:5-11"]);
    check("[[rules]]\nid='p'\npath='''\\.p12$'''\n", "a/k.p12", "", &["p 1:1-1"]);
    // The keyword may stand anywhere in the file, as in gitleaks.
    let far = "[[rules]]\nid='r'\nregex='''[0-9]{6}'''\nkeywords=['acme']\n";
    check(far, "a", &format!("123456{}acme", " ".repeat(9000)), &["r 1:1-7"]);
    check(far, "a", "123456", &[]);
}

#[test]
fn allow_lists_of_every_form() {
    let text = "tok=abc123 # fine\n";
    for list in [
        "[[rules.allowlists]]\nregexes=['''^abc''']\n",
        "[[rules.allowlists]]\nregexTarget='match'\nregexes=['''^tok''']\n",
        "[[rules.allowlists]]\nregexTarget='line'\nregexes=['''fine''']\n",
        "[[rules.allowlists]]\nstopwords=['C12']\n",
        "[[rules.allowlists]]\npaths=['''^a$''']\n",
        "[[rules.allowlists]]\ncondition='AND'\npaths=['''^a$''']\nstopwords=['abc']\n",
        "[rules.allowlist]\nstopwords=['abc']\n",
        "[allowlist]\npaths=['''a''']\n",
        "[[allowlists]]\ntargetRules=['r']\nstopwords=['abc']\n",
    ] {
        check(&format!("{RULE}{list}"), "a", text, &[]);
    }
    for list in [
        "[[rules.allowlists]]\ncondition='AND'\npaths=['''^b$''']\nstopwords=['abc']\n",
        "[[allowlists]]\ntargetRules=['other']\nstopwords=['abc']\n",
        "[[rules.allowlists]]\ncommits=['abc123']\n",
    ] {
        check(&format!("{RULE}{list}"), "a", text, &["r 1:5-11"]);
    }
}

#[test]
fn composite_rules_need_their_parts_nearby() {
    let rules = format!(
        "{RULE}[[rules.required]]\nid='i'\nwithinLines=1\n[[rules]]\nid='i'\nregex='''id=\\d+'''\nskipReport=true\n"
    );
    check(&rules, "a", "id=1\ntok=abc123", &["r 2:5-11"]);
    check(&rules, "a", "id=1\n\n\ntok=abc123", &[]);
    check(&rules, "a", "tok=abc123", &[]);
}

#[test]
fn a_required_rule_needs_no_keyword() {
    let rules = format!(
        "{RULE}[[rules.required]]\nid='i'\n[[rules]]\nid='i'\nregex='''id=\\d+'''\nkeywords=['absent']\nskipReport=true\n"
    );
    check(&rules, "a", "id=1 tok=abc123", &["r 1:10-16"]);
}

#[test]
fn groups_are_those_of_the_trimmed_match_alone() {
    // Without the line end the pattern does not match, so all of the rest is the secret.
    check("[[rules]]\nid='r'\nregex='''\\n@([a-z]+)'''\n", "a", "x\n@name", &["r 2:1-6"]);
    check("[[rules]]\nid='r'\nregex='''@([a-z]+)\\n'''\n", "a", "@name\n", &["r 1:1-6"]);
}

#[test]
fn dots_count_characters() {
    let rules = "[[rules]]\nid='r'\nregex='''a.{3}b'''\n";
    check(rules, "a", "aäöüb", &["r 1:1-6"]);
    check(rules, "a", "aäb", &[]);
}

#[test]
fn the_line_of_an_allow_list_begins_with_a_line_end() {
    let rules = format!("{RULE}[[rules.allowlists]]\nregexTarget='line'\nregexes=['''^tok''']\n");
    check(&rules, "a", "tok=abc123", &[]);
    check(&rules, "a", "\ntok=abc123", &["r 2:5-11"]);
}

#[test]
fn generic_rules_yield_on_their_line() {
    let rules = format!("{RULE}[[rules]]\nid='generic-id'\nregex='''id:([a-z0-9]+)'''\n");
    check(&rules, "a", "id:abc12 tok=abc123", &["r 1:14-20"]);
    check(&rules, "a", "id:abc12\ntok=abc123", &["generic-id 1:4-9", "r 2:5-11"]);
}

#[test]
fn encoded_parts_are_read_in_place() {
    // The name stands in plain text beside an encoded value.
    check(RULE, "a", "x\ntok=%61bc123", &["r 2:5-13"]);
    check(RULE, "a", "k=dG9rPWFiYzEyMywgZGVjb2RlZA==", &["r 1:3-31"]);
    // The same one twice in one part: one place, which says so.
    let twice = "k=dG9rPWFiYzEyMzsgdG9rPWFiYzEyMzs=";
    check(RULE, "a", twice, &["r 1:3-35 twice"]);
}

#[test]
fn files_extend_one_another() {
    let rules = "[extend]\npath='base.toml'\ndisabledRules=['off']\n[[rules]]\nid='r'\nentropy=9.0\n";
    let base = format!("{RULE}[[rules]]\nid='off'\nregex='''tok'''\n[[rules]]\nid='on'\nregex='''abc\\d'''\n");
    let (found, diagnostics) = run(rules, &base, "a", "tok=abc123");
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(found, ["on 1:5-9"]);
    let (_, diagnostics) = run("[extend]\npath='gone.toml'\n", "", "a", "");
    assert_eq!(diagnostics[0].code, "unresolved-extend");
    let (_, diagnostics) = run("[extend]\npath='base.toml'\n", "[extend]\npath='base.toml'\n", "a", "");
    assert!(diagnostics.is_empty(), "a circle ends where it closes: {diagnostics:?}");
}

#[test]
fn a_filter_with_an_unknown_function_is_told() {
    let (_, diagnostics) = run(&format!("{RULE}filter = '''a && entropyy(finding.secret) > 2'''\n"), "", "a", "");
    assert_eq!(diagnostics[0].code, "unknown-function");
    assert_eq!(diagnostics[0].position().map(|p| p.1), Some(18));
    let (_, diagnostics) = run(&format!("{RULE}validate = '''http.gett(finding.secret)'''\n"), "", "a", "");
    assert!(diagnostics.is_empty());
}

#[test]
fn filters_of_betterleaks() {
    let filter = |f: &str| format!("{RULE}filter = '''{f}'''\n");
    check(&filter("matchesAny(finding[\"secret\"], [\"^abc\"])"), "a", "tok=abc123", &[]);
    check(&filter("entropy(finding[\"secret\"]) < 1.0"), "a", "tok=abc123", &["r 1:5-11"]);
    check(&format!("prefilter='''attributes[\"path\"] endsWith \".lock\"'''\n{RULE}"), "x.lock", "tok=abc123", &[]);
}

#[test]
fn mistakes_are_told_with_their_place() {
    let place = |rules: &str| {
        let (_, diagnostics) = run(rules, "", "a", "");
        let d = diagnostics.first().expect("a diagnostic");
        let (line, column) = d.position().expect("a place");
        format!("{} {line}:{column}", d.code)
    };
    assert_eq!(place("[[rules]]\nid='r'\nregex='''a(b'''\n"), "invalid-regex 3:11");
    assert_eq!(place("[[rules]]\nid='r'\nregex='''ok'''\nentropi=3\n"), "unknown-key 4:1");
    assert_eq!(place("[[rules]]\nid='r'\n"), "missing-key 1:1");
    assert_eq!(place("[[rules]]\nid='r'\nregex='''(a)'''\nsecretGroup=2\n"), "invalid-value 4:13");
    assert_eq!(place("[[rules]\n"), "invalid-toml 1:9");
    assert_eq!(place(&format!("{RULE}filter='''a &&'''\n")).split(' ').next(), Some("invalid-expression"));
    assert_eq!(place(&format!("{RULE}[[rules.required]]\nid='none'\n")).split(' ').next(), Some("unknown-rule"));
}

#[test]
fn a_pattern_that_is_not_called_long_has_a_short_window() {
    let resolve = |_: &str| Err("no files here".to_owned());
    let config = SecretsConfig { builtin: true, extended: true, sources: Vec::new(), resolve: &resolve };
    let set = super::load(&config, &mut Vec::new());
    let patterns = || set.rules.iter().filter_map(|r| Some((r, r.regex.as_ref()?)));
    let wrong: Vec<&str> = patterns()
        .filter(|(_, p)| !p.may_be_long())
        .filter(|(_, p)| p.outline_for(false).window.is_none_or(|w| w > super::pattern::SHORT))
        .map(|(r, _)| r.rule.id.as_str())
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let short = patterns().filter(|(_, p)| !p.may_be_long()).count();
    assert!(short * 10 > patterns().count() * 7, "most are told apart: {short}");
}

/// A fuzzer found that a brace that counts nothing hid what stands behind it, and overflowed.
#[test]
fn a_brace_that_counts_nothing_is_a_letter() {
    let is_long = |text: &str| super::pattern::Pattern::of_text(text).expect("readable").may_be_long();
    assert!(!is_long("a{9,=iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiile}key"));
    assert!(is_long(r"a{9,=x\s*}key"));
    assert!(is_long("x{99999999999999999999999}key") && is_long("x{3,}") && !is_long("x{3,9}{,4}"));
}
