//! Forms of English nouns, verbs and adjectives.

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

fn plural(word: &str) -> String {
    let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e));
    if ends(&["s", "x", "z", "ch", "sh"]) {
        return format!("{word}es");
    }
    match word.strip_suffix('y') {
        Some(base) if !base.ends_with(is_vowel) => format!("{base}ies"),
        _ => format!("{word}s"),
    }
}

/// Singular, plural and possessive; irregular plurals behind a comma.
pub(crate) fn noun(entry: &str) -> Vec<String> {
    let mut given = entry
        .split(',')
        .map(|s| s.trim().to_owned())
        .filter(|s| !s.is_empty());
    let Some(singular) = given.next() else {
        return Vec::new();
    };
    let mut plurals: Vec<String> = given.collect();
    if plurals.is_empty() {
        plurals.push(plural(&singular));
    }
    let mut out = vec![singular.clone(), format!("{singular}'s")];
    out.extend(plurals);
    out
}

/// `"ship"` or, irregular, `"leave (left, left)"`.
pub(crate) fn verb(entry: &str) -> Vec<String> {
    let (base, irregular) = match entry.split_once('(') {
        Some((a, b)) => (
            a.trim(),
            b.trim_end_matches([')', ' '])
                .split(',')
                .map(|s| s.trim().to_owned())
                .collect(),
        ),
        None => (entry.trim(), Vec::new()),
    };
    let letters: Vec<char> = base.chars().collect();
    let n = letters.len();
    let doubles = (3..=5).contains(&n)
        && !is_vowel(letters[n - 1])
        && is_vowel(letters[n - 2])
        && !is_vowel(letters[n - 3])
        && !matches!(letters[n - 1], 'w' | 'x' | 'y');
    let stem = if doubles {
        format!("{base}{}", letters[n - 1])
    } else {
        base.trim_end_matches('e').to_owned()
    };
    let ing = if base.ends_with("ee") {
        format!("{base}ing")
    } else {
        format!("{stem}ing")
    };
    let mut out = vec![base.to_owned(), plural(base), ing];
    if irregular.is_empty() {
        out.push(match base.strip_suffix('y') {
            Some(root) if !root.ends_with(is_vowel) => format!("{root}ied"),
            _ => format!("{stem}ed"),
        });
    } else {
        out.extend(irregular);
    }
    out
}

/// Plain, comparative, superlative.
pub(crate) fn adjective(entry: &str) -> Vec<String> {
    let base = entry.trim();
    let stem = base.trim_end_matches('e');
    let stem = stem
        .strip_suffix('y')
        .map_or(stem.to_owned(), |s| format!("{s}i"));
    vec![base.to_owned(), format!("{stem}er"), format!("{stem}est")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_and_irregular() {
        assert_eq!(verb("leave (left)"), ["leave", "leaves", "leaving", "left"]);
        assert_eq!(
            verb("deploy"),
            ["deploy", "deploys", "deploying", "deployed"]
        );
        assert_eq!(verb("plan"), ["plan", "plans", "planning", "planned"]);
        assert_eq!(noun("embassy"), ["embassy", "embassy's", "embassies"]);
        assert_eq!(adjective("lazy"), ["lazy", "lazier", "laziest"]);
    }
}
