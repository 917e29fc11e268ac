//! Classes of variables as comments say them (PHP): `/** @var Mode $mode */`, `@param Mode $mode`.

use rustc_hash::FxHashMap;

use crate::tree::Sym;

/// Most comments of one file that are looked at.
const MAX_COMMENTS: usize = 2_000;

/// What comments of a file say of variables; where they say different things of one name, nothing.
#[derive(Debug, Default)]
pub(super) struct Documented(FxHashMap<Box<str>, Option<u64>>);

impl Documented {
    /// The class of a variable, with its `$`.
    pub(super) fn class(&self, variable: &str) -> Option<u64> {
        self.0.get(variable).copied().flatten()
    }
}

/// Reads the comments of a file.
pub(super) fn variables(text: &str) -> Documented {
    let mut out = Documented::default();
    let tags = text.split('@').skip(1).filter_map(|t| t.strip_prefix("var").or_else(|| t.strip_prefix("param")));
    for tag in tags.take(MAX_COMMENTS) {
        let line = tag.lines().next().unwrap_or_default();
        let mut words = line.split_whitespace();
        let (Some(ty), Some(name)) = (words.next(), words.next()) else { continue };
        if !line.starts_with([' ', '\t']) || !name.starts_with('$') {
            continue;
        }
        let class = class_of(ty);
        out.0.entry(name.into()).and_modify(|known| *known = known.filter(|k| Some(*k) == class)).or_insert(class);
    }
    out
}

/// The class that a type is: `App\\Mode`, `?Mode`, `Mode|null`. Texts, numbers and containers are none.
fn class_of(ty: &str) -> Option<u64> {
    let mut kinds = ty.trim_start_matches('?').split('|').filter(|kind| !kind.eq_ignore_ascii_case("null"));
    let (Some(only), None) = (kinds.next(), kinds.next()) else { return None };
    let name = only.rsplit('\\').next().unwrap_or(only);
    let is_name = name.starts_with(|c: char| c.is_uppercase()) && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    // Names of PHP have no case.
    is_name.then(|| Sym::new(&name.to_ascii_lowercase()).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_say_classes() {
        let text = "/** @var App\\Mode $mode */ /** @var array<Mode> $list */ /** @param ?Mode $a\n * @param Mode $b\n * @param Other $b */";
        let said = variables(text);
        assert_eq!(said.class("$mode"), Some(Sym::new("mode").0));
        assert_eq!(said.class("$a"), Some(Sym::new("mode").0));
        assert_eq!((said.class("$list"), said.class("$b"), said.class("$c")), (None, None, None));
    }
}
