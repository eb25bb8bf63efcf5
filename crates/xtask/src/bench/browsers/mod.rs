//! What Bezint costs in the browsers, beside the same browsers without it, on
//! the pages with the real editors.
//!
//! Times come from the page (the sampler), from around the content script (the
//! prelude), and from the browsers themselves (the meter).

mod costs;
mod measured;
mod meter;
mod script;
mod text;
mod typing;

use super::table::Row;
use crate::command::heading;
use bezint_tests::{
    driver::{Browser, Launch, Result, Session},
    server::Server,
    target,
};
use serde_json::{Value, json};
use std::sync::Arc;

/// The rows of all browsers; extension and pages must be built.
pub fn rows() -> Result<Vec<Row>> {
    let server = Arc::new(Server::start(target().join("pages"))?);
    let mut rows = Vec::new();
    for browser in Browser::ALL {
        heading(&format!("In {browser}"));
        let extension = measured::extension(browser)?;
        let with = Session::start(&server, Launch::new(browser, Some(extension)))?;
        let without = Session::start(&server, Launch::new(browser, None))?;
        meter::precise(&with)?;
        meter::precise(&without)?;
        rows.extend(costs::rows(browser, &with, &without)?);
        println!("{} rows", rows.len());
        rows.extend(typing::rows(browser, &with, &without)?);
        println!("{} rows", rows.len());
    }
    Ok(rows)
}

/// Median, 95th and 99th percentile.
fn summary(values: &[f64]) -> Value {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let last = sorted.len().checked_sub(1)?;
        sorted.get((last as f64 * share).round() as usize)
    };
    json!({ "median": at(0.5), "p95": at(0.95), "p99": at(0.99) })
}
