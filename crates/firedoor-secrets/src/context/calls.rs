//! Credentials as arguments of functions that are known to take them, where no name stands beside the password.

use std::ops::Range;

use firedoor_core::Confidence;

use super::assign::{self, Assigned, Form};
use super::name::{Kind, Name};
use super::{Detector, Scan, score, value};

/// How far an argument list is followed.
const REACH: usize = 400;

/// Judges a literal as the password or secret that its place says it is.
fn judge(scan: &mut Scan<'_>, range: Range<usize>, kind: Kind, detector: Detector, reason: &'static str) {
    let given =
        Assigned { value: range.clone(), quoted: true, form: Form::Assign, joined: false, pair: false, arguments: 2 };
    let text = &scan.bytes[range.clone()];
    let name: &[u8] = if kind == Kind::Password { b"password" } else { b"secret" };
    if let Some(score) = score::judge(name, Name { kind, strong: true }, text, &given, &scan.file, false) {
        let mut reasons = vec![reason];
        reasons.extend(score.reasons);
        scan.push(detector, range, score.confidence, &reasons);
    }
}

/// `getConnection(url, "user", "password")`, `NetworkCredential("user", "password")`.
pub(super) fn function(scan: &mut Scan<'_>, at: usize, index: usize) {
    let window = &scan.bytes[at..(at + 40).min(scan.bytes.len())];
    let Some(open) = memchr::memchr(b'(', window) else { return };
    if let Some(range) = assign::argument(scan.bytes, at + open + 1, index) {
        judge(scan, range, Kind::Password, Detector::Password, "an argument that is a password");
    }
}

/// `auth=("user", "password")`, `SetBasicAuth("user", "password")`.
pub(super) fn named_pair(scan: &mut Scan<'_>, name: &Range<usize>) -> bool {
    let rest = &scan.bytes[name.end..(name.end + 12).min(scan.bytes.len())];
    let lead = rest.iter().take_while(|b| matches!(b, b' ' | b'=' | b':' | b'"' | b'\'')).count();
    // Ruby calls without parentheses: `basic_auth 'user', 'password'`.
    let plain = lead == 2 && rest[0] == b' ' && matches!(rest[1], b'"' | b'\'');
    if !plain && !matches!(rest.get(lead), Some(b'(' | b'[')) {
        return false;
    }
    let open = if plain { name.end + 1 } else { name.end + lead + 1 };
    if assign::argument(scan.bytes, open, 0).is_none() {
        return false;
    }
    let Some(range) = assign::argument(scan.bytes, open, 1) else { return false };
    judge(scan, range, Kind::Password, Detector::Password, "the second of a user name and a password");
    true
}

/// `user:password@tcp(host:port)/database`; `at` is the `@`.
pub(super) fn mysql_dsn(scan: &mut Scan<'_>, at: usize) {
    let low = at.saturating_sub(120);
    let text = &scan.bytes[low..at];
    let from = text.iter().rposition(|b| matches!(b, b'"' | b'\'' | b'`' | b' ' | b'=' | b'\n')).map_or(0, |i| i + 1);
    let Some(colon) = memchr::memchr(b':', &text[from..]) else { return };
    let range = low + from + colon + 1..at;
    if range.len() >= 3 && !value::is_reference(&scan.bytes[range.clone()]) {
        judge(scan, range, Kind::Password, Detector::ConnectionString, "a data source name with a password");
    }
}

/// `jwt.sign(claims, "secret")`: the first literal behind the first comma outside of braces.
pub(super) fn jwt_secret(scan: &mut Scan<'_>, at: usize) {
    let window = &scan.bytes[at..(at + REACH).min(scan.bytes.len())];
    let mut depth = 0i32;
    for (i, &b) in window.iter().enumerate() {
        match b {
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return;
                }
            }
            b',' if depth == 1 => {
                if let Some(range) = assign::argument(scan.bytes, at + i + 1, 0) {
                    let weak = value::is_weak(&scan.bytes[range.clone()]);
                    if weak && range.len() >= 6 {
                        let reasons = ["signs a token", "a secret that everybody writes"];
                        scan.push(Detector::Secret, range, Confidence::Low, &reasons);
                    } else {
                        judge(scan, range, Kind::Secret, Detector::Secret, "signs a token");
                    }
                }
                return;
            }
            b';' => return,
            _ => {}
        }
    }
}

/// `ConvertTo-SecureString "…"`, `ConvertTo-SecureString -String "…"`.
pub(super) fn secure_string(scan: &mut Scan<'_>, at: usize) {
    let window = &scan.bytes[at..(at + 300).min(scan.bytes.len())];
    let mut rest = window[b"convertto-securestring".len().min(window.len())..].trim_ascii_start();
    if rest.get(..7).is_some_and(|r| r.eq_ignore_ascii_case(b"-string")) {
        rest = rest[7..].trim_ascii_start();
    }
    let Some(&quote @ (b'"' | b'\'')) = rest.first() else { return };
    let Some(len) = memchr::memchr(quote, &rest[1..]) else { return };
    let start = at + window.len() - rest.len() + 1;
    if len >= 3 && !value::is_reference(&scan.bytes[start..start + len]) {
        judge(scan, start..start + len, Kind::Password, Detector::Password, "made a secure string");
    }
}
