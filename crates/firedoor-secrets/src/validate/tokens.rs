//! Providers' tokens with checksums or a fixed inner structure.

use super::Verdict;
use super::encoding::{decode_base32, decode_base64, decode_base64url, to_base};

pub(super) const BASE62: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
pub(super) const BASE36: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const GOOD: &str = "the checksum is right";
const BAD: &str = "the checksum is wrong";

/// `prefix_` + 30 characters + 6 base62 digits of their CRC-32
/// (<https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/>).
pub(super) fn base62_crc32(token: &[u8]) -> Verdict {
    let Some(body) = token.iter().rposition(|&b| b == b'_').and_then(|at| token.get(at + 1..)) else {
        return Verdict::of(false, GOOD, BAD);
    };
    let Some((entropy, sum)) = body.len().checked_sub(6).and_then(|at| body.split_at_checked(at)) else {
        return Verdict::of(false, GOOD, BAD);
    };
    Verdict::of(to_base(crc32fast::hash(entropy), BASE62, 6) == sum, GOOD, BAD)
}

/// Anything and six base62 digits of the CRC-32 of all before them, the prefix too
/// (<https://github.com/jsr-io/jsr/blob/main/api/src/token.rs>).
pub(super) fn whole_crc32(token: &[u8]) -> Verdict {
    let Some((head, sum)) = token.len().checked_sub(6).and_then(|at| token.split_at_checked(at)) else {
        return Verdict::of(false, GOOD, BAD);
    };
    Verdict::of(to_base(crc32fast::hash(head), BASE62, 6) == sum, GOOD, BAD)
}

/// `_` and six base62 digits of the CRC-32 of all before it. Synapse writes the most significant digit first
/// (<https://github.com/element-hq/synapse/blob/develop/synapse/util/stringutils.py>),
/// the authentication service the least significant (<https://github.com/element-hq/matrix-authentication-service/blob/main/crates/data-model/src/tokens.rs>).
pub(super) fn matrix_crc32(token: &[u8]) -> Verdict {
    let Some((head, sum)) = token.iter().rposition(|&b| b == b'_').map(|at| (&token[..at], &token[at + 1..])) else {
        return Verdict::of(false, GOOD, BAD);
    };
    let crc = crc32fast::hash(head);
    Verdict::of(matrix_digits(crc, head.starts_with(b"sy")) == sum, GOOD, BAD)
}

/// The six digits that Synapse, or the authentication service, writes for a checksum.
pub(super) fn matrix_digits(crc: u32, synapse: bool) -> Vec<u8> {
    if synapse {
        return to_base(crc, BASE62, 6);
    }
    let mut digits = to_base(crc, BASE62, 1);
    digits.reverse();
    let zeros = 6usize.saturating_sub(digits.len());
    digits.splice(..0, std::iter::repeat_n(b'0', zeros));
    digits
}

/// Payload, `.`, optionally a version and `.`, two base36 digits of the payload's length, seven of the CRC-32 of all
/// before them (GitLab's `Authn::TokenField::Generator::RoutableToken`).
pub(super) fn gitlab_routable(token: &[u8]) -> Verdict {
    let Some((head, sum)) = token.len().checked_sub(7).and_then(|at| token.split_at_checked(at)) else {
        return Verdict::of(false, GOOD, BAD);
    };
    if !head.contains(&b'.') {
        return Verdict::unknown("the token carries no checksum");
    }
    Verdict::of(to_base(crc32fast::hash(head), BASE36, 7) == sum, GOOD, BAD)
}

/// `…=` and the CRC-32 of what stands before the sign, as eight hexadecimal digits. Whether the sign or the fixed prefix
/// is part of what is summed is not published, so each is accepted.
pub(super) fn atlassian(token: &[u8]) -> Verdict {
    let Some(at) = token.iter().rposition(|&b| b == b'=') else {
        return Verdict::of(false, GOOD, BAD);
    };
    let sum = token[at + 1..].to_ascii_uppercase();
    let is = |bytes: &[u8]| format!("{:08X}", crc32fast::hash(bytes)).as_bytes() == sum;
    let starts = [0, b"ATATT3x".len(), b"ATATT3xFfGF0".len()];
    let valid = starts.into_iter().filter(|&from| from < at).any(|from| is(&token[from..at]) || is(&token[from..=at]));
    Verdict::of(valid, GOOD, BAD)
}

/// `glsa_<32>_<8 hex>`: the CRC-32 of everything before the last underscore, little-endian (Grafana's `satokengen`).
pub(super) fn grafana(token: &[u8]) -> Verdict {
    let Some(at) = token.iter().rposition(|&b| b == b'_') else {
        return Verdict::of(false, GOOD, BAD);
    };
    let crc = crc32fast::hash(&token[..at]);
    let little = format!("{:08x}", crc.swap_bytes());
    Verdict::of(little.as_bytes().eq_ignore_ascii_case(&token[at + 1..]), GOOD, BAD)
}

/// A libmacaroons v2 serialization for `pypi.org` or `test.pypi.org`
/// (<https://docs.pypi.org/api/secrets/>, <https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt>).
pub(super) fn pypi_macaroon(token: &[u8]) -> Verdict {
    let body = token.strip_prefix(b"pypi-").unwrap_or(token);
    let valid = decode_base64url(body).is_some_and(|m| macaroon(&m));
    Verdict::of(valid, "the macaroon parses", "the macaroon does not parse")
}

fn macaroon(bytes: &[u8]) -> bool {
    fn field<'a>(bytes: &mut &'a [u8]) -> Option<(u8, &'a [u8])> {
        let (&kind, rest) = bytes.split_first()?;
        if kind == 0 {
            *bytes = rest;
            return Some((0, &[]));
        }
        // A varint of at most two bytes is enough for these fields.
        let (&low, mut rest) = rest.split_first()?;
        let mut len = usize::from(low & 0x7f);
        if low & 0x80 != 0 {
            let (&high, after) = rest.split_first()?;
            len |= usize::from(high & 0x7f) << 7;
            rest = after;
        }
        let (value, rest) = rest.split_at_checked(len)?;
        *bytes = rest;
        Some((kind, value))
    }
    let Some(mut rest) = bytes.strip_prefix(&[2]) else { return false };
    let Some((1, location)) = field(&mut rest) else { return false };
    if location != b"pypi.org" && location != b"test.pypi.org" {
        return false;
    }
    for _ in 0..64 {
        match field(&mut rest) {
            Some((6, signature)) => return signature.len() == 32 && rest.is_empty(),
            Some(_) => {}
            None => return false,
        }
    }
    false
}

/// The account number lies in the base32 part of keys made since 2019
/// (<https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html>).
pub(super) fn aws_key_id(id: &[u8]) -> Verdict {
    let mut verdict = Verdict::unknown("an AWS key id carries no checksum");
    let decoded = id.get(4..).and_then(decode_base32);
    let Some(bytes) = decoded.filter(|d| d.len() >= 6) else {
        return Verdict::of(false, GOOD, "an AWS key id is base32");
    };
    let number = bytes[..6].iter().fold(0u64, |n, &b| n << 8 | u64::from(b));
    let account = (number & 0x7fff_ffff_ff80) >> 7;
    // Keys of the older series have other bits there; their fifth character is below `Q`.
    if id.get(4).is_some_and(|&b| b >= b'Q' || b.is_ascii_digit()) && account < 1_000_000_000_000 {
        verdict.fact = Some(("aws-account", format!("{account:012}")));
    }
    verdict
}

/// `<bot number>:AA…` with 35 characters (<https://core.telegram.org/bots/api#authorizing-your-bot>).
pub(super) fn telegram(token: &[u8]) -> Verdict {
    let Some(at) = token.iter().position(|&b| b == b':') else {
        return Verdict::of(false, "", "a bot token has a colon");
    };
    let (id, secret) = (&token[..at], &token[at + 1..]);
    let fits = (8..=10).contains(&id.len()) && id.iter().all(u8::is_ascii_digit) && secret.len() == 35;
    if fits { Verdict::unknown("a bot token carries no checksum") } else { Verdict::of(false, "", "not a bot token") }
}

/// The first part of a bot token is the base64url of the bot's snowflake in digits
/// (<https://discord.com/developers/docs/reference#authentication>).
pub(super) fn discord(token: &[u8]) -> Verdict {
    let first = token.split(|&b| b == b'.').next().unwrap_or(b"");
    let valid =
        decode_base64url(first).is_some_and(|id| (15..=20).contains(&id.len()) && id.iter().all(u8::is_ascii_digit));
    Verdict::of(valid, "the first part is a snowflake", "the first part is no snowflake")
}

/// `SG.` + 16 bytes + `.` + 32 bytes, both base64url.
pub(super) fn sendgrid(token: &[u8]) -> Verdict {
    let mut parts = token.split(|&b| b == b'.').skip(1);
    let mut len = || parts.next().and_then(decode_base64url).map(|d| d.len());
    let valid = len() == Some(16) && len() == Some(32);
    if valid {
        Verdict::unknown("the parts have the right length")
    } else {
        Verdict::of(false, "", "a part has a wrong length")
    }
}

/// A storage account key is the base64 of 64 random bytes.
pub(super) fn azure_storage(key: &[u8]) -> Verdict {
    match decode_base64(key) {
        Some(bytes) if bytes.len() == 64 => Verdict::unknown("the key has 64 bytes"),
        _ => Verdict::of(false, "", "the key does not have 64 bytes"),
    }
}

/// ISO/IEC 7812-1, annex B.
pub(super) fn luhn(number: &[u8]) -> Verdict {
    let digits: Vec<u32> = number.iter().filter(|b| b.is_ascii_digit()).map(|&b| u32::from(b - b'0')).collect();
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, &d)| {
            if i % 2 == 1 {
                let d = d * 2;
                if d > 9 { d - 9 } else { d }
            } else {
                d
            }
        })
        .sum();
    Verdict::of(digits.len() >= 12 && sum.is_multiple_of(10), GOOD, BAD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::Validity::{InvalidChecksum, Valid};

    #[test]
    fn base62() {
        let body = b"abcdefghijklmnopqrstuvwxyz0123";
        let mut token = b"ghp_".to_vec();
        token.extend_from_slice(body);
        token.extend(to_base(crc32fast::hash(body), BASE62, 6));
        assert_eq!(base62_crc32(&token).validity, Valid);
        token[7] = b'X';
        assert_eq!(base62_crc32(&token).validity, InvalidChecksum);
        assert_eq!(base62_crc32(b"ghp_").validity, InvalidChecksum);
        assert_eq!(base62_crc32(b"").validity, InvalidChecksum);
    }

    #[test]
    fn little_endian_crc_of_grafana() {
        // A token of Grafana's own tests, in two parts.
        let token = ["glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G", "_fcaaf58a"].concat();
        assert_eq!(grafana(token.as_bytes()).validity, Valid);
        assert_eq!(grafana(token.replace("_f", "_e").as_bytes()).validity, InvalidChecksum);
    }

    #[test]
    fn base36_crc_of_gitlab() {
        let head = "glpat-abcdefghijklmnopqrstuvwxyz0.01.0r";
        let sum = String::from_utf8(to_base(crc32fast::hash(head.as_bytes()), BASE36, 7)).expect("ASCII");
        assert_eq!(gitlab_routable(format!("{head}{sum}").as_bytes()).validity, Valid);
        assert_eq!(gitlab_routable(format!("{head}x{sum}").as_bytes()).validity, InvalidChecksum);
    }

    #[test]
    fn luhn_digits() {
        assert_eq!(luhn(b"4111 1111 1111 1111").validity, Valid);
        assert_eq!(luhn(b"4111 1111 1111 1112").validity, InvalidChecksum);
    }

    #[test]
    fn account_of_a_key_id() {
        // The example of AWS's documentation of the format.
        let id = ["ASIAQ", "NZGKIQY56JQ7WML"].concat();
        assert_eq!(aws_key_id(id.as_bytes()).fact, Some(("aws-account", "029608264753".to_owned())));
    }

    #[test]
    fn a_macaroon() {
        let mut m = vec![2, 1, 8];
        m.extend_from_slice(b"pypi.org");
        m.extend_from_slice(&[2, 2, b'i', b'd', 0, 0, 6, 32]);
        m.extend_from_slice(&[7; 32]);
        assert!(macaroon(&m));
        m.pop();
        assert!(!macaroon(&m));
    }
}
