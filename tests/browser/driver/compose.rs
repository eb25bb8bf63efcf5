//! Text that comes from an input method or the clipboard.

use super::{Browser, Key, Result, Session};
use serde_json::json;

/// Firefox: the processor that keyboards of the operating system talk to.
const PROCESSOR: &str = "
    window.bezintInput ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    const input = window.bezintInput;
";

impl Session {
    /// An input method shows `text` as not yet finished.
    pub fn compose(&self, text: &str) -> Result<()> {
        let end = text.encode_utf16().count();
        match self.browser() {
            Browser::Chromium => self.cdp(
                "Input.imeSetComposition",
                json!({ "text": text, "selectionStart": end, "selectionEnd": end }),
            )?,
            Browser::Firefox => {
                let script = format!(
                    "{PROCESSOR}
                     if (!input.beginInputTransactionForTests(window)) throw new Error('no input');
                     input.setPendingCompositionString(arguments[0]);
                     input.appendClauseToPendingComposition(arguments[0].length, input.ATTR_RAW_CLAUSE);
                     input.setCaretInPendingComposition(arguments[0].length);
                     return input.flushPendingComposition()"
                );
                self.chrome_script(&script, json!([text]))?
            }
        };
        Ok(())
    }

    /// The input method finishes the text it was composing.
    pub fn commit_composition(&self, text: &str) -> Result<()> {
        match self.browser() {
            Browser::Chromium => self.cdp("Input.insertText", json!({ "text": text }))?,
            Browser::Firefox => self.chrome_script(
                &format!("{PROCESSOR} input.commitComposition()"),
                json!([text]),
            )?,
        };
        Ok(())
    }

    /// Puts text on the clipboard: it is selected on the page and copied by key.
    pub fn copy(&self, text: &str) -> Result<()> {
        let script = "
            const holder = document.createElement('pre');
            holder.textContent = arguments[0];
            document.body.replaceChildren(holder);
            getSelection().selectAllChildren(holder)";
        self.execute(script, json!([text]))?;
        self.chord(&[Key::Control], 'c')
    }

    /// Lets the page draw a number of frames.
    pub fn frames(&self, count: usize) -> Result<()> {
        let script =
            "for (let left = args; left > 0; left--) await new Promise(requestAnimationFrame)";
        self.execute_async(script, json!(count))?;
        Ok(())
    }

    /// Presses Backspace a number of times.
    pub fn backspace(&self, times: usize) -> Result<()> {
        (0..times).try_for_each(|_| self.press(&[], Key::Backspace))
    }
}
