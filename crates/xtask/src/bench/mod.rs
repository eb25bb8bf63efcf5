//! `cargo xtask bench`: what Bezint costs, in one table and one run, and the
//! gates on what is stable enough to hold every time.
//!
//! Timings differ from machine to machine, so they are reported and recorded by
//! date below `tests/perf/record/`, never demanded. Sizes and counted
//! instructions are the same anywhere, so `cargo xtask test` demands them.
//!
//! What typing costs in the browsers is measured by the browser tests' driver;
//! its rows join the table in [`run`].

mod counted;
mod gates;
mod growth;
mod machine;
mod native;
mod node;
mod sizes;
mod table;

pub use self::gates::gates;

use crate::{command::heading, package};
use bezint_tests::driver::{Browser, Result};
use table::Row;

/// Measures one kind of cost.
type Part = fn() -> Result<Vec<Row>>;

/// Builds, measures everything, prints the table and records it.
pub fn run() -> Result<()> {
    package::zip(&Browser::ALL)?;
    native::build()?;
    let mut rows: Vec<Row> = Vec::new();
    let parts: [(&str, Part); 4] = [
        ("Sizes", sizes::rows),
        ("The core beside Harper and plain JavaScript", node::rows),
        ("Growth", growth::rows),
        ("Counted instructions", counted::rows),
    ];
    for (title, part) in parts {
        heading(title);
        rows.extend(part()?);
        println!("{} rows in all", rows.len());
    }
    let date = machine::date();
    let title = format!("{}, {date}", machine::kind());
    println!("\n{}", table::markdown(&title, &rows));
    let file = table::record(&date, &title, &rows)?;
    println!("Recorded in {file}.");
    Ok(())
}
