//! `firedoor.toml`: from text to a [`Config`], with every error pointing at its line.
//!
//! Reading a file that `extends` names belongs to the caller: [`parse_config`] tells which files those are, the caller
//! reads them, checks them with [`check_digest`], and hands all layers to [`parse_layers`], the most general first.

mod json_schema;
mod origin;
mod reference;
mod schema;
mod tree;

use firedoor_core::{Confidence, Diagnostic, EngineId, RuleSource, Severity, Span};
use sha2::{Digest, Sha256};

use crate::glob::Globs;
use crate::policy::{MaxExisting, NewOnly, Override, Policy, Scope, SeverityOverride};

pub use json_schema::json_schema;
use origin::Places;

pub use origin::Origin;
pub use reference::reference;
pub(crate) use schema::did_you_mean;
use tree::{Node, Value};

/// A file whose values apply where the extending one says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extends {
    /// Relative to the extending file.
    pub path: String,
    /// Its SHA-256 in lower-case hexadecimal, if pinned.
    pub sha256: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// What every engine's part has.
#[derive(Clone, Debug, PartialEq)]
pub struct EngineConfig {
    /// Files or folders of rules, relative to the configuration file that names them; see [`Config::rules_base`].
    pub rules: Vec<String>,
    /// Whether the built-in rules are used.
    pub builtin: bool,
    /// Rules that are switched off.
    pub disable: Globs,
    /// If not empty: the only rules that are used.
    pub only: Globs,
    /// Larger files are left out by this engine.
    pub max_file_size: u64,
    /// Files that this engine leaves out.
    pub exclude: Globs,
}

/// `[scan]`.
#[derive(Clone, Debug, PartialEq)]
pub struct ScanConfig {
    /// The engines that run.
    pub engines: Vec<EngineId>,
    /// Paths that are not scanned.
    pub exclude: Globs,
    /// Paths that are scanned although an ignore file names them.
    pub include: Globs,
    /// Larger files are left out.
    pub max_file_size: u64,
    /// Whether hidden files are scanned.
    pub hidden: bool,
    /// Whether ignore files are honoured.
    pub gitignore: bool,
    /// How many archives inside one another are opened.
    pub archive_depth: u8,
    /// Number of threads; 0 means one per processor.
    pub jobs: usize,
}

/// `[secrets]`.
#[derive(Clone, Debug, PartialEq)]
pub struct SecretsConfig {
    /// What every engine has.
    pub common: EngineConfig,
    /// Regular expressions of values that are no secrets.
    pub allow_values: Vec<String>,
}

/// `[sast]`.
#[derive(Clone, Debug, PartialEq)]
pub struct SastConfig {
    /// What every engine has.
    pub common: EngineConfig,
    /// If not empty: the only languages.
    pub languages: Vec<String>,
}

/// `[sca]`.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaConfig {
    /// What every engine has.
    pub common: EngineConfig,
    /// Folder of the advisory database.
    pub database: Option<String>,
    /// An older database makes the scan incomplete.
    pub max_database_age_days: Option<u32>,
    /// Address from which the database is updated, instead of the public bucket.
    pub mirror: Option<String>,
    /// Dependency groups that do not count.
    pub ignore_groups: Vec<String>,
    /// Severity of what its advisory does not rate.
    pub unrated: Severity,
    /// Whether source is read for the functions that advisories name; `None`: where the whole tree is judged.
    pub reachability: Option<bool>,
    /// OpenVEX and CycloneDX documents.
    pub vex: Vec<String>,
}

/// One entry of `[[suppress]]`.
#[derive(Clone, Debug, PartialEq)]
pub struct SuppressEntry {
    /// Which findings.
    pub scope: Scope,
    /// If not empty: those of these fingerprints.
    pub fingerprints: Vec<String>,
    /// If not empty: those about these packages.
    pub package: Globs,
    /// Why.
    pub reason: String,
    /// Who.
    pub owner: Option<String>,
    /// Last day on which it holds.
    pub until: Option<String>,
}

/// A whole configuration. [`Config::default`] is what holds without any file.
#[derive(Clone, Debug)]
pub struct Config {
    /// What blocks, `[[severity]]` included.
    pub gate: Policy,
    /// What is scanned.
    pub scan: ScanConfig,
    /// The search for credentials.
    pub secrets: SecretsConfig,
    /// The analysis of code.
    pub sast: SastConfig,
    /// The judgement of dependencies.
    pub sca: ScaConfig,
    /// Findings that shall not block.
    pub suppress: Vec<SuppressEntry>,
    /// Files that the nearest layer extends.
    pub extends: Vec<Extends>,
    /// From `[gate] salt`.
    pub salt: Option<String>,
    /// From `[gate] baseline`.
    pub baseline: Option<String>,
    /// From `[report] category`.
    pub category: String,
    root: Option<Node>,
    layers: Vec<RuleSource>,
}

impl Default for Config {
    fn default() -> Self {
        build(None, Vec::new())
    }
}

/// Reads one file. What it extends is in [`Config::extends`] and not yet applied.
///
/// # Errors
/// Everything that is wrong with it, in the order of the file.
pub fn parse_config(source: &RuleSource) -> Result<Config, Vec<Diagnostic>> {
    parse_layers(std::slice::from_ref(source))
}

/// Reads several files as one, the most general first and the nearest last: tables are merged key by key, arrays of
/// tables (`[[suppress]]`, `[[gate.override]]`, `[[severity]]`) are joined, everything else is replaced by the nearer.
///
/// # Errors
/// Everything that is wrong with them.
pub fn parse_layers(sources: &[RuleSource]) -> Result<Config, Vec<Diagnostic>> {
    let mut errors = Vec::new();
    let mut root: Option<Node> = None;
    for (layer, source) in sources.iter().enumerate() {
        match tree::parse(source, schema::ROOT, layer) {
            Ok(node) => {
                root = Some(match root {
                    Some(under) => tree::merge(without_extends(under), node),
                    None => node,
                });
            }
            Err(mut found) => errors.append(&mut found),
        }
    }
    if errors.is_empty() { Ok(build(root, sources.to_vec())) } else { Err(errors) }
}

/// Checks a file against the digest with which [`Extends`] pins it. Line ends do not count.
///
/// # Errors
/// That it is another file.
pub fn check_digest(extends: &Extends, by: &RuleSource, content: &[u8]) -> Result<(), Box<Diagnostic>> {
    let Some(wanted) = &extends.sha256 else { return Ok(()) };
    let text: Vec<u8> = content.iter().copied().filter(|b| *b != b'\r').collect();
    let found = crate::identity::hex(&Sha256::digest(&text));
    if found == *wanted {
        return Ok(());
    }
    let diagnostic = Diagnostic::new(
        "digest-mismatch",
        by,
        Some(extends.span),
        format!("`{}` is not the file that is pinned here: its SHA-256 is {found}.", extends.path),
        "pinned to another content",
    )
    .with_help("Read what changed in the file, then pin the new digest.");
    Err(Box::new(diagnostic))
}

fn without_extends(mut node: Node) -> Node {
    if let Value::Table(table) = &mut node.value {
        table.remove("extends");
    }
    node
}

impl Config {
    /// The file whose folder the paths of `rules` in `[engine]` are relative to; `None` where no file sets them.
    #[must_use]
    pub fn rules_base(&self, engine: EngineId) -> Option<&str> {
        let node = self.root.as_ref()?.get(engine.as_str())?.get("rules")?;
        self.layers.get(node.layer).map(|s| s.path.as_str())
    }

    /// Every setting with its value and where it comes from, for `firedoor config show --origin`.
    #[must_use]
    pub fn origins(&self) -> Vec<Origin> {
        origin::origins(self.root.as_ref(), &self.layers)
    }

    /// The file and the place in it where a key of an engine's table is written, or one item of its list; for errors that
    /// only the engine can tell.
    #[must_use]
    pub fn place(&self, engine: EngineId, key: &str, item: Option<usize>) -> Option<(&RuleSource, Span)> {
        let node = self.root.as_ref()?.get(engine.as_str())?.get(key)?;
        let node = item.and_then(|i| node.items().get(i)).unwrap_or(node);
        Some((self.layers.get(node.layer)?, node.span))
    }

    /// The part of an engine; `None` for the gate and for policy, which has no engine yet.
    #[must_use]
    pub fn engine(&self, engine: EngineId) -> Option<&EngineConfig> {
        Some(match engine {
            EngineId::Secrets => &self.secrets.common,
            EngineId::Sast => &self.sast.common,
            EngineId::Sca => &self.sca.common,
            EngineId::Policy | EngineId::Gate => return None,
        })
    }
}

/// A table of the tree together with the table of keys, so that defaults come from the same place as the schema.
#[derive(Clone, Copy)]
struct Section<'a> {
    node: Option<&'a Node>,
    fields: &'static [schema::Field],
}

impl<'a> Section<'a> {
    fn section(self, name: &str) -> Self {
        let fields = self.fields.iter().find(|f| f.name == name).map(|f| match f.kind {
            schema::Kind::Table(fields) | schema::Kind::Tables(fields) => fields,
            _ => &[],
        });
        Section { node: self.node.and_then(|n| n.get(name)), fields: fields.unwrap_or(&[]) }
    }

    fn tables(self, name: &str) -> Vec<Section<'a>> {
        let below = self.section(name);
        let items = below.node.map_or(&[][..], Node::items);
        items.iter().map(|n| Section { node: Some(n), fields: below.fields }).collect()
    }

    /// The value that is written, or else the default as a tree of its own.
    fn value(self, name: &str) -> Option<Node> {
        debug_assert!(self.fields.iter().any(|f| f.name == name), "unknown key {name}");
        if let Some(node) = self.node.and_then(|n| n.get(name)) {
            return Some(node.clone());
        }
        let default = self.fields.iter().find(|f| f.name == name)?.default;
        (!default.is_empty()).then(|| origin::literal(default)).flatten()
    }

    fn text(self, name: &str) -> Option<String> {
        self.value(name).and_then(|n| n.text().map(str::to_owned))
    }

    fn texts(self, name: &str) -> Vec<String> {
        self.value(name).map(|n| n.texts()).unwrap_or_default()
    }

    fn globs(self, name: &str) -> Globs {
        let texts = self.texts(name);
        Globs::new(texts.iter().map(String::as_str)).unwrap_or_default()
    }

    fn flag(self, name: &str) -> bool {
        self.value(name).is_some_and(|n| matches!(n.value, Value::Bool(true)))
    }

    fn number(self, name: &str) -> Option<u64> {
        match self.value(name)?.value {
            Value::Integer(n) => u64::try_from(n).ok(),
            Value::Text(text) => tree::parse_size(&text),
            _ => None,
        }
    }

    fn days(self, name: &str) -> Option<u32> {
        self.number(name).and_then(|n| u32::try_from(n).ok())
    }

    fn scope(self, places: &Places<'_>) -> Scope {
        Scope {
            engine: self.text("engine").and_then(|w| EngineId::parse(&w)),
            path: self.globs("path"),
            rule: self.globs("rule"),
            place: self.node.and_then(|node| places.of(node)),
        }
    }

    fn severity(self, name: &str) -> Option<Severity> {
        self.text(name).and_then(|w| Severity::parse(&w))
    }

    fn confidence(self, name: &str) -> Option<Confidence> {
        self.text(name).and_then(|w| Confidence::parse(&w))
    }

    /// `Some(None)` for `none`.
    fn threshold(self, name: &str) -> Option<Option<Severity>> {
        self.text(name).map(|w| if w == "never" { None } else { Severity::parse(&w) })
    }

    fn engine(self) -> EngineConfig {
        let has = |name: &str| self.fields.iter().any(|f| f.name == name);
        EngineConfig {
            rules: if has("rules") { self.texts("rules") } else { Vec::new() },
            builtin: !has("builtin") || self.flag("builtin"),
            disable: if has("disable") { self.globs("disable") } else { Globs::default() },
            only: if has("only") { self.globs("only") } else { Globs::default() },
            max_file_size: self.number("max-file-size").unwrap_or(u64::MAX),
            exclude: self.globs("exclude"),
        }
    }
}

fn build(root: Option<Node>, layers: Vec<RuleSource>) -> Config {
    let top = Section { node: root.as_ref(), fields: schema::ROOT };
    let places = Places::new(&layers);
    let [scan, secrets, sast, sca, gate] = ["scan", "secrets", "sast", "sca", "gate"].map(|name| top.section(name));
    Config {
        gate: policy(gate, top, &places),
        scan: ScanConfig {
            engines: EngineId::ALL
                .into_iter()
                .filter(|e| scan.texts("engines").iter().any(|w| w == e.as_str()))
                .collect(),
            exclude: scan.globs("exclude"),
            include: scan.globs("include"),
            max_file_size: scan.number("max-file-size").unwrap_or(u64::MAX),
            hidden: scan.flag("hidden"),
            gitignore: scan.flag("gitignore"),
            archive_depth: scan.number("archive-depth").and_then(|n| u8::try_from(n).ok()).unwrap_or(0),
            jobs: scan.number("jobs").and_then(|n| usize::try_from(n).ok()).unwrap_or(0),
        },
        secrets: SecretsConfig { common: secrets.engine(), allow_values: secrets.texts("allow-values") },
        sast: SastConfig { common: sast.engine(), languages: sast.texts("languages") },
        sca: ScaConfig {
            common: sca.engine(),
            database: sca.text("database"),
            max_database_age_days: sca.days("max-database-age-days"),
            mirror: sca.text("mirror"),
            ignore_groups: sca.texts("ignore-groups"),
            unrated: sca.severity("unrated-severity").unwrap_or(Severity::High),
            reachability: sca.value("reachability").map(|_| sca.flag("reachability")),
            vex: sca.texts("vex"),
        },
        suppress: suppress(top, &places),
        extends: extends(top),
        salt: gate.text("salt"),
        baseline: gate.text("baseline"),
        category: top.section("report").text("category").unwrap_or_default(),
        root,
        layers,
    }
}

fn policy(gate: Section<'_>, top: Section<'_>, places: &Places<'_>) -> Policy {
    let new_only = |s: Section<'_>| s.text("new-only").and_then(|w| NewOnly::parse(&w));
    let max_existing = gate.value("max-existing").and_then(|node| match node.value {
        Value::Integer(n) => u64::try_from(n).ok().map(MaxExisting::Total),
        Value::Table(_) => Some(MaxExisting::PerSeverity(
            Severity::ALL
                .into_iter()
                .rev()
                .filter_map(|s| match node.get(s.as_str())?.value {
                    Value::Integer(n) => u64::try_from(n).ok().map(|n| (s, n)),
                    _ => None,
                })
                .collect(),
        )),
        _ => None,
    });
    Policy {
        fail_on: gate.threshold("fail-on").flatten(),
        min_confidence: gate.confidence("min-confidence").unwrap_or(Confidence::Medium),
        new_only: new_only(gate).unwrap_or_default(),
        fail_on_incomplete: gate.flag("fail-on-incomplete"),
        require_reason: gate.flag("require-reason"),
        max_expiry_days: gate.days("max-expiry-days"),
        max_existing,
        allow_new_suppressions: gate.flag("allow-new-suppressions"),
        foreign_markers: gate.flag("foreign-markers"),
        overrides: gate
            .tables("override")
            .into_iter()
            .map(|o| Override {
                scope: o.scope(places),
                fail_on: o.threshold("fail-on"),
                min_confidence: o.confidence("min-confidence"),
                new_only: new_only(o),
            })
            .collect(),
        severities: top
            .tables("severity")
            .into_iter()
            .map(|s| SeverityOverride {
                scope: s.scope(places),
                severity: s.severity("severity"),
                confidence: s.confidence("confidence"),
            })
            .collect(),
    }
}

fn suppress(top: Section<'_>, places: &Places<'_>) -> Vec<SuppressEntry> {
    top.tables("suppress")
        .into_iter()
        .map(|s| SuppressEntry {
            scope: s.scope(places),
            fingerprints: s.texts("fingerprint"),
            package: s.globs("package"),
            reason: s.text("reason").unwrap_or_default(),
            owner: s.text("owner"),
            until: s.text("until"),
        })
        .collect()
}

fn extends(top: Section<'_>) -> Vec<Extends> {
    let Some(node) = top.node.and_then(|n| n.get("extends")) else { return Vec::new() };
    node.items()
        .iter()
        .filter_map(|item| {
            let path = item.text().or_else(|| item.get("path").and_then(Node::text))?.to_owned();
            let sha256 = item.get("sha256").and_then(Node::text).map(str::to_ascii_lowercase);
            Some(Extends { path, sha256, span: item.span })
        })
        .collect()
}

#[cfg(test)]
mod tests;
