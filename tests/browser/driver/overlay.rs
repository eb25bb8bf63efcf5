//! What Bezint draws over a page, in a root that is closed to the page: card,
//! pill, list and live region.

use super::{Browser, Rect, Result, Session};
use serde_json::{Value, json};

/// How many points of a grid, 32 pixels apart, show something of Bezint's. The
/// card and the list cover dozens of them, the pill one or two.
const COVERED: &str = "
    let covered = 0;
    for (let x = 16; x < innerWidth; x += 32) {
        for (let y = 16; y < innerHeight; y += 32) {
            if (document.elementFromPoint(x, y)?.matches('div[popover=manual]')) covered++;
        }
    }
    return covered >= 12";

const HOST: &str = "div[popover=manual]";

impl Session {
    /// Whether anything of Bezint's is on the page.
    pub fn shows_something(&self) -> Result<bool> {
        self.exists(HOST)
    }

    /// Waits until the card, or the list, is open or closed.
    pub fn wait_card(&self, open: bool) -> Result<()> {
        let what = if open {
            "the card is open"
        } else {
            "the card is closed"
        };
        self.wait_for(what, || {
            Ok(self.execute(COVERED, json!([]))? == Value::Bool(open))
        })
    }

    /// Waits until a part of what Bezint shows is there and has come up.
    pub fn wait_still(&self, part: &str) -> Result<()> {
        self.wait_for(&format!("{part} has come up"), || {
            let script = "const part = root.querySelector(args);
                 return part !== null && part.getAnimations().every((one) => one.playState === 'finished')";
            Ok(self.overlay(script, json!(part))? == Value::Bool(true))
        })
    }

    /// Lets the pointer come to a text in an element and rest there.
    pub fn rest_on(&self, path: &str, text: &str) -> Result<()> {
        let Rect {
            x,
            y,
            width,
            height,
        } = self.text_rect(path, text)?;
        let middle = i64::from(y + height / 2);
        self.point(i64::from(x) + 2, middle)?;
        self.point(i64::from(x + width / 2), middle)
    }

    /// Gives the keyboard command for the next phrase. The keys themselves are the
    /// browser's own and out of reach without its window.
    pub fn next_warning(&self) -> Result<()> {
        self.in_extension(
            "const tabs = await chrome.tabs.query({ active: false });
             await Promise.all(tabs.map((tab) => chrome.tabs.sendMessage(tab.id, { type: 'next-warning' }).catch(() => null)))",
            json!(null),
        )?;
        Ok(())
    }

    /// Runs the body of a function in which `root` is Bezint's closed root and
    /// `args` the argument. The page cannot do this; a driver with the rights of
    /// the browser can. `Null` while Bezint shows nothing.
    pub fn overlay(&self, script: &str, argument: Value) -> Result<Value> {
        match self.browser() {
            Browser::Chromium => {
                let all = self.cdp("DOM.getDocument", json!({ "depth": -1, "pierce": true }))?;
                let Some(root) = closed_root(&all["root"]) else {
                    return Ok(Value::Null);
                };
                let node = json!({ "backendNodeId": root["backendNodeId"] });
                let object = self.cdp("DOM.resolveNode", node)?["object"]["objectId"].clone();
                let answer = self.cdp(
                    "Runtime.callFunctionOn",
                    json!({
                        "objectId": object,
                        "functionDeclaration": format!("async function (args) {{ const root = this; {script} }}"),
                        "arguments": [{ "value": argument }],
                        "returnByValue": true,
                        "awaitPromise": true,
                    }),
                )?;
                match answer.get("exceptionDetails") {
                    Some(thrown) => Err(thrown.to_string().into()),
                    None => Ok(answer["result"]["value"].clone()),
                }
            }
            Browser::Firefox => {
                let find = format!("return document.querySelector('{HOST}')");
                let host = self.execute(&find, json!([]))?;
                let Some(id) = host.as_object().and_then(|host| host.values().next()) else {
                    return Ok(Value::Null);
                };
                let id = id.as_str().unwrap_or_default();
                let root = self.wire.get(&format!("element/{id}/shadow"))?;
                self.execute(
                    &format!("const [root, args] = arguments; {script}"),
                    json!([root, argument]),
                )
            }
        }
    }

    /// The text of a part of what Bezint shows, or nothing when it is not there.
    pub fn overlay_text(&self, selector: &str) -> Result<Option<String>> {
        let script = "return root.querySelector(args)?.textContent ?? null";
        Ok(self
            .overlay(script, json!(selector))?
            .as_str()
            .map(str::to_owned))
    }

    /// An attribute of a part of what Bezint shows.
    pub fn overlay_attribute(&self, selector: &str, name: &str) -> Result<Option<String>> {
        let script = "return root.querySelector(args[0])?.getAttribute(args[1]) ?? null";
        let found = self.overlay(script, json!([selector, name]))?;
        Ok(found.as_str().map(str::to_owned))
    }

    /// Clicks in the middle of a part of what Bezint shows.
    pub fn click_overlay(&self, selector: &str) -> Result<()> {
        let script = "
            const box = root.querySelector(args)?.getBoundingClientRect();
            return box ? [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] : null";
        let mut place = Value::Null;
        self.wait_for(&format!("Bezint shows {selector}"), || {
            place = self.overlay(script, json!(selector))?;
            Ok(!place.is_null())
        })?;
        let side = |at: usize| place[at].as_i64().ok_or("the part has no place");
        self.click_at(side(0)?, side(1)?)
    }
}

/// The closed root of Bezint's host in a tree, also in a frame.
fn closed_root(node: &Value) -> Option<&Value> {
    if node["shadowRootType"] == "closed" {
        return Some(node);
    }
    let lists = ["children", "shadowRoots"]
        .into_iter()
        .filter_map(|list| node[list].as_array());
    lists
        .flatten()
        .chain(node.get("contentDocument"))
        .find_map(closed_root)
}
