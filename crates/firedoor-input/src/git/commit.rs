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

/// Seconds since 1970 as `YYYY-MM-DDThh:mm:ssZ`; nothing for a time that no calendar has (a commit may claim any).
pub(super) fn rfc3339(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map(|t| t.to_string()).unwrap_or_default()
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
        assert_eq!(rfc3339(i64::MAX), "");
    }
}
