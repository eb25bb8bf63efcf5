//! Compiles the packs below `packs/` into tables and texts.

use std::path::Path;
use std::process::exit;

use bezint_pack::{catalogue, compile, read_folder, serialise};

fn main() {
    let folder = Path::new("packs");
    println!("cargo::rerun-if-changed=packs");
    let files = read_folder(folder).expect("the folder packs/ can be read");
    let compiled = compile(&files).unwrap_or_else(|diagnostics| {
        for diagnostic in &diagnostics {
            println!(
                "cargo::warning={}",
                diagnostic.to_string().replace('\n', " ")
            );
        }
        eprintln!("the packs do not compile: run `cargo run -p bezint-cli -- pack test`");
        exit(1);
    });
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    let tables = serialise(&compiled.tables).expect("tables can be serialised");
    std::fs::write(out.join("tables.bin"), tables).expect("OUT_DIR can be written");
    let texts =
        serde_json::to_string(&catalogue(&compiled.packs)).expect("texts can be serialised");
    std::fs::write(out.join("texts.json"), texts).expect("OUT_DIR can be written");
}
