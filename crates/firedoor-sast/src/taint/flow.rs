//! Values as they are kept for the end of the run: marks of the whole and of the parts, without what only the
//! interpretation of one file needs.

use super::marks::{ANY, Marks, Path, WHOLE};
use super::value::{Key, Val};

/// Deepest nesting of parts.
const MAX_DEPTH: usize = 3;
/// Most parts of one value.
const MAX_PARTS: usize = 48;

/// A value's marks, by part.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    pub(super) marks: Marks,
    parts: Vec<(u32, Flow)>,
    /// The function that it is.
    pub(super) func: Option<u32>,
}

impl Flow {
    pub(super) fn of(value: &Val) -> Self {
        Self::within(value, 0)
    }

    fn within(value: &Val, depth: usize) -> Self {
        let func = value.func.as_ref().map(|f| f.func);
        let Some(shape) = value.shape.as_ref().filter(|s| !s.parts.is_empty()) else {
            return Self { marks: value.marks.clone(), parts: Vec::new(), func };
        };
        if depth >= MAX_DEPTH || shape.parts.len() > MAX_PARTS {
            return Self { marks: value.all(), parts: Vec::new(), func };
        }
        let part = |(key, part): (&Key, &Val)| (key.hash(), Self::within(part, depth + 1));
        let mut parts: Vec<(u32, Self)> = shape.parts.iter().map(part).collect();
        parts.sort_by_key(|(key, _)| *key);
        let flow = Self { marks: value.marks.clone(), parts, func };
        // What carries nothing at all needs no parts.
        if flow.is_empty() { Self { func, ..Self::default() } } else { flow }
    }

    pub(super) fn marked(marks: Marks) -> Self {
        Self { marks, ..Self::default() }
    }

    /// Calls `see` with all entries of the whole and of its parts.
    pub(super) fn each(&self, see: &mut impl FnMut(&super::marks::Entry)) {
        self.marks.iter().for_each(&mut *see);
        self.parts.iter().for_each(|(_, part)| part.each(see));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.parts.iter().all(|(_, p)| p.is_empty() && p.func.is_none())
    }

    /// The marks of the value and all of its parts.
    pub(super) fn all(&self) -> Marks {
        let mut marks = self.marks.clone();
        self.parts.iter().for_each(|(_, part)| marks.join(&part.all()));
        marks
    }

    /// Without some marks of the whole.
    pub(super) fn without(mut self, drop: impl Fn(&super::marks::Entry) -> bool) -> Self {
        self.marks.retain(|e| !drop(e));
        self
    }

    pub(super) fn join(&mut self, other: &Self) {
        if self.func != other.func {
            self.func = self.func.or(other.func).filter(|_| self.func.is_none() || other.func.is_none());
        }
        for (key, part) in &mut self.parts {
            if other.parts.binary_search_by_key(key, |(k, _)| *k).is_err() {
                part.marks.join(&other.marks.part(*key));
            }
        }
        for (key, part) in &other.parts {
            match self.parts.binary_search_by_key(key, |(k, _)| *k) {
                Ok(at) => self.parts[at].1.join(part),
                Err(at) if self.parts.len() < MAX_PARTS => {
                    let mut part = part.clone();
                    part.marks.join(&self.marks.part(*key));
                    self.parts.insert(at, (*key, part));
                }
                Err(_) => self.marks.join(&part.all()),
            }
        }
        self.marks.join(&other.marks);
    }

    /// Whether the part at the beginning of a path is told apart.
    pub(super) fn has(&self, path: Path) -> bool {
        path[0] > ANY && self.parts.binary_search_by_key(&path[0], |(k, _)| *k).is_ok()
    }

    /// What lies at the end of a path: marks, and the rest of the path into what these stand for.
    pub(super) fn at(&self, path: Path, out: &mut Vec<(Marks, Path)>) {
        let rest = [path[1], path[2], 0];
        match path[0] {
            0 | WHOLE => out.push((self.all(), path)),
            _ if self.parts.is_empty() => out.push((self.marks.clone(), path)),
            ANY => {
                if !self.marks.is_empty() {
                    out.push((self.marks.clone(), path));
                }
                self.parts.iter().for_each(|(_, part)| part.at(rest, out));
            }
            key => match self.parts.binary_search_by_key(&key, |(k, _)| *k) {
                Ok(at) => self.parts[at].1.at(rest, out),
                Err(_) => out.push((self.marks.clone(), path)),
            },
        }
    }
}
