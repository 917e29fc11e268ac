//! The one table of everything that `firedoor.toml` may hold.
//!
//! The parser's checks, the did-you-mean, `schemas/firedoor.schema.json` and `firedoor config show --origin` are all
//! made from it. A new key is one line here and one line where [`super::Config`] is filled.

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Bool,
    /// From and up to, both inclusive.
    Integer(i64, i64),
    /// Bytes: an integer, or a text such as `10MB` or `512KiB`.
    Size,
    Text,
    /// `YYYY-MM-DD`, as a TOML date or as text.
    Date,
    Glob,
    Choice(&'static [&'static str]),
    Texts,
    Globs,
    Choices(&'static [&'static str]),
    /// A count, or a table of counts per severity.
    Counts,
    /// A path, or a table, or an array of tables, of [`EXTENDS`].
    Extends,
    Table(&'static [Field]),
    Tables(&'static [Field]),
}

/// One key.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// What it means, in one or more sentences.
    pub(crate) doc: &'static str,
    /// The default as TOML; empty where there is none.
    pub(crate) default: &'static str,
    pub(crate) required: bool,
}

const fn field(name: &'static str, kind: Kind, default: &'static str, doc: &'static str) -> Field {
    Field { name, kind, doc, default, required: false }
}

const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Field {
    Field { name, kind, doc, default: "", required: true }
}

pub(crate) const SEVERITIES: &[&str] = &["info", "low", "medium", "high", "critical"];
pub(crate) const THRESHOLDS: &[&str] = &["never", "info", "low", "medium", "high", "critical"];
pub(crate) const CONFIDENCES: &[&str] = &["low", "medium", "high"];
pub(crate) const ENGINES: &[&str] = &["secrets", "sast", "sca"];
const ANY_ENGINE: &[&str] = &["secrets", "sast", "sca", "gate"];
const NEW_ONLY: &[&str] = &["auto", "always", "never"];

/// Up to a hundred years.
const DAYS: Kind = Kind::Integer(0, 36_500);

pub(crate) const EXTENDS: &[Field] = &[
    required("path", Kind::Text, "The file, relative to this one."),
    field("sha256", Kind::Text, "", "Its SHA-256 in hexadecimal. Another content is an error."),
];

pub(crate) const SEVERITY_COUNTS: &[Field] = &[
    field("critical", Kind::Integer(0, i64::MAX), "", "Most critical findings tolerated."),
    field("high", Kind::Integer(0, i64::MAX), "", "Most high findings tolerated."),
    field("medium", Kind::Integer(0, i64::MAX), "", "Most medium findings tolerated."),
    field("low", Kind::Integer(0, i64::MAX), "", "Most low findings tolerated."),
    field("info", Kind::Integer(0, i64::MAX), "", "Most info findings tolerated."),
];

const OVERRIDE: &[Field] = &[
    field("engine", Kind::Choice(ANY_ENGINE), "", "Applies to findings of this engine only."),
    field("path", Kind::Globs, "", "Applies to findings in files that one of these globs matches."),
    field("rule", Kind::Globs, "", "Applies to findings of rules that one of these globs matches."),
    field("fail-on", Kind::Choice(THRESHOLDS), "", "The threshold for these findings."),
    field("min-confidence", Kind::Choice(CONFIDENCES), "", "The least confidence that blocks for these findings."),
    field("new-only", Kind::Choice(NEW_ONLY), "", "Whether only new ones of these findings block."),
];

const GATE: &[Field] = &[
    field(
        "fail-on",
        Kind::Choice(THRESHOLDS),
        "\"high\"",
        "Findings of this severity and above block. `never` reports and never blocks.",
    ),
    field(
        "min-confidence",
        Kind::Choice(CONFIDENCES),
        "\"medium\"",
        "Findings of this confidence and above block; the others are reported only.",
    ),
    field(
        "new-only",
        Kind::Choice(NEW_ONLY),
        "\"auto\"",
        "Whether findings that were there before are let through. `auto`: they are where a change is compared with its \
         base (`--diff`, `--staged`), and they block in a full scan. Findings in the baseline are always let through.",
    ),
    field(
        "fail-on-incomplete",
        Kind::Bool,
        "true",
        "Whether a scan that could not judge everything ends as incomplete (exit code 3).",
    ),
    field(
        "require-reason",
        Kind::Bool,
        "false",
        "Whether a suppression without a reason is void. Foreign markers that cannot carry a reason are void then, too.",
    ),
    field(
        "max-expiry-days",
        DAYS,
        "",
        "Suppressions and baseline entries must end, at most so many days from today; without an end they are void.",
    ),
    field(
        "max-existing",
        Kind::Counts,
        "",
        "The ratchet: the gate fails where more findings than this were there before and are still there. A count of \
         all findings at or above the threshold, or a table of counts per severity.",
    ),
    field(
        "allow-new-suppressions",
        Kind::Bool,
        "false",
        "Whether a change may bring in-source suppressions. If not, each new one is a finding of the suppressed severity.",
    ),
    field(
        "foreign-markers",
        Kind::Bool,
        "true",
        "Whether the in-source markers of other tools (nosemgrep, gitleaks:allow, nosec, ...) are honoured.",
    ),
    field(
        "salt",
        Kind::Text,
        "",
        "Text from which the key of fingerprints is derived. Without it: the baseline's, or the root commit's id.",
    ),
    field("baseline", Kind::Text, "", "The baseline file, relative to this one."),
    field("override", Kind::Tables(OVERRIDE), "", "Other thresholds for some findings. The last that matches wins."),
];

const SCAN: &[Field] = &[
    field("engines", Kind::Choices(ENGINES), "[\"secrets\", \"sast\", \"sca\"]", "The engines that run."),
    field("exclude", Kind::Globs, "[]", "Globs of paths that are not scanned, as in `.gitignore`."),
    field("include", Kind::Globs, "[]", "Globs of paths that are scanned although an ignore file names them."),
    field("max-file-size", Kind::Size, "\"100MB\"", "Larger files are left out, and the run is incomplete."),
    field(
        "hidden",
        Kind::Bool,
        "true",
        "Whether files are scanned whose name, or a folder's above them, begins with a dot.",
    ),
    field("gitignore", Kind::Bool, "true", "Whether ignore files are honoured."),
    field("archive-depth", Kind::Integer(0, 8), "0", "How many archives inside one another are opened. 0 opens none."),
    field("jobs", Kind::Integer(0, 256), "0", "Number of threads. 0 means one per processor."),
];

const RULE_SELECTION: [Field; 4] = [
    field("rules", Kind::Texts, "[]", "Files or folders of rules, relative to this file."),
    field("builtin", Kind::Bool, "true", "Whether the built-in rules are used."),
    field("disable", Kind::Globs, "[]", "Globs of rule ids that are switched off."),
    field("only", Kind::Globs, "[]", "If not empty: globs of the only rule ids that are used."),
];

const SECRETS: &[Field] = &[
    RULE_SELECTION[0],
    RULE_SELECTION[1],
    RULE_SELECTION[2],
    RULE_SELECTION[3],
    field(
        "max-file-size",
        Kind::Size,
        "\"64MiB\"",
        "Larger files are not searched for secrets, and the run is incomplete. More than the default is not possible.",
    ),
    field("exclude", Kind::Globs, "[]", "Globs of paths that are not searched for secrets."),
    field("allow-values", Kind::Texts, "[]", "Regular expressions of values that are no secrets."),
];

const SAST: &[Field] = &[
    RULE_SELECTION[0],
    RULE_SELECTION[1],
    RULE_SELECTION[2],
    RULE_SELECTION[3],
    field("max-file-size", Kind::Size, "\"5MB\"", "Larger files are not parsed, and the run is incomplete."),
    field("exclude", Kind::Globs, "[]", "Globs of paths that are not analysed."),
    field(
        "languages",
        Kind::Texts,
        "[]",
        "If not empty: the only languages that are analysed, by the names that rules give them.",
    ),
];

const SCA: &[Field] = &[
    field("max-file-size", Kind::Size, "\"100MB\"", "Larger lock files are not judged, and the run is incomplete."),
    field("exclude", Kind::Globs, "[]", "Globs of lock files that are not judged."),
    field("database", Kind::Text, "", "Folder of the advisory database. Without it: the user's, or the embedded one."),
    field("max-database-age-days", DAYS, "", "An older database makes the scan incomplete."),
    field("mirror", Kind::Text, "", "Address from which `firedoor db update` fetches instead of the public bucket."),
    field("ignore-groups", Kind::Texts, "[]", "Dependency groups that do not count, such as `dev`."),
    field(
        "unrated-severity",
        Kind::Choice(SEVERITIES),
        "\"high\"",
        "The severity of a vulnerability that its advisory does not rate.",
    ),
    field(
        "reachability",
        Kind::Bool,
        "",
        "Whether Go and Rust source is read to say which vulnerable functions the project uses. Without it: where the \
         whole tree is judged, not for changes.",
    ),
    field(
        "vex",
        Kind::Texts,
        "[]",
        "OpenVEX and CycloneDX documents, relative to this file, whose statements suppress.",
    ),
];

const SEVERITY: &[Field] = &[
    field("rule", Kind::Globs, "", "Globs of rule ids."),
    field("engine", Kind::Choice(ANY_ENGINE), "", "Findings of this engine only."),
    field("path", Kind::Globs, "", "Globs of paths."),
    field("severity", Kind::Choice(SEVERITIES), "", "The severity that these findings get."),
    field("confidence", Kind::Choice(CONFIDENCES), "", "The confidence that these findings get."),
];

const SUPPRESS: &[Field] = &[
    field("rule", Kind::Globs, "", "Globs of rule ids, advisory ids included."),
    field("engine", Kind::Choice(ANY_ENGINE), "", "Findings of this engine only."),
    field("path", Kind::Globs, "", "Globs of paths."),
    field("fingerprint", Kind::Texts, "", "Fingerprints `firedoor/v1`."),
    field("package", Kind::Globs, "", "Globs of package names, optionally with `@version`."),
    required("reason", Kind::Text, "Why these findings shall not block."),
    field("owner", Kind::Text, "", "Who decided it."),
    field("until", Kind::Date, "", "Last day on which it holds."),
];

const REPORT: &[Field] =
    &[field("category", Kind::Text, "\"firedoor\"", "GitHub's category of the upload, without a trailing slash.")];

/// The whole file.
pub(crate) const ROOT: &[Field] = &[
    field("$schema", Kind::Text, "", "Address of this schema, for editors."),
    field(
        "extends",
        Kind::Extends,
        "",
        "Files whose values apply where this one says nothing, such as a company's standard.",
    ),
    field("scan", Kind::Table(SCAN), "", "What is scanned."),
    field("secrets", Kind::Table(SECRETS), "", "The search for credentials."),
    field("sast", Kind::Table(SAST), "", "The analysis of code."),
    field("sca", Kind::Table(SCA), "", "The judgement of dependencies."),
    field("gate", Kind::Table(GATE), "", "What makes the gate fail."),
    field(
        "severity",
        Kind::Tables(SEVERITY),
        "",
        "Other severities or confidences for some findings. The last that matches wins.",
    ),
    field("suppress", Kind::Tables(SUPPRESS), "", "Findings that shall not block, with the reason."),
    field("report", Kind::Table(REPORT), "", "What reports say of the run."),
];

/// The name among `names` that `word` most likely was meant to be.
pub(crate) fn did_you_mean<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let simple = |s: &str| s.to_ascii_lowercase().replace('_', "-");
    let word = simple(word);
    names
        .map(|name| (distance(&word, &simple(name)), name))
        .filter(|(d, name)| *d <= 1.max(name.len().min(word.len()) / 3))
        .min()
        .map(|(_, name)| name)
}

/// Levenshtein's distance, with a swap of neighbours as one step (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = change.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(rows[i - 2][j - 2] + 1);
            }
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_what_was_meant() {
        let names = || GATE.iter().map(|f| f.name);
        assert_eq!(did_you_mean("fail_on", names()), Some("fail-on"));
        assert_eq!(did_you_mean("fial-on", names()), Some("fail-on"));
        assert_eq!(did_you_mean("min-confidance", names()), Some("min-confidence"));
        assert_eq!(did_you_mean("colour", names()), None);
    }
}
