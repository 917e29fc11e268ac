//! Static types, as far as one file tells: declarations, constructions, literals.

use std::borrow::Cow;

use super::Matcher;
use crate::tree::{Kind, NodeId, Role, Sym};

impl Matcher<'_> {
    /// Whether the type of `t` is known and is `wanted`.
    pub(super) fn has_type(&self, t: NodeId, wanted: &str) -> bool {
        if wanted.starts_with('$') && wanted[1..].bytes().all(|c| c.is_ascii_uppercase() || c == b'_') {
            return true;
        }
        self.type_of(t, 0).is_some_and(|is| same_type(&is, wanted, self.canonical(t).as_deref()))
    }

    /// [`Self::has_type`] for conditions.
    pub(crate) fn has_type_named(&self, t: NodeId, wanted: &str) -> bool {
        self.has_type(t, wanted)
    }

    /// The metavariable in a wanted type, and what it stands for in the type that is written for `t`.
    pub(super) fn type_hole(&self, t: NodeId, wanted: &str) -> Option<(Sym, NodeId)> {
        let at = wanted.find('$')?;
        let name = wanted[at..].trim_end_matches(['>', ']', ' ', '*']);
        let is_name =
            name.len() > 1 && name[1..].bytes().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_');
        if !is_name {
            return None;
        }
        let written = self.written_type(t, 0)?;
        let mut part = written;
        if wanted[..at].trim_end().ends_with(['<', '[']) {
            let arguments = self.tree.children(written).find(|&c| self.tree.kind(c) == Kind::TypeArgs)?;
            part = self.tree.first_child(arguments)?;
        }
        Some((Sym::new(name), part))
    }

    /// The node of the declared or constructed type.
    fn written_type(&self, t: NodeId, depth: u8) -> Option<NodeId> {
        if depth > 4 {
            return None;
        }
        match self.tree.kind(t) {
            Kind::New | Kind::Cast => self.tree.child(t, Role::Type),
            Kind::Ident => {
                let def = self.tree.defs.get(*self.tree.def_of.get(&t)? as usize)?;
                if let Some(ty) = def.ty {
                    let text = self.text(self.tree.node(ty).span);
                    if !matches!(text, b"var" | b"auto" | b"let" | b"val") {
                        return Some(ty);
                    }
                }
                let init = def.init.filter(|&i| i != t && !self.tree.is_within(t, i))?;
                self.written_type(init, depth + 1)
            }
            _ => None,
        }
    }

    /// The canonical name of the declared type, if an import gives one.
    fn canonical(&self, _t: NodeId) -> Option<String> {
        None
    }

    /// The type's text.
    pub(crate) fn type_of(&self, t: NodeId, depth: u8) -> Option<Cow<'_, str>> {
        if depth > 4 {
            return None;
        }
        let node = self.tree.node(t);
        let text = |n: NodeId| String::from_utf8_lossy(self.text(self.tree.node(n).span));
        match node.kind {
            Kind::New => self.tree.child(t, Role::Type).map(text),
            Kind::Ref => {
                let inner = self.tree.child(t, Role::Value)?;
                self.type_of(inner, depth + 1).map(|ty| format!("*{ty}").into())
            }
            Kind::Cast => self.tree.child(t, Role::Type).map(text),
            Kind::Str if matches!(self.pattern.language, firedoor_lang::Language::C | firedoor_lang::Language::Cpp) => {
                Some("char *".into())
            }
            Kind::Str | Kind::Template => Some("string".into()),
            Kind::Num => {
                let digits = self.text(node.span);
                let whole = crate::lower::whole(digits).is_some();
                Some(if whole { "int" } else { "float" }.into())
            }
            Kind::Bool => Some("bool".into()),
            Kind::Unary if node.sym == Sym::new("!") || node.sym == Sym::new("not") => Some("bool".into()),
            Kind::Binary => {
                let is = |list: &[&str]| list.iter().any(|op| node.sym == Sym::new(op));
                if is(&["==", "!=", "<", ">", "<=", ">=", "&&", "||", "===", "!==", "instanceof"]) {
                    return Some("bool".into());
                }
                let mut operands = self.tree.children(t);
                let (a, b) = (operands.next()?, operands.next()?);
                let (a, b) = (self.type_of(a, depth + 1), self.type_of(b, depth + 1));
                let text = |t: &Option<Cow<'_, str>>| matches!(t.as_deref(), Some("string" | "String"));
                if is(&["+"]) && (text(&a) || text(&b)) {
                    return Some("string".into());
                }
                (a == b && is(&["+", "-", "*", "/", "%"])).then_some(a).flatten()
            }
            // `new(T)` and `make(T)` of Go.
            Kind::Call if self.pattern.language == firedoor_lang::Language::Go => {
                let callee = self.tree.child(t, Role::Callee)?;
                let first = self.tree.first_child(self.tree.child(t, Role::Args)?)?;
                match self.text(self.tree.node(callee).span) {
                    b"new" => Some(format!("*{}", text(first)).into()),
                    b"make" => Some(text(first)),
                    _ => None,
                }
            }
            Kind::Await => self.type_of(self.tree.first_child(t)?, depth + 1),
            // A class by its own name.
            Kind::Ident if !self.tree.def_of.contains_key(&t) => Some(text(t)),
            Kind::Ident => {
                let def = self.tree.defs.get(*self.tree.def_of.get(&t)? as usize)?;
                if let Some(ty) = def.ty {
                    let ty = text(ty);
                    if !matches!(ty.as_ref(), "var" | "auto" | "let" | "val") {
                        return Some(ty);
                    }
                }
                let init = def.init?;
                if init == t || self.tree.is_within(t, init) {
                    return None;
                }
                self.type_of(init, depth + 1)
            }
            Kind::Member => {
                // `this.x`: a field of the class.
                let object = self.tree.child(t, Role::Object)?;
                // Go's fields are known by their names alone.
                if self.pattern.language != firedoor_lang::Language::Go
                    && !matches!(self.text(self.tree.node(object).span), b"this" | b"self")
                {
                    return None;
                }
                let name = self.tree.node(self.tree.child(t, Role::Name)?).sym;
                let def = self.tree.defs.get(*self.tree.fields.get(&name)? as usize)?;
                def.ty.map(text)
            }
            _ => None,
        }
    }
}

fn normal(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_whitespace) && !text.contains("::") {
        return text.trim_start_matches("struct").trim_start_matches("const").into();
    }
    text.chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .trim_start_matches("struct")
        .trim_start_matches("const")
        .replace("::", ".")
        .into()
}

/// Whether a static type is the one that a pattern names. Names may be qualified on either side; type arguments count
/// only where the pattern has them.
pub(crate) fn same_type(is: &str, wanted: &str, canonical: Option<&str>) -> bool {
    if let (true, true) = (is_plain(is), is_plain(wanted)) {
        return same_name(is, wanted, canonical);
    }
    let (is, mut wanted) = (normal(is), normal(wanted));
    // Type arguments that are metavariables may be anything.
    if wanted.contains("<$")
        && let Some(at) = wanted.find('<')
    {
        wanted.to_mut().truncate(at);
    }
    if is == wanted {
        return true;
    }
    if is_basic(&is, &wanted) {
        return true;
    }
    let arguments = wanted.contains(['<', '[']);
    fn bare(t: &str, arguments: bool) -> &str {
        if arguments { t } else { t.split(['<', '[']).next().unwrap_or(t) }
    }
    let base = bare(&is, arguments);
    let array = is.ends_with("[]") != wanted.ends_with("[]") && !wanted.contains('<');
    if array {
        return false;
    }
    let stars = |t: &str| t.chars().filter(|c| *c == '*').count();
    if stars(base) != stars(&wanted) {
        return false;
    }
    fn strip(t: &str) -> Cow<'_, str> {
        if t.contains(['*', '&', '?']) { t.replace(['*', '&', '?'], "").into() } else { t.into() }
    }
    let (a, b) = (strip(base), strip(&wanted));
    same_name(&a, &b, canonical)
}

/// A name, qualified or not, with nothing around it: nearly all types are.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.'))
        && !text.starts_with("struct")
        && !text.starts_with("const")
}

fn same_name(is: &str, wanted: &str, canonical: Option<&str>) -> bool {
    let suffix =
        |long: &str, short: &str| long.strip_suffix(short).is_some_and(|head| head.is_empty() || head.ends_with('.'));
    is == wanted
        || suffix(is, wanted)
        || suffix(wanted, is)
        || is_basic(is, wanted)
        || canonical.is_some_and(|c| c == wanted)
}

/// Whether the pattern names a basic type as another language does.
fn is_basic(is: &str, wanted: &str) -> bool {
    let string = |t: &str| matches!(t, "string" | "String" | "str" | "java.lang.String");
    match is {
        "int" => matches!(wanted, "int" | "Integer" | "number" | "long" | "Int" | "i32"),
        "float" => matches!(wanted, "float" | "double" | "number" | "Float"),
        "bool" => matches!(wanted, "boolean" | "bool" | "Boolean"),
        _ => string(is) && string(wanted),
    }
}
