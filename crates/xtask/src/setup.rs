//! What building and testing need beyond rustup, Node and apt. Every step looks
//! first and does nothing when all is there.

use crate::command::{heading, on_path, output, run};
use bezint_tests::{
    driver::{Browser, Result},
    root, target,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

const WASM: &str = "wasm32-unknown-unknown";

/// What rustup's smallest profile leaves out, and the program each brings.
const COMPONENTS: [(&str, &str); 2] = [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")];

/// OpenTaal's Dutch words as Debian ships them; only tests read it.
pub const WORD_LIST: &str = "/usr/share/dict/dutch";

/// A Debian package, and the program or file it is needed for.
type Package = (&'static str, &'static str);

const CHROMIUM: [Package; 2] = [
    ("chromium", "chromium"),
    ("chromium-driver", "chromedriver"),
];
const FIREFOX: [Package; 1] = [("firefox-esr", "firefox-esr")];
const WORDS: [Package; 1] = [("wdutch", WORD_LIST)];
/// Counts instructions.
const VALGRIND: [Package; 1] = [("valgrind", "valgrind")];

/// What npm's packages and the build scripts ask of Node.js.
const NODE: u32 = 20;

/// All of it.
pub fn everything() -> Result<()> {
    for_build()?;
    for_tests()?;
    println!("Everything is there.");
    Ok(())
}

/// What `cargo xtask build` needs.
pub fn for_build() -> Result<()> {
    wasm_target()?;
    node_packages(&root().join("extension"))?;
    node_packages(&root().join("tests/pages"))
}

/// What the demo needs on top.
pub fn for_browser(browser: Browser) -> Result<()> {
    match browser {
        Browser::Chromium => debian_packages(&CHROMIUM),
        Browser::Firefox => debian_packages(&FIREFOX).and_then(|()| geckodriver()),
    }
}

/// What the tests need on top.
pub fn for_tests() -> Result<()> {
    debian_packages(&[&CHROMIUM[..], &FIREFOX, &WORDS, &VALGRIND].concat())?;
    components()?;
    geckodriver()
}

fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    heading("Rust for WebAssembly");
    if !on_path("rustup") {
        return Err(format!("install Rust's standard library for {WASM}, or rustup").into());
    }
    run(&root(), "rustup", &["target", "add", WASM])
}

fn components() -> Result<()> {
    let programs = sysroot()?.join("bin");
    let absent = COMPONENTS
        .iter()
        .filter(|(_, program)| !programs.join(program).is_file());
    let missing: Vec<&str> = absent.map(|(component, _)| *component).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    heading(&format!("Rust's {names}"));
    if !on_path("rustup") {
        return Err(format!("install these parts of Rust, or rustup: {names}").into());
    }
    run(
        &root(),
        "rustup",
        &[&["component", "add"], &missing[..]].concat(),
    )
}

fn sysroot() -> Result<PathBuf> {
    Ok(output("rustc", &["--print", "sysroot"])?.trim().into())
}

/// `npm ci`, unless it was done for this very lock file.
fn node_packages(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules/.bezint-installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    heading(&format!(
        "npm packages of {}",
        folder.strip_prefix(root())?.display()
    ));
    node()?;
    run(folder, "npm", &["ci", "--no-fund", "--no-audit"])?;
    Ok(fs::write(stamp, lock)?)
}

fn node() -> Result<()> {
    let wanted = format!("install Node.js {NODE} or later with npm (https://nodejs.org)");
    if !on_path("npm") || !on_path("node") {
        return Err(format!("npm is missing: {wanted}").into());
    }
    let version = output("node", &["--version"])?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(format!("Node.js {} is too old: {wanted}", version.trim()).into()),
    }
}

fn debian_packages(packages: &[Package]) -> Result<()> {
    let there = |what: &str| on_path(what) || Path::new(what).is_file();
    let absent = packages.iter().filter(|(_, what)| !there(what));
    let missing: Vec<&str> = absent.map(|(package, _)| *package).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    heading(&format!("Debian packages: {names}"));
    if !on_path("apt-get") {
        return Err(format!("install these programs by hand: {names}").into());
    }
    let install = ["install", "--yes", "--no-install-recommends"];
    let install = [&install[..], &missing].concat();
    if output("id", &["-u"])?.trim() != "0" {
        let install = install.join(" ");
        return Err(
            format!("run as root, then try again: apt-get update && apt-get {install}").into(),
        );
    }
    run(&root(), "apt-get", &["update"])?;
    run(&root(), "apt-get", &install)
}

fn geckodriver() -> Result<()> {
    let tools = target().join("tools");
    if on_path("geckodriver") || tools.join("bin/geckodriver").is_file() {
        return Ok(());
    }
    heading("geckodriver");
    let folder = tools.display().to_string();
    run(
        &root(),
        "cargo",
        &["install", "--locked", "geckodriver", "--root", &folder],
    )
}
