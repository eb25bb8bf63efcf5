//! What Bezint draws over a page, in a root that is closed to the page.

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

/// A part of the card, as Chromium's inspector sees it.
pub struct CardPart {
    node: Value,
}

impl CardPart {
    /// All text on it.
    pub fn text(&self) -> String {
        fn gather(node: &Value, text: &mut String) {
            text.push_str(node["nodeValue"].as_str().unwrap_or_default());
            children(node).for_each(|child| gather(child, text));
        }
        let mut text = String::new();
        gather(&self.node, &mut text);
        text
    }
}

impl Session {
    /// Whether anything of Bezint's is on the page.
    pub fn shows_something(&self) -> Result<bool> {
        self.exists("div[popover=manual]")
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

    /// The parts of what Bezint shows with a class, in order. Only Chromium lets
    /// one look into a closed root.
    pub fn card_parts(&self, class: &str) -> Result<Vec<CardPart>> {
        fn gather(node: &Value, class: &str, found: &mut Vec<CardPart>) {
            let attributes = node["attributes"].as_array();
            let has = attributes.is_some_and(|list| {
                list.chunks(2).any(|pair| {
                    let mut names = pair[1].as_str().unwrap_or_default().split(' ');
                    pair[0] == "class" && names.any(|name| name == class)
                })
            });
            if has {
                found.push(CardPart { node: node.clone() });
            }
            children(node).for_each(|child| gather(child, class, found));
        }
        assert_eq!(self.browser(), Browser::Chromium, "has an inspector");
        let all = self.cdp("DOM.getDocument", json!({ "depth": -1, "pierce": true }))?;
        let mut found = Vec::new();
        // The page's own elements have classes too.
        for host in closed(&all["root"]) {
            gather(host, class, &mut found);
        }
        Ok(found)
    }

    /// Clicks in the middle of a part.
    pub fn click_part(&self, part: &CardPart) -> Result<()> {
        let node = &part.node["backendNodeId"];
        let quad =
            &self.cdp("DOM.getBoxModel", json!({ "backendNodeId": node }))?["model"]["border"];
        let side = |at: usize| quad[at].as_f64().ok_or("the part is not in view");
        // Left, top, right, top, right, bottom, left, bottom.
        let (x, y) = ((side(0)? + side(2)?) / 2.0, (side(1)? + side(5)?) / 2.0);
        self.click_at(x as i64, y as i64)
    }
}

fn children(node: &Value) -> impl Iterator<Item = &Value> {
    ["children", "shadowRoots"]
        .into_iter()
        .filter_map(|list| node[list].as_array())
        .flatten()
}

/// The closed roots in a tree.
fn closed(node: &Value) -> Vec<&Value> {
    if node["shadowRootType"] == "closed" {
        return vec![node];
    }
    children(node).flat_map(closed).collect()
}
