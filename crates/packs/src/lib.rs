//! The packs as data and their compiled tables.
//!
//! For: handing the compiled rules to the core and the texts of cards to the
//! interface. The rules themselves are TOML below `packs/`, one folder a pack:
//! `norms` (documents and norms in our own words), `lexicons` (word classes
//! and named conditions for all), and the four profiles `rijk`, `defensie`,
//! `bz` and `gemeente`. Not for: reading TOML at run time.

/// Serialised `bezint_engine::Tables` of all packs.
pub const TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));

/// The catalogue of texts as JSON: what cards say.
pub fn texts_json() -> String {
    include_str!(concat!(env!("OUT_DIR"), "/texts.json")).to_owned()
}
