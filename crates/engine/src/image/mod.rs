//! Tables as bytes, laid out so that loading them is next to no work.
//!
//! For: what the compiler writes at build time and the engine looks things up
//! in. Not for: what the tables say; that is [`crate::Tables`].
//!
//! An image is a mark, a checksum and sections. What is looked up by spelling
//! stays as it was written ([`vocabulary`]); numbers are unpacked once into
//! flat lists. Every number is checked while it is read, so that the rest of
//! the engine need not: a damaged image is refused, and never causes a panic.

mod bytes;
mod patterns;
mod phrases;
mod rulebook;
mod sets;
mod vocabulary;
mod weights;
mod write;

use crate::builtin::FIRST_FREE_CLASS;
use crate::check::LoadError;
use crate::words::Words;
use bytes::Reader;
use sets::Numbers;

pub(crate) use patterns::{ClassPhrase, Parts, Patterns, Step, Steps};
pub(crate) use phrases::{NO_CODE, Phrases};
pub use rulebook::Rulebook;
pub(crate) use sets::{Has, KINDS, Member, Sets};
pub(crate) use vocabulary::Vocabulary;
pub(crate) use weights::Weighing;
pub use write::write;

/// What every image of this version starts with.
const MARK: &[u8; 8] = b"bezint 1";
/// Bytes of the checksum behind the mark.
const SUM: usize = 8;

/// An image that has been read.
#[derive(Debug)]
pub(crate) struct Image {
    /// Number of classes, built-ins included.
    pub(crate) classes: u32,
    pub(crate) sets: Sets,
    pub(crate) vocabulary: Vocabulary,
    /// What each spelling of the vocabulary has.
    pub(crate) word_sets: Vec<Has>,
    /// Spellings that count at the end of a longer word.
    pub(crate) heads: Words,
    /// Spellings that count at the start of a longer word.
    pub(crate) tails: Words,
    /// Words that are no compound although they look like one.
    pub(crate) not_compound: Words,
    pub(crate) phrases: Phrases,
    pub(crate) patterns: Patterns,
    pub(crate) rulebook: Rulebook,
    pub(crate) weighing: Option<Weighing>,
}

/// A number that changes when any byte does.
fn checksum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let words = words.iter().chain([&last]);
    words.fold(bytes.len() as u64, |sum, word| {
        (sum.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

impl Image {
    pub(crate) fn read(bytes: &[u8]) -> Result<Image, LoadError> {
        let body = bytes.strip_prefix(MARK).ok_or(LoadError::Unreadable)?;
        let (sum, body) = body
            .split_first_chunk::<SUM>()
            .ok_or(LoadError::Unreadable)?;
        if u64::from_le_bytes(*sum) != checksum(body) {
            return Err(LoadError::Damaged);
        }
        Image::read_sections(Reader(body))
    }

    fn read_sections(mut from: Reader<'_>) -> Result<Image, LoadError> {
        let wrong = LoadError::Inconsistent;
        let mut section = || from.stretch().map(Reader).ok_or(LoadError::Unreadable);
        let mut head = section()?;
        let classes = head
            .number()
            .filter(|&c| (FIRST_FREE_CLASS..1 << 30).contains(&c));
        let classes = classes.ok_or(wrong("classes"))?;
        let own = head.number().filter(|&own| own <= classes);
        let own = own.ok_or(wrong("classes"))?;
        let sets = Sets::read(&mut section()?, classes).ok_or(wrong("word classes"))?;
        let mut words = section()?;
        let vocabulary = Vocabulary::read(&mut words).ok_or(wrong("words"))?;
        let mut numbers = Numbers::new(sets.len(), own);
        let word_sets = numbers.read(&mut words, vocabulary.len());
        let word_sets = word_sets.ok_or(wrong("words"))?;
        if word_sets.iter().any(|has| has.own >= classes) {
            return Err(wrong("words"));
        }
        let mut compounds = section()?;
        let mut parts =
            || read_words(&mut compounds, &vocabulary, &mut numbers).ok_or(wrong("compounds"));
        let (heads, tails, not_compound) = (parts()?.searched(), parts()?.searched(), parts()?);
        let phrases = Phrases::read(&mut section()?, &word_sets, &mut numbers);
        let phrases = phrases.ok_or(wrong("phrases"))?;
        let patterns = Patterns::read(&mut section()?, classes).ok_or(wrong("patterns"))?;
        let rulebook = Rulebook::read(&mut section()?).ok_or(wrong("rules"))?;
        verify(&rulebook, classes, patterns.len())?;
        let mut weights = section()?;
        let weighing = match weights.0.is_empty() {
            true => None,
            false => Some(
                Weighing::read(&mut weights, rulebook.rules.len(), classes)
                    .ok_or(wrong("weights"))?,
            ),
        };
        Ok(Image {
            classes,
            sets,
            vocabulary,
            word_sets,
            heads,
            tails,
            not_compound,
            phrases,
            patterns,
            rulebook,
            weighing,
        })
    }
}

/// Reads spellings that are looked up by themselves, each with its set.
fn read_words(
    from: &mut Reader<'_>,
    vocabulary: &Vocabulary,
    numbers: &mut Numbers,
) -> Option<Words> {
    let count = from.count()?;
    let mut next = 0u32;
    let mut spellings = Vec::with_capacity(count);
    for _ in 0..count {
        let number = next.checked_add(from.number()?)?;
        spellings.push(number);
        next = number.checked_add(1)?;
    }
    let has = numbers.read(from, count)?;
    let sets: Vec<u32> = has.iter().map(|has| has.set).collect();
    let words = Words::new(&vocabulary.lines(&spellings)?, &sets);
    words.complete().then_some(words)
}

/// Checks the numbers in the rulebook.
fn verify(book: &Rulebook, classes: u32, alternatives: usize) -> Result<(), LoadError> {
    let wrong = LoadError::Inconsistent;
    let class_ok = |c: &u32| *c < classes;
    if !book.topics.iter().all(class_ok) || !book.regexes.iter().all(|r| class_ok(&r.class)) {
        return Err(wrong("topics"));
    }
    let alternative_ok = |a: &u32| (*a as usize) < alternatives;
    if !book
        .conditions
        .iter()
        .all(|c| c.patterns.iter().all(alternative_ok))
    {
        return Err(wrong("conditions"));
    }
    let rules_ok = book.rules.iter().all(|r| {
        r.any.iter().all(alternative_ok)
            && r.need
                .iter()
                .chain(&r.unless)
                .all(|&c| (c as usize) < book.conditions.len())
            && r.norms.iter().all(|&n| (n as usize) < book.norms.len())
    });
    if rules_ok {
        Ok(())
    } else {
        Err(wrong("rules"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{Alternative, Element, Phrase, Sequence, Tables, WordClasses};

    fn tables() -> Tables {
        let step = |class| Element {
            classes: vec![class],
            mark: true,
            ..Element::default()
        };
        let sequence = Sequence {
            elements: vec![step(40), step(41)],
        };
        let set = |any: &[u32], nl: &[u32]| WordClasses {
            any: any.to_vec(),
            nl: nl.to_vec(),
            ..WordClasses::default()
        };
        Tables {
            classes: 60,
            words: "berg\nbergen\nberging\ncaf\u{3b1}\n".into(),
            word_lists: vec![0, 1, 0, 2],
            heads: "berg\n".into(),
            head_lists: vec![1],
            plain: "berg op\nberg op en af\n".into(),
            plain_lists: vec![2, 1],
            word_classes: vec![set(&[40, 41], &[42]), set(&[], &[45]), set(&[41], &[])],
            alternatives: vec![Alternative {
                parts: vec![sequence.clone()],
                ..Alternative::default()
            }],
            phrases: vec![vec![Phrase {
                classes: vec![50],
                sequence,
                anchor: 1,
                lang: crate::tables::TableLang::Nl,
                first_only: false,
            }]],
            ..Tables::default()
        }
    }

    #[test]
    fn damage_is_refused_even_with_a_right_checksum_and_never_panics() {
        let bytes = write(&tables()).expect("tables can be written");
        let body = MARK.len() + SUM;
        let mut checker = crate::Checker::load(&bytes).expect("what is written loads");
        let context = crate::Context::default();
        checker.check("De berg op en af, bergen en een ijsberg", &context);
        assert_eq!(checker.places(45), [(1, 5), (5, 6), (8, 9)]);
        for at in 0..bytes.len() {
            for value in [0, 1, 0x7f, 0x80, 0xff] {
                let mut damaged = bytes.clone();
                if damaged[at] == value {
                    continue;
                }
                damaged[at] = value;
                assert!(Image::read(&damaged).is_err(), "byte {at}");
                if at < body {
                    continue;
                }
                let sum = checksum(&damaged[body..]).to_le_bytes();
                damaged[MARK.len()..body].copy_from_slice(&sum);
                if let Ok(mut checker) = crate::Checker::load(&damaged) {
                    checker.check("De berg op en af, bergen en een ijsberg", &context);
                }
            }
            assert!(Image::read(&bytes[..at]).is_err());
        }
    }
}
