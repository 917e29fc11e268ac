//! How likely a value is a secret, given its name, its nature, how it was given and the file that it stands in.
//!
//! The scale has three steps. Medium and high reach the gate, so they are kept for values that no ordinary text
//! explains; a dictionary word behind `password =` is a hint (low) and no more.

use firedoor_core::Confidence;

use super::assign::{Assigned, Form};
use super::drawn;
use super::file_kind::FileKind;
use super::language;
use super::name::{self, Kind, Name};
use super::service;
use super::value::{self, Shape};

/// A judgement with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) confidence: Confidence,
    pub(crate) reasons: Vec<&'static str>,
}

/// How random a machine-made value looks, from 0 (not at all) to 3.
pub(crate) fn randomness(v: &[u8], shape: &Shape) -> u8 {
    if value::is_dense_noise(v, shape) {
        return 3;
    }
    if shape.spaces > 0 || shape.others > 0 {
        return 0;
    }
    if value::is_uuid(v) {
        return 2;
    }
    if value::is_hex(v) {
        return match v.len() {
            0..16 => 1,
            16..32 => 2,
            _ => 3,
        };
    }
    let mixed = shape.digits > 0 && shape.letters() > 0;
    let wordy = shape.letter_share();
    if !mixed {
        // Letters only: case must be mixed or the letters must be no words at all.
        let long = shape.letters() >= 16 && wordy < 30 && shape.distinct >= 9;
        let odd = shape.lower > 2 && shape.upper > 2 || language::evidence(v) < 0;
        let some = shape.letters() >= 10 && wordy < 20 && shape.distinct >= 7 && language::total_evidence(v) < -20;
        return if long && odd { 2 } else { u8::from(some) };
    }
    match shape.len {
        20.. if wordy < 40 && shape.distinct >= 9 && shape.digits * 10 >= shape.len.min(40) / 2 => 3,
        12.. if wordy < 50 && shape.distinct >= 7 => 2,
        8.. if wordy < 50 && shape.distinct >= 5 => 1,
        _ => 0,
    }
}

/// Judges a value. `None`: it is no secret.
pub(crate) fn judge(
    name_text: &[u8],
    name: Name,
    v: &[u8],
    given: &Assigned,
    file: &FileKind,
    extended: bool,
) -> Option<Score> {
    let least = match name.kind {
        Kind::Password => 4,
        // Short ones only where no word explains them.
        Kind::Secret | Kind::Token | Kind::Key if name.strong && (given.quoted || file.lines && !file.code) => 6,
        _ => 8,
    };
    // What somebody's settings give to a password is the password, however weak.
    let form = matches!(given.form, Form::Assign | Form::Markup) || file.script && given.form == Form::Option;
    // A test's, too, unless it is a mere word.
    let set = (file.settings || file.test_settings && v.iter().any(|b| !b.is_ascii_alphabetic()))
        && name.kind == Kind::Password
        && name.strong
        && !given.joined
        && !file.minified
        && form;
    // `update_password: always` says when, not what.
    let set = set && !begins_with_verb(name_text);
    let weak = if set { Confidence::Medium } else { Confidence::Low };
    // Spring's mark of a password that is stored as it is.
    let v = v.strip_prefix(b"{noop}").unwrap_or(v);
    if v.len() < least || file.lock {
        return None;
    }
    if name.kind == Kind::Password && value::is_common_number(v) {
        let plain = name.strong && !given.joined && !file.minified && !file.translation && !file.docs;
        return (plain && (given.quoted || file.config || given.pair) && given.form != Form::Argument)
            .then(|| Score { confidence: weak, reasons: vec!["a password that everybody writes"] });
    }
    let stand_in = value::is_placeholder(v);
    let counts_up = stand_in == Some(value::COUNTS_UP) && name.kind == Kind::Password && !file.docs;
    if value::is_reference(v) || stand_in.is_some() && !counts_up {
        return None;
    }
    let shape = Shape::of(v);
    if counts_up || value::is_weak(v) || given.pair && value::repeats_name(name_text, v) {
        // Somebody's real password, perhaps; more often a test's.
        let hint = name.kind == Kind::Password && name.strong && (given.quoted || file.config || given.pair);
        let form = given.form != Form::Argument;
        let plain = shape.spaces == 0 && !given.joined && !file.minified && !file.translation;
        return (hint && form && plain)
            .then(|| Score { confidence: weak, reasons: vec!["a password that everybody writes"] });
    }
    if value::is_public_key(v) || is_piece(v, given, file) || is_identifier_of(name_text, v, given) {
        return None;
    }
    // `<settings pass="oobeSystem">`: which pass it is.
    let inner = v[0].is_ascii_lowercase() && shape.upper > 0 && shape.letters() == shape.len;
    if name_text.eq_ignore_ascii_case(b"pass") && given.quoted && inner && value::is_words(v, &shape) {
        return None;
    }
    // `"AUTH_WPA_PSK", "AUTH_WPA2_PSK"`: names in a list, not one beside its value.
    let listed = is_constant(v) && name::classify(v).is_some() || is_sibling(name_text, v);
    if given.form == Form::Argument && listed {
        return None;
    }
    // `Teasel.Road8` in quotes, in settings: words and a number that somebody joined by a dot.
    let joined = set && given.quoted && v.last().is_some_and(u8::is_ascii_digit) && shape.upper > 0;
    let apart = (joined && v.contains(&b'.') && shape.letters() >= 6 && !is_address(v))
        .then(|| v.iter().map(|b| if *b == b'.' { b'-' } else { *b }).collect::<Vec<u8>>());
    if value::is_ordinary(apart.as_deref().unwrap_or(v), &shape)
        || value::repeats_name(name_text, v)
        || is_digest(v)
        || is_address(v)
    {
        return None;
    }
    // `strncmp(password, "SCRV1:", 6)`: what a value begins with.
    if v.ends_with(b":") && v.len() < 16 {
        return None;
    }
    if is_fingerprint(name_text, v) || is_algorithm(v) || is_foreign(v) || is_answer(name_text, v) {
        return None;
    }
    let mut reasons = Vec::new();
    let no_word = value::forms_no_word(v, &shape);
    // What is given as a literal to a name that leaves no doubt needs less to be told from a word.
    let given_to_it = matches!(given.form, Form::Assign | Form::Markup | Form::Compare | Form::Option);
    let unread = name.strong && !given.joined && !file.minified && says_enough(name_text, name.kind, &shape);
    let unread = unread && drawn::reads_like_none(v, &shape);
    let level = match name.kind {
        Kind::Password => {
            let level = password(v, &shape, given, file, &mut reasons)?;
            let word = shape.letters() > 0 && shape.spaces == 0 && shape.others == 0;
            // A short value that is no word, or any in settings.
            let short = reasons.last().is_some_and(|r| r.starts_with("a short value"));
            let written = given.quoted && matches!(given.form, Form::Assign | Form::Markup | Form::Call);
            // Digits only, too.
            let word = word || shape.digits == shape.len;
            let own = written && short && shape.letter_share() < 50 && !(file.docs || file.minified);
            let own = own && (!file.test || shape.classes() >= 2 && shape.digits > 0 && name.strong);
            // `pin = "482913"` is a number, `password = "482913"` is the password.
            let number = shape.digits == shape.len && (6..=12).contains(&v.len()) && given.quoted && name.strong;
            let own = own || number && given.form == Form::Assign && !(file.docs || file.minified || given.joined);
            if level == 1 && word && (set && is_single(v) || own && is_single(v) && v.len() >= 5) { 2 } else { level }
        }
        Kind::Secret | Kind::Token | Kind::Key => machine(v, name_text, name, &shape, given, file, &mut reasons)?,
        Kind::AnyKey | Kind::Auth => {
            let random = randomness(v, &shape);
            // `"auth": "…"` of a subscription to messages, `auth: "…"` of a registry.
            let dense = shape.lower > 2 && shape.upper > 2 && shape.digits > 1 && shape.letter_share() < 40;
            let written = given.quoted && matches!(given.form, Form::Assign | Form::Markup) && !given.joined;
            if name.kind == Kind::Auth && random == 3 && v.len() >= 20 && dense && written && !file.minified {
                reasons.push("a long random value");
                return Some(Score { confidence: Confidence::Medium, reasons });
            }
            if random < 3 || v.len() < 24 {
                // `auth: …` of a configuration; `const char key[16] = "…"`, as long as a cipher's key.
                let configured = name.kind == Kind::Auth && file.config && !file.code && v.len() >= 12;
                let sized = name.kind == Kind::AnyKey && given.quoted && file.code && matches!(v.len(), 16 | 24 | 32);
                let mixed = shape.lower > 0 && shape.upper > 0 && shape.digits > 1;
                let mixed = mixed && !value::is_escaped_bytes(v);
                if random >= 2 && mixed && (configured || sized) && !file.minified && !given.joined {
                    reasons.push("the value is random, but the name says little");
                    return Some(Score { confidence: Confidence::Low, reasons });
                }
                // `?key=…` of a URL.
                if given.pair && name.kind == Kind::AnyKey && random >= 2 && v.len() >= 16 && !file.minified {
                    reasons.push("a random value in a URL's query");
                    return Some(Score { confidence: Confidence::Low, reasons });
                }
                return None;
            }
            reasons.push("the value is random, but the name says little");
            let dense = shape.lower > 4 && shape.upper > 4 && shape.digits > 2 && shape.len >= 32;
            // `REDIS_AUTH=…` of an environment.
            let variable = name.kind == Kind::Auth && file.lines && is_constant(name_text) && !file.docs;
            let literal = dense && given.quoted && given.form == Form::Assign && !file.test && !file.minified;
            // `weather_key: …`: in settings a key that is not just any is one of a service.
            let words = name_text.rsplit(|b| *b == b'.').next().is_some_and(|last| last.len() > 5);
            let literal = literal || file.settings && words && !given.joined && given.form == Form::Assign;
            // `accuweatherKey = "…"` of a program, of 32 hexadecimal digits, as the keys of most services are.
            let of_service = given.quoted && file.code && !file.test && !file.docs && !file.minified && v.len() == 32;
            let of_service = of_service && value::is_hex(v) && given.form == Form::Assign && !given.joined;
            let literal = literal || of_service && is_key_of_service(name_text);
            if literal || variable && !value::is_hex(v) { 2 } else { 1 }
        }
        Kind::Salt => {
            let random = randomness(v, &shape);
            if random < 2 {
                // `SALT = "…"` of a few characters: short, but a literal that no word explains.
                let salt = memchr::memmem::find(&name_text.to_ascii_lowercase(), b"salt").is_some();
                let literal = given.quoted && given.form == Form::Assign && !given.joined && shape.spaces == 0;
                let odd = shape.digits > 0 && shape.letters() > 0 || shape.lower > 1 && shape.upper > 1 || random == 1;
                let some = v.len() >= 8 && odd && shape.distinct >= 6 && !value::is_words(v, &shape);
                if salt && literal && some && !file.minified && !file.translation {
                    reasons.push("a short salt is written out");
                    return Some(Score { confidence: Confidence::Low, reasons });
                }
                return None;
            }
            reasons.push("a salt, nonce or seed is written out");
            // `SALT = "…"` of an application, not the nonce of a test vector.
            let own = memchr::memmem::find(&name_text.to_ascii_lowercase(), b"salt").is_some();
            let written = given.form != Form::Adjacent && (given.quoted || file.config && !file.code);
            let firm = own && written && random >= 3 && !(file.test || file.docs || file.minified);
            // A nonce of a program or of what runs, as a literal.
            let literal = given.quoted && given_to_it && !(given.joined || given.pair || file.docs || file.minified);
            let literal = literal && (file.code || file.settings || file.test_settings);
            // Those of tests are vectors, mostly, which are printed in hexadecimal.
            let own = random >= 3 && !(file.test && value::is_hex(v)) || shape.digits > 1 && shape.classes() >= 3;
            let firm = firm || literal && own && !value::is_uuid(v) && !v.contains(&b':');
            if extended || firm { 2 } else { 1 }
        }
    };
    let mut level: i8 = level;
    let sure = name.kind == Kind::Secret && randomness(v, &shape) >= 3 && v.len() >= 24 && !file.minified;
    let sure = sure && (!file.test || v.len() >= 32 && given.quoted && given_to_it);
    let sure = sure || no_word && v.len() >= 16 && given.quoted && !file.minified;
    if !matches!(name.kind, Kind::Salt | Kind::AnyKey | Kind::Auth) && !name.strong && !sure {
        level -= 1;
        reasons.push("the name is ambiguous");
    }
    let random = randomness(v, &shape);
    if file.translation && (random < 3) {
        return None;
    }
    if file.minified && (random < 3 || given.joined) {
        level -= 1;
        reasons.push("the file is minified or generated");
    }
    if given.joined && random < 3 {
        return None;
    }
    // An expression without quotes in code is a variable, unless it cannot be one.
    if !given.quoted && file.code && !file.config && !given.pair && given.form == Form::Assign {
        if random < 2 || v.contains(&b'(') || v.contains(&b'.') {
            return None;
        }
        level -= i8::from(random < 3);
    }
    if !given.quoted && v.contains(&b'(') && (v.contains(&b')') || file.code && random < 3) {
        return None;
    }
    let sql = given.form != Form::Argument && name_text == b"PASSWORD";
    // `setPassword("kq7Rz!xW2")`: no ordinary text explains the argument.
    let plain = name.kind == Kind::Password
        && name.strong
        && given.form != Form::Adjacent
        && (random >= 1 && shape.letter_share() < 50
            || no_word
            || unread && (given.form == Form::Call || is_constant(name_text)));
    // `setPassword("orange77")`: nothing else is given to it.
    let set_by_call = name.kind == Kind::Password
        && given.form == Form::Call
        && given.arguments == 1
        && name_text
            .rsplit(|b| *b == b'.')
            .next()
            .is_some_and(|last| last.len() > 3 && last[..3].eq_ignore_ascii_case(b"set"));
    if matches!(given.form, Form::Argument | Form::Call | Form::Adjacent)
        && random < 2
        && !sql
        && !plain
        && !set_by_call
    {
        level -= 1;
        reasons.push("the value stands beside the name only");
    }
    // A test's own password is mostly a word; what no word explains may be anybody's.
    let odd = random == 1 && shape.classes() >= 2 && shape.letter_share() < 50;
    let odd = odd || shape.letters() == shape.len && shape.len >= 8 && language::evidence(v) < -8 * i8_len(v);
    // Nor is a word with digits or signs, given to a password, anything else than one.
    let chosen = name.strong && level >= 2 && given_to_it || set;
    let literal = given.quoted || file.config && !file.code;
    let drawn =
        (no_word || unread && !(given.pair && file.docs)) && name.strong && given_to_it && !given.joined && literal;
    if file.test && random < 2 && !((odd || no_word || chosen) && name.kind == Kind::Password || drawn) {
        level -= 1;
        reasons.push("the file is a test");
    }
    let mixed = shape.classes() >= 2 && shape.len >= 8 && shape.letter_share() < 50;
    let pasted = match name.kind {
        Kind::Password => random >= 1 && mixed && literal || shape.classes() >= 4 && shape.len >= 8 && given.quoted,
        // Letters of both cases, digits and signs that form no word: nobody makes that up for a manual.
        Kind::Secret if random >= 1 && shape.classes() >= 4 && shape.len >= 10 && shape.letter_share() < 40 => {
            // Base64 has some signs, too.
            given.quoted && v.iter().any(|b| b.is_ascii_punctuation() && !b"+/=_-.".contains(b))
        }
        Kind::Secret | Kind::Token | Kind::Key => random >= 3 && shape.digits >= 2 && given.quoted,
        _ => false,
    };
    let drawn = drawn || pasted && name.strong && given_to_it && !given.joined && !v.starts_with(b"eyJ");
    if file.docs && !(drawn && level == 2) {
        level -= 1;
        reasons.push("the file is an example or documentation");
        let sure = random >= if given.quoted { 2 } else { 3 }
            && name.strong
            && matches!(given.form, Form::Assign | Form::Markup)
            && !given.joined;
        // `my-app/2024.war`, a part of a JWT.
        let sure = sure && !(v.contains(&b'/') && v.contains(&b'.') || v.starts_with(b"eyJ"));
        if random < 2 || name.kind != Kind::Password && !sure {
            level = level.min(1);
        }
    }
    if value::is_escaped_bytes(v) || value::is_crypt_hash(v) {
        level = level.min(1);
        reasons.push("the value is written in escapes or hashed");
    }
    if file.docs && is_of_payment(v) {
        level = level.min(1);
        reasons.push("the secret of one payment, which the payer's page is told");
    }
    if value::is_encoded_phrase(v) {
        level = level.min(1);
        reasons.push("the value is ordinary words in base64");
    }
    // What no ordinary text explains stays a hint, wherever it stands.
    let firm = name.strong
        && shape.spaces == 0
        && !given.joined
        && !file.minified
        && (given.quoted || file.config || given.pair)
        && (random >= 1 || name.kind == Kind::Password && (shape.letter_share() < 50 || shape.digits > 0));
    if level <= 0 && firm {
        level = 1;
    }
    let confidence = match level {
        ..=0 => return None,
        1 => Confidence::Low,
        2 => Confidence::Medium,
        _ => Confidence::High,
    };
    Some(Score { confidence, reasons })
}

/// `pi_…_secret_…`, `seti_…_secret_…`: what lets a page finish one payment, and stands in every manual of it.
fn is_of_payment(v: &[u8]) -> bool {
    const HEADS: [&[u8]; 4] = [b"pi_", b"seti_", b"src_", b"cs_"];
    HEADS.iter().any(|head| v.starts_with(head)) && memchr::memmem::find(v, b"_secret_").is_some()
}

/// `CHAP-Password = 0x…`: the answer to a challenge, as RADIUS shows it.
fn is_answer(name: &[u8], v: &[u8]) -> bool {
    v.starts_with(b"0x") && name.len() > 4 && memchr::memmem::find(&name.to_ascii_lowercase(), b"chap").is_some()
}

/// Whether a name tells to do something about a password: `update_password`, `forceChangePassword`.
fn begins_with_verb(name: &[u8]) -> bool {
    const VERBS: &[&str] = &[
        "update", "change", "reset", "force", "require", "show", "hide", "allow", "expire", "save", "ask", "prompt",
        "check", "validate", "verify", "enable", "disable", "use", "need", "has", "is", "generate", "remember", "on",
    ];
    let last = name.rsplit(|b| *b == b'.').next().unwrap_or(name);
    VERBS.iter().any(|verb| {
        let head = last.get(..verb.len()).is_some_and(|head| head.eq_ignore_ascii_case(verb.as_bytes()));
        let next = last.get(verb.len()).copied().unwrap_or(b' ');
        head && (matches!(next, b'_' | b'-') || next.is_ascii_uppercase() && last[0].is_ascii_lowercase())
    })
}

/// The address of a contract or account, `0x` and 40 hexadecimal digits, is public.
fn is_address(v: &[u8]) -> bool {
    v.len() == 42 && v.starts_with(b"0x") && v[2..].iter().all(u8::is_ascii_hexdigit)
}

/// `HmacSHA256`, `PBKDF2WithHmacSHA1`, `AES/CBC/PKCS5Padding`: the name of an algorithm.
pub(super) fn is_algorithm(v: &[u8]) -> bool {
    let lower: Vec<u8> = v.iter().take(40).map(u8::to_ascii_lowercase).collect();
    let starts =
        [&b"hmacsha"[..], b"hmac-sha", b"hmacmd5", b"pbkdf2with", b"pbewith", b"aes/", b"aes-", b"des/", b"rsa/"];
    is_suite(&lower) && v.len() <= 40
        || v.len() <= 40
            && starts.iter().any(|s| lower.starts_with(s))
            && v.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_'))
}

/// `aes256-cts-hmac-sha1-96`, `ecdhe-psk-aes128-cbc-sha`: nothing but names of algorithms and their sizes.
fn is_suite(lower: &[u8]) -> bool {
    const PARTS: &str = "aes des rc arcfour chacha poly ecdhe dhe edh adh rsa dsa dss ecdsa ecdh psk krb null camellia aria \
        seed idea cast blowfish twofish serpent sha md hmac umac cbc gcm ctr ccm cts ecb cfb ofb etm ssh tls with exp ed \
        curve nistp x openssh com cert";
    let parts = || lower.split(|b| matches!(b, b'-' | b'_' | b'@' | b'.' | b'/'));
    let known = |part: &[u8]| {
        let name = part.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let size = &part[name..];
        size.len() <= 5
            && size.iter().all(u8::is_ascii_digit)
            && (name == 0 || PARTS.split_ascii_whitespace().any(|p| p.as_bytes() == &part[..name]))
    };
    parts().count() >= 2 && parts().all(known) && parts().any(|p| p.first().is_some_and(u8::is_ascii_alphabetic))
}

/// A piece of an expression without quotes: `findProperty(`, `matches[2]`, `56]="name"`.
fn is_piece(v: &[u8], given: &Assigned, file: &FileKind) -> bool {
    if given.quoted || given.pair {
        return false;
    }
    let is_word = |t: &[u8]| t.len() > 2 && t.iter().all(|b| b.is_ascii_alphabetic() || matches!(b, b'.' | b'_'));
    let call = v.strip_suffix(b"(").is_some_and(is_word);
    let index = v.strip_suffix(b"]").and_then(|t| {
        let open = memchr::memchr(b'[', t)?;
        Some(is_word(&t[..open]) && t[open + 1..].iter().all(u8::is_ascii_digit))
    });
    call || index == Some(true) || file.code && v.iter().any(|b| matches!(b, b'"' | b'\'' | b'[' | b']'))
}

/// `PASSWORD = credentials('database-password')`: what a store of credentials calls one; `keyFrom = "ACME_API_KEY"`.
fn is_identifier_of(name: &[u8], v: &[u8], given: &Assigned) -> bool {
    let lower = name.to_ascii_lowercase();
    let slug = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    let stored =
        given.form == Form::Call && given.arguments <= 1 && lower.ends_with(b"credentials") && v.iter().all(slug);
    let words = ["KEY", "TOKEN", "SECRET", "PASS"];
    let variable = is_constant(v) && words.iter().any(|w| memchr::memmem::find(v, w.as_bytes()).is_some());
    // A name that says that it names something: one that is a constant itself may well be given one.
    let names = ["env", "name", "var", "variable"].iter().any(|end| lower.ends_with(end.as_bytes()));
    // `get_secret("AI21_API_BASE")`: what is asked for, by its name.
    let asks = ["get", "fetch", "read", "load", "lookup", "require"];
    let last = lower.rsplit(|b| *b == b'.').next().unwrap_or(&lower);
    let asked = matches!(given.form, Form::Call) && asks.iter().any(|verb| last.starts_with(verb.as_bytes()));
    let asked = asked && is_constant(v) && v.contains(&b'_') && v[0].is_ascii_uppercase();
    stored || asked || variable && names && v[0].is_ascii_uppercase()
}

/// Text of another script in escapes: `\u041D\u0435`, `K\u00e4ytt\u00f6`.
fn is_foreign(v: &[u8]) -> bool {
    // Letters of Latin scripts among nothing but letters.
    let latin = memchr::memmem::find_iter(v, b"\\u00").any(|i| matches!(v.get(i + 4), Some(b'c'..=b'f' | b'C'..=b'F')));
    let mut rest = v;
    let mut plain = true;
    while let Some((first, tail)) = rest.split_first() {
        if rest.starts_with(b"\\u") && rest.len() >= 6 {
            rest = &rest[6..];
            continue;
        }
        plain &= first.is_ascii_alphabetic() || matches!(first, b' ' | b'-' | b'.' | b',' | b'\'');
        rest = tail;
    }
    if latin && plain {
        return true;
    }
    let escapes =
        memchr::memmem::find_iter(v, b"\\u").filter(|i| v.get(i + 2..i + 4).is_some_and(|h| h != b"00")).count();
    escapes >= 2 && escapes * 12 >= v.len()
}

/// The fingerprint or number of an OpenPGP key: `GPG_KEY=` and 40, 16 or 8 capital hexadecimal digits.
fn is_fingerprint(name: &[u8], v: &[u8]) -> bool {
    let lower: Vec<u8> = name.iter().map(u8::to_ascii_lowercase).collect();
    let of_pgp = ["gpg", "pgp", "signing"].iter().any(|w| memchr::memmem::find(&lower, w.as_bytes()).is_some());
    let v = v.strip_prefix(b"0x").unwrap_or(v);
    of_pgp && matches!(v.len(), 8 | 16 | 40) && v.iter().all(|b| b.is_ascii_digit() || (b'A'..=b'F').contains(b))
}

/// `sha256-…`, `md5:…`, `$2y$…`: a digest of something, not the thing itself.
fn is_digest(v: &[u8]) -> bool {
    ["sha1", "sha256", "sha384", "sha512", "md5"].iter().any(|p| {
        v.len() > p.len() && v[..p.len()].eq_ignore_ascii_case(p.as_bytes()) && matches!(v[p.len()], b'-' | b':' | b'=')
    })
}

fn password(v: &[u8], shape: &Shape, given: &Assigned, file: &FileKind, reasons: &mut Vec<&'static str>) -> Option<i8> {
    let wordy = shape.letter_share() >= 50;
    if value::is_uuid(v) && !file.settings {
        reasons.push("a UUID, which also names things");
        return Some(1);
    }
    if shape.letters() == 0 {
        if shape.len < 6 || shape.digits < 4 {
            return None;
        }
        reasons.push("digits only");
        return Some(1);
    }
    if !wordy {
        let letters_only = shape.digits == 0 && shape.symbols == 0;
        if letters_only {
            if !drawn::reads_like_none(v, shape) {
                reasons.push("a short value without words");
                return (given.quoted || file.config).then_some(1);
            }
            reasons.push("letters that form no word");
            return Some(2);
        }
        let random = randomness(v, shape);
        if random >= 3 {
            reasons.push("a long random value");
            return Some(3);
        }
        if shape.len >= 8 && shape.classes() >= 2 && shape.distinct >= 5 {
            reasons.push("letters, digits and symbols that form no word");
            return Some(2);
        }
        let odd = language::total_evidence(v) < -10 && shape.letters() >= 3;
        if shape.len >= 6 && (shape.classes() >= 3 || odd) && shape.distinct >= 5 {
            reasons.push("short, but of many kinds of characters");
            return Some(2);
        }
        reasons.push("a short value");
        return Some(1);
    }
    // Words. With capital, digit and symbol they were made to satisfy a password policy.
    let inner_symbol = shape.symbols > v.iter().filter(|b| matches!(b, b'_' | b'-' | b'.' | b':' | b'/')).count();
    if shape.len >= 8 && shape.classes() >= 4 && inner_symbol && shape.spaces == 0 && shape.digits >= 1 {
        reasons.push("words dressed up with capitals, digits and symbols");
        return Some(2);
    }
    if value::is_words(v, shape) && shape.digits == 0 {
        // One plain word is worth a hint where a literal is assigned; a joined name is an identifier.
        let one = v.iter().all(u8::is_ascii_alphabetic) && (shape.upper == 0 || shape.lower == 0 || shape.upper == 1);
        let assigned = matches!(given.form, Form::Assign | Form::Option | Form::Markup);
        let place = if file.test { shape.lower == shape.len && assigned } else { given.form != Form::Argument };
        if one && place && !file.translation && (given.quoted || file.config) {
            reasons.push("a plain word");
            return Some(1);
        }
        // `spring.datasource.password=acme_dev` of what runs, where each line gives a value to a name.
        let joined = shape.symbols == 1 && matches!(given.form, Form::Assign) && !given.joined && is_single(v);
        let named = v.iter().any(|b| matches!(b, b'.' | b':' | b'/')) || name::classify(v).is_some();
        if joined && file.settings && file.lines && !named {
            reasons.push("words that are joined, in settings");
            return Some(1);
        }
        return None;
    }
    reasons.push("words with digits or symbols");
    // In an example that is what everybody writes; elsewhere it is somebody's choice, a test's author's, too.
    let inner = shape.symbols > 0 && inner_symbol && !value::is_words(v, shape);
    let chosen = shape.len >= 6
        && shape.spaces == 0
        && shape.others == 0
        && (shape.digits > 0 || inner)
        && (matches!(given.form, Form::Assign | Form::Option | Form::Markup | Form::Compare)
            || given.form == Form::Call && given.arguments == 1)
        && !(file.docs || file.minified || file.translation)
        && (given.quoted || file.config && !file.code && is_single(v) || given.pair)
        && !matches!(v.last(), Some(b':'))
        && !is_constant(v)
        && !has_version(v)
        && !(file.test && is_said_to_be_none(v));
    Some(if chosen { 2 } else { 1 })
}

/// Whether a test's password says that it is none, or none of anybody's: `wrongpass99`, `demo1234`.
fn is_said_to_be_none(v: &[u8]) -> bool {
    const WORDS: [&str; 19] = [
        "wrong",
        "bad",
        "incorrect",
        "invalid",
        "mismatch",
        "nomatch",
        "notmy",
        "weak",
        "short",
        "toolong",
        "demo",
        "mock",
        "temp",
        "tmp",
        "dummy",
        "fake",
        "foo",
        "hello",
        "guest",
    ];
    let end = v.iter().rposition(u8::is_ascii_alphabetic).map_or(0, |at| at + 1);
    let word = v[..end].to_ascii_lowercase();
    WORDS.iter().any(|w| word.starts_with(w.as_bytes()) || word.ends_with(w.as_bytes()))
}

/// Whether it is written in one piece, without the signs of code and markup.
fn is_single(v: &[u8]) -> bool {
    !v.iter().any(|b| matches!(b, b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'<' | b'>' | b'/' | b'\\' | b'"' | b'\''))
        && !matches!(v.last(), Some(b':' | b'.' | b','))
        && !is_constant(v)
}

/// `KRB5_PASSWORD`: the name of a constant or of a variable of the environment.
fn is_constant(v: &[u8]) -> bool {
    v.contains(&b'_') && v.iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || *b == b'_')
}

/// `"snmp_community", "snmp_v3_protocol"`: names of columns that begin with the same word.
fn is_sibling(name: &[u8], v: &[u8]) -> bool {
    let snake = |t: &[u8]| t.iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'_');
    let head = |t: &[u8]| memchr::memchr(b'_', t).filter(|len| *len >= 3);
    let Some(len) = head(v).filter(|_| snake(v) && snake(name)) else { return false };
    head(name) == Some(len) && name[..len] == v[..len]
}

/// `sha256`, `utf8`, `aes_128`, `v2`: a number that belongs to the name of something.
pub(super) fn has_version(v: &[u8]) -> bool {
    let lower: Vec<u8> = v.iter().map(u8::to_ascii_lowercase).collect();
    [
        &b"sha"[..],
        b"md5",
        b"utf",
        b"aes",
        b"rsa",
        b"ecdsa",
        b"ed25519",
        b"pbkdf",
        b"argon",
        b"bcrypt",
        b"base64",
        b"oauth",
    ]
    .iter()
    .any(|w| memchr::memmem::find(&lower, w).is_some())
}

fn i8_len(v: &[u8]) -> i32 {
    i32::try_from(v.len().min(32)).unwrap_or(0)
}

fn machine(
    v: &[u8],
    name_text: &[u8],
    name: Name,
    shape: &Shape,
    given: &Assigned,
    file: &FileKind,
    reasons: &mut Vec<&'static str>,
) -> Option<i8> {
    let random = randomness(v, shape);
    match random {
        3 => {
            reasons.push("a long random value");
            Some(if shape.len >= 24 && name.strong { 3 } else { 2 })
        }
        2 => {
            reasons.push("a random value");
            if value::is_uuid(v) && name.kind == Kind::Token && !speaks_of_access(name_text) && !file.settings {
                reasons.push("a UUID, which also marks requests");
                return Some(1);
            }
            let no_word = value::forms_no_word(v, shape) || name.strong && drawn::reads_like_none(v, shape);
            let letters = shape.letters() + shape.symbols == shape.len && !no_word;
            Some(if file.test && letters { 1 } else { 2 })
        }
        1 => {
            reasons.push("a short random value");
            let settings = file.settings && name.strong && shape.len >= 10 && shape.digits >= 2;
            // `secret=ast3riskPw` of a daemon.
            let settings = settings
                || file.settings && file.lines && name.strong && name.kind == Kind::Secret && shape.digits >= 1;
            let unread = written_out(given, file)
                && says_enough(name_text, name.kind, shape)
                && drawn::reads_like_none(v, shape);
            let firm = given.quoted && shape.classes() >= 3 && shape.len >= 10 || settings || name.strong && unread;
            Some(if firm { 2 } else { 1 })
        }
        _ => {
            // `JWT_SECRET_KEY = "gvmhwpsvq"`.
            let unread = value::forms_no_word(v, shape)
                || says_enough(name_text, name.kind, shape) && drawn::reads_like_none(v, shape);
            if name.strong && written_out(given, file) && unread {
                reasons.push("letters that form no word");
                return Some(2);
            }
            // `jwtSecret: long4ndB0ring` of what runs: somebody's choice, with digits in its words.
            let inner =
                v.windows(3).any(|w| w[0].is_ascii_alphabetic() && w[1].is_ascii_digit() && w[2].is_ascii_alphabetic());
            let chosen = file.settings
                && matches!(name.kind, Kind::Secret | Kind::Key)
                && name.strong
                && matches!(given.form, Form::Assign | Form::Markup)
                && !given.joined
                && shape.len >= 10
                && shape.letters() + shape.digits == shape.len
                && shape.upper > 0
                && shape.lower > 0
                && inner
                && !(has_version(v) || file.minified || file.translation);
            // `secret = summer42` of a daemon, for its clients.
            let daemon = file.settings
                && file.lines
                && name_text == b"secret"
                && given.form == Form::Assign
                && !given.joined
                && shape.letters() > 0
                && shape.digits > 0
                && shape.letters() + shape.digits == shape.len
                && !has_version(v);
            if chosen || daemon {
                reasons.push("words with digits in them, in settings");
                return Some(2);
            }
            let hint =
                name.kind == Kind::Secret && name.strong && given.quoted && shape.len >= 8 && shape.classes() >= 2;
            let odd = name.kind == Kind::Secret
                && name.strong
                && given.quoted
                && shape.len >= 8
                && shape.letters() == shape.len
                && language::total_evidence(v) < -20;
            if odd {
                reasons.push("letters that form no word");
                // `SWqthZrLUcsu`: nobody writes a word so.
                let mixed = shape.len >= 10 && shape.upper >= 3 && shape.lower >= 3 && shape.letter_share() < 30;
                return Some(if mixed { 2 } else { 1 });
            }
            let joined = value::is_words(v, shape) && shape.digits == 0 && shape.symbols < 2;
            if !hint || file.test || joined && shape.upper > 0 {
                return None;
            }
            reasons.push("words where a random value is expected");
            Some(1)
        }
    }
}

/// Whether a literal is given, in one piece.
fn written_out(given: &Assigned, file: &FileKind) -> bool {
    let given_to_it = matches!(given.form, Form::Assign | Form::Markup | Form::Option | Form::Compare);
    given_to_it && !given.joined && (given.quoted || file.config && !file.code)
}

/// Whether a name and the characters of its value say enough for a short one: parsers have a `token` of their own, and
/// `rootKey = "traefik"` is somebody's name.
fn says_enough(name: &[u8], kind: Kind, shape: &Shape) -> bool {
    let last = name.rsplit(|b| *b == b'.').next().unwrap_or(name);
    let any = last.eq_ignore_ascii_case(b"token") || last.eq_ignore_ascii_case(b"tok");
    // `AWS_SECRET_ACCESS_KEY`: a key that its name calls secret.
    let secret = kind == Kind::Key && memchr::memmem::find(&last.to_ascii_lowercase(), b"secret").is_some();
    secret
        || matches!(kind, Kind::Password | Kind::Secret)
        || shape.digits >= if any { 2 } else { 1 }
        || shape.len >= 12
        || shape.upper > 1 && shape.lower > 1 && !any
}

/// Whether the name of a key says whose it is, a known service's: `ACCUWEATHER_KEY`, not `categoryKey`.
fn is_key_of_service(name: &[u8]) -> bool {
    let last = name.rsplit(|b| *b == b'.').next().unwrap_or(name);
    let Some((head, key)) = last.len().checked_sub(3).map(|at| last.split_at(at)) else { return false };
    let word = head.rsplit(|b| matches!(b, b'_' | b'-')).find(|word| !word.is_empty()).unwrap_or(head);
    let whole: Vec<u8> = head.iter().copied().filter(u8::is_ascii_alphanumeric).collect();
    key.eq_ignore_ascii_case(b"key") && (service::is_service(word) || service::is_service(&whole))
}

/// Whether a token's name says that it lets somebody in.
fn speaks_of_access(name: &[u8]) -> bool {
    let lower: Vec<u8> = name.iter().map(u8::to_ascii_lowercase).collect();
    ["access", "auth", "api", "bearer", "secret", "bot", "deploy", "personal", "refresh", "admin", "private", "session"]
        .iter()
        .any(|w| memchr::memmem::find(&lower, w.as_bytes()).is_some())
}
