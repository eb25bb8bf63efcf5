//! Running other programs.

use bezint_tests::driver::Result;
use std::{path::Path, process::Command};

/// A heading above the output of what comes next.
pub fn heading(text: &str) {
    println!("\n== {text}");
}

/// A program in a folder of the workspace, its output shown.
pub fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<()> {
    let line = format!("{program} {}", arguments.join(" "));
    let status = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .status()
        .map_err(|error| format!("`{line}` could not be started: {error}"))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("`{line}` failed in {}", folder.display()).into())
}

/// What a program prints.
pub fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let line = format!("{program} {}", arguments.join(" "));
    let output = Command::new(program)
        .args(arguments)
        .current_dir(bezint_tests::root())
        .output()
        .map_err(|error| format!("`{line}` could not be started: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{line}` failed: {said}").into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a program is on the path.
pub fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
