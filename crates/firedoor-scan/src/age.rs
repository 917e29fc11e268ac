//! How old the advisory database is, and what that means for the verdict.

use firedoor_core::{EngineId, Notice};
use firedoor_gate::days_between;
use firedoor_sca::Database;

/// Without a limit in the configuration, an older database is warned of.
const WARN_DAYS: i32 = 120;

/// What is to be said of the database's age. With a limit of the configuration an older one makes the run incomplete: what
/// was published since then was not looked for.
pub(crate) fn notice(database: &Database, today: &str, limit: Option<u32>, packages: usize) -> Option<Notice> {
    if packages == 0 {
        return None;
    }
    let date = database.as_of(today);
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
        Some(limit) if i64::from(age) > i64::from(limit) => Some(Notice::error(
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
    }
}
