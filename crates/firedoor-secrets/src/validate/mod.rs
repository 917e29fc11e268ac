//! Offline validation: checksums and structures that a token carries, verified without a network.
//!
//! A rule names its check with `validate_offline`. A verified secret is raised in confidence; a broken one is kept as
//! a low-confidence finding, because made-up values in documentation and tests mostly carry broken checksums.

mod encoding;
mod json_tokens;
mod keys;
mod marvin;
#[cfg(test)]
pub(crate) mod samples;
mod tokens;

use firedoor_core::Validity;

pub(crate) use encoding::{decode_base64, decode_base64url, decode_hex};
pub(crate) use json_tokens::jwt_facts;
pub(crate) use keys::key_block;

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) validity: Validity,
    /// In words, for `--explain-score`.
    pub(crate) reason: &'static str,
    /// A fact worth reporting, such as the account that a key belongs to; never secret.
    pub(crate) fact: Option<(&'static str, String)>,
}

impl Verdict {
    fn of(valid: bool, good: &'static str, bad: &'static str) -> Self {
        Self {
            validity: if valid { Validity::Valid } else { Validity::InvalidChecksum },
            reason: if valid { good } else { bad },
            fact: None,
        }
    }

    fn unknown(reason: &'static str) -> Self {
        Self { validity: Validity::Unknown, reason, fact: None }
    }
}

/// A check by its name in `validate_offline`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Validator {
    /// Six base62 digits of a CRC-32 end the token (GitHub and npm).
    Base62Crc32,
    /// Base62 CRC-32 of everything before it.
    WholeCrc32,
    /// `_` and six base62 digits of the CRC-32 of what stands before it.
    MatrixCrc32,
    /// GitLab's routable tokens: base36 length and CRC-32.
    GitlabRoutable,
    /// `=` and eight hexadecimal digits of a CRC-32.
    Atlassian,
    /// `_` and eight hexadecimal digits of a little-endian CRC-32.
    Grafana,
    /// Base32 with a CRC-16 (NATS).
    Nkey,
    /// Bech32 (age).
    Bech32,
    /// A serialized macaroon.
    PypiMacaroon,
    /// Base32 account number.
    AwsKeyId,
    /// Header, claims, signature.
    Jwt,
    /// Bot number and 35 characters.
    Telegram,
    /// Snowflake, time stamp, signature.
    Discord,
    /// Base64 of a JSON object behind the prefix.
    Base64Json,
    /// Two base64url parts of 22 and 43 digits.
    Sendgrid,
    /// Base64 of 64 bytes.
    AzureStorage,
    /// Azure's keys with a signature and a Marvin32 checksum.
    AzureMarvin32,
    /// PEM, OpenSSH.
    PrivateKey,
    /// Card numbers.
    Luhn,
}

/// Names that rules may use, with their checks.
const NAMES: &[(&str, Validator)] = &[
    ("github-crc32", Validator::Base62Crc32),
    ("npm-crc32", Validator::Base62Crc32),
    ("base62-crc32", Validator::Base62Crc32),
    ("whole-crc32", Validator::WholeCrc32),
    ("matrix-crc32", Validator::MatrixCrc32),
    ("gitlab-routable", Validator::GitlabRoutable),
    ("atlassian-crc32", Validator::Atlassian),
    ("grafana-crc32", Validator::Grafana),
    ("nkey", Validator::Nkey),
    ("nkey-crc16", Validator::Nkey),
    ("age-bech32", Validator::Bech32),
    ("bech32", Validator::Bech32),
    ("pypi-macaroon", Validator::PypiMacaroon),
    ("aws-key-id", Validator::AwsKeyId),
    ("jwt", Validator::Jwt),
    ("telegram", Validator::Telegram),
    ("discord", Validator::Discord),
    ("base64-json", Validator::Base64Json),
    ("sendgrid", Validator::Sendgrid),
    ("azure-storage", Validator::AzureStorage),
    ("azure-marvin32", Validator::AzureMarvin32),
    ("gitlab-crc32", Validator::GitlabRoutable),
    ("openssh", Validator::PrivateKey),
    ("private-key", Validator::PrivateKey),
    ("pem", Validator::PrivateKey),
    ("luhn", Validator::Luhn),
];

impl Validator {
    /// The check of that name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        NAMES.iter().find(|(n, _)| *n == name).map(|&(_, v)| v)
    }

    /// Checks a secret.
    pub(crate) fn check(self, secret: &[u8]) -> Verdict {
        match self {
            Self::Base62Crc32 => tokens::base62_crc32(secret),
            Self::WholeCrc32 => tokens::whole_crc32(secret),
            Self::MatrixCrc32 => tokens::matrix_crc32(secret),
            Self::GitlabRoutable => tokens::gitlab_routable(secret),
            Self::Atlassian => tokens::atlassian(secret),
            Self::Grafana => tokens::grafana(secret),
            Self::Nkey => keys::nkey(secret),
            Self::Bech32 => keys::bech32(secret),
            Self::PypiMacaroon => tokens::pypi_macaroon(secret),
            Self::AwsKeyId => tokens::aws_key_id(secret),
            Self::Jwt => json_tokens::jwt(secret),
            Self::Telegram => tokens::telegram(secret),
            Self::Discord => tokens::discord(secret),
            Self::Base64Json => json_tokens::base64_json(secret),
            Self::Sendgrid => tokens::sendgrid(secret),
            Self::AzureStorage => tokens::azure_storage(secret),
            Self::AzureMarvin32 => marvin::identifiable(secret),
            Self::PrivateKey => private_key(secret),
            Self::Luhn => tokens::luhn(secret),
        }
    }
}

/// A block, the base64 of one, or the inside of one. Rules see the beginning of a long key only, so that what does not
/// parse says nothing unless the block is whole.
fn private_key(secret: &[u8]) -> Verdict {
    let encoded = || decode_base64(secret).and_then(|inner| key_block(&inner));
    let block = key_block(secret).or_else(encoded).or_else(|| keys::bare_key(secret));
    match block {
        Some(block) if block.parsed => Verdict::of(true, "the private key parses", ""),
        Some(block) if block.encrypted => Verdict::unknown("the private key is encrypted"),
        Some(block) if block.broken => Verdict::of(false, "", "the private key does not parse"),
        Some(_) => Verdict::unknown("a block for a private key"),
        None => Verdict::of(false, "", "the private key does not parse"),
    }
}
