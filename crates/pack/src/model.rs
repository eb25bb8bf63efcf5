//! The pack language as TOML: what an author writes.
//!
//! For: the shape of a pack file, field by field. Not for: what the fields
//! mean together; that is the compiler's business. Unknown fields are refused
//! so that a typing error cannot silently switch a condition off.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Localised {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// A pack file. A pack may be spread over several files; one has `[pack]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The head of the pack.
    pub pack: Option<Spanned<Head>>,
    /// Documents that norms come from.
    #[serde(default)]
    pub source: BTreeMap<String, Source>,
    /// Norms.
    #[serde(default)]
    pub norm: BTreeMap<String, Spanned<NormText>>,
    /// Word classes.
    #[serde(default)]
    pub lexicon: BTreeMap<String, Spanned<Lexicon>>,
    /// Vocabulary of policy areas, by the names of the settings.
    #[serde(default)]
    pub topic: BTreeMap<String, Spanned<Lexicon>>,
    /// Conditions with a name, for use in several rules.
    #[serde(default)]
    pub condition: BTreeMap<String, Spanned<Condition>>,
    /// Rules.
    #[serde(default)]
    pub rule: Vec<Spanned<Rule>>,
    /// Points of small signs.
    pub weigh: Option<Spanned<Weigh>>,
}

/// Weighing: the points of small signs. The first number of each list counts
/// towards a warning, the others towards each kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weigh {
    /// Full ids of the rules that give each kind its words and norms.
    pub kinds: Vec<String>,
    /// Points every post starts with.
    pub base: Vec<i32>,
    /// Per kind the points from which a post gets its warning although no
    /// pattern speaks.
    pub thresholds: Vec<i32>,
    /// Points the text itself must have for that.
    pub least: i32,
    /// Points of the text below which a pattern gives only a hint, unless it is
    /// certain or serious.
    pub floor: i32,
    /// The same for patterns that are certain or serious; without it these stay
    /// what they are.
    #[serde(default)]
    pub bottom: Option<i32>,
    /// Words beyond which a text is long, and how many further words ask a point
    /// more for a warning.
    #[serde(default)]
    pub long: Option<Long>,
    /// Signs of the context: `capacity:prive`, `function:top`, `employer:bz`,
    /// `topics:none`, joined by `+`.
    #[serde(default)]
    pub context: BTreeMap<String, Vec<i8>>,
    /// Signs that are classes.
    #[serde(default)]
    pub class: BTreeMap<String, Vec<i8>>,
    /// What classes count besides on an account that speaks in function or for
    /// the organisation.
    #[serde(default)]
    pub official: BTreeMap<String, Vec<i8>>,
    /// Signs that are words, folded, or their beginnings of six or four letters
    /// with a hyphen: `vergad-`.
    #[serde(default)]
    pub word: BTreeMap<String, Vec<i8>>,
    /// Signs that are two words next to each other, each at most six letters of
    /// its beginning (`heb vergad-`). They count only towards a warning.
    #[serde(default)]
    pub pair: BTreeMap<String, i8>,
}

/// When a text is long, and what that asks of a warning.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Long {
    /// Words a text may have before it is long.
    pub from: u32,
    /// Further words for each of which a warning takes one point more.
    pub words_a_point: u32,
}

/// Head of a pack.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Short name; rules are called `pack/rule`.
    pub id: String,
    /// Version.
    pub version: String,
    /// Employers the pack is for; empty for all.
    #[serde(default)]
    pub employers: Vec<String>,
    /// Name as shown.
    pub title: Localised,
    /// Whom to ask in doubt.
    pub contact: Localised,
    /// Anything a user of the profile must know, such as a lapsed regulation.
    #[serde(default)]
    pub notice: Option<Localised>,
    /// Rules of other packs that are switched off.
    #[serde(default)]
    pub disable: Vec<String>,
    /// Severities of rules of other packs.
    #[serde(default)]
    pub severity: BTreeMap<String, String>,
}

/// A document.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title.
    pub title: Localised,
    /// Date or period, as text.
    #[serde(default)]
    pub date: String,
    /// Where it can be read.
    #[serde(default)]
    pub url: String,
}

/// A norm in our own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NormText {
    /// Key in `[source]`.
    pub source: String,
    /// Section of the document.
    pub section: Localised,
    /// Stelregels it belongs to.
    #[serde(default)]
    pub stelregel: Vec<u8>,
    /// Employers it binds; empty for all.
    #[serde(default)]
    pub employers: Vec<String>,
    /// Where it is served: `text`, `media`, `action`, `settings`, `journal`,
    /// `self-check`, `advice`, `design`.
    pub surface: Vec<String>,
    /// What it is about, in two to six words; heads the card.
    pub title: Localised,
    /// What it asks.
    pub statement: Localised,
}

/// Which words make a class.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Lexicon {
    /// Spellings and phrases as they are.
    pub word: Vec<String>,
    /// Dutch nouns.
    pub noun: Vec<String>,
    /// Dutch adjectives.
    pub adj: Vec<String>,
    /// Dutch verbs.
    pub verb: Vec<String>,
    /// English nouns.
    pub noun_en: Vec<String>,
    /// English adjectives.
    pub adj_en: Vec<String>,
    /// English verbs.
    pub verb_en: Vec<String>,
    /// Everything of these other classes too.
    pub include: Vec<String>,
    /// Spellings that must not be in the class although a form is.
    pub not: Vec<String>,
    /// `nl` or `en`: count only in sentences of that language.
    pub lang: Option<String>,
    /// Count only where written with a capital.
    pub cased: bool,
    /// Phrases of two words count as one word too, as in hashtags; for names.
    pub joined: bool,
    /// Match "k*t"-style masking too; for insults.
    pub masked: bool,
    /// Dutch words that count as the last part of a compound too.
    pub head: Vec<String>,
    /// Dutch words that count as the first part of a compound too.
    pub tail: Vec<String>,
    /// Words that look like such a compound and are none.
    pub not_compound: Vec<String>,
    /// Regular expressions over the folded text, for structured things.
    pub regex: Vec<String>,
}

impl Lexicon {
    /// All entries of which spellings are made.
    pub fn entries(&self) -> impl Iterator<Item = &String> {
        [
            &self.word,
            &self.noun,
            &self.adj,
            &self.verb,
            &self.noun_en,
            &self.adj_en,
            &self.verb_en,
            &self.head,
            &self.tail,
        ]
        .into_iter()
        .flatten()
    }
}

/// A condition: a name with `@`, a pattern looked for in the whole text, or a
/// table.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "a condition: \"@name\", a pattern, or a table with match, within, before, after, quoted, question, negated, shouted, opening or when"
)]
pub enum ConditionRef {
    /// `"@name"` or a pattern.
    Short(String),
    /// In full.
    Full(Box<Condition>),
}

/// A condition in full.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Condition {
    /// Any of these patterns.
    #[serde(rename = "match")]
    pub patterns: OneOrMany,
    /// `clause`, `sentence`, `paragraph`, `text`, or a number of tokens.
    pub within: Option<Within>,
    /// At most so many tokens before the match.
    pub before: Option<u8>,
    /// At most so many tokens after the match.
    pub after: Option<u8>,
    /// The match stands in quotation marks.
    pub quoted: bool,
    /// The sentence is a question.
    pub question: bool,
    /// A negation stands close before the match.
    pub negated: bool,
    /// The match is written in capitals.
    pub shouted: bool,
    /// The match stands in the first sentence.
    pub opening: bool,
    /// Or the context is this.
    pub when: Option<When>,
}

/// One string or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a pattern, or a list of patterns")]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl Default for OneOrMany {
    fn default() -> Self {
        OneOrMany::Many(Vec::new())
    }
}

impl OneOrMany {
    /// As a slice.
    pub fn as_slice(&self) -> &[String] {
        match self {
            OneOrMany::One(one) => std::slice::from_ref(one),
            OneOrMany::Many(many) => many,
        }
    }
}

/// A scope.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(
    untagged,
    expecting = "clause, sentence, paragraph, text, or a number of tokens up to 255"
)]
pub enum Within {
    /// By name.
    Name(String),
    /// A number of tokens.
    Tokens(u8),
}

/// A demand on the context.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct When {
    /// Any of these employers.
    pub employer: Vec<String>,
    /// Any of these capacities.
    pub capacity: Vec<String>,
    /// Any of these functions.
    pub function: Vec<String>,
    /// Any of these is an own policy area.
    pub topics: Vec<String>,
    /// Distance of the text to the own policy areas: `own`, `adjacent`, `far`.
    pub topic: Vec<String>,
    /// On mission or official visit.
    pub abroad: Option<bool>,
}

/// A change of severity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// In which context.
    pub when: When,
    /// Steps up or down.
    pub by: i8,
}

/// A rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Name within the pack.
    pub id: String,
    /// `hint`, `warning` or `serious`.
    pub severity: String,
    /// `possible`, `likely` (the default) or `certain`.
    pub sure: Option<String>,
    /// Norms touched, best first.
    pub norms: Vec<String>,
    /// Patterns, any of which makes a match.
    #[serde(default)]
    pub any: Vec<Spanned<String>>,
    /// The rule gives its words and norms to a kind of `[weigh]` instead.
    #[serde(default)]
    pub weighed: bool,
    /// How close together the parts of a pattern must stand.
    pub within: Option<Within>,
    /// Conditions that must all hold.
    #[serde(default)]
    pub need: Vec<ConditionRef>,
    /// Conditions none of which may hold.
    #[serde(default)]
    pub unless: Vec<ConditionRef>,
    /// Patterns that must stand nowhere in the text.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Demand on the context.
    #[serde(default)]
    pub when: When,
    /// Changes of severity.
    #[serde(default)]
    pub shift: Vec<Shift>,
    /// Why this deserves a second look.
    pub message: Localised,
    /// What to do instead.
    pub advice: Localised,
    /// Examples that the rule must catch, the underline in `[[ ]]`.
    pub yes: Vec<Spanned<ExampleRef>>,
    /// Examples that the rule must leave alone.
    pub no: Vec<Spanned<ExampleRef>>,
}

/// An example: a text, or a text with a context.
#[derive(Clone, Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "an example: a text, or a table with text, employer, capacity, function, topics, abroad or severity"
)]
pub enum ExampleRef {
    /// In the context of the pack: privately, no function, no policy areas.
    Short(String),
    /// In a context of its own.
    Full(ExampleText),
}

/// An example with its context.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ExampleText {
    /// The text.
    pub text: String,
    /// Employer; that of the pack when empty.
    pub employer: Option<String>,
    /// Capacity.
    pub capacity: Option<String>,
    /// Function.
    pub function: Option<String>,
    /// Own policy areas.
    pub topics: Vec<String>,
    /// On mission or official visit.
    pub abroad: bool,
    /// The severity expected, where shifts matter.
    pub severity: Option<String>,
}
