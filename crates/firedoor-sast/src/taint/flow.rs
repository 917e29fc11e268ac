//! Values as they are kept for the end of the run: marks of the whole and of the parts, without what only the
//! interpretation of one file needs.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::marks::{ANY, Entry, Marks, Path, WHOLE};
use super::value::{Key, Val};

/// Deepest nesting of parts.
const MAX_DEPTH: usize = 3;
/// Most parts of one value.
const MAX_PARTS: usize = 48;

/// A value's marks, by part. Those of a whole project are held at once, and most carry nothing: that takes no room.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow(Option<Arc<Body>>);

#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    marks: Marks,
    parts: Vec<(u32, Flow)>,
}

impl Flow {
    fn new(marks: Marks, parts: Vec<(u32, Self)>) -> Self {
        let is_nothing = marks.is_empty() && parts.is_empty();
        Self((!is_nothing).then(|| Arc::new(Body { marks, parts })))
    }

    pub(super) fn of(value: &Val) -> Self {
        Self::within(value, 0)
    }

    fn within(value: &Val, depth: usize) -> Self {
        let own = || {
            let mut marks = value.marks.clone();
            value.callables().for_each(|e| marks.add(e));
            marks
        };
        let Some(shape) = value.shape.as_ref().filter(|s| !s.parts.is_empty()) else {
            return Self::new(own(), Vec::new());
        };
        if depth >= MAX_DEPTH || shape.parts.len() > MAX_PARTS {
            return Self::new(value.all(), Vec::new());
        }
        let part = |(key, part): (&Key, &Val)| (key.hash(), Self::within(part, depth + 1));
        let mut parts: Vec<(u32, Self)> = shape.parts.iter().map(part).collect();
        parts.sort_by_key(|(key, _)| *key);
        // What carries nothing at all needs no parts.
        if value.marks.is_empty() && parts.iter().all(|(_, part)| part.0.is_none()) {
            return Self::new(own(), Vec::new());
        }
        Self::new(own(), parts)
    }

    pub(super) fn marked(marks: Marks) -> Self {
        Self::new(marks, Vec::new())
    }

    /// Marks of the whole and of named parts.
    pub(super) fn parted(marks: Marks, mut parts: Vec<(u32, Self)>) -> Self {
        parts.sort_by_key(|(key, _)| *key);
        parts.dedup_by_key(|(key, _)| *key);
        Self::new(marks, parts)
    }

    /// The marks of the whole, as they are.
    pub(super) fn own_marks(&self) -> &[Entry] {
        self.0.as_ref().map_or(&[], |body| body.marks.entries())
    }

    /// Where it is kept: equal places are equal values as long as one of them is held.
    pub(super) fn address(&self) -> Option<*const Body> {
        self.0.as_ref().map(Arc::as_ptr)
    }

    pub(super) fn parts(&self) -> &[(u32, Self)] {
        self.0.as_ref().map_or(&[], |body| &body.parts)
    }

    /// The marks of the whole.
    fn marks(&self) -> Marks {
        self.0.as_ref().map(|body| body.marks.clone()).unwrap_or_default()
    }

    pub(super) fn is_empty(&self) -> bool {
        (self.0.as_ref()).is_none_or(|body| body.marks.is_empty() && body.parts.iter().all(|(_, p)| p.is_empty()))
    }

    /// The marks of the value and all of its parts.
    pub(super) fn all(&self) -> Marks {
        let mut marks = self.marks();
        self.parts().iter().for_each(|(_, part)| marks.join(&part.all()));
        marks
    }

    /// Without some marks of the whole.
    pub(super) fn without(mut self, drop: impl Fn(&Entry) -> bool) -> Self {
        if let Some(body) = &mut self.0 {
            Arc::make_mut(body).marks.retain(|e| !drop(e));
        }
        self
    }

    /// Without some marks of the whole and of its parts.
    pub(super) fn without_all(mut self, drop: &impl Fn(&Entry) -> bool) -> Self {
        if let Some(body) = &mut self.0 {
            let body = Arc::make_mut(body);
            body.marks.retain(|e| !drop(e));
            for (_, part) in &mut body.parts {
                *part = std::mem::take(part).without_all(drop);
            }
        }
        self
    }

    pub(super) fn join(&mut self, other: &Self) {
        let Some(theirs) = &other.0 else {
            return;
        };
        let body = Arc::make_mut(self.0.get_or_insert_default());
        for (key, part) in &mut body.parts {
            if theirs.parts.binary_search_by_key(key, |(k, _)| *k).is_err() {
                part.add(&theirs.marks.part(*key));
            }
        }
        for (key, part) in &theirs.parts {
            match body.parts.binary_search_by_key(key, |(k, _)| *k) {
                Ok(at) => body.parts[at].1.join(part),
                Err(at) if body.parts.len() < MAX_PARTS => {
                    let mut part = part.clone();
                    part.add(&body.marks.part(*key));
                    body.parts.insert(at, (*key, part));
                }
                Err(_) => body.marks.join(&part.all()),
            }
        }
        body.marks.join(&theirs.marks);
    }

    fn add(&mut self, marks: &Marks) {
        if !marks.is_empty() {
            Arc::make_mut(self.0.get_or_insert_default()).marks.join(marks);
        }
    }

    /// Nothing will be added: what is the same as in another frozen value takes no room of its own.
    pub(super) fn freeze(&mut self, pool: &mut Pool) {
        let Some(body) = &mut self.0 else { return };
        if !body.parts.is_empty() {
            Arc::make_mut(body).parts.iter_mut().for_each(|(_, part)| part.freeze(pool));
        }
        pool.share(body);
    }

    /// Whether the part at the beginning of a path is told apart.
    pub(super) fn has(&self, path: Path) -> bool {
        path[0] > ANY && self.parts().binary_search_by_key(&path[0], |(k, _)| *k).is_ok()
    }

    /// What lies at the end of a path: marks, and the rest of the path into what these stand for.
    pub(super) fn at(&self, path: Path, out: &mut Vec<(Marks, Path)>) {
        let rest = [path[1], path[2], 0];
        let parts = self.parts();
        match path[0] {
            0 | WHOLE => out.push((self.all(), path)),
            _ if parts.is_empty() => out.push((self.marks(), path)),
            ANY => {
                let marks = self.marks();
                if !marks.is_empty() {
                    out.push((marks, path));
                }
                parts.iter().for_each(|(_, part)| part.at(rest, out));
            }
            key => match parts.binary_search_by_key(&key, |(k, _)| *k) {
                Ok(at) => parts[at].1.at(rest, out),
                Err(_) => out.push((self.marks(), path)),
            },
        }
    }
}

/// Frozen values, each once. Many calls of a file are handed the same values, with marks by the dozen.
#[derive(Debug, Default)]
pub(super) struct Pool(FxHashMap<u64, SmallVec<[Arc<Body>; 1]>>);

impl Pool {
    /// The names of parts whose own marks include one of these.
    pub(super) fn holding(&self, is_it: impl Fn(u32) -> bool) -> Vec<u32> {
        let parts = self.0.values().flatten().flat_map(|body| &body.parts);
        let held = parts.filter(|(_, part)| part.own_marks().iter().any(|e| is_it(e.mark)));
        let mut names: Vec<u32> = held.map(|(key, _)| *key).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn share(&mut self, body: &mut Arc<Body>) {
        let known = self.0.entry(body.digest()).or_default();
        match known.iter().find(|other| other.is(body)) {
            Some(other) => *body = Arc::clone(other),
            None => {
                let own = Arc::make_mut(body);
                own.parts.shrink_to_fit();
                own.marks.freeze();
                known.push(Arc::clone(body));
            }
        }
    }
}

impl Body {
    fn digest(&self) -> u64 {
        let mut hasher = FxHasher::default();
        self.marks.entries().hash(&mut hasher);
        for (key, part) in &self.parts {
            key.hash(&mut hasher);
            part.address().hash(&mut hasher);
        }
        hasher.finish()
    }

    /// Whether two bodies of one pool are the same: their parts are shared if they are.
    fn is(&self, other: &Self) -> bool {
        let parts = || self.parts.iter().zip(&other.parts);
        self.marks.entries() == other.marks.entries()
            && self.parts.len() == other.parts.len()
            && parts().all(|(a, b)| a.0 == b.0 && a.1.address() == b.1.address())
    }
}
