//! Credentials in URLs: `scheme://user:password@host` and `scheme://token@host` (RFC 3986, section 3.2.1).

use firedoor_core::Confidence;

use super::score;
use super::value::{self, Shape};
use super::{Detector, Scan, drawn, language};

/// Longest user information.
const MAX: usize = 400;
/// Why a word is a hint only, but in settings, where it is the password.
const WORD: &str = "a URL with a user name and a word for a password";

/// The same where it is the user's name over again, which is what small set-ups do take.
const USER: &str = "a URL with the user's name for a password";

/// Looks at the `://` at `at`.
pub(super) fn look(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    if at == 0 || !bytes[at - 1].is_ascii_alphanumeric() {
        return;
    }
    let start = at + 3;
    let text = &bytes[start..(start + MAX).min(bytes.len())];
    // The authority ends at a slash; passwords with raw slashes are met only where an `@` follows on the same word.
    let end = text
        .iter()
        .position(|b| {
            b.is_ascii_whitespace()
                || matches!(b, b'/' | b'"' | b'\'' | b'`' | b'<' | b'>' | b'\\' | b'|')
                || *b >= 0x80
        })
        .unwrap_or(text.len());
    let Some(sign) = memchr::memrchr(b'@', &text[..end]) else { return };
    let (user_info, host) = (&text[..sign], &text[sign + 1..end]);
    if host.is_empty() || user_info.is_empty() || scan.file.lock && user_info == b"git" {
        return;
    }
    if !host[0].is_ascii_alphanumeric()
        && host[0] != b'['
        && host[0] != b'$'
        && host[0] != b'{'
        && host[0] != b'%'
        && host[0] != b'#'
    {
        return;
    }
    // Nodes of networks of peers are named by their public keys.
    let scheme = &bytes[at.saturating_sub(8)..at];
    if [&b"enode"[..], b"enrtree", b"enr"].iter().any(|s| scheme.ends_with(s)) {
        return;
    }
    if scan.file.docs && is_pattern(user_info) {
        return;
    }
    let Some(judged) = judge(user_info, host) else { return };
    let range = start + judged.from..start + judged.from + judged.len;
    let set = scan.file.settings && matches!(judged.reason, WORD | USER) && !reserved(host);
    let confidence = if set { Confidence::Medium } else { judged.confidence };
    scan.push(Detector::UrlCredentials, range, confidence, &[judged.reason]);
    if let Some(last) = scan.found.last_mut() {
        // The match begins with the scheme: reports count lines from there.
        let scheme =
            bytes[at.saturating_sub(20)..at].iter().rev().take_while(|b| b.is_ascii_alphanumeric() || **b == b'+');
        last.matched = at - scheme.count()..start + end;
        last.value = judged.decoded;
    }
}

/// The secret part of a URL's user information.
struct Judged {
    from: usize,
    len: usize,
    decoded: Option<Vec<u8>>,
    confidence: Confidence,
    reason: &'static str,
}

/// How much the credentials of a URL, as some rule found it, are to be believed; `None` where it has none.
pub(crate) fn confidence_of(url: &[u8]) -> Option<Confidence> {
    let start = memchr::memmem::find(url, b"://")? + 3;
    let rest = &url[start..];
    let end = rest.iter().position(|b| matches!(b, b'/' | b'?' | b'"' | b'\'' | b' ')).unwrap_or(rest.len());
    let sign = memchr::memrchr(b'@', &rest[..end])?;
    let (user_info, host) = (&rest[..sign], &rest[sign + 1..end]);
    Some(judge(user_info, host).map_or(Confidence::Low, |j| j.confidence))
}

fn judge(user_info: &[u8], host: &[u8]) -> Option<Judged> {
    let colon = memchr::memchr(b':', user_info);
    let (from, secret) = match colon {
        Some(colon) => (colon + 1, &user_info[colon + 1..]),
        None => (0, user_info),
    };
    let user = &user_info[..colon.unwrap_or(0)];
    if secret.len() < 3 || value::is_reference(secret) {
        return None;
    }
    let decoded = percent_decode(secret);
    let shape = Shape::of(&decoded);
    let random = score::randomness(&decoded, &shape);
    let same = decoded == secret;
    let result = |confidence, reason| {
        Some(Judged { from, len: secret.len(), decoded: (!same).then(|| decoded.clone()), confidence, reason })
    };
    if colon.is_none() {
        // A lone user name is a token only if nobody would call themselves so.
        if random < 2 || shape.len < 20 || !same || value::is_placeholder(secret).is_some() {
            return None;
        }
        let confidence = if reserved(host) { Confidence::Low } else { Confidence::Medium };
        return result(confidence, "a random user name in a URL is a token");
    }
    let stand_in = value::is_placeholder(secret).is_some()
        || value::is_weak(&decoded)
        || says_nothing(&decoded)
        || decoded.len() < 12 && memchr::memmem::find(&decoded, b"1234").is_some();
    if !stand_in && !user.is_empty() && value::repeats_name(user, &decoded) {
        return result(Confidence::Low, USER);
    }
    if stand_in {
        return result(Confidence::Low, "a URL with a user name and a stand-in for a password");
    }
    let odd_letters = shape.letters() >= 5 && shape.letter_share() < 50 && language::total_evidence(&decoded) < 0;
    let odd_mix = shape.letter_share() < 50 && shape.digits > 0 && shape.len >= 6;
    let no_word = value::forms_no_word(&decoded, &shape);
    let unread = shape.len >= 6 && drawn::reads_like_none(&decoded, &shape);
    let strong = shape.len >= 5
        && (random >= 1 || no_word || unread || odd_letters || odd_mix || shape.classes() >= 3 && shape.len >= 8);
    // What nobody would write for an example may stand beside the name of an example's host.
    let drawn = no_word || unread || shape.classes() >= 3 && shape.len >= 8 && random >= 1;
    if !strong || reserved(host) && !drawn {
        return result(Confidence::Low, WORD);
    }
    let confidence = if random >= 2 { Confidence::High } else { Confidence::Medium };
    result(confidence, "a URL with a user name and a password")
}

/// `user:password` and its like, which only show where credentials would stand.
fn is_pattern(user_info: &[u8]) -> bool {
    let Some(colon) = memchr::memchr(b':', user_info) else { return false };
    let (user, secret) = (&user_info[..colon], &user_info[colon + 1..]);
    const USERS: &[&str] = &["user", "username", "usr", "login", "name", "foo", "me", "myuser", "myusername", "usern"];
    USERS.iter().any(|u| u.as_bytes().eq_ignore_ascii_case(user)) && says_nothing(secret)
}

/// Hosts reserved for documentation (RFC 2606).
fn reserved(host: &[u8]) -> bool {
    let name = host.split(|&b| b == b':').next().unwrap_or(host);
    let lower: Vec<u8> = name.iter().map(u8::to_ascii_lowercase).collect();
    [&b"example.com"[..], b"example.org", b"example.net", b".example", b".test", b".invalid"]
        .iter()
        .any(|e| lower.ends_with(e))
        || matches!(
            lower.as_slice(),
            b"host" | b"hostname" | b"server" | b"domain" | b"foo" | b"bar" | b"proxy" | b"address" | b"url"
        )
}

/// Words that documentation writes for a password.
fn says_nothing(secret: &[u8]) -> bool {
    const WORDS: &[&str] = &[
        "pass",
        "password",
        "passwd",
        "pwd",
        "pw",
        "secret",
        "user",
        "username",
        "token",
        "key",
        "test",
        "guest",
        "admin",
        "root",
        "postgres",
        "mysql",
        "redis",
        "rabbitmq",
        "mongo",
        "foo",
        "bar",
        "baz",
        "hunter2",
        "s3cret",
        "mypass",
        "userpass",
        "port",
        "tiger",
        "x-oauth-basic",
        "x-token-auth",
        "pass123",
        "password1",
        "passw0rd",
        "oauth2",
        "apikey",
        "api_key",
        "mypassword",
        "pass@word",
        "123",
        "1234",
        "12345",
        "123456",
        "secret123",
        "password123",
        "wd",
        "yyy",
        "xyz",
        "abc",
        "me",
        "b",
        "p",
    ];
    WORDS.iter().any(|w| w.as_bytes().eq_ignore_ascii_case(secret))
}

/// RFC 3986, section 2.1.
pub(super) fn percent_decode(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        let hex = |b: u8| char::from(b).to_digit(16);
        match (text[i], text.get(i + 1).and_then(|&b| hex(b)), text.get(i + 2).and_then(|&b| hex(b))) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                i += 3;
            }
            (b, ..) => {
                out.push(b);
                i += 1;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use firedoor_core::{Engine, Findings, Origin, RepoPath, SourceFile};

    use crate::{SecretsConfig, compile};

    #[test]
    fn the_match_begins_with_the_scheme() {
        let resolve = |_: &str| Err("no files here".to_owned());
        let config = SecretsConfig { builtin: true, extended: false, sources: Vec::new(), resolve: &resolve };
        let (engine, _) = compile(&config);
        let text = ["routes = [\n  nats-route://ruser:T9x", "kQ2m7Lp@127.0.0.1:4245\n]\n"].concat();
        let file = Arc::new(SourceFile::new(RepoPath::new("a.conf"), Origin::WorkTree, text.into_bytes()));
        let mut out = Findings::default();
        engine.start().file(&file, &mut out);
        assert_eq!(out.findings.len(), 1);
        // The property is there only where the match begins on another line than the secret.
        assert!(!out.findings[0].properties.contains_key("match-line"));
    }
}
