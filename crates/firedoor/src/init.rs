//! `firedoor init`: a configuration and a workflow that suit the repository, after looking at what is there.

use std::path::{Path, PathBuf};

use firedoor_input::Root;

use crate::cli::InitArgs;
use crate::{Done, Failure, write};

/// What other tools left in a repository, and what firedoor makes of it.
const KNOWN: &[(&str, &str)] = &[
    (".gitleaks.toml", "secrets"),
    ("gitleaks.toml", "secrets"),
    (".betterleaks.toml", "secrets"),
    (".semgrep.yml", "sast"),
    (".semgrep.yaml", "sast"),
    (".semgrep", "sast"),
];

pub(crate) fn run(args: &InitArgs) -> Done {
    let paths: Vec<PathBuf> = args.path.clone().into_iter().collect();
    let root = Root::resolve(&paths).map_err(|e| Failure::Message(e.to_string()))?;
    let mut said = Vec::new();
    let configuration = configuration(&root.dir, &mut said);
    // What is written must hold: a configuration that firedoor itself refuses would be a poor beginning.
    let source = firedoor_core::RuleSource::new(firedoor_scan::setup::CONFIG_FILE, configuration.as_str());
    firedoor_gate::parse_config(&source).map_err(Failure::Diagnostics)?;
    let files = [
        (PathBuf::from(firedoor_scan::setup::CONFIG_FILE), configuration),
        (PathBuf::from(".github/workflows/firedoor.yml"), workflow(args.pin.as_deref())?),
    ];
    for line in said {
        crate::say!("firedoor: {line}");
    }
    for (path, text) in files {
        if args.dry_run {
            write::stdout(&format!("# {}\n{text}\n", path.display()))?;
        } else if root.dir.join(&path).exists() && !args.force {
            crate::say!("firedoor: {} is there already and was left alone (--force overwrites it)", path.display());
        } else {
            write::file(&root.dir.join(&path), &text)?;
            crate::say!("firedoor: wrote {}", path.display());
        }
    }
    hook(&root, args)?;
    if args.pin.is_none() {
        crate::say!(
            "firedoor: the workflow names the release by its tag; `git ls-remote {REPOSITORY} v{VERSION}` tells the hash \
             to pin it by (`firedoor init --force --pin HASH`)"
        );
    }
    crate::say!("firedoor: `firedoor baseline write` accepts what is there");
    Ok(0)
}

/// The git hook, unless the pre-commit framework is in charge: its configuration is the user's to edit.
fn hook(root: &Root, args: &InitArgs) -> Result<(), Failure> {
    if !root.is_git || args.no_hook {
        return Ok(());
    }
    if root.dir.join(".pre-commit-config.yaml").exists() {
        crate::say!("firedoor: found .pre-commit-config.yaml: add the hook `firedoor` to it (docs/install.md)");
    } else if args.dry_run {
        crate::say!("firedoor: the git hook would be installed (--no-hook leaves it out)");
    } else {
        crate::hook::install_pre_commit(&root.dir)?;
    }
    Ok(())
}

fn configuration(root: &Path, said: &mut Vec<String>) -> String {
    let mut text = String::from(
        "# firedoor's configuration. Every key and its default: docs/configuration.md, or `firedoor config show`.\n\n[gate]\nfail-on = \"high\"\nmin-confidence = \"medium\"\n",
    );
    for engine in ["secrets", "sast"] {
        let there = KNOWN.iter().filter(|(name, e)| *e == engine && root.join(name).exists()).map(|(name, _)| *name);
        // Only what loads: a configuration that names an empty folder is refused by every later scan.
        let (rules, others): (Vec<_>, Vec<_>) = there.partition(|name| loads(root, engine, name));
        for name in others {
            said.push(format!("found {name}: no rule in it can be used, so it was left out"));
        }
        if !rules.is_empty() {
            said.push(format!("found {}: its rules are used beside the built-in ones", rules.join(", ")));
            let list: Vec<_> = rules.iter().map(|r| format!("{r:?}")).collect();
            text.push_str(&format!("\n[{engine}]\nrules = [{}]\n", list.join(", ")));
        }
    }
    for (name, what) in [
        (".gitleaksignore", "its entries are honoured as they are"),
        ("osv-scanner.toml", "its ignored advisories are honoured as they are"),
        (".semgrepignore", "its paths are honoured as they are"),
        (".secrets.baseline", "its secrets are honoured as they are"),
        (".trivyignore", "its entries are honoured as they are"),
    ] {
        if root.join(name).exists() {
            said.push(format!("found {name}: {what}"));
        }
    }
    let folders: Vec<_> = ["vendor", "third_party"].into_iter().filter(|f| root.join(f).is_dir()).collect();
    if !folders.is_empty() {
        let globs: Vec<_> = folders.iter().map(|f| format!("\"{f}/**\"")).collect();
        said.push(format!("found {}: code engine leaves it out", folders.join(", ")));
        let header = if text.contains("\n[sast]\n") { "" } else { "\n[sast]\n" };
        text.push_str(&format!("{header}exclude = [{}]\n", globs.join(", ")));
    }
    text
}

/// Whether a scan with these rules beside the built-in ones would begin.
fn loads(root: &Path, engine: &str, name: &str) -> bool {
    let text = format!("[scan]\nengines = [{engine:?}]\n[{engine}]\nrules = [{name:?}]\n");
    let source = firedoor_core::RuleSource::new(firedoor_scan::setup::CONFIG_FILE, text);
    let Ok(config) = firedoor_gate::parse_config(&source) else { return false };
    firedoor_scan::catalogue::loads(&config, root)
}

const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The workflow, pinned by the hash that the user names, else by the release's tag.
///
/// The binary cannot know the hash by itself: the released commit holds the checksum of the binary, so it is made after
/// it. The Action runs only archives whose checksum it holds, so a moved tag runs another Action, never another archive
/// under this one.
fn workflow(pin: Option<&str>) -> Result<String, Failure> {
    let reference = match pin {
        Some(hash) if hash.len() == 40 && hash.bytes().all(|b| b.is_ascii_hexdigit()) => {
            format!("{hash} # v{VERSION}")
        }
        Some(hash) => {
            return Err(Failure::Message(format!("--pin takes the 40 hexadecimal digits of a commit, not `{hash}`")));
        }
        None => format!("v{VERSION} # a tag can be moved: `firedoor init --force --pin HASH` pins the commit"),
    };
    Ok(format!("{WORKFLOW}      - uses: firedoor/firedoor@{reference}\n"))
}

const WORKFLOW: &str = r#"# Judges pull requests before they are merged, and the main branch once a day against new advisories.
name: firedoor
on:
  pull_request:
  push:
    branches: [main, master]
  schedule:
    - cron: "17 4 * * *"
permissions: {}
jobs:
  gate:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
      security-events: write # to show findings in code scanning; without it they are in the job summary
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          fetch-depth: 0
          persist-credentials: false
"#;
