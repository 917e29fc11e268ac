//! The languages that a rule may name, with Semgrep's aliases. Which of them firedoor can parse is not said here.

/// A language as rules name it: Semgrep's canonical short name, such as `python`, `js`, `csharp`, `terraform`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleLanguage(&'static str);

/// Canonical name first, then its aliases (<https://semgrep.dev/docs/supported-languages>).
const LANGUAGES: &[&[&str]] = &[
    &["apex"],
    &["bash", "sh"],
    &["c"],
    &["cairo"],
    &["circom"],
    &["clojure"],
    &["cpp", "c++"],
    &["csharp", "c#", "cs"],
    &["dart"],
    &["dockerfile", "docker"],
    &["elixir", "ex"],
    &["fsharp", "f#", "fs"],
    &["generic", "spacegrep", "aliengrep"],
    &["go", "golang"],
    &["gosu"],
    &["hack"],
    &["html"],
    &["java"],
    &["js", "javascript"],
    &["json"],
    &["jsonnet"],
    &["julia"],
    &["kotlin", "kt"],
    &["lisp"],
    &["lua"],
    &["move_on_aptos"],
    &["move_on_sui"],
    &["ocaml"],
    &["php"],
    &["powershell", "ps1"],
    &["promql"],
    &["protobuf", "proto", "proto3"],
    &["python", "python2", "python3", "py"],
    &["ql"],
    &["r"],
    &["regex", "none"],
    &["ruby", "rb"],
    &["rust", "rs"],
    &["scala"],
    &["scheme"],
    &["solidity", "sol"],
    &["swift"],
    &["terraform", "tf", "hcl"],
    &["ts", "typescript"],
    &["vue"],
    &["xml"],
    &["yaml"],
];

impl RuleLanguage {
    /// Spacegrep: any text by tokens and indentation.
    pub const GENERIC: Self = Self("generic");
    /// Any text by regular expressions.
    pub const REGEX: Self = Self("regex");

    /// The language of that name or alias, any case.
    pub fn parse(name: &str) -> Option<Self> {
        LANGUAGES.iter().find(|names| names.iter().any(|n| n.eq_ignore_ascii_case(name))).map(|names| Self(names[0]))
    }

    /// Its canonical short name.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Every name and alias, for messages.
    pub fn names() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().flat_map(|names| names.iter().copied())
    }

    /// Whether files are looked at as text, whatever their type.
    pub fn is_text(self) -> bool {
        self == Self::GENERIC || self == Self::REGEX
    }
}

impl std::fmt::Display for RuleLanguage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}
