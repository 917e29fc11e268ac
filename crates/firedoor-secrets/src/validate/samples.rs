//! Made-up tokens with a right checksum, one function for each published algorithm, for tests. No complete token stands
//! in a file: each is put together from random parts of a fixed seed.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

use super::encoding::to_base;
use super::{keys, marvin, tokens};
use crate::generate;

/// A random text of a simple regex.
pub(crate) fn text(pattern: &str, seed: usize) -> String {
    generate::expand(&format!("⟦{pattern}⟧"), "sample", seed).expect("a simple regex")
}

fn bytes(n: usize, seed: usize) -> Vec<u8> {
    let hex = text(&format!("[0-9a-f]{{{}}}", n * 2), seed ^ 0x5eed);
    super::decode_hex(hex.as_bytes()).expect("hexadecimal digits")
}

fn ascii(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("ASCII")
}

fn base62(prefix: &str, len: usize, seed: usize) -> String {
    let body = text(&format!("[0-9A-Za-z]{{{}}}", len - 6), seed);
    format!("{prefix}{body}{}", ascii(to_base(crc32fast::hash(body.as_bytes()), tokens::BASE62, 6)))
}

fn jsr(seed: usize) -> String {
    let head = text("jsrp_[0-9A-Za-z]{29}", seed);
    format!("{head}{}", ascii(to_base(crc32fast::hash(head.as_bytes()), tokens::BASE62, 6)))
}

fn matrix(form: &str, seed: usize) -> String {
    let head = text(form, seed);
    let sum = tokens::matrix_digits(crc32fast::hash(head.as_bytes()), form.starts_with("sy"));
    format!("{head}_{}", ascii(sum))
}

fn gitlab(prefix: &str, seed: usize) -> String {
    let payload = text("[0-9A-Za-z_-]{27}", seed);
    let head = format!("{prefix}{payload}.01.{}", ascii(to_base(27, tokens::BASE36, 2)));
    format!("{head}{}", ascii(to_base(crc32fast::hash(head.as_bytes()), tokens::BASE36, 7)))
}

fn atlassian(seed: usize) -> String {
    let head = format!("ATATT3xFfGF0{}", text("[0-9A-Za-z_-]{171}", seed));
    format!("{head}={:08X}", crc32fast::hash(head.as_bytes()))
}

fn grafana(seed: usize) -> String {
    let head = format!("glsa_{}", text("[0-9A-Za-z]{32}", seed));
    format!("{head}_{:08x}", crc32fast::hash(head.as_bytes()).swap_bytes())
}

/// An nkey seed of a user, account or operator.
pub(crate) fn nkey(seed: usize) -> String {
    let role: u8 = [20 << 3, 0, 14 << 3][seed % 3];
    let mut data = vec![18 << 3 | role >> 5, (role & 31) << 3];
    data.extend(bytes(32, seed));
    let sum = keys::crc16(&data).to_le_bytes();
    data.extend(sum);
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut out, mut held, mut bits) = (String::new(), 0u32, 0u32);
    for b in data {
        held = held << 8 | u32::from(b);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(char::from(DIGITS[(held >> bits & 31) as usize]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        out.push(char::from(DIGITS[(held << (5 - bits) & 31) as usize]));
    }
    out
}

/// An age identity.
pub(crate) fn age(seed: usize) -> String {
    let body = text("[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{51}[qs]", seed);
    keys::with_bech32_sum("age-secret-key-", &body).to_uppercase()
}

fn pypi(seed: usize) -> String {
    let mut m = vec![2, 1, 8];
    m.extend_from_slice(b"pypi.org");
    m.extend_from_slice(&[2, 36]);
    m.extend_from_slice(text("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}", seed).as_bytes());
    m.extend_from_slice(&[0, 2, 8]);
    m.extend_from_slice(b"[3, \"u\"]");
    m.extend_from_slice(&[0, 0, 6, 32]);
    m.extend(bytes(32, seed));
    format!("pypi-{}", URL_SAFE_NO_PAD.encode(m))
}

/// A key of an Azure service: `len` bytes, whose digits have the signature at `at`, before the checksum.
fn azure(signature: &str, kind: &[u8; 8], len: usize, at: usize, seed: usize) -> String {
    (0..100)
        .map(|turn| {
            let mut digits = format!("{}{signature}AAAA", text(&format!("[0-9A-Za-z]{{{at}}}"), seed * 100 + turn));
            digits.truncate(digits.len() / 4 * 4);
            let mut data = super::decode_base64(digits.as_bytes()).expect("base64 digits");
            data.truncate(len - 4);
            let sum = marvin::marvin32(&data, u64::from_be_bytes(*kind)).to_le_bytes();
            data.extend(sum);
            STANDARD.encode(data)
        })
        // Some services write letters and digits only.
        .find(|key| !key[at + 4..].contains(['+', '/']))
        .expect("one of many")
}

/// A signed token with claims of its own.
pub(crate) fn jwt(seed: usize) -> String {
    let header = URL_SAFE_NO_PAD.encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    let claims = format!("{{\"sub\":\"{}\",\"iss\":\"auth.corp.io\",\"exp\":1893456000}}", text("[0-9a-f]{12}", seed));
    format!("{header}.{}.{}", URL_SAFE_NO_PAD.encode(claims), URL_SAFE_NO_PAD.encode(bytes(32, seed)))
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    match content.len() {
        n @ 0..128 => out.push(n as u8),
        n @ 128..256 => out.extend([0x81, n as u8]),
        n => out.extend([0x82, (n >> 8) as u8, n as u8]),
    }
    out.extend_from_slice(content);
    out
}

fn pem(label: &str, der: &[u8]) -> String {
    let digits = STANDARD.encode(der);
    let lines: Vec<&str> = digits.as_bytes().chunks(64).map(|l| std::str::from_utf8(l).expect("ASCII")).collect();
    format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", lines.join("\n"))
}

/// A key on the curve P-256 in SEC 1's structure.
pub(crate) fn ec_key(seed: usize) -> String {
    let mut content = der(2, &[1]);
    content.extend(der(4, &bytes(32, seed)));
    content.extend(der(0xa0, &der(6, &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7])));
    pem("EC PRIVATE KEY", &der(0x30, &content))
}

/// An Ed25519 key in PKCS #8.
pub(crate) fn pkcs8_key(seed: usize) -> String {
    let mut content = der(2, &[0]);
    content.extend(der(0x30, &der(6, &[0x2b, 0x65, 0x70])));
    content.extend(der(4, &der(4, &bytes(32, seed))));
    pem("PRIVATE KEY", &der(0x30, &content))
}

/// The structure of an RSA key whose modulus is the product of its factors (which are no primes).
pub(crate) fn rsa_key(seed: usize) -> String {
    let positive = |mut n: Vec<u8>| {
        n[0] |= 0x80;
        n
    };
    let (p, q) = (positive(bytes(64, seed)), positive(bytes(64, seed + 1)));
    let n = keys::product(&p, &q);
    let integer = |n: &[u8]| {
        let mut content = if n.first().is_some_and(|b| b & 0x80 != 0) { vec![0] } else { Vec::new() };
        content.extend_from_slice(n);
        der(2, &content)
    };
    let mut content = integer(&[0]);
    let d = positive(bytes(128, seed + 2));
    let (e1, e2, c) = (bytes(64, seed + 3), bytes(64, seed + 4), bytes(64, seed + 5));
    for n in [&n[..], &[1, 0, 1], &d, &p, &q, &e1, &e2, &c] {
        content.extend(integer(n));
    }
    pem("RSA PRIVATE KEY", &der(0x30, &content))
}

/// An unencrypted Ed25519 key in OpenSSH's format (`PROTOCOL.key`).
pub(crate) fn openssh_key(seed: usize) -> String {
    let string = |out: &mut Vec<u8>, s: &[u8]| {
        out.extend(u32::try_from(s.len()).expect("short").to_be_bytes());
        out.extend_from_slice(s);
    };
    let public = bytes(32, seed + 1);
    let mut blob = Vec::new();
    string(&mut blob, b"ssh-ed25519");
    string(&mut blob, &public);
    let check = bytes(4, seed);
    let mut private = [check.clone(), check].concat();
    string(&mut private, b"ssh-ed25519");
    string(&mut private, &public);
    string(&mut private, &[bytes(32, seed), public.clone()].concat());
    string(&mut private, b"me@host");
    (1..=8u8).take((8 - private.len() % 8) % 8).for_each(|n| private.push(n));
    let mut key = b"openssh-key-v1\0".to_vec();
    for s in [&b"none"[..], b"none", b""] {
        string(&mut key, s);
    }
    key.extend(1u32.to_be_bytes());
    string(&mut key, &blob);
    string(&mut key, &private);
    pem("OPENSSH PRIVATE KEY", &key)
}

/// A maker of right tokens and what breaks them.
type Kind = (&'static str, fn(usize) -> String);

/// Every algorithm that is published, by name.
pub(crate) const KINDS: &[Kind] = &[
    ("GitHub ghp_", |s| base62("ghp_", 36, s)),
    ("GitHub gho_", |s| base62("gho_", 36, s)),
    ("GitHub ghu_", |s| base62("ghu_", 36, s)),
    ("GitHub ghs_", |s| base62("ghs_", 36, s)),
    ("GitHub ghr_", |s| base62("ghr_", 36, s)),
    ("npm", |s| base62("npm_", 36, s)),
    ("JSR", jsr),
    ("Synapse", |s| matrix("syt_[0-9A-Za-z]{12}_[A-Za-z]{20}", s)),
    ("Matrix authentication service", |s| matrix("mat_[0-9A-Za-z]{30}", s)),
    ("GitLab glpat-", |s| gitlab("glpat-", s)),
    ("GitLab glrt-", |s| gitlab("glrt-t3_", s)),
    ("Atlassian", atlassian),
    ("Grafana", grafana),
    ("NATS nkey", nkey),
    ("age", age),
    ("PyPI", pypi),
    ("Azure storage", |s| azure("+ASt", b"Default0", 64, 76, s)),
    ("Azure batch", |s| azure("+ABa", b"AbAcct00", 64, 76, s)),
    ("Azure Cosmos DB", |s| azure("ACDb", b"MastRW00", 64, 76, s)),
    ("Azure API management", |s| azure("APIM", b"Tenant00", 64, 76, s)),
    ("Azure Service Bus", |s| azure("+ASb", b"Manage00", 32, 33, s)),
    ("Azure Event Hubs", |s| azure("+AEh", b"Send0000", 32, 33, s)),
    ("Azure Relay", |s| azure("+ARm", b"Listen00", 32, 33, s)),
    ("Azure IoT", |s| azure("AIoT", b"IoTHub00", 32, 33, s)),
    ("Azure Redis", |s| azure("AzCa", b"Access00", 32, 33, s)),
    ("Azure Functions", |s| azure("AzFu", b"Master00", 40, 44, s)),
    ("Azure Search", |s| azure("AzSe", b"PAdmin00", 39, 42, s)),
    ("Azure Container Registry", |s| azure("+ACR", b"ACRDflt0", 39, 42, s)),
    ("JWT", jwt),
    ("SEC 1 key", ec_key),
    ("PKCS #8 key", pkcs8_key),
    ("RSA key", rsa_key),
    ("OpenSSH key", openssh_key),
];

/// The token with one character of its inside changed, so that its form stays what it was.
pub(crate) fn damage(kind: &str, token: &str, seed: usize) -> String {
    let mut out = token.as_bytes().to_vec();
    // Keys on curves are random numbers: only what says what they are can be wrong in them.
    let at = match kind {
        "SEC 1 key" | "PKCS #8 key" => token.find('\n').expect("several lines") + 3,
        "RSA key" => token.find('\n').expect("several lines") + 65 + seed % 60,
        // The second of two equal numbers, at byte 102.
        "OpenSSH key" => token.find('\n').expect("several lines") + 1 + 137 + 2,
        "JWT" => token.find('.').expect("three parts") + 2,
        // The length of the identifier.
        "PyPI" => 21,
        "Atlassian" => 20 + seed % 100,
        "age" => 16 + seed % 40,
        "NATS nkey" => 4 + seed % 48,
        // Before the second underscore.
        "Synapse" => 4 + seed % 12,
        _ if kind.starts_with("Azure") => seed % 30,
        _ => 9 + seed % 24,
    };
    let digits: &[u8] = match kind {
        "age" => b"QPZRY9X8",
        "NATS nkey" => b"ABCDEFGH",
        _ => b"abcdefgh",
    };
    let old = out[at];
    let pick = digits.iter().cycle().skip(seed % 8).find(|d| **d != old).expect("another digit");
    out[at] = *pick;
    ascii(out)
}
