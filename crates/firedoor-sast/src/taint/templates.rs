//! Methods that leave steps to the classes below theirs.
//!
//! `run()` of a class calls `this.step()`, which classes below it define: called on an object of which the class is certain,
//! it does what that class does, and not what any other one does.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::FileTaint;
use super::graph::{FuncRef, Graph};
use super::kept::Call;
use super::marks::{Origin, RECEIVER};

/// How many methods of one object may call each other on the way to a step.
const ROUNDS: usize = 3;

/// Such methods, and the calls of them.
#[derive(Debug, Default)]
pub(super) struct Templates {
    /// The class of the object that a call is made on, where it is certain.
    on: FxHashMap<(u32, u32), u64>,
    /// Calls of methods of the object at hand.
    own: FxHashSet<(u32, u32)>,
}

impl Templates {
    /// The class of what a call is made on is certain.
    pub(super) fn called_on(&mut self, at: (u32, u32), class: u64) {
        self.on.insert(at, class);
    }

    /// Keeps what matters: calls of methods of classes above that leave steps to others.
    pub(super) fn found(mut self, files: &[FileTaint<'_>], graph: &Graph) -> Self {
        let mut funcs: FxHashSet<FuncRef> = FxHashSet::default();
        let mut inner: Vec<(FuncRef, FuncRef)> = Vec::new();
        for (f, file) in (0..).zip(files) {
            for (n, call) in (0..).zip(&file.calls) {
                if !is_own(file, call) {
                    continue;
                }
                let Some((targets, _)) = graph.targets.get(&(f, n)) else { continue };
                self.own.insert((f, n));
                let at = (f, call.func);
                if targets.len() > 1 {
                    funcs.insert(at);
                }
                inner.extend(targets.iter().map(|target| (at, *target)));
            }
        }
        for _ in 0..ROUNDS {
            let more: Vec<FuncRef> = inner
                .iter()
                .filter(|(at, target)| funcs.contains(target) && !funcs.contains(at))
                .map(|(at, _)| *at)
                .collect();
            if more.is_empty() {
                break;
            }
            funcs.extend(more);
        }
        let leads = |at: &(u32, u32)| {
            graph.targets.get(at).is_some_and(|(targets, _)| targets.iter().any(|target| funcs.contains(target)))
        };
        self.on.retain(|at, _| leads(at));
        self.own.retain(leads_or_steps(graph, &funcs));
        self
    }

    /// The class that decides within the functions that a call means, if one does.
    pub(super) fn class_on(&self, file: u32, number: u32, within: u64) -> u64 {
        let at = (file, number);
        match self.on.get(&at) {
            Some(class) => *class,
            None if within != 0 && self.own.contains(&at) => within,
            None => 0,
        }
    }

    /// Whether a call is one of such a method on an object of a certain class: what it inherits is what is meant.
    pub(super) fn is_certain(&self, file: u32, number: u32) -> bool {
        self.on.contains_key(&(file, number))
    }

    /// Of the methods that a call of the object at hand may mean, those that its class has or inherits.
    pub(super) fn narrowed<'t>(
        &self,
        files: &[FileTaint<'_>],
        graph: &Graph,
        at: (u32, u32),
        within: u64,
        targets: &'t [FuncRef],
    ) -> Cow<'t, [FuncRef]> {
        if within == 0 || targets.len() < 2 || !self.own.contains(&at) {
            return Cow::Borrowed(targets);
        }
        for class in graph.related(within) {
            let of = |t: &&FuncRef| files[t.0 as usize].funcs[t.1 as usize].class == Some(class);
            let found: Vec<FuncRef> = targets.iter().filter(of).copied().collect();
            if !found.is_empty() {
                return Cow::Owned(found);
            }
        }
        Cow::Borrowed(targets)
    }
}

/// Calls that have a choice, or lead to one.
fn leads_or_steps<'g>(graph: &'g Graph, funcs: &'g FxHashSet<FuncRef>) -> impl FnMut(&(u32, u32)) -> bool + 'g {
    |at| {
        let targets = graph.targets.get(at).map(|(targets, _)| targets);
        targets.is_some_and(|targets| targets.len() > 1 || targets.iter().any(|target| funcs.contains(target)))
    }
}

/// Whether a call is one of a method of the object at hand.
fn is_own(file: &FileTaint<'_>, call: &Call) -> bool {
    let has_class = file.funcs.get(call.func as usize).is_some_and(|func| func.class.is_some());
    if !has_class || call.callee.new || call.callee.up {
        return false;
    }
    let is_self = |origin| matches!(origin, Origin::Param(func, RECEIVER) if func == call.func);
    let at_hand = call.receiver.own_marks().iter().any(|e| e.path == [0; 2] && is_self(file.table.get(e.mark).origin));
    at_hand || call.callee.bare
}
