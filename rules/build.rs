//! Lists every rule file below this folder, so that a rule is two files and no registry.

#![allow(clippy::disallowed_methods, reason = "a build script reads the files that it embeds")]

#[path = "src/include.rs"]
#[allow(dead_code, unreachable_pub, reason = "the crate's own module, used here for the embedded packs")]
mod include;
#[path = "src/packed.rs"]
#[allow(dead_code, unreachable_pub, reason = "the crate's own module, used here to write what it reads")]
mod packed;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut code = String::new();
    let lists = read_lists(&root)?;
    for (name, folder, extension) in [
        ("SECRETS", "secrets", "toml"),
        ("SAST", "sast", "yaml"),
        ("MODELS", "models", "yaml"),
        ("LISTS", "lists", "yaml"),
    ] {
        let dir = root.join(folder);
        println!("cargo:rerun-if-changed={}", dir.display());
        let mut files = Vec::new();
        collect(&dir, extension, &mut files)?;
        files.sort();
        let _ = writeln!(code, "/// Files below `{folder}/`, sorted by path.\npub static {name}: &[PackFile] = &[");
        for file in files {
            let path = file.strip_prefix(&root).expect("found below it").to_string_lossy().replace('\\', "/");
            let file = expanded(&out, &path, file, &lists)?;
            let tree = match name {
                "SAST" => format!("include_bytes!({:?})", tree(&out, &path, &file)?.display().to_string()),
                "SECRETS" => format!("include_bytes!({:?})", rules(&out, &path, &file)?.display().to_string()),
                _ => "&[]".into(),
            };
            let text = file.display().to_string();
            let extended = fs::read_to_string(&file)?.lines().any(|line| line.trim() == "pack: extended");
            let _ = writeln!(
                code,
                "    PackFile {{ path: {path:?}, text: include_str!({text:?}), tree: {tree}, extended: {extended} }},"
            );
        }
        code.push_str("];\n");
    }
    fs::write(out.join("packs.rs"), code)
}

fn collect(dir: &Path, extension: &str, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !dir.is_dir() {
        return Ok(());
    }
    println!("cargo:rerun-if-changed={}", dir.display());
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, extension, files)?;
        } else if path.extension().is_some_and(|e| e == extension) && !path.to_string_lossy().contains(".test.") {
            files.push(path);
        }
    }
    Ok(())
}

/// The named lists below `lists/`.
fn read_lists(root: &Path) -> io::Result<include::Lists> {
    let dir = root.join("lists");
    println!("cargo:rerun-if-changed={}", dir.display());
    let mut files = Vec::new();
    collect(&dir, "yaml", &mut files)?;
    files.sort();
    let mut lists = include::Lists::new();
    for file in files {
        include::read_lists(&fs::read_to_string(&file)?, &mut lists)
            .map_err(|e| io::Error::other(format!("{}: {e}", file.display())))?;
    }
    Ok(lists)
}

/// The file itself, or a copy with its includes put in.
fn expanded(out: &Path, path: &str, file: PathBuf, lists: &include::Lists) -> io::Result<PathBuf> {
    let text = fs::read_to_string(&file)?;
    let expanded = include::expand(&text, lists).map_err(|e| io::Error::other(format!("{}: {e}", file.display())))?;
    let Some(expanded) = expanded else { return Ok(file) };
    println!("cargo:rerun-if-changed={}", file.display());
    let target = out.join("expanded").join(path);
    fs::create_dir_all(target.parent().expect("it is in a folder"))?;
    fs::write(&target, expanded)?;
    Ok(target)
}

/// A file with the packed tree of a YAML file, which spares every run from parsing it.
fn tree(out: &Path, path: &str, file: &Path) -> io::Result<PathBuf> {
    let text = fs::read_to_string(file)?;
    let tree = firedoor_yaml::parse(&text, 0)
        .map_err(|e| io::Error::other(format!("{path}: byte {}: {}", e.at, e.message)))?
        .ok_or_else(|| io::Error::other(format!("{path}: the file is empty")))?;
    let target = out.join("packed").join(path).with_extension("tree");
    fs::create_dir_all(target.parent().expect("it is in a folder"))?;
    fs::write(&target, firedoor_yaml::packed::pack(&tree, &text))?;
    Ok(target)
}

/// A file with the packed table of a TOML file, for the same reason. Examples are read by tests of rules only, from the text.
fn rules(out: &Path, path: &str, file: &Path) -> io::Result<PathBuf> {
    println!("cargo:rerun-if-changed={}", file.display());
    let table: toml::Table = fs::read_to_string(file)?.parse().map_err(|e| io::Error::other(format!("{path}: {e}")))?;
    let target = out.join("packed").join(path).with_extension("table");
    fs::create_dir_all(target.parent().expect("it is in a folder"))?;
    fs::write(&target, packed::table(&entries(table)))?;
    Ok(target)
}

fn entries(table: toml::Table) -> Vec<(String, packed::Owned)> {
    let needed = |name: &str| !matches!(name, "examples" | "counterexamples");
    table.into_iter().filter(|(name, _)| needed(name)).map(|(name, value)| (name, owned(value))).collect()
}

fn owned(value: toml::Value) -> packed::Owned {
    match value {
        toml::Value::String(text) => packed::Owned::Text(text),
        #[allow(clippy::cast_precision_loss, reason = "a negative number is no count: readers refuse it")]
        toml::Value::Integer(n) => u64::try_from(n).map_or(packed::Owned::Real(n as f64), packed::Owned::Number),
        toml::Value::Float(n) => packed::Owned::Real(n),
        toml::Value::Boolean(flag) => packed::Owned::Flag(flag),
        toml::Value::Datetime(when) => packed::Owned::Text(when.to_string()),
        toml::Value::Array(items) => packed::Owned::List(items.into_iter().map(owned).collect()),
        toml::Value::Table(table) => packed::Owned::Table(entries(table)),
    }
}
