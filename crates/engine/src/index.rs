//! Look-up structures made from the tables when they are loaded.
//!
//! For: finding the rules and phrases worth trying. Not for: spellings, which
//! the image finds.

use crate::image::Image;

/// All look-ups.
pub(crate) struct Index {
    /// Per class the rules' alternatives anchored on it.
    pub(crate) rules_by_class: Lists<Candidate>,
    /// Per level and class the phrases anchored on it.
    pub(crate) phrases_by_class: Vec<Lists<u32>>,
}

/// An alternative of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Candidate {
    /// The rule.
    pub(crate) rule: u32,
    /// Which of its `any`.
    pub(crate) place: u32,
    /// The alternative's own number.
    pub(crate) alternative: u32,
}

/// Many short lists in one allocation.
pub(crate) struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    fn new(count: usize, pairs: &[(u32, T)]) -> Lists<T> {
        let mut starts = vec![0u32; count + 1];
        for &(class, _) in pairs {
            starts[class as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut items = vec![T::default(); pairs.len()];
        for &(class, item) in pairs {
            let slot = &mut next[class as usize];
            items[*slot as usize] = item;
            *slot += 1;
        }
        Lists { starts, items }
    }

    pub(crate) fn get(&self, class: u32) -> &[T] {
        match self.starts.get(class as usize..class as usize + 2) {
            Some(&[from, to]) => &self.items[from as usize..to as usize],
            _ => &[],
        }
    }
}

impl Index {
    /// Makes the look-ups.
    pub(crate) fn new(image: &Image) -> Index {
        let classes = image.classes as usize;
        let patterns = &image.patterns;
        let mut pairs = Vec::new();
        for (number, rule) in image.rulebook.rules.iter().enumerate() {
            for (place, &alternative) in rule.any.iter().enumerate() {
                if rule.any[..place].contains(&alternative) {
                    continue;
                }
                for &class in patterns.anchored(patterns.alternative(alternative)) {
                    let candidate = Candidate {
                        rule: number as u32,
                        place: place as u32,
                        alternative,
                    };
                    pairs.push((class, candidate));
                }
            }
        }
        let rules_by_class = Lists::new(classes, &pairs);
        let by_class = |level: &Vec<_>| {
            pairs_of(
                level.iter().map(|phrase| patterns.phrase_anchored(phrase)),
                classes,
            )
        };
        let phrases_by_class = patterns.phrases.iter().map(by_class).collect();
        Index {
            rules_by_class,
            phrases_by_class,
        }
    }
}

fn pairs_of<'a>(anchors: impl Iterator<Item = &'a [u32]>, classes: usize) -> Lists<u32> {
    let mut pairs = Vec::new();
    for (number, anchor) in anchors.enumerate() {
        pairs.extend(anchor.iter().map(|&class| (class, number as u32)));
    }
    Lists::new(classes, &pairs)
}
