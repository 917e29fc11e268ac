//! Static types, as far as one file tells: declarations, constructions, literals.

use std::borrow::Cow;

use super::Matcher;
use super::type_names::group;
use crate::tree::{Const, Kind, NodeId, Role, Sym};

impl Matcher<'_> {
    /// Whether the type of `t` is known and is `wanted`.
    pub(super) fn has_type(&self, t: NodeId, wanted: &str) -> bool {
        if wanted.starts_with('$') && wanted[1..].bytes().all(|c| c.is_ascii_uppercase() || c == b'_') {
            let text = self.text(self.tree.node(t).span);
            return match self.tree.kind(t) {
                Kind::Ident => !matches!(text, b"this" | b"base" | b"super"),
                Kind::Call => self.type_of(t, 0).is_some(),
                _ => true,
            };
        }
        // `$T *`: any pointer.
        if let Some(inner) = wanted.strip_suffix('*')
            && inner.trim_end().starts_with('$')
            && inner.trim_end()[1..].bytes().all(|c| c.is_ascii_uppercase() || c == b'_')
        {
            return self.tree.kind(t) == Kind::Null
                || self.type_of(t, 0).is_some_and(|is| is.trim_end().ends_with('*') || is.starts_with('*'));
        }
        if self.type_of(t, 0).is_some_and(|is| self.same_type(&is, wanted)) {
            return true;
        }
        // Whatever is declared, a name that holds a literal has its type, too.
        let of_value = match self.constant(t) {
            _ if self.tree.kind(t) != Kind::Ident => None,
            Some(Const::Str(_) | Const::AnyStr) => Some("string"),
            Some(Const::Int(_)) => Some("int"),
            Some(Const::Float(_)) => Some("float"),
            Some(Const::Bool(_)) => Some("bool"),
            _ => None,
        };
        of_value.is_some_and(|is| self.same_type(is, wanted))
    }

    /// Whether a name also asks for that name with type arguments: `new List()` for `new List<T>()`.
    pub(super) fn may_lack_arguments(&self, t: NodeId) -> bool {
        use firedoor_lang::Language as L;
        let node = self.tree.node(t);
        match self.pattern.language {
            L::Java | L::Apex | L::CSharp | L::Kotlin | L::Scala | L::Go => true,
            L::JavaScript | L::TypeScript | L::Tsx => true,
            // `Vec::<u8>::new` is no `Vec::new`.
            L::Rust => node.role != Role::Object,
            // `std::f<T>` of C++ is no `std::f`.
            L::Cpp => {
                let before = self.src.get(..node.span.start as usize).unwrap_or(&[]);
                matches!(node.role, Role::Callee | Role::Name) && !before.trim_ascii_end().ends_with(b"::")
            }
            _ => false,
        }
    }

    /// [`Self::has_type`] for conditions.
    pub(crate) fn has_type_named(&self, t: NodeId, wanted: &str) -> bool {
        !self.is_only_declared(t) && self.has_type(t, wanted)
    }

    /// Whether it is the name of a definition without a value, which is no value itself.
    pub(super) fn is_only_declared(&self, t: NodeId) -> bool {
        let node = self.tree.node(t);
        node.role == Role::Name
            && self.tree.kind(node.parent) == Kind::VarDef
            && self.tree.child(node.parent, Role::Value).is_none()
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
        } else if wanted.ends_with('*') && self.tree.kind(written) == Kind::PtrType {
            part = self.tree.first_child(written)?;
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

    /// The text of a declared type with what says that it may be nothing, where the tree does without it. The types of
    /// which one may be given are none.
    fn marked(&self, ty: NodeId) -> Option<Cow<'_, str>> {
        use firedoor_lang::Language as L;
        let node = self.tree.node(ty);
        let text = String::from_utf8_lossy(self.text(node.span));
        let around = |at: Option<usize>| at.and_then(|at| self.src.get(at)).copied();
        let before = around((node.span.start as usize).checked_sub(1));
        let behind = around(Some(node.span.end as usize));
        Some(match self.pattern.language {
            L::Kotlin | L::CSharp if behind == Some(b'?') => format!("{text}?").into(),
            L::Php if before == Some(b'?') => format!("?{text}").into(),
            L::Php if before == Some(b'|') || behind == Some(b'|') => return None,
            L::Go if self.tree.kind(node.parent) == Kind::RestParam => format!("... {text}").into(),
            _ => text,
        })
    }

    /// The type's text.
    pub(crate) fn type_of(&self, t: NodeId, depth: u8) -> Option<Cow<'_, str>> {
        if depth > 4 {
            return None;
        }
        let node = self.tree.node(t);
        let text = |n: NodeId| String::from_utf8_lossy(self.text(self.tree.node(n).span));
        match node.kind {
            // `new T[n]` of Java.
            Kind::New if node.sym == Sym::new("array") => {
                let ty = self.tree.child(t, Role::Type)?;
                let behind = self.src.get(self.tree.node(ty).span.end as usize..node.span.end as usize)?;
                let brackets = behind.iter().take_while(|&&c| c != b'{' && c != b'(').filter(|&&c| c == b'[').count();
                Some(format!("{}{}", text(ty), "[]".repeat(brackets)).into())
            }
            Kind::New => {
                let ty = self.tree.child(t, Role::Type)?;
                // What is constructed is known by its last name in JavaScript.
                let last = self.tree.child(ty, Role::Name).filter(|_| self.tree.kind(ty) == Kind::Member);
                Some(text(last.filter(|_| super::assigns_by_operator(self.pattern.language)).unwrap_or(ty)))
            }
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
                if digits.starts_with(b"-") {
                    return None;
                }
                let whole = crate::lower::whole(digits).is_some();
                // Numbers of JavaScript are fractions.
                let whole = whole && !super::assigns_by_operator(self.pattern.language);
                Some(if whole { "int" } else { "float" }.into())
            }
            Kind::Bool => Some("bool".into()),
            Kind::Unary if node.sym == Sym::new("!") || node.sym == Sym::new("not") => Some("bool".into()),
            Kind::Binary => {
                let is = |list: &[&str]| list.iter().any(|op| node.sym == Sym::new(op));
                if is(&["==", "!=", "<", ">", "<=", ">=", "===", "!==", "instanceof", "in", "not in", "is"]) {
                    return Some("bool".into());
                }
                let java = self.pattern.language == firedoor_lang::Language::Java;
                let strict = java || self.pattern.language == firedoor_lang::Language::Php;
                if strict && is(&["&&", "||"]) {
                    return Some("bool".into());
                }
                let mut operands = self.tree.children(t);
                let (a, b) = (operands.next()?, operands.next()?);
                let (a, b) = (self.type_of(a, depth + 1), self.type_of(b, depth + 1));
                let truth = |t: &Option<Cow<'_, str>>| t.as_deref().is_some_and(|t| group(t) == Some("bool"));
                let whole = |t: &Option<Cow<'_, str>>| t.as_deref().is_some_and(|t| group(t) == Some("int"));
                if (is(&["||", "or"]) || java && is(&["|", "&", "^"])) && (truth(&a) || truth(&b)) {
                    return Some("bool".into());
                }
                // What `+` gives of texts is not known to Semgrep.
                (whole(&a) && whole(&b) && is(&["+", "-", "*", "%", "**", "//"])).then(|| "int".into())
            }
            Kind::Ternary => {
                let (a, b) = (self.tree.child(t, Role::Then)?, self.tree.child(t, Role::Else)?);
                let a = self.type_of(a, depth + 1)?;
                self.type_of(b, depth + 1).is_some_and(|b| self.same_type(&a, &b)).then_some(a)
            }
            Kind::Call if self.pattern.language == firedoor_lang::Language::Java => self.result_of_method(t, depth),
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
                    // C writes the sizes of an array behind its name.
                    let sizes: String = (self.tree.children(self.tree.node(def.ident).parent))
                        .filter(|&c| self.tree.node(c).role == Role::Index)
                        .map(|c| format!("[{}]", text(c)))
                        .collect();
                    let ty = self.marked(ty)?;
                    if !sizes.is_empty() {
                        return Some(format!("{ty}{sizes}").into());
                    }
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
                let name = self.tree.child(t, Role::Name)?;
                if self.pattern.language == firedoor_lang::Language::Java
                    && self.tree.node(name).sym == Sym::new("length")
                {
                    return Some("int".into());
                }
                // Go's fields are known by their names alone.
                if self.pattern.language != firedoor_lang::Language::Go
                    && !matches!(self.text(self.tree.node(object).span), b"this" | b"self")
                {
                    return None;
                }
                let name = self.tree.node(name).sym;
                let def = self.tree.defs.get(*self.tree.fields.get(&name)? as usize)?;
                def.ty.map(text)
            }
            _ => None,
        }
    }

    /// What well-known methods of Java give, whatever they are called on.
    fn result_of_method(&self, call: NodeId, depth: u8) -> Option<Cow<'_, str>> {
        let callee = self.tree.child(call, Role::Callee).filter(|&c| self.tree.kind(c) == Kind::Member)?;
        let (object, name) = (self.tree.child(callee, Role::Object)?, self.tree.child(callee, Role::Name)?);
        match self.text(self.tree.node(name).span) {
            b"isEmpty" | b"equals" | b"contains" | b"containsKey" | b"containsValue" => return Some("boolean".into()),
            b"size" | b"length" | b"compareTo" | b"compareToIgnoreCase" => return Some("int".into()),
            _ => {}
        }
        let of = self.type_of(object, depth + 1)?;
        let class = of.strip_prefix("java.lang.").unwrap_or(&of);
        Some(match (class, self.text(self.tree.node(name).span)) {
            ("String" | "string", b"matches") => "boolean".into(),
            ("Boolean", b"valueOf" | b"parseBoolean") => "boolean".into(),
            ("Integer", b"decode" | b"valueOf" | b"parseInt" | b"parseUnsignedInt") => "int".into(),
            ("Long", b"decode" | b"valueOf" | b"parseLong" | b"parseUnsignedLong") => "int".into(),
            ("Float", b"valueOf" | b"parseFloat") => "float".into(),
            // The element of a list, the value of a map.
            (_, b"get") => {
                let arguments = of.split_once('<')?.1.strip_suffix('>')?;
                if arguments.contains('<') {
                    return None;
                }
                arguments.rsplit(',').next()?.trim().to_owned().into()
            }
            _ => return None,
        })
    }
}
