//! What a caller wants of a scan.

use std::path::PathBuf;
use std::sync::Arc;

use firedoor_core::{Confidence, EngineId, Severity};

/// Which bytes are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// The work tree.
    #[default]
    WorkTree,
    /// Git's index.
    Staged,
    /// What has come since the merge base with this commit.
    Diff(String),
    /// All commits, or those of a range: secrets only.
    History(Option<String>),
    /// Bytes in hand, under a name that decides their language.
    Stdin {
        /// The name.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// A scan to be run. [`Request::default`] is the work tree below the working directory with every engine.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// What to scan; none means the working directory.
    pub paths: Vec<PathBuf>,
    /// Which bytes.
    pub scope: Scope,
    /// Which engines; none means those of the configuration.
    pub engines: Vec<EngineId>,
    /// Rule files and folders. They take the place of the built-in pack of the engine that they are for.
    pub rules: Vec<PathBuf>,
    /// Whether the built-in pack is used; `None`: unless [`Request::rules`] has rules for that engine.
    pub builtin: Option<bool>,
    /// Whether rules of low confidence are loaded, too.
    pub extended: bool,
    /// The configuration file; `None`: looked for upwards from the scanned path.
    pub config: Option<PathBuf>,
    /// Use no configuration file.
    pub no_config: bool,
    /// The baseline file.
    pub baseline: Option<PathBuf>,
    /// Whether a baseline file that does not exist is taken as empty (`firedoor baseline write`).
    pub new_baseline: bool,
    /// Replaces `[gate] fail-on`; the inner `None` means never.
    pub fail_on: Option<Option<Severity>>,
    /// Replaces `[gate] min-confidence`.
    pub min_confidence: Option<Confidence>,
    /// Sets `[gate] new-only`.
    pub new_only: bool,
    /// Unsets `[gate] fail-on-incomplete`.
    pub allow_incomplete: bool,
    /// Scan also what ignore files exclude.
    pub no_ignore: bool,
    /// Globs to leave out.
    pub exclude: Vec<String>,
    /// Look into archives.
    pub archives: bool,
    /// Folder of the advisory database.
    pub database: Option<PathBuf>,
    /// A database in hand (what the OSV service answered), used instead of one on disk.
    pub asked: Option<Arc<firedoor_sca::Database>>,
    /// Judge installed trees, too.
    pub installed: bool,
    /// Say whether the project's source uses what advisories name.
    pub reachability: bool,
    /// Documents of exploitability (OpenVEX, CycloneDX).
    pub vex: Vec<PathBuf>,
    /// Threads; 0 means one per processor.
    pub jobs: Option<usize>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
    /// Version of the tool, for reports.
    pub tool_version: String,
    /// Replaces `[report] category`.
    pub category: Option<String>,
}
