//! A bound on a run's time and memory, and what to say when it is passed.
//!
//! Engines bound their work by counting it, so that results are the same on every machine. This is the last line
//! behind them: whatever hangs or swells all the same ends the run, and the message names the engine and the file.
//! Who watches the clock and ends the process is the command line; here is only who does what.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use firedoor_core::{EngineId, RepoPath};

/// How many of the files in work are named.
const NAMED: usize = 4;

/// How much a run may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Wall-clock time from start to verdict.
    pub time: Option<Duration>,
    /// Resident memory of the process, in bytes.
    pub memory: Option<u64>,
}

/// Since when an engine is at a file; without one, it joins its files.
type AtWork = (Instant, EngineId, Option<RepoPath>);

/// What each thread of a run is at.
#[derive(Debug)]
pub struct Watch {
    began: Instant,
    at: Mutex<BTreeMap<usize, AtWork>>,
}

impl Default for Watch {
    fn default() -> Self {
        Self { began: Instant::now(), at: Mutex::default() }
    }
}

impl Watch {
    /// The calling thread hands a file to an engine; `None`: the engine joins its files.
    pub fn enter(&self, engine: EngineId, path: Option<&RepoPath>) {
        let now = (Instant::now(), engine, path.cloned());
        self.at.lock().unwrap_or_else(PoisonError::into_inner).insert(thread(), now);
    }

    /// The engine gave the calling thread back.
    pub fn leave(&self) {
        self.at.lock().unwrap_or_else(PoisonError::into_inner).remove(&thread());
    }

    /// Says what is over its limit and who is at work, if anything is. `memory` is what the process has now, in bytes.
    #[must_use]
    pub fn passed(&self, limits: Limits, memory: Option<u64>) -> Option<String> {
        let took = self.began.elapsed();
        let what = match (limits.time, limits.memory, memory) {
            (Some(limit), ..) if took > limit => {
                format!("the scan took longer than {} s (--timeout)", limit.as_secs_f64())
            }
            (_, Some(limit), Some(now)) if now > limit => {
                format!(
                    "the scan holds {} MiB of memory, more than {} MiB (--max-memory)",
                    now.div_ceil(1 << 20),
                    limit >> 20
                )
            }
            _ => return None,
        };
        let mut text = format!("{what} and was ended: incomplete, nothing was judged and no report was written.");
        let at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
        let mut at: Vec<_> = at.values().collect();
        at.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
        if at.is_empty() {
            text.push_str(" No engine was at work: input was still being gathered.");
        }
        for (since, engine, path) in at.into_iter().take(NAMED) {
            let place = path.as_ref().map_or_else(|| "joining its files".to_owned(), |p| format!("on {p}"));
            let _ = write!(text, "\n  at work: {engine} {place}, for {:.1} s", since.elapsed().as_secs_f64());
        }
        Some(text)
    }
}

/// A number for the calling thread; those outside the pool share one.
fn thread() -> usize {
    rayon::current_thread_index().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_below_the_limits() {
        let watch = Watch::default();
        watch.enter(EngineId::Sast, Some(&"a.py".into()));
        assert_eq!(watch.passed(Limits::default(), Some(u64::MAX)), None);
        let roomy = Limits { time: Some(Duration::from_secs(3600)), memory: Some(1 << 30) };
        assert_eq!(watch.passed(roomy, Some(1 << 20)), None);
        assert_eq!(watch.passed(roomy, None), None, "where memory cannot be read there is no limit of it");
    }

    #[test]
    fn the_engine_and_the_file_are_named() {
        let watch = Watch::default();
        let over = Limits { time: Some(Duration::ZERO), memory: Some(1 << 20) };
        let idle = watch.passed(over, None).expect("the time is over");
        assert!(idle.contains("--timeout") && idle.contains("input was still being gathered"), "{idle}");
        watch.enter(EngineId::Secrets, Some(&"big.txt".into()));
        let busy = watch.passed(Limits { time: None, ..over }, Some(5 << 20)).expect("the memory is over");
        assert!(busy.contains("5 MiB") && busy.contains("secrets on big.txt"), "{busy}");
        watch.enter(EngineId::Sca, None);
        let joining = watch.passed(over, None).expect("the time is over");
        assert!(joining.contains("sca joining its files") && !joining.contains("big.txt"), "{joining}");
        watch.leave();
        assert!(watch.passed(over, None).is_some_and(|t| t.contains("No engine was at work")));
    }
}
