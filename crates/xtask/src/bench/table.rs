//! Rows of figures, as a table to read and as a record to keep.

use bezint_tests::{driver::Result, root};
use serde_json::Value;
use std::fmt::Write;

/// One figure, or the spread of one.
pub struct Row {
    /// What is measured, such as "core: check".
    pub group: String,
    /// With what, such as "280 characters".
    pub what: String,
    /// The median, or the figure where there is only one.
    pub median: f64,
    /// 95th percentile.
    pub p95: Option<f64>,
    /// 99th percentile.
    pub p99: Option<f64>,
    /// Such as "µs".
    pub unit: String,
}

impl Row {
    /// A single figure.
    pub fn one(group: &str, what: impl Into<String>, figure: f64, unit: &str) -> Row {
        Row {
            group: group.into(),
            what: what.into(),
            median: figure,
            p95: None,
            p99: None,
            unit: unit.into(),
        }
    }

    /// A spread from an object with `median`, `p95` and `p99`.
    pub fn spread(group: &str, what: impl Into<String>, values: &Value, unit: &str) -> Row {
        Row {
            p95: values["p95"].as_f64(),
            p99: values["p99"].as_f64(),
            ..Row::one(
                group,
                what,
                values["median"].as_f64().unwrap_or(f64::NAN),
                unit,
            )
        }
    }
}

/// Three significant digits, so that the table shows no more than was measured.
fn number(value: f64) -> String {
    match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        1.0.. => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

/// The table in Markdown.
pub fn markdown(title: &str, rows: &[Row]) -> String {
    let mut out = format!(
        "{title}\n\n| what | | median | p95 | p99 | |\n| --- | --- | ---: | ---: | ---: | --- |\n"
    );
    for row in rows {
        let [p95, p99] = [row.p95, row.p99].map(|v| v.map(number).unwrap_or_default());
        let _ = writeln!(
            out,
            "| {} | {} | {} | {p95} | {p99} | {} |",
            row.group,
            row.what,
            number(row.median),
            row.unit
        );
    }
    out
}

/// Keeps the rows of a run under a name; returns the name of the file.
pub fn record(name: &str, title: &str, rows: &[Row]) -> Result<String> {
    let mut out = format!("# {title}\ngroup,what,median,p95,p99,unit\n");
    for row in rows {
        let [p95, p99] =
            [row.p95, row.p99].map(|v| v.map(|v| format!("{v:.4}")).unwrap_or_default());
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "'"));
        let _ = writeln!(
            out,
            "{},{},{:.4},{p95},{p99},{}",
            quoted(&row.group),
            quoted(&row.what),
            row.median,
            row.unit
        );
    }
    let name = format!("tests/perf/record/{name}.csv");
    let file = root().join(&name);
    std::fs::create_dir_all(file.with_file_name(""))?;
    std::fs::write(file, out)?;
    Ok(name)
}
