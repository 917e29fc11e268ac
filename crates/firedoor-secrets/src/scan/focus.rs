//! Where in a text findings count: at the lines that a change touched.
//!
//! A commit changes a few lines of a file, and what was found in the others is dropped in the end. Everything is looked
//! at as before, only not where nothing of it can reach a changed line. Words are sought for some kilobytes beside it,
//! because a pattern may begin far from its keyword; those of a user's rules, which know no bound, in the whole text.

use std::ops::Range;

use firedoor_core::SourceFile;

/// How far beside the changed lines hits are still wanted: one may win over another that reaches into these lines.
const BESIDE: usize = 400;

/// How far beside what counts words are still sought: beyond the longest match of a rule of the pack and its keyword.
const SOUGHT: usize = 8 << 10;

/// How far before what counts a word is sought that leads only to what stands near it, and how far behind. Whole lines
/// count, so that a long value has its name among them.
const NEAR: (usize, usize) = (2_000, 1_100);

/// The stretches that count, in order; `None` means all of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Focus(Option<Vec<Range<usize>>>);

impl Focus {
    /// The changed lines of a file.
    pub(crate) fn of(file: &SourceFile) -> Self {
        let Some(changed) = file.changed() else { return Self(None) };
        let mut lines = Lines::of(file);
        let mut out: Vec<Range<usize>> = Vec::with_capacity(changed.0.len());
        for range in &changed.0 {
            let start = lines.start(*range.start()).saturating_sub(BESIDE);
            let end = lines.start(range.end().saturating_add(1)).saturating_add(BESIDE);
            match out.last_mut() {
                Some(last) if start <= last.end => last.end = last.end.max(end),
                _ => out.push(start..end),
            }
        }
        Self(Some(out))
    }

    /// All of a text.
    pub(crate) fn everything() -> Self {
        Self(None)
    }

    /// The parts of a text of `len` bytes in which words can lead to what counts, in order and apart; they begin and end at
    /// multiples of `step`, or at the end of the text.
    pub(crate) fn parts(&self, len: usize, step: usize) -> Vec<Range<usize>> {
        self.parts_within(len, step, (SOUGHT, SOUGHT))
    }

    /// The same for words that lead to what is near them.
    pub(crate) fn near_parts(&self, len: usize, step: usize) -> Vec<Range<usize>> {
        self.parts_within(len, step, NEAR)
    }

    /// Whether it is all of a text.
    pub(crate) fn is_everything(&self) -> bool {
        self.0.is_none()
    }

    fn parts_within(&self, len: usize, step: usize, (before, behind): (usize, usize)) -> Vec<Range<usize>> {
        let everything = std::iter::once(0..len).collect();
        let Some(stretches) = &self.0 else { return everything };
        let mut out: Vec<Range<usize>> = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            let start = stretch.start.saturating_sub(before) / step * step;
            let end = (stretch.end.saturating_add(behind).div_ceil(step) * step).min(len);
            match out.last_mut() {
                Some(last) if start <= last.end => last.end = last.end.max(end),
                _ if start < end => out.push(start..end),
                _ => {}
            }
        }
        out
    }

    /// Whether what lies in this range can count.
    pub(crate) fn touches(&self, range: &Range<usize>) -> bool {
        let Some(stretches) = &self.0 else { return true };
        let next = stretches.partition_point(|s| s.end < range.start);
        stretches.get(next).is_some_and(|s| s.start <= range.end)
    }
}

/// Where lines start, asked for in order. Most versions of files in a history have nothing to find, and then nobody
/// else wants to know of their lines: line ends are counted in blocks, which costs a tenth of listing them.
struct Lines<'a> {
    file: &'a SourceFile,
    /// Whether lines end with `\n` alone.
    plain: bool,
    line: u32,
    at: usize,
}

impl<'a> Lines<'a> {
    fn of(file: &'a SourceFile) -> Self {
        Self { file, plain: memchr::memchr(b'\r', file.bytes()).is_none(), line: 1, at: 0 }
    }

    fn start(&mut self, line: u32) -> usize {
        const BLOCK: usize = 1 << 10;
        if !self.plain || line < self.line {
            return self.file.lines().line_start(line);
        }
        let bytes = self.file.bytes();
        while self.line < line {
            let rest = bytes.get(self.at..).unwrap_or_default();
            let block = rest.get(..BLOCK).unwrap_or(rest);
            let count = u32::try_from(memchr::memchr_iter(b'\n', block).count()).unwrap_or(u32::MAX);
            let wanted = line - self.line;
            if count < wanted {
                if block.len() == rest.len() {
                    return self.file.lines().line_start(line);
                }
                (self.line, self.at) = (self.line + count, self.at + block.len());
                continue;
            }
            let end = memchr::memchr_iter(b'\n', block).nth(wanted as usize - 1).unwrap_or(0);
            (self.line, self.at) = (line, self.at + end + 1);
        }
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::{ChangedLines, Origin, RepoPath};

    #[test]
    fn what_lies_at_changed_lines_counts() {
        let text = "0123456789\n".repeat(1_000);
        let file = SourceFile::new(RepoPath::new("a"), Origin::Index, text.into_bytes());
        assert!(Focus::of(&file).touches(&(0..1)));
        let focus = Focus::of(&file.with_changed(ChangedLines(vec![201..=202, 800..=800])));
        let touched: Vec<usize> = (0..1_000).filter(|i| focus.touches(&(i * 11..i * 11 + 10))).collect();
        let expected: Vec<usize> = (163..=238).chain(762..=836).collect();
        assert_eq!(touched, expected);
    }

    #[test]
    fn lines_start_where_the_index_says() {
        for end in ["\n", "\r\n"] {
            let text: String = (0..400).map(|i| format!("{}{end}", "x".repeat(i * 7 % 90))).collect();
            for text in [text.clone() + "last", text] {
                let file = SourceFile::new(RepoPath::new("a"), Origin::Index, text.into_bytes());
                for step in [1, 2, 57] {
                    let mut lines = Lines::of(&file);
                    for line in (1..=404).step_by(step) {
                        assert_eq!(lines.start(line), file.lines().line_start(line), "{line}");
                    }
                }
            }
        }
    }
}
