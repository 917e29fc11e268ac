//! Prints a bill of materials of files: `cargo run --example sbom -- cyclonedx|spdx FILE...`.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool, not an engine"
)]

use firedoor_core::{Origin, RepoPath, SourceFile};

fn main() {
    let mut args = std::env::args().skip(1);
    let format = args.next().expect("a format");
    let files: Vec<SourceFile> = args
        .map(|path| SourceFile::new(RepoPath::new(path.clone()), Origin::WorkTree, std::fs::read(path).unwrap()))
        .collect();
    let options = firedoor_sca::SbomOptions { name: "example".into(), tool_version: "0.1.0".into(), created: None };
    let listed = firedoor_sca::list_project(&files);
    let text = if format == "spdx" {
        firedoor_sca::sbom_spdx(&listed, &options)
    } else {
        firedoor_sca::sbom_cyclonedx(&listed, &options)
    };
    print!("{text}");
}
