//! Builds the database from a folder in the public layout and checks recorded answers:
//! `cargo run --release --example advisories -- FOLDER [ANSWERS.jsonl...]`. With `--write FILE` it writes the pack.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool, not an engine"
)]

use std::collections::BTreeSet;
use std::time::Instant;

fn main() {
    let mut args = std::env::args().skip(1);
    let folder = args.next().expect("a folder");
    let begin = Instant::now();
    let mut builder = firedoor_sca::DatabaseBuilder::new();
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path().join("all.zip");
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let ecosystem = path.parent().unwrap().file_name().unwrap().to_str().unwrap().to_owned();
        for note in builder.add_zip(&path.display().to_string(), &bytes, Some(&ecosystem)).unwrap() {
            println!("{note}");
        }
    }
    println!("{} advisories, {} withdrawn, read in {:?}", builder.advisories(), builder.withdrawn(), begin.elapsed());
    let mut rest: Vec<String> = args.collect();
    let write = rest.iter().position(|a| a == "--write").map(|i| {
        rest.remove(i);
        rest.remove(i)
    });
    let files = builder.finish(if write.is_some() { 19 } else { 3 }, write.is_some());
    println!("built in {:?}, {} bytes", begin.elapsed(), files.iter().map(|f| f.1.len()).sum::<usize>());
    for (name, bytes) in &files {
        println!("  {name} {}", bytes.len());
    }
    if let Some(file) = write {
        std::fs::write(file, firedoor_sca::db::pack(&files)).unwrap();
    }
    let database = firedoor_sca::Database::open(files).unwrap();
    for file in rest {
        let begin = Instant::now();
        let (mut total, mut wrong) = (0, 0);
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |key: &str| case[key].as_str().unwrap().to_owned();
            let key = if case.get("ids").is_some() { "ids" } else { "ids_in_snapshot" };
            let want: BTreeSet<String> =
                case[key].as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect();
            let result = database.matches(&text("ecosystem"), &text("name"), &text("version"));
            let got: BTreeSet<String> = result.ids().map(str::to_owned).collect();
            total += 1;
            if got != want {
                wrong += 1;
                if wrong <= 40 {
                    println!(
                        "{} {} {}: missing {:?}, extra {:?}, uncompared {:?}",
                        text("ecosystem"),
                        text("name"),
                        text("version"),
                        want.difference(&got).collect::<Vec<_>>(),
                        got.difference(&want).collect::<Vec<_>>(),
                        result.uncompared
                    );
                }
            }
        }
        println!("{file}: {total} cases, {wrong} wrong, {:?}", begin.elapsed());
    }
}
