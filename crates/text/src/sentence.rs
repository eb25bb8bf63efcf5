//! Where sentences, clauses and paragraphs break.
//!
//! For: numbering tokens so that a pattern can be held to one clause,
//! sentence or paragraph. Not for: grammar; a clause here is what commas,
//! dashes, brackets and a few conjunctions set apart.

use crate::line::{Lines, Start};
use crate::token::{Kind, Sentence};

/// Running numbers while a text is scanned.
#[derive(Default)]
pub(crate) struct Breaks {
    pub(crate) sentence: u32,
    pub(crate) clause: u32,
    pub(crate) paragraph: u32,
    first: usize,
}

impl Breaks {
    /// The first token of the sentence that is being read.
    pub(crate) fn first(&self) -> usize {
        self.first
    }

    /// A new clause starts.
    pub(crate) fn clause(&mut self) {
        self.clause += 1;
    }

    /// A line ends, and with it the sentence.
    pub(crate) fn paragraph(&mut self, out: &mut Lines) {
        self.finish(out, false);
        self.paragraph += 1;
        if let Some(&start) = out.starts.get(self.paragraph as usize) {
            out.starts[self.paragraph as usize] = self.so_far(out, start);
        }
    }

    /// How far everything is that is counted in `out` and here.
    pub(crate) fn so_far(&self, out: &Lines, at: Start) -> Start {
        Start {
            folded: out.folded.len() as u32,
            token: out.tokens.len() as u32,
            sentence: self.sentence,
            clause: self.clause,
            ..at
        }
    }

    /// A point, question mark or exclamation mark ends the sentence.
    pub(crate) fn sentence_mark(&mut self, out: &mut Lines, question: bool) {
        self.finish(out, question);
    }

    /// Called before a token is added: an emoji or a run of marks followed by
    /// a capital ends a sentence too. Tells whether the token starts one.
    pub(crate) fn before_token(&mut self, out: &mut Lines, capital: bool) -> bool {
        let mark = out
            .tokens
            .last()
            .is_some_and(|t| matches!(t.kind, Kind::Emoji | Kind::Bang));
        if capital && mark {
            self.finish(out, false);
        }
        out.tokens.len() == self.first
    }

    /// The text is over.
    pub(crate) fn close(&mut self, out: &mut Lines) {
        self.finish(out, false);
    }

    fn finish(&mut self, out: &mut Lines, question: bool) {
        let count = out.tokens.len();
        if count == self.first {
            return;
        }
        out.sentences.push(Sentence {
            start: self.first as u32,
            end: count as u32,
            question,
            ..Sentence::default()
        });
        self.first = count;
        self.sentence += 1;
        self.clause += 1;
    }
}
