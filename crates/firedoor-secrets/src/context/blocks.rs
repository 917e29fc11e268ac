//! Keys and tokens with a structure of their own: PEM, OpenSSH, PuTTY and PGP blocks, JWK, JWT, nkeys.

use firedoor_core::{Confidence, Validity};
use memchr::memmem;

use super::value::{self, Shape};
use super::{Detector, Scan, score};
use crate::validate::{self, Validator, decode_base64, decode_base64url, jwt_facts};

/// Longest key block: an RSA key of 16,384 bits in PEM has 12,500 bytes, escaped and indented twice that.
pub(super) const MAX_BLOCK: usize = 40_000;
/// Fewest base64 digits between the lines of a block that is more than a mention.
const MIN_BODY: usize = 40;

/// A block between `-----BEGIN … PRIVATE KEY-----` and its end.
pub(super) fn key_block(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let text = &bytes[at..(at + MAX_BLOCK).min(bytes.len())];
    if text[0] != b'-' {
        return putty(scan, at);
    }
    let Some(label_end) = memmem::find(&text[..text.len().min(80)][10..], b"-----").map(|i| i + 10) else { return };
    let label = &text[10..label_end];
    if memmem::find(label, b"PRIVATE KEY").is_none() {
        return;
    }
    let body = &text[label_end + 5..];
    let end = memmem::find(body, b"-----").unwrap_or_else(|| body_end(body));
    let base64 = body[..end].iter().filter(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).count();
    if base64 < MIN_BODY || looks_like_code(&body[..end]) {
        return;
    }
    let closed = memmem::find(body, b"-----END").is_some_and(|e| e == end);
    let tail = if closed { memmem::find(&body[end + 5..], b"-----").map_or(5, |n| (n + 10).min(80)) } else { 0 };
    let block_end = at + label_end + 5 + end + tail;
    let block = &bytes[at..block_end.min(bytes.len())];
    let cut = memmem::find(&body[..end], b"...").is_some() || memmem::find(&body[..end], "…".as_bytes()).is_some();
    let parsed = validate::key_block(block);
    let (confidence, validity, reason) = match parsed {
        Some(b) if b.parsed => (Confidence::High, Validity::Valid, "the private key parses"),
        Some(b) if b.encrypted => {
            (Confidence::Medium, Validity::Unknown, "the private key is protected by a passphrase")
        }
        Some(b) if b.broken && !cut => (Confidence::Low, Validity::InvalidChecksum, "the private key does not parse"),
        _ if cut || value::is_placeholder(&body[..end.min(60)]).is_some() => {
            (Confidence::Low, Validity::Unknown, "the private key is cut")
        }
        // A key that is damaged or written in a way that is not understood is still meant as a key.
        _ => (Confidence::Medium, Validity::Unknown, "a block for a private key"),
    };
    scan.push(Detector::PrivateKey, at..block_end, confidence, &[reason]);
    if let Some(last) = scan.found.last_mut() {
        last.validity = validity;
    }
}

/// The 12, 15, 18, 21 or 24 words of a wallet (BIP 39) behind `mnemonic` or `seed_phrase`.
pub(super) fn mnemonic(scan: &mut Scan<'_>, at: usize) {
    let rest = &scan.bytes[at..(at + 60).min(scan.bytes.len())];
    let Some(open) = rest.iter().position(|b| matches!(b, b'"' | b'\'' | b'`')) else { return };
    // A quote that closes the name is followed by the one that opens the value.
    let sign = |b: &u8| matches!(b, b'"' | b'\'' | b'`' | b':' | b'=' | b' ' | b'\\' | b'(' | b'[');
    let lead = rest[open..].iter().take_while(|b| sign(b)).count();
    let name = rest[..open].iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.')).count();
    let start = at + open + lead;
    if !rest[name..open].iter().all(|b| sign(b) || b.is_ascii_alphabetic()) {
        return;
    }
    let text = &scan.bytes[start.min(scan.bytes.len())..(start + 260).min(scan.bytes.len())];
    let len = text.iter().take_while(|b| b.is_ascii_lowercase() || **b == b' ').count();
    let ends = matches!(text.get(len), Some(b'"' | b'\'' | b'`' | b'\\'));
    let words: Vec<&[u8]> = text[..len].split(|b| *b == b' ').collect();
    let mut distinct = words.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let fits = matches!(words.len(), 12 | 15 | 18 | 21 | 24) && words.iter().all(|w| (3..=8).contains(&w.len()));
    if !ends || !fits || distinct.len() * 3 < words.len() * 2 {
        return;
    }
    let confidence = if scan.file.docs || scan.file.test { Confidence::Low } else { Confidence::Medium };
    scan.push(Detector::Secret, start..start + len, confidence, &["the words of a wallet"]);
}

/// Where the base64 lines of an unfinished block end.
fn body_end(body: &[u8]) -> usize {
    body.iter()
        .position(|b| {
            !(b.is_ascii_alphanumeric()
                || b.is_ascii_whitespace()
                || matches!(
                    b,
                    b'+' | b'/' | b'=' | b'\\' | b'"' | b'\'' | b',' | b'.' | b':' | b'-' | b'*' | b'#' | b'>' | b';'
                ))
        })
        .unwrap_or(body.len())
}

/// Whether what stands between the lines is a program that writes or reads such blocks.
fn looks_like_code(body: &[u8]) -> bool {
    let shape = Shape::of(&body[..body.len().min(400)]);
    shape.word_share() > 50 && [&b"("[..], b"{", b"${", b"<", b"%"].iter().any(|c| memmem::find(body, c).is_some())
}

/// PuTTY's own format (its documentation, appendix C).
fn putty(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let text = &bytes[at..(at + MAX_BLOCK).min(bytes.len())];
    let Some(lines) = memmem::find(text, b"Private-Lines:") else { return };
    // Code that reads or writes such files has no lines behind their number.
    let count = text[lines + 14..].iter().take(8).take_while(|b| **b == b' ' || b.is_ascii_digit()).count();
    let body = &text[lines + 14 + count..];
    let lead = body.iter().take(12).take_while(|b| !b.is_ascii_alphanumeric() || matches!(b, b'n' | b'r')).count();
    let digits =
        body[lead..].iter().take(64).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/')).count();
    if count == 0 || digits < 30 {
        return;
    }
    let end = memmem::find(&text[lines..], b"Private-MAC").map_or(text.len(), |n| lines + n);
    let confidence =
        if memmem::find(text, b"Encryption: none").is_some() { Confidence::High } else { Confidence::Medium };
    scan.push(Detector::PrivateKey, at..at + end, confidence, &["a PuTTY private key"]);
}

/// Base64 of a block.
pub(super) fn encoded_key_block(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    if !bytes[at..].starts_with(b"LS0tLS1CRUdJTiB") {
        return;
    }
    let rest = &bytes[at..(at + MAX_BLOCK * 2).min(bytes.len())];
    let len =
        rest.iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))).unwrap_or(rest.len());
    let whole = &rest[..len - len % 4];
    let decoded = decode_base64(&rest[..len]).or_else(|| decode_base64(whole)).unwrap_or_default();
    let head = &decoded[..decoded.len().min(80)];
    if memmem::find(head, b"PRIVATE KEY").is_none() || decoded.len() < 100 {
        return;
    }
    let (confidence, validity) = match validate::key_block(&decoded) {
        Some(b) if b.parsed => (Confidence::High, Validity::Valid),
        Some(b) if b.broken => (Confidence::Low, Validity::InvalidChecksum),
        _ => (Confidence::Medium, Validity::Unknown),
    };
    scan.push(Detector::PrivateKey, at..at + len, confidence, &["base64 of a private key"]);
    if let Some(last) = scan.found.last_mut() {
        last.validity = validity;
    }
}

/// Header, claims and signature in base64url.
pub(super) fn jwt(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    if !bytes[at..].starts_with(b"eyJ")
        || at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'_' | b'-' | b'.'))
    {
        return;
    }
    let rest = &bytes[at..(at + 16_384).min(bytes.len())];
    let len = rest
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'=')))
        .unwrap_or(rest.len());
    let token = rest[..len].trim_suffix_dots();
    let dots = memchr::memchr_iter(b'.', token).count();
    if !(2..=4).contains(&dots) || token.len() < 40 {
        return;
    }
    let Some(facts) = jwt_facts(token) else {
        // The header says that it is one (`alg`, `typ`, `kid`, `enc` come first), but a part is no JSON.
        let heads = [&b"eyJhbGciOi"[..], b"eyJ0eXAiOi", b"eyJraWQiOi", b"eyJlbmMiOi"];
        if dots == 2 && heads.iter().any(|h| token.starts_with(h)) {
            let reasons = ["the form of a JSON Web Token", "header or claims are not readable"];
            scan.push(Detector::Jwt, at..at + token.len(), Confidence::Low, &reasons);
            if let Some(last) = scan.found.last_mut() {
                last.validity = Validity::InvalidChecksum;
            }
        }
        return;
    };
    let claims = token.split(|&b| b == b'.').nth(1).and_then(decode_base64url).unwrap_or_default();
    // The claims that every tutorial uses.
    let tutorial =
        [&b"1234567890"[..], b"John Doe", b"\"joe\"", b"loggedInAs", b"example.com", b"\"foo\"", b"\"bar\"", b"hello"]
            .iter()
            .any(|c| memmem::find(&claims, c).is_some())
            || claims.len() < 12;
    let signature = token.rsplit(|&b| b == b'.').next().unwrap_or(b"");
    let (confidence, reason) = if facts.algorithm.eq_ignore_ascii_case("none") || !facts.signed || signature.len() < 20
    {
        (Confidence::Low, "the token is not signed")
    } else if tutorial {
        (Confidence::Low, "the token's claims are those of an example")
    } else if scan.file.test && !is_issued(token, &claims) {
        (Confidence::Low, "a signed token in a test or documentation")
    } else {
        (Confidence::Medium, "a signed token")
    };
    let reasons = ["header and claims are readable", reason];
    scan.push(Detector::Jwt, at..at + token.len(), confidence, &reasons);
}

/// Whether somebody's server has issued the token: it says who, and when. What a test makes for itself says less.
fn is_issued(token: &[u8], claims: &[u8]) -> bool {
    let says = |claim: &[u8]| memmem::find(claims, claim).is_some();
    token.len() >= 300 && says(b"\"iss\"") && says(b"\"exp\"") && (says(b"\"iat\"") || says(b"\"jti\""))
}

trait TrimDots {
    fn trim_suffix_dots(&self) -> &[u8];
}

impl TrimDots for [u8] {
    fn trim_suffix_dots(&self) -> &[u8] {
        let end = self.iter().rposition(|b| *b != b'.').map_or(0, |i| i + 1);
        &self[..end]
    }
}

/// An object with `kty` and a private member: `d`, or `k` of a symmetric key (RFC 7518, section 6).
pub(super) fn jwk(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let quote = at.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or(0);
    // A member's name stands in quotes, or bare in JavaScript.
    let bare = matches!(quote, b' ' | b'{' | b'\n' | b'\t' | b',') && bytes.get(at + 3) == Some(&b':');
    if bytes.get(at..at + 3) != Some(b"kty") || !matches!(quote, b'"' | b'\'') && !bare {
        return;
    }
    let quote = if bare { 0 } else { quote };
    let low = at.saturating_sub(6_000);
    let high = (at + 6_000).min(bytes.len());
    let open = memchr::memrchr(b'{', &bytes[low..at]).map_or(low, |i| low + i);
    let close = memchr::memchr(b'}', &bytes[at..high]).map_or(high, |i| at + i);
    let object = &bytes[open..close];
    let symmetric = member(object, b"kty", quote).is_some_and(|r| &object[r] == b"oct");
    let Some(secret) = member(object, if symmetric { b"k" } else { b"d" }, quote) else { return };
    let text = &object[secret.clone()];
    if text.len() < 20 || !value::is_base64(text) || value::is_placeholder(text).is_some() {
        return;
    }
    let shape = Shape::of(text);
    if shape.distinct < 10 || score::randomness(text, &shape) < 2 {
        return;
    }
    let range = open + secret.start..open + secret.end;
    scan.push(Detector::Jwk, range, Confidence::High, &["a JSON Web Key with its private member"]);
    if let Some(last) = scan.found.last_mut() {
        last.matched = open..close;
    }
}

/// The text of a member of a flat object, by its name.
fn member(object: &[u8], name: &[u8], quote: u8) -> Option<std::ops::Range<usize>> {
    let mut key = if quote == 0 { Vec::new() } else { vec![quote] };
    key.extend_from_slice(name);
    let mut from = 0;
    while let Some(n) = memmem::find(&object[from..], &key) {
        let mut i = from + n + key.len();
        let before = (from + n).checked_sub(1).and_then(|b| object.get(b));
        from = i;
        let mut quote = quote;
        if quote == 0 {
            if before.is_some_and(u8::is_ascii_alphanumeric) || object.get(i) != Some(&b':') {
                continue;
            }
        } else {
            let escaped = object.get(i) == Some(&b'\\');
            i += usize::from(escaped);
            if object.get(i) != Some(&quote) {
                continue;
            }
            i += 1;
        }
        while object.get(i).is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b':' | b'=' | b'>' | b'\\')) {
            i += 1;
        }
        if quote == 0 {
            quote = object.get(i).copied().filter(|b| matches!(b, b'"' | b'\'' | b'`')).unwrap_or(b'"');
        }
        if object.get(i) != Some(&quote) {
            continue;
        }
        let start = i + 1;
        let len = object[start..].iter().position(|b| *b == quote || *b == b'\\')?;
        return Some(start..start + len);
    }
    None
}

/// 58 base32 digits that begin with `S` and the kind of key.
pub(super) fn nkey(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let digit = |b: &u8| b.is_ascii_uppercase() || (b'2'..=b'7').contains(b);
    if bytes[at] != b'S' || at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_') {
        return;
    }
    let rest = &bytes[at..(at + 60).min(bytes.len())];
    let len = rest.iter().position(|b| !digit(b)).unwrap_or(rest.len());
    if len != 58 || bytes.get(at + 58).is_some_and(|b| b.is_ascii_alphanumeric()) {
        return;
    }
    let verdict = Validator::Nkey.check(&rest[..58]);
    let confidence = if verdict.validity == Validity::Valid { Confidence::High } else { Confidence::Low };
    scan.push(Detector::Nkey, at..at + 58, confidence, &["the form of an nkey seed", verdict.reason]);
    if let Some(last) = scan.found.last_mut() {
        last.validity = verdict.validity;
    }
}
