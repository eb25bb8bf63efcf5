//! What the browser's console says.

use super::{Browser, Result, Session};
use serde_json::{Value, json};

impl Session {
    /// Errors and warnings in the console since the last call, of pages,
    /// content scripts and, in Firefox, the extension's background. What Firefox
    /// notes about promises of a page that was closed is not among them: the
    /// harness closes such pages itself.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        let found = match self.browser() {
            Browser::Chromium => {
                let log = self.wire.post("se/log", json!({ "type": "browser" }))?;
                let severe = |entry: &&Value| entry["level"] == "SEVERE";
                let all = log.as_array().cloned().unwrap_or_default();
                all.iter()
                    .filter(severe)
                    .map(|entry| super::text(entry["message"].clone()))
                    .collect()
            }
            Browser::Firefox => {
                let log = self.chrome_script(
                    "const ours = /^(moz-extension:|https:)/;
                     const list = Services.console.getMessageArray()
                         .filter((m) => m instanceof Ci.nsIScriptError && !(m.flags & 1) && ours.test(m.sourceName))
                         .filter((m) => !m.errorMessage.startsWith('Promise resolved after context unloaded'))
                         .map((m) => m.sourceName + ':' + m.lineNumber + ' ' + m.errorMessage);
                     Services.console.reset();
                     const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
                     const calls = storage.getEvents()
                         .filter((event) => event.level === 'error' && ours.test(event.filename))
                         .map((event) => event.filename + ' ' + event.arguments.join(' '));
                     storage.clearEvents();
                     return list.concat(calls)",
                    json!([]),
                )?;
                log.as_array()
                    .cloned()
                    .unwrap_or_default()
                    .into_iter()
                    .map(super::text)
                    .collect()
            }
        };
        Ok(found)
    }
}
