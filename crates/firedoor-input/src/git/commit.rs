//! What a report says of a commit.

use std::sync::Arc;

use firedoor_core::CommitInfo;
use gix::ObjectId;
use gix::bstr::ByteSlice as _;

/// Longest author and summary that are kept, in characters.
const MAX_TEXT: usize = 200;

/// Id, author, date and summary; of a commit that cannot be read only the id.
pub(super) fn info(repo: &gix::Repository, id: ObjectId) -> Arc<CommitInfo> {
    let mut out = CommitInfo { id: id.to_string(), author: String::new(), date: String::new(), summary: String::new() };
    if let Ok(commit) = repo.find_commit(id) {
        if let Ok(author) = commit.author() {
            let author = author.trim();
            out.author = short(&format!("{} <{}>", author.name.to_str_lossy(), author.email.to_str_lossy()));
        }
        // The committer's date tells when the change came into this history; the author's survives a rebase.
        out.date = commit.time().map(|t| rfc3339(t.seconds)).unwrap_or_default();
        let message = commit.message_raw_sloppy().to_str_lossy();
        out.summary = short(message.trim_start().lines().next().unwrap_or_default());
    }
    Arc::new(out)
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect()
}

/// Seconds since 1970 as `YYYY-MM-DDThh:mm:ssZ` (days to a date: Howard Hinnant, `civil_from_days`).
pub(super) fn rfc3339(seconds: i64) -> String {
    let days = seconds.div_euclid(86_400);
    let time = seconds.rem_euclid(86_400);
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", time / 3_600, time / 60 % 60, time % 60)
}

#[cfg(test)]
mod tests {
    use super::rfc3339;

    #[test]
    fn dates() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00Z");
        assert_eq!(rfc3339(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(rfc3339(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(rfc3339(-1), "1969-12-31T23:59:59Z");
        assert_eq!(rfc3339(1_795_286_471), "2026-11-21T18:41:11Z");
    }
}
