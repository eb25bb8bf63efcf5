//! Points that belong to a word.
//!
//! For: telling "dhr. Jansen", "Stg. geheim" and "art. 5" from the end of a
//! sentence, in Dutch and English. Not for: what an abbreviation stands for;
//! lexicons hold both spellings where it matters.

/// When the point behind an abbreviation is no end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Point {
    /// Never: something must follow, such as a name.
    Open,
    /// The same, unless it is written in capitals: "HR", "de VS", "ING".
    Small,
    /// It may stand last: the sentence ends when a capital follows.
    Last,
    /// It is an everyday word too: only a number behind it tells.
    Numbered,
    /// Day or month: a number behind it, or one before it and no capital behind.
    Date,
}

use Point::{Date, Last, Numbered, Open, Small};

/// Abbreviations with one point, folded, in the order of the alphabet.
const LIST: &[(&str, Point)] = &[
    ("afb", Open),
    ("afd", Open),
    ("approx", Open),
    ("apr", Date),
    ("art", Numbered),
    ("aug", Date),
    ("bijl", Numbered),
    ("bijv", Open),
    ("blz", Open),
    ("bv", Last),
    ("ca", Open),
    ("capt", Open),
    ("cmd", Open),
    ("co", Last),
    ("col", Open),
    ("conf", Open),
    ("corp", Last),
    ("cpl", Open),
    ("dec", Date),
    ("dep", Open),
    ("dept", Open),
    ("dhr", Open),
    ("di", Date),
    ("div", Last),
    ("do", Date),
    ("dr", Open),
    ("drs", Open),
    ("ds", Open),
    ("enz", Last),
    ("etc", Last),
    ("evt", Open),
    ("excl", Open),
    ("fam", Open),
    ("feb", Date),
    ("fig", Numbered),
    ("gebr", Open),
    ("gem", Last),
    ("gen", Open),
    ("hfst", Numbered),
    ("hr", Small),
    ("inc", Last),
    ("incl", Open),
    ("ing", Small),
    ("ir", Open),
    ("jan", Date),
    ("jhr", Open),
    ("jl", Last),
    ("jr", Last),
    ("jul", Date),
    ("jun", Date),
    ("kol", Open),
    ("kpl", Open),
    ("lkol", Open),
    ("lt", Open),
    ("ltd", Last),
    ("ltkol", Open),
    ("ltz", Open),
    ("luit", Open),
    ("ma", Date),
    ("maj", Open),
    ("max", Last),
    ("mej", Open),
    ("mevr", Open),
    ("min", Last),
    ("mr", Open),
    ("mrs", Open),
    ("mrt", Date),
    ("ms", Small),
    ("mw", Open),
    ("no", Numbered),
    ("nov", Date),
    ("nr", Open),
    ("nrs", Open),
    ("oct", Date),
    ("okt", Date),
    ("ong", Open),
    ("p", Numbered),
    ("pag", Open),
    ("par", Numbered),
    ("plm", Open),
    ("pp", Numbered),
    ("prof", Open),
    ("resp", Open),
    ("sep", Date),
    ("sept", Date),
    ("sgt", Open),
    ("sr", Last),
    ("st", Open),
    ("stg", Open),
    ("tel", Numbered),
    ("vgl", Open),
    ("vr", Date),
    ("vs", Small),
    ("weth", Open),
    ("wo", Date),
    ("za", Date),
    ("zgn", Open),
    ("zo", Date),
];

/// Abbreviations with a point behind each letter that may stand last, without
/// their points. The others ("t.a.v.", "i.v.m.", "e.g.") never do.
const DOTTED_LAST: &[&str] = &[
    "am", "as", "aub", "ea", "eaa", "ed", "jl", "nvt", "oid", "pm", "pp", "svp", "zsm",
];

/// Particles between initials and a surname.
const PARTICLES: &[&str] = &[
    "al", "de", "den", "der", "el", "la", "le", "te", "ten", "ter", "van", "vd", "von",
];

/// How an abbreviation is written and what stands around its point.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around<'t> {
    /// It starts with a capital.
    pub(crate) upper: bool,
    /// It is written in capitals.
    pub(crate) shouted: bool,
    /// The token before the abbreviation is a number.
    pub(crate) after_number: bool,
    /// The token before the abbreviation is a name, an initial, a title, or absent.
    pub(crate) after_name: bool,
    /// A digit follows.
    pub(crate) digit: bool,
    /// A capital follows.
    pub(crate) capital: bool,
    /// The word that follows, folded.
    pub(crate) next: &'t str,
}

/// Whether the point behind the folded `word` belongs to it.
pub(crate) fn abbreviates(word: &str, around: Around) -> bool {
    let Ok(at) = LIST.binary_search_by_key(&word, |(w, _)| w) else {
        return is_initial(word, around);
    };
    match LIST[at].1 {
        Open => true,
        Small => !around.shouted,
        Last => !around.capital,
        Numbered => around.digit || is_initial(word, around),
        Date => around.digit || around.after_number && !around.capital,
    }
}

/// Whether a title stands here, so that a name follows: "dhr.", "mr.".
pub(crate) fn is_open(word: &str) -> bool {
    LIST.binary_search_by_key(&word, |(w, _)| w)
        .is_ok_and(|at| matches!(LIST[at].1, Open | Small))
}

/// "J. de Vries", "mevrouw K. Bakker", but not "plan B. Daarna", "op X. Daar"
/// or "so do I. Then".
fn is_initial(word: &str, around: Around) -> bool {
    let mut letters = word.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return false;
    };
    let listed = matches!(letter, 'a'..='d' | 'i' | 'x');
    around.upper
        && letter.is_alphabetic()
        && (around.capital || PARTICLES.contains(&around.next))
        && (around.after_name || !listed)
}

/// Whether the sentence ends behind a word with a point behind each letter.
pub(crate) fn dotted_ends(word: &str, capital_follows: bool) -> bool {
    capital_follows && DOTTED_LAST.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    fn sentences(text: &str) -> Vec<String> {
        let read = Text::new(text);
        read.sentences()
            .iter()
            .map(|s| {
                let tokens = &read.tokens()[s.start as usize..s.end as usize];
                let words: Vec<&str> = tokens.iter().map(|t| read.word(t)).collect();
                words.join(" ")
            })
            .collect()
    }

    fn one(text: &str) {
        assert_eq!(sentences(text).len(), 1, "{text}: {:?}", sentences(text));
    }

    fn two(text: &str) {
        assert_eq!(sentences(text).len(), 2, "{text}: {:?}", sentences(text));
    }

    #[test]
    fn the_list_is_in_order() {
        assert!(LIST.windows(2).all(|w| w[0].0 < w[1].0));
    }

    #[test]
    fn titles_and_ranks_belong_to_the_name_behind_them() {
        for title in [
            "dhr.",
            "Dhr.",
            "mevr.",
            "mw.",
            "ing.",
            "drs.",
            "dr.",
            "mr.",
            "prof. dr.",
            "ir.",
            "fam.",
            "ds.",
            "kol.",
            "sgt.",
            "Mr.",
            "Mrs.",
            "Ms.",
            "Dr.",
            "Capt.",
            "Lt.",
        ] {
            one(&format!("gisteren sprak {title} Jansen ons toe"));
        }
    }

    #[test]
    fn markings_keep_their_abbreviation() {
        one("Stg. geheim");
        one("Stg. Confidentieel stuk gekregen");
        one("Dep. Vertrouwelijk versie 0.9");
        one("staat conf. Bijlage 2 erop");
    }

    #[test]
    fn points_inside_a_sentence() {
        for short in [
            "t.a.v.", "i.v.m.", "o.a.", "m.b.t.", "d.m.v.", "n.a.v.", "e.g.", "i.e.", "bijv.",
            "resp.", "incl.", "ca.", "nr.", "vs.",
        ] {
            one(&format!("het gaat {short} Jansen niet goed"));
        }
        one("volgens art. 5 mag dat");
        one("bel tel. 070 of kom langs");
        one("dat was 3 jan. vorig jaar");
        one("kom vr. 12 maart langs");
        one("see no. 5 for that");
    }

    #[test]
    fn what_may_stand_last_ends_a_sentence_before_a_capital() {
        two("Koffie, thee, etc. Daarna naar huis");
        one("koffie, thee, etc. en daarna naar huis");
        two("Tot maandag a.s. Neem brood mee");
        one("maandag a.s. om tien uur");
        two("Graag z.s.m. Dank");
        two("Open till 5 p.m. Then we close");
        two("Dat duurt 5 min. Daarna mag je weg");
    }

    #[test]
    fn everyday_words_end_a_sentence() {
        two("I love modern art. Then again, who does not");
        two("Zo doe je dat dus zo. Morgen verder");
        two("Ik was gisteren bij Jan. Daarna naar huis");
        two("He said no. Fine");
        two("Dat telt niet in tel. Maar goed");
        two("We gingen naar de VS. Daar was het warm");
        two("Ik werk bij HR. Daar hoor je wat");
    }

    #[test]
    fn initials_belong_to_the_name() {
        one("gisteren sprak J. de Vries ons toe");
        one("mevrouw K. Bakker was er");
        one("Volgens dhr. A. Bakker kan het");
        one("Jan B. Smit was er ook");
        two("We gaan naar plan B. Daarna zien we wel");
        two("Dat las ik op X. Daar staat veel");
        two("So do I. Then we left");
    }
}
