//! The language of a sentence, from its function words.
//!
//! For: words that exist in both languages ("die", "war", "list"). Not for:
//! other languages or dialects: where few function words are known the answer
//! is `Unknown`, and then words of both languages count.

use std::cmp::Ordering;

use crate::common::{DUTCH, ENGLISH, common};
use crate::token::{Sentence, Token};

/// Language of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Too little to tell.
    #[default]
    Unknown,
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// Whether a folded word is a function word of Dutch or English: too common to
/// say anything about a text.
pub fn is_function_word(word: &str) -> bool {
    common(word) & (DUTCH | ENGLISH) != 0
}

/// Fills in the language of every sentence and returns that of the whole text,
/// which sentences without function words take.
pub(crate) fn tell(sentences: &mut [Sentence], tokens: &[Token]) -> Lang {
    let judge = |(nl, en): (u32, u32)| match nl.cmp(&en) {
        Ordering::Greater => Lang::Nl,
        Ordering::Equal => Lang::Unknown,
        Ordering::Less => Lang::En,
    };
    let mut whole = (0, 0);
    for sentence in &mut *sentences {
        let mut here = (0, 0);
        for token in &tokens[sentence.start as usize..sentence.end as usize] {
            here.0 += u32::from(token.common & DUTCH != 0);
            here.1 += u32::from(token.common & ENGLISH != 0);
        }
        whole = (whole.0 + here.0, whole.1 + here.1);
        sentence.lang = judge(here);
    }
    let whole = judge(whole);
    for sentence in sentences {
        if sentence.lang == Lang::Unknown {
            sentence.lang = whole;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    #[test]
    fn each_sentence_has_its_own_language() {
        let text = Text::new("Wij gaan niet naar huis. We will not go to the war. Ok.");
        let langs: Vec<_> = text.sentences().iter().map(|s| s.lang).collect();
        assert_eq!(langs[..2], [Lang::Nl, Lang::En]);
    }
}
