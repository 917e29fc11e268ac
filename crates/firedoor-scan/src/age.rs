//! How old the advisory database is, and what that means for the verdict.

use firedoor_core::{EngineId, Notice};
use firedoor_sca::Database;

/// Without a limit in the configuration, an older database is warned of.
const WARN_DAYS: i64 = 120;

/// What is to be said of the database's age. With a limit of the configuration an older one makes the run incomplete: what
/// was published since then was not looked for.
pub(crate) fn notice(database: &Database, today: &str, limit: Option<u32>, packages: usize) -> Option<Notice> {
    if packages == 0 {
        return None;
    }
    let date = database.as_of();
    let Some(age) = days_between(date, today) else {
        // Without a date its age cannot be judged; a limit is then not kept.
        return limit.map(|limit| {
            Notice::error(
                "stale-database",
                format!("The advisory database has no date, and the configuration allows an age of {limit} days. Run `firedoor db update`."),
            )
            .by(EngineId::Sca)
        });
    };
    let source = &database.info().source;
    match limit {
        Some(limit) if age > i64::from(limit) => Some(Notice::error(
            "stale-database",
            format!(
                "The advisory database ({source}) is of {date}, {age} days ago, and the configuration allows {limit} days: \
                 newer advisories were not looked for. Run `firedoor db update`."
            ),
        )),
        None if age > WARN_DAYS => Some(Notice::warning(
            "stale-database",
            format!(
                "The advisory database ({source}) is of {date}, {age} days ago: newer advisories were not looked for. Run \
                 `firedoor db update`."
            ),
        )),
        _ => None,
    }
    .map(|n| n.by(EngineId::Sca))
}

/// Days from one date to another, both `YYYY-MM-DD`.
#[must_use]
pub fn days_between(from: &str, to: &str) -> Option<i64> {
    Some(days(to)? - days(from)?)
}

/// Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`).
fn days(date: &str) -> Option<i64> {
    let mut parts = date.get(..10)?.splitn(3, '-').map(|p| p.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

#[cfg(test)]
mod tests {
    use firedoor_core::NoticeLevel;

    use super::*;

    fn database(checked: &str) -> Database {
        let manifest = format!(
            r#"{{"format":"firedoor-advisories","version":1,"date":"2026-08-22","checked":"{checked}","advisories":1,"ecosystems":[]}}"#
        );
        Database::lazy("x", manifest.as_bytes(), Box::new(|_| None)).unwrap()
    }

    #[test]
    fn a_limit_makes_the_run_incomplete_and_an_update_renews() {
        let level = |checked: &str, today: &str, limit| notice(&database(checked), today, limit, 1).map(|n| n.level);
        assert_eq!(level("", "2026-09-21", Some(30)), None);
        assert_eq!(level("", "2026-09-22", Some(30)), Some(NoticeLevel::Error));
        assert_eq!(level("2026-09-20", "2026-09-22", Some(30)), None, "an update found nothing newer");
        assert_eq!(level("", "2026-12-20", None), None);
        assert_eq!(level("", "2026-12-21", None), Some(NoticeLevel::Warning));
        assert!(notice(&database(""), "2030-01-01", Some(1), 0).is_none(), "nothing was looked up");
        assert_eq!(days("1970-01-01"), Some(0));
        assert_eq!(days("2024-02-29"), Some(19_782));
    }
}
