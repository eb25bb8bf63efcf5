//! Weighing: what many small signs say together.
//!
//! For: posts in which no single phrase is wrong but the whole is, as stelregel
//! 2 of the Uitgangspunten asks: distance, moment, manner, foreseeable harm.
//! Every sign (a word, its beginning, two words in a row, a class, a part of the
//! context) has points that anybody can read in the pack; a post whose points
//! pass a threshold gets the warning of the kind its signs point to. Not for:
//! anything a pattern can say, and silent where a pattern has spoken. The other
//! way round, where many signs speak of everyday life a pattern becomes a hint, a
//! firm one only where very many do.

use std::borrow::Cow;

use bezint_text::Text;

use crate::context::{Capacity, Context};
use crate::image::Weighing;
use crate::occurrence::Occurrences;
use crate::tables::{ClassId, Severity};

/// The points of one sign: towards a warning, and towards each kind of warning.
pub type Points = Vec<i8>;
/// Numbers of two words.
pub type Pair = (u32, u32);

/// Letters of the beginnings that are signs: “vergadering” and “vergaderde” share
/// “vergad-”, so that what was learned of one form holds for the others, and
/// “verg-”, for forms that were never seen.
const LONG: usize = 6;
const SHORT: usize = 4;
/// Signs that a word has at most: itself and both beginnings.
pub(crate) const SIGNS: usize = 3;

/// The first letters of a word.
fn beginning(word: &str, letters: usize) -> &str {
    match word.char_indices().nth(letters) {
        Some((end, _)) => &word[..end],
        None => word,
    }
}

/// The signs of a folded word: itself, “vergad-” where it is longer than that,
/// and “verg-” where it is not shorter.
pub fn signs(word: &str) -> [Option<Cow<'_, str>>; SIGNS] {
    let length = word.chars().count();
    let sign = |letters| Cow::Owned([beginning(word, letters), "-"].concat());
    [
        Some(Cow::Borrowed(word)),
        (length > LONG).then(|| sign(LONG)),
        (length >= SHORT).then(|| sign(SHORT)),
    ]
}

/// The sign by which a folded word is part of a pair: “vergad-” where it is
/// longer than that, and itself where it is not.
pub fn part(word: &str) -> Cow<'_, str> {
    let [whole, long, _] = signs(word);
    long.or(whole).unwrap_or_default()
}

/// The signs of a text that are words, their beginnings or, with a space between,
/// pairs.
pub fn signs_of_text(text: &Text) -> impl Iterator<Item = String> {
    text.sentences().iter().flat_map(|sentence| {
        let tokens = &text.tokens()[sentence.start as usize..sentence.end as usize];
        let words: Vec<&str> = tokens.iter().map(|token| text.word(token)).collect();
        let of_words = words.iter().flat_map(|word| signs(word)).flatten();
        let mut all: Vec<String> = of_words.map(Cow::into_owned).collect();
        let pairs = words.windows(2);
        all.extend(pairs.map(|pair| [&*part(pair[0]), " ", &*part(pair[1])].concat()));
        all
    })
}

/// A part of the context that counts as a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContextSign {
    /// Bits of [`crate::Employer`]; zero for any.
    pub employers: u8,
    /// Bits of [`crate::Capacity`]; zero for any.
    pub capacities: u8,
    /// Bits of [`crate::Function`]; zero for any.
    pub functions: u8,
    /// Only where the writer has named no policy area: all is far from the job
    /// then. Which ones and how many others have named says nothing of a text.
    pub no_topics: bool,
}

impl ContextSign {
    /// Whether the context has this sign.
    pub fn holds(&self, context: &Context) -> bool {
        let within = |mask: u8, bit: u8| mask == 0 || mask & bit != 0;
        within(self.employers, context.employer.bit())
            && within(self.capacities, context.capacity.bit())
            && within(self.functions, context.function.bit())
            && (!self.no_topics || context.topics.0 == 0)
    }
}

/// Words beyond which a text is long: it has more signs of any sort, and each of
/// them may be there by chance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Long {
    /// Words a text may have before it is long.
    pub from: u32,
    /// Further words for each of which a warning takes one point more; 0 for
    /// none.
    pub words_a_point: u32,
}

impl Long {
    /// Points that a warning takes more in a text of so many words.
    pub fn more(self, words: u32) -> u32 {
        let beyond = words.saturating_sub(self.from);
        beyond.checked_div(self.words_a_point).unwrap_or(0)
    }
}

/// The weights of a pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// Rules, one a kind of warning (numbers of [`crate::Tables::rules`]).
    pub kinds: Vec<u32>,
    /// Points every post starts with.
    pub base: Vec<i32>,
    /// Per kind the points from which a post gets its warning although no
    /// pattern speaks: some kinds are told by few signs, others take many.
    pub thresholds: Vec<i32>,
    /// Points the text itself must have for that: nobody gets a warning for
    /// who they are.
    pub least: i32,
    /// Points of the text below which a pattern gives only a hint, unless it is
    /// certain or serious.
    pub floor: i32,
    /// The same for patterns that are certain or serious.
    pub bottom: i32,
    /// When a text is long, and what it must weigh more then.
    pub long: Long,
    /// Signs that are words or beginnings of words (see [`signs`]), one a line,
    /// sorted.
    pub words: String,
    /// Their points.
    pub word_points: Vec<Points>,
    /// Signs that are two words next to each other in a sentence, by the numbers
    /// of their parts (see [`part`]) in `words`, sorted, and their points towards
    /// a warning.
    pub pairs: Vec<(Pair, i8)>,
    /// Signs that are classes.
    pub classes: Vec<(ClassId, Points)>,
    /// What classes count besides where the writer speaks in function or for the
    /// organisation: a wink or “I” is another sign there, and so is one's name.
    pub official: Vec<(ClassId, Points)>,
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
    /// Points that a post of this kind needs.
    pub threshold: i32,
    /// Number of the rule of the kind the signs point to.
    pub rule: u32,
    /// Tokens of the sentence that weighs most.
    pub mark: (u32, u32),
}

/// What weighing keeps from text to text.
#[derive(Default)]
pub(crate) struct Scale {
    /// The points of the context, which is mostly that of the text before.
    of_context: Option<(Context, Vec<i32>)>,
    sums: Vec<i32>,
    /// Per word, and behind these per pair, the number of the last text it stood
    /// in.
    seen: Vec<u32>,
    /// Number of this text.
    text: u32,
}

fn add(sums: &mut [i32], points: &[i8]) {
    for (sum, &p) in sums.iter_mut().zip(points) {
        *sum += i32::from(p);
    }
}

impl Weights {
    fn of_context(&self, context: &Context) -> Vec<i32> {
        let mut sums = self.base.clone();
        for (sign, points) in &self.contexts {
            if sign.holds(context) {
                add(&mut sums, points);
            }
        }
        sums
    }

    /// Whether points reach the threshold.
    pub(crate) fn tips(&self, weighed: &Weighed) -> bool {
        weighed.points >= weighed.threshold && weighed.of_text >= self.least
    }

    /// Whether so much in the text speaks of everyday life that a pattern, firm
    /// or only likely, is no more than a hint. The context has no say in this:
    /// whoever named no policy areas can slip all the same.
    pub(crate) fn doubts(&self, weighed: &Weighed, firm: bool) -> bool {
        weighed.of_text < if firm { self.bottom } else { self.floor }
    }
}

impl Scale {
    /// Forgets which signs have been counted.
    fn next_text(&mut self, signs: usize) {
        self.text = self.text.wrapping_add(1);
        if self.text == 0 || self.seen.len() != signs {
            self.seen.clear();
            self.seen.resize(signs, 0);
            self.text = 1;
        }
    }

    /// Whether this sign is met for the first time in this text.
    fn is_new(&mut self, sign: usize) -> bool {
        std::mem::replace(&mut self.seen[sign], self.text) != self.text
    }

    /// Weighs a text. Each sign counts once.
    pub(crate) fn weigh(
        &mut self,
        weighing: &Weighing,
        text: &Text,
        on: &Occurrences,
        context: &Context,
    ) -> Option<Weighed> {
        let weights = &weighing.weights;
        self.next_text(weighing.words.len() + weighing.pairs());
        let known = self.of_context.take().filter(|(of, _)| of == context);
        let (_, of_context) = self
            .of_context
            .insert(known.unwrap_or_else(|| (*context, weights.of_context(context))));
        self.sums.clone_from(of_context);
        let of_context = self.sums.first().copied().unwrap_or(0);
        let official: &[_] = match context.capacity {
            Capacity::Prive => &[],
            Capacity::Functie | Capacity::Namens => &weights.official,
        };
        for (class, points) in weights.classes.iter().chain(official) {
            if on.all.has(*class) {
                add(&mut self.sums, points);
            }
        }
        let mut heaviest = (i32::MIN, 0u32, 0u32);
        for sentence in text.sentences() {
            let mut here = 0i32;
            let mut before = None;
            for spelled in on.spelled(sentence.start..sentence.end) {
                for word in spelled.signs() {
                    let points = weighing.points_of(word);
                    here += i32::from(points.first().copied().unwrap_or(0));
                    if self.is_new(word as usize) {
                        add(&mut self.sums, points);
                    }
                }
                let part = spelled.part();
                let pair = before.zip(part).and_then(|pair| weighing.pair(pair));
                if let Some((number, points)) = pair {
                    here += i32::from(points);
                    if self.is_new(weighing.words.len() + number) {
                        add(&mut self.sums, &[points]);
                    }
                }
                before = part;
            }
            if here > heaviest.0 {
                heaviest = (here, sentence.start, sentence.end);
            }
        }
        let kind =
            (0..weights.kinds.len()).max_by_key(|k| self.sums.get(k + 1).copied().unwrap_or(0))?;
        let points = self.sums.first().copied().unwrap_or(0);
        (heaviest.2 > heaviest.1).then_some(Weighed {
            points,
            of_text: points - of_context,
            threshold: weights.thresholds[kind]
                .saturating_add_unsigned(weights.long.more(text.tokens().len() as u32)),
            rule: weights.kinds[kind],
            mark: (heaviest.1, heaviest.2),
        })
    }
}

/// Severity of what is weighed: never more than a reason to stop and look.
pub(crate) const MOST_WEIGHED: Severity = Severity::Warning;
