//! From the text of a rule file to rules.
//!
//! Reading happens in two steps, so that a pack of hundreds of rules costs only what a run needs of it. [`split`]
//! finds by the lines alone where each rule begins and, where they are written plainly, its id and languages. It
//! parses no YAML. [`RuleEntry::read`] then parses one entry. An entry that cannot be parsed by itself (it uses an
//! anchor of another rule, say) makes the whole file be parsed once; nothing is accepted that YAML does not accept.

use std::sync::Arc;

use firedoor_core::{Diagnostic, RuleSource, Span};
use rustc_hash::FxHashMap;

use super::dict::Reader;
use super::head::Outcome;
use super::language::RuleLanguage;
use super::model::Rule;
use firedoor_yaml::{self as yaml, Node, YamlError};

/// What reading gave. A rule with an error is not among the rules; the others are.
#[derive(Debug, Default)]
pub struct Loaded {
    /// In the order of the file.
    pub rules: Vec<Rule>,
    /// Each of them cost a rule (or the file, where no rule is named).
    pub errors: Vec<Diagnostic>,
    /// What was ignored: unknown keys and options, rules for other versions.
    pub warnings: Vec<Diagnostic>,
}

/// Reads every rule of a file.
pub fn load(source: &RuleSource) -> Loaded {
    let mut loaded = Loaded::default();
    let file = split(source);
    let mut seen = FxHashMap::default();
    for entry in &file.entries {
        let read = entry.read(&file.source);
        loaded.warnings.extend(read.warnings);
        loaded.errors.extend(read.errors);
        for rule in read.rules {
            add(rule, &mut seen, &mut loaded);
        }
    }
    loaded.errors.extend(file.errors);
    loaded.warnings.extend(file.warnings);
    loaded
}

/// Keeps a rule. Two rules of one id are allowed, as in Semgrep, but told: suppressions cannot tell them apart.
fn add(rule: Rule, seen: &mut FxHashMap<Arc<str>, Span>, loaded: &mut Loaded) {
    let id: Arc<str> = rule.info.id.as_str().into();
    if seen.contains_key(&id) {
        let span = Span { start: rule.span.start, end: rule.span.start };
        loaded.warnings.push(
            Diagnostic::new(
                "duplicate-id",
                &rule.source,
                Some(span),
                format!("the id `{id}` is there twice"),
                "written before in this file",
            )
            .in_rule(&*id),
        );
    }
    seen.insert(id, rule.span);
    loaded.rules.push(rule);
}

/// A rule file cut into its rules.
#[derive(Debug)]
pub struct RuleFile {
    /// The file.
    pub source: Arc<RuleSource>,
    /// In the order of the file.
    pub entries: Vec<RuleEntry>,
    /// What is wrong outside of every rule.
    pub errors: Vec<Diagnostic>,
    /// What is odd outside of every rule.
    pub warnings: Vec<Diagnostic>,
}

/// One entry of `rules:`, not parsed yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleEntry {
    /// Its lines in the source; the whole file where it could not be cut.
    pub span: Span,
    /// Its id, where it is written plainly. A hint: the parsed rule decides.
    pub id: Option<String>,
    /// Its languages, where they are written plainly. Empty means not known, not none.
    pub languages: Vec<RuleLanguage>,
    whole: bool,
}

impl RuleEntry {
    /// Parses the entry. Gives one rule, or an error, or (for a file that could not be cut) any number of both.
    pub fn read(&self, source: &Arc<RuleSource>) -> Loaded {
        let text = &source.text;
        if !self.whole
            && let Some(slice) = text.get(self.span.range())
            && let Ok(Some(node)) = yaml::parse(slice, self.span.start as usize)
            && let Some([rule]) = node.as_list()
        {
            return read_all(source, std::slice::from_ref(rule));
        }
        let mut loaded = read_whole(source);
        if !self.whole {
            loaded.rules.retain(|r| self.span.contains(Span { end: r.span.start, ..r.span }));
            let here = |d: &Diagnostic| d.span.is_none_or(|s| self.span.contains(Span { end: s.start, ..s }));
            loaded.errors.retain(here);
            loaded.warnings.retain(here);
            // The YAML of this entry is broken, but the parser saw it only further down.
            if loaded.rules.is_empty() && loaded.errors.is_empty() && loaded.warnings.is_empty() {
                let slice = text.get(self.span.range()).unwrap_or_default();
                let error = match yaml::parse(slice, self.span.start as usize) {
                    Err(error) => error,
                    Ok(_) => YamlError { message: "not a rule".into(), at: self.span.start as usize },
                };
                let mut error = yaml_error(source, &error);
                error.rule.clone_from(&self.id);
                loaded.errors.push(error);
            }
        }
        loaded
    }
}

fn yaml_error(source: &RuleSource, error: &YamlError) -> Diagnostic {
    let end = source.text.get(error.at..).and_then(|t| t.chars().next()).map_or(error.at, |c| error.at + c.len_utf8());
    let message = format!("invalid YAML: {}", error.message);
    Diagnostic::new("invalid-yaml", source, Some(Span::new(error.at, end)), message, "here")
}

/// Reads entries with a reader made for each of them.
fn read_all(source: &Arc<RuleSource>, nodes: &[Node<'_>]) -> Loaded {
    let mut loaded = Loaded::default();
    for node in nodes {
        read_rule(&mut loaded, Reader::new(source), node);
    }
    loaded
}

/// Reads one entry.
pub(super) fn read_rule(loaded: &mut Loaded, mut reader: Reader<'_>, node: &Node<'_>) {
    match reader.rule(node) {
        Ok(Outcome::Rule(rule)) => loaded.rules.push(*rule),
        Ok(Outcome::OtherVersion) => {}
        Err(error) => loaded.errors.push(*error),
    }
    loaded.warnings.append(&mut reader.warnings.into_inner());
}

/// The list of rules of a file, where it looks as it should.
pub(super) fn rules_of<'n, 'a>(root: &'n Node<'a>) -> Option<&'n [Node<'a>]> {
    root.as_map()?.iter().find(|(k, _)| k.as_str() == Some("rules"))?.1.as_list()
}

fn read_whole(source: &Arc<RuleSource>) -> Loaded {
    let failed = |error| Loaded { errors: vec![error], ..Loaded::default() };
    let root = match yaml::parse(&source.text, 0) {
        Ok(Some(root)) => root,
        Ok(None) => return Loaded::default(),
        Err(error) => return failed(yaml_error(source, &error)),
    };
    if let Some(rules) = root.as_list().or_else(|| rules_of(&root)) {
        return read_all(source, rules);
    }
    match root.as_map().and_then(|map| map.iter().find(|(k, _)| k.as_str() == Some("rules"))) {
        Some((_, value)) if matches!(value.value, yaml::Value::Null) => Loaded::default(),
        Some((_, value)) => failed(*Reader::new(source).wrong_type("rules", value, "a list of rules")),
        None => failed(no_rules(source, root.span)),
    }
}

fn no_rules(source: &RuleSource, span: Span) -> Diagnostic {
    let first = source.text.get(span.range()).and_then(|t| t.lines().next()).map_or(0, str::len);
    let span = Span::new(span.start as usize, span.start as usize + first);
    Diagnostic::new("no-rules", source, Some(span), "this is no rule file", "expected `rules:` with a list of rules")
}

/// Cuts a file into its rules without parsing it.
pub fn split(source: &RuleSource) -> RuleFile {
    let source = Arc::new(source.clone());
    match cut(&source.text) {
        Some(entries) => RuleFile { source, entries, errors: Vec::new(), warnings: Vec::new() },
        None => {
            let span = Span::new(0, source.text.len());
            let entries = vec![RuleEntry { span, id: None, languages: Vec::new(), whole: true }];
            RuleFile { source, entries, errors: Vec::new(), warnings: Vec::new() }
        }
    }
}

/// The entries of a block list below `rules:` at the left margin; `None` where the file looks otherwise.
///
/// Within a block list at indentation `n` every line of an entry is indented more than `n` (YAML 1.2.2, section 8.2.1;
/// comments and blank lines excepted), so a line that has `- ` at exactly `n` begins the next entry.
fn cut(text: &str) -> Option<Vec<RuleEntry>> {
    let mut entries: Vec<RuleEntry> = Vec::new();
    let mut indent = None;
    let mut in_rules = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let (start, end) = (at, at + line.len());
        at = end;
        let trimmed = line.trim_start_matches(' ');
        let spaces = line.len() - trimmed.len();
        let content = trimmed.trim_end();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        if !in_rules {
            match content {
                "---" => {}
                _ if spaces == 0 && content.strip_prefix("rules:").is_some_and(only_comment) => in_rules = true,
                _ => return None,
            }
            continue;
        }
        let is_item = content.starts_with("- ") || content == "-";
        match indent {
            None if is_item => indent = Some(spaces),
            None => return None,
            Some(n) if spaces > n => continue,
            Some(n) if spaces == n && is_item => {}
            // The list is over: another key of the file, or something that only a parser can judge.
            Some(_) => return None,
        }
        if let Some(last) = entries.last_mut() {
            last.span.end = Span::new(start, start).start;
        }
        entries.push(RuleEntry { span: Span::new(start, text.len()), id: None, languages: Vec::new(), whole: false });
    }
    let indent = indent?;
    for entry in &mut entries {
        hints(text.get(entry.span.range())?, indent, entry);
    }
    Some(entries)
}

fn only_comment(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty() || rest.starts_with('#')
}

/// Reads `id:` and `languages:` where they are written on one line or as a plain list.
fn hints(text: &str, indent: usize, entry: &mut RuleEntry) {
    let mut column = None;
    let mut listing = false;
    for (number, line) in text.lines().enumerate() {
        let line = if number == 0 { line.replacen('-', " ", 1) } else { line.to_owned() };
        let content = line.trim_start();
        let spaces = line.len() - content.len();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let column = *column.get_or_insert(spaces);
        if listing {
            match content.strip_prefix("- ") {
                Some(item) if spaces >= column && spaces > indent => {
                    entry.languages.extend(RuleLanguage::parse(plain(item)));
                    continue;
                }
                _ => listing = false,
            }
        }
        if spaces != column {
            continue;
        }
        if let Some(value) = content.strip_prefix("id:") {
            entry.id = Some(plain(value).to_owned());
        } else if let Some(value) = content.strip_prefix("languages:") {
            let value = plain(value);
            match value.strip_prefix('[').and_then(|v| v.strip_suffix(']')) {
                Some(list) => entry.languages.extend(list.split(',').filter_map(|w| RuleLanguage::parse(plain(w)))),
                None => listing = value.is_empty(),
            }
        }
    }
}

/// A value without its comment, white space and quotes.
fn plain(value: &str) -> &str {
    let value = value.split(" #").next().unwrap_or(value).trim();
    value.trim_matches(['"', '\''])
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
