//! `cargo xtask bench`: what Bezint costs, in one table and one run, and the
//! gates on what is stable enough to hold every time.
//!
//! Timings differ from machine to machine, so they are reported and recorded by
//! date below `tests/perf/record/`, never demanded. Sizes and counted
//! instructions are the same anywhere, so `cargo xtask test` demands them.
//!
//! What typing costs in the browsers is measured by the browser tests' driver;
//! its rows join the table in [`run`].

mod browsers;
mod counted;
mod gates;
mod growth;
mod machine;
mod native;
mod node;
mod sizes;
mod table;

pub use self::gates::gates;

use crate::{build, command::heading, package, setup};
use bezint_tests::driver::{Browser, Result};
use table::Row;

/// Measures one kind of cost.
type Part = fn() -> Result<Vec<Row>>;

/// Builds, measures everything, prints the table and records it.
pub fn run() -> Result<()> {
    setup::for_tests()?;
    package::zip(&Browser::ALL)?;
    build::pages()?;
    native::build()?;
    let mut rows: Vec<Row> = Vec::new();
    let parts: [(&str, Part); 5] = [
        ("Sizes", sizes::rows),
        ("The core beside Harper and plain JavaScript", node::rows),
        ("Growth", growth::rows),
        ("Counted instructions", counted::rows),
        ("In the browsers", browsers::rows),
    ];
    for (title, part) in parts {
        heading(title);
        rows.extend(part()?);
        println!("{} rows in all", rows.len());
    }
    tell(&rows, "")
}

/// The part that takes place in the browsers, by itself.
pub fn in_browsers() -> Result<()> {
    setup::for_tests()?;
    build::extension(&Browser::ALL)?;
    build::pages()?;
    tell(&browsers::rows()?, "-browsers")
}

/// Prints the table and keeps it.
fn tell(rows: &[Row], kind: &str) -> Result<()> {
    let date = machine::date();
    let title = format!("{}, {date}, {}", machine::kind(), machine::load());
    println!("\n{}", table::markdown(&title, rows));
    let file = table::record(&format!("{date}{kind}"), &title, rows)?;
    println!("Recorded in {file}.");
    Ok(())
}
