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
    root: Option<Node>,
}

/// Leaves are large and branches small, so that neither is kept in the room of the other.
#[derive(Clone, Debug)]
enum Node {
    Leaf(Rc<(u64, Val)>),
    Branch(Rc<Branch>),
}

#[derive(Clone, Debug)]
struct Branch {
    /// The keys agree with this one above `bit`, in which left (0) and right (1) differ.
    key: u64,
    bit: u32,
    left: Node,
    right: Node,
}

impl Node {
    fn leaf(key: u64, value: Val) -> Self {
        Self::Leaf(Rc::new((key, value)))
    }

    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Leaf(a), Self::Leaf(b)) => Rc::ptr_eq(a, b),
            (Self::Branch(a), Self::Branch(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }
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
            match at {
                Node::Leaf(leaf) => return (leaf.0 == *key).then_some(&leaf.1),
                Node::Branch(branch) => at = if key >> branch.bit & 1 == 0 { &branch.left } else { &branch.right },
            }
        }
    }

    pub(super) fn insert(&mut self, key: u64, value: Val) {
        match &mut self.root {
            Some(root) => insert(root, key, value),
            None => self.root = Some(Node::leaf(key, value)),
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
fn fork(a: (u64, Node), b: (u64, Node)) -> Node {
    let bit = 63_u32.saturating_sub((a.0 ^ b.0).leading_zeros());
    let (left, right) = if a.0 >> bit & 1 == 0 { (a.1, b.1) } else { (b.1, a.1) };
    Node::Branch(Rc::new(Branch { key: a.0, bit, left, right }))
}

/// Whether a key belongs below a branch.
fn belongs(key: u64, of: u64, bit: u32) -> bool {
    (key ^ of) >> bit >> 1 == 0
}

// The recursion below is as deep as a key has bits at most.

fn insert(node: &mut Node, key: u64, value: Val) {
    let own = match node {
        Node::Leaf(leaf) if leaf.0 == key => {
            *node = Node::leaf(key, value);
            return;
        }
        Node::Leaf(leaf) => leaf.0,
        Node::Branch(branch) if belongs(key, branch.key, branch.bit) => {
            let branch = Rc::make_mut(branch);
            let child = if key >> branch.bit & 1 == 0 { &mut branch.left } else { &mut branch.right };
            return insert(child, key, value);
        }
        Node::Branch(branch) => branch.key,
    };
    *node = fork((own, node.clone()), (key, Node::leaf(key, value)));
}

fn without(node: &Node, key: u64) -> Option<Node> {
    match node {
        Node::Leaf(leaf) => (leaf.0 != key).then(|| node.clone()),
        Node::Branch(at) => {
            if !belongs(key, at.key, at.bit) {
                return Some(node.clone());
            }
            let is_left = key >> at.bit & 1 == 0;
            let (child, other) = if is_left { (&at.left, &at.right) } else { (&at.right, &at.left) };
            let Some(changed) = without(child, key) else { return Some(other.clone()) };
            let (l, r) = if is_left { (changed, other.clone()) } else { (other.clone(), changed) };
            Some(branch(at, l, r))
        }
    }
}

/// A branch with these children; itself if they are its own.
fn branch(of: &Rc<Branch>, left: Node, right: Node) -> Node {
    if of.left.is(&left) && of.right.is(&right) {
        return Node::Branch(Rc::clone(of));
    }
    Node::Branch(Rc::new(Branch { key: of.key, bit: of.bit, left, right }))
}

/// What only one of the maps has.
fn lone(node: &Node, mode: Mode) -> Node {
    if mode == Mode::Fill {
        return node.clone();
    }
    match node {
        Node::Leaf(leaf) if leaf.1.konst == Konst::Unknown => node.clone(),
        // Not set on the other way: what it is there is not known.
        Node::Leaf(leaf) => Node::leaf(leaf.0, Val { konst: Konst::Unknown, ..leaf.1.clone() }),
        Node::Branch(at) => branch(at, lone(&at.left, mode), lone(&at.right, mode)),
    }
}

/// The key by which a node is known, and one more than the bit in which its children differ; 0 for a leaf.
fn place(node: &Node) -> (u64, u32) {
    match node {
        Node::Leaf(leaf) => (leaf.0, 0),
        Node::Branch(branch) => (branch.key, branch.bit + 1),
    }
}

fn merge(a: &Node, b: &Node, mode: Mode) -> Node {
    if a.is(b) {
        return a.clone();
    }
    let ((ka, height_a), (kb, height_b)) = (place(a), place(b));
    // One more than the highest bit in which the keys differ.
    let apart = 64 - (ka ^ kb).leading_zeros();
    if apart > height_a.max(height_b) {
        return fork((ka, lone(a, mode)), (kb, lone(b, mode)));
    }
    match (a, b) {
        (Node::Leaf(one), Node::Leaf(two)) => {
            if mode == Mode::Fill || one.1 == two.1 {
                return a.clone();
            }
            let mut joined = one.1.clone();
            joined.join(&two.1);
            Node::leaf(one.0, joined)
        }
        (Node::Branch(one), Node::Branch(two)) if height_a == height_b => {
            branch(one, merge(&one.left, &two.left, mode), merge(&one.right, &two.right, mode))
        }
        (Node::Branch(one), _) if height_a > height_b => {
            if kb >> one.bit & 1 == 0 {
                branch(one, merge(&one.left, b, mode), lone(&one.right, mode))
            } else {
                branch(one, lone(&one.left, mode), merge(&one.right, b, mode))
            }
        }
        (_, Node::Branch(two)) => {
            if ka >> two.bit & 1 == 0 {
                branch(two, merge(a, &two.left, mode), lone(&two.right, mode))
            } else {
                branch(two, lone(&two.left, mode), merge(a, &two.right, mode))
            }
        }
        // A leaf is never above another node.
        (_, Node::Leaf(_)) => a.clone(),
    }
}

/// Whether both hold the same; the shape of the tree depends on the keys alone.
fn same(a: &Node, b: &Node) -> bool {
    a.is(b)
        || match (a, b) {
            (Node::Leaf(a), Node::Leaf(b)) => a == b,
            (Node::Branch(a), Node::Branch(b)) => a.bit == b.bit && same(&a.left, &b.left) && same(&a.right, &b.right),
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
