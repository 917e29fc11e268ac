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

/// The keys of a keyboard in a row, which everybody types.
fn is_typed(v: &[u8]) -> bool {
    ["asdf", "qwer", "zxcv", "yxcv", "hjkl", "wert", "jkl"]
        .iter()
        .any(|row| v.windows(row.len()).any(|w| w.eq_ignore_ascii_case(row.as_bytes())))
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
        ] {
            assert!(!none(v), "{v}");
        }
    }
}
