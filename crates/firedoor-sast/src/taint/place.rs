//! Places: what an expression means as something to assign to, and reading and writing there.

use std::rc::Rc;

use super::marks::{Entry, Mark, Origin};
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
                Kind::Param | Kind::RestParam | Kind::VarDef | Kind::Other => at = self.tree.child(at, Role::Name)?,
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
        if self.func != 0
            && !place.path.is_empty()
            && let Some(key) = self.shared.get(&place.var)
            && self.env.as_ref().is_none_or(|env| env.get(&place.var).is_none())
            && let Some(mark) = self.table.known(Mark { origin: Origin::Field(*key), label: None })
        {
            value.marks.add(Entry { mark, path: [0; 3], mask: u64::MAX, step: 0 });
        }
        for key in &place.path {
            value = value.part(key.as_ref());
        }
        value
    }

    /// Assigns; a part that is not known makes it a possible change only.
    pub(super) fn write(&mut self, place: &Place, value: Val) {
        let Some(env) = &mut self.env else { return };
        let env = Rc::make_mut(env);
        let value = if place.path.is_empty() {
            value
        } else {
            let root = match env.get(&place.var) {
                Some(root) => root.clone(),
                None => self.globals.get(&place.var).cloned().unwrap_or_default(),
            };
            with_part(root, &place.path, value)
        };
        let shared = if self.func != 0 { self.shared.get(&place.var).copied() } else { None };
        let Some(key) = shared else {
            env.insert(place.var, value);
            return;
        };
        env.insert(place.var, value.clone());
        self.store(self.file, key, &value);
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
