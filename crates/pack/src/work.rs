//! How much work proving packs may take, in counted steps.
//!
//! For: a promise that `bezint pack test` ends, whatever rules and examples
//! there are, and ends with the same words on every machine. Not for: what a
//! single text may cost; the engine bounds that by itself.

use bezint_engine::Checker;

use crate::diagnostic::Diagnostic;
use crate::source::PlacedRule;

/// Steps that a rule, and all rules together, may take.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Most {
    pub(crate) rule: u64,
    pub(crate) all: u64,
}

pub(crate) const MOST: Most = Most {
    rule: 50_000_000,
    all: 1_000_000_000,
};

/// Steps taken so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work {
    most: Most,
    rule: u64,
    all: u64,
}

impl Work {
    pub(crate) fn new(most: Most) -> Work {
        Work {
            most,
            rule: 0,
            all: 0,
        }
    }

    /// Begins with another rule.
    pub(crate) fn next_rule(&mut self) {
        self.rule = 0;
    }

    /// Counts the text that was read last: its tokens and what they cost. False
    /// where the rule, or all rules, have taken too much.
    pub(crate) fn took(&mut self, checker: &Checker) -> bool {
        let steps = checker.text().tokens().len() as u64 + checker.steps();
        self.rule += steps;
        self.all += steps;
        self.rule <= self.most.rule && !self.is_over()
    }

    /// Whether nothing more can be proved.
    pub(crate) fn is_over(&self) -> bool {
        self.all > self.most.all
    }

    /// What is said of the rule at which it became too much.
    pub(crate) fn too_much(&self, placed: &PlacedRule) -> Diagnostic {
        let rule = &placed.rule;
        let (examples, clauses) = (
            rule.yes.len() + rule.no.len(),
            rule.any.len() + rule.need.len() + rule.unless.len() + rule.absent.len(),
        );
        let what = match self.is_over() {
            true => format!("proving the packs takes more than {} steps", self.most.all),
            false => format!(
                "proving this rule, {clauses} clauses by {examples} examples, takes more than {} steps",
                self.most.rule
            ),
        };
        let help = match self.is_over() {
            true => {
                "the rules from here on are not proved; shorten examples, or test the packs in parts"
            }
            false => "give each clause one short example that it decides, or split the rule",
        };
        placed.at.error("too-much-to-prove", &placed.id, what, help)
    }
}
