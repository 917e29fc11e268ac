//! `firedoor scan` and the commands that run one engine.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use firedoor_core::{Confidence, EngineId, Fix, RepoPath, Severity, Verdict};
use firedoor_report::{Format, RenderOptions};
use firedoor_scan::edits;
use firedoor_scan::watch::{Limits, Watch};
use firedoor_scan::{Outcome, Request, Scope};

use crate::cli::{Color, Pack, ScanArgs};
use crate::progress::{Bar, Watchman};
use crate::{Done, Failure, date, write};

/// Largest standard input that is judged, in bytes.
const MAX_STDIN: u64 = 256 << 20;
/// What standard input is called where nobody gives it a name.
pub(crate) const NO_NAME: &str = "stdin";

/// Runs a scan; `engines` restricts it for the commands that run one.
pub(crate) fn run(args: &ScanArgs, engines: &[EngineId]) -> Done {
    // Formats are checked before anything is scanned.
    outputs(args)?;
    run_request(request(args, engines)?, args)
}

/// Puts what the OSV service (and, for yanked crates, the index of crates.io) knows in the place of a database.
#[cfg(feature = "net")]
pub(crate) fn ask_online(request: &mut Request, api: &str, crates_index: &str) -> Result<(), Failure> {
    let (files, _) = firedoor_scan::inventory::inventory(request)?;
    let services = crate::net::Services {
        osv: api.to_owned(),
        crates_index: crates_index.to_owned(),
        today: request.today.clone(),
    };
    request.asked = Some(crate::net::online(&files, &services)?);
    Ok(())
}

#[cfg(not(feature = "net"))]
pub(crate) fn ask_online(_: &mut Request, _: &str, _: &str) -> Result<(), Failure> {
    Err(Failure::Message("this firedoor was built without the feature `net` and opens no connection".to_owned()))
}

/// Runs a request that was made from flags.
pub(crate) fn run_request(mut request: Request, args: &ScanArgs) -> Done {
    let outputs = outputs(args)?;
    if args.online {
        ask_online(&mut request, &args.osv_api, &args.crates_index)?;
    }
    let outcome = outcome(&request, args)?;
    if args.profile {
        for (phase, took) in &outcome.profile.phases {
            crate::say!("profile: {:>9.1} ms  {phase}", took.as_secs_f64() * 1e3);
        }
        for (took, path) in &outcome.profile.slowest {
            crate::say!("profile: {:>9.1} ms  {path}", took.as_secs_f64() * 1e3);
        }
    }
    finish(args, &outputs, &outcome)
}

pub(crate) fn outcome(request: &Request, args: &ScanArgs) -> Result<Outcome, Failure> {
    let watch = Arc::new(Watch::default());
    let limits = Limits {
        time: Duration::try_from_secs_f64(args.timeout).ok().filter(|t| !t.is_zero()),
        memory: args.max_memory.map(|mib| mib.saturating_mul(1 << 20)),
    };
    let watchman = Watchman::begin(limits, Arc::clone(&watch));
    let bar = Bar::new(args.quiet, watch);
    let outcome = firedoor_scan::run(request, &bar)?;
    drop((bar, watchman));
    if !outcome.broken_rules.is_empty() {
        let color = color(args.color, &std::io::stderr());
        for broken in &crate::hush::diagnostics(&outcome.broken_rules) {
            crate::say!("{}", firedoor_report::render_diagnostic(broken, color, write::width()));
        }
    }
    Ok(outcome)
}

fn finish(args: &ScanArgs, outputs: &Outputs, outcome: &Outcome) -> Done {
    if args.fix {
        apply_fixes(outcome)?;
    }
    let options = RenderOptions {
        color: color(args.color, &std::io::stdout()),
        width: write::width(),
        explain_score: args.explain_score,
        show_suppressed: args.show_suppressed,
        show_existing: args.show_suppressed,
        quiet: args.quiet,
        silent_pass: args.silent_pass,
        time: Some(date::now()),
        ..RenderOptions::default()
    };
    let plain = RenderOptions { color: false, width: 100, ..options.clone() };
    for (format, path) in &outputs.files {
        write::file(path, &firedoor_report::render(&outcome.report, *format, &plain))?;
    }
    if let Some(format) = outputs.stdout {
        write::stdout(&firedoor_report::render(&outcome.report, format, &options))?;
    }
    // With --allow-incomplete the verdict is a pass; the reports say what was not judged.
    Ok(match outcome.report.verdict {
        Verdict::Incomplete if args.allow_incomplete => 0,
        verdict => verdict.exit_code(),
    })
}

struct Outputs {
    stdout: Option<Format>,
    files: Vec<(Format, PathBuf)>,
}

fn outputs(args: &ScanArgs) -> Result<Outputs, Failure> {
    let parse = |word: &str| {
        Format::parse(word).ok_or_else(|| {
            let known: Vec<_> = Format::ALL.iter().map(|f| f.as_str()).collect();
            Failure::Message(format!("there is no format `{word}`; known are {}", known.join(", ")))
        })
    };
    let main = parse(&args.format)?;
    let mut files = Vec::new();
    for spec in &args.reports {
        let (format, path) = spec.split_once('=').filter(|(_, p)| !p.is_empty()).ok_or_else(|| {
            Failure::Message(format!("--report takes FORMAT=FILE, such as sarif=out.sarif; `{spec}` has no file"))
        })?;
        files.push((parse(format)?, PathBuf::from(path)));
    }
    let stdout = match &args.output {
        Some(path) if path.as_os_str() != "-" => {
            files.push((main, path.clone()));
            None
        }
        _ => Some(main),
    };
    let mut taken = std::collections::BTreeSet::new();
    for (_, path) in &files {
        // A device or a pipe takes any number.
        let plain = std::fs::metadata(path).map_or(true, |m| m.is_file());
        if plain && !taken.insert(real_name(path)) {
            return Err(Failure::Message(format!(
                "two reports go to {}; each needs a file of its own",
                path.display()
            )));
        }
    }
    Ok(Outputs { stdout, files })
}

/// A file's name with its folder resolved, so that two spellings of one file are one.
fn real_name(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    match (path.canonicalize(), folder.canonicalize(), path.file_name()) {
        (Ok(full), _, _) => full,
        (_, Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_path_buf(),
    }
}

/// The request that the flags mean.
pub(crate) fn request(args: &ScanArgs, engines: &[EngineId]) -> Result<Request, Failure> {
    let mut wanted = engines.to_vec();
    for word in &args.engines {
        let engine = EngineId::parse(word)
            .filter(|e| matches!(e, EngineId::Secrets | EngineId::Sast | EngineId::Sca))
            .ok_or_else(|| Failure::Message(format!("there is no engine `{word}`; known are secrets, sast and sca")))?;
        wanted.push(engine);
    }
    let scope = if args.staged {
        Scope::Staged
    } else if let Some(base) = &args.diff {
        Scope::Diff(base.clone())
    } else if let Some(range) = &args.history {
        Scope::History(Some(range.clone()).filter(|r| !r.is_empty()))
    } else if let Some(name) = &args.stdin {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .take(MAX_STDIN + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| Failure::Message(format!("cannot read standard input: {e}")))?;
        if bytes.len() as u64 > MAX_STDIN {
            return Err(Failure::Message(format!("standard input has more than {MAX_STDIN} bytes")));
        }
        // A name is relative to the working directory, reports name files from the top of the repository.
        let root = firedoor_input::Root::resolve(&[]).map_err(|e| Failure::Message(e.to_string()))?;
        let from_top = Some(name).filter(|name| *name != NO_NAME).and_then(|name| root.name_of(name.as_ref()));
        Scope::Stdin { name: from_top.unwrap_or_else(|| name.clone()), bytes }
    } else {
        Scope::WorkTree
    };
    let fail_on = match args.fail_on.as_deref() {
        None => None,
        Some("never") => Some(None),
        Some(word) => Some(Some(Severity::parse(word).ok_or_else(|| {
            Failure::Message(format!("--fail-on takes info, low, medium, high, critical or never, not `{word}`"))
        })?)),
    };
    let min_confidence = match args.min_confidence.as_deref() {
        None => None,
        Some(word) => Some(
            Confidence::parse(word)
                .ok_or_else(|| Failure::Message(format!("--min-confidence takes low, medium or high, not `{word}`")))?,
        ),
    };
    Ok(Request {
        paths: args.paths.clone(),
        scope,
        engines: wanted,
        rules: args.rules.clone(),
        builtin: args.pack.map(|_| true),
        extended: args.pack == Some(Pack::Extended),
        config: args.config.clone(),
        no_config: args.no_config,
        baseline: args.baseline.clone(),
        new_baseline: false,
        fail_on,
        min_confidence,
        new_only: args.new_only,
        allow_incomplete: args.allow_incomplete,
        no_ignore: args.no_ignore,
        exclude: args.exclude.clone(),
        archives: args.archives,
        database: args.database.clone(),
        asked: None,
        installed: false,
        jobs: args.jobs.map(usize::from),
        reachability: args.reachability,
        vex: args.vex.clone(),
        today: date::today(),
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        category: args.category.clone(),
    })
}

/// Whether to colour what goes to a stream (<https://no-color.org>).
pub(crate) fn color(choice: Color, stream: &dyn Terminal) -> bool {
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => stream.is_terminal_stream() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
    }
}

/// A stream that may be a terminal.
pub(crate) trait Terminal {
    fn is_terminal_stream(&self) -> bool;
}

impl<T: IsTerminal> Terminal for T {
    fn is_terminal_stream(&self) -> bool {
        self.is_terminal()
    }
}

/// Applies fixes file by file and says what was left out.
fn apply_fixes(outcome: &Outcome) -> Result<(), Failure> {
    let mut by_file: BTreeMap<&RepoPath, Vec<(&str, &Fix)>> = BTreeMap::new();
    for (rule, fix) in &outcome.fixes {
        if let Some(edit) = fix.edits.first() {
            by_file.entry(&edit.path).or_default().push((rule, fix));
        }
    }
    for (path, fixes) in by_file {
        let absolute = outcome.root.join(path.as_str());
        let bytes = std::fs::read(&absolute).map_err(|e| Failure::Message(format!("cannot fix {path}: {e}")))?;
        if firedoor_core::utf16_to_utf8(&bytes).is_some() {
            crate::say!("firedoor: {path} is UTF-16 and was left alone; apply its fixes by hand");
            continue;
        }
        let new = edits::apply(path, &bytes, &fixes);
        for (rule, why) in &new.left_out {
            crate::say!("firedoor: the fix of {rule} in {path} {why}");
        }
        if new.applied > 0 {
            write::bytes(&absolute, &new.bytes)?;
        }
        crate::say!(
            "firedoor: {} applied to {path}",
            if new.applied == 1 { "1 fix".into() } else { format!("{} fixes", new.applied) }
        );
    }
    Ok(())
}
