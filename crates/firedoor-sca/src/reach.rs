//! Whether a project's own source uses what an advisory names (RustSec `affects.functions`, Go `imports[].symbols`).
//!
//! The source is read lexically: comments and literals are skipped, imports and their aliases are resolved, and each
//! qualified name is looked up among them. Types are not inferred, so a method counts as used where a file imports its
//! package and calls a method of that name. The answer ranks a finding and never hides it: a dependency may call what
//! the project itself does not.

use std::collections::{BTreeMap, BTreeSet};

use firedoor_core::{RepoPath, SourceFile};

use crate::db::Symbols;
use crate::doc::{Node, toml};

/// Longest name that is remembered.
const MAX_NAME: usize = 200;

/// What the project does with a vulnerable package.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// It uses a symbol that the advisory names, here first.
    Reachable {
        /// The symbol, as the advisory spells it.
        symbol: String,
        /// File of the use.
        path: RepoPath,
        /// Its line, from 1.
        line: u32,
    },
    /// It imports the package; none of the named symbols was seen.
    Imported,
    /// No file imports it.
    NotImported,
}

impl Reach {
    /// The answer in a word or two.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Reachable { .. } => "reachable",
            Self::Imported => "imported, symbol not seen",
            Self::NotImported => "not imported",
        }
    }
}

impl std::fmt::Display for Reach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Reachable { symbol, path, line } => write!(f, "reachable: {symbol} at {path}:{line}"),
            _ => f.write_str(self.word()),
        }
    }
}

type Place = (RepoPath, u32);

/// The uses of all files of one project. Merging is independent of order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Uses {
    /// Import paths (Go) and crates (Rust, spelled as in code).
    imports: BTreeMap<(Language, String), Place>,
    /// Qualified names: (import path, name) in Go, full paths in Rust under their crate.
    names: BTreeMap<(Language, String, String), Place>,
    /// Methods called in files that import a package.
    methods: BTreeMap<(Language, String, String), Place>,
    /// Names under which `Cargo.toml` files know a crate, by the crate's own.
    renames: BTreeMap<String, BTreeSet<String>>,
    files: [usize; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Language {
    Go,
    Rust,
}

impl Language {
    pub(crate) fn of(path: &RepoPath) -> Option<Self> {
        match path.extension()? {
            "go" => Some(Self::Go),
            "rs" => Some(Self::Rust),
            _ => None,
        }
    }

    fn of_ecosystem(ecosystem: &str) -> Option<Self> {
        match ecosystem {
            "Go" => Some(Self::Go),
            "crates.io" => Some(Self::Rust),
            _ => None,
        }
    }
}

fn keep<K: Ord>(map: &mut BTreeMap<K, Place>, key: K, place: &Place) {
    map.entry(key).and_modify(|known| *known = known.clone().min(place.clone())).or_insert_with(|| place.clone());
}

impl Uses {
    /// The uses of one file.
    pub(crate) fn of(file: &SourceFile, language: Language) -> Self {
        let mut uses = Self::default();
        let text = crate::doc::text_of(file.bytes());
        let tokens = tokens(&text, language);
        let place = |at: usize| (file.path().clone(), file.lines().line_of(at));
        uses.files[usize::from(language == Language::Rust)] = 1;
        match language {
            Language::Go => uses.go(&tokens, &place),
            Language::Rust => uses.rust(&tokens, &place),
        }
        uses
    }

    /// The names that a `Cargo.toml` gives to crates (`short = { package = "long" }`).
    pub(crate) fn renames(file: &SourceFile) -> Self {
        let mut uses = Self::default();
        let text = crate::doc::text_of(file.bytes());
        let parsed = toml::parse(&text);
        let root = &parsed.root;
        let targets = root.get("target").map(Node::entries).unwrap_or_default().iter().map(|e| &e.node);
        for table in std::iter::once(root).chain(root.get("workspace")).chain(targets) {
            for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
                for entry in table.get(kind).map(Node::entries).unwrap_or_default() {
                    if let Some(package) = entry.node.text_of("package") {
                        let known = uses.renames.entry(package.replace('-', "_")).or_default();
                        known.insert(entry.key.replace('-', "_"));
                    }
                }
            }
        }
        uses
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for (name, aliases) in other.renames {
            self.renames.entry(name).or_default().extend(aliases);
        }
        for (key, place) in other.imports {
            keep(&mut self.imports, key, &place);
        }
        for (key, place) in other.names {
            keep(&mut self.names, key, &place);
        }
        for (key, place) in other.methods {
            keep(&mut self.methods, key, &place);
        }
        self.files[0] += other.files[0];
        self.files[1] += other.files[1];
    }

    fn go(&mut self, tokens: &[Token<'_>], place: &dyn Fn(usize) -> Place) {
        // Alias to import paths: the name of a package may differ from its path, so a path has several guesses.
        let mut aliases: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut open: Vec<&str> = Vec::new();
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            if token.text != "import" {
                if matches!(token.text, "func" | "var" | "type" | "const") {
                    break;
                }
                i += 1;
                continue;
            }
            i += 1;
            let group = tokens.get(i).is_some_and(|t| t.text == "(");
            i += usize::from(group);
            while let Some(token) = tokens.get(i) {
                let (alias, spec) = if token.kind == Kind::Text {
                    (None, token)
                } else {
                    match tokens.get(i + 1) {
                        Some(spec) if spec.kind == Kind::Text && token.text != ")" => (Some(token.text), spec),
                        _ => break,
                    }
                };
                i += if alias.is_some() { 2 } else { 1 };
                keep(&mut self.imports, (Language::Go, spec.text.to_owned()), &place(spec.at));
                match alias {
                    Some(".") => open.push(spec.text),
                    Some(alias) => aliases.entry(alias).or_default().push(spec.text),
                    None => {
                        for guess in go_names(spec.text) {
                            aliases.entry(guess).or_default().push(spec.text);
                        }
                    }
                }
                if !group {
                    break;
                }
            }
            if group {
                i += 1;
            }
        }
        let imported: BTreeSet<&str> = aliases.values().flatten().copied().chain(open.iter().copied()).collect();
        for (j, token) in tokens.iter().enumerate().skip(i).filter(|(_, t)| t.kind == Kind::Name) {
            let after_dot = j > 0 && tokens[j - 1].text == ".";
            let next = tokens.get(j + 1).map(|t| t.text);
            if !after_dot
                && next == Some(".")
                && let (Some(paths), Some(name)) = (aliases.get(token.text), tokens.get(j + 2))
            {
                for path in paths {
                    keep(&mut self.names, (Language::Go, (*path).to_owned(), name.text.to_owned()), &place(token.at));
                }
            }
            if after_dot {
                for path in &imported {
                    keep(
                        &mut self.methods,
                        (Language::Go, (*path).to_owned(), token.text.to_owned()),
                        &place(token.at),
                    );
                }
            } else if next == Some("(") {
                for path in &open {
                    keep(&mut self.names, (Language::Go, (*path).to_owned(), token.text.to_owned()), &place(token.at));
                }
            }
        }
    }

    fn rust(&mut self, tokens: &[Token<'_>], place: &dyn Fn(usize) -> Place) {
        let mut aliases: BTreeMap<String, String> = BTreeMap::new();
        let mut crates: BTreeSet<String> = BTreeSet::new();
        let mut i = 0;
        while let Some(token) = tokens.get(i) {
            if token.kind == Kind::Name && token.text == "use" {
                let mut found = Vec::new();
                i = use_tree(tokens, i + 1, "", 0, &mut found);
                for (path, alias, at) in found {
                    let path = path.trim_start_matches("::").to_owned();
                    let first = path.split("::").next().unwrap_or("").to_owned();
                    keep(&mut self.imports, (Language::Rust, first.clone()), &place(at));
                    keep(&mut self.names, (Language::Rust, first.clone(), path.clone()), &place(at));
                    crates.insert(first);
                    aliases.insert(alias, path);
                }
                continue;
            }
            i += 1;
        }
        let mut j = 0;
        while let Some(token) = tokens.get(j) {
            if token.kind != Kind::Name {
                j += 1;
                continue;
            }
            if j > 0 && tokens[j - 1].text == "." {
                if matches!(tokens.get(j + 1).map(|t| t.text), Some("(" | "::")) {
                    for name in &crates {
                        keep(
                            &mut self.methods,
                            (Language::Rust, name.clone(), token.text.to_owned()),
                            &place(token.at),
                        );
                    }
                }
                j += 1;
                continue;
            }
            let mut path = token.text.to_owned();
            let mut end = j + 1;
            while tokens.get(end).is_some_and(|t| t.text == "::")
                && tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Name)
                && path.len() < MAX_NAME
            {
                path.push_str("::");
                path.push_str(tokens[end + 1].text);
                end += 2;
            }
            let (first, tail) = path.split_once("::").map_or((path.as_str(), ""), |(f, t)| (f, t));
            let full = match (aliases.get(first), tail) {
                (Some(base), "") => Some(base.clone()),
                (Some(base), tail) => Some(format!("{base}::{tail}")),
                (None, "") => None,
                (None, _) => Some(path.clone()),
            };
            if let Some(full) = full {
                let name = full.split("::").next().unwrap_or("").to_owned();
                keep(&mut self.imports, (Language::Rust, name.clone()), &place(token.at));
                keep(&mut self.names, (Language::Rust, name, full), &place(token.at));
            }
            j = end;
        }
    }

    /// What the project does with a package, by the symbols that its advisories name; `None` where they name none or no
    /// source of the language was seen.
    pub(crate) fn judge(&self, ecosystem: &str, package: &str, symbols: &[Symbols]) -> Option<Reach> {
        let language = Language::of_ecosystem(ecosystem)?;
        let symbols: Vec<&Symbols> = symbols.iter().filter(|s| s.package == package).collect();
        if symbols.is_empty() || self.files[usize::from(language == Language::Rust)] == 0 {
            return None;
        }
        let mut best = Reach::NotImported;
        for symbol in symbols {
            let found = match language {
                Language::Go => self.judge_go(symbol, package),
                Language::Rust => self.judge_rust(symbol, package),
            };
            best = best.min(found);
        }
        Some(best)
    }

    fn judge_go(&self, symbols: &Symbols, package: &str) -> Reach {
        let import = if symbols.path.is_empty() { package } else { &symbols.path };
        let Some(place) = self.imports.get(&(Language::Go, import.to_owned())) else { return Reach::NotImported };
        if symbols.names.is_empty() {
            // All of the package is meant: importing it is using it.
            return Reach::Reachable { symbol: import.to_owned(), path: place.0.clone(), line: place.1 };
        }
        for name in &symbols.names {
            let key = |name: &str| (Language::Go, import.to_owned(), name.to_owned());
            let place = match name.split_once('.') {
                Some((_, method)) => self.methods.get(&key(method)),
                None => self.names.get(&key(name)),
            };
            if let Some((path, line)) = place {
                return Reach::Reachable { symbol: format!("{import}.{name}"), path: path.clone(), line: *line };
            }
        }
        Reach::Imported
    }

    fn judge_rust(&self, symbols: &Symbols, package: &str) -> Reach {
        let own = package.replace('-', "_");
        let names = std::iter::once(&own).chain(self.renames.get(&own).into_iter().flatten());
        names.map(|name| self.judge_crate(symbols, name)).min().unwrap_or(Reach::NotImported)
    }

    /// By one of the names that a crate has in the project.
    fn judge_crate(&self, symbols: &Symbols, name: &str) -> Reach {
        let name = name.to_owned();
        if !self.imports.contains_key(&(Language::Rust, name.clone())) {
            return Reach::NotImported;
        }
        for symbol in &symbols.names {
            let parts: Vec<&str> = symbol.split("::").collect();
            let (Some(last), before) = (parts.last(), parts.len().checked_sub(2).and_then(|i| parts.get(i))) else {
                continue;
            };
            // A type's name before the last part means a method or an associated function.
            let method = before.is_some_and(|b| b.starts_with(|c: char| c.is_ascii_uppercase()));
            let tail = match before {
                Some(before) if method => format!("::{before}::{last}"),
                _ => format!("::{last}"),
            };
            let range = (Language::Rust, name.clone(), String::new())..;
            let seen = self
                .names
                .range(range)
                .take_while(|((language, first, _), _)| *language == Language::Rust && *first == name)
                .find(|((.., full), _)| full == symbol || full.ends_with(&tail))
                .map(|(_, place)| place);
            let called = || self.methods.get(&(Language::Rust, name.clone(), (*last).to_owned())).filter(|_| method);
            if let Some((path, line)) = seen.or_else(called) {
                return Reach::Reachable { symbol: symbol.clone(), path: path.clone(), line: *line };
            }
        }
        Reach::Imported
    }
}

/// What a Go package may call itself, by its path: the last part, without a major version and usual decorations.
fn go_names(path: &str) -> Vec<&str> {
    let mut parts = path.rsplit('/');
    let mut last = parts.next().unwrap_or(path);
    let major = last.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if major && let Some(before) = parts.next() {
        last = before;
    }
    let plain = last.split(".v").next().unwrap_or(last);
    let bare = plain.strip_prefix("go-").unwrap_or(plain);
    let bare = bare.strip_suffix("-go").or_else(|| bare.strip_suffix(".go")).unwrap_or(bare);
    let word = bare.rsplit(['-', '.']).next().unwrap_or(bare);
    let mut out = vec![plain, bare, word];
    out.dedup();
    out
}

/// Reads a use tree from `i`; gives the place behind it. Nested braces are bounded.
fn use_tree(
    tokens: &[Token<'_>],
    mut i: usize,
    prefix: &str,
    depth: usize,
    out: &mut Vec<(String, String, usize)>,
) -> usize {
    let mut path = prefix.to_owned();
    let start = tokens.get(i).map_or(0, |t| t.at);
    while let Some(token) = tokens.get(i) {
        match token.text {
            "::" => {
                path.push_str("::");
                i += 1;
            }
            "{" if depth < 16 => {
                i += 1;
                while tokens.get(i).is_some_and(|t| t.text != "}") {
                    let before = i;
                    i = use_tree(tokens, i, &path, depth + 1, out);
                    if tokens.get(i).is_some_and(|t| t.text == ",") || i == before {
                        i += 1;
                    }
                }
                return i + 1;
            }
            "as" => {
                let alias = tokens.get(i + 1).map_or("_", |t| t.text);
                out.push((path, alias.to_owned(), start));
                return i + 2;
            }
            "*" => {
                out.push((path.trim_end_matches("::").to_owned(), "*".to_owned(), start));
                return i + 1;
            }
            _ if token.kind == Kind::Name && path.len() < MAX_NAME => {
                path.push_str(token.text);
                i += 1;
            }
            _ => break,
        }
    }
    let path = path.strip_suffix("::self").map_or(path.clone(), str::to_owned);
    if path.len() > prefix.len() || depth > 0 && !path.is_empty() {
        let alias = path.rsplit("::").next().unwrap_or("").to_owned();
        out.push((path, alias, start));
    }
    i
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Name,
    Text,
    Mark,
}

#[derive(Clone, Copy, Debug)]
struct Token<'t> {
    kind: Kind,
    text: &'t str,
    at: usize,
}

/// Names, string literals and marks, without comments. `::` is one mark.
fn tokens(text: &str, language: Language) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len() / 6);
    let mut i = 0;
    while let Some(&b) = bytes.get(i) {
        let start = i;
        let rest = &bytes[i..];
        match b {
            b if b.is_ascii_whitespace() => i += 1,
            b'/' if rest.starts_with(b"//") => i += memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
            b'/' if rest.starts_with(b"/*") => {
                i += memchr::memmem::find(rest, b"*/").map_or(rest.len(), |end| end + 2);
            }
            b'"' => {
                i = string_end(bytes, i + 1, b'"');
                let inner = text.get(start + 1..i.saturating_sub(1)).unwrap_or("");
                out.push(Token { kind: Kind::Text, text: inner, at: start });
            }
            b'`' if language == Language::Go => {
                i += memchr::memchr(b'`', &rest[1..]).map_or(rest.len(), |end| end + 2);
                let inner = text.get(start + 1..i.saturating_sub(1)).unwrap_or("");
                out.push(Token { kind: Kind::Text, text: inner, at: start });
            }
            b'\'' => {
                // A character; in Rust also a lifetime, which has no closing quote near.
                let close = rest.get(1..14.min(rest.len())).and_then(|r| {
                    let from = usize::from(r.first() == Some(&b'\\')) + 1;
                    memchr::memchr(b'\'', r.get(from..)?).map(|e| e + from)
                });
                let lifetime = language == Language::Rust
                    && rest.get(1).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'_')
                    && rest.get(2) != Some(&b'\'');
                i += if lifetime { 1 } else { close.map_or(1, |c| c + 2) };
            }
            b'r' | b'b' if language == Language::Rust && raw_string(rest).is_some() => {
                i += raw_string(rest).unwrap_or(1);
            }
            b if b.is_ascii_alphabetic() || b == b'_' || b >= 0x80 => {
                while bytes.get(i).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_' || *b >= 0x80) {
                    i += 1;
                }
                let name = text.get(start..i).unwrap_or("");
                if name.len() <= MAX_NAME {
                    out.push(Token { kind: Kind::Name, text: name, at: start });
                }
            }
            b if b.is_ascii_digit() => {
                while bytes.get(i).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_') {
                    i += 1;
                }
            }
            b':' if rest.starts_with(b"::") => {
                out.push(Token { kind: Kind::Mark, text: "::", at: start });
                i += 2;
            }
            _ => {
                i += 1;
                out.push(Token { kind: Kind::Mark, text: text.get(start..i).unwrap_or(""), at: start });
            }
        }
    }
    out
}

/// One behind the closing quote.
fn string_end(bytes: &[u8], mut at: usize, quote: u8) -> usize {
    while let Some(found) = bytes.get(at..).and_then(|r| memchr::memchr2(quote, b'\\', r)) {
        at += found;
        if bytes[at] == quote {
            return at + 1;
        }
        at += 2;
    }
    bytes.len()
}

/// The length of `r"…"`, `r#"…"#`, `br"…"`.
fn raw_string(rest: &[u8]) -> Option<usize> {
    let body = rest.strip_prefix(b"b").unwrap_or(rest).strip_prefix(b"r")?;
    let hashes = body.iter().take_while(|b| **b == b'#').count();
    let inner = body.get(hashes..)?.strip_prefix(b"\"")?;
    let mut close = vec![b'"'];
    close.extend(std::iter::repeat_n(b'#', hashes));
    let end = memchr::memmem::find(inner, &close).map_or(inner.len(), |e| e + close.len());
    Some(rest.len() - inner.len() + end)
}

#[cfg(test)]
mod tests {
    use firedoor_core::Origin;

    use super::*;

    fn uses(path: &str, text: &str) -> Uses {
        let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec());
        Uses::of(&file, Language::of(file.path()).unwrap())
    }

    fn symbols(package: &str, path: &str, names: &[&str]) -> Vec<Symbols> {
        let names = names.iter().map(|n| (*n).to_owned()).collect();
        vec![Symbols { package: package.to_owned(), path: path.to_owned(), names }]
    }

    #[test]
    fn go_imports_aliases_and_methods() {
        let text = "package p\nimport (\n\t\"fmt\"\n\tx \"a.example/m/sub\"\n\t\"gopkg.in/yaml.v3\"\n)\n// x.Bad in a comment\nfunc f() {\n\ts := \"x.Bad\"\n\tx.Good(s)\n\tc := x.New()\n\tc.Close()\n\tyaml.Unmarshal(nil, nil)\n}\n";
        let uses = uses("m.go", text);
        let judge =
            |path: &str, names: &[&str]| uses.judge("Go", "a.example/m", &symbols("a.example/m", path, names)).unwrap();
        assert_eq!(judge("a.example/m/sub", &["Bad"]), Reach::Imported);
        assert_eq!(judge("a.example/m/sub", &["Good"]).to_string(), "reachable: a.example/m/sub.Good at m.go:10");
        assert_eq!(
            judge("a.example/m/sub", &["Conn.Close"]).to_string(),
            "reachable: a.example/m/sub.Conn.Close at m.go:12"
        );
        assert_eq!(judge("a.example/m/other", &["Good"]), Reach::NotImported);
        let yaml = symbols("gopkg.in/yaml.v3", "gopkg.in/yaml.v3", &["Unmarshal"]);
        assert!(matches!(uses.judge("Go", "gopkg.in/yaml.v3", &yaml), Some(Reach::Reachable { line: 13, .. })));
        assert_eq!(uses.judge("crates.io", "x", &symbols("x", "", &["x::f"])), None);
    }

    #[test]
    fn rust_use_trees_paths_and_methods() {
        let text = "use small_vec::{SmallVec as V, inner::{self, deep::call}};\n/* use bad::x; */\nfn f<'a>(c: char) {\n    let v = V::new(); v.grow(1);\n    inner::run(r#\"other::x\"#);\n    image::open(\"x\");\n    if c == '\"' { call() }\n}\n";
        let uses = uses("src/a.rs", text);
        let judge =
            |package: &str, names: &[&str]| uses.judge("crates.io", package, &symbols(package, "", names)).unwrap();
        assert!(matches!(judge("small-vec", &["small_vec::SmallVec::grow"]), Reach::Reachable { line: 4, .. }));
        assert!(matches!(judge("small-vec", &["small_vec::inner::run"]), Reach::Reachable { line: 5, .. }));
        assert!(matches!(judge("small-vec", &["small_vec::inner::deep::call"]), Reach::Reachable { line: 1, .. }));
        assert_eq!(judge("small-vec", &["small_vec::SmallVec::insert_many"]), Reach::Imported);
        assert!(matches!(judge("image", &["image::open"]), Reach::Reachable { line: 6, .. }));
        assert_eq!(judge("bad", &["bad::x"]), Reach::NotImported);
        assert_eq!(judge("other", &["other::x"]), Reach::NotImported);
    }

    #[test]
    fn hostile_source_ends() {
        for text in [
            "use a::{",
            "import (",
            "'",
            "\"",
            "`",
            "r#\"",
            "use ::",
            "use a as",
            "b'",
            "/*",
            "é'é",
            "import \"a\" import",
        ] {
            for path in ["a.go", "a.rs"] {
                let _ = uses(path, text);
                let _ = uses(path, &text.repeat(2000));
            }
        }
    }
}
