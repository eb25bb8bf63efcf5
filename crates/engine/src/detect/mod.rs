//! Structured things with checks of their own.
//!
//! For: numbers and codes that are told by their form and check digits. A
//! detector only says *what* stands there; whether that deserves a warning
//! (words nearby, context) is said by rules, as for any other class.

mod address;
mod coordinates;
mod number;

use bezint_text::{Flags, Kind, Text, Token};

use crate::builtin::Builtin;

/// How many tokens before its first digit a structured thing may start.
const REACH: usize = 2;

/// Calls `found` with class, first token and one past the last token.
pub(crate) fn detect(text: &Text, mut found: impl FnMut(Builtin, usize, usize)) {
    let digit = |t: &Token| t.kind == Kind::Number || t.flags.has(Flags::DIGIT);
    let tokens = text.tokens();
    let mut next_digit = 0;
    let mut account_ends = 0;
    for at in 0..tokens.len() {
        while tokens
            .get(next_digit)
            .is_some_and(|t| next_digit < at || !digit(t))
        {
            next_digit += 1;
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
