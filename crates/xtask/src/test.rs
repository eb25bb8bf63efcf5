//! Everything that must hold, cheapest first; the first failure ends it.

use crate::{
    bench, build,
    command::{heading, output, run},
    setup,
};
use bezint_tests::{
    driver::{Browser, Result},
    root, target,
};

/// Runs all checks and tests.
pub fn run_all() -> Result<()> {
    let root = root();
    let cargo = |title: &str, arguments: &[&str]| {
        heading(title);
        run(&root, "cargo", arguments)
    };
    setup::for_build()?;
    setup::for_tests()?;
    cargo("Formatting", &["fmt", "--all", "--check"])?;
    let clippy = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ];
    cargo("Lints", &clippy)?;
    // Always of the whole workspace: chosen by package, what several are built from
    // would have other features, and be built once more.
    let tests = ["test", "--workspace", "--locked"];
    cargo("Tests of the crates", &tests)?;
    heading("The packs, and what their compounds catch in the word list");
    run(
        &root,
        &bezint()?,
        &["pack", "test", "--words", setup::WORD_LIST],
    )?;
    build::extension(&Browser::ALL)?;
    build::pages()?;
    core_in_wasm()?;
    bench::gates()?;
    let extension = root.join("extension");
    heading("Types of the TypeScript");
    run(&extension, "npm", &["run", "--silent", "typecheck"])?;
    heading("The Firefox package as the store looks at it");
    let package = target().join("extension/firefox").display().to_string();
    let lint = [
        "web-ext",
        "lint",
        "--self-hosted",
        "--warnings-as-errors",
        "--source-dir",
        &package,
    ];
    run(&extension, "npx", &[&["--no-install"], &lint[..]].concat())?;
    let browser = [&tests[..], &["--test", "browser"]].concat();
    cargo("Browser tests", &browser)?;
    println!("\nAll checks and tests passed.");
    Ok(())
}

/// The examples of all rules through the core that ships; that there are as many
/// as `bezint pack test` counts is part of it.
fn core_in_wasm() -> Result<()> {
    heading("Every example in the core that ships");
    let root = root();
    let bezint = bezint()?;
    let pack = |command: &[&str]| output(&bezint, &[&["pack"], command].concat());
    let examples = target().join("examples.jsonl");
    std::fs::write(&examples, pack(&["examples"])?)?;
    let counted: serde_json::Value = serde_json::from_str(&pack(&["test", "--json"])?)?;
    let test = root.join("tests/core/same-as-native.test.mjs");
    let settings = [
        format!("BEZINT_EXAMPLES={}", examples.display()),
        format!("BEZINT_EXAMPLES_COUNT={}", counted["examples"]),
        format!("BEZINT_RULES_COUNT={}", counted["rules"]),
    ];
    let mut arguments: Vec<&str> = settings.iter().map(String::as_str).collect();
    let test = test.display().to_string();
    arguments.extend(["node", "--test", &test]);
    run(&root, "env", &arguments)
}

/// The command as the tests of the crates have just built it.
fn bezint() -> Result<String> {
    let built = target().join("debug/bezint");
    if !built.is_file() {
        return Err(format!("{} is not there", built.display()).into());
    }
    Ok(built.display().to_string())
}
