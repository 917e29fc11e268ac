//! Every output format of firedoor, from one model.
//!
//! The only input is [`firedoor_core::RunReport`]; rendering is a pure function of it and of [`RenderOptions`]. There is
//! no clock, no file and no terminal here: the caller says whether colour is wanted and how wide the screen is. Nothing
//! in this crate decides anything: severities, suppressions and the verdict come settled from the gate.
//!
//! Reading order: [`mod@format`] (the names), `view` (what several formats share), then one module per format.
//!
//! Secrets: the value of [`firedoor_core::Evidence::Secret`] is printed as its mask only, and `vault` looks for it in the
//! finished text once more.

mod advice;
mod annotations;
mod codeclimate;
mod csv;
mod excerpt;
pub mod format;
mod gitlab;
mod gitleaks;
mod html;
mod json;
mod junit;
mod markdown;
mod plain;
mod rdjson;
mod render_diagnostic;
mod sarif;
mod semgrep;
mod text;
mod vault;
mod view;

pub use format::Format;
pub use plain::path as printable;
pub use render_diagnostic::{render_diagnostic, render_diagnostics};

use firedoor_core::RunReport;

/// What the caller decides about the look of a report. Formats for machines ignore all of it, except where said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderOptions {
    /// ANSI colours (text only).
    pub color: bool,
    /// Width of the screen in columns (text only).
    pub width: usize,
    /// Says why a secret's detector believes what it says (text only).
    pub explain_score: bool,
    /// Shows suppressed findings one by one (text only; formats for machines mark or omit them by their own rules).
    pub show_suppressed: bool,
    /// Shows findings that were there before and do not block (text only).
    pub show_existing: bool,
    /// Findings and verdict only (text only).
    pub quiet: bool,
    /// Nothing at all where the gate passed, no finding is shown and no notice is worth reading (text only).
    pub silent_pass: bool,
    /// Shows the notices that are only worth knowing, and the full description of each rule (text only).
    pub verbose: bool,
    /// When the scan began, `YYYY-MM-DDThh:mm:ss` in UTC, for the formats that demand a time (GitLab's). `None` gives
    /// the epoch, so that the same input gives the same bytes.
    pub time: Option<String>,
}

impl Default for RenderOptions {
    fn default() -> Self {
        Self {
            color: false,
            width: 100,
            explain_score: false,
            show_suppressed: false,
            show_existing: false,
            quiet: false,
            silent_pass: false,
            verbose: false,
            time: None,
        }
    }
}

/// Renders a report. Never fails; the same report and options give the same bytes. Ends in a line feed.
#[must_use]
pub fn render(report: &RunReport, format: Format, options: &RenderOptions) -> String {
    let text = match format {
        Format::Text => text::render(report, options),
        Format::Json => json::render(report),
        Format::Jsonl => json::render_lines(report),
        Format::Sarif => sarif::render(report, sarif::Profile::Full),
        Format::SarifGithub => sarif::render(report, sarif::Profile::Github),
        Format::Github => annotations::render(report),
        Format::Markdown => markdown::render(report),
        Format::Junit => junit::render(report),
        Format::GitlabSast => gitlab::render(report, gitlab::Kind::Sast, options),
        Format::GitlabSecrets => gitlab::render(report, gitlab::Kind::Secrets, options),
        Format::GitlabDependencies => gitlab::render(report, gitlab::Kind::Dependencies, options),
        Format::CodeClimate => codeclimate::render(report),
        Format::Csv => csv::render(report),
        Format::Rdjson => rdjson::render(report),
        Format::SemgrepJson => semgrep::render(report),
        Format::GitleaksJson => gitleaks::render(report),
        Format::Html => html::render(report),
    };
    vault::guard(report, format, text)
}
