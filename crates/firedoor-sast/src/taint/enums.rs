//! Constants of enumerations of the file (Java): their order, names and numbers; and what stands in for nothing.

use super::call::Arg;
use super::run::Run;
use super::value::{Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym, mix};

/// Most constants that are told apart.
const MAX_CONSTANTS: usize = 32;

impl Run<'_> {
    /// `Side.values()`, `side.name()`, `Side.valueOf("LEFT")`, `Objects.requireNonNullElse("a", b)`.
    pub(super) fn of_enumeration(&mut self, receiver: Option<(NodeId, &Val)>, name: &str, args: &[Arg]) -> Option<Val> {
        let (receiver, object) = receiver.filter(|_| self.traits.fall_through && !self.traits.must_import)?;
        match (name, args, &object.konst) {
            ("values", [], _) => {
                let constants = self.constants_of(receiver)?;
                let mut list = Val::empty(true);
                constants.into_iter().for_each(|c| list.push(Val::of(Konst::Enum(c.into()))));
                Some(list)
            }
            ("valueOf", [Arg { value: Val { konst: Konst::Str(text), .. }, .. }], _) => {
                let wanted = format!("{}.{text}", self.text(receiver));
                self.constants_of(receiver)?.contains(&wanted).then(|| Val::of(Konst::Enum(wanted.into())))
            }
            ("name", [], Konst::Enum(constant)) => {
                Some(Val::of(Konst::string(constant.rsplit('.').next().unwrap_or(constant))))
            }
            ("requireNonNullElse", [first, _], _)
                if !matches!(first.value.konst, Konst::Unknown | Konst::Null)
                    && self.text(receiver).ends_with("Objects") =>
            {
                Some(first.value.clone())
            }
            _ => None,
        }
    }

    /// Whether a declaration is a constant of an enumeration that defines methods: `PLUS { int of(int a) { … } }`.
    pub(super) fn has_own_body(&self, node: NodeId) -> bool {
        self.traits.fall_through
            && !self.traits.must_import
            && self.tree.child(node, Role::Type).is_none()
            && self.tree.kind(self.tree.node(node).parent) == Kind::ClassBody
            && self.tree.children(node).any(|n| self.tree.kind(n) == Kind::ClassBody)
    }

    /// A constant of an enumeration as the object that it is: of a class of its own if it has a body, with the fields that
    /// the constructor sets.
    pub(super) fn enum_object(&mut self, object: NodeId, name: NodeId, konst: Konst) -> Val {
        let class = self.tree.node(object).sym.0;
        let plain = Val { class: Some(class), ..Val::of(konst.clone()) };
        let Some(body) = self
            .classes
            .get(&class)
            .and_then(|c| self.tree.children(c.node).find(|n| self.tree.kind(*n) == Kind::ClassBody))
        else {
            return plain;
        };
        let sym = self.tree.node(name).sym;
        let declares = |n: &NodeId| {
            self.tree.kind(*n) == Kind::VarDef
                && self.tree.child(*n, Role::Name).is_some_and(|n| self.tree.node(n).sym == sym)
        };
        let Some(constant) = self.tree.children(body).take(MAX_CONSTANTS).find(declares) else { return plain };
        let class = if self.has_own_body(constant) { mix(1, u64::from(constant)) } else { class };
        let arguments = self.tree.children(constant).find(|n| self.tree.kind(*n) == Kind::Args);
        // Constants may speak of each other.
        if arguments.is_none_or(|a| self.tree.first_child(a).is_none()) || self.making_constant {
            return Val { class: Some(class), ..plain };
        }
        self.making_constant = true;
        let args = self.arguments(constant, &Val::default(), Sym::NONE);
        let made = self.construct(constant, class, &args);
        self.making_constant = false;
        match made {
            Some(made) => Val { konst, class: Some(class), ..made },
            None => Val { class: Some(class), ..plain },
        }
    }

    /// `OPEN` within the enumeration of which it is a constant.
    pub(super) fn own_constant(&self, node: NodeId) -> Option<Val> {
        let class = self.class.filter(|_| self.traits.fall_through && !self.traits.must_import)?;
        if !super::language::is_constant(self.text(node)) {
            return None;
        }
        let name = self.tree.child(self.classes.get(&class)?.node, Role::Name)?;
        self.enumerated(name, node).map(|konst| Val { class: Some(class), ..Val::of(konst) })
    }

    /// The constants of an enumeration of the file, in their order; none if it has other members that bear no type.
    fn constants_of(&self, class: NodeId) -> Option<Vec<String>> {
        let node =
            self.classes.get(&self.tree.node(class).sym.0).filter(|_| self.tree.kind(class) == Kind::Ident)?.node;
        let body = self.tree.children(node).find(|n| self.tree.kind(*n) == Kind::ClassBody)?;
        let mut out = Vec::new();
        for member in self.tree.children(body).take(MAX_CONSTANTS + 1) {
            let name = self.tree.child(member, Role::Name).filter(|_| self.tree.kind(member) == Kind::VarDef);
            match name {
                Some(name) if self.enumerated(class, name).is_some() => {
                    out.push(format!("{}.{}", self.text(class), self.text(name)));
                }
                // Of a constant that is more than a name it is not known what it is.
                Some(_) if self.tree.child(member, Role::Type).is_none() => return None,
                _ => break,
            }
        }
        (!out.is_empty() && out.len() <= MAX_CONSTANTS).then_some(out)
    }
}
