//! What the browser tests and the demo share: a server that stands in for the
//! three sites, a driver for both browsers, the composers of the fixture pages
//! and the posts that are typed into them.

pub mod composers;
pub mod driver;
pub mod phrases;
pub mod server;

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("the workspace exists")
}

/// Where builds, fixture pages and screenshots go, whatever folder cargo itself uses.
pub fn target() -> PathBuf {
    root().join("target")
}
