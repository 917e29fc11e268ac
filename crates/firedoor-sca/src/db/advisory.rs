//! What is known of an advisory once it has matched.

use firedoor_core::Severity;

/// What sort of statement an advisory makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A weakness of the package.
    #[default]
    Vulnerability,
    /// The package itself is hostile (`MAL-…`).
    Malicious,
    /// Nobody maintains the package any more (RustSec, `informational = "unmaintained"`).
    Unmaintained,
    /// The package's interface is unsound, without a known exploit (RustSec).
    Unsound,
    /// Any other notice (RustSec).
    Notice,
    /// The version was withdrawn from its registry by its author (crates.io, `yanked`).
    Yanked,
}

impl Kind {
    pub(crate) fn to_byte(self) -> u8 {
        match self {
            Self::Vulnerability => 0,
            Self::Malicious => 1,
            Self::Unmaintained => 2,
            Self::Unsound => 3,
            Self::Notice => 4,
            Self::Yanked => 5,
        }
    }

    pub(crate) fn from_byte(byte: u8) -> Self {
        match byte {
            1 => Self::Malicious,
            2 => Self::Unmaintained,
            3 => Self::Unsound,
            4 => Self::Notice,
            5 => Self::Yanked,
            _ => Self::Vulnerability,
        }
    }

    /// The word used in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vulnerability => "vulnerability",
            Self::Malicious => "malicious",
            Self::Unmaintained => "unmaintained",
            Self::Unsound => "unsound",
            Self::Notice => "notice",
            Self::Yanked => "yanked",
        }
    }
}

/// How grave the record says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rating {
    /// A CVSS base score in tenths, 0 to 100, computed by us from the vector.
    Score(u8),
    /// The database's word, where there is no vector that could be read.
    Word(Severity),
    /// Nothing is said.
    #[default]
    None,
}

impl Rating {
    pub(crate) fn to_byte(self) -> u8 {
        match self {
            Self::Score(tenths) => tenths.min(100),
            Self::Word(Severity::Info) => 101,
            Self::Word(Severity::Low) => 102,
            Self::Word(Severity::Medium) => 103,
            Self::Word(Severity::High) => 104,
            Self::Word(Severity::Critical) => 105,
            Self::None => 255,
        }
    }

    pub(crate) fn from_byte(byte: u8) -> Self {
        match byte {
            0..=100 => Self::Score(byte),
            101 => Self::Word(Severity::Info),
            102 => Self::Word(Severity::Low),
            103 => Self::Word(Severity::Medium),
            104 => Self::Word(Severity::High),
            105 => Self::Word(Severity::Critical),
            _ => Self::None,
        }
    }

    /// The CVSS base score, 0.0 to 10.0.
    #[must_use]
    pub fn score(self) -> Option<f32> {
        match self {
            Self::Score(tenths) => Some(f32::from(tenths) / 10.0),
            _ => None,
        }
    }

    /// The band of the score, or the word; `None` where nothing is said.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Score(_) => self.score().map(Severity::from_cvss),
            Self::Word(word) => Some(word),
            Self::None => None,
        }
    }
}

/// The functions of a package that an advisory names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Symbols {
    /// The package of the lock file.
    pub package: String,
    /// The import path within it (Go), or empty.
    pub path: String,
    /// Names, such as `Type.Method` (Go) or `crate::module::function` (Rust); empty means all of the path.
    pub names: Vec<String>,
}

/// One advisory, with its prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advisory {
    /// Its id in its database.
    pub id: String,
    /// Other ids of the same thing.
    pub aliases: Vec<String>,
    /// Ids of the things that this one was made from (OSV 1.7, `upstream`).
    pub upstream: Vec<String>,
    /// Ids of things nearby.
    pub related: Vec<String>,
    /// What it says.
    pub kind: Kind,
    /// How grave it says it is.
    pub rating: Rating,
    /// The vector that the score was computed from.
    pub vector: String,
    /// One line.
    pub summary: String,
    /// Markdown.
    pub details: String,
    /// RFC 3339.
    pub published: String,
    /// RFC 3339.
    pub modified: String,
    /// Links to read.
    pub references: Vec<String>,
    /// Numbers of the Common Weakness Enumeration.
    pub cwe: Vec<u32>,
    /// Functions that it names.
    pub symbols: Vec<Symbols>,
}
