//! The compiled form of packs: what the compiler makes.
//!
//! For: plain data, of which an image is made at build time. Not for: anything
//! an author writes by hand, nor messages; a warning carries a rule's number and the
//! catalogue of texts is looked up elsewhere.

use crate::weigh::Weights;

/// Number of a word class: a built-in, a lexicon, or a literal word.
pub type ClassId = u32;

/// How weighty a warning is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A thought.
    Hint,
    /// Stop and look.
    Warning,
    /// Secrecy, operational security, personal safety, threats.
    Serious,
}

impl Severity {
    /// The name used in packs and in results.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Warning => "warning",
            Severity::Serious => "serious",
        }
    }

    /// The severity with this name.
    pub fn named(name: &str) -> Option<Self> {
        [Severity::Hint, Severity::Warning, Severity::Serious]
            .into_iter()
            .find(|s| s.name() == name)
    }

    /// Moved by `steps`, staying within the scale.
    #[must_use]
    pub fn shifted(self, steps: i8) -> Self {
        match (self as i8).saturating_add(steps) {
            ..=0 => Severity::Hint,
            1 => Severity::Warning,
            _ => Severity::Serious,
        }
    }
}

/// How likely a match is what the rule means, apart from how bad that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// Could well be something else: never shown as more than a hint.
    Possible,
    /// More likely than not by far.
    #[default]
    Likely,
    /// Leaves no doubt.
    Certain,
}

/// Language a word or phrase is bound to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableLang {
    /// Counts in any sentence.
    #[default]
    Any,
    /// Counts unless the sentence is English.
    Nl,
    /// Counts unless the sentence is Dutch.
    En,
}

/// The classes one spelling belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WordClasses {
    /// In any sentence.
    pub any: Vec<ClassId>,
    /// Unless the sentence is English.
    pub nl: Vec<ClassId>,
    /// Unless the sentence is Dutch.
    pub en: Vec<ClassId>,
    /// Only where written with a capital.
    pub cased: Vec<ClassId>,
}

/// One step of a sequence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Any of these classes.
    pub classes: Vec<ClassId>,
    /// Tokens that may stand between the step before and this one.
    pub gap: u8,
    /// May be left out.
    pub optional: bool,
    /// Belongs to the underline.
    pub mark: bool,
}

/// Steps in order. The first step is never optional.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sequence {
    /// The steps.
    pub elements: Vec<Element>,
}

/// Within what the parts of a pattern must stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Between commas and conjunctions.
    Clause,
    /// One sentence.
    #[default]
    Sentence,
    /// One line.
    Paragraph,
    /// The whole text.
    Text,
    /// At most so many tokens apart, in the whole text.
    Near(u8),
    /// Before the match, at most so many tokens away, in its sentence.
    Before(u8),
    /// After the match, at most so many tokens away, in its sentence.
    After(u8),
}

/// Sequences that must all be there, in any order, within a scope.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alternative {
    /// The sequences; the one with the underline comes first.
    pub parts: Vec<Sequence>,
    /// How close together.
    pub scope: Scope,
    /// Part and step whose classes decide whether this is tried at all.
    pub anchor: (u8, u8),
}

/// Something about the matched words that no word class can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// Within quotation marks.
    Quoted,
    /// The sentence is a question.
    Question,
    /// A negation stands close before it in the clause.
    Negated,
    /// Written in capitals.
    Shouted,
    /// The first sentence of the text.
    Opening,
}

/// A condition on a match.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Condition {
    /// Holds when any of these is found in the scope (numbers of
    /// [`Tables::alternatives`]).
    pub patterns: Vec<u32>,
    /// Where to look, seen from the match.
    pub scope: Scope,
    /// Or when the match has any of these traits.
    pub traits: Vec<Trait>,
    /// Or when the context is this.
    pub when: Option<When>,
}

/// A demand on the context. Masks of zero demand nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// Bits of [`crate::Employer`].
    pub employers: u8,
    /// Bits of [`crate::Capacity`].
    pub capacities: u8,
    /// Bits of [`crate::Function`].
    pub functions: u8,
    /// The writer has one of these as own policy areas.
    pub topics: u32,
    /// Distance between the text and the own policy areas: bit 0 own, bit 1
    /// adjacent, bit 2 far.
    pub distances: u8,
    /// On mission or official visit.
    pub abroad: Option<bool>,
}

/// A change of severity in a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// In which context.
    pub when: When,
    /// By how many steps.
    pub by: i8,
}

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// `pack/name`.
    pub id: String,
    /// Severity before shifts.
    pub severity: Severity,
    /// How sure a match is.
    pub sureness: Sureness,
    /// Norms touched, best first (numbers of [`Tables::norms`]).
    pub norms: Vec<u16>,
    /// Any of these (numbers of [`Tables::alternatives`]).
    pub any: Vec<u32>,
    /// All of these must hold (numbers of [`Tables::conditions`]).
    pub need: Vec<u32>,
    /// None of these may hold.
    pub unless: Vec<u32>,
    /// Demand on the context.
    pub when: When,
    /// Changes of severity.
    pub shifts: Vec<Shift>,
}

/// A phrase that belongs to one or more classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The classes.
    pub classes: Vec<ClassId>,
    /// Its words.
    pub sequence: Sequence,
    /// Step that decides whether it is tried.
    pub anchor: u8,
    /// Language it is bound to.
    pub lang: TableLang,
    /// The class stands only on the first step; the rest must merely follow.
    /// This is how the finite form of a separable verb is found: "stijgt" in
    /// "stijgt morgen op".
    pub first_only: bool,
}

/// A class described by a regular expression, for structured things such as
/// file numbers. Compiled only when a text first holds a digit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegexClass {
    /// The class.
    pub class: ClassId,
    /// The expression, matched against the folded tokens joined by spaces.
    pub pattern: String,
    /// Whatever it matches stands within one token and holds a digit, so that
    /// no other token need be looked at.
    pub digit_token: bool,
    /// Characters and classes in it, repetitions counted: what a byte may cost.
    pub positions: u16,
}

/// A norm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Norm {
    /// Its id, such as `U-2.3`.
    pub id: String,
    /// Bits of the employers it binds.
    pub employers: u8,
    /// Bit `n` stands for stelregel `n`.
    pub stelregels: u8,
}

/// Everything the engine knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// Number of classes, built-ins included.
    pub classes: u32,
    /// From this class on each is the own class of one spelling at first, in the
    /// order of the spellings; so they need not be written out.
    pub first_own: ClassId,
    /// All known spellings, one a line, sorted.
    pub words: String,
    /// For each spelling its entry in `word_classes`.
    pub word_lists: Vec<u32>,
    /// The sets of classes that spellings have.
    pub word_classes: Vec<WordClasses>,
    /// Spellings that count at the end of a longer word, one a line.
    pub heads: String,
    /// For each head its entry in `word_classes`.
    pub head_lists: Vec<u32>,
    /// Spellings that count at the start of a longer word, one a line.
    pub tails: String,
    /// For each tail its entry in `word_classes`.
    pub tail_lists: Vec<u32>,
    /// Words that are no compound although they look like one, one a line.
    pub not_compound: String,
    /// For each of them the classes it must not get.
    pub not_lists: Vec<u32>,
    /// Phrases of plain words, one a line, each word in its canonical spelling.
    pub plain: String,
    /// For each plain phrase its entry in `word_classes`.
    pub plain_lists: Vec<u32>,
    /// Phrases with classes or gaps by level; a level uses only classes of earlier ones.
    pub phrases: Vec<Vec<Phrase>>,
    /// Classes by regular expression.
    pub regexes: Vec<RegexClass>,
    /// Class of the vocabulary of each policy area; 0 where there is none.
    pub topics: Vec<ClassId>,
    /// Pattern alternatives of rules and conditions.
    pub alternatives: Vec<Alternative>,
    /// Conditions.
    pub conditions: Vec<Condition>,
    /// Norms.
    pub norms: Vec<Norm>,
    /// Rules, the weightier packs last.
    pub rules: Vec<Rule>,
    /// Weights of small signs.
    pub weights: Option<Weights>,
}
