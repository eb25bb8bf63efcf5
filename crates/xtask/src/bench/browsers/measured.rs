//! The extension as it is measured: the shipped folder with one script before
//! and one behind the content script, which itself stays what it is.

use bezint_tests::{
    driver::{Browser, Extension, Result},
    target,
};
use serde_json::{Value, json};
use std::{fs, path::Path};

const PRELUDE: &str = include_str!("../../../../../tests/perf/page/prelude.js");
const EPILOGUE: &str = include_str!("../../../../../tests/perf/page/epilogue.js");

/// Makes it below `target/perf` from what the last build made.
pub fn extension(browser: Browser) -> Result<Extension> {
    let built = Extension::built(browser)?;
    let folder = target().join("perf/extension").join(browser.name());
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(built.folder(), &folder)?;
    fs::write(folder.join("prelude.js"), PRELUDE)?;
    fs::write(folder.join("epilogue.js"), EPILOGUE)?;
    let manifest = folder.join("manifest.json");
    let mut content: Value = serde_json::from_slice(&fs::read(&manifest)?)?;
    content["content_scripts"][0]["js"] = json!(["prelude.js", "content.js", "epilogue.js"]);
    fs::write(&manifest, content.to_string())?;
    Extension::unpacked(&folder)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
