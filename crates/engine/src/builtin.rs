//! Built-in word classes: what a token is by its shape.
//!
//! For: numbers, times, dates, years, names and the like, which no list of
//! words can hold. Structured things with checks of their own (a citizen
//! service number, a licence plate) are in `detect`.

use bezint_text::{Flags, Kind, Text, Token};

use crate::tables::ClassId;

macro_rules! builtins {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// A built-in class; its number is its [`ClassId`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u32)]
        pub enum Builtin {
            $($(#[$doc])* $variant),+
        }

        impl Builtin {
            /// All built-in classes in the order of their numbers.
            pub const ALL: &[Builtin] = &[$(Builtin::$variant),+];

            /// The name used in patterns, as in `{time}`.
            pub const fn name(self) -> &'static str {
                match self { $(Builtin::$variant => $name),+ }
            }
        }
    };
}

builtins! {
    /// A number in digits.
    Num = "num",
    /// A time of day.
    Time = "time",
    /// A day: "12 maart", "17th of March".
    Date = "date",
    /// A year.
    Year = "year",
    /// A year before this one.
    YearPast = "year:past",
    /// This year or a later one.
    YearNow = "year:now",
    /// An amount of money.
    Money = "money",
    /// A percentage.
    Percent = "percent",
    /// A word with a capital that does not open its sentence.
    Capital = "capital",
    /// A word in capitals.
    Shouted = "shouted",
    /// `@name`.
    Handle = "handle",
    /// Part of a hashtag.
    Hashtag = "hashtag",
    /// A web address.
    Link = "link",
    /// An e-mail address.
    Email = "email",
    /// Any emoji.
    Emoji = "emoji",
    /// A run of exclamation or question marks.
    Bang = "bang",
    /// The first token of a sentence.
    First = "first",
    /// A citizen service number (passes its check digit).
    Bsn = "bsn",
    /// A telephone number.
    Phone = "phone",
    /// A bank account number (passes its check digits).
    Iban = "iban",
    /// A postcode.
    Postcode = "postcode",
    /// A street with a house number.
    Address = "address",
    /// A licence plate.
    Plate = "plate",
    /// A position: MGRS, RD or latitude and longitude.
    Coordinates = "coordinates",
    /// A number of a file, case or decision.
    FileNumber = "file-number",
    /// A number on a pass, badge or staff file, behind its label.
    PassNumber = "pass-number",
    /// The vocabulary of one's own policy areas.
    TopicOwn = "topic:own",
    /// The vocabulary of neighbouring policy areas.
    TopicAdjacent = "topic:adjacent",
}

/// The first number that is free for lexicons.
pub const FIRST_FREE_CLASS: ClassId = Builtin::ALL.len() as ClassId;

/// Months in Dutch and English, folded, full and short.
const MONTHS: &[&str] = &[
    "apr",
    "april",
    "aug",
    "august",
    "augustus",
    "dec",
    "december",
    "feb",
    "februari",
    "february",
    "jan",
    "januari",
    "january",
    "jul",
    "juli",
    "july",
    "jun",
    "june",
    "juni",
    "maart",
    "march",
    "mei",
    "mrt",
    "nov",
    "november",
    "oct",
    "october",
    "okt",
    "oktober",
    "sep",
    "sept",
    "september",
];

pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.binary_search(&word).is_ok()
}

/// Leading digits of a token as a number, and what follows them.
fn digits(word: &str) -> Option<(u32, &str)> {
    let end = word
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(word.len());
    let value = word.get(..end)?.parse().ok()?;
    Some((value, &word[end..]))
}

/// Whether `word` is a time of day: "06:30", "06.30" and "19.00u" by themselves,
/// "0300" and "6.40" only beside a word such as "om" or "uur".
fn is_time(word: &str, before: Option<&str>, after: Option<&str>) -> bool {
    let written = word;
    let word = word.strip_suffix("hrs").unwrap_or(word);
    let word = word.strip_suffix("uur").unwrap_or(word);
    let word = word.trim_end_matches(['u', 'h']);
    let beside = word.len() < written.len()
        || matches!(after, Some("uur" | "u" | "hours" | "hrs" | "am" | "pm"))
        || matches!(
            before,
            Some("om" | "at" | "vanaf" | "tot" | "rond" | "wekker")
        );
    let Some((hour, rest)) = digits(word) else {
        return false;
    };
    match rest.as_bytes() {
        [] if word.len() == 4 => {
            beside && hour / 100 < 24 && hour % 100 < 60 || word.starts_with('0') && hour < 1000
        }
        [] => hour < 25 && matches!(after, Some("uur" | "u" | "hours" | "am" | "pm")),
        [b':' | b'.', m @ ..] if m.len() == 2 && m.iter().all(u8::is_ascii_digit) => {
            hour < 24 && m[0] < b'6' && (rest.starts_with(':') || word.starts_with('0') || beside)
        }
        b"am" | b"pm" => hour < 13,
        _ => false,
    }
}

/// Calls `found` for every built-in class of token `at`, with the number of
/// tokens it covers.
pub(crate) fn classify(text: &Text, at: usize, year: u16, mut found: impl FnMut(Builtin, usize)) {
    let tokens = text.tokens();
    let token: &Token = &tokens[at];
    let word = text.word(token);
    let beside = |i: Option<usize>| {
        let other = tokens.get(i?)?;
        (other.sentence == token.sentence).then(|| text.word(other))
    };
    if token.flags.has(Flags::FIRST) {
        found(Builtin::First, 1);
    }
    if token.flags.has(Flags::HASHTAG) {
        found(Builtin::Hashtag, 1);
    }
    match token.kind {
        Kind::Handle => found(Builtin::Handle, 1),
        Kind::Link => found(Builtin::Link, 1),
        Kind::Email => found(Builtin::Email, 1),
        Kind::Emoji => found(Builtin::Emoji, 1),
        Kind::Bang => found(Builtin::Bang, 1),
        Kind::Word => {
            if token.flags.has(Flags::CAPITAL) && !token.flags.has(Flags::FIRST) {
                found(Builtin::Capital, 1);
            }
            if token.flags.has(Flags::SHOUTED) && word.len() > 2 {
                found(Builtin::Shouted, 1);
            }
        }
        Kind::Number => {
            let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
            found(Builtin::Num, 1);
            if word.starts_with(['€', '$', '£'])
                || matches!(after, Some("euro" | "euros" | "miljoen" | "miljard"))
                || word.ends_with('€')
            {
                found(Builtin::Money, 1);
            }
            if word.ends_with('%') || matches!(after, Some("procent" | "percent")) {
                found(Builtin::Percent, 1);
            }
            if is_time(word, before, after) {
                found(Builtin::Time, 1);
            }
            let Some((value, rest)) = digits(word) else {
                return;
            };
            if (1900..2100).contains(&value) && rest.is_empty() && word.len() == 4 {
                found(Builtin::Year, 1);
                let past = year != 0 && value < u32::from(year);
                found(
                    if past {
                        Builtin::YearPast
                    } else {
                        Builtin::YearNow
                    },
                    1,
                );
            }
            let day =
                (1..=31).contains(&value) && matches!(rest, "" | "e" | "st" | "nd" | "rd" | "th");
            if day && after.is_some_and(is_month) {
                found(Builtin::Date, 2);
            } else if day && after == Some("of") && beside(Some(at + 2)).is_some_and(is_month) {
                found(Builtin::Date, 3);
            } else if day && before.is_some_and(is_month)
                || rest.starts_with(['-', '/']) && word.matches(['-', '/']).count() == 2
            {
                found(Builtin::Date, 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(text: &str, year: u16) -> Vec<(&'static str, usize)> {
        let text = Text::new(text);
        let mut out = Vec::new();
        for at in 0..text.tokens().len() {
            classify(&text, at, year, |class, _| {
                if !matches!(class, Builtin::First | Builtin::Num | Builtin::Capital) {
                    out.push((class.name(), at));
                }
            });
        }
        out
    }

    #[test]
    fn times_are_told_from_amounts() {
        assert_eq!(classes("om 06.30 uur", 0), [("time", 1)]);
        assert_eq!(classes("wekker op 6:40", 0), [("time", 2)]);
        assert_eq!(classes("een 7.50 gehaald", 0), []);
        assert_eq!(classes("a 0300 wheels-up", 0), [("time", 1)]);
        assert_eq!(classes("€ 12 voor 3 pizza's", 0), [("money", 0)]);
    }

    #[test]
    fn years_are_seen_from_the_year_it_is() {
        assert_eq!(
            classes("in 1995 of 2026", 2026),
            [("year", 1), ("year:past", 1), ("year", 3), ("year:now", 3)]
        );
    }

    #[test]
    fn dates_in_both_languages() {
        assert_eq!(classes("op 12 maart", 0), [("date", 1)]);
        assert_eq!(classes("the 17th of March", 0), [("date", 1)]);
    }

    #[test]
    fn months_are_sorted_so_that_they_can_be_searched() {
        assert!(MONTHS.is_sorted());
    }
}
