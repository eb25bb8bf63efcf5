//! Positions: latitude and longitude, the Dutch national grid (RD), MGRS.

use bezint_text::{Kind, Text};

use super::run;
use crate::builtin::Builtin;

/// Whether `word` is a number with decimals of at most `most`.
fn degrees(word: &str, most: u32) -> bool {
    decimal(word).is_some_and(|(whole, part)| {
        whole < most || whole == most && part.bytes().all(|b| b == b'0')
    })
}

/// What stands before the point and behind it.
fn decimal(word: &str) -> Option<(u32, &str)> {
    let (whole, part) = word
        .trim_end_matches(['n', 'e', 's', 'w', '°'])
        .split_once('.')?;
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || part.len() < 3 {
        return None;
    }
    Some((whole.parse().ok()?, part))
}

/// Zone, band, square of two letters, and an even count of digits.
fn is_mgrs(compact: &str) -> bool {
    let digits = compact.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &compact[digits..];
    let letters = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let tail = &rest[letters..];
    (1..=2).contains(&digits)
        && letters == 3
        && !rest[..letters].contains(['i', 'o'])
        && !crate::builtin::is_month(&rest[..letters])
        && (4..=10).contains(&tail.len())
        && tail.len().is_multiple_of(2)
        && tail.bytes().all(|b| b.is_ascii_digit())
}

/// "52°12'40"N 5°58'12"E": two numbers of degrees, each with minutes behind it.
/// How many tokens they take.
fn in_minutes(text: &Text, at: usize) -> Option<usize> {
    let north = with_minutes(text, at, 90)?;
    let next = (at + north..at + north + 3).find(|&i| with_minutes(text, i, 180).is_some())?;
    let length = next + with_minutes(text, next, 180)? - at;
    let tokens = text.tokens().get(at..at + length)?;
    let one = tokens.iter().all(|t| t.sentence == tokens[0].sentence);
    one.then_some(length)
}

/// The tokens of one number of degrees with its minutes, seconds and letter.
fn with_minutes(text: &Text, at: usize, most: u32) -> Option<usize> {
    let tokens = text.tokens();
    let (degrees, minutes) = text.word(tokens.get(at)?).split_once('°')?;
    let below = |word: &str, most: u32| word.parse::<u32>().is_ok_and(|n| n <= most);
    if !below(degrees, most) {
        return None;
    }
    let mut end = at + 1;
    let number = |i: usize| {
        tokens
            .get(i)
            .filter(|t| t.kind == Kind::Number)
            .map(|t| text.word(t).trim_end_matches(['n', 'e', 's', 'w']))
            .and_then(|word| word.split(['.', ',']).next())
            .is_some_and(|word| below(word, 59))
    };
    if minutes.is_empty() {
        if !number(end) {
            return None;
        }
        end += 1;
    } else if !below(minutes, 59) {
        return None;
    }
    if number(end) {
        end += 1;
    }
    let letter = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|t| matches!(text.word(t), "n" | "e" | "s" | "w" | "o"))
    };
    Some(end + usize::from(letter(end)) - at)
}

pub(super) fn detect(text: &Text, at: usize, found: &mut impl FnMut(Builtin, usize, usize)) {
    let token = &text.tokens()[at];
    let word = text.word(token);
    if is_mgrs(word) {
        found(Builtin::Coordinates, at, at + 1);
    }
    let zone = word.bytes().take_while(u8::is_ascii_digit).count() <= 2;
    for length in 2..=4 {
        if !zone {
            break;
        }
        let Some(tokens) = text.tokens().get(at..at + length) else {
            break;
        };
        if token.kind == Kind::Number && tokens.iter().all(|t| t.sentence == token.sentence) {
            let compact: String = tokens.iter().map(|t| text.word(t)).collect();
            if is_mgrs(&compact) {
                found(Builtin::Coordinates, at, at + length);
                break;
            }
        }
    }
    if let Some([a, b]) = run::<2>(text, at)
        && degrees(a, 90)
        && degrees(b, 180)
    {
        found(Builtin::Coordinates, at, at + 2);
    }
    if token.kind == Kind::Number
        && let Some(length) = in_minutes(text, at)
    {
        found(Builtin::Coordinates, at, at + length);
    }
    if let Some([rd, x, y]) = run::<3>(text, at) {
        let grid = |s: &str| s.len() == 6 && s.bytes().all(|b| b.is_ascii_digit());
        if matches!(rd, "rd" | "rijksdriehoek") && grid(x) && grid(y) {
            found(Builtin::Coordinates, at, at + 3);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::found;

    #[test]
    fn positions_in_three_systems() {
        assert_eq!(found("we zitten op 52.2112, 5.9699"), ["coordinates"]);
        assert_eq!(found("grid 31UFT 12345 67890"), ["coordinates"]);
        assert_eq!(found("rd 155000 463000"), ["coordinates"]);
        assert_eq!(found("op 52°12'40\"N 5°58'12\"E dus"), ["coordinates"]);
        assert_eq!(found("52° 12' N, 5° 58' O"), ["coordinates"]);
        assert!(found("het was 20° om 12 uur en 18° om 15 uur").is_empty());
        assert!(found("20°, 25° en morgen 30°").is_empty());
        assert!(found("het was 12.5 tegen 3.25").is_empty());
        assert!(found("op 23 mei 2024 en 20 Feb 2016").is_empty());
    }
}
