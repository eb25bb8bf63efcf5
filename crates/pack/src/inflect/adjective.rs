//! Forms of Dutch adjectives: inflected, comparative, superlative, partitive.

use super::spelling::with_vowel_ending;

/// All forms of an entry, the plain one first. A second word is the inflected
/// form where the rule is wrong: `"grof, grove"`.
pub(crate) fn forms(entry: &str) -> Vec<String> {
    let mut given = entry
        .split(',')
        .map(|s| s.trim().to_owned())
        .filter(|s| !s.is_empty());
    let Some(plain) = given.next() else {
        return Vec::new();
    };
    let inflected = given.next().unwrap_or_else(|| {
        if plain.ends_with('e') {
            plain.clone()
        } else {
            with_vowel_ending(&plain, "e")
        }
    });
    let comparative = if plain.ends_with('r') {
        format!("{plain}der")
    } else if plain.ends_with('e') {
        format!("{plain}r")
    } else {
        format!("{inflected}r")
    };
    let superlative = if plain.ends_with('s') {
        format!("{plain}t")
    } else {
        format!("{plain}st")
    };
    vec![
        plain.clone(),
        inflected,
        format!("{plain}s"),
        format!("{comparative}e"),
        comparative,
        format!("{superlative}e"),
        superlative,
    ]
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
        assert!(forms("duur").contains(&"duurder".to_owned()));
        assert!(forms("vertrouwelijk").contains(&"vertrouwelijke".to_owned()));
    }
}
