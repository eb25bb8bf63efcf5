//! Classes as they stand in tables: only those in use, phrases by level.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use bezint_engine::{ClassId, Phrase, Tables, WordClasses};

use super::{Classes, Sets};
use crate::diagnostic::Diagnostic;

/// Most words a phrase of a class may nest.
const DEEPEST_LEVEL: usize = 6;

impl Classes {
    /// Drops every class that no pattern, topic or weight can reach, and the
    /// words that then have none.
    pub(crate) fn keep_only(&mut self, mut used: HashSet<ClassId>, out: &mut Vec<Diagnostic>) {
        // Circles are told even where nothing reaches them.
        self.levels(out);
        let mut phrases_of: HashMap<ClassId, Vec<usize>> = HashMap::new();
        for (number, phrase) in self.phrases.iter().enumerate() {
            for &class in &phrase.classes {
                phrases_of.entry(class).or_default().push(number);
            }
        }
        let mut open: Vec<ClassId> = used.iter().copied().collect();
        while let Some(class) = open.pop() {
            // Each phrase need be followed only once.
            for number in phrases_of.remove(&class).unwrap_or_default() {
                let asked = self.phrases[number].sequence.elements.iter();
                let new = asked.flat_map(|e| &e.classes).filter(|c| used.insert(**c));
                open.extend(new);
            }
        }
        self.phrases.retain_mut(|p| {
            p.classes.retain(|c| used.contains(c));
            !p.classes.is_empty()
        });
        self.regexes.retain(|r| used.contains(&r.class));
        for words in [
            &mut self.words,
            &mut self.heads,
            &mut self.tails,
            &mut self.not_compound,
            &mut self.plain,
        ] {
            words.retain(|_, sets| {
                for set in [&mut sets.any, &mut sets.nl, &mut sets.en, &mut sets.cased] {
                    set.retain(|c| used.contains(c));
                }
                *sets != Sets::default()
            });
        }
    }

    /// Writes words, phrases and compounds into the tables.
    pub(crate) fn write(self, tables: &mut Tables, out: &mut Vec<Diagnostic>) {
        tables.classes = self.next;
        let mut lists: HashMap<Sets, u32> = HashMap::new();
        let mut all: Vec<WordClasses> = Vec::new();
        let mut put = |words: &BTreeMap<String, Sets>| -> (String, Vec<u32>) {
            let (mut text, mut numbers) = (String::new(), Vec::new());
            for (word, sets) in words {
                text.push_str(word);
                text.push('\n');
                let number = *lists.entry(sets.clone()).or_insert_with(|| {
                    let list = |s: &BTreeSet<ClassId>| s.iter().copied().collect();
                    all.push(WordClasses {
                        any: list(&sets.any),
                        nl: list(&sets.nl),
                        en: list(&sets.en),
                        cased: list(&sets.cased),
                    });
                    all.len() as u32 - 1
                });
                numbers.push(number);
            }
            (text, numbers)
        };
        (tables.words, tables.word_lists) = put(&self.words);
        (tables.heads, tables.head_lists) = put(&self.heads);
        (tables.tails, tables.tail_lists) = put(&self.tails);
        (tables.not_compound, tables.not_lists) = put(&self.not_compound);
        (tables.plain, tables.plain_lists) = put(&self.plain);
        tables.word_classes = all;
        tables.phrases = self.levels(out);
        tables.regexes = self.regexes;
    }

    /// Sorts phrases so that each level uses only classes of earlier ones.
    fn levels(&self, out: &mut Vec<Diagnostic>) -> Vec<Vec<Phrase>> {
        let mut level: HashMap<ClassId, usize> = HashMap::new();
        for round in 0..=DEEPEST_LEVEL {
            let mut changed = false;
            for phrase in &self.phrases {
                let below = phrase
                    .sequence
                    .elements
                    .iter()
                    .flat_map(|e| &e.classes)
                    .filter_map(|c| level.get(c))
                    .max();
                let here = below.map_or(1, |b| b + 1);
                for &class in &phrase.classes {
                    if level.get(&class).is_none_or(|l| *l < here) {
                        level.insert(class, here);
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
            if round == DEEPEST_LEVEL {
                let deepest = self
                    .phrases
                    .iter()
                    .max_by_key(|p| p.classes.iter().filter_map(|c| level.get(c)).max());
                let (subject, at) = deepest.and_then(|p| p.home.clone()).unwrap_or_default();
                out.push(at.error(
                    "phrase-cycle",
                    &subject,
                    "phrases of lexicons refer to each other in a circle, or too deep",
                    "let phrases use classes of plain words",
                ));
                return Vec::new();
            }
        }
        let mut levels: Vec<Vec<Phrase>> = Vec::new();
        for phrase in &self.phrases {
            let below = phrase
                .sequence
                .elements
                .iter()
                .flat_map(|e| &e.classes)
                .filter_map(|c| level.get(c))
                .max();
            let here = below.copied().unwrap_or(0);
            if levels.len() <= here {
                levels.resize_with(here + 1, Vec::new);
            }
            levels[here].push(Phrase {
                classes: phrase.classes.clone(),
                sequence: phrase.sequence.clone(),
                anchor: self.anchor(&phrase.sequence).0,
                lang: phrase.lang,
                first_only: phrase.first_only,
            });
        }
        levels
    }
}
