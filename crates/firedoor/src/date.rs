//! Today's date: the one place of the program that asks the clock for it.

/// `YYYY-MM-DD` in UTC, so that a suppression expires for everybody at once. `FIREDOOR_TODAY` replaces it in tests and
/// in builds that must be repeatable.
pub(crate) fn today() -> String {
    if let Some(fixed) = std::env::var("FIREDOOR_TODAY").ok().filter(|d| d.len() == 10) {
        return fixed;
    }
    // Asked by way of the standard library: jiff would look for the zone of this machine.
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    day(i64::try_from(since.as_secs()).unwrap_or(0))
}

/// `YYYY-MM-DDThh:mm:ss` in UTC; midnight of the day that `FIREDOOR_TODAY` names.
pub(crate) fn now() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let (hours, minutes, seconds) = match std::env::var_os("FIREDOOR_TODAY") {
        Some(_) => (0, 0, 0),
        None => (since.as_secs() / 3600 % 24, since.as_secs() / 60 % 60, since.as_secs() % 60),
    };
    format!("{}T{hours:02}:{minutes:02}:{seconds:02}", today())
}

fn day(seconds: i64) -> String {
    let time = jiff::Timestamp::from_second(seconds).unwrap_or_default();
    time.to_zoned(jiff::tz::TimeZone::UTC).date().to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn dates() {
        assert_eq!(super::day(0), "1970-01-01");
        assert_eq!(super::day(19_782 * 86_400), "2024-02-29");
        assert_eq!(super::day(20_778 * 86_400 + 86_399), "2026-11-21");
    }
}
