//! Writes the sample run in every format, with the files that it speaks of: `sample FOLDER [FINDINGS]`.
//! Outside validators and browsers look at the result. With a number, a run of so many findings instead.
#![allow(clippy::disallowed_methods, reason = "an example program writes files")]

use std::path::PathBuf;
use std::time::Instant;

use firedoor_report::{Format, RenderOptions, render};
use firedoor_testkit::sample_report as sample;

#[expect(clippy::print_stderr, reason = "an example program speaks to a person")]
fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "target/sample-report".into()));
    let report = match args.next().and_then(|n| n.parse().ok()) {
        Some(n) => sample::large_report(n),
        None => sample::report(),
    };
    let tree = folder.join("tree");
    std::fs::create_dir_all(&tree)?;
    #[cfg(unix)]
    sample::write_files(&tree)?;
    std::fs::write(folder.join("secrets.txt"), sample::secrets().join("\n"))?;
    for format in Format::ALL {
        let start = Instant::now();
        let text = render(&report, format, &RenderOptions::default());
        eprintln!("{:<20} {:>10} bytes {:>8.1?}", format.as_str(), text.len(), start.elapsed());
        std::fs::write(folder.join(format!("report.{format}")), text)?;
    }
    // Paths that are not UTF-8 are beyond most validators: the same report without them.
    let mut valid = report.clone();
    valid.findings.retain(|f| std::str::from_utf8(f.finding.location.path.as_bytes()).is_ok());
    std::fs::write(folder.join("full.sarif"), render(&valid, Format::Sarif, &RenderOptions::default()))?;
    std::fs::write(folder.join("upload.sarif"), render(&valid, Format::SarifGithub, &RenderOptions::default()))?;
    let color = RenderOptions {
        color: true,
        show_suppressed: true,
        show_existing: true,
        explain_score: true,
        verbose: true,
        ..RenderOptions::default()
    };
    std::fs::write(folder.join("report.color"), render(&report, Format::Text, &color))
}
