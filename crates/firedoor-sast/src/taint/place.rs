//! Places: what an expression means as something to assign to, and reading and writing there.

use std::rc::Rc;

use super::run::{MAX_DEPTH, Run};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

/// Something that can be assigned to: a variable and the way into it.
pub(super) struct Place {
    pub(super) var: u64,
    /// `None`: a part that is not known.
    pub(super) path: Vec<Option<Key>>,
}

impl Run<'_> {
    /// What an expression means as something to assign to.
    pub(super) fn place(&mut self, node: NodeId) -> Option<Place> {
        let mut path = Vec::new();
        let mut at = node;
        for _ in 0..MAX_DEPTH {
            match self.tree.kind(at) {
                Kind::Ident => {
                    if let Some(key) = self.own_field(at) {
                        path.push(Some(key));
                        path.reverse();
                        return Some(Place { var: Sym::new("this").0, path });
                    }
                    path.reverse();
                    return Some(Place { var: self.var(at), path });
                }
                Kind::Member => {
                    let name = self.tree.child(at, Role::Name)?;
                    path.push(Some(Key::Name(self.text(name).into())));
                    at = self.tree.child(at, Role::Object)?;
                }
                Kind::Index => {
                    let index = self.tree.child(at, Role::Index)?;
                    path.push(self.constant(index).key());
                    at = self.tree.child(at, Role::Object)?;
                }
                Kind::Param | Kind::RestParam | Kind::VarDef => at = self.tree.child(at, Role::Name)?,
                Kind::Cast | Kind::Ref | Kind::Deref | Kind::Await | Kind::Spread => {
                    at = self.tree.child(at, Role::Value).or_else(|| self.tree.first_child(at))?;
                }
                _ => return None,
            }
        }
        None
    }

    pub(super) fn read(&self, place: &Place) -> Val {
        let mut value = self.look_up(place.var).cloned().unwrap_or_default();
        for key in &place.path {
            value = value.part(key.as_ref());
        }
        value
    }

    /// Assigns; a part that is not known makes it a possible change only.
    pub(super) fn write(&mut self, place: &Place, value: Val) {
        let Some(env) = &mut self.env else { return };
        let env = Rc::make_mut(env);
        if place.path.is_empty() {
            env.insert(place.var, value);
            return;
        }
        let root = match env.get(&place.var) {
            Some(root) => root.clone(),
            None => self.globals.get(&place.var).cloned().unwrap_or_default(),
        };
        env.insert(place.var, with_part(root, &place.path, value));
    }
}

fn with_part(mut root: Val, path: &[Option<Key>], value: Val) -> Val {
    root.konst = Konst::Unknown;
    match path {
        [] => value,
        [None, ..] => {
            root.add_anywhere(&value);
            root
        }
        [Some(key), rest @ ..] => {
            let inner = if rest.is_empty() { value } else { with_part(root.part(Some(key)), rest, value) };
            root.set(key.clone(), inner);
            root
        }
    }
}
