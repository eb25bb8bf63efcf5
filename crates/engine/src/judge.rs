//! Judging the matches of a rule.
//!
//! For: saying of each match whether it becomes a warning and, if not, which
//! clause of the rule kept it quiet. Not for: merging warnings.

use bezint_text::Text;

use crate::condition::{fits, holds};
use crate::context::Context;
use crate::effort::Effort;
use crate::image::{Patterns, Rulebook};
use crate::places::Places;
use crate::sequence::{Found, Matcher, match_alternative};
use crate::tables::{Rule, Severity, Sureness};
use crate::weigh::{MOST_WEIGHED, Weighed, Weights};

/// A clause of a rule, by place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Clause {
    /// The demand on the context.
    When,
    /// The n-th `need`.
    Need(usize),
    /// The n-th `unless`.
    Unless(usize),
    /// The n-th alternative of `any`.
    Any(usize),
    /// The n-th `shift`.
    Shift(usize),
}

/// What became of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is a warning of this severity.
    Fires(Severity),
    /// This clause kept it quiet.
    Silenced(Clause),
}

/// A match and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trace {
    /// Number of the rule.
    pub rule: u32,
    /// Which of the rule's alternatives matched.
    pub alternative: usize,
    /// Tokens of the whole match.
    pub tokens: (u32, u32),
    /// Tokens of the underline.
    pub mark: (u32, u32),
    /// What became of it.
    pub verdict: Verdict,
}

/// Matches of alternatives found in a text; the memory is kept from text to
/// text.
#[derive(Default)]
pub(crate) struct Known {
    /// Per alternative where in `found` its matches are.
    ranges: Vec<Option<(u32, u32)>>,
    touched: Vec<u32>,
    found: Vec<Found>,
    fresh: Vec<Found>,
    pub(crate) matcher: Matcher,
}

impl Known {
    pub(crate) fn new(alternatives: usize) -> Known {
        Known {
            ranges: vec![None; alternatives],
            ..Known::default()
        }
    }

    pub(crate) fn forget(&mut self) {
        for alternative in self.touched.drain(..) {
            self.ranges[alternative as usize] = None;
        }
        self.found.clear();
    }
}

/// Finds the matches of alternatives, once a text.
pub(crate) struct Finder<'a> {
    pub(crate) on: &'a Places,
    text: &'a Text,
    patterns: &'a Patterns,
    rulebook: &'a Rulebook,
    known: &'a mut Known,
}

impl<'a> Finder<'a> {
    pub(crate) fn new(
        patterns: &'a Patterns,
        rulebook: &'a Rulebook,
        text: &'a Text,
        on: &'a Places,
        known: &'a mut Known,
    ) -> Finder<'a> {
        Finder {
            on,
            text,
            patterns,
            rulebook,
            known,
        }
    }

    /// What the text may still cost.
    pub(crate) fn effort(&mut self) -> &mut Effort {
        &mut self.known.matcher.effort
    }

    /// Where in [`Known::found`] the matches of an alternative are.
    fn range(&mut self, alternative: u32) -> (u32, u32) {
        if let Some(range) = self.known.ranges[alternative as usize] {
            return range;
        }
        let Known {
            found,
            fresh,
            matcher,
            ..
        } = &mut *self.known;
        fresh.clear();
        let subject = self.patterns.alternative(alternative);
        match_alternative(self.on, self.text, self.patterns, subject, matcher, fresh);
        let start = found.len() as u32;
        found.extend_from_slice(fresh);
        let range = (start, found.len() as u32);
        self.known.ranges[alternative as usize] = Some(range);
        self.known.touched.push(alternative);
        range
    }

    pub(crate) fn matches(&mut self, alternative: u32) -> &[Found] {
        let (from, to) = self.range(alternative);
        self.effort().spend(1 + (to - from) as usize);
        &self.known.found[from as usize..to as usize]
    }
}

/// Judges every match of one alternative of a rule. `skip` leaves one clause
/// out, which is how clauses are proved needed.
pub(crate) fn judge(
    number: u32,
    rule: &Rule,
    alternative: u32,
    context: &Context,
    finder: &mut Finder<'_>,
    skip: Option<Clause>,
    mut report: impl FnMut(Trace),
) {
    let alternative = alternative as usize;
    if skip == Some(Clause::Any(alternative)) {
        return;
    }
    let (from, to) = finder.range(rule.any[alternative]);
    for i in from..to {
        let found = finder.known.found[i as usize];
        let verdict = verdict(rule, &found, context, finder, skip);
        // What could have kept it quiet may not have been looked at.
        if finder.effort().is_spent() {
            return;
        }
        report(Trace {
            rule: number,
            alternative,
            tokens: (found.start, found.end),
            mark: found.mark,
            verdict,
        });
    }
}

/// Judges what weighing found as if the sentence that weighs most had matched.
/// Nothing where it does not tip, or where the text has cost too much to tell.
pub(crate) fn judge_weighed(
    weights: &Weights,
    weighed: &Weighed,
    context: &Context,
    finder: &mut Finder<'_>,
    skip: Option<Clause>,
) -> Option<Trace> {
    if !weights.tips(weighed) {
        return None;
    }
    let (start, end) = weighed.mark;
    let found = Found {
        start,
        end,
        mark: weighed.mark,
    };
    let rule = &finder.rulebook.rules[weighed.rule as usize];
    let verdict = match verdict(rule, &found, context, finder, skip) {
        Verdict::Fires(severity) => Verdict::Fires(severity.min(MOST_WEIGHED)),
        silenced => silenced,
    };
    (!finder.effort().is_spent()).then_some(Trace {
        rule: weighed.rule,
        alternative: 0,
        tokens: weighed.mark,
        mark: weighed.mark,
        verdict,
    })
}

fn verdict(
    rule: &Rule,
    found: &Found,
    context: &Context,
    finder: &mut Finder<'_>,
    skip: Option<Clause>,
) -> Verdict {
    if skip != Some(Clause::When) && !fits(&rule.when, context, finder.on) {
        return Verdict::Silenced(Clause::When);
    }
    let conditions = &finder.rulebook.conditions;
    let text = finder.text;
    for (i, &condition) in rule.need.iter().enumerate() {
        let clause = Clause::Need(i);
        if skip != Some(clause)
            && !holds(
                &conditions[condition as usize],
                found,
                text,
                context,
                finder,
            )
        {
            return Verdict::Silenced(clause);
        }
    }
    for (i, &condition) in rule.unless.iter().enumerate() {
        let clause = Clause::Unless(i);
        if skip != Some(clause)
            && holds(
                &conditions[condition as usize],
                found,
                text,
                context,
                finder,
            )
        {
            return Verdict::Silenced(clause);
        }
    }
    let mut severity = rule.severity;
    for (i, shift) in rule.shifts.iter().enumerate() {
        if skip != Some(Clause::Shift(i)) && fits(&shift.when, context, finder.on) {
            severity = severity.shifted(shift.by);
        }
    }
    if rule.sureness == Sureness::Possible {
        severity = Severity::Hint;
    }
    Verdict::Fires(severity)
}
