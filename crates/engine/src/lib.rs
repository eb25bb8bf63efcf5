//! Text, context and tables in; warnings out.
//!
//! For: deciding, in time linear in the text, which phrases of a post deserve
//! a second look and which norm they touch. Not for: what the rules say (the
//! packs), how they are compiled (the pack crate), or what a card tells the
//! writer. The engine does no I/O, has no clock and knows no browser.
//!
//! The way of a text: [`bezint_text`] cuts it into tokens; every token and
//! phrase is given the *classes* it belongs to (lexicons, built-ins,
//! detectors, own policy areas); rules whose anchor class is present are
//! tried; conditions and context judge each match; overlapping warnings merge.

mod builtin;
mod check;
mod condition;
mod context;
mod detect;
mod effort;
mod image;
mod index;
mod judge;
mod occurrence;
mod places;
mod remembered;
mod sequence;
mod sort;
mod spelling;
mod structured;
mod tables;
mod warning;
mod weigh;
mod words;

pub use self::builtin::{Builtin, FIRST_FREE_CLASS};
pub use self::check::{Checker, LoadError};
pub use self::context::{Capacity, Context, Employer, Function, TOPICS, Topic};
pub use self::image::{Rulebook, write};
pub use self::judge::{Clause, Trace, Verdict};
pub use self::tables::{
    Alternative, ClassId, Condition, Element, Norm, Phrase, RegexClass, Rule, Scope, Sequence,
    Severity, Shift, Sureness, TableLang, Tables, Trait, When, WordClasses,
};
pub use self::warning::Warning;
pub use self::weigh::{ContextSign, Long, Points, Weighed, Weights, part, signs, signs_of_text};
