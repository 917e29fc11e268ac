//! Whether text reads like words: a letter trigram model of English and of identifiers.
//!
//! The table is trained by `examples/train_language.rs` on source code and its documentation. It holds no words, only
//! how surprising each letter is behind two others.

/// Sixteenths of a bit for each letter behind each pair; letters are 1 to 26, a word break is 0.
static TRIGRAMS: &[u8; 27 * 27 * 27] = include_bytes!("trigrams.bin");

/// log2(26) in sixteenths of a bit: the cost of a letter that is drawn at random.
const UNIFORM: i32 = 75;

/// How much better than chance a run of letters is explained by the model, in sixteenths of a bit; negative for what
/// looks random. Case is ignored; other bytes end the run.
pub(crate) fn evidence(word: &[u8]) -> i32 {
    let (mut a, mut b, mut sum) = (0usize, 0usize, 0i32);
    let mut step = |c: usize| {
        let cost = TRIGRAMS.get((a * 27 + b) * 27 + c).copied().unwrap_or(255);
        sum += UNIFORM - i32::from(cost);
        (a, b) = (b, c);
    };
    for byte in word {
        let lower = byte.to_ascii_lowercase();
        if !lower.is_ascii_lowercase() {
            break;
        }
        step(usize::from(lower - b'a') + 1);
    }
    step(0);
    sum
}

/// Whether a run of letters reads like a word.
pub(crate) fn is_word(run: &[u8]) -> bool {
    match run.len() {
        0..=2 => false,
        3 => evidence(run) > 30,
        n => evidence(run) > 6 * i32::try_from(n.min(64)).unwrap_or(0),
    }
}

/// The runs of letters of a text, split at every other byte and where camel case begins a new word.
pub(crate) fn runs(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|b| !b.is_ascii_alphabetic()).filter(|r| !r.is_empty()).flat_map(|run| {
        let mut rest = run;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            // `HTTPServer` is `HTTP`, `Server`; `userName` is `user`, `Name`.
            let cut = (1..rest.len())
                .find(|&i| {
                    let (before, here) = (rest[i - 1], rest[i]);
                    let next = rest.get(i + 1).copied().unwrap_or(b'A');
                    here.is_ascii_uppercase() && (before.is_ascii_lowercase() || next.is_ascii_lowercase())
                })
                .unwrap_or(rest.len());
            let (word, tail) = rest.split_at(cut);
            rest = tail;
            Some(word)
        })
    })
}

/// How many bytes of a text belong to words of at least four letters (three, if the whole run is one).
pub(crate) fn word_bytes(text: &[u8]) -> usize {
    runs(text).filter(|r| r.len() >= 4 && is_word(r)).map(<[u8]>::len).sum()
}

/// The evidence of all runs of letters together; negative where they form no words.
pub(crate) fn total_evidence(text: &[u8]) -> i32 {
    runs(text).filter(|r| r.len() >= 2).map(evidence).sum()
}

/// Whether most of a text's letters and digits belong to words.
pub(crate) fn reads_like_words(text: &[u8]) -> bool {
    let solid = text.iter().filter(|b| b.is_ascii_alphanumeric()).count();
    let words: usize = runs(text).filter(|r| is_word(r)).map(<[u8]>::len).sum();
    solid > 0 && words * 2 >= solid
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_noise() {
        for word in ["password", "account", "Serializer", "username", "monkey", "dragon", "letmein", "thisismypassword"]
        {
            assert!(is_word(word.as_bytes()), "{word} {}", evidence(word.as_bytes()));
        }
        for noise in ["vzihlaquknriqlht", "kqxzwpv", "xjwqkd", "Zxcvbnmq", "gfhjtydk", "pqlrmtzu"] {
            assert!(!is_word(noise.as_bytes()), "{noise} {}", evidence(noise.as_bytes()));
        }
    }

    #[test]
    fn camel_case_is_split() {
        let split: Vec<_> = runs(b"getHTTPServer_name2x").map(|r| String::from_utf8_lossy(r).into_owned()).collect();
        assert_eq!(split, ["get", "HTTP", "Server", "name", "x"]);
    }
}
