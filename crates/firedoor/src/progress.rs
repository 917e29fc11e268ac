//! A progress bar on a terminal, nothing elsewhere; and the watchman who ends a run that hangs or swells.

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use firedoor_core::{EngineId, RepoPath, Verdict};
use firedoor_scan::driver::Progress;
use firedoor_scan::watch::{Limits, Watch};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often the watchman looks.
const ROUND: Duration = Duration::from_millis(50);

/// Draws to standard error, and only if that is a terminal.
pub(crate) struct Bar(ProgressBar, Arc<Watch>);

impl Bar {
    pub(crate) fn new(quiet: bool, watch: Arc<Watch>) -> Self {
        let bar = ProgressBar::hidden();
        if !quiet && std::io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
            if let Ok(style) = ProgressStyle::with_template("{bar:30} {human_pos}/{human_len} files {msg}") {
                bar.set_style(style);
            }
        }
        Self(bar, watch)
    }
}

impl Progress for Bar {
    fn begin(&self, total: usize) {
        self.0.set_length(total as u64);
        self.0.enable_steady_tick(Duration::from_millis(100));
    }

    fn done_one(&self) {
        self.0.inc(1);
    }

    fn finishing(&self) {
        self.0.set_message("joining");
    }

    fn enter(&self, engine: EngineId, path: Option<&RepoPath>) {
        self.1.enter(engine, path);
    }

    fn leave(&self) {
        self.1.leave();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Ends the process with the exit code of an incomplete run when a limit is passed. Goes home when dropped.
pub(crate) struct Watchman(#[expect(dead_code, reason = "its end is the message")] mpsc::Sender<()>);

impl Watchman {
    /// Begins to watch; `None` if there is nothing to watch for.
    pub(crate) fn begin(limits: Limits, watch: Arc<Watch>) -> Option<Self> {
        if limits == Limits::default() {
            return None;
        }
        let (stays, gone) = mpsc::channel();
        std::thread::spawn(move || {
            loop {
                // Asking costs something, so nobody asks without a limit.
                let memory = limits.memory.and_then(|_| memory_stats::memory_stats()).map(|m| m.physical_mem as u64);
                if let Some(text) = watch.passed(limits, memory) {
                    crate::say!("firedoor: {text}");
                    std::process::exit(i32::from(Verdict::Incomplete.exit_code()));
                }
                if gone.recv_timeout(ROUND) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        });
        Some(Self(stays))
    }
}
