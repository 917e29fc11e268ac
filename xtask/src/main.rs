//! Chores that write committed files: `cargo xtask <chore>`. Tests check that what they wrote is up to date.

#![allow(clippy::disallowed_methods, reason = "chores read and write the repository")]
#![allow(clippy::print_stdout, reason = "chores talk to the terminal")]

mod docs;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

const USAGE: &str = "cargo xtask advisories FOLDER   build the embedded advisory snapshot from <Ecosystem>/all.zip\n\
                     cargo xtask docs                write docs/rules/, docs/configuration.md, tables of docs/action.md\n\
                     cargo xtask schema              write schemas/firedoor.schema.json";

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("advisories"), Some(folder)) => advisories(Path::new(&folder)),
        (Some("docs"), None) => {
            println!("{} files written or removed", docs::write(&root())?);
            Ok(())
        }
        (Some("schema"), None) => {
            write("schemas/firedoor.schema.json", firedoor_gate::config::json_schema().as_bytes())
        }
        _ => bail!("{USAGE}"),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

fn write(path: &str, bytes: &[u8]) -> Result<()> {
    let full = root().join(path);
    std::fs::write(&full, bytes).with_context(|| full.display().to_string())?;
    println!("wrote {path} ({} bytes)", bytes.len());
    Ok(())
}

/// Compresses as much as zstd can: it is done once and read by everybody.
const LEVEL: i32 = 19;

/// The days of the copies that the snapshot was made of, by ecosystem: lines `YYYY-MM-DD Ecosystem`.
fn source_days() -> Result<Vec<(String, String)>> {
    let path = root().join("crates/firedoor-sca/data/days.txt");
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let (day, ecosystem) = line.split_once(' ').with_context(|| format!("`{line}` is no day and ecosystem"))?;
            Ok((ecosystem.trim().to_owned(), day.to_owned()))
        })
        .collect()
}

fn advisories(folder: &Path) -> Result<()> {
    let mut builder = firedoor_sca::DatabaseBuilder::new();
    for (ecosystem, day) in source_days()? {
        builder.complete_until(&ecosystem, &day);
    }
    let mut folders: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .collect::<std::io::Result<Vec<_>>>()?;
    folders.sort_by_key(std::fs::DirEntry::path);
    for entry in folders {
        let path = entry.path().join("all.zip");
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let ecosystem = entry.file_name().to_string_lossy().into_owned();
        let notes = builder
            .add_zip(&path.display().to_string(), &bytes, Some(&ecosystem))
            .map_err(|e| anyhow::anyhow!("{}: {e}", path.display()))?;
        for note in notes {
            println!("{note}");
        }
    }
    println!("{} advisories, {} withdrawn left out", builder.advisories(), builder.withdrawn());
    let files = builder.finish(LEVEL, true);
    write("crates/firedoor-sca/data/advisories.fdb", &firedoor_sca::db::pack(&files))
}
