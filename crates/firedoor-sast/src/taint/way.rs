//! Ways from a source as they are put together while flows are joined.

use std::rc::Rc;

use firedoor_core::Span;

/// Longest trace.
const MAX_TRACE: usize = 60;
/// A way that was put together more often than this is written out.
const MAX_NESTING: usize = 64;

/// A place: file and range.
pub(super) type Place = (u32, Span);

/// Places one after the other. Ways are joined far more often than they are read, so a longer one shares the shorter ones
/// that it is made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Way(Option<Rc<Part>>);

#[derive(Debug)]
struct Part {
    len: usize,
    nesting: usize,
    first: Place,
    last: Place,
    body: Body,
}

#[derive(Debug)]
enum Body {
    Places(Box<[Place]>),
    Both(Rc<Part>, Rc<Part>),
}

impl Way {
    pub(super) fn of(places: Vec<Place>) -> Self {
        let (Some(first), Some(last)) = (places.first().copied(), places.last().copied()) else { return Self(None) };
        let len = places.len();
        Self(Some(Rc::new(Part { len, nesting: 0, first, last, body: Body::Places(places.into_boxed_slice()) })))
    }

    pub(super) fn one(place: Place) -> Self {
        Self::of(vec![place])
    }

    pub(super) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |part| part.len)
    }

    /// This way and then another; a place at which both meet is there once.
    pub(super) fn then(&self, other: &Self) -> Self {
        let (Some(a), Some(b)) = (&self.0, &other.0) else {
            return if self.0.is_none() { other.clone() } else { self.clone() };
        };
        let meets = usize::from(a.last == b.first);
        if a.len >= MAX_TRACE || b.len == meets {
            return self.clone();
        }
        let nesting = a.nesting.max(b.nesting) + 1;
        let len = (a.len + b.len - meets).min(MAX_TRACE);
        let body = Body::Both(Rc::clone(a), Rc::clone(b));
        let both = Self(Some(Rc::new(Part { len, nesting, first: a.first, last: b.last, body })));
        if nesting > MAX_NESTING { Self::of(both.places()) } else { both }
    }

    /// All places in their order.
    pub(super) fn places(&self) -> Vec<Place> {
        let mut out: Vec<Place> = Vec::with_capacity(self.len());
        let mut open: Vec<&Part> = self.0.as_deref().into_iter().collect();
        while let Some(part) = open.pop() {
            match &part.body {
                Body::Places(places) => {
                    for place in places {
                        if out.last() != Some(place) && out.len() < MAX_TRACE {
                            out.push(*place);
                        }
                    }
                }
                Body::Both(a, b) => open.extend([&**b, &**a]),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: u32) -> Way {
        Way::one((0, Span { start: n, end: n + 1 }))
    }

    #[test]
    fn ways_are_joined_where_they_meet() {
        let ab = at(1).then(&at(2));
        let bc = at(2).then(&at(3));
        let all = ab.then(&bc);
        assert_eq!((all.len(), all.places().len()), (3, 3));
        assert_eq!(ab.then(&at(2)).len(), 2);
        assert_eq!(Way::default().then(&ab).len(), 2);
    }

    #[test]
    fn long_ways_keep_their_beginning() {
        let mut way = Way::default();
        let mut back = Way::default();
        for n in 0..5000 {
            way = way.then(&at(n));
            back = at(n).then(&back);
        }
        assert_eq!((way.len(), back.len()), (MAX_TRACE, MAX_TRACE));
        assert_eq!(way.places().last().map(|p| p.1.start), Some(59));
        assert_eq!(back.places().first().map(|p| p.1.start), Some(4999));
    }
}
