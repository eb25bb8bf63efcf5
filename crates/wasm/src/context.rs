//! The context as the extension gives it.

use bezint_engine::{Capacity, Context, Employer, Function, Topic};
use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::*};

// Fields are read one by one: a few functions of the glue cost less than a
// general deserialiser in the core.
#[wasm_bindgen]
extern "C" {
    type Settings;
    #[wasm_bindgen(method, getter)]
    fn employer(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn capacity(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn function(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn topics(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn abroad(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn year(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn off(this: &Settings) -> JsValue;
}

/// Settings that bear on checking.
pub(crate) struct Given {
    pub(crate) context: Context,
    /// Ids of rules that are switched off.
    pub(crate) off: Vec<String>,
}

impl Given {
    /// Reads settings, or says which field is missing or has an unknown value.
    pub(crate) fn read(from: JsValue) -> Result<Given, String> {
        if !from.is_object() {
            return Err("the context is no object".into());
        }
        let from: Settings = from.unchecked_into();
        let mut topics = Topic::default();
        for topic in texts("topics", from.topics())? {
            topics = topics.with(Topic::named(&topic).ok_or_else(|| unknown("topic", &topic))?);
        }
        let year = from.year().as_f64().map(|year| year as u16);
        Ok(Given {
            context: Context {
                employer: one("employer", from.employer(), Employer::named)?,
                capacity: one("capacity", from.capacity(), Capacity::named)?,
                function: one("function", from.function(), Function::named)?,
                topics,
                abroad: from.abroad().as_bool().ok_or_else(|| missing("abroad"))?,
                year: year.ok_or_else(|| missing("year"))?,
            },
            off: texts("off", from.off())?,
        })
    }
}

fn missing(field: &str) -> String {
    ["the context has no ", field].concat()
}

fn unknown(field: &str, value: &str) -> String {
    [field, " \u{201c}", value, "\u{201d} does not exist"].concat()
}

fn one<T>(field: &str, value: JsValue, named: fn(&str) -> Option<T>) -> Result<T, String> {
    let value = value.as_string().ok_or_else(|| missing(field))?;
    named(&value).ok_or_else(|| unknown(field, &value))
}

fn texts(field: &str, value: JsValue) -> Result<Vec<String>, String> {
    let list: Array = value.dyn_into().map_err(|_| missing(field))?;
    let text = |value: JsValue| value.as_string().ok_or_else(|| missing(field));
    list.iter().map(text).collect()
}
