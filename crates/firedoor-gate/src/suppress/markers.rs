//! In-source markers of all forms. One pass of a multi-string search; a file without any costs nothing else.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use firedoor_core::{EngineId, Location, SourceFile, Span};

use super::{Marker, Target, infrastructure, own};

/// Longest line that is read for a marker, in bytes behind the marker's word.
const MAX_REST: usize = 2_000;
/// How far before the marker's word the beginning of its comment is looked for, in bytes.
const MAX_BEFORE: usize = 400;
/// Most markers of one file. More is a generated file.
const MAX_MARKERS: usize = 20_000;
/// How many blank and comment lines may stand between a marker on a line of its own and the code that it means.
const MAX_GAP: u32 = 12;

const SECRETS: &[EngineId] = &[EngineId::Secrets];
const SAST: &[EngineId] = &[EngineId::Sast];
const POLICY: &[EngineId] = &[EngineId::Policy, EngineId::Sast];
const TRIVY: &[EngineId] = &[EngineId::Policy, EngineId::Sast, EngineId::Sca, EngineId::Secrets];

#[derive(Clone, Copy)]
enum Form {
    Own,
    Nosemgrep,
    /// Word alone, on the line of the secret.
    Allow(&'static str),
    Pragma,
    Nosec,
    Checkov,
    Trivy(&'static str),
    Zizmor,
    Noqa,
}

const WORDS: &[(&str, Form)] = &[
    ("firedoor:ignore", Form::Own),
    ("nosem", Form::Nosemgrep),
    ("gitleaks:allow", Form::Allow("gitleaks:allow")),
    ("betterleaks:allow", Form::Allow("betterleaks:allow")),
    ("trufflehog:ignore", Form::Allow("trufflehog:ignore")),
    ("kingfisher:ignore", Form::Allow("kingfisher:ignore")),
    ("pragma: allowlist", Form::Pragma),
    ("pragma:allowlist", Form::Pragma),
    ("pragma: whitelist", Form::Pragma),
    ("nosec", Form::Nosec),
    ("checkov:skip=", Form::Checkov),
    ("bridgecrew:skip=", Form::Checkov),
    ("trivy:ignore:", Form::Trivy("trivy:ignore")),
    ("tfsec:ignore:", Form::Trivy("tfsec:ignore")),
    ("zizmor: ignore[", Form::Zizmor),
    ("noqa", Form::Noqa),
    ("NOQA", Form::Noqa),
];

fn search() -> &'static AhoCorasick {
    static SEARCH: OnceLock<AhoCorasick> = OnceLock::new();
    SEARCH.get_or_init(|| {
        AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(WORDS.iter().map(|(word, _)| word))
            .expect("a handful of short words")
    })
}

/// The markers of a file, in order. Binary files have none.
#[must_use]
pub fn markers(file: &SourceFile) -> Vec<Marker> {
    let bytes = file.bytes();
    let mut found = search().find_iter(bytes).peekable();
    if found.peek().is_none() || file.is_binary() {
        return Vec::new();
    }
    let mut out: Vec<Marker> = Vec::new();
    for hit in found {
        if out.len() >= MAX_MARKERS {
            break;
        }
        let Some((_, form)) = WORDS.get(hit.pattern().as_usize()) else { continue };
        let line = file.lines().line_of(hit.start());
        let span = file.lines().line_span(bytes, line);
        let end = (span.end as usize).min(hit.end() + MAX_REST).max(hit.end());
        let from = (span.start as usize).max(hit.start().saturating_sub(MAX_BEFORE));
        let before = String::from_utf8_lossy(file.slice(Span::new(from, hit.start())));
        let rest = String::from_utf8_lossy(file.slice(Span::new(hit.end(), end)));
        // `--firedoor:ignore` and `<!--firedoor:ignore` begin comments; the words of other tools are flags of theirs, too.
        let opens = matches!(form, Form::Own) && is_comment_sign(&before);
        if !opens && before.ends_with(|c: char| c.is_alphanumeric() || c == '`' || c == '_' || c == '-') {
            continue;
        }
        let Some(mut marker) = read(*form, &before, &rest) else { continue };
        let signs = comment_signs(file);
        let alone = from == span.start as usize && is_comment_start(&before, signs);
        // Within a comment of several lines nothing may stand before it.
        let stands = alone || from == span.start as usize && before.trim().is_empty();
        if marker.target == Some(Target::File) && !(stands && is_comment_of_file(file, &before)) {
            // A text that only speaks of it excuses no file; who meant it is told.
            if before.contains(['"', '\'', '`']) || !opens_comment(&before) {
                continue;
            }
            marker.problem = Some("a marker of a whole file stands in a comment on a line of its own".to_owned());
        }
        let last = if marker.reaches_on && alone { next_code_line(file, line, signs) } else { line };
        if let Some(from) = marker.next_line.then_some(line + 1) {
            marker.target = Some(Target::Lines(from..=from));
        }
        // checkov's marker means the resource around it, Trivy's the block or line that follows.
        let block = match form {
            Form::Checkov => infrastructure::block(file, line),
            Form::Trivy(_) if last > line => infrastructure::block(file, last).filter(|b| *b.start() == last),
            _ => None,
        };
        if let Some(block) = block {
            marker.target = Some(Target::Lines(line.min(*block.start())..=*block.end()));
        } else if matches!(form, Form::Checkov) && is_dockerfile(file) {
            marker.target = Some(Target::File);
        }
        let target = marker.target.unwrap_or(Target::Lines(line..=last));
        if out.iter().rev().take(4).any(|m| m.form == marker.form && m.target == target && m.rules == marker.rules) {
            continue;
        }
        out.push(Marker {
            form: marker.form,
            engines: marker.engines,
            rules: marker.rules,
            reason: marker.reason,
            owner: marker.owner,
            until: marker.until,
            target,
            location: Location::in_file(file, Span::new(hit.start(), marker_end(hit.end(), &rest, end))),
            problem: marker.problem,
        });
    }
    out
}

/// Checkov takes a whole Dockerfile for one resource.
fn is_dockerfile(file: &SourceFile) -> bool {
    let name = file.path().file_name();
    name == "Dockerfile" || name.starts_with("Dockerfile.") || name.ends_with(".dockerfile")
}

/// The marker's text without what closes the comment.
fn marker_end(from: usize, rest: &str, end: usize) -> usize {
    let trimmed = rest.trim_end_matches(['*', '/', '-', '>', ' ', '\t', '}', '"', '\'']);
    if rest.contains('\u{fffd}') { end } else { (from + trimmed.len()).min(end) }
}

#[derive(Default)]
struct Read {
    form: &'static str,
    engines: &'static [EngineId],
    rules: Vec<String>,
    reason: Option<String>,
    owner: Option<String>,
    until: Option<String>,
    problem: Option<String>,
    target: Option<Target>,
    /// Means the next line only.
    next_line: bool,
    /// On a line of its own it means the next line of code.
    reaches_on: bool,
}

fn read(form: Form, before: &str, rest: &str) -> Option<Read> {
    Some(match form {
        Form::Own => {
            let own = own::parse(rest)?;
            Read {
                form: if own.file { "firedoor:ignore-file" } else { "firedoor:ignore" },
                rules: own.rules,
                reason: own.reason,
                owner: own.owner,
                until: own.until,
                problem: own.problem,
                target: own.file.then_some(Target::File),
                reaches_on: true,
                ..Read::default()
            }
        }
        // Semgrep: `nosem` or `nosemgrep`, optionally `: id, id`; on the line of the match or alone on the line before.
        Form::Nosemgrep => {
            let rest = rest.strip_prefix("grep").unwrap_or(rest);
            if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-')
                || !before.ends_with([' ', '\t', '#', '/', '*', '-'])
            {
                return None;
            }
            let rules = rest.strip_prefix(':').map(|list| ids(list, |c| c.is_alphanumeric() || "._-/".contains(c)));
            Read {
                form: "nosemgrep",
                engines: SAST,
                rules: rules.unwrap_or_default(),
                reaches_on: true,
                ..Read::default()
            }
        }
        Form::Allow(name) => Read { form: name, engines: SECRETS, ..Read::default() },
        // detect-secrets: `pragma: allowlist secret` and `pragma: allowlist nextline secret`.
        Form::Pragma => {
            let words = rest.trim_start_matches([' ', '-']);
            let next = words.strip_prefix("nextline").map(|w| w.trim_start_matches([' ', '-']));
            next.unwrap_or(words).strip_prefix("secret")?;
            Read { form: "pragma: allowlist secret", engines: SECRETS, next_line: next.is_some(), ..Read::default() }
        }
        // Bandit: `# nosec`, `# nosec B602, B607`, `# nosec: B602`; gosec: `#nosec G204 -- reason`, `// #nosec`.
        Form::Nosec => {
            if !before.trim_end().ends_with(['#', '/', '*'])
                || rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
            {
                return None;
            }
            let rest = rest.strip_prefix(':').unwrap_or(rest);
            let (list, reason) = match rest.split_once("--") {
                Some((list, reason)) => (list, Some(comment_text(reason)).filter(|r| !r.is_empty())),
                None => (rest, None),
            };
            Read { form: "nosec", engines: SAST, rules: codes(list, &['B', 'G']), reason, ..Read::default() }
        }
        // Ruff and flake8: only with codes of flake8-bandit. A bare `noqa` is about style.
        Form::Noqa => {
            if !before.trim_end().ends_with('#') {
                return None;
            }
            let rules = codes(rest.strip_prefix(':')?, &['S']);
            (!rules.is_empty()).then(|| Read { form: "noqa", engines: SAST, rules, ..Read::default() })?
        }
        // `checkov:skip=CKV_AWS_20:reason`, within the resource's block.
        Form::Checkov => {
            let (id, reason) = rest.split_once(':').unwrap_or((rest, ""));
            let rules = ids(id, |c| c.is_alphanumeric() || "_-".contains(c));
            let reason = Some(comment_text(reason)).filter(|r| !r.is_empty());
            (!rules.is_empty()).then(|| Read {
                form: "checkov:skip",
                engines: POLICY,
                rules,
                reason,
                reaches_on: true,
                ..Read::default()
            })?
        }
        // `trivy:ignore:ID` or `trivy:ignore:ID:exp:2027-01-31`; several may follow one another.
        Form::Trivy(name) => {
            let word: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
            let (id, until) = match word.split_once(":exp:") {
                Some((id, day)) => (id.to_owned(), Some(day.to_owned())),
                None => (word, None),
            };
            let id = id.split('[').next().unwrap_or_default().to_owned();
            let problem = until
                .as_deref()
                .filter(|d| !crate::date::is_date(d))
                .map(|d| format!("`{d}` is not a day, YYYY-MM-DD"));
            let rules = if id == "*" { Vec::new() } else { vec![id] };
            Read { form: name, engines: TRIVY, rules, until, problem, reaches_on: true, ..Read::default() }
        }
        Form::Zizmor => {
            let (list, behind) = rest.split_once(']')?;
            let reason = Some(comment_text(behind)).filter(|r| !r.is_empty());
            let rules = ids(list, |c| c.is_alphanumeric() || "_-".contains(c));
            Read { form: "zizmor: ignore", engines: POLICY, rules, reason, ..Read::default() }
        }
    })
}

/// Names separated by commas or white space, up to the first thing that is no name.
fn ids(list: &str, part: impl Fn(char) -> bool) -> Vec<String> {
    let mut out = Vec::new();
    for word in list.split([',', ' ', '\t']).filter(|w| !w.is_empty()) {
        if !word.chars().all(&part) || !word.starts_with(|c: char| c.is_alphanumeric()) {
            break;
        }
        out.push(word.to_owned());
    }
    out
}

/// Codes of a letter and digits, up to the first other word.
fn codes(list: &str, kinds: &[char]) -> Vec<String> {
    list.split([',', ' ', '\t'])
        .filter(|w| !w.is_empty())
        .map_while(|w| {
            let mut chars = w.chars();
            let kind = chars.next()?.to_ascii_uppercase();
            let digits = chars.as_str();
            (!digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())).then_some((kind, w))
        })
        .filter(|(kind, _)| kinds.contains(kind))
        .map(|(_, w)| w.to_owned())
        .collect()
}

/// Free text behind a marker, without what closes the comment.
fn comment_text(text: &str) -> String {
    text.trim().trim_end_matches("*/").trim_end_matches("-->").trim().to_owned()
}

/// Whether a text ends in `--` or `<!--` that begin a comment.
fn is_comment_sign(before: &str) -> bool {
    let Some(head) = before.strip_suffix("--") else { return false };
    head.is_empty() || head.ends_with(|c: char| c.is_whitespace() || ";)!".contains(c)) || head.ends_with("<!-")
}

/// What begins a comment in files of that name only.
fn comment_signs(file: &SourceFile) -> &'static [&'static str] {
    let extension = file.path().extension().unwrap_or_default().to_ascii_lowercase();
    match extension.as_str() {
        "bat" | "cmd" => &["::", "rem ", "Rem ", "@rem ", "@REM ", "@Rem "],
        "properties" | "f90" | "f95" | "f03" => &["!"],
        "cshtml" | "razor" => &["@*"],
        "rst" => &[".."],
        // A fence is followed by the code that is meant.
        "md" | "markdown" => &["[//]:", "[comment]:", "```", "~~~"],
        "hs" | "elm" => &["{-"],
        "ml" | "mli" | "fs" | "fsx" => &["(*"],
        "pas" => &["(*", "{"],
        "ps1" | "psm1" => &["<#"],
        "haml" | "slim" => &["-#", "/"],
        "vim" => &["\""],
        // Keys that stand for comments.
        "json" => &["\"//\"", "\"_comment\"", "\"$comment\"", "\"comment\""],
        "ipynb" => &["\"#"],
        "php" | "phtml" | "inc" => &["<?php #", "<?php //", "<?php /*"],
        _ => &[],
    }
}

/// Whether a comment of the file itself begins so: in prose, comments of other languages stand in examples.
fn is_comment_of_file(file: &SourceFile, before: &str) -> bool {
    let signs: &[&str] = match file.path().extension().unwrap_or_default().to_ascii_lowercase().as_str() {
        "md" | "markdown" => &["<!--", "[//]:", "[comment]:"],
        "rst" => &[".."],
        "adoc" | "asciidoc" => &["//"],
        _ => return true,
    };
    signs.iter().any(|sign| before.trim_start().starts_with(sign))
}

/// Whether a comment may have begun on the line.
fn opens_comment(before: &str) -> bool {
    ["# ", "//", "/*", "-- ", "<!--", "; "].iter().any(|sign| before.contains(sign))
}

/// Whether nothing but the beginning of a comment stands before a marker.
fn is_comment_start(before: &str, more: &[&str]) -> bool {
    let text = before.trim_start();
    let is_any = |signs: &[&str]| signs.iter().any(|sign| text.starts_with(sign));
    // A text that only speaks of the marker is no comment.
    if let Some(rest) = text.strip_prefix("\"\"\"") {
        return rest.trim().is_empty();
    }
    !text.is_empty()
        && (is_any(more)
            || is_any(&[
                "#", "//", "/*", "*", "--", "<!--", "<%#", "<%--", "{{!", "{{--", ";", "%", "{/*", "{#", "'", "REM",
            ]))
}

fn is_comment_line(text: &str, more: &[&str]) -> bool {
    let text = text.trim();
    let is_any = |signs: &[&str]| signs.iter().any(|sign| text.starts_with(sign));
    text.is_empty() || is_any(more) || is_any(&["#", "//", "/*", "*", "--", "<!--", ";"])
}

fn next_code_line(file: &SourceFile, line: u32, signs: &[&str]) -> u32 {
    let last = file.lines().lines();
    (line + 1..=last.min(line + MAX_GAP)).find(|l| !is_comment_line(&file.line_text(*l), signs)).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::{Origin, RepoPath};

    fn find(text: &str) -> Vec<Marker> {
        find_in("a", text)
    }

    fn find_in(path: &str, text: &str) -> Vec<Marker> {
        markers(&SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec()))
    }

    fn lines(marker: &Marker) -> (u32, u32) {
        match &marker.target {
            Target::Lines(l) => (*l.start(), *l.end()),
            Target::File => (0, u32::MAX),
        }
    }

    /// Text, form (empty: no marker), rules, first and last line.
    type Case = (&'static str, &'static str, &'static [&'static str], (u32, u32));

    /// What each form means, one line a case.
    #[test]
    fn forms() {
        let cases: &[Case] = &[
            ("x = 1  # firedoor:ignore", "firedoor:ignore", &[], (1, 1)),
            ("// firedoor:ignore[a, b/c] reason=\"x\"\n\n// more\ncall()", "firedoor:ignore", &["a", "b/c"], (1, 4)),
            ("<!-- firedoor:ignore-file[sast] -->", "firedoor:ignore-file", &["sast"], (0, u32::MAX)),
            ("`firedoor:ignore` is documented", "", &[], (0, 0)),
            ("x() # nosemgrep", "nosemgrep", &[], (1, 1)),
            ("x() // nosem", "nosemgrep", &[], (1, 1)),
            ("# nosemgrep: a.b.c, d-e\nx()", "nosemgrep", &["a.b.c", "d-e"], (1, 2)),
            ("x() // nosemgrep:a (it is fine)", "nosemgrep", &["a"], (1, 1)),
            ("nosematch", "", &[], (0, 0)),
            ("k = '' # gitleaks:allow", "gitleaks:allow", &[], (1, 1)),
            ("k = '' # betterleaks:allow", "betterleaks:allow", &[], (1, 1)),
            ("k = '' # pragma: allowlist secret", "pragma: allowlist secret", &[], (1, 1)),
            ("# pragma: allowlist nextline secret\nk = ''", "pragma: allowlist secret", &[], (2, 2)),
            ("# pragma: allowlist nothing", "", &[], (0, 0)),
            ("x() # nosec", "nosec", &[], (1, 1)),
            ("x() # nosec B602, B607 # more", "nosec", &["B602", "B607"], (1, 1)),
            ("x() // #nosec G204 -- fixed words", "nosec", &["G204"], (1, 1)),
            ("nosec = 1", "", &[], (0, 0)),
            ("x() # noqa", "", &[], (0, 0)),
            ("x() # noqa: E501", "", &[], (0, 0)),
            ("x() # noqa: E501, S602", "noqa", &["S602"], (1, 1)),
            ("x() # NOQA:S608", "noqa", &["S608"], (1, 1)),
            ("# checkov:skip=CKV_AWS_20:it is public\nresource", "checkov:skip", &["CKV_AWS_20"], (1, 2)),
            ("#trivy:ignore:AVD-AWS-0086:exp:2027-01-31\nresource", "trivy:ignore", &["AVD-AWS-0086"], (1, 2)),
            ("#tfsec:ignore:aws-s3-enable-versioning", "tfsec:ignore", &["aws-s3-enable-versioning"], (1, 1)),
            ("uses: a # zizmor: ignore[unpinned-uses, b] why", "zizmor: ignore", &["unpinned-uses", "b"], (1, 1)),
        ];
        for (text, form, rules, target) in cases {
            let found = find(text);
            if form.is_empty() {
                assert!(found.is_empty(), "{text}: {found:?}");
                continue;
            }
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((found[0].form, lines(&found[0])), (*form, *target), "{text}");
            assert_eq!(found[0].rules, *rules, "{text}");
            assert_eq!(found[0].problem, None, "{text}");
        }
    }

    #[test]
    fn what_speaks_of_a_marker_of_a_file_is_none() {
        for (path, text) in [
            ("a.py", "msg = \"write # firedoor:ignore-file reason=x\""),
            ("a.sh", "grep -rL \"firedoor:ignore-file\" ."),
            ("a.sh", "grep -rL firedoor:ignore-file ."),
            ("a.md", "```python\n# firedoor:ignore-file reason=\"x\"\n```"),
            ("a.md", "Write // firedoor:ignore-file reason=\"x\""),
            ("a.rst", "  # firedoor:ignore-file reason=\"x\""),
        ] {
            assert!(find_in(path, text).iter().all(|m| m.problem.is_some()), "{path}: {text}");
        }
        for (path, text) in [
            ("a.py", "# firedoor:ignore-file reason=\"x\""),
            ("a.md", "<!-- firedoor:ignore-file reason=\"x\" -->"),
            ("a.rst", ".. firedoor:ignore-file reason=\"x\""),
            ("a.json", "{\n  \"//\": \"firedoor:ignore-file[secrets]\"\n}"),
            ("a.ipynb", "    \"# firedoor:ignore-file[secrets]\\n\","),
            ("a.php", "<?php // firedoor:ignore-file reason=\"x\""),
            ("a.css", "/* firedoor:ignore-file */"),
            ("a.css", "/*\n  firedoor:ignore-file\n*/"),
            ("a.xml", "<!--firedoor:ignore-file-->"),
        ] {
            let found = find_in(path, text);
            assert_eq!((found.len(), &found[0].target, &found[0].problem), (1, &Target::File, &None), "{path}: {text}");
        }
        let trailing = find("x = 1  # firedoor:ignore-file");
        assert!(trailing[0].problem.as_ref().is_some_and(|p| p.contains("line of its own")), "{trailing:?}");
    }

    #[test]
    fn comments_of_single_languages() {
        for (path, text) in [
            ("a.bat", ":: firedoor:ignore\nset K=1"),
            ("a.cmd", "rem firedoor:ignore\nset K=1"),
            ("a.rst", ".. firedoor:ignore\nkey"),
            ("a.md", "[//]: # (firedoor:ignore)\nkey"),
            ("a.html", "<!--firedoor:ignore-->\nkey"),
            ("a.sql", "--firedoor:ignore\nkey"),
            ("a.erb", "<%# firedoor:ignore %>\nkey"),
            ("a.blade.php", "{{-- firedoor:ignore --}}\nkey"),
            ("a.cshtml", "@* firedoor:ignore *@\nkey"),
            ("a.properties", "! firedoor:ignore\nkey"),
            ("a.py", "\"\"\" firedoor:ignore\"\"\"\nkey"),
        ] {
            let found = find_in(path, text);
            assert_eq!(found.iter().map(lines).collect::<Vec<_>>(), [(1, 2)], "{path}: {found:?}");
            assert_eq!(found[0].problem, None, "{path}");
        }
        assert!(find_in("a.sh", "tool --nosec --firedoor:ignored x--firedoor:ignore").is_empty());
        assert_eq!(find_in("a.sql", "x;--firedoor:ignore").len(), 1);
        assert_eq!(find_in("a.html", "<!---firedoor:ignore-->").len(), 1);
        assert_eq!(
            find_in("a.py", "\"\"\"Explains firedoor:ignore\"\"\"\nkey").iter().map(lines).collect::<Vec<_>>(),
            [(1, 1)]
        );
        assert_eq!(find_in("a.py", ".. firedoor:ignore\nkey").iter().map(lines).collect::<Vec<_>>(), [(1, 1)]);
    }

    #[test]
    fn markers_of_infrastructure_mean_blocks() {
        let text = "#trivy:ignore:AWS-0092\nresource \"a\" \"b\" {\n  # checkov:skip=CKV_AWS_20:public\n  acl = 1 #trivy:ignore:x\n}\n";
        let found = find_in("m.tf", text);
        assert_eq!(found.iter().map(lines).collect::<Vec<_>>(), [(1, 5), (2, 5), (4, 4)]);
        let whole = find_in("Dockerfile", "FROM a\n# checkov:skip=CKV_DOCKER_3: later\n");
        assert_eq!(whole[0].target, Target::File);
    }

    #[test]
    fn reasons_and_ends() {
        assert_eq!(find("// #nosec G204 -- fixed words */")[0].reason.as_deref(), Some("fixed words"));
        assert_eq!(find("# checkov:skip=A:it: is")[0].reason.as_deref(), Some("it: is"));
        assert_eq!(find("#trivy:ignore:A:exp:2027-01-31")[0].until.as_deref(), Some("2027-01-31"));
        assert!(find("#trivy:ignore:A:exp:soon")[0].problem.is_some());
    }

    #[test]
    fn hostile_lines_are_bounded() {
        let text = "nosec # nosec ".repeat(100_000);
        assert!(find(&text).len() <= MAX_MARKERS);
        assert!(find("# firedoor:ignore[\u{0}")[0].problem.is_some(), "one NUL hides no marker");
    }
}
