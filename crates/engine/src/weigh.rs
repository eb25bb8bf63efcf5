//! Weighing: what many small signs say together.
//!
//! For: posts in which no single phrase is wrong but the whole is, as stelregel
//! 2 of the Uitgangspunten asks: distance, moment, manner, foreseeable harm.
//! Every sign (a word, a class, a part of the context) has points that anybody
//! can read in the pack; a post whose points pass a threshold gets the warning
//! of the kind its signs point to. Not for: anything a pattern can say, and
//! silent where a pattern has spoken. The other way round, where many signs
//! speak of everyday life a pattern that is only likely becomes a hint.

use bezint_text::Text;

use crate::context::Context;
use crate::image::Weighing;
use crate::occurrence::Occurrences;
use crate::tables::{ClassId, Severity};

/// The points of one sign: towards a warning, and towards each kind of warning.
pub type Points = Vec<i8>;

/// A part of the context that counts as a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContextSign {
    /// Bits of [`crate::Employer`]; zero for any.
    pub employers: u8,
    /// Bits of [`crate::Capacity`]; zero for any.
    pub capacities: u8,
    /// Bits of [`crate::Function`]; zero for any.
    pub functions: u8,
    /// Any of these is an own policy area; zero for any.
    pub topics: u32,
    /// The writer has named this many policy areas: bit 0 none, bit 1 one, bit
    /// 2 more; zero for any.
    pub counts: u8,
}

impl ContextSign {
    /// Whether the context has this sign.
    pub fn holds(&self, context: &Context) -> bool {
        let within = |mask: u8, bit: u8| mask == 0 || mask & bit != 0;
        let count = 1u8 << context.topics.numbers().count().min(2);
        within(self.employers, context.employer.bit())
            && within(self.capacities, context.capacity.bit())
            && within(self.functions, context.function.bit())
            && (self.topics == 0 || self.topics & context.topics.0 != 0)
            && within(self.counts, count)
    }
}

/// The weights of a pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// Rules, one a kind of warning (numbers of [`crate::Tables::rules`]).
    pub kinds: Vec<u32>,
    /// Points every post starts with.
    pub base: Vec<i32>,
    /// Points from which a post gets a warning although no pattern speaks.
    pub threshold: i32,
    /// Points the text itself must have for that: nobody gets a warning for
    /// who they are.
    pub least: i32,
    /// Points of the text below which a pattern that is not certain gives only
    /// a hint; what is serious stays so.
    pub floor: i32,
    /// Signs that are words, one a line, sorted.
    pub words: String,
    /// Their points.
    pub word_points: Vec<Points>,
    /// Signs that are classes.
    pub classes: Vec<(ClassId, Points)>,
    /// Signs of the context.
    pub contexts: Vec<(ContextSign, Points)>,
}

/// What weighing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighed {
    /// Points towards a warning.
    pub points: i32,
    /// Of those, the points of the text, without the context.
    pub of_text: i32,
    /// Number of the rule of the kind the signs point to.
    pub rule: u32,
    /// Tokens of the sentence that weighs most.
    pub mark: (u32, u32),
}

/// Weights and the words that have been counted, a bit a word: a long text has
/// too many different ones to look through.
pub(crate) struct Scale {
    weighing: Weighing,
    seen: Vec<u64>,
}

fn add(sums: &mut [i32], points: &[i8]) {
    for (sum, &p) in sums.iter_mut().zip(points) {
        *sum += i32::from(p);
    }
}

impl Scale {
    pub(crate) fn new(weighing: Weighing) -> Scale {
        let seen = vec![0; weighing.words.len().div_ceil(64)];
        Scale { weighing, seen }
    }

    /// Weighs a text. Each word and class counts once.
    pub(crate) fn weigh(
        &mut self,
        text: &Text,
        on: &Occurrences,
        context: &Context,
    ) -> Option<Weighed> {
        let weighing = &self.weighing;
        let weights = &weighing.weights;
        let mut sums = weights.base.clone();
        let towards = |sums: &[i32]| sums.first().copied().unwrap_or(0);
        for (sign, points) in &weights.contexts {
            if sign.holds(context) {
                add(&mut sums, points);
            }
        }
        let of_context = towards(&sums);
        for (class, points) in &weights.classes {
            if !on.at(*class).is_empty() {
                add(&mut sums, points);
            }
        }
        self.seen.fill(0);
        let mut heaviest = (i32::MIN, 0u32, 0u32);
        for sentence in text.sentences() {
            let mut here = 0i32;
            for token in &text.tokens()[sentence.start as usize..sentence.end as usize] {
                let Some(word) = weighing.words.get(text.word(token)) else {
                    continue;
                };
                let points = weighing.points_of(word);
                here += i32::from(points.first().copied().unwrap_or(0));
                let (seen, bit) = (&mut self.seen[word as usize / 64], 1 << (word % 64));
                if *seen & bit == 0 {
                    *seen |= bit;
                    add(&mut sums, points);
                }
            }
            if here > heaviest.0 {
                heaviest = (here, sentence.start, sentence.end);
            }
        }
        let kind =
            (0..weights.kinds.len()).max_by_key(|k| sums.get(k + 1).copied().unwrap_or(0))?;
        (heaviest.2 > heaviest.1).then_some(Weighed {
            points: towards(&sums),
            of_text: towards(&sums) - of_context,
            rule: weights.kinds[kind],
            mark: (heaviest.1, heaviest.2),
        })
    }

    /// Whether points reach the threshold.
    pub(crate) fn tips(&self, weighed: &Weighed) -> bool {
        weighed.points >= self.weighing.weights.threshold
            && weighed.of_text >= self.weighing.weights.least
    }

    /// Whether so much in the text speaks of everyday life that a likely
    /// pattern is only a hint. The context has no say in this: whoever named no
    /// policy areas can slip all the same.
    pub(crate) fn doubts(&self, weighed: &Weighed) -> bool {
        weighed.of_text < self.weighing.weights.floor
    }
}

/// Severity of what is weighed: never more than a reason to stop and look.
pub(crate) const SEVERITY: Severity = Severity::Warning;
