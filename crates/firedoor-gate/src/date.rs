//! Calendar days as text. The gate has no clock: today is handed in.

use jiff::civil::Date;

/// Whether it is a day, `YYYY-MM-DD`.
pub(crate) fn is_date(text: &str) -> bool {
    parse(text).is_some()
}

fn parse(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

/// Days from `from` to `to`; negative where `to` is earlier. `None` where either is no day.
#[must_use]
pub fn days_between(from: &str, to: &str) -> Option<i32> {
    Some((parse(to)? - parse(from)?).get_days())
}
