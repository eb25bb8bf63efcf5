//! Why a phrase is underlined: the same core, asked in this process.

use bezint_engine::{Checker, Context, Employer};
use bezint_tests::driver::Result;
use serde_json::Value;

/// The core with its texts.
pub struct Why {
    checker: Checker,
    texts: Value,
}

impl Why {
    /// With the built-in rules.
    pub fn load() -> Result<Self> {
        let checker = Checker::load(bezint_packs::TABLES).map_err(|error| error.to_string())?;
        Ok(Self {
            checker,
            texts: serde_json::from_str(&bezint_packs::texts_json())?,
        })
    }

    /// What is said about each phrase of a text, for somebody of an employer.
    pub fn explain(&mut self, text: &str, employer: &str) -> Result<Vec<String>> {
        let employer = Employer::named(employer).ok_or("no such employer")?;
        let warnings = self.checker.check(
            text,
            &Context {
                employer,
                ..Context::default()
            },
        );
        let units: Vec<u16> = text.encode_utf16().collect();
        let tables = self.checker.tables();
        let lines = warnings.iter().map(|warning| {
            let rule = &tables.rules[warning.rule as usize].id;
            let (start, end) = (warning.span.start as usize, warning.span.end as usize);
            let phrase = String::from_utf16_lossy(&units[start..end]);
            let why = self.texts["rules"][rule.as_str()]["why"]["nl"]
                .as_str()
                .unwrap_or(rule);
            let source = warning.norms.first().map_or_else(String::new, |&norm| {
                let cite = &self.texts["norms"][tables.norms[norm as usize].id.as_str()];
                let part = |field: &str| cite[field]["nl"].as_str().unwrap_or_default().to_owned();
                format!(" [{}, {}]", part("source"), part("section"))
            });
            format!(
                "{} \u{201c}{phrase}\u{201d}: {why}{source}",
                warning.severity.name()
            )
        });
        Ok(lines.collect())
    }
}
