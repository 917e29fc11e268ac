//! Where in a text findings count: at the lines that a change touched.
//!
//! A commit changes a few lines of a file, and what was found in the others is dropped in the end. Everything is looked
//! at as before, only not where nothing of it can reach a changed line. Keywords are sought in the whole text, because
//! a pattern may begin far from its keyword.

use std::ops::Range;

use firedoor_core::SourceFile;

/// How far beside the changed lines hits are still wanted: one may win over another that reaches into these lines.
const BESIDE: usize = 400;

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
