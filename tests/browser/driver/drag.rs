//! Dragging text with the pointer. Browser and editor answer each step in their own
//! time (the news of a selection comes a frame late, a drag begins in another
//! process), so every step waits for the answer to the one before.

use super::{Browser, Element, Rect, Result, Session};
use serde_json::{Value, json};

/// What the page saw of a selection and a drag.
const WATCH: &str = "
    const [editor] = arguments;
    const root = editor.getRootNode();
    const roots = root instanceof ShadowRoot ? [root] : [];
    const seen = { selected: '' };
    const selected = () => {
        const [place] = getSelection().getComposedRanges({ shadowRoots: roots });
        if (place === undefined) return '';
        const range = document.createRange();
        range.setStart(place.startContainer, place.startOffset);
        range.setEnd(place.endContainer, place.endOffset);
        return range.toString();
    };
    document.addEventListener('selectionchange', () => seen.selected = selected());
    for (const type of ['dragstart', 'dragover', 'drop']) {
        addEventListener(type, ({ clientX, clientY }) => seen[type] = [clientX, clientY], true);
    }
    window.bezintDrag = seen";

/// Firefox: the pointer and the browser's own drag session without the desktop, which
/// a headless browser has not. What starts the drag, what it carries and what a drop
/// does to the editor are the browser's, as with any drag.
const HEADLESS: &str = "
    const { classes: Cc, interfaces: Ci } = Components;
    const [from, goal] = arguments;
    const service = Cc['@mozilla.org/widget/dragservice;1'].getService(Ci.nsIDragService);
    const mouse = (type, [x, y], buttons) =>
        window.synthesizeMouseEvent(type, x, y, { button: 0, buttons, clickCount: 1, inputSource: 1 }, {});
    service.startDragSessionForTests(window, Ci.nsIDragService.DRAGDROP_ACTION_COPY | Ci.nsIDragService.DRAGDROP_ACTION_MOVE);
    mouse('mousedown', from, 1);
    for (const moved of [8, 16]) mouse('mousemove', [from[0] + moved, from[1]], 1);
    const session = window.windowUtils.dragSession;
    if (!session?.dataTransfer) throw new Error('no drag began');
    const [clientX, clientY] = goal;
    const screenX = window.mozInnerScreenX + clientX;
    const screenY = window.mozInnerScreenY + clientY;
    let target = document.elementFromPoint(clientX, clientY);
    while (target.openOrClosedShadowRoot?.elementFromPoint(clientX, clientY)) {
        target = target.openOrClosedShadowRoot.elementFromPoint(clientX, clientY);
    }
    session.setDragEndPointForTests(screenX, screenY);
    for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new window.DragEvent(type, {
            clientX, clientY, screenX, screenY, view: window, dataTransfer: session.dataTransfer,
            bubbles: true, cancelable: true, composed: true,
        });
        window.windowUtils.dispatchDOMEventViaPresShellForTesting(target, event);
    }
    session.endDragSession(true, 0);
    mouse('mouseup', goal, 0)";

/// A place in the window.
type Place = (i64, i64);

impl Session {
    /// Selects a text inside an element and drags it to the end of another.
    pub fn drag(&self, path: &str, text: &str, onto: &str) -> Result<()> {
        let editor = self.find(path)?;
        let from = self.text_rect(path, text)?;
        let to = self.text_rect(path, onto)?;
        self.select_by_pointer(&editor, text, from)?;
        let middle = |place: Rect| i64::from(place.y + place.height / 2);
        let (x, y) = (i64::from(from.x + from.width / 2), middle(from));
        if self.browser() == Browser::Firefox {
            let goal = (i64::from(to.x + to.width) - 1, middle(to));
            self.system_script(HEADLESS, json!([[x, y], goal]))?;
            return self.wait_for("it is dropped", || Ok(!self.seen("drop")?.is_null()));
        }
        // A press becomes a drag when the pointer has moved a few pixels.
        self.pointer(&[move_to((x, y)), press("pointerDown"), move_to((x + 8, y))])?;
        self.wait_for("the drag begins", || Ok(!self.seen("dragstart")?.is_null()))?;
        let goal: [Place; 2] = [0, 1].map(|less| (i64::from(to.x + to.width) - less, middle(to)));
        // The browser learns of the drag after the page: only then does a move lead it on.
        let mut turn = goal.iter().cycle();
        self.wait_for("it is over its goal", || {
            let &(x, y) = turn.next().expect("a circle has no end");
            self.point(x, y)?;
            let over = self.seen("dragover")?;
            Ok(goal.iter().any(|&(x, y)| over == json!([x, y])))
        })?;
        self.pointer(&[press("pointerUp")])?;
        self.wait_for("it is dropped", || Ok(!self.seen("drop")?.is_null()))
    }

    /// Selects a text and waits until the page was told.
    fn select_by_pointer(&self, editor: &Element, text: &str, place: Rect) -> Result<()> {
        self.execute(WATCH, json!([editor]))?;
        let y = i64::from(place.y + place.height / 2);
        let end = i64::from(place.x + place.width) - 1;
        self.pointer(&[
            move_to((i64::from(place.x) + 1, y)),
            press("pointerDown"),
            move_to((end, y)),
            press("pointerUp"),
        ])?;
        self.wait_for(&format!("{text:?} is selected"), || {
            Ok(self.seen("selected")? == text)
        })
    }

    fn pointer(&self, actions: &[Value]) -> Result<()> {
        self.actions(json!({ "type": "pointer", "id": "mouse", "actions": actions }))
    }

    fn seen(&self, what: &str) -> Result<Value> {
        self.execute(
            "return window.bezintDrag[arguments[0]] ?? null",
            json!([what]),
        )
    }
}

fn move_to((x, y): Place) -> Value {
    json!({ "type": "pointerMove", "origin": "viewport", "x": x, "y": y, "duration": 0 })
}

fn press(kind: &str) -> Value {
    json!({ "type": kind, "button": 0 })
}
