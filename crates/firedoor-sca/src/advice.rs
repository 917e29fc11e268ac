//! The way out: why a package is there, what upgrade closes what, and how to make it.
//!
//! Nothing here resolves versions. An upgrade is offered as an edit only where the file names one version for one
//! package and no checksum must change with it (`requirements.txt` without hashes, `go.mod`, literal versions in
//! `pom.xml` and project files); elsewhere the package manager's own command is printed.

use std::collections::VecDeque;

use firedoor_core::{Edit, SourceFile, Span};

use crate::held::Held;
use crate::lockfile::{ListedFile, ListedPackage};

/// Bytes of one `<dependency>` that are looked through.
const MAX_ELEMENT: usize = 4 << 10;
/// Longest path that a finding prints.
const MAX_PATH: usize = 12;

/// For each package of a file, the one before it on a shortest path from a direct dependency.
#[derive(Debug, Default)]
pub(crate) struct Paths {
    before: Vec<Option<usize>>,
    reached: Vec<bool>,
}

impl Paths {
    /// Breadth-first from the direct dependencies; empty where the file does not tell them.
    pub(crate) fn of(file: &ListedFile) -> Self {
        let count = file.packages.len();
        let mut paths = Self { before: vec![None; count], reached: vec![false; count] };
        let mut queue: VecDeque<usize> = VecDeque::new();
        for (i, package) in file.packages.iter().enumerate() {
            if package.direct == Some(true) && package.source.as_deref() != Some("path") {
                paths.reached[i] = true;
                queue.push_back(i);
            }
        }
        while let Some(i) = queue.pop_front() {
            for &to in &file.packages[i].dependencies {
                if to < count && !paths.reached[to] {
                    paths.reached[to] = true;
                    paths.before[to] = Some(i);
                    queue.push_back(to);
                }
            }
        }
        paths
    }

    /// The shortest path to a package, from the direct dependency on; empty where there is none.
    pub(crate) fn to(&self, target: usize) -> Vec<usize> {
        if !self.reached.get(target).copied().unwrap_or(false) {
            return Vec::new();
        }
        let mut path = vec![target];
        let mut at = target;
        while let Some(before) = self.before.get(at).copied().flatten() {
            path.push(before);
            at = before;
        }
        path.reverse();
        path
    }
}

/// A path as `a 1.0 → b 2.0`.
pub(crate) fn path_text(file: &ListedFile, path: &[usize]) -> String {
    let shown: Vec<String> = path
        .iter()
        .take(MAX_PATH)
        .filter_map(|i| file.packages.get(*i))
        .map(|p| format!("{} {}", p.name, p.version))
        .collect();
    let more = if path.len() > MAX_PATH { " → …" } else { "" };
    format!("{}{more}", shown.join(" → "))
}

/// A text as one word of a POSIX shell.
pub(crate) fn word(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"@._/-+=:^~".contains(&b);
    if text.bytes().all(plain) { text.to_owned() } else { quote(text) }
}

/// A text in single quotes of a POSIX shell (POSIX.1-2024, XCU 2.2.2).
fn quote(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// Whether a name or version may stand in a command at all. One that begins with a hyphen is an option to the package
/// manager however it is quoted, and what a terminal obeys or a line ends at is in no registry's names.
fn printable(text: &str) -> bool {
    let odd = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    !text.is_empty() && !text.starts_with('-') && !text.contains(odd)
}

/// The first version of Yarn's lock file, whose commands are others.
const YARN_1: &str = "yarn.lock 1";

/// The name of a file's format for [`command`].
pub(crate) fn dialect(format: &'static str, source: &SourceFile) -> &'static str {
    let is_first = format == "yarn.lock" && memchr::memmem::find(source.bytes(), b"__metadata:").is_none();
    if is_first { YARN_1 } else { format }
}

/// The command that makes an upgrade, by the lock file's package manager. Names and versions come from scanned files and
/// from advisories: they are quoted, and where they could be no name, there is no command.
pub(crate) fn command(format: &str, package: &ListedPackage, to: &str, held: Option<&Held>) -> Option<String> {
    let ListedPackage { name, version, .. } = package;
    if !printable(name) || !printable(to) || !printable(version) {
        return None;
    }
    let direct = package.direct != Some(false);
    let at = || word(&format!("{name}@{to}"));
    // Where the dependents' requirements are not known, most ask for compatible versions.
    let admitted = held.map_or_else(|| crate::fix::is_compatible(version, to), |held| *held == Held::Free);
    Some(match format {
        "Cargo.lock" if crate::fix::is_compatible(version, to) => {
            format!("cargo update {} --precise {}", word(&format!("{name}@{version}")), word(to))
        }
        // No requirement of the lock file admits it: the project's own can be changed, others' cannot.
        "Cargo.lock" if direct => format!("cargo add {}", at()),
        "Cargo.lock" => return None,
        "package-lock.json" if direct => format!("npm install {}", at()),
        "package-lock.json" if admitted => format!("npm update {}", word(name)),
        "package-lock.json" => format!("npm pkg set {} && npm install", quote(&format!("overrides.{name}={to}"))),
        // Yarn 1 upgrades only what the project itself asks for.
        YARN_1 if direct => format!("yarn upgrade {}", at()),
        YARN_1 => format!("npm pkg set {} && yarn install", quote(&format!("resolutions.{name}={to}"))),
        "yarn.lock" => format!("yarn up {}", word(name)),
        "pnpm-lock.yaml" if direct => format!("pnpm update {}", at()),
        "pnpm-lock.yaml" => format!("pnpm update --depth Infinity {}", word(name)),
        "bun.lock" => format!("bun update {}", word(name)),
        "go.mod" | "go.sum" if name == "stdlib" => format!("go get {}", word(&format!("go@{to}"))),
        "go.mod" | "go.sum" | "vendor/modules.txt" => format!("go get {}", word(&format!("{name}@v{to}"))),
        // What pip-compile wrote with hashes, it must write again.
        "requirements.txt" if !package.hashes.is_empty() => {
            format!("pip-compile --generate-hashes --upgrade-package {}", quote(&format!("{name}=={to}")))
        }
        "requirements.txt" => format!("pip install {}", quote(&format!("{name}=={to}"))),
        "poetry.lock" => format!("poetry update {}", word(name)),
        "uv.lock" => format!("uv lock --upgrade-package {}", word(&format!("{name}=={to}"))),
        "pdm.lock" => format!("pdm update {}", word(name)),
        "Pipfile.lock" => format!("pipenv upgrade {}", word(&format!("{name}=={to}"))),
        "Gemfile.lock" => format!("bundle update {}", word(name)),
        "composer.lock" => format!("composer update {} --with-dependencies", word(name)),
        "packages.lock.json" | "project.assets.json" => {
            format!("dotnet add package {} --version {}", word(name), word(to))
        }
        "paket.lock" => format!("paket update {} --version {}", word(name), word(to)),
        "mix.lock" => format!("mix deps.update {}", word(name)),
        "pubspec.lock" => format!("dart pub upgrade {}", word(name)),
        "Package.resolved" => "swift package update".to_owned(),
        "Podfile.lock" => format!("pod update {}", word(name)),
        "gradle.lockfile" => format!("./gradlew dependencies --update-locks {}", word(name)),
        "pom.xml" => {
            format!(
                "mvn versions:use-dep-version {} {} -DforceVersion=true",
                word(&format!("-Dincludes={name}")),
                word(&format!("-DdepVersion={to}"))
            )
        }
        "MSBuild project" | "packages.config" => format!("dotnet add package {} --version {}", word(name), word(to)),
        // The text stands in a string of R as well.
        "renv.lock" if word(name) != *name || word(to) != to => return None,
        "renv.lock" => format!("R -e 'renv::install(\"{name}@{to}\"); renv::snapshot()'"),
        _ => return None,
    })
}

/// The edit that makes an upgrade, where the file can be edited without a resolver: it names this one version of the
/// package itself, and no checksum of the file must change with it.
pub(crate) fn edit(format: &str, file: &SourceFile, package: &ListedPackage, to: &str) -> Option<Edit> {
    let plain = package.source.is_none() && package.hashes.is_empty();
    let (before, written, after) = match format {
        "requirements.txt" | "pyproject.toml" if plain => ("", package.version.clone(), to.to_owned()),
        "go.mod" if package.name == "stdlib" && plain => ("", format!("go{}", package.version), format!("go{to}")),
        "go.mod" if plain => ("", format!("v{}", package.version), go_version(&package.name, &package.version, to)?),
        "MSBuild project" if plain => ("", package.version.clone(), to.to_owned()),
        "pom.xml" if plain => ("<version>", package.version.clone(), to.to_owned()),
        _ => return None,
    };
    let place = package_text(format, file, package)?;
    let text = std::str::from_utf8(file.slice(place)).ok()?;
    if matches!(format, "requirements.txt" | "pyproject.toml") && !others_admit(text, &written, to) {
        return None;
    }
    let at = match find_version(text, before, &written) {
        Some(at) => place.start as usize + at,
        // What a POM manages, it may manage itself.
        None if format == "pom.xml" => crate::lockfile::managed_version(file, &package.name, &written)?,
        None => return None,
    };
    let span = Span::new(at, at + written.len());
    let region = file.lines().region(file.bytes(), span);
    Some(Edit { path: file.path().clone(), span, region, replacement: after })
}

/// Whether the clauses of a Python requirement beside its exact one admit a version. `text` begins behind the name.
fn others_admit(text: &str, written: &str, to: &str) -> bool {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let text = text.split(['"', '\'', ';', '#']).next().unwrap_or("");
    let text = text.trim_start().strip_prefix('[').and_then(|t| t.split_once(']')).map_or(text, |(_, rest)| rest);
    text.split(',').map(|clause| clause.trim().trim_matches(['(', ')']).trim()).all(|clause| {
        let version = clause.trim_start_matches(['<', '>', '=', '!', '~']);
        let operator = &clause[..clause.len() - version.len()];
        let version = version.trim();
        if version.is_empty() || version == written && operator.starts_with("==") {
            return true;
        }
        let order = crate::compare_versions("PyPI", to, version);
        match operator {
            "<" => order == Some(Less),
            "<=" => matches!(order, Some(Less | Equal)),
            ">" => order == Some(Greater),
            ">=" => matches!(order, Some(Greater | Equal)),
            "!=" => !version.contains('*') && order.is_some_and(|order| order != Equal),
            // Prefixes, and what is no clause.
            _ => false,
        }
    })
}

/// Where the version of a package is looked for: behind its name on its own line, or to the end of its element.
fn package_text(format: &str, file: &SourceFile, package: &ListedPackage) -> Option<Span> {
    let line = file.lines().line_span(file.bytes(), package.line);
    let (start, mut end) = (line.start as usize, line.end as usize);
    if format == "go.mod" && package.name == "stdlib" {
        return file.slice(line).trim_ascii_start().starts_with(b"toolchain").then_some(line);
    }
    let mut name = package.name.as_str();
    if format == "pom.xml" {
        // The element ends where its closing tag stands; a version behind that is another's.
        let rest = file.bytes().get(start..start.saturating_add(MAX_ELEMENT).min(file.bytes().len()))?;
        end = start + memchr::memmem::find(rest, b"</dependency>")?;
        name = name.rsplit(':').next().unwrap_or(name);
    }
    let text = std::str::from_utf8(file.bytes().get(start..end)?).ok()?;
    // requirements.txt may spell the name another way than the list does.
    let at = text.find(name).or_else(|| text.to_ascii_lowercase().find(&name.to_ascii_lowercase()))?;
    Some(Span::new(start + at + name.len(), end))
}

/// The first place where a version stands as a whole, directly behind `before`.
fn find_version(text: &str, before: &str, version: &str) -> Option<usize> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '_' | '!');
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find(version) {
        let at = from + found;
        let (head, tail) = (text.get(..at)?, text.get(at + version.len()..)?);
        if !head.ends_with(part) && !tail.starts_with(part) && head.trim_end().ends_with(before) {
            return Some(at);
        }
        from = at + version.len().max(1);
    }
    None
}

/// A fixed version as `go.mod` writes it; `None` where the module of that major version has another path (Go modules
/// reference, "Major version suffixes").
fn go_version(path: &str, from: &str, to: &str) -> Option<String> {
    let major = |v: &str| v.split('.').next().and_then(|n| n.parse::<u32>().ok());
    let (now, then) = (major(from)?, major(to)?);
    let gopkg = path.starts_with("gopkg.in/");
    let incompatible = from.ends_with("+incompatible") || to.ends_with("+incompatible");
    if now.max(1) != then.max(1) && (gopkg || now >= 2 && !incompatible) {
        return None;
    }
    let suffix = path.rsplit(['/', '.']).next().and_then(|p| p.strip_prefix('v')).and_then(|n| n.parse::<u32>().ok());
    let named = suffix.is_some_and(|n| n == then) || gopkg;
    let bare = to.trim_end_matches("+incompatible");
    match then >= 2 && !named {
        true if incompatible => Some(format!("v{bare}+incompatible")),
        true => None,
        false => Some(format!("v{bare}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_clauses_of_a_requirement_must_admit_the_version() {
        for (text, admits) in [
            ("==0.5", true),
            (" == 0.5 ; x > '1' # why", true),
            ("[x,y]==0.5,>=0.2", true),
            ("==0.5,<2", false),
            ("<=2.2.5,==0.5", true),
            ("==0.5,!=2.2.5", false),
            ("==0.5,~=0.4", false),
            ("==0.5,==0.*", false),
            ("==0.5\", \"other<1\"]", true),
        ] {
            assert_eq!(others_admit(text, "0.5", "2.2.5"), admits, "{text}");
        }
    }

    #[test]
    fn versions_are_found_as_a_whole() {
        assert_eq!(find_version("==11.2.3, 1.2.34, 1.2.3", "", "1.2.3"), Some(18));
        assert_eq!(find_version("<x>1.0</x><version> 1.0</version>", "<version>", "1.0"), Some(20));
        assert_eq!(find_version("v1.0.0+incompatible", "", "v1.0.0"), None);
    }

    #[test]
    fn go_majors_have_paths_of_their_own() {
        let check = |path: &str, from: &str, to: &str| go_version(path, from, to);
        assert_eq!(check("a.b/c", "0.9.0", "1.2.0").as_deref(), Some("v1.2.0"));
        assert_eq!(check("a.b/c", "1.0.0", "2.0.0"), None);
        assert_eq!(check("a.b/c", "2.0.0+incompatible", "2.1.0").as_deref(), Some("v2.1.0+incompatible"));
        assert_eq!(check("a.b/c/v2", "2.0.0", "2.1.0").as_deref(), Some("v2.1.0"));
        assert_eq!(check("a.b/c/v2", "2.0.0", "3.0.0"), None);
        assert_eq!(check("gopkg.in/yaml.v2", "2.2.0", "2.2.8").as_deref(), Some("v2.2.8"));
        assert_eq!(check("gopkg.in/yaml.v2", "2.2.0", "3.0.1"), None);
    }

    #[test]
    fn commands_hold_names_and_versions_as_words() {
        let package = |name: &str, direct| ListedPackage {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            direct: Some(direct),
            ..ListedPackage::default()
        };
        let made = |format, name: &str, to: &str, direct| command(format, &package(name, direct), to, None);
        let text = |format, name: &str, to: &str| made(format, name, to, true).unwrap_or_default();
        assert_eq!(text("package-lock.json", "@a/b", "1.0.1"), "npm install @a/b@1.0.1");
        assert_eq!(text("package-lock.json", "a$(id)", "1"), "npm install 'a$(id)@1'");
        assert_eq!(text("package-lock.json", "a';id;'", "1"), r"npm install 'a'\'';id;'\''@1'");
        assert_eq!(text("requirements.txt", "a", "1';id;'"), r"pip install 'a==1'\'';id;'\'''");
        assert_eq!(text(YARN_1, "@a/b", "1.0.1"), "yarn upgrade @a/b@1.0.1");
        let deep = made(YARN_1, "a", "1.0.1", false);
        assert_eq!(deep.as_deref(), Some("npm pkg set 'resolutions.a=1.0.1' && yarn install"));
        let transitive = made("package-lock.json", "a'`id`", "2.0.0", false);
        assert_eq!(transitive.as_deref(), Some(r"npm pkg set 'overrides.a'\''`id`=2.0.0' && npm install"));
        for refused in ["--x", "a\nid", "a b", "a\u{1b}[31m", "\u{202e}a", ""] {
            for format in ["package-lock.json", "Cargo.lock", "go.mod", "requirements.txt", "pom.xml", "renv.lock"] {
                assert_eq!(made(format, refused, "1.0.1", true), None, "{format} {refused}");
                assert_eq!(made(format, "a", refused, true), None, "{format} {refused}");
            }
        }
        assert_eq!(made("renv.lock", "a\");system(\"id", "1.0.1", true), None);
    }
}
