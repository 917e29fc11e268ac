//! Tests of libraries: which calls say of a text that it is harmless, and which patterns are strict enough for that.

use super::super::run::Run;
use super::super::value::Konst;
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// Whether a call gives a match or nothing; other tests give a truth value, which is never nothing.
    pub(super) fn gives_match(&self, node: NodeId) -> bool {
        let node = match self.tree.kind(node) {
            Kind::Assign => self.tree.child(node, Role::Right).unwrap_or(node),
            _ => node,
        };
        let callee = self.tree.child(node, Role::Callee).filter(|_| self.tree.kind(node) == Kind::Call);
        let name = callee.map(|c| self.tree.child(c, Role::Name).unwrap_or(c));
        name.is_some_and(|n| matches!(self.text(n), "match" | "exec" | "fullmatch" | "search"))
    }

    /// What `bool(x)` is about.
    pub(super) fn is_truth(&self, call: NodeId) -> Option<NodeId> {
        let callee = self.tree.child(call, Role::Callee)?;
        let is_it =
            self.tree.kind(callee) == Kind::Ident && matches!(self.text(callee), "bool" | "Boolean" | "boolval");
        let args = self.given(call);
        args.first().copied().filter(|_| is_it && args.len() == 1)
    }

    /// What a call of a library has tested when it gives true.
    pub(super) fn by_test(&self, call: NodeId) -> Option<NodeId> {
        let callee = self.tree.child(call, Role::Callee)?;
        let args = self.given(call);
        let (object, name) = match self.tree.kind(callee) {
            Kind::Member => (self.tree.child(callee, Role::Object), self.tree.child(callee, Role::Name)?),
            _ => (None, callee),
        };
        let named = |node: NodeId| self.is_name(node).then_some(node);
        let strict = |node: NodeId, whole: bool| {
            // Lines begin and end anywhere in Ruby.
            let lines = self.traits.appends && !whole;
            self.pattern_of(node, 0).is_some_and(|p| is_strict(&p, whole) && !(lines && p.contains(['^', '$'])))
        };
        // A third one may be flags, but for PHP's matches.
        let no_flags = args.len() == 2 || self.functions_are_global;
        match (self.text(name), object, &args[..]) {
            ("isdigit" | "isalnum" | "isalpha" | "isdecimal" | "isnumeric" | "isidentifier", Some(object), []) => {
                named(object)
            }
            (
                "isDigit" | "isLetterOrDigit" | "isLetter" | "isAlphabetic" | "IsDigit" | "IsLetterOrDigit"
                | "isNumeric" | "isAlphanumeric" | "isAlpha" | "ctype_digit" | "ctype_alnum" | "ctype_alpha"
                | "ctype_xdigit",
                of,
                [one],
            ) if of.is_some() || self.text(name).starts_with("ctype_") => named(*one),
            // `x.chars().allMatch(Character::isDigit)`
            ("allMatch", Some(object), [test]) if self.tree.kind(object) == Kind::Call => {
                let inner = self.tree.child(object, Role::Callee)?;
                let is_chars = self.tree.child(inner, Role::Name).is_some_and(|n| self.text(n) == "chars");
                let strict = matches!(
                    self.text(*test),
                    "Character::isLetterOrDigit"
                        | "Character::isDigit"
                        | "Character::isLetter"
                        | "Character::isAlphabetic"
                );
                self.tree.child(inner, Role::Object).filter(|_| is_chars && strict).and_then(named)
            }
            // `all(c.isalnum() for c in x)`
            ("all", None, [each]) if self.tree.kind(*each) == Kind::Comprehension => {
                self.each_is(*each).and_then(named)
            }
            // `Pattern.compile("[a-z]+").asMatchPredicate()`, and then `p.test(x)`
            ("test", Some(object), [one]) if self.tree.kind(object) == Kind::Ident && self.is_predicate(object) => {
                named(*one)
            }
            ("in_array", None, [one, table, strict]) if self.text(*strict) == "true" && self.is_table(*table, 0) => {
                named(*one)
            }
            ("equals", Some(object), [one]) => {
                let known = |n: NodeId| matches!(self.constant(n), Konst::Str(_));
                if known(object) { named(*one) } else { named(object).filter(|_| known(*one)) }
            }
            ("contains" | "includes" | "Contains" | "containsKey", Some(object), [one]) if self.is_table(object, 0) => {
                named(*one)
            }
            // `isset($names[$x])`, which is a key of constants.
            ("isset", None, [one]) if self.tree.kind(*one) == Kind::Index => {
                let (table, key) = (self.tree.child(*one, Role::Object)?, self.tree.child(*one, Role::Index)?);
                named(key).filter(|_| self.is_table(table, 0))
            }
            ("array_key_exists", None, [key, table]) if self.is_table(*table, 0) => named(*key),
            // `x.matches("[a-z]+")`, `WORD.matcher(x).matches()`
            ("matches", Some(object), [pattern]) if self.is_name(object) && strict(*pattern, true) => named(object),
            ("matches", Some(object), []) if self.tree.kind(object) == Kind::Ident => {
                let made = self.set_to(object).filter(|n| self.tree.kind(*n) == Kind::Call)?;
                let inner = self.tree.child(made, Role::Callee)?;
                let of = self.tree.child(inner, Role::Object)?;
                let is_matcher = self.tree.child(inner, Role::Name).is_some_and(|n| self.text(n) == "matcher");
                (is_matcher && strict(of, true)).then_some(object)
            }
            ("matches", Some(object), []) if self.tree.kind(object) == Kind::Call => {
                let inner = self.tree.child(object, Role::Callee)?;
                let of = self.tree.child(inner, Role::Object)?;
                let given = self.given(object);
                let is_matcher = self.tree.child(inner, Role::Name).is_some_and(|n| self.text(n) == "matcher");
                (is_matcher && strict(of, true)).then_some(())?;
                given.first().copied().and_then(named)
            }
            ("matches" | "fullmatch", Some(_), [pattern, one, ..]) if strict(*pattern, true) => named(*one),
            ("match" | "search" | "preg_match" | "MatchString", _, [pattern, one, ..])
                if no_flags && strict(*pattern, false) =>
            {
                named(*one)
            }
            ("fullmatch", Some(object), [one]) if strict(object, true) => named(*one),
            ("match" | "search" | "test" | "MatchString" | "is_match", Some(object), [one])
                if strict(object, false) =>
            {
                named(*one)
            }
            _ => None,
        }
    }

    /// What is of letters and digits, as a comprehension over its characters says.
    fn each_is(&self, node: NodeId) -> Option<NodeId> {
        let children: Vec<NodeId> = self.tree.children(node).collect();
        let [test, clause] = children[..] else { return None };
        let (left, right) = (self.tree.child(clause, Role::Left)?, self.tree.child(clause, Role::Right)?);
        // `c in "0123456789abcdef"`
        if self.tree.kind(test) == Kind::Binary && self.operator(test) == "in" {
            let mut sides = self.tree.children(test).filter(|n| self.tree.node(*n).role != Role::Op);
            let (one, among) = (sides.next()?, sides.next()?);
            let Konst::Str(among) = self.constant(among) else { return None };
            let is_plain = among.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
            return (is_plain && self.text(one) == self.text(left)).then_some(right);
        }
        let callee = self.tree.child(test, Role::Callee).filter(|_| self.tree.kind(test) == Kind::Call)?;
        let (of, name) = (self.tree.child(callee, Role::Object)?, self.tree.child(callee, Role::Name)?);
        let is_strict = matches!(self.text(name), "isalnum" | "isdigit" | "isalpha" | "isdecimal" | "isnumeric");
        (is_strict && self.text(of) == self.text(left) && self.given(test).is_empty()).then_some(right)
    }

    /// Whether a variable is a strict pattern as a test.
    fn is_predicate(&self, node: NodeId) -> bool {
        let made = self.set_to(node).filter(|n| self.tree.kind(*n) == Kind::Call);
        let callee = made.and_then(|n| self.tree.child(n, Role::Callee));
        let parts = callee.and_then(|c| Some((self.tree.child(c, Role::Object)?, self.tree.child(c, Role::Name)?)));
        let Some((pattern, name)) = parts else { return false };
        let whole = self.text(name) == "asMatchPredicate";
        (whole || self.text(name) == "asPredicate") && self.pattern_of(pattern, 0).is_some_and(|p| is_strict(&p, whole))
    }

    /// What a call has read as a number or the like when it comes back: else it would have raised.
    pub(super) fn by_parse(&self, call: NodeId) -> Option<NodeId> {
        let callee = self.tree.child(call, Role::Callee)?;
        let args = self.given(call);
        let [one] = args[..] else { return None };
        let parses = match self.tree.kind(callee) {
            Kind::Ident => {
                let is_own = self.by_name.contains_key(&self.tree.node(callee).sym)
                    || self.imported.contains_key(&self.tree.node(callee).sym);
                self.traits.explicit_self && !is_own && self.text(callee) == "int"
            }
            Kind::Member => {
                let object = self.tree.child(callee, Role::Object)?;
                let name = self.tree.child(callee, Role::Name)?;
                let of = self.text(object).rsplit('.').next().unwrap_or_default();
                let is_known = !self.classes.contains_key(&self.last_name(object).0);
                match (of, self.text(name)) {
                    (
                        "Integer" | "Long" | "Short" | "Byte",
                        "parseInt" | "parseLong" | "valueOf" | "decode" | "parseShort",
                    )
                    | ("int" | "long" | "Guid" | "Int32" | "Int64", "Parse")
                    | ("uuid", "UUID") => is_known,
                    // A constant of an enumeration.
                    (_, "valueOf") => self.is_enumeration(self.last_name(object).0),
                    _ => false,
                }
            }
            _ => false,
        };
        (parses && self.is_name(one)).then_some(one)
    }

    pub(in super::super) fn is_enumeration(&self, class: u64) -> bool {
        let Some(found) = self.classes.get(&class) else { return false };
        if self.traits.explicit_self {
            let is_enum = |base: &u64| ["Enum", "IntEnum", "StrEnum"].iter().any(|name| Sym::new(name).0 == *base);
            return found.bases.iter().any(is_enum);
        }
        let head = self.text(found.node).split('{').next().unwrap_or_default();
        head.split_whitespace().any(|w| w == "enum")
    }

    /// Whether a comparison with a number says that something was found: `names.indexOf(x) >= 0`.
    pub(super) fn is_place(&self, op: &str, holds: bool, number: NodeId) -> bool {
        matches!(
            (op, holds, self.constant(number)),
            (">=" | "!=" | "!==" | ">", true, Konst::Int(_)) | ("<" | "==" | "===", false, Konst::Int(_))
        ) && matches!(
            (op, self.constant(number)),
            (">=" | "<", Konst::Int(0)) | ("!=" | "!==" | ">" | "==" | "===", Konst::Int(-1))
        )
    }

    /// Whether a comparison with a number says that there are some: `names.count(x) > 0`.
    pub(super) fn is_count(&self, op: &str, holds: bool, number: NodeId) -> bool {
        matches!(
            (op, holds, self.constant(number)),
            ("!=" | ">", true, Konst::Int(0)) | ("==" | "<=", false, Konst::Int(0))
        )
    }

    /// What is counted in a list of constants.
    pub(super) fn by_count(&self, call: NodeId) -> Option<NodeId> {
        self.looked_for(call, |name| matches!(name, "count" | "frequency"))
    }

    /// What is looked for in a list of constants.
    pub(super) fn by_place(&self, call: NodeId) -> Option<NodeId> {
        self.looked_for(call, |name| matches!(name, "indexOf" | "IndexOf" | "lastIndexOf"))
    }

    fn looked_for(&self, call: NodeId, is_search: fn(&str) -> bool) -> Option<NodeId> {
        let callee = self.tree.child(call, Role::Callee).filter(|_| self.tree.kind(call) == Kind::Call)?;
        let (object, name) = (self.tree.child(callee, Role::Object)?, self.tree.child(callee, Role::Name)?);
        let args = self.given(call);
        let [one] = args[..] else { return None };
        (is_search(self.text(name)) && self.is_name(one) && self.is_table(object, 0)).then_some(one)
    }

    /// Whether a variable is given a value once at most.
    pub(super) fn is_set_once(&self, node: NodeId) -> bool {
        let def = self.tree.def_of.get(&node).and_then(|d| self.tree.defs.get(*d as usize));
        self.tree.kind(node) == Kind::Ident && def.is_some_and(|d| d.writes <= 1)
    }

    /// What a name is set to where it is defined, if it is set nowhere else.
    pub(in super::super) fn set_to(&self, node: NodeId) -> Option<NodeId> {
        let def = self.tree.defs.get(*self.tree.def_of.get(&node)? as usize).filter(|d| d.writes <= 1)?;
        let at = self.tree.node(def.ident).parent;
        match self.tree.kind(at) {
            Kind::VarDef => self.tree.child(at, Role::Value),
            Kind::Assign => self.tree.child(at, Role::Right),
            _ => None,
        }
    }

    /// The pattern that an expression is.
    fn pattern_of(&self, node: NodeId, depth: u32) -> Option<String> {
        match self.tree.kind(node) {
            Kind::Str | Kind::Char => match self.constant(node) {
                Konst::Str(text) => Some(text.replace("\\\\", "\\")),
                _ => None,
            },
            Kind::Ident if depth < 3 => self.pattern_of(self.set_to(node)?, depth + 1),
            Kind::Call if depth < 3 => {
                let callee = self.tree.child(node, Role::Callee)?;
                let name = self.tree.child(callee, Role::Name).unwrap_or(callee);
                let compiles = matches!(self.text(name), "compile" | "MustCompile" | "RegExp" | "Regex");
                // Flags may let lines begin and end within.
                match self.given(node)[..] {
                    [only] if compiles => self.pattern_of(only, depth + 1),
                    _ => None,
                }
            }
            Kind::Regex => {
                let text = self.text(node).strip_prefix('/')?;
                let (pattern, flags) = text.rsplit_once('/')?;
                (!flags.contains('m')).then(|| pattern.to_owned())
            }
            _ => None,
        }
    }
}

/// Whether what comes next in a class makes a range of what stood before it.
fn ranges(chars: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut ahead = chars.clone();
    ahead.next() == Some('-') && ahead.next().is_some_and(|last| last != ']')
}

/// Whether a pattern matches nothing but letters, digits and what joins them; `whole` where it is asked for all of a text.
fn is_strict(pattern: &str, whole: bool) -> bool {
    let text = pattern.trim_start_matches('/');
    let (start, text) = match text.strip_prefix('^').or_else(|| text.strip_prefix("\\A")) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let text = match text.split_once("$/") {
        // The end of a line will do.
        Some((_, flags)) if flags.contains('m') => return false,
        Some((before, _)) => &text[..before.len() + 1],
        None => text,
    };
    let ends = ["$", "\\z", "\\Z"].into_iter().find_map(|e| text.strip_suffix(e));
    let (end, text) = ends.map_or((false, text), |rest| (true, rest));
    if !(whole || start && end) {
        return false;
    }
    // An alternative outside of brackets takes the ends from one side.
    let mut level = 0;
    let mut chars = text.chars().peekable();
    let mut in_class = false;
    let mut any = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('w' | 'd') => any = true,
                // The beginning of a range, as in `[\.-z]`, is more than it looks.
                Some('-' | '.') if !(in_class && ranges(&chars)) => {}
                _ => return false,
            },
            '[' if !in_class => {
                in_class = true;
                if chars.peek() == Some(&'^') {
                    return false;
                }
            }
            ']' if in_class => (in_class, any) = (false, true),
            _ if in_class && (c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')) => {
                // A range from one to another is what stands between them in the alphabet.
                let mut ahead = chars.clone();
                if ahead.next() == Some('-')
                    && let Some(last) = ahead.next().filter(|last| *last != ']')
                {
                    let same = |is: fn(&char) -> bool| is(&c) && is(&last);
                    let is_plain =
                        same(char::is_ascii_digit) || same(char::is_ascii_lowercase) || same(char::is_ascii_uppercase);
                    if !is_plain || last < c {
                        return false;
                    }
                    chars.nth(1);
                }
            }
            _ if in_class => return false,
            '(' => {
                level += 1;
                if chars.peek() == Some(&'?') && !(chars.next().is_some() && chars.next() == Some(':')) {
                    return false;
                }
            }
            ')' => level -= 1,
            '|' if level > 0 || whole => {}
            '{' => {
                if chars.by_ref().take_while(|c| *c != '}').any(|c| !c.is_ascii_digit() && c != ',') {
                    return false;
                }
            }
            '+' | '*' | '?' | '_' | '-' => {}
            _ if c.is_ascii_alphanumeric() => any = true,
            _ => return false,
        }
    }
    any && !in_class
}

#[cfg(test)]
mod tests {
    use super::is_strict;

    #[test]
    fn strict_patterns_have_ends_and_classes() {
        for (pattern, whole, strict) in [
            ("[A-Za-z0-9]{1,20}", true, true),
            ("^[a-z]+$", false, true),
            (r"^\w+\Z", false, true),
            ("/^[a-z]+$/i", false, true),
            ("[a-z]+", false, false),
            ("^[^/]+$", false, false),
            ("^.*$", true, false),
            (r"^https?:\/\/", false, false),
            ("^(red|green)$", false, true),
            ("^a|b$", false, false),
            ("^[.-z]+$", false, false),
            ("^[A-z]+$", false, false),
            ("^[a-z.-]+$", false, true),
            ("/^[a-z]+$/m", false, false),
        ] {
            assert_eq!(is_strict(pattern, whole), strict, "{pattern}");
        }
    }
}
