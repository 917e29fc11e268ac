//! Texts that are filled in by place: only the arguments that the pattern asks for go into them.

use super::call::Arg;
use super::marks::Marks;
use super::run::Run;
use super::value::{Konst, Val};

/// Most arguments that a pattern is looked through for.
const MAX_ARGUMENTS: usize = 64;

impl Run<'_> {
    /// `"a,b".split(",")`, `"a:b".partition(":")` of constants.
    pub(super) fn taken_apart(&self, text: &str, name: &str, by: &str) -> Option<Val> {
        let is_plain =
            by.chars().count() == 1 && !".|+*?^$".contains(by) || self.traits.explicit_self && !by.is_empty();
        let mut list = Val::empty(true);
        match name {
            "split" if is_plain => text.split(by).for_each(|part| list.push(Val::of(Konst::string(part)))),
            "rsplit" if is_plain && self.traits.explicit_self => {
                text.split(by).for_each(|part| list.push(Val::of(Konst::string(part))));
            }
            "partition" if self.traits.explicit_self && is_plain => {
                let (head, between, tail) = match text.split_once(by) {
                    Some((head, tail)) => (head, by, tail),
                    None => (text, "", ""),
                };
                [head, between, tail].iter().for_each(|part| list.push(Val::of(Konst::string(part))));
            }
            _ => return None,
        }
        Some(list)
    }

    /// `String.format("%2$s", a, b)`, `MessageFormat.format("{1}", a, b)`, `"%s".formatted(a)`: `None` where the pattern is
    /// not known, or asks for every argument, so that nothing is to be said.
    pub(super) fn filled(&self, name: &str, receiver: Option<&str>, object: &Val, args: &[Arg]) -> Option<Val> {
        let of = receiver.map(|r| r.rsplit('.').next().unwrap_or(r));
        let (pattern, given) = match (name, of, args) {
            ("formatted", Some(_), given) => (&object.konst, given),
            ("format" | "Format", Some("String" | "string" | "MessageFormat"), [first, given @ ..])
            | ("Sprintf", Some("fmt"), [first, given @ ..])
            | ("sprintf", None, [first, given @ ..]) => match (&first.value.konst, given) {
                // `String.format(Locale.US, "%2$s", a, b)`
                (Konst::Unknown, [second, given @ ..]) => (&second.value.konst, given),
                _ => (&first.value.konst, given),
            },
            _ => return None,
        };
        let Konst::Str(pattern) = pattern else { return None };
        // An array stands for all of them.
        if given.is_empty() || given.len() > MAX_ARGUMENTS || given.iter().any(|a| a.spread || a.name.is_some()) {
            return None;
        }
        let all = |places: Vec<usize>| places.into_iter().map(|at| (at, false)).collect();
        let asked: Vec<(usize, bool)> = match of {
            Some("MessageFormat" | "string") => all(in_braces(pattern)?),
            Some("String") if name == "Format" => all(in_braces(pattern)?),
            _ => by_percent(pattern)?,
        };
        let asks_all = || (0..given.len()).all(|at| asked.contains(&(at, false)));
        if asked.iter().all(|(_, number)| !number) && (given.len() < 2 || asks_all()) {
            return None;
        }
        let mut marks = Marks::default();
        for (at, arg) in given.iter().enumerate() {
            if asked.contains(&(at, false)) {
                marks.join(&arg.value.all());
            } else if asked.contains(&(at, true)) {
                // Digits are all that comes of it.
                marks.join(&arg.value.all().only(!self.safe.guards));
            }
        }
        marks.close();
        Some(Val::marked(marks))
    }
}

/// The places that `%s`, `%2$s` and `%[2]s` ask for, and whether a number is written there.
fn by_percent(pattern: &str) -> Option<Vec<(usize, bool)>> {
    let mut out = Vec::new();
    let mut next = 0;
    let mut rest = pattern;
    while let Some(at) = rest.find('%') {
        rest = &rest[at + 1..];
        if let Some(behind) = rest.strip_prefix(['%', 'n']) {
            rest = behind;
            continue;
        }
        // The argument before, or a width that is an argument: not followed.
        if rest.starts_with('<') || rest.split(|c: char| c.is_alphabetic()).next()?.contains('*') {
            return None;
        }
        let digits = rest.trim_start_matches('[');
        let number = &digits[..digits.len() - digits.trim_start_matches(|c: char| c.is_ascii_digit()).len()];
        let explicit = digits[number.len()..].starts_with(['$', ']']);
        let is_number =
            rest.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(['d', 'x', 'X', 'o', 'f', 'e', 'E', 'h']);
        match number.parse::<usize>() {
            Ok(n) if explicit => {
                out.push((n.checked_sub(1)?, is_number));
                next = if rest.starts_with('[') { n } else { next };
            }
            _ => {
                out.push((next, is_number));
                next += 1;
            }
        }
    }
    Some(out)
}

/// The places that `{0}` asks for.
fn in_braces(pattern: &str) -> Option<Vec<usize>> {
    // Quoted braces are text.
    if pattern.contains('\'') || pattern.contains("{{") {
        return None;
    }
    let number = |part: &str| {
        let digits = part.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        digits.parse().ok()
    };
    pattern.split('{').skip(1).map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_ask_for_places() {
        assert_eq!(by_percent("%s-%d%%"), Some(vec![(0, false), (1, true)]));
        assert_eq!(by_percent("%2$s%n"), Some(vec![(1, false)]));
        assert_eq!(by_percent("%[2]v %v"), Some(vec![(1, false), (2, false)]));
        assert_eq!(by_percent("%-10.3f %s"), Some(vec![(0, true), (1, false)]));
        assert_eq!(by_percent("%02x"), Some(vec![(0, true)]));
        assert_eq!(by_percent("%s %<s"), None);
        assert_eq!(by_percent("%*d"), None);
        assert_eq!(in_braces("{1}: {0,number}"), Some(vec![1, 0]));
        assert_eq!(in_braces("'{0}'"), None);
    }
}
