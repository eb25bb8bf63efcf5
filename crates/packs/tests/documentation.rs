//! The worked example of `docs/rules.md` is a pack that works.

use std::path::Path;

use bezint_pack::{Level, PackFile, compile, prove, read_folder};

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
    let head = "[pack]\nid = \"voorbeeld\"\nversion = \"1\"\nemployers = [\"defensie\"]\n\
                title = { nl = \"Voorbeeld\", en = \"Example\" }\ncontact = { nl = \"je chef\", en = \"your boss\" }\n";
    let shared = ["norms/", "lexicons/basis.toml"];
    let mut files: Vec<PackFile> = read_folder(&root.join("packs")).expect("the packs can be read");
    files.retain(|f| shared.iter().any(|s| f.name.starts_with(s)));
    files.push(PackFile {
        name: "voorbeeld.toml".into(),
        pack: "voorbeeld".into(),
        text: format!("{head}\n{example}"),
    });
    let compiled = compile(&files).unwrap_or_else(|d| panic!("{d:?}"));
    let said = prove(&compiled).expect("the tables load");
    let errors: Vec<_> = said.iter().filter(|d| d.level == Level::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
}
