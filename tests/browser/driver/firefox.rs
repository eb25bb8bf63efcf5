//! What is special about Firefox.

use super::{Launch, Result, Session, process::Driver};
use crate::server::Server;
use serde_json::{Map, Value, json};

/// The internal host name of the extension, fixed so that its pages can be opened.
pub(super) const UUID: &str = "b0b0b0b0-1234-4abc-8def-0123456789ab";

pub(super) fn driver() -> Result<Driver> {
    let arguments = ["--port", "0", "--allow-system-access"];
    Driver::start("geckodriver", &arguments, "Listening on 127.0.0.1:")
}

pub(super) fn capabilities(launch: &Launch, server: &Server) -> Result<Map<String, Value>> {
    let address = server.address();
    let mut preferences = json!({
        "network.proxy.type": 1,
        "network.proxy.http": address.ip().to_string(),
        "network.proxy.http_port": address.port(),
        "network.proxy.ssl": address.ip().to_string(),
        "network.proxy.ssl_port": address.port(),
        "network.proxy.no_proxies_on": "",
        "network.trr.mode": 5,
        "intl.accept_languages": "nl",
        "layout.css.devPixelsPerPx": "1.0",
        "layout.css.prefers-color-scheme.content-override": if launch.dark { 0 } else { 1 },
        "extensions.webextensions.warnings-as-errors": false,
        "ui.caretBlinkTime": 0,
        // Its English dictionary would underline most of what is typed here.
        "layout.spellcheckDefault": 0,
    });
    if launch.high_contrast {
        preferences["browser.display.document_color_use"] = Value::from(2);
    }
    if let Some(extension) = &launch.extension {
        let uuids = json!({ extension.gecko_id()?: UUID }).to_string();
        preferences["extensions.webextensions.uuids"] = Value::from(uuids);
    }
    let mut arguments = vec!["-width", "1280", "-height", "900"];
    if !launch.visible {
        arguments.push("-headless");
    }
    let capabilities = json!({
        "browserName": "firefox",
        "acceptInsecureCerts": true,
        "moz:firefoxOptions": { "args": arguments, "prefs": preferences },
    });
    Ok(capabilities.as_object().expect("made as an object").clone())
}

pub(super) fn prepare(session: &Session) -> Result<()> {
    if let Some(extension) = &session.launch.extension {
        let add = json!({ "path": extension.folder(), "temporary": true });
        session.wire.post("moz/addon/install", add)?;
    }
    Ok(())
}

/// Waits for a page that opens by itself, closes it and goes on in front.
pub(super) fn close_page(session: &Session, url: &str) -> Result<()> {
    let old = super::text(session.wire.get("window")?);
    let mut other = String::new();
    session.wait_for("the page opens", || {
        let handles = session.wire.get("window/handles")?;
        let found = handles
            .as_array()
            .and_then(|all| all.iter().find(|one| **one != old));
        other = found.cloned().map(super::text).unwrap_or_default();
        Ok(!other.is_empty())
    })?;
    session.switch_to(&other)?;
    session.wait_for("it is that page", || Ok(session.wire.get("url")? == url))?;
    session.wait(
        "it is drawn",
        "return document.body?.innerText.trim().length > 0",
    )?;
    session.close_tab(&old)
}

impl Session {
    /// Runs a script with the rights of the browser itself.
    pub fn chrome_script(&self, script: &str, arguments: Value) -> Result<Value> {
        self.wire
            .post("moz/context", json!({ "context": "chrome" }))?;
        let result = self.execute(script, arguments);
        self.wire
            .post("moz/context", json!({ "context": "content" }))?;
        result
    }

    /// Runs a script in the page's own process with the rights of the browser.
    pub(super) fn system_script(&self, script: &str, arguments: Value) -> Result<Value> {
        self.chrome_script(
            "const [script, args] = arguments;
             const page = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal;
             return page.getActor('MarionetteCommands').executeScript(script, args, { sandboxName: 'system' })",
            json!([script, arguments]),
        )
    }
}
