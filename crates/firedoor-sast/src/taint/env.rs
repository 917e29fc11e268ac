//! Variables and their values, shared between the ways through a program.
//!
//! Every branch sees the variables of the code before it, and where two ways meet they differ in a few of them only. So
//! this is a persistent map: a radix tree over the bits of the key (Okasaki and Gill, "Fast Mergeable Integer Maps",
//! 1998) whose nodes are shared. A copy costs nothing, a change the nodes above it, and joining two ways
//! looks only at what differs.

use std::rc::Rc;

use super::value::{Konst, Val};

/// Values by variable.
#[derive(Clone, Debug, Default)]
pub(super) struct Vars {
    root: Option<Rc<Node>>,
}

#[derive(Clone, Debug)]
enum Node {
    Leaf(u64, Val),
    /// The keys agree with `key` above `bit`, in which left (0) and right (1) differ.
    Branch {
        key: u64,
        bit: u32,
        left: Rc<Node>,
        right: Rc<Node>,
    },
}

/// What to make of two maps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Either way may have been taken.
    Join,
    /// The second has what the first lacks.
    Fill,
}

impl Vars {
    pub(super) fn get(&self, key: &u64) -> Option<&Val> {
        let mut at = self.root.as_ref()?;
        loop {
            match &**at {
                Node::Leaf(own, value) => return (own == key).then_some(value),
                Node::Branch { bit, left, right, .. } => at = if key >> bit & 1 == 0 { left } else { right },
            }
        }
    }

    pub(super) fn insert(&mut self, key: u64, value: Val) {
        match &mut self.root {
            Some(root) => insert(root, key, value),
            None => self.root = Some(Rc::new(Node::Leaf(key, value))),
        }
    }

    pub(super) fn remove(&mut self, key: &u64) {
        self.root = self.root.as_ref().and_then(|root| without(root, *key));
    }

    /// Takes over what is missing here.
    pub(super) fn fill(&mut self, other: &Self) {
        *self = self.merged(other, Mode::Fill);
    }

    /// What is known where two ways meet.
    pub(super) fn join(&mut self, other: &Self) {
        *self = self.merged(other, Mode::Join);
    }

    fn merged(&self, other: &Self, mode: Mode) -> Self {
        let root = match (&self.root, &other.root) {
            (Some(a), Some(b)) => Some(merge(a, b, mode)),
            (Some(one), None) | (None, Some(one)) => Some(lone(one, mode)),
            (None, None) => None,
        };
        Self { root }
    }
}

impl PartialEq for Vars {
    fn eq(&self, other: &Self) -> bool {
        match (&self.root, &other.root) {
            (Some(a), Some(b)) => same(a, b),
            (None, None) => true,
            _ => false,
        }
    }
}

/// Two nodes whose keys differ, below one.
fn fork(a: (u64, Rc<Node>), b: (u64, Rc<Node>)) -> Rc<Node> {
    let bit = 63_u32.saturating_sub((a.0 ^ b.0).leading_zeros());
    let (left, right) = if a.0 >> bit & 1 == 0 { (a.1, b.1) } else { (b.1, a.1) };
    Rc::new(Node::Branch { key: a.0, bit, left, right })
}

/// Whether a key belongs below a branch.
fn belongs(key: u64, of: u64, bit: u32) -> bool {
    (key ^ of) >> bit >> 1 == 0
}

// The recursion below is as deep as a key has bits at most.

fn insert(node: &mut Rc<Node>, key: u64, value: Val) {
    let own = match &**node {
        Node::Leaf(own, _) if *own == key => {
            *node = Rc::new(Node::Leaf(key, value));
            return;
        }
        Node::Leaf(own, _) => Some(*own),
        Node::Branch { key: own, bit, .. } if !belongs(key, *own, *bit) => Some(*own),
        Node::Branch { .. } => None,
    };
    if let Some(own) = own {
        *node = fork((own, Rc::clone(node)), (key, Rc::new(Node::Leaf(key, value))));
    } else if let Node::Branch { bit, left, right, .. } = Rc::make_mut(node) {
        insert(if key >> *bit & 1 == 0 { left } else { right }, key, value);
    }
}

fn without(node: &Rc<Node>, key: u64) -> Option<Rc<Node>> {
    match &**node {
        Node::Leaf(own, _) => (*own != key).then(|| Rc::clone(node)),
        Node::Branch { key: own, bit, left, right } => {
            if !belongs(key, *own, *bit) {
                return Some(Rc::clone(node));
            }
            let is_left = key >> bit & 1 == 0;
            let (child, other) = if is_left { (left, right) } else { (right, left) };
            let Some(changed) = without(child, key) else { return Some(Rc::clone(other)) };
            let (l, r) = if is_left { (changed, Rc::clone(other)) } else { (Rc::clone(other), changed) };
            Some(branch(node, l, r))
        }
    }
}

/// A branch with these children; itself if they are its own.
fn branch(node: &Rc<Node>, l: Rc<Node>, r: Rc<Node>) -> Rc<Node> {
    match &**node {
        Node::Branch { key, bit, left, right } if !(Rc::ptr_eq(left, &l) && Rc::ptr_eq(right, &r)) => {
            Rc::new(Node::Branch { key: *key, bit: *bit, left: l, right: r })
        }
        _ => Rc::clone(node),
    }
}

/// What only one of the maps has.
fn lone(node: &Rc<Node>, mode: Mode) -> Rc<Node> {
    if mode == Mode::Fill {
        return Rc::clone(node);
    }
    match &**node {
        Node::Leaf(_, value) if value.konst == Konst::Unknown => Rc::clone(node),
        // Not set on the other way: what it is there is not known.
        Node::Leaf(key, value) => Rc::new(Node::Leaf(*key, Val { konst: Konst::Unknown, ..value.clone() })),
        Node::Branch { left, right, .. } => branch(node, lone(left, mode), lone(right, mode)),
    }
}

/// The key by which a node is known, and one more than the bit in which its children differ; 0 for a leaf.
fn place(node: &Node) -> (u64, u32) {
    match node {
        Node::Leaf(key, _) => (*key, 0),
        Node::Branch { key, bit, .. } => (*key, bit + 1),
    }
}

fn merge(a: &Rc<Node>, b: &Rc<Node>, mode: Mode) -> Rc<Node> {
    if Rc::ptr_eq(a, b) {
        return Rc::clone(a);
    }
    let ((ka, height_a), (kb, height_b)) = (place(a), place(b));
    // One more than the highest bit in which the keys differ.
    let apart = 64 - (ka ^ kb).leading_zeros();
    if apart > height_a.max(height_b) {
        return fork((ka, lone(a, mode)), (kb, lone(b, mode)));
    }
    match (&**a, &**b) {
        (Node::Leaf(key, one), Node::Leaf(_, two)) => {
            if mode == Mode::Fill || one == two {
                return Rc::clone(a);
            }
            let mut joined = one.clone();
            joined.join(two);
            Rc::new(Node::Leaf(*key, joined))
        }
        (Node::Branch { left, right, .. }, Node::Branch { left: l, right: r, .. }) if height_a == height_b => {
            branch(a, merge(left, l, mode), merge(right, r, mode))
        }
        (Node::Branch { bit, left, right, .. }, _) if height_a > height_b => {
            if kb >> bit & 1 == 0 {
                branch(a, merge(left, b, mode), lone(right, mode))
            } else {
                branch(a, lone(left, mode), merge(right, b, mode))
            }
        }
        (_, Node::Branch { bit, left, right, .. }) => {
            if ka >> bit & 1 == 0 {
                branch(b, merge(a, left, mode), lone(right, mode))
            } else {
                branch(b, lone(left, mode), merge(a, right, mode))
            }
        }
        // A leaf is never above another node.
        (_, Node::Leaf(..)) => Rc::clone(a),
    }
}

/// Whether both hold the same; the shape of the tree depends on the keys alone.
fn same(a: &Rc<Node>, b: &Rc<Node>) -> bool {
    Rc::ptr_eq(a, b)
        || match (&**a, &**b) {
            (Node::Leaf(ka, va), Node::Leaf(kb, vb)) => ka == kb && va == vb,
            (Node::Branch { bit, left, right, .. }, Node::Branch { bit: other, left: l, right: r, .. }) => {
                bit == other && same(left, l) && same(right, r)
            }
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn value(n: i64) -> Val {
        Val::of(Konst::Int(n))
    }

    /// What the same operations give on an ordinary map.
    fn joined(a: &BTreeMap<u64, i64>, b: &BTreeMap<u64, i64>) -> BTreeMap<u64, Konst> {
        let keys = a.keys().chain(b.keys());
        let of = |key: &u64| match (a.get(key), b.get(key)) {
            (Some(x), Some(y)) if x == y => Konst::Int(*x),
            _ => Konst::Unknown,
        };
        keys.map(|key| (*key, of(key))).collect()
    }

    #[test]
    fn it_is_a_map_and_joins_like_one() {
        let mut state = 7_u64;
        let mut random = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            state >> 33
        };
        for round in 0..200 {
            // Few keys, with high and low bits, so that they meet.
            let mut key = || {
                let n = random();
                ((n % 7) << 61) | ((n / 7 % 5) << 20) | (n / 35 % 3)
            };
            let (mut base, mut model) = (Vars::default(), BTreeMap::new());
            for n in 0..i64::from(round % 40) {
                let k = key();
                base.insert(k, value(n % 3));
                model.insert(k, n % 3);
            }
            let (mut a, mut b, mut ma, mut mb) = (base.clone(), base.clone(), model.clone(), model.clone());
            for n in 0..6 {
                let (k, l, gone) = (key(), key(), key());
                a.insert(k, value(n));
                ma.insert(k, n);
                b.insert(l, value(n));
                mb.insert(l, n);
                b.remove(&gone);
                mb.remove(&gone);
            }
            let mut both = a.clone();
            both.join(&b);
            let mut filled = a.clone();
            filled.fill(&b);
            let expected = joined(&ma, &mb);
            for (key, konst) in &expected {
                assert_eq!(both.get(key).map(|v| &v.konst), Some(konst));
                let first = ma.get(key).or_else(|| mb.get(key)).map(|n| Konst::Int(*n));
                assert_eq!(filled.get(key).map(|v| v.konst.clone()), first);
            }
            for key in model.keys().filter(|k| !expected.contains_key(k)) {
                assert!(both.get(key).is_none() && filled.get(key).is_none());
            }
            let mut again = Vars::default();
            expected.iter().rev().for_each(|(key, konst)| again.insert(*key, Val::of(konst.clone())));
            assert!(again == both);
            assert_eq!(a == b, ma == mb);
        }
    }
}
