//! Patterns over classes: sequences, and which of their elements to start from.

use bezint_engine::{ClassId, Element, FIRST_FREE_CLASS, Sequence};

use super::{COMMON, Classes, FREQUENT, canonical_phrase};
use crate::diagnostic::{Diagnostic, Origin};
use crate::lexicon::variants;
use crate::pattern::{Atom, Step};
use crate::unknown::unknown_class;

impl Classes {
    /// The number of a literal word's own class.
    fn literal(&mut self, word: &str) -> ClassId {
        if let Some(&class) = self.literals.get(word) {
            return class;
        }
        let class = self.next;
        self.next += 1;
        self.literals.insert(word.to_owned(), class);
        self.words
            .entry(word.to_owned())
            .or_default()
            .any
            .insert(class);
        for typed in variants(word) {
            self.words.entry(typed).or_default().any.insert(class);
        }
        self.weight.insert(
            class,
            if bezint_text::is_function_word(word) {
                COMMON
            } else {
                1
            },
        );
        class
    }

    /// The class of a group of phrases.
    fn group(&mut self, phrases: &[Vec<String>]) -> Vec<ClassId> {
        let mut out = Vec::new();
        let long: Vec<Vec<String>> = phrases.iter().filter(|p| p.len() > 1).cloned().collect();
        for phrase in phrases.iter().filter(|p| p.len() == 1) {
            out.push(self.literal(&phrase[0]));
        }
        if !long.is_empty() {
            let class = if let Some(&class) = self.groups.get(&long) {
                class
            } else {
                let class = self.next;
                self.next += 1;
                self.groups.insert(long.clone(), class);
                self.weight.insert(class, long.len() as u32);
                for phrase in &long {
                    let sets = self.plain.entry(canonical_phrase(phrase)).or_default();
                    sets.any.insert(class);
                }
                class
            };
            out.push(class);
        }
        out
    }

    /// Turns parsed steps into a sequence of classes.
    pub(crate) fn sequence(
        &mut self,
        steps: &[Step],
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Sequence> {
        let mut elements = Vec::new();
        for step in steps {
            let make = |classes, gap| Element {
                classes,
                gap,
                optional: step.optional,
                mark: step.mark,
            };
            match &step.atom {
                Atom::Classes(names) => {
                    let mut classes = Vec::new();
                    for name in names {
                        match self.named(name) {
                            Some(class) => classes.push(class),
                            None => {
                                unknown_class(at, name, subject, self.names.keys(), out);
                                return None;
                            }
                        }
                    }
                    elements.push(make(classes, step.gap));
                }
                Atom::Words(phrases) if phrases.len() == 1 && !step.optional => {
                    for (i, word) in phrases[0].iter().enumerate() {
                        let class = self.literal(word);
                        elements.push(make(vec![class], if i == 0 { step.gap } else { 0 }));
                    }
                }
                Atom::Words(phrases) => {
                    let classes = self.group(phrases);
                    elements.push(make(classes, step.gap));
                }
            }
        }
        Some(Sequence { elements })
    }

    /// How common the words of a step are; the least common one is the anchor.
    pub(crate) fn commonness(&self, element: &Element) -> u32 {
        element
            .classes
            .iter()
            .map(|&c| {
                if FREQUENT.iter().any(|b| *b as ClassId == c) {
                    COMMON
                } else if c < FIRST_FREE_CLASS {
                    150
                } else {
                    self.weight.get(&c).copied().unwrap_or(1)
                }
            })
            .sum()
    }

    /// The step of a sequence that decides whether it is tried.
    pub(crate) fn anchor(&self, sequence: &Sequence) -> (u8, u32) {
        let best = sequence
            .elements
            .iter()
            .enumerate()
            .filter(|(_, e)| !e.optional)
            .min_by_key(|(_, e)| self.commonness(e));
        best.map_or((0, u32::MAX), |(i, e)| (i as u8, self.commonness(e)))
    }
}
