//! Forms of Dutch nouns: plural and diminutives.
//!
//! An entry is `"bataljon, bataljons"` (singular and plurals) or only the
//! singular, when the regular plural is right.

use super::spelling::with_vowel_ending;

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
    if let Some(singular) = out.first() {
        let small = diminutive(singular);
        out.push(format!("{small}s"));
        out.push(small);
    }
    out
}

fn plural(word: &str) -> Vec<String> {
    let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e));
    if let Some(base) = word.strip_suffix("heid") {
        return vec![format!("{base}heden")];
    }
    if ends(&["ij", "ei", "ui", "eeuw"]) {
        return vec![format!("{word}en")];
    }
    if ends(&["a", "o", "u", "i", "y"]) {
        return vec![format!("{word}'s"), format!("{word}s")];
    }
    if ends(&["ie", "ee", "eau"]) {
        return vec![format!("{word}s"), format!("{word}n")];
    }
    if ends(&["e"]) {
        return vec![format!("{word}s"), format!("{word}n")];
    }
    if word.len() > 3
        && ends(&[
            "el", "em", "en", "er", "erd", "aar", "aard", "ier", "eur", "oor",
        ])
    {
        return vec![format!("{word}s"), with_vowel_ending(word, "en")];
    }
    vec![with_vowel_ending(word, "en")]
}

fn diminutive(word: &str) -> String {
    let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e));
    if ends(&["ing"]) && word.len() > 4 {
        return if ends(&["ling", "ring"]) {
            format!("{word}etje")
        } else {
            format!("{}kje", &word[..word.len() - 1])
        };
    }
    if ends(&["aam", "oom", "uim", "iem", "eem", "lm", "rm", "em", "ijm"]) {
        return format!("{word}pje");
    }
    let short = |c: &str| {
        let letters: Vec<char> = word.chars().collect();
        let n = letters.len();
        n >= 3
            && word.ends_with(c)
            && "aeiou".contains(letters[n - 2])
            && !"aeiou".contains(letters[n - 3])
    };
    let one_syllable = word.chars().filter(|c| "aeiou".contains(*c)).count() == 1;
    if one_syllable && ["l", "m", "n", "r", "g", "b"].iter().any(|c| short(c)) {
        let last = &word[word.len() - 1..];
        return format!("{word}{last}etje");
    }
    if ends(&["a", "o", "u"]) {
        let last = &word[word.len() - 1..];
        return format!("{word}{last}tje");
    }
    if ends(&["e", "i", "y", "l", "n", "r", "w", "j"]) {
        return format!("{word}tje");
    }
    format!("{word}je")
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn plural_and_diminutive() {
        assert_eq!(
            forms("konvooi, konvooien"),
            ["konvooi", "konvooien", "konvooitjes", "konvooitje"]
        );
        assert_eq!(forms("collega")[1..3], ["collega's", "collegas"]);
        assert!(forms("vergadering").contains(&"vergaderingen".to_owned()));
        assert!(forms("schip, schepen, scheepje").contains(&"schepen".to_owned()));
        assert!(forms("bom").contains(&"bommetje".to_owned()));
    }
}
