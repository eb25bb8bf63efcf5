//! Zip files as the stores take them: the same bytes for the same sources.

use crate::{build, command::heading};
use bezint_tests::{
    driver::{Browser, Result},
    target,
};
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Builds and zips into `target/package/bezint-<version>-<browser>.zip`.
pub fn zip(browsers: &[Browser]) -> Result<()> {
    build::extension(browsers)?;
    heading("Packages");
    let folder = target().join("package");
    fs::create_dir_all(&folder)?;
    for browser in browsers {
        let source = target().join("extension").join(browser.name());
        let name = format!("bezint-{}-{browser}.zip", env!("CARGO_PKG_VERSION"));
        let size = write(&source, &folder.join(&name))?;
        println!("target/package/{name}: {} KiB", size.div_ceil(1024));
    }
    Ok(())
}

fn write(source: &Path, zip: &Path) -> Result<u64> {
    let mut files = Vec::new();
    collect(source, &mut files)?;
    files.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(File::create(zip)?);
    for file in files {
        let name = file
            .strip_prefix(source)?
            .to_str()
            .ok_or("file names are plain text")?;
        writer.start_file(name, options)?;
        writer.write_all(&fs::read(&file)?)?;
    }
    writer.finish()?;
    Ok(fs::metadata(zip)?.len())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
