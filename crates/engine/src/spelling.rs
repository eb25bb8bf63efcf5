//! What the spelling of a token leads to.
//!
//! For: the one look-up that every token gets. Not for: what stands around it.

use bezint_text::{canonical, is_stretched, squeeze};

use crate::image::{Has, Image, NO_CODE};
use crate::weigh::{SIGNS, signs};

/// What is known of a spelling.
#[derive(Clone, Copy, Default)]
pub(crate) struct Spelled {
    /// Its classes.
    pub(crate) has: Has,
    /// Its code in phrases.
    pub(crate) code: u32,
    /// Numbers of its signs when weighing, plus one; 0 where there is none.
    pub(crate) weighs: [u32; SIGNS],
    /// Whether a part of it is looked up as well.
    pub(crate) has_parts: bool,
}

/// Words shorter than this are never looked at as compounds.
const SHORTEST_COMPOUND: usize = 6;
/// What must remain on the other side of the part that is looked up.
const SHORTEST_PART: usize = 3;

/// Which of up to three stretched letters are meant to be double, tried in this
/// order: all, none, some ("lekkkkeeerrr").
const SQUEEZED: [u32; 8] = [u32::MAX, 0, 1, 2, 4, 3, 5, 6];

impl Spelled {
    /// Looks up a spelling. A stretched one that is not known is shortened; in
    /// phrases shorthand stands for what is meant.
    pub(crate) fn find(image: &Image, word: &str) -> Spelled {
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

    /// Numbers of its signs when weighing.
    pub(crate) fn signs(self) -> impl Iterator<Item = u32> {
        let signs = self.weighs.into_iter();
        signs.filter_map(|sign| sign.checked_sub(1))
    }

    /// Number of the sign by which it is part of a pair. Of a long word only the
    /// beginning is, and the compiler lets nothing else be part of a pair.
    pub(crate) fn part(self) -> Option<u32> {
        let [whole, long, _] = self.weighs;
        let part = if long > 0 { long } else { whole };
        part.checked_sub(1)
    }
}

/// The sets of spellings that a word ends in or starts with.
pub(crate) fn parts_of(image: &Image, word: &str, mut found: impl FnMut(u32)) {
    if word.len() >= SHORTEST_COMPOUND {
        image.heads.ends_of(word, SHORTEST_PART, &mut found);
        image.tails.starts_of(word, SHORTEST_PART, &mut found);
    }
}
