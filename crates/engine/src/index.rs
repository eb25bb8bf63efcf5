//! Look-up structures made from the tables when they are loaded.
//!
//! For: finding the rules and phrases worth trying. Not for: spellings, which
//! the image finds.

use crate::image::{ClassPhrase, Image, Patterns, Step};

/// All look-ups.
pub(crate) struct Index {
    /// Per class the rules' alternatives anchored on it.
    pub(crate) rules_by_class: Lists<Candidate>,
    /// Per level and class the phrases anchored on it.
    pub(crate) phrases_by_class: Vec<Lists<PhraseCandidate>>,
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
    /// A class without which it cannot match: of another step where one asks for
    /// a single class, or else the one it is anchored on.
    pub(crate) other: u32,
}

/// A phrase of a level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PhraseCandidate {
    /// Its number in the level.
    pub(crate) number: u32,
    /// As that of a [`Candidate`].
    pub(crate) other: u32,
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
                let subject = patterns.alternative(alternative);
                let anchored = patterns.anchored(subject);
                let other = single(patterns, patterns.needed(subject), anchored);
                for &class in anchored {
                    let candidate = Candidate {
                        rule: number as u32,
                        place: place as u32,
                        alternative,
                        other: other.unwrap_or(class),
                    };
                    pairs.push((class, candidate));
                }
            }
        }
        let rules_by_class = Lists::new(classes, &pairs);
        let by_class = |level: &Vec<ClassPhrase>| {
            let mut pairs = Vec::new();
            for (number, phrase) in level.iter().enumerate() {
                let anchored = patterns.phrase_anchored(phrase);
                let needed = patterns.steps(phrase.steps).iter().filter(|s| !s.optional);
                let other = single(patterns, needed, anchored);
                pairs.extend(anchored.iter().map(|&class| {
                    let number = number as u32;
                    let other = other.unwrap_or(class);
                    (class, PhraseCandidate { number, other })
                }));
            }
            Lists::new(classes, &pairs)
        };
        let phrases_by_class = patterns.phrases.iter().map(by_class).collect();
        Index {
            rules_by_class,
            phrases_by_class,
        }
    }
}

/// The class of a step that asks for no other, unless it is one of `anchored`.
fn single<'a>(
    patterns: &Patterns,
    mut steps: impl Iterator<Item = &'a Step>,
    anchored: &[u32],
) -> Option<u32> {
    steps.find_map(|step| match patterns.classes(step) {
        &[class] if !anchored.contains(&class) => Some(class),
        _ => None,
    })
}
