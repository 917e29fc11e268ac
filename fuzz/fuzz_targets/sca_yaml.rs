//! Lock files and workflows in YAML: any bytes, the first of which chooses the format.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "pnpm-lock.yaml", "pubspec.lock", "stack.yaml.lock", "Podfile.lock", ".github/workflows/a.yml",
    "action.yml",
];

fuzz_target!(|data: &[u8]| common::list(PATHS, data));
