//! Which sources can reach a mark at all, for many rules at once.
//!
//! [`super::join()`] follows values backwards, by parts and by the call that was taken, for each rule by itself; nearly all of
//! these ways begin nowhere. So this looks first, forwards and coarsely: without parts, and with all callers of a
//! function taken together, what may come from a source of which rule? It never says no to a mark that a source
//! reaches, and what it says no to is not followed.

use rustc_hash::FxHashMap;

use super::FileTaint;
use super::flow::Flow;
use super::graph::Graph;
use super::marks::{Entry, Mask, Origin, RECEIVER};

/// Rules that are looked at together.
pub(super) const BATCH: usize = 64;

/// No node.
const NONE: u32 = u32::MAX;

/// What marks are joined with what, over all files. Every mark, function, and field is a node.
pub(super) struct Net {
    /// The node of each mark, by file.
    marks: Vec<Vec<u32>>,
    /// The node of what each function returns, by file; what it leaves behind is the next one.
    funcs: Vec<u32>,
    fields: FxHashMap<u64, u32>,
    /// What holds any field of a class.
    classes: FxHashMap<u64, u32>,
    /// By file: parameters that are marks, by function.
    params: Vec<Vec<(u32, u16, u32)>>,
    /// By file: the node of what a call gives back.
    rets: Vec<Vec<u32>>,
    /// By file: nodes with what flows into them.
    into: Vec<Vec<(u32, u32)>>,
    nodes: usize,
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
            rets: Vec::with_capacity(files.len()),
            into: Vec::with_capacity(files.len()),
            nodes: next as usize,
        };
        for (f, file) in files.iter().enumerate() {
            net.add(f, file, files, graph);
        }
        net
    }

    fn add(&mut self, f: usize, file: &FileTaint<'_>, files: &[FileTaint<'_>], graph: &Graph) {
        let (mut params, mut into) = (Vec::new(), Vec::new());
        let mut rets = vec![NONE; file.calls.len()];
        let any_field = |class: u64, node: u32, into: &mut Vec<(u32, u32)>| {
            into.extend(self.classes.get(&class).map(|class| (node, *class)));
        };
        for (mark, node) in file.table.iter().zip(&self.marks[f]) {
            match mark.origin {
                Origin::Source(_) => {}
                Origin::Param(func, n) => {
                    params.push((func, n, *node));
                    if n == RECEIVER
                        && let Some(class) = file.funcs.get(func as usize).and_then(|i| i.class)
                    {
                        graph.related(class).into_iter().for_each(|class| any_field(class, *node, &mut into));
                    }
                }
                Origin::Ret(call) => {
                    rets[call as usize] = *node;
                    let callee = &file.calls[call as usize].callee;
                    let property = callee.property.and_then(|property| self.fields.get(&property));
                    into.extend(property.map(|field| (*node, *field)));
                    let targets = graph.targets.get(&(f as u32, call)).map_or(&[][..], |(targets, _)| targets);
                    for (file, func) in targets {
                        let returned = self.funcs[*file as usize] + func * 2;
                        into.push((*node, returned));
                        let class = files[*file as usize].funcs[*func as usize].class;
                        if let Some(class) = class.filter(|class| *class == callee.name.0) {
                            into.push((*node, returned + 1));
                            any_field(class, *node, &mut into);
                        }
                    }
                }
                Origin::Out(call, _) => {
                    let targets = graph.targets.get(&(f as u32, call)).map_or(&[][..], |(targets, _)| targets);
                    into.extend(targets.iter().map(|(file, func)| (*node, self.funcs[*file as usize] + func * 2 + 1)));
                }
                Origin::Field(key) => into.extend(self.fields.get(&key).map(|field| (*node, *field))),
            }
        }
        params.sort_unstable();
        self.params.push(params);
        self.rets.push(rets);
        self.into.push(into);
    }
}

/// Which rules of a batch have which bit in a file.
struct Bits {
    /// Rules that have nothing there: all marks are theirs.
    absent: Mask,
    present: Vec<(u8, Mask)>,
}

impl Bits {
    /// The rules of the batch that a mark of these rules of the file concerns.
    fn of(&self, mask: Mask) -> Mask {
        match mask {
            0 => 0,
            u64::MAX => u64::MAX,
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
    pub(super) fn new(net: &'n Net, files: &[FileTaint<'_>], graph: &Graph, rules: &[usize]) -> Self {
        let bits: Vec<Bits> = (files.iter())
            .map(|file| {
                let mut bits = Bits { absent: 0, present: Vec::new() };
                for (n, rule) in rules.iter().enumerate().take(BATCH) {
                    let own = file.rules.iter().position(|r| r.rule == *rule).and_then(|at| u8::try_from(at).ok());
                    match own {
                        Some(own) => bits.present.push((own, 1 << n)),
                        None => bits.absent |= 1 << n,
                    }
                }
                bits
            })
            .collect();
        let mut flood = Flood { net, bits, sets: vec![0; net.nodes], changed: vec![false; files.len()] };
        for (f, file) in files.iter().enumerate() {
            for (mark, node) in file.table.iter().zip(&net.marks[f]) {
                if let Origin::Source(id) = mark.origin {
                    let rule = flood.bits[f].present.iter().find(|(own, _)| u32::from(*own) == id >> 24);
                    if let Some(rule) = rule.map(|(_, rule)| *rule) {
                        flood.sets[*node as usize] |= rule;
                        flood.changed[f] = true;
                    }
                }
            }
        }
        // Sets only grow, so this ends.
        loop {
            for (f, file) in files.iter().enumerate() {
                flood.pull(f);
                while std::mem::take(&mut flood.changed[f]) {
                    flood.push(f, file, files, graph);
                    flood.pull(f);
                }
            }
            let mut more = false;
            for f in 0..files.len() {
                flood.pull(f);
                more |= flood.changed[f];
            }
            if !more {
                break;
            }
        }
        Self { net, sets: flood.sets }
    }

    /// Whether a source of the batch's rule of that number may reach a mark.
    pub(super) fn holds(&self, file: u32, mark: u32, rule: usize) -> bool {
        let node = self.net.marks[file as usize][mark as usize];
        self.sets[node as usize] >> rule & 1 == 1
    }
}

struct Flood<'n> {
    net: &'n Net,
    bits: Vec<Bits>,
    sets: Vec<Mask>,
    /// Files of which a mark has changed.
    changed: Vec<bool>,
}

impl Flood<'_> {
    fn entry(&self, f: usize, entry: &Entry) -> Mask {
        let set = self.sets[self.net.marks[f][entry.mark as usize] as usize];
        if set == 0 { 0 } else { set & self.bits[f].of(entry.mask) }
    }

    fn flow(&self, f: usize, flow: &Flow) -> Mask {
        let mut all = 0;
        flow.each(&mut |entry| all |= self.entry(f, entry));
        all
    }

    fn add(&mut self, node: u32, set: Mask) -> bool {
        let there = &mut self.sets[node as usize];
        let new = set & !*there != 0;
        *there |= set;
        new
    }

    /// Takes over what other files say.
    fn pull(&mut self, f: usize) {
        let net = self.net;
        for (node, from) in &net.into[f] {
            let set = self.sets[*from as usize];
            if self.add(*node, set) {
                self.changed[f] = true;
            }
        }
    }

    /// Hands on what reaches the marks of a file.
    fn push(&mut self, f: usize, file: &FileTaint<'_>, files: &[FileTaint<'_>], graph: &Graph) {
        let net = self.net;
        for (n, call) in file.calls.iter().enumerate() {
            let known = graph.targets.get(&(f as u32, n as u32));
            let flows = || call.args.iter().map(|(_, flow)| flow).chain([&call.receiver]);
            let ret = net.rets[f][n];
            if ret == NONE && known.is_none() {
                continue;
            }
            let all = flows().fold(0, |all, flow| all | self.flow(f, flow));
            if all == 0 {
                continue;
            }
            let certain = known.is_some_and(|(_, unsure)| !unsure);
            let makes = |(file, func): &(u32, u32)| {
                files[*file as usize].funcs[*func as usize].class == Some(call.callee.name.0)
            };
            if ret != NONE
                && (!certain || known.is_some_and(|(targets, _)| targets.iter().any(makes)))
                && self.add(ret, all)
            {
                self.changed[f] = true;
            }
            for target in known.map_or(&[][..], |(targets, _)| targets) {
                let there = &net.params[target.0 as usize];
                let first = there.partition_point(|(func, _, _)| *func < target.1);
                for (func, param, node) in &there[first..] {
                    if *func != target.1 {
                        break;
                    }
                    let set = match *param {
                        RECEIVER => self.flow(f, &call.receiver),
                        _ => match call.argument(&files[target.0 as usize].funcs[target.1 as usize], *param) {
                            Some(flow) => self.flow(f, &flow),
                            None => continue,
                        },
                    };
                    if self.add(*node, set) {
                        self.changed[target.0 as usize] = true;
                    }
                }
            }
        }
        for (n, summary) in file.summaries.iter().enumerate() {
            let returned = net.funcs[f] + 2 * n as u32;
            let set = self.flow(f, &summary.ret);
            self.add(returned, set);
            let set = summary.out.values().fold(0, |all, flow| all | self.flow(f, flow));
            self.add(returned + 1, set);
        }
        for (key, stores) in &file.stores {
            let set = stores.iter().fold(0, |all, (_, flow)| all | self.flow(f, flow));
            if set != 0
                && let Some(field) = net.fields.get(key)
            {
                self.add(*field, set);
            }
        }
        for (class, key) in &file.store_classes {
            if let (Some(class), Some(field)) = (net.classes.get(class), net.fields.get(key)) {
                // Other files may have put something there, too: each adds what it sees.
                let set = self.sets[*field as usize];
                self.add(*class, set);
            }
        }
    }
}
