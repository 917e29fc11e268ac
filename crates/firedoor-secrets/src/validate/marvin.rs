//! Azure's identifiable keys: four signature characters before a Marvin32 checksum of all bytes before it, seeded by
//! the kind of key (signatures and seeds as published in `microsoft/security-utilities`, `IdentifiableMetadata.cs`).

use super::Verdict;
use super::encoding::{decode_base64, decode_base64url};

/// Signature and the names of the kinds of key that are seeds: eight ASCII characters.
const KINDS: &[(&[u8], &[&[u8; 8]])] = &[
    (b"+ASt", &[b"Default0"]),
    (b"ACDb", &[b"MastRO00", b"MastRW00", b"SysAll00", b"Resour00", b"SystRO00", b"SystRW00", b"Encryp00"]),
    (b"+ABa", &[b"AbAcct00"]),
    (b"+ASb", &[b"Send0000", b"Listen00", b"Manage00", b"System00", b"Unknown0"]),
    (b"+AEh", &[b"Send0000", b"Listen00", b"Manage00", b"System00", b"Unknown0"]),
    (b"+ARm", &[b"Send0000", b"Listen00", b"Manage00", b"System00", b"Unknown0"]),
    (b"AzFu", &[b"Functi00", b"System00", b"Master00"]),
    (b"AzCa", &[b"Access00"]),
    (b"AzSe", &[b"Query000", b"PAdmin00"]),
    (b"+AMC", &[b"Classic0"]),
    (b"+ACR", &[b"ACRDflt0"]),
    (b"AIoT", &[b"IoTHub00", b"DpsKey00", b"Device00"]),
    (b"APIM", &[b"Tenant00", b"IoTHub00", b"Gatewy00", b"GitKey00"]),
];

/// Checks a key; forms without a published algorithm are left unknown.
pub(super) fn identifiable(key: &[u8]) -> Verdict {
    let decoded = decode_base64(key).or_else(|| decode_base64url(key));
    let digits = key.iter().rposition(|b| *b != b'=').map_or(0, |i| i + 1);
    // The checksum takes the last four bytes, five or six digits; the signature stands before it.
    let kind = KINDS.iter().find(|(signature, _)| {
        (5..=6).any(|n| digits.checked_sub(n + 4).is_some_and(|at| key[at..].starts_with(signature)))
    });
    let (Some(bytes), Some((_, seeds))) = (decoded, kind) else {
        return Verdict::unknown("no checksum is published for this form");
    };
    let Some((data, sum)) = bytes.len().checked_sub(4).and_then(|at| bytes.split_at_checked(at)) else {
        return Verdict::unknown("too short for a checksum");
    };
    let valid = seeds.iter().any(|seed| marvin32(data, u64::from_be_bytes(**seed)).to_le_bytes() == sum);
    Verdict::of(valid, "the checksum is right", "the checksum is wrong")
}

/// Marvin32 (as in .NET's runtime, `Marvin.cs`).
pub(super) fn marvin32(data: &[u8], seed: u64) -> u32 {
    fn mix(mut a: u32, mut b: u32) -> (u32, u32) {
        b ^= a;
        a = a.rotate_left(20).wrapping_add(b);
        b = b.rotate_left(9) ^ a;
        a = a.rotate_left(27).wrapping_add(b);
        (a, b.rotate_left(19))
    }
    let low = u32::try_from(seed & 0xffff_ffff).unwrap_or(0);
    let high = u32::try_from(seed >> 32).unwrap_or(0);
    let (mut a, mut b) = (low, high);
    let mut words = data.chunks_exact(4);
    for word in &mut words {
        a = a.wrapping_add(u32::from_le_bytes([word[0], word[1], word[2], word[3]]));
        (a, b) = mix(a, b);
    }
    let rest = words.remainder();
    let last = rest.iter().chain(&[0x80]).enumerate().fold(0, |n, (i, &byte)| n | u32::from(byte) << (8 * i));
    (a, b) = mix(a.wrapping_add(last), b);
    (a, b) = mix(a, b);
    a ^ b
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use firedoor_core::Validity::{InvalidChecksum, Unknown, Valid};

    fn key(seed: &[u8; 8], damage: bool) -> String {
        let mut bytes: Vec<u8> = (0..57u8).map(|i| i.wrapping_mul(37)).collect();
        bytes.extend(decode_base64(b"+ASt").expect("base64"));
        let sum = marvin32(&bytes, u64::from_be_bytes(*seed)).to_le_bytes();
        bytes.extend(sum);
        if damage {
            bytes[3] ^= 1;
        }
        base64::engine::general_purpose::STANDARD.encode(bytes)
    }

    #[test]
    fn storage_keys() {
        assert_eq!(identifiable(key(b"Default0", false).as_bytes()).validity, Valid);
        assert_eq!(identifiable(key(b"Default0", true).as_bytes()).validity, InvalidChecksum);
        assert_eq!(identifiable(key(b"Send0000", false).as_bytes()).validity, InvalidChecksum);
        assert_eq!(identifiable(b"abc").validity, Unknown);
    }
}
