//! Sorting short lists with little code.
//!
//! For: lists that are short or nearly in order. The standard library's sorts
//! are faster on long ones but take some five kilobytes for each kind of list,
//! and the core is sent to every page. Not for: lists of any size in no order.

/// Sorts by a key; equal elements may change places. Shell's method, which
/// needs no memory and does little where little is out of order.
pub(crate) fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    let mut gap = list.len() / 2;
    while gap > 0 {
        for i in gap..list.len() {
            let mut at = i;
            while at >= gap && key(&list[at - gap]) > key(&list[at]) {
                list.swap(at - gap, at);
                at -= gap;
            }
        }
        gap = if gap == 2 { 1 } else { gap * 5 / 11 };
    }
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn lists_of_all_lengths_are_sorted() {
        for length in 0..200usize {
            let mut list: Vec<usize> = (0..length).map(|i| i * 7919 % 101).collect();
            let mut expected = list.clone();
            expected.sort_unstable();
            by_key(&mut list, |n| *n);
            assert_eq!(list, expected);
        }
    }
}
