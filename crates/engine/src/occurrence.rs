//! Which classes stand where in a text.
//!
//! For: one look-up pass over the tokens, then the phrases level by level.
//! Not for: deciding anything about rules. The memory is reused from text to
//! text; only what the last text touched is cleared.

use bezint_text::{Flags, Kind, Lang, Text, canonical, squeeze};

use crate::builtin::{Builtin, classify};
use crate::context::Context;
use crate::detect;
use crate::index::Index;
use crate::sequence::{Found, Matcher, match_sequence};
use crate::sort;
use crate::structured::Structured;
use crate::tables::{ClassId, Scope, TableLang, Tables, WordClasses};
use crate::words::Beginnings;

/// Tokens `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Per class the places it stands, in order.
#[derive(Default)]
pub(crate) struct Occurrences {
    places: Vec<Vec<Place>>,
    touched: Vec<ClassId>,
    structured: Structured,
    matcher: Matcher,
    /// What phrases found, before it is put in order.
    found: Vec<(ClassId, Place)>,
    /// Scratch for the spelling of a phrase.
    key: String,
}

/// Words shorter than this are never looked at as compounds.
const SHORTEST_COMPOUND: usize = 6;
/// What must remain on the other side of the part that is looked up.
const SHORTEST_PART: usize = 3;

impl Occurrences {
    pub(crate) fn at(&self, class: ClassId) -> &[Place] {
        self.places.get(class as usize).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn has_any(&self, classes: &[ClassId]) -> bool {
        classes.iter().any(|&c| !self.at(c).is_empty())
    }

    /// Classes that stand somewhere in the text.
    pub(crate) fn present(&self) -> &[ClassId] {
        &self.touched
    }

    fn add(&mut self, class: ClassId, start: usize, end: usize) {
        let list = &mut self.places[class as usize];
        if list.is_empty() {
            self.touched.push(class);
        }
        let place = Place {
            start: start as u32,
            end: end as u32,
        };
        if list.last() != Some(&place) {
            list.push(place);
        }
    }

    /// Adds the classes of a word or phrase at the tokens `at..end`.
    fn add_word(&mut self, classes: &WordClasses, text: &Text, at: usize, end: usize) {
        let lang = text.lang_at(at);
        let cased = text.tokens()[at].flags.has(Flags::CAPITAL);
        let lists: [(&[ClassId], bool); 4] = [
            (&classes.any, true),
            (&classes.nl, lang != Lang::En),
            (&classes.en, lang != Lang::Nl),
            (&classes.cased, cased),
        ];
        for (list, counts) in lists {
            if counts {
                for &class in list {
                    self.add(class, at, end);
                }
            }
        }
    }

    /// Looks up everything in `text`.
    pub(crate) fn read(&mut self, tables: &Tables, index: &Index, text: &Text, context: &Context) {
        for class in self.touched.drain(..) {
            self.places[class as usize].clear();
        }
        self.places.resize_with(tables.classes as usize, Vec::new);
        for at in 0..text.tokens().len() {
            classify(text, at, context.year, |class, length| {
                self.add(class as ClassId, at, at + length);
            });
            self.look_up_plain(tables, index, text, at);
            let token = &text.tokens()[at];
            if matches!(
                token.kind,
                Kind::Word | Kind::Number | Kind::Emoji | Kind::Link | Kind::Handle
            ) {
                self.look_up(tables, index, text, at);
            }
        }
        detect::detect(text, |class, start, end| {
            self.add(class as ClassId, start, end)
        });
        let mut structured = std::mem::take(&mut self.structured);
        structured.detect(&tables.regexes, text, |class, start, end| {
            self.add(class, start, end)
        });
        self.structured = structured;
        self.read_phrases(tables, index, text);
        self.read_topics(tables, context);
    }

    fn look_up(&mut self, tables: &Tables, index: &Index, text: &Text, at: usize) {
        let token = &text.tokens()[at];
        let word = text.word(token);
        let found = index.words.get(word).or_else(|| {
            [2, 1]
                .into_iter()
                .find_map(|keep| index.words.get(&squeeze(word, keep)?))
        });
        if let Some(list) = found {
            self.add_word(&tables.word_classes[list as usize], text, at, at + 1);
        }
        if token.kind == Kind::Word && word.len() >= SHORTEST_COMPOUND {
            self.look_up_compound(tables, index, text, at, word);
        }
    }

    /// Looks up the phrases of plain words that start at `at`.
    fn look_up_plain(&mut self, tables: &Tables, index: &Index, text: &Text, at: usize) {
        let tokens = text.tokens();
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        let mut sign = 0;
        for (i, token) in tokens[at..].iter().enumerate() {
            if token.sentence != tokens[at].sentence {
                break;
            }
            if i > 0 {
                key.push(' ');
            }
            let word = canonical(text.word(token));
            sign = Beginnings::with(sign, &word);
            let more = index.beginnings.may_go_on(sign);
            if i == 0 && !more {
                break;
            }
            key.push_str(&word);
            if i > 0
                && let Some(list) = index.plain.get(&key)
            {
                self.add_word(&tables.word_classes[list as usize], text, at, at + i + 1);
            }
            if !more {
                break;
            }
        }
        self.key = key;
    }

    fn look_up_compound(
        &mut self,
        tables: &Tables,
        index: &Index,
        text: &Text,
        at: usize,
        word: &str,
    ) {
        let mut found: Vec<u32> = Vec::new();
        let mut note = |list| found.push(list);
        index.heads.ends_of(word, SHORTEST_PART, &mut note);
        index.tails.starts_of(word, SHORTEST_PART, &mut note);
        if found.is_empty() {
            return;
        }
        let none = WordClasses::default();
        let not = index
            .not_compound
            .get(word)
            .map_or(&none, |l| &tables.word_classes[l as usize]);
        for list in found {
            let classes = &tables.word_classes[list as usize];
            if not.any.is_empty() {
                self.add_word(classes, text, at, at + 1);
            } else {
                let keep =
                    |c: &[ClassId]| c.iter().copied().filter(|c| !not.any.contains(c)).collect();
                let rest = WordClasses {
                    any: keep(&classes.any),
                    nl: keep(&classes.nl),
                    en: keep(&classes.en),
                    cased: keep(&classes.cased),
                };
                self.add_word(&rest, text, at, at + 1);
            }
        }
    }

    fn read_phrases(&mut self, tables: &Tables, index: &Index, text: &Text) {
        let mut matcher = std::mem::take(&mut self.matcher);
        let mut found = std::mem::take(&mut self.found);
        let mut places: Vec<Found> = Vec::new();
        for (level, by_class) in tables.phrases.iter().zip(&index.phrases_by_class) {
            let tried = self.touched.iter().flat_map(|&class| by_class.get(class));
            for &number in tried {
                let phrase = &level[number as usize];
                if phrase
                    .sequence
                    .elements
                    .iter()
                    .any(|e| !e.optional && !self.has_any(&e.classes))
                {
                    continue;
                }
                places.clear();
                let scope = if phrase.first_only {
                    Scope::Clause
                } else {
                    Scope::Sentence
                };
                match_sequence(
                    self,
                    text,
                    &phrase.sequence,
                    scope,
                    &mut matcher,
                    &mut places,
                );
                for place in &places {
                    let lang = text.lang_at(place.start as usize);
                    let counts = match phrase.lang {
                        TableLang::Any => true,
                        TableLang::Nl => lang != Lang::En,
                        TableLang::En => lang != Lang::Nl,
                    };
                    if counts {
                        let end = if phrase.first_only {
                            place.start + 1
                        } else {
                            place.end
                        };
                        let place = Place {
                            start: place.start,
                            end,
                        };
                        found.extend(phrase.classes.iter().map(|&class| (class, place)));
                    }
                }
            }
            self.add_all(&mut found);
        }
        self.matcher = matcher;
        self.found = found;
    }

    /// Adds places in any order and empties the list.
    fn add_all(&mut self, found: &mut Vec<(ClassId, Place)>) {
        for &(class, place) in &*found {
            self.add(class, place.start as usize, place.end as usize);
        }
        if found.len() > 1 {
            sort::by_key(found, |(class, _)| *class);
            found.dedup_by_key(|(class, _)| *class);
        }
        for (class, _) in found.drain(..) {
            let list = &mut self.places[class as usize];
            if !list.is_sorted() {
                sort::by_key(list, |p| *p);
            }
            list.dedup();
        }
    }

    fn read_topics(&mut self, tables: &Tables, context: &Context) {
        let own = context.topics;
        for (class, topics) in [
            (Builtin::TopicOwn, own),
            (Builtin::TopicAdjacent, own.adjacent()),
        ] {
            let mut places: Vec<Place> = topics
                .numbers()
                .filter_map(|n| tables.topics.get(n).copied().filter(|&c| c != 0))
                .flat_map(|c| self.at(c).to_vec())
                .collect();
            sort::by_key(&mut places, |p| *p);
            places.dedup();
            for place in places {
                self.add(class as ClassId, place.start as usize, place.end as usize);
            }
        }
    }
}
