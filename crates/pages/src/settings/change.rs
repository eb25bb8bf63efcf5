//! One change to the settings.
//!
//! For: touching exactly the field that changed in the stored object. Not for:
//! deciding what a field means (`settings`).

use super::{Capacity, Choice, Employer, Function, Settings, Site};
use serde_json::{Map, Value, json};

/// What the writer changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Works for another employer.
    Employer(Employer),
    /// Has another kind of function.
    Function(Function),
    /// A policy area became, or ceased to be, the writer's own.
    Topic(&'static str, bool),
    /// On mission or official visit, or back.
    Abroad(bool),
    /// Private messages are looked at too, or no longer.
    Messages(bool),
    /// A rule that was switched off holds again.
    RuleOn(String),
    /// Writes on a site as something else.
    Capacity(Site, Capacity),
    /// Bezint on or off on a site.
    On(Site, bool),
    /// Paused until a moment in milliseconds since 1970; 0 resumes.
    PausedUntil(f64),
    /// Finished the welcome page.
    Welcomed,
}

impl Settings {
    /// Applies a change. Of what is there, only the field concerned is touched.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Employer(employer) => self.set("employer", employer.name().into()),
            Change::Function(function) => self.set("function", function.name().into()),
            Change::Topic(topic, own) => self.set_topic(topic, own),
            Change::Abroad(abroad) => self.set("abroad", abroad.into()),
            Change::Messages(look) => self.set("messages", look.into()),
            Change::RuleOn(rule) => self.rule_on(&rule),
            Change::Capacity(site, capacity) => {
                self.set_of_site(site, "capacity", capacity.name().into());
            }
            Change::On(site, on) => self.set_of_site(site, "on", on.into()),
            // A whole number of milliseconds: stored as such, not as 1.0.
            Change::PausedUntil(until) => self.set("pausedUntil", json!(until.max(0.0) as u64)),
            Change::Welcomed => self.set("welcomed", true.into()),
        }
        self.stored.entry("version").or_insert(json!(1));
    }

    fn set(&mut self, field: &str, value: Value) {
        self.stored.insert(field.to_owned(), value);
    }

    fn set_of_site(&mut self, site: Site, field: &str, value: Value) {
        let sites = object(self.stored.entry("sites").or_insert(Value::Null));
        let site = object(sites.entry(site.name()).or_insert(Value::Null));
        site.insert(field.to_owned(), value);
    }

    fn rule_on(&mut self, rule: &str) {
        if let Some(off) = self.stored.get_mut("off").and_then(Value::as_array_mut) {
            off.retain(|one| one != rule);
        }
    }

    /// Topics this version does not know stay in the list.
    fn set_topic(&mut self, topic: &str, own: bool) {
        let stored = self.stored.entry("topics").or_insert(Value::Null);
        if !stored.is_array() {
            *stored = json!([]);
        }
        let topics = stored.as_array_mut().expect("just made one");
        topics.retain(|one| one != topic);
        if own {
            topics.push(topic.into());
        }
    }
}

/// The object at a place; what is no object there cannot be kept.
fn object(value: &mut Value) -> &mut Map<String, Value> {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    value.as_object_mut().expect("just made one")
}
