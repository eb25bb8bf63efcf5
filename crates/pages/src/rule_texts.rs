//! What cards say about rules, asked of the background.
//!
//! For: the texts of a few rules for one employer, in the language of the
//! browser. Not for: where a page shows them (`tryout`, `popup`).

use crate::{
    browser::{ask_background, plain},
    settings::{Choice, Employer},
    words::language,
};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;

/// A text in each language.
#[derive(Deserialize)]
pub struct Localised(BTreeMap<String, String>);

impl Localised {
    /// The text in the language of the browser.
    pub fn here(&self) -> &str {
        self.0.get(&language()).map_or("", String::as_str)
    }
}

/// What a card says about a rule.
#[derive(Deserialize)]
pub struct RuleText {
    /// What the norm is about, in a few words.
    pub title: Localised,
    /// Why it matters.
    pub why: Localised,
    /// What would be better.
    pub advice: Localised,
    /// Where it is written.
    pub cite: Vec<Citation>,
}

/// A norm and its place in a document.
#[derive(Deserialize)]
pub struct Citation {
    /// What it asks.
    pub statement: Localised,
    /// The document.
    pub source: Localised,
    /// Where in it.
    pub section: Localised,
}

/// The texts by rule; a rule that says nothing to this employer has none.
pub async fn rule_texts(rules: &[&str], employer: Employer) -> BTreeMap<String, RuleText> {
    let question =
        plain(&json!({ "type": "rule-texts", "rules": rules, "employer": employer.name() }));
    let answer = ask_background(&question).await.ok();
    let texts: Option<BTreeMap<String, Option<RuleText>>> =
        answer.and_then(|texts| serde_wasm_bindgen::from_value(texts).ok());
    let known = |(rule, text): (String, Option<RuleText>)| Some((rule, text?));
    texts.into_iter().flatten().filter_map(known).collect()
}
