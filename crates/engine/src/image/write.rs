//! Writing an image. Only the compiler does this; no part of it is shipped.

use std::collections::{BTreeSet, HashMap};

use bezint_text::{SHORTHAND, canonical};

use super::bytes::Writer;
use super::phrases::Phrase;
use super::sets::Numbering;
use super::{MARK, Patterns, Phrases, Rulebook, Sets, Vocabulary, checksum};
use crate::tables::{Tables, WordClasses};

/// Serialises tables for [`crate::Checker::load`].
///
/// # Errors
/// When the tables refer to sets that are not in them, or memory runs out.
pub fn write(tables: &Tables) -> Result<Vec<u8>, String> {
    let listed = [
        (&tables.words, &tables.word_lists),
        (&tables.heads, &tables.head_lists),
        (&tables.tails, &tables.tail_lists),
        (&tables.not_compound, &tables.not_lists),
        (&tables.plain, &tables.plain_lists),
    ];
    for (lines, lists) in listed {
        let known = lists
            .iter()
            .all(|&l| (l as usize) < tables.word_classes.len());
        if lines.lines().count() != lists.len() || !known {
            return Err("words without a set of classes".into());
        }
    }
    let spellings = spellings(tables);
    let capital = |s: &&&str| s.bytes().any(|b| b.is_ascii_uppercase());
    if let Some(spelling) = spellings.iter().find(capital) {
        return Err(format!("\u{201c}{spelling}\u{201d} is not folded"));
    }
    let numbers: HashMap<&str, u32> = spellings.iter().zip(0..).map(|(s, n)| (*s, n)).collect();
    let mut numbering = Numbering::default();

    let mut head = Writer::default();
    head.number(tables.classes);

    let mut words = Writer::default();
    Vocabulary::write(&spellings, &mut words);
    let lists: HashMap<&str, u32> = pairs(&tables.words, &tables.word_lists).collect();
    let sets = spellings.iter().map(|s| lists.get(s).copied());
    numbering.write(sets, &mut words);

    let mut compounds = Writer::default();
    for (lines, lists) in &listed[1..4] {
        let mut next = 0;
        compounds.number(lists.len() as u32);
        for line in lines.lines() {
            compounds.number(numbers[line] - next);
            next = numbers[line] + 1;
        }
        numbering.write(lists.iter().copied().map(Some), &mut compounds);
    }

    let number = |word: &str| numbers[word];
    let mut phrases = Writer::default();
    let mut of_phrases = Numbering::default();
    let plain: Vec<Phrase> = pairs(&tables.plain, &tables.plain_lists)
        .map(|(phrase, list)| (phrase_words(phrase).map(number).collect(), list))
        .collect();
    let meant: Vec<(u32, Option<u32>)> = spellings
        .iter()
        .zip(0..)
        .map(|(word, n)| (canonical(word), *word, n))
        .filter(|(meant, word, _)| meant != word)
        .map(|(meant, _, n)| (n, numbers.get(&*meant).copied()))
        .collect();
    Phrases::write(
        &plain,
        spellings.len(),
        &meant,
        &mut of_phrases,
        &mut phrases,
    );

    let mut patterns = Writer::default();
    Patterns::write(&tables.alternatives, &tables.phrases, &mut patterns);

    let set = |&n: &u32| &tables.word_classes[n as usize];
    let sets = |numbering: &Numbering| {
        let ordered: Vec<&WordClasses> = numbering.order.iter().map(set).collect();
        let mut sets = Writer::default();
        Sets::write(&ordered, &mut sets);
        sets.0
    };
    let (word_sets, phrase_sets) = (sets(&numbering), sets(&of_phrases));

    let mut rulebook = Writer::default();
    Rulebook {
        norms: tables.norms.clone(),
        rules: tables.rules.clone(),
        conditions: tables.conditions.clone(),
        topics: tables.topics.clone(),
        regexes: tables.regexes.clone(),
    }
    .write(&mut rulebook);
    let weights = postcard::to_allocvec(&tables.weights).map_err(|e| e.to_string())?;

    let mut body = Writer::default();
    for section in [
        &head.0,
        &word_sets,
        &phrase_sets,
        &words.0,
        &compounds.0,
        &phrases.0,
        &patterns.0,
        &rulebook.0,
        &weights,
    ] {
        body.stretch(section);
    }
    let sum = checksum(&body.0).to_le_bytes();
    Ok([MARK.as_slice(), &sum, &body.0].concat())
}

fn pairs<'a>(lines: &'a str, lists: &'a [u32]) -> impl Iterator<Item = (&'a str, u32)> {
    lines.lines().zip(lists.iter().copied())
}

/// The words of a phrase, cut as tokens are: an amount keeps its sign.
fn phrase_words(phrase: &str) -> impl Iterator<Item = &str> {
    let mut rest = phrase;
    std::iter::from_fn(move || {
        let signs = ["€ ", "$ ", "£ "];
        let from = signs
            .iter()
            .find(|s| rest.starts_with(**s))
            .map_or(0, |s| s.len());
        let end = rest[from..].find(' ').map_or(rest.len(), |i| from + i);
        let word = &rest[..end];
        rest = rest[end..].trim_start_matches(' ');
        (!word.is_empty()).then_some(word)
    })
}

/// Every spelling that a token is looked up by, in order.
fn spellings(tables: &Tables) -> Vec<&str> {
    let mut all = BTreeSet::new();
    for lines in [
        &tables.words,
        &tables.heads,
        &tables.tails,
        &tables.not_compound,
    ] {
        all.extend(lines.lines());
    }
    all.extend(tables.plain.lines().flat_map(phrase_words));
    if !tables.plain.is_empty() {
        let typed = SHORTHAND.iter().flat_map(|(_, typed)| *typed).copied();
        all.extend(typed.filter(|word| canonical(word) != *word));
    }
    all.into_iter().collect()
}
