//! From a lexicon entry to every spelling it stands for.
//!
//! For: word forms, separable verbs, tweet spelling and masking. Not for:
//! giving the spellings numbers; that is the compiler's business.

use std::collections::HashSet;

use crate::inflect;
use crate::model::Lexicon;
use crate::pattern::words;

/// Language a spelling is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Any sentence.
    Any,
    /// Dutch sentences.
    Nl,
    /// English sentences.
    En,
}

/// Where a spelling comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Made {
    /// The author wrote it.
    Written,
    /// It is a form of a word that the author wrote.
    Inflected,
    /// It is how such a word is typed: shorthand, no apostrophe, two words as
    /// one, masked letters.
    Typed,
}

/// One spelling of a class.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Form {
    /// A word, or a phrase in the pattern notation.
    pub spelling: String,
    /// Language it is bound to.
    pub lang: Bound,
    /// The class stands only on the first word of the phrase.
    pub first_only: bool,
    /// Where it comes from.
    pub made: Made,
}

/// Contractions that are another word without their apostrophe.
const NOT_BARE: &[&str] = &[
    "we're", "we'll", "i'll", "she'll", "he'll", "i'd", "we'd", "she'd", "it's", "can't", "won't",
    "who're", "z'n", "m'n", "d'r",
];

/// The spellings a word is also typed in.
pub fn variants(word: &str) -> Vec<String> {
    let mut out: Vec<String> = bezint_text::SHORTHAND
        .iter()
        .filter(|(meant, _)| *meant == word)
        .flat_map(|(_, typed)| typed.iter().map(|t| (*t).to_owned()))
        .collect();
    if word.contains('\'') && word.len() > 3 && !NOT_BARE.contains(&word) {
        out.push(word.replace('\'', ""));
    }
    out
}

/// "kut" → "k*t", "k**": vowels or all but the first letter as stars.
fn masked(word: &str) -> Vec<String> {
    let vowels: String = word
        .chars()
        .enumerate()
        .map(|(i, c)| if i > 0 && "aeiou".contains(c) { '*' } else { c })
        .collect();
    let first = word.find(|c: char| "aeiou".contains(c)).filter(|i| *i > 0);
    let one = first.map(|i| format!("{}*{}", &word[..i], &word[i + 1..]));
    let mut out = vec![vowels];
    out.extend(one);
    out.retain(|m| m.contains('*') && !m.ends_with('*'));
    out
}

/// All spellings of a lexicon's own entries, in the order written.
pub fn forms(lexicon: &Lexicon) -> Vec<Form> {
    let bound = match lexicon.lang.as_deref() {
        Some("nl") => Bound::Nl,
        Some("en") => Bound::En,
        _ => Bound::Any,
    };
    let nl = if bound == Bound::Any {
        Bound::Any
    } else {
        bound
    };
    let mut out: Vec<Form> = Vec::new();
    let mut put = |spelling: String, lang: Bound, first_only: bool, made: Made| {
        out.push(Form {
            spelling,
            lang,
            first_only,
            made,
        });
    };
    for entry in &lexicon.word {
        put(entry.clone(), bound, false, Made::Written);
        if lexicon.joined {
            let one = joined(entry).into_iter();
            one.for_each(|j| put(j, bound, false, Made::Typed));
        }
    }
    let mut add = |spelling: String, lang: Bound, first_only: bool| {
        put(spelling, lang, first_only, Made::Inflected);
    };
    for entry in &lexicon.noun {
        inflect::noun(entry)
            .into_iter()
            .for_each(|f| add(f, nl, false));
    }
    for entry in &lexicon.adj {
        inflect::adjective(entry)
            .into_iter()
            .for_each(|f| add(f, nl, false));
    }
    for entry in &lexicon.verb {
        let verb = inflect::verb(entry);
        verb.words.into_iter().for_each(|f| add(f, nl, false));
        if let Some(particle) = verb.particle {
            for finite in &verb.finite {
                add(format!("{finite} ..8 {particle}"), nl, true);
            }
            add(format!("{particle} te {}", verb.bare), nl, false);
        }
    }
    let en = if bound == Bound::Any {
        Bound::En
    } else {
        bound
    };
    for entry in &lexicon.noun_en {
        inflect::english::noun(entry)
            .into_iter()
            .for_each(|f| add(f, en, false));
    }
    for entry in &lexicon.adj_en {
        inflect::english::adjective(entry)
            .into_iter()
            .for_each(|f| add(f, en, false));
    }
    for entry in &lexicon.verb_en {
        inflect::english::verb(entry)
            .into_iter()
            .for_each(|f| add(f, en, false));
    }
    let plain: Vec<Form> = out.clone();
    for form in plain.iter().filter(|f| !f.spelling.contains(' ')) {
        let word = bezint_text::fold(&form.spelling);
        let mut also = variants(&word);
        if lexicon.masked {
            also.extend(masked(&word));
        }
        out.extend(also.into_iter().map(|spelling| Form {
            spelling,
            made: Made::Typed,
            ..form.clone()
        }));
    }
    let not: HashSet<String> = lexicon.not.iter().map(|n| bezint_text::fold(n)).collect();
    out.retain(|f| !not.contains(&bezint_text::fold(&f.spelling)));
    let mut seen = HashSet::new();
    out.retain(|f| seen.insert((f.spelling.clone(), f.lang, f.first_only)));
    out
}

/// "social media" → "socialmedia", for two content words.
fn joined(entry: &str) -> Option<String> {
    let plain = entry
        .chars()
        .all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let words = words(entry);
    let content = |w: &String| w.len() >= 4 && !bezint_text::is_function_word(w);
    (plain && words.len() == 2 && words.iter().all(content)).then(|| words.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(lexicon: &Lexicon) -> Vec<String> {
        forms(lexicon).into_iter().map(|f| f.spelling).collect()
    }

    #[test]
    fn separable_verbs_stand_joined_and_apart() {
        let lexicon = Lexicon {
            verb: vec!["toe|zeggen (zei, zeiden, gezegd)".into()],
            ..Lexicon::default()
        };
        let all = spellings(&lexicon);
        for form in ["toegezegd", "zegt ..8 toe", "toe te zeggen", "toezeggen"] {
            assert!(all.contains(&form.to_owned()), "{form} not in {all:?}");
        }
    }

    #[test]
    fn tweet_spelling_masking_and_joined_words() {
        let lexicon = Lexicon {
            word: vec!["mijn".into(), "social media".into(), "don't".into()],
            joined: true,
            ..Lexicon::default()
        };
        let all = spellings(&lexicon);
        for form in ["mn", "socialmedia", "dont"] {
            assert!(all.contains(&form.to_owned()), "{form} not in {all:?}");
        }
        let insult = Lexicon {
            noun: vec!["sukkel".into()],
            masked: true,
            ..Lexicon::default()
        };
        assert!(spellings(&insult).contains(&"s*kk*l".to_owned()));
    }
}
