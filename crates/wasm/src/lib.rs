//! The WebAssembly surface of the core.
//!
//! For: content script and background, which know the core only through
//! [`Checker`]. Not for: rules (they are in the tables) or texts of cards (the
//! background has the catalogue). See `docs/architecture.md` for the types.

// What wasm-bindgen generates around the exported class needs unsafe code; our
// own code here has none.
#![allow(missing_docs, reason = "wasm-bindgen adds undocumented items")]

mod context;
mod warning;

use bezint_engine::Context;
use wasm_bindgen::prelude::*;

/// Checks texts in a context.
#[wasm_bindgen]
pub struct Checker {
    engine: bezint_engine::Checker,
    context: Context,
}

#[wasm_bindgen]
impl Checker {
    /// A checker with the built-in rules.
    ///
    /// # Errors
    /// When the built-in tables cannot be loaded, which a test excludes.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Checker, JsError> {
        let engine = bezint_engine::Checker::load(bezint_packs::TABLES);
        let engine = engine.map_err(|error| JsError::new(error.reason()))?;
        Ok(Checker {
            engine,
            context: Context::default(),
        })
    }

    /// Sets who writes.
    ///
    /// # Errors
    /// When a field is missing or has an unknown value; the context stays what
    /// it was.
    pub fn set_context(&mut self, context: JsValue) -> Result<(), JsError> {
        let given = context::Given::read(context).map_err(|e| JsError::new(&e))?;
        self.context = given.context;
        self.engine.switch_off(given.off.iter().map(String::as_str));
        Ok(())
    }

    /// The warnings for a text, in the order of the text.
    pub fn check(&mut self, text: &str) -> js_sys::Array {
        let warnings = self.engine.check(text, &self.context);
        let tables = self.engine.tables();
        warnings.iter().map(|w| warning::to_js(tables, w)).collect()
    }
}
