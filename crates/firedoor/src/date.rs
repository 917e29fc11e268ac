//! Today's date: the one place of the program that asks the clock for it.

/// `YYYY-MM-DD` in UTC, so that a suppression expires for everybody at once. `FIREDOOR_TODAY` replaces it in tests and
/// in builds that must be repeatable.
pub(crate) fn today() -> String {
    if let Some(fixed) = std::env::var("FIREDOOR_TODAY").ok().filter(|d| d.len() == 10) {
        return fixed;
    }
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let days = i64::try_from(seconds / 86_400).unwrap_or(0);
    civil(days)
}

/// Days since 1970-01-01 as a date in the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible low-level date
/// algorithms", `civil_from_days`).
fn civil(days: i64) -> String {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_shifted + 2) / 5 + 1;
    let month = if month_shifted < 10 { month_shifted + 3 } else { month_shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn dates() {
        assert_eq!(super::civil(0), "1970-01-01");
        assert_eq!(super::civil(19_782), "2024-02-29");
        assert_eq!(super::civil(20_778), "2026-11-21");
    }
}
