//! Forms of English nouns, verbs and adjectives.
//!
//! Irregular forms stand behind the word, in brackets or behind a comma:
//! `"woman (women)"`, `"leave (left)"`, `"good (better, best)"`.

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

/// Verbs of more syllables that double their last consonant, by their endings.
const DOUBLING: &[&str] = &[
    "admit", "commit", "permit", "submit", "emit", "omit", "refer", "prefer", "defer", "infer",
    "transfer", "occur", "regret", "compel", "expel", "rebel", "begin", "equip", "forget",
    "control", "patrol",
];

/// The word and the irregular forms given with it.
fn split(entry: &str) -> (&str, Vec<String>) {
    let at = entry.find(['(', ',']).unwrap_or(entry.len());
    let forms = entry[at..]
        .split([',', '(', ')'])
        .map(|s| s.trim().to_owned())
        .filter(|s| !s.is_empty());
    (entry[..at].trim(), forms.collect())
}

fn plural(word: &str) -> String {
    let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e));
    if ends(&["s", "x", "z", "ch", "sh"])
        || matches!(word, "go" | "do" | "hero" | "potato" | "veto")
    {
        return format!("{word}es");
    }
    match word.strip_suffix('y') {
        Some(base) if !base.ends_with(is_vowel) => format!("{base}ies"),
        _ => format!("{word}s"),
    }
}

/// Number of groups of vowels.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| is_vowel(c) || c == 'y';
    let mut before = false;
    word.chars()
        .filter(|&c| {
            let starts = vowel(c) && !before;
            before = vowel(c);
            starts
        })
        .count()
}

/// Stems before an ending that starts with a vowel: "stop" → "stopp"; two
/// where British and American spelling differ.
fn stems(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let short = matches!(letters.as_slice(), [.., a, b, c]
        if !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c) && !matches!(c, 'w' | 'x' | 'y'))
        || word.ends_with("quip");
    let doubled = format!("{word}{}", letters.last().copied().unwrap_or_default());
    if short && (syllables(word) == 1 || DOUBLING.iter().any(|d| word.ends_with(d))) {
        return vec![doubled];
    }
    if short && word.ends_with('l') {
        return vec![doubled, word.to_owned()];
    }
    vec![word.to_owned()]
}

/// Singular, plural and possessive; irregular plurals behind it.
pub(crate) fn noun(entry: &str) -> Vec<String> {
    let (singular, mut plurals) = split(entry);
    if singular.is_empty() {
        return Vec::new();
    }
    if plurals.is_empty() {
        plurals.push(plural(singular));
    }
    let mut out = vec![singular.to_owned(), format!("{singular}'s")];
    out.extend(plurals);
    out
}

/// `"ship"` or, irregular, `"leave (left)"`.
pub(crate) fn verb(entry: &str) -> Vec<String> {
    let (base, irregular) = split(entry);
    let ing: Vec<String> = match base.strip_suffix("ie") {
        Some(root) => vec![format!("{root}ying")],
        None if base.ends_with(['e']) && !base.ends_with("ee") && base.len() > 2 => {
            vec![format!("{}ing", &base[..base.len() - 1])]
        }
        None if base.ends_with(is_vowel) => vec![format!("{base}ing")],
        None if base.ends_with('c') => vec![format!("{base}king")],
        None => stems(base).iter().map(|s| format!("{s}ing")).collect(),
    };
    let mut out = match base {
        "be" => ["be", "am", "are", "is", "was", "were", "been"]
            .map(str::to_owned)
            .to_vec(),
        "have" => ["have", "has", "had"].map(str::to_owned).to_vec(),
        _ => vec![base.to_owned(), plural(base)],
    };
    out.extend(ing);
    if matches!(base, "be" | "have") {
        return out;
    }
    if !irregular.is_empty() {
        out.extend(irregular);
        return out;
    }
    match base.strip_suffix('y') {
        Some(root) if !root.ends_with(is_vowel) => out.push(format!("{root}ied")),
        _ if base.ends_with('e') => out.push(format!("{base}d")),
        _ if base.ends_with('c') => out.push(format!("{base}ked")),
        _ => out.extend(stems(base).iter().map(|s| format!("{s}ed"))),
    }
    out
}

/// Plain, comparative, superlative.
pub(crate) fn adjective(entry: &str) -> Vec<String> {
    let (base, given) = split(entry);
    if !given.is_empty() {
        return std::iter::once(base.to_owned()).chain(given).collect();
    }
    if syllables(base) > 2 || base.ends_with("less") || base.ends_with("ful") {
        return vec![base.to_owned()];
    }
    let stem = match base.strip_suffix('y') {
        Some(root) if !root.ends_with(is_vowel) => format!("{root}i"),
        _ if base.ends_with('e') => base[..base.len() - 1].to_owned(),
        _ => stems(base).swap_remove(0),
    };
    vec![base.to_owned(), format!("{stem}er"), format!("{stem}est")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns() {
        assert_eq!(noun("embassy"), ["embassy", "embassy's", "embassies"]);
        assert_eq!(noun("woman (women)"), ["woman", "woman's", "women"]);
        assert_eq!(noun("wolf, wolves"), ["wolf", "wolf's", "wolves"]);
    }

    #[test]
    fn verbs() {
        let cases: &[(&str, &[&str])] = &[
            ("leave (left)", &["leave", "leaves", "leaving", "left"]),
            ("deploy", &["deploy", "deploys", "deploying", "deployed"]),
            ("plan", &["plan", "plans", "planning", "planned"]),
            ("offer", &["offer", "offers", "offering", "offered"]),
            ("visit", &["visit", "visits", "visiting", "visited"]),
            ("admit", &["admit", "admits", "admitting", "admitted"]),
            ("agree", &["agree", "agrees", "agreeing", "agreed"]),
            ("lie (lied)", &["lie", "lies", "lying", "lied"]),
            ("deny", &["deny", "denies", "denying", "denied"]),
            ("go (went, gone)", &["go", "goes", "going", "went", "gone"]),
            ("have", &["have", "has", "had", "having"]),
        ];
        for (entry, forms) in cases {
            assert_eq!(&verb(entry), forms, "{entry}");
        }
        assert!(verb("cancel").contains(&"cancelled".to_owned()));
        assert!(verb("cancel").contains(&"canceled".to_owned()));
    }

    #[test]
    fn adjectives() {
        assert_eq!(adjective("lazy"), ["lazy", "lazier", "laziest"]);
        assert_eq!(adjective("big"), ["big", "bigger", "biggest"]);
        assert_eq!(adjective("good (better, best)"), ["good", "better", "best"]);
        assert_eq!(adjective("useless"), ["useless"]);
    }
}
