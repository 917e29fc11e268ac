//! What rules say of a node: sources, sinks, sanitizers, propagators.

use std::rc::Rc;

use super::call::Arg;
use super::marks::{Marks, Origin};
use super::place::Place;
use super::run::Run;
use super::value::{Konst, Val};
use crate::rule::model::{BySideEffect, DEFAULT_LABEL, ENCODED_LABEL, Recodes};
use crate::tree::{Kind, NodeId};

/// The variable that holds the marks of the flow of control (`control: true`).
const CONTROL: u64 = 1;

impl Run<'_> {
    /// What counts as arriving at an exact sink: the value itself, or for a call without a focus its arguments.
    pub(super) fn reached(&self, rule: u8, hit: u32, node: NodeId, value: &Val) -> Marks {
        let hits = &self.rules[usize::from(rule)];
        let has_focus =
            hits.sinks.get(hit as usize).and_then(|h| hits.spec.sinks.get(h.entry)).is_some_and(|s| s.has_focus);
        if !has_focus && self.last_call.0 == node {
            return self.last_call.1.clone();
        }
        value.all()
    }

    /// Whether what arrives at the node that is evaluated counts for some rule.
    pub(super) fn is_sink(&self, node: NodeId) -> bool {
        self.sinks_around.last() == Some(&node)
    }

    /// What a call is given, if that is asked for: nothing else than a sink does.
    pub(super) fn all_given(&self, node: NodeId, args: &[Arg]) -> Marks {
        let mut all = Marks::default();
        if self.is_sink(node) {
            args.iter().for_each(|a| all.join(&a.value.all()));
        }
        all
    }

    pub(super) fn is_comparison(&self, node: NodeId) -> bool {
        self.tree.kind(node) == Kind::Binary
            && matches!(self.operator(node), "==" | "!=" | "===" | "!==" | "<" | ">" | "<=" | ">=")
    }

    pub(super) fn record_sink(&mut self, rule: u8, hit: u32, reached: &Marks) {
        let mut marks = reached.only(1 << rule);
        if let Some(control) = self.look_up(CONTROL) {
            marks.join(&control.marks.only(1 << rule));
        }
        if marks.is_empty() || self.clean & (1 << rule) != 0 {
            return;
        }
        self.sinks.entry((rule, hit, self.func)).or_default().join(&marks);
    }

    pub(super) fn only_side_effect(&self, rule: u8, hit: u32) -> bool {
        self.source_spec(rule, hit).is_some_and(|s| s.by_side_effect == BySideEffect::Only)
    }

    pub(super) fn add_source(&mut self, rule: u8, hit: u32, value: &mut Val) {
        let Some(spec) = self.source_spec(rule, hit) else { return };
        if let Some(requires) = &spec.requires
            && !self.requires_holds(&requires.expr, &value.all(), rule)
        {
            return;
        }
        let span = self.rules[usize::from(rule)].sources[hit as usize].span;
        let entry = self.entry(Origin::Source(Self::source_id(rule, hit)), None, 1 << rule, span);
        if spec.control {
            let place = Place { var: CONTROL, path: Vec::new(), outer: None };
            let mut control = self.read(&place);
            control.marks.add(entry);
            self.write(&place, control);
            return;
        }
        value.marks.add(entry);
        // The parts of what comes from outside are from outside.
        if let Some(shape) = &mut value.shape
            && !shape.parts.is_empty()
        {
            for part in Rc::make_mut(shape).parts.values_mut() {
                part.marks.add(entry);
            }
        }
        // A literal that is a source (a key, a password) is still that literal.
    }

    pub(super) fn sanitize(&self, value: &mut Val, mask: u64) {
        value.marks.clear(mask);
        if let Some(shape) = &mut value.shape
            && !shape.parts.is_empty()
        {
            for part in Rc::make_mut(shape).parts.values_mut() {
                part.marks.clear(mask);
            }
        }
    }

    /// What a propagator passes on of what it takes.
    pub(super) fn propagated(&mut self, rule: u8, hit: u32, marks: &Marks) -> Marks {
        let hits = &self.rules[usize::from(rule)];
        let Some(spec) = hits.propagators.get(hit as usize).and_then(|h| hits.spec.propagators.get(h.entry)) else {
            return Marks::default();
        };
        if let Some(requires) = &spec.requires
            && !self.requires_holds(&requires.expr, marks, rule)
        {
            return Marks::default();
        }
        let Some(label) = &spec.label else { return marks.clone() };
        let number = self.labels.iter().position(|l| l == label).and_then(|n| u16::try_from(n).ok());
        let mut out = Marks::default();
        for entry in marks.iter() {
            let mut mark = self.table.get(entry.mark);
            let one = {
                let mut one = Marks::default();
                one.add(*entry);
                one
            };
            let replaced = match &spec.replace_labels {
                None => true,
                Some(list) => self.labels_of(&one, rule).iter().any(|l| list.contains(l)),
            };
            if replaced {
                mark.label = number;
            }
            let mark = self.table.number(mark);
            out.add(super::marks::Entry { mark, ..*entry });
        }
        out
    }

    pub(super) fn propagate(&mut self, rule: u8, hit: u32, to: NodeId, marks: &Marks) {
        let hits = &self.rules[usize::from(rule)];
        let spec = hits.propagators.get(hit as usize).and_then(|h| hits.spec.propagators.get(h.entry));
        if marks.is_empty() || !spec.is_some_and(|s| s.by_side_effect) {
            return;
        }
        if let Some(place) = self.place(to) {
            let mut there = self.read(&place);
            let mut marks = marks.clone();
            marks.through(self.tree.node(to).span, &mut self.steps);
            there.add_anywhere(&Val::marked(marks));
            self.write(&place, there);
        }
    }

    pub(super) fn eval_marked(&mut self, node: NodeId) -> Val {
        let (clean, within, within_sinks) = (self.clean, self.within.len(), self.within_sinks.len());
        let marks = self.at.remove(&node).unwrap_or_default();
        let sinks_around = self.sinks_around.len();
        if marks.sinks.iter().any(|(_, _, exact)| *exact) {
            self.sinks_around.push(node);
        }
        let (mut sanitized, mut recoded) = (0, [0; 2]);
        let in_vain = if marks.sanitizers.is_empty() || !self.cleans_nothing(node) { 0 } else { self.safe.guards };
        for (rule, hit, exact) in marks.sanitizers.iter().filter(|(rule, ..)| in_vain & (1 << rule) == 0) {
            if let Some(recodes) = self.recodes(*rule, *hit) {
                recoded[usize::from(recodes == Recodes::Decodes)] |= 1 << rule;
                continue;
            }
            sanitized |= 1 << rule;
            // What a comparison gives is harmless; what is called in it gets its arguments all the same.
            if !exact && !self.is_comparison(node) {
                self.clean |= 1 << rule;
            }
        }
        for (rule, hit, exact) in &marks.sources {
            if !exact && !self.only_side_effect(*rule, *hit) {
                self.within.push((*rule, *hit));
            }
        }
        for (rule, hit, exact) in &marks.sinks {
            if !exact {
                self.within_sinks.push((*rule, *hit));
            }
        }
        let mut value = self.eval_inner(node);
        sanitized |= self.clean;
        // Sources.
        let mut sources: Vec<(u8, u32)> = self.within.clone();
        sources.extend(marks.sources.iter().filter(|(_, _, exact)| *exact).map(|(r, h, _)| (*r, *h)));
        for (rule, hit) in sources {
            if sanitized & (1 << rule) == 0 && !self.only_side_effect(rule, hit) {
                self.add_source(rule, hit, &mut value);
            }
        }
        for (rule, hit, _) in &marks.sources {
            let by_side_effect = self.source_spec(*rule, *hit).is_some_and(|s| s.by_side_effect != BySideEffect::No);
            if by_side_effect && let Some(place) = self.place(node) {
                let mut there = self.read(&place);
                self.add_source(*rule, *hit, &mut there);
                there.konst = Konst::Unknown;
                self.write(&place, there);
            }
        }
        // What other parts of the code give to this one, and what it gives to them.
        for (rule, hit) in &marks.to {
            self.given.insert((*rule, *hit), node);
            if let Some(taken) = self.taken.get(&(*rule, *hit)).cloned() {
                value.marks.join(&taken);
                self.propagate(*rule, *hit, node, &taken);
            }
        }
        if sanitized != 0 {
            self.sanitize(&mut value, sanitized);
        }
        for (mask, label) in recoded.into_iter().zip([ENCODED_LABEL, DEFAULT_LABEL]).filter(|(mask, _)| *mask != 0) {
            self.recode(&mut value, mask, label);
        }
        for (rule, hit) in &marks.from {
            let taken = self.propagated(*rule, *hit, &value.all().only(1 << rule));
            if let Some(to) = self.given.get(&(*rule, *hit)).copied() {
                self.propagate(*rule, *hit, to, &taken);
            }
            self.taken.insert((*rule, *hit), taken);
        }
        for (rule, hit, _) in &marks.sanitizers {
            let spec = self.rules[usize::from(*rule)].sanitizers.get(*hit as usize);
            let by_side_effect = spec
                .and_then(|h| self.rules[usize::from(*rule)].spec.sanitizers.get(h.entry))
                .is_some_and(|s| s.by_side_effect);
            if by_side_effect && let Some(place) = self.place(node) {
                let mut there = self.read(&place);
                self.sanitize(&mut there, 1 << rule);
                self.write(&place, there);
            }
        }
        // Sinks.
        for (rule, hit, exact) in &marks.sinks {
            if *exact {
                let reached = self.reached(*rule, *hit, node, &value);
                self.record_sink(*rule, *hit, &reached);
            }
        }
        for n in 0..self.within_sinks.len() {
            let (rule, hit) = self.within_sinks[n];
            let all = value.all();
            self.record_sink(rule, hit, &all);
        }
        self.at.insert(node, marks);
        self.clean = clean;
        self.within.truncate(within);
        self.within_sinks.truncate(within_sinks);
        self.sinks_around.truncate(sinks_around);
        value
    }
}
