//! `firedoor db`: the advisory database on this machine.

use std::path::PathBuf;

use firedoor_scan::database;

use crate::cli::DbCommand;
use crate::{Done, Failure, write};

/// How many unreadable records are named one by one.
const SHOWN_PROBLEMS: usize = 10;

pub(crate) fn run(command: DbCommand) -> Done {
    match command {
        DbCommand::Import { sources, database } => {
            let folder = folder(database)?;
            let (files, problems) = database::import(&sources)?;
            database::replace(&folder, &files)?;
            said(&problems);
            status(Some(&folder))
        }
        DbCommand::Update { database, ecosystems, mirror } => update(database, &ecosystems, &mirror),
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
    let mut text = format!(
        "source      {}\nnewest      {}\nadvisories  {}\n",
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
fn update(_: Option<PathBuf>, _: &[String], _: &str) -> Done {
    Err(Failure::Message("this firedoor was built without the feature `net` and opens no connection".to_owned()))
}

#[cfg(feature = "net")]
fn update(database: Option<PathBuf>, ecosystems: &[String], mirror: &str) -> Done {
    let folder = folder(database)?;
    let downloads = crate::net::update(&folder, ecosystems, mirror)?;
    let (files, problems) = database::import(&downloads)?;
    database::replace(&folder, &files)?;
    said(&problems);
    status(Some(&folder))
}
