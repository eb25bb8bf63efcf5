//! The core in node, beside Harper and plain JavaScript.

use super::{counted::POSTS, native::bezint, table::Row};
use crate::command::{output, run};
use bezint_tests::{driver::Result, root, target};
use serde_json::Value;

/// The rows of the table.
pub fn rows() -> Result<Vec<Row>> {
    let folder = root().join("tests/perf");
    if !folder.join("node_modules/harper.js").is_dir() {
        run(&folder, "npm", &["ci", "--no-fund", "--no-audit"])?;
    }
    let forms = target().join("forms.json");
    std::fs::write(&forms, output(&bezint()?, &["forms", "--json"])?)?;
    let script = folder.join("compare.mjs").display().to_string();
    let posts = root().join(POSTS).display().to_string();
    let forms = forms.display().to_string();
    let rows: Vec<Value> = serde_json::from_str(&output("node", &[&script, &posts, &forms])?)?;
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    Ok(rows
        .iter()
        .map(|row| {
            Row::spread(
                &text(row, "group"),
                text(row, "what"),
                row,
                &text(row, "unit"),
            )
        })
        .collect())
}
