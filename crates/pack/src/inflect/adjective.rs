//! Forms of Dutch adjectives: inflected, comparative, superlative, partitive.
//!
//! An entry is `"zwak"`, or `"grof, grove"` with the inflected form where the
//! rule is wrong, or `"goed (beter, best)"` with the degrees.

use super::spelling::{unstressed_end, with_vowel_ending};

/// All forms of an entry, the plain one first.
pub(crate) fn forms(entry: &str) -> Vec<String> {
    let (words, degrees) = match entry.split_once('(') {
        Some((words, degrees)) => (words, degrees.trim_end_matches([')', ' '])),
        None => (entry, ""),
    };
    let list = |text: &str| -> Vec<String> {
        text.split(',')
            .map(|s| s.trim().to_owned())
            .filter(|s| !s.is_empty())
            .collect()
    };
    let mut given = list(words).into_iter();
    let degrees = list(degrees);
    let Some(plain) = given.next() else {
        return Vec::new();
    };
    // "open", "tevreden", "gratis": never "opene".
    let stiff = plain.ends_with("en") && unstressed_end(&plain) || plain == "gratis";
    let inflected = given.next().unwrap_or_else(|| {
        if stiff || plain.ends_with('e') {
            plain.clone()
        } else {
            with_vowel_ending(&plain, "e")
        }
    });
    let comparative = match degrees.first() {
        Some(given) => given.clone(),
        None if plain.ends_with('r') => format!("{plain}der"),
        None if stiff => format!("{plain}er"),
        None => format!("{inflected}r"),
    };
    let superlative = match degrees.get(1) {
        Some(given) => given.clone(),
        None if plain.ends_with('s') => format!("{plain}t"),
        None => format!("{plain}st"),
    };
    let mut out = vec![plain.clone(), inflected];
    if !plain.ends_with('s') && !stiff {
        out.push(format!("{plain}s"));
    }
    out.extend([
        with_vowel_ending(&comparative, "e"),
        comparative,
        format!("{superlative}e"),
        superlative,
    ]);
    out.dedup();
    out
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn degrees_of_comparison() {
        assert_eq!(
            forms("zwak"),
            [
                "zwak", "zwakke", "zwaks", "zwakkere", "zwakker", "zwakste", "zwakst"
            ]
        );
        let cases = [
            ("duur", "duurder"),
            ("vertrouwelijk", "vertrouwelijke"),
            ("snel", "snelle"),
            ("boos", "boze"),
            ("grof, grove", "grover"),
            ("goed (beter, best)", "beter"),
            ("goed (beter, best)", "beste"),
            ("tevreden", "tevredener"),
        ];
        for (entry, form) in cases {
            let all = forms(entry);
            assert!(all.contains(&form.to_owned()), "{entry}: {all:?}");
        }
        assert!(!forms("open").contains(&"opene".to_owned()));
    }
}
