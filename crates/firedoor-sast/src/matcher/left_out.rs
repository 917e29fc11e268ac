//! What a pattern need not mention of a node whose children are told apart by their roles.

use super::Matcher;
use crate::pattern::Op;
use crate::tree::{Kind, NodeId, Role};

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
