//! Classes described by regular expressions, for structured things such as
//! the file numbers of one organisation.
//!
//! For: what words and built-in detectors cannot say. The expressions are run
//! by a linear-time engine, compiled only when a text first holds a digit and
//! kept; they see the words around digits only. Not for: ordinary words; those
//! belong in lexicons.

use std::ops::Range;

use bezint_text::{Flags, Text};
use regex_lite::{Regex, RegexBuilder};

use crate::effort::Effort;
use crate::tables::{ClassId, RegexClass};

/// The largest compiled expression in bytes; packs are checked against a
/// stricter limit when they are compiled.
const LARGEST: usize = 1 << 20;

/// Tokens looked at before and after one with a digit.
const AROUND: usize = 8;
/// Bytes times positions that cost as much as a step of matching.
const A_STEP: usize = 16;
/// Tokens looked at together where digits stand close to each other.
const LONGEST: usize = 64;

/// An expression, and where it may match.
struct Compiled {
    class: ClassId,
    regex: Regex,
    digit_token: bool,
    /// Steps that a byte may cost.
    positions: usize,
}

/// The expressions, compiled when first needed.
#[derive(Default)]
pub(crate) struct Structured {
    compiled: Option<Vec<Compiled>>,
    joined: String,
    starts: Vec<u32>,
}

impl Structured {
    /// Calls `found` with class, first token and one past the last of what stands
    /// in a range of tokens.
    pub(crate) fn detect(
        &mut self,
        classes: &[RegexClass],
        text: &Text,
        range: Range<usize>,
        effort: &mut Effort,
        mut found: impl FnMut(ClassId, usize, usize),
    ) {
        if classes.is_empty() {
            return;
        }
        let mut next = range.start;
        while let Some((from, to)) = stretch(text, next..range.end) {
            self.detect_in(classes, text, (from, to), effort, &mut found);
            next = to;
        }
    }

    /// Runs the expressions over a range of tokens. Each search is charged what
    /// it may cost at most: linear in the expression and in what is left of the
    /// range.
    fn detect_in(
        &mut self,
        classes: &[RegexClass],
        text: &Text,
        (from, to): (usize, usize),
        effort: &mut Effort,
        found: &mut impl FnMut(ClassId, usize, usize),
    ) {
        let compiled = self.compiled.get_or_insert_with(|| {
            let one = |c: &RegexClass| {
                let regex = RegexBuilder::new(&c.pattern).size_limit(LARGEST).build();
                Some(Compiled {
                    class: c.class,
                    regex: regex.ok()?,
                    digit_token: c.digit_token,
                    positions: usize::from(c.positions),
                })
            };
            classes.iter().filter_map(one).collect()
        });
        self.joined.clear();
        self.starts.clear();
        let joins = compiled.iter().any(|c| !c.digit_token);
        let tokens = if joins { from..to } else { 0..0 };
        for token in &text.tokens()[tokens] {
            self.starts.push(self.joined.len() as u32);
            self.joined.push_str(text.word(token));
            self.joined.push(' ');
        }
        for one in compiled {
            if one.digit_token {
                for at in (from..to).filter(|&at| has_digit(text, at)) {
                    let word = text.word(&text.tokens()[at]);
                    if !effort.spend(1 + one.positions * word.len() / A_STEP) {
                        return;
                    }
                    if one.regex.is_match(word) {
                        found(one.class, at, at + 1);
                    }
                }
                continue;
            }
            let mut searched = 0;
            while searched < self.joined.len()
                && effort.spend(1 + one.positions * (self.joined.len() - searched) / A_STEP)
                && let Some(hit) = one.regex.find_at(&self.joined, searched)
            {
                searched = after(&self.joined, hit.end(), hit.is_empty());
                let first = self.starts.partition_point(|&s| s as usize <= hit.start()) - 1;
                let last = self.starts.partition_point(|&s| (s as usize) < hit.end());
                if first < last {
                    found(one.class, from + first, from + last);
                }
            }
        }
    }
}

/// Where to search on behind a match; an empty one must not be found again.
fn after(text: &str, end: usize, empty: bool) -> usize {
    let next = text[end..].chars().next().map_or(0, char::len_utf8);
    end + if empty { next } else { 0 }
}

fn has_digit(text: &Text, at: usize) -> bool {
    text.tokens()[at].flags.has(Flags::DIGIT)
}

/// The first tokens of a range around one with a digit.
fn stretch(text: &Text, range: Range<usize>) -> Option<(usize, usize)> {
    let digit = |at: &usize| has_digit(text, *at);
    let first = range.clone().find(digit)?;
    let mut last = first;
    while let Some(next) = (last + 1..range.end)
        .take(2 * AROUND)
        .find(digit)
        .filter(|next| next - first < LONGEST)
    {
        last = next;
    }
    let from = first.saturating_sub(AROUND).max(range.start);
    Some((from, range.end.min(last + AROUND + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_see_the_words_around_digits_and_no_others() {
        let class = RegexClass {
            class: 40,
            pattern: "[a-z]+ [a-z]?[0-9]+".into(),
            digit_token: false,
            positions: 10,
        };
        let token = RegexClass {
            class: 41,
            pattern: "[a-z][0-9]+".into(),
            digit_token: true,
            positions: 4,
        };
        let far = "woord ".repeat(30);
        let text = Text::new(&format!("{far} dossier 12 en {far} stuk z34 {far}"));
        let mut all = Vec::new();
        let count = text.tokens().len();
        let mut effort = Effort::of(count);
        let mut structured = Structured::default();
        structured.detect(
            &[class, token],
            &text,
            0..count,
            &mut effort,
            |class, from, to| {
                all.push((class, from, to));
            },
        );
        assert_eq!(all, [(40, 30, 32), (40, 63, 65), (41, 64, 65)]);
        assert_eq!(stretch(&text, 0..count), Some((23, 40)));
        assert_eq!(stretch(&text, 40..count), Some((56, 73)));
        assert_eq!(stretch(&text, 73..count), None);
    }
}
