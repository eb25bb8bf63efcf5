//! What is shipped, in bytes.

use super::table::Row;
use crate::command::output;
use bezint_tests::{driver::Result, root, target};
use serde_json::Value;

/// Bytes of a file.
pub struct Size {
    pub what: String,
    pub raw: f64,
    pub gzip: f64,
    pub brotli: f64,
}

/// Sizes of what the last build made; what is not there is left out.
pub fn measure() -> Result<Vec<Size>> {
    let version = env!("CARGO_PKG_VERSION");
    let extension = target().join("extension/chromium");
    let files = [
        ("core", root().join("extension/generated/core_bg.wasm")),
        ("content script", extension.join("content.js")),
        ("background", extension.join("background.js")),
        (
            "package for Chromium",
            target().join(format!("package/bezint-{version}-chromium.zip")),
        ),
        (
            "package for Firefox",
            target().join(format!("package/bezint-{version}-firefox.zip")),
        ),
    ];
    let script = root().join("tests/perf/sizes.mjs").display().to_string();
    let there = files.iter().filter(|(_, path)| path.is_file());
    let named = there.map(|(what, path)| format!("{what}={}", path.display()));
    let arguments: Vec<String> = std::iter::once(script).chain(named).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let rows: Vec<Value> = serde_json::from_str(&output("node", &arguments)?)?;
    let figure = |row: &Value, name: &str| row[name].as_f64().unwrap_or(f64::NAN);
    Ok(rows
        .iter()
        .map(|row| Size {
            what: row["what"].as_str().unwrap_or_default().into(),
            raw: figure(row, "raw"),
            gzip: figure(row, "gzip"),
            brotli: figure(row, "brotli"),
        })
        .collect())
}

/// The rows of the table.
pub fn rows() -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for size in measure()? {
        for (how, bytes) in [
            ("as it is", size.raw),
            ("gzip", size.gzip),
            ("brotli", size.brotli),
        ] {
            let what = format!("{}, {how}", size.what);
            if !size.what.starts_with("package") || how == "as it is" {
                rows.push(Row::one("size", what, bytes / 1024.0, "KiB"));
            }
        }
    }
    Ok(rows)
}
