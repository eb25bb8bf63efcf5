//! Citizen service numbers, telephone numbers, bank accounts, licence plates
//! and file numbers.

use bezint_text::{Flags, Kind, Text};

use super::{line, run};
use crate::builtin::Builtin;

/// The eleven-test of the citizen service number: weights 9 to 2 and -1.
fn is_bsn(digits: &[u8]) -> bool {
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1i32];
    let sum: i32 = digits
        .iter()
        .zip(weights)
        .map(|(d, w)| i32::from(d - b'0') * w)
        .sum();
    digits.len() == 9 && sum % 11 == 0 && digits.iter().any(|&d| d != b'0')
}

/// ISO 7064 mod 97-10 over the account number with its first four characters
/// moved to the end.
fn is_iban(compact: &str) -> bool {
    let bytes = compact.as_bytes();
    let shape = (15..=34).contains(&bytes.len())
        && bytes[..2].iter().all(u8::is_ascii_lowercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
        && bytes.iter().all(u8::is_ascii_alphanumeric);
    if !shape {
        return false;
    }
    let mut rest = 0u32;
    for &b in bytes[4..].iter().chain(&bytes[..4]) {
        rest = if b.is_ascii_digit() {
            (rest * 10 + u32::from(b - b'0')) % 97
        } else {
            (rest * 100 + u32::from(b - b'a') + 10) % 97
        };
    }
    rest == 1
}

/// Digits of the number that starts at `at`, spread over at most four tokens,
/// and how many tokens that were.
fn spread(text: &Text, at: usize, wanted: usize) -> Option<(Vec<u8>, usize)> {
    let mut digits = Vec::new();
    for (i, token) in line(text, at).take(5).enumerate() {
        let word = text.word(token);
        if token.kind != Kind::Number
            || word
                .bytes()
                .any(|b| !(b.is_ascii_digit() || matches!(b, b'.' | b'-')))
        {
            return None;
        }
        digits.extend(word.bytes().filter(u8::is_ascii_digit));
        if digits.len() >= wanted {
            return (digits.len() == wanted).then_some((digits, i + 1));
        }
    }
    None
}

/// Characters of a plate, hyphens included.
const PLATE: usize = 8;

/// Dutch plates: three groups of letters and digits, together six characters.
fn is_plate(word: &str) -> bool {
    let groups: Vec<&str> = word.split('-').collect();
    let uniform = |g: &&str| {
        g.bytes().all(|b| b.is_ascii_digit()) || g.bytes().all(|b| b.is_ascii_lowercase())
    };
    groups.len() == 3
        && groups.iter().map(|g| g.len()).sum::<usize>() == 6
        && groups.iter().all(|g| (1..=3).contains(&g.len()))
        && groups.iter().all(uniform)
        && word.bytes().any(|b| b.is_ascii_lowercase())
        && word.bytes().any(|b| b.is_ascii_digit())
}

/// Number of tokens of the bank account that starts at `at`; it may be written
/// in groups of four.
pub(super) fn account(text: &Text, at: usize) -> Option<usize> {
    let word = text.word(&text.tokens()[at]).as_bytes();
    let starts =
        word.len() >= 4 && word[..2].iter().all(u8::is_ascii_lowercase) && word[2].is_ascii_digit();
    if !starts {
        return None;
    }
    let mut compact = String::new();
    for (i, token) in line(text, at).take(8).enumerate() {
        compact.push_str(text.word(token));
        if is_iban(&compact) {
            return Some(i + 1);
        }
    }
    None
}

pub(super) fn detect(text: &Text, at: usize, found: &mut impl FnMut(Builtin, usize, usize)) {
    let token = &text.tokens()[at];
    let word = text.word(token);
    if token.kind == Kind::Number {
        if let Some((digits, tokens)) = spread(text, at, 9)
            && is_bsn(&digits)
        {
            found(Builtin::Bsn, at, at + tokens);
        }
        if word.starts_with('0')
            && let Some((digits, tokens)) = spread(text, at, 10)
            && digits[1] != b'0'
        {
            found(Builtin::Phone, at, at + tokens);
        }
        if word.starts_with("31")
            && let Some((_, tokens)) = spread(text, at, 11)
        {
            found(Builtin::Phone, at, at + tokens);
        }
    }
    // Hyphens split words, so a plate is up to three joined tokens.
    for take in 1..=3 {
        let Some(tokens) = text.tokens().get(at..at + take) else {
            break;
        };
        let joined = tokens[1..].iter().all(|t| t.flags.has(Flags::JOINED));
        let length = tokens.iter().map(|t| text.word(t).len() + 1).sum::<usize>();
        if !joined || length != PLATE + 1 {
            continue;
        }
        let plate: Vec<&str> = tokens.iter().map(|t| text.word(t)).collect();
        if is_plate(&plate.join("-")) {
            found(Builtin::Plate, at, at + take);
        }
    }
    file_number(text, at, word, found);
    pass_number(text, at, found);
}

/// "Z/2024/00123", "2024-00123", "zaaknummer 123456".
fn file_number(text: &Text, at: usize, word: &str, found: &mut impl FnMut(Builtin, usize, usize)) {
    let shaped = text.tokens()[at].kind == Kind::Number
        && word.split(['-', '/', '.']).count() == 2
        && word
            .split(['-', '/', '.'])
            .next()
            .is_some_and(|y| y.len() == 4 && y.starts_with("20"))
        && word.len() >= 9
        && !word
            .get(5..)
            .is_some_and(|rest| rest.len() == 4 && rest.starts_with("20"));
    if shaped {
        found(Builtin::FileNumber, at, at + 1);
    }
    const LABELS: &[&str] = &[
        "zaaknummer",
        "dossiernummer",
        "zaaknr",
        "dossiernr",
        "kenmerk",
        "casenumber",
        "beschikkingsnummer",
        "vnummer",
    ];
    if let Some([label, number]) = run::<2>(text, at)
        && LABELS.contains(&label)
        && number.bytes().filter(u8::is_ascii_digit).count() >= 3
    {
        found(Builtin::FileNumber, at, at + 2);
    }
    if let Some([v, label, number]) = run::<3>(text, at) {
        let pair = matches!(
            (v, label),
            ("v", "nummer") | ("case" | "file", "number" | "no")
        );
        if pair && number.bytes().filter(u8::is_ascii_digit).count() >= 3 {
            found(Builtin::FileNumber, at, at + 3);
        }
    }
}

/// "pasnummer 48213", "badge nr 4821", "personeelsnummer: 90311".
fn pass_number(text: &Text, at: usize, found: &mut impl FnMut(Builtin, usize, usize)) {
    const LABELS: &[&str] = &[
        "pasnummer",
        "badgenummer",
        "personeelsnummer",
        "registratienummer",
        "dienstnummer",
        "stamnummer",
        "toegangscode",
        "deurcode",
        "alarmcode",
    ];
    let numbered = |w: &str| w.bytes().filter(u8::is_ascii_digit).count() >= 3;
    if let Some([label, number]) = run::<2>(text, at)
        && LABELS.contains(&label)
        && numbered(number)
    {
        found(Builtin::PassNumber, at, at + 2);
    }
    if let Some([pass, label, number]) = run::<3>(text, at) {
        let labelled = matches!(pass, "pas" | "badge" | "pass" | "service" | "door")
            && matches!(label, "nr" | "nummer" | "number" | "no" | "code");
        if labelled && numbered(number) {
            found(Builtin::PassNumber, at, at + 3);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::found;

    #[test]
    fn a_citizen_service_number_passes_the_eleven_test() {
        assert_eq!(found("bsn 111222333"), ["bsn"]);
        assert_eq!(found("bsn 1112.22.333"), ["bsn"]);
        assert!(found("bestelling 111252333").is_empty());
    }

    #[test]
    fn account_numbers_pass_their_check_digits() {
        assert_eq!(found("NL91ABNA0417164300"), ["iban"]);
        assert_eq!(found("NL91 ABNA 0417 1643 00"), ["iban"]);
        assert!(found("NL92ABNA0417164300").is_empty());
    }

    #[test]
    fn telephone_numbers_and_plates() {
        assert_eq!(found("bel 06-12345678"), ["phone"]);
        assert_eq!(found("bel 06 12 34 56 78"), ["phone"]);
        assert_eq!(found("die zwarte Audi GH-123-K"), ["plate"]);
        assert!(found("in 2024-2025, 14 en ik").is_empty());
    }

    #[test]
    fn numbers_of_passes_behind_their_label() {
        assert_eq!(found("badgenummer 48213"), ["pass-number"]);
        assert_eq!(found("badge nr 4821"), ["pass-number"]);
        assert!(found("mijn pas is 3 jaar geldig, nummer 12 trekken").is_empty());
    }

    #[test]
    fn file_numbers_by_form_or_label() {
        assert_eq!(found("zaaknummer 48213"), ["file-number"]);
        assert_eq!(found("dossier 2024-00123"), ["file-number"]);
    }
}
