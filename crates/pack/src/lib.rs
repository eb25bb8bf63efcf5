//! The pack language: model, word forms, compiler, diagnostics, proofs.
//!
//! For: turning what a lawyer can read into what the engine can check fast,
//! and refusing what is not right. Not for: checking texts (the engine) or
//! the rules themselves (the packs).
//!
//! The way of a pack: [`source`](read) reads TOML into the model; lexicon
//! entries become every form of their words; patterns become sequences of
//! classes; the result is [`bezint_engine::Tables`]. [`prove`] then runs every
//! example and leaves out every clause in turn.

mod bounds;
mod catalogue;
mod classes;
mod clause;
mod compile;
mod compound;
mod cover;
mod demand;
mod diagnostic;
mod expression;
mod inflect;
mod lexicon;
mod limits;
mod model;
mod norms;
mod pattern;
mod patterns;
mod prove;
mod renumber;
mod source;
mod unknown;
mod weights;
mod work;

pub use self::catalogue::{Catalogue, Cite, RuleText, catalogue};
pub use self::clause::{clause_name, clause_text};
pub use self::compile::{Compiled, compile};
pub use self::compound::{Catch, compounds, is_compound};
pub use self::diagnostic::{Diagnostic, Level, Origin};
pub use self::lexicon::{Bound, Form, Made, forms};
pub use self::model::{Lexicon, Localised, NormText, Rule};
pub use self::prove::{EXAMPLE_YEAR, Example, examples, prove};
#[cfg(not(target_arch = "wasm32"))]
pub use self::source::read_folder;
pub use self::source::{PackFile, Packs, Placed, PlacedRule, read};

/// Serialises tables for [`bezint_engine::Checker::load`].
///
/// # Errors
/// When they refer to something that is not in them.
pub fn serialise(tables: &bezint_engine::Tables) -> Result<Vec<u8>, String> {
    bezint_engine::write(tables)
}
