//! Every order of versions is antisymmetric and transitive on any three texts, and never panics.
#![no_main]

use std::cmp::Ordering;

use libfuzzer_sys::fuzz_target;

const ECOSYSTEMS: &[&str] = &[
    "npm", "Pub", "PyPI", "Maven", "RubyGems", "Packagist", "NuGet", "Alpine", "Debian", "Red Hat", "CRAN", "Hackage",
];

fuzz_target!(|texts: (&str, &str, &str)| {
    let (a, b, c) = texts;
    for ecosystem in ECOSYSTEMS {
        let order = |x: &str, y: &str| firedoor_sca::compare_versions(ecosystem, x, y);
        assert_eq!(order(a, b), order(b, a).map(Ordering::reverse), "{ecosystem}");
        // PHP's and Maven's own comparisons are not transitive on every text (`1 < 1.x < 1-alpha < 1`); see docs/sca.md.
        if matches!(*ecosystem, "Packagist" | "Maven") {
            continue;
        }
        if let (Some(ab), Some(bc)) = (order(a, b), order(b, c))
            && (ab == bc || bc == Ordering::Equal)
        {
            assert_eq!(order(a, c), Some(ab), "{ecosystem}");
        }
    }
});
