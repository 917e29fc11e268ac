//! Sources by number, and the labels that marks carry.

use std::rc::Rc;

use super::marks::{Entry, Marks, Mask, Origin};
use super::run::Run;
use super::value::Val;
use crate::rule::model::{ENCODED_LABEL, LabelExpr, Recodes};

impl<'a> Run<'a> {
    /// Labels that marks carry as far as this file tells, for `requires` of sources and propagators.
    pub(super) fn labels_of(&self, marks: &Marks, rule: u8) -> Vec<std::sync::Arc<str>> {
        let mut out = Vec::new();
        let mut queue: Vec<u32> = marks.iter().filter(|e| e.mask & (1 << rule) != 0).map(|e| e.mark).collect();
        let mut seen = queue.clone();
        while let Some(number) = queue.pop() {
            let mark = self.table.get(number);
            if let Some(label) = mark.label {
                out.push(std::sync::Arc::clone(&self.labels[usize::from(label)]));
                continue;
            }
            let more: Vec<u32> = match mark.origin {
                Origin::Source(id) => {
                    if let Some((r, hit)) = self.source_of(id)
                        && r == rule
                        && let Some(spec) = self.source_spec(rule, hit)
                    {
                        out.push(std::sync::Arc::clone(&spec.label));
                    }
                    continue;
                }
                Origin::Ret(call) | Origin::Out(call, _) => {
                    let call = &self.calls[call as usize];
                    (call.args.iter().map(|(_, m)| m))
                        .chain([&call.receiver])
                        .flat_map(|f| f.all().iter().map(|e| e.mark).collect::<Vec<_>>())
                        .collect()
                }
                _ => continue,
            };
            for number in more {
                if !seen.contains(&number) && seen.len() < 256 {
                    seen.push(number);
                    queue.push(number);
                }
            }
        }
        out
    }

    pub(super) fn requires_holds(&self, expr: &LabelExpr, marks: &Marks, rule: u8) -> bool {
        let labels = self.labels_of(marks, rule);
        expr.holds(&|l| labels.iter().any(|x| &**x == l))
    }

    /// What a sanitizer does to how a text is written.
    pub(super) fn recodes(&self, rule: u8, hit: u32) -> Option<Recodes> {
        let hits = self.rules.get(usize::from(rule))?;
        hits.spec.sanitizers.get(hits.sanitizers.get(hit as usize)?.entry)?.recodes
    }

    /// Gives a label to a value for some rules: what is encoded does no harm until it is decoded.
    pub(super) fn recode(&mut self, value: &mut Val, mask: Mask, label: &str) {
        let Some(label) = self.labels.iter().position(|l| &**l == label).and_then(|n| u16::try_from(n).ok()) else {
            return;
        };
        value.marks = self.labelled(&value.marks, mask, label);
        if let Some(shape) = value.shape.as_mut().filter(|shape| !shape.parts.is_empty()) {
            for part in Rc::make_mut(shape).parts.values_mut() {
                part.marks = self.labelled(&part.marks, mask, label);
            }
        }
    }

    fn labelled(&mut self, marks: &Marks, mask: Mask, label: u16) -> Marks {
        let encodes = &*self.labels[usize::from(label)] == ENCODED_LABEL;
        let mut out = Marks::default();
        for entry in marks.iter() {
            let mut mark = self.table.get(entry.mark);
            let begins = matches!(mark.origin, Origin::Source(_)) && mark.label.is_none() && !encodes;
            if entry.mask & mask == 0 || begins || matches!(mark.origin, Origin::Func(_) | Origin::Object(_)) {
                out.add(*entry);
                continue;
            }
            mark.label = Some(label);
            let mark = self.table.number(mark);
            out.add(Entry { mask: entry.mask & !mask, ..*entry });
            out.add(Entry { mark, mask: entry.mask & mask, ..*entry });
        }
        out
    }

    /// Source marks are numbered by rule and hit.
    pub(super) fn source_id(rule: u8, hit: u32) -> u32 {
        (u32::from(rule) << 24) | (hit & 0xff_ffff)
    }

    pub(super) fn source_of(&self, id: u32) -> Option<(u8, u32)> {
        Some((u8::try_from(id >> 24).ok()?, id & 0xff_ffff))
    }

    pub(super) fn source_spec(&self, rule: u8, hit: u32) -> Option<&'a crate::rule::model::Source> {
        let hits = self.rules.get(usize::from(rule))?;
        hits.spec.sources.get(hits.sources.get(hit as usize)?.entry)
    }
}
