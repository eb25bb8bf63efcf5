//! Which part of a text stands between quotation marks.
//!
//! For: leaving alone what the writer cites from somebody else. Not for:
//! reported speech without marks ("zij zei dat"), which packs describe.

use crate::line::ends_line;

/// Longest quotation in characters; a mark without a partner within this
/// distance is taken for an apostrophe or a slip.
const LONGEST: usize = 400;

/// Characters that open or close, folded.
const MARKS: [char; 2] = ['"', '\''];

/// Character ranges that stand between quotation marks, in characters of
/// `chars`, which is folded. Quotations do not cross lines.
pub(crate) fn quotations(chars: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if MARKS.contains(&chars[at])
            && opens(chars, at)
            && let Some(end) = closing(chars, at)
        {
            found.push((at + 1, end));
            at = end;
        }
        at += 1;
    }
    found
}

fn opens(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| chars[i]);
    let after = chars.get(at + 1).copied();
    !before.is_some_and(char::is_alphanumeric)
        && after.is_some_and(|c| !c.is_whitespace())
        && !(chars[at] == '\'' && is_clitic(&chars[at + 1..]))
}

/// "'t", "'n", "'s", "'k": an apostrophe, not a quotation mark.
fn is_clitic(rest: &[char]) -> bool {
    matches!(rest.first(), Some('t' | 'n' | 's' | 'k' | 'm' | 'r'))
        && !rest.get(1).is_some_and(|c| c.is_alphanumeric())
}

fn closing(chars: &[char], open: usize) -> Option<usize> {
    let mark = chars[open];
    for (i, &c) in chars.iter().enumerate().skip(open + 2).take(LONGEST) {
        if ends_line(c) {
            return None;
        }
        let after = chars.get(i + 1);
        if c == mark && !after.is_some_and(|c| c.is_alphanumeric()) && chars[i - 1] != ' ' {
            return Some(i);
        }
    }
    None
}
