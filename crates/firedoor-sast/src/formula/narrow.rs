//! Names that conditions leave to a metavariable, so that a pattern is tried only where one of them stands.
//!
//! `$REQ.$ATTR` alone matches every member of a file. Where a condition asks that `$REQ` is `^(request|req)$`, only the
//! surroundings of these two names are worth a look. What is passed over is what the condition would drop: nothing here
//! decides about a match.

use firedoor_lang::Language;

use super::compile::{Compiled, CompiledKind, Leaf};
use super::needs::bound;
use crate::cond::pcre::Part;
use crate::cond::{Check, CheckKind};
use crate::pattern::{Form, Pattern, Required};
use crate::tree::{Sym, mix};

/// Words that are no names in some language, so that no symbol may stand where they do.
const WORDS: [&str; 64] = [
    "true",
    "false",
    "True",
    "False",
    "null",
    "nil",
    "none",
    "None",
    "NULL",
    "nullptr",
    "base",
    "new",
    "it",
    "int",
    "char",
    "float",
    "double",
    "void",
    "long",
    "short",
    "unsigned",
    "bool",
    "boolean",
    "byte",
    "string",
    "object",
    "let",
    "const",
    "func",
    "function",
    "fn",
    "class",
    "async",
    "await",
    "yield",
    "return",
    "in",
    "is",
    "not",
    "print",
    "public",
    "private",
    "protected",
    "internal",
    "static",
    "final",
    "readonly",
    "sealed",
    "virtual",
    "override",
    "abstract",
    "partial",
    "extern",
    "unsafe",
    "volatile",
    "synchronized",
    "transient",
    "native",
    "open",
    "data",
    "inline",
    "suspend",
    "mut",
    "pub",
];

/// What a condition asks of the names in a file: one of them.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The names, or parts of them.
    pub parts: Vec<Part>,
    /// How they may stand, where that is known.
    pub forms: Vec<Form>,
}

/// Lists of names: within every match that the conditions keep stands one of each list.
#[derive(Clone, Debug, Default)]
pub struct Narrow {
    /// The lists.
    pub lists: Vec<Vec<Required>>,
    /// The same for equal lists; 0 for none.
    pub key: u64,
}

impl Narrow {
    fn add(&mut self, names: Vec<Required>) {
        self.key = names.iter().fold(mix(self.key, 1), |key, name| mix(key, name.sym.0));
        self.lists.push(names);
    }
}

/// What the conditions of a formula ask of the names in a file; and tells its patterns what they ask of their metavariables.
pub(super) fn asked(kind: &mut CompiledKind, own: &mut Narrow, checks: &[Check<Box<Compiled>>]) -> Vec<Wanted> {
    let mut required = Vec::new();
    for check in checks {
        if let CheckKind::Regex { metavariable, regex, constant_propagation: false } = &check.kind
            && let Some(parts) = regex.required_parts()
            && let Some(words) = bound(kind, checks, Sym::new(metavariable))
        {
            let mut wanted = Wanted {
                parts: parts.iter().map(|p| Part { text: p.text.clone(), whole: p.whole && words }).collect(),
                forms: Vec::new(),
            };
            if let (true, Some(names)) = (words, regex.names()) {
                let is_word =
                    |name: &str| name.len() > 1 && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
                if names.iter().all(|name| is_word(name))
                    && let Some(forms) = forms(kind, Sym::new(metavariable))
                {
                    let parts = names.iter().map(|name| Part { text: name.to_string(), whole: true }).collect();
                    wanted = Wanted { parts, forms };
                }
                below(kind, own, Sym::new(metavariable), names);
            }
            required.push(wanted);
        }
    }
    required
}

/// How the name that a metavariable is bound to stands; `None` where that is not told of every alternative that binds it.
fn forms(kind: &CompiledKind, metavariable: Sym) -> Option<Vec<Form>> {
    let mut all = match kind {
        CompiledKind::Leaf(Leaf::Code(pattern)) => {
            let found = pattern.holes.iter().find(|(hole, _)| *hole == metavariable);
            found.map(|(_, form)| vec![*form])?
        }
        CompiledKind::Leaf(_) | CompiledKind::Not(_) => return None,
        CompiledKind::And(all) => all.iter().find_map(|f| forms(&f.kind, metavariable))?,
        CompiledKind::Or(any) => {
            let each: Option<Vec<Vec<Form>>> = any.iter().map(|f| forms(&f.kind, metavariable)).collect();
            each?.concat()
        }
        CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => forms(&inner.kind, metavariable)?,
    };
    all.sort_unstable();
    all.dedup();
    Some(all)
}

fn below(kind: &mut CompiledKind, own: &mut Narrow, metavariable: Sym, names: &[Box<str>]) {
    match kind {
        CompiledKind::Leaf(Leaf::Code(pattern)) if pattern.metavariables.iter().any(|(m, _)| *m == metavariable) => {
            let required: Option<Vec<Vec<Required>>> =
                names.iter().map(|name| Required::names(name, pattern)).collect();
            if let Some(mut required) = required.map(|lists| lists.concat()) {
                required.sort_unstable();
                required.dedup();
                own.add(required);
            }
        }
        CompiledKind::Leaf(_) | CompiledKind::Not(_) => {}
        CompiledKind::And(all) | CompiledKind::Or(all) => {
            all.iter_mut().for_each(|f| below(&mut f.kind, &mut f.narrow, metavariable, names));
        }
        CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => {
            below(&mut inner.kind, &mut inner.narrow, metavariable, names);
        }
    }
}

impl Required {
    /// A name that code is compared with, in its ways of writing; `None` for words that are no names everywhere.
    fn names(text: &str, pattern: &Pattern) -> Option<Vec<Self>> {
        if !crate::pattern::is_telling(text, pattern.language) || WORDS.contains(&text) {
            return None;
        }
        let mut names = vec![Self::of(text, pattern.language)];
        // The key of `{name: x}` is the symbol `:name`.
        if matches!(pattern.language, Language::Ruby | Language::Elixir | Language::Clojure) {
            names.push(Self::of(&format!(":{text}"), pattern.language));
        }
        Some(names)
    }
}

impl Compiled {
    /// The same formula that looks everywhere: for showing what its conditions drop.
    pub(super) fn widened(&self) -> Self {
        let mut wide = self.clone();
        widen(&mut wide);
        wide
    }
}

fn widen(formula: &mut Compiled) {
    formula.narrow = Narrow::default();
    match &mut formula.kind {
        CompiledKind::Leaf(_) => {}
        CompiledKind::And(all) | CompiledKind::Or(all) => all.iter_mut().for_each(widen),
        CompiledKind::Not(inner) | CompiledKind::Inside(inner) | CompiledKind::Anywhere(inner) => widen(inner),
    }
}
