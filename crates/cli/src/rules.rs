//! Loading rules: the built-in ones, or those of a folder.

use std::path::Path;

use bezint_engine::Checker;
use bezint_pack::{Catalogue, Compiled, PackFile, catalogue, compile, read_folder};

/// The folder of the built-in packs in a checkout.
const BUILT_IN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../packs/packs");

/// The texts of the rules in use.
pub(crate) enum Texts {
    /// Of the built-in packs, as JSON.
    BuiltIn(serde_json::Value),
    /// Of a folder.
    Folder(Box<Catalogue>),
}

impl Texts {
    fn value(&self) -> serde_json::Value {
        match self {
            Texts::BuiltIn(value) => value.clone(),
            Texts::Folder(catalogue) => serde_json::to_value(catalogue).unwrap_or_default(),
        }
    }

    /// The catalogue as JSON.
    pub(crate) fn of(packs: Option<&Path>) -> Result<serde_json::Value, String> {
        let texts = match packs {
            None => Texts::BuiltIn(
                serde_json::from_str(&bezint_packs::texts_json())
                    .map_err(|e| format!("the built-in texts cannot be read: {e}"))?,
            ),
            Some(folder) => Texts::Folder(Box::new(catalogue(&compiled(Some(folder))?.packs))),
        };
        Ok(texts.value())
    }
}

/// A checker with the rules in use.
pub(crate) fn checker(packs: Option<&Path>) -> Result<Checker, String> {
    match packs {
        None => Checker::load(bezint_packs::TABLES).map_err(|e| e.to_string()),
        Some(folder) => {
            let tables = compiled(Some(folder))?.tables;
            if tables.rules.is_empty() {
                return Err(no_rule(folder));
            }
            Checker::new(tables).map_err(|e| e.to_string())
        }
    }
}

/// What is said of packs in which there is nothing to check with.
pub(crate) fn no_rule(folder: &Path) -> String {
    format!(
        "the packs in {} hold no rule; add a [[rule]], docs/rules.md shows how",
        folder.display()
    )
}

/// The pack files in use.
pub(crate) fn files(packs: Option<&Path>) -> Result<Vec<PackFile>, String> {
    let folder = packs.unwrap_or(Path::new(BUILT_IN));
    let files = read_folder(folder).map_err(|e| {
        format!("the packs in {} cannot be read: {e}. Give the folder with --packs; each folder in it is one pack", folder.display())
    })?;
    if files.is_empty() {
        return Err(format!(
            "no pack in {}: each pack is a folder with .toml files",
            folder.display()
        ));
    }
    Ok(files)
}

/// The packs in use, compiled from their files.
pub(crate) fn compiled(packs: Option<&Path>) -> Result<Compiled, String> {
    compile(&files(packs)?).map_err(|diagnostics| {
        let all: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        format!("the packs do not compile\n{}", all.join("\n"))
    })
}
