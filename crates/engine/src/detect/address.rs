//! Postcodes and streets with a house number.

use bezint_text::{Flags, Kind, Text};

use crate::builtin::Builtin;

/// Endings of Dutch street names.
const STREETS: &[&str] = &[
    "straat",
    "laan",
    "weg",
    "plein",
    "gracht",
    "kade",
    "dijk",
    "singel",
    "hof",
    "steeg",
    "pad",
    "plantsoen",
    "dreef",
    "wal",
    "markt",
    "street",
    "avenue",
    "road",
    "lane",
];

/// Words that end like a street but are none.
const NOT_STREETS: &[&str] = &[
    "snelweg",
    "spoorweg",
    "vakantiepad",
    "onderweg",
    "halverwege",
    "gerechtshof",
    "supermarkt",
    "arbeidsmarkt",
    "woningmarkt",
    "vrijmarkt",
    "rommelmarkt",
    "kerstmarkt",
    "fietspad",
    "dijk",
    "weg",
    "markt",
    "hof",
    "pad",
    "wal",
    "kade",
    "plein",
    "straat",
    "street",
    "road",
    "lane",
    "avenue",
    "rijksweg",
];

pub(super) fn detect(text: &Text, at: usize, found: &mut impl FnMut(Builtin, usize, usize)) {
    let tokens = text.tokens();
    let token = &tokens[at];
    let word = text.word(token);
    if token.kind == Kind::Number {
        let (digits, letters) = word.split_at_checked(4).unwrap_or((word, ""));
        let numbered = digits.len() == 4
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        let two_letters = |w: &str| w.len() == 2 && w.bytes().all(|b| b.is_ascii_lowercase());
        if numbered && two_letters(letters) {
            found(Builtin::Postcode, at, at + 1);
        } else if numbered && letters.is_empty() {
            let next = tokens
                .get(at + 1)
                .filter(|n| n.sentence == token.sentence && n.flags.has(Flags::SHOUTED));
            if next.is_some_and(|n| two_letters(text.word(n))) {
                found(Builtin::Postcode, at, at + 2);
            }
        }
    }
    let street = token.kind == Kind::Word
        && token.flags.has(Flags::CAPITAL)
        && STREETS.iter().any(|s| word.ends_with(s))
        && !NOT_STREETS.contains(&word);
    let number = tokens.get(at + 1).filter(|n| {
        n.kind == Kind::Number && n.sentence == token.sentence && n.clause == token.clause
    });
    if street
        && number.is_some_and(|n| text.word(n).len() <= 5 && !text.word(n).contains([':', '.']))
    {
        found(Builtin::Address, at, at + 2);
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::found;

    #[test]
    fn a_street_with_a_house_number_is_an_address() {
        assert_eq!(found("we wonen op Heidelaan 14, kom langs"), ["address"]);
        assert_eq!(
            found("Dorpsstraat 3a, 7741 AB Coevorden"),
            ["address", "postcode"]
        );
        assert!(found("op de supermarkt 3 dingen gehaald").is_empty());
        assert!(found("in 1984 was het zo").is_empty());
        assert!(found("16⅔ van 123⅔ en 12½").is_empty());
    }
}
