//! Packages as OSV and purl name them.

use std::fmt;

/// One package in one version, as a lock file pins it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Package {
    /// OSV's ecosystem, with its suffix if it has one: `npm`, `crates.io`, `Debian:12`.
    pub ecosystem: String,
    /// The name as the ecosystem spells it.
    pub name: String,
    /// The version as the lock file spells it.
    pub version: String,
}

impl fmt::Display for Package {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.name, self.version, self.ecosystem)
    }
}

/// A package URL, ready to print (purl specification, `pkg:type/namespace/name@version`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Purl(pub String);

impl fmt::Display for Purl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
