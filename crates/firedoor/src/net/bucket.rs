//! The public OSV bucket: `<Ecosystem>/all.zip` for each ecosystem.
//!
//! Each archive is fetched with the `ETag` of the copy that is already here, so that an unchanged one costs one request.
//! It comes into a file of another name, which is kept when the connection breaks and goes on from there (RFC 9110,
//! sections 13.1.5 and 14.2); when it is whole and an archive, it is renamed. A failure leaves the old copy in place.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Client, Trouble};
use crate::Failure;

/// Ecosystems whose lock files firedoor reads, as the bucket names them.
pub(crate) const ECOSYSTEMS: &[&str] = &[
    "crates.io",
    "npm",
    "PyPI",
    "Go",
    "Maven",
    "NuGet",
    "RubyGems",
    "Packagist",
    "Hex",
    "Pub",
    "CRAN",
    "Hackage",
    "SwiftURL",
    "ConanCenter",
    "GitHub Actions",
    "Julia",
];
/// Largest archive that is fetched, in bytes.
const MAX_ARCHIVE: u64 = 1 << 30;

/// What an update gave.
pub(crate) struct Update {
    /// All archives that are here now, also of ecosystems that were not asked for this time.
    pub(crate) archives: Vec<PathBuf>,
    /// For each ecosystem, the day on which the server said last that its archive is the newest.
    pub(crate) asked: BTreeMap<String, String>,
    /// The ecosystems that were asked for.
    pub(crate) ecosystems: Vec<String>,
}

/// Fetches what has changed into `<folder>.downloads/<Ecosystem>/all.zip`.
pub(crate) fn update(folder: &Path, wanted: &[String], mirror: &str) -> Result<Update, Failure> {
    update_with(&Client::new(), folder, wanted, mirror)
}

pub(super) fn update_with(client: &Client, folder: &Path, wanted: &[String], mirror: &str) -> Result<Update, Failure> {
    let all: Vec<String> = ECOSYSTEMS.iter().map(ToString::to_string).collect();
    let wanted = if wanted.is_empty() { &all } else { wanted };
    let downloads = PathBuf::from(format!("{}.downloads", folder.display()));
    let mut ecosystems = Vec::new();
    for ecosystem in wanted {
        ecosystems.push(ecosystem.clone());
        if ecosystem.contains(['/', '\\']) || ecosystem.starts_with('.') || ecosystem.is_empty() {
            return Err(Failure::Message(format!("`{ecosystem}` is no ecosystem")));
        }
        let dir = downloads.join(ecosystem);
        std::fs::create_dir_all(&dir).map_err(|e| Failure::Message(format!("cannot make {}: {e}", dir.display())))?;
        let url = format!("{}/{}/all.zip", mirror.trim_end_matches('/'), ecosystem.replace(' ', "%20"));
        let bar = bar(ecosystem);
        let fetched = client.persist(|| fetch(client, ecosystem, &url, &dir, &bar));
        bar.finish_and_clear();
        let what = fetched.map_err(|why| {
            Failure::Message(format!(
                "cannot fetch {}: {why}. The database was left as it was.",
                crate::hush::address(&url)
            ))
        })?;
        crate::say!("firedoor: {ecosystem}: {what}");
    }
    let mut archives = Vec::new();
    let mut asked = BTreeMap::new();
    let entries = std::fs::read_dir(&downloads);
    for entry in entries.map_err(|e| Failure::Message(format!("cannot read {}: {e}", downloads.display())))?.flatten() {
        let archive = entry.path().join("all.zip");
        if archive.is_file() {
            if let Some(day) = std::fs::read_to_string(archive.with_extension("zip.asked")).ok().filter(|d| is_day(d)) {
                asked.insert(entry.file_name().to_string_lossy().into_owned(), day);
            }
            archives.push(archive);
        }
    }
    archives.sort();
    Ok(Update { archives, asked, ecosystems })
}

/// Forgets the tags of archives that turned out to be damaged, so that the next update fetches them anew.
pub(crate) fn forget(update: &Update) {
    for archive in &update.archives {
        let _ = std::fs::remove_file(archive.with_extension("zip.etag"));
        let _ = std::fs::remove_file(archive.with_extension("zip.asked"));
    }
}

/// A bar on a terminal, nothing elsewhere.
fn bar(ecosystem: &str) -> ProgressBar {
    let bar = ProgressBar::hidden();
    if std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        if let Ok(style) = ProgressStyle::with_template("{msg:>16} {bar:30} {bytes}/{total_bytes} {bytes_per_sec}") {
            bar.set_style(style);
        }
        bar.set_message(ecosystem.to_owned());
    }
    bar
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}

/// Whether an archive may take the place of the one that is here: it is read to its end, so that one that is no archive,
/// unpacks to too much, or says nothing of its ecosystem never does.
fn check(ecosystem: &str, bytes: &[u8], old: Option<&[u8]>) -> Result<(), Trouble> {
    let entries = firedoor_sca::db::check_archive(bytes).map_err(Trouble::passing)?;
    let mut builder = firedoor_sca::DatabaseBuilder::new();
    let problems = builder.add_zip("what came", bytes, Some(ecosystem)).map_err(Trouble::now)?;
    if let Some(problem) = problems.first() {
        return Err(Trouble::now(format!("{} of its records cannot be read ({problem})", problems.len())));
    }
    if builder.advisories_of(ecosystem) == 0 {
        return Err(Trouble::now(format!("what came holds no advisory of {ecosystem}")));
    }
    let before = old.and_then(|old| firedoor_sca::db::check_archive(old).ok()).unwrap_or(0);
    if collapsed(before, entries) {
        return Err(Trouble::now(format!(
            "what came has only {entries} records, and the archive of the last update {before}; remove that archive if \
             this is right"
        )));
    }
    Ok(())
}

/// Whether a number of advisories has fallen by more than sources ever withdraw at a time.
pub(crate) fn collapsed(before: usize, now: usize) -> bool {
    before >= 10 && now < before / 2
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// The day of an HTTP date (RFC 9110, section 5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`).
fn day_of(date: &str) -> Option<String> {
    let mut words = date.split_once(", ")?.1.split(' ');
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = MONTHS.iter().position(|m| *m == month)? + 1;
    Some(format!("{year}-{month:02}-{day}")).filter(|day| is_day(day))
}

/// One try. Gives what happened, in words.
fn fetch(client: &Client, ecosystem: &str, url: &str, dir: &Path, bar: &ProgressBar) -> Result<String, Trouble> {
    let failed = |e: std::io::Error| Trouble::now(e.to_string());
    let (target, tag) = (dir.join("all.zip"), dir.join("all.zip.etag"));
    let (part, part_tag) = (dir.join(".all.zip.part"), dir.join(".all.zip.part.etag"));
    let known = std::fs::read_to_string(&tag).ok().filter(|_| target.is_file());
    let begun = std::fs::read_to_string(&part_tag).ok();
    let have = begun.as_ref().and_then(|_| std::fs::metadata(&part).ok()).map_or(0, |m| m.len());
    // The size that is stated must be that of what comes, not of what it was packed into.
    let mut response = client.send(url, |agent, url| {
        let mut request = agent.get(url).header("Accept-Encoding", "identity");
        match (&begun, &known) {
            (Some(begun), _) if have > 0 => {
                request = request.header("Range", format!("bytes={have}-")).header("If-Range", begun.trim());
            }
            (_, Some(known)) => request = request.header("If-None-Match", known.trim()),
            _ => {}
        }
        request.call()
    })?;
    let header = |name: &str| response.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    // A cache hands out the day on which the origin answered (RFC 9110, section 6.6.1). A clock that goes ahead of ours does not
    // make advisories newer.
    let today = crate::date::today();
    let day = header("date").and_then(|date| day_of(&date)).map_or_else(|| today.clone(), |day| day.min(today.clone()));
    let asked = dir.join("all.zip.asked");
    let length = header("content-length").and_then(|l| l.parse::<u64>().ok());
    let start = match response.status().as_u16() {
        304 if known.is_some() => {
            std::fs::write(&asked, day).map_err(failed)?;
            return Ok("unchanged".to_owned());
        }
        200 => 0,
        206 if header("content-range").is_some_and(|r| r.starts_with(&format!("bytes {have}-"))) => have,
        206 | 416 => {
            // The server has something else, or nothing, behind what is here: begin anew.
            let _ = std::fs::remove_file(&part_tag);
            return Err(Trouble::passing("what was fetched before does not fit any more"));
        }
        _ => return Err(Trouble::status(&response)),
    };
    let expected = length.map(|l| l + start);
    if expected.is_some_and(|n| n > MAX_ARCHIVE) {
        return Err(Trouble::now(format!("it has more than {MAX_ARCHIVE} bytes")));
    }
    // Only a strong tag says that two answers are the same bytes.
    let etag = header("etag");
    let strong = etag.as_deref().filter(|t| !t.starts_with("W/"));
    match strong {
        Some(strong) => std::fs::write(&part_tag, strong).map_err(failed)?,
        None => drop(std::fs::remove_file(&part_tag)),
    }
    let mut file = if start > 0 {
        OpenOptions::new().append(true).open(&part).map_err(failed)?
    } else {
        File::create(&part).map_err(failed)?
    };
    bar.set_length(expected.unwrap_or(0));
    bar.set_position(start);
    let mut reader = response.body_mut().as_reader();
    let mut buffer = vec![0; 64 << 10];
    let mut size = start;
    loop {
        let n = reader.read(&mut buffer).map_err(|e| Trouble::passing(e.to_string()))?;
        if n == 0 {
            break;
        }
        size += n as u64;
        if size > MAX_ARCHIVE {
            return Err(Trouble::now(format!("it has more than {MAX_ARCHIVE} bytes")));
        }
        file.write_all(&buffer[..n]).map_err(failed)?;
        bar.set_position(size);
    }
    if expected.is_some_and(|n| n != size) {
        return Err(Trouble::passing("the connection ended early"));
    }
    file.sync_all().map_err(failed)?;
    drop(file);
    let _ = std::fs::remove_file(&part_tag);
    let bytes = std::fs::read(&part).map_err(failed)?;
    let old = std::fs::read(&target).ok();
    if let Err(why) = check(ecosystem, &bytes, old.as_deref()) {
        let _ = std::fs::remove_file(&part);
        return Err(why);
    }
    drop((bytes, old));
    // The old tag goes first: a tag never stands beside an archive that is not its own.
    let _ = std::fs::remove_file(&tag);
    let _ = std::fs::remove_file(&asked);
    std::fs::rename(&part, &target).map_err(failed)?;
    std::fs::write(&asked, day).map_err(failed)?;
    if let Some(etag) = etag {
        std::fs::write(&tag, etag).map_err(failed)?;
    }
    Ok(match start {
        0 => format!("fetched {}", megabytes(size)),
        start => format!("fetched {}, of which {} were here from a broken try", megabytes(size), megabytes(start)),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn days_of_answers() {
        assert_eq!(super::day_of("Sun, 06 Nov 1994 08:49:37 GMT").as_deref(), Some("1994-11-06"));
        for bad in ["", "Sunday", "Sun, 06 Nov", "Sun, 99 Nov 1994 08:49:37 GMT", "Sun, é Nov 1994"] {
            assert_eq!(super::day_of(bad), None, "{bad}");
        }
    }
}
