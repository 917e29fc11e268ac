//! Private keys: PEM and OpenSSH blocks, NATS nkeys, bech32.

use super::Verdict;
use super::encoding::{decode_base32, decode_base64};

/// What a private key block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KeyBlock {
    /// Whether the binary inside parses, as far as its outer structure and the numbers that depend on one another.
    pub(crate) parsed: bool,
    /// Whether a passphrase protects it.
    pub(crate) encrypted: bool,
    /// Whether it begins as a key does and is closed, but does not parse: made up or damaged.
    pub(crate) broken: bool,
    /// Decoded length in bytes.
    pub(crate) len: usize,
}

/// Reads a block from `-----BEGIN` to `-----END`, also where line ends are escaped (`\n`, `\r\n`), quoted and joined
/// by `+`, or indented. `None` where no block is there.
pub(crate) fn key_block(text: &[u8]) -> Option<KeyBlock> {
    let open = memchr::memmem::find(text, b"-----BEGIN")?;
    let head = text.get(open + 10..)?;
    let close = memchr::memmem::find(head, b"-----")?;
    let label = head.get(..close)?;
    let body = head.get(close + 5..)?;
    let closed = memchr::memmem::find(body, b"-----END");
    let end = closed.or_else(|| memchr::memmem::find(body, b"-----"));
    let body = &body[..end.unwrap_or(body.len())];
    let contains = |hay: &[u8], needle: &[u8]| memchr::memmem::find(hay, needle).is_some();
    let decoded = decode_base64(&strip(body)).unwrap_or_default();
    let pgp = contains(label, b"PGP");
    let openssh = if decoded.starts_with(OPENSSH) { Some(openssh_key(&decoded)) } else { None };
    let encrypted = contains(label, b"ENCRYPTED")
        || contains(body, b"ENCRYPTED")
        || contains(body, b"DEK-Info")
        || openssh == Some(OpenSsh::Encrypted);
    let parsed = !encrypted && (pgp || openssh.map_or_else(|| der_key(&decoded), |key| key == OpenSsh::Right));
    let begins = openssh.is_some() || decoded.first() == Some(&0x30);
    let broken = closed.is_some() && !encrypted && !parsed && begins;
    Some(KeyBlock { parsed, encrypted, broken, len: decoded.len() })
}

/// Reads the inside of a block, without its first and last line.
pub(super) fn bare_key(text: &[u8]) -> Option<KeyBlock> {
    let decoded = decode_base64(&strip(text))?;
    let parsed = der_key(&decoded) || decoded.starts_with(OPENSSH) && openssh_key(&decoded) == OpenSsh::Right;
    Some(KeyBlock { parsed, encrypted: false, broken: false, len: decoded.len() })
}

/// The base64 digits of a block, without headers, quotes, escapes, comment signs and checksum.
fn strip(body: &[u8]) -> Vec<u8> {
    let mut digits = Vec::with_capacity(body.len());
    let mut i = 0;
    while let Some(&b) = body.get(i) {
        match b {
            b'\\' => i += 1,
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' => digits.push(b),
            // A plus that joins two quoted lines is no digit.
            b'+' if !joins(body, i) => digits.push(b),
            _ => {}
        }
        i += 1;
    }
    digits
}

fn joins(body: &[u8], plus: usize) -> bool {
    let before = body[..plus].iter().rev().find(|b| !b.is_ascii_whitespace());
    matches!(before, Some(b'"' | b'\''))
}

/// Tag, content and rest of a DER value with a definite length (X.690, section 8.1.3).
fn der_value(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let [tag, first, rest @ ..] = bytes else { return None };
    let (len, rest) = if *first < 0x80 {
        (usize::from(*first), rest)
    } else {
        let n = usize::from(first & 0x7f);
        let (digits, rest) = rest.split_at_checked(n).filter(|_| (1..=3).contains(&n))?;
        (digits.iter().fold(0, |len, &b| len << 8 | usize::from(b)), rest)
    };
    let (content, rest) = rest.split_at_checked(len)?;
    Some((*tag, content, rest))
}

/// Whether the bytes are a private key: one sequence that begins with a version and whose parts fill it (RFC 8017,
/// appendix A.1.2; RFC 5915; RFC 5958), and for RSA a modulus that is the product of its factors.
fn der_key(bytes: &[u8]) -> bool {
    let Some((0x30, mut content, [])) = der_value(bytes) else { return false };
    if content.len() <= 16 {
        return false;
    }
    let mut parts = Vec::new();
    while !content.is_empty() {
        let Some((tag, part, rest)) = der_value(content) else { return false };
        parts.push((tag, part));
        content = rest;
        if parts.len() > 20 {
            return false;
        }
    }
    match parts.as_slice() {
        // PKCS #8 holds one of the others.
        [(2, [0 | 1]), (0x30, algorithm), (4, key), ..] => {
            der_value(algorithm).is_some_and(|(tag, ..)| tag == 6)
                && match der_value(key) {
                    Some((0x30, _, [])) => der_key(key) || !is_rsa(algorithm),
                    Some((4, _, [])) => true,
                    Some((2, _, [])) => !is_rsa(algorithm),
                    _ => false,
                }
        }
        // Version 1 has more than two factors.
        [(2, [version @ (0 | 1)]), (2, n), (2, _e), (2, _d), (2, p), (2, q), (2, _), (2, _), (2, _), ..] => {
            *version == 1 || without_zeros(&product(p, q)) == without_zeros(n)
        }
        // DSA: version, p, q, g, public and private number.
        [(2, [0]), rest @ ..] => rest.len() == 5 && rest.iter().all(|(tag, _)| *tag == 2),
        // SEC 1.
        [(2, [1]), (4, _), ..] => true,
        // An encrypted PKCS #8 without a label that says so, and GOST's.
        [(0x30, algorithm), (4, _)] => der_value(algorithm).is_some_and(|(tag, ..)| tag == 6),
        _ => false,
    }
}

/// Whether an algorithm identifier is RSA's, 1.2.840.113549.1.1.1.
fn is_rsa(algorithm: &[u8]) -> bool {
    algorithm.starts_with(&[6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1])
}

fn without_zeros(number: &[u8]) -> &[u8] {
    &number[number.iter().position(|b| *b != 0).unwrap_or(number.len())..]
}

/// The product of two big-endian numbers; of numbers above 16,384 bits only zero.
pub(super) fn product(a: &[u8], b: &[u8]) -> Vec<u8> {
    let (a, b) = (without_zeros(a), without_zeros(b));
    let mut out = vec![0u8; a.len() + b.len()];
    if a.len().max(b.len()) > 2_048 {
        return out;
    }
    for (i, &x) in a.iter().rev().enumerate() {
        let mut carry = 0u32;
        for (j, &y) in b.iter().rev().chain(&[0]).enumerate() {
            let Some(at) = out.len().checked_sub(1 + i + j) else { break };
            let sum = u32::from(x) * u32::from(y) + u32::from(out[at]) + carry;
            out[at] = (sum & 0xff) as u8;
            carry = sum >> 8;
        }
    }
    out
}

const OPENSSH: &[u8] = b"openssh-key-v1\0";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenSsh {
    Right,
    Encrypted,
    Broken,
}

/// OpenSSH's `PROTOCOL.key`: cipher, key derivation, public keys, then the private part, which begins with the same
/// four random bytes twice.
fn openssh_key(bytes: &[u8]) -> OpenSsh {
    fn string<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
        let (len, rest) = bytes.split_at_checked(4)?;
        let len = usize::try_from(u32::from_be_bytes([len[0], len[1], len[2], len[3]])).ok()?;
        let (text, rest) = rest.split_at_checked(len)?;
        *bytes = rest;
        Some(text)
    }
    let read = || {
        let mut rest = bytes.strip_prefix(OPENSSH)?;
        let cipher = string(&mut rest)?;
        let (_derivation, _options) = (string(&mut rest)?, string(&mut rest)?);
        rest = rest.get(4..)?;
        let _public = string(&mut rest)?;
        let private = string(&mut rest)?;
        if cipher != b"none" {
            return Some(OpenSsh::Encrypted);
        }
        let right = private.len() > 16 && private[..4] == private[4..8] && rest.is_empty();
        Some(if right { OpenSsh::Right } else { OpenSsh::Broken })
    };
    read().unwrap_or(OpenSsh::Broken)
}

/// CRC-16/XMODEM, little-endian at the end (<https://github.com/nats-io/nkeys>).
pub(super) fn nkey(seed: &[u8]) -> Verdict {
    let valid = decode_base32(seed).is_some_and(|bytes| {
        bytes.len() >= 4 && {
            let (data, sum) = bytes.split_at(bytes.len() - 2);
            crc16(data).to_le_bytes() == sum
        }
    });
    Verdict::of(valid, "the checksum is right", "the checksum is wrong")
}

pub(super) fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, &b| {
        (0..8).fold(crc ^ u16::from(b) << 8, |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 })
    })
}

/// BIP 173's checksum over the human-readable part and the data.
pub(super) fn bech32(text: &[u8]) -> Verdict {
    let text = text.to_ascii_lowercase();
    let check = || {
        let at = text.iter().rposition(|&b| b == b'1')?;
        let (prefix, data) = (&text[..at], &text[at + 1..]);
        if data.len() < 6 {
            return None;
        }
        Some(bech32_sum(prefix, data)? == 1)
    };
    Verdict::of(check() == Some(true), "the checksum is right", "the checksum is wrong")
}

const BECH32: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// The remainder of BIP 173's code; 1 for a right checksum.
fn bech32_sum(prefix: &[u8], data: &[u8]) -> Option<u32> {
    fn step(sum: u32, value: u8) -> u32 {
        let top = sum >> 25;
        let next = (sum & 0x1ff_ffff) << 5 ^ u32::from(value);
        [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
            .iter()
            .enumerate()
            .fold(next, |sum, (i, g)| if top >> i & 1 == 1 { sum ^ g } else { sum })
    }
    let mut sum = prefix.iter().fold(1, |sum, b| step(sum, b >> 5));
    sum = step(sum, 0);
    sum = prefix.iter().fold(sum, |sum, b| step(sum, b & 31));
    for b in data {
        let digit = BECH32.iter().position(|d| d == b)?;
        sum = step(sum, u8::try_from(digit).ok()?);
    }
    Some(sum)
}

/// Prefix, `1`, data and the checksum that belongs to them.
#[cfg(test)]
pub(super) fn with_bech32_sum(prefix: &str, data: &str) -> String {
    let sum = bech32_sum(prefix.as_bytes(), format!("{data}qqqqqq").as_bytes()).expect("bech32 digits") ^ 1;
    let digit = |i: u32| char::from(BECH32[(sum >> (5 * (5 - i)) & 31) as usize]);
    format!("{prefix}1{data}{}", (0..6).map(digit).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::Validity::{InvalidChecksum, Valid};

    #[test]
    fn nkeys() {
        // Seed of the NATS documentation's walk-through, in two parts.
        let seed = ["SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BF", "DTJ7M6USDXIEDNPPQYYYCU3VY"].concat();
        assert_eq!(nkey(seed.as_bytes()).validity, Valid);
        assert_eq!(nkey(seed.to_ascii_lowercase().as_bytes()).validity, InvalidChecksum);
    }

    #[test]
    fn bech32_of_bip_173() {
        assert_eq!(bech32(b"A12UEL5L").validity, Valid);
        assert_eq!(bech32(b"A12UEL5M").validity, InvalidChecksum);
        assert_eq!(bech32(b"").validity, InvalidChecksum);
    }

    #[test]
    fn blocks_in_any_dress() {
        // An EC key structure of 20 content bytes.
        let body = "MBQCAQEEDwECAwQFBgcICQoLDA0ODw==";
        let one = format!("-----BEGIN EC PRIVATE KEY-----\\n{body}\\n-----END EC PRIVATE KEY-----");
        assert_eq!(
            key_block(one.as_bytes()),
            Some(KeyBlock { parsed: true, encrypted: false, broken: false, len: 22 })
        );
        let two = format!("\"-----BEGIN EC PRIVATE KEY-----\" +\n \"{body}\" +\n \"-----END EC PRIVATE KEY-----\"");
        assert!(key_block(two.as_bytes()).is_some_and(|b| b.parsed));
        assert!(key_block(b"-----BEGIN PRIVATE KEY-----\nabc").is_some_and(|b| !b.parsed));
        assert_eq!(key_block(b"none"), None);
    }
}
