//! The lines of a text, and which of them still stand in the next text.
//!
//! For: cutting only those lines again that somebody typed in. Nothing crosses a
//! line, so a line that stays is cut as it was; only its place moves. Not for:
//! telling what a line says.

use crate::token::{Sentence, Span, Token};

/// Whether a character ends a line.
pub(crate) fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// How far the text and everything counted in it has come where a line starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Start {
    /// Byte of the text.
    pub(crate) byte: u32,
    /// UTF-16 code unit of the text.
    pub(crate) unit: u32,
    /// Byte of the folded text.
    pub(crate) folded: u32,
    pub(crate) token: u32,
    pub(crate) sentence: u32,
    pub(crate) clause: u32,
}

/// Lines cut into tokens and sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lines {
    pub(crate) folded: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    /// One a line; the last line may be empty.
    pub(crate) starts: Vec<Start>,
    /// Where they end.
    pub(crate) end: Start,
}

/// Tokens that were cut anew; those before and behind them are the same as in the
/// text before, though those behind have moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// First of them.
    pub start: usize,
    /// One past the last token of the text before that they replace.
    pub before: usize,
    /// One past the last of them.
    pub after: usize,
}

/// Numbers of the first line of `old` that does not stand in `new` at the same
/// place, and of the first behind it from which on all do again.
pub(crate) fn changed(old: &str, starts: &[Start], new: &str) -> (usize, usize) {
    let same = |(a, b): &(u8, u8)| a == b;
    let ahead = old.bytes().zip(new.bytes()).take_while(same).count();
    let first = starts.partition_point(|start| start.byte as usize <= ahead);
    let first = first.saturating_sub(1);
    let from = starts.get(first).map_or(0, |start| start.byte as usize);
    let shared = old[from..].bytes().rev().zip(new[from..].bytes().rev());
    let behind = old.len() - shared.take_while(same).count();
    let next = starts.partition_point(|start| (start.byte as usize) < behind);
    let stays = |&line: &usize| {
        let at = new.len() - (old.len() - starts[line].byte as usize);
        at == 0 || new[..at].ends_with(ends_line)
    };
    let next = (next.max(first + 1)..starts.len()).find(stays);
    (first, next.unwrap_or(starts.len()))
}

impl Lines {
    /// Forgets everything but the memory.
    pub(crate) fn clear(&mut self) {
        self.folded.clear();
        self.tokens.clear();
        self.sentences.clear();
        self.starts.clear();
        self.end = Start::default();
    }

    /// The folded spelling of a token.
    #[inline]
    pub(crate) fn word(&self, token: &Token) -> &str {
        &self.folded[token.folded.0 as usize..token.folded.1 as usize]
    }

    /// How far everything is where a line starts; the end behind the last line.
    pub(crate) fn start(&self, line: usize) -> Start {
        self.starts.get(line).copied().unwrap_or(self.end)
    }

    /// Puts other lines in the place of the lines `first..next`.
    pub(crate) fn replace(&mut self, first: usize, next: usize, with: &mut Lines) {
        if first == 0 && next >= self.starts.len() {
            std::mem::swap(self, with);
            return;
        }
        let (from, to) = (self.start(first), self.start(next));
        // What is behind moves by as much as the new lines are longer.
        let behind = to.until(from.and(with.end));
        let line = first as u32;
        let lines = (line + with.starts.len() as u32).wrapping_sub(next as u32);
        self.starts[next..]
            .iter_mut()
            .for_each(|s| *s = s.and(behind));
        with.starts.iter_mut().for_each(|s| *s = s.and(from));
        self.end = self.end.and(behind);
        let tokens = Change::of(from.token, to.token);
        self.tokens[tokens.before..]
            .iter_mut()
            .for_each(|t| t.move_by(behind, lines));
        with.tokens.iter_mut().for_each(|t| t.move_by(from, line));
        tokens.replace(&mut self.tokens, &mut with.tokens);
        let sentences = Change::of(from.sentence, to.sentence);
        self.sentences[sentences.before..]
            .iter_mut()
            .for_each(|s| s.move_by(behind.token));
        with.sentences
            .iter_mut()
            .for_each(|s| s.move_by(from.token));
        sentences.replace(&mut self.sentences, &mut with.sentences);
        let kept = self.folded.split_off(to.folded as usize);
        self.folded.truncate(from.folded as usize);
        self.folded.push_str(&with.folded);
        self.folded.push_str(&kept);
        Change::of(first as u32, next as u32).replace(&mut self.starts, &mut with.starts);
    }
}

impl Change {
    fn of(start: u32, before: u32) -> Change {
        Change {
            start: start as usize,
            before: before as usize,
            after: 0,
        }
    }

    /// Moves `with`, which is of what was cut anew, to the place of what it
    /// replaces in `list`, which is of the text before.
    pub fn replace<T>(&self, list: &mut Vec<T>, with: &mut Vec<T>) {
        let mut behind = list.split_off(self.before);
        list.truncate(self.start);
        list.append(with);
        list.append(&mut behind);
    }
}

impl Start {
    /// As far again as another, counted from here.
    fn and(self, other: Start) -> Start {
        Start {
            byte: self.byte.wrapping_add(other.byte),
            unit: self.unit.wrapping_add(other.unit),
            folded: self.folded.wrapping_add(other.folded),
            token: self.token.wrapping_add(other.token),
            sentence: self.sentence.wrapping_add(other.sentence),
            clause: self.clause.wrapping_add(other.clause),
        }
    }

    /// How far it is from here to another. Distances may be negative.
    fn until(self, other: Start) -> Start {
        Start {
            byte: other.byte.wrapping_sub(self.byte),
            unit: other.unit.wrapping_sub(self.unit),
            folded: other.folded.wrapping_sub(self.folded),
            token: other.token.wrapping_sub(self.token),
            sentence: other.sentence.wrapping_sub(self.sentence),
            clause: other.clause.wrapping_sub(self.clause),
        }
    }
}

impl Token {
    fn move_by(&mut self, by: Start, lines: u32) {
        let Span { start, end } = self.span;
        self.span = Span {
            start: start.wrapping_add(by.unit),
            end: end.wrapping_add(by.unit),
        };
        self.folded.0 = self.folded.0.wrapping_add(by.folded);
        self.folded.1 = self.folded.1.wrapping_add(by.folded);
        self.sentence = self.sentence.wrapping_add(by.sentence);
        self.clause = self.clause.wrapping_add(by.clause);
        self.paragraph = self.paragraph.wrapping_add(lines);
    }
}

impl Sentence {
    fn move_by(&mut self, tokens: u32) {
        self.start = self.start.wrapping_add(tokens);
        self.end = self.end.wrapping_add(tokens);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    /// Everything that is known of a text.
    fn known(text: &Text) -> (Vec<(Token, String)>, Vec<Sentence>) {
        let words = text
            .tokens()
            .iter()
            .map(|t| (t.clone(), text.word(t).to_owned()));
        (words.collect(), text.sentences().to_vec())
    }

    /// Lines in which much depends on what stands before and behind.
    const LINES: [&str; 9] = [
        "Vandaag was het mooi weer. Wij gaan naar zee!",
        "",
        "he said \"come along",
        "and 'we will' too\". 😀",
        "Een b.v. met dhr.",
        "Jansen, 06-12345678 o.a.",
        "#LaatZeMaar -",
        "Één 🇳🇱 ÉÉN?! maar ja",
        "ok",
    ];
    const ENDS: [&str; 4] = ["\n", "\r\n", "\u{2028}", " \n"];

    #[test]
    fn a_text_that_changed_is_cut_as_if_it_were_new() {
        let mut seed = 7u32;
        let mut draw = |below: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as usize % below
        };
        let mut kept = Text::default();
        let mut written = String::new();
        for round in 0..4_000 {
            let mut at = draw(written.len() + 1);
            let mut to = (at + draw(30)).min(written.len());
            while !written.is_char_boundary(at) {
                at -= 1;
            }
            while !written.is_char_boundary(to) {
                to += 1;
            }
            let typed = match draw(4) {
                0 => String::new(),
                1 => LINES[draw(LINES.len())][..].chars().take(draw(9)).collect(),
                2 => [LINES[draw(LINES.len())], ENDS[draw(ENDS.len())]].concat(),
                _ => [ENDS[draw(ENDS.len())], LINES[draw(LINES.len())]].concat(),
            };
            written.replace_range(at..to, &typed);
            if written.len() > 600 {
                written.drain(..written.ceil_char_boundary(400));
            }
            let before = known(&kept).0;
            let change = kept.read(&written);
            let (now, sentences) = known(&kept);
            let fresh = known(&Text::new(&written));
            assert_eq!(
                (&now, &sentences),
                (&fresh.0, &fresh.1),
                "{round}: {written:?}"
            );
            let words = |all: &[(Token, String)]| -> Vec<String> {
                all.iter().map(|(_, word)| word.clone()).collect()
            };
            assert_eq!(words(&before[..change.start]), words(&now[..change.start]));
            assert_eq!(words(&before[change.before..]), words(&now[change.after..]));
        }
    }

    #[test]
    fn only_the_line_that_was_typed_in_is_cut_again() {
        let mut text = Text::new("een twee\neen vier\nvijf zes");
        let change = |text: &mut Text, to| {
            let Change {
                start,
                before,
                after,
            } = text.read(to);
            (start, before, after)
        };
        assert_eq!(
            change(&mut text, "een twee\neen vier zes\nvijf zes"),
            (2, 4, 5)
        );
        assert_eq!(
            change(&mut text, "een twee\neen vier zes\nvijf zes\n"),
            (5, 7, 7)
        );
        assert_eq!(change(&mut text, "een vier zes\nvijf zes\n"), (0, 2, 0));
        assert_eq!(change(&mut text, "een vier zes\nvijf zes\n"), (5, 5, 5));
        assert_eq!(change(&mut text, ""), (0, 5, 0));
    }

    #[test]
    fn what_ends_a_line_is_no_other_character_folded() {
        for c in '\0'..=char::MAX {
            let crate::fold::Folded(first, second) = crate::fold::fold_char(c);
            let ends = [first, second].into_iter().flatten().any(ends_line);
            assert_eq!(ends, ends_line(c), "{c:?}");
        }
    }
}
