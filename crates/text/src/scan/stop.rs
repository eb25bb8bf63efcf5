//! Full stops: whether a sentence ends.

use super::Scan;
use crate::abbreviation::{self, Around};
use crate::token::{Flags, Kind, Token};

impl Scan<'_> {
    /// Where the next thing on the line starts, and whether that is a capital.
    pub(super) fn follows(&self, from: usize) -> (usize, bool) {
        let at = (from..self.chars.len())
            .find(|&i| self.chars[i] != ' ')
            .unwrap_or(self.chars.len());
        (at, self.cells.get(at).is_some_and(|c| c.upper))
    }

    pub(super) fn dotted(&self, from: usize, to: usize) -> bool {
        (from..to).all(|i| ((i - from) % 2 == 1) == (self.chars[i] == '.'))
    }

    pub(super) fn bang(&mut self, from: usize) -> usize {
        let mut at = from;
        while matches!(self.at(at), Some('!' | '?')) {
            at += 1;
        }
        if at - from >= 2 {
            self.push(from, at, Kind::Bang, Flags::default());
        }
        let question = (from..at).any(|i| self.chars[i] == '?');
        self.breaks.sentence_mark(self.out, question);
        at
    }

    pub(super) fn stop(&mut self, at: usize) -> usize {
        let mut next = at + 1;
        while matches!(self.at(next), Some('.' | '…')) {
            next += 1;
        }
        let closed = self.space(next) || matches!(self.at(next), Some('"' | '\'' | ')'));
        if closed {
            let abbreviation = next == at + 1 && self.abbreviates(next);
            if !abbreviation {
                self.breaks.sentence_mark(self.out, false);
            }
        }
        next
    }

    /// Whether the point before `next` belongs to the last token.
    pub(super) fn abbreviates(&self, next: usize) -> bool {
        let sentence = &self.out.tokens[self.breaks.first()..];
        let Some((last, before)) = sentence.split_last() else {
            return false;
        };
        let word = |t: &Token| self.out.word(t);
        let before = before.last();
        let (start, capital) = self.follows(next);
        let digit = self.at(start).is_some_and(|c| c.is_ascii_digit());
        let follower: String = self.chars[start..]
            .iter()
            .take_while(|c| c.is_alphabetic())
            .take(4)
            .collect();
        let around = Around {
            upper: last.flags.has(Flags::CAPITAL),
            shouted: last.flags.has(Flags::SHOUTED),
            after_number: before.is_some_and(|t| t.kind == Kind::Number),
            after_name: before
                .is_none_or(|t| t.flags.has(Flags::CAPITAL) || abbreviation::is_open(word(t))),
            digit,
            capital,
            next: &follower,
        };
        abbreviation::abbreviates(word(last), around)
    }
}
