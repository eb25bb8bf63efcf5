//! `bezint` as a release build, which is what is timed and counted.

use crate::command::{output, run};
use bezint_tests::{driver::Result, root};
use serde_json::Value;

/// Builds it.
pub fn build() -> Result<()> {
    let arguments = [
        "build",
        "--quiet",
        "--locked",
        "--release",
        "--package",
        "bezint-cli",
    ];
    run(&root(), "cargo", &arguments)
}

/// Where it is.
pub fn bezint() -> Result<String> {
    let metadata = output("cargo", &["metadata", "--no-deps", "--format-version", "1"])?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"]
        .as_str()
        .ok_or("cargo names its target directory")?;
    Ok(format!("{folder}/release/bezint"))
}
