//! One pass over the text that makes the tokens.
//!
//! For: deciding where tokens, clauses, sentences and paragraphs start and
//! end. Not for: what a token means. Linear in the length of the text.

mod link;
mod smile;
mod stop;

use crate::abbreviation;
use crate::common::CONJUNCTION;
use crate::emoji;
use crate::fold::{Folded, fold_char};
use crate::line::{Lines, Start, ends_line};
use crate::quote::quotations;
use crate::sentence::Breaks;
use crate::token::{Flags, Kind, Span, Token};

/// A folded character and where it came from.
#[derive(Clone, Copy, Debug)]
struct Cell {
    at: u32,
    upper: bool,
}

/// The folded text, character by character.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scratch {
    chars: Vec<char>,
    cells: Vec<Cell>,
}

struct Scan<'t> {
    chars: &'t [char],
    cells: &'t [Cell],
    quoted: Vec<(usize, usize)>,
    end: u32,
    breaks: Breaks,
    out: &'t mut Lines,
}

/// Cuts `text` into `out`, which is empty. `scratch` is memory only.
pub(crate) fn scan(text: &str, scratch: &mut Scratch, out: &mut Lines) {
    let Scratch { chars, cells } = scratch;
    chars.clear();
    cells.clear();
    chars.reserve(text.len());
    cells.reserve(text.len());
    out.starts.push(Start::default());
    let mut at = 0u32;
    for (byte, c) in text.char_indices() {
        // Most of any text.
        if c.is_ascii_lowercase() || c == ' ' {
            chars.push(c);
            cells.push(Cell { at, upper: false });
            at += 1;
            continue;
        }
        let cell = Cell {
            at,
            upper: c.is_uppercase(),
        };
        let Folded(first, second) = fold_char(c);
        for c in [first, second].into_iter().flatten() {
            chars.push(c);
            cells.push(cell);
        }
        at += c.len_utf16() as u32;
        if ends_line(c) {
            out.starts.push(Start {
                byte: (byte + c.len_utf8()) as u32,
                unit: at,
                ..Start::default()
            });
        }
    }
    let mut scan = Scan {
        quoted: quotations(chars),
        chars,
        cells,
        end: at,
        breaks: Breaks::default(),
        out: &mut *out,
    };
    scan.run();
    out.end.byte = text.len() as u32;
    out.end.unit = at;
}

impl Scan<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.chars.len() {
            at = self.step(at);
        }
        self.breaks.close(self.out);
        self.out.end = self.breaks.so_far(self.out, Start::default());
        self.mark_quotations();
    }

    /// Handles what starts at `at` and returns where the next thing starts.
    fn step(&mut self, at: usize) -> usize {
        let c = self.chars[at];
        match c {
            ' ' => at + 1,
            'a'..='z' => self.word_or_link(at),
            _ if ends_line(c) => {
                self.breaks.paragraph(self.out);
                at + 1
            }
            '#' if self.alnum(at + 1) => self.hashtag(at),
            '@' if self.alnum(at + 1) => self.handle(at),
            '€' | '$' | '£' if self.money(at).is_some() => {
                let digits = self.money(at).unwrap_or(at + 1);
                self.number(at, digits)
            }
            _ if c.is_ascii_digit() => self.number(at, at),
            _ if c.is_alphanumeric() => self.word_or_link(at),
            '!' | '?' => self.bang(at),
            '.' | '…' => self.stop(at),
            ',' | ';' | ':' | '(' | ')' | '–' | '—' | '[' | ']' => {
                if let Some(next) = self.emoticon(at) {
                    return next;
                }
                self.breaks.clause();
                at + 1
            }
            '-' if self.space(at + 1) => {
                self.breaks.clause();
                at + 1
            }
            '<' => self.emoticon(at).unwrap_or(at + 1),
            _ if emoji::starts(c) => self.emoji(at),
            _ => at + 1,
        }
    }

    fn at(&self, i: usize) -> Option<char> {
        self.chars.get(i).copied()
    }

    fn alnum(&self, i: usize) -> bool {
        self.at(i).is_some_and(char::is_alphanumeric)
    }

    fn space(&self, i: usize) -> bool {
        self.at(i).is_none_or(char::is_whitespace)
    }

    fn offset(&self, i: usize) -> u32 {
        self.cells.get(i).map_or(self.end, |c| c.at)
    }

    /// Adds a token for the characters `from..to`.
    fn push(&mut self, from: usize, to: usize, kind: Kind, mut extra: Flags) {
        let start = self.out.folded.len() as u32;
        self.out.folded.reserve(to - from);
        for &c in &self.chars[from..to] {
            if c.is_ascii_digit() {
                extra.set(Flags::DIGIT);
            }
            if c != '.' || kind != Kind::Word {
                self.out.folded.push(c);
            }
        }
        self.add(from, to, start, kind, extra);
    }

    fn add(&mut self, from: usize, to: usize, start: u32, kind: Kind, extra: Flags) {
        let mut flags = extra;
        if self.cells[from].upper {
            flags.set(Flags::CAPITAL);
        }
        if kind == Kind::Word && to - from >= 2 {
            let letters = || (from..to).filter(|&i| self.chars[i].is_alphabetic());
            if letters().all(|i| self.cells[i].upper) && letters().count() >= 2 {
                flags.set(Flags::SHOUTED);
            }
        }
        if from > 0 && self.chars[from - 1] == '-' && from > 1 && self.alnum(from - 2) {
            flags.set(Flags::JOINED);
        }
        let capital = flags.has(Flags::CAPITAL);
        let mut common = 0;
        if kind == Kind::Word {
            common = crate::common::common(&self.out.folded[start as usize..]);
        }
        if common & CONJUNCTION != 0 {
            self.breaks.clause();
        }
        if self.breaks.before_token(self.out, capital) {
            flags.set(Flags::FIRST);
        }
        self.out.tokens.push(Token {
            span: Span {
                start: self.offset(from),
                end: self.offset(to),
            },
            folded: (start, self.out.folded.len() as u32),
            kind,
            flags,
            sentence: self.breaks.sentence,
            clause: self.breaks.clause,
            paragraph: self.breaks.paragraph,
            common,
        });
    }

    fn hashtag(&mut self, hash: usize) -> usize {
        let mut from = hash + 1;
        let mut at = from;
        let mut flags = Flags::HASHTAG;
        while self.alnum(at) || self.at(at) == Some('_') {
            let camel = at > from && self.cells[at].upper && !self.cells[at - 1].upper;
            if camel || self.at(at) == Some('_') {
                if at > from {
                    self.push(from, at, Kind::Word, flags);
                    flags.set(Flags::JOINED);
                }
                from = if camel { at } else { at + 1 };
            }
            at += 1;
        }
        if at > from {
            self.push(from, at, Kind::Word, flags);
        }
        at
    }

    fn handle(&mut self, from: usize) -> usize {
        let mut at = from + 1;
        while self.alnum(at) || self.at(at) == Some('_') {
            at += 1;
        }
        self.push(from, at, Kind::Handle, Flags::default());
        at
    }

    /// Where the digits start when an amount of money starts at `at`.
    fn money(&self, at: usize) -> Option<usize> {
        let digits = if self.at(at + 1) == Some(' ') {
            at + 2
        } else {
            at + 1
        };
        self.at(digits).filter(char::is_ascii_digit).map(|_| digits)
    }

    fn number(&mut self, from: usize, digits: usize) -> usize {
        let mut at = digits;
        while let Some(c) = self.at(at) {
            let inner = matches!(c, '.' | ',' | ':' | '/' | '-')
                && self.at(at + 1).is_some_and(|d| d.is_ascii_digit());
            if !c.is_alphanumeric() && !inner && c != '%' && c != '°' && c != '€' {
                break;
            }
            at += 1;
        }
        self.push(from, at, Kind::Number, Flags::default());
        at
    }

    fn word_or_link(&mut self, from: usize) -> usize {
        let letters = self.chars[from..].iter();
        let mut at = from + letters.take_while(|c| c.is_alphanumeric()).count();
        let plain = matches!(self.at(at), None | Some(' ' | '\n' | ','));
        if plain {
            self.push(from, at, Kind::Word, Flags::default());
            return at;
        }
        if let Some((to, kind)) = self.link(from) {
            self.push(from, to, kind, Flags::default());
            return to;
        }
        let mut dotted = false;
        while let Some(c) = self.at(at) {
            let inner = match c {
                '\'' | '&' | '*' => self.alnum(at + 1),
                // "o.a.", "z.s.m.": letters with a point each are one word.
                '.' => {
                    at > from
                        && (at - from) % 2 == 1
                        && self.dotted(from, at)
                        && self.at(at + 1).is_some_and(char::is_alphabetic)
                        && !self.alnum(at + 2)
                }
                _ => c.is_alphanumeric(),
            };
            if !inner {
                break;
            }
            dotted |= c == '.';
            at += 1;
        }
        self.push(from, at, Kind::Word, Flags::default());
        if !dotted || self.at(at) != Some('.') {
            return at;
        }
        if let Some(last) = self.out.tokens.last() {
            let word = self.out.word(last);
            let capital = self.space(at + 1) && self.follows(at + 1).1;
            if abbreviation::dotted_ends(word, capital) {
                self.breaks.sentence_mark(self.out, false);
            }
        }
        at + 1
    }

    fn mark_quotations(&mut self) {
        if self.quoted.is_empty() {
            return;
        }
        let mut spans = self
            .quoted
            .iter()
            .map(|&(a, b)| (self.offset(a), self.offset(b)))
            .peekable();
        let mut marks = Vec::new();
        for (i, token) in self.out.tokens.iter().enumerate() {
            while spans
                .peek()
                .is_some_and(|&(_, end)| end <= token.span.start)
            {
                spans.next();
            }
            if spans
                .peek()
                .is_some_and(|&(start, end)| start <= token.span.start && token.span.end <= end)
            {
                marks.push(i);
            }
        }
        for i in marks {
            self.out.tokens[i].flags.set(Flags::QUOTED);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    fn words(text: &str) -> Vec<String> {
        let text = Text::new(text);
        text.tokens()
            .iter()
            .map(|t| text.word(t).to_owned())
            .collect()
    }

    #[test]
    fn offsets_count_utf16_code_units() {
        let text = Text::new("😀 geheim");
        let token = &text.tokens()[1];
        assert_eq!((token.span.start, token.span.end), (3, 9));
    }

    #[test]
    fn words_numbers_times_and_amounts() {
        assert_eq!(
            words("Om 06.30 uur, 40k en €1.200,50!"),
            ["om", "06.30", "uur", "40k", "en", "€1.200,50"]
        );
        assert_eq!(
            words("z'n foto's 's avonds o.a. B&W"),
            ["z'n", "foto's", "s", "avonds", "oa", "b&w"]
        );
        assert_eq!(words("social-media k*t"), ["social", "media", "k*t"]);
    }

    #[test]
    fn hashtags_split_handles_and_links_stay_whole() {
        assert_eq!(
            words("#LaatZeMaar @jan_01 ind.nl/x?y."),
            ["laat", "ze", "maar", "@jan_01", "ind.nl/x?y"]
        );
        assert_eq!(words("mail a.b@rijk.nl."), ["mail", "a.b@rijk.nl"]);
        assert_eq!(words("einde.Begin"), ["einde", "begin"]);
    }

    #[test]
    fn emoji_and_emoticons_are_one_token() {
        assert_eq!(words("haha 👍🏽 ;) ☀️ 🇳🇱"), ["haha", "👍", "😉", "☀", "🇳🇱"]);
    }

    #[test]
    fn sentences_end_at_stops_lines_and_emoji_before_a_capital() {
        let text = Text::new("Hij belde dhr. Jansen om 6.40 uur. Klaar? Ja 😀 Morgen weer\nslot");
        assert_eq!(text.sentences().len(), 5);
        assert!(text.sentences()[1].question);
    }

    #[test]
    fn quoted_words_are_told_from_apostrophes() {
        let text = Text::new("Zij riep 'kom mee' en 't was foto's \"kijken\" z'n werk");
        let quoted: Vec<_> = text
            .tokens()
            .iter()
            .filter(|t| t.flags.has(Flags::QUOTED))
            .map(|t| text.word(t))
            .collect();
        assert_eq!(quoted, ["kom", "mee", "kijken"]);
    }

    #[test]
    fn any_text_is_read_without_panic() {
        for text in [
            "",
            "#",
            "@",
            "€",
            "'",
            "\"",
            "...",
            "-",
            "\u{200d}",
            "a.",
            "1.",
            ":",
            "https://",
            "🇳",
            "é\u{301}",
            "İ",
        ] {
            let read = Text::new(text);
            let end = text.encode_utf16().count() as u32;
            assert!(
                read.tokens()
                    .iter()
                    .all(|t| t.span.start < t.span.end && t.span.end <= end),
                "{text:?}"
            );
        }
    }
}
