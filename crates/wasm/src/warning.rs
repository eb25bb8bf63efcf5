//! A warning as the extension receives it.

use bezint_engine::{Rulebook, Warning};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

#[derive(Serialize)]
struct Shown<'a> {
    rule: &'a str,
    norms: Vec<&'a str>,
    stelregel: Vec<u8>,
    severity: &'static str,
    start: u32,
    end: u32,
}

/// Makes the object of the contract; `start` and `end` in UTF-16 code units.
pub(crate) fn to_js(tables: &Rulebook, warning: &Warning) -> JsValue {
    let norms = || {
        warning
            .norms
            .iter()
            .filter_map(|n| tables.norms.get(*n as usize))
    };
    let mask = norms().fold(0u8, |m, n| m | n.stelregels);
    let shown = Shown {
        rule: tables
            .rules
            .get(warning.rule as usize)
            .map_or("", |r| &r.id),
        norms: norms().map(|n| n.id.as_str()).collect(),
        stelregel: (1..=4).filter(|n| mask & (1 << n) != 0).collect(),
        severity: warning.severity.name(),
        start: warning.span.start,
        end: warning.span.end,
    };
    shown.serialize(&Serializer::new()).unwrap_or(JsValue::NULL)
}
