//! Folding, tokens, sentences and language, with UTF-16 offsets.
//!
//! For: turning what somebody types into the tokens that patterns are written
//! over. Not for: word forms, lexicons or rules; those live in the pack and
//! engine crates. Offsets are UTF-16 code units because that is what the DOM
//! counts in.

mod abbreviation;
mod common;
mod emoji;
mod fold;
mod lang;
mod line;
mod quote;
mod scan;
mod sentence;
mod shorthand;
mod token;

pub use self::fold::{fold, fold_char, is_stretched, squeeze};
pub use self::lang::{Lang, is_function_word};
pub use self::line::Change;
pub use self::shorthand::{SHORTHAND, canonical};
pub use self::token::{Flags, Kind, Sentence, Span, Text, Token};
