//! The worked example of `docs/rules.md` is a pack that works.

use std::path::Path;

use bezint_pack::{PackFile, compile, prove, read_folder};

#[test]
fn the_worked_example_compiles_and_proves_itself() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page =
        std::fs::read_to_string(root.join("../../docs/rules.md")).expect("the page can be read");
    let example = page
        .split("```toml\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the page has an example");
    let mut files: Vec<PackFile> = read_folder(&root.join("packs")).expect("the packs can be read");
    files.push(PackFile {
        name: "voorbeeld.toml".into(),
        pack: "voorbeeld".into(),
        text: example.to_owned(),
    });
    let compiled = compile(&files).unwrap_or_else(|d| panic!("{d:?}"));
    let said: Vec<_> = prove(&compiled)
        .expect("the tables load")
        .into_iter()
        .filter(|d| d.subject.starts_with("voorbeeld/"))
        .map(|d| d.code)
        .collect();
    assert_eq!(said, ["covered"], "the page promises one warning");
    let own = compiled
        .packs
        .rules
        .iter()
        .filter(|r| r.pack == "voorbeeld");
    let examples: usize = own.map(|r| r.rule.yes.len() + r.rule.no.len()).sum();
    let promised = format!("1 rules, {examples} examples: 0 errors, 1 warnings");
    assert!(page.contains(&promised), "the page does not say {promised}");
}
