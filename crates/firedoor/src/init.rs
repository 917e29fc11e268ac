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
        (PathBuf::from(".github/workflows/firedoor.yml"), WORKFLOW.to_owned()),
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
    crate::say!(
        "firedoor: `firedoor hook install` adds the commit hook; `firedoor baseline write` accepts what is there"
    );
    Ok(0)
}

fn configuration(root: &Path, said: &mut Vec<String>) -> String {
    let mut text = String::from(
        "# firedoor's configuration. Every key and its default: docs/configuration.md, or `firedoor config show`.\n\n[gate]\nfail-on = \"high\"\nmin-confidence = \"medium\"\n",
    );
    for engine in ["secrets", "sast"] {
        let rules: Vec<_> =
            KNOWN.iter().filter(|(name, e)| *e == engine && root.join(name).exists()).map(|(name, _)| *name).collect();
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

/// The workflow. It names the release: the binary cannot know the hash of the commit that will hold its checksums.
const WORKFLOW: &str = concat!(
    r#"# Judges pull requests before they are merged, and the main branch once a day against new advisories.
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
      # Pin this by the hash of the release's commit, as the line above does: tags can be moved.
      - uses: firedoor/firedoor@v"#,
    env!("CARGO_PKG_VERSION"),
    "\n"
);
