//! What findings about dependencies ask for, put together: one upgrade may close many of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::{Evidence, Finding, RepoPath, Severity};

/// Property of a finding: the smallest version that closes it together with most others of the same package version.
pub const UPGRADE_TO: &str = "upgrade-to";
/// Property of a finding: the package manager's command for [`UPGRADE_TO`].
pub const UPGRADE_COMMAND: &str = "upgrade-command";
/// Property of a finding: the direct dependency that brings a transitive package, as `name version`.
pub const COMES_WITH: &str = "comes-with";

/// Property of a finding: what keeps a transitive package below [`UPGRADE_TO`], as `name version, which asks for range`.
pub const HELD_BY: &str = "held-by";

/// One upgrade and what it closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgrade {
    /// The lock file or manifest.
    pub path: RepoPath,
    /// OSV's ecosystem.
    pub ecosystem: String,
    /// The package.
    pub name: String,
    /// Its version now.
    pub from: String,
    /// The smallest version that closes all of [`Self::closes`].
    pub to: String,
    /// Whether the project itself asks for the package, where the file tells.
    pub direct: Option<bool>,
    /// The direct dependency that brings it, as `name version`, where it is transitive and the file tells.
    pub comes_with: Option<String>,
    /// The dependent whose requirement does not admit [`Self::to`], so that it must be upgraded itself or overridden.
    pub held_by: Option<String>,
    /// Rules whose findings it closes, sorted.
    pub closes: Vec<String>,
    /// The gravest of them.
    pub severity: Severity,
    /// The package manager's command, where one is known.
    pub command: Option<String>,
}

/// The upgrades that findings ask for: those that close most first, then the graver, then by path and name.
#[must_use]
pub fn upgrades<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<Upgrade> {
    let mut out: BTreeMap<(&RepoPath, [&str; 4]), Upgrade> = BTreeMap::new();
    for finding in findings {
        let Evidence::Dependency { package, direct, .. } = &finding.evidence else { continue };
        let property = |key: &str| finding.properties.get(key);
        let Some(to) = property(UPGRADE_TO) else { continue };
        let path = &finding.location.path;
        let key = (path, [&*package.ecosystem, &*package.name, &*package.version, &**to]);
        let upgrade = out.entry(key).or_insert_with(|| Upgrade {
            path: path.clone(),
            ecosystem: package.ecosystem.clone(),
            name: package.name.clone(),
            from: package.version.clone(),
            to: to.clone(),
            direct: *direct,
            comes_with: property(COMES_WITH).cloned(),
            held_by: property(HELD_BY).cloned(),
            closes: Vec::new(),
            severity: finding.severity,
            command: property(UPGRADE_COMMAND).cloned(),
        });
        upgrade.severity = upgrade.severity.max(finding.severity);
        upgrade.closes.push(finding.rule.id.as_str().to_owned());
    }
    let mut all: Vec<Upgrade> = out.into_values().collect();
    for upgrade in &mut all {
        upgrade.closes.sort();
        upgrade.closes.dedup();
    }
    all.sort_by_key(|u| (Reverse(u.closes.len()), Reverse(u.severity)));
    all
}
