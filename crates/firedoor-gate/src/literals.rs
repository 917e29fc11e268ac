//! Literals that a finding of another engine points at as a key or a password, or as what is hashed: nobody has found a
//! secret there, and yet the report would print one.

use std::ops::Range;

use firedoor_core::{EngineId, Finding, Location};

/// Shorter ones are numbers and signs.
const SHORTEST: usize = 4;
/// Longer ones are no keys: texts and documents.
const LONGEST: usize = 512;

/// What a rule says of the literals in its match.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// They are keys or passwords (CWE-259, 321, 547, 798).
    Keys,
    /// A digest is made of them, or with them (CWE-327, 328, 916).
    Hashed,
}

/// Where the literals lie that must not be printed: the place and the range in its snippet.
pub(crate) fn told(finding: &Finding) -> Vec<(&Location, Range<usize>)> {
    let has = |list: &[u32]| finding.rule.cwe.iter().any(|cwe| list.contains(cwe));
    let told = match finding.engine() {
        EngineId::Sast if has(&[259, 321, 547, 798]) => Told::Keys,
        EngineId::Sast if has(&[327, 328, 916]) => Told::Hashed,
        _ => return Vec::new(),
    };
    let steps = finding.traces.iter().flat_map(|t| &t.steps).map(|s| &s.location);
    let places = std::iter::once(&finding.location).chain(&finding.related).chain(steps);
    places.flat_map(|place| of_place(place, told).into_iter().map(move |range| (place, range))).collect()
}

fn of_place(place: &Location, told: Told) -> Vec<Range<usize>> {
    let text = place.snippet.text.as_bytes();
    let marked = place.snippet.highlight.range();
    let quote = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|b| matches!(b, b'"' | b'\'' | b'`'));
    let mut out = Vec::new();
    // The literal without its quotes.
    if quote(marked.start.checked_sub(1)) && quote(Some(marked.end)) {
        out.push(marked.clone());
    }
    let mut at = marked.start;
    while at < marked.end {
        let Some(&open @ (b'"' | b'\'' | b'`')) = text.get(at) else {
            at += 1;
            continue;
        };
        let Some(len) = closing(text.get(at + 1..marked.end).unwrap_or_default(), open) else { break };
        out.push(at + 1..at + 1 + len);
        at += len + 2;
    }
    out.retain(|range| text.get(range.clone()).is_some_and(|literal| is_told(literal, told)));
    out
}

/// Length of a literal up to the quote that ends it, in its line.
fn closing(text: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    while let Some(&b) = text.get(at) {
        match b {
            b'\n' => return None,
            b'\\' => at += 2,
            _ if b == quote => return Some(at),
            _ => at += 1,
        }
    }
    None
}

fn is_told(literal: &[u8], told: Told) -> bool {
    let turns = literal.windows(2).filter(|w| w[0].is_ascii_digit() != w[1].is_ascii_digit()).count();
    let mixed = literal.len() >= 8 && turns >= 3 && literal.iter().any(u8::is_ascii_alphabetic);
    (SHORTEST..=LONGEST).contains(&literal.len()) && (told == Told::Keys || mixed) && !is_algorithm(literal)
}

/// `AES/CBC/PKCS5Padding`, `HS256`, `utf-8`: what stands beside a key in a call.
fn is_algorithm(literal: &[u8]) -> bool {
    const PARTS: &str = "aes des desede tripledes rsa dsa ec ecdsa eddsa ed hs rs es ps sha md hmac hmacsha hmacmd pbkdf2withhmacsha \
        pbkdf cbc ecb gcm ctr cfb ofb ccm nopadding pkcs5padding pkcs7padding pkcs1padding utf ascii latin iso hex base blowfish rc \
        chacha poly none sign verify raw digest binary bcrypt scrypt argon2id";
    literal.split(|b| matches!(b, b'/' | b'-' | b'_')).all(|part| {
        let digits = part.iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let name = part.get(..part.len() - digits).unwrap_or_default();
        let known = |name: &[u8]| PARTS.split_ascii_whitespace().any(|p| p.as_bytes().eq_ignore_ascii_case(name));
        digits <= 4 && (name.is_empty() || known(name) || known(part))
    })
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Origin, RepoPath, SourceFile, Span};

    use super::*;

    fn of(line: &str, told: Told) -> Vec<String> {
        let file = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, line.as_bytes().to_vec());
        let place = Location::in_file(&file, Span::new(0, line.len()));
        of_place(&place, told).into_iter().map(|range| place.snippet.text[range].to_owned()).collect()
    }

    #[test]
    fn keys_and_what_is_hashed() {
        assert_eq!(of("new SecretKeySpec(\"tenletters\".getBytes(), \"DES\")", Told::Keys), ["tenletters"]);
        assert_eq!(of("jwt.encode({'a': 1}, 'bluebird', algorithm='HS256')", Told::Keys), ["bluebird"]);
        assert_eq!(of("hashlib.md5(b\"Wq7h3Tz85pkNz3\")", Told::Hashed), ["Wq7h3Tz85pkNz3"]);
        for line in ["createHash('sha256').update('orange')", "getInstance(\"AES/CBC/PKCS5Padding\")", "f(\"not closed"]
        {
            assert!(of(line, Told::Hashed).is_empty(), "{line}");
        }
    }
}
