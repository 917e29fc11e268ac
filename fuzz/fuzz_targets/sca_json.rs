//! Lock files and manifests in JSON: any bytes, the first of which chooses the format.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "package-lock.json", "npm-shrinkwrap.json", "bun.lock", "deno.lock", "deno.json", "package.json",
    "Pipfile.lock", "composer.lock", "packages.lock.json", "a.deps.json", "project.assets.json", "renv.lock",
    "Package.resolved", "conan.lock",
];

fuzz_target!(|data: &[u8]| common::list(PATHS, data));
