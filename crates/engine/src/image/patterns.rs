//! Sequences and alternatives, laid out flat.
//!
//! For: walking the steps of a pattern without following pointers. Not for:
//! matching; see `sequence`.

use super::bytes::{Reader, Writer};
use crate::tables::{Alternative, ClassId, Scope, Sequence, TableLang};

/// One step; see [`crate::Element`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    /// Where its classes start, and the end.
    classes: (u32, u32),
    pub(crate) gap: u8,
    pub(crate) optional: bool,
    pub(crate) mark: bool,
}

/// A range of steps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Steps {
    from: u32,
    to: u32,
}

/// Sequences that must all be there, the one with the underline first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Parts {
    from: u32,
    to: u32,
    pub(crate) scope: Scope,
    /// The step whose classes decide whether this is tried at all.
    anchor: u32,
}

/// A phrase with classes or gaps; see [`crate::Phrase`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClassPhrase {
    /// The classes it gives, as if they were those of a step.
    gives: Step,
    pub(crate) steps: Steps,
    anchor: u32,
    pub(crate) lang: TableLang,
    pub(crate) first_only: bool,
}

/// All sequences and what is made of them.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    classes: Vec<ClassId>,
    steps: Vec<Step>,
    parts: Vec<Steps>,
    alternatives: Vec<Parts>,
    /// By level.
    pub(crate) phrases: Vec<Vec<ClassPhrase>>,
}

const OPTIONAL: u32 = 1;
const MARK: u32 = 2;
const GAP: u32 = 4;
/// Where in the number before a step that of its classes stands.
const COUNT: u32 = 3;

fn write_classes(classes: &[ClassId], to: &mut Writer) {
    classes.iter().for_each(|&class| to.number(class));
}

fn write_sequence(sequence: &Sequence, to: &mut Writer) {
    to.number(sequence.elements.len() as u32);
    for element in &sequence.elements {
        let flag = |set: bool, bit: u32| if set { bit } else { 0 };
        let shape = flag(element.optional, OPTIONAL)
            | flag(element.mark, MARK)
            | flag(element.gap > 0, GAP)
            | (element.classes.len() as u32) << COUNT;
        to.number(shape);
        if element.gap > 0 {
            to.0.push(element.gap);
        }
        write_classes(&element.classes, to);
    }
}

/// Writes within what something must stand.
pub(super) fn write_scope(scope: Scope, to: &mut Writer) {
    let (number, tokens) = match scope {
        Scope::Clause => (0, None),
        Scope::Sentence => (1, None),
        Scope::Paragraph => (2, None),
        Scope::Text => (3, None),
        Scope::Near(n) => (4, Some(n)),
        Scope::Before(n) => (5, Some(n)),
        Scope::After(n) => (6, Some(n)),
    };
    to.0.push(number);
    to.0.extend(tokens);
}

/// Reads it.
pub(super) fn read_scope(from: &mut Reader<'_>) -> Option<Scope> {
    Some(match from.byte()? {
        0 => Scope::Clause,
        1 => Scope::Sentence,
        2 => Scope::Paragraph,
        3 => Scope::Text,
        4 => Scope::Near(from.byte()?),
        5 => Scope::Before(from.byte()?),
        6 => Scope::After(from.byte()?),
        _ => return None,
    })
}

impl Patterns {
    /// Writes the alternatives and phrases.
    pub(crate) fn write(
        alternatives: &[Alternative],
        phrases: &[Vec<crate::tables::Phrase>],
        to: &mut Writer,
    ) {
        to.number(alternatives.len() as u32);
        for alternative in alternatives {
            to.number(alternative.parts.len() as u32);
            alternative
                .parts
                .iter()
                .for_each(|part| write_sequence(part, to));
            write_scope(alternative.scope, to);
            to.0.extend([alternative.anchor.0, alternative.anchor.1]);
        }
        to.number(phrases.len() as u32);
        for level in phrases {
            to.number(level.len() as u32);
            for phrase in level {
                to.number(phrase.classes.len() as u32);
                write_classes(&phrase.classes, to);
                write_sequence(&phrase.sequence, to);
                let lang = match phrase.lang {
                    TableLang::Any => 0,
                    TableLang::Nl => 1,
                    TableLang::En => 2,
                };
                to.0.extend([phrase.anchor, lang | u8::from(phrase.first_only) << 2]);
            }
        }
    }

    /// Reads them, and says what is wrong where something is.
    pub(crate) fn read(from: &mut Reader<'_>, classes: u32) -> Option<Patterns> {
        let mut patterns = Patterns::default();
        for _ in 0..from.count()? {
            let first = patterns.parts.len();
            for _ in 0..from.count()? {
                let steps = patterns.read_sequence(from, classes)?;
                patterns.parts.push(steps);
            }
            let scope = read_scope(from)?;
            let part = patterns.parts.get(first + usize::from(from.byte()?))?;
            let anchor = patterns.anchor(*part, from.byte()?)?;
            let (from, to) = (first as u32, patterns.parts.len() as u32);
            patterns.alternatives.push(Parts {
                from,
                to,
                scope,
                anchor,
            });
        }
        for _ in 0..from.count()? {
            let mut level = Vec::new();
            for _ in 0..from.count()? {
                let count = from.number()?;
                let gives = patterns.read_classes(from, count, classes)?;
                let steps = patterns.read_sequence(from, classes)?;
                let anchor = patterns.anchor(steps, from.byte()?)?;
                let bits = from.byte()?;
                level.push(ClassPhrase {
                    gives,
                    steps,
                    anchor,
                    lang: [TableLang::Any, TableLang::Nl, TableLang::En]
                        .get(usize::from(bits & 3))
                        .copied()?,
                    first_only: bits & 4 != 0,
                });
            }
            patterns.phrases.push(level);
        }
        Some(patterns)
    }

    fn read_classes(&mut self, from: &mut Reader<'_>, count: u32, most: u32) -> Option<Step> {
        let first = self.classes.len() as u32;
        for _ in 0..count {
            self.classes.push(from.number().filter(|&c| c < most)?);
        }
        Some(Step {
            classes: (first, self.classes.len() as u32),
            gap: 0,
            optional: false,
            mark: false,
        })
    }

    /// A sequence whose first step is there and not optional.
    fn read_sequence(&mut self, from: &mut Reader<'_>, most: u32) -> Option<Steps> {
        let first = self.steps.len();
        for _ in 0..from.count()? {
            let shape = from.number()?;
            let gap = if shape & GAP == 0 { 0 } else { from.byte()? };
            let count = (shape >> COUNT != 0).then_some(shape >> COUNT)?;
            let classes = self.read_classes(from, count, most)?;
            self.steps.push(Step {
                gap,
                optional: shape & OPTIONAL != 0,
                mark: shape & MARK != 0,
                ..classes
            });
        }
        if self.steps.get(first)?.optional {
            return None;
        }
        Some(Steps {
            from: first as u32,
            to: self.steps.len() as u32,
        })
    }

    /// The number of a step that decides whether something is tried.
    fn anchor(&self, steps: Steps, at: u8) -> Option<u32> {
        let step = self.steps(steps).get(usize::from(at))?;
        (!step.optional).then_some(steps.from + u32::from(at))
    }

    /// The steps of a sequence.
    pub(crate) fn steps(&self, steps: Steps) -> &[Step] {
        &self.steps[steps.from as usize..steps.to as usize]
    }

    /// The classes of a step, any of which will do.
    pub(crate) fn classes(&self, step: &Step) -> &[ClassId] {
        &self.classes[step.classes.0 as usize..step.classes.1 as usize]
    }

    /// How many alternatives there are.
    pub(crate) fn len(&self) -> usize {
        self.alternatives.len()
    }

    /// An alternative.
    pub(crate) fn alternative(&self, number: u32) -> &Parts {
        &self.alternatives[number as usize]
    }

    /// Its sequences.
    pub(crate) fn parts(&self, alternative: &Parts) -> &[Steps] {
        &self.parts[alternative.from as usize..alternative.to as usize]
    }

    /// The classes that decide whether an alternative is tried.
    pub(crate) fn anchored(&self, alternative: &Parts) -> &[ClassId] {
        self.classes(&self.steps[alternative.anchor as usize])
    }

    /// The classes that decide whether a phrase is tried.
    pub(crate) fn phrase_anchored(&self, phrase: &ClassPhrase) -> &[ClassId] {
        self.classes(&self.steps[phrase.anchor as usize])
    }

    /// The classes that a phrase gives.
    pub(crate) fn gives(&self, phrase: &ClassPhrase) -> &[ClassId] {
        self.classes(&phrase.gives)
    }

    /// The steps that an alternative cannot do without, its anchor aside.
    pub(crate) fn needed(&self, alternative: &Parts) -> impl Iterator<Item = &Step> {
        let steps = self.parts(alternative).iter().flat_map(|&part| {
            self.steps[part.from as usize..part.to as usize]
                .iter()
                .zip(part.from..)
        });
        steps
            .filter(|(step, number)| !step.optional && *number != alternative.anchor)
            .map(|(step, _)| step)
    }
}
