//! Tokens whose parts are base64url of JSON: JWT (RFC 7519) and relatives.

use firedoor_core::Validity;
use serde_json::Value;

use super::Verdict;
use super::encoding::{decode_base64, decode_base64url};

/// What the readable parts of a JWT tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct JwtFacts {
    /// `alg` of the header.
    pub(crate) algorithm: String,
    /// `iss` of the claims.
    pub(crate) issuer: Option<String>,
    /// `exp` of the claims in seconds since 1970.
    pub(crate) expires: Option<i64>,
    /// Whether a signature is there.
    pub(crate) signed: bool,
}

/// Reads a JWT; `None` where its header is not a JOSE header.
pub(crate) fn jwt_facts(token: &[u8]) -> Option<JwtFacts> {
    let mut parts = token.split(|&b| b == b'.');
    let header: Value = serde_json::from_slice(&decode_base64url(parts.next()?)?).ok()?;
    let algorithm = header.get("alg")?.as_str()?.to_owned();
    let claims = parts.next()?;
    let claims: Option<Value> = decode_base64url(claims).and_then(|c| serde_json::from_slice(&c).ok());
    // A JWE has five parts and no readable claims.
    if claims.is_none() && header.get("enc").is_none() {
        return None;
    }
    let claims = claims.unwrap_or(Value::Null);
    Some(JwtFacts {
        algorithm,
        issuer: claims.get("iss").and_then(Value::as_str).map(str::to_owned),
        expires: claims.get("exp").and_then(Value::as_i64),
        signed: parts.next().is_some_and(|s| !s.is_empty()),
    })
}

pub(super) fn jwt(token: &[u8]) -> Verdict {
    match jwt_facts(token) {
        Some(facts) => Verdict {
            validity: Validity::Valid,
            reason: "header and claims are readable",
            fact: facts.issuer.map(|i| ("jwt-issuer", i)),
        },
        None => Verdict::of(false, "", "header or claims are not readable"),
    }
}

/// Somewhere behind the prefix stands the base64 of a JSON object.
pub(super) fn base64_json(token: &[u8]) -> Verdict {
    let valid = token.split(|&b| matches!(b, b'_' | b'.' | b'-')).filter(|part| part.starts_with(b"eyJ")).any(|part| {
        decode_base64(part)
            .or_else(|| decode_base64url(part))
            .is_some_and(|d| serde_json::from_slice::<Value>(&d).is_ok_and(|v| v.is_object()))
    });
    Verdict::of(valid, "the payload is a JSON object", "the payload is no JSON object")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_header_and_claims() {
        // {"alg":"HS256"} . {"iss":"joe","exp":1300819380} . any signature
        let token = ["eyJhbGciOiJIUzI1NiJ9", "eyJpc3MiOiJqb2UiLCJleHAiOjEzMDA4MTkzODB9", "c2lnbmF0dXJl"].join(".");
        let facts = jwt_facts(token.as_bytes()).expect("a token");
        assert_eq!((facts.algorithm.as_str(), facts.issuer.as_deref()), ("HS256", Some("joe")));
        assert_eq!((facts.expires, facts.signed), (Some(1_300_819_380), true));
        assert_eq!(jwt(b"eyJhbGciOi.eyJ.x").validity, Validity::InvalidChecksum);
    }
}
