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

/// The stretches that count, in order; `None` means all of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Focus(Option<Vec<Range<usize>>>);

impl Focus {
    /// The changed lines of a file.
    pub(crate) fn of(file: &SourceFile) -> Self {
        let Some(changed) = file.changed() else { return Self(None) };
        let lines = file.lines();
        let mut out: Vec<Range<usize>> = Vec::with_capacity(changed.0.len());
        for range in &changed.0 {
            let start = lines.line_start(*range.start()).saturating_sub(BESIDE);
            let end = lines.line_start(range.end().saturating_add(1)).saturating_add(BESIDE);
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
        let everything = std::iter::once(0..len).collect();
        let Some(stretches) = &self.0 else { return everything };
        let mut out: Vec<Range<usize>> = Vec::with_capacity(stretches.len());
        for stretch in stretches {
            let start = stretch.start.saturating_sub(SOUGHT) / step * step;
            let end = (stretch.end.saturating_add(SOUGHT).div_ceil(step) * step).min(len);
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
}
