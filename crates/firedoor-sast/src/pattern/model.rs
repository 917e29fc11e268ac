//! What a compiled pattern is.

use std::sync::Arc;

use firedoor_lang::Language;

use super::forms::{Asked, Form};
use crate::cond::pcre::Pcre;
use crate::tree::{Kind, Role, Sym};

/// What a node of a pattern asks of the node that it is compared with.
#[derive(Clone, Debug)]
pub enum Op {
    /// The same kind and symbol, and children that match.
    Plain,
    /// Anything; the same as bound before.
    Metavariable(Sym),
    /// Any number of elements of a list.
    Sequence(Sym),
    /// Any number of elements of a list; alone, anything.
    Ellipsis,
    /// The child matches somewhere within.
    Deep,
    /// A value of that type.
    Typed(Sym, Arc<str>),
    /// Any string.
    AnyString,
    /// The content of a string.
    StringMetavariable(Sym),
    /// A string or name whose text matches.
    Regex(Arc<Pcre>),
    /// `a. ... .b`: any number of members and calls.
    Chain,
    /// A word of a Dockerfile that holds variables.
    Word(Arc<[WordPart]>),
}

/// A part of a word with variables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordPart {
    /// This text.
    Text(Box<str>),
    /// The expansion of this variable.
    Variable(Box<str>),
    /// `$X`: the expansion of any variable.
    Expansion(Sym),
    /// `${$X}`: the same, of which the name is bound.
    AnyVariable(Sym),
}

/// The symbol of a loop in a pattern whose header may be anything.
pub const ANY_LOOP: Sym = Sym::new("for (...)");

/// A node of a pattern.
#[derive(Clone, Debug)]
pub struct PNode {
    /// What it asks.
    pub op: Op,
    /// As in the tree.
    pub kind: Kind,
    /// As in the tree.
    pub role: Role,
    /// As in the tree.
    pub sym: Sym,
    /// As in the tree.
    pub flags: u16,
    /// Its children.
    pub children: Vec<u32>,
    /// The text of leaves.
    pub text: Arc<str>,
    /// What stands in front of the quotes of a string of Python, such as the `b` of bytes; empty elsewhere.
    pub prefix: Arc<str>,
}

/// A name that a pattern cannot do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Required {
    /// As it is written.
    pub sym: Sym,
    /// As [`Required::fold`] has it, in languages whose names have no case; the same elsewhere.
    pub folded: Sym,
}

impl Required {
    /// A name of a language.
    pub(crate) fn of(name: &str, language: Language) -> Self {
        // Names of Apex have no case: their symbols are those of lower case.
        let sym = if language == Language::Apex { Self::fold(name.as_bytes()) } else { Sym::new(name) };
        let folded = if language == Language::Php { Self::fold(name.as_bytes()) } else { sym };
        Self { sym, folded }
    }

    /// The symbol of a name without case.
    pub(crate) fn fold(name: &[u8]) -> Sym {
        Sym::of(&name.to_ascii_lowercase())
    }
}

/// What the pattern is matched with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Root {
    /// One node, an expression mostly.
    One(u32),
    /// Statements in a row.
    Statements(Vec<u32>),
    /// Members of a record or class, in any order.
    Fields(Vec<u32>),
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// The language.
    pub language: Language,
    /// The nodes; children refer to them.
    pub nodes: Vec<PNode>,
    /// Where matching begins.
    pub root: Root,
    /// Metavariables by symbol, with their names (`$X`).
    pub metavariables: Vec<(Sym, Arc<str>)>,
    /// Texts that every file with a match contains.
    pub literals: Vec<String>,
    /// Contents of strings that every file with a match contains, in one piece or put together.
    pub strings: Vec<String>,
    /// How names stand in every file with a match, unless an import brings them in under another name.
    pub forms: Vec<(String, Form)>,
    /// Pairs of names with a dot between them, which every file has with a match, unless an import brings in the first.
    pub chains: Vec<(String, String)>,
    /// How the names stand that metavariables may be bound to, where that is told.
    pub holes: Vec<(Sym, Form)>,
    /// Names of what is called with a metavariable as first or second argument.
    pub given: Vec<(String, Sym, Form)>,
    /// Names that are symbols within the root of every match.
    pub symbols: Vec<Required>,
    /// The same for the first of several statements; empty where that is an ellipsis.
    pub first_symbols: Vec<Required>,
    /// Words of types without which no file has a match; they may stand outside of the match.
    pub types: Vec<Arc<str>>,
    /// The definition that the pattern begins lacks its body.
    pub partial: bool,
}

impl Pattern {
    /// A pattern without nodes, for asking about types only.
    pub(crate) fn empty(language: Option<Language>) -> Self {
        Self {
            language: language.unwrap_or(Language::Python),
            nodes: Vec::new(),
            root: Root::Statements(Vec::new()),
            metavariables: Vec::new(),
            literals: Vec::new(),
            strings: Vec::new(),
            forms: Vec::new(),
            chains: Vec::new(),
            holes: Vec::new(),
            given: Vec::new(),
            symbols: Vec::new(),
            first_symbols: Vec::new(),
            types: Vec::new(),
            partial: false,
        }
    }

    /// Finds the names that are required, once the nodes are there.
    pub(super) fn require(&mut self, is_name: &dyn Fn(&str) -> bool) {
        let mut all = Vec::new();
        match &self.root {
            Root::One(root) => self.names_below(*root, is_name, &mut all),
            Root::Fields(list) => list.iter().for_each(|p| self.names_below(*p, is_name, &mut all)),
            Root::Statements(list) => {
                let mut first = Vec::new();
                if let Some(&p) = list.first() {
                    self.names_below(p, is_name, &mut first);
                }
                list.iter().for_each(|p| self.names_below(*p, is_name, &mut all));
                first.sort_unstable();
                first.dedup();
                self.first_symbols = first;
            }
        }
        all.sort_unstable();
        all.dedup();
        self.symbols = all;
        if super::forms::is_told(self.language) {
            let mut asked = Asked::new(self, is_name);
            match &self.root {
                Root::One(root) => asked.below(*root),
                Root::Statements(list) | Root::Fields(list) => list.iter().for_each(|p| asked.below(*p)),
            }
            let Asked { mut forms, mut chains, holes, given, .. } = asked;
            forms.sort_unstable();
            forms.dedup();
            chains.sort_unstable();
            chains.dedup();
            (self.forms, self.chains, self.holes, self.given) = (forms, chains, holes, given);
        }
        let typed = self.nodes.iter().filter_map(|node| match &node.op {
            Op::Typed(_, ty) => word_of_type(ty),
            _ => None,
        });
        self.types = typed.map(Arc::from).collect();
        self.types.sort();
        self.types.dedup();
        self.literals.extend(self.types.iter().map(|word| word.to_string()));
        self.literals.sort();
        self.literals.dedup();
    }

    /// Patterns are short, so recursion by their nesting is fine.
    fn names_below(&self, p: u32, is_name: &dyn Fn(&str) -> bool, into: &mut Vec<Required>) {
        let node = self.node(p);
        if matches!(node.op, Op::Plain) && node.kind == Kind::Ident && is_name(&node.text) {
            into.push(Required::of(&node.text, self.language));
        }
        for &child in &node.children {
            // What a function of Solidity returns says nothing.
            if node.kind == Kind::FuncDef && self.language == Language::Solidity && self.node(child).role == Role::Ret {
                continue;
            }
            // The name of a function expression is its own affair.
            if node.kind != Kind::Lambda || self.node(child).role != Role::Name {
                self.names_below(child, is_name, into);
            }
        }
    }

    /// The node of that index.
    #[must_use]
    pub fn node(&self, id: u32) -> &PNode {
        &self.nodes[id as usize]
    }

    /// The only child of a role.
    #[must_use]
    pub fn child(&self, id: u32, role: Role) -> Option<u32> {
        self.node(id).children.iter().copied().find(|&c| self.node(c).role == role)
    }

    /// Whether a node is an ellipsis, as an expression or as a statement.
    #[must_use]
    pub fn is_ellipsis(&self, id: u32) -> bool {
        let node = self.node(id);
        match node.op {
            Op::Ellipsis => true,
            Op::Plain if matches!(node.kind, Kind::ExprStmt | Kind::Annotation) => {
                matches!(node.children[..], [c] if self.is_ellipsis(c))
            }
            _ => false,
        }
    }

    /// Whether a node is what the whole pattern is, or one of its statements.
    #[must_use]
    pub fn is_top(&self, id: u32) -> bool {
        match &self.root {
            Root::One(root) => *root == id,
            Root::Statements(list) | Root::Fields(list) => list.contains(&id),
        }
    }

    /// The metavariable that a node stands for any number of elements with.
    #[must_use]
    pub fn sequence(&self, id: u32) -> Option<Sym> {
        let node = self.node(id);
        match node.op {
            Op::Sequence(name) => Some(name),
            Op::Plain if matches!(node.kind, Kind::ExprStmt | Kind::Param) => match node.children[..] {
                [c] => self.sequence(c),
                _ => None,
            },
            _ => None,
        }
    }

    /// The metavariable that a statement consists of.
    #[must_use]
    pub fn statement_metavariable(&self, id: u32) -> Option<Sym> {
        let node = self.node(id);
        match (&node.op, &node.children[..]) {
            (Op::Metavariable(name), _) => Some(*name),
            (Op::Plain, [c]) if node.kind == Kind::ExprStmt => match self.node(*c).op {
                Op::Metavariable(name) => Some(name),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The word that a file must hold for something in it to be of a type: its last name, as types are only known from
/// what is written in the file. `None` where the type may be that of a literal or an operation, or its name is a
/// metavariable.
fn word_of_type(ty: &str) -> Option<&str> {
    // What stands in angle brackets may be a metavariable, what is in front of them is there as well.
    let ty = ty.split('<').next()?.trim_matches(['*', '&', '?', ' ']);
    let word = ty.rsplit(['.', ':', '\\']).next()?;
    let plain = word.len() >= 2 && word.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
    let known =
        ["int", "long", "float", "double", "bool", "boolean", "str", "string", "number", "integer", "i32", "char"]
            .iter()
            .any(|basic| word.eq_ignore_ascii_case(basic));
    // Words that are taken off a type before it is compared.
    let cut = word.starts_with("struct") || word.starts_with("const");
    let path = ty.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'.' | b':' | b'\\' | b'$'));
    (plain && path && !known && !cut).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::word_of_type;

    #[test]
    fn a_type_asks_for_its_last_name() {
        for (ty, word) in [
            ("HttpServletRequest", Some("HttpServletRequest")),
            ("javax.servlet.http.HttpServletRequest", Some("HttpServletRequest")),
            ("*http.Request", Some("Request")),
            ("std::string_view", Some("string_view")),
            ("$P.Name", Some("Name")),
            ("String", None),
            ("java.lang.Integer", None),
            ("$T", None),
            ("List<$T>", Some("List")),
            ("java.util.Map<String, $T>", Some("Map")),
            ("$T<String>", None),
            ("const char *", None),
            ("int[]", None),
        ] {
            assert_eq!(word_of_type(ty), word, "{ty}");
        }
    }
}
