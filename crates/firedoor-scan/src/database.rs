//! The advisory database on disk: where it is, opening it, replacing it.
//!
//! A database is a folder of files that `firedoor-sca` builds; `manifest.json` names the others. It is replaced as a
//! whole: written beside the old one, checked, and renamed, so that a broken import leaves the old one in place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use firedoor_sca::{Database, DatabaseBuilder};

use crate::setup::SetupError;
use crate::steering::Steering;

const MANIFEST: &str = "manifest.json";

/// The folder of the user's database: `$FIREDOOR_DB`, or `firedoor/advisories` in the user's data folder.
#[must_use]
pub fn default_folder() -> Option<PathBuf> {
    let var = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
    var("FIREDOOR_DB").or_else(|| {
        let data = var("XDG_DATA_HOME")
            .or_else(|| var("HOME").map(|h| h.join(".local/share")))
            .or_else(|| var("LOCALAPPDATA"))?;
        Some(data.join("firedoor/advisories"))
    })
}

/// The database of a folder that was named, else the user's own if there is one, else the snapshot in the binary.
///
/// # Errors
/// If the folder that was named holds none, or one that is found is damaged: it is never silently replaced by another.
pub fn open(named: Option<&Path>) -> Result<Arc<Database>, SetupError> {
    let folder = match named {
        Some(folder) => folder.to_path_buf(),
        None => match default_folder().filter(|f| f.join(MANIFEST).is_file()) {
            Some(folder) => folder,
            None => return Ok(Database::embedded()),
        },
    };
    // A zip or a folder in the layout of the public bucket is read as it is.
    if !folder.join(MANIFEST).is_file() && folder.exists() {
        let (files, problems) = import(std::slice::from_ref(&folder), &BTreeMap::new(), "")?;
        if let (true, Some(problem)) = (files.is_empty(), problems.first()) {
            return Err(SetupError::Other(problem.clone()));
        }
        let database = Database::open(files)
            .map_err(|e| SetupError::Other(format!("the advisories in {} cannot be used: {e}", folder.display())))?;
        return Ok(Arc::new(database.with_unread(problems)));
    }
    let manifest = std::fs::read(folder.join(MANIFEST)).map_err(|e| {
        SetupError::Other(format!(
            "there is no advisory database in {}: cannot read its {MANIFEST}: {e}",
            folder.display()
        ))
    })?;
    let dir = folder.clone();
    let loader = Box::new(move |name: &str| {
        // Names come from the manifest: only plain ones are opened.
        let plain = !name.contains(['/', '\\']) && name != "..";
        plain.then(|| std::fs::read(dir.join(name)).ok().map(Cow::Owned)).flatten()
    });
    Database::lazy(&folder.to_string_lossy(), &manifest, loader)
        .map(Arc::new)
        .map_err(|e| SetupError::Other(format!("the advisory database in {} cannot be used: {e}", folder.display())))
}

/// The same in a comparison: a database that lies in the repository and that the change touches is read as the base
/// commit has it, because a change is not judged by advisories of its own.
///
/// # Errors
/// As [`open`], and if the change brings the database.
pub(crate) fn open_by(named: Option<&Path>, steering: &Steering<'_>) -> Result<Arc<Database>, SetupError> {
    let Some(folder) = named.filter(|f| steering.touches(f)) else { return open(named) };
    let shown = folder.display();
    let files = steering.base_files(folder).map_err(|e| {
        SetupError::Other(format!("cannot read the advisories in {shown} as the base commit has them: {e}"))
    })?;
    let Some(files) = files.filter(|f| !f.is_empty()) else {
        return Err(SetupError::Other(format!(
            "this change brings the advisory database in {shown}, and the base commit has none there: a change is not \
             judged by advisories of its own. `--db` names another"
        )));
    };
    let manifest = folder.join(MANIFEST);
    let files = if files.iter().any(|(path, _)| *path == manifest) {
        let name = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().into_owned();
        files.into_iter().map(|(path, bytes)| (name(&path), bytes)).collect()
    } else {
        let mut builder = DatabaseBuilder::new();
        let mut problems = Vec::new();
        for (path, bytes) in files.iter().filter(|(path, _)| is_document(path) || path == folder) {
            add(&mut builder, path, bytes, &mut problems)?;
        }
        if builder.advisories() == 0 {
            return Err(SetupError::Other(format!("no advisory was found in {shown} as the base commit has it")));
        }
        builder.finish(3, false)
    };
    Database::open(files)
        .map(Arc::new)
        .map_err(|e| SetupError::Other(format!("the advisories in {shown} of the base commit cannot be used: {e}")))
}

/// Files of a new database, and what could not be read of its sources.
type Imported = (Vec<(String, Vec<u8>)>, Vec<String>);

/// Builds a database from zips, JSON files and folders of them (the layout of the public bucket). `checked` holds the days on
/// which the sources of ecosystems were asked for what is new; records dated after `today`, if that is given, do not make
/// the database newer.
///
/// # Errors
/// If a path cannot be read or nothing in it is an advisory.
pub fn import(sources: &[PathBuf], checked: &BTreeMap<String, String>, today: &str) -> Result<Imported, SetupError> {
    let mut builder = DatabaseBuilder::new();
    for (ecosystem, day) in checked {
        builder.complete_until(ecosystem, day);
    }
    builder.today(today);
    let mut problems = Vec::new();
    for source in sources {
        let mut files = Vec::new();
        collect(source, &mut files).map_err(|e| SetupError::Other(format!("cannot read {}: {e}", source.display())))?;
        files.sort();
        for file in files {
            let bytes =
                std::fs::read(&file).map_err(|e| SetupError::Other(format!("cannot read {}: {e}", file.display())))?;
            add(&mut builder, &file, &bytes, &mut problems)?;
        }
    }
    if builder.advisories() == 0 {
        return Err(SetupError::Other(format!(
            "no advisory was found in {}{}",
            sources.iter().map(|s| s.display().to_string()).collect::<Vec<_>>().join(", "),
            problems.first().map(|p| format!(" ({p})")).unwrap_or_default()
        )));
    }
    Ok((builder.finish(3, false), problems))
}

/// Adds a zip or a JSON file. What is wrong with one JSON file is a problem of that file only.
fn add(builder: &mut DatabaseBuilder, file: &Path, bytes: &[u8], problems: &mut Vec<String>) -> Result<(), SetupError> {
    let shown = file.display().to_string();
    if file.extension().is_some_and(|e| e == "zip") {
        let ecosystem = file.parent().and_then(Path::file_name).map(|n| n.to_string_lossy().into_owned());
        match builder.add_zip(&shown, bytes, ecosystem.as_deref()) {
            Ok(more) => problems.extend(more),
            Err(error) => return Err(SetupError::Other(format!("{shown}: {error}"))),
        }
    } else if let Err(error) = builder.add_json(bytes) {
        problems.push(format!("{shown}: {error}"));
    }
    Ok(())
}

fn is_document(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "zip" || e == "json")
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            collect(&path, files)?;
        } else if is_document(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// Puts a new database in place of the one in `folder`, if there is one.
///
/// # Errors
/// If it does not open, or cannot be written; the old one is then untouched.
pub fn replace(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), SetupError> {
    Database::open(files.to_vec()).map_err(|e| SetupError::Other(format!("the new database does not open: {e}")))?;
    let failed = |what: &str, e: std::io::Error| SetupError::Other(format!("cannot {what} {}: {e}", folder.display()));
    let parent = folder.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(parent).map_err(|e| failed("make the folder of", e))?;
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let next = parent.join(format!(".{name}.new-{}", std::process::id()));
    let old = parent.join(format!(".{name}.old-{}", std::process::id()));
    let written = std::fs::create_dir_all(&next)
        .and_then(|()| files.iter().try_for_each(|(name, bytes)| std::fs::write(next.join(name), bytes)));
    if let Err(error) = written {
        let _ = std::fs::remove_dir_all(&next);
        return Err(failed("write", error));
    }
    if folder.exists() {
        if !folder.join(MANIFEST).is_file() && std::fs::read_dir(folder).is_ok_and(|mut d| d.next().is_some()) {
            let _ = std::fs::remove_dir_all(&next);
            return Err(SetupError::Other(format!("{} is not empty and holds no database", folder.display())));
        }
        std::fs::rename(folder, &old).map_err(|e| failed("replace", e))?;
    }
    if let Err(error) = std::fs::rename(&next, folder) {
        let _ = std::fs::rename(&old, folder);
        return Err(failed("replace", error));
    }
    let _ = std::fs::remove_dir_all(&old);
    Ok(())
}
