//! Elements of HTML, XML and JSX.

use super::{Flow, Matcher, Next, State};
use crate::tree::{Kind, NodeId, Role, flag};

impl Matcher<'_> {
    /// An element: its name, some of its attributes, its children.
    pub(super) fn element_of_markup(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        if !self.options.xml_singleton_loose_matching && pattern.flags & flag::EMPTY != node.flags & flag::EMPTY {
            return Flow::Go;
        }
        let of = |role: Role| -> Vec<u32> {
            pattern.children.iter().copied().filter(|&c| self.pattern.node(c).role == role).collect()
        };
        let has =
            |role: Role| -> Vec<NodeId> { self.tree.children(t).filter(|&c| self.tree.node(c).role == role).collect() };
        let (attrs, children) = (of(Role::Attr), of(Role::Child));
        let (tattrs, tchildren) = (has(Role::Attr), has(Role::Child));
        let attrs: Vec<u32> = attrs.into_iter().filter(|&c| !self.is_attribute_ellipsis(c)).collect();
        let implicit = self.options.xml_attrs_implicit_ellipsis;
        let names = (of(Role::Name), has(Role::Name));
        self.ordered(&names.0, &names.1, false, &|p, t, s, k| self.expr(p, t, s, k), state, &mut |state| {
            self.any_order(&attrs, &tattrs, implicit, &|p, t, s, k| self.expr(p, t, s, k), state, &mut |state| {
                let compare = |p: u32, t: NodeId, s: &mut State, k: Next<'_>| self.expr(p, t, s, k);
                if !self.options.xml_children_ordered {
                    let children: Vec<u32> =
                        children.iter().copied().filter(|&c| !self.pattern.is_ellipsis(c)).collect();
                    return self.any_order(&children, &tchildren, true, &compare, state, k);
                }
                self.ordered(&children, &tchildren, true, &compare, state, k)
            })
        })
    }

    fn is_attribute_ellipsis(&self, p: u32) -> bool {
        let node = self.pattern.node(p);
        self.pattern.is_ellipsis(p)
            || node.kind == Kind::XmlAttr && node.children.first().is_some_and(|&c| self.pattern.is_ellipsis(c))
    }
}
