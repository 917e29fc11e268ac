//! Values that no word explains: what a generator, or a hand on a keyboard, drew.
//!
//! [`super::value::forms_no_word`] asks for certainty, so that it holds for text of any kind. Here the question is about
//! what is given to a password or a secret as a literal: five letters that no word has are few among the words that stand
//! there (two in a hundred kinds of words), and most of the strings that were drawn (three quarters of five letters, nine
//! tenths of seven).

use super::language;
use super::score;
use super::value::{self, Shape};

/// Least letters of a value that is told by its letters alone.
const LETTERS: usize = 5;

/// Whether a value reads like no word: letters, digits and their joints, whose runs of letters the model finds unlikely.
pub(super) fn reads_like_none(v: &[u8], shape: &Shape) -> bool {
    let joint = |b: &u8| matches!(b, b'_' | b'-');
    let plain = v.iter().all(|b| b.is_ascii_alphanumeric() || joint(b));
    if !plain || !(LETTERS..=60).contains(&v.len()) || shape.distinct < 4 || shape.letter_share() >= 50 || is_typed(v) {
        return false;
    }
    if is_abbreviation(v) || is_disguised(v) {
        return false;
    }
    let runs = || v.split(|b| !b.is_ascii_alphabetic()).filter(|run| run.len() >= 3);
    let letters: usize = runs().map(<[u8]>::len).sum();
    if letters <= 4 {
        // `pgr067`: the digits have to speak.
        let tail = letters >= 3 && shape.digits >= 3 && shape.letters() == letters && value::turns(v) == 1;
        return tail && shape.symbols == 0 && !runs().any(language::is_word) && !score::has_version(v);
    }
    let count = i32::try_from(letters.min(64)).unwrap_or(64);
    let least = match letters {
        5 => 8,
        6 => 4,
        7 => 2,
        _ => 0,
    };
    // Names of algorithms and constants are abbreviations: capitals alone must say more.
    let least = if shape.lower == 0 && shape.digits < 2 { least + 8 } else { least };
    let evidence: i32 = runs().map(language::evidence).sum();
    // `LegacyMfa`: the pieces of a name are to be none, but a generator's are short.
    let joined = shape.lower > 0 && shape.upper > usize::from(v[0].is_ascii_uppercase());
    let joined = joined && language::runs(v).any(|piece| piece.len() >= 5);
    evidence < -least * count && !(joined && language::total_evidence(v) >= 0) && !score::has_version(v)
}

/// The keys of a keyboard in a row, which everybody types, or what a hand beats out of the row that it lies on.
fn is_typed(v: &[u8]) -> bool {
    let home = |b: &u8| b"asdfghjkl".contains(&b.to_ascii_lowercase());
    ["asdf", "qwer", "zxcv", "yxcv", "hjkl", "wert", "jkl"]
        .iter()
        .any(|row| v.windows(row.len()).any(|w| w.eq_ignore_ascii_case(row.as_bytes())))
        || v.len() >= 6 && v.iter().filter(|b| b.is_ascii_alphabetic()).all(home)
}

/// `smbpw`, `adminpwd`, `yrclntscrt`, `tkn123`: a value that says in short what it is.
fn is_abbreviation(v: &[u8]) -> bool {
    const ENDS: [&str; 11] =
        ["pw", "pwd", "pword", "pswd", "passwd", "psswd", "psswrd", "tkn", "scrt", "scrtky", "apiky"];
    let end = v.iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |at| at + 1);
    let letters = &v[..end];
    // Two letters end a long value by chance.
    let ends = |e: &&str| letters.ends_with(e.as_bytes()) && letters.len() <= if e.len() == 2 { 7 } else { 12 };
    letters.iter().all(u8::is_ascii_lowercase) && ENDS.iter().any(ends)
}

/// `v4l1dt0k3n`: words with digits in the place of the letters that they look like, which say that the value is none. Other
/// words that are written so, as `r007m0nk3y`, are somebody's choice.
pub(super) fn is_disguised(v: &[u8]) -> bool {
    const SAYS: [&str; 17] = [
        "token",
        "secret",
        "passw",
        "valid",
        "wrong",
        "test",
        "dummy",
        "fake",
        "sample",
        "mock",
        "expired",
        "example",
        "bogus",
        "demo",
        "stub",
        "value",
        "incorrect",
    ];
    let alike = |b: u8, one: u8| match b {
        b'0' => b'o',
        b'1' => one,
        b'3' => b'e',
        b'4' => b'a',
        b'5' => b's',
        b'7' => b't',
        _ => b,
    };
    let inner =
        v.windows(3).filter(|w| w[1].is_ascii_digit() && w[0].is_ascii_lowercase() && w[2].is_ascii_lowercase());
    if v.len() > 24 || inner.count() < 2 || v.iter().any(u8::is_ascii_uppercase) {
        return false;
    }
    [b'i', b'l'].into_iter().any(|one| {
        let read: Vec<u8> = v.iter().map(|b| alike(*b, one)).collect();
        SAYS.iter().any(|word| memchr::memmem::find(&read, word.as_bytes()).is_some())
    })
}

/// Whether nobody makes a value up for a manual: letters that form no word, or long and random.
pub(super) fn is_drawn(v: &[u8]) -> bool {
    let shape = Shape::of(v);
    value::forms_no_word(v, &shape) || v.len() >= 20 && score::randomness(v, &shape) >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_what_is_none() {
        let none = |v: &str| reads_like_none(v.as_bytes(), &Shape::of(v.as_bytes()));
        for v in ["nnhpjp", "tmmjf", "llzh0976", "pgr067", "rqlczz_ylw", "gohgaNwdtq", "kqsalvz863", "hmkqdj_449"] {
            assert!(none(v), "{v}");
        }
        for v in [
            "secret",
            "pencil",
            "tiger",
            "admin",
            "letmein",
            "foobar",
            "token1",
            "minio123",
            "sha256",
            "oauth2",
            "bcrypt",
            "my_token",
            "welcome",
            "HTTPS",
            "PKCS12",
            "qwerty",
            "asdfgh",
            "shared-password",
            "foo",
            "abc123",
            "user1",
            "wrongpw",
            "adminpwd",
            "sftppwd2",
            "yrclntscrt",
            "tkn123",
            "sdlfkj452",
            "lsdkfhj230",
            "v4l1dt0k3n",
            "exp1red2tok",
        ] {
            assert!(!none(v), "{v}");
        }
    }

    /// Random texts that count as disguised words would be lost.
    #[test]
    fn few_random_texts_are_disguised_words() {
        for v in ["v4l1dt0k3n", "exp1red2tok", "t0k3nv4lu3", "s3cr3tk3y", "wr0ngt0k3n", "t3stt0k3n1", "s4mpl3k3y"] {
            assert!(is_disguised(v.as_bytes()), "{v}");
        }
        for v in ["r007m0nk3y", "5up3rd00p3r", "h4rv35tm00n", "c0ff33b34n5"] {
            assert!(!is_disguised(v.as_bytes()), "{v}");
        }
        let mut state = 7u64;
        let mut draw = |n: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % n
        };
        let of = b"abcdefghijklmnopqrstuvwxyz0123456789";
        let disguised = (0..20_000).filter(|i| {
            let text: Vec<u8> = (0..8 + i % 5).map(|_| of[draw(36)]).collect();
            is_disguised(&text)
        });
        let count = disguised.count();
        assert!(count < 40, "{count}");
    }
}
