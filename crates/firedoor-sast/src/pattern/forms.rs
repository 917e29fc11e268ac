//! How the names of a pattern stand in code: `f(`, `.f(`, `a.`, `new A`, `@A`.
//!
//! A word alone says little: `text`, `get` and `hash` are in every other file. As what a pattern needs them they are rarer.
//! Told of patterns of languages only in which a name that is matched always stands in one of these ways, or is brought in
//! by an import under another name; [`crate::engine`] looks for them in the bytes of a file.

use firedoor_lang::Language;

use super::model::{Op, Pattern};
use super::texts::is_script;
use crate::tree::{Kind, Role, Sym};

/// How a name stands in code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Form {
    /// Called: `f(x)`.
    Called,
    /// A part of something: `a.f`.
    Part,
    /// Called as a part of something: `a.f(x)`.
    Method,
    /// Something with parts: `a.f`.
    Object,
    /// A class of which a new object is made: `new A(x)`.
    Made,
    /// The name of an annotation or decorator: `@A`, `@a.f(x)`.
    Annotation,
    /// On a line with an import, or in quotes: another name may mean the same.
    Imported,
    /// Two names with a dot between them.
    Chain,
    /// Called with something as first argument that is no literal text.
    Open,
    /// The same for the second argument.
    OpenSecond,
}

/// Whether forms are told in a language.
pub(super) fn is_told(language: Language) -> bool {
    is_script(language) || matches!(language, Language::Python | Language::Java | Language::Go)
}

/// What a pattern's nodes ask for.
pub(super) struct Asked<'p> {
    pattern: &'p Pattern,
    is_name: &'p dyn Fn(&str) -> bool,
    /// Names with their forms.
    pub(super) forms: Vec<(String, Form)>,
    /// Pairs of names with a dot between them.
    pub(super) chains: Vec<(String, String)>,
    /// Metavariables with the forms of the names that they may stand for.
    pub(super) holes: Vec<(Sym, Form)>,
    /// Names of what is called with a metavariable as first or second argument.
    pub(super) given: Vec<(String, Sym, Form)>,
}

impl<'p> Asked<'p> {
    pub(super) fn new(pattern: &'p Pattern, is_name: &'p dyn Fn(&str) -> bool) -> Self {
        Self { pattern, is_name, forms: Vec::new(), chains: Vec::new(), holes: Vec::new(), given: Vec::new() }
    }

    /// Patterns are short, so recursion by their nesting is fine.
    pub(super) fn below(&mut self, p: u32) {
        let node = self.pattern.node(p);
        // Types are compared by their last names and by what imports say.
        if matches!(node.role, Role::Type | Role::Ret | Role::Base | Role::Impl)
            || matches!(node.kind, Kind::Type | Kind::TypeApp | Kind::ImportAs | Kind::ImportFrom | Kind::ImportAll)
        {
            return;
        }
        if matches!(node.op, Op::Plain) {
            match node.kind {
                Kind::Call => {
                    if let Some(callee) = self.pattern.child(p, Role::Callee) {
                        self.path(callee, Some(Form::Called));
                        self.given(p, callee);
                    }
                }
                Kind::Annotation => {
                    if let Some(name) = self.pattern.child(p, Role::Name) {
                        self.path(name, Some(Form::Annotation));
                    }
                }
                Kind::New => self.made(p),
                Kind::Member if !matches!(node.role, Role::Callee | Role::Name | Role::Object) => self.path(p, None),
                _ => {}
            }
        }
        for &child in &node.children {
            self.below(child);
        }
    }

    /// Metavariables among the first arguments of a call.
    fn given(&mut self, call: u32, callee: u32) {
        let last = match self.pattern.node(callee).kind {
            Kind::Member => self.pattern.child(callee, Role::Name),
            _ => Some(callee),
        };
        let (Some(name), Some(args)) =
            (last.and_then(|last| self.name(last)), self.pattern.child(call, Role::Args).map(|a| self.pattern.node(a)))
        else {
            return;
        };
        for (arg, form) in args.children.iter().zip([Form::Open, Form::OpenSecond]) {
            match self.pattern.node(*arg).op {
                Op::Metavariable(hole) => self.given.push((name.clone(), hole, form)),
                Op::Ellipsis | Op::Sequence(_) => return,
                _ => {}
            }
        }
    }

    /// A name or a chain of them, with what its last one is.
    fn path(&mut self, p: u32, last: Option<Form>) {
        let node = self.pattern.node(p);
        if let Some(form) = last.filter(|_| node.kind == Kind::Ident) {
            self.stands(p, form);
        }
        if !matches!(node.op, Op::Plain) {
            return;
        }
        if node.kind != Kind::Member {
            return;
        }
        let (Some(object), Some(own)) = (self.pattern.child(p, Role::Object), self.pattern.child(p, Role::Name)) else {
            return;
        };
        // What an import may bring in need not stand behind a dot.
        let form = match last {
            Some(Form::Called) if !self.is_importable(object) => Some(Form::Method),
            None if !self.is_importable(object) => Some(Form::Part),
            last => last,
        };
        if let Some(form) = form {
            self.stands(own, form);
        }
        let own = self.name(own);
        let inner = self.pattern.node(object);
        if inner.kind == Kind::Ident {
            self.stands(object, Form::Object);
        }
        if matches!(inner.op, Op::Plain) {
            let before = match inner.kind {
                Kind::Ident => self.name(object).filter(|_| is_script(self.pattern.language)),
                Kind::Member => self.pattern.child(object, Role::Name).and_then(|name| self.name(name)),
                _ => None,
            };
            if let (Some(before), Some(own)) = (before, own) {
                self.chains.push((before, own));
            }
            if inner.kind == Kind::Member {
                self.path(object, None);
            }
        }
    }

    /// The class of `new A(x)`, `new a.A(x)`.
    fn made(&mut self, p: u32) {
        // Elsewhere the word need not stand there, or may stand behind.
        if !is_script(self.pattern.language) && self.pattern.language != Language::Java {
            return;
        }
        let Some(class) = self.pattern.child(p, Role::Type) else { return };
        let node = self.pattern.node(class);
        let last = match (&node.op, node.kind) {
            (_, Kind::Ident) => Some(class),
            (Op::Plain, Kind::Member) => self.pattern.child(class, Role::Name),
            _ => None,
        };
        if let Some(last) = last {
            self.stands(last, Form::Made);
        }
    }

    /// Notes how a name or a metavariable stands.
    fn stands(&mut self, p: u32, form: Form) {
        match &self.pattern.node(p).op {
            Op::Metavariable(hole) | Op::Typed(hole, _) => self.holes.push((*hole, form)),
            _ => self.forms.extend(self.name(p).map(|name| (name, form))),
        }
    }

    /// Whether a chain consists of names, of which an import may bring in the first ones.
    fn is_importable(&self, p: u32) -> bool {
        let node = self.pattern.node(p);
        match (&node.op, node.kind) {
            (Op::Plain, Kind::Ident) => true,
            (Op::Plain, Kind::Member) => self.pattern.child(p, Role::Object).is_none_or(|o| self.is_importable(o)),
            (Op::Plain, Kind::Call | Kind::New) | (Op::Typed(..), _) => false,
            _ => !matches!(node.op, Op::Metavariable(_)),
        }
    }

    /// What a node writes out, if a file must hold it as it is.
    fn name(&self, p: u32) -> Option<String> {
        // Also statements of Python.
        const STATEMENTS: [&str; 2] = ["print", "exec"];
        let node = self.pattern.node(p);
        let plain = matches!(node.op, Op::Plain) && node.kind == Kind::Ident && (self.is_name)(&node.text);
        (plain && !STATEMENTS.contains(&&*node.text)).then(|| node.text.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pattern: &str, language: Language) -> String {
        let pattern = crate::pattern::compile(pattern, language).expect("a pattern");
        let forms = pattern.forms.iter().map(|(name, form)| format!("{name} {form:?}"));
        let chains = pattern.chains.iter().map(|(object, name)| format!("{object}.{name}"));
        forms.chain(chains).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn forms_are_those_of_the_pattern() {
        use Language::{Java, JavaScript, Python, Ruby};
        assert_eq!(told("$X.matches($P)", Java), "matches Method");
        // An import may bring in `system` alone.
        assert_eq!(told("os.system($X)", Python), "os Object, system Called");
        assert_eq!(told("request.GET.dict()", Python), "dict Called, request Object, GET.dict");
        assert_eq!(told("location.hash", JavaScript), "location Object, location.hash");
        assert_eq!(told("new java.io.ObjectInputStream($X)", Java), "ObjectInputStream Made");
        assert_eq!(told("@$APP.get(...)\ndef $F(...): ...", Python), "get Annotation");
        assert_eq!(told("(Cookie $C).setSecure(false)", Java), "setSecure Method");
        assert_eq!(told("f($X)", Ruby), "", "calls of Ruby need no parentheses");
        assert_eq!(told("print($X)", Python), "", "a statement of old Python");
    }
}
