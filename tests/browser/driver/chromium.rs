//! What is special about Chromium.

use super::{
    Launch, Result, Session,
    process::{self, Driver},
};
use crate::server::Server;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;

pub(super) fn driver() -> Result<Driver> {
    let port = format!("--port={}", process::free_port()?);
    Driver::start("chromedriver", &[&port], "started successfully on port ")
}

pub(super) fn capabilities(launch: &Launch, server: &Server) -> Map<String, Value> {
    let mut arguments: Vec<String> = [
        // Fixture pages only, and root inside containers cannot have the sandbox.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--lang=nl",
        "--window-size=1280,900",
        "--force-device-scale-factor=1",
        // Branded builds dropped --load-extension; Chromium only needs this.
        "--disable-features=DisableLoadExtensionCommandLineSwitch",
        // Nothing is looked up: all traffic goes to the proxy, which knows four hosts.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--proxy-server=http://{}", server.address()));
    if launch.high_contrast {
        arguments.push("--force-high-contrast".to_owned());
    }
    if !launch.visible {
        arguments.push("--headless=new".to_owned());
    }
    if let Some(extension) = &launch.extension {
        arguments.push(format!("--load-extension={}", extension.folder().display()));
    }
    let capabilities = json!({
        "browserName": "chrome",
        "acceptInsecureCerts": true,
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": { "args": arguments },
    });
    capabilities.as_object().expect("made as an object").clone()
}

pub(super) fn prepare(session: &Session) -> Result<()> {
    if session.launch.dark {
        let feature = json!({ "name": "prefers-color-scheme", "value": "dark" });
        session.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": [feature] }),
        )?;
    }
    Ok(())
}

/// The id Chromium gives an unpacked extension: the first half of the hash of
/// its path, in letters a to p.
pub(super) fn id(folder: &Path) -> String {
    let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    let nibbles = hash[..16].iter().flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.map(|nibble| char::from(b'a' + nibble)).collect()
}

/// The id of a tab or worker whose address contains `part`.
pub(super) fn target(session: &Session, kind: &str, part: &str) -> Result<Option<Value>> {
    Ok(target_info(session, kind, part)?.map(|target| target["targetId"].clone()))
}

/// What Chromium tells of such a tab or worker. WebDriver itself does not list
/// what belongs to an extension.
fn target_info(session: &Session, kind: &str, part: &str) -> Result<Option<Value>> {
    let answer = session.cdp("Target.getTargets", json!({}))?;
    let all = answer["targetInfos"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    Ok(all.into_iter().find(|target| {
        target["type"] == kind && target["url"].as_str().is_some_and(|url| url.contains(part))
    }))
}

/// Waits for a page that opens by itself, closes it and goes on in front. Closed
/// before it had its words, it would leave Chromium believing that the extension
/// has none, and every other page of the extension would come up without text.
pub(super) fn close_page(session: &Session, url: &str) -> Result<()> {
    let mut page = None;
    session.wait_for("the page opens and has set its title", || {
        let found = target_info(session, "page", url)?;
        let title = found.as_ref().and_then(|page| page["title"].as_str());
        // As long as there is no other, the title is the address, then the one in the file.
        let titled = title.is_some_and(|title| title.contains(' '));
        page = found.map(|page| page["targetId"].clone());
        Ok(titled)
    })?;
    session.cdp("Target.closeTarget", json!({ "targetId": page }))?;
    session.wait_for("the page is closed", || {
        Ok(target(session, "page", url)?.is_none())
    })?;
    session.cdp("Page.bringToFront", json!({}))?;
    Ok(())
}

impl Session {
    /// A command of the Chrome DevTools protocol, on the current tab.
    pub fn cdp(&self, command: &str, parameters: Value) -> Result<Value> {
        self.wire.post(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
    }
}
