//! How old the advisory database is, and what that means for the verdict.
//!
//! Its parts may be of different age. Those of the ecosystems that were asked count.

use firedoor_core::{EngineId, Notice};
use firedoor_gate::days_between;
use firedoor_sca::Database;

/// Without a limit in the configuration, an older database is warned of.
const WARN_DAYS: i32 = 120;

/// The day of the oldest part that was asked; `None` where none was, or where that of one is not known.
pub(crate) fn oldest(database: &Database, today: &str, used: &[String]) -> Option<String> {
    let days = used.iter().map(|ecosystem| database.as_of_ecosystem(ecosystem, today));
    days.min().filter(|day| !day.is_empty()).map(str::to_owned)
}

/// What is to be said of the age of what was asked. With a limit of the configuration an older part makes the run incomplete:
/// what was published since then was not looked for. `used`: the ecosystems that were asked.
pub(crate) fn notice(database: &Database, today: &str, limit: Option<u32>, used: &[String]) -> Option<Notice> {
    let source = &database.info().source;
    let (mut undated, mut old) = (Vec::new(), Vec::new());
    for ecosystem in used {
        let date = database.as_of_ecosystem(ecosystem, today);
        match (days_between(date, today), limit) {
            // Without a date its age cannot be judged; a limit is then not kept.
            (None, Some(_)) => undated.push(ecosystem.as_str()),
            (Some(age), Some(limit)) if i64::from(age) > i64::from(limit) => old.push((date, age, ecosystem.as_str())),
            (Some(age), None) if age > WARN_DAYS => old.push((date, age, ecosystem.as_str())),
            _ => {}
        }
    }
    old.sort_unstable();
    let mut parts: Vec<String> = Vec::new();
    for same in old.chunk_by(|a, b| a.0 == b.0) {
        let (date, age, _) = same.first()?;
        let names: Vec<&str> = same.iter().map(|(.., name)| *name).collect();
        parts.push(format!("is of {date} for {}, {age} days ago", names.join(", ")));
    }
    if !undated.is_empty() {
        parts.push(format!("has no date for {}", undated.join(", ")));
    }
    if parts.is_empty() {
        return None;
    }
    let said = format!("The advisory database ({source}) {}", parts.join("; it "));
    let notice = match limit {
        Some(limit) => Notice::error(
            "stale-database",
            format!(
                "{said}, and the configuration allows {limit} days: newer advisories were not looked for. Run `firedoor db \
                 update`."
            ),
        ),
        None => Notice::warning(
            "stale-database",
            format!("{said}: newer advisories were not looked for. Run `firedoor db update`."),
        ),
    };
    Some(notice.by(EngineId::Sca))
}

#[cfg(test)]
mod tests {
    use firedoor_core::NoticeLevel;

    use super::*;

    fn database(checked: &str, npm: &str) -> Database {
        let manifest = format!(
            r#"{{"format":"firedoor-advisories","version":1,"date":"2026-08-22","checked":"{checked}","advisories":1,
              "ecosystems":[{{"ecosystem":"npm","file":"npm"{npm}}},{{"ecosystem":"PyPI","file":"pypi","as_of":"2019-01-20"}}]}}"#
        );
        Database::lazy("x", manifest.as_bytes(), Box::new(|_| None)).unwrap()
    }

    fn used(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_limit_makes_the_run_incomplete_and_an_update_renews() {
        // A database of an older version has one day for all.
        let level = |checked: &str, today: &str, limit| {
            notice(&database(checked, ""), today, limit, &used(&["npm"])).map(|n| n.level)
        };
        assert_eq!(level("", "2026-09-21", Some(30)), None);
        assert_eq!(level("", "2026-09-22", Some(30)), Some(NoticeLevel::Error));
        assert_eq!(level("2026-09-20", "2026-09-22", Some(30)), None, "an update found nothing newer");
        assert_eq!(level("", "2026-12-20", None), None);
        assert_eq!(level("", "2026-12-21", None), Some(NoticeLevel::Warning));
        assert!(notice(&database("", ""), "2030-01-01", Some(1), &[]).is_none(), "nothing was looked up");
    }

    #[test]
    fn the_parts_that_were_asked_count() {
        let database = database("", r#","as_of":"2026-08-20""#);
        let said = |names: &[&str], limit| notice(&database, "2026-08-22", limit, &used(names)).map(|n| n.message);
        assert_eq!(said(&["npm"], Some(30)), None);
        let message = said(&["PyPI", "npm"], Some(30)).unwrap_or_default();
        assert!(
            message.contains("is of 2019-01-20 for PyPI, 2771 days ago, and") && !message.contains("npm"),
            "{message}"
        );
        assert!(said(&["PyPI", "npm"], None).is_some());
        assert_eq!(oldest(&database, "2026-08-22", &used(&["PyPI", "npm"])).as_deref(), Some("2019-01-20"));
        assert_eq!(oldest(&database, "2026-08-22", &used(&["npm"])).as_deref(), Some("2026-08-20"));
        assert_eq!(oldest(&database, "2026-08-19", &used(&["npm"])), None);
        assert!(notice(&database, "2026-08-19", Some(30), &used(&["npm"])).is_some(), "a day to come is none");
    }
}
