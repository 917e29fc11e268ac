//! Bills of materials: any bytes, the first of which chooses the format.
#![no_main]

mod common;

use libfuzzer_sys::fuzz_target;

const PATHS: &[&str] = &[
    "a.cdx.json", "a.cdx.xml", "bom.json", "a.spdx.json", "a.spdx.yaml", "a.spdx", "a.spdx.rdf",
];

fuzz_target!(|data: &[u8]| common::list(PATHS, data));
