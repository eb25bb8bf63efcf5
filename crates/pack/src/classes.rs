//! Numbers for classes, and the words and phrases in them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use bezint_engine::{
    Builtin, ClassId, Element, FIRST_FREE_CLASS, Phrase, RegexClass, Sequence, TOPICS, TableLang,
    Tables, WordClasses,
};

use crate::compile::builtin;
use crate::diagnostic::{Diagnostic, Origin};
use crate::lexicon::{Bound, Form, forms, variants};
use crate::pattern::{Atom, Step, parse, words};
use crate::source::Packs;

/// Most words a phrase of a class may nest.
const DEEPEST_LEVEL: usize = 6;

/// The weight of a word or built-in that stands in nearly every text; content
/// words weigh 1 each.
pub(crate) const COMMON: u32 = 100_000;
/// Built-ins that stand in nearly every text.
const FREQUENT: &[Builtin] = &[
    Builtin::Num,
    Builtin::Capital,
    Builtin::First,
    Builtin::Emoji,
];

struct PendingPhrase {
    classes: Vec<ClassId>,
    sequence: Sequence,
    lang: TableLang,
    first_only: bool,
    /// The lexicon it stands in and where, for diagnostics.
    home: Option<(String, Origin)>,
}

#[derive(Default, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Sets {
    any: BTreeSet<ClassId>,
    nl: BTreeSet<ClassId>,
    en: BTreeSet<ClassId>,
    cased: BTreeSet<ClassId>,
}

/// All classes while compiling.
pub(crate) struct Classes {
    names: BTreeMap<String, ClassId>,
    literals: HashMap<String, ClassId>,
    groups: HashMap<Vec<Vec<String>>, ClassId>,
    next: ClassId,
    /// How many content words a class holds; a class of many common words is
    /// a poor anchor.
    weight: HashMap<ClassId, u32>,
    words: BTreeMap<String, Sets>,
    heads: BTreeMap<String, Sets>,
    tails: BTreeMap<String, Sets>,
    not_compound: BTreeMap<String, Sets>,
    plain: BTreeMap<String, Sets>,
    phrases: Vec<PendingPhrase>,
    regexes: Vec<RegexClass>,
    ancestors: HashMap<String, Vec<ClassId>>,
}

impl Classes {
    /// Numbers all lexicons.
    pub(crate) fn new(packs: &Packs, out: &mut Vec<Diagnostic>) -> Classes {
        let mut names = BTreeMap::new();
        let mut next = FIRST_FREE_CLASS;
        for (name, lexicon) in &packs.lexicons {
            if builtin(name).is_some() {
                out.push(lexicon.at.error(
                    "reserved",
                    name,
                    format!("“{name}” is a built-in class"),
                    "choose another name",
                ));
            }
            let topic = name.strip_prefix("topic.");
            if topic.is_some_and(|t| !TOPICS.contains(&t)) {
                out.push(lexicon.at.error(
                    "unknown-topic",
                    name,
                    format!("“{name}” is not a policy area of the settings"),
                    format!("use one of: {}", TOPICS.join(", ")),
                ));
            }
            names.insert(name.clone(), next);
            next += 1;
        }
        let mut classes = Classes {
            names,
            literals: HashMap::new(),
            groups: HashMap::new(),
            next,
            weight: HashMap::new(),
            words: BTreeMap::new(),
            heads: BTreeMap::new(),
            tails: BTreeMap::new(),
            not_compound: BTreeMap::new(),
            plain: BTreeMap::new(),
            phrases: Vec::new(),
            regexes: Vec::new(),
            ancestors: HashMap::new(),
        };
        classes.find_ancestors(packs, out);
        classes
    }

    pub(crate) fn names(&self) -> &BTreeMap<String, ClassId> {
        &self.names
    }

    pub(crate) fn named(&self, name: &str) -> Option<ClassId> {
        builtin(name).or_else(|| self.names.get(name).copied())
    }

    /// For every lexicon the classes its words get: itself and all that
    /// include it.
    fn find_ancestors(&mut self, packs: &Packs, out: &mut Vec<Diagnostic>) {
        let mut including: HashMap<&str, Vec<&str>> = HashMap::new();
        for (name, lexicon) in &packs.lexicons {
            for included in &lexicon.value.include {
                if packs.lexicons.contains_key(included) {
                    including.entry(included).or_default().push(name);
                } else {
                    out.push(unknown_class(
                        &lexicon.at,
                        included,
                        name,
                        self.names.keys(),
                    ));
                }
            }
        }
        for name in packs.lexicons.keys() {
            let mut seen: Vec<&str> = vec![name];
            let mut at = 0;
            while at < seen.len() {
                for outer in including.get(seen[at]).into_iter().flatten() {
                    if !seen.contains(outer) {
                        seen.push(outer);
                    }
                }
                at += 1;
            }
            let ids = seen
                .iter()
                .filter_map(|n| self.names.get(*n).copied())
                .collect();
            self.ancestors.insert(name.clone(), ids);
        }
    }

    /// Adds the words and phrases of all lexicons.
    pub(crate) fn add_forms(&mut self, packs: &Packs, out: &mut Vec<Diagnostic>) {
        for (name, lexicon) in &packs.lexicons {
            let classes = self.ancestors[name].clone();
            let value = &lexicon.value;
            if value
                .lang
                .as_deref()
                .is_some_and(|l| !matches!(l, "nl" | "en"))
            {
                out.push(lexicon.at.error(
                    "unknown-value",
                    name,
                    "lang must be nl or en",
                    "leave it out for words of both languages",
                ));
            }
            let all = forms(value);
            if all.is_empty()
                && value.include.is_empty()
                && value.regex.is_empty()
                && value.head.is_empty()
                && value.tail.is_empty()
            {
                out.push(lexicon.at.error(
                    "empty-lexicon",
                    name,
                    format!("lexicon “{name}” has no words"),
                    "add word, noun, verb, adj or include",
                ));
            }
            let written = [
                &value.word,
                &value.noun,
                &value.adj,
                &value.verb,
                &value.noun_en,
                &value.adj_en,
                &value.verb_en,
                &value.head,
                &value.tail,
            ];
            if written.into_iter().flatten().any(|e| e.trim().is_empty()) {
                out.push(lexicon.at.error(
                    "empty-entry",
                    name,
                    format!("lexicon “{name}” has an entry without words"),
                    "remove the \"\", or write the word",
                ));
            }
            for form in all {
                self.add_form(&form, &classes, value.cased, &lexicon.at, name, out);
            }
            for (list, into) in [(&value.head, 0), (&value.tail, 1)] {
                for entry in list {
                    // The first part of a compound is never plural or small.
                    let parts = crate::inflect::singular_and_plural(entry);
                    let taken = if into == 0 { parts.len() } else { 1 };
                    for form in parts.into_iter().take(taken) {
                        let folded = bezint_text::fold(&form);
                        if folded.contains([' ', '\'']) {
                            continue;
                        }
                        self.count(&classes, 3);
                        let sets = if into == 0 {
                            self.heads.entry(folded.clone())
                        } else {
                            self.tails.entry(folded.clone())
                        };
                        sets.or_default().any.extend(&classes);
                        self.words.entry(folded).or_default().any.extend(&classes);
                    }
                }
            }
            for word in &value.not_compound {
                self.not_compound
                    .entry(bezint_text::fold(word))
                    .or_default()
                    .any
                    .extend(&classes);
            }
            for pattern in &value.regex {
                match regex::RegexBuilder::new(pattern)
                    .size_limit(1 << 18)
                    .build()
                {
                    Ok(_) => self.regexes.extend(classes.iter().map(|&class| RegexClass {
                        class,
                        pattern: pattern.clone(),
                        digit_token: crate::expression::within_digit_token(pattern),
                    })),
                    Err(error) => out.push(lexicon.at.error(
                        "bad-regex",
                        name,
                        format!(
                            "“{pattern}” is no usable regular expression: {}",
                            error.to_string().lines().last().unwrap_or("")
                        ),
                        "write a small expression without look-around; prefer words and patterns",
                    )),
                }
            }
        }
    }

    fn count(&mut self, classes: &[ClassId], by: u32) {
        for &class in classes {
            *self.weight.entry(class).or_default() += by;
        }
    }

    fn add_form(
        &mut self,
        form: &Form,
        classes: &[ClassId],
        cased: bool,
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) {
        let lang = match form.lang {
            Bound::Any => TableLang::Any,
            Bound::Nl => TableLang::Nl,
            Bound::En => TableLang::En,
        };
        let plain = !form.spelling.contains(['{', '('])
            && (!form.spelling.contains('.') || !form.spelling.contains(' '));
        let list = words(&form.spelling);
        if list.len() == 1 && plain {
            self.count(
                classes,
                if bezint_text::is_function_word(&list[0]) {
                    COMMON
                } else {
                    1
                },
            );
            let sets = self
                .words
                .entry(list.into_iter().next().unwrap_or_default())
                .or_default();
            into(sets, cased, lang).extend(classes);
            return;
        }
        if list.len() > 1
            && !form.spelling.contains(['{', '(', '[', '&', '?'])
            && !form.spelling.contains("..")
        {
            self.count(classes, 1);
            let sets = self.plain.entry(canonical_phrase(&list)).or_default();
            into(sets, cased, lang).extend(classes);
            return;
        }
        match parse(&form.spelling) {
            Ok(parts) if parts.len() == 1 => {
                self.count(classes, 1);
                if let Some(sequence) = self.sequence(&parts[0], at, subject, out) {
                    self.phrases.push(PendingPhrase {
                        classes: classes.to_vec(),
                        sequence,
                        lang,
                        first_only: form.first_only,
                        home: Some((subject.to_owned(), at.clone())),
                    });
                }
            }
            Ok(_) => out.push(at.error(
                "phrase",
                subject,
                format!("“{}” joins parts with &", form.spelling),
                "& can be used in patterns of rules only",
            )),
            Err((what, help)) => out.push(at.error(
                "pattern",
                subject,
                format!("“{}”: {what}", form.spelling),
                help,
            )),
        }
    }

    /// The number of a literal word's own class.
    fn literal(&mut self, word: &str) -> ClassId {
        if let Some(&class) = self.literals.get(word) {
            return class;
        }
        let class = self.next;
        self.next += 1;
        self.literals.insert(word.to_owned(), class);
        self.words
            .entry(word.to_owned())
            .or_default()
            .any
            .insert(class);
        for typed in variants(word) {
            self.words.entry(typed).or_default().any.insert(class);
        }
        self.weight.insert(
            class,
            if bezint_text::is_function_word(word) {
                COMMON
            } else {
                1
            },
        );
        class
    }

    /// The class of a group of phrases.
    fn group(&mut self, phrases: &[Vec<String>]) -> Vec<ClassId> {
        let mut out = Vec::new();
        let long: Vec<Vec<String>> = phrases.iter().filter(|p| p.len() > 1).cloned().collect();
        for phrase in phrases.iter().filter(|p| p.len() == 1) {
            out.push(self.literal(&phrase[0]));
        }
        if !long.is_empty() {
            let class = if let Some(&class) = self.groups.get(&long) {
                class
            } else {
                let class = self.next;
                self.next += 1;
                self.groups.insert(long.clone(), class);
                self.weight.insert(class, long.len() as u32);
                for phrase in &long {
                    let sets = self.plain.entry(canonical_phrase(phrase)).or_default();
                    sets.any.insert(class);
                }
                class
            };
            out.push(class);
        }
        out
    }

    /// Turns parsed steps into a sequence of classes.
    pub(crate) fn sequence(
        &mut self,
        steps: &[Step],
        at: &Origin,
        subject: &str,
        out: &mut Vec<Diagnostic>,
    ) -> Option<Sequence> {
        let mut elements = Vec::new();
        for step in steps {
            let make = |classes, gap| Element {
                classes,
                gap,
                optional: step.optional,
                mark: step.mark,
            };
            match &step.atom {
                Atom::Classes(names) => {
                    let mut classes = Vec::new();
                    for name in names {
                        match self.named(name) {
                            Some(class) => classes.push(class),
                            None => {
                                out.push(unknown_class(at, name, subject, self.names.keys()));
                                return None;
                            }
                        }
                    }
                    elements.push(make(classes, step.gap));
                }
                Atom::Words(phrases) if phrases.len() == 1 && !step.optional => {
                    for (i, word) in phrases[0].iter().enumerate() {
                        let class = self.literal(word);
                        elements.push(make(vec![class], if i == 0 { step.gap } else { 0 }));
                    }
                }
                Atom::Words(phrases) => {
                    let classes = self.group(phrases);
                    elements.push(make(classes, step.gap));
                }
            }
        }
        Some(Sequence { elements })
    }

    /// How common the words of a step are; the least common one is the anchor.
    pub(crate) fn commonness(&self, element: &Element) -> u32 {
        element
            .classes
            .iter()
            .map(|&c| {
                if FREQUENT.iter().any(|b| *b as ClassId == c) {
                    COMMON
                } else if c < FIRST_FREE_CLASS {
                    150
                } else {
                    self.weight.get(&c).copied().unwrap_or(1)
                }
            })
            .sum()
    }

    /// The step of a sequence that decides whether it is tried.
    pub(crate) fn anchor(&self, sequence: &Sequence) -> (u8, u32) {
        let best = sequence
            .elements
            .iter()
            .enumerate()
            .filter(|(_, e)| !e.optional)
            .min_by_key(|(_, e)| self.commonness(e));
        best.map_or((0, u32::MAX), |(i, e)| (i as u8, self.commonness(e)))
    }

    /// Drops every class that no pattern, topic or weight can reach, and the
    /// words that then have none.
    pub(crate) fn keep_only(&mut self, mut used: HashSet<ClassId>, out: &mut Vec<Diagnostic>) {
        // Circles are told even where nothing reaches them.
        self.levels(out);
        let mut grown = true;
        while grown {
            grown = false;
            for phrase in &self.phrases {
                if phrase.classes.iter().any(|c| used.contains(c)) {
                    for class in phrase.sequence.elements.iter().flat_map(|e| &e.classes) {
                        grown |= used.insert(*class);
                    }
                }
            }
        }
        self.phrases.retain_mut(|p| {
            p.classes.retain(|c| used.contains(c));
            !p.classes.is_empty()
        });
        self.regexes.retain(|r| used.contains(&r.class));
        for words in [
            &mut self.words,
            &mut self.heads,
            &mut self.tails,
            &mut self.not_compound,
            &mut self.plain,
        ] {
            words.retain(|_, sets| {
                for set in [&mut sets.any, &mut sets.nl, &mut sets.en, &mut sets.cased] {
                    set.retain(|c| used.contains(c));
                }
                *sets != Sets::default()
            });
        }
    }

    /// Writes words, phrases and compounds into the tables.
    pub(crate) fn write(self, tables: &mut Tables, out: &mut Vec<Diagnostic>) {
        tables.classes = self.next;
        let mut lists: HashMap<Sets, u32> = HashMap::new();
        let mut all: Vec<WordClasses> = Vec::new();
        let mut put = |words: &BTreeMap<String, Sets>| -> (String, Vec<u32>) {
            let (mut text, mut numbers) = (String::new(), Vec::new());
            for (word, sets) in words {
                text.push_str(word);
                text.push('\n');
                let number = *lists.entry(sets.clone()).or_insert_with(|| {
                    let list = |s: &BTreeSet<ClassId>| s.iter().copied().collect();
                    all.push(WordClasses {
                        any: list(&sets.any),
                        nl: list(&sets.nl),
                        en: list(&sets.en),
                        cased: list(&sets.cased),
                    });
                    all.len() as u32 - 1
                });
                numbers.push(number);
            }
            (text, numbers)
        };
        (tables.words, tables.word_lists) = put(&self.words);
        (tables.heads, tables.head_lists) = put(&self.heads);
        (tables.tails, tables.tail_lists) = put(&self.tails);
        (tables.not_compound, tables.not_lists) = put(&self.not_compound);
        (tables.plain, tables.plain_lists) = put(&self.plain);
        tables.word_classes = all;
        tables.phrases = self.levels(out);
        tables.regexes = self.regexes;
    }

    /// Sorts phrases so that each level uses only classes of earlier ones.
    fn levels(&self, out: &mut Vec<Diagnostic>) -> Vec<Vec<Phrase>> {
        let mut level: HashMap<ClassId, usize> = HashMap::new();
        for round in 0..=DEEPEST_LEVEL {
            let mut changed = false;
            for phrase in &self.phrases {
                let below = phrase
                    .sequence
                    .elements
                    .iter()
                    .flat_map(|e| &e.classes)
                    .filter_map(|c| level.get(c))
                    .max();
                let here = below.map_or(1, |b| b + 1);
                for &class in &phrase.classes {
                    if level.get(&class).is_none_or(|l| *l < here) {
                        level.insert(class, here);
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
            if round == DEEPEST_LEVEL {
                let deepest = self
                    .phrases
                    .iter()
                    .max_by_key(|p| p.classes.iter().filter_map(|c| level.get(c)).max());
                let (subject, at) = deepest.and_then(|p| p.home.clone()).unwrap_or_default();
                out.push(at.error(
                    "phrase-cycle",
                    &subject,
                    "phrases of lexicons refer to each other in a circle, or too deep",
                    "let phrases use classes of plain words",
                ));
                return Vec::new();
            }
        }
        let mut levels: Vec<Vec<Phrase>> = Vec::new();
        for phrase in &self.phrases {
            let below = phrase
                .sequence
                .elements
                .iter()
                .flat_map(|e| &e.classes)
                .filter_map(|c| level.get(c))
                .max();
            let here = below.copied().unwrap_or(0);
            if levels.len() <= here {
                levels.resize_with(here + 1, Vec::new);
            }
            levels[here].push(Phrase {
                classes: phrase.classes.clone(),
                sequence: phrase.sequence.clone(),
                anchor: self.anchor(&phrase.sequence).0,
                lang: phrase.lang,
                first_only: phrase.first_only,
            });
        }
        levels
    }
}

/// The spelling under which a phrase of plain words is looked up.
fn canonical_phrase(words: &[String]) -> String {
    let words: Vec<_> = words.iter().map(|w| bezint_text::canonical(w)).collect();
    words.join(" ")
}

/// The set that a spelling with these bindings goes into.
fn into(sets: &mut Sets, cased: bool, lang: TableLang) -> &mut BTreeSet<ClassId> {
    match (cased, lang) {
        (true, _) => &mut sets.cased,
        (_, TableLang::Any) => &mut sets.any,
        (_, TableLang::Nl) => &mut sets.nl,
        (_, TableLang::En) => &mut sets.en,
    }
}

fn unknown_class<'a>(
    at: &Origin,
    name: &str,
    subject: &str,
    known: impl Iterator<Item = &'a String>,
) -> Diagnostic {
    let near = known
        .min_by_key(|k| distance(k, name))
        .filter(|k| distance(k, name) <= 1 + name.len() / 4);
    let help = near.map_or_else(
        || "define it as [lexicon.name], or correct the name".to_owned(),
        |n| format!("did you mean “{n}”?"),
    );
    at.error(
        "unknown-class",
        subject,
        format!("class “{name}” does not exist"),
        help,
    )
}

/// Edit distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let next = (diagonal + usize::from(ca != *cb))
                .min(row[j] + 1)
                .min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}
