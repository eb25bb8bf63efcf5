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
    use super::within_digit_token;

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
