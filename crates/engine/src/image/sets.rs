//! Sets of classes that spellings and phrases have.
//!
//! For: what a look-up leads to. Not for: finding the spelling. Each set
//! stands once; number 0 is the empty one.

use std::collections::HashMap;

use super::bytes::{Reader, Writer};
use crate::tables::{ClassId, WordClasses};

/// When a class counts; the number is that of the list in [`WordClasses`].
pub(crate) const KINDS: usize = 4;
/// Where in a member its kind stands.
const KIND: u32 = 30;

/// A class and when it counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member(u32);

impl Member {
    pub(crate) fn class(self) -> ClassId {
        self.0 & ((1 << KIND) - 1)
    }

    /// 0 always, 1 unless English, 2 unless Dutch, 3 where it has a capital.
    pub(crate) fn kind(self) -> usize {
        (self.0 >> KIND) as usize
    }
}

/// All sets.
#[derive(Debug, Default)]
pub(crate) struct Sets {
    /// Where each set starts in `members`, and the end.
    starts: Vec<u32>,
    members: Vec<Member>,
}

/// The lists of a set without what is said twice.
fn lists(set: &WordClasses) -> [Vec<ClassId>; KINDS] {
    let rest = |list: &[ClassId]| -> Vec<ClassId> {
        let new = list.iter().filter(|c| !set.any.contains(c));
        new.copied().collect()
    };
    let any = set.any.clone();
    [any, rest(&set.nl), rest(&set.en), rest(&set.cased)]
}

impl Sets {
    /// Writes sets: their shapes, and then the members of all of them.
    pub(crate) fn write(sets: &[WordClasses], to: &mut Writer) {
        to.number(sets.len() as u32);
        let mut members = Vec::new();
        for set in sets {
            let lists = lists(set);
            let others = lists[1..].iter().any(|l| !l.is_empty());
            to.number((lists[0].len() as u32) << 1 | u32::from(others));
            if others {
                lists[1..].iter().for_each(|l| to.number(l.len() as u32));
            }
            members.extend(lists.into_iter().flatten());
        }
        to.planes(&members);
    }

    pub(crate) fn read(from: &mut Reader<'_>, classes: u32) -> Option<Sets> {
        let count = from.count()?;
        let mut starts = Vec::with_capacity(count + 2);
        // The empty one.
        starts.push(0);
        let mut runs = Vec::with_capacity(count);
        let mut end = 0u32;
        for _ in 0..count {
            starts.push(end);
            let shape = from.number()?;
            let mut length = shape >> 1;
            for kind in 0..if shape & 1 == 0 { 1 } else { KINDS as u32 } {
                if kind > 0 {
                    length = from.number()?;
                }
                end = end.checked_add(length)?;
                runs.push((end, kind));
            }
        }
        starts.push(end);
        let numbers = from.planes(end as usize, classes as usize)?;
        let mut members = Vec::with_capacity(numbers.len());
        let mut at = 0;
        for (end, kind) in runs {
            let run = &numbers[at..end as usize];
            members.extend(run.iter().map(|&class| Member(class | kind << KIND)));
            at = end as usize;
        }
        Some(Sets { starts, members })
    }

    /// How many sets there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The members of a set.
    pub(crate) fn get(&self, number: u32) -> &[Member] {
        match self.starts.get(number as usize..number as usize + 2) {
            Some(&[from, to]) => &self.members[from as usize..to as usize],
            _ => &[],
        }
    }
}

/// Sets used last, the latest first.
#[derive(Debug, Default)]
struct Recent([u32; RECENT]);

/// How many sets are kept at hand.
const RECENT: usize = 4;
/// Codes: the empty set, one that was not there before, those used last, and
/// all others, whose numbers stand apart.
const EMPTY: u8 = 0;
const NEW: u8 = 1;
const FIRST_RECENT: u8 = 2;
const OTHER: u8 = FIRST_RECENT + RECENT as u8;
/// The bits of these.
const CODE: u8 = 7;
/// Set in a code where the spelling has a class of its own as well.
const OWN: u8 = 8;
/// Set in a code where the spelling stands in a phrase.
const IN_PHRASE: u8 = 16;

impl Recent {
    fn place(&self, number: u32) -> usize {
        self.0.iter().position(|&r| r == number).unwrap_or(RECENT)
    }

    /// Puts in front what was at a place, or is new.
    fn used(&mut self, number: u32, place: usize) {
        // So few that moving them one by one costs less than asking for it.
        let mut next = number;
        for one in self.0.iter_mut().take(place + 1) {
            next = std::mem::replace(one, next);
        }
    }
}

/// What a spelling or phrase has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Has {
    /// Number of its set.
    pub(crate) set: u32,
    /// The class that no spelling before it has; 0 where there is none.
    pub(crate) own: ClassId,
    /// Whether it stands in a phrase.
    pub(crate) in_phrase: bool,
}

impl Has {
    pub(crate) fn anything(self) -> bool {
        self.set > 0 || self.own > 0
    }
}

/// What a spelling or phrase has, before sets have numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    pub(crate) set: WordClasses,
    pub(crate) own: bool,
    pub(crate) in_phrase: bool,
}

/// Numbers of sets in the order in which they are first written. Number 0 is
/// the empty set.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    numbers: HashMap<WordClasses, u32>,
    /// The sets from number 1 on.
    pub(crate) order: Vec<WordClasses>,
}

impl Numbering {
    /// Writes what spellings have. Those near each other mostly have the same
    /// set, and own classes are numbered in the order of the spellings.
    pub(crate) fn write(&mut self, all: impl Iterator<Item = Given>, to: &mut Writer) {
        let mut recent = Recent::default();
        let mut others = Vec::new();
        let empty = WordClasses::default();
        for given in all {
            let mut code = EMPTY;
            if given.set != empty {
                let known = self.numbers.get(&given.set).copied();
                let number = known.unwrap_or(self.order.len() as u32 + 1);
                let place = recent.place(number);
                code = FIRST_RECENT + place as u8;
                if known.is_none() {
                    code = NEW;
                    self.numbers.insert(given.set.clone(), number);
                    self.order.push(given.set);
                } else if code == OTHER {
                    others.push(number);
                }
                recent.used(number, place);
            }
            let flag = |set: bool, bit: u8| if set { bit } else { 0 };
            to.0.push(code | flag(given.own, OWN) | flag(given.in_phrase, IN_PHRASE));
        }
        to.planes(&others);
    }
}

/// Reads what [`Numbering::write`] wrote.
pub(crate) struct Numbers {
    new: u32,
    sets: usize,
    own: ClassId,
}

impl Numbers {
    /// Of so many sets, the empty one included; `own` is the first of the own
    /// classes.
    pub(crate) fn new(sets: usize, own: ClassId) -> Numbers {
        Numbers { new: 1, sets, own }
    }

    pub(crate) fn read(&mut self, from: &mut Reader<'_>, count: usize) -> Option<Vec<Has>> {
        let codes = from.take(count)?;
        let others = codes.iter().filter(|&&c| c & CODE == OTHER).count();
        let mut others = from.planes(others, self.sets)?.into_iter();
        let mut recent = Recent::default();
        let mut all = Vec::with_capacity(count);
        for &code in codes {
            let mut has = Has {
                in_phrase: code & IN_PHRASE != 0,
                ..Has::default()
            };
            if code & OWN != 0 {
                has.own = self.own;
                self.own += 1;
            }
            let code = code & CODE;
            if code != EMPTY {
                let place = usize::from(code.saturating_sub(FIRST_RECENT));
                has.set = match recent.0.get(place) {
                    _ if code == NEW => {
                        self.new += 1;
                        self.new - 1
                    }
                    Some(&set) => set,
                    None if code == OTHER => others.next()?,
                    None => return None,
                };
                let place = if code == NEW { RECENT } else { place };
                recent.used(has.set, place);
            }
            all.push(has);
        }
        (self.new as usize <= self.sets).then_some(all)
    }
}
