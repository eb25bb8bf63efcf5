//! Look-up structures made from the tables when they are loaded.
//!
//! For: finding the classes of a spelling and the rules worth trying. Not for:
//! compiling anything; making these is one pass over the tables.

use crate::tables::{Alternative, ClassId, Tables};
use crate::words::{Beginnings, Words};

/// All look-ups.
pub(crate) struct Index {
    pub(crate) words: Words,
    pub(crate) heads: Words,
    pub(crate) tails: Words,
    pub(crate) not_compound: Words,
    pub(crate) plain: Words,
    /// The beginnings of plain phrases, whole words only.
    pub(crate) beginnings: Beginnings,
    /// Per class the rules' alternatives anchored on it: (rule, n-th of `any`).
    pub(crate) rules_by_class: Lists<(u32, u32)>,
    /// Per level and class the phrases anchored on it.
    pub(crate) phrases_by_class: Vec<Lists<u32>>,
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

/// The classes that decide whether an alternative is tried.
fn anchored(alternative: &Alternative) -> &[ClassId] {
    let (part, step) = alternative.anchor;
    &alternative.parts[part as usize].elements[step as usize].classes
}

impl Index {
    /// Whether all spellings have an entry.
    pub(crate) fn complete(&self) -> bool {
        let all = [
            &self.words,
            &self.heads,
            &self.tails,
            &self.not_compound,
            &self.plain,
        ];
        all.into_iter().all(Words::complete)
    }

    /// Makes the look-ups. The tables must have passed [`crate::check::verify`].
    pub(crate) fn new(tables: &Tables) -> Index {
        let classes = tables.classes as usize;
        let mut pairs = Vec::new();
        for (number, rule) in tables.rules.iter().enumerate() {
            for (place, &alternative) in rule.any.iter().enumerate() {
                if rule.any[..place].contains(&alternative) {
                    continue;
                }
                for &class in anchored(&tables.alternatives[alternative as usize]) {
                    pairs.push((class, (number as u32, place as u32)));
                }
            }
        }
        let rules_by_class = Lists::new(classes, &pairs);
        let phrases_by_class = tables
            .phrases
            .iter()
            .map(|level| {
                let mut pairs = Vec::new();
                for (number, phrase) in level.iter().enumerate() {
                    for &class in &phrase.sequence.elements[phrase.anchor as usize].classes {
                        pairs.push((class, number as u32));
                    }
                }
                Lists::new(classes, &pairs)
            })
            .collect();
        Index {
            words: Words::new(&tables.words, &tables.word_lists),
            heads: Words::parts(&tables.heads, &tables.head_lists),
            tails: Words::parts(&tables.tails, &tables.tail_lists),
            not_compound: Words::new(&tables.not_compound, &tables.not_lists),
            plain: Words::new(&tables.plain, &tables.plain_lists),
            beginnings: Beginnings::new(&tables.plain),
            rules_by_class,
            phrases_by_class,
        }
    }
}
