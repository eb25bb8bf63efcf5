//! Dutch spelling when an ending is added: open and closed syllables, and the
//! consonants that soften.
//!
//! For: "bom" + en = "bommen", "raam" + en = "ramen", "brief" + en =
//! "brieven". Not for: which ending a word takes.

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Adds an ending that starts with a vowel ("en", "e", "er") to a stem.
pub(super) fn with_vowel_ending(stem: &str, ending: &str) -> String {
    let letters: Vec<char> = stem.chars().collect();
    let n = letters.len();
    if n < 2 || is_vowel(letters[n - 1]) {
        return format!("{stem}{ending}");
    }
    let last = letters[n - 1];
    let vowels = letters[..n - 1]
        .iter()
        .rev()
        .take_while(|c| is_vowel(**c))
        .count();
    let before: String = letters[..n - 1].iter().collect();
    let doubled = vowels == 2 && letters[n - 2] == letters[n - 3] && letters[n - 2] != 'i';
    let diphthong = vowels >= 2 && !doubled || before.ends_with("ij");
    let long = doubled || diphthong;
    let soft = match last {
        'f' if long || ends_in_liquid(&letters[..n - 1]) => 'v',
        's' if long => 'z',
        _ => last,
    };
    if doubled {
        let open: String = letters[..n - 2].iter().collect();
        return format!("{open}{soft}{ending}");
    }
    let one_vowel = vowels == 1 && !before.ends_with("ij");
    let unstressed = unstressed_end(stem) || n > 3 && stem.ends_with("ig");
    if one_vowel && !unstressed && !matches!(last, 'w' | 'x' | 'h' | 'j') {
        return format!("{before}{last}{last}{ending}");
    }
    format!("{before}{soft}{ending}")
}

/// Number of groups of vowels, which is that of syllables or close to it.
pub(super) fn vowel_groups(word: &str) -> usize {
    let folded = bezint_text::fold(word);
    let mut before = false;
    folded
        .chars()
        .filter(|&c| {
            let starts = is_vowel(c) && !before;
            before = is_vowel(c);
            starts
        })
        .count()
}

/// Whether a word of more than one syllable ends in "el", "em", "en" or "er"
/// behind a consonant, which then has no stress: "wapen", not "stem".
pub(super) fn unstressed_end(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), [.., before, 'e', 'l' | 'm' | 'n' | 'r'] if !is_vowel(*before))
        && vowel_groups(word) > 1
}

fn ends_in_liquid(letters: &[char]) -> bool {
    matches!(letters.last(), Some('l' | 'r'))
}

/// Endings of infinitives in "-eren" without stress on it: "weigeren" has the
/// stem "weiger", "controleren" has "controleer".
const UNSTRESSED: &[&str] = &[
    "aderen",
    "aggeren",
    "akkeren",
    "ameren",
    "ammeren",
    "anderen",
    "ankeren",
    "anteren",
    "apperen",
    "atteren",
    "averen",
    "badderen",
    "bberen",
    "bekeren",
    "beteren",
    "broederen",
    "chteren",
    "computeren",
    "dderen",
    "dokteren",
    "donderen",
    "donkeren",
    "eieren",
    "eigeren",
    "eisteren",
    "elderen",
    "emmeren",
    "enteren",
    "erderen",
    "everen",
    "filteren",
    "flikkeren",
    "folteren",
    "ggeren",
    "haperen",
    "hongeren",
    "hunkeren",
    "iederen",
    "ijderen",
    "ijferen",
    "ijveren",
    "ikkeren",
    "ilderen",
    "inderen",
    "ingeren",
    "inneren",
    "interen",
    "ipperen",
    "itteren",
    "jammeren",
    "kameren",
    "kelderen",
    "kenteren",
    "kieren",
    "kleineren",
    "klonteren",
    "koesteren",
    "kopperen",
    "kruideren",
    "lasteren",
    "leuteren",
    "lieteren",
    "lisperen",
    "louteren",
    "luieren",
    "lveren",
    "maskeren",
    "mekkeren",
    "mijmeren",
    "monsteren",
    "nesteren",
    "nummeren",
    "oederen",
    "oeteren",
    "offeren",
    "okkeren",
    "olderen",
    "ommeren",
    "onderen",
    "opperen",
    "oorderen",
    "orderen",
    "otteren",
    "ouderen",
    "overen",
    "pantseren",
    "peperen",
    "piekeren",
    "pokeren",
    "rasteren",
    "roosteren",
    "schakeren",
    "schateren",
    "schemeren",
    "schilferen",
    "sluimeren",
    "snateren",
    "soberen",
    "stotteren",
    "suikeren",
    "supporteren",
    "temperen",
    "teuteren",
    "toveren",
    "treiteren",
    "tureluren",
    "twitteren",
    "uideren",
    "uisteren",
    "uiteren",
    "uiveren",
    "ulderen",
    "ureren",
    "utteren",
    "vieren",
    "vorderen",
    "wateren",
    "winteren",
    "zekeren",
    "zuiveren",
];
/// Endings that are like those and have the stress all the same.
const STRESSED: &[&str] = &[
    "alarmeren",
    "blokkeren",
    "charmeren",
    "commanderen",
    "debatteren",
    "degraderen",
    "etiketteren",
    "expanderen",
    "flankeren",
    "flatteren",
    "formatteren",
    "frapperen",
    "funderen",
    "garanderen",
    "graderen",
    "groeperen",
    "halveren",
    "innoveren",
    "kanteren",
    "lamenteren",
    "mankeren",
    "matteren",
    "mitteren",
    "menteren",
    "noveren",
    "paraderen",
    "programmeren",
    "presenteren",
    "promoveren",
    "reclameren",
    "renteren",
    "senteren",
    "sommeren",
    "stofferen",
    "barricaderen",
    "accorderen",
    "renoveren",
    "interpreteren",
    "oriënteren",
    "inventeren",
    "patenteren",
    "ankteren",
    "frequenteren",
    "plomberen",
    "bivakkeren",
    "uitteren",
    "printeren",
    "arresteren",
    "investeren",
    "protesteren",
    "manifesteren",
    "testeren",
    "ageren",
    "centeren",
    "tureren",
    "gureren",
    "cureren",
    "jureren",
    "pureren",
    "sureren",
];

/// Verbs in "-elen", "-enen" and "-emen" are mostly without stress on it
/// ("regelen"); these roots have it.
const LONG: &[&str] = &[
    "bevelen", "delen", "helen", "kwelen", "lenen", "menen", "nemen", "pelen", "schelen", "spelen",
    "stelen", "stenen", "strelen", "telen", "vervelen", "wenen",
];
/// What may stand before such a root.
const BEFORE_LONG: &[&str] = &[
    "", "aan", "af", "be", "bena", "beoor", "bevoor", "bij", "door", "her", "in", "mede", "mee",
    "na", "onder", "onderver", "ont", "oor", "op", "over", "rond", "samen", "toe", "tegen", "uit",
    "ver", "veroor", "voor", "voort", "zin",
];

fn is_long(infinitive: &str) -> bool {
    LONG.iter().any(|root| {
        infinitive
            .strip_suffix(root)
            .is_some_and(|before| BEFORE_LONG.contains(&before))
    })
}

/// The stem of an infinitive: "werken" → "werk", "lopen" → "loop", "lekken" →
/// "lek", "schrijven" → "schrijf".
pub(super) fn stem(infinitive: &str) -> String {
    if let Some(base) = infinitive.strip_suffix("ën") {
        return base.to_owned();
    }
    if let Some(base) = infinitive.strip_suffix("ëren") {
        return format!("{base}eer");
    }
    let letters: Vec<char> = infinitive.chars().collect();
    if let [before, last, 'e', 'n'] = &letters[letters.len().saturating_sub(4)..]
        && (matches!(last, 'o') || *last == 'i' && !is_vowel(*before))
    {
        return infinitive[..infinitive.len() - 1].to_owned();
    }
    if infinitive.ends_with("aan") {
        return infinitive[..infinitive.len() - 1].to_owned();
    }
    let Some(base) = infinitive.strip_suffix("en") else {
        return infinitive
            .strip_suffix('n')
            .unwrap_or(infinitive)
            .to_owned();
    };
    let letters: Vec<char> = base.chars().collect();
    let n = letters.len();
    if n < 2 || is_vowel(letters[n - 1]) {
        return base.to_owned();
    }
    let (last, previous) = (letters[n - 1], letters[n - 2]);
    if last == previous {
        return letters[..n - 1].iter().collect();
    }
    let mut out = letters.clone();
    if is_vowel(previous) {
        let single = n < 3
            || !is_vowel(letters[n - 3])
            || (letters[n - 3] == 'u' && n > 3 && letters[n - 4] == 'q');
        let ends = |list: &[&str]| list.iter().any(|e| infinitive.ends_with(e));
        let earlier = letters[..n - 2].iter().any(|c| is_vowel(*c));
        let unstressed = previous == 'e'
            && earlier
            && match last {
                'r' => ends(UNSTRESSED) && !ends(STRESSED),
                'l' | 'n' | 'm' => !is_long(infinitive),
                _ => false,
            };
        let ij = previous == 'j';
        let ig = previous == 'i' && last == 'g' && n > 3;
        if single && !unstressed && !ij && !ig && !matches!(last, 'w' | 'x') {
            out.insert(n - 1, previous);
        }
    }
    let end = out.len() - 1;
    out[end] = match out[end] {
        'v' => 'f',
        'z' => 's',
        c => c,
    };
    out.iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_follow_open_and_closed_syllables() {
        let cases = [
            ("bom", "bommen"),
            ("raam", "ramen"),
            ("brief", "brieven"),
            ("huis", "huizen"),
            ("wapen", "wapenen"),
            ("schip", "schippen"),
            ("golf", "golven"),
            ("lek", "lekken"),
            ("bataljon", "bataljonnen"),
            ("geheim", "geheimen"),
            ("nieuw", "nieuwen"),
            ("vijf", "vijven"),
            ("stem", "stemmen"),
            ("snel", "snellen"),
        ];
        for (stem, whole) in cases {
            assert_eq!(with_vowel_ending(stem, "en"), whole);
        }
    }

    #[test]
    fn stems_of_infinitives() {
        let cases = [
            ("werken", "werk"),
            ("lopen", "loop"),
            ("lekken", "lek"),
            ("schrijven", "schrijf"),
            ("reizen", "reis"),
            ("leveren", "lever"),
            ("delen", "deel"),
            ("gaan", "gaa"),
            ("zien", "zie"),
            ("doen", "doe"),
            ("beloven", "beloof"),
            ("regelen", "regel"),
            ("weigeren", "weiger"),
            ("vestigen", "vestig"),
            ("controleren", "controleer"),
            ("adverteren", "adverteer"),
            ("verbeteren", "verbeter"),
            ("beheren", "beheer"),
            ("keren", "keer"),
            ("verlenen", "verleen"),
            ("beoordelen", "beoordeel"),
            ("onderhandelen", "onderhandel"),
            ("gooien", "gooi"),
            ("skiën", "ski"),
            ("discussiëren", "discussieer"),
        ];
        for (infinitive, stem_) in cases {
            assert_eq!(stem(infinitive), stem_);
        }
    }
}
