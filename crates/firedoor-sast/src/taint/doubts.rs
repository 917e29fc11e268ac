//! Reasons to doubt what a name means: methods that classes of other files override, constants that other files write.
//!
//! Most files are never interpreted, because nothing flows through them. What one of them changes still counts for whoever
//! believes a guard or a constant: so where something was believed, all files are looked through for a class below the one
//! that has the method, and for `conf.MODE = …`. This reads words, not trees: a doubt that is not justified costs precision
//! in one place, one that is missed a finding.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use memchr::memmem;

use super::FileTaint;
use super::marks::ANY;
use crate::tree::Sym;

/// Longest head of a class.
const MAX_HEAD: usize = 300;
/// Most classes below others that are looked at.
const MAX_BELOW: usize = 200_000;
/// Most classes below each other.
const MAX_DEPTH: usize = 6;

/// What a name of another file is asked as: whose it is, and whether a text may write it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) of: u64,
    pub(super) name: Sym,
    pub(super) written: bool,
}

/// A file's text, with the name of its language.
pub(crate) type Text<'a> = (&'a str, &'static str, &'a [u8]);

/// Methods that are overridden somewhere, and names that are written.
#[derive(Debug, Default)]
pub(crate) struct Doubts {
    overridden: BTreeSet<(u64, Sym)>,
    written: Written,
}

/// Members that are written.
#[derive(Debug, Default)]
struct Written {
    /// With what has them.
    of: BTreeSet<(u64, Sym)>,
    /// Of what, nobody knows.
    of_any: BTreeSet<Sym>,
}

impl Doubts {
    /// Whether a method of a class may be another one's.
    pub(super) fn is_overridden(&self, class: u64, name: Sym) -> bool {
        self.overridden.contains(&(class, name))
    }

    /// Whether what a name of another file means may be something else.
    pub(super) fn has(&self, asked: &Asked) -> bool {
        self.written.of_any.contains(&asked.name)
            || self.written.of.contains(&(asked.of, asked.name))
            || self.is_overridden(asked.of, asked.name)
    }

    /// Looks through all texts for reasons against what the files believe.
    pub(crate) fn find<'a>(files: &[FileTaint<'_>], texts: impl Iterator<Item = Text<'a>> + Clone) -> Self {
        let mut out = Self::default();
        let mut methods: BTreeMap<&str, BTreeSet<(u64, Sym)>> = BTreeMap::new();
        let mut names: BTreeMap<&str, BTreeMap<Sym, BTreeSet<u64>>> = BTreeMap::new();
        for file in files {
            let family = family(file.language);
            methods.entry(family).or_default().extend(&file.trusted);
            for asked in file.asked.values() {
                methods.entry(family).or_default().insert((asked.of, asked.name));
                if asked.written {
                    names.entry(family).or_default().entry(asked.name).or_default().insert(asked.of);
                }
            }
        }
        let interpreted: BTreeSet<&str> = files.iter().map(|f| f.file.path().as_str()).collect();
        for (family, methods) in methods {
            let of_family = || texts.clone().filter(|(_, language, _)| self::family(language) == family);
            out.find_overriding(&methods, of_family(), &interpreted, family);
        }
        for (family, names) in names {
            for (path, _, bytes) in texts.clone().filter(|(_, language, _)| self::family(language) == family) {
                if !is_test(path) {
                    find_written(bytes, &names, &mut out.written);
                }
            }
        }
        out
    }

    fn find_overriding<'a>(
        &mut self,
        methods: &BTreeSet<(u64, Sym)>,
        texts: impl Iterator<Item = Text<'a>>,
        interpreted: &BTreeSet<&str>,
        family: &str,
    ) {
        if methods.is_empty() {
            return;
        }
        let names: BTreeSet<Sym> = methods.iter().map(|(_, name)| *name).collect();
        // By class: those that it is below, its text, and whether its file was interpreted.
        let mut classes: Vec<(u64, Vec<u64>, &'a [u8], bool)> = Vec::new();
        for (path, _, bytes) in texts {
            // What stands in for something in tests does not run with what is scanned.
            if is_test(path) {
                continue;
            }
            let heads = heads(bytes, family);
            for (n, (at, name, above)) in heads.iter().enumerate() {
                let end = heads.get(n + 1).map_or(bytes.len(), |next| next.0);
                classes.push((
                    *name,
                    above.clone(),
                    bytes.get(*at..end).unwrap_or_default(),
                    interpreted.contains(path),
                ));
            }
        }
        // What most classes define is never asked for.
        let mut known: BTreeMap<usize, BTreeSet<Sym>> = BTreeMap::new();
        let mut defines = |n: usize, name: &Sym| {
            known.entry(n).or_insert_with(|| defined(classes[n].2, &names, family)).contains(name)
        };
        let mut named: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        (0..).zip(&classes).for_each(|(n, class)| named.entry(class.0).or_default().push(n));
        let mut below: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (n, (_, above, ..)) in classes.iter().enumerate() {
            above.iter().for_each(|class| below.entry(*class).or_default().push(n));
        }
        let mut by_class: BTreeMap<u64, Vec<Sym>> = BTreeMap::new();
        methods.iter().for_each(|(class, name)| by_class.entry(*class).or_default().push(*name));
        let mut looked_at = 0;
        // By class of the texts, the last one that it was found below.
        let mut found: Vec<Option<u64>> = vec![None; classes.len()];
        for (class, asked) in by_class {
            // Of more than can be looked at, everything is doubted.
            if looked_at > MAX_BELOW {
                self.overridden.extend(asked.into_iter().map(|name| (class, name)));
                continue;
            }
            let (mut seen, mut now) = (Vec::new(), vec![class]);
            for _ in 0..MAX_DEPTH {
                let before = seen.len();
                for n in now.iter().filter_map(|c| below.get(c)).flatten() {
                    if found[*n].replace(class) != Some(class) {
                        seen.push(*n);
                    }
                }
                now = seen[before..].iter().map(|n| classes[*n].0).collect();
            }
            looked_at += seen.len();
            seen.retain(|n| classes[*n].0 != class);
            // One of that name that nobody has interpreted says nothing of itself.
            let silent = named.get(&class).into_iter().flatten().copied().filter(|n| !classes[*n].3);
            let all: Vec<usize> = seen.into_iter().chain(silent).collect();
            for name in asked {
                if all.iter().any(|n| defines(*n, &name)) {
                    self.overridden.insert((class, name));
                }
            }
        }
    }
}

/// Languages whose files use each other's names.
fn family(language: &'static str) -> &'static str {
    match language {
        "typescript" | "tsx" | "jsx" => "javascript",
        "kotlin" | "scala" => "java",
        other => other,
    }
}

fn is_test(path: &str) -> bool {
    let is = |part: &str| matches!(part, "test" | "tests" | "spec" | "__tests__" | "testing");
    let stem = path.rsplit('/').next().and_then(|base| base.split('.').next()).unwrap_or_default();
    path.split('/').any(is) || stem.starts_with("test_") || stem.ends_with("_test") || stem.ends_with("Test")
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

fn words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|b| !is_word(*b)).filter(|w| !w.is_empty())
}

fn name(word: &[u8], family: &str) -> u64 {
    if family == "php" { Sym::of(&word.to_ascii_lowercase()).0 } else { Sym::of(word).0 }
}

/// The heads of classes: where they begin, their names, and what else they name. Classes without a name that are made of
/// others (`new K() {`) are among them.
fn heads(bytes: &[u8], family: &str) -> Vec<(usize, u64, Vec<u64>)> {
    let mut out = Vec::new();
    let by_line = matches!(family, "python" | "ruby");
    for keyword in [&b"class "[..], b"object ", b"record ", b"enum ", b"new "] {
        for at in memmem::find_iter(bytes, keyword) {
            if at > 0 && is_word(bytes[at - 1]) {
                continue;
            }
            let rest = &bytes[at + keyword.len()..];
            let rest = &rest[..rest.len().min(MAX_HEAD)];
            let end =
                rest.iter().position(|b| if by_line { matches!(b, b'\n' | b':') } else { matches!(b, b'{' | b';') });
            let head = without_type_arguments(&rest[..end.unwrap_or(rest.len())], family);
            let head = &head[..];
            if keyword == b"new " {
                let is_body = end.is_some_and(|end| rest[end] == b'{') && head.trim_ascii_end().ends_with(b")");
                if let (true, Some(first)) = (is_body, words(head).next()) {
                    out.push((at, u64::from(ANY), vec![name(first, family)]));
                }
                continue;
            }
            let mut all = words(head).map(|word| name(word, family));
            if let Some(own) = all.next() {
                out.push((at, own, all.collect()));
            }
        }
    }
    out.sort_unstable();
    out
}

/// The head of a class without what stands in the brackets of type parameters and arguments: no class is below those.
fn without_type_arguments<'a>(head: &'a [u8], family: &str) -> Cow<'a, [u8]> {
    let (open, close) = match family {
        "python" => (b'[', b']'),
        "ruby" => return Cow::Borrowed(head),
        _ => (b'<', b'>'),
    };
    if !head.contains(&open) {
        return Cow::Borrowed(head);
    }
    let mut depth = 0_usize;
    let mut out = Vec::with_capacity(head.len());
    for (at, byte) in head.iter().enumerate() {
        if *byte == open {
            depth += 1;
        } else if *byte == close && !matches!(at.checked_sub(1).map(|at| head[at]), Some(b'-' | b'=')) {
            depth = depth.saturating_sub(1);
            out.push(b' ');
        } else if depth == 0 {
            out.push(*byte);
        }
    }
    Cow::Owned(out)
}

/// Which of some methods a text defines.
fn defined(bytes: &[u8], names: &BTreeSet<Sym>, family: &str) -> BTreeSet<Sym> {
    let mut out = BTreeSet::new();
    let mut at = 0;
    while at < bytes.len() {
        if !is_word(bytes[at]) {
            at += 1;
            continue;
        }
        let len = bytes[at..].iter().position(|b| !is_word(*b)).unwrap_or(bytes.len() - at);
        let sym = Sym(name(&bytes[at..at + len], family));
        if names.contains(&sym) && is_definition(bytes, at, at + len, family) {
            out.insert(sym);
        }
        at += len;
    }
    out
}

fn is_definition(bytes: &[u8], from: usize, to: usize, family: &str) -> bool {
    // Of a line as long as a file no more than this is looked at.
    let near = &bytes[from.saturating_sub(MAX_HEAD)..from];
    let before = near.rsplit(|b| *b == b'\n').next().unwrap_or_default().trim_ascii();
    let last = before.rsplit(|b| !is_word(*b)).next().unwrap_or_default();
    let after = bytes[to..bytes.len().min(to + MAX_HEAD)].trim_ascii_start();
    match family {
        "python" | "ruby" => {
            last == b"def" || before.is_empty() && after.starts_with(b"=") && !after.starts_with(b"==")
        }
        "php" => last == b"function",
        "javascript" => {
            const WORDS: [&[u8]; 7] = [b"async", b"static", b"public", b"protected", b"override", b"get", b"function"];
            let begins = before.last().is_none_or(|b| matches!(b, b'{' | b'}' | b';')) || WORDS.contains(&last);
            let closes = || after.iter().position(|b| *b == b')').map(|n| after[n + 1..].trim_ascii_start());
            let is_body = |rest: &[u8]| rest.starts_with(b"{") || rest.starts_with(b":");
            let body = || after.starts_with(b"(") && closes().is_some_and(is_body);
            begins && (after.starts_with(b"=") && !after.starts_with(b"==") || body())
        }
        _ => {
            const CALLS: [&[u8]; 8] = [b"return", b"new", b"else", b"throw", b"await", b"case", b"in", b"yield"];
            let typed = before.last().is_some_and(|b| is_word(*b) || matches!(b, b'>' | b']'));
            typed && after.starts_with(b"(") && !CALLS.contains(&last)
        }
    }
}

/// The members that a text writes, `conf.MODE = …`, unless what has them is known to be something else.
fn find_written(bytes: &[u8], names: &BTreeMap<Sym, BTreeSet<u64>>, out: &mut Written) {
    for at in memchr::memchr_iter(b'=', bytes) {
        if matches!(bytes.get(at + 1), Some(b'=' | b'>' | b'~')) {
            continue;
        }
        let before = &bytes[..at];
        let before = before.strip_suffix(b"+").or_else(|| before.strip_suffix(b"|")).unwrap_or(before);
        let mut end = before.len();
        while end > 0 && matches!(before[end - 1], b' ' | b'\t') {
            end -= 1;
        }
        let word = |end: usize| {
            let mut start = end;
            while start > 0 && is_word(before[start - 1]) {
                start -= 1;
            }
            start
        };
        let start = word(end);
        if start == end || start == 0 || before[start - 1] != b'.' {
            continue;
        }
        let name = Sym::of(&before[start..end]);
        let Some(owners) = names.get(&name).filter(|_| !out.of_any.contains(&name)) else { continue };
        let of = &before[word(start - 1)..start - 1];
        if matches!(of, b"self" | b"this" | b"exports") {
            continue;
        }
        let own = Sym::of(of).0;
        if owners.contains(&own) {
            out.of.insert((own, name));
        }
        if !is_known(bytes, of) {
            out.of_any.insert(name);
        }
    }
}

/// Whether a name means what it says: a class, or a module that is imported by it.
fn is_known(bytes: &[u8], name: &[u8]) -> bool {
    let imported = [&b"import "[..], name].concat();
    let renamed = [&b" as "[..], name].concat();
    let holds = |part: &[u8]| memmem::find(bytes, part).is_some();
    name.first().is_some_and(u8::is_ascii_uppercase) || holds(&imported) && !holds(&renamed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_are_told_from_calls() {
        let one: BTreeSet<Sym> = [Sym::new("ok")].into_iter().collect();
        for (family, text, defines) in [
            ("java", "public boolean ok(String v) { return true; }", true),
            ("java", "if (x) { return ok(v); }", false),
            ("java", "this.ok(v);", false),
            ("python", "    def ok(self, s):", true),
            ("python", "    ok = staticmethod(f)", true),
            ("python", "    return ok(s)", false),
            ("javascript", "ok(v) { return true; }", true),
            ("javascript", "ok(v);", false),
            ("javascript", "ok = v => true;", true),
        ] {
            assert_eq!(!defined(text.as_bytes(), &one, family).is_empty(), defines, "{text}");
        }
    }

    #[test]
    fn classes_below_others_are_found() {
        let found = |text: &str, family| {
            let heads = heads(text.as_bytes(), family);
            heads.iter().any(|(_, _, above)| above.contains(&Sym::new("Base").0))
        };
        assert!(found("class Lax(Base):\n    pass", "python"));
        assert!(found("class Lax extends Base {", "java"));
        assert!(found("Base b = new Base(1) {", "java"));
        assert!(!found("class Other { Base b = new Base(1); }", "java"));
        assert!(!found("class Other:\n    b = Base()", "python"));
        assert!(found("class Lax<T> extends Base<T> {", "java"));
        assert!(found("class Lax < Base\n", "ruby"));
        assert!(!found("class Other<Base> extends Box<Base, Map<Base, Base>> {", "java"));
        assert!(!found("class Other(Box[Base]):\n    pass", "python"));
    }

    #[test]
    fn members_that_are_written_are_found() {
        let written = |text: &str, name: &str| {
            let names = [(Sym::new(name), [Sym::new("conf").0].into_iter().collect())].into_iter().collect();
            let mut out = Written::default();
            find_written(text.as_bytes(), &names, &mut out);
            !out.of.is_empty() || !out.of_any.is_empty()
        };
        assert!(written("conf.MODE = input()", "MODE"));
        assert!(written("conf.n += 1", "n"));
        assert!(written("import conf as c\nc.MODE = 1", "MODE"));
        assert!(written("def f(c):\n    c.MODE = 1", "MODE"));
        assert!(!written("import other\nother.MODE = 1", "MODE"));
        assert!(!written("if conf.MODE == 1:", "MODE"));
        assert!(!written("self.MODE = 1", "MODE"));
        assert!(!written("conf.MODES = 1", "MODE"));
    }
}
