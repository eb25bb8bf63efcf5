//! The settings: what the writer chose, as stored.
//!
//! For: reading each field with its default and changing one field at a time.
//! A field that is missing or malformed reads as its default and spoils nothing
//! else; what a change does not concern, known or unknown, stays as it was.
//! Not for: storage (`store`) or the page (`control`).

mod change;
mod choice;
#[cfg(test)]
mod tests;

pub use change::Change;
pub use choice::{Capacity, Choice, Employer, Function, Site, TOPICS};

use serde_json::{Map, Value};

/// Settings over the stored object, which keeps every field it came with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    stored: Map<String, Value>,
}

impl Settings {
    /// Settings from whatever was stored; all defaults when it is no object.
    pub fn from_stored(stored: Value) -> Self {
        match stored {
            Value::Object(stored) => Self { stored },
            _ => Self::default(),
        }
    }

    /// What to store.
    pub fn stored(&self) -> &Map<String, Value> {
        &self.stored
    }

    /// Whose rules apply.
    pub fn employer(&self) -> Employer {
        named(self.stored.get("employer"))
    }

    /// The kind of function.
    pub fn function(&self) -> Function {
        named(self.stored.get("function"))
    }

    /// Whether a policy area is the writer's own.
    pub fn has_topic(&self, topic: &str) -> bool {
        self.stored
            .get("topics")
            .and_then(Value::as_array)
            .is_some_and(|topics| topics.iter().any(|one| one == topic))
    }

    /// The writer's own policy areas, in the order of [`TOPICS`].
    pub fn topics(&self) -> impl Iterator<Item = &'static str> {
        TOPICS.iter().copied().filter(|topic| self.has_topic(topic))
    }

    /// On mission or official visit.
    pub fn abroad(&self) -> bool {
        flag(self.stored.get("abroad"), false)
    }

    /// Whether private messages are looked at too.
    pub fn messages(&self) -> bool {
        flag(self.stored.get("messages"), false)
    }

    /// As what the writer writes on a site.
    pub fn capacity(&self, site: Site) -> Capacity {
        named(self.of_site(site, "capacity"))
    }

    /// Whether Bezint looks on a site.
    pub fn on(&self, site: Site) -> bool {
        flag(self.of_site(site, "on"), true)
    }

    /// The rules that were switched off.
    pub fn off(&self) -> impl Iterator<Item = &str> {
        let rules = self.stored.get("off").and_then(Value::as_array);
        rules.into_iter().flatten().filter_map(Value::as_str)
    }

    /// Until when Bezint pauses, in milliseconds since 1970; `None` when `now`
    /// is not before it.
    pub fn paused_until(&self, now: f64) -> Option<f64> {
        let until = self.stored.get("pausedUntil")?.as_f64()?;
        (until > now).then_some(until)
    }

    fn of_site(&self, site: Site, field: &str) -> Option<&Value> {
        self.stored.get("sites")?.get(site.name())?.get(field)
    }
}

fn named<C: Choice>(value: Option<&Value>) -> C {
    value
        .and_then(Value::as_str)
        .and_then(C::named)
        .unwrap_or_default()
}

fn flag(value: Option<&Value>, otherwise: bool) -> bool {
    value.and_then(Value::as_bool).unwrap_or(otherwise)
}
