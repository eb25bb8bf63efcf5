//! Clauses of a rule in words.
//!
//! For: naming in a message the clause that decided. Not for: judging by it.

use bezint_engine::Clause;

use crate::model::{ConditionRef, When};
use crate::source::PlacedRule;

/// A clause in words.
pub fn clause_name(clause: Clause, placed: &PlacedRule) -> String {
    match clause {
        Clause::When => "when".to_owned(),
        Clause::Need(i) => format!("need {}", i + 1),
        Clause::Unless(i) if i < placed.rule.unless.len() => format!("unless {}", i + 1),
        Clause::Unless(i) => format!("absent {}", i - placed.rule.unless.len() + 1),
        Clause::Any(i) => format!("any {}", i + 1),
        Clause::Shift(i) => format!("shift {}", i + 1),
    }
}

/// What a clause says, as the author wrote it.
pub fn clause_text(clause: Clause, placed: &PlacedRule) -> String {
    let rule = &placed.rule;
    match clause {
        Clause::When => demanded(&rule.when),
        Clause::Shift(i) => rule
            .shift
            .get(i)
            .map(|s| demanded(&s.when))
            .unwrap_or_default(),
        Clause::Need(i) => rule.need.get(i).map(described).unwrap_or_default(),
        Clause::Unless(i) => match rule.unless.get(i) {
            Some(condition) => described(condition),
            None => rule
                .absent
                .get(i - rule.unless.len())
                .cloned()
                .unwrap_or_default(),
        },
        Clause::Any(i) => rule
            .any
            .get(i)
            .map(|p| p.get_ref().clone())
            .unwrap_or_default(),
    }
}

/// A condition in one line.
fn described(condition: &ConditionRef) -> String {
    let full = match condition {
        ConditionRef::Short(text) => return text.clone(),
        ConditionRef::Full(full) => full,
    };
    let mut out: Vec<String> = full.patterns.as_slice().to_vec();
    for (holds, name) in [
        (full.quoted, "quoted"),
        (full.question, "a question"),
        (full.negated, "negated"),
        (full.shouted, "shouted"),
        (full.opening, "in the first sentence"),
    ] {
        out.extend(holds.then(|| name.to_owned()));
    }
    out.extend(full.when.as_ref().map(demanded));
    out.join(" or ")
}

/// A demand on the context in one line.
fn demanded(when: &When) -> String {
    let mut list: Vec<String> = [
        ("employer", &when.employer),
        ("capacity", &when.capacity),
        ("function", &when.function),
        ("topics", &when.topics),
        ("topic", &when.topic),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(field, names)| format!("{field} {}", names.join("|")))
    .collect();
    list.extend(
        when.abroad
            .map(|a| if a { "abroad" } else { "not abroad" }.to_owned()),
    );
    list.join(" and ")
}
