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
    let weak_end = matches!(&letters[n - 2..], ['e', 'l' | 'r' | 'n' | 'm']);
    let unstressed = n > 3 && (weak_end || stem.ends_with("ig"));
    if one_vowel && !unstressed && !matches!(last, 'w' | 'x' | 'h' | 'j') {
        return format!("{before}{last}{last}{ending}");
    }
    format!("{before}{soft}{ending}")
}

fn ends_in_liquid(letters: &[char]) -> bool {
    matches!(letters.last(), Some('l' | 'r'))
}

/// The stem of an infinitive: "werken" → "werk", "lopen" → "loop", "lekken" →
/// "lek", "schrijven" → "schrijf".
pub(super) fn stem(infinitive: &str) -> String {
    if infinitive.ends_with("ien")
        || infinitive.ends_with("oen")
        || infinitive.ends_with("aan")
        || infinitive.ends_with("ieen")
    {
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
    if n < 2 {
        return base.to_owned();
    }
    let (last, previous) = (letters[n - 1], letters[n - 2]);
    if last == previous && !is_vowel(last) {
        return letters[..n - 1].iter().collect();
    }
    let mut out = letters.clone();
    if is_vowel(previous) {
        let single = n < 3
            || !is_vowel(letters[n - 3])
            || (letters[n - 3] == 'u' && n > 3 && letters[n - 4] == 'q');
        let unstressed = previous == 'e'
            && n > 3
            && matches!(last, 'l' | 'r' | 'n' | 'm')
            && letters[..n - 2].iter().any(|c| is_vowel(*c));
        let ij = previous == 'j';
        let ig = previous == 'i' && last == 'g' && n > 3;
        if single && !unstressed && !ij && !ig && !matches!(last, 'w') {
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
        ];
        for (infinitive, stem_) in cases {
            assert_eq!(stem(infinitive), stem_);
        }
    }
}
