//! Generated pages: one for each code rule, one for each provider of secrets, their index, and the configuration.
//!
//! The pages are made from the rules themselves and their fixtures, so they say what the binary does. Nothing here
//! depends on the clock or on the order of a folder's listing.

mod action;
mod markdown;
mod sast;
mod secrets;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};

/// Texts by path from the repository's root.
pub(crate) type Pages = BTreeMap<String, String>;

/// Folder that holds generated pages and nothing else.
const RULES: &str = "docs/rules";

/// How to bring the pages up to date, for the test's message.
#[cfg(test)]
const FIX: &str = "cargo xtask docs";

/// All generated pages.
pub(crate) fn pages(root: &Path) -> Result<Pages> {
    let mut pages = Pages::new();
    let code = sast::read(&root.join("rules/sast"))?;
    let providers = secrets::read();
    for rule in &code {
        pages.insert(format!("{RULES}/sast/{}.md", rule.id), rule.page());
    }
    for (provider, rules) in &providers {
        pages.insert(format!("{RULES}/secrets/{provider}.md"), secrets::page(provider, rules));
    }
    pages.insert(format!("{RULES}/gate/new-suppression.md"), NEW_SUPPRESSION.to_owned());
    pages.insert(format!("{RULES}/README.md"), index(&code, &providers));
    pages.insert("docs/configuration.md".to_owned(), format!("{CONFIGURATION}{}", firedoor_gate::config::reference()));
    let read = |path: &str| std::fs::read_to_string(root.join(path)).with_context(|| path.to_owned());
    pages.insert("docs/action.md".to_owned(), action::page(&read("docs/action.md")?, &read("action.yml")?)?);
    Ok(pages)
}

/// Writes what has changed and removes pages of rules that are gone; the number of files touched.
pub(crate) fn write(root: &Path) -> Result<usize> {
    let pages = pages(root)?;
    let mut touched = 0;
    for path in stale(root, &pages)? {
        std::fs::remove_file(root.join(&path)).with_context(|| path.clone())?;
        touched += 1;
    }
    for (path, text) in &pages {
        let full = root.join(path);
        if std::fs::read_to_string(&full).is_ok_and(|t| t == *text) {
            continue;
        }
        if let Some(folder) = full.parent() {
            std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        }
        std::fs::write(&full, text).with_context(|| path.clone())?;
        touched += 1;
    }
    Ok(touched)
}

/// Files below the folder of generated pages that no rule has.
fn stale(root: &Path, pages: &Pages) -> Result<BTreeSet<String>> {
    let mut out = BTreeSet::new();
    let mut folders = vec![RULES.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(root.join(&folder)) else { continue };
        for entry in entries {
            let entry = entry?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if !pages.contains_key(&path) {
                out.insert(path);
            }
        }
    }
    Ok(out)
}

fn index(code: &[sast::CodeRule], providers: &secrets::Providers) -> String {
    let secret_rules: usize = providers.values().map(Vec::len).sum();
    let mut out = format!(
        "# Rules\n\n{} rules for code, {secret_rules} for secrets of {} providers and kinds. `firedoor explain RULE` prints the \
         same in a terminal. Dependencies are judged by published advisories; a finding links to its advisory.\n",
        code.len(),
        providers.len()
    );
    let mut languages: BTreeMap<&str, Vec<&sast::CodeRule>> = BTreeMap::new();
    for rule in code {
        languages.entry(rule.folder.as_str()).or_default().push(rule);
    }
    out.push_str("\n## Code\n");
    for (language, rules) in languages {
        let _ =
            write!(out, "\n### {language}\n\n| Rule | Finds | Severity | Confidence | CWE |\n|---|---|---|---|---|\n");
        for r in rules {
            let _ = writeln!(
                out,
                "| [{0}](sast/{0}.md) | {1} | {2} | {3} | {4} |",
                r.id,
                markdown::cell(r.title()),
                r.severity,
                r.confidence,
                r.cwe_numbers().iter().map(|n| markdown::cwe(*n)).collect::<Vec<_>>().join(", ")
            );
        }
    }
    out.push_str("\n## Secrets\n\n| Provider or kind | Rules |\n|---|---|\n");
    for (provider, rules) in providers {
        let list: Vec<_> = rules.iter().map(|r| format!("[{0}](secrets/{provider}.md#{0})", r.id)).collect();
        let _ = writeln!(out, "| [{provider}](secrets/{provider}.md) | {} |", list.join(", "));
    }
    out.push_str(
        "\n## Gate\n\n| Rule | Finds |\n|---|---|\n| [new-suppression](gate/new-suppression.md) | A change that brings a \
         suppression in source |\n",
    );
    out
}

const NEW_SUPPRESSION: &str = "# new-suppression\n\n\
A change brings a suppression in source.\n\n\
With `--diff`, the gate takes configuration, baseline and suppressions from the base commit, so that a change cannot\n\
excuse itself. A marker such as `firedoor:ignore[…]`, `nosemgrep` or `gitleaks:allow` that the change itself adds is\n\
therefore a finding of its own, with the severity of what it hides.\n\n\
Let somebody review it. If your review does not need this finding, set `allow-new-suppressions = true` in `[gate]` (see\n\
[configuration](../../configuration.md)).\n";

const CONFIGURATION: &str = "# Configuration\n\n\
`firedoor.toml` is looked for upwards from the scanned path. Every key may be left out. `firedoor config show --origin`\n\
prints what is in force and which file and line says so; `firedoor config schema` prints the JSON schema for editors\n\
([schemas/firedoor.schema.json](../schemas/firedoor.schema.json)). A mistake is shown with its line and ends with exit\n\
code 2. Flags win over the file.\n\n\
With `--diff` the file of the *base* commit counts: a change cannot loosen the gate that judges it.\n\n\
<!-- Written by `cargo xtask docs` from the parser's table: change crates/firedoor-gate/src/config/schema.rs. -->\n\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_up_to_date() {
        let root = crate::root();
        let pages = pages(&root).expect("the rules can be read");
        let mut wrong: Vec<_> =
            stale(&root, &pages).expect("listable").into_iter().map(|p| p + " (no such rule)").collect();
        for (path, text) in &pages {
            if std::fs::read_to_string(root.join(path)).map_or(true, |t| t.replace("\r\n", "\n") != *text) {
                wrong.push(path.clone());
            }
        }
        assert!(wrong.is_empty(), "{} generated pages are out of date, run `{FIX}`: {wrong:#?}", wrong.len());
    }

    #[test]
    fn links_between_pages_lead_somewhere() {
        let root = crate::root();
        let pages = pages(&root).expect("the rules can be read");
        for (path, text) in &pages {
            let folder = Path::new(path).parent().expect("it is in a folder");
            // Code is no link.
            let prose: String = text.split("```").step_by(2).collect();
            for part in prose.split("](").skip(1) {
                let target = part.split([')', '#']).next().unwrap_or_default();
                if target.is_empty() || target.contains("://") {
                    continue;
                }
                let mut full = folder.to_path_buf();
                for step in target.split('/') {
                    if step == ".." {
                        full.pop();
                    } else {
                        full.push(step)
                    }
                }
                let full = full.to_string_lossy().replace('\\', "/");
                assert!(pages.contains_key(&full) || root.join(&full).exists(), "{path} links to {target}");
            }
        }
    }
}
