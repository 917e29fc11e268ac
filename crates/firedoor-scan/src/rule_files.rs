//! Rule files that the user named: found, read, and told apart by engine.

use std::path::{Path, PathBuf};

use firedoor_core::{Diagnostic, RuleSource};
use firedoor_input::git::TreeKind;
use firedoor_rules::include::{self, Lists};

use crate::steering::Steering;

/// Rule files by engine, sorted by path.
#[derive(Debug, Default)]
pub struct RuleFiles {
    /// gitleaks TOML.
    pub secrets: Vec<RuleSource>,
    /// Semgrep YAML, with their includes put in.
    pub sast: Vec<RuleSource>,
    /// Files of named lists for `- include:`.
    lists: Vec<RuleSource>,
}

impl RuleFiles {
    /// Reads files as they are, and in folders every `.yaml`, `.yml` and `.toml` that holds rules.
    ///
    /// # Errors
    /// A message naming each path that cannot be read or is no rule file.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Vec<Diagnostic>> {
        Self::load_by(paths, &Steering::on_disk())
    }

    /// The same with files read another way. What a change brings is left out.
    pub(crate) fn load_by(paths: &[PathBuf], steering: &Steering<'_>) -> Result<Self, Vec<Diagnostic>> {
        let mut out = Self::default();
        let mut errors = Vec::new();
        for path in paths {
            match steering.kind(path) {
                Err(error) => errors.push(unreadable(path, &error.to_string())),
                Ok(TreeKind::Nothing) => {}
                Ok(TreeKind::Folder) => out.folder(path, steering, &mut errors),
                Ok(TreeKind::File) => out.file(path, false, steering, &mut errors),
            }
        }
        for list in [&mut out.secrets, &mut out.sast] {
            list.sort_by(|a, b| a.path.cmp(&b.path));
            list.dedup_by(|a, b| a.path == b.path);
        }
        errors.extend(out.put_lists_in());
        if errors.is_empty() { Ok(out) } else { Err(errors) }
    }

    /// Replaces `- include: name` by the items of the user's lists, or of the built-in ones.
    fn put_lists_in(&mut self) -> Vec<Diagnostic> {
        if !self.sast.iter().any(|s| s.text.contains("include:")) {
            return Vec::new();
        }
        let mut errors = Vec::new();
        let mut lists = Lists::new();
        for list in &self.lists {
            if let Err(why) = include::read_lists(&list.text, &mut lists) {
                errors.push(Diagnostic::new(
                    "invalid-list",
                    list,
                    None,
                    format!("This list file cannot be read: {why}."),
                    "",
                ));
            }
        }
        for list in firedoor_rules::LISTS {
            let mut builtin = Lists::new();
            if include::read_lists(list.text, &mut builtin).is_ok() {
                for (name, items) in builtin {
                    lists.entry(name).or_insert(items);
                }
            }
        }
        for source in &mut self.sast {
            match include::expand(&source.text, &lists) {
                Ok(None) => {}
                Ok(Some(text)) => *source = RuleSource::new(source.path.clone(), text),
                Err(why) => errors.push(Diagnostic::new("unknown-list", source, None, format!("{why}."), "")),
            }
        }
        errors
    }

    fn folder(&mut self, dir: &Path, steering: &Steering<'_>, errors: &mut Vec<Diagnostic>) {
        let before = self.secrets.len() + self.sast.len();
        match steering.files_below(dir) {
            Ok(files) => files.iter().for_each(|f| self.file(f, true, steering, errors)),
            Err(error) => errors.push(unreadable(dir, &error.to_string())),
        }
        // A change may bring the first rules into a folder that the base has.
        if errors.is_empty() && self.secrets.len() + self.sast.len() == before && !steering.is_compared(dir) {
            errors.push(unreadable(dir, "no rule file (.yaml, .yml, .toml) is in it"));
        }
    }

    fn file(&mut self, path: &Path, in_folder: bool, steering: &Steering<'_>, errors: &mut Vec<Diagnostic>) {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        let is_toml = extension == "toml";
        let is_yaml = matches!(extension.as_str(), "yaml" | "yml");
        // Fixtures of YAML and TOML rules lie beside them.
        let fixture = name.contains(".test.") || name.contains(".fixed.");
        if in_folder && (!(is_toml || is_yaml) || fixture) {
            return;
        }
        let text = match steering.read_text(path) {
            Ok(text) => text,
            Err(why) => return errors.push(unreadable(path, &why.to_string())),
        };
        // In a folder, other YAML and TOML files (fixtures, lists, configuration) are passed over; a file that was
        // named is judged as rules whatever it holds.
        let looks = |word: &str| text.lines().any(|l| l.trim_start_matches(['"', '\u{feff}']).starts_with(word));
        let source = RuleSource::new(path.to_string_lossy().into_owned(), text.as_str());
        if is_toml {
            if !in_folder || looks("[[rules]]") || looks("[extend]") {
                self.secrets.push(source);
            }
        } else if include::is_list_file(&text) {
            self.lists.push(source);
        } else if looks("rules") || text.trim_start().starts_with('{') && text.contains("\"rules\"") {
            self.sast.push(source);
        } else if !in_folder {
            errors.push(unreadable(path, "there is no `rules:` in it"));
        }
    }
}

fn unreadable(path: &Path, why: &str) -> Diagnostic {
    let source = RuleSource::new(path.to_string_lossy().into_owned(), "");
    Diagnostic::new("unreadable-rules", &source, None, format!("These rules cannot be read: {why}."), "")
}
