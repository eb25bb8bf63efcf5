//! What every scenario stands on: the server, and browsers with and without Bezint.

use bezint_tests::{
    driver::{Browser, Extension, Launch, Result, Session},
    server::Server,
};
use libtest_mimic::{Failed, Trial};
use std::sync::Arc;

/// The server all scenarios share.
pub type Stage = Arc<Server>;

pub fn start() -> Stage {
    let pages = bezint_tests::target().join("pages");
    assert!(
        pages.join("x.html").exists(),
        "no fixture pages: run `cargo xtask pages`"
    );
    Arc::new(Server::start(pages).expect("a port on loopback is free"))
}

/// One scenario in one browser.
pub struct Scene {
    pub stage: Stage,
    pub browser: Browser,
}

impl Scene {
    /// A browser with Bezint.
    pub fn with_bezint(&self) -> Result<Session> {
        self.launch(true, |_| ())
    }

    /// The same browser as it was before Bezint.
    pub fn without_bezint(&self) -> Result<Session> {
        self.launch(false, |_| ())
    }

    /// A browser started in a special way, with or without Bezint.
    pub fn launch(&self, bezint: bool, change: impl FnOnce(&mut Launch)) -> Result<Session> {
        let extension = bezint.then(|| Extension::built(self.browser)).transpose()?;
        let mut launch = Launch::new(self.browser, extension);
        change(&mut launch);
        Session::start(&self.stage, launch)
    }
}

/// A test of a scenario in each browser.
pub fn in_both(
    stage: &Stage,
    name: &str,
    play: impl Fn(&Scene) -> Result<()> + Clone + Send + 'static,
) -> Vec<Trial> {
    Browser::ALL
        .map(|browser| in_one(stage, browser, name, play.clone()))
        .into()
}

/// A test of a scenario that can be played in one browser only.
pub fn in_one(
    stage: &Stage,
    browser: Browser,
    name: &str,
    play: impl Fn(&Scene) -> Result<()> + Send + 'static,
) -> Trial {
    let scene = Scene {
        stage: Arc::clone(stage),
        browser,
    };
    Trial::test(format!("{name}::{browser}"), move || {
        play(&scene).map_err(|error| Failed::from(error.to_string()))
    })
}

/// Fails with a sentence unless both are equal.
pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, left: T, right: T) -> Result<()> {
    if left == right {
        return Ok(());
    }
    Err(format!("{what}: not the same\n   found {left:?}\n  wanted {right:?}").into())
}
