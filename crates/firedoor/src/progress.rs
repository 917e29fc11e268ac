//! A progress bar on a terminal, nothing elsewhere.

use std::io::IsTerminal as _;
use std::time::Duration;

use firedoor_scan::driver::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Draws to standard error, and only if that is a terminal.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub(crate) fn new(quiet: bool) -> Self {
        let bar = ProgressBar::hidden();
        if !quiet && std::io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
            if let Ok(style) = ProgressStyle::with_template("{bar:30} {human_pos}/{human_len} files {msg}") {
                bar.set_style(style);
            }
        }
        Self(bar)
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
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
