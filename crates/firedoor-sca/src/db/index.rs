//! One ecosystem's table: names in order, each with the ranges of every advisory that names it.
//!
//! File: `FDIX`, version, number of names, number of advisories, offset of the name table, offset of the advisory
//! table; then the records. A name's entry is two offsets, of the name and of its record; an advisory's is one.

use std::cmp::Ordering;

use super::advisory::{Advisory, Kind, Rating};
use super::prose::ProseRef;
use super::wire::{Reader, put_int, put_text, put_texts, put_u32};

const MAGIC: &[u8; 4] = b"FDIX";
const HEADER: usize = 24;

/// What happens at a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventKind {
    Introduced,
    Fixed,
    LastAffected,
    Limit,
}

/// An event of a range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Event<'a> {
    pub(crate) kind: EventKind,
    pub(crate) version: &'a str,
}

/// A range, its events in order of their versions.
#[derive(Clone, Debug)]
pub(crate) struct Range<'a> {
    /// `SEMVER` rather than `ECOSYSTEM`.
    pub(crate) semver: bool,
    pub(crate) events: Vec<Event<'a>>,
}

/// What one advisory says of one package.
#[derive(Clone, Debug)]
pub(crate) struct Affected<'a> {
    pub(crate) advisory: usize,
    /// The ecosystem's part behind the colon, or empty.
    pub(crate) suffix: &'a str,
    /// The rating of this package, where it differs from the advisory's.
    pub(crate) rating: Rating,
    pub(crate) ranges: Vec<Range<'a>>,
    /// Versions listed one by one that no range covers.
    pub(crate) versions: Vec<&'a str>,
}

/// Owned forms for building.
#[derive(Clone, Debug, Default)]
pub(crate) struct BuiltAffected {
    pub(crate) advisory: usize,
    pub(crate) suffix: String,
    pub(crate) rating: Rating,
    /// (semver, events)
    pub(crate) ranges: Vec<(bool, Vec<(EventKind, String)>)>,
    pub(crate) versions: Vec<String>,
}

fn put_affected(out: &mut Vec<u8>, affected: &BuiltAffected) {
    put_int(out, affected.advisory);
    put_text(out, &affected.suffix);
    out.push(affected.rating.to_byte());
    put_int(out, affected.ranges.len());
    for (semver, events) in &affected.ranges {
        put_int(out, events.len() << 1 | usize::from(*semver));
        for (kind, version) in events {
            out.push(match kind {
                EventKind::Introduced => 0,
                EventKind::Fixed => 1,
                EventKind::LastAffected => 2,
                EventKind::Limit => 3,
            });
            put_text(out, version);
        }
    }
    put_texts(out, &affected.versions);
}

fn read_affected<'a>(r: &mut Reader<'a>) -> Option<Affected<'a>> {
    let advisory = r.int()?;
    let suffix = r.text()?;
    let rating = Rating::from_byte(r.byte()?);
    let mut ranges = Vec::new();
    for _ in 0..r.int()? {
        let head = r.int()?;
        let mut events = Vec::with_capacity((head >> 1).min(16));
        for _ in 0..head >> 1 {
            let kind = match r.byte()? {
                0 => EventKind::Introduced,
                1 => EventKind::Fixed,
                2 => EventKind::LastAffected,
                3 => EventKind::Limit,
                _ => return None,
            };
            events.push(Event { kind, version: r.text()? });
        }
        ranges.push(Range { semver: head & 1 == 1, events });
    }
    let mut versions = Vec::new();
    for _ in 0..r.int()? {
        versions.push(r.text()?);
    }
    Some(Affected { advisory, suffix, rating, ranges, versions })
}

/// Writes an index. `names` is sorted by name.
pub(crate) fn write(names: &[(String, Vec<BuiltAffected>)], advisories: &[(Advisory, ProseRef)]) -> Vec<u8> {
    let mut data = Vec::new();
    let mut name_table = Vec::with_capacity(names.len() * 8);
    for (name, affected) in names {
        put_u32(&mut name_table, HEADER + data.len());
        put_text(&mut data, name);
        put_u32(&mut name_table, HEADER + data.len());
        put_int(&mut data, affected.len());
        for a in affected {
            put_affected(&mut data, a);
        }
    }
    let mut advisory_table = Vec::with_capacity(advisories.len() * 4);
    for (advisory, prose) in advisories {
        put_u32(&mut advisory_table, HEADER + data.len());
        put_text(&mut data, &advisory.id);
        data.push(advisory.kind.to_byte());
        data.push(advisory.rating.to_byte());
        put_texts(&mut data, &advisory.aliases);
        put_texts(&mut data, &advisory.upstream);
        put_texts(&mut data, &advisory.related);
        put_int(&mut data, prose.block);
        put_int(&mut data, prose.offset);
    }
    let mut out = Vec::with_capacity(HEADER + data.len() + name_table.len() + advisory_table.len());
    out.extend_from_slice(MAGIC);
    put_u32(&mut out, 1);
    put_u32(&mut out, names.len());
    put_u32(&mut out, advisories.len());
    put_u32(&mut out, HEADER + data.len());
    put_u32(&mut out, HEADER + data.len() + name_table.len());
    out.append(&mut data);
    out.append(&mut name_table);
    out.append(&mut advisory_table);
    out
}

/// A view of an index file's bytes.
#[derive(Clone, Copy)]
pub(crate) struct Index<'a> {
    bytes: &'a [u8],
    names: usize,
    advisories: usize,
    name_table: usize,
    advisory_table: usize,
}

impl<'a> Index<'a> {
    /// Checks the header; `None` where the file is damaged.
    pub(crate) fn new(bytes: &'a [u8]) -> Option<Self> {
        let mut r = Reader::new(bytes, 0);
        if r.take(4)? != MAGIC || r.u32()? != 1 {
            return None;
        }
        let (names, advisories, name_table, advisory_table) = (r.u32()?, r.u32()?, r.u32()?, r.u32()?);
        let whole = name_table.checked_add(names.checked_mul(8)?)? == advisory_table
            && advisory_table.checked_add(advisories.checked_mul(4)?)? == bytes.len();
        whole.then_some(Self { bytes, names, advisories, name_table, advisory_table })
    }

    /// The name at a place of the table, and where its record lies.
    pub(crate) fn name(&self, i: usize) -> Option<(&'a str, usize)> {
        let mut r = Reader::new(self.bytes, self.name_table + i * 8);
        let (name, record) = (r.u32()?, r.u32()?);
        Some((Reader::new(self.bytes, name).text()?, record))
    }

    /// What all advisories say of a name; empty where none names it, `None` where the file is damaged.
    pub(crate) fn find(&self, name: &str) -> Option<Vec<Affected<'a>>> {
        let (mut low, mut high) = (0, self.names);
        while low < high {
            let middle = low + (high - low) / 2;
            let (candidate, record) = self.name(middle)?;
            match candidate.cmp(name) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => {
                    let mut r = Reader::new(self.bytes, record);
                    let n = r.int()?;
                    let mut out = Vec::with_capacity(n.min(256));
                    for _ in 0..n {
                        out.push(read_affected(&mut r)?);
                    }
                    return Some(out);
                }
            }
        }
        Some(Vec::new())
    }

    /// The id of an advisory.
    pub(crate) fn advisory_id(&self, i: usize) -> Option<&'a str> {
        self.advisory_reader(i)?.text()
    }

    fn advisory_reader(&self, i: usize) -> Option<Reader<'a>> {
        if i >= self.advisories {
            return None;
        }
        let at = Reader::new(self.bytes, self.advisory_table + i * 4).u32()?;
        Some(Reader::new(self.bytes, at))
    }

    /// An advisory without its prose, and where that lies.
    pub(crate) fn advisory(&self, i: usize) -> Option<(Advisory, ProseRef)> {
        let mut r = self.advisory_reader(i)?;
        let advisory = Advisory {
            id: r.text()?.to_owned(),
            kind: Kind::from_byte(r.byte()?),
            rating: Rating::from_byte(r.byte()?),
            aliases: r.texts()?,
            upstream: r.texts()?,
            related: r.texts()?,
            ..Advisory::default()
        };
        Some((advisory, ProseRef { block: r.int()?, offset: r.int()? }))
    }
}
