//! The command line: every flag and its help in one place. Completions and man pages are generated from it.
//!
//! Nothing here does anything; see the modules named after the commands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Exit codes, shown below every help.
const EXIT_CODES: &str = "Exit codes:\n  0  passed\n  1  the gate failed\n  2  usage, configuration or rule error\n  3  the scan is incomplete";

/// Finds secrets, vulnerable code and vulnerable dependencies in one walk, and gives one verdict.
#[derive(Debug, Parser)]
#[command(name = "firedoor", version, about, after_help = EXIT_CODES, max_term_width = 110)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Run all engines and give one verdict.
    #[command(after_help = EXIT_CODES)]
    Scan(Box<ScanArgs>),
    /// Run the secrets engine only.
    #[command(after_help = EXIT_CODES)]
    Secrets(Box<ScanArgs>),
    /// Run the code engine only, search with one pattern, or explain a match.
    #[command(after_help = EXIT_CODES)]
    Sast(Box<SastArgs>),
    /// Run the dependency engine only, list packages, compare versions or match in bulk.
    #[command(after_help = EXIT_CODES, args_conflicts_with_subcommands = true)]
    Sca(Box<ScaArgs>),
    /// List, show, check and test rules.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Tell what a rule finds, why it matters and what to do.
    Explain {
        /// The rule's id.
        rule: String,
    },
    /// Build, update or describe the advisory database.
    #[command(subcommand)]
    Db(DbCommand),
    /// Print a software bill of materials.
    Sbom(SbomArgs),
    /// Upgrade vulnerable dependencies where the project's own files can be edited.
    Fix(FixArgs),
    /// Write or compare a baseline.
    #[command(subcommand)]
    Baseline(Box<BaselineCommand>),
    /// Show the configuration and where each value comes from.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Write a configuration, a workflow and a hook that suit this repository.
    Init(InitArgs),
    /// Install, remove or run the git hook.
    #[command(subcommand)]
    Hook(HookCommand),
    /// Print shell completions.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the man page, or write one for each command.
    Man {
        /// Folder to write a page for each command into.
        #[arg(long, value_name = "FOLDER")]
        dir: Option<PathBuf>,
    },
    /// Print a JSON report as the outputs of a workflow step.
    #[command(hide = true)]
    ReportOutputs {
        /// The report.
        file: PathBuf,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Pack {
    /// Rules with good precision: the ones that gate.
    Default,
    /// Also rules with low confidence, for reviews.
    Extended,
}

#[derive(Args, Debug)]
pub(crate) struct ScanArgs {
    /// What to scan; the working directory if nothing is named.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// Judge the index: what the next commit would hold.
    #[arg(long, conflicts_with_all = ["diff", "history", "stdin"], help_heading = "Scope")]
    pub(crate) staged: bool,
    /// Judge what has come since the merge base with this commit.
    #[arg(long, value_name = "BASE", conflicts_with_all = ["history", "stdin"], help_heading = "Scope")]
    pub(crate) diff: Option<String>,
    /// Search the history for secrets; all refs, or a range such as v1.0..HEAD.
    #[arg(long, value_name = "RANGE", num_args = 0..=1, require_equals = true, default_missing_value = "", conflicts_with = "stdin", help_heading = "Scope")]
    pub(crate) history: Option<String>,
    /// Judge standard input; its name decides its language.
    #[arg(long, value_name = "NAME", num_args = 0..=1, require_equals = true, default_missing_value = crate::scan::NO_NAME, help_heading = "Scope")]
    pub(crate) stdin: Option<String>,
    /// Engines to run, separated by commas.
    #[arg(long, value_name = "ENGINE", value_delimiter = ',', help_heading = "Scope")]
    pub(crate) engines: Vec<String>,
    /// Scan also what ignore files exclude.
    #[arg(long, help_heading = "Scope")]
    pub(crate) no_ignore: bool,
    /// Leave out paths, as a glob; repeatable.
    #[arg(long, value_name = "GLOB", help_heading = "Scope")]
    pub(crate) exclude: Vec<String>,
    /// Look into archives (zip, jar, whl, tar, gz, zst), bounded.
    #[arg(long, help_heading = "Scope")]
    pub(crate) archives: bool,

    /// Format of the report on standard output.
    #[arg(short, long, value_name = "FORMAT", default_value = "text", help_heading = "Report")]
    pub(crate) format: String,
    /// Write that report to a file instead.
    #[arg(short, long, value_name = "FILE", help_heading = "Report")]
    pub(crate) output: Option<PathBuf>,
    /// Write a further report; repeatable.
    #[arg(long = "report", value_name = "FORMAT=FILE", help_heading = "Report")]
    pub(crate) reports: Vec<String>,
    /// Show suppressed and existing findings in full.
    #[arg(long, help_heading = "Report")]
    pub(crate) show_suppressed: bool,
    /// Say for each secret why it is believed to be one.
    #[arg(long, help_heading = "Report")]
    pub(crate) explain_score: bool,
    /// Category of the upload to code scanning.
    #[arg(long, value_name = "NAME", help_heading = "Report")]
    pub(crate) category: Option<String>,
    /// Colours.
    #[arg(long, value_enum, default_value = "auto", help_heading = "Report")]
    pub(crate) color: Color,
    /// Print findings and verdict only.
    #[arg(short, long, help_heading = "Report")]
    pub(crate) quiet: bool,
    /// Set by our own hooks: nothing is printed where nothing is to be said.
    #[arg(skip)]
    pub(crate) silent_pass: bool,
    /// Print where the time goes, to standard error.
    #[arg(long, help_heading = "Report")]
    pub(crate) profile: bool,
    /// Apply the fixes that findings carry.
    #[arg(long, help_heading = "Report")]
    pub(crate) fix: bool,

    /// Rules to use instead of the built-in ones: Semgrep YAML, gitleaks TOML, files or folders; repeatable.
    #[arg(short, long, value_name = "PATH", help_heading = "Rules")]
    pub(crate) rules: Vec<PathBuf>,
    /// Built-in rules to use (also beside --rules).
    #[arg(long, value_enum, help_heading = "Rules")]
    pub(crate) pack: Option<Pack>,
    /// Folder of the advisory database, as `firedoor db import` writes it.
    #[arg(long = "db", value_name = "DIR", help_heading = "Rules")]
    pub(crate) database: Option<PathBuf>,

    /// OpenVEX or CycloneDX document whose statements suppress findings about dependencies; repeatable.
    #[arg(long, value_name = "FILE", help_heading = "Rules")]
    pub(crate) vex: Vec<PathBuf>,
    /// Read Go and Rust source also where only a change is judged, to say which vulnerable functions the project uses.
    /// Ranks findings, hides none.
    #[arg(long, help_heading = "Rules")]
    pub(crate) reachability: bool,

    /// Configuration file; otherwise firedoor.toml is looked for upwards from the scanned path.
    #[arg(short, long, value_name = "FILE", conflicts_with = "no_config", help_heading = "Gate")]
    pub(crate) config: Option<PathBuf>,
    /// Use no configuration file.
    #[arg(long, help_heading = "Gate")]
    pub(crate) no_config: bool,
    /// Baseline to compare with.
    #[arg(long, value_name = "FILE", help_heading = "Gate")]
    pub(crate) baseline: Option<PathBuf>,
    /// Mildest severity that fails the gate: info, low, medium, high, critical, never.
    #[arg(long, value_name = "SEVERITY", help_heading = "Gate")]
    pub(crate) fail_on: Option<String>,
    /// Least confidence that fails the gate: low, medium, high.
    #[arg(long, value_name = "CONFIDENCE", help_heading = "Gate")]
    pub(crate) min_confidence: Option<String>,
    /// Let only new findings fail the gate.
    #[arg(long, help_heading = "Gate")]
    pub(crate) new_only: bool,
    /// Let an incomplete scan pass. Every report still says that it is incomplete.
    #[arg(long, help_heading = "Gate")]
    pub(crate) allow_incomplete: bool,

    /// Open no network connection. This is the default; the flag says so and refuses --online.
    #[arg(long, conflicts_with = "online")]
    pub(crate) offline: bool,
    /// Ask the OSV service about dependencies. Opens a network connection.
    #[arg(long)]
    pub(crate) online: bool,
    /// Base address of the OSV service, for --online.
    #[arg(long, value_name = "URL", default_value = "https://api.osv.dev")]
    pub(crate) osv_api: String,
    /// Base address of the crates.io index, for yanked crates with --online; empty: they are not looked for.
    #[arg(long, value_name = "URL", default_value = "https://index.crates.io")]
    pub(crate) crates_index: String,
    /// Number of threads; 0 means one per processor.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(0..=256))]
    pub(crate) jobs: Option<u16>,
    /// End a run that takes longer, as incomplete (exit code 3); 0 means no limit.
    #[arg(long, value_name = "SECONDS", default_value_t = 3600.0, value_parser = seconds)]
    pub(crate) timeout: f64,
    /// End a run that holds more memory, as incomplete (exit code 3).
    #[arg(long, value_name = "MIB")]
    pub(crate) max_memory: Option<u64>,
}

#[derive(Args, Debug)]
pub(crate) struct SastArgs {
    /// Search with this pattern instead of rules.
    #[arg(short = 'e', long, value_name = "PATTERN", requires = "lang", allow_hyphen_values = true)]
    pub(crate) pattern: Option<String>,
    /// Language of the pattern.
    #[arg(short = 'l', long, value_name = "LANG")]
    pub(crate) lang: Option<String>,
    /// Show which part of this rule matched where, and which condition dropped it.
    #[arg(long, value_name = "RULE")]
    pub(crate) explain: Option<String>,
    #[command(flatten)]
    pub(crate) scan: ScanArgs,
}

#[derive(Args, Debug)]
pub(crate) struct ScaArgs {
    #[command(subcommand)]
    pub(crate) command: Option<ScaCommand>,
    /// Print the packages that the lock files name, instead of judging them.
    #[arg(long)]
    pub(crate) list_packages: bool,
    /// Judge also installed trees: node_modules, site-packages, jar files.
    #[arg(long)]
    pub(crate) installed: bool,
    /// Say why a package is there: the shortest ways from a direct dependency.
    #[arg(long, value_name = "PACKAGE")]
    pub(crate) why: Option<String>,
    #[command(flatten)]
    pub(crate) scan: ScanArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ScaCommand {
    /// Read lines `A B` on standard input and print `<`, `=`, `>` or `err` for each.
    CompareVersions {
        /// OSV's name of the ecosystem.
        #[arg(long)]
        ecosystem: String,
    },
    /// Read lines `ecosystem<TAB>name<TAB>version` and append a tab and the sorted advisory ids.
    Match {
        /// Folder of the advisory database; the embedded one if none is named.
        #[arg(long, value_name = "DIR")]
        db: Option<PathBuf>,
        /// Open no network connection (the only way it works).
        #[arg(long)]
        offline: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// List the built-in rules, or those of the files named.
    List {
        /// Rule files or folders.
        paths: Vec<PathBuf>,
        /// `text` or `json`.
        #[arg(short, long, default_value = "text")]
        format: String,
    },
    /// Print a rule's description and where it comes from.
    Show {
        /// The rule's id.
        rule: String,
    },
    /// Run the annotated fixtures beside Semgrep rules, and the examples inside gitleaks rules.
    Test {
        /// Rule files or folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// `text` or `json`.
        #[arg(short, long, default_value = "text")]
        format: String,
    },
    /// Say what is wrong with rules, without running them.
    Check {
        /// Rule files or folders.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Write a new rule and its fixture, to be filled in.
    New {
        /// The rule's id.
        id: String,
        /// Its language, or `secret`.
        #[arg(short, long)]
        language: String,
        /// The folder to write into.
        #[arg(long, default_value = ".")]
        dir: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum DbCommand {
    /// Build a database from folders and zips in the layout of the public OSV bucket.
    Import {
        /// Folders or zips of advisories.
        #[arg(required = true)]
        sources: Vec<PathBuf>,
        /// Where to write it.
        #[arg(long = "db", value_name = "DIR")]
        database: Option<PathBuf>,
    },
    /// Fetch what has changed and build the database anew. Opens a network connection.
    Update {
        /// Where to write it.
        #[arg(long = "db", value_name = "DIR")]
        database: Option<PathBuf>,
        /// Only these ecosystems. What was fetched of others before stays.
        #[arg(long, value_delimiter = ',')]
        ecosystems: Vec<String>,
        /// Only the ecosystems that the lock files of this tree are of.
        #[arg(long = "for", value_name = "PATH", conflicts_with = "ecosystems")]
        in_use: Option<PathBuf>,
        /// Base address of a mirror; else `mirror` of the configuration's `[sca]`, else the public bucket.
        #[arg(long, value_name = "URL")]
        mirror: Option<String>,
    },
    /// Tell which database is in use, its age and what it covers.
    Status {
        /// Folder of the database.
        #[arg(long = "db", value_name = "DIR")]
        database: Option<PathBuf>,
    },
}

#[derive(Args, Debug)]
pub(crate) struct SbomArgs {
    /// What to list.
    pub(crate) paths: Vec<PathBuf>,
    /// `cyclonedx` or `spdx`.
    #[arg(short, long, default_value = "cyclonedx")]
    pub(crate) format: String,
    /// Write to a file.
    #[arg(short, long)]
    pub(crate) output: Option<PathBuf>,
    /// Also installed trees.
    #[arg(long)]
    pub(crate) installed: bool,
}

#[derive(Args, Debug)]
pub(crate) struct FixArgs {
    /// The project; the working directory if nothing is named.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Print a diff and change nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Upgrade only this package; repeatable.
    #[arg(long = "package", value_name = "NAME")]
    pub(crate) packages: Vec<String>,
    /// Also raise requirements to versions that are incompatible by semantic versioning.
    #[arg(long)]
    pub(crate) breaking: bool,
    /// OpenVEX or CycloneDX document whose statements suppress findings; repeatable.
    #[arg(long, value_name = "FILE")]
    pub(crate) vex: Vec<PathBuf>,
    /// Folder of the advisory database.
    #[arg(long = "db", value_name = "DIR")]
    pub(crate) database: Option<PathBuf>,
    /// Configuration file.
    #[arg(short, long, value_name = "FILE", conflicts_with = "no_config")]
    pub(crate) config: Option<PathBuf>,
    /// Use no configuration file.
    #[arg(long)]
    pub(crate) no_config: bool,
    /// Ask the OSV service about dependencies. Opens a network connection.
    #[arg(long)]
    pub(crate) online: bool,
    /// Base address of the OSV service, for --online.
    #[arg(long, value_name = "URL", default_value = "https://api.osv.dev")]
    pub(crate) osv_api: String,
}

#[derive(Debug, Subcommand)]
pub(crate) enum BaselineCommand {
    /// Write all present findings down as known.
    Write(BaselineArgs),
    /// Add new findings and refresh moved ones; keep reasons, owners and dates.
    Update(BaselineArgs),
    /// Remove entries that are no longer found.
    Prune(BaselineArgs),
    /// Print what has come and gone since the baseline.
    Diff(BaselineArgs),
    /// Add what a gitleaks report or a detect-secrets baseline lets through.
    Import {
        /// The report of gitleaks (JSON) or the `.secrets.baseline`.
        from: PathBuf,
        #[command(flatten)]
        into: BaselineArgs,
    },
}

#[derive(Args, Debug)]
pub(crate) struct BaselineArgs {
    /// The baseline file.
    #[arg(long, value_name = "FILE", default_value = "firedoor.baseline")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) scan: ScanArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ConfigCommand {
    /// Print the configuration in force.
    Show {
        /// The scanned path.
        path: Option<PathBuf>,
        /// Configuration file.
        #[arg(short, long)]
        config: Option<PathBuf>,
        /// Say where each value comes from.
        #[arg(long)]
        origin: bool,
    },
    /// Print the JSON schema of firedoor.toml.
    Schema,
}

#[derive(Args, Debug)]
pub(crate) struct InitArgs {
    /// The repository.
    pub(crate) path: Option<PathBuf>,
    /// Print what would be written.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Overwrite existing files.
    #[arg(long)]
    pub(crate) force: bool,
    /// Hash of the commit of firedoor's release, which the workflow is pinned to instead of its tag.
    #[arg(long, value_name = "HASH")]
    pub(crate) pin: Option<String>,
    /// Install no git hook.
    #[arg(long)]
    pub(crate) no_hook: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum HookCommand {
    /// Install a native git hook that judges the index before each commit.
    Install {
        /// Also judge what a push would publish.
        #[arg(long)]
        pre_push: bool,
    },
    /// Remove both hooks and restore what was there.
    Uninstall {
        /// Remove the `pre-push` hook only.
        #[arg(long)]
        pre_push: bool,
    },
    /// What the hook runs.
    Run {
        /// `pre-commit` or `pre-push`.
        #[arg(default_value = "pre-commit")]
        stage: String,
        /// What git hands over: for `pre-push` the name of the remote and its address.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

/// A number of seconds, with a fraction if need be.
fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number of seconds".to_owned())?;
    if std::time::Duration::try_from_secs_f64(seconds).is_ok() { Ok(seconds) } else { Err("not a time".to_owned()) }
}
