//! Trying Bezint on local copies of the sites' pages: in a window, or, without a
//! display, as a tour that prints what it sees.

mod dutch;
mod tour;
mod why;
mod window;

use crate::{build, setup};
use bezint_tests::{
    driver::{Browser, Result},
    server::Server,
    target,
};
use std::sync::Arc;

/// Builds what is needed and starts the demo.
pub fn run(browser: Browser) -> Result<()> {
    setup::for_browser(browser)?;
    build::extension(&[browser])?;
    build::pages()?;
    let server = Arc::new(Server::start(target().join("pages"))?);
    let display = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if display("DISPLAY") || display("WAYLAND_DISPLAY") {
        window::open(&server, browser)
    } else {
        tour::run(&server, browser)
    }
}
