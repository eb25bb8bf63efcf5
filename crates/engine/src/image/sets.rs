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
    /// Writes sets.
    pub(crate) fn write(sets: &[&WordClasses], to: &mut Writer) {
        to.number(sets.len() as u32);
        for set in sets {
            let lists = lists(set);
            let others = lists[1..].iter().any(|l| !l.is_empty());
            to.number((lists[0].len() as u32) << 1 | u32::from(others));
            for (kind, list) in lists.iter().enumerate().filter(|(k, _)| *k == 0 || others) {
                if kind > 0 {
                    to.number(list.len() as u32);
                }
                list.iter().for_each(|&class| to.number(class));
            }
        }
    }

    pub(crate) fn read(from: &mut Reader<'_>, classes: u32) -> Option<Sets> {
        let count = from.count()?;
        let mut sets = Sets {
            starts: Vec::with_capacity(count + 2),
            members: Vec::with_capacity(from.0.len()),
        };
        // The empty one.
        sets.starts.push(0);
        for _ in 0..count {
            sets.starts.push(sets.members.len() as u32);
            let shape = from.number()?;
            let mut length = shape >> 1;
            for kind in 0..if shape & 1 == 0 { 1 } else { KINDS as u32 } {
                if kind > 0 {
                    length = from.number()?;
                }
                for _ in 0..length {
                    let class = from.number().filter(|&c| c < classes)?;
                    sets.members.push(Member(class | kind << KIND));
                }
            }
        }
        sets.starts.push(sets.members.len() as u32);
        Some(sets)
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
const RECENT: usize = 8;
/// Written for the empty set, and for one that was never written before; then
/// come those used last, and then all by number.
const EMPTY: u32 = 0;
const NEW: u32 = 1;
const FIRST_RECENT: u32 = 2;
const FIRST_NUMBER: u32 = FIRST_RECENT + RECENT as u32;

impl Recent {
    fn place(&self, number: u32) -> usize {
        self.0.iter().position(|&r| r == number).unwrap_or(RECENT)
    }

    /// Puts in front what was at a place, or is new.
    fn used(&mut self, number: u32, place: usize) {
        let last = place.min(RECENT - 1);
        self.0.copy_within(0..last, 1);
        self.0[0] = number;
    }
}

/// Numbers of sets in the order in which they are first written. Number 0 is
/// the empty set.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    numbers: HashMap<u32, u32>,
    /// The sets from number 1 on.
    pub(crate) order: Vec<u32>,
}

impl Numbering {
    /// Writes sets, of which those near each other are mostly the same.
    pub(crate) fn write(&mut self, sets: impl Iterator<Item = Option<u32>>, to: &mut Writer) {
        let mut recent = Recent::default();
        for set in sets {
            let Some(set) = set else {
                to.number(EMPTY);
                continue;
            };
            let known = self.numbers.get(&set).copied();
            let number = known.unwrap_or(self.order.len() as u32 + 1);
            let place = recent.place(number);
            if known.is_none() {
                self.numbers.insert(set, number);
                self.order.push(set);
                to.number(NEW);
            } else if place < RECENT {
                to.number(FIRST_RECENT + place as u32);
            } else {
                to.number(FIRST_NUMBER + number);
            }
            recent.used(number, place);
        }
    }
}

/// Reads what [`Numbering::write`] wrote.
pub(crate) struct Numbers {
    new: u32,
    sets: usize,
}

impl Numbers {
    /// Of so many sets, the empty one included.
    pub(crate) fn new(sets: usize) -> Numbers {
        Numbers { new: 1, sets }
    }

    pub(crate) fn read(&mut self, from: &mut Reader<'_>, count: usize) -> Option<Vec<u32>> {
        if count > from.0.len() {
            return None;
        }
        let mut recent = Recent::default();
        let mut numbers = Vec::with_capacity(count);
        for _ in 0..count {
            let code = from.number()?;
            if code == EMPTY {
                numbers.push(0);
                continue;
            }
            let (number, place) = if code == NEW {
                self.new += 1;
                (self.new - 1, RECENT)
            } else if code < FIRST_NUMBER {
                let place = (code - FIRST_RECENT) as usize;
                (recent.0[place], place)
            } else {
                (code - FIRST_NUMBER, RECENT)
            };
            if number as usize >= self.sets {
                return None;
            }
            recent.used(number, place);
            numbers.push(number);
        }
        Some(numbers)
    }
}
