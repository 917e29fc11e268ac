//! Private keys: PEM and OpenSSH blocks, NATS nkeys, bech32.

use super::Verdict;
use super::encoding::{decode_base32, decode_base64};

/// What a private key block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KeyBlock {
    /// Whether the binary inside parses as far as its outer structure.
    pub(crate) parsed: bool,
    /// Whether a passphrase protects it.
    pub(crate) encrypted: bool,
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
    let end = memchr::memmem::find(body, b"-----END").or_else(|| memchr::memmem::find(body, b"-----"));
    let body = &body[..end.unwrap_or(body.len())];
    let contains = |hay: &[u8], needle: &[u8]| memchr::memmem::find(hay, needle).is_some();
    let encrypted = contains(label, b"ENCRYPTED") || contains(body, b"ENCRYPTED") || contains(body, b"DEK-Info");
    let decoded = decode_base64(&strip(body)).unwrap_or_default();
    let pgp = contains(label, b"PGP");
    let parsed = !encrypted && (der_sequence(&decoded) || decoded.starts_with(b"openssh-key-v1\0") || pgp);
    Some(KeyBlock { parsed, encrypted, len: decoded.len() })
}

/// Reads the inside of a block, without its first and last line.
pub(super) fn bare_key(text: &[u8]) -> Option<KeyBlock> {
    let decoded = decode_base64(&strip(text))?;
    let parsed = der_sequence(&decoded) || decoded.starts_with(b"openssh-key-v1\0");
    Some(KeyBlock { parsed, encrypted: false, len: decoded.len() })
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

/// Whether the bytes are one DER sequence of the right length (X.690, section 8.1.3).
fn der_sequence(bytes: &[u8]) -> bool {
    let [0x30, first, rest @ ..] = bytes else { return false };
    let (len, header) = if *first < 0x80 {
        (usize::from(*first), 2)
    } else {
        let n = usize::from(first & 0x7f);
        if n == 0 || n > 3 || rest.len() < n {
            return false;
        }
        (rest[..n].iter().fold(0, |len, &b| len << 8 | usize::from(b)), 2 + n)
    };
    bytes.len() == header + len && len > 16
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

fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, &b| {
        (0..8).fold(crc ^ u16::from(b) << 8, |crc, _| if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 })
    })
}

/// BIP 173's checksum over the human-readable part and the data.
pub(super) fn bech32(text: &[u8]) -> Verdict {
    const DIGITS: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    fn step(sum: u32, value: u8) -> u32 {
        let top = sum >> 25;
        let next = (sum & 0x1ff_ffff) << 5 ^ u32::from(value);
        [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
            .iter()
            .enumerate()
            .fold(next, |sum, (i, g)| if top >> i & 1 == 1 { sum ^ g } else { sum })
    }
    let text = text.to_ascii_lowercase();
    let check = || {
        let at = text.iter().rposition(|&b| b == b'1')?;
        let (prefix, data) = (&text[..at], &text[at + 1..]);
        if data.len() < 6 {
            return None;
        }
        let mut sum = prefix.iter().fold(1, |sum, b| step(sum, b >> 5));
        sum = step(sum, 0);
        sum = prefix.iter().fold(sum, |sum, b| step(sum, b & 31));
        for b in data {
            let digit = DIGITS.iter().position(|d| d == b)?;
            sum = step(sum, u8::try_from(digit).ok()?);
        }
        Some(sum == 1)
    };
    Verdict::of(check() == Some(true), "the checksum is right", "the checksum is wrong")
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
        assert_eq!(key_block(one.as_bytes()), Some(KeyBlock { parsed: true, encrypted: false, len: 22 }));
        let two = format!("\"-----BEGIN EC PRIVATE KEY-----\" +\n \"{body}\" +\n \"-----END EC PRIVATE KEY-----\"");
        assert!(key_block(two.as_bytes()).is_some_and(|b| b.parsed));
        assert!(key_block(b"-----BEGIN PRIVATE KEY-----\nabc").is_some_and(|b| !b.parsed));
        assert_eq!(key_block(b"none"), None);
    }
}
