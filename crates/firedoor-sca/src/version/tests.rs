//! Orders are checked on pairs from the specifications and as total orders.

use super::*;

fn check(ecosystem: &str, ascending: &[&str]) {
    for (i, a) in ascending.iter().enumerate() {
        for (j, b) in ascending.iter().enumerate() {
            assert_eq!(compare_versions(ecosystem, a, b), Some(i.cmp(&j)), "{ecosystem}: {a} against {b}");
        }
    }
}

#[test]
fn semver_section_11() {
    check(
        "npm",
        &[
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
        ],
    );
}

#[test]
fn pep440_appendix() {
    check(
        "PyPI",
        &[
            "1.dev0",
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
        ],
    );
}

#[test]
fn maven_specification() {
    check("Maven", &["1-alpha-1", "1-beta", "1-milestone-3", "1-rc", "1-SNAPSHOT", "1", "1-sp", "1-foo", "1-1", "1.1"]);
    for equal in [("1", "1.0.0"), ("1-ga", "1.0"), ("1.0.0-foo.0.0", "1-foo"), ("1a1", "1-alpha-1"), ("1cr", "1-RC")] {
        assert_eq!(compare_versions("Maven", equal.0, equal.1), Some(Ordering::Equal), "{equal:?}");
    }
}

/// Results of `ComparableVersion` of Maven 3.8.6, but for `1-ga-1`, which the specification alone takes for `1-1`.
#[test]
fn maven_follows_comparable_version() {
    use Ordering::{Equal, Greater, Less};
    for (a, b, want) in [
        ("2x", "2.0.0.0.b00-1", Less),
        ("0-rc-jre", "0.0.cr", Less),
        ("0.0.0-m.0", "0.sp-0", Less),
        ("2.0-0cr.0", "2a-final-0", Greater),
        ("1.0.0.X1", "1.0.0-X2", Greater),
        ("1-0", "1-0.0-", Equal),
        ("1-1", "1-ga-1", Equal),
        ("1.5.9.RC1", "1.5.9-RC0", Less),
    ] {
        assert_eq!(compare_versions("Maven", a, b), Some(want), "{a} {b}");
        assert_eq!(compare_versions("Maven", b, a), Some(want.reverse()), "{b} {a}");
    }
}

/// By the specification's own rules: an unknown word comes behind nothing, a word behind a dot comes before one behind a
/// hyphen, and `alpha` comes before nothing. Maven's `ComparableVersion` has the same circle.
#[test]
fn maven_goes_in_a_circle_where_its_specification_does() {
    for (a, b) in [("1", "1.foo"), ("1.foo", "1-alpha"), ("1-alpha", "1")] {
        assert_eq!(compare_versions("Maven", a, b), Some(Ordering::Less), "{a} < {b}");
    }
}

#[test]
fn rubygems_documentation() {
    check("RubyGems", &["0.9", "1.0.a.2", "1.0.a10", "1.0.b1", "1.0", "1.0.1"]);
    assert_eq!(compare_versions("RubyGems", "1.0", "1"), Some(Ordering::Equal));
    assert_eq!(compare_versions("RubyGems", "1-1", "1.pre.1"), Some(Ordering::Equal));
}

#[test]
fn php_manual() {
    check("Packagist", &["1.0.foo", "1.0-dev", "1.0alpha1", "1.0b2", "1.0RC1", "1.0", "1.0.1", "1.1"]);
    assert_eq!(compare_versions("Packagist", "v1.0.0-beta2", "1.0.0b2"), Some(Ordering::Equal));
}

#[test]
fn nuget_documentation() {
    check("NuGet", &["1.0.0-alpha.9", "1.0.0-alpha.10", "1.0.0-Beta", "1.0.0", "1.0.0.1"]);
    assert_eq!(compare_versions("NuGet", "1.0.0-BETA+x", "1.0-beta"), Some(Ordering::Equal));
}

#[test]
fn distributions() {
    check("Debian:12", &["1.0~rc1", "1.0~rc1-1", "1.0", "1.0-1", "1.0-1+b1", "1.0a", "1.0+x", "1.1", "1:0.1"]);
    check("Red Hat", &["1.0~rc1", "1.0", "1.0^git1", "1.0.1", "1.0.1-1", "1.0.1-2.el8", "1:0"]);
    check("Alpine:v3.20", &["1.0_alpha", "1.0_rc1", "1.0", "1.0-r1", "1.0_p1", "1.0a", "1.0.1", "1.1"]);
}

#[test]
fn plain_lists() {
    check("CRAN", &["0.1", "0.1.0", "0.1-1", "0.2", "0.10"]);
    check("Hackage", &["1", "1.0", "1.0.0", "1.1", "1.10"]);
    assert_eq!(compare_versions("Hackage", "1.0-beta", "1.0"), None);
}

#[test]
fn go_pseudo_versions_and_build_metadata() {
    check(
        "Go",
        &["v0.0.0-20190101000000-abcdef123456", "v0.0.0-20200101000000-000000000000", "v0.1.0", "v2.0.0+incompatible"],
    );
    check("Pub", &["1.0.0-a", "1.0.0", "1.0.0+1", "1.0.0+2", "1.0.1"]);
    assert_eq!(compare_versions("npm", "1.0.0+1", "1.0.0+2"), Some(Ordering::Equal));
}

mod properties {
    use proptest::prelude::*;

    use super::super::*;

    const ECOSYSTEMS: &[&str] = &[
        "npm",
        "Pub",
        "PyPI",
        "Maven",
        "RubyGems",
        "Packagist",
        "NuGet",
        "Alpine",
        "Debian",
        "Red Hat",
        "CRAN",
        "Hackage",
    ];

    /// Texts that look like versions of one ecosystem or another.
    fn version() -> impl Strategy<Value = String> {
        let word = "(alpha|beta|rc|RC|dev|post|pre|a|b|p|pl|SNAPSHOT|final|ga|sp|foo|x)";
        let regex =
            format!("v?[0-9]{{1,2}}(\\.[0-9]{{1,2}}){{0,3}}([-._~]?{word}[.-]?[0-9]{{0,2}}){{0,2}}(-r?[0-9]{{1,2}})?");
        proptest::string::string_regex(&regex).expect("a valid expression")
    }

    /// Versions as Maven projects write them.
    fn hyphenated() -> impl Strategy<Value = String> {
        let word = "(alpha|beta|rc|SNAPSHOT|final|ga|sp|jre|foo)";
        let regex = format!("[0-9]{{1,2}}(\\.[0-9]{{1,2}}){{0,3}}(-{word}(-?[0-9]{{1,2}})?)?");
        proptest::string::string_regex(&regex).expect("a valid expression")
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_order_is_total(a in version(), b in version(), c in version()) {
            for ecosystem in ECOSYSTEMS {
                let order = |x: &str, y: &str| compare_versions(ecosystem, x, y);
                prop_assert_eq!(order(&a, &b), order(&b, &a).map(Ordering::reverse), "{}", ecosystem);
                if order(&a, &a).is_some() {
                    prop_assert_eq!(order(&a, &a), Some(Ordering::Equal), "{}", ecosystem);
                }
                // Maven's own order is not transitive where words stand behind dots; see below.
                if *ecosystem == "Maven" {
                    continue;
                }
                if let (Some(ab), Some(bc)) = (order(&a, &b), order(&b, &c))
                    && (ab == bc || bc == Ordering::Equal)
                {
                    prop_assert_eq!(order(&a, &c), Some(ab), "{} {:?} {:?}", ecosystem, ab, bc);
                }
            }
        }

        #[test]
        fn maven_is_total_where_words_follow_hyphens(a in hyphenated(), b in hyphenated(), c in hyphenated()) {
            let order = |x: &str, y: &str| compare_versions("Maven", x, y);
            if let (Some(ab), Some(bc)) = (order(&a, &b), order(&b, &c))
                && (ab == bc || bc == Ordering::Equal)
            {
                prop_assert_eq!(order(&a, &c), Some(ab));
            }
        }

        /// Spellings that a specification calls equal are equal, and stand in one place against every other version.
        #[test]
        fn spellings_of_one_version_are_one_class(a in "[0-9]{1,2}(\\.[0-9]{1,2}){1,2}", c in version()) {
            let spellings: &[(&str, &[&str])] = &[
                ("npm", &["v{}", "={}", "{}+build.1"]),
                ("Go", &["v{}", "{}+incompatible"]),
                ("PyPI", &["v{}", "{}.0", "0!{}", "{}.0.0", "0{}"]),
                ("Maven", &["{}.0", "{}-ga", "{}-final", "{}.0.0-release", "{}-0"]),
                ("RubyGems", &["{}.0", "{}.0.0"]),
                ("Packagist", &["v{}"]),
                ("NuGet", &["{}.0", "{}+build"]),
                ("Debian", &["0:{}", "{}-0"]),
                ("Red Hat", &["0:{}"]),
                ("Hackage", &["0{}"]),
            ];
            for (ecosystem, forms) in spellings {
                for form in *forms {
                    let other = form.replace("{}", &a);
                    prop_assert_eq!(
                        compare_versions(ecosystem, &a, &other), Some(Ordering::Equal), "{} {}", ecosystem, other
                    );
                    prop_assert_eq!(
                        compare_versions(ecosystem, &a, &c), compare_versions(ecosystem, &other, &c), "{} {}", ecosystem, other
                    );
                }
            }
            prop_assert_eq!(compare_versions("CRAN", &a, &a.replace('.', "-")), Some(Ordering::Equal));
        }

        #[test]
        fn nothing_panics(a in "\\PC{0,16}", b in "[0-9a-z.~^:+_é-]{0,12}") {
            for ecosystem in ECOSYSTEMS {
                prop_assert_eq!(
                    compare_versions(ecosystem, &a, &b),
                    compare_versions(ecosystem, &b, &a).map(Ordering::reverse),
                    "{}", ecosystem
                );
            }
        }
    }
}
