//! What a pattern need not mention of a node whose children are told apart by their roles, and parts that are written in
//! another form than the pattern's.

use super::{Flow, Matcher, Next, State};
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role, Sym};

impl Matcher<'_> {
    /// Whether that child of a property of C# is what it gives when it is asked.
    pub(super) fn is_computed(&self, t: NodeId, value: NodeId) -> bool {
        self.pattern.language == firedoor_lang::Language::CSharp
            && self.tree.kind(t) == Kind::VarDef
            && self.tree.child(t, Role::Name).is_some_and(|name| {
                let (from, to) = (self.tree.node(name).span.end, self.tree.node(value).span.start);
                self.src.get(from as usize..to as usize).is_some_and(|s| s.trim_ascii().starts_with(b"=>"))
            })
    }

    /// Whether a definition of JavaScript has a module for its value.
    pub(super) fn requires(&self, p: u32) -> bool {
        super::assigns_by_operator(self.pattern.language)
            && self.pattern.child(p, Role::Value).is_some_and(|v| {
                let value = self.pattern.node(v);
                matches!(value.op, Op::Plain)
                    && value.kind == Kind::Call
                    && self.pattern.child(v, Role::Callee).is_some_and(|c| &*self.pattern.node(c).text == "require")
            })
    }

    /// Whether both definitions name one variable, or take something apart.
    pub(super) fn names_same_form(&self, p: u32, t: NodeId) -> bool {
        let (Some(ours), Some(theirs)) = (self.pattern.child(p, Role::Name), self.tree.child(t, Role::Name)) else {
            return true;
        };
        (self.pattern.node(ours).kind == Kind::Object) == (self.tree.kind(theirs) == Kind::Object)
    }

    /// A property of JavaScript that is no pair: `{ k: ... }` is also one with a function, and `{ k: $V }` a name that is
    /// taken out of an object.
    pub(super) fn property(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (Some(key), Some(value)) = (self.pattern.child(p, Role::Key), self.pattern.child(p, Role::Value)) else {
            return Flow::Go;
        };
        let node = self.tree.node(t);
        if !super::assigns_by_operator(self.pattern.language) || self.tree.kind(node.parent) != Kind::Object {
            return Flow::Go;
        }
        match node.kind {
            Kind::FuncDef if self.pattern.is_ellipsis(value) => match self.tree.child(t, Role::Name) {
                Some(name) => self.expr(key, name, state, k),
                None => Flow::Go,
            },
            Kind::Ident => self.expr(key, t, state, &mut |state| self.expr(value, t, state, k)),
            _ => Flow::Go,
        }
    }

    /// Whether both are classes, one of them under another word: enumerations of Java, PHP and Swift, structs of C#.
    pub(super) fn is_class_too(&self, p: u32, t: NodeId) -> bool {
        use firedoor_lang::Language as L;
        let (ours, theirs) = (self.pattern.node(p).sym, self.tree.node(t).sym);
        let is = |sym: Sym, word: &str| sym == Sym::new(word);
        self.tree.kind(t) == Kind::ClassDef
            && match self.pattern.language {
                L::CSharp => (is(ours, "class") || is(ours, "struct")) && (is(theirs, "class") || is(theirs, "struct")),
                L::Swift | L::Java | L::Php => is(ours, "class") && is(theirs, "enum"),
                _ => false,
            }
    }

    /// Whether a method is one of an interface of Java that does nothing: it has no body for a pattern.
    pub(super) fn only_declared(&self, t: NodeId) -> bool {
        let class = self.tree.node(self.tree.node(t).parent).parent;
        self.pattern.language == firedoor_lang::Language::Java
            && self.tree.kind(t) == Kind::FuncDef
            && self.tree.kind(class) == Kind::ClassDef
            && self.tree.node(class).sym == Sym::new("interface")
            && self.tree.child(t, Role::Body).is_none_or(|body| self.tree.first_child(body).is_none())
    }

    /// Whether that child of a node says nothing to a pattern which does not ask for it: the name of a result of Go, and empty
    /// brackets behind the name of a method of Scala.
    pub(super) fn says_nothing(&self, t: NodeId, child: NodeId) -> bool {
        let (node, role) = (self.tree.node(t), self.tree.node(child).role);
        match self.pattern.language {
            firedoor_lang::Language::Go => {
                node.kind == Kind::Param && role == Role::Name && self.tree.node(node.parent).role == Role::Ret
            }
            firedoor_lang::Language::Scala => {
                node.kind == Kind::FuncDef && role == Role::Params && self.tree.first_child(child).is_none()
            }
            _ => false,
        }
    }

    pub(super) fn may_be_left_out(&self, kind: Kind, role: Role) -> bool {
        match role {
            // `[] () -> T { … }` of C++ is asked for with its type.
            Role::Ret if kind == Kind::Lambda => self.pattern.language != firedoor_lang::Language::Cpp,
            Role::Annotation | Role::Modifier | Role::Base | Role::Impl | Role::TypeParams | Role::Ret => true,
            Role::Type => !matches!(kind, Kind::New | Kind::Cast),
            Role::Default => kind == Kind::Param || kind == Kind::RestParam,
            // `let x = y else { … }` of Rust, too.
            Role::Else => matches!(kind, Kind::If | Kind::VarDef),
            Role::Catch => kind == Kind::Try,
            Role::Case => kind == Kind::Switch,
            Role::Body => self.pattern.partial || matches!(kind, Kind::New | Kind::FuncDef | Kind::ClassDef),
            Role::Name if kind == Kind::Catch => self.pattern.language != firedoor_lang::Language::Ruby,
            Role::Name => kind == Kind::Lambda,
            Role::Alias => true,
            // A method is a function, too.
            Role::Recv => kind == Kind::FuncDef && self.pattern.language != firedoor_lang::Language::Ruby,
            // Kotlin's lambdas have a parameter that is not written.
            Role::Params => {
                kind == Kind::ClassDef
                    && !matches!(
                        self.pattern.language,
                        firedoor_lang::Language::Scala | firedoor_lang::Language::Kotlin
                    )
                    || kind == Kind::Lambda
                        && matches!(
                            self.pattern.language,
                            firedoor_lang::Language::Kotlin | firedoor_lang::Language::Swift
                        )
            }
            // Commands in the words of a command.
            Role::Part if kind == Kind::Call => self.pattern.language == firedoor_lang::Language::Dockerfile,
            // `catch (E e) when (c)` of C#.
            Role::Cond if kind == Kind::Catch => true,
            // `for x in y where c` of Swift.
            Role::Cond => kind == Kind::ForEach && self.pattern.language == firedoor_lang::Language::Swift,
            // Observers of a property, and its accessors in C#.
            Role::Part if kind == Kind::VarDef => {
                matches!(self.pattern.language, firedoor_lang::Language::Swift | firedoor_lang::Language::CSharp)
            }
            // What a condition of Go begins with is a statement of its own.
            Role::Init if matches!(kind, Kind::If | Kind::Switch) => true,
            // Tags of Go's fields.
            Role::Init if kind == Kind::VarDef => self.pattern.language == firedoor_lang::Language::Go,
            // Resources of a `try`.
            Role::Init => kind == Kind::Try && self.pattern.language == firedoor_lang::Language::Java,
            // `T x` of C is also an array.
            Role::Index => kind == Kind::VarDef,
            Role::None => matches!(kind, Kind::FuncDef | Kind::ClassDef | Kind::VarDef),
            _ => false,
        }
    }
}
