//! Writing an image. Only the compiler does this; no part of it is shipped.

use std::collections::{BTreeSet, HashMap};

use bezint_text::{SHORTHAND, canonical};

use super::bytes::Writer;
use super::phrases::Phrase;
use super::sets::{Given, Numbering};
use super::{MARK, Patterns, Phrases, Rulebook, Sets, Vocabulary, Weighing, checksum};
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
    let weighed = (tables.weights.iter()).flat_map(|weights| weights.words.lines());
    let capital = |s: &&str| s.bytes().any(|b| b.is_ascii_uppercase());
    if let Some(spelling) = spellings.iter().copied().chain(weighed).find(capital) {
        return Err(format!("\u{201c}{spelling}\u{201d} is not folded"));
    }
    let numbers: HashMap<&str, u32> = spellings.iter().zip(0..).map(|(s, n)| (*s, n)).collect();
    let number = |word: &str| numbers[word];
    let set = |list: u32| tables.word_classes[list as usize].clone();
    let plain: Vec<Phrase> = pairs(&tables.plain, &tables.plain_lists)
        .map(|(phrase, list)| (phrase_words(phrase).map(number).collect(), set(list)))
        .collect();
    let mut given = with_own_classes(tables, &spellings);
    for &word in plain.iter().flat_map(|(words, _)| words) {
        given[word as usize].in_phrase = true;
    }
    let mut numbering = Numbering::default();

    let mut head = Writer::default();
    head.number(tables.classes);
    head.number(tables.first_own);

    let mut words = Writer::default();
    Vocabulary::write(&spellings, &mut words);
    numbering.write(given.iter().cloned(), &mut words);

    let mut compounds = Writer::default();
    for (lines, lists) in &listed[1..4] {
        let mut next = 0;
        compounds.number(lists.len() as u32);
        for line in lines.lines() {
            compounds.number(numbers[line] - next);
            next = numbers[line] + 1;
        }
        let given = |&list: &u32| Given {
            set: set(list),
            ..Given::default()
        };
        numbering.write(lists.iter().map(given), &mut compounds);
    }

    let mut phrases = Writer::default();
    let meant: Vec<(u32, Option<u32>)> = spellings
        .iter()
        .zip(0..)
        .map(|(word, n)| (canonical(word), *word, n))
        .filter(|(meant, word, _)| meant != word)
        .map(|(meant, _, n)| (n, numbers.get(&*meant).copied()))
        .collect();
    Phrases::write(&plain, &given, &meant, &mut numbering, &mut phrases);

    let mut patterns = Writer::default();
    Patterns::write(&tables.alternatives, &tables.phrases, &mut patterns);

    let mut of_words = Writer::default();
    Sets::write(&numbering.order, &mut of_words);

    let mut rulebook = Writer::default();
    Rulebook {
        norms: tables.norms.clone(),
        rules: tables.rules.clone(),
        conditions: tables.conditions.clone(),
        topics: tables.topics.clone(),
        regexes: tables.regexes.clone(),
    }
    .write(&mut rulebook);
    let mut weights = Writer::default();
    if let Some(from) = &tables.weights {
        Weighing::write(from, &mut weights);
    }

    let mut body = Writer::default();
    for section in [
        &head.0,
        &of_words.0,
        &words.0,
        &compounds.0,
        &phrases.0,
        &patterns.0,
        &rulebook.0,
        &weights.0,
    ] {
        body.stretch(section);
    }
    let sum = checksum(&body.0).to_le_bytes();
    Ok([MARK.as_slice(), &sum, &body.0].concat())
}

/// The set of each spelling, and whether it has the next of the own classes as
/// well, which is then no part of the set.
fn with_own_classes(tables: &Tables, spellings: &[&str]) -> Vec<Given> {
    let lists: HashMap<&str, u32> = pairs(&tables.words, &tables.word_lists).collect();
    let mut next = tables.first_own;
    let with_own = |spelling: &&str| {
        let list = lists.get(spelling);
        let mut set = list.map_or_else(WordClasses::default, |&list| {
            tables.word_classes[list as usize].clone()
        });
        let own = set.any.iter().position(|&class| class == next && class > 0);
        if let Some(at) = own {
            set.any.remove(at);
            next += 1;
        }
        Given {
            set,
            own: own.is_some(),
            in_phrase: false,
        }
    };
    spellings.iter().map(with_own).collect()
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
