//! The popup and the welcome page.
//!
//! For: asking the writer who they are and showing what Bezint does in the
//! current tab. Nothing here has access to a network; everything the writer
//! chooses goes to the browser's local storage and nowhere else. Not for:
//! checking texts (`bezint-wasm`, asked through the background) or anything on
//! a site's own pages.

// What wasm-bindgen generates around imported and exported items is not ours to
// document; our own items are.
#![allow(missing_docs, reason = "wasm-bindgen adds undocumented items")]

mod browser;
mod control;
mod element;
mod popup;
mod question;
mod rule_texts;
mod seen;
mod settings;
mod store;
mod tab;
mod tryout;
mod welcome;
mod words;

use wasm_bindgen::prelude::*;

/// Fills the popup.
#[wasm_bindgen]
pub fn popup() {
    wasm_bindgen_futures::spawn_local(popup::open());
}

/// Fills the welcome page.
#[wasm_bindgen]
pub fn welcome() {
    wasm_bindgen_futures::spawn_local(welcome::open());
}
