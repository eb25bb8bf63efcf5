//! The checker: loads tables once, checks many texts.

use std::fmt;

use bezint_text::{Span, Text};

use crate::condition::fits;
use crate::context::Context;
use crate::effort::Effort;
use crate::image::{Image, Rulebook, write};
use crate::index::Index;
use crate::judge::{Clause, Finder, Known, Trace, Verdict, judge, judge_weighed};
use crate::occurrence::Occurrences;
use crate::places::Places;
use crate::sequence::present;
use crate::sort;
use crate::tables::{Severity, Sureness, Tables};
use crate::warning::{Warning, merge};
use crate::weigh::{MOST_WEIGHED, Scale, Weighed};

/// Why tables could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// They are not tables, or of another version of the engine.
    Unreadable,
    /// Some of their bytes are not what the compiler wrote.
    Damaged,
    /// They refer to something that is not in them.
    Inconsistent(&'static str),
}

impl LoadError {
    /// What is wrong and what to do, without the detail that only an author
    /// can use.
    pub const fn reason(&self) -> &'static str {
        match self {
            LoadError::Unreadable => {
                "the rules cannot be read: compile the pack again with this version of bezint"
            }
            LoadError::Damaged => {
                "the rules are damaged: install Bezint again, or compile the pack again"
            }
            LoadError::Inconsistent(_) => "the rules contradict themselves: compile the pack again",
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())?;
        match self {
            LoadError::Inconsistent(what) => write!(f, " ({what})"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for LoadError {}

/// Checks texts against tables.
pub struct Checker {
    image: Image,
    index: Index,
    text: Text,
    on: Occurrences,
    known: Known,
    off: Vec<bool>,
    scale: Scale,
}

impl fmt::Debug for Checker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Checker")
            .field("rules", &self.image.rulebook.rules.len())
            .finish_non_exhaustive()
    }
}

impl Checker {
    /// Loads serialised tables.
    ///
    /// # Errors
    /// When the bytes are not tables of this version or contradict themselves.
    pub fn load(bytes: &[u8]) -> Result<Checker, LoadError> {
        let image = Image::read(bytes)?;
        let index = Index::new(&image);
        let known = Known::new(image.patterns.len());
        let on = Occurrences::new(image.classes);
        let off = vec![false; image.rulebook.rules.len()];
        Ok(Checker {
            image,
            index,
            text: Text::default(),
            on,
            known,
            off,
            scale: Scale::default(),
        })
    }

    /// Takes tables from the compiler.
    ///
    /// # Errors
    /// When they contradict themselves.
    pub fn new(tables: Tables) -> Result<Checker, LoadError> {
        let bytes = write(&tables).map_err(|_| LoadError::Inconsistent("words"))?;
        Checker::load(&bytes)
    }

    /// The rules and norms.
    pub fn tables(&self) -> &Rulebook {
        &self.image.rulebook
    }

    /// Switches rules off by their ids; unknown ids are ignored.
    pub fn switch_off<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        self.off.fill(false);
        for id in ids {
            if let Some(i) = self.image.rulebook.rules.iter().position(|r| r.id == id) {
                self.off[i] = true;
            }
        }
    }

    /// The warnings for `text`, in the order of the text.
    pub fn check(&mut self, text: &str, context: &Context) -> Vec<Warning> {
        self.read(text, context);
        let mut found = Vec::new();
        let Checker {
            image,
            index,
            text,
            on,
            known,
            off,
            scale,
        } = self;
        let mut finder = Finder::new(&image.patterns, &image.rulebook, text, &on.all, known);
        for (number, alternative) in candidates(image, index, &on.all, finder.effort()) {
            let rule = &image.rulebook.rules[number as usize];
            if off[number as usize] || !fits(&rule.when, context, &on.all) {
                continue;
            }
            judge(
                number,
                rule,
                alternative,
                context,
                &mut finder,
                None,
                |trace| {
                    if let Verdict::Fires(severity) = trace.verdict {
                        found.extend(warning(
                            &image.rulebook,
                            text,
                            context,
                            number,
                            severity,
                            trace.mark,
                        ));
                    }
                },
            );
        }
        if let Some(weighing) = &image.weighing
            && let Some(weighed) = scale.weigh(weighing, text, on, context)
        {
            let weights = &weighing.weights;
            for warning in &mut found {
                let firm =
                    warning.sureness == Sureness::Certain || warning.severity == Severity::Serious;
                if weights.doubts(&weighed, firm) {
                    warning.severity = Severity::Hint;
                }
            }
            let spoken = found.iter().any(|w| w.severity >= MOST_WEIGHED);
            if !spoken
                && !off[weighed.rule as usize]
                && let Some(trace) = judge_weighed(weights, &weighed, context, &mut finder, None)
                && let Verdict::Fires(severity) = trace.verdict
            {
                found.extend(warning(
                    &image.rulebook,
                    text,
                    context,
                    trace.rule,
                    severity,
                    trace.mark,
                ));
            }
        }
        merge(found)
    }

    /// What weighing says of `text`, whether or not it tips.
    pub fn weigh(&mut self, text: &str, context: &Context) -> Option<Weighed> {
        self.read(text, context);
        let weighing = self.image.weighing.as_ref()?;
        self.scale.weigh(weighing, &self.text, &self.on, context)
    }

    /// Every match of every rule and what became of it.
    pub fn explain(&mut self, text: &str, context: &Context) -> Vec<Trace> {
        self.trace(text, context, None)
    }

    /// Every match of every rule; of a weighed one this clause is left out.
    fn trace(&mut self, text: &str, context: &Context, skip: Option<Clause>) -> Vec<Trace> {
        self.read(text, context);
        let mut traces = Vec::new();
        let Checker {
            image,
            index,
            text,
            on,
            known,
            scale,
            ..
        } = self;
        let mut finder = Finder::new(&image.patterns, &image.rulebook, text, &on.all, known);
        for (number, alternative) in candidates(image, index, &on.all, finder.effort()) {
            let rule = &image.rulebook.rules[number as usize];
            judge(number, rule, alternative, context, &mut finder, None, |t| {
                traces.push(t)
            });
        }
        let spoken = traces
            .iter()
            .any(|t| matches!(t.verdict, Verdict::Fires(s) if s >= MOST_WEIGHED));
        if let (false, Some(weighing)) = (spoken, &image.weighing)
            && let Some(weighed) = scale.weigh(weighing, text, on, context)
        {
            let weights = &weighing.weights;
            traces.extend(judge_weighed(weights, &weighed, context, &mut finder, skip));
        }
        traces
    }

    /// The firing matches of one rule with one of its clauses left out.
    pub fn without(
        &mut self,
        rule: u32,
        clause: Clause,
        text: &str,
        context: &Context,
    ) -> Vec<Trace> {
        let fires = |t: &Trace| matches!(t.verdict, Verdict::Fires(_));
        if self.image.rulebook.rules[rule as usize].any.is_empty() {
            let mut traces = self.trace(text, context, Some(clause));
            traces.retain(|t| t.rule == rule && fires(t));
            return traces;
        }
        self.read(text, context);
        let mut traces = Vec::new();
        let Checker {
            image,
            text,
            on,
            known,
            ..
        } = self;
        let mut finder = Finder::new(&image.patterns, &image.rulebook, text, &on.all, known);
        let subject = &image.rulebook.rules[rule as usize];
        for alternative in 0..subject.any.len() as u32 {
            judge(
                rule,
                subject,
                alternative,
                context,
                &mut finder,
                Some(clause),
                |t| traces.extend(fires(&t).then_some(t)),
            );
        }
        traces
    }

    /// The text read last.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Tokens of the text read last that belong to a class.
    pub fn places(&self, class: u32) -> Vec<(u32, u32)> {
        self.on
            .all
            .at(class)
            .iter()
            .map(|p| (p.start, p.end))
            .collect()
    }

    /// Whether all that the rules ask was looked for in the text read last. A
    /// pack that asks too much of a text misses warnings rather than make it
    /// slow.
    pub fn is_done(&self) -> bool {
        self.on.is_done() && !self.known.matcher.effort.is_spent()
    }

    /// Steps that the text read last cost: classes given to words, places tried,
    /// matches compared. The same on every machine.
    pub fn steps(&self) -> u64 {
        self.on.steps() + self.known.matcher.effort.spent()
    }

    fn read(&mut self, text: &str, context: &Context) {
        self.known.forget();
        let change = self.text.read(text);
        self.on
            .read(&self.image, &self.index, &self.text, change, context);
        // Where not all classes are known, no match can be judged.
        self.known.matcher.effort = match self.on.is_done() {
            true => Effort::of(self.text.tokens().len()),
            false => Effort::default(),
        };
    }
}

/// A warning of a rule, unless none of its norms binds the employer.
fn warning(
    book: &Rulebook,
    text: &Text,
    context: &Context,
    number: u32,
    severity: Severity,
    mark: (u32, u32),
) -> Option<Warning> {
    let rule = &book.rules[number as usize];
    let bit = context.employer.bit();
    let binds = |n: &u16| book.norms[*n as usize].employers & bit != 0;
    let norms: Vec<u16> = rule.norms.iter().copied().filter(binds).collect();
    let span = Span {
        start: text.tokens()[mark.0 as usize].span.start,
        end: text.tokens()[mark.1 as usize - 1].span.end,
    };
    (!norms.is_empty()).then_some(Warning {
        rule: number,
        also: Vec::new(),
        severity,
        sureness: rule.sureness,
        span,
        norms,
    })
}

/// Rules' alternatives of which every needed step stands in the text: (rule,
/// n-th of `any`).
fn candidates(image: &Image, index: &Index, on: &Places, effort: &mut Effort) -> Vec<(u32, u32)> {
    let patterns = &image.patterns;
    let mut tried = Vec::new();
    for &class in on.present() {
        for candidate in index.rules_by_class.get(class) {
            if !effort.spend(1) {
                break;
            }
            if !on.has(candidate.other) {
                continue;
            }
            let needed = patterns.needed(patterns.alternative(candidate.alternative));
            if present(on, patterns, needed) {
                tried.push((candidate.rule, candidate.place));
            }
        }
    }
    sort::by_key(&mut tried, |t| *t);
    tried.dedup();
    tried
}
