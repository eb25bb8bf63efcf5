//! The context as the extension gives it.

use bezint_engine::{Capacity, Context, Employer, Function, Topic};
use serde::Deserialize;

/// Settings that bear on checking.
#[derive(Deserialize)]
pub(crate) struct Given {
    employer: String,
    capacity: String,
    function: String,
    topics: Vec<String>,
    abroad: bool,
    year: u16,
    pub(crate) off: Vec<String>,
}

impl Given {
    /// The context, or which field has an unknown value.
    pub(crate) fn context(&self) -> Result<Context, String> {
        let unknown =
            |field: &str, value: &str| format!("{field} \u{201c}{value}\u{201d} does not exist");
        let mut topics = Topic::default();
        for topic in &self.topics {
            topics = topics.with(Topic::named(topic).ok_or_else(|| unknown("topic", topic))?);
        }
        Ok(Context {
            employer: Employer::named(&self.employer)
                .ok_or_else(|| unknown("employer", &self.employer))?,
            capacity: Capacity::named(&self.capacity)
                .ok_or_else(|| unknown("capacity", &self.capacity))?,
            function: Function::named(&self.function)
                .ok_or_else(|| unknown("function", &self.function))?,
            topics,
            abroad: self.abroad,
            year: self.year,
        })
    }
}
