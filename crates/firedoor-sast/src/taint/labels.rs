//! Sources by number, and the labels that marks carry.

use super::marks::{Marks, Origin};
use super::run::Run;
use crate::rule::model::LabelExpr;

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
