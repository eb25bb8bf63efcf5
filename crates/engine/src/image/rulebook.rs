//! Rules, norms and conditions in an image.
//!
//! For: writing and reading what is judged by number. Not for: whether the
//! numbers fit the rest of the image, which is checked when all of it is there.

use super::bytes::{Reader, Writer};
use super::patterns::{read_scope, write_scope};
use crate::tables::{
    ClassId, Condition, Norm, RegexClass, Rule, Severity, Shift, Sureness, Trait, When,
};

/// The rules, norms and conditions of tables.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rulebook {
    /// Norms.
    pub norms: Vec<Norm>,
    /// Rules, the weightier packs last.
    pub rules: Vec<Rule>,
    /// Conditions.
    pub conditions: Vec<Condition>,
    /// Class of the vocabulary of each policy area; 0 where there is none.
    pub topics: Vec<ClassId>,
    /// Classes by regular expression.
    pub regexes: Vec<RegexClass>,
}

const SEVERITIES: [Severity; 3] = [Severity::Hint, Severity::Warning, Severity::Serious];
const SURENESSES: [Sureness; 3] = [Sureness::Possible, Sureness::Likely, Sureness::Certain];
const TRAITS: [Trait; 5] = [
    Trait::Quoted,
    Trait::Question,
    Trait::Negated,
    Trait::Shouted,
    Trait::Opening,
];

fn choose<T: Copy>(from: &mut Reader<'_>, all: &[T]) -> Option<T> {
    all.get(usize::from(from.byte()?)).copied()
}

fn write_when(when: &When, to: &mut Writer) {
    let abroad = match when.abroad {
        None => 0,
        Some(false) => 1,
        Some(true) => 2,
    };
    // Most demands are empty, and then one byte says so.
    let empty = *when == When::default();
    to.0.push(u8::from(!empty));
    if !empty {
        let (employers, capacities) = (when.employers, when.capacities);
        to.0.extend([
            employers,
            capacities,
            when.functions,
            when.distances,
            abroad,
        ]);
        to.number(when.topics);
    }
}

fn read_when(from: &mut Reader<'_>) -> Option<When> {
    if !choose(from, &[false, true])? {
        return Some(When::default());
    }
    Some(When {
        employers: from.byte()?,
        capacities: from.byte()?,
        functions: from.byte()?,
        distances: from.byte()?,
        abroad: choose(from, &[None, Some(false), Some(true)])?,
        topics: from.number()?,
    })
}

impl Rulebook {
    pub(crate) fn write(&self, to: &mut Writer) {
        to.list(&self.norms, |to, norm| {
            to.stretch(norm.id.as_bytes());
            to.0.extend([norm.employers, norm.stelregels]);
        });
        let (mut pattern, mut condition) = (0, 0);
        to.list(&self.rules, |to, rule| {
            to.stretch(rule.id.as_bytes());
            to.0.extend([rule.severity as u8, rule.sureness as u8]);
            to.list(&rule.norms, |to, &norm| to.number(norm.into()));
            to.list(&rule.any, |to, &number| to.near(number, &mut pattern));
            to.list(&rule.need, |to, &number| to.near(number, &mut condition));
            to.list(&rule.unless, |to, &number| to.near(number, &mut condition));
            write_when(&rule.when, to);
            to.list(&rule.shifts, |to, shift| {
                write_when(&shift.when, to);
                to.0.push(shift.by as u8);
            });
        });
        to.list(&self.conditions, |to, condition| {
            to.list(&condition.patterns, |to, &number| {
                to.near(number, &mut pattern);
            });
            write_scope(condition.scope, to);
            to.list(&condition.traits, |to, one| to.0.push(*one as u8));
            to.0.push(u8::from(condition.when.is_some()));
            condition.when.iter().for_each(|when| write_when(when, to));
        });
        to.list(&self.topics, |to, &class| to.number(class));
        to.list(&self.regexes, |to, regex| {
            to.number(regex.class);
            to.stretch(regex.pattern.as_bytes());
            to.0.push(u8::from(regex.digit_token));
            to.number(u32::from(regex.positions));
        });
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Rulebook> {
        let norms = from.list(|from| {
            Some(Norm {
                id: from.text()?,
                employers: from.byte()?,
                stelregels: from.byte()?,
            })
        })?;
        let (mut pattern, mut condition) = (0, 0);
        let rules = from.list(|from| {
            Some(Rule {
                id: from.text()?,
                severity: choose(from, &SEVERITIES)?,
                sureness: choose(from, &SURENESSES)?,
                norms: from.list(|from| u16::try_from(from.number()?).ok())?,
                any: from.list(|from| from.near(&mut pattern))?,
                need: from.list(|from| from.near(&mut condition))?,
                unless: from.list(|from| from.near(&mut condition))?,
                when: read_when(from)?,
                shifts: from.list(|from| {
                    Some(Shift {
                        when: read_when(from)?,
                        by: from.byte()? as i8,
                    })
                })?,
            })
        })?;
        let conditions = from.list(|from| {
            Some(Condition {
                patterns: from.list(|from| from.near(&mut pattern))?,
                scope: read_scope(from)?,
                traits: from.list(|from| choose(from, &TRAITS))?,
                when: if choose(from, &[false, true])? {
                    Some(read_when(from)?)
                } else {
                    None
                },
            })
        })?;
        Some(Rulebook {
            norms,
            rules,
            conditions,
            topics: from.list(Reader::number)?,
            regexes: from.list(|from| {
                Some(RegexClass {
                    class: from.number()?,
                    pattern: from.text()?,
                    digit_token: choose(from, &[false, true])?,
                    positions: u16::try_from(from.number()?).ok()?,
                })
            })?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::Scope;

    #[test]
    fn what_is_written_comes_back() {
        let when = When {
            employers: 3,
            topics: 1 << 20,
            abroad: Some(false),
            ..When::default()
        };
        let book = Rulebook {
            norms: vec![Norm {
                id: "U-2.3".into(),
                employers: 15,
                stelregels: 4,
            }],
            rules: vec![Rule {
                id: "rijk/regel".into(),
                severity: Severity::Serious,
                sureness: Sureness::Certain,
                norms: vec![0],
                any: vec![7, 8, 2],
                need: vec![1],
                unless: vec![0, 3],
                when,
                shifts: vec![Shift { when, by: -1 }],
            }],
            conditions: vec![Condition {
                patterns: vec![9],
                scope: Scope::Near(8),
                traits: vec![Trait::Opening],
                when: Some(when),
            }],
            topics: vec![0, 40],
            regexes: vec![RegexClass {
                class: 41,
                pattern: "[0-9]".into(),
                digit_token: true,
                positions: 300,
            }],
        };
        let mut to = Writer::default();
        book.write(&mut to);
        let mut from = Reader(&to.0);
        assert_eq!(Rulebook::read(&mut from), Some(book));
        assert_eq!(from.finished(), Some(()));
    }
}
