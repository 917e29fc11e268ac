//! Literals that a finding of another engine points at as a key or a password, or as what is hashed: nobody has found a
//! secret there, and yet the report would print one.

use std::collections::HashSet;
use std::ops::Range;

use firedoor_core::{EngineId, Finding, Location, SourceFile, Span};

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

/// What is told of the literals at a finding of another engine, if anything.
fn told_by(finding: &Finding) -> Option<Told> {
    let has = |list: &[u32]| finding.rule.cwe.iter().any(|cwe| list.contains(cwe));
    match finding.engine() {
        EngineId::Sast if has(&[259, 321, 329, 522, 526, 547, 760, 798, 1204]) => Some(Told::Keys),
        EngineId::Sast if has(&[327, 328, 916]) => Some(Told::Hashed),
        _ => None,
    }
}

fn places(finding: &Finding) -> impl Iterator<Item = &Location> {
    let steps = finding.traces.iter().flat_map(|t| &t.steps).map(|s| &s.location);
    std::iter::once(&finding.location).chain(&finding.related).chain(steps)
}

/// Where the literals lie that must not be printed: the place and the range in its snippet.
pub(crate) fn told(finding: &Finding) -> Vec<(&Location, Range<usize>)> {
    let Some(told) = told_by(finding) else { return Vec::new() };
    let of_place = |place: &Location| {
        let snippet = &place.snippet;
        of_text(snippet.text.as_bytes(), place.path.file_name(), &[snippet.highlight.range()], told)
    };
    places(finding).flat_map(|place| of_place(place).into_iter().map(move |range| (place, range))).collect()
}

/// The literals of a whole file in hand that must not be printed: those that findings point at, wherever in the file they
/// are defined, and those that stand beside a name of something secret, whether or not a rule says so.
#[must_use]
pub fn keys_of<'a>(file: &SourceFile, findings: impl IntoIterator<Item = &'a Finding>) -> Vec<Span> {
    let (mut keys, mut hashed) = (Vec::new(), Vec::new());
    for finding in findings {
        let marks = match told_by(finding) {
            Some(Told::Keys) => &mut keys,
            Some(Told::Hashed) => &mut hashed,
            None => continue,
        };
        marks.extend(places(finding).filter(|p| p.path == *file.path()).map(|p| p.span.range()));
    }
    let (text, name) = (file.bytes(), file.path().file_name());
    let mut out = of_text(text, name, &keys, Told::Keys);
    out.extend(of_text(text, name, &hashed, Told::Hashed));
    out.extend(beside_names(text, name));
    out.extend(literals(text, 0..text.len()).into_iter().filter(|l| is_mixed(&text[l.clone()]) && l.len() <= LONGEST));
    out.into_iter().map(|range| Span::new(range.start, range.end)).collect()
}

/// The place in the file of a range of a snippet.
pub(crate) fn in_file(location: &Location, range: &Range<usize>) -> Span {
    let start = location.snippet.offset as usize + range.start;
    Span::new(start, start + range.len())
}

/// The literals at some places of a text, and those of the constants that are used there.
fn of_text(text: &[u8], name: &str, marks: &[Range<usize>], told: Told) -> Vec<Range<usize>> {
    let quote = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(|b| matches!(b, b'"' | b'\'' | b'`'));
    let mut out = Vec::new();
    for marked in marks {
        // The literal without its quotes.
        if quote(marked.start.checked_sub(1)) && quote(Some(marked.end)) {
            out.push(marked.clone());
        }
        if told == Told::Hashed {
            out.extend(literals(text, marked.clone()));
        }
    }
    if told == Told::Keys && !marks.is_empty() {
        let mut sorted: Vec<&Range<usize>> = marks.iter().collect();
        sorted.sort_unstable_by_key(|marked| marked.start);
        let mut wholes: Vec<Range<usize>> = Vec::new();
        for marked in &sorted {
            // A line of megabytes with a thousand findings is looked at once.
            if wholes.last().is_some_and(|last| marked.end <= last.end) {
                continue;
            }
            let whole = whole_lines(text, marked);
            match wholes.last_mut() {
                Some(last) if whole.start <= last.end => last.end = last.end.max(whole.end),
                _ => wholes.push(whole),
            }
        }
        let long = long_literals(text, name);
        for whole in &wholes {
            let mut found = literals(text, whole.clone());
            let first = long.partition_point(|l| l.end <= whole.start);
            found.extend(long[first..].iter().take_while(|l| l.start < whole.end).cloned());
            // In code a value without quotes is a name.
            if found.is_empty() && is_data(name) {
                let first = sorted.partition_point(|m| m.start < whole.start);
                let here = sorted[first..].iter().take_while(|m| m.start < whole.end);
                found.extend(here.filter_map(|marked| assigned(text, marked)));
            }
            out.extend(found);
        }
        // The constant that is used as the key may stand elsewhere.
        let used: HashSet<&[u8]> = marks.iter().flat_map(|m| words(text.get(m.clone()).unwrap_or_default())).collect();
        let is_whole = |line: &Range<usize>| {
            let behind = wholes.partition_point(|whole| whole.end <= line.start);
            wholes.get(behind).is_some_and(|whole| whole.start < line.end)
        };
        out.extend(of_lines(text, &long, is_whole, |names| words(names).any(|name| used.contains(name))));
    }
    out.retain(|range| !names_another(text, range) && text.get(range.clone()).is_some_and(|l| is_told(l, told)));
    out
}

/// The literals of lines in which something is meant by what stands before them, and of the lines that go on with them.
fn of_lines(
    text: &[u8],
    long: &[Range<usize>],
    is_told_already: impl Fn(&Range<usize>) -> bool,
    is_meant: impl Fn(&[u8]) -> bool,
) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut goes_on = false;
    for line in lines(text) {
        let whole = text.get(line.clone()).unwrap_or_default();
        let open = whole
            .trim_ascii_end()
            .last()
            .is_some_and(|b| matches!(b, b'(' | b'[' | b'{' | b'=' | b'+' | b'\\' | b'.' | b'&' | b','));
        if is_told_already(&line) {
            goes_on = true;
            continue;
        }
        let all = literals(text, line.clone());
        let first = long.partition_point(|l| l.end <= line.start);
        let long = long.get(first).filter(|l| (line.start..line.end).contains(&l.start));
        let last = all.iter().chain(long).map(|l| l.start).max();
        let meant = match last {
            Some(last) => {
                goes_on && begins_with_literal(whole) || is_meant(text.get(line.start..last).unwrap_or_default())
            }
            None => open && is_meant(whole),
        };
        if meant {
            out.extend(all.into_iter().chain(long.cloned()));
        }
        goes_on = meant;
    }
    out
}

/// Whether a line goes on with what the line before began: `+ "…"`, `"…"`, `. '…'`.
fn begins_with_literal(line: &[u8]) -> bool {
    let lead = line
        .iter()
        .take_while(|b| b.is_ascii_whitespace() || matches!(b, b'+' | b'.' | b'&' | b'|' | b',' | b'('))
        .count();
    let rest = line.get(lead..).unwrap_or_default();
    let prefix =
        rest.iter().take(2).take_while(|b| matches!(b, b'b' | b'f' | b'r' | b'u' | b'B' | b'@' | b'$' | b'L')).count();
    rest.get(prefix).is_some_and(|b| matches!(b, b'"' | b'\'' | b'`'))
}

/// Literals beside a name of something secret: `iv = "…".getBytes()`, `{ key: '…' }`, `define('API_SECRET', '…')`,
/// `bytes.fromhex("…")`.
fn beside_names(text: &[u8], name: &str) -> Vec<Range<usize>> {
    let long = long_literals(text, name);
    let mut out = of_lines(text, &long, |_| false, |names| words(names).any(is_secret_name));
    // What is made into bytes is of no other use, and the constants of PHP are defined by a call.
    const MAKE: [&[u8]; 7] =
        [b"fromhex(", b"unhexlify(", b"hex2bin(", b"DecodeString(", b"decodeHex(", b"parseHex(", b"define("];
    const TURN: [&[u8]; 4] = [b".getBytes(", b".toByteArray(", b".encode(", b".toCharArray("];
    let turned = TURN.iter().flat_map(|call| memchr::memmem::find_iter(text, call)).filter_map(|at| {
        let before = text.get(..at)?;
        let len = before.iter().rev().take(64).take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        before.get(at - len..).filter(|name| !name.is_empty())
    });
    let turned: HashSet<&[u8]> = turned.collect();
    out.extend(of_lines(text, &long, |_| false, |names| words(names).any(|name| turned.contains(name))));
    for line in lines(text) {
        let all = literals(text, line.clone());
        let Some(first) = all.first() else { continue };
        let head = text.get(line.start..first.start).unwrap_or_default();
        let behind = |l: &Range<usize>| {
            let rest = text.get(l.end + 1..line.end);
            rest.is_some_and(|rest| TURN.iter().any(|call| rest.starts_with(call)))
        };
        let made = MAKE.iter().any(|call| memchr::memmem::find(head, call).is_some());
        out.extend(all.iter().filter(|l| made || behind(l)).cloned());
    }
    if is_data(name) {
        out.extend(lines(text).filter(|line| !text[line.clone()].contains(&b'"')).filter_map(|line| {
            let value = assigned(text, &line)?;
            words(text.get(line.start..value.start)?).any(is_secret_name).then_some(value)
        }));
    }
    out.retain(|range| !names_another(text, range) && text.get(range.clone()).is_some_and(|l| is_told(l, Told::Keys)));
    out
}

/// Whether a word names a key, a password, what is mixed into a cipher, or a function that takes one.
fn is_secret_name(word: &[u8]) -> bool {
    const PARTS: [&[u8]; 8] =
        [b"secret", b"passw", b"passphrase", b"crypt", b"cipher", b"credential", b"token", b"hmac"];
    const WORDS: [&[u8]; 12] =
        [b"key", b"keys", b"iv", b"ivs", b"nonce", b"salt", b"pepper", b"pass", b"pwd", b"pw", b"jwt", b"sign"];
    let lower = word.to_ascii_lowercase();
    if PARTS.iter().any(|part| memchr::memmem::find(&lower, part).is_some()) {
        return true;
    }
    lower.split(|b| *b == b'_').any(|part| {
        let ends = |w: &&[u8]| {
            let Some(head) = part.strip_suffix(*w) else { return false };
            // `apiKey` and `apikey`, but not `monkey`.
            head.is_empty()
                || w.len() >= 3
                    && head.len() >= 3
                    && !matches!(part, b"monkey" | b"donkey" | b"hockey" | b"bypass" | b"compass")
        };
        WORDS.iter().any(ends)
    }) || camel_ends(word, &WORDS)
}

/// Whether a name in humps ends in one of these words: `aesIv`.
fn camel_ends(word: &[u8], ends: &[&[u8]]) -> bool {
    let hump = word.iter().rposition(u8::is_ascii_uppercase).unwrap_or(0);
    word.get(hump..).is_some_and(|last| ends.iter().any(|end| last.eq_ignore_ascii_case(end)))
}

/// Literals that may go on over the ends of lines, whole.
fn long_literals(text: &[u8], name: &str) -> Vec<Range<usize>> {
    const BACKQUOTES: [&str; 8] = [".js", ".ts", ".jsx", ".tsx", ".mjs", ".cjs", ".vue", ".go"];
    const PLAIN: [&str; 9] = [".php", ".rb", ".sh", ".bash", ".rs", ".pl", ".ex", ".exs", ".sql"];
    let name = name.to_ascii_lowercase();
    let is_of = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    let (backquotes, plain) = (is_of(&BACKQUOTES), is_of(&PLAIN));
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(step) = text.get(at..).and_then(|rest| memchr::memchr3(b'"', b'\'', b'`', rest)) {
        let open = at + step;
        let quote = text[open];
        if open.checked_sub(1).is_some_and(|before| text[before] == b'\\') {
            at = open + 1;
            continue;
        }
        let rest = text.get(open + 1..).unwrap_or_default();
        let rest = rest.get(..rest.len().min(LONGEST)).unwrap_or_default();
        at = open + 1;
        if quote != b'`' && rest.starts_with(&[quote, quote]) {
            let inner = rest.get(2..).unwrap_or_default();
            if let Some(len) = memchr::memmem::find(inner, &[quote; 3]) {
                out.push(open + 3..open + 3 + len);
                at = open + 3 + len + 3;
            } else {
                at = open + 3;
            }
            continue;
        }
        // An apostrophe in a sentence is no quote.
        let given = || {
            let before = text.get(..open).unwrap_or_default().trim_ascii_end();
            before.last().is_none_or(|b| matches!(b, b'=' | b'(' | b',' | b'>' | b'[' | b'{' | b':' | b'.' | b'+'))
        };
        match closing(rest, quote) {
            Some(len) => {
                if memchr::memchr(b'\n', &rest[..len]).is_some() && (quote != b'`' || backquotes) {
                    out.push(open + 1..open + 1 + len);
                } else if quote == b'`' && !backquotes {
                    continue;
                }
                at = open + 1 + len + 1;
            }
            None if plain && given() => {
                if let Some(len) = memchr::memchr(quote, rest) {
                    out.push(open + 1..open + 1 + len);
                    at = open + 1 + len + 1;
                }
            }
            None => {}
        }
    }
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
            // An escaped quote is none, and to ask again at each of them would take for ever.
            at += if text.get(at) == Some(&b'\\') { 2 } else { 1 };
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
    (SHORTEST..=LONGEST).contains(&literal.len()) && (told == Told::Keys || is_mixed(literal)) && !is_algorithm(literal)
}

/// Whether letters and digits take turns in a text, as in no name.
fn is_mixed(literal: &[u8]) -> bool {
    let turns = literal.windows(2).filter(|w| w[0].is_ascii_digit() != w[1].is_ascii_digit()).count();
    literal.len() >= 8 && turns >= 3 && literal.iter().any(u8::is_ascii_alphabetic)
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
    use std::slice;

    use super::*;

    fn of(line: &str, told: Told) -> Vec<String> {
        of_text(line.as_bytes(), "a", slice::from_ref(&(0..line.len())), told)
            .into_iter()
            .map(|range| line[range].to_owned())
            .collect()
    }

    /// The same with a part of several lines marked.
    fn marked(text: &str, part: &str) -> Vec<String> {
        marked_in("a.yml", text, part)
    }

    fn marked_in(name: &str, text: &str, part: &str) -> Vec<String> {
        let at = text.rfind(part).expect("it is there");
        let mut found = of_text(text.as_bytes(), name, slice::from_ref(&(at..at + part.len())), Told::Keys);
        found.sort_unstable_by_key(|range| range.start);
        found.dedup();
        found.into_iter().map(|range| text[range].to_owned()).collect()
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

    /// Lines of megabytes, quotes that nothing closes, and a finding at each of them.
    #[test]
    fn hostile_files_take_no_longer_than_others() {
        let begun = std::time::Instant::now();
        for piece in ["\"", "\\\"", "key='", "`", "\"\"\"", "a(key, \"bluebird\");", "='\n"] {
            let text = piece.repeat(100_000 / piece.len());
            let marks: Vec<Range<usize>> = (0..5_000).map(|n| n * 20..n * 20 + 10).collect();
            for name in ["a.php", "a.js", "a.yml"] {
                of_text(text.as_bytes(), name, &marks, Told::Keys);
                beside_names(text.as_bytes(), name);
            }
        }
        assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
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
