//! A warning as the extension receives it.

use bezint_engine::{Rulebook, Warning};
use js_sys::Array;
use wasm_bindgen::prelude::*;

// Fields are set one by one, so that their names live in the glue and no text
// but ids crosses over.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Object)]
    type Shown;
    #[wasm_bindgen(constructor, js_class = "Object")]
    fn new() -> Shown;
    #[wasm_bindgen(method, setter)]
    fn set_rule(this: &Shown, id: &str);
    #[wasm_bindgen(method, setter)]
    fn set_norms(this: &Shown, ids: Array);
    #[wasm_bindgen(method, setter)]
    fn set_stelregel(this: &Shown, numbers: Array);
    #[wasm_bindgen(method, setter)]
    fn set_severity(this: &Shown, name: &str);
    #[wasm_bindgen(method, setter)]
    fn set_start(this: &Shown, at: u32);
    #[wasm_bindgen(method, setter)]
    fn set_end(this: &Shown, at: u32);
}

/// Makes the object of the contract; `start` and `end` in UTF-16 code units.
pub(crate) fn to_js(tables: &Rulebook, warning: &Warning) -> JsValue {
    let (ids, numbers) = (Array::new(), Array::new());
    let mut mask = 0u8;
    let norms = warning.norms.iter();
    for norm in norms.filter_map(|n| tables.norms.get(*n as usize)) {
        ids.push(&JsValue::from_str(&norm.id));
        mask |= norm.stelregels;
    }
    for number in (1..=4u8).filter(|n| mask & (1 << n) != 0) {
        numbers.push(&JsValue::from(number));
    }
    let rule = tables.rules.get(warning.rule as usize);
    let shown = Shown::new();
    shown.set_rule(rule.map_or("", |r| &r.id));
    shown.set_norms(ids);
    shown.set_stelregel(numbers);
    shown.set_severity(warning.severity.name());
    shown.set_start(warning.span.start);
    shown.set_end(warning.span.end);
    shown.into()
}
