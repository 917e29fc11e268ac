//! Days and durations as texts, for conditions.

/// `yyyy-mm-dd` at midnight UTC, as seconds since 1970.
pub(super) fn date(text: &str) -> Option<f64> {
    days(text).map(midnight)
}

/// The beginning of a day since 1970, UTC, in seconds since then.
pub(crate) fn midnight(day: i32) -> f64 {
    f64::from(day) * DAY
}

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// The days of `yyyy-mm-dd` since 1970 (days from civil, proleptic Gregorian calendar).
pub(crate) fn days(text: &str) -> Option<i32> {
    let mut parts = text.trim().split('-').map(|p| p.parse::<i64>().ok());
    let (y, m, d) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || !(1..=9999).contains(&y) || !(1..=12).contains(&m) || !(1..=31).contains(&d) {
        return None;
    }
    let leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    let days = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    if d > days[usize::try_from(m - 1).ok()?] {
        return None;
    }
    let before = |y: i64| y * 365 + y / 4 - y / 100 + y / 400;
    let in_year: i64 = days.iter().take(usize::try_from(m - 1).ok()?).sum::<i64>() + d - 1;
    i32::try_from(before(y - 1) - before(1969) + in_year).ok()
}

/// A duration of PromQL (`1h30m`) in milliseconds.
pub(super) fn duration(text: &str) -> Option<i64> {
    let mut rest = text;
    let mut sum: i64 = 0;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let n: i64 = rest[..digits].parse().ok()?;
        rest = &rest[digits..];
        let units = [
            ("ms", 1),
            ("s", 1000),
            ("m", 60_000),
            ("h", 3_600_000),
            ("d", 86_400_000),
            ("w", 604_800_000),
            ("y", 31_536_000_000),
        ];
        let (unit, factor) = units.into_iter().find(|(u, _)| rest.starts_with(u))?;
        rest = &rest[unit.len()..];
        sum = sum.checked_add(n.checked_mul(factor)?)?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_count_from_1970() {
        assert_eq!(date("1970-01-01"), Some(0.0));
        assert_eq!(date("2000-03-01"), Some(951_868_800.0));
        assert_eq!(date("1906-12-09"), Some(-1_990_137_600.0));
        assert_eq!(duration("1h30m5s2ms"), Some(5_405_002));
    }
}
