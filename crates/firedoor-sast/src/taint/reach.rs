//! Which sources can reach a mark at all, for many rules at once.
//!
//! [`super::join()`] follows values backwards, by parts and by the call that was taken, for each rule by itself; nearly all of
//! these ways begin nowhere. So this looks first, forwards and coarsely: without parts, and with all callers of a
//! function taken together, what may come from a source of which rule? It never says no to a mark that a source
//! reaches, and what it says no to is not followed.

use std::borrow::Cow;
use std::collections::VecDeque;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::FileTaint;
use super::flow::Flow;
use super::graph::{Graph, makes};
use super::marks::{Mask, Origin, RECEIVER};

/// Rules that are looked at together.
pub(super) const BATCH: usize = 64;

/// No edge, no node.
const NONE: u32 = u32::MAX;
/// The place among [`Net::masks`] of an edge that all rules take.
const EVERY: u32 = 0;

/// What flows into what, over all files. Every mark, function, and field is a node, and so is a value of several marks.
///
/// Edges hang in a list of their node. Those that begin within a file are made when something reaches that file: most
/// are never reached.
pub(super) struct Net {
    /// The node of each mark, by file.
    marks: Vec<Vec<u32>>,
    /// By file, the node of what its first function returns, after those of its marks; what that leaves behind is the
    /// next one.
    funcs: Vec<u32>,
    fields: FxHashMap<u64, u32>,
    /// What holds any field of a class.
    classes: FxHashMap<u64, u32>,
    /// By file: parameters that are marks, by function.
    params: Vec<Vec<(u32, u16, u32)>>,
    /// Files whose own edges are there.
    is_made: Vec<bool>,
    /// By node, its first edge.
    first: Vec<u32>,
    edges: Edges,
    /// The rules that edges are for, by file.
    masks: Vec<(u32, Mask)>,
    /// The nodes of sources: file, rule's bit there, node.
    sources: Vec<(u32, u32, u32)>,
}

#[derive(Clone, Copy)]
struct Edge {
    to: u32,
    /// Whose it is: a place among the masks.
    mask: u32,
    /// The next edge of the same node.
    next: u32,
}

/// Edges by number, in pieces: a project may have millions, and none is moved when more come.
#[derive(Default)]
struct Edges(Vec<Vec<Edge>>);

impl Edges {
    const PIECE: usize = 1 << 14;

    fn push(&mut self, edge: Edge) -> u32 {
        if self.0.last().is_none_or(|piece| piece.len() == Self::PIECE) {
            self.0.push(Vec::with_capacity(Self::PIECE));
        }
        let pieces = self.0.len();
        let Some(piece) = self.0.last_mut() else { return NONE };
        piece.push(edge);
        u32::try_from((pieces - 1) * Self::PIECE + piece.len() - 1).unwrap_or(NONE)
    }

    fn get(&self, at: u32) -> Option<Edge> {
        self.0.get(at as usize / Self::PIECE)?.get(at as usize % Self::PIECE).copied()
    }
}

/// Makes the edges that begin within a file.
struct Maker<'n, 'a> {
    net: &'n mut Net,
    files: &'n [FileTaint<'a>],
    graph: &'n Graph,
    /// The file.
    f: usize,
    /// The places of its masks.
    masks: FxHashMap<Mask, u32>,
    /// The nodes of its values: what is handed to many calls is one value, and so are its parts.
    values: FxHashMap<usize, u32>,
}

impl Net {
    pub(super) fn new(files: &[FileTaint<'_>], graph: &Graph) -> Self {
        let mut next = 0_u32;
        let mut node = || {
            next += 1;
            next - 1
        };
        let mut marks = Vec::with_capacity(files.len());
        let mut funcs = Vec::with_capacity(files.len());
        let (mut fields, mut classes) = (FxHashMap::default(), FxHashMap::default());
        for file in files {
            let labelled = file.table.iter().any(|m| m.label.is_some());
            let mut seen: FxHashMap<Origin, u32> = FxHashMap::default();
            let of_marks = file.table.iter().map(|mark| match labelled {
                true => *seen.entry(mark.origin).or_insert_with(&mut node),
                false => node(),
            });
            marks.push(of_marks.collect::<Vec<u32>>());
            funcs.push(node());
            (1..file.summaries.len() * 2).for_each(|_| {
                node();
            });
            for key in file.stores.keys() {
                fields.entry(*key).or_insert_with(&mut node);
            }
            for (class, _) in &file.store_classes {
                classes.entry(*class).or_insert_with(&mut node);
            }
        }
        let mut net = Self {
            marks,
            funcs,
            fields,
            classes,
            params: Vec::with_capacity(files.len()),
            is_made: vec![false; files.len()],
            first: vec![NONE; next as usize],
            edges: Edges::default(),
            masks: vec![(0, Mask::MAX)],
            sources: Vec::new(),
        };
        (0..files.len()).for_each(|f| net.origins(f, files, graph));
        net
    }

    fn edge(&mut self, from: u32, to: u32, mask: u32) {
        let Some(first) = self.first.get_mut(from as usize) else { return };
        *first = self.edges.push(Edge { to, mask, next: *first });
    }

    /// What marks of a file stand for.
    fn origins(&mut self, f: usize, files: &[FileTaint<'_>], graph: &Graph) {
        let file = &files[f];
        let mut params = Vec::new();
        for (n, mark) in file.table.iter().enumerate() {
            let node = self.marks[f][n];
            match mark.origin {
                Origin::Source(id) => self.sources.push((f as u32, id >> 24, node)),
                Origin::Param(func, n) => {
                    params.push((func, n, node));
                    if n == RECEIVER
                        && let Some(class) = file.funcs.get(func as usize).and_then(|i| i.class)
                    {
                        graph.related(class).into_iter().for_each(|class| self.any_field(class, node));
                    }
                }
                Origin::Ret(call) => {
                    let callee = &file.calls[call as usize].callee;
                    if let Some(field) = callee.property.and_then(|property| self.fields.get(&property)) {
                        self.edge(*field, node, EVERY);
                    }
                    for (file, func) in graph.targets.get(&(f as u32, call)).map_or(&[][..], |(t, _)| t) {
                        let returned = self.funcs[*file as usize] + func * 2;
                        self.edge(returned, node, EVERY);
                        let info = &files[*file as usize].funcs[*func as usize];
                        if let Some(class) = info.class.filter(|_| makes(callee, info)) {
                            self.edge(returned + 1, node, EVERY);
                            self.any_field(class, node);
                            // A part of the object may be what a method gives.
                            if !graph.getters_of.is_empty() {
                                let classes = graph.related(class);
                                for (file, func) in classes.iter().filter_map(|c| graph.getters_of.get(c)).flatten() {
                                    self.edge(self.funcs[*file as usize] + func * 2, node, EVERY);
                                }
                            }
                        }
                    }
                }
                Origin::Out(call, _) => {
                    for (file, func) in graph.targets.get(&(f as u32, call)).map_or(&[][..], |(t, _)| t) {
                        self.edge(self.funcs[*file as usize] + func * 2 + 1, node, EVERY);
                    }
                }
                Origin::Func(_) | Origin::Object(_) => {}
                Origin::Field(key) => {
                    if let Some(field) = self.fields.get(&key) {
                        self.edge(*field, node, EVERY);
                    }
                }
            }
        }
        for (class, key) in &file.store_classes {
            if let (Some(class), Some(field)) = (self.classes.get(class), self.fields.get(key)) {
                self.edge(*field, *class, EVERY);
            }
        }
        params.sort_unstable();
        self.params.push(params);
    }

    fn any_field(&mut self, class: u64, node: u32) {
        if let Some(class) = self.classes.get(&class) {
            self.edge(*class, node, EVERY);
        }
    }

    /// Makes the edges of the file of a mark, if they are not there yet. Other nodes have all of theirs.
    fn open(&mut self, node: u32, files: &[FileTaint<'_>], graph: &Graph) {
        let f = self.funcs.partition_point(|func| *func <= node);
        let is_mark = |marks: &Vec<u32>| marks.first().is_some_and(|first| *first <= node);
        if self.marks.get(f).is_some_and(is_mark) && !std::mem::replace(&mut self.is_made[f], true) {
            let (masks, values) = (FxHashMap::default(), FxHashMap::default());
            let mut maker = Maker { net: self, files, graph, f, masks, values };
            maker.calls();
            maker.kept();
        }
    }
}

impl Maker<'_, '_> {
    /// The node of what a value of a file carries, if it carries anything.
    fn value(&mut self, flow: &Flow) -> Option<u32> {
        let address = flow.address()? as usize;
        if let Some(known) = self.values.get(&address) {
            return Some(*known).filter(|node| *node != NONE);
        }
        let node = self.carried(flow);
        self.values.insert(address, node.unwrap_or(NONE));
        node
    }

    /// The same for a value that is not kept.
    fn carried(&mut self, flow: &Flow) -> Option<u32> {
        let parts: SmallVec<[u32; 8]> = flow.parts().iter().filter_map(|(_, part)| self.value(part)).collect();
        let own = flow.own_marks();
        match (own, &parts[..]) {
            ([], []) => return None,
            ([], [part]) => return Some(*part),
            ([only], []) if only.mask == Mask::MAX => return Some(self.net.marks[self.f][only.mark as usize]),
            _ => {}
        }
        let node = self.net.first.len() as u32;
        self.net.first.push(NONE);
        for entry in own {
            let mask = match entry.mask {
                0 => continue,
                Mask::MAX => EVERY,
                rules => *self.masks.entry(rules).or_insert_with(|| {
                    self.net.masks.push((self.f as u32, rules));
                    self.net.masks.len() as u32 - 1
                }),
            };
            self.net.edge(self.net.marks[self.f][entry.mark as usize], node, mask);
        }
        parts.into_iter().for_each(|part| self.net.edge(part, node, EVERY));
        Some(node)
    }

    /// Leads a value into a node.
    fn lead(&mut self, flow: &Flow, to: u32) {
        if let Some(from) = self.value(flow).filter(|from| *from != to) {
            self.net.edge(from, to, EVERY);
        }
    }

    /// What calls hand on: to what they give back, and to the parameters of what is called.
    fn calls(&mut self) {
        let (files, f) = (self.files, self.f);
        let mut rets = vec![NONE; files[f].calls.len()];
        for (mark, node) in files[f].table.iter().zip(&self.net.marks[f]) {
            if let Origin::Ret(call) = mark.origin {
                rets[call as usize] = *node;
            }
        }
        for (n, call) in files[f].calls.iter().enumerate() {
            let known = self.graph.targets.get(&(f as u32, n as u32));
            let targets = known.map_or(&[][..], |(targets, _)| targets);
            let certain = known.is_some_and(|(_, unsure)| !unsure);
            let is_new = |(file, func): &(u32, u32)| makes(&call.callee, &files[*file as usize].funcs[*func as usize]);
            if rets[n] != NONE && (!certain || targets.iter().any(is_new)) {
                call.args.iter().for_each(|(_, flow)| self.lead(flow, rets[n]));
                self.lead(&call.receiver, rets[n]);
            }
            for target in targets {
                let there = &self.net.params[target.0 as usize];
                let start = there.partition_point(|(func, _, _)| *func < target.1);
                let end = there.partition_point(|(func, _, _)| *func <= target.1);
                for at in start..end {
                    let (_, param, node) = self.net.params[target.0 as usize][at];
                    let callee = &files[target.0 as usize].funcs[target.1 as usize];
                    let given = match param {
                        RECEIVER => Some(Cow::Borrowed(&call.receiver)),
                        _ => call.argument(callee, param),
                    };
                    match given {
                        Some(Cow::Borrowed(flow)) => self.lead(flow, node),
                        Some(Cow::Owned(flow)) => {
                            if let Some(from) = self.carried(&flow).filter(|from| *from != node) {
                                self.net.edge(from, node, EVERY);
                            }
                        }
                        None => {}
                    }
                }
            }
        }
    }

    /// What functions return and leave behind, and what is kept in fields.
    fn kept(&mut self) {
        let file = &self.files[self.f];
        for (n, summary) in file.summaries.iter().enumerate() {
            let returned = self.net.funcs[self.f] + 2 * n as u32;
            self.lead(&summary.ret, returned);
            summary.out.values().for_each(|flow| self.lead(flow, returned + 1));
        }
        for (key, stores) in &file.stores {
            if let Some(field) = self.net.fields.get(key).copied() {
                stores.iter().for_each(|(_, flow)| self.lead(flow, field));
            }
        }
    }
}

/// Which rules of a batch have which bit in a file.
struct Bits {
    /// Rules that have nothing there: all marks are theirs.
    absent: Mask,
    present: Vec<(u8, Mask)>,
}

impl Bits {
    /// With the bits of all rules of the batch.
    fn new(file: &FileTaint<'_>, batch: &FxHashMap<usize, Mask>) -> Self {
        let present: Vec<(u8, Mask)> = (0..=u8::MAX)
            .zip(&file.rules)
            .filter_map(|(own, hits)| batch.get(&hits.rule).map(|rule| (own, *rule)))
            .collect();
        let absent = batch.values().fold(0, |all, rule| all | rule);
        Self { absent: present.iter().fold(absent, |absent, (_, rule)| absent & !rule), present }
    }

    /// The rules of the batch that a mark of these rules of the file concerns.
    fn of(&self, mask: Mask) -> Mask {
        match mask {
            0 => 0,
            Mask::MAX => Mask::MAX,
            _ => (self.present.iter())
                .fold(self.absent, |all, (bit, rule)| all | if mask >> bit & 1 == 1 { *rule } else { 0 }),
        }
    }
}

/// For some rules, the marks that something reaches.
pub(super) struct Reach<'n> {
    net: &'n Net,
    sets: Vec<Mask>,
}

impl<'n> Reach<'n> {
    /// For at most [`BATCH`] rules, each of which has the bit of its place.
    pub(super) fn new(net: &'n mut Net, files: &[FileTaint<'_>], graph: &Graph, rules: &[usize]) -> Self {
        let batch = rules.iter().take(BATCH).enumerate().map(|(n, rule)| (*rule, 1 << n)).collect();
        let bits: Vec<Bits> = files.iter().map(|file| Bits::new(file, &batch)).collect();
        let mut masks: Vec<Mask> = Vec::new();
        let mut sets: Vec<Mask> = vec![0; net.first.len()];
        // In turn, so that what comes from many sides has come together before it goes on.
        let (mut waiting, mut waits) = (VecDeque::new(), vec![false; net.first.len()]);
        for (f, own, node) in &net.sources {
            let rule = bits[*f as usize].present.iter().find(|(bit, _)| u32::from(*bit) == *own);
            if let Some((_, rule)) = rule {
                sets[*node as usize] |= rule;
                if !std::mem::replace(&mut waits[*node as usize], true) {
                    waiting.push_back(*node);
                }
            }
        }
        // Sets only grow, so this ends.
        while let Some(node) = waiting.pop_front() {
            waits[node as usize] = false;
            net.open(node, files, graph);
            sets.resize(net.first.len(), 0);
            waits.resize(net.first.len(), false);
            masks.extend(net.masks[masks.len()..].iter().map(|(f, mask)| bits[*f as usize].of(*mask)));
            let set = sets[node as usize];
            let mut at = net.first[node as usize];
            while let Some(edge) = net.edges.get(at) {
                let there = &mut sets[edge.to as usize];
                let new = set & masks[edge.mask as usize] & !*there;
                if new != 0 {
                    *there |= new;
                    if !std::mem::replace(&mut waits[edge.to as usize], true) {
                        waiting.push_back(edge.to);
                    }
                }
                at = edge.next;
            }
        }
        Self { net, sets }
    }

    /// Whether a source of the batch's rule of that number may reach a mark.
    pub(super) fn holds(&self, file: u32, mark: u32, rule: usize) -> bool {
        let node = self.net.marks[file as usize][mark as usize];
        self.sets[node as usize] >> rule & 1 == 1
    }
}
