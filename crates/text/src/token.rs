//! Tokens: what patterns are written over.
//!
//! For: words, numbers, emoji, handles, links and runs of exclamation marks,
//! each with its place in the original text. Ordinary punctuation is no token;
//! it shows as the sentence and clause a token belongs to.

use crate::lang::{Lang, tell};
use crate::line::{Change, Lines, changed};
use crate::scan::{Scratch, scan};

/// A stretch of the original text in UTF-16 code units, half open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, possibly with digits and inner apostrophes.
    Word,
    /// Digits, possibly with inner points, commas, colons or slashes.
    Number,
    /// An address on the web, with or without scheme.
    Link,
    /// An e-mail address.
    Email,
    /// `@name`.
    Handle,
    /// One emoji, whatever its length, or an emoticon such as `;)`.
    Emoji,
    /// Two or more exclamation or question marks in a row.
    Bang,
}

/// How a token was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u8);

impl Flags {
    /// Starts with a capital letter.
    pub const CAPITAL: Flags = Flags(1);
    /// At least two letters, all of them capitals.
    pub const SHOUTED: Flags = Flags(2);
    /// Stands within quotation marks.
    pub const QUOTED: Flags = Flags(4);
    /// Part of a hashtag.
    pub const HASHTAG: Flags = Flags(8);
    /// First token of its sentence.
    pub const FIRST: Flags = Flags(16);
    /// Follows the previous token without white space (hyphen, hashtag part).
    pub const JOINED: Flags = Flags(32);
    /// Holds a digit.
    pub const DIGIT: Flags = Flags(64);

    /// Whether all of `other` is set.
    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Sets `other`.
    pub const fn set(&mut self, other: Flags) {
        self.0 |= other.0;
    }
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Place in the original text, UTF-16 code units.
    pub span: Span,
    /// Byte range in the folded text, see [`Text::word`].
    pub folded: (u32, u32),
    /// What it is.
    pub kind: Kind,
    /// How it was written.
    pub flags: Flags,
    /// Number of the sentence it stands in.
    pub sentence: u32,
    /// Number of the clause it stands in; clauses never cross sentences.
    pub clause: u32,
    /// Number of the paragraph (line) it stands in.
    pub paragraph: u32,
    /// Which lists of common words it is in.
    pub(crate) common: u8,
}

/// A sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Language its function words point to.
    pub lang: Lang,
    /// Ends in a question mark.
    pub question: bool,
}

/// A text cut into tokens and sentences.
#[derive(Clone, Debug, Default)]
pub struct Text {
    source: String,
    lines: Lines,
    /// The language of the whole.
    lang: Lang,
    /// Memory kept from text to text.
    cut: Lines,
    scratch: Scratch,
}

impl Text {
    /// Cuts `text`. Cannot fail; takes time linear in its length.
    pub fn new(text: &str) -> Text {
        let mut out = Text::default();
        out.read(text);
        out
    }

    /// Cuts another text and tells what changed. Only lines that are not in the
    /// last text are cut; the outcome is that of [`Text::new`].
    pub fn read(&mut self, text: &str) -> Change {
        let Text { lines, cut, .. } = self;
        let (first, next) = changed(&self.source, &lines.starts, text);
        let (from, to) = (lines.start(first), lines.start(next));
        let behind = self.source.len() - to.byte as usize;
        cut.clear();
        scan(
            &text[from.byte as usize..text.len() - behind],
            &mut self.scratch,
            cut,
        );
        if next < lines.starts.len() {
            // The line behind the last line end is one that stays.
            cut.starts.pop();
        }
        let count = lines.tokens.len();
        let change = Change {
            start: from.token as usize,
            before: to.token as usize,
            after: from.token as usize + cut.tokens.len(),
        };
        lines.replace(first, next, cut);
        self.source
            .replace_range(from.byte as usize.., &text[from.byte as usize..]);
        let lang = tell(&mut lines.sentences, &lines.tokens);
        if std::mem::replace(&mut self.lang, lang) == lang {
            return change;
        }
        // It is also that of sentences that do not tell theirs.
        Change {
            start: 0,
            before: count,
            after: lines.tokens.len(),
        }
    }

    /// The tokens in order.
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        &self.lines.tokens
    }

    /// The sentences in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.lines.sentences
    }

    /// The folded spelling of a token.
    #[inline]
    pub fn word(&self, token: &Token) -> &str {
        self.lines.word(token)
    }

    /// Language of the sentence that token number `at` stands in.
    #[inline]
    pub fn lang_at(&self, at: usize) -> Lang {
        self.tokens()
            .get(at)
            .and_then(|t| self.sentences().get(t.sentence as usize))
            .map_or(Lang::Unknown, |s| s.lang)
    }
}
