//! Forms of Dutch nouns: plural and diminutives.
//!
//! An entry is `"bataljon, bataljons"` (singular and plurals) or only the
//! singular, when the regular plural is right. Where Dutch allows two plurals
//! both are made.

use super::spelling::{unstressed_end, vowel_groups, with_vowel_ending};

/// Plural and diminutive of words that follow no rule; compounds that end in
/// them too. An empty part follows the rule.
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("blad", "bladen", "blaadje"),
    ("bad", "baden", "badje"),
    ("bedrag", "bedragen", ""),
    ("bestel", "bestellen", ""),
    ("dag", "dagen", "dagje"),
    ("dak", "daken", "dakje"),
    ("datum", "data", ""),
    ("gebed", "gebeden", ""),
    ("gebod", "geboden", ""),
    ("gebrek", "gebreken", ""),
    ("gat", "gaten", "gaatje"),
    ("glas", "glazen", "glaasje"),
    ("god", "goden", ""),
    ("graf", "graven", "grafje"),
    ("jongen", "jongens", "jongetje"),
    ("kind", "kinderen", ""),
    ("koe", "koeien", ""),
    ("kruis", "kruisen", ""),
    ("lid", "leden", ""),
    ("model", "modellen", ""),
    ("oorlog", "oorlogen", ""),
    ("paleis", "paleizen", ""),
    ("pad", "paden", "paadje"),
    ("eis", "eisen", ""),
    ("paus", "pausen", ""),
    ("rebel", "rebellen", ""),
    ("saus", "sausen", ""),
    ("schip", "schepen", "scheepje"),
    ("slag", "slagen", ""),
    ("stad", "steden", ""),
    ("tabel", "tabellen", ""),
    ("vat", "vaten", "vaatje"),
    ("verbod", "verboden", ""),
    ("verlof", "verloven", ""),
    ("volk", "volken", ""),
    ("weg", "wegen", "weggetje"),
];

/// The row of [`IRREGULAR`] for a word, and what of the word stands before it.
fn irregular(word: &str) -> Option<(&str, &'static str, &'static str)> {
    IRREGULAR.iter().find_map(|(end, plural, small)| {
        let before = word.strip_suffix(end)?;
        // "onderzoek" ends in no "koe": a compound has a word before its head.
        let compound = before.chars().count() >= 3 && vowel_groups(before) > 0;
        (before.is_empty() || compound && end.len() > 2).then_some((before, *plural, *small))
    })
}

/// Singular and plurals of an entry, the singular first.
pub(crate) fn singular_and_plural(entry: &str) -> Vec<String> {
    let mut given = entry
        .split(',')
        .map(|s| s.trim().to_owned())
        .filter(|s| !s.is_empty());
    let Some(singular) = given.next() else {
        return Vec::new();
    };
    let mut plurals: Vec<String> = given.collect();
    if plurals.is_empty() {
        plurals = plural(&singular);
    }
    let mut out = vec![singular];
    out.extend(plurals);
    out
}

/// All forms of an entry, the singular first.
pub(crate) fn forms(entry: &str) -> Vec<String> {
    let mut out = singular_and_plural(entry);
    if let Some(small) = out.first().and_then(|singular| diminutive(singular)) {
        out.push(format!("{small}s"));
        out.push(small);
    }
    out
}

fn plural(word: &str) -> Vec<String> {
    let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e));
    if let Some((before, plural, _)) = irregular(word) {
        return vec![format!("{before}{plural}")];
    }
    if vowel_groups(word) == 0 {
        return vec![format!("{word}'s")];
    }
    if let Some(base) = word.strip_suffix("heid") {
        return vec![format!("{base}heden")];
    }
    if let Some(base) = word.strip_suffix("icus") {
        return vec![format!("{base}ici")];
    }
    if let Some(base) = word.strip_suffix("sis").filter(|b| vowel_groups(b) > 0) {
        return vec![format!("{base}ses"), format!("{word}sen")];
    }
    if let Some(base) = word.strip_suffix("um").filter(|b| vowel_groups(b) > 0) {
        return vec![format!("{word}s"), format!("{base}a")];
    }
    if let Some(base) = word
        .strip_suffix("graaf")
        .filter(|b| b.ends_with(['o', 'a', 'e']))
    {
        return vec![format!("{base}grafen")];
    }
    if ends(&["ij", "ei", "ui", "eeuw"]) {
        return vec![format!("{word}en")];
    }
    if ends(&["eau", "é", "oe"]) {
        return vec![format!("{word}s")];
    }
    if ends(&["a", "o", "u", "i", "y"]) {
        return vec![format!("{word}'s"), format!("{word}s")];
    }
    if ends(&["ie"]) {
        return vec![format!("{word}s"), format!("{word}ën"), format!("{word}n")];
    }
    if ends(&["ee"]) {
        return vec![format!("{word}ën"), format!("{word}s")];
    }
    if ends(&["e"]) {
        return vec![format!("{word}s"), format!("{word}n")];
    }
    if unstressed_end(word) {
        let s = format!("{word}s");
        return if word.ends_with("er") {
            vec![s]
        } else {
            vec![s, format!("{word}en")]
        };
    }
    if vowel_groups(word) > 1 && ends(&["or"]) && !ends(&["oor"]) {
        return vec![format!("{word}s"), format!("{word}en")];
    }
    if vowel_groups(word) > 1 && ends(&["erd", "aar", "aard", "ier", "eur", "oor"]) {
        return vec![format!("{word}s"), with_vowel_ending(word, "en")];
    }
    vec![with_vowel_ending(word, "en")]
}

/// The longest words that get a diminutive, in syllables: "groepje", but no
/// "verkeersveiligheidsregelaartje".
const LONGEST_SMALL: usize = 3;

/// The diminutive; none of long and abstract nouns.
fn diminutive(word: &str) -> Option<String> {
    let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e));
    if let Some((before, _, small)) = irregular(word).filter(|(_, _, small)| !small.is_empty()) {
        return Some(format!("{before}{small}"));
    }
    if ends(&["heid", "teit", "isme"]) || vowel_groups(word) > LONGEST_SMALL {
        return None;
    }
    if let Some(base) = word.strip_suffix("é") {
        return Some(format!("{base}eetje"));
    }
    if let Some(base) = word.strip_suffix("ing").filter(|b| vowel_groups(b) > 0) {
        // "rekeningetje" after an unstressed syllable, "woninkje" otherwise.
        let weak = unstressed_end(base) || base.ends_with('l') && !ends_in_vowel_and_l(base);
        return Some(if weak {
            format!("{word}etje")
        } else {
            format!("{base}inkje")
        });
    }
    let one_syllable = vowel_groups(word) == 1;
    if one_syllable && ends(&["ng"]) {
        return Some(format!("{word}etje"));
    }
    if ends(&[
        "aam", "oom", "uim", "iem", "eem", "lm", "rm", "em", "ijm", "eim", "uum",
    ]) || !one_syllable && ends(&["um", "om"])
    {
        return Some(format!("{word}pje"));
    }
    let letters: Vec<char> = word.chars().collect();
    let short = matches!(letters.as_slice(), [.., a, b, _] if is_short(*a, *b));
    if one_syllable && short && ends(&["l", "m", "n", "r", "g", "b"]) {
        return Some(format!("{word}{}etje", letters[letters.len() - 1]));
    }
    if ends(&["eau"]) {
        return Some(format!("{word}tje"));
    }
    if ends(&["y"]) {
        return Some(format!("{word}'tje"));
    }
    if ends(&["i"]) && !ends(&["ai", "ei", "oi", "ui"]) {
        return Some(format!("{word}etje"));
    }
    if ends(&["a", "o", "u"]) {
        return Some(format!("{word}{}tje", letters[letters.len() - 1]));
    }
    if ends(&["e", "i", "l", "n", "r", "w", "j"]) {
        return Some(format!("{word}tje"));
    }
    Some(format!("{word}je"))
}

fn is_short(before: char, vowel: char) -> bool {
    "aeiou".contains(vowel) && !"aeiou".contains(before)
}

fn ends_in_vowel_and_l(base: &str) -> bool {
    base.chars()
        .rev()
        .nth(1)
        .is_some_and(|c| "aeiou".contains(c))
}

#[cfg(test)]
mod tests {
    use super::{diminutive, forms, plural};

    #[test]
    fn plural_and_diminutive() {
        assert_eq!(
            forms("konvooi, konvooien"),
            ["konvooi", "konvooien", "konvooitjes", "konvooitje"]
        );
        assert_eq!(forms("collega")[1..3], ["collega's", "collegas"]);
        assert!(forms("schip, schepen, scheepje").contains(&"schepen".to_owned()));
    }

    #[test]
    fn plurals_that_authors_need_not_write() {
        let cases = [
            ("vergadering", "vergaderingen"),
            ("werkdag", "werkdagen"),
            ("raadslid", "raadsleden"),
            ("stem", "stemmen"),
            ("stelsel", "stelsels"),
            ("medewerker", "medewerkers"),
            ("ambtenaar", "ambtenaren"),
            ("probleem", "problemen"),
            ("systeem", "systemen"),
            ("fotograaf", "fotografen"),
            ("politicus", "politici"),
            ("crisis", "crises"),
            ("museum", "musea"),
            ("theorie", "theorieën"),
            ("idee", "ideeën"),
            ("koe", "koeien"),
            ("bureau", "bureaus"),
            ("professor", "professoren"),
            ("prijs", "prijzen"),
            ("eis", "eisen"),
            ("wolf", "wolven"),
            ("bestemmingsplan", "bestemmingsplannen"),
            ("pdf", "pdf's"),
            ("café", "cafés"),
        ];
        for (singular, expected) in cases {
            let all = plural(singular);
            assert!(all.contains(&expected.to_owned()), "{singular}: {all:?}");
        }
        assert_eq!(plural("medewerker"), ["medewerkers"]);
        assert_eq!(plural("stem"), ["stemmen"]);
    }

    #[test]
    fn diminutives_follow_the_sound() {
        let cases = [
            ("bom", "bommetje"),
            ("dag", "dagje"),
            ("weg", "weggetje"),
            ("ring", "ringetje"),
            ("gang", "gangetje"),
            ("woning", "woninkje"),
            ("rekening", "rekeningetje"),
            ("leerling", "leerlingetje"),
            ("film", "filmpje"),
            ("museum", "museumpje"),
            ("foto", "fotootje"),
            ("cadeau", "cadeautje"),
            ("taxi", "taxietje"),
            ("café", "cafeetje"),
            ("jongen", "jongetje"),
            ("brief", "briefje"),
            ("ambtenaar", "ambtenaartje"),
        ];
        for (word, small) in cases {
            assert_eq!(diminutive(word).as_deref(), Some(small));
        }
        assert_eq!(diminutive("eenheid"), None);
    }
}
