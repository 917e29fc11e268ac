//! The classes below a class, and the functions of a class by their name. Both are asked at every call of a method, so they
//! are looked up and not searched for: a file or project may have thousands of classes.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::tree::Sym;

/// The classes directly below each class.
#[derive(Debug, Default)]
pub(super) struct Below(FxHashMap<u64, Vec<u64>>);

impl Below {
    /// Of classes with those that they name as above them.
    pub(super) fn new<'b>(classes: impl Iterator<Item = (u64, &'b [u64])>) -> Self {
        let mut below: FxHashMap<u64, Vec<u64>> = FxHashMap::default();
        for (class, bases) in classes {
            for base in bases {
                below.entry(*base).or_default().push(class);
            }
        }
        Self(below)
    }

    /// The classes at most so many levels below, without the class itself; sorted.
    pub(super) fn of(&self, class: u64, levels: usize) -> Vec<u64> {
        let Some(first) = self.0.get(&class) else { return Vec::new() };
        let mut seen: FxHashSet<u64> = std::iter::once(class).collect();
        let mut out: Vec<u64> = first.iter().copied().filter(|c| seen.insert(*c)).collect();
        let mut from = 0;
        for _ in 1..levels {
            let level = from..out.len();
            if level.is_empty() {
                break;
            }
            from = out.len();
            for at in level {
                let next = self.0.get(&out[at]).into_iter().flatten().copied();
                out.extend(next.filter(|c| seen.insert(*c)));
            }
        }
        out.sort_unstable();
        out
    }
}

/// Functions by their class and name.
#[derive(Debug)]
pub(super) struct Methods<F>(Vec<(u64, Sym, F)>);

impl<F> Default for Methods<F> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<F: Copy + Ord> Methods<F> {
    pub(super) fn new(all: impl Iterator<Item = (u64, Sym, F)>) -> Self {
        let mut all: Vec<(u64, Sym, F)> = all.collect();
        all.sort_unstable();
        all.shrink_to_fit();
        Self(all)
    }

    /// Those of a class that have a name, in order.
    pub(super) fn of(&self, class: u64, name: Sym) -> impl Iterator<Item = F> + '_ {
        let from = self.0.partition_point(|(c, n, _)| (*c, *n) < (class, name));
        self.0[from..].iter().take_while(move |(c, n, _)| (*c, *n) == (class, name)).map(|(.., func)| *func)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_and_diamonds_end() {
        let classes = [(1, vec![2]), (2, vec![3]), (3, vec![1]), (4, vec![2, 3]), (5, vec![4])];
        let below = Below::new(classes.iter().map(|(c, b)| (*c, &b[..])));
        assert_eq!(below.of(3, 1), [2, 4]);
        assert_eq!(below.of(3, 2), [1, 2, 4, 5]);
        assert_eq!(below.of(3, 8), [1, 2, 4, 5]);
        assert_eq!(below.of(5, 8), [0_u64; 0]);
    }

    #[test]
    fn methods_are_those_of_the_class_and_name() {
        let (a, b) = (Sym::new("a"), Sym::new("b"));
        let all = Methods::new([(2, a, 7), (1, a, 5), (1, b, 6), (1, a, 4)].into_iter());
        assert_eq!(all.of(1, a).collect::<Vec<_>>(), [4, 5]);
        assert_eq!(all.of(2, b).count(), 0);
    }
}
