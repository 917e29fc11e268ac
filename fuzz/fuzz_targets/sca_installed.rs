//! Installed trees: any bytes, the first of which chooses the format.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "a.jar", "pom.properties", "var/lib/dpkg/status", "lib/apk/db/installed",
    "site-packages/a-1.dist-info/METADATA", "node_modules/a/package.json",
];

fuzz_target!(|data: &[u8]| common::list(PATHS, data));
