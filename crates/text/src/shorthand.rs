//! How words are shortened on social media, and what is meant.
//!
//! For: finding "mn" where a lexicon says "mijn". Not for: spelling mistakes in
//! general.

use std::borrow::Cow;

/// What is meant and how it is typed.
pub const SHORTHAND: &[(&str, &[&str])] = &[
    ("mijn", &["m'n", "mn"]),
    ("zijn", &["z'n", "zn"]),
    ("een", &["n"]),
    ("het", &["t"]),
    ("ik", &["k"]),
    ("wij", &["we"]),
    ("jij", &["je", "jy"]),
    ("zij", &["ze"]),
    ("niet", &["nie", "nt", "ni"]),
    ("even", &["ff", "effe", "effen", "efkes"]),
    ("dat", &["da"]),
    ("wat", &["wa"]),
    ("gewoon", &["gwn", "gewn"]),
    ("morgen", &["mrgn", "morge", "mrgen"]),
    ("vandaag", &["vndg", "vndaag"]),
    ("vanavond", &["vnvnd", "vnavond"]),
    ("inderdaad", &["idd"]),
    ("misschien", &["mss", "mischien"]),
    ("mensen", &["mense"]),
    ("eigenlijk", &["eig", "eigelijk"]),
    ("collega", &["colega"]),
    ("because", &["bc", "cuz"]),
    ("people", &["ppl"]),
    ("tomorrow", &["tmrw", "tmw"]),
    ("tonight", &["tonite"]),
    ("going to", &["gonna"]),
    ("want to", &["wanna"]),
];

/// The one spelling under which a word stands in a phrase: shorthand written
/// out, apostrophes left out.
pub fn canonical(word: &str) -> Cow<'_, str> {
    let meant = match word {
        "m'n" | "mn" => "mijn",
        "z'n" | "zn" => "zijn",
        "n" => "een",
        "t" => "het",
        "k" => "ik",
        "we" => "wij",
        "je" | "jy" => "jij",
        "ze" => "zij",
        "nie" | "nt" | "ni" => "niet",
        "ff" | "effe" | "effen" | "efkes" => "even",
        "da" => "dat",
        "wa" => "wat",
        "gwn" | "gewn" => "gewoon",
        "idd" => "inderdaad",
        "mrgn" | "morge" => "morgen",
        "vndg" => "vandaag",
        _ if word.contains('\'') => return Cow::Owned(word.replace('\'', "")),
        _ => word,
    };
    Cow::Borrowed(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_out_is_shorthand_for_it() {
        for word in ["mn", "we", "ff", "mrgn", "t"] {
            let meant = canonical(word);
            assert!(
                SHORTHAND
                    .iter()
                    .any(|(m, typed)| *m == meant && typed.contains(&word)),
                "{word}"
            );
        }
        assert_eq!(canonical("don't"), "dont");
    }
}
