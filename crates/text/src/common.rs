//! Words so common that every token is compared with them.
//!
//! For: telling function words and conjunctions at the price of one look-up. The
//! table is made when this is compiled. Not for: vocabulary; that is in packs.

/// A Dutch function word.
pub(crate) const DUTCH: u8 = 1;
/// An English function word.
pub(crate) const ENGLISH: u8 = 2;
/// A conjunction that opens a clause.
pub(crate) const CONJUNCTION: u8 = 4;

const NL: &[&str] = &[
    "aan", "al", "alle", "als", "bij", "daar", "dat", "de", "den", "deze", "die", "dit", "door",
    "dus", "een", "en", "er", "ff", "gaan", "gaat", "geen", "gewoon", "had", "heb", "hebben",
    "hebt", "heeft", "het", "hier", "hij", "hoe", "hun", "iets", "ik", "jaar", "je", "jullie",
    "kan", "kunnen", "maar", "me", "mee", "meer", "met", "mij", "mijn", "mn", "moet", "na", "naar",
    "niet", "nog", "nou", "nu", "om", "onder", "ons", "onze", "ook", "op", "over", "te", "toch",
    "toen", "tot", "uit", "uur", "vaak", "van", "vanaf", "veel", "voor", "wat", "weer", "wel",
    "wie", "wij", "worden", "wordt", "zal", "ze", "zich", "zij", "zijn", "zo", "zonder",
];

const EN: &[&str] = &[
    "a", "about", "all", "and", "are", "at", "been", "but", "by", "can", "could", "did", "do",
    "does", "don't", "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "i'm",
    "if", "into", "is", "it", "it's", "its", "just", "me", "my", "not", "of", "on", "or", "our",
    "out", "she", "should", "so", "than", "that", "the", "their", "them", "then", "there", "they",
    "this", "to", "too", "was", "we", "were", "what", "when", "where", "which", "who", "why",
    "will", "with", "would", "you", "your",
];

const CONJUNCTIONS: &[&str] = &[
    "although", "because", "but", "hoewel", "maar", "omdat", "terwijl", "want", "whereas", "while",
    "zodat",
];

/// More than twice the number of words, and a power of two.
const SLOTS: usize = 512;
const EMPTY: u64 = 0;

/// A word of at most eight bytes as a number; nothing longer is in the lists.
const fn key(word: &[u8]) -> u64 {
    let mut key = 0;
    let mut i = 0;
    while i < word.len() {
        key = key << 8 | word[i] as u64;
        i += 1;
    }
    key
}

const fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 55) as usize % SLOTS
}

type Table = ([u64; SLOTS], [u8; SLOTS]);

const fn put(mut table: Table, words: &[&str], bit: u8) -> Table {
    let mut i = 0;
    while i < words.len() {
        assert!(words[i].len() <= 8);
        let key = key(words[i].as_bytes());
        let mut at = slot(key);
        while table.0[at] != EMPTY && table.0[at] != key {
            at = (at + 1) % SLOTS;
        }
        table.0[at] = key;
        table.1[at] |= bit;
        i += 1;
    }
    table
}

static TABLE: Table = {
    let table = ([EMPTY; SLOTS], [0; SLOTS]);
    put(
        put(put(table, NL, DUTCH), EN, ENGLISH),
        CONJUNCTIONS,
        CONJUNCTION,
    )
};

/// What is known of a folded word.
pub(crate) fn common(word: &str) -> u8 {
    if word.is_empty() || word.len() > 8 {
        return 0;
    }
    let key = key(word.as_bytes());
    let mut at = slot(key);
    while TABLE.0[at] != EMPTY {
        if TABLE.0[at] == key {
            return TABLE.1[at];
        }
        at = (at + 1) % SLOTS;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_and_others_are_not() {
        for (list, bit) in [(NL, DUTCH), (EN, ENGLISH), (CONJUNCTIONS, CONJUNCTION)] {
            assert!(list.iter().all(|w| common(w) & bit != 0));
        }
        assert_eq!(common("me"), DUTCH | ENGLISH);
        assert_eq!(common("maar"), DUTCH | CONJUNCTION);
        for word in ["", "kazerne", "vergunningen", "m", "meee"] {
            assert_eq!(common(word), 0, "{word:?}");
        }
    }
}
