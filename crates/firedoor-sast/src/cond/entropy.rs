//! Whether a string looks random: `metavariable-analysis` with `entropy`.
//!
//! A string counts as random if it carries more than 64 bits of information and more than 0.6 of the 8 bits that each
//! of its characters could carry, where English words carry little. The information of a letter is that of its place
//! behind the letters before it; the tables were counted over English documentation. Other characters carry 6 bits.

/// Bits that a string must exceed.
const MIN_BITS: f64 = 64.0;
/// Bits of a character that is no letter: one of letters in both cases and digits, all alike.
const OTHER_BITS: f64 = 5.954_196_310_386_876;
/// Share of 8 bits per character that a string must exceed.
const MIN_DENSITY: f64 = 0.6;
/// Longest part of a string that is looked at.
const MAX_LEN: usize = 4096;

/// Tenths of a bit of each letter by itself, as a character code above `#`.
const LETTERS: &[u8; 26] = br#"I^SSAY]RH}kPVJHW}JJETeap]}"#;

/// Tenths of a bit of each letter (column) behind each letter (row).
const PAIRS: [&[u8; 26]; 26] = [
    br#"}VLR}rY}W}]AP<}Z}@G=a^xsY}"#,
    br#"F}k}7}}}PX}>}zMz}I\s<z}}Es"#,
    br#"?}_}@}}BN}NO}}8e}XrAQ}}}}}"#,
    br#"Ny}X1}y}6}}S}gC}}sT}I}}}d}"#,
    br#"N|LCXY`ri}}XLA|`e9BO}_jOj}"#,
    br#"L}l}FM}q6}}Y}}5}}ItML}}}[}"#,
    br#"Mn}}4}bGE}}SiLQj}EOXB}}}ye"#,
    br#"9}}}-}}}?}}}}}H}}e}Tw}}}z}"#,
    br#"\WI[VRZ}}}fLW7Eb}YA@}^}s}o"#,
    br#"P}V}/}}}N}[}}YHV}}u}5}}}}}"#,
    br#"Fe}}*}}}E}}o}Ng}}gF}b{q}}}"#,
    br#"D|}Q7d}o<}}A}}Gq}nUZRru}G}"#,
    br#"9Q}}5}}}I}}[V}CB}}R}W}}}Z}"#,
    br#"M}L?Ec=}S}mc{iGr}}D=[d}}Z}"#,
    br#"paWKkHe}h}h[M:\R}<ZLAXW}}}"#,
    br#"?}}}7}|cT}}Cl}FN}<cMS}}}Z}"#,
    br#"z}}}}}}}}}}}}}}}n]l}%SR}}}"#,
    br#"Ds^`4o[{C}[OSVFl}VHS\qy}V}"#,
    br#"W}T}7}}R@}risiHR}}G;J}r}_}"#,
    br#"L}k};n}3B}}fy}Ce}MRYZ}h}_}"#,
    br#"SNSbOk`}R}}DKBmU}A?=}}}}}}"#,
    br#"<}}}(}}}D}}}j}`}}}u}}}}}}}"#,
    br#";}}}F}}97}}p}YB}}O\}}}X}}}"#,
    br#"?}H}Ep}rA}}}b}y9}}V6}}}ue}"#,
    br#"Xg}}T}}}R}}gSR+L}TGU}}g}}t"#,
    br#"D}}|1n}j0}}Wj}j}}}j}}}_}_\"#,
];

/// Whether the string looks random.
pub fn is_random(text: &str) -> bool {
    let bytes: Vec<u8> = text.bytes().take(MAX_LEN).map(|b| b.to_ascii_lowercase()).collect();
    if bytes.is_empty() || bytes.iter().all(|b| *b == bytes[0]) {
        return false;
    }
    let bits = information(&bytes);
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    bits > MIN_BITS && bits / (8.0 * f64::from(length)) > MIN_DENSITY
}

/// Bits of a string: the mean over each window of three characters, summed over the places where one begins. Only three
/// letters in a row say something about each other.
fn information(bytes: &[u8]) -> f64 {
    let letter = |byte: &u8| byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'));
    let alone = |byte: &u8| letter(byte).map_or(OTHER_BITS, |l| f64::from(LETTERS[l] - b'#') / 10.0);
    let mut sum = 0.0;
    for start in 0..bytes.len() {
        let window = &bytes[start..bytes.len().min(start + 3)];
        let bits = match window {
            [a, b, c] if let (Some(first), Some(second), Some(third)) = (letter(a), letter(b), letter(c)) => {
                let behind = |x: usize, y: usize| f64::from(PAIRS[x][y] - b'#') / 10.0;
                alone(a) + behind(first, second) + behind(second, third)
            }
            _ => window.iter().map(alone).sum(),
        };
        sum += bits / f64::from(u32::try_from(window.len()).unwrap_or(1));
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_not_random_and_keys_are() {
        for dull in [
            "",
            "password",
            "hello world",
            "mysecretpassword",
            "correcthorsebatterystaple",
            "this is a long sentence",
            "xxxxxxxxxxxxxxxxxxxxxxxx",
            "short1",
        ] {
            assert!(!is_random(dull), "{dull}");
        }
        for random in ["d41d8cd98f00b204e9800998", "qZ7vXk2LpWm9TfRb", "xkqzvbnwplhjgt", "8f3kd02ls9fj2k4"] {
            assert!(is_random(random), "{random}");
        }
    }
}
