//! A browser with or without Bezint, driven through WebDriver.

mod chromium;
mod compose;
mod console;
mod drag;
mod extension;
mod firefox;
mod keys;
mod overlay;
mod page;
mod picture;
mod process;
mod wire;

pub use extension::Extension;
pub use keys::Key;
pub use page::{Element, Mark};
pub use picture::{Change, Picture, Rect};

use crate::server::{Server, Site};
use process::Driver;
use serde_json::Value;
use std::{fmt, fs, path::Path, sync::Arc};
use wire::Wire;

/// What a step of a scenario can fail with; printed, never inspected.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The two browsers Bezint is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox ESR through geckodriver.
    Firefox,
}

impl Browser {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name used on the command line and in folders.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How a browser is started.
#[derive(Clone, Debug)]
pub struct Launch {
    /// Which one.
    pub browser: Browser,
    /// The unpacked extension to load, if any.
    pub extension: Option<Extension>,
    /// Whether pages are told to be dark.
    pub dark: bool,
    /// Whether the few colours of a high contrast theme are forced on pages.
    pub high_contrast: bool,
    /// Whether a window is shown.
    pub visible: bool,
}

impl Launch {
    /// Headless, light, with the given extension.
    pub fn new(browser: Browser, extension: Option<Extension>) -> Self {
        Self {
            browser,
            extension,
            dark: false,
            high_contrast: false,
            visible: false,
        }
    }
}

/// A running browser.
pub struct Session {
    wire: Wire,
    launch: Launch,
    server: Arc<Server>,
    welcome_errors: Vec<String>,
    // Last: the driver ends after the session it carries.
    _driver: Driver,
}

impl Session {
    /// Starts the browser and loads the extension.
    pub fn start(server: &Arc<Server>, launch: Launch) -> Result<Self> {
        let (driver, capabilities) = match launch.browser {
            Browser::Chromium => (chromium::driver()?, chromium::capabilities(&launch, server)),
            Browser::Firefox => (firefox::driver()?, firefox::capabilities(&launch, server)?),
        };
        let wire = Wire::connect(driver.url(), capabilities)?;
        let mut session = Self {
            wire,
            launch,
            server: Arc::clone(server),
            welcome_errors: Vec::new(),
            _driver: driver,
        };
        match session.launch.browser {
            Browser::Chromium => chromium::prepare(&session)?,
            Browser::Firefox => firefox::prepare(&session)?,
        }
        // With a display it is left open for the user to read.
        if session.launch.extension.is_some() && !session.launch.visible {
            session.welcome()?;
            session.welcome_errors = session.console_errors()?;
        }
        Ok(session)
    }

    /// Which browser this is.
    pub fn browser(&self) -> Browser {
        self.launch.browser
    }

    /// What the console said while the extension was installed and its welcome
    /// page was open.
    pub fn welcome_errors(&self) -> &[String] {
        &self.welcome_errors
    }

    /// The server behind the sites.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Opens a page of a site and waits until it has drawn itself.
    pub fn open(&self, site: Site, path: &str) -> Result<()> {
        self.go(&site.url(path))?;
        self.wait(
            "the page is drawn",
            "return document.body && document.body.dataset.ready === 'yes'",
        )
    }

    /// Opens any address.
    pub fn go(&self, url: &str) -> Result<()> {
        self.wire.post("url", serde_json::json!({ "url": url }))?;
        Ok(())
    }

    /// Opens a second tab at nothing and makes it the current one; returns both handles.
    pub fn new_tab(&self) -> Result<(String, String)> {
        let old = text(self.wire.get("window")?);
        let made = self
            .wire
            .post("window/new", serde_json::json!({ "type": "tab" }))?;
        let new = text(made["handle"].clone());
        self.switch_to(&new)?;
        Ok((old, new))
    }

    /// Makes a tab the current one.
    pub fn switch_to(&self, handle: &str) -> Result<()> {
        self.wire
            .post("window", serde_json::json!({ "handle": handle }))?;
        Ok(())
    }

    /// Closes the current tab and goes on in another.
    pub fn close_tab(&self, then: &str) -> Result<()> {
        self.wire.delete("window")?;
        self.switch_to(then)
    }

    /// Whether the browser still has a window; with a display the user closes it.
    pub fn is_open(&self) -> bool {
        self.wire
            .get("window/handles")
            .is_ok_and(|list| list.as_array().is_some_and(|l| !l.is_empty()))
    }

    /// Gives the pages of the current tab a window of this size, in CSS pixels. A
    /// window of 1280 by 1024 pixels, zoomed to 400 %, has 320 by 256 of them.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        use serde_json::json;
        match self.browser() {
            Browser::Chromium => self.cdp(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 0, "mobile": false }),
            )?,
            Browser::Firefox => self.chrome_script(
                "const { style } = gBrowser.selectedBrowser;
                 style.maxWidth = arguments[0] + 'px';
                 style.maxHeight = arguments[1] + 'px'",
                json!([width, height]),
            )?,
        };
        self.wait_for("the window has its size", || {
            let size = self.execute("return [innerWidth, innerHeight]", json!([]))?;
            Ok(size == json!([width, height]))
        })
    }

    /// The page as a PNG file.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        use base64::Engine as _;
        let encoded = text(self.wire.get("screenshot")?);
        Ok(base64::engine::general_purpose::STANDARD.decode(encoded)?)
    }

    /// Saves the page as a picture.
    pub fn save_screenshot(&self, path: &Path) -> Result<()> {
        fs::create_dir_all(path.parent().expect("a file in a folder"))?;
        fs::write(path, self.screenshot()?)?;
        Ok(())
    }
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
