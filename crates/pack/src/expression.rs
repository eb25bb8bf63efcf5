//! What can be said of a regular expression without running it.
//!
//! For: telling the engine where an expression need not be tried. Not for:
//! whether it is a good one.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Whether whatever the expression matches holds a digit and no space, so that
/// it stands within one token with a digit.
pub(crate) fn within_digit_token(pattern: &str) -> bool {
    regex_syntax::parse(pattern).is_ok_and(|hir| within_token(&hir) && has_digit(&hir))
}

/// How many characters and classes an expression holds, each counted as often as
/// it may be repeated; what it costs to try it on a byte grows with that.
pub(crate) fn positions(pattern: &str) -> u16 {
    let parsed = regex_syntax::parse(pattern);
    let count = parsed.map_or(u64::MAX, |hir| count(&hir));
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn count(hir: &Hir) -> u64 {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(_) => 1,
        HirKind::Literal(literal) => literal.0.len() as u64,
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            count(&repetition.sub).saturating_mul(u64::from(times))
        }
        HirKind::Capture(capture) => count(&capture.sub),
        HirKind::Concat(all) | HirKind::Alternation(all) => {
            all.iter().map(count).fold(0, u64::saturating_add)
        }
    }
}

/// Most [`positions`] of an expression.
const MOST_POSITIONS: u16 = 500;

/// Whether an expression can be used, or why not.
pub(crate) fn usable(pattern: &str) -> Result<(), String> {
    let built = regex::RegexBuilder::new(pattern)
        .size_limit(1 << 18)
        .build();
    built.map_err(|e| e.to_string().lines().last().unwrap_or("").to_owned())?;
    let positions = positions(pattern);
    if positions > MOST_POSITIONS {
        return Err(format!(
            "it asks for {positions} characters or more where {MOST_POSITIONS} is the most"
        ));
    }
    let parsed = regex_syntax::parse(pattern);
    match parsed.is_ok_and(|hir| hir.properties().minimum_len() == Some(0)) {
        true => Err("it matches where nothing stands".to_owned()),
        false => Ok(()),
    }
}

/// The ranges of a class as numbers of characters or bytes.
fn ranges(class: &Class) -> Vec<(u32, u32)> {
    match class {
        Class::Unicode(class) => class
            .iter()
            .map(|r| (u32::from(r.start()), u32::from(r.end())))
            .collect(),
        Class::Bytes(class) => class
            .iter()
            .map(|r| (u32::from(r.start()), u32::from(r.end())))
            .collect(),
    }
}

/// Edges of the text are no edges of a token, so anchors count as spaces.
fn within_token(hir: &Hir) -> bool {
    let space = u32::from(' ');
    match hir.kind() {
        HirKind::Empty => true,
        HirKind::Look(_) => false,
        HirKind::Literal(literal) => !literal.0.contains(&b' '),
        HirKind::Class(class) => ranges(class).iter().all(|&(a, b)| space < a || b < space),
        HirKind::Repetition(repetition) => within_token(&repetition.sub),
        HirKind::Capture(capture) => within_token(&capture.sub),
        HirKind::Concat(all) | HirKind::Alternation(all) => all.iter().all(within_token),
    }
}

fn has_digit(hir: &Hir) -> bool {
    let digits = (u32::from('0'), u32::from('9'));
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => false,
        HirKind::Literal(literal) => literal.0.iter().any(u8::is_ascii_digit),
        HirKind::Class(class) => {
            let within = |&(a, b): &(u32, u32)| digits.0 <= a && b <= digits.1;
            let ranges = ranges(class);
            !ranges.is_empty() && ranges.iter().all(within)
        }
        HirKind::Repetition(repetition) => repetition.min > 0 && has_digit(&repetition.sub),
        HirKind::Capture(capture) => has_digit(&capture.sub),
        HirKind::Concat(all) => all.iter().any(has_digit),
        HirKind::Alternation(all) => all.iter().all(has_digit),
    }
}

#[cfg(test)]
mod tests {
    use super::{positions, usable, within_digit_token};

    #[test]
    fn repetitions_count_as_often_as_they_may_be_repeated() {
        for (pattern, expected) in [
            ("abc", 3),
            ("z-[0-9]{5}", 7),
            ("(ab|cd)+", 4),
            ("(a{100}){100}", 10_000),
            ("((a{100}){100}){100}", u16::MAX),
        ] {
            assert_eq!(positions(pattern), expected, "{pattern}");
        }
    }

    #[test]
    fn what_is_too_large_or_matches_nothing_is_refused() {
        assert_eq!(usable("z-[0-9]+"), Ok(()));
        for (pattern, why) in [
            ("[0-9]*", "nothing stands"),
            ("[0-9]{501}", "501 characters"),
            ("(?=a)", "look-around"),
            ("z(", "unclosed group"),
        ] {
            assert!(usable(pattern).is_err_and(|e| e.contains(why)), "{pattern}");
        }
    }

    #[test]
    fn expressions_within_one_token_with_a_digit_are_told_from_others() {
        for pattern in ["[a-z]+[0-9]+", "z-[0-9]{5}", "a(1|b2)c*"] {
            assert!(within_digit_token(pattern), "{pattern}");
        }
        for pattern in [
            "[a-z]+ [0-9]+",
            "[a-z]+[0-9]*",
            "[^a]1",
            "^[0-9]",
            "a(1|b)",
            "z.5",
        ] {
            assert!(!within_digit_token(pattern), "{pattern}");
        }
    }
}
