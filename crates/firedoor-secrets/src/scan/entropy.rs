//! Shannon entropy, in bits per character, as gitleaks computes it.

/// Entropy of the characters of `text`; bytes that are not UTF-8 count as one character each.
pub(crate) fn shannon(text: &[u8]) -> f64 {
    if text.is_empty() {
        return 0.0;
    }
    if let (false, Ok(text)) = (text.is_ascii(), std::str::from_utf8(text)) {
        let mut chars: Vec<char> = text.chars().collect();
        chars.sort_unstable();
        let total = chars.len();
        return of_runs(chars.chunk_by(|a, b| a == b).map(<[char]>::len), total);
    }
    let mut counts = [0usize; 256];
    for &b in text {
        counts[usize::from(b)] += 1;
    }
    of_runs(counts.into_iter().filter(|&n| n > 0), text.len())
}

#[allow(clippy::cast_precision_loss, reason = "lengths of secrets are far below 2^52")]
fn of_runs(counts: impl Iterator<Item = usize>, total: usize) -> f64 {
    let total = total as f64;
    counts.map(|n| n as f64 / total).map(|p| -p * p.log2()).sum()
}

#[cfg(test)]
mod tests {
    use super::shannon;

    #[test]
    fn known_values() {
        assert!(shannon(b"aaaa").abs() < 1e-9);
        assert!((shannon(b"abcd") - 2.0).abs() < 1e-9);
        assert!((shannon("éè".as_bytes()) - 1.0).abs() < 1e-9);
    }
}
