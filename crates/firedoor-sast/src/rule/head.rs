//! A rule's own keys: id, languages, severity, metadata, options, paths, fixes; and which mode it has.

use std::sync::Arc;

use firedoor_core::{Confidence, EngineId, Rule as RuleInfo, RuleOrigin, Severity, Span};

use super::dict::{Dict, Reader, Result, nearest};
use super::formula::Place;
use super::language::RuleLanguage;
use super::model::{FixRegex, LazyMode, Metadata, Mode, Paths, Rule};
use super::options::{CommentStyle, GenericEngine, Options};
use super::taint::Syntax;
use firedoor_yaml::Node;

/// The version of Semgrep whose format and semantics are followed; `min-version` and `max-version` compare with it.
pub const FORMAT_VERSION: (u64, u64, u64) = (1, 182, 0);

/// Keys of a rule that mean something to others than the engine and are passed over silently.
const FOREIGN_KEYS: [&str; 8] =
    ["equivalences", "product", "scan_mode", "source-id", "rule-origin-note", "validators", "version", "dependsOn"];

const KEYS: [&str; 24] = [
    "id",
    "languages",
    "message",
    "severity",
    "mode",
    "pattern",
    "patterns",
    "pattern-either",
    "pattern-regex",
    "pattern-sources",
    "pattern-sinks",
    "pattern-sanitizers",
    "pattern-propagators",
    "match",
    "taint",
    "options",
    "paths",
    "fix",
    "fix-regex",
    "metadata",
    "min-version",
    "max-version",
    "equivalences",
    "validators",
];

/// Keys that say what a rule looks for: those from `mode` to `taint`.
pub(super) const MODE_KEYS: &[&str] = KEYS.split_at(4).1.split_at(11).0;

/// What became of one entry of `rules:`.
pub(super) enum Outcome {
    Rule(Box<Rule>),
    /// Written for another version; said by a warning.
    OtherVersion,
}

impl Reader<'_> {
    /// Reads one entry of `rules:`.
    pub(super) fn rule(&mut self, node: &Node<'_>) -> Result<Outcome> {
        let mut dict = self.dict("rules", node)?;
        let id_node = dict.need(self, "id")?;
        let id = self.string("id", id_node)?;
        if id.trim().is_empty() {
            return Err(self.error("invalid-id", id_node.span, "the id is empty", "expected a name"));
        }
        self.rule = Some(id.to_owned());
        self.misspelt(&dict)?;
        let (span, id) = (node.span, id.to_owned());
        if !self.version_fits(&mut dict)? {
            return Ok(Outcome::OtherVersion);
        }
        let (languages, alien) = self.languages(&mut dict)?;
        let mut options = dict.take("options").map(|n| self.options(n)).transpose()?.unwrap_or_default();
        if alien {
            options.generic_engine = GenericEngine::Aliengrep;
        }
        let mode = match self.packed {
            Some(packed) => {
                for &key in MODE_KEYS {
                    dict.take(key);
                }
                LazyMode::packed(packed)
            }
            None => LazyMode::read(self.mode(&mut dict)?),
        };
        let message_node = dict.need(self, "message")?;
        let message = self.string("message", message_node)?.trim().to_owned();
        let severity = self.severity(dict.need(self, "severity")?)?;
        let fix = dict.take("fix").map(|n| self.text("fix", n)).transpose()?;
        let fix_regex = dict.take("fix-regex").map(|n| self.fix_regex(n)).transpose()?;
        let paths = dict.take("paths").map(|n| self.paths(n)).transpose()?;

        let mut info = RuleInfo::new(EngineId::Sast, id.as_str(), title(&message, &id), severity);
        info.description = message.clone();
        info.origin = self.origin(span);
        let metadata = match dict.take("metadata") {
            Some(node) => self.metadata(node, &mut info),
            None => Metadata::default(),
        };
        for key in FOREIGN_KEYS {
            dict.take(key);
        }
        dict.warn_rest(self, &KEYS);
        Ok(Outcome::Rule(Box::new(Rule {
            info: Arc::new(info),
            source: Arc::clone(self.source),
            span,
            languages,
            message,
            mode,
            options,
            paths,
            fix,
            fix_regex,
            metadata,
        })))
    }

    /// A key that is nearly one that exists is a mistake, and often the reason for whatever else is wrong.
    fn misspelt(&self, dict: &Dict<'_, '_>) -> Result<()> {
        for entry in dict.rest() {
            let known = KEYS.contains(&entry.name)
                || FOREIGN_KEYS.contains(&entry.name)
                || super::formula::is_operator(entry.name);
            if known {
                continue;
            }
            if let Some(name) = nearest(entry.name, &KEYS) {
                let message = format!("unknown key `{}`", entry.name);
                return Err(self.error("unknown-key", entry.key, message, format!("did you mean `{name}`?")));
            }
        }
        Ok(())
    }

    fn origin(&self, span: Span) -> RuleOrigin {
        match self.source.path.strip_prefix("builtin:") {
            Some(path) => RuleOrigin::Builtin(path.to_owned()),
            None => {
                let text = self.source.text.as_bytes();
                let before = text.get(..span.start as usize).unwrap_or(text);
                let line = memchr::memchr_iter(b'\n', before).count() + 1;
                RuleOrigin::File(self.source.path.clone(), u32::try_from(line).unwrap_or(u32::MAX))
            }
        }
    }

    fn version_fits(&self, dict: &mut Dict<'_, '_>) -> Result<bool> {
        let mut fits = true;
        for (key, is_min) in [("min-version", true), ("max-version", false)] {
            let Some(node) = dict.take(key) else { continue };
            let text = self.string(key, node)?;
            let parts: Vec<u64> = text.trim_start_matches('v').split('.').map_while(|p| p.parse().ok()).collect();
            let &[major, minor, patch] = parts.as_slice() else {
                let message = format!("`{key}` must be a version");
                return Err(self.error("invalid-version", node.span, message, "expected a version like `1.50.0`"));
            };
            let wanted = (major, minor, patch);
            if (is_min && wanted > FORMAT_VERSION) || (!is_min && wanted < FORMAT_VERSION) {
                let (a, b, c) = FORMAT_VERSION;
                let message =
                    format!("the rule is for another version and is left out (this engine follows {a}.{b}.{c})");
                self.warn("other-version", node.span, message, format!("`{key}` is {text}"));
                fits = false;
            }
        }
        Ok(fits)
    }

    /// The languages, and whether one of them is named by the other generic matcher.
    fn languages(&self, dict: &mut Dict<'_, '_>) -> Result<(Vec<RuleLanguage>, bool)> {
        let node = dict.need(self, "languages")?;
        let list = match node.as_list() {
            Some([]) => {
                return Err(self.error(
                    "empty-list",
                    node.span,
                    "`languages` is empty",
                    "expected at least one language",
                ));
            }
            Some(list) => list,
            None => std::slice::from_ref(node),
        };
        let mut languages = Vec::with_capacity(list.len());
        for node in list {
            let language = self.language(node)?;
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        let alien = list.iter().any(|node| self.string("language", node).is_ok_and(|name| name == "aliengrep"));
        Ok((languages, alien))
    }

    /// What the rule of an entry looks for, without the rest of the entry.
    pub(super) fn whole_mode(&self, node: &Node<'_>) -> Result<Mode> {
        self.mode(&mut self.dict("rules", node)?)
    }

    fn mode(&self, dict: &mut Dict<'_, '_>) -> Result<Mode> {
        let (mode, span) = match dict.take("mode") {
            Some(node) => (Some(self.string("mode", node)?), node.span),
            None => (None, dict.head()),
        };
        if let Some((key, _)) = dict.take_entry("r2c-internal-project-depends-on") {
            let message = "rules that depend on a package of the project are not supported";
            return Err(self.error("unsupported-key", key, message, "the dependency engine judges packages"));
        }
        match mode {
            None | Some("search") => {}
            Some("taint") => return self.taint_mode(dict),
            Some(other @ ("join" | "extract" | "steps" | "step" | "secrets")) => {
                let message = format!("`mode: {other}` is not supported");
                return Err(self.error("unsupported-mode", span, message, "expected `search` or `taint`"));
            }
            Some(other) => {
                let message = format!("unknown mode `{other}`");
                return Err(self.error("unknown-mode", span, message, "expected `search` or `taint`"));
            }
        }
        if mode.is_none() && dict.has("taint") {
            return self.taint_mode(dict);
        }
        if let Some(node) = dict.take("match") {
            return Ok(Mode::Search(self.newer(node, Place::TOP)?));
        }
        if let Some(key) = ["pattern-sources", "pattern-sinks"].into_iter().find(|k| dict.has(k)) {
            let message = format!("`{key}` without `mode: taint`");
            return Err(self.error("missing-key", dict.head(), message, "expected `mode: taint`"));
        }
        Ok(Mode::Search(self.classic_root(dict, Place::TOP)?))
    }

    fn taint_mode(&self, dict: &mut Dict<'_, '_>) -> Result<Mode> {
        let spec = match dict.take("taint") {
            Some(node) => {
                let mut inner = self.dict("taint", node)?;
                let spec = self.taint(&mut inner, Syntax::Newer)?;
                inner.warn_rest(self, &["sources", "sinks", "sanitizers", "propagators"]);
                spec
            }
            None => self.taint(dict, Syntax::Classic)?,
        };
        Ok(Mode::Taint(Box::new(spec)))
    }

    fn severity(&self, node: &Node<'_>) -> Result<Severity> {
        Ok(match self.string("severity", node)?.to_ascii_uppercase().as_str() {
            "CRITICAL" => Severity::Critical,
            "ERROR" | "HIGH" => Severity::High,
            "WARNING" | "MEDIUM" => Severity::Medium,
            // Before 1.72 the scale was ERROR, WARNING, INFO; INFO is its mildest word and means LOW.
            "INFO" | "LOW" => Severity::Low,
            "INVENTORY" | "EXPERIMENT" => Severity::Info,
            _ => {
                let message = format!("unknown severity `{}`", node.as_str().unwrap_or_default());
                let label = "expected CRITICAL, HIGH, MEDIUM, LOW, INFO, ERROR or WARNING";
                return Err(self.error("unknown-severity", node.span, message, label));
            }
        })
    }

    fn fix_regex(&self, node: &Node<'_>) -> Result<FixRegex> {
        let mut dict = self.dict("fix-regex", node)?;
        let regex = self.text("regex", dict.need(self, "regex")?)?;
        let replacement = dict.need(self, "replacement")?;
        // An empty replacement deletes.
        let replacement = match replacement.value {
            firedoor_yaml::Value::Null => String::new(),
            _ => self.string("replacement", replacement)?.to_owned(),
        };
        let count = dict.take("count").map(|n| self.number("count", n)).transpose()?;
        dict.warn_rest(self, &["regex", "replacement", "count"]);
        Ok(FixRegex { regex, replacement, count: count.map(|n| n as usize) })
    }

    fn paths(&self, node: &Node<'_>) -> Result<Paths> {
        let mut dict = self.dict("paths", node)?;
        let mut globs = |key: &str| -> Result<Vec<String>> {
            let Some(node) = dict.take(key) else { return Ok(Vec::new()) };
            Ok(self.strings(key, node)?.into_iter().map(|(s, _)| s.to_owned()).collect())
        };
        let paths = Paths { include: globs("include")?, exclude: globs("exclude")? };
        if let Some(entry) = dict.rest().next() {
            let message = format!("unknown key `{}`", entry.name);
            return Err(self.error("unknown-key", entry.key, message, "expected `include` or `exclude`"));
        }
        Ok(paths)
    }

    fn options(&self, node: &Node<'_>) -> Result<Options> {
        let mut options = Options::default();
        for entry in self.dict("options", node)?.rest() {
            let (name, value) = (entry.name, entry.value);
            if let Some(switch) = options.switch(name) {
                *switch = self.bool(name, value)?;
                continue;
            }
            match name {
                "generic_ellipsis_max_span" => options.generic_ellipsis_max_span = self.number(name, value)?,
                "generic_comment_style" => {
                    options.generic_comment_style = Some(match self.string(name, value)? {
                        "c" => CommentStyle::C,
                        "cpp" => CommentStyle::Cpp,
                        "shell" => CommentStyle::Shell,
                        _ => return Err(self.wrong_type(name, value, "`c`, `cpp` or `shell`")),
                    });
                }
                "generic_engine" => {
                    options.generic_engine = match self.string(name, value)? {
                        "spacegrep" => GenericEngine::Spacegrep,
                        "aliengrep" => GenericEngine::Aliengrep,
                        _ => return Err(self.wrong_type(name, value, "`spacegrep` or `aliengrep`")),
                    };
                }
                "generic_braces" => options.generic_braces = Some(self.brace_pairs(name, value)?),
                "generic_extra_braces" => options.generic_extra_braces = self.brace_pairs(name, value)?,
                "generic_extra_word_characters" => {
                    options.generic_extra_word_characters =
                        self.strings(name, value)?.into_iter().map(|(s, _)| s.to_owned()).collect();
                }
                "taint_focus_on" | "taint_match_on" => {
                    options.taint_focus_on_source = self.string(name, value)? == "source";
                }
                // How the peer's C++ parser resolves an ambiguity; ours has its own way.
                "cpp_parsing_pref" => {}
                _ => {
                    let label = match nearest(name, Options::SWITCHES) {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => "it is ignored".into(),
                    };
                    self.warn("unknown-option", entry.key, format!("unknown option `{name}`"), label);
                }
            }
        }
        Ok(options)
    }

    fn brace_pairs(&self, key: &str, node: &Node<'_>) -> Result<Vec<(String, String)>> {
        let pair = |n: &Node<'_>| match self.strings(key, n)?.as_slice() {
            [(open, _), (close, _)] => Ok(((*open).to_owned(), (*close).to_owned())),
            _ => Err(self.wrong_type(key, n, "a list of pairs")),
        };
        self.list(key, node)?.iter().map(pair).collect()
    }

    /// Metadata never fails a rule: what has another shape than expected is passed over.
    fn metadata(&self, node: &Node<'_>, info: &mut RuleInfo) -> Metadata {
        let mut out = Metadata::default();
        for (key, value) in node.as_map().unwrap_or_default() {
            let one = || value.as_str().map(str::to_owned);
            match key.as_str().unwrap_or_default() {
                "cwe" | "cwe_id" => info.cwe.extend(words(value).iter().filter_map(|s| cwe_number(s))),
                "owasp" => info.owasp.extend(words(value)),
                "references" => info.references.extend(words(value)),
                "confidence" => {
                    if let Some(confidence) = value.as_str().and_then(Confidence::parse) {
                        info.confidence = confidence;
                    }
                }
                "likelihood" => out.likelihood = one(),
                "impact" => out.impact = one(),
                "technology" => out.technology = words(value),
                "category" => out.category = one(),
                "subcategory" | "tags" => info.tags.extend(words(value)),
                "title" => info.title = one().unwrap_or_else(|| info.title.clone()),
                "help" => info.help = one().unwrap_or_default(),
                "help-uri" | "help_uri" | "source" | "shortlink" => {
                    let url = one().filter(|u| u.starts_with("https://") || u.starts_with("http://"));
                    if url.is_some() && (info.help_uri.is_none() || key.as_str() == Some("source")) {
                        info.help_uri = url;
                    }
                }
                _ => {}
            }
        }
        info.tags.extend(out.category.iter().cloned());
        info.tags.extend(out.technology.iter().cloned());
        info.cwe.sort_unstable();
        info.cwe.dedup();
        let mut seen: Vec<String> = Vec::new();
        info.tags.retain(|t| {
            !seen.contains(t) && {
                seen.push(t.clone());
                true
            }
        });
        out
    }
}

/// A string or a list of strings; anything else counts as empty.
fn words(node: &Node<'_>) -> Vec<String> {
    match node.as_list() {
        Some(list) => list.iter().filter_map(|n| n.as_str().map(str::to_owned)).collect(),
        None => node.as_str().map(str::to_owned).into_iter().collect(),
    }
}

/// The number of `CWE-79: …`, `cwe-79` or `79`.
fn cwe_number(text: &str) -> Option<u32> {
    let text = text.trim();
    let rest = match text.get(..4) {
        Some(head) if head.eq_ignore_ascii_case("cwe-") => &text[4..],
        _ => text,
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    rest[..digits].parse().ok()
}

/// The first sentence of a message, for lists of rules.
fn title(message: &str, id: &str) -> String {
    let flat = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = flat.match_indices(". ").map(|(at, _)| at).find(|at| *at > 10).unwrap_or(flat.len());
    let sentence = flat[..end].trim_end_matches('.');
    if sentence.is_empty() {
        return id.to_owned();
    }
    match sentence.char_indices().nth(140) {
        Some((cut, _)) => format!("{}…", sentence[..cut].trim_end()),
        None => sentence.to_owned(),
    }
}
