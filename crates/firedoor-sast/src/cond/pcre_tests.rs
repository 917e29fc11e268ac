//! Regular expressions of other dialects, rewritten.

use super::*;

fn first(pattern: &str, text: &str) -> Option<String> {
    let re = Pcre::new(pattern, Anchor::Lines).unwrap_or_else(|e| panic!("{pattern}: {e}"));
    re.find(text.as_bytes()).expect("cheap").map(|m| text[m.span.range()].to_owned())
}

#[test]
fn pcre_spellings_are_understood() {
    for (pattern, text, expected) in [
        (r"\d+", "x٣12", Some("12")),
        (r"\w+", "é_a1", Some("_a1")),
        (r"a{b", "a{b", Some("a{b")),
        (r"\${x}", "${x}", Some("${x}")),
        (r"[[]x[]]", "[x]", Some("[x]")),
        (r"[]a]+", "]a", Some("]a")),
        (r"[a-]+", "a-", Some("a-")),
        (r"[\w-]+", "a-b", Some("a-b")),
        (r"[a&&b~~]+", "&a~b", Some("&a~b")),
        (r"[^\s'\x22]+", "ab'c", Some("ab")),
        (r"\<b\>", "<b>", Some("<b>")),
        (r"(?<=k)v", "kv", Some("v")),
        (r"(['\x22])x\1", "'x\" \"x\"", Some("\"x\"")),
        (r"(?P<q>a)(?P=q)", "aa", Some("aa")),
        (r"(?>a+)b", "aab", Some("aab")),
        (r"a++b", "aab", Some("aab")),
        (r"x\h+y", "x \ty", Some("x \ty")),
        (r"\Qa.b\E+", "a.bbb", Some("a.bbb")),
        (r"(?i)ABC(?-i)d", "abcd", Some("abcd")),
        (
            r"(?x) a b # c ( d
           c",
            "abc",
            Some("abc"),
        ),
        (r"(?#note)ab", "ab", Some("ab")),
        ("^b$", "a\nb\nc", Some("b")),
        (r"a\Rb", "a\r\nb", Some("a\r\nb")),
        (r"\x41\x{42}\o{103}", "ABC", Some("ABC")),
        (r"\/\-\'\@\_", "/-'@_", Some("/-'@_")),
        (r"[[:alpha:]]+", "1ab", Some("ab")),
        (r"end\Z", "end\n", Some("end")),
        (r"(?!.*b)a", "ab\na", Some("a")),
        (r"{{x}}", "{{x}}", Some("{{x}}")),
        (r"[\d-z]+", "1-z", Some("1-z")),
        (r"a{1,2}{2}", "aaa", Some("aaa")),
    ] {
        assert_eq!(first(pattern, text).as_deref(), expected, "{pattern}");
    }
}

#[test]
fn mistakes_have_a_place() {
    for (pattern, at) in [("a(b", 1), ("a)", 1), ("x[a", 1), ("\\", 0), ("(?Zx)", 0)] {
        assert_eq!(Pcre::new(pattern, Anchor::Text).unwrap_err().at, at, "{pattern}");
    }
    assert!(Pcre::new(&"(".repeat(10_000), Anchor::Text).is_err());
}

#[test]
fn anchored_means_at_the_start_of_the_text() {
    let re = Pcre::new("b|ab", Anchor::Start).expect("valid");
    assert!(re.is_match(b"ab").expect("cheap"));
    assert!(!re.is_match(b"xb").expect("cheap"));
    assert!(Pcre::new("(?x) a # c", Anchor::Start).expect("valid").is_match(b"a").expect("cheap"));
}

#[test]
fn groups_become_metavariables() {
    let re = Pcre::new("(a)(?<NAME>b)?", Anchor::Lines).expect("valid");
    let all = re.find_all(b"ab a").expect("cheap");
    let names = |m: &TextMatch| m.captures.iter().map(|(n, _)| n.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&all[0]), ["$1", "$2", "$NAME"]);
    assert_eq!(names(&all[1]), ["$1"]);
}

#[test]
fn catastrophic_patterns_are_cut_off() {
    let re = Pcre::new(r"(?=a)(a+)+\1$", Anchor::Lines).expect("valid");
    let text = "a".repeat(64) + "!";
    assert!(matches!(re.is_match(text.as_bytes()), Err(Exhausted) | Ok(false)));
}

#[test]
fn literals_serve_a_prefilter() {
    let lits = |p: &str| Pcre::new(p, Anchor::Lines).expect("valid").required_literals().map(<[String]>::to_vec);
    assert_eq!(lits(r"\bfoo\s*\(bar"), Some(vec!["(bar".into()]));
    assert_eq!(lits(r"(?:md5|sha1)\("), Some(vec!["md5".into(), "sha1".into()]));
    assert_eq!(lits(r"(?i)abc"), Some(vec!["abc".into()]));
    // The sign of Kelvin is a `k`, too.
    assert_eq!(lits(r"(?i)tokens"), Some(vec!["en".into()]));
    assert_eq!(lits(r"(?i)(get|put)_x1"), Some(vec!["_x1".into()]));
    assert_eq!(lits(r"(?<!x)secret_key(?=abc)"), Some(vec!["secret_key".into()]));
    assert_eq!(lits(r"a*b?"), None);
}

#[test]
fn names_serve_a_prefilter() {
    let parts = |p: &str| {
        let found = Pcre::new(p, Anchor::Start).expect("valid").required_parts().map(<[super::Part]>::to_vec);
        found.map(|parts| parts.iter().map(|p| (p.text.clone(), p.whole)).collect::<Vec<_>>())
    };
    let whole = |names: &[&str]| Some(names.iter().map(|n| ((*n).to_owned(), true)).collect::<Vec<_>>());
    let within = |names: &[&str]| Some(names.iter().map(|n| ((*n).to_owned(), false)).collect::<Vec<_>>());
    assert_eq!(parts("^(get|post)$"), whole(&["get", "post"]));
    assert_eq!(parts(r"^(self\.|flask\.)?_?req$"), whole(&["_req", "req"]));
    // Without an end, a name may go on.
    assert_eq!(parts("^(get|post)"), within(&["get", "post"]));
    assert_eq!(parts("get$|post"), within(&["get", "post"]));
    assert_eq!(parts(r".*os\.system"), within(&["system"]));
    assert_eq!(parts("(?i).*passwd"), within(&["wd"]));
    assert_eq!(parts("^(get|x)$"), None);
    assert_eq!(parts(r"^(?!test)\w+$"), None);
    assert_eq!(parts(r"^(?!test)load$"), whole(&["load"]));
    assert_eq!(parts(".*"), None);
    assert_eq!(parts("^$"), None);
}

#[test]
fn replacing_follows_python() {
    let re = Pcre::new(r"(\w+)=(?<V>\w+)", Anchor::Lines).expect("valid");
    assert_eq!(re.replace("a=1 b=2", r"\2=\g<V>:\1", 1).expect("cheap"), "1=1:a b=2");
    assert_eq!(re.replace("a=1 b=2", "x", 0).expect("cheap"), "x x");
}
