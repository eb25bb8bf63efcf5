//! Word forms, generated when a pack is compiled.
//!
//! For: listing every form of a lexicon entry, so that checking is a look-up
//! and an author can read what is caught (`bezint forms`). Not for: reducing
//! words to stems at run time; a Dutch stemmer merges what must stay apart.

mod adjective;
pub(crate) mod english;
mod noun;
mod spelling;
mod verb;

pub(crate) use self::adjective::forms as adjective;
pub(crate) use self::noun::{forms as noun, singular_and_plural};
pub(crate) use self::verb::forms as verb;
