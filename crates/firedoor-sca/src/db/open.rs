//! Opening a database and asking it.
//!
//! Only the manifest is read at first. An ecosystem's index is unpacked when a package of that ecosystem is looked
//! up, and prose when an advisory has matched, so that a scan pays for what it asks.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use firedoor_core::DatabaseInfo;

use super::advisory::{Advisory, Rating};
use super::build::DatabaseFile;
use super::index::Index;
use super::matching::{Match, MatchResult, Uncompared, judge};
use super::prose;
use crate::doc;
use crate::names::{normalize, normalize_version};
use crate::version::{Scheme, base_ecosystem};

/// An index never unpacks to more.
const MAX_INDEX: usize = 1 << 30;
/// Versions that are tried when the best upgrade is looked for.
const MAX_CANDIDATES: usize = 200;
/// Nor to more than so many times its packed size.
const MAX_RATIO: usize = 200;
/// The first bytes of a zstd frame (RFC 8878, section 3.1.1).
const ZSTD_MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Why a database cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseError {
    /// There is no manifest among the files.
    #[error("the database has no manifest.json")]
    NoManifest,
    /// The manifest is not of this format.
    #[error("the database's manifest cannot be read: {0}")]
    Manifest(String),
    /// A file that the manifest names is missing or damaged.
    #[error("the database's file `{0}` is missing or damaged")]
    File(String),
}

/// Gives the bytes of one of the database's files; `None` where there is none.
pub type Loader = Box<dyn Fn(&str) -> Option<Cow<'static, [u8]>> + Send + Sync>;

struct Section {
    ecosystem: String,
    file: String,
    advisories: usize,
    packages: usize,
    /// Day up to which it is complete, as the database says; older databases state none.
    as_of: Option<String>,
    /// CRC-32 of the index and of the prose; databases of older versions state none.
    sums: [Option<u32>; 2],
    index: OnceLock<Option<Cow<'static, [u8]>>>,
    prose: OnceLock<Option<Prose>>,
}

/// A prose file and its blocks, each unpacked once.
struct Prose {
    file: Cow<'static, [u8]>,
    blocks: Vec<OnceLock<Option<Vec<u8>>>>,
}

impl Prose {
    fn block(&self, i: usize) -> Option<&[u8]> {
        self.blocks.get(i)?.get_or_init(|| prose::block(&self.file, i)).as_deref()
    }
}

/// An immutable index of advisories. Shared by all threads.
pub struct Database {
    sections: Vec<Section>,
    info: DatabaseInfo,
    /// Day on which an update last found it up to date; empty where none was made.
    checked: String,
    loader: Loader,
    unread: Vec<String>,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Database").field("info", &self.info).finish_non_exhaustive()
    }
}

static EMBEDDED: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let parts = unpack(include_bytes!("../../data/advisories.fdb"));
    let manifest = parts.get("manifest.json").copied().unwrap_or_default();
    let loader: Loader = Box::new(move |name| parts.get(name).map(|bytes| Cow::Borrowed(*bytes)));
    let database = Database::lazy("embedded snapshot", manifest, loader);
    Arc::new(database.unwrap_or_else(|_| Database::empty()))
});

impl Database {
    /// The snapshot in the binary.
    #[must_use]
    pub fn embedded() -> Arc<Self> {
        Arc::clone(&EMBEDDED)
    }

    /// A database that knows nothing.
    #[must_use]
    pub fn empty() -> Self {
        let info =
            DatabaseInfo { source: "none".to_owned(), date: String::new(), advisories: 0, ecosystems: Vec::new() };
        Self { sections: Vec::new(), info, checked: String::new(), loader: Box::new(|_| None), unread: Vec::new() }
    }

    /// A database of these files, all of which are checked.
    ///
    /// # Errors
    /// If the manifest or a file that it names is missing or damaged.
    pub fn open(files: Vec<DatabaseFile>) -> Result<Self, DatabaseError> {
        let files: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        let manifest = files.get("manifest.json").cloned().ok_or(DatabaseError::NoManifest)?;
        let loader: Loader = Box::new(move |name| files.get(name).map(|bytes| Cow::Owned(bytes.clone())));
        let database = Self::lazy("imported database", &manifest, loader)?;
        for section in &database.sections {
            database.index(section).ok_or_else(|| DatabaseError::File(format!("{}.idx", section.file)))?;
            database.prose(section).ok_or_else(|| DatabaseError::File(format!("{}.txt", section.file)))?;
        }
        Ok(database)
    }

    /// A database whose files are asked for when they are needed. `source` is what reports call it.
    ///
    /// # Errors
    /// If the manifest is not one.
    pub fn lazy(source: &str, manifest: &[u8], loader: Loader) -> Result<Self, DatabaseError> {
        let text = doc::text_of(manifest);
        let parsed = doc::json::parse(&text);
        if let Some(broken) = parsed.broken {
            return Err(DatabaseError::Manifest(broken.message));
        }
        let root = parsed.root;
        if root.text_of("format") != Some("firedoor-advisories") || root.text_of("version") != Some("1") {
            return Err(DatabaseError::Manifest("it is of another format or version; import it again".to_owned()));
        }
        let count = |node: &doc::Node<'_>, key: &str| node.text_of(key).and_then(|t| t.parse().ok()).unwrap_or(0);
        let mut sections = Vec::new();
        for entry in root.get("ecosystems").map(doc::Node::items).unwrap_or_default() {
            let (Some(ecosystem), Some(file)) = (entry.text_of("ecosystem"), entry.text_of("file")) else {
                return Err(DatabaseError::Manifest("an ecosystem lacks its name or file".to_owned()));
            };
            sections.push(Section {
                ecosystem: ecosystem.to_owned(),
                file: file.to_owned(),
                advisories: count(entry, "advisories"),
                packages: count(entry, "packages"),
                as_of: entry.text_of("as_of").map(str::to_owned),
                sums: ["index_crc", "prose_crc"].map(|key| entry.text_of(key).and_then(|t| t.parse().ok())),
                index: OnceLock::new(),
                prose: OnceLock::new(),
            });
        }
        sections.sort_by(|a, b| a.ecosystem.cmp(&b.ecosystem));
        let info = DatabaseInfo {
            source: source.to_owned(),
            date: root.text_of("date").unwrap_or("").to_owned(),
            advisories: count(&root, "advisories"),
            ecosystems: sections.iter().map(|s| s.ecosystem.clone()).collect(),
        };
        let checked = root.text_of("checked").unwrap_or("").to_owned();
        Ok(Self { sections, info, checked, loader, unread: Vec::new() })
    }

    /// The same database under another name for reports.
    #[must_use]
    pub fn named(mut self, source: &str) -> Self {
        source.clone_into(&mut self.info.source);
        self
    }

    /// The same database, of whose sources these records could not be read: a sentence each.
    #[must_use]
    pub fn with_unread(mut self, records: Vec<String>) -> Self {
        self.unread = records;
        self
    }

    /// The records that could not be read: what they say is in no answer.
    #[must_use]
    pub fn unread(&self) -> &[String] {
        &self.unread
    }

    /// The day up to which it is known to be complete, `YYYY-MM-DD`: that of its newest record, or of the last update that
    /// found nothing newer. Empty where neither is known.
    ///
    /// Days after `today` do not count: a record or a manifest that states one would make the database new for ever.
    #[must_use]
    pub fn as_of(&self, today: &str) -> &str {
        [self.info.date.as_str(), &self.checked].into_iter().filter(|day| *day <= today).max().unwrap_or("")
    }

    /// The day up to which what it says of an ecosystem is known to be complete: the one on which a server said so, the one
    /// that its source states, or that of the newest record that was imported. Empty where none is known. Databases of older
    /// versions have one day for all.
    #[must_use]
    pub fn as_of_ecosystem(&self, ecosystem: &str, today: &str) -> &str {
        match self.section(ecosystem).map(|section| section.as_of.as_deref()) {
            Some(Some(day)) => Some(day).filter(|day| *day <= today).unwrap_or(""),
            Some(None) => self.as_of(today),
            None => "",
        }
    }

    /// What reports say of it.
    #[must_use]
    pub fn info(&self) -> DatabaseInfo {
        self.info.clone()
    }

    /// For each ecosystem, its number of advisories and of packages named by them.
    pub fn counts(&self) -> impl Iterator<Item = (&str, usize, usize)> {
        self.sections.iter().map(|s| (s.ecosystem.as_str(), s.advisories, s.packages))
    }

    /// Whether it knows an ecosystem, suffix or not.
    #[must_use]
    pub fn covers(&self, ecosystem: &str) -> bool {
        self.section(ecosystem).is_some()
    }

    fn section(&self, ecosystem: &str) -> Option<&Section> {
        let base = base_ecosystem(ecosystem);
        self.sections.binary_search_by(|s| s.ecosystem.as_str().cmp(base)).ok().map(|i| &self.sections[i])
    }

    fn index<'a>(&self, section: &'a Section) -> Option<Index<'a>> {
        let bytes = section.index.get_or_init(|| {
            let bytes = (self.loader)(&format!("{}.idx", section.file)).filter(|b| is_whole(b, section.sums[0]))?;
            if !bytes.starts_with(&ZSTD_MAGIC) {
                return Some(bytes);
            }
            let size = zstd::bulk::Decompressor::upper_bound(&bytes)?;
            // A frame states its size before it is unpacked; a small file that states a large one is damaged.
            let limit = MAX_INDEX.min(bytes.len().saturating_mul(MAX_RATIO));
            (size <= limit).then(|| zstd::bulk::decompress(&bytes, size).ok().map(Cow::Owned)).flatten()
        });
        Index::new(bytes.as_deref()?)
    }

    /// The advisories that affect a version of a package.
    ///
    /// The ecosystem's suffix counts only where both the question and the advisory have one (OSV schema, "Defined
    /// ecosystems": `Debian:12`).
    #[must_use]
    pub fn matches(&self, ecosystem: &str, name: &str, version: &str) -> MatchResult {
        let Some(section) = self.section(ecosystem) else { return MatchResult::default() };
        let damaged = MatchResult { covered: true, damaged: true, ..MatchResult::default() };
        let Some(index) = self.index(section) else { return damaged };
        let Some(entries) = index.find(&normalize(ecosystem, name)) else { return damaged };
        let scheme = Scheme::of(ecosystem);
        let version = normalize_version(ecosystem, name, version.trim());
        let suffix = ecosystem.split_once(':').map_or("", |(_, suffix)| suffix);
        let mut result = MatchResult { covered: true, ..MatchResult::default() };
        for affected in &entries {
            if !suffix.is_empty() && !affected.suffix.is_empty() && suffix != affected.suffix {
                continue;
            }
            let judgement = judge(scheme, affected, version);
            let Some(id) = index.advisory_id(affected.advisory) else { return damaged };
            if judgement.affected {
                let fixed = judgement.fixed.into_iter().map(str::to_owned).collect();
                let hit = Match { id: id.to_owned(), advisory: affected.advisory, rating: affected.rating, fixed };
                result.matches.push(hit);
            } else if let Some(text) = judgement.uncompared {
                result.uncompared.push(Uncompared { id: id.to_owned(), version: text });
            }
        }
        // Several entries of one advisory may affect the version: one match, with the gravest rating and all fixes.
        result.matches.sort_by(|a, b| a.id.cmp(&b.id));
        result.matches.dedup_by(|later, first| {
            let same = later.id == first.id;
            if same {
                for fixed in later.fixed.drain(..) {
                    if !first.fixed.contains(&fixed) {
                        first.fixed.push(fixed);
                    }
                }
                if first.rating == Rating::None {
                    first.rating = later.rating;
                }
            }
            same
        });
        result.uncompared.retain(|u| result.matches.binary_search_by(|m| m.id.cmp(&u.id)).is_err());
        result.uncompared.sort_by(|a, b| a.id.cmp(&b.id));
        result.uncompared.dedup_by(|a, b| a.id == b.id);
        result
    }

    fn prose<'a>(&self, section: &'a Section) -> Option<&'a Prose> {
        let prose = section.prose.get_or_init(|| {
            let file = (self.loader)(&format!("{}.txt", section.file)).filter(|b| is_whole(b, section.sums[1]))?;
            let blocks = (0..prose::blocks(&file)?).map(|_| OnceLock::new()).collect();
            Some(Prose { file, blocks })
        });
        prose.as_ref()
    }

    /// An advisory with its prose, by the place that a [`Match`] names. `None` where the file is damaged.
    #[must_use]
    pub fn advisory(&self, ecosystem: &str, place: usize) -> Option<Advisory> {
        let section = self.section(ecosystem)?;
        let (mut advisory, at) = self.index(section)?.advisory(place)?;
        prose::read(self.prose(section)?.block(at.block)?, at.offset, &mut advisory)?;
        Some(advisory)
    }

    /// Of `fixed`, the version that closes most of these groups of advisories, and of several such the smallest; with
    /// the places of the groups that it closes. `None` where none closes any.
    #[must_use]
    pub fn best_fix(
        &self,
        ecosystem: &str,
        name: &str,
        fixed: &[String],
        groups: &[Vec<String>],
    ) -> Option<(String, Vec<usize>)> {
        let scheme = Scheme::of(ecosystem)?;
        let mut candidates: Vec<&String> = fixed.iter().collect();
        crate::version::sort::sort(&mut candidates, &|a, b| {
            scheme.compare(a, b).unwrap_or(std::cmp::Ordering::Equal).then_with(|| a.cmp(b))
        });
        candidates.dedup();
        let mut best: Option<(&String, Vec<usize>)> = None;
        for candidate in candidates.into_iter().take(MAX_CANDIDATES) {
            let still: std::collections::BTreeSet<String> =
                self.matches(ecosystem, name, candidate).ids().map(str::to_owned).collect();
            let closed: Vec<usize> =
                (0..groups.len()).filter(|g| !groups[*g].iter().any(|id| still.contains(id))).collect();
            if closed.len() > best.as_ref().map_or(0, |(_, known)| known.len()) {
                best = Some((candidate, closed));
            }
            if best.as_ref().is_some_and(|(_, known)| known.len() == groups.len()) {
                break;
            }
        }
        best.map(|(version, closed)| (version.clone(), closed))
    }
}

/// Whether a file's bytes are those that were written: a flipped bit may leave an index readable that says other things.
fn is_whole(bytes: &[u8], sum: Option<u32>) -> bool {
    sum.is_none_or(|sum| crc32fast::hash(bytes) == sum)
}

/// The files of a pack: number, then for each name length, name, size; then the bytes.
fn unpack(pack: &'static [u8]) -> BTreeMap<&'static str, &'static [u8]> {
    let read = || -> Option<BTreeMap<&'static str, &'static [u8]>> {
        let mut head = super::wire::Reader::new(pack, 0);
        let mut entries = Vec::new();
        for _ in 0..head.u32()? {
            entries.push((head.text()?, head.u32()?));
        }
        let mut out = BTreeMap::new();
        for (name, size) in entries {
            out.insert(name, head.take(size)?);
        }
        Some(out)
    };
    read().unwrap_or_default()
}

/// Writes the pack that the binary embeds.
#[must_use]
pub fn pack(files: &[DatabaseFile]) -> Vec<u8> {
    let mut out = Vec::new();
    super::wire::put_u32(&mut out, files.len());
    for (name, bytes) in files {
        super::wire::put_text(&mut out, name);
        super::wire::put_u32(&mut out, bytes.len());
    }
    for (_, bytes) in files {
        out.extend_from_slice(bytes);
    }
    out
}
