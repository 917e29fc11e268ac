//! The encodings that tokens use, decoded strictly and with bounds; each returns `None` for anything else.

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, LENIENT);
const URL: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, LENIENT);

/// Longest text that is decoded, in bytes.
const MAX: usize = 1 << 20;

/// Base64 of RFC 4648, section 4, padded or not.
pub(crate) fn decode_base64(text: &[u8]) -> Option<Vec<u8>> {
    if text.len() > MAX { None } else { STANDARD.decode(text).ok() }
}

/// Base64url of RFC 4648, section 5, padded or not.
pub(crate) fn decode_base64url(text: &[u8]) -> Option<Vec<u8>> {
    if text.len() > MAX { None } else { URL.decode(text).ok() }
}

/// Hexadecimal of either case.
pub(crate) fn decode_hex(text: &[u8]) -> Option<Vec<u8>> {
    if text.len() > MAX || !text.len().is_multiple_of(2) {
        return None;
    }
    text.chunks_exact(2).map(|pair| Some(hex_digit(pair[0])? << 4 | hex_digit(pair[1])?)).collect()
}

fn hex_digit(b: u8) -> Option<u8> {
    match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'a'..=b'f' => Some(b - b'a' + 10),
        b'A'..=b'F' => Some(b - b'A' + 10),
        _ => None,
    }
}

/// Base32 of RFC 4648, section 6, upper case, without padding; trailing bits are dropped.
pub(crate) fn decode_base32(text: &[u8]) -> Option<Vec<u8>> {
    if text.len() > MAX {
        return None;
    }
    let (mut out, mut bits, mut held) = (Vec::with_capacity(text.len() * 5 / 8), 0u32, 0u32);
    for &b in text {
        let digit = match b {
            b'A'..=b'Z' => b - b'A',
            b'2'..=b'7' => b - b'2' + 26,
            _ => return None,
        };
        held = held << 5 | u32::from(digit);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits & 0xff) as u8);
            held &= (1 << bits) - 1;
        }
    }
    Some(out)
}

/// The number as digits of `alphabet`, at least `width` long.
pub(crate) fn to_base(mut number: u32, alphabet: &[u8], width: usize) -> Vec<u8> {
    let base = u32::try_from(alphabet.len()).unwrap_or(1).max(2);
    let mut digits = Vec::new();
    while number > 0 || digits.len() < width {
        digits.push(alphabet[(number % base) as usize]);
        number /= base;
    }
    digits.reverse();
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips() {
        assert_eq!(decode_base64(b"aGk=").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode_base64url(b"aGk").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode_base32(b"NBUQ").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode_hex(b"6869").as_deref(), Some(&b"hi"[..]));
        assert_eq!(decode_hex(b"686"), None);
        assert_eq!(to_base(61, b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 3), b"00z");
    }
}
