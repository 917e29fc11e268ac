//! `firedoor db`: the advisory database on this machine.

use std::path::PathBuf;

use firedoor_scan::database;

use crate::cli::DbCommand;
use crate::{Done, Failure, write};

/// Where OSV publishes all advisories (<https://google.github.io/osv.dev/data/>).
#[cfg(feature = "net")]
const PUBLIC_BUCKET: &str = "https://osv-vulnerabilities.storage.googleapis.com";
/// How many unreadable records are named one by one.
const SHOWN_PROBLEMS: usize = 10;

pub(crate) fn run(command: DbCommand) -> Done {
    match command {
        DbCommand::Import { sources, database } => {
            let folder = folder(database)?;
            let (files, problems) =
                database::import(&sources, &std::collections::BTreeMap::new(), &crate::date::today())?;
            refuse_unreadable(&problems)?;
            database::replace(&folder, &files)?;
            status(Some(&folder))
        }
        DbCommand::Update { database, ecosystems, in_use, mirror } => {
            let ecosystems = match in_use {
                Some(path) => match ecosystems_of(path.clone())? {
                    used if used.is_empty() => {
                        crate::say!(
                            "firedoor: no lock file in {} names a package of a known ecosystem: nothing to fetch",
                            path.display()
                        );
                        return Ok(0);
                    }
                    used => used,
                },
                None => ecosystems,
            };
            update(database, &ecosystems, mirror)
        }
        DbCommand::Status { database } => status(database.as_deref()),
    }
}

/// A database that lacks what could not be read would let later scans pass without a word.
fn refuse_unreadable(problems: &[String]) -> Result<(), Failure> {
    if problems.is_empty() {
        return Ok(());
    }
    said(problems);
    Err(Failure::Message(format!(
        "{} record(s) could not be read. The database was left as it was; leave these files out to import the others.",
        problems.len()
    )))
}

pub(crate) fn said(problems: &[String]) {
    for problem in problems.iter().take(SHOWN_PROBLEMS) {
        crate::say!("firedoor: {}", firedoor_report::printable(problem));
    }
    if problems.len() > SHOWN_PROBLEMS {
        crate::say!("firedoor: … and {} more records that could not be read", problems.len() - SHOWN_PROBLEMS);
    }
}

fn folder(named: Option<PathBuf>) -> Result<PathBuf, Failure> {
    named.or_else(database::default_folder).ok_or_else(|| {
        Failure::Message("there is no home folder to keep the database in; name one with --db DIR".to_owned())
    })
}

fn status(named: Option<&std::path::Path>) -> Done {
    let database = database::open(named)?;
    let info = database.info();
    let today = crate::date::today();
    let age = |date: &str| firedoor_gate::days_between(date, &today).map(|days| format!("{days} days, as of {date}"));
    let parts: Vec<(&str, usize, usize)> = database.counts().collect();
    let oldest = parts.iter().map(|(ecosystem, ..)| database.as_of_ecosystem(ecosystem, &today)).min().unwrap_or("");
    let mut text = format!(
        "source      {}\nnewest      {}\nage         {}\nadvisories  {}\n",
        info.source,
        if info.date.is_empty() { "unknown" } else { &info.date },
        age(oldest).map_or_else(|| "unknown".to_owned(), |age| format!("{age} (the oldest ecosystem)")),
        info.advisories
    );
    for (ecosystem, advisories, packages) in parts {
        let date = database.as_of_ecosystem(ecosystem, &today);
        let age = age(date).unwrap_or_else(|| "of unknown age".to_owned());
        text.push_str(&format!("  {ecosystem:<16} {advisories:>7} advisories  {packages:>7} packages  {age}\n"));
    }
    write::stdout(&text)?;
    said(database.unread());
    Ok(if database.unread().is_empty() { 0 } else { 3 })
}

#[cfg(not(feature = "net"))]
fn update(_: Option<PathBuf>, _: &[String], _: Option<String>) -> Done {
    Err(Failure::Message("this firedoor was built without the feature `net` and opens no connection".to_owned()))
}

#[cfg(feature = "net")]
fn update(database: Option<PathBuf>, ecosystems: &[String], mirror: Option<String>) -> Done {
    let folder = folder(database)?;
    let mirror = match mirror {
        Some(mirror) => mirror,
        None => configured_mirror()?.unwrap_or_else(|| PUBLIC_BUCKET.to_owned()),
    };
    let fetched = crate::net::update(&folder, ecosystems, &mirror)?;
    let (files, problems) = match database::import(&fetched.archives, &fetched.asked, &crate::date::today()) {
        Ok(imported) => imported,
        Err(error) => {
            crate::net::forget(&fetched);
            return Err(error.into());
        }
    };
    refuse_unreadable(&problems)
        .and_then(|()| refuse_collapse(&folder, &files, &fetched.ecosystems))
        .inspect_err(|_| crate::net::forget(&fetched))?;
    database::replace(&folder, &files)?;
    status(Some(&folder))
}

/// An update never makes a database that says nothing of what was asked for, nor takes most of an ecosystem away.
#[cfg(feature = "net")]
fn refuse_collapse(
    folder: &std::path::Path,
    files: &[(String, Vec<u8>)],
    ecosystems: &[String],
) -> Result<(), Failure> {
    let new = firedoor_sca::Database::open(files.to_vec())
        .map_err(|e| Failure::Message(format!("the new database does not open: {e}")))?;
    let old = folder.join("manifest.json").is_file().then(|| database::open(Some(folder)).ok()).flatten();
    let count = |database: &firedoor_sca::Database, ecosystem: &str| {
        let base = ecosystem.split(':').next().unwrap_or_default();
        database.counts().find(|(name, ..)| *name == base).map_or(0, |(_, advisories, _)| advisories)
    };
    for ecosystem in ecosystems {
        let now = count(&new, ecosystem);
        let before = old.as_ref().map_or(0, |old| count(old, ecosystem));
        if now == 0 || crate::net::collapsed(before, now) {
            return Err(Failure::Message(format!(
                "what was fetched holds {now} advisories of {ecosystem}, and the database {before}. The database was \
                 left as it was; remove {} to take the new one all the same.",
                folder.display()
            )));
        }
    }
    Ok(())
}

/// `mirror` of the configuration that holds for the working directory.
#[cfg(feature = "net")]
fn configured_mirror() -> Result<Option<String>, Failure> {
    let root = firedoor_input::Root::resolve(&[]).map_err(|e| Failure::Message(e.to_string()))?;
    let (config, _) = firedoor_scan::setup::configuration(&firedoor_scan::Request::default(), &root)?;
    Ok(config.sca.mirror)
}

/// The ecosystems of a tree's lock files, of those that the bucket is asked for.
#[cfg(feature = "net")]
fn ecosystems_of(path: PathBuf) -> Result<Vec<String>, Failure> {
    let request = firedoor_scan::Request { paths: vec![path], ..firedoor_scan::Request::default() };
    let (files, _) = firedoor_scan::inventory::inventory(&request)?;
    let used: std::collections::BTreeSet<&str> = files
        .iter()
        .flat_map(|f| &f.packages)
        .filter(|p| p.is_checkable())
        .map(|p| p.ecosystem.split(':').next().unwrap_or_default())
        .collect();
    let known = crate::net::ECOSYSTEMS;
    let used: Vec<String> = known.iter().filter(|e| used.contains(**e)).map(ToString::to_string).collect();
    Ok(used)
}

#[cfg(not(feature = "net"))]
fn ecosystems_of(_: PathBuf) -> Result<Vec<String>, Failure> {
    Ok(Vec::new())
}
