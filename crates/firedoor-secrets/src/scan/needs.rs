//! What every match of a pattern holds: a run of bytes of a kind, such as 32 hexadecimal digits.
//!
//! A keyword such as `linear` or `elastic` stands in a thousand files without a token near it. Whether a run as long as
//! the token is there is answered by a look at every twentieth or fortieth byte, and where there is none, the
//! pattern need not be asked, nor even compiled: compiled patterns are most of the memory of a scan.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Shorter runs are everywhere.
const SHORTEST: usize = 12;

/// A run without which nothing matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Needs {
    len: usize,
    bytes: ByteSet,
}

/// A set of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct ByteSet([u64; 4]);

impl ByteSet {
    fn insert(&mut self, byte: u8) {
        self.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
    }

    fn has(&self, byte: u8) -> bool {
        self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1
    }

    fn union(self, other: Self) -> Self {
        let mut both = self.0;
        both.iter_mut().zip(other.0).for_each(|(a, b)| *a |= b);
        Self(both)
    }

    fn of(class: &Class) -> Self {
        let mut set = Self::default();
        match class {
            Class::Bytes(class) => {
                class.ranges().iter().for_each(|r| (r.start()..=r.end()).for_each(|b| set.insert(b)));
            }
            Class::Unicode(class) => {
                for range in class.ranges() {
                    let (start, end) = (u32::from(range.start()), u32::from(range.end()));
                    (start..=end.min(127)).filter_map(|c| u8::try_from(c).ok()).for_each(|b| set.insert(b));
                    if end > 127 {
                        (128..=255).for_each(|b| set.insert(b));
                    }
                }
            }
        }
        set
    }
}

impl Needs {
    /// What a pattern needs, if that is worth asking.
    pub(crate) fn of(hir: &Hir) -> Option<Self> {
        longest(hir, 0).filter(|needs| needs.len >= SHORTEST)
    }

    /// Whether there is such a run in `text`. One of `len` bytes covers a multiple of `len`, so few bytes are looked at.
    pub(crate) fn are_met(&self, text: &[u8]) -> bool {
        let mut start = 0;
        while let Some(stretch) = text.get(start..start + self.len) {
            match stretch.iter().rposition(|&b| !self.bytes.has(b)) {
                Some(stop) => start += stop + 1,
                None => return true,
            }
        }
        false
    }
}

/// The longest run that a part of every match is.
fn longest(hir: &Hir, depth: usize) -> Option<Needs> {
    if depth > 200 {
        return None;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => None,
        HirKind::Literal(literal) => {
            let mut bytes = ByteSet::default();
            literal.0.iter().for_each(|b| bytes.insert(*b));
            Some(Needs { len: literal.0.len(), bytes })
        }
        HirKind::Class(class) => Some(Needs { len: 1, bytes: ByteSet::of(class) }),
        HirKind::Capture(capture) => longest(&capture.sub, depth + 1),
        HirKind::Repetition(repetition) => {
            let times = usize::try_from(repetition.min).ok().filter(|n| *n > 0)?;
            let one = longest(&repetition.sub, depth + 1)?;
            // Only a class fills the whole of what is repeated.
            let fills = matches!(repetition.sub.kind(), HirKind::Class(_) | HirKind::Literal(_));
            Some(Needs { len: if fills { one.len * times } else { one.len }, ..one })
        }
        HirKind::Concat(parts) => parts.iter().filter_map(|part| longest(part, depth + 1)).max_by_key(|n| n.len),
        HirKind::Alternation(parts) => {
            let mut all = parts.iter().map(|part| longest(part, depth + 1));
            let first = all.next()??;
            all.try_fold(first, |a, b| b.map(|b| Needs { len: a.len.min(b.len), bytes: a.bytes.union(b.bytes) }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs(pattern: &str) -> Option<Needs> {
        let hir = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).unwrap();
        Needs::of(&hir)
    }

    #[test]
    fn a_match_is_never_missed() {
        let digits = "0123456789abcdef0123456789abcdef";
        let holds = |pattern: &str, text: &str| needs(pattern).unwrap().are_met(text.as_bytes());
        let named = r#"(?i:acme)[a-z_."' =]{0,30}?(?:=|:)\s{0,4}["']?([0-9a-f]{32})(?:[^0-9a-f]|$)"#;
        assert!(holds(named, &format!("x acme_key = '{digits}'")));
        assert!(!holds(named, &format!("x acme_key = '{}-{}'", &digits[..16], &digits[..31])));
        assert!(holds("(?:[0-9a-f]{32}|[A-Z]{20})", "....ABCDEFGHIJKLMNOPQRST"));
        assert!(!holds("(?:[0-9a-f]{32}|[A-Z]{20})", "....ABCDEFGHIJKLMNOPQRS"));
        assert!(holds("a-long-literal", "AB a-long-literal"));
        for bytes in 0..digits.len() {
            assert!(holds("x[0-9a-f]{32}", &format!("{}x{digits}", "-".repeat(bytes))), "{bytes}");
        }
    }

    #[test]
    fn nothing_is_asked_where_a_match_may_be_short() {
        for pattern in ["[0-9a-f]{0,32}", "(?:[0-9a-f]{32})?x", "[a-z]{11}", "[0-9a-f]{32}|x", "(?:[a-f]{4}-){8}", ""] {
            assert_eq!(needs(pattern), None, "{pattern}");
        }
        assert_eq!(needs("(?:[a-f]{12}-){3}x").map(|n| n.len), Some(12));
    }
}
