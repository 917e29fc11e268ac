//! Project files in XML: any bytes, the first of which chooses the format.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "pom.xml", "gradle/verification-metadata.xml", "packages.config", "Directory.Packages.props", "a.csproj",
];

fuzz_target!(|data: &[u8]| common::list(PATHS, data));
