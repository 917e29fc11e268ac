//! Lock files and manifests in TOML: any bytes, the first of which chooses the format.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "Cargo.lock", "Cargo.toml", "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "pyproject.toml",
    "Manifest.toml", "gradle/libs.versions.toml",
];

fuzz_target!(|data: &[u8]| common::list(PATHS, data));
