//! The extension folders: WebAssembly, its glue, the rule texts, the bundles.

use crate::{
    command::{heading, output, run},
    setup,
};
use bezint_tests::{
    driver::{Browser, Result},
    root, target,
};
use serde_json::Value;
use std::{fs, path::PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// Builds the extension for the given browsers into `target/extension/<browser>`.
pub fn extension(browsers: &[Browser]) -> Result<()> {
    setup::for_build()?;
    heading("The core as WebAssembly");
    let generated = root().join("extension/generated");
    fs::create_dir_all(&generated)?;
    let metadata = output("cargo", &["metadata", "--no-deps", "--format-version", "1"])?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    web_assembly(&metadata, "bezint-wasm", "core")?;
    if is_module(&metadata, "bezint-pages") {
        web_assembly(&metadata, "bezint-pages", "pages")?;
    }
    fs::write(generated.join("texts.json"), bezint_packs::texts_json())?;
    for browser in browsers {
        heading(&format!("The extension for {browser}"));
        let out = target()
            .join("extension")
            .join(browser.name())
            .display()
            .to_string();
        let arguments = [
            "run",
            "--silent",
            "build",
            "--",
            "--browser",
            browser.name(),
            "--out",
            &out,
        ];
        run(&root().join("extension"), "npm", &arguments)?;
    }
    Ok(())
}

/// Bundles the fixture pages into `target/pages`.
pub fn pages() -> Result<()> {
    heading("The fixture pages");
    let out = target().join("pages").display().to_string();
    run(
        &root().join("tests/pages"),
        "npm",
        &["run", "--silent", "build", "--", "--out", &out],
    )
}

/// Compiles a crate and writes `<name>.js` and `<name>_bg.wasm`.
fn web_assembly(metadata: &Value, package: &str, name: &str) -> Result<()> {
    // Paths of this machine have no place in the package, and without them the
    // same sources give the same bytes anywhere.
    let home = std::env::var("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|_| std::env::var("HOME").map(|home| PathBuf::from(home).join(".cargo")))?;
    let flags = format!(
        "target.wasm32-unknown-unknown.rustflags=['--remap-path-prefix={}=.', '--remap-path-prefix={}=cargo']",
        root().display(),
        home.display(),
    );
    let arguments = [
        "build",
        "--locked",
        "--package",
        package,
        "--profile",
        "wasm",
        "--target",
        "wasm32-unknown-unknown",
        "--config",
        &flags,
    ];
    run(&root(), "cargo", &arguments)?;
    let file = format!("{}.wasm", package.replace('-', "_"));
    let built = cargo_target(metadata)?
        .join("wasm32-unknown-unknown/wasm")
        .join(file);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&built)
        .out_name(name)
        .typescript(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true);
    bindgen
        .web(true)?
        .generate(root().join("extension/generated"))?;
    let size = fs::metadata(root().join(format!("extension/generated/{name}_bg.wasm")))?.len();
    println!("{name}_bg.wasm: {} KiB", size.div_ceil(1024));
    Ok(())
}

/// Where cargo puts what it builds; not always `target/`.
fn cargo_target(metadata: &Value) -> Result<PathBuf> {
    Ok(metadata["target_directory"]
        .as_str()
        .ok_or("cargo names its target directory")?
        .into())
}

/// Whether a package of the workspace can be built as a WebAssembly module.
fn is_module(metadata: &Value, package: &str) -> bool {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages = list(&metadata["packages"]);
    let Some(package) = packages.iter().find(|one| one["name"] == package) else {
        return false;
    };
    list(&package["targets"]).iter().any(|target| {
        list(&target["crate_types"])
            .iter()
            .any(|kind| kind == "cdylib")
    })
}
