//! Requirements of `Cargo.toml` and `package.json`, as far as one lower bound can be raised in them.
//!
//! This is no resolver: a requirement with alternatives (`||`), hyphen ranges, tags or addresses is left alone, and so is one
//! that does not admit the version in use, because it speaks of another copy of the package.

/// Whose grammar a requirement is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// A bare version is a caret requirement (Cargo reference, "Specifying Dependencies").
    Cargo,
    /// A bare version is exact, a partial one a range (node-semver, "Ranges").
    Npm,
}

/// What became of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Raised {
    /// The new text of the whole requirement.
    To(String),
    /// It speaks of another version.
    Other,
    /// It cannot be raised, because …
    Kept(&'static str),
}

type Triple = [u64; 3];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Op {
    Caret,
    Tilde,
    Exact,
    AtLeast,
    Above,
    AtMost,
    Below,
}

struct Comparator {
    op: Op,
    /// Numbers that are written.
    parts: Vec<u64>,
    /// Bytes of the operator and of the version.
    at: usize,
    version: std::ops::Range<usize>,
}

impl Comparator {
    fn triple(&self) -> Triple {
        let part = |i: usize| self.parts.get(i).copied().unwrap_or(0);
        [part(0), part(1), part(2)]
    }

    fn admits(&self, version: Triple) -> bool {
        let own = self.triple();
        let [major, minor, _] = own;
        let next_major = [major.saturating_add(1), 0, 0];
        let next_minor = [major, minor.saturating_add(1), 0];
        match (self.op, self.parts.len()) {
            (Op::Caret | Op::Tilde | Op::Exact | Op::AtLeast, 0) => true,
            (Op::Caret, n) => version >= own && version < caret_end(own, n),
            (Op::Tilde | Op::Exact, 1) => version >= own && version < next_major,
            (Op::Tilde, _) | (Op::Exact, 2) => version >= own && version < next_minor,
            (Op::Exact, _) => version == own,
            (Op::AtLeast, _) => version >= own,
            (Op::Above, _) => version > own,
            (Op::AtMost, _) => version <= own,
            (Op::Below, _) => version < own,
        }
    }

    fn is_lower(&self) -> bool {
        !matches!(self.op, Op::AtMost | Op::Below)
    }
}

/// The first version that is no longer compatible (semver.org, and zero majors as cargo and npm take them).
fn caret_end([major, minor, patch]: Triple, parts: usize) -> Triple {
    if major > 0 || parts == 1 {
        [major.saturating_add(1), 0, 0]
    } else if minor > 0 || parts == 2 {
        [0, minor.saturating_add(1), 0]
    } else {
        [0, 0, patch.saturating_add(1)]
    }
}

/// Whether an upgrade stays compatible by semantic versioning, as cargo and npm take it.
pub(crate) fn is_compatible(from: &str, to: &str) -> bool {
    match (triple(from), triple(to)) {
        (Some(from), Some(to)) => to < caret_end(from, 3),
        _ => false,
    }
}

/// Whether a requirement as npm writes it admits a version; `None` where it is no range of versions.
pub(crate) fn admits(requirement: &str, version: &str) -> Option<bool> {
    let version = triple(version)?;
    let mut any = false;
    for alternative in requirement.split("||").take(32) {
        let comparators = match alternative.trim() {
            // Everything.
            "" => return Some(true),
            text => parse(Style::Npm, text)?,
        };
        any |= comparators.iter().all(|c| c.admits(version));
    }
    Some(any)
}

/// A full version without a pre-release; build metadata does not count.
fn triple(text: &str) -> Option<Triple> {
    let text = text.trim_start_matches(['v', '=']).split('+').next()?;
    let mut parts = text.split('.').map(|p| p.parse::<u64>().ok());
    let out = [parts.next()??, parts.next().unwrap_or(Some(0))?, parts.next().unwrap_or(Some(0))?];
    parts.next().is_none().then_some(out)
}

/// Raises the lower bound of a requirement that admits `from` to `to`. Unless `breaking` is set, only to a version that is
/// compatible with `from` by semantic versioning.
pub(super) fn raise(style: Style, requirement: &str, from: &str, to: &str, breaking: bool) -> Raised {
    let Some(comparators) = parse(style, requirement) else {
        return Raised::Kept("its requirement is no plain range");
    };
    let (Some(now), Some(then)) = (triple(from), triple(to)) else {
        return Raised::Kept("a pre-release is involved");
    };
    if !comparators.iter().all(|c| c.admits(now)) {
        return Raised::Other;
    }
    if !breaking && then >= caret_end(now, 3) {
        return Raised::Kept("the fixed version is incompatible by semantic versioning (see --breaking)");
    }
    let mut lower = comparators.iter().filter(|c| c.is_lower());
    let (Some(bound), None) = (lower.next(), lower.next()) else {
        return Raised::Kept("its requirement has no single lower bound");
    };
    if !comparators.iter().filter(|c| !c.is_lower()).all(|c| c.admits(then)) {
        return Raised::Kept("its requirement has an upper bound below the fixed version");
    }
    let [major, minor, patch] = then;
    let to = format!("{major}.{minor}.{patch}");
    let operator = &requirement[bound.at..bound.version.start];
    let wild = requirement[bound.version.clone()].contains(['*', 'x', 'X']);
    let new = match (bound.op, bound.parts.len(), style) {
        (_, 0, _) => return Raised::Kept("its requirement admits every version"),
        // A partial version is a range: the same range from the fixed version on.
        (Op::Exact, 1, _) => format!("^{to}"),
        (Op::Exact, 2, _) => format!("~{to}"),
        (Op::Caret, 1, Style::Cargo) if wild => to,
        (Op::Caret, 2, Style::Cargo) if wild => format!("~{to}"),
        (Op::Above, ..) => format!(">={to}"),
        _ => format!("{operator}{to}"),
    };
    let mut text = String::with_capacity(requirement.len() + 8);
    text.push_str(&requirement[..bound.at]);
    text.push_str(&new);
    text.push_str(&requirement[bound.version.end..]);
    if text == requirement { Raised::Kept("its requirement asks for it already") } else { Raised::To(text) }
}

/// The comparators of a requirement, all of which must hold; `None` where it is anything else.
fn parse(style: Style, text: &str) -> Option<Vec<Comparator>> {
    const OPERATORS: &[(&str, Op)] = &[
        (">=", Op::AtLeast),
        ("<=", Op::AtMost),
        ("==", Op::Exact),
        ("^", Op::Caret),
        ("~", Op::Tilde),
        ("=", Op::Exact),
        (">", Op::Above),
        ("<", Op::Below),
    ];
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        let separator = |c: char| c == ' ' || c == '\t' || c == ',' && style == Style::Cargo;
        at += text.get(at..)?.len() - text[at..].trim_start_matches(separator).len();
        if at == text.len() {
            return (!out.is_empty()).then_some(out);
        }
        let start = at;
        let rest = &text[at..];
        let (word, op) = OPERATORS
            .iter()
            .find(|(word, _)| rest.starts_with(word))
            .copied()
            .unwrap_or_else(|| ("", if style == Style::Cargo { Op::Caret } else { Op::Exact }));
        at += word.len();
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len();
        let version = &text[at..];
        let version = &version[..version.find(|c: char| !is_version(c)).unwrap_or(version.len())];
        let parts = numbers(version.trim_start_matches('v'))?;
        let begin = at + (version.len() - version.trim_start_matches('v').len());
        out.push(Comparator { op, parts, at: start, version: begin..at + version.len() });
        at += version.len();
        if out.len() > 16 || text[at..].starts_with(|c: char| !separator(c)) {
            return None;
        }
    }
}

fn is_version(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '*' | '-' | '+')
}

/// The numbers of a version up to a wildcard; `None` for anything else, pre-releases included.
fn numbers(text: &str) -> Option<Vec<u64>> {
    let text = text.split('+').next()?;
    let mut out = Vec::new();
    let mut wild = false;
    for part in text.split('.') {
        if matches!(part, "*" | "x" | "X") {
            wild = true;
        } else if wild || out.len() == 3 {
            return None;
        } else {
            out.push(part.parse().ok()?);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(style: Style, requirement: &str, from: &str, to: &str) -> String {
        match raise(style, requirement, from, to, false) {
            Raised::To(text) => text,
            Raised::Other => "other".to_owned(),
            Raised::Kept(why) => why.split(' ').next_back().unwrap_or_default().to_owned(),
        }
    }

    #[test]
    fn npm_ranges() {
        for (requirement, from, to, want) in [
            ("^4.17.15", "4.17.15", "4.17.21", "^4.17.21"),
            ("~4.17.15", "4.17.15", "4.18.1", "~4.18.1"),
            ("4.17.15", "4.17.15", "4.17.21", "4.17.21"),
            ("=4.17.15", "4.17.15", "4.17.21", "=4.17.21"),
            ("v4.17.15", "4.17.15", "4.17.21", "v4.17.21"),
            (">= 1.2.0 <2", "1.2.5", "1.3.0", ">= 1.3.0 <2"),
            (">=1.2.0 <1.3", "1.2.5", "1.3.0", "version"),
            ("4", "4.17.15", "4.17.21", "^4.17.21"),
            ("4.17.x", "4.17.15", "4.17.21", "~4.17.21"),
            ("*", "4.17.15", "4.17.21", "version"),
            ("", "4.17.15", "4.17.21", "range"),
            ("^3.0.0", "4.17.15", "4.17.21", "other"),
            ("^4.0.0", "4.17.15", "5.0.0", "--breaking)"),
            ("^0.2.3", "0.2.3", "0.3.0", "--breaking)"),
            ("^3 || ^4", "4.0.0", "4.1.0", "range"),
            ("1.0.0 - 2.0.0", "1.5.0", "1.6.0", "range"),
            ("npm:other@^1.0.0", "1.0.0", "1.0.1", "range"),
            ("latest", "1.0.0", "1.0.1", "range"),
            ("workspace:^1.0.0", "1.0.0", "1.0.1", "range"),
            ("^4.17.21", "4.17.21", "4.17.21", "already"),
            ("^1.0.0-rc.1", "1.0.0", "1.0.1", "range"),
        ] {
            assert_eq!(check(Style::Npm, requirement, from, to), want, "{requirement}");
        }
    }

    #[test]
    fn cargo_requirements() {
        for (requirement, from, to, want) in [
            ("1", "1.2.3", "1.2.9", "1.2.9"),
            ("0.1.40", "0.1.40", "0.1.45", "0.1.45"),
            ("0.1", "0.1.40", "0.2.23", "--breaking)"),
            ("^1.2", "1.2.3", "1.4.0", "^1.4.0"),
            ("~1.2.3", "1.2.3", "1.2.9", "~1.2.9"),
            ("=1.2.3", "1.2.3", "1.2.9", "=1.2.9"),
            (">=1.0, <2.0", "1.2.3", "1.2.9", ">=1.2.9, <2.0"),
            ("1.*", "1.2.3", "1.2.9", "1.2.9"),
            ("1.2.*", "1.2.3", "1.2.9", "~1.2.9"),
            ("> 1.0.0", "1.2.3", "1.2.9", ">=1.2.9"),
            ("2", "1.2.3", "1.2.9", "other"),
            ("1.2.3", "1.2.3+meta", "1.2.9+x", "1.2.9"),
        ] {
            assert_eq!(check(Style::Cargo, requirement, from, to), want, "{requirement}");
        }
        assert_eq!(raise(Style::Cargo, "0.1", "0.1.40", "0.2.23", true), Raised::To("0.2.23".to_owned()));
    }

    #[test]
    fn nothing_panics() {
        for text in ["é", "^é", "1.é", "^", ">", ",", " ", "99999999999999999999", "^1.2.3.4", "1..2", "*.1"] {
            for style in [Style::Cargo, Style::Npm] {
                let _ = raise(style, text, text, text, true);
                let _ = raise(style, text, "1.0.0", "1.0.1", true);
            }
        }
    }
}
