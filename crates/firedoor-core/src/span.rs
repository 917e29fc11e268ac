//! Positions. Inside the engines they are byte spans; lines and columns appear only when a finding is made.

/// A half-open range of bytes in one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span; an end before the start is taken as empty at the start.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The bytes as a range, for indexing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Number of bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether every byte of `other` is in this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A region in lines and columns, both from 1; columns are UTF-16 code units and the end column is exclusive
/// (SARIF 2.1.0, section 3.30, with `columnKind` `utf16CodeUnits`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// Line of the first byte.
    pub start_line: u32,
    /// Column of the first byte.
    pub start_column: u32,
    /// Line of the end.
    pub end_line: u32,
    /// Column one past the last character.
    pub end_column: u32,
}

/// How many bytes lie between two remembered UTF-16 counts.
const CHECKPOINT: usize = 1 << 12;

/// Where the lines of a text begin. Lines end at LF, CRLF or a lone CR, as SARIF viewers count them.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
    len: u32,
    /// UTF-16 units before each multiple of [`CHECKPOINT`] bytes; empty where the whole text is ASCII.
    units: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines of `bytes`; bytes that are not UTF-8 count as U+FFFD, as in `String::from_utf8_lossy`.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
        }
        let mut units = Vec::new();
        let is_text = std::str::from_utf8(bytes).is_ok();
        if is_text && !bytes.is_ascii() {
            // In valid UTF-8 each character has one byte that begins it, and those of four bytes have two units.
            let mut sum = 0;
            units.push(sum);
            for block in bytes.chunks(CHECKPOINT) {
                let begun: u32 = block.iter().map(|b| u32::from(b & 0xc0 != 0x80) + u32::from(*b >= 0xf0)).sum();
                sum += begun;
                if block.len() == CHECKPOINT {
                    units.push(sum);
                }
            }
        } else if !is_text {
            let mut sum = 0;
            let mut next = 0;
            // A character that crosses a checkpoint is counted behind it; `units_before` starts at the checkpoint's
            // remembered byte, so both are kept.
            for (at, width, len) in chars(bytes) {
                while at >= next {
                    units.push(sum);
                    next += CHECKPOINT;
                }
                sum += width;
                let _ = len;
            }
            while next <= bytes.len() {
                units.push(sum);
                next += CHECKPOINT;
            }
        }
        Self { starts, len: u32::try_from(bytes.len()).unwrap_or(u32::MAX), units }
    }

    /// Number of lines; an empty text has one.
    #[must_use]
    pub fn lines(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    /// The line, from 1, that holds the byte at `offset`.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> u32 {
        let offset = u32::try_from(offset).unwrap_or(u32::MAX);
        u32::try_from(self.starts.partition_point(|&s| s <= offset)).unwrap_or(u32::MAX)
    }

    /// First byte of `line` (from 1); the end of the text for a line behind the last.
    #[must_use]
    pub fn line_start(&self, line: u32) -> usize {
        self.starts.get(line.saturating_sub(1) as usize).copied().unwrap_or(self.len) as usize
    }

    /// The bytes of `line` (from 1), without its terminator.
    #[must_use]
    pub fn line_span(&self, bytes: &[u8], line: u32) -> Span {
        let start = self.line_start(line);
        let mut end = self.line_start(line + 1).min(bytes.len());
        while end > start && matches!(bytes[end - 1], b'\n' | b'\r') {
            end -= 1;
        }
        Span::new(start, end)
    }

    /// Line and UTF-16 column, both from 1, of the byte at `offset`. An offset inside a line terminator is the
    /// column behind the line's last character.
    #[must_use]
    pub fn position(&self, bytes: &[u8], offset: usize) -> (u32, u32) {
        let offset = offset.min(bytes.len());
        let line = self.line_of(offset);
        let span = self.line_span(bytes, line);
        let start = span.start as usize;
        let offset = offset.min(span.end as usize);
        let column = if self.units.is_empty() {
            offset - start
        } else {
            self.units_before(bytes, offset) - self.units_before(bytes, start)
        };
        (line, u32::try_from(column + 1).unwrap_or(u32::MAX))
    }

    /// The region of a span. An end that lies at the start of a line is moved to the end of the line before it,
    /// so that a match which takes its line terminator does not seem to reach into the next line.
    #[must_use]
    pub fn region(&self, bytes: &[u8], span: Span) -> Region {
        let (start_line, start_column) = self.position(bytes, span.start as usize);
        let mut end = (span.end as usize).min(bytes.len());
        while end > span.start as usize && matches!(bytes[end - 1], b'\n' | b'\r') {
            end -= 1;
        }
        let (end_line, end_column) = self.position(bytes, end);
        Region { start_line, start_column, end_line, end_column }
    }

    fn units_before(&self, bytes: &[u8], offset: usize) -> usize {
        let slot = (offset / CHECKPOINT).min(self.units.len() - 1);
        let mut from = slot * CHECKPOINT;
        // The checkpoint counts whole characters that begin before it; skip the tail of one that crosses it.
        let mut skip = 0;
        if from > 0 {
            let back = from.saturating_sub(3);
            for (at, _, len) in chars(&bytes[back..(from + 4).min(bytes.len())]) {
                let at = back + at;
                if at < from && at + len > from {
                    skip = at + len - from;
                }
            }
        }
        from += skip;
        let mut sum = self.units[slot] as usize;
        if from < offset {
            // No further than a character can reach: decoding looks at all that it is given.
            for (at, width, _) in chars(&bytes[from..(offset + 4).min(bytes.len())]) {
                if from + at >= offset {
                    break;
                }
                sum += width as usize;
            }
        }
        sum
    }
}

/// (offset, UTF-16 units, bytes) of each character; an invalid sequence is one U+FFFD.
fn chars(bytes: &[u8]) -> impl Iterator<Item = (usize, u32, usize)> + '_ {
    let mut at = 0;
    bytes.utf8_chunks().flat_map(move |chunk| {
        let base = at;
        let valid = chunk.valid();
        at += valid.len() + chunk.invalid().len();
        let tail = (!chunk.invalid().is_empty()).then_some((base + valid.len(), 1, chunk.invalid().len()));
        valid.char_indices().map(move |(i, c)| (base + i, u32::from(c.len_utf16() == 2) + 1, c.len_utf8())).chain(tail)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn naive(bytes: &[u8], offset: usize) -> (u32, u32) {
        let index = LineIndex::new(bytes);
        let line = index.line_of(offset);
        let start = index.line_start(line);
        let text = String::from_utf8_lossy(&bytes[start..offset]).into_owned();
        (line, u32::try_from(text.encode_utf16().count()).expect("short") + 1)
    }

    #[test]
    fn lines_end_at_every_terminator() {
        let b = b"a\nbb\r\nc\rd";
        let index = LineIndex::new(b);
        assert_eq!(index.lines(), 4);
        let spans: Vec<_> = (1..=4).map(|l| &b[index.line_span(b, l).range()]).collect();
        assert_eq!(spans, [&b"a"[..], b"bb", b"c", b"d"]);
    }

    #[test]
    fn columns_are_utf16_units_also_far_behind_checkpoints() {
        let mut text = String::from("x\n");
        for i in 0..9000 {
            text.push(if i % 3 == 0 { '😀' } else { 'é' });
        }
        let index = LineIndex::new(text.as_bytes());
        for (at, _) in text.char_indices().skip(2).step_by(97) {
            assert_eq!(index.position(text.as_bytes(), at), naive(text.as_bytes(), at), "{at}");
        }
    }

    #[test]
    fn a_region_never_takes_its_terminator() {
        let b = b"ab\r\ncd\n";
        let r = LineIndex::new(b).region(b, Span::new(0, 4));
        assert_eq!((r.start_line, r.start_column, r.end_line, r.end_column), (1, 1, 1, 3));
    }
}
