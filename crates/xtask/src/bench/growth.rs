//! How time grows with rules and with text, natively.

use super::{counted::post_files, native::bezint, table::Row};
use crate::command::output;
use bezint_tests::driver::Result;
use serde_json::Value;

/// The rows of the table.
pub fn rows() -> Result<Vec<Row>> {
    let posts = post_files()?;
    let mut arguments = vec!["bench", "growth", "--json"];
    arguments.extend(posts.iter().map(String::as_str));
    let result: Value = serde_json::from_str(&output(&bezint()?, &arguments)?)?;
    let mut rows = Vec::new();
    let list = |name: &str| result[name].as_array().cloned().unwrap_or_default();
    let median = |row: &Value, name: &str| row[name]["median"].as_f64().unwrap_or(f64::NAN);
    let by_rules = list("rules");
    for row in &by_rules {
        let what = format!("{} rules", row["rules"]);
        let check = format!("check of {} characters", result["compared"]);
        let bytes = row["tables"].as_f64().unwrap_or(f64::NAN) / 1024.0;
        rows.push(Row::spread(
            "growth",
            format!("{what}, {check}"),
            &row["check"],
            "µs",
        ));
        rows.push(Row::one("growth", format!("{what}, tables"), bytes, "KiB"));
        let load = median(row, "load") / 1000.0;
        rows.push(Row::one("growth", format!("{what}, load"), load, "ms"));
    }
    if let (Some(few), Some(many)) = (by_rules.first(), by_rules.last()) {
        let ratio = median(many, "check") / median(few, "check");
        let what = format!("{} to {} rules", few["rules"], many["rules"]);
        rows.push(Row::one("ratio", what, ratio, "×"));
    }
    for row in list("lengths") {
        for (name, title) in [("check", "text"), ("adversarial", "adversarial text")] {
            let what = format!("{title} of {} characters", row["characters"]);
            rows.push(Row::spread("growth", what, &row[name], "µs"));
        }
    }
    Ok(rows)
}
