//! Literals that a finding of another engine points at as a key or a password, or as what is hashed: nobody has found a
//! secret there, and yet the report would print one.

use std::ops::Range;

use firedoor_core::{EngineId, Finding, Location, Span};

/// Shorter ones are numbers and signs.
const SHORTEST: usize = 4;
/// Longer ones are no keys: texts and documents.
const LONGEST: usize = 4096;

/// What a rule says of the literals in its match.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// They are keys or passwords (CWE-259, 321, 522, 526, 547, 798).
    Keys,
    /// A digest is made of them, or with them (CWE-327, 328, 916).
    Hashed,
}

/// Where the literals lie that must not be printed: the place and the range in its snippet.
pub(crate) fn told(finding: &Finding) -> Vec<(&Location, Range<usize>)> {
    let has = |list: &[u32]| finding.rule.cwe.iter().any(|cwe| list.contains(cwe));
    let told = match finding.engine() {
        EngineId::Sast if has(&[259, 321, 522, 526, 547, 798]) => Told::Keys,
        EngineId::Sast if has(&[327, 328, 916]) => Told::Hashed,
        _ => return Vec::new(),
    };
    let steps = finding.traces.iter().flat_map(|t| &t.steps).map(|s| &s.location);
    let places = std::iter::once(&finding.location).chain(&finding.related).chain(steps);
    places.flat_map(|place| of_place(place, told).into_iter().map(move |range| (place, range))).collect()
}

/// The same as places in the files.
#[must_use]
pub fn told_places(finding: &Finding) -> Vec<(&Location, Span)> {
    told(finding).into_iter().map(|(location, range)| (location, in_file(location, &range))).collect()
}

/// The place in the file of a range of a snippet.
pub(crate) fn in_file(location: &Location, range: &Range<usize>) -> Span {
    let start = location.snippet.offset as usize + range.start;
    Span::new(start, start + range.len())
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
    match told {
        Told::Hashed => out.extend(literals(text, marked)),
        Told::Keys => {
            let whole = whole_lines(text, &marked);
            let mut found = literals(text, whole.clone());
            // In code a value without quotes is a name.
            if found.is_empty() && is_data(place.path.file_name()) {
                found.extend(assigned(text, &marked));
            }
            out.extend(found);
            // The constant that is used as the key may stand in the lines around.
            let used: Vec<&[u8]> = words(text.get(marked).unwrap_or_default()).collect();
            for line in lines(text).filter(|line| line.end <= whole.start || line.start >= whole.end) {
                let all = literals(text, line.clone());
                let Some(first) = all.first() else { continue };
                let names = text.get(line.start..first.start).unwrap_or_default();
                if words(names).any(|name| used.contains(&name)) {
                    out.extend(all);
                }
            }
        }
    }
    out.retain(|range| !names_another(text, range) && text.get(range.clone()).is_some_and(|l| is_told(l, told)));
    out
}

/// Whether a literal only names what holds a value: `config["name"]`, `{"name": …}`.
fn names_another(text: &[u8], literal: &Range<usize>) -> bool {
    let before = text.get(..literal.start.saturating_sub(1)).unwrap_or_default().trim_ascii_end();
    let behind = text.get(literal.end + 1..).unwrap_or_default();
    let behind = behind.get(..behind.len().min(8)).unwrap_or_default().trim_ascii_start();
    let begins = before.last().is_none_or(|b| matches!(b, b'{' | b',' | b'(' | b'['));
    before.ends_with(b"[") && behind.starts_with(b"]")
        || begins && (behind.starts_with(b":") || behind.starts_with(b"=>"))
}

/// The names and numbers of a text.
fn words(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|b| !b.is_ascii_alphanumeric() && *b != b'_').filter(|word| !word.is_empty())
}

/// The lines of a text, without their ends.
fn lines(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    text.split(|b| *b == b'\n').map(move |line| {
        let range = from..from + line.len();
        from += line.len() + 1;
        range
    })
}

fn whole_lines(text: &[u8], marked: &Range<usize>) -> Range<usize> {
    let before = text.get(..marked.start).unwrap_or_default();
    let behind = text.get(marked.end..).unwrap_or_default();
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
    let end = behind.iter().position(|b| *b == b'\n').map_or(text.len(), |at| marked.end + at);
    start..end
}

/// What stands in quotes, without them. A quote that nothing closes in its line is none, unless it may hold several lines.
fn literals(text: &[u8], within: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let Some(&open @ (b'"' | b'\'' | b'`')) = text.get(at) else {
            at += 1;
            continue;
        };
        let rest = text.get(at + 1..within.end).unwrap_or_default();
        if open != b'`' && rest.starts_with(&[open, open]) {
            let inner = at + 3;
            let rest = rest.get(2..).unwrap_or_default();
            let len = rest.windows(3).position(|w| w == [open; 3]).unwrap_or(rest.len());
            out.push(inner..inner + len);
            at = inner + len + 3;
            continue;
        }
        match closing(rest, open) {
            Some(len) => {
                out.push(at + 1..at + 1 + len);
                at += len + 2;
            }
            None => at += 1,
        }
    }
    out
}

/// Whether files of that name hold values without quotes.
fn is_data(name: &str) -> bool {
    const ENDS: [&str; 9] = [".yml", ".yaml", ".env", ".properties", ".ini", ".conf", ".cfg", ".sh", ".dockerfile"];
    let name = name.to_ascii_lowercase();
    name.contains("dockerfile") || name.starts_with("containerfile") || ENDS.iter().any(|end| name.ends_with(end))
}

/// The value of `NAME=value` and `name: value` where nothing is in quotes.
fn assigned(text: &[u8], marked: &Range<usize>) -> Option<Range<usize>> {
    let part = text.get(marked.clone())?;
    let sign = part.iter().position(|b| matches!(b, b'=' | b':'))? + 1;
    let blanks = part.get(sign..)?.iter().take_while(|b| **b == b' ').count();
    let start = marked.start + sign + blanks;
    let value = text.get(start..)?.iter().take_while(|b| !b.is_ascii_whitespace() && !matches!(b, b'$' | b'(')).count();
    (value >= SHORTEST).then_some(start..start + value)
}

/// Length of a literal up to the quote that ends it, in its line; between backquotes over lines.
fn closing(text: &[u8], quote: u8) -> Option<usize> {
    let mut at = 0;
    while let Some(&b) = text.get(at) {
        match b {
            b'\n' if quote != b'`' => return None,
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
    use firedoor_core::{Origin, RepoPath, SourceFile};

    use super::*;

    fn of(line: &str, told: Told) -> Vec<String> {
        let file = SourceFile::new(RepoPath::new("a"), Origin::WorkTree, line.as_bytes().to_vec());
        let place = Location::in_file(&file, Span::new(0, line.len()));
        of_place(&place, told).into_iter().map(|range| place.snippet.text[range].to_owned()).collect()
    }

    /// The same with a part of several lines marked.
    fn marked(text: &str, part: &str) -> Vec<String> {
        marked_in("a.yml", text, part)
    }

    fn marked_in(name: &str, text: &str, part: &str) -> Vec<String> {
        let file = SourceFile::new(RepoPath::new(name), Origin::WorkTree, text.as_bytes().to_vec());
        let at = text.rfind(part).expect("it is there");
        let place = Location::in_file(&file, Span::new(at, at + part.len()));
        of_place(&place, Told::Keys).into_iter().map(|range| place.snippet.text[range].to_owned()).collect()
    }

    #[test]
    fn keys_in_constants_in_several_lines_and_without_quotes() {
        let java =
            "final String KEY = \"bluebirds\";\nfinal String URL = \"https://a.b\";\nf(KEY.getBytes(), \"AES\");\n";
        assert_eq!(marked(java, "f(KEY.getBytes(), \"AES\")"), ["bluebirds"]);
        assert_eq!(
            marked("enc(\"\"\"first line\nsecond\"\"\")\n", "enc(\"\"\"first line\nsecond\"\"\")"),
            ["first line\nsecond"]
        );
        assert_eq!(marked("sign(`first\nsecond`)\n", "sign(`first\nsecond`)"), ["first\nsecond"]);
        assert_eq!(marked("f(\"blue\" + \"birds\")\n", "\"blue\" + \"birds\""), ["blue", "birds"]);
        assert_eq!(marked("ARG API_TOKEN=bluebirds\n", "ARG API_TOKEN=bluebirds"), ["bluebirds"]);
        assert_eq!(marked("  API_TOKEN: bluebirds\n", "API_TOKEN: bluebirds"), ["bluebirds"]);
        assert_eq!(marked("c[\"SECRET_KEY\"] = \"bluebirds\"\n", "\"bluebirds\""), ["bluebirds"]);
        assert_eq!(marked("f({\"API_TOKEN\": \"bluebirds\"})\n", "f({\"API_TOKEN\": \"bluebirds\"})"), ["bluebirds"]);
        assert!(marked_in("a.py", "f(KEY, mode=MODE_CBC)\n", "f(KEY, mode=MODE_CBC)").is_empty());
        assert!(marked("  API_TOKEN: ${TOKEN}\n", "API_TOKEN: ${TOKEN}").is_empty());
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
