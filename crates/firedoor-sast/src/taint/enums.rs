//! Constants of enumerations of the file (Java): their order, names and numbers; and what stands in for nothing.

use super::call::Arg;
use super::run::Run;
use super::value::{Konst, Val};
use crate::tree::{Kind, NodeId, Role};

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
