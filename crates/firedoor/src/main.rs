//! The command line: flags to a request, a report to files and terminal, a verdict to an exit code.

#![allow(clippy::disallowed_methods, reason = "the command line reads standard input and writes reports")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "this is the crate that talks to the terminal")]

/// Writes a line to standard error. One that is closed or full is no reason to panic: the exit code speaks.
macro_rules! say {
    ($($arg:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr().lock(), $($arg)*);
    }};
}
pub(crate) use say;

mod baseline;
mod cli;
mod config;
mod date;
mod db;
mod fix;
mod hook;
mod hush;
mod init;
#[cfg(feature = "net")]
mod net;
mod outputs;
mod progress;
mod rules;
mod sca;
mod scan;
mod write;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use cli::{Cli, Command};
use firedoor_core::{Diagnostic, EngineId};
use firedoor_scan::SetupError;

/// A scan makes and drops small things by the million, which the allocators of glibc and above all of musl are slow at.
/// This one takes the place of `malloc` in the C parts, too.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Why a command did not do its job (exit code 2).
#[derive(Debug)]
enum Failure {
    /// Something that the user wrote is wrong.
    Diagnostics(Vec<Diagnostic>),
    /// Anything else, as one sentence.
    Message(String),
}

impl From<SetupError> for Failure {
    fn from(error: SetupError) -> Self {
        match error {
            SetupError::Diagnostics(d) => Self::Diagnostics(d),
            SetupError::Other(m) => Self::Message(m),
        }
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Message(format!("{error:#}"))
    }
}

type Done = Result<u8, Failure>;

fn main() -> ExitCode {
    outlive_file_limit();
    let cli = Cli::parse();
    match run(cli.command) {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            explain(&failure);
            ExitCode::from(2)
        }
    }
}

/// A limit on the size of files (`ulimit -f`) ends a process by a signal in the middle of a write, and leaves half a file.
/// With a handler in its place the write fails like one to a full disk: it is said, and what was half written is removed.
#[cfg(unix)]
fn outlive_file_limit() {
    let seen = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    // Where no handler can be set, the signal does what it always did.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, seen);
}

#[cfg(not(unix))]
fn outlive_file_limit() {}

fn run(command: Command) -> Done {
    match command {
        Command::Scan(args) => scan::run(&args, &[]),
        Command::Secrets(args) => scan::run(&args, &[EngineId::Secrets]),
        Command::Sast(args) => rules::sast(&args),
        Command::Sca(args) => sca::run(&args),
        Command::Rules(command) => rules::run(command),
        Command::Explain { rule } => rules::show(&rule),
        Command::Db(command) => db::run(command),
        Command::Sbom(args) => sca::sbom(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Baseline(command) => baseline::run(*command),
        Command::Config(command) => config::run(command),
        Command::Init(args) => init::run(&args),
        Command::Hook(command) => hook::run(command),
        Command::Completions { shell } => {
            // To memory first: the generator panics where standard output is closed.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "firedoor", &mut script);
            write::stdout(&String::from_utf8_lossy(&script))?;
            Ok(0)
        }
        Command::Man { dir } => man(dir.as_deref()),
        Command::ReportOutputs { file } => outputs::run(&file),
    }
}

/// The page of `firedoor` to standard output, or a page for each command into a folder.
fn man(dir: Option<&std::path::Path>) -> Done {
    let failed = |e: std::io::Error| Failure::Message(format!("cannot write the man page: {e}"));
    match dir {
        Some(dir) => {
            std::fs::create_dir_all(dir).map_err(failed)?;
            clap_mangen::generate_to(Cli::command(), dir).map_err(failed)?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut page).map_err(failed)?;
            write::stdout(&String::from_utf8_lossy(&page))?;
        }
    }
    Ok(0)
}

fn explain(failure: &Failure) {
    match failure {
        Failure::Message(message) => crate::say!("firedoor: {message}"),
        Failure::Diagnostics(list) => {
            let color = scan::color(cli::Color::Auto, &std::io::stderr());
            for d in &hush::diagnostics(list) {
                crate::say!("{}", firedoor_report::render_diagnostic(d, color, write::width()));
            }
        }
    }
}
