//! Lock files in line formats of their own: any bytes, the first of which chooses the format.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "yarn.lock", "go.mod", "go.sum", "vendor/modules.txt", "requirements.txt", "setup.py", "Gemfile.lock",
    "gradle.lockfile", "paket.lock", "mix.lock", "cabal.project.freeze",
];

fuzz_target!(|data: &[u8]| common::list(PATHS, data));
