//! Which function each call means, kept from one join to the next.
//!
//! A file is looked at again with more sanitizers, or with what other files say; that hardly ever changes which function a
//! call means, and to find that out costs as much as all the rest of a join.

use super::FileTaint;
use super::graph::Graph;

/// What was found out about the calls of a project's files.
#[derive(Debug, Default)]
pub struct Calls {
    graph: Option<Graph>,
    /// How often files had other calls than before when it was made.
    state: u32,
}

impl Calls {
    /// The graph of these files: the one from before, if no file has other calls by now.
    pub(super) fn graph(&mut self, files: &[FileTaint<'_>]) -> &Graph {
        let state = files.iter().map(|file| file.changes).sum();
        if self.state != state {
            self.graph = None;
        }
        self.state = state;
        self.graph.get_or_insert_with(|| Graph::new(files))
    }
}

impl FileTaint<'_> {
    /// Whether a file has the same functions, classes and calls as another state of it, so that they mean the same.
    pub(super) fn calls_as(&self, other: &Self) -> bool {
        let gives = |file: &Self| -> Vec<Option<u64>> {
            file.summaries.iter().flat_map(|summary| &summary.cases).map(|case| case.gives).collect()
        };
        let same_calls = self.calls.len() == other.calls.len()
            && self.calls.iter().zip(&other.calls).all(|(a, b)| {
                let args = a.args.len() == b.args.len() && a.args.iter().zip(&b.args).all(|(x, y)| x.0 == y.0);
                args && (&a.callee, a.func, a.made, a.spreads, a.by_class)
                    == (&b.callee, b.func, b.made, b.spreads, b.by_class)
            });
        same_calls
            && self.funcs == other.funcs
            && self.classes == other.classes
            && self.field_classes == other.field_classes
            && self.records == other.records
            && self.reexports == other.reexports
            && self.constants == other.constants
            && self.stores.keys().eq(other.stores.keys())
            && gives(self) == gives(other)
    }
}
