//! Numbers for classes, and the words and phrases in them.

mod sequence;
mod write;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use bezint_engine::{Builtin, ClassId, FIRST_FREE_CLASS, RegexClass, Sequence, TOPICS, TableLang};

use crate::compile::builtin;
use crate::diagnostic::{Diagnostic, Origin, shortened};
use crate::lexicon::{Bound, Form, forms};
use crate::pattern::{MOST_WORDS, parse, too_many_words, words};
use crate::source::Packs;
use crate::unknown::unknown_class;

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
                    unknown_class(&lexicon.at, included, name, self.names.keys(), out);
                }
            }
        }
        for name in packs.lexicons.keys() {
            let mut seen: Vec<&str> = vec![name];
            let mut known: HashSet<&str> = HashSet::from([name.as_str()]);
            let mut at = 0;
            while at < seen.len() {
                for outer in including.get(seen[at]).into_iter().flatten() {
                    if known.insert(outer) {
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
            if value.entries().any(|e| e.trim().is_empty()) {
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
                match crate::expression::usable(pattern) {
                    Ok(()) => self.regexes.extend(classes.iter().map(|&class| RegexClass {
                        class,
                        pattern: pattern.clone(),
                        digit_token: crate::expression::within_digit_token(pattern),
                        positions: crate::expression::positions(pattern),
                    })),
                    Err(why) => out.push(lexicon.at.error(
                        "bad-regex",
                        name,
                        format!(
                            "“{}” is no usable regular expression: {why}",
                            shortened(pattern)
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
            if list.len() > MOST_WORDS {
                let (what, help) = too_many_words(list.len());
                let start: Vec<&str> = list.iter().take(5).map(String::as_str).collect();
                let what = format!("“{} …”: {what}", start.join(" "));
                out.push(at.error("pattern", subject, what, help));
                return;
            }
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

/// The spelling under which a phrase of plain words is looked up.
fn canonical_phrase(words: &[String]) -> String {
    let words: Vec<_> = words.iter().map(|w| bezint_text::canonical(w)).collect();
    words.join(" ")
}
