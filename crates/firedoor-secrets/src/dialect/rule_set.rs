//! Joining rule files into one set: `extend`, overriding, `disabledRules`, and the rules in the form in which they run.
//!
//! Overriding is gitleaks': a rule of the extending file replaces what it writes and appends keywords, tags and allow
//! lists.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use firedoor_core::{
    Confidence, Diagnostic, EngineId, LineIndex, Rule, RuleId, RuleOrigin, RuleSource, Severity, Span,
};
use rustc_hash::FxHashMap;

use super::allowlist::Allowlist;
use super::expr::Expression;
use super::file::{self, Prefix, RawAllowlist, RawRule, Text};
use super::packed;
use super::pattern::{Keywords, Pattern};
use crate::SecretsConfig;
use crate::validate::Validator;

/// How deep files may extend one another.
const MAX_EXTEND: usize = 8;

/// A rule that must have matched nearby.
#[derive(Debug)]
pub(crate) struct Required {
    /// Index of the rule in the set.
    pub(crate) rule: usize,
    pub(crate) within_lines: Option<u32>,
    pub(crate) within_columns: Option<u32>,
}

/// A rule in the form in which it runs.
#[derive(Debug)]
pub(crate) struct SecretRule {
    pub(crate) rule: Arc<Rule>,
    pub(crate) regex: Option<Pattern>,
    pub(crate) path: Option<Pattern>,
    pub(crate) secret_group: usize,
    pub(crate) entropy: f64,
    pub(crate) keywords: Keywords,
    /// Lengths of runs of token characters at which the regex is asked, as at a keyword.
    pub(crate) runs: Vec<usize>,
    pub(crate) allowlists: Vec<Allowlist>,
    pub(crate) required: Vec<Required>,
    pub(crate) skip_report: bool,
    pub(crate) expressions: Vec<Expression>,
    pub(crate) validator: Option<Validator>,
    pub(crate) prefix: Option<Prefix>,
    pub(crate) revoke: Option<String>,
    /// Whether it is from the pack in the binary.
    pub(crate) builtin: bool,
}

impl SecretRule {
    /// Whether what it finds may lie far from its keywords. Answered from the pattern's text, because parsing all patterns
    /// costs more than a scan of three files; so some are said to be that are not.
    pub(crate) fn may_be_long(&self) -> bool {
        self.regex.as_ref().is_some_and(Pattern::may_be_long)
    }
}

/// Everything that was loaded.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    pub(crate) rules: Vec<SecretRule>,
    pub(crate) allowlists: Vec<Allowlist>,
    /// Filters of whole files: a finding for which one holds is discarded.
    pub(crate) filters: Vec<Expression>,
    /// Conditions under which a file is not looked at.
    pub(crate) prefilters: Vec<Expression>,
    /// Whether the built-in pack is part of it, and with it contextual detection.
    pub(crate) builtin: bool,
    /// Rules that a file disables, among them those of contextual detection.
    pub(crate) disabled: BTreeSet<String>,
    /// Whether a rule requires others.
    pub(crate) composite: bool,
    /// Whether a rule reads characters, not bytes.
    pub(crate) counts_characters: bool,
}

/// A rule as written, with whether it is ours.
struct Written {
    raw: RawRule,
    builtin: bool,
}

#[derive(Default)]
struct Loaded {
    sources: Vec<RuleSource>,
    rules: Vec<Written>,
    index: FxHashMap<Cow<'static, str>, usize>,
    allowlists: Vec<(RawAllowlist, bool)>,
    filters: Vec<Text>,
    prefilters: Vec<Text>,
    disabled: BTreeSet<String>,
    builtin: bool,
}

/// Loads the pack and the user's files.
pub(crate) fn load(config: &SecretsConfig<'_>, diagnostics: &mut Vec<Diagnostic>) -> RuleSet {
    let mut loaded = Loaded::default();
    for source in &config.sources {
        let mut chain = Vec::new();
        read_user(source, config, &mut loaded, &mut chain, diagnostics);
    }
    if config.builtin || loaded.builtin {
        loaded.builtin = true;
        let first = loaded.sources.len();
        // Nothing is told of the pack, so that nobody asks for its text.
        let sources = firedoor_rules::SECRETS.iter().map(|p| RuleSource::new(format!("builtin:{}", p.path), ""));
        loaded.sources.extend(sources);
        for (file, pack) in (first..).zip(firedoor_rules::SECRETS) {
            loaded.allowlists.extend(packed::allowlists(pack, file).map(|a| (a, true)));
        }
        if !loaded.index.is_empty() {
            for raw in pack_rules(first) {
                if raw.id.as_ref().is_some_and(|id| loaded.index.contains_key(&id.value)) {
                    add_base(&mut loaded, raw, true);
                }
            }
        }
        return build(loaded, Some(first), diagnostics);
    }
    build(loaded, None, diagnostics)
}

/// The rules of the pack one after the other, whose first file has this index.
fn pack_rules(first: usize) -> impl Iterator<Item = RawRule> {
    let rules = (first..).zip(firedoor_rules::SECRETS).flat_map(|(file, pack)| packed::rules(pack, file));
    rules.filter(|raw| !raw.id.as_ref().is_some_and(|id| crate::context::has_rule(&id.value)))
}

/// Loads one file alone, for its examples.
pub(crate) fn load_one(source: &RuleSource, diagnostics: &mut Vec<Diagnostic>) -> (RuleSet, Vec<RawRule>) {
    let mut loaded = Loaded { builtin: source.path.starts_with("builtin:"), ..Loaded::default() };
    let read = file::read(source, 0, diagnostics);
    loaded.sources.push(source.clone());
    loaded.allowlists.extend(read.allowlists.into_iter().map(|a| (a, false)));
    let raw = read.rules.clone();
    for rule in read.rules {
        add_base(&mut loaded, rule, false);
    }
    (build(loaded, None, diagnostics), raw)
}

fn read_user(
    source: &RuleSource,
    config: &SecretsConfig<'_>,
    loaded: &mut Loaded,
    chain: &mut Vec<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    chain.push(source.path.clone());
    let index = loaded.sources.len();
    let read = file::read(source, index, diagnostics);
    loaded.sources.push(source.clone());
    loaded.allowlists.extend(read.allowlists.into_iter().map(|a| (a, false)));
    loaded.builtin |= read.extend.use_default;
    loaded.filters.extend(read.filter);
    loaded.prefilters.extend(read.prefilter);
    // The extending file comes first: what it writes wins over what it extends.
    for raw in read.rules {
        add_base(loaded, raw, false);
    }
    loaded.disabled.extend(read.extend.disabled_rules.iter().map(|t| t.value.to_string()));
    if let Some(path) = read.extend.path {
        let fail =
            |message: String| Diagnostic::new("unresolved-extend", source, Some(path.span), message, "not loaded");
        // A circle ends where it closes: all of its files are read by then.
        if chain.len() > MAX_EXTEND {
            diagnostics.push(fail("files extend one another too deep".into()));
        } else if !chain.iter().any(|c| *c == path.value) {
            match (config.resolve)(&path.value) {
                Ok(base) => read_user(&base, config, loaded, chain, diagnostics),
                Err(e) => diagnostics.push(fail(format!("cannot read the extended file: {e}"))),
            }
        }
    }
    chain.pop();
}

/// Adds a rule; if a rule of that id is there already, that one extends the new one.
fn add_base(loaded: &mut Loaded, base: RawRule, builtin: bool) {
    let id = base.id.as_ref().map(|t| t.value.clone()).unwrap_or_default();
    if loaded.disabled.contains(id.as_ref()) {
        return;
    }
    if let Some(&at) = loaded.index.get(&id) {
        let written = &mut loaded.rules[at];
        written.builtin = builtin;
        let over = std::mem::replace(&mut written.raw, base);
        override_with(&mut written.raw, over);
    } else {
        loaded.index.insert(id, loaded.rules.len());
        loaded.rules.push(Written { raw: base, builtin });
    }
}

fn override_with(base: &mut RawRule, over: RawRule) {
    fn take<T>(base: &mut Option<T>, over: Option<T>) {
        if over.is_some() {
            *base = over;
        }
    }
    take(&mut base.title, over.title);
    take(&mut base.description, over.description);
    take(&mut base.regex, over.regex);
    take(&mut base.path, over.path);
    take(&mut base.secret_group, over.secret_group);
    take(&mut base.entropy, over.entropy);
    take(&mut base.filter, over.filter);
    take(&mut base.validate, over.validate);
    take(&mut base.severity, over.severity);
    take(&mut base.confidence, over.confidence);
    take(&mut base.revoke, over.revoke);
    take(&mut base.validate_offline, over.validate_offline);
    take(&mut base.prefix, over.prefix);
    base.keywords.extend(over.keywords);
    base.runs.extend(over.runs);
    base.tags.extend(over.tags);
    base.allowlists.extend(over.allowlists);
    base.required.extend(over.required);
}

/// Builds what was loaded, and behind it what of the pack whose first file has index `pack` is not yet part of it.
fn build(loaded: Loaded, pack: Option<usize>, diagnostics: &mut Vec<Diagnostic>) -> RuleSet {
    let Loaded { sources, rules, index, allowlists, filters, prefilters, disabled, builtin } = loaded;
    let is_left = |raw: &RawRule| {
        let id = raw.id.as_ref().map_or("", |id| &id.value);
        !index.contains_key(id) && !disabled.contains(id)
    };
    let rest = pack.into_iter().flat_map(pack_rules).filter(is_left).map(|raw| Written { raw, builtin: true });
    let mut set = RuleSet { builtin, ..RuleSet::default() };
    let mut lines = vec![None; sources.len()];
    let mut indices: FxHashMap<Cow<'static, str>, usize> = FxHashMap::default();
    let mut pending = Vec::new();
    for written in rules.into_iter().chain(rest) {
        if let Some(rule) = build_rule(&written, &sources, &mut lines, diagnostics) {
            let id = written.raw.id.map_or(Cow::Borrowed(""), |id| id.value);
            indices.insert(id, set.rules.len());
            if !written.raw.required.is_empty() {
                pending.push((set.rules.len(), written.raw.required));
            }
            set.rules.push(rule);
        }
    }
    set.disabled = disabled;
    for (rule, required) in pending {
        let Some(rule) = set.rules.get_mut(rule) else { continue };
        for r in required {
            match indices.get(r.id.value.as_ref()) {
                Some(&index) => rule.required.push(Required {
                    rule: index,
                    within_lines: r.within_lines,
                    within_columns: r.within_columns,
                }),
                None => push(diagnostics, &sources, &r.id, "unknown-rule", "no rule has this id", "unknown rule"),
            }
        }
    }
    set.composite = set.rules.iter().any(|r| !r.required.is_empty());
    set.counts_characters = set.rules.iter().any(|r| r.regex.as_ref().is_some_and(Pattern::counts_characters));
    set.filters = filters.iter().filter_map(|t| Expression::parse(t, &sources, diagnostics)).collect();
    set.prefilters = prefilters.iter().filter_map(|t| Expression::parse(t, &sources, diagnostics)).collect();
    for (raw, builtin) in allowlists {
        set.allowlists.push(Allowlist::new(&raw, !builtin, &sources, None, diagnostics));
    }
    set
}

fn push(
    diagnostics: &mut Vec<Diagnostic>,
    sources: &[RuleSource],
    text: &Text,
    code: &'static str,
    message: &str,
    label: &str,
) {
    if let Some(source) = sources.get(text.file) {
        diagnostics.push(Diagnostic::new(code, source, Some(text.span), message, label));
    }
}

fn build_rule(
    Written { raw, builtin }: &Written,
    sources: &[RuleSource],
    lines: &mut [Option<Arc<LineIndex>>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<SecretRule> {
    let builtin = *builtin;
    let check = !builtin;
    let missing = |message: &str| {
        sources.get(raw.file).map(|s| {
            let head = Span::new(raw.span.start as usize, raw.span.start as usize + 1);
            Diagnostic::new("missing-key", s, Some(head), message, "in this rule")
        })
    };
    let Some(id) = raw.id.as_ref().map(|t| t.value.trim()).filter(|id| !id.is_empty()) else {
        diagnostics.extend(missing("a rule needs an `id`"));
        return None;
    };
    if raw.regex.is_none() && raw.path.is_none() {
        diagnostics.extend(missing("a rule needs a `regex`, a `path` or both"));
        return None;
    }
    let mut keywords: Vec<Cow<'static, str>> = Vec::with_capacity(raw.keywords.len());
    for text in &raw.keywords {
        let is_lower = text.value.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        let word = if is_lower { text.value.clone() } else { Cow::Owned(text.value.to_lowercase()) };
        if !word.is_empty() && !keywords.contains(&word) {
            keywords.push(word);
        }
    }
    let keywords = Keywords::from(keywords);
    let regex = match &raw.regex {
        Some(text) => {
            let pattern = Pattern::new(text, &keywords, check, sources, Some(id), diagnostics)?;
            Some(if raw.runs.is_empty() { pattern } else { pattern.at_runs() })
        }
        None => None,
    };
    let path = match &raw.path {
        Some(text) => Some(Pattern::new(text, &Keywords::default(), check, sources, Some(id), diagnostics)?),
        None => None,
    };
    if let (true, Some(group), Some(pattern)) = (check, &raw.secret_group, &regex) {
        let groups = pattern.get().map_or(1, |c| c.groups);
        if group.value as usize >= groups
            && let Some(source) = sources.get(raw.file)
        {
            diagnostics.push(
                Diagnostic::new(
                    "invalid-value",
                    source,
                    Some(group.span),
                    format!("`secretGroup` is {} but the regex has {} groups", group.value, groups - 1),
                    "no such group",
                )
                .in_rule(id),
            );
            return None;
        }
    }
    let severity = raw.severity.as_ref().and_then(|t| {
        let parsed = Severity::parse(&t.value);
        if parsed.is_none() {
            push(diagnostics, sources, t, "invalid-value", "this severity is not known", "info to critical");
        }
        parsed
    });
    let confidence = raw.confidence.as_ref().and_then(|t| {
        let parsed = Confidence::parse(&t.value);
        if parsed.is_none() {
            push(diagnostics, sources, t, "invalid-value", "this confidence is not known", "low, medium or high");
        }
        parsed
    });
    let validator = raw.validate_offline.as_ref().and_then(|t| {
        let found = Validator::parse(&t.value);
        if found.is_none() {
            push(diagnostics, sources, t, "unknown-validator", "no offline check has this name", "unknown check");
        }
        found
    });
    let allowlists = raw.allowlists.iter().map(|a| Allowlist::new(a, check, sources, Some(id), diagnostics)).collect();
    let expressions = raw.filter.iter().filter_map(|t| Expression::parse(t, sources, diagnostics)).collect();
    if let Some(validate) = &raw.validate {
        // Read so that mistakes are told; it speaks of network requests and is never run.
        Expression::check(validate, sources, diagnostics);
    }
    let line = sources.get(raw.file).map_or(1, |s| {
        if builtin {
            return 1;
        }
        let index = lines[raw.file].get_or_insert_with(|| Arc::new(LineIndex::new(s.text.as_bytes())));
        index.line_of(raw.span.start as usize)
    });
    let source_path = sources.get(raw.file).map_or("", |s| s.path.as_str());
    let description = raw.description.as_ref().map(|t| t.value.to_string()).unwrap_or_default();
    let title = raw
        .title
        .as_ref()
        .map(|t| t.value.to_string())
        .or_else(|| (!description.is_empty()).then(|| first_sentence(&description)))
        .unwrap_or_else(|| format!("Secret found by rule {id}"));
    let mut rule = Rule::new(EngineId::Secrets, RuleId::new(id), title, severity.unwrap_or(Severity::High));
    if !description.is_empty() {
        rule.description = description;
    }
    rule.confidence = confidence.unwrap_or(Confidence::Medium);
    rule.cwe = vec![798];
    rule.tags = raw.tags.iter().map(|t| t.value.to_string()).collect();
    let revoke = raw.revoke.as_ref().map(|t| t.value.to_string());
    if let Some(url) = &revoke {
        rule.help = format!("Revoke and rotate the secret: <{url}>. Removing it from the code is not enough.");
        rule.references.push(url.clone());
        rule.help_uri = Some(url.clone());
    }
    if let Some(source) = &raw.format_source {
        rule.references.push(source.value.to_string());
    }
    rule.origin = if builtin {
        RuleOrigin::Builtin(source_path.trim_start_matches("builtin:").to_owned())
    } else {
        RuleOrigin::File(source_path.to_owned(), line)
    };
    Some(SecretRule {
        rule: Arc::new(rule),
        regex,
        path,
        secret_group: raw.secret_group.as_ref().map_or(0, |g| g.value as usize),
        entropy: raw.entropy.unwrap_or(0.0),
        keywords,
        runs: raw.runs.clone(),
        allowlists,
        required: Vec::new(),
        skip_report: raw.skip_report,
        expressions,
        validator,
        prefix: raw.prefix.as_ref().map(|p| p.value.clone()),
        revoke,
        builtin,
    })
}

fn first_sentence(text: &str) -> String {
    let end = text.find(". ").map_or(text.len(), |at| at);
    text[..end].trim_end_matches('.').to_owned()
}
