//! Whether a condition holds for a match.
//!
//! For: `need`, `unless` and `when`. Not for: finding matches.

use bezint_text::{Flags, Text};

use crate::builtin::Builtin;
use crate::context::Context;
use crate::judge::Finder;
use crate::places::Places;
use crate::sequence::Found;
use crate::tables::{ClassId, Condition, Scope, Trait, When};

/// Words that deny what follows, folded.
const NEGATIONS: &[&str] = &[
    "can't",
    "cannot",
    "couldn't",
    "didn't",
    "doesn't",
    "don't",
    "geen",
    "geenszins",
    "haven't",
    "isn't",
    "never",
    "niemand",
    "niet",
    "nie",
    "no",
    "nobody",
    "none",
    "nooit",
    "not",
    "wasn't",
    "won't",
    "wouldn't",
    "zonder",
];
/// How many tokens before a match a negation may stand.
const NEGATION_REACH: u32 = 4;

/// Bits of [`When::distances`].
mod distance {
    pub(super) const OWN: u8 = 1;
    pub(super) const ADJACENT: u8 = 2;
    pub(super) const FAR: u8 = 4;
}

fn how_far(on: &Places) -> u8 {
    if !on.at(Builtin::TopicOwn as ClassId).is_empty() {
        distance::OWN
    } else if !on.at(Builtin::TopicAdjacent as ClassId).is_empty() {
        distance::ADJACENT
    } else {
        distance::FAR
    }
}

/// Whether the context is what `when` demands.
pub(crate) fn fits(when: &When, context: &Context, on: &Places) -> bool {
    let within = |mask: u8, bit: u8| mask == 0 || mask & bit != 0;
    within(when.employers, context.employer.bit())
        && within(when.capacities, context.capacity.bit())
        && within(when.functions, context.function.bit())
        && (when.topics == 0 || when.topics & context.topics.0 != 0)
        && when.abroad.is_none_or(|a| a == context.abroad)
        && (when.distances == 0 || when.distances & how_far(on) != 0)
}

fn has_trait(text: &Text, found: &Found, what: Trait) -> bool {
    let tokens = text.tokens();
    let marked = &tokens[found.mark.0 as usize..found.mark.1 as usize];
    let first = &tokens[found.start as usize];
    match what {
        Trait::Quoted => marked.iter().all(|t| t.flags.has(Flags::QUOTED)),
        Trait::Shouted => marked.iter().any(|t| t.flags.has(Flags::SHOUTED)),
        Trait::Question => text.sentences()[first.sentence as usize].question,
        Trait::Opening => first.sentence == 0,
        Trait::Negated => tokens
            [found.mark.0.saturating_sub(NEGATION_REACH) as usize..found.mark.0 as usize]
            .iter()
            .any(|t| t.clause == first.clause && NEGATIONS.contains(&text.word(t))),
    }
}

/// Whether `other` stands where `scope`, seen from `found`, looks.
fn in_scope(text: &Text, found: &Found, other: &Found, scope: Scope) -> bool {
    let tokens = text.tokens();
    let (a, b) = (
        &tokens[found.mark.0 as usize],
        &tokens[other.start as usize],
    );
    match scope {
        Scope::Text => true,
        Scope::Paragraph => a.paragraph == b.paragraph,
        Scope::Sentence => a.sentence == b.sentence,
        Scope::Clause => a.clause == b.clause,
        Scope::Near(n) => {
            other.start <= found.end + u32::from(n) && found.start <= other.end + u32::from(n)
        }
        Scope::Before(n) => {
            a.sentence == b.sentence
                && other.end <= found.mark.0
                && found.mark.0 - other.end < u32::from(n)
        }
        Scope::After(n) => {
            a.sentence == b.sentence
                && other.start >= found.mark.1
                && other.start - found.mark.1 < u32::from(n)
        }
    }
}

/// Whether `condition` holds for `found`.
pub(crate) fn holds(
    condition: &Condition,
    found: &Found,
    text: &Text,
    context: &Context,
    finder: &mut Finder<'_>,
) -> bool {
    condition.traits.iter().any(|&t| has_trait(text, found, t))
        || condition.when.is_some_and(|w| fits(&w, context, finder.on))
        || condition.patterns.iter().any(|&pattern| {
            finder
                .matches(pattern)
                .iter()
                .any(|other| in_scope(text, found, other, condition.scope))
        })
}
