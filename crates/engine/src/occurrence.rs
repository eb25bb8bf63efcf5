//! Which classes stand where in a text.
//!
//! For: one look-up pass over the tokens, then the phrases level by level.
//! Not for: deciding anything about rules. The memory is reused from text to
//! text; only what the last text touched is cleared.

use bezint_text::{Flags, Kind, Lang, Text, canonical, is_stretched, squeeze};

use crate::builtin::{Builtin, classify};
use crate::context::{Context, Topic};
use crate::detect;
use crate::effort::Effort;
use crate::image::{Has, Image, KINDS, Member, NO_CODE};
use crate::index::Index;
use crate::remembered::Remembered;
use crate::sequence::{Found, Matcher, match_sequence, present};
use crate::sort;
use crate::structured::Structured;
use crate::tables::{ClassId, Scope, TableLang};
use crate::weigh::{SIGNS, signs};

/// Tokens `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// What the spelling of a token leads to.
#[derive(Clone, Copy, Default)]
struct Spelled {
    has: Has,
    /// Its code in phrases.
    code: u32,
    /// Numbers of its signs when weighing, plus one; 0 where there is none.
    weighs: [u32; SIGNS],
    /// Whether a part of it is looked up as well.
    has_parts: bool,
}

/// Per class the places it stands, in order.
#[derive(Default)]
pub(crate) struct Occurrences {
    places: Vec<Vec<Place>>,
    touched: Vec<ClassId>,
    /// Those classes as bits: most questions are whether a class is there at
    /// all, and these answer without touching its places.
    there: Vec<u64>,
    structured: Structured,
    pub(crate) matcher: Matcher,
    /// What phrases found, before it is put in order.
    found: Vec<(ClassId, Place)>,
    /// Per token the set of its spelling and its code in phrases.
    spelled: Vec<Spelled>,
    remembered: Remembered<Spelled>,
    /// The writer's policy areas last time, and those next to them.
    own: Topic,
    adjacent: Topic,
    /// Sets of the parts of a compound.
    parts: Vec<u32>,
}

/// Words shorter than this are never looked at as compounds.
const SHORTEST_COMPOUND: usize = 6;
/// What must remain on the other side of the part that is looked up.
const SHORTEST_PART: usize = 3;

/// Which of up to three stretched letters are meant to be double, tried in this
/// order: all, none, some ("lekkkkeeerrr").
const SQUEEZED: [u32; 8] = [u32::MAX, 0, 1, 2, 4, 3, 5, 6];

/// Looks up a spelling. A stretched one that is not known is shortened; in
/// phrases shorthand stands for what is meant.
fn spelled(image: &Image, word: &str) -> Spelled {
    let find = |word: &str| image.vocabulary.find(word.as_bytes());
    let has_of = |number: u32| image.word_sets[number as usize];
    let number = find(word);
    let meant = number.or_else(|| find(&word.contains('\'').then(|| canonical(word))?));
    let mut has = number.map_or(Has::default(), has_of);
    if !has.anything() && is_stretched(word) {
        let shrunk = SQUEEZED.into_iter().map_while(|run| squeeze(word, run));
        has = shrunk
            .filter_map(|word| find(&word).map(has_of))
            .find(|has| has.anything())
            .unwrap_or_default();
    }
    let weighs = match &image.weighing {
        Some(weighing) => signs(word).map(|sign| {
            let number = sign.and_then(|sign| weighing.words.find(sign.as_bytes()));
            number.map_or(0, |number| number + 1)
        }),
        None => [0; SIGNS],
    };
    let mut has_parts = false;
    parts_of(image, word, |_| has_parts = true);
    Spelled {
        has,
        code: meant.map_or(NO_CODE, |meant| image.phrases.code(meant)),
        weighs,
        has_parts,
    }
}

/// The sets of spellings that a word ends in or starts with.
fn parts_of(image: &Image, word: &str, mut found: impl FnMut(u32)) {
    if word.len() >= SHORTEST_COMPOUND {
        image.heads.ends_of(word, SHORTEST_PART, &mut found);
        image.tails.starts_of(word, SHORTEST_PART, &mut found);
    }
}

impl Occurrences {
    pub(crate) fn at(&self, class: ClassId) -> &[Place] {
        self.places.get(class as usize).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn has_any(&self, classes: &[ClassId]) -> bool {
        classes.iter().any(|&c| self.has(c))
    }

    /// Whether a class stands anywhere in the text.
    pub(crate) fn has(&self, class: ClassId) -> bool {
        let bits = self.there.get(class as usize / 64);
        bits.is_some_and(|bits| bits & 1 << (class % 64) != 0)
    }

    /// Numbers of the signs of a token when weighing.
    pub(crate) fn weighs(&self, token: u32) -> impl Iterator<Item = u32> {
        let spelled = self.spelled.get(token as usize).copied();
        let signs = spelled.unwrap_or_default().weighs;
        signs.into_iter().filter_map(|sign| sign.checked_sub(1))
    }

    /// Number of the sign by which a token is part of a pair. Of a long word only
    /// the beginning is, and the compiler lets nothing else be part of a pair.
    pub(crate) fn part(&self, token: u32) -> Option<u32> {
        let [whole, long, _] = self.spelled.get(token as usize)?.weighs;
        let part = if long > 0 { long } else { whole };
        part.checked_sub(1)
    }

    /// Classes that stand somewhere in the text.
    pub(crate) fn present(&self) -> &[ClassId] {
        &self.touched
    }

    fn add(&mut self, class: ClassId, start: usize, end: usize) {
        let list = &mut self.places[class as usize];
        if list.is_empty() {
            self.touched.push(class);
            self.there[class as usize / 64] |= 1 << (class % 64);
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
    fn add_set<'a>(
        &mut self,
        members: impl Iterator<Item = &'a Member>,
        text: &Text,
        at: usize,
        end: usize,
    ) {
        let lang = text.lang_at(at);
        let cased = text.tokens()[at].flags.has(Flags::CAPITAL);
        let counts: [bool; KINDS] = [true, lang != Lang::En, lang != Lang::Nl, cased];
        for member in members {
            if !self.matcher.effort.spend(1) {
                return;
            }
            if counts[member.kind()] {
                self.add(member.class(), at, end);
            }
        }
    }

    /// Looks up everything in `text`.
    pub(crate) fn read(&mut self, image: &Image, index: &Index, text: &Text, context: &Context) {
        for class in self.touched.drain(..) {
            self.places[class as usize].clear();
            self.there[class as usize / 64] = 0;
        }
        self.places.resize_with(image.classes as usize, Vec::new);
        self.there.resize((image.classes as usize).div_ceil(64), 0);
        self.matcher.effort = Effort::of(text.tokens().len());
        self.spell(image, text);
        for at in 0..text.tokens().len() {
            classify(text, at, context.year, |class, length| {
                self.add(class as ClassId, at, at + length);
            });
            self.look_up_phrases(image, text, at);
            let Spelled { has, has_parts, .. } = self.spelled[at];
            let Has { set, own, .. } = has;
            if set > 0 {
                self.add_set(image.sets.get(set).iter(), text, at, at + 1);
            }
            if own > 0 {
                self.add(own, at, at + 1);
            }
            if has_parts && text.tokens()[at].kind == Kind::Word {
                self.look_up_compound(image, text, at);
            }
        }
        detect::detect(text, |class, start, end| {
            self.add(class as ClassId, start, end)
        });
        let mut structured = std::mem::take(&mut self.structured);
        let mut effort = self.matcher.effort;
        let regexes = &image.rulebook.regexes;
        structured.detect(regexes, text, &mut effort, |class, start, end| {
            self.add(class, start, end)
        });
        self.matcher.effort = effort;
        self.structured = structured;
        self.read_phrases(image, index, text);
        self.read_topics(&image.rulebook.topics, context);
    }

    /// Looks up the spelling of every token.
    fn spell(&mut self, image: &Image, text: &Text) {
        self.spelled.clear();
        for token in text.tokens() {
            let word = text.word(token);
            let look_up = || spelled(image, word);
            let mut spelled = self.remembered.get(word.as_bytes(), look_up);
            if matches!(token.kind, Kind::Email | Kind::Bang) {
                spelled.has = Has::default();
            }
            self.spelled.push(spelled);
        }
    }

    /// Looks up the phrases of plain words that start at `at`.
    fn look_up_phrases(&mut self, image: &Image, text: &Text, at: usize) {
        let Some(mut node) = image.phrases.start(self.spelled[at].code) else {
            return;
        };
        let tokens = text.tokens();
        for next in at + 1..tokens.len() {
            let code = self.spelled[next].code;
            if code == NO_CODE || tokens[next].sentence != tokens[at].sentence {
                return;
            }
            let Some(step) = image.phrases.step(node, code) else {
                return;
            };
            node = step;
            let set = image.phrases.set(node);
            if set > 0 {
                self.add_set(image.sets.get(set).iter(), text, at, next + 1);
            }
        }
    }

    fn look_up_compound(&mut self, image: &Image, text: &Text, at: usize) {
        let word = text.word(&text.tokens()[at]);
        let mut parts = std::mem::take(&mut self.parts);
        parts.clear();
        parts_of(image, word, |set| parts.push(set));
        let not = image.not_compound.get(word);
        let not = not.map_or(&[][..], |set| image.sets.get(set));
        for &set in &parts {
            let members = image.sets.get(set).iter();
            let refused = |m: &Member| not.iter().any(|n| n.kind() == 0 && n.class() == m.class());
            self.add_set(members.filter(|m| !refused(m)), text, at, at + 1);
        }
        self.parts = parts;
    }

    fn read_phrases(&mut self, image: &Image, index: &Index, text: &Text) {
        let patterns = &image.patterns;
        let mut matcher = std::mem::take(&mut self.matcher);
        let mut found = std::mem::take(&mut self.found);
        let mut places: Vec<Found> = Vec::new();
        for (level, by_class) in patterns.phrases.iter().zip(&index.phrases_by_class) {
            let tried = self.touched.iter().flat_map(|&class| by_class.get(class));
            for &number in tried {
                let phrase = &level[number as usize];
                if !matcher.effort.spend(1) {
                    break;
                }
                let mut needed = patterns.steps(phrase.steps).iter().filter(|s| !s.optional);
                if !present(self, patterns, &mut needed) {
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
                    patterns,
                    phrase.steps,
                    scope,
                    &mut matcher,
                    &mut places,
                );
                for place in &places {
                    if !matcher.effort.spend(patterns.gives(phrase).len()) {
                        break;
                    }
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
                        found.extend(patterns.gives(phrase).iter().map(|&class| (class, place)));
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

    fn read_topics(&mut self, topics_by_number: &[ClassId], context: &Context) {
        let own = context.topics;
        if own != self.own {
            (self.own, self.adjacent) = (own, own.adjacent());
        }
        for (class, topics) in [
            (Builtin::TopicOwn, own),
            (Builtin::TopicAdjacent, self.adjacent),
        ] {
            let mut places: Vec<Place> = topics
                .numbers()
                .filter_map(|n| topics_by_number.get(n).copied().filter(|&c| c != 0))
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
