//! Builds the database's files from OSV records.
//!
//! Records are read leniently: unknown fields, unknown ecosystems and broken CVSS vectors drop nothing. A record that
//! cannot be read at all is reported. Of a record in an ecosystem's archive, what it says of
//! that ecosystem is taken; where an id comes twice in one, the record modified last wins. Withdrawn records are counted and left out.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use super::advisory::{Advisory, Kind, Rating, Symbols};
use super::index::{BuiltAffected, EventKind};
use super::matching::{judge, range_scheme};
use super::prose::ProseWriter;
use super::{cvss, index};
use crate::doc::{self, Node};
use crate::names::normalize;
use crate::version::sort::sort;
use crate::version::{Scheme, base_ecosystem};

/// One record may not unpack to more.
const MAX_RECORD: u64 = 16 << 20;
/// Nor one archive: the whole public npm archive is some hundreds of megabytes.
const MAX_ARCHIVE: u64 = 8 << 30;
/// An archive may unpack to so many times its size, and this much more. Deflate itself can reach a thousand times; records
/// reach ten.
const MAX_RATIO: u64 = 100;
const SMALL_ARCHIVE: u64 = 64 << 20;
/// Records are unpacked together until they have this many bytes.
const UNPACKED: usize = 4 << 20;
/// Details longer than this are cut; reports link to the whole.
const MAX_DETAILS: usize = 6_000;
/// A document with none of these is no advisory, not even a broken one.
const FIELDS: [&str; 6] = ["id", "affected", "modified", "schema_version", "aliases", "details"];

/// Reads OSV records and writes the files of a database.
#[derive(Default)]
pub struct DatabaseBuilder {
    /// By ecosystem (empty for records that came alone) and id: an id may come with each of its ecosystems' archives.
    records: BTreeMap<(String, String), Record>,
    ecosystems: BTreeSet<String>,
    withdrawn: usize,
    checked: String,
    today: String,
    /// Day of the newest record of each ecosystem, withdrawn ones among them.
    newest: BTreeMap<String, String>,
    /// Days up to which a source says that it is complete.
    stated: BTreeMap<String, String>,
}

struct Record {
    advisory: Advisory,
    affected: Vec<(String, String, BuiltAffected)>,
}

/// One of the database's files: its name and its bytes.
pub type DatabaseFile = (String, Vec<u8>);

impl DatabaseBuilder {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of advisories read so far, without withdrawn ones.
    #[must_use]
    pub fn advisories(&self) -> usize {
        self.records.keys().map(|(_, id)| id).collect::<BTreeSet<_>>().len()
    }

    /// Number of advisories read so far that name a package of an ecosystem.
    #[must_use]
    pub fn advisories_of(&self, ecosystem: &str) -> usize {
        let base = base_ecosystem(ecosystem);
        let names = |record: &Record| record.affected.iter().any(|(own, ..)| own == base);
        self.records.iter().filter(|(_, r)| names(r)).map(|((_, id), _)| id).collect::<BTreeSet<_>>().len()
    }

    /// Number of withdrawn advisories left out so far.
    #[must_use]
    pub fn withdrawn(&self) -> usize {
        self.withdrawn
    }

    /// Says on which day the source was asked for what is new, `YYYY-MM-DD`.
    pub fn checked_on(&mut self, day: &str) {
        day.clone_into(&mut self.checked);
    }

    /// Says up to which day the source of an ecosystem is complete, `YYYY-MM-DD`. That counts instead of its newest record.
    pub fn complete_until(&mut self, ecosystem: &str, day: &str) {
        self.stated.insert(base_ecosystem(ecosystem).to_owned(), day.to_owned());
    }

    /// Notes the day of a record of these ecosystems. A day to come says nothing about how new the whole is.
    fn note_day<'e>(&mut self, ecosystems: impl Iterator<Item = &'e str>, modified: &str) {
        let Some(day) = modified.get(..10).filter(|day| self.today.is_empty() || *day <= self.today.as_str()) else {
            return;
        };
        for ecosystem in ecosystems {
            match self.newest.get_mut(ecosystem) {
                Some(known) if known.as_str() >= day => {}
                Some(known) => day.clone_into(known),
                None => drop(self.newest.insert(ecosystem.to_owned(), day.to_owned())),
            }
        }
    }

    /// The day up to which what is known of an ecosystem is complete; empty where nothing tells.
    fn complete(&self, ecosystem: &str) -> &str {
        let newest = || self.newest.get(ecosystem).map(String::as_str);
        let checked = Some(self.checked.as_str()).filter(|day| !day.is_empty());
        self.stated.get(ecosystem).map(String::as_str).or(checked).or_else(newest).unwrap_or("")
    }

    /// Says which day it is, `YYYY-MM-DD`: records dated later do not make the database newer.
    pub fn today(&mut self, day: &str) {
        day.clone_into(&mut self.today);
    }

    /// Says that the database covers an ecosystem even if no record names it.
    pub fn cover(&mut self, ecosystem: &str) {
        self.ecosystems.insert(base_ecosystem(ecosystem).to_owned());
    }

    /// Reads an `all.zip` of one JSON file an advisory. `ecosystem` is the one that the archive is of, if known.
    ///
    /// # Errors
    /// A sentence, if the archive cannot be read as one. What is wrong with single records comes back as sentences.
    pub fn add_zip(&mut self, name: &str, bytes: &[u8], ecosystem: Option<&str>) -> Result<Vec<String>, String> {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))
            .map_err(|e| format!("{name} is no readable zip archive: {e}"))?;
        if let Some(ecosystem) = ecosystem {
            self.cover(ecosystem);
        }
        let mut notes = Vec::new();
        let mut total = 0;
        let limit = MAX_ARCHIVE.min(bytes.len() as u64 * MAX_RATIO + SMALL_ARCHIVE);
        // Records are unpacked some at a time before any is read: what is kept of them would otherwise lie between the
        // unpacker's buffers, and memory would be full of holes of their size.
        let mut texts: Vec<u8> = Vec::new();
        let mut ends: Vec<(String, usize)> = Vec::new();
        for i in 0..archive.len() {
            let file = archive.by_index(i).map_err(|e| format!("{name}: entry {i} is damaged: {e}"))?;
            let entry = file.name().map_err(|e| format!("{name}: entry {i} has no readable name: {e}"))?.into_owned();
            if !entry.ends_with(".json") {
                continue;
            }
            // The size that an archive states of an entry may be a lie, so reading itself is bounded.
            let mut bounded = file.take(MAX_RECORD + 1);
            let size = bounded.read_to_end(&mut texts).map_err(|e| format!("{name}: {entry} is damaged: {e}"))? as u64;
            total += size;
            if size > MAX_RECORD || total > limit {
                return Err(format!(
                    "{name}: {entry} unpacks to more than {MAX_RECORD} bytes, or all of it to too much"
                ));
            }
            ends.push((entry, texts.len()));
            if texts.len() >= UNPACKED {
                self.add_texts(name, ecosystem, &mut texts, &mut ends, &mut notes);
            }
        }
        self.add_texts(name, ecosystem, &mut texts, &mut ends, &mut notes);
        Ok(notes)
    }

    /// Reads records that lie one behind the other, each with its name and end, and takes them off.
    fn add_texts(
        &mut self,
        archive: &str,
        ecosystem: Option<&str>,
        texts: &mut Vec<u8>,
        ends: &mut Vec<(String, usize)>,
        notes: &mut Vec<String>,
    ) {
        let mut start = 0;
        for (entry, end) in ends.drain(..) {
            if let Err(note) = self.add(&texts[start..end], ecosystem.map_or("", base_ecosystem)) {
                notes.push(format!("{archive}: {entry}: {note}"));
            }
            start = end;
        }
        texts.clear();
    }

    /// Reads one record.
    ///
    /// # Errors
    /// A sentence, if it is no advisory at all.
    pub fn add_json(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.add(bytes, "")
    }

    /// `archive` is the ecosystem of the archive that the record lies in: what it says of others lies in theirs.
    fn add(&mut self, bytes: &[u8], archive: &str) -> Result<(), String> {
        let text = doc::text_of(bytes);
        let parsed = doc::json::parse(&text);
        if let Some(broken) = parsed.broken {
            return Err(format!("no JSON at byte {}: {}", broken.at, broken.message));
        }
        let root = &parsed.root;
        // A folder may hold other documents beside advisories, such as statistics.
        if !root.entries().is_empty() && !FIELDS.iter().any(|field| root.get(field).is_some()) {
            return Ok(());
        }
        let id = root.text_of("id").filter(|id| !id.is_empty()).ok_or("it has no id")?;
        let is_withdrawn = root.get("withdrawn").and_then(Node::text).is_some_and(|w| !w.is_empty());
        let mut record = read(id, root);
        if record.affected.iter().any(|(ecosystem, ..)| ecosystem == archive) {
            record.affected.retain(|(ecosystem, ..)| ecosystem == archive);
        }
        let own = record.affected.iter().map(|(ecosystem, ..)| ecosystem.as_str());
        self.note_day(own, &record.advisory.modified);
        if is_withdrawn {
            self.withdrawn += 1;
            return Ok(());
        }
        for (ecosystem, _, affected) in &mut record.affected {
            self.cover(ecosystem);
            // Now and not at the end: most listed versions are covered by ranges and need not be held.
            prepare(Scheme::of(ecosystem), affected);
        }
        let key = (archive.to_owned(), id.to_owned());
        match self.records.get(&key) {
            Some(known) if known.advisory.modified >= record.advisory.modified => {}
            _ => drop(self.records.insert(key, record)),
        }
        Ok(())
    }

    /// The files: `manifest.json`, and for each ecosystem an index and its prose. `level` is zstd's, for the prose;
    /// with `pack`, the indexes are compressed too (for the embedded snapshot).
    #[must_use]
    pub fn finish(mut self, level: i32, pack: bool) -> Vec<DatabaseFile> {
        let mut sections: Vec<Written> = Vec::new();
        let mut files = Vec::new();
        let date = self.newest.values().max().cloned().unwrap_or_default();
        let total = self.advisories();
        for ecosystem in &self.ecosystems {
            let mut names: BTreeMap<String, Vec<BuiltAffected>> = BTreeMap::new();
            let mut advisories = Vec::new();
            let mut prose = ProseWriter::new(level);
            for record in self.records.values_mut() {
                let mut place = None;
                let own = |(base, ..): &mut (String, String, BuiltAffected)| base == ecosystem;
                // Taken out, so that nothing is held twice.
                let taken: Vec<_> = record.affected.extract_if(.., own).collect();
                for (_, name, mut affected) in taken {
                    let advisory = *place.get_or_insert_with(|| {
                        let prose = prose.push(&record.advisory);
                        advisories.push((bare(&record.advisory), prose));
                        advisories.len() - 1
                    });
                    affected.advisory = advisory;
                    names.entry(normalize(ecosystem, &name).into_owned()).or_default().push(affected);
                }
            }
            let names: Vec<_> = names.into_iter().collect();
            let mut table = index::write(&names, &advisories);
            if pack {
                table = zstd::bulk::compress(&table, level).unwrap_or(table);
            }
            let slug = slug(ecosystem);
            let prose = prose.finish();
            sections.push(Written {
                ecosystem: ecosystem.clone(),
                slug: slug.clone(),
                advisories: advisories.len(),
                packages: names.len(),
                complete: self.complete(ecosystem).to_owned(),
                sums: [crc32fast::hash(&table), crc32fast::hash(&prose)],
            });
            files.push((format!("{slug}.idx"), table));
            files.push((format!("{slug}.txt"), prose));
        }
        files.insert(
            0,
            (
                "manifest.json".to_owned(),
                manifest([&date, &self.checked], total, self.withdrawn, &sections).into_bytes(),
            ),
        );
        files
    }
}

/// Whether bytes are an archive of advisories, as far as its directory tells; gives how many records it names.
///
/// # Errors
/// A sentence, if they are not.
pub fn check_archive(bytes: &[u8]) -> Result<usize, String> {
    let archive = zip::ZipArchive::new(std::io::Cursor::new(bytes))
        .map_err(|e| format!("what came is no readable zip archive: {e}"))?;
    match archive.file_names().filter(|name| name.as_ref().is_ok_and(|n| n.ends_with(".json"))).count() {
        0 => Err("what came is an archive without an advisory".to_owned()),
        records => Ok(records),
    }
}

/// An ecosystem's two files, as the manifest names them.
struct Written {
    ecosystem: String,
    slug: String,
    advisories: usize,
    packages: usize,
    /// The day up to which it is complete; empty where nothing tells.
    complete: String,
    /// CRC-32 (IEEE 802.3) of the index and of the prose as they are written.
    sums: [u32; 2],
}

/// The manifest as text, one ecosystem a line.
fn manifest([date, checked]: [&str; 2], total: usize, withdrawn: usize, sections: &[Written]) -> String {
    let lines: Vec<String> = sections
        .iter()
        .map(|Written { ecosystem, slug, advisories, packages, complete, sums: [index, prose] }| {
            format!(
                "    {{\"ecosystem\": {}, \"file\": \"{slug}\", \"advisories\": {advisories}, \"packages\": {packages}, \
                 \"as_of\": {}, \"index_crc\": {index}, \"prose_crc\": {prose}}}",
                crate::sbom::quote(ecosystem),
                crate::sbom::quote(complete)
            )
        })
        .collect();
    let checked = match checked {
        "" => String::new(),
        day => format!("  \"checked\": \"{day}\",\n"),
    };
    format!(
        "{{\n  \"format\": \"firedoor-advisories\",\n  \"version\": 1,\n  \"date\": \"{date}\",\n{checked}  \"advisories\": \
         {total},\n  \"withdrawn\": {withdrawn},\n  \"ecosystems\": [\n{}\n  ]\n}}\n",
        lines.join(",\n")
    )
}

/// A file name for an ecosystem.
fn slug(ecosystem: &str) -> String {
    ecosystem.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

fn bare(advisory: &Advisory) -> Advisory {
    Advisory {
        id: advisory.id.clone(),
        aliases: advisory.aliases.clone(),
        upstream: advisory.upstream.clone(),
        related: advisory.related.clone(),
        kind: advisory.kind,
        rating: advisory.rating,
        ..Advisory::default()
    }
}

/// Puts the events of each range in order and drops listed versions that a range covers anyway.
fn prepare(scheme: Option<Scheme>, affected: &mut BuiltAffected) {
    for (semver, events) in &mut affected.ranges {
        let Some(scheme) = range_scheme(scheme, *semver) else { continue };
        // Events at the same version keep the record's order.
        sort(events, &|(_, a), (_, b)| match (a.as_str(), b.as_str()) {
            ("0", "0") => Ordering::Equal,
            ("0", _) => Ordering::Less,
            (_, "0") => Ordering::Greater,
            (a, b) => scheme.compare(a, b).unwrap_or(Ordering::Equal),
        });
    }
    if affected.versions.is_empty() || affected.ranges.is_empty() {
        return;
    }
    let ranges_only = index::Affected {
        advisory: 0,
        suffix: "",
        rating: Rating::None,
        ranges: affected
            .ranges
            .iter()
            .map(|(semver, events)| index::Range {
                semver: *semver,
                events: events.iter().map(|(kind, version)| index::Event { kind: *kind, version }).collect(),
            })
            .collect(),
        versions: Vec::new(),
    };
    let versions = std::mem::take(&mut affected.versions);
    let mut kept: Vec<String> = versions.into_iter().filter(|v| !judge(scheme, &ranges_only, v).affected).collect();
    // A filtered vector keeps the room of the whole one.
    kept.shrink_to_fit();
    affected.versions = kept;
}

/// The record's facts.
fn read(id: &str, root: &Node<'_>) -> Record {
    let texts = |key: &str| -> Vec<String> {
        root.get(key).map(|n| n.items().iter().filter_map(Node::text).map(str::to_owned).collect()).unwrap_or_default()
    };
    let text = |key: &str| root.text_of(key).unwrap_or("").to_owned();
    let mut advisory = Advisory {
        id: id.to_owned(),
        aliases: texts("aliases"),
        upstream: texts("upstream"),
        related: texts("related"),
        summary: text("summary"),
        details: cut(root.text_of("details").unwrap_or("")),
        published: text("published"),
        modified: text("modified"),
        ..Advisory::default()
    };
    (advisory.rating, advisory.vector) = rating(root);
    for reference in root.get("references").map(Node::items).unwrap_or_default() {
        advisory.references.extend(reference.text_of("url").filter(|url| is_link(url)).map(str::to_owned));
    }
    let database = root.get("database_specific");
    let cwe = |node: &Node<'_>| node.text().and_then(|t| t.trim_start_matches("CWE-").parse::<u32>().ok());
    if let Some(ids) = database.and_then(|d| d.get("cwe_ids")) {
        advisory.cwe.extend(ids.items().iter().filter_map(cwe));
    }
    advisory.kind = if id.starts_with("MAL-") { Kind::Malicious } else { Kind::Vulnerability };
    let mut affected = Vec::new();
    for entry in root.get("affected").map(Node::items).unwrap_or_default() {
        read_affected(entry, &mut advisory, &mut affected);
    }
    Record { advisory, affected }
}

/// Whether a text is an address that a report may link to: an advisory's author must not choose what a click runs.
pub(crate) fn is_link(url: &str) -> bool {
    let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && !url.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '"'))
}

fn read_affected(entry: &Node<'_>, advisory: &mut Advisory, out: &mut Vec<(String, String, BuiltAffected)>) {
    let database = entry.get("database_specific");
    if let Some(word) = database.and_then(|d| d.text_of("informational")) {
        advisory.kind = match word {
            "unmaintained" => Kind::Unmaintained,
            "unsound" => Kind::Unsound,
            "yanked" => Kind::Yanked,
            _ => Kind::Notice,
        };
    }
    for cwe in database.and_then(|d| d.get("cwes")).map(Node::items).unwrap_or_default() {
        let number = cwe.text_of("cweId").and_then(|t| t.trim_start_matches("CWE-").parse().ok());
        advisory.cwe.extend(number.filter(|n| !advisory.cwe.contains(n)));
    }
    let Some(package) = entry.get("package") else { return };
    let (Some(ecosystem), Some(name)) = (package.text_of("ecosystem"), package.text_of("name")) else { return };
    let (own, vector) = rating(entry);
    if advisory.rating == Rating::None {
        (advisory.rating, advisory.vector) = (own, vector);
    }
    let mut built = BuiltAffected {
        suffix: ecosystem.split_once(':').map_or("", |(_, suffix)| suffix).to_owned(),
        rating: own,
        ..BuiltAffected::default()
    };
    for version in entry.get("versions").map(Node::items).unwrap_or_default() {
        built.versions.extend(version.text().map(str::to_owned));
    }
    for range in entry.get("ranges").map(Node::items).unwrap_or_default() {
        let kind = range.text_of("type").unwrap_or("");
        if kind == "GIT" {
            continue;
        }
        let mut events = Vec::new();
        for event in range.get("events").map(Node::items).unwrap_or_default() {
            for fact in event.entries() {
                let kind = match &*fact.key {
                    "introduced" => EventKind::Introduced,
                    "fixed" => EventKind::Fixed,
                    "last_affected" => EventKind::LastAffected,
                    "limit" => EventKind::Limit,
                    _ => continue,
                };
                events.extend(fact.node.text().map(|v| (kind, v.to_owned())));
            }
        }
        if !events.is_empty() {
            built.ranges.push((kind == "SEMVER", events));
        }
    }
    symbols(entry, name, advisory);
    out.push((base_ecosystem(ecosystem).to_owned(), name.to_owned(), built));
}

/// Go: `ecosystem_specific.imports[].{path, symbols}`; RustSec: `ecosystem_specific.affects.functions` or
/// `affected_functions`, full paths.
fn symbols(entry: &Node<'_>, name: &str, advisory: &mut Advisory) {
    let Some(specific) = entry.get("ecosystem_specific") else { return };
    let list =
        |node: &Node<'_>| -> Vec<String> { node.items().iter().filter_map(Node::text).map(str::to_owned).collect() };
    for import in specific.get("imports").map(Node::items).unwrap_or_default() {
        advisory.symbols.push(Symbols {
            package: name.to_owned(),
            path: import.text_of("path").unwrap_or("").to_owned(),
            names: import.get("symbols").map(list).unwrap_or_default(),
        });
    }
    let functions = specific.at_path(&["affects", "functions"]).map(list).unwrap_or_default();
    let functions =
        if functions.is_empty() { specific.get("affected_functions").map(list).unwrap_or_default() } else { functions };
    if !functions.is_empty() {
        advisory.symbols.push(Symbols { package: name.to_owned(), path: String::new(), names: functions });
    }
}

/// The gravest score of the newest CVSS version that can be read, else the database's number or word.
fn rating(node: &Node<'_>) -> (Rating, String) {
    let mut best: Option<(u8, u8, &str)> = None;
    for severity in node.get("severity").map(Node::items).unwrap_or_default() {
        let Some(vector) = severity.text_of("score") else { continue };
        let version = match severity.text_of("type").unwrap_or("") {
            "CVSS_V4" => 4,
            "CVSS_V3" => 3,
            "CVSS_V2" => 2,
            _ => 1,
        };
        if let Some(score) = cvss::score(vector)
            && best.is_none_or(|(v, s, _)| (v, s) < (version, score))
        {
            best = Some((version, score, vector));
        }
    }
    if let Some((_, score, vector)) = best {
        return (Rating::Score(score), vector.to_owned());
    }
    for specific in ["database_specific", "ecosystem_specific"].iter().filter_map(|key| node.get(key)) {
        if let Some(vector) =
            specific.text_of("cvss").or_else(|| specific.at_path(&["cvss", "score"]).and_then(Node::text))
            && let Some(score) = cvss::score(vector)
        {
            return (Rating::Score(score), vector.to_owned());
        }
        let number = specific.text_of("cvss_v3_score").and_then(|t| t.parse::<f32>().ok());
        if let Some(number) = number.filter(|n| (0.0..=10.0).contains(n)) {
            return (Rating::Score((number * 10.0).round() as u8), String::new());
        }
        if let Some(word) = specific.text_of("severity").and_then(firedoor_core::Severity::parse) {
            return (Rating::Word(word), String::new());
        }
    }
    (Rating::None, String::new())
}

/// Cuts long prose at a character.
fn cut(text: &str) -> String {
    if text.len() <= MAX_DETAILS {
        return text.to_owned();
    }
    let mut end = MAX_DETAILS;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", &text[..end])
}
