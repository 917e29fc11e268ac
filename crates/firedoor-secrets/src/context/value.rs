//! The nature of a value: what is a stand-in, a template, a reference or prose, and what its characters are.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use memchr::memmem;

use super::language;
pub(crate) use super::ordinary::{is_ordinary, is_public_key};
use crate::validate::decode_base64;

/// Words that stand where a secret would stand.
const STAND_INS: &str = "\
    example changeme change_me change-me changeit placeholder your_ your- yourapi yoursecret yourtoken yourkey \
    yourpass yourown insert_ insert- replace dummy redacted removed censored todo fixme notreal not_a_real \
    not-a-real not-real fake sample xxxx **** .... ---- 00000000 abcdefg deadbeef undefined lorem ipsum some_ \
    some- 0xdead cafebabe openssl invalid expired bogus unset none null donotuse do_not_use notasecret \
    not_a_secret not-a-secret _here -here set_a_ 0102030405 010203040506 longsecret long-secret long_secret ##### ?????";

/// Values that are real but that everybody writes: weak passwords and the names of tests.
const WEAK: &str = "\
    supersecret super_secret super-secret topsecret mysecret my_secret my-secret mypassword my_password \
    my-password mytoken my_token my-token secretkey secret_key secret-key 12345678 foobar somesecret sometoken \
    somepass test_token test-token testtoken test_key test-key testkey test_secret test-secret testsecret testpass \
    test_pass test-pass abc123 abcd1234 1234abcd qwerty 123123 987654 01234567 23456789 a1b2c3 aabbccdd 11223344 \
    hunter2 letmein iloveyou p@ssw passw0rd pa$$w pa55 pa33 s3cr3t s3cret secr3t correcthorse correct-horse \
    password1 password123 secret123 admin123 test123 pass123 welcome1 p4ssw pass@word tiger";

/// Values that standards and vendors print in their documentation: RFC 5849, 6749, 6750, 7009, 7519, 9562, AWS, SPNEGO,
/// and the accounts of Azure's emulators.
const PUBLISHED: &str = "\
    2YotnFZFEjr1zCsicMWpAA tGzv3JOkF0XG5Qx2TlKWIA czZCaGRSa3F0MzpnWDFmQmF0M2JW mF_9.B5f-4.1JqM h480djs93hd8 \
    dpf43f3p2l4k3l03 hh5s93j4hdidpola hdhd0244k9j7ao03 nnch734d00sl2jdk pfkkdhi9sl3r4s00 kd94hf93k423kf44 \
    kkk9d7dh3k39sjv7 9djdj82h48djs9d2 j49sk3j29djd dh893hdasih9 45ghiukldjahdnhzdauz SplxlOBeZQQYbYS6WxSbIA \
    A3ddj3w gX1fBat3bV 7Fjfp0ZBr1KtDRbnfVdmIw QWxhZGRpbjpvcGVuIHNlc2FtZQ== 550e8400-e29b-41d4-a716-44665544 \
    wJalrXUtnFEMI/K7MDENG je7MtGbClwBF/2Zp9Utk AKIAIOSFODNN7 AKIAI44QH8DHB f81d4fae-7dec-11d0-a765-00a0c91e6bf6 \
    123e4567-e89b-12d3-a456 dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk am9zw6k6c8mZY3LJmXQ dGVzdDoxMjPCow \
    Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyP \
    00000000-0000-0000 12345678-1234- 11111111-1111- abcd1234- a1b2c3d4- JBSWY3DPEHPK3PXP ABCDEFGHIJKL abcdefghijkl";

/// Whether standards or vendors print this value in their documentation.
pub(crate) fn is_published(value: &[u8]) -> bool {
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    finder(&FINDER, PUBLISHED).is_some_and(|f| f.is_match(value))
}

/// The reason of values such as `012345abcdef`, which people do take for passwords.
pub(crate) const COUNTS_UP: &str = "the value counts up";

/// Why a value is no secret but a stand-in, if it is.
pub(crate) fn is_placeholder(value: &[u8]) -> Option<&'static str> {
    if is_published(value) {
        return Some("the value is printed in public documentation");
    }
    // What is cut short or crossed out is shown, not used.
    let crossed = [&b"XXXX"[..], b"xxxx", b"****"].iter().any(|tail| value.ends_with(tail));
    if value.len() >= 8 && (crossed || memmem::find(&value[3..], b"...").is_some()) {
        return Some("the value is cut short");
    }
    let mut buffer = [0u8; 256];
    let n = value.len().min(256);
    buffer[..n].copy_from_slice(&value[..n]);
    let lower = &mut buffer[..n];
    lower.make_ascii_lowercase();
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    if finder(&FINDER, STAND_INS).is_some_and(|f| says(f, lower, value.len())) || has_angle_name(lower) {
        return Some("the value says that it is a placeholder");
    }
    let (run, kinds) = (longest_run(lower), distinct(lower));
    // A long value may have a run in one of its fields.
    let long_run = run >= 6 && (n < 40 || run * 3 > n || kinds <= 8);
    if long_run || (run >= 4 && run * 3 > n) || (n >= 8 && kinds <= 3) || (n >= 16 && kinds <= 5) {
        return Some("the value repeats a few characters");
    }
    if longest_echo(lower) >= 10 && n <= 40 {
        return Some("the value repeats a few characters");
    }
    counts_up(lower).then_some(COUNTS_UP)
}

/// Length of the longest stretch in which each byte is that of two before: `1a1a1a1a`.
fn longest_echo(value: &[u8]) -> usize {
    let (mut best, mut run) = (0, 0);
    for w in value.windows(3) {
        run = if w[0] == w[2] { run + 1 } else { 0 };
        best = best.max(run);
    }
    if best > 0 { best + 2 } else { 0 }
}

/// `<password>`, `abc-<your id>`, `<fill in`: an angle bracket before words. A generated password has one before anything.
fn has_angle_name(lower: &[u8]) -> bool {
    memchr::memchr_iter(b'<', lower).any(|open| {
        let inner = &lower[open + 1..];
        let len = inner.iter().take_while(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'-' | b' ' | b'.')).count();
        let closed = inner.get(len) == Some(&b'>');
        len >= 2 && (closed || len >= 4 && language::reads_like_words(&inner[..len]))
            || open == 0 && inner.ends_with(b">")
    })
}

/// Numbers that people take for passwords.
pub(crate) fn is_common_number(value: &[u8]) -> bool {
    const NUMBERS: &[&str] = &[
        "1234",
        "12345",
        "123456",
        "1234567",
        "12345678",
        "123456789",
        "1234567890",
        "123123",
        "111111",
        "000000",
        "654321",
        "666666",
        "888888",
        "11111111",
        "00000000",
        "0123456789",
        "987654321",
        "1111",
        "0000",
        "12341234",
    ];
    value.iter().all(u8::is_ascii_digit) && NUMBERS.iter().any(|n| n.as_bytes() == value)
}

/// Whether a value is one that everybody writes.
pub(crate) fn is_weak(value: &[u8]) -> bool {
    static FINDER: OnceLock<Option<AhoCorasick>> = OnceLock::new();
    finder(&FINDER, WEAK).is_some_and(|f| says(f, &value[..value.len().min(256)], value.len()))
}

/// One automaton for a list of words, made when first used.
fn finder<'a>(cell: &'a OnceLock<Option<AhoCorasick>>, words: &str) -> Option<&'a AhoCorasick> {
    cell.get_or_init(|| automaton(words.split_ascii_whitespace())).as_ref()
}

/// An automaton for words in any case. Values are short: one that is made in a tenth of the time and reads at half the speed
/// costs less in all.
pub(super) fn automaton<'a>(words: impl Iterator<Item = &'a str>) -> Option<AhoCorasick> {
    let kind = Some(AhoCorasickKind::ContiguousNFA);
    AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(words).ok()
}

fn says(finder: &AhoCorasick, text: &[u8], len: usize) -> bool {
    // A word of four letters stands in a long random text by chance; it must then be a word of its own.
    finder.find_overlapping_iter(text).any(|found| {
        if len <= 24 || found.len() >= 7 {
            return true;
        }
        let edge = |i: Option<&u8>| i.is_none_or(|b| !b.is_ascii_alphanumeric());
        edge(found.start().checked_sub(1).and_then(|i| text.get(i))) && edge(text.get(found.end()))
    })
}

/// Length of the longest run of one byte.
pub(crate) fn longest_run(value: &[u8]) -> usize {
    value.chunk_by(|a, b| a == b).map(<[u8]>::len).max().unwrap_or(0)
}

/// Number of distinct bytes.
pub(crate) fn distinct(value: &[u8]) -> usize {
    let mut seen = [false; 256];
    value.iter().for_each(|&b| seen[usize::from(b)] = true);
    seen.iter().filter(|s| **s).count()
}

/// Whether most of the value is a sequence such as `abcdef` or `123456`.
fn counts_up(value: &[u8]) -> bool {
    let steps = value.windows(2).filter(|w| w[1] == w[0].wrapping_add(1) || w[0] == w[1].wrapping_add(1)).count();
    value.len() >= 6 && steps * 10 >= (value.len() - 1) * 6
}

/// Signs of a template or of a value that is read from elsewhere.
const INSIDE: &[&str] = &[
    "process.env",
    "os.environ",
    "getenv",
    "env(",
    "env[",
    "arn:",
    "op://",
    "vault:",
    "ssm:",
    "keyvault",
    "secretsmanager",
    "secretref",
    "sm://",
    "gopass",
    "file(",
    "lookup(",
    "input(",
    "secrets.",
    "config.get",
    "settings.",
    "b64encode",
    "classpath:",
];
/// The same, but random text holds them by chance.
const SHORT: &[&str] = &[
    "#{", "$(", "%(", "{}", "%s", "%d", "%v", "%@", "\\(", "@{", "[[", "]]", "var.", "data.", "local.", "module.",
    "${", "{{", "}}", "<%", "%>", "<?", "?>", "' +", "\" +", "'+", "\"+", "+ '", "+'", "+\"", "{0}", "{1}",
];

pub(super) fn list_finder(list: &[&str]) -> Option<AhoCorasick> {
    automaton(list.iter().copied())
}

/// Whether the value is read from elsewhere or filled in later.
pub(crate) fn is_reference(value: &[u8]) -> bool {
    if value.is_empty() {
        return true;
    }
    let text = &value[..value.len().min(256)];
    static FINDERS: OnceLock<[Option<AhoCorasick>; 2]> = OnceLock::new();
    let [inside, short] = FINDERS.get_or_init(|| [INSIDE, SHORT].map(list_finder));
    let holds = |finder: &Option<AhoCorasick>| finder.as_ref().is_some_and(|f| f.is_match(text));
    // What Jasypt and sops have encrypted, and where OpenSSL is told to look.
    if [&b"ENC("[..], b"ENC[", b"sops:ENC[", b"env:", b"file:"].iter().any(|mark| value.starts_with(mark)) {
        return true;
    }
    if is_sealed(value) {
        return true;
    }
    // `something_$NAME`: the shell fills it in.
    let variable = memchr::memrchr(b'$', value).and_then(|at| value.get(at + 1..));
    let word = |b: &u8| b.is_ascii_lowercase() || matches!(b, b'_' | b'-');
    let before = &value[..value.len() - variable.map_or(0, |name| name.len() + 1)];
    if variable.is_some_and(|name| name.len() >= 3 && name.iter().all(|b| b.is_ascii_uppercase() || *b == b'_'))
        && before.iter().all(word)
    {
        return true;
    }
    if value.len() >= 32 && is_dense_noise(value, &Shape::of(value)) {
        return false;
    }
    let noisy = || is_noise(&Shape::of(value)) && !has_braced_name(value);
    if holds(inside) || holds(short) && !noisy() || is_call(value) || is_field(value) {
        return true;
    }
    let (Some(&first), Some(&last)) = (value.first(), value.last()) else { return true };
    let inner = &value[1..];
    let named = |t: &[u8]| {
        t.len() >= 2 && t.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':'))
    };
    // `{kwargs["password"]}` of which a quote ends the rest, and `@@NAME@@`.
    let opened = first == b'{'
        && !value.contains(&b'}')
        && inner.iter().any(|b| matches!(b, b'[' | b'('))
        && inner.iter().all(|b| named(&[*b, *b]) || matches!(b, b'[' | b'('));
    let mark = value.strip_prefix(b"@@").and_then(|rest| rest.strip_suffix(b"@@"));
    let marked = mark.is_some_and(|m| m.iter().all(|b| !b.is_ascii_lowercase()));
    if opened || marked {
        return true;
    }
    match (first, last) {
        (b'$', b'$') if value.len() > 3 && named(&inner[..inner.len() - 1]) => true,
        (b'$', _) if named(inner) && (inner[0].is_ascii_alphabetic() || inner[0] == b'_') => true,
        (b'%', b'%') | (b'<', b'>') | (b'[', b']') | (b'{', b'}') | (b'(', b')') if value.len() > 2 => true,
        (b':' | b'@' | b'!' | b'&' | b'*', _) if named(inner) && language::reads_like_words(inner) => true,
        (b'_', b'_') if value.starts_with(b"__") && value.ends_with(b"__") => true,
        _ => has_braced_name(value),
    }
}

/// Whether it is what `kubeseal` writes: the length of an encrypted key, that key, and what is encrypted with it, in base64.
fn is_sealed(value: &[u8]) -> bool {
    let lengths = [[2, 0], [1, 0], [4, 0]];
    let begins = || decode_base64(value.get(..4)?).map(|head| lengths.iter().any(|l| head.starts_with(l)));
    value.len() >= 360 && is_base64(value) && begins() == Some(true)
}

/// `@NAME@`: what a build fills in.
pub(super) fn is_filled_in(value: &[u8]) -> bool {
    let Some(name) = value.strip_prefix(b"@").and_then(|rest| rest.strip_suffix(b"@")) else { return false };
    let word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    // Digits among small letters may be anything.
    let plain = !name.iter().any(u8::is_ascii_digit) || !name.iter().any(u8::is_ascii_lowercase);
    name.len() >= 2 && name.iter().all(word) && plain
}

/// How often letters and digits take turns: twice in `a7b`.
pub(super) fn turns(value: &[u8]) -> usize {
    let turn = |w: &&[u8]| {
        w[0].is_ascii_digit() && w[1].is_ascii_alphabetic() || w[0].is_ascii_alphabetic() && w[1].is_ascii_digit()
    };
    value.windows(2).filter(turn).count()
}

/// Whether the characters are so mixed that two of them in a row which code or templates have too say nothing.
pub(super) fn is_noise(shape: &Shape) -> bool {
    let mixed = shape.classes() == 4 && shape.symbols >= 2 || shape.digits >= 2 && shape.symbols >= 3;
    mixed && shape.spaces == 0 && (10..=64).contains(&shape.len) && shape.letter_share() < 40 && shape.distinct >= 8
}

/// Characters of all kinds, blanks among them, in an order that no text has: the keys of WordPress.
pub(crate) fn is_dense_noise(value: &[u8], shape: &Shape) -> bool {
    shape.len >= 32
        && shape.len <= 128
        && shape.classes() == 4
        && shape.symbols * 5 >= shape.len
        && shape.digits >= 2
        && shape.distinct * 5 >= shape.len.min(80) * 2
        && shape.others == 0
        && shape.spaces * 8 <= shape.len
        && shape.letter_share() < 40
        && !value.ends_with(b" ")
        && ["(?:", "(?!", "[a-z", "[A-Z"].iter().all(|part| memmem::find(value, part.as_bytes()).is_none())
}

/// Whether code goes on behind the value: `models.CharField(max_length=128`, `parts[0]`, `hosts[name]["field"]`.
fn is_call(value: &[u8]) -> bool {
    let word = value.iter().take_while(|b| b.is_ascii_alphabetic() || **b == b'_').count();
    let in_quotes = |quote: &[u8]| memmem::find(&value[word..], quote).is_some();
    if word >= 3 && value.get(word) == Some(&b'[') {
        // Cut at a blank, the bracket is open still: `item[host + "_password"]`.
        let open = value[word + 1..].iter().all(|b| b.is_ascii_alphabetic() || *b == b'_');
        if open || in_quotes(b"[\"") || in_quotes(b"['") {
            return true;
        }
    }
    let Some(open) = value.iter().position(|b| matches!(b, b'(' | b'[')) else { return false };
    let (name, rest) = value.split_at(open);
    let close = if rest[0] == b'(' { b')' } else { b']' };
    let path = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$' | b'.');
    name.len() >= 3
        && name.iter().all(path)
        && (name.contains(&b'.') || name.contains(&b'$'))
        && rest[1..].contains(&close) == (value.last() == Some(&close))
}

/// Whether it is the name of a field for a secret, not its content: `password2`, `new_password2:`, `API_KEY`.
fn is_field(value: &[u8]) -> bool {
    let value = value.strip_suffix(b":").unwrap_or(value);
    let digits = value.iter().rev().take_while(|b| b.is_ascii_digit()).count();
    let (name, number) = value.split_at(value.len() - digits);
    const FIELDS: &[&str] =
        &["password", "new_password", "old_password", "new-password", "passwd", "csrfmiddlewaretoken"];
    const CONSTANTS: &[&[u8]] =
        &[b"API_KEY", b"SECRET_KEY", b"ACCESS_KEY", b"ACCESS_TOKEN", b"AUTH_TOKEN", b"PASSWORD"];
    // `password1` is what many do take.
    (number != b"1" && digits <= 1 && FIELDS.iter().any(|f| name.eq_ignore_ascii_case(f.as_bytes())))
        || CONSTANTS.contains(&value)
}

/// `{name}` with something around it: a template of Python, Rust, JavaScript or a shell.
fn has_braced_name(value: &[u8]) -> bool {
    let Some(open) = memchr::memchr(b'{', value) else { return false };
    let Some(close) = memchr::memchr(b'}', &value[open..]) else { return false };
    value[open + 1..open + close]
        .iter()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b' ' | b'-' | b'$'))
}

/// What the characters of a value are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    pub(crate) len: usize,
    pub(crate) lower: usize,
    pub(crate) upper: usize,
    pub(crate) digits: usize,
    pub(crate) symbols: usize,
    pub(crate) spaces: usize,
    /// Control characters and bytes outside ASCII.
    pub(crate) others: usize,
    pub(crate) distinct: usize,
    /// Bytes that belong to words.
    pub(crate) words: usize,
}

impl Shape {
    pub(crate) fn of(value: &[u8]) -> Self {
        let mut s =
            Self { len: value.len(), distinct: distinct(value), words: language::word_bytes(value), ..Self::default() };
        for &b in value {
            match b {
                b'a'..=b'z' => s.lower += 1,
                b'A'..=b'Z' => s.upper += 1,
                b'0'..=b'9' => s.digits += 1,
                b' ' | b'\t' => s.spaces += 1,
                b'!'..=b'~' => s.symbols += 1,
                _ => s.others += 1,
            }
        }
        s
    }

    pub(crate) fn letters(&self) -> usize {
        self.lower + self.upper
    }

    /// How many of lower case, upper case, digits and symbols are there.
    pub(crate) fn classes(&self) -> usize {
        [self.lower, self.upper, self.digits, self.symbols].iter().filter(|n| **n > 0).count()
    }

    /// Share of letters and digits that belong to words, in percent.
    pub(crate) fn word_share(&self) -> usize {
        let solid = self.letters() + self.digits;
        (self.words * 100).checked_div(solid).unwrap_or(0)
    }

    /// Share of letters that belong to words, in percent.
    pub(crate) fn letter_share(&self) -> usize {
        (self.words * 100).checked_div(self.letters()).unwrap_or(0)
    }
}

/// Letters, with digits on one side of them at most, that are no word of any language: a generator drew them. Of eight
/// random letters nine tenths are so, of the words and names of code and documentation fewer than one in a hundred.
pub(crate) fn forms_no_word(value: &[u8], shape: &Shape) -> bool {
    let letters = shape.letters();
    if letters + shape.digits != shape.len || letters < 6 || shape.words > 0 || shape.distinct < 5 || turns(value) > 1 {
        return false;
    }
    let one_case = shape.upper == 0 || shape.lower == 0 || shape.upper == 1 && value[0].is_ascii_uppercase();
    if !one_case && letters < 8 {
        return false;
    }
    // Words of two cases may be pieces of names.
    let least = match (one_case, letters) {
        (true, ..=7) => 12,
        (true, _) => 8,
        (false, _) => 14,
    };
    // The keys of a keyboard in a row, which everybody types.
    let rows = ["asdf", "qwer", "zxcv", "yxcv", "hjkl"].iter().any(|row| find_ignoring_case(value, row));
    let run = value.split(|b| !b.is_ascii_alphabetic()).find(|run| !run.is_empty()).unwrap_or_default();
    !rows && language::evidence(run) < -least * i32::try_from(letters.min(64)).unwrap_or(64)
}

fn find_ignoring_case(value: &[u8], word: &str) -> bool {
    value.windows(word.len()).any(|w| w.eq_ignore_ascii_case(word.as_bytes()))
}

/// Whether it is hexadecimal digits of one case with both letters and digits.
pub(crate) fn is_hex(value: &[u8]) -> bool {
    let all = |letters: std::ops::RangeInclusive<u8>| value.iter().all(|b| b.is_ascii_digit() || letters.contains(b));
    value.len() >= 8
        && (all(b'a'..=b'f') || all(b'A'..=b'F'))
        && value.iter().any(u8::is_ascii_digit)
        && value.iter().any(u8::is_ascii_alphabetic)
}

/// 8-4-4-4-12 hexadecimal digits (RFC 9562).
pub(crate) fn is_uuid(value: &[u8]) -> bool {
    value.len() == 36
        && value.iter().enumerate().all(|(i, &b)| match i {
            8 | 13 | 18 | 23 => b == b'-',
            _ => b.is_ascii_hexdigit(),
        })
}

/// Whether it is made of the digits of base64 or base64url.
pub(crate) fn is_base64(value: &[u8]) -> bool {
    let body = value.strip_suffix(b"==").or_else(|| value.strip_suffix(b"=")).unwrap_or(value);
    !body.is_empty() && body.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_'))
}

/// Whether it is a phrase of ordinary words, a stand-in or the word for what it is, in base64: what a key
/// looks like in a manual.
pub(crate) fn is_encoded_phrase(value: &[u8]) -> bool {
    if !(12..=256).contains(&value.len()) || !is_base64(value) {
        return false;
    }
    let Some(text) = decode_base64(value) else { return false };
    let text = text.trim_ascii();
    let is_text = text.iter().all(|b| b.is_ascii_graphic() || *b == b' ');
    let phrase = || {
        text.split(|b| matches!(b, b' ' | b'-' | b'_')).filter(|word| word.len() > 1).count() >= 3
            && language::reads_like_words(text)
    };
    is_text && !text.is_empty() && (phrase() || is_placeholder(text).is_some() || names_itself(text))
}

/// `password`, `secret`: a value that says only what it is.
fn names_itself(text: &[u8]) -> bool {
    const WORDS: [&str; 11] =
        ["password", "passwd", "secret", "token", "admin", "key", "user", "username", "pass", "login", "test"];
    let word = |part: &[u8]| WORDS.iter().any(|word| part.eq_ignore_ascii_case(word.as_bytes()));
    // `username:password` of a header.
    text.split(|b| *b == b':').all(word)
}

/// Whether it is written in escapes, as test vectors are: `\x9b\xbe`, `\u0041\u0042`.
pub(crate) fn is_escaped_bytes(value: &[u8]) -> bool {
    let escapes = memmem::find_iter(value, b"\\x").count() + memmem::find_iter(value, b"\\u").count();
    // `\320W\016`, as packets are printed.
    let octal = value.windows(4).filter(|w| w[0] == b'\\' && w[1..].iter().all(|b| (b'0'..=b'7').contains(b))).count();
    (escapes >= 3 || octal >= 2) && (escapes + octal) * 8 >= value.len()
}

/// Whether it is a password hash in the form of crypt(5).
pub(crate) fn is_crypt_hash(value: &[u8]) -> bool {
    // Django's and PostgreSQL's, LDAP's, MySQL's.
    const MARKS: &[&[u8]] = &[
        b"pbkdf2_",
        b"argon2$",
        b"bcrypt$",
        b"bcrypt_sha256$",
        b"scrypt:",
        b"scrypt$",
        b"sha1$",
        b"sha256$",
        b"sha512$",
        b"md5$",
        b"pbkdf2:",
        b"SCRAM-SHA-",
        b"{SSHA",
        b"{SHA",
        b"{MD5}",
        b"{SMD5}",
        b"{CRYPT}",
        b"{PBKDF2",
    ];
    let hex = |text: &[u8]| text.iter().all(u8::is_ascii_hexdigit);
    // `user:$2y$…` of a password file.
    let behind = memmem::find(&value[..value.len().min(40)], b":$").map(|at| at + 1);
    let value = behind.map_or(value, |at| &value[at..]);
    if value.len() > 16 && MARKS.iter().any(|mark| value.starts_with(mark))
        || value.len() == 41 && value[0] == b'*' && hex(&value[1..])
        || value.len() == 35 && value.starts_with(b"md5") && hex(&value[3..])
    {
        return true;
    }
    let Some(rest) = value.strip_prefix(b"$") else { return false };
    let Some(end) = memchr::memchr(b'$', rest) else { return false };
    let id = &rest[..end];
    (1..=12).contains(&id.len()) && id.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') && rest.len() > end + 8
}

/// Whether the value says no more than the name it is given to: `password = "user_password"`.
pub(crate) fn repeats_name(name: &[u8], value: &[u8]) -> bool {
    // A name in another script is no part of a value.
    if name.iter().all(|b| *b >= 0x80) && !name.is_empty() {
        return false;
    }
    let fold =
        |t: &[u8]| t.iter().filter(|b| b.is_ascii_alphanumeric()).map(u8::to_ascii_lowercase).collect::<Vec<_>>();
    let joined = value.iter().any(|b| matches!(b, b'_' | b'-'))
        && value.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    let (name, value) = (fold(name), fold(value));
    if value.is_empty() || name.is_empty() {
        return true;
    }
    let digits = value.iter().filter(|b| b.is_ascii_digit()).count();
    let value_letters: Vec<u8> = value.iter().copied().filter(|b| !b.is_ascii_digit()).collect();
    if value_letters.len() >= 3 && digits <= 4 && name.ends_with(&value_letters) {
        return true;
    }
    // `MLKEM768PrivateKey` is a name, not a key.
    const HEADS: &[&[u8]] = &[b"key", b"token", b"secret", b"password", b"passwd"];
    if HEADS.iter().any(|h| value.ends_with(h) && name.ends_with(h)) && value.len() < 40 {
        return true;
    }
    if name.len() < 3 || memmem::find(&value, &name).is_none() {
        return false;
    }
    // `gpg_key: "RPM-GPG-KEY-CentOS7"`: a name that is longer by some words.
    let longer =
        joined && digits <= 4 && name.len() >= 6 && !HEADS.contains(&name.as_slice()) && value.len() <= name.len() + 24;
    longer || language::reads_like_words(&value)
}

/// Whether it is one identifier, path of identifiers or set of words without digits that mean anything.
pub(crate) fn is_words(value: &[u8], shape: &Shape) -> bool {
    let joined =
        value.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b':' | b'/' | b' ' | b'\''));
    joined && shape.letters() > 0 && shape.letter_share() >= 60 && shape.digits * 4 <= shape.len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_in_base64() {
        use base64::Engine as _;
        let encoded = |text: &str| base64::engine::general_purpose::STANDARD.encode(text);
        for text in ["nobody reads this manual", "put your own words here, please"] {
            assert!(is_encoded_phrase(encoded(text).as_bytes()), "{text}");
        }
        for text in
            ["kq7Rz!xW2 pLm9vT4n", "correcthorsebatterystaple", "aK3 xQ9 zz7 pW2 mV5", "\u{1}\u{2}abc def ghi jkl"]
        {
            assert!(!is_encoded_phrase(encoded(text).as_bytes()), "{text}");
        }
    }

    #[test]
    fn stand_ins() {
        for v in [
            "changeme",
            "xxxxxxxxxxxx",
            "YOUR_API_KEY",
            "aaaaaaaaaa",
            "1234567890",
            "abcdefghij",
            "<token>",
            "id-<your id>",
            "<fill in>",
        ] {
            assert!(is_placeholder(v.as_bytes()).is_some(), "{v}");
        }
        for v in [
            "kX9vQm2LpR7tWz4B",
            "951bc382db9abad29c68634761dd6e19",
            "Zf3D0LXCM3EIMbgJpUNnkRtOfOueHznB",
            "qT9#mLw4<z&!R8",
        ] {
            assert_eq!(is_placeholder(v.as_bytes()), None, "{v}");
        }
    }

    #[test]
    fn references() {
        for v in [
            "${DB_PASS}",
            "$password",
            "{{ .Values.x }}",
            "%TOKEN%",
            "<password>",
            "process.env.X",
            "{token}",
            "#{pw}",
            "%s",
        ] {
            assert!(is_reference(v.as_bytes()), "{v}");
        }
        for v in [
            "models.CharField(max_length=128",
            "hasher.encode(md5_hash",
            "_X$exec2[0]",
            "password2",
            "new_password2:",
            "API_KEY",
        ] {
            assert!(is_reference(v.as_bytes()), "{v}");
        }
        for v in ["super$ecret", "$ecret123!", "a{b", "P@ssw0rd$1", "password1", "abc(def", "Xk.9(vQ)2m[Lp"] {
            assert!(!is_reference(v.as_bytes()), "{v}");
        }
    }

    #[test]
    fn ordinary_values() {
        let ordinary = |v: &str| is_ordinary(v.as_bytes(), &Shape::of(v.as_bytes()));
        for v in [
            "Enter your password",
            "/etc/ssl/private.key",
            "com.example.Token",
            "#add-password",
            "2024-01-02",
            "a@mail.example.com",
            "string",
            "^[a-z]+$",
            "config.json",
        ] {
            assert!(ordinary(v), "{v}");
        }
        for v in ["mF_9.B5f-4.1JqM", "hunter", "kj3/Xz9+Qw==", "Rrhh1234"] {
            assert!(!ordinary(v), "{v}");
        }
    }

    #[test]
    fn a_value_that_repeats_its_name() {
        assert!(repeats_name(b"db_password", b"password"));
        assert!(repeats_name(b"password", b"user_password"));
        assert!(!repeats_name(b"password", b"kqxzwpv"));
    }
}
