//! Bindings of metavariables, and the state of one search.

use firedoor_core::Span;

use crate::tree::{NodeId, Sym};

/// Whether to go on searching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Look for more.
    Go,
    /// Enough.
    Stop,
}

/// A metavariable with what it is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bound {
    /// Its name as a symbol (`$X` with the dollar).
    pub name: Sym,
    /// The node; [`Bound::NO_NODE`] for lists and parts of strings.
    pub node: NodeId,
    /// Its text.
    pub span: Span,
    /// Structural hash: two bindings agree if their hashes do.
    pub hash: u64,
    /// The variable that a bare name speaks of, counted from 1; 0 where that is not known.
    pub def: u32,
    /// Hash of what an import resolves the name to; 0 where there is no such thing.
    pub import: u64,
    /// Whether it is a part of a text without grammar, in which digits are a number.
    pub token: bool,
}

impl Bound {
    /// No single node.
    pub const NO_NODE: NodeId = NodeId::MAX;
    /// As `def`: what an import brings in.
    pub const IMPORTED: u32 = u32::MAX - 1;
    /// As `def`: the content of a constant that stands elsewhere.
    pub const ELSEWHERE: u32 = u32::MAX;
    /// As `def`: a text, which equals a name only where nothing is known of that.
    pub const TEXT: u32 = u32::MAX - 2;

    /// Whether both are bound to the same: the same code, and not to two variables of one name,
    /// or two names of one import.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let (a, b) = (self.def, other.def);
        let texts = || [a, b].iter().all(|d| matches!(*d, Self::TEXT | Self::ELSEWHERE));
        self.hash == other.hash && (a == b || a == 0 || b == 0 || texts())
            || self.import != 0 && self.import == other.import
    }
}

/// What a search carries along.
#[derive(Debug)]
pub struct State {
    trail: Vec<Bound>,
    budget: u32,
    /// What the budget was when the node at hand began.
    given: u32,
    left: u32,
    spent: u64,
    cut: bool,
    /// Range to report instead of the node's.
    pub(crate) span: Option<Span>,
    /// Last statement of the outermost sequence.
    pub(crate) reached: Option<Span>,
    /// Whether a last ellipsis stands for nothing although it could stand for more.
    pub(crate) short: bool,
    /// How many nested calls of the matcher are active.
    pub(crate) depth: u32,
}

/// Steps that one pattern may take at one node.
const NODE_BUDGET: u32 = 50_000;
/// Nodes that are only passed over in the time of one step.
const NODES_PER_STEP: usize = 4;
/// Steps that one pattern may take in one file.
const FILE_BUDGET: u32 = 3_000_000;

impl Default for State {
    fn default() -> Self {
        Self {
            trail: Vec::new(),
            budget: NODE_BUDGET,
            given: NODE_BUDGET,
            left: FILE_BUDGET,
            spent: 0,
            cut: false,
            span: None,
            reached: None,
            short: false,
            depth: 0,
        }
    }
}

impl State {
    /// A state that begins with bindings.
    #[must_use]
    pub fn with(bindings: &[Bound]) -> Self {
        Self { trail: bindings.to_vec(), ..Self::default() }
    }

    /// The bindings.
    #[must_use]
    pub fn bindings(&self) -> &[Bound] {
        &self.trail
    }

    /// Whether a budget was used up.
    #[must_use]
    pub fn exhausted(&self) -> bool {
        self.cut
    }

    /// With no more than so many steps in all.
    #[must_use]
    pub(crate) fn limited(mut self, steps: u64) -> Self {
        self.left = self.left.min(u32::try_from(steps).unwrap_or(u32::MAX));
        self.given = NODE_BUDGET.min(self.left);
        self.budget = self.given;
        self
    }

    /// Begins with another node.
    pub(crate) fn refill(&mut self) {
        self.left = self.left.saturating_sub(self.given - self.budget);
        self.spent += u64::from(self.given - self.budget);
        self.given = NODE_BUDGET.min(self.left);
        self.budget = self.given;
    }

    /// The steps taken so far.
    pub(crate) fn spent(&self) -> u64 {
        self.spent + u64::from(self.given - self.budget)
    }

    /// Notes that something was left out.
    pub(crate) fn cut(&mut self) {
        self.cut = true;
    }

    /// Takes as many steps as looking at so many nodes in a row is worth; false if there are not enough left.
    pub(crate) fn pass(&mut self, nodes: usize) -> bool {
        let steps = u32::try_from(nodes / NODES_PER_STEP).unwrap_or(u32::MAX);
        if steps > self.budget {
            self.budget = 0;
            self.cut = true;
            return false;
        }
        self.budget -= steps;
        true
    }

    /// Takes a step; false if there are none left.
    pub(crate) fn step(&mut self) -> bool {
        if self.budget == 0 {
            self.cut = true;
            return false;
        }
        self.budget -= 1;
        true
    }

    /// Whether no node that comes now can be tried.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.saturating_sub(self.given - self.budget) == 0
    }

    pub(crate) fn len(&self) -> usize {
        self.trail.len()
    }

    pub(crate) fn undo(&mut self, to: usize) {
        self.trail.truncate(to);
    }

    /// What a metavariable is bound to.
    pub(crate) fn bound(&self, name: Sym) -> Option<&Bound> {
        self.trail.iter().find(|b| b.name == name)
    }

    /// Binds or compares; false if bound to something else.
    pub(crate) fn bind(&mut self, bound: Bound) -> bool {
        const ANY: Sym = Sym::new("$_");
        const ANY_SEQUENCE: Sym = Sym::new("$..._");
        if bound.name == ANY || bound.name == ANY_SEQUENCE {
            return true;
        }
        match self.trail.iter().find(|b| b.name == bound.name) {
            Some(there) => there.agrees(&bound),
            None => {
                self.trail.push(bound);
                true
            }
        }
    }
}
