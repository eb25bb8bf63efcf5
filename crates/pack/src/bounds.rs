//! How large a single rule, lexicon entry, condition or weighing may be.
//!
//! For: refusing what nobody can read and what would make compiling or proving
//! take time out of proportion to what is written. Each figure is far above
//! what the built-in packs use. Not for: packs as a whole (see `limits`) nor the
//! shape of a pattern (see `pattern`).

use crate::diagnostic::{Diagnostic, Origin};
use crate::model::{Condition, ConditionRef, Lexicon, Rule, Weigh};
use crate::pattern::{LONGEST_WORD, longest_word};
use crate::source::Packs;

/// Patterns in `any` and in the `match` of a condition.
const MOST_PATTERNS: usize = 200;
/// `need`, `unless`, `absent` and `shift` of a rule together.
const MOST_CLAUSES: usize = 100;
/// Examples of a rule.
const MOST_EXAMPLES: usize = 500;
/// Norms of a rule.
const MOST_NORMS: usize = 50;
/// Characters of an entry of a lexicon.
const LONGEST_ENTRY: usize = 2_000;
/// Kinds of warning in `[weigh]`.
const MOST_KINDS: usize = 16;
/// Signs in `[weigh]` that are classes or context.
const MOST_SIGNS: usize = 2_000;

/// What holds too much, each with the remedy.
pub(crate) fn exceeded(packs: &Packs, out: &mut Vec<Diagnostic>) {
    for placed in &packs.rules {
        rule(&placed.rule, &placed.id, &placed.at, out);
    }
    for (name, placed) in &packs.conditions {
        condition(&placed.value, name, &placed.at, out);
    }
    for (name, placed) in &packs.lexicons {
        lexicon(&placed.value, name, &placed.at, out);
    }
    if let Some(placed) = &packs.weigh {
        weigh(&placed.value, &placed.at, out);
    }
}

/// Tells that there are `count` of something where at most `most` may be.
fn count(
    (count, most): (usize, usize),
    what: &str,
    remedy: &str,
    (at, subject): (&Origin, &str),
    out: &mut Vec<Diagnostic>,
) {
    if count > most {
        out.push(at.error(
            "too-many",
            subject,
            format!("{count} {what}"),
            format!("use at most {most}; {remedy}"),
        ));
    }
}

fn rule(rule: &Rule, id: &str, at: &Origin, out: &mut Vec<Diagnostic>) {
    let clauses = rule.need.len() + rule.unless.len() + rule.absent.len() + rule.shift.len();
    let place = (at, id);
    count(
        (rule.any.len(), MOST_PATTERNS),
        "patterns in one rule",
        "put words that mean the same in a lexicon, or split the rule",
        place,
        out,
    );
    count(
        (clauses, MOST_CLAUSES),
        "conditions in one rule",
        "put patterns that silence for the same reason in one [condition.name]",
        place,
        out,
    );
    count(
        (rule.yes.len() + rule.no.len(), MOST_EXAMPLES),
        "examples in one rule",
        "keep those that decide a clause; many posts are measured by `bezint eval`",
        place,
        out,
    );
    count(
        (rule.norms.len(), MOST_NORMS),
        "norms in one rule",
        "cite those that the writer needs, best first",
        place,
        out,
    );
    for from in rule.need.iter().chain(&rule.unless) {
        if let ConditionRef::Full(full) = from {
            condition(full, id, at, out);
        }
    }
}

fn condition(condition: &Condition, name: &str, at: &Origin, out: &mut Vec<Diagnostic>) {
    count(
        (condition.patterns.as_slice().len(), MOST_PATTERNS),
        "patterns in one condition",
        "put words that mean the same in a lexicon",
        (at, name),
        out,
    );
}

fn lexicon(lexicon: &Lexicon, name: &str, at: &Origin, out: &mut Vec<Diagnostic>) {
    let entries = lexicon
        .entries()
        .chain(&lexicon.not)
        .chain(&lexicon.not_compound);
    for entry in entries {
        let shown: String = entry.chars().take(40).collect();
        if entry.len() > LONGEST_ENTRY {
            out.push(at.error(
                "long-entry",
                name,
                format!("the entry “{shown}…” has {} bytes", entry.len()),
                format!("keep entries below {LONGEST_ENTRY} bytes; make several of it"),
            ));
        } else if let Some(letters) = longest_word(entry) {
            out.push(at.error(
                "long-word",
                name,
                format!("the entry “{shown}…” has a word of {letters} characters"),
                format!("keep words within {LONGEST_WORD} characters; no Dutch word is longer"),
            ));
        }
    }
}

fn weigh(weigh: &Weigh, at: &Origin, out: &mut Vec<Diagnostic>) {
    count(
        (weigh.kinds.len(), MOST_KINDS),
        "kinds of warning in [weigh]",
        "every word of a post is added up for each; take kinds together",
        (at, "weigh"),
        out,
    );
    count(
        (
            weigh.class.len() + weigh.official.len() + weigh.context.len(),
            MOST_SIGNS,
        ),
        "signs in [weigh] that are classes or context",
        "keep those with the most points",
        (at, "weigh"),
        out,
    );
}
