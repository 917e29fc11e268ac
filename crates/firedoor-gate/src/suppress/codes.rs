//! What the codes in `nosec` and `noqa` mean to rules that have other names.
//!
//! `# nosec B602` silences Bandit's check 602, which our rules do not know by that number. Both know the weakness by its
//! CWE number, so a code silences the rules of the same weakness on that line. Ruff's `S602` is Bandit's `B602`. Sources:
//! Bandit's documentation (each check names its CWE), gosec's documentation (its table of rules and CWE numbers).

use firedoor_core::Rule;

/// Bandit's checks and their weaknesses.
const BANDIT: &[(u16, &[u32])] = &[
    (101, &[703]),
    (102, &[78, 94, 95]),
    (103, &[732]),
    (104, &[605, 200, 668]),
    (105, &[259, 798]),
    (106, &[259, 798]),
    (107, &[259, 798]),
    (108, &[377, 379]),
    (110, &[703, 390]),
    (112, &[703, 390]),
    (113, &[400]),
    (201, &[94, 489, 215]),
    (202, &[22]),
    (301, &[502]),
    (302, &[502]),
    (303, &[327, 328]),
    (304, &[327]),
    (305, &[327]),
    (306, &[377]),
    (307, &[78, 94, 95]),
    (308, &[79, 80]),
    (310, &[22, 918]),
    (311, &[330, 338]),
    (312, &[319]),
    (313, &[20, 611]),
    (314, &[20, 611]),
    (315, &[20, 611]),
    (316, &[20, 611]),
    (317, &[20, 611]),
    (318, &[20, 611]),
    (319, &[20, 611]),
    (320, &[20, 611]),
    (321, &[319]),
    (323, &[295]),
    (324, &[327, 328, 916]),
    (401, &[319]),
    (402, &[319]),
    (403, &[502]),
    (404, &[78]),
    (413, &[327]),
    (501, &[295]),
    (502, &[327, 326]),
    (503, &[327, 326]),
    (504, &[327, 326]),
    (505, &[326]),
    (506, &[20, 502]),
    (507, &[295, 322]),
    (508, &[319]),
    (509, &[319]),
    (601, &[78]),
    (602, &[78]),
    (603, &[78]),
    (604, &[78]),
    (605, &[78]),
    (606, &[78]),
    (607, &[78, 426]),
    (608, &[89]),
    (609, &[78, 155]),
    (610, &[89]),
    (611, &[89]),
    (612, &[94]),
    (614, &[502]),
    (615, &[494]),
    (701, &[79, 94, 116]),
    (702, &[79, 80]),
    (703, &[79, 80]),
    (704, &[79]),
];

/// gosec's rules and their weaknesses.
const GOSEC: &[(u16, &[u32])] = &[
    (101, &[798, 259]),
    (102, &[200, 668]),
    (103, &[242]),
    (104, &[703]),
    (106, &[322, 295]),
    (107, &[88, 918]),
    (108, &[200]),
    (109, &[190]),
    (110, &[409, 400]),
    (111, &[22]),
    (112, &[400]),
    (114, &[676, 400]),
    (115, &[190]),
    (201, &[89]),
    (202, &[89]),
    (203, &[79]),
    (204, &[78]),
    (301, &[276, 732]),
    (302, &[276, 732]),
    (303, &[377]),
    (304, &[22]),
    (305, &[22]),
    (306, &[276, 732]),
    (307, &[703]),
    (401, &[326, 327, 328]),
    (402, &[295, 326, 327]),
    (403, &[310, 326]),
    (404, &[338, 330]),
    (405, &[327]),
    (406, &[327, 328]),
    (407, &[1204, 329]),
    (501, &[327, 328]),
    (502, &[327]),
    (503, &[327]),
    (504, &[327]),
    (505, &[327, 328]),
    (506, &[327, 328]),
    (507, &[327, 328]),
    (601, &[118]),
    (602, &[118]),
];

/// Whether a code such as `B602`, `S602` or `G204` means a rule.
pub(super) fn names(rule: &Rule, code: &str) -> bool {
    let Some(kind) = code.chars().next() else { return false };
    let Some(number) = code.get(kind.len_utf8()..).and_then(|n| n.parse::<u16>().ok()) else { return false };
    let table = match kind.to_ascii_uppercase() {
        'B' | 'S' => BANDIT,
        'G' => GOSEC,
        _ => return false,
    };
    table.iter().any(|(n, cwe)| *n == number && cwe.iter().any(|c| rule.cwe.contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::{EngineId, Severity};

    #[test]
    fn a_code_means_rules_of_its_weakness() {
        let mut rule = Rule::new(EngineId::Sast, "shell", "A shell.", Severity::High);
        rule.cwe = vec![78];
        assert!(names(&rule, "B602") && names(&rule, "S602") && names(&rule, "G204"));
        assert!(!names(&rule, "B608") && !names(&rule, "B") && !names(&rule, "é1"));
    }

    #[test]
    fn tables_are_sorted() {
        for table in [BANDIT, GOSEC] {
            assert!(table.windows(2).all(|w| w[0].0 < w[1].0));
        }
    }
}
