//! Structured things with checks of their own.
//!
//! For: numbers and codes that are told by their form and check digits. A
//! detector only says *what* stands there; whether that deserves a warning
//! (words nearby, context) is said by rules, as for any other class.

mod address;
mod coordinates;
mod number;

use std::ops::Range;

use bezint_text::{Flags, Kind, Text, Token};

use crate::builtin::Builtin;

/// How many tokens before its first digit a structured thing may start.
const REACH: usize = 2;

/// Calls `found` with class, first token and one past the last token of what
/// starts in a range of tokens. Nothing crosses a line.
pub(crate) fn detect(
    text: &Text,
    range: Range<usize>,
    mut found: impl FnMut(Builtin, usize, usize),
) {
    let digit = |t: &Token| t.kind == Kind::Number || t.flags.has(Flags::DIGIT);
    let tokens = text.tokens();
    let mut next_digit = range.start;
    let mut account_ends = 0;
    for at in range.clone() {
        while next_digit < range.end && (next_digit < at || !digit(&tokens[next_digit])) {
            next_digit += 1;
        }
        if next_digit == range.end {
            return;
        }
        if at < account_ends || next_digit > at + REACH {
            continue;
        }
        if let Some(length) = number::account(text, at) {
            found(Builtin::Iban, at, at + length);
            account_ends = at + length;
            continue;
        }
        number::detect(text, at, &mut found);
        address::detect(text, at, &mut found);
        coordinates::detect(text, at, &mut found);
    }
}

/// What is left of the line from token `at` on.
fn line(text: &Text, at: usize) -> impl Iterator<Item = &Token> {
    let tokens = text.tokens().get(at..).unwrap_or_default();
    let line = tokens.first().map(|t| t.paragraph);
    tokens.iter().take_while(move |t| Some(t.paragraph) == line)
}

/// What is found in a text, by name.
#[cfg(test)]
fn found(text: &str) -> Vec<&'static str> {
    let text = Text::new(text);
    let mut out = Vec::new();
    detect(&text, 0..text.tokens().len(), |class, _, _| {
        out.push(class.name())
    });
    out
}

/// The words of the tokens `at..at + N` when they stand in one sentence.
fn run<const N: usize>(text: &Text, at: usize) -> Option<[&str; N]> {
    let tokens = text.tokens().get(at..at + N)?;
    if tokens.iter().any(|t| t.sentence != tokens[0].sentence) {
        return None;
    }
    let mut out = [""; N];
    for (slot, token) in out.iter_mut().zip(tokens) {
        *slot = text.word(token);
    }
    Some(out)
}
