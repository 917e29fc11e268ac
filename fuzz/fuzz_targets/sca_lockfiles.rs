//! Every format on any bytes: no panic, and every line is one of the file's. The first byte chooses the format.
#![no_main]

use firedoor_core::{Origin, RepoPath, SourceFile};
use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "deno.lock", "deno.json", "package.json",
    "Cargo.lock", "Cargo.toml", "go.mod", "go.sum", "vendor/modules.txt", "requirements.txt", "poetry.lock", "uv.lock",
    "pdm.lock", "Pipfile.lock", "pylock.toml", "pyproject.toml", "setup.py", "Gemfile.lock", "composer.lock", "pom.xml",
    "gradle.lockfile", "gradle/verification-metadata.xml", "packages.lock.json", "packages.config", "a.deps.json",
    "project.assets.json", "Directory.Packages.props", "paket.lock", "mix.lock", "pubspec.lock", "conan.lock",
    "renv.lock", "stack.yaml.lock", "cabal.project.freeze", "Package.resolved", "Podfile.lock", "Manifest.toml",
    ".github/workflows/a.yml", "a.cdx.json", "a.cdx.xml", "a.spdx.json", "a.spdx", "a.spdx.rdf", "a.jar",
    "var/lib/dpkg/status", "lib/apk/db/installed", "osv-scanner.toml", ".trivyignore", "deny.toml", "a.openvex.json",
];

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let path = PATHS[usize::from(*first) % PATHS.len()];
    let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, bytes.to_vec());
    if let Some((packages, _)) = firedoor_sca::list_packages(&file) {
        for package in &packages {
            assert!(package.line >= 1);
            assert!(package.dependencies.iter().all(|d| *d < packages.len()));
        }
    }
    let _ = firedoor_sca::parse_ignores(&file);
});
