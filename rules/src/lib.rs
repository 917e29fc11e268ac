//! firedoor's own rule packs, embedded in the binary as text.
//!
//! `secrets/<provider>.toml` holds secret rules in the gitleaks dialect; `sast/<language>/<rule>.yaml` holds code rules
//! in the Semgrep dialect with their fixtures beside them (a YAML fixture is named `<rule>.test.yaml`);
//! `lists/<language>.yaml` holds named lists that rules [`include`](mod@include); `models/<language>.yaml` says how library functions carry taint. Nothing here parses or matches: the engines do.

pub mod include;
pub mod packed;

/// One embedded file.
#[derive(Clone, Copy, Debug)]
pub struct PackFile {
    /// Path relative to `rules/`.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
    /// What it says without parsing: of a code rule its tree as `firedoor_yaml::packed` packs it, of secret rules their
    /// table as [`packed`] packs it, without examples. Empty for all others.
    pub tree: &'static [u8],
    /// Whether it says `pack: extended`: rules for reviewers, not for a gate.
    pub extended: bool,
}

include!(concat!(env!("OUT_DIR"), "/packs.rs"));
