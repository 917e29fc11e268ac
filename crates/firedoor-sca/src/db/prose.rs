//! What a report prints of an advisory, in blocks that are unpacked only when one of theirs has matched.
//!
//! File: `FDPR`, version, number of blocks; for each block its offset, packed and unpacked length; then the blocks.

use super::advisory::{Advisory, Symbols};
use super::wire::{Reader, put_int, put_text, put_texts, put_u32};

const MAGIC: &[u8; 4] = b"FDPR";
const HEADER: usize = 12;
/// Records are gathered until a block has this many bytes: small enough that a scan with two hundred hits unpacks
/// little more than it prints.
const BLOCK: usize = 8 << 10;
/// A block never unpacks to more, whatever its header says.
const MAX_BLOCK: usize = 4 << 20;

/// Where an advisory's prose lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ProseRef {
    pub(crate) block: usize,
    pub(crate) offset: usize,
}

/// Gathers prose into blocks.
pub(crate) struct ProseWriter {
    level: i32,
    current: Vec<u8>,
    blocks: Vec<(Vec<u8>, usize)>,
}

impl ProseWriter {
    pub(crate) fn new(level: i32) -> Self {
        Self { level, current: Vec::new(), blocks: Vec::new() }
    }

    pub(crate) fn push(&mut self, advisory: &Advisory) -> ProseRef {
        if self.current.len() >= BLOCK {
            self.close();
        }
        let place = ProseRef { block: self.blocks.len(), offset: self.current.len() };
        let out = &mut self.current;
        put_text(out, &advisory.summary);
        put_text(out, &advisory.details);
        put_text(out, &advisory.vector);
        put_text(out, &advisory.published);
        put_text(out, &advisory.modified);
        put_texts(out, &advisory.references);
        put_int(out, advisory.cwe.len());
        for n in &advisory.cwe {
            put_int(out, *n as usize);
        }
        put_int(out, advisory.symbols.len());
        for symbols in &advisory.symbols {
            put_text(out, &symbols.package);
            put_text(out, &symbols.path);
            put_texts(out, &symbols.names);
        }
        place
    }

    fn close(&mut self) {
        let raw = std::mem::take(&mut self.current);
        let mut packed = zstd::bulk::compress(&raw, self.level).unwrap_or_default();
        // It was given room for the worst case.
        packed.shrink_to_fit();
        self.blocks.push((packed, raw.len()));
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        if !self.current.is_empty() {
            self.close();
        }
        let mut out = Vec::new();
        out.extend_from_slice(MAGIC);
        put_u32(&mut out, 1);
        put_u32(&mut out, self.blocks.len());
        let mut at = HEADER + self.blocks.len() * 12;
        for (packed, raw) in &self.blocks {
            put_u32(&mut out, at);
            put_u32(&mut out, packed.len());
            put_u32(&mut out, *raw);
            at += packed.len();
        }
        for (packed, _) in &self.blocks {
            out.extend_from_slice(packed);
        }
        out
    }
}

/// The number of blocks; `None` where the file is damaged.
pub(crate) fn blocks(file: &[u8]) -> Option<usize> {
    let mut header = Reader::new(file, 0);
    if header.take(4)? != MAGIC || header.u32()? != 1 {
        return None;
    }
    header.u32().filter(|n| n.saturating_mul(12) <= file.len())
}

/// Unpacks one block; `None` where the file is damaged.
pub(crate) fn block(file: &[u8], block: usize) -> Option<Vec<u8>> {
    if block >= blocks(file)? {
        return None;
    }
    let mut entry = Reader::new(file, HEADER.checked_add(block.checked_mul(12)?)?);
    let (at, packed, raw) = (entry.u32()?, entry.u32()?, entry.u32()?);
    let packed = file.get(at..at.checked_add(packed)?)?;
    zstd::bulk::decompress(packed, raw.min(MAX_BLOCK)).ok()
}

/// Fills in the prose of an advisory from an unpacked block.
pub(crate) fn read(block: &[u8], offset: usize, advisory: &mut Advisory) -> Option<()> {
    let mut r = Reader::new(block, offset);
    advisory.summary = r.text()?.to_owned();
    advisory.details = r.text()?.to_owned();
    advisory.vector = r.text()?.to_owned();
    advisory.published = r.text()?.to_owned();
    advisory.modified = r.text()?.to_owned();
    advisory.references = r.texts()?;
    advisory.references.retain(|url| super::build::is_link(url));
    for _ in 0..r.int()? {
        advisory.cwe.push(u32::try_from(r.int()?).ok()?);
    }
    for _ in 0..r.int()? {
        let package = r.text()?.to_owned();
        let path = r.text()?.to_owned();
        advisory.symbols.push(Symbols { package, path, names: r.texts()? });
    }
    Some(())
}
