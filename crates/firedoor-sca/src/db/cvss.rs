//! CVSS base scores from vectors: version 2 by us, 3.0, 3.1 and 4.0 by the `cvss` crate.

/// The base score in tenths of a vector of any version; `None` where it cannot be read.
pub(crate) fn score(vector: &str) -> Option<u8> {
    let vector = vector.trim();
    let score = if vector.starts_with("CVSS:") {
        vector.parse::<cvss::Cvss>().ok()?.score()
    } else {
        v2(vector.trim_start_matches('(').trim_end_matches(')'))?
    };
    if !(0.0..=10.0).contains(&score) {
        return None;
    }
    Some((score * 10.0).round() as u8)
}

/// CVSS v2 complete documentation, section 3.2.1.
fn v2(vector: &str) -> Option<f64> {
    let metric = |name: &str, values: &[(&str, f64)]| -> Option<f64> {
        let value = vector.split('/').find_map(|m| m.strip_prefix(name)?.strip_prefix(':'))?;
        values.iter().find(|(v, _)| *v == value).map(|(_, n)| *n)
    };
    let impact_values = [("N", 0.0), ("P", 0.275), ("C", 0.660)];
    let av = metric("AV", &[("L", 0.395), ("A", 0.646), ("N", 1.0)])?;
    let ac = metric("AC", &[("H", 0.35), ("M", 0.61), ("L", 0.71)])?;
    let au = metric("Au", &[("M", 0.45), ("S", 0.56), ("N", 0.704)])?;
    let c = metric("C", &impact_values)?;
    let i = metric("I", &impact_values)?;
    let a = metric("A", &impact_values)?;
    let impact = 10.41 * (1.0 - (1.0 - c) * (1.0 - i) * (1.0 - a));
    let exploitability = 20.0 * av * ac * au;
    let factor = if impact == 0.0 { 0.0 } else { 1.176 };
    Some(((0.6 * impact + 0.4 * exploitability - 1.5) * factor).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_scores() {
        // Examples of the specifications' documents.
        assert_eq!(score("AV:N/AC:L/Au:N/C:N/I:N/A:C"), Some(78));
        assert_eq!(score("AV:N/AC:L/Au:N/C:C/I:C/A:C"), Some(100));
        assert_eq!(score("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"), Some(98));
        assert_eq!(score("CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N"), Some(54));
        assert_eq!(score("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"), Some(93));
        assert_eq!(score("CVSS:3.1/nonsense"), None);
        assert_eq!(score("7.5"), None);
    }
}
