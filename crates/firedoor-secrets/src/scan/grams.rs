//! Where words may begin: a table of the four letters that tell each word from other text.
//!
//! An automaton of a thousand words has megabytes of states and waits for memory at every byte. Here each word is known
//! by the four letters in it that are rarest in source code, case folded, or by all three of a short one; a table of a few
//! dozen kilobytes says of any four bytes whether a word has them. Every place of a text is asked by itself, so a processor
//! asks several at once, and only where the table says yes are words compared. Ten times the words make the table
//! larger and hardly the scan slower.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Shortest word that the table can hold.
pub(super) const SHORTEST: usize = 3;
/// Sets the bit that tells lower case from upper case in each of four letters. Other signs fall together by it, which
/// the comparison of words then sorts out.
const FOLD: u64 = 0x2020_2020_2020_2020;
/// How many bytes are asked before a branch.
pub(super) const STEP: usize = 8;

/// A word behind a place of the table.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// The folded letters that it is known by; of a word of three letters the fourth is not compared.
    gram: u32,
    mask: u32,
    word: u32,
    /// Where in the word they stand.
    offset: u32,
    /// Where among all words it stands.
    start: u32,
    len: u32,
}

/// The table.
#[derive(Debug)]
pub(super) struct Grams {
    /// A row for each hash of three letters, and in it a bit for each fourth one.
    rows: Vec<u32>,
    /// Where the entries of a row begin; one more than there are rows.
    starts: Vec<u32>,
    entries: Vec<Entry>,
    /// All words in one.
    texts: Vec<u8>,
    shift: u32,
}

fn clamp(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn fold(bytes: [u8; 4]) -> u32 {
    u32::from_le_bytes(bytes) | 0x2020_2020
}

/// The row of the three first letters. Of three hundred factors that were drawn this one brings the fewest of the letters
/// that are common in source code into a row with a built-in word, a fifth less than the golden ratio.
fn row(gram: u32, shift: u32) -> usize {
    ((gram << 8).wrapping_mul(0xf452_68e5) >> shift) as usize
}

/// How common a folded byte is in source code; sums of it rank the places of a word.
pub(super) fn commonness(byte: u8) -> u8 {
    COMMONNESS[usize::from(byte)]
}

const COMMONNESS: [u8; 256] = {
    let mut table = [2; 256];
    let mut byte = 0u8;
    loop {
        table[byte as usize] = match byte.to_ascii_lowercase() {
            b'e' | b't' | b' ' => 12,
            b's' | b'r' | b'n' | b'i' | b'a' | b'o' => 11,
            b'l' | b'c' | b'd' | b'u' | b'p' => 9,
            b'm' | b'f' | b'g' | b'h' | b'_' => 8,
            b'b' | b'y' | b'v' | b'w' | b'k' | b'.' | b'(' | b'=' | b':' | b'/' | b'-' => 6,
            b'0' | b'1' | b'2' | b'x' => 4,
            _ => 2,
        };
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

/// The four letters that stand in source code most often, commonest first, made by `examples/common_grams.rs`.
const COMMON: &str = include_str!("common_grams.txt");

/// How common four folded letters are: more than any sum of [`commonness`] if they are among those in the list.
fn rank(gram: [u8; 4]) -> u32 {
    static LISTED: LazyLock<FxHashMap<u32, u32>> = LazyLock::new(|| {
        let grams = COMMON.lines().flat_map(|line| line.as_bytes().as_chunks().0);
        grams.zip(0..1 << 16).map(|(gram, nth)| (fold(*gram), (1 << 16) - nth)).collect()
    });
    let letters = || gram.iter().map(|b| u32::from(commonness(*b))).sum();
    LISTED.get(&fold(gram)).map_or_else(letters, |listed| 48 + listed)
}

impl Grams {
    /// A table of words; those of less than [`SHORTEST`] bytes are left out. Words count by their numbers.
    pub(super) fn new<'a>(words: impl Iterator<Item = (u32, &'a [u8])> + Clone) -> Self {
        let words = words.filter(|(_, w)| w.len() >= SHORTEST);
        let (mut count, mut len) = (0, 0);
        for (_, text) in words.clone() {
            (count, len) = (count + 1, len + text.len());
        }
        // Few words leave most rows empty in a table that stays nearest the processor; of many a larger one is faster
        // nevertheless, because what is in a row by chance costs more than what is not near.
        let bits = (usize::BITS - (count * 8usize).leading_zeros()).clamp(12, 15);
        let shift = 32 - bits;
        let mut rows = vec![0u32; 1 << bits];
        let mut starts = vec![0u32; rows.len() + 1];
        let mut texts = Vec::with_capacity(len);
        let mut placed: Vec<(u32, Entry)> = Vec::with_capacity(count);
        for (word, text) in words {
            let (start, len) = (clamp(texts.len()), clamp(text.len()));
            texts.extend_from_slice(text);
            let entry = match text {
                &[a, b, c] => Entry { gram: fold([a, b, c, 0]), mask: 0x00ff_ffff, word, offset: 0, start, len },
                _ => {
                    let grams = text.array_windows().enumerate();
                    let (rarest, gram) = grams.min_by_key(|(_, gram)| rank(**gram)).unwrap_or((0, &[0; 4]));
                    Entry { gram: fold(*gram), mask: u32::MAX, word, offset: clamp(rarest), start, len }
                }
            };
            let at = row(entry.gram, shift);
            rows[at] |= if entry.mask == u32::MAX { 1 << ((entry.gram >> 24) & 31) } else { u32::MAX };
            starts[at] += 1;
            placed.push((at as u32, entry));
        }
        // Counts become ends, and ends beginnings while the entries are put in from the last to the first.
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut entries = vec![Entry::default(); placed.len()];
        for &(at, entry) in placed.iter().rev() {
            let start = &mut starts[at as usize];
            *start -= 1;
            entries[*start as usize] = entry;
        }
        Self { rows, starts, entries, texts, shift }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Calls `found` with the number of each word in `bytes` whose letters stand in this part and where it begins, in no
    /// particular order. Parts begin and end at multiples of [`STEP`].
    pub(super) fn find(&self, bytes: &[u8], part: Range<usize>, found: &mut impl FnMut(u32, usize)) {
        // The sizes that a table may have, known to the compiler: no place in it is checked again.
        match self.shift {
            20 => self.find_among::<{ 1 << 12 }, 20>(bytes, part, found),
            19 => self.find_among::<{ 1 << 13 }, 19>(bytes, part, found),
            18 => self.find_among::<{ 1 << 14 }, 18>(bytes, part, found),
            _ => self.find_among::<{ 1 << 15 }, 17>(bytes, part, found),
        }
    }

    fn find_among<const ROWS: usize, const SHIFT: u32>(
        &self,
        bytes: &[u8],
        part: Range<usize>,
        found: &mut impl FnMut(u32, usize),
    ) {
        let Some(rows) = self.rows.first_chunk::<ROWS>() else { return };
        // The lowest bit is the answer: to take the others off is put off until some place says yes.
        let ask = |gram: u32| rows[row(gram, SHIFT) & (ROWS - 1)] >> ((gram >> 24) & 31);
        let mut at = part.start;
        // Eight places need eleven bytes; the twelfth makes two loads of eight.
        let bytes_to = (part.end + 12 - STEP).min(bytes.len());
        while let Some(text) = bytes.get(at..bytes_to).and_then(<[u8]>::first_chunk::<12>) {
            let (Some(low), Some(high)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) else { return };
            let low = u64::from_le_bytes(*low) | FOLD;
            let high = u64::from_le_bytes(*high) | FOLD;
            let gram = |n: u32| {
                let (word, n) = if n < 4 { (low, n) } else { (high, n - 4) };
                // Four of eight bytes are wanted.
                (word >> (8 * n)) as u32
            };
            // Written out: a loop over them is not unrolled everywhere.
            let asked: [u32; STEP] = [
                ask(gram(0)),
                ask(gram(1)),
                ask(gram(2)),
                ask(gram(3)),
                ask(gram(4)),
                ask(gram(5)),
                ask(gram(6)),
                ask(gram(7)),
            ];
            if asked.iter().fold(0, |any, row| any | row) & 1 != 0 {
                let mut rest = (0u32..).zip(asked).fold(0, |marks, (n, row)| marks | (row & 1) << n);
                while rest != 0 {
                    let n = rest.trailing_zeros();
                    rest &= rest - 1;
                    self.compare(bytes, at + n as usize, gram(n), found);
                }
            }
            at += STEP;
        }
        for at in at..bytes.len().saturating_sub(SHORTEST - 1).min(part.end) {
            let mut gram = [0; 4];
            gram.iter_mut().zip(&bytes[at..]).for_each(|(g, b)| *g = *b);
            let gram = fold(gram);
            if ask(gram) & 1 != 0 {
                self.compare(bytes, at, gram, found);
            }
        }
    }

    /// Compares the words that have these letters here.
    fn compare(&self, bytes: &[u8], at: usize, gram: u32, found: &mut impl FnMut(u32, usize)) {
        let row = row(gram, self.shift);
        let (Some(&from), Some(&to)) = (self.starts.get(row), self.starts.get(row + 1)) else { return };
        for entry in self.entries.get(from as usize..to as usize).unwrap_or_default() {
            if gram & entry.mask != entry.gram & entry.mask {
                continue;
            }
            let place = entry.start as usize..entry.start as usize + entry.len as usize;
            let (Some(start), Some(word)) = (at.checked_sub(entry.offset as usize), self.texts.get(place)) else {
                continue;
            };
            let here = bytes.get(start..start + word.len());
            if here.is_some_and(|here| here.eq_ignore_ascii_case(word)) {
                found(entry.word, start);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(words: &[&str], text: &[u8]) -> Vec<(usize, u32)> {
        let grams = Grams::new((0..).zip(words.iter().map(|w| w.as_bytes())));
        let mut out = Vec::new();
        grams.find(text, 0..text.len(), &mut |word, at| out.push((at, word)));
        out.sort_unstable();
        out
    }

    #[test]
    fn words_are_found_in_any_case_and_at_both_ends() {
        let words = ["key", "pass", "password", "://", "sk-ant-api", "_pw"];
        assert_eq!(find(&words, b"key"), [(0, 0)]);
        assert_eq!(find(&words, b"PassWord KEY"), [(0, 1), (0, 2), (9, 0)]);
        assert_eq!(find(&words, b"http://x sk-ant-api DB_PW"), [(4, 3), (9, 4), (22, 5)]);
        assert_eq!(find(&words, b"ke"), []);
        assert_eq!(find(&words, b"\x10\x01\x13\x13"), [], "signs that fold to letters are none");
        assert_eq!(find(&[], b"key"), []);
    }

    #[test]
    fn it_finds_what_a_plain_search_finds() {
        let mut state = 1u32;
        let mut next = |n: usize| {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            (state >> 16) as usize % n
        };
        for _ in 0..2_000 {
            let mut draw =
                |letters: &[u8], len: usize| -> Vec<u8> { (0..len).map(|_| letters[next(letters.len())]).collect() };
            let words: std::collections::BTreeSet<Vec<u8>> = (0..30).map(|i| draw(b"abX_", 3 + i % 4)).collect();
            let len = draw(b"abcdefghijklmnopqrstuvwxyz", 1)[0] as usize;
            let text = draw(b"abxXA_\x7f", len);
            let words: Vec<&str> = words.iter().filter_map(|w| std::str::from_utf8(w).ok()).collect();
            let mut expected = Vec::new();
            for at in 0..text.len() {
                for (i, word) in (0u32..).zip(&words) {
                    let here = text.get(at..at + word.len());
                    if here.is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes())) {
                        expected.push((at, i));
                    }
                }
            }
            assert_eq!(find(&words, &text), expected);
        }
    }
}
