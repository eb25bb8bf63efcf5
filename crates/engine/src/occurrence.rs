//! Which classes stand where in a text.
//!
//! For: one look-up pass over the tokens, then the phrases level by level, line
//! by line; lines that did not change are not read again. Not for: deciding
//! anything about rules. Nothing that is found crosses a line, and what a line
//! may cost depends on nothing but the line, so that a text is read alike
//! whatever stood there before.

use std::ops::Range;

use bezint_text::{Change, Flags, Kind, Lang, Text};

use crate::builtin::{Builtin, classify};
use crate::context::{Context, Topic};
use crate::detect;
use crate::effort::Effort;
use crate::image::{Has, Image, KINDS, Member, NO_CODE};
use crate::index::Index;
use crate::places::{Place, Places};
use crate::remembered::Remembered;
use crate::sequence::{Found, Matcher, match_sequence, present};
use crate::sort;
use crate::spelling::{Spelled, parts_of};
use crate::structured::Structured;
use crate::tables::{ClassId, Scope, TableLang};

/// A line that has been read.
#[derive(Clone, Copy)]
struct Line {
    /// One past its last token.
    end: usize,
    /// What it cost.
    effort: Effort,
}

/// What stands where in the text read last.
pub(crate) struct Occurrences {
    /// Classes of the whole text.
    pub(crate) all: Places,
    /// Those of the line being read, and of the changed lines before it.
    here: Places,
    fresh: Places,
    lines: Vec<Line>,
    /// The year they were read in; dates are seen from it.
    year: u16,
    structured: Structured,
    matcher: Matcher,
    /// What phrases found, before it is put in order.
    found: Vec<(ClassId, Place)>,
    /// Per token what its spelling leads to.
    spelled: Vec<Spelled>,
    spelled_anew: Vec<Spelled>,
    remembered: Remembered<Spelled>,
    /// The writer's policy areas last time, and those next to them.
    own: Topic,
    adjacent: Topic,
    /// Sets of the parts of a compound.
    parts: Vec<u32>,
}

impl Occurrences {
    /// Nothing, with room for so many classes.
    pub(crate) fn new(classes: u32) -> Occurrences {
        Occurrences {
            all: Places::new(classes),
            here: Places::new(classes),
            fresh: Places::new(classes),
            lines: Vec::new(),
            year: 0,
            structured: Structured::default(),
            matcher: Matcher::default(),
            found: Vec::new(),
            spelled: Vec::new(),
            spelled_anew: Vec::new(),
            remembered: Remembered::default(),
            own: Topic::default(),
            adjacent: Topic::default(),
            parts: Vec::new(),
        }
    }

    /// What the spellings of these tokens lead to.
    pub(crate) fn spelled(&self, tokens: Range<u32>) -> &[Spelled] {
        let tokens = tokens.start as usize..tokens.end as usize;
        self.spelled.get(tokens).unwrap_or_default()
    }

    /// Whether everything was looked for.
    pub(crate) fn is_done(&self) -> bool {
        !self.lines.iter().any(|line| line.effort.is_spent())
    }

    /// Steps that reading cost.
    pub(crate) fn steps(&self) -> u64 {
        self.lines.iter().map(|line| line.effort.spent()).sum()
    }

    fn add(&mut self, class: ClassId, start: usize, end: usize) {
        let place = Place {
            start: start as u32,
            end: end as u32,
        };
        self.here.add(class, place);
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

    /// Looks up everything that changed in `text`.
    pub(crate) fn read(
        &mut self,
        image: &Image,
        index: &Index,
        text: &Text,
        change: Change,
        context: &Context,
    ) {
        for class in [Builtin::TopicOwn, Builtin::TopicAdjacent] {
            self.all.forget_class(class as ClassId);
        }
        let tokens = text.tokens();
        let mut change = change;
        if std::mem::replace(&mut self.year, context.year) != context.year {
            change = Change {
                start: 0,
                before: self.spelled.len(),
                after: tokens.len(),
            };
        }
        let Change {
            start,
            before,
            after,
        } = change;
        self.spell(image, text, change);
        let first = self.lines.partition_point(|line| line.end <= start);
        let next = self.lines.partition_point(|line| line.end <= before);
        for line in &mut self.lines[next..] {
            line.end = line.end - before + after;
        }
        let mut lines = Vec::new();
        let mut from = start;
        while from < after {
            let line = tokens[from].paragraph;
            let end = from + tokens[from..after].partition_point(|t| t.paragraph == line);
            self.read_line(image, index, text, from..end, context);
            lines.push(Line {
                end,
                effort: self.matcher.effort,
            });
            self.fresh.append(&mut self.here);
            from = end;
        }
        let of_lines = Change {
            start: first,
            before: next,
            after: first + lines.len(),
        };
        of_lines.replace(&mut self.lines, &mut lines);
        if after == self.spelled.len() && start == 0 {
            // Nothing of the text before is left.
            self.all.forget();
        }
        self.all.replace(change, &mut self.fresh);
        self.read_topics(&image.rulebook.topics, context);
    }

    /// Looks up everything in a line.
    fn read_line(
        &mut self,
        image: &Image,
        index: &Index,
        text: &Text,
        line: Range<usize>,
        context: &Context,
    ) {
        self.matcher.effort = Effort::of_line(line.len());
        for at in line.clone() {
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
        detect::detect(text, line.clone(), |class, start, end| {
            self.add(class as ClassId, start, end)
        });
        let mut structured = std::mem::take(&mut self.structured);
        let mut effort = self.matcher.effort;
        let regexes = &image.rulebook.regexes;
        structured.detect(regexes, text, line, &mut effort, |class, start, end| {
            self.add(class, start, end)
        });
        self.matcher.effort = effort;
        self.structured = structured;
        self.read_phrases(image, index, text);
    }

    /// Looks up the spelling of every token that changed.
    fn spell(&mut self, image: &Image, text: &Text, change: Change) {
        let remembered = &mut self.remembered;
        for token in &text.tokens()[change.start..change.after] {
            let word = text.word(token);
            let look_up = || Spelled::find(image, word);
            let mut spelled = remembered.get(word.as_bytes(), look_up);
            if matches!(token.kind, Kind::Email | Kind::Bang) {
                spelled.has = Has::default();
            }
            self.spelled_anew.push(spelled);
        }
        change.replace(&mut self.spelled, &mut self.spelled_anew);
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
            let classes = self.here.present().iter();
            let tried = classes.flat_map(|&class| by_class.get(class));
            for candidate in tried {
                if !matcher.effort.spend(1) {
                    break;
                }
                if !self.here.has(candidate.other) {
                    continue;
                }
                let phrase = &level[candidate.number as usize];
                let mut needed = patterns.steps(phrase.steps).iter().filter(|s| !s.optional);
                if !present(&self.here, patterns, &mut needed) {
                    continue;
                }
                places.clear();
                let scope = if phrase.first_only {
                    Scope::Clause
                } else {
                    Scope::Sentence
                };
                match_sequence(
                    &self.here,
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
            self.here.add_all(&mut found);
        }
        self.matcher = matcher;
        self.found = found;
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
                .flat_map(|c| self.all.at(c).to_vec())
                .collect();
            sort::by_key(&mut places, |p| *p);
            places.dedup();
            for place in places {
                self.all.add(class as ClassId, place);
            }
        }
    }
}
