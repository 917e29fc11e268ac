//! Maven's order of versions, as `ComparableVersion` has it up to Maven 3.8.6, and as the specification writes it down (POM
//! reference, "Version Order Specification"). Since Maven 3.8.7 a last word behind a dot is as one behind a hyphen (issue
//! MNG-7559), which the specification does not say; advisories are written in the older order.
//!
//! A version is a list of numbers and words. A hyphen, and a change between digits and letters, begins a list within the
//! list; it is always the last thing of the one around it, so that the lists of a version are a chain. Trailing items that
//! mean nothing are dropped from each, also before a list within; then the chains are compared, item by item.

use std::cmp::Ordering;

use super::{cmp_digits, is_digits};

#[derive(Clone, Copy, Debug)]
enum Item<'a> {
    Number(&'a str),
    /// The place among the well-known words, and the text for unknown ones.
    Word(u8, &'a str),
}

/// Place of the empty word, and of those that mean a release.
const RELEASE: u8 = 5;
/// Place of unknown words.
const UNKNOWN: u8 = 7;

impl<'a> Item<'a> {
    fn new(text: &'a str, before_digit: bool) -> Self {
        if is_digits(text) {
            return Self::Number(text);
        }
        let is = |w: &str| text.eq_ignore_ascii_case(w);
        // A single letter is short for a word only where a digit follows at once.
        let short = |w: &str| before_digit && is(w);
        let rank = if is("alpha") || short("a") {
            0
        } else if is("beta") || short("b") {
            1
        } else if is("milestone") || short("m") {
            2
        } else if is("rc") || is("cr") {
            3
        } else if is("snapshot") {
            4
        } else if is("ga") || is("final") || is("release") {
            RELEASE
        } else if is("sp") {
            6
        } else {
            UNKNOWN
        };
        Self::Word(rank, text)
    }

    fn is_null(self) -> bool {
        self.cmp_nothing() == Ordering::Equal
    }

    /// Against the end of the other list.
    fn cmp_nothing(self) -> Ordering {
        match self {
            Self::Number(digits) => cmp_digits(digits, "0"),
            Self::Word(rank, _) => rank.cmp(&RELEASE),
        }
    }

    fn cmp(self, other: Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => cmp_digits(a, b),
            (Self::Number(_), Self::Word(..)) => Ordering::Greater,
            (Self::Word(..), Self::Number(_)) => Ordering::Less,
            (Self::Word(a, _), Self::Word(b, _)) if a != b || a != UNKNOWN => a.cmp(&b),
            (Self::Word(_, a), Self::Word(_, b)) => {
                a.chars().flat_map(char::to_lowercase).cmp(b.chars().flat_map(char::to_lowercase))
            }
        }
    }
}

/// The chain of lists of a version.
struct Chain<'a> {
    items: Vec<Item<'a>>,
    /// For each list, where its items end; those of the next list begin there.
    ends: Vec<usize>,
}

impl<'a> Chain<'a> {
    fn new(text: &'a str) -> Self {
        let mut lists: Vec<(usize, usize)> = Vec::with_capacity(4);
        let mut items: Vec<Item<'a>> = Vec::with_capacity(8);
        let bytes = text.as_bytes();
        let (mut start, mut first) = (0, 0);
        for (i, &b) in bytes.iter().enumerate() {
            let separates = matches!(b, b'.' | b'-');
            let changes = i > start && bytes[i - 1].is_ascii_digit() != b.is_ascii_digit();
            if !separates && !changes {
                continue;
            }
            let item = text.get(start..i).unwrap_or("");
            let item = if item.is_empty() { Item::Number("0") } else { Item::new(item, !separates) };
            items.push(item);
            start = if separates { i + 1 } else { i };
            if b != b'.' {
                lists.push((first, items.len()));
                first = items.len();
            }
        }
        if start < bytes.len() {
            let item = Item::new(text.get(start..).unwrap_or(""), false);
            items.push(item);
        }
        lists.push((first, items.len()));
        // Each list loses what means nothing at its end, and the chain the empty lists at its end.
        let mut chain = Self { items: Vec::with_capacity(items.len()), ends: Vec::with_capacity(lists.len()) };
        for (from, to) in lists {
            let list = items.get(from..to).unwrap_or_default();
            let kept = list.iter().rposition(|i| !i.is_null()).map_or(0, |i| i + 1);
            // The specification goes further than `ComparableVersion` for a word that means a release: `1-ga-1` is `1-1`.
            let release = !list.is_empty() && list.iter().all(|i| matches!(i, Item::Word(RELEASE, _)));
            if release && !chain.ends.is_empty() {
                continue;
            }
            chain.items.extend(list.iter().take(kept));
            chain.ends.push(chain.items.len());
        }
        while let [.., before, last] = chain.ends.as_slice()
            && before == last
        {
            chain.ends.pop();
        }
        chain
    }

    /// The items of a list and of those within it, in order.
    fn rest(&self, list: usize) -> &[Item<'a>] {
        let from = list.checked_sub(1).and_then(|l| self.ends.get(l)).copied().unwrap_or(0);
        self.items.get(from..).unwrap_or_default()
    }

    fn list(&self, list: usize) -> &[Item<'a>] {
        let from = list.checked_sub(1).and_then(|l| self.ends.get(l)).copied().unwrap_or(0);
        self.ends.get(list).and_then(|to| self.items.get(from..*to)).unwrap_or_default()
    }

    fn has(&self, list: usize) -> bool {
        list < self.ends.len()
    }

    /// A list against the end of the other.
    fn cmp_nothing(&self, list: usize) -> Ordering {
        first_of(Some(self.rest(list)))
    }
}

/// Items against nothing: the first that means something decides.
fn first_of(items: Option<&[Item<'_>]>) -> Ordering {
    items.unwrap_or_default().iter().map(|i| i.cmp_nothing()).find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
}

pub(super) fn compare(a: &str, b: &str) -> Option<Ordering> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let (a, b) = (Chain::new(a), Chain::new(b));
    // Both chains go inwards together: where only one has a list, that ends the comparison.
    for list in 0..a.ends.len().max(b.ends.len()) {
        let (x, y) = (a.list(list), b.list(list));
        let common = x.len().min(y.len());
        let unequal = x.iter().zip(y).map(|(x, y)| x.cmp(*y)).find(|o| o.is_ne());
        if unequal.is_some() {
            return unequal;
        }
        let (more_a, more_b) = (a.has(list + 1), b.has(list + 1));
        let ordering = match (x.get(common), y.get(common)) {
            (None, None) if more_a && more_b => continue,
            (None, None) if more_a => a.cmp_nothing(list + 1),
            (None, None) if more_b => b.cmp_nothing(list + 1).reverse(),
            (None, None) => Ordering::Equal,
            // A list is before numbers and behind words.
            (Some(x), None) if more_b => match x {
                Item::Number(_) => Ordering::Greater,
                Item::Word(..) => Ordering::Less,
            },
            (None, Some(y)) if more_a => match y {
                Item::Number(_) => Ordering::Less,
                Item::Word(..) => Ordering::Greater,
            },
            // The other side has ended: what is left is compared with nothing, the lists within too.
            (Some(_), _) => first_of(a.rest(list).get(common..)),
            (_, Some(_)) => first_of(b.rest(list).get(common..)).reverse(),
        };
        return Some(ordering);
    }
    Some(Ordering::Equal)
}
