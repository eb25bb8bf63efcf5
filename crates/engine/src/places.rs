//! Where classes stand.
//!
//! For: keeping the places of every class in the order of the text, and moving
//! those behind a change. Not for: finding them. The memory is reused; only what
//! was touched is cleared.

use bezint_text::Change;

use crate::sort;
use crate::tables::ClassId;

/// Tokens `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Per class the places it stands, in order.
#[derive(Default)]
pub(crate) struct Places {
    places: Vec<Vec<Place>>,
    touched: Vec<ClassId>,
    /// Those classes as bits: most questions are whether a class is there at
    /// all, and these answer without touching its places.
    there: Vec<u64>,
}

impl Places {
    /// No places, of so many classes.
    pub(crate) fn new(classes: u32) -> Places {
        let mut places = Places::default();
        places.places.resize_with(classes as usize, Vec::new);
        places.there.resize((classes as usize).div_ceil(64), 0);
        places
    }

    /// Where a class stands.
    pub(crate) fn at(&self, class: ClassId) -> &[Place] {
        self.places.get(class as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether any of these classes stands anywhere.
    pub(crate) fn has_any(&self, classes: &[ClassId]) -> bool {
        classes.iter().any(|&c| self.has(c))
    }

    /// Whether a class stands anywhere.
    pub(crate) fn has(&self, class: ClassId) -> bool {
        let bits = self.there.get(class as usize / 64);
        bits.is_some_and(|bits| bits & 1 << (class % 64) != 0)
    }

    /// Classes that stand somewhere.
    pub(crate) fn present(&self) -> &[ClassId] {
        &self.touched
    }

    /// Adds a place behind those of its class, unless it is the last of them.
    pub(crate) fn add(&mut self, class: ClassId, place: Place) {
        let list = self.list(class);
        if list.last() != Some(&place) {
            list.push(place);
        }
    }

    /// Adds places in any order and empties the list.
    pub(crate) fn add_all(&mut self, found: &mut Vec<(ClassId, Place)>) {
        for &(class, place) in &*found {
            self.add(class, place);
        }
        if found.len() > 1 {
            sort::by_key(found, |(class, _)| *class);
            found.dedup_by_key(|(class, _)| *class);
        }
        for (class, _) in found.drain(..) {
            let list = &mut self.places[class as usize];
            if !list.is_sorted() {
                sort::by_key(list, |p| *p);
            }
            list.dedup();
        }
    }

    /// Forgets all places.
    pub(crate) fn forget(&mut self) {
        for class in self.touched.drain(..) {
            self.places[class as usize].clear();
            self.there[class as usize / 64] = 0;
        }
    }

    /// Forgets the places of one class.
    pub(crate) fn forget_class(&mut self, class: ClassId) {
        self.places[class as usize].clear();
        self.there[class as usize / 64] &= !(1 << (class % 64));
        self.touched.retain(|&touched| touched != class);
    }

    /// Moves the places of `others`, which stand behind all of these, to here.
    pub(crate) fn append(&mut self, others: &mut Places) {
        if self.touched.is_empty() {
            std::mem::swap(self, others);
            return;
        }
        for &class in &others.touched {
            self.list(class).append(&mut others.places[class as usize]);
        }
        others.forget();
    }

    /// Moves the places of `others` to where tokens changed.
    pub(crate) fn replace(&mut self, change: Change, others: &mut Places) {
        let Change {
            start,
            before,
            after,
        } = change;
        let first_from = |list: &[Place], token: usize| {
            list.partition_point(|place| (place.start as usize) < token)
        };
        let Places { places, there, .. } = self;
        self.touched.retain(|&class| {
            let list = &mut places[class as usize];
            let (from, to) = (first_from(list, start), first_from(list, before));
            for place in &mut list[to..] {
                place.start = (place.start as usize - before + after) as u32;
                place.end = (place.end as usize - before + after) as u32;
            }
            let gone = Change {
                start: from,
                before: to,
                after: from,
            };
            gone.replace(list, &mut Vec::new());
            if list.is_empty() {
                there[class as usize / 64] &= !(1 << (class % 64));
            }
            !list.is_empty()
        });
        if self.touched.is_empty() {
            std::mem::swap(self, others);
            return;
        }
        for &class in &others.touched {
            let list = self.list(class);
            let at = first_from(list, start);
            let here = Change {
                start: at,
                before: at,
                after: at,
            };
            here.replace(list, &mut others.places[class as usize]);
        }
        others.forget();
    }

    /// The places of a class that is about to stand somewhere.
    fn list(&mut self, class: ClassId) -> &mut Vec<Place> {
        let list = &mut self.places[class as usize];
        if list.is_empty() {
            self.touched.push(class);
            self.there[class as usize / 64] |= 1 << (class % 64);
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(start: u32, end: u32) -> Place {
        Place { start, end }
    }

    #[test]
    fn places_behind_a_change_move_and_those_within_it_are_replaced() {
        let mut all = Places::new(100);
        for (class, start) in [(1, 0), (1, 4), (1, 9), (2, 5), (99, 9)] {
            all.add(class, place(start, start + 1));
        }
        let mut fresh = Places::new(100);
        fresh.add(1, place(4, 5));
        fresh.add(3, place(3, 5));
        let change = Change {
            start: 3,
            before: 6,
            after: 5,
        };
        all.replace(change, &mut fresh);
        assert_eq!(all.at(1), [place(0, 1), place(4, 5), place(8, 9)]);
        assert_eq!((all.at(2), all.has(2)), (&[][..], false));
        assert_eq!(
            (all.at(3), all.at(99)),
            (&[place(3, 5)][..], &[place(8, 9)][..])
        );
        let mut present = all.present().to_vec();
        present.sort_unstable();
        assert_eq!(present, [1, 3, 99]);
        assert!(fresh.present().is_empty() && fresh.at(1).is_empty());
        all.forget_class(99);
        assert!(!all.has(99) && all.has(1));
    }
}
