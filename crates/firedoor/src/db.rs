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
            let (files, problems) = database::import(&sources, "")?;
            database::replace(&folder, &files)?;
            said(&problems);
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

fn said(problems: &[String]) {
    for problem in problems.iter().take(SHOWN_PROBLEMS) {
        crate::say!("firedoor: {problem}");
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
    let age = match firedoor_gate::days_between(database.as_of(), &today) {
        Some(days) => format!("{days} days, as of {}", database.as_of()),
        None => "unknown".to_owned(),
    };
    let mut text = format!(
        "source      {}\nnewest      {}\nage         {age}\nadvisories  {}\n",
        info.source,
        if info.date.is_empty() { "unknown" } else { &info.date },
        info.advisories
    );
    for (ecosystem, advisories, packages) in database.counts() {
        text.push_str(&format!("  {ecosystem:<16} {advisories:>7} advisories  {packages:>7} packages\n"));
    }
    write::stdout(&text)?;
    Ok(0)
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
    // Only where everything was asked for, the database is known to be of today.
    let checked = if fetched.whole { crate::date::today() } else { String::new() };
    let (files, problems) = match database::import(&fetched.archives, &checked) {
        Ok(imported) => imported,
        Err(error) => {
            crate::net::forget(&fetched);
            return Err(error.into());
        }
    };
    database::replace(&folder, &files)?;
    said(&problems);
    status(Some(&folder))
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
