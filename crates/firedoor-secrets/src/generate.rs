//! Examples without secrets: `⟦REGEX⟧` in an example stands for a string generated from that simple regex.
//!
//! The generator is a fixed pseudo-random sequence seeded with the rule's id and the example's index, so that the same
//! example is generated on every machine and no complete token stands in a repository.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Most repetitions of an unbounded quantifier.
const UNBOUNDED: u32 = 12;

/// Replaces every `⟦…⟧` of `example`. An unreadable regex is an error.
pub(crate) fn expand(example: &str, rule: &str, index: usize) -> Result<String, String> {
    let mut random = Random::new(rule, index);
    let mut out = String::with_capacity(example.len());
    let mut rest = example;
    while let Some((before, behind)) = rest.split_once('⟦') {
        out.push_str(before);
        let Some((pattern, after)) = behind.split_once('⟧') else {
            return Err("`⟦` without `⟧`".to_owned());
        };
        let hir = regex_syntax::ParserBuilder::new()
            .unicode(false)
            .utf8(false)
            .build()
            .parse(pattern)
            .map_err(|e| format!("`{pattern}` is no regular expression: {e}"))?;
        generate(&hir, &mut random, &mut out, 0);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
struct Random(u64);

impl Random {
    fn new(rule: &str, index: usize) -> Self {
        // FNV-1a of the id.
        let hash =
            rule.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
        Self(hash ^ (index as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ z >> 31
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % (n.max(1) as u64)).unwrap_or(0)
    }
}

fn generate(hir: &Hir, random: &mut Random, out: &mut String, depth: usize) {
    if depth > 50 || out.len() > 100_000 {
        return;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => out.push_str(&String::from_utf8_lossy(&literal.0)),
        HirKind::Class(class) => {
            let mut chars = Vec::new();
            match class {
                Class::Bytes(class) => {
                    for range in class.iter() {
                        chars.extend((range.start()..=range.end()).map(char::from));
                    }
                }
                Class::Unicode(class) => {
                    for range in class.iter() {
                        chars.extend((range.start()..=range.end()).take(128));
                    }
                }
            }
            // Only what is visible and ASCII, where the class leaves a choice.
            let plain: Vec<char> = chars.iter().copied().filter(|c| ('!'..='~').contains(c)).collect();
            let from = if plain.is_empty() { &chars } else { &plain };
            if let Some(&c) = from.get(random.below(from.len())) {
                out.push(c);
            }
        }
        HirKind::Repetition(repetition) => {
            let max = repetition.max.unwrap_or(repetition.min + UNBOUNDED).min(repetition.min + 4096);
            let n = repetition.min as usize + random.below((max - repetition.min) as usize + 1);
            for _ in 0..n {
                generate(&repetition.sub, random, out, depth + 1);
            }
        }
        HirKind::Capture(capture) => generate(&capture.sub, random, out, depth + 1),
        HirKind::Concat(parts) => parts.iter().for_each(|p| generate(p, random, out, depth + 1)),
        HirKind::Alternation(parts) => {
            if let Some(part) = parts.get(random.below(parts.len())) {
                generate(part, random, out, depth + 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::expand;

    #[test]
    fn the_same_every_time_and_of_the_right_form() {
        let a = expand("t = \"abc_⟦[0-9a-f]{8}⟧\"", "rule", 0).expect("valid");
        assert_eq!(a, expand("t = \"abc_⟦[0-9a-f]{8}⟧\"", "rule", 0).expect("valid"));
        assert_ne!(a, expand("t = \"abc_⟦[0-9a-f]{8}⟧\"", "rule", 1).expect("valid"));
        assert_eq!(a.len(), 18);
        assert!(a[9..].bytes().take(8).all(|b| b.is_ascii_hexdigit() || b == b'"'));
        assert_eq!(expand("⟦x(?:y)?z{2}⟧", "r", 1).expect("valid").replace('y', ""), "xzz");
        assert!(expand("⟦(⟧", "r", 0).is_err());
        assert!(expand("⟦a", "r", 0).is_err());
    }
}
