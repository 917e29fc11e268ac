//! The upload profile: no suppressed findings (GitHub would show them as open), within GitHub's limits.
//!
//! GitHub refuses a file above 10 MB gzipped or above 25,000 results and stores the 5,000 gravest. What does not fit is
//! left out by importance and counted in a notification.

use std::io::Write as _;

use firedoor_core::{BaselineState, JudgedFinding, Notice, RunReport};

use super::Profile;
use crate::{plain, view};

/// Results that GitHub stores.
const MAX_RESULTS: usize = 5_000;
/// Kinds of suppression that are told one by one.
const MAX_SUPPRESSED: usize = 100;
/// Bytes that GitHub takes, gzipped; a little is kept back because its own compression may be worse.
const MAX_GZIPPED: usize = 9_500_000;

pub(super) fn render(report: &RunReport) -> String {
    within(report, MAX_RESULTS, MAX_GZIPPED)
}

/// The document within limits: halves the number of results until it fits.
fn within(report: &RunReport, max_results: usize, max_gzipped: usize) -> String {
    let all: Vec<&JudgedFinding> = report.active().filter(|f| f.state != Some(BaselineState::Absent)).collect();
    let mut max = max_results;
    loop {
        let kept = most_important(&all, max);
        let left_out = all.len() - kept.len();
        let mut extra: Vec<Notice> = (left_out > 0).then(|| cut_notice(left_out, all.len())).into_iter().collect();
        extra.extend(suppressed(report));
        let out = super::document(report, Profile::Github, &kept, &extra);
        if kept.is_empty() || gzipped_len(&out) <= max_gzipped {
            return out;
        }
        max = kept.len() / 2;
    }
}

/// The `max` most important findings, in the order in which they came.
fn most_important<'a>(all: &[&'a JudgedFinding], max: usize) -> Vec<&'a JudgedFinding> {
    if all.len() <= max {
        return all.to_vec();
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|i| view::importance(all[*i]));
    order.truncate(max);
    order.sort_unstable();
    order.into_iter().map(|i| all[i]).collect()
}

fn cut_notice(left_out: usize, all: usize) -> Notice {
    Notice::warning(
        "results-cut",
        format!(
            "{} of {} left out of this upload, because GitHub takes no more; the most important ones are kept. The full list is in the report formats \"sarif\" and \"json\".",
            plain::count(left_out, "finding"),
            plain::thousands(all)
        ),
    )
}

/// What was suppressed, by whom and why: the results themselves are left out.
fn suppressed(report: &RunReport) -> Vec<Notice> {
    let groups = view::suppressed_words(report.findings.iter());
    let mut out: Vec<Notice> = groups
        .iter()
        .take(MAX_SUPPRESSED)
        .map(|what| Notice::note("suppressed", format!("Suppressed: {what}.")))
        .collect();
    if groups.len() > MAX_SUPPRESSED {
        let more = plain::thousands(groups.len() - MAX_SUPPRESSED);
        out.push(Notice::note(
            "suppressed",
            format!("{more} more kinds of suppression are in the other report formats."),
        ));
    }
    out
}

fn gzipped_len(text: &str) -> usize {
    // Far below the limit nothing needs to be measured.
    if text.len() <= MAX_GZIPPED / 2 {
        return text.len();
    }
    let mut encoder = flate2::write::GzEncoder::new(Count(0), flate2::Compression::new(6));
    let whole = encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish());
    whole.map_or(usize::MAX, |count| count.0)
}

struct Count(usize);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_testkit::sample_report as sample;

    #[test]
    fn halves_until_it_fits_and_says_so() {
        let text = within(&sample::large_report(2_000), 1_000, 60_000);
        assert!(text.len() < 60_000, "{}", text.len());
        let found = text.matches("primaryLocationLineHash").count();
        assert!(found > 20, "{found}");
        assert!(text.contains(&format!("{} of 2,000", plain::count(2_000 - found, "finding"))), "{found}");
    }

    #[test]
    fn long_flows_keep_their_end() {
        let mut report = sample::report();
        let judged = report.findings.iter_mut().find(|f| !f.finding.traces.is_empty()).expect("one has a trace");
        let steps = &mut judged.finding.traces[0].steps;
        let middle = steps[1].clone();
        steps.splice(1..1, std::iter::repeat_n(middle, 5_000));
        let text = render(&report);
        assert_eq!(text.matches("\"kinds\":[").count(), 1_000);
        assert_eq!(text.matches("\"kinds\":[\"sink\"]").count(), 1);
    }
}
