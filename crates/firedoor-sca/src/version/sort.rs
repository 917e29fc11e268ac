//! A stable sort that bears any comparison.
//!
//! `slice::sort_by` may panic where a comparison is no total order, and hostile versions (`1.0-#`, mixed with junk
//! that does not compare at all) make none. This merge sort only ever gives some order.

use std::cmp::Ordering;

pub(crate) fn sort<T: Clone>(items: &mut [T], compare: &dyn Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
    let middle = items.len() / 2;
    sort(&mut items[..middle], compare);
    sort(&mut items[middle..], compare);
    let left = items[..middle].to_vec();
    let (mut i, mut j) = (0, middle);
    for k in 0..items.len() {
        if i == left.len() {
            return;
        }
        let take_right = j < items.len() && compare(&left[i], &items[j]) == Ordering::Greater;
        items[k] = if take_right {
            j += 1;
            items[j - 1].clone()
        } else {
            i += 1;
            left[i - 1].clone()
        };
    }
}

#[test]
fn sorts_stably_and_bears_nonsense() {
    let mut v: Vec<(u32, u32)> = (0..500).map(|i| ((i * 7919) % 50, i)).collect();
    let mut w = v.clone();
    sort(&mut v, &|a, b| a.0.cmp(&b.0));
    w.sort_by_key(|p| p.0);
    assert_eq!(v, w);
    sort(&mut v, &|_, _| Ordering::Greater);
}
