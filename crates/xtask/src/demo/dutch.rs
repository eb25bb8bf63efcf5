//! Bezint in Dutch, for pictures. It follows the language of the browser, and those
//! of Debian speak English unless more is installed.

use bezint_tests::{
    driver::{Browser, Extension, Result},
    target,
};
use std::{fs, io::ErrorKind, path::Path};

/// What was built, without its English texts: the Dutch ones are what is left.
pub fn extension(browser: Browser) -> Result<Extension> {
    let copy = target().join("demo/dutch").join(browser.name());
    match fs::remove_dir_all(&copy) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    copy_folder(Extension::built(browser)?.folder(), &copy)?;
    fs::remove_dir_all(copy.join("_locales/en"))?;
    Extension::unpacked(&copy)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
