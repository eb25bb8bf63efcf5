//! The demo in a window.

use bezint_tests::{
    driver::{Browser, Extension, Launch, Result, Session},
    server::{Server, Site},
};
use std::{sync::Arc, thread, time::Duration};

/// Opens the browser on the list of pages and waits until the user closes it.
pub fn open(server: &Arc<Server>, browser: Browser) -> Result<()> {
    let mut launch = Launch::new(browser, Some(Extension::built(browser)?));
    launch.visible = true;
    let session = Session::start(server, launch)?;
    session.go(&Site::Index.url("/"))?;
    println!("\nBezint is in the tool bar of the window that opened. Close the window to end.");
    while session.is_open() {
        thread::sleep(Duration::from_millis(500));
    }
    Ok(())
}
