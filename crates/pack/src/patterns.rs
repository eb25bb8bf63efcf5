//! Patterns and conditions of rules, numbered and shared.

use std::collections::HashMap;

use bezint_engine::{Alternative, Condition, Scope, Tables, Trait};

use crate::classes::{COMMON, Classes};
use crate::demand::when;
use crate::diagnostic::{Diagnostic, Origin, shortened};
use crate::model::{self, ConditionRef, Within};
use crate::pattern::parse;
use crate::source::Packs;
use crate::unknown::unknown;

/// Conditions named where one is unknown.
const MOST_NAMED: usize = 40;

/// All patterns and conditions while compiling.
#[derive(Default)]
pub(crate) struct Patterns {
    alternatives: Vec<Alternative>,
    known: HashMap<(String, String), u32>,
    conditions: Vec<Condition>,
    named: HashMap<String, u32>,
}

impl Patterns {
    /// A scope by name.
    pub(crate) fn scope(
        &self,
        within: Option<&Within>,
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Scope {
        match within {
            None => Scope::Sentence,
            Some(Within::Tokens(n)) => Scope::Near(*n),
            Some(Within::Name(name)) => match name.as_str() {
                "clause" => Scope::Clause,
                "sentence" => Scope::Sentence,
                "paragraph" => Scope::Paragraph,
                "text" => Scope::Text,
                _ => {
                    out.push(unknown(
                        at,
                        "within",
                        name,
                        &[
                            "clause",
                            "sentence",
                            "paragraph",
                            "text",
                            "a number of tokens",
                        ],
                        subject,
                    ));
                    Scope::Sentence
                }
            },
        }
    }

    /// Adds a pattern and returns its number.
    pub(crate) fn add(
        &mut self,
        pattern: &str,
        scope: Scope,
        classes: &mut Classes,
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        let key = (pattern.to_owned(), format!("{scope:?}"));
        if let Some(&number) = self.known.get(&key) {
            return Some(number);
        }
        let parts = match parse(pattern) {
            Ok(parts) => parts,
            Err((what, help)) => {
                let what = format!("“{}”: {what}", shortened(pattern));
                out.push(at.error("pattern", subject, what, help));
                return None;
            }
        };
        let mut sequences = Vec::new();
        for part in &parts {
            sequences.push(classes.sequence(part, at, subject, out)?);
        }
        let anchors: Vec<(u8, u32)> = sequences.iter().map(|s| classes.anchor(s)).collect();
        let (part, &(step, _)) = anchors.iter().enumerate().min_by_key(|(_, (_, c))| *c)?;
        let number = self.alternatives.len() as u32;
        self.alternatives.push(Alternative {
            parts: sequences,
            scope,
            anchor: (part as u8, step),
        });
        self.known.insert(key, number);
        Some(number)
    }

    /// Refuses a pattern of a rule that would be tried on nearly every text.
    /// Conditions may be as common as they like: they are looked at only where
    /// a pattern matches.
    pub(crate) fn refuse_common(
        &self,
        number: u32,
        pattern: &str,
        classes: &Classes,
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) {
        let alternative = &self.alternatives[number as usize];
        let (part, step) = alternative.anchor;
        let anchor = &alternative.parts[part as usize].elements[step as usize];
        let steps: usize = alternative.parts.iter().map(|s| s.elements.len()).sum();
        if classes.commonness(anchor) >= COMMON && steps < 3 {
            out.push(at.error(
                "only-common-words",
                subject,
                format!("“{pattern}” consists of words that stand in nearly every text"),
                "add a word or class that says what the rule is about",
            ));
        }
    }

    /// Adds a condition and returns its number.
    pub(crate) fn condition(
        &mut self,
        packs: &Packs,
        from: &ConditionRef,
        classes: &mut Classes,
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        match from {
            ConditionRef::Short(text) => match text.strip_prefix('@') {
                Some(name) => self.named(packs, name, classes, at, subject, out),
                None => {
                    let full = model::Condition {
                        patterns: model::OneOrMany::One(text.clone()),
                        ..model::Condition::default()
                    };
                    self.full(&full, classes, at, subject, out)
                }
            },
            ConditionRef::Full(full) => self.full(full, classes, at, subject, out),
        }
    }

    fn named(
        &mut self,
        packs: &Packs,
        name: &str,
        classes: &mut Classes,
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        if let Some(&number) = self.named.get(name) {
            return Some(number);
        }
        let Some(placed) = packs.conditions.get(name) else {
            let known = packs.conditions.keys().map(String::as_str);
            let known: Vec<&str> = known.take(MOST_NAMED).collect();
            out.push(at.error(
                "unknown-condition",
                subject,
                format!("condition “@{name}” does not exist"),
                format!(
                    "define it as [condition.{name}], or use one of: {}",
                    known.join(", ")
                ),
            ));
            return None;
        };
        let number = self.full(&placed.value, classes, &placed.at, name, out)?;
        self.named.insert(name.to_owned(), number);
        Some(number)
    }

    fn full(
        &mut self,
        from: &model::Condition,
        classes: &mut Classes,
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<u32> {
        let scope = match (from.before, from.after) {
            (Some(_), Some(_)) => {
                out.push(at.error(
                    "before-and-after",
                    subject,
                    "a condition looks both before and after",
                    "write within = n, or two conditions",
                ));
                return None;
            }
            (Some(n), None) => Scope::Before(n),
            (None, Some(n)) => Scope::After(n),
            (None, None) => match &from.within {
                None => Scope::Text,
                within => self.scope(within.as_ref(), at, subject, out),
            },
        };
        let traits: Vec<Trait> = [
            (from.quoted, Trait::Quoted),
            (from.question, Trait::Question),
            (from.negated, Trait::Negated),
            (from.shouted, Trait::Shouted),
            (from.opening, Trait::Opening),
        ]
        .into_iter()
        .filter_map(|(set, what)| set.then_some(what))
        .collect();
        let inner = match scope {
            Scope::Clause => Scope::Clause,
            Scope::Text | Scope::Near(_) | Scope::Paragraph => Scope::Paragraph,
            _ => Scope::Sentence,
        };
        let patterns: Vec<u32> = from
            .patterns
            .as_slice()
            .iter()
            .filter_map(|p| self.add(p, inner, classes, at, subject, out))
            .collect();
        let demand = from.when.as_ref().map(|w| when(w, at, subject, out));
        if from.patterns.as_slice().is_empty() && traits.is_empty() && demand.is_none() {
            out.push(at.error(
                "empty-condition",
                subject,
                "a condition that asks for nothing",
                "add match, when, quoted, question, negated, shouted or opening",
            ));
            return None;
        }
        self.conditions.push(Condition {
            patterns,
            scope,
            traits,
            when: demand,
        });
        Some(self.conditions.len() as u32 - 1)
    }

    /// Writes everything into the tables.
    pub(crate) fn write(&mut self, tables: &mut Tables) {
        tables.alternatives = std::mem::take(&mut self.alternatives);
        tables.conditions = std::mem::take(&mut self.conditions);
    }
}
