//! What packs demand of the context: employers, capacities, functions, policy
//! areas.
//!
//! For: turning names into masks. Not for: whether a context fits; the engine
//! does that.

use bezint_engine::{Capacity, Employer, Function, TOPICS, Topic, When};

use crate::diagnostic::{Diagnostic, Origin};
use crate::model;
use crate::unknown::unknown;

/// Bits of the employers with these names; of all where none is named.
pub(crate) fn employers(
    names: &[String],
    at: &Origin,
    subject: &str,
    out: &mut Vec<Diagnostic>,
) -> u8 {
    let all: Vec<&str> = Employer::ALL.iter().map(|e| e.name()).collect();
    if names.is_empty() {
        return Employer::ALL.iter().fold(0, |m, e| m | e.bit());
    }
    names
        .iter()
        .fold(0, |mask, name| match Employer::named(name) {
            Some(e) => mask | e.bit(),
            None => {
                out.push(unknown(at, "employer", name, &all, subject));
                mask
            }
        })
}

/// Turns a demand on the context into masks.
pub(crate) fn when(
    from: &model::When,
    at: &Origin,
    subject: &str,
    out: &mut Vec<Diagnostic>,
) -> When {
    let mut result = When {
        abroad: from.abroad,
        ..When::default()
    };
    if !from.employer.is_empty() {
        result.employers = employers(&from.employer, at, subject, out);
    }
    for name in &from.capacity {
        match Capacity::named(name) {
            Some(c) => result.capacities |= c.bit(),
            None => out.push(unknown(
                at,
                "capacity",
                name,
                &["prive", "functie", "namens"],
                subject,
            )),
        }
    }
    for name in &from.function {
        match Function::named(name) {
            Some(f) => result.functions |= f.bit(),
            None => out.push(unknown(
                at,
                "function",
                name,
                &["communicatie", "top", "overig"],
                subject,
            )),
        }
    }
    for name in &from.topics {
        match Topic::named(name) {
            Some(t) => result.topics |= t.0,
            None => out.push(unknown(at, "policy area", name, TOPICS, subject)),
        }
    }
    for name in &from.topic {
        match name.as_str() {
            "own" => result.distances |= 1,
            "adjacent" => result.distances |= 2,
            "far" => result.distances |= 4,
            _ => out.push(unknown(
                at,
                "topic",
                name,
                &["own", "adjacent", "far"],
                subject,
            )),
        }
    }
    result
}
