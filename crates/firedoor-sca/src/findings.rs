//! From matched advisories to findings: one for each package and group of advisories that speak of the same thing.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use firedoor_core::upgrade::{COMES_WITH, HELD_BY, UPGRADE_COMMAND, UPGRADE_TO};
use firedoor_core::{
    Confidence, EngineId, Evidence, Finding, Findings, Fix, Identity, Location, Package, RepoPath, Rule, Severity,
    SourceFile,
};

use crate::advice::{self, Paths};
use crate::db::{Advisory, Database, Kind, MatchResult, Rating};
use crate::engine::ScaOptions;
use crate::held::{Dependents, Held, held};
use crate::lockfile::{ListedFile, ListedPackage};
use crate::markdown::plain_links;
use crate::reach::{Reach, Sources};

/// Other places of the same package that a finding names.
const MAX_RELATED: usize = 5;
/// Title of a rule made from details.
const MAX_TITLE: usize = 140;

/// Makes findings and shares rules between them.
pub(crate) struct FindingMaker<'e> {
    database: &'e Database,
    options: &'e ScaOptions,
    uses: &'e Sources,
    rules: BTreeMap<String, Arc<Rule>>,
    advisories: BTreeMap<(String, usize), Arc<Advisory>>,
    /// Ecosystems of which an advisory matched whose text cannot be read.
    damaged: BTreeSet<String>,
    /// Paths of the file in hand, and who asks for what in it.
    graph: Option<(RepoPath, Paths, Dependents)>,
    /// Upgrades that were worked out: one package stands in many lock files of a repository.
    upgrades: RefCell<BTreeMap<Question, Answer>>,
}

/// Ecosystem, name, versions that fix something, and groups of advisories.
type Question = (String, String, Vec<String>, Vec<Vec<String>>);
/// The version that closes most of the groups, and their places.
type Answer = Option<(String, Vec<usize>)>;

/// An advisory that matched, with what it says of this package.
struct Hit {
    advisory: Arc<Advisory>,
    rating: Rating,
    fixed: Vec<String>,
}

impl<'e> FindingMaker<'e> {
    pub(crate) fn new(database: &'e Database, options: &'e ScaOptions, uses: &'e Sources) -> Self {
        Self {
            database,
            options,
            uses,
            rules: BTreeMap::new(),
            advisories: BTreeMap::new(),
            damaged: BTreeSet::new(),
            graph: None,
            upgrades: RefCell::default(),
        }
    }

    fn advisory(&mut self, ecosystem: &str, place: usize, id: &str) -> Arc<Advisory> {
        let key = (crate::version::base_ecosystem(ecosystem).to_owned(), place);
        let database = self.database;
        let damaged = &mut self.damaged;
        Arc::clone(self.advisories.entry(key).or_insert_with_key(|(base, _)| {
            // Damaged prose does not hide the finding, but its severity and aliases are not known.
            Arc::new(database.advisory(ecosystem, place).unwrap_or_else(|| {
                damaged.insert(base.clone());
                Advisory { id: id.to_owned(), ..Advisory::default() }
            }))
        }))
    }

    /// Ecosystems whose texts turned out to be damaged or missing.
    pub(crate) fn damaged(&self) -> impl Iterator<Item = String> {
        self.damaged.iter().cloned()
    }

    /// The findings of one package version of a file. `places` are its entries in the file.
    pub(crate) fn findings(
        &mut self,
        source: &SourceFile,
        file: &ListedFile,
        places: &[usize],
        answer: &MatchResult,
        out: &mut Findings,
    ) {
        let Some(package) = places.first().and_then(|i| file.packages.get(*i)) else { return };
        if self.graph.as_ref().is_none_or(|(path, ..)| *path != file.path) {
            self.graph = Some((file.path.clone(), Paths::of(file), Dependents::of(file)));
        }
        let hits: Vec<Hit> = answer
            .matches
            .iter()
            .map(|m| {
                let advisory = self.advisory(&package.ecosystem, m.advisory, &m.id);
                let rating = if m.rating == Rating::None { advisory.rating } else { m.rating };
                Hit { advisory, rating, fixed: m.fixed.clone() }
            })
            .collect();
        let mut made: Vec<(Finding, Vec<String>)> = groups(&hits)
            .iter()
            .map(|group| {
                let own = group.iter().map(|h| h.advisory.id.clone()).collect();
                (self.finding(source, file, places, package, group), own)
            })
            .collect();
        self.upgrade(source, file, places, &mut made);
        out.findings.extend(made.into_iter().map(|(finding, _)| finding));
    }

    /// [`Database::best_fix`], asked once for each question.
    fn best_fix(&self, ecosystem: &str, name: &str, fixed: Vec<String>, groups: Vec<Vec<String>>) -> Answer {
        let question = (ecosystem.to_owned(), name.to_owned(), fixed, groups);
        if let Some(known) = self.upgrades.borrow().get(&question) {
            return known.clone();
        }
        let answer = self.database.best_fix(ecosystem, name, &question.2, &question.3);
        self.upgrades.borrow_mut().insert(question, answer.clone());
        answer
    }

    /// Names for each finding of a package version the upgrade that closes it together with most of the others.
    fn upgrade(&self, source: &SourceFile, file: &ListedFile, places: &[usize], made: &mut [(Finding, Vec<String>)]) {
        let Some(package) = places.first().and_then(|i| file.packages.get(*i)) else { return };
        let (ecosystem, name) = (&package.ecosystem, &package.name);
        let mut open: Vec<usize> = (0..made.len()).filter(|i| made[*i].0.properties.contains_key("fixed-in")).collect();
        while !open.is_empty() {
            let mut candidates: Vec<String> = Vec::new();
            for i in &open {
                if let Evidence::Dependency { fixed, .. } = &made[*i].0.evidence {
                    candidates.extend(fixed.iter().cloned());
                }
            }
            let groups: Vec<Vec<String>> = open.iter().map(|i| made[*i].1.clone()).collect();
            let Some((to, closed)) = self.best_fix(ecosystem, name, candidates, groups) else { return };
            let edit = advice::edit(file.format, source, package, &to);
            let held = self.held(source, file, places, &to);
            let command = advice::command(advice::dialect(file.format, source), package, &to, held.as_ref());
            for place in &closed {
                let finding = &mut made[open[*place]].0;
                finding.fixes.extend(edit.clone().map(|edit| Fix {
                    description: format!("Upgrade {name} from {} to {to}.", package.version),
                    edits: vec![edit],
                }));
                let properties = &mut finding.properties;
                properties.insert(UPGRADE_TO, to.clone());
                if let Some(command) = &command {
                    properties.insert(UPGRADE_COMMAND, command.clone());
                }
                if let Some(Held::By(who)) = &held {
                    properties.insert(HELD_BY, who.clone());
                }
            }
            let mut place = 0;
            open.retain(|_| {
                place += 1;
                !closed.contains(&(place - 1))
            });
        }
    }

    fn finding(
        &mut self,
        source: &SourceFile,
        file: &ListedFile,
        places: &[usize],
        package: &ListedPackage,
        group: &[&Hit],
    ) -> Finding {
        let best =
            group.iter().min_by_key(|h| (id_rank(&h.advisory.id), &h.advisory.id)).expect("a group has a member");
        let own: Vec<String> = group.iter().map(|h| h.advisory.id.clone()).collect();
        let mut all: BTreeSet<&String> = own.iter().collect();
        for hit in group {
            all.extend(hit.advisory.aliases.iter().chain(&hit.advisory.upstream));
        }
        let all: Vec<String> = all.into_iter().cloned().collect();
        let mut fixed: Vec<String> =
            group.iter().flat_map(|h| h.fixed.iter().filter(|f| !is_never(f)).cloned()).collect();
        let (ecosystem, name, version) = (&package.ecosystem, &package.name, &package.version);
        let smallest = self.best_fix(ecosystem, name, fixed.clone(), vec![own.clone()]).map(|(version, _)| version);
        let kind = group.iter().map(|h| h.advisory.kind).min_by_key(|k| kind_rank(*k)).unwrap_or_default();
        let (severity, from) = self.severity(kind, group);
        let score = group
            .iter()
            .filter_map(|h| h.rating.score())
            .fold(None, |a: Option<f32>, b| Some(a.map_or(b, |a| a.max(b))));
        let title = group.iter().map(|h| title(&h.advisory)).find(|t| !t.is_empty()).unwrap_or_default();
        let rule =
            Arc::clone(self.rules.entry(best.advisory.id.clone()).or_insert_with(|| {
                Arc::new(rule(&best.advisory, &all, kind, severity, score, (&title, name, &fixed)))
            }));
        let way = self.way(file, places);
        let message = message(file, package, (&best.advisory.id, kind, &title), smallest.as_deref(), &way);
        if let Some(smallest) = &smallest {
            fixed.retain(|f| f != smallest);
            fixed.insert(0, smallest.clone());
        }
        fixed.dedup();
        let mut finding = Finding::new(&rule, source, package.span, message);
        finding.severity = severity;
        finding.confidence = Confidence::High;
        if package.source.as_deref() == Some("minimum") {
            // The compiler in use may be newer than the line asks for, so this alone must not block anyone.
            finding.confidence = Confidence::Low;
            finding.message.push_str(" The `go` line is a minimum: check which toolchain builds this.");
        }
        finding.identity = Identity::Dependency {
            group: all.first().cloned().unwrap_or_default(),
            ecosystem: ecosystem.clone(),
            // Another spelling is the same package.
            package: crate::names::normalize(ecosystem, name).into_owned(),
            folder: file.path.parent().to_owned(),
        };
        finding.related = places
            .iter()
            .skip(1)
            .take(MAX_RELATED)
            .filter_map(|i| file.packages.get(*i))
            .map(|p| Location::in_file(source, p.span).with_message("also here"))
            .collect();
        let (direct, groups) = usage(places.iter().filter_map(|i| file.packages.get(*i)));
        finding.properties.insert("kind", kind.as_str().to_owned());
        finding.properties.insert("severity-source", from.to_owned());
        finding.properties.insert("lockfile-format", file.format.to_owned());
        if let Some(score) = score {
            finding.properties.insert("cvss", format!("{score:.1}"));
        }
        let folder = file.path.parent();
        let reach = |h: &&Hit| self.uses.judge(ecosystem, name, &h.advisory.symbols, folder);
        let reach = group.iter().filter_map(reach).min();
        if let Some(reach) = reach {
            finding.properties.insert("reachability", reach.word().to_owned());
            if let Reach::Reachable { symbol, path, line } = reach {
                finding.properties.insert("reachable-at", format!("{symbol} at {path}:{line}"));
            }
        }
        if way.len() > 1 {
            finding.properties.insert("path", advice::path_text(file, &way));
            if let Some(first) = way.first().and_then(|i| file.packages.get(*i)) {
                finding.properties.insert(COMES_WITH, format!("{} {}", first.name, first.version));
            }
        }
        if let Some(smallest) = &smallest {
            finding.properties.insert("fixed-in", smallest.clone());
            let held = self.held(source, file, places, smallest);
            if let Some(command) =
                advice::command(advice::dialect(file.format, source), package, smallest, held.as_ref())
            {
                finding.properties.insert("fix-command", command);
            }
            match held {
                Some(Held::Free) => {
                    finding
                        .message
                        .push_str(" All that ask for it allow that version: an update of the lock file suffices.");
                }
                Some(Held::By(who)) => finding.message.push_str(&format!(" It is held back by {who}.")),
                None => {}
            }
        }
        finding.evidence = Evidence::Dependency {
            package: Package { ecosystem: ecosystem.clone(), name: name.clone(), version: version.clone() },
            purl: package.purl.clone(),
            advisories: all,
            fixed,
            direct,
            groups,
        };
        finding
    }

    /// The shortest way from a direct dependency to any of the package's places.
    fn way(&self, file: &ListedFile, places: &[usize]) -> Vec<usize> {
        let Some((_, paths, _)) = self.graph.as_ref().filter(|(path, ..)| *path == file.path) else {
            return Vec::new();
        };
        places.iter().map(|i| paths.to(*i)).filter(|p| !p.is_empty()).min_by_key(Vec::len).unwrap_or_default()
    }

    /// What those who ask for a package say to its upgrade.
    fn held(&self, source: &SourceFile, file: &ListedFile, places: &[usize], to: &str) -> Option<Held> {
        let (.., dependents) = self.graph.as_ref().filter(|(path, ..)| *path == file.path)?;
        held(source, file, dependents, places, to)
    }

    fn severity(&self, kind: Kind, group: &[&Hit]) -> (Severity, &'static str) {
        match kind {
            Kind::Malicious => (Severity::Critical, "malicious package"),
            Kind::Unmaintained | Kind::Notice => (Severity::Info, "informational"),
            Kind::Unsound | Kind::Yanked => (Severity::Low, "informational"),
            Kind::Vulnerability => match group.iter().filter_map(|h| h.rating.severity()).max() {
                Some(severity) if group.iter().any(|h| h.rating.score().is_some()) => (severity, "cvss"),
                Some(severity) => (severity, "database"),
                None => (self.options.unrated, "not rated by the advisory"),
            },
        }
    }
}

/// Whether any of a package's places is direct, and the groups if all of its places are in some.
fn usage<'p>(places: impl Iterator<Item = &'p ListedPackage>) -> (Option<bool>, Vec<String>) {
    let mut direct = None;
    let mut groups = BTreeSet::new();
    let mut production = false;
    for place in places {
        direct = match (direct, place.direct) {
            (Some(a), Some(b)) => Some(a || b),
            (a, b) => a.or(b),
        };
        production |= place.groups.is_empty();
        groups.extend(place.groups.iter().cloned());
    }
    (direct, if production { Vec::new() } else { groups.into_iter().collect() })
}

/// Which record of a group gives the finding its name.
fn id_rank(id: &str) -> u8 {
    const ORDER: &[&str] = &["MAL-", "GHSA-", "RUSTSEC-", "GO-", "PYSEC-"];
    match ORDER.iter().position(|p| id.starts_with(p)) {
        Some(i) => i as u8,
        None if id.starts_with("CVE-") => 100,
        None => 50,
    }
}

/// The gravest kind of a group decides.
fn kind_rank(kind: Kind) -> u8 {
    match kind {
        Kind::Malicious => 0,
        Kind::Vulnerability => 1,
        Kind::Unsound => 2,
        Kind::Unmaintained => 3,
        Kind::Notice => 4,
        Kind::Yanked => 5,
    }
}

/// Groups of hits that speak of the same thing: they share an id, an alias or an upstream, or one names another as
/// related.
fn groups(hits: &[Hit]) -> Vec<Vec<&Hit>> {
    let mut parent: Vec<usize> = (0..hits.len()).collect();
    fn root(parent: &mut [usize], mut i: usize) -> usize {
        while parent[i] != i {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        i
    }
    let mut owner: BTreeMap<&str, usize> = BTreeMap::new();
    let join = |parent: &mut [usize], id: &'_ str, i: usize, owner: &BTreeMap<&str, usize>| {
        if let Some(other) = owner.get(id) {
            let (a, b) = (root(parent, *other), root(parent, i));
            parent[a.max(b)] = a.min(b);
        }
    };
    for (i, hit) in hits.iter().enumerate() {
        let advisory = &hit.advisory;
        for id in std::iter::once(&advisory.id).chain(&advisory.aliases).chain(&advisory.upstream) {
            join(&mut parent, id, i, &owner);
            owner.entry(id).or_insert(i);
        }
    }
    let own: BTreeMap<&str, usize> = hits.iter().enumerate().map(|(i, h)| (h.advisory.id.as_str(), i)).collect();
    for (i, hit) in hits.iter().enumerate() {
        for id in &hit.advisory.related {
            join(&mut parent, id, i, &own);
        }
    }
    let mut out: BTreeMap<usize, Vec<&Hit>> = BTreeMap::new();
    for (i, hit) in hits.iter().enumerate() {
        out.entry(root(&mut parent, i)).or_default().push(hit);
    }
    out.into_values().collect()
}

/// Whether a version is written for "never": some databases say `999.999.999` where there is no fix.
fn is_never(version: &str) -> bool {
    version.len() >= 7 && version.bytes().all(|b| b == b'9' || b == b'.')
}

/// The summary, or the first sentence of the details.
fn title(advisory: &Advisory) -> String {
    let text = if advisory.summary.trim().is_empty() { &advisory.details } else { &advisory.summary };
    let line = text.lines().map(|l| l.trim().trim_start_matches('#').trim()).find(|l| !l.is_empty()).unwrap_or("");
    let mut line = match line.find(". ") {
        Some(end) if advisory.summary.trim().is_empty() => &line[..end],
        _ => line,
    };
    let mut cut = false;
    if line.len() > MAX_TITLE {
        let mut end = MAX_TITLE;
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        line = line[..end].rsplit_once(' ').map_or(&line[..end], |(head, _)| head);
        cut = true;
    }
    let line = plain_links(line.trim_end_matches('.'));
    if cut { format!("{line}…") } else { line.into_owned() }
}

fn message(
    file: &ListedFile,
    package: &ListedPackage,
    named: (&str, Kind, &str),
    fixed: Option<&str>,
    way: &[usize],
) -> String {
    let ListedPackage { name, version, .. } = package;
    let (id, kind, title) = named;
    let what = match kind {
        Kind::Vulnerability => format!("{name} {version} has {id}"),
        Kind::Malicious => format!("{name} {version} is malicious ({id})"),
        Kind::Unmaintained => format!("{name} {version} is unmaintained ({id})"),
        Kind::Unsound => format!("{name} {version} is unsound ({id})"),
        Kind::Notice => format!("{name} {version} has the notice {id}"),
        Kind::Yanked => format!("{name} {version} was yanked"),
    };
    let what = if title.is_empty() { what } else { format!("{what}: {title}") };
    let through = match (way, way.first().and_then(|i| file.packages.get(*i))) {
        ([_, _, ..], Some(first)) => format!(" It comes with {} {}.", first.name, first.version),
        _ => String::new(),
    };
    match (kind, fixed) {
        (Kind::Malicious, _) => {
            format!("{what}. Remove it, and treat secrets that it could reach as known to others.{through}")
        }
        (_, Some(fixed)) => format!("{what}. Upgrade to {fixed}.{through}"),
        (Kind::Yanked, None) => format!("{what}. Use another version of it.{through}"),
        (Kind::Unmaintained, None) => format!("{what}. Look for a maintained replacement.{through}"),
        (_, None) => format!("{what}. No fixed version is known.{through}"),
    }
}

/// The rule of an advisory. `said` holds its title, the package and the versions that fix it.
fn rule(
    advisory: &Advisory,
    all: &[String],
    kind: Kind,
    severity: Severity,
    score: Option<f32>,
    said: (&str, &str, &[String]),
) -> Rule {
    let (title, package, fixed) = said;
    let id = &advisory.id;
    let name = if title.is_empty() { format!("Advisory {id}") } else { title.to_owned() };
    let mut rule = Rule::new(EngineId::Sca, id.as_str(), name, severity);
    let aliases: Vec<&str> = all.iter().filter(|a| *a != id).map(String::as_str).collect();
    rule.description = if title.is_empty() { format!("Advisory {id}.") } else { format!("{title}.") };
    if !aliases.is_empty() {
        rule.description.push_str(&format!(" Also known as {}.", aliases.join(", ")));
    }
    let mut help = String::new();
    if !advisory.details.trim().is_empty() {
        help.push_str(&plain_links(advisory.details.trim()));
        help.push_str("\n\n");
    }
    match fixed {
        [] => {}
        fixed => help.push_str(&format!("Fixed in {package} {}.\n\n", fixed.join(", "))),
    }
    let uri = page(id);
    if let Some(uri) = &uri {
        help.push_str(&format!("- [{id}]({uri})\n"));
    }
    rule.help = help;
    rule.help_uri = uri;
    rule.cvss = score;
    rule.confidence = Confidence::High;
    rule.cwe = advisory.cwe.clone();
    rule.tags = vec!["dependency".to_owned(), kind.as_str().to_owned()];
    rule.references = advisory.references.iter().take(20).cloned().collect();
    rule
}

/// The rule of a crate's version that its owners took back, which the registry says and no advisory.
#[must_use]
pub fn yanked_rule() -> Rule {
    let mut rule = Rule::new(EngineId::Sca, crate::YANKED, "A version that was taken back", Severity::Low);
    rule.description = "The owners of a crate have taken this version back from the registry (cargo yank), mostly because \
                        it is broken. Builds with a lock file still get it; use another version. Found with `--online` only."
        .to_owned();
    rule.help_uri = page(crate::YANKED);
    rule.confidence = Confidence::High;
    rule.tags = vec!["dependency".to_owned(), Kind::Yanked.as_str().to_owned()];
    rule
}

/// The page of an id.
fn page(id: &str) -> Option<String> {
    if id == crate::YANKED {
        return Some("https://doc.rust-lang.org/cargo/reference/publishing.html#cargo-yank".to_owned());
    }
    let known = ["GHSA-", "RUSTSEC-", "GO-", "PYSEC-", "MAL-", "CVE-", "HSEC-", "RSEC-", "JLSEC-", "BIT-", "DRUPAL-"];
    known.iter().any(|p| id.starts_with(p)).then(|| format!("https://osv.dev/vulnerability/{id}"))
}
