//! Real key presses and clicks.

use super::{Element, Result, Session};
use serde_json::{Value, json};

/// Keys that are no characters, as WebDriver writes them.
#[derive(Clone, Copy, Debug)]
pub enum Key {
    /// Enter.
    Enter,
    /// Shift.
    Shift,
    /// Control.
    Control,
    /// Backspace.
    Backspace,
    /// Escape.
    Escape,
    /// Arrow to the left.
    Left,
    /// Tab.
    Tab,
    /// End.
    End,
}

impl Key {
    /// The character by which WebDriver knows it.
    pub fn code(self) -> char {
        match self {
            Self::Enter => '\u{e007}',
            Self::Shift => '\u{e008}',
            Self::Control => '\u{e009}',
            Self::Backspace => '\u{e003}',
            Self::Escape => '\u{e00c}',
            Self::Left => '\u{e012}',
            Self::Tab => '\u{e004}',
            Self::End => '\u{e010}',
        }
    }
}

impl Session {
    /// Clicks in the middle of an element.
    pub fn click(&self, path: &str) -> Result<()> {
        let element = self.find(path)?;
        self.click_element(&element)
    }

    /// Clicks in the middle of an element, scrolled to where the pointer can reach it.
    pub fn click_element(&self, element: &Element) -> Result<()> {
        self.execute(
            "arguments[0].scrollIntoView({ block: 'center' })",
            json!([element]),
        )?;
        let moves = json!([
            { "type": "pointerMove", "origin": element, "x": 0, "y": 0, "duration": 0 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        self.actions(json!({ "type": "pointer", "id": "mouse", "actions": moves }))
    }

    /// Moves the pointer over an element.
    pub fn hover(&self, element: &Element, x: i64, y: i64) -> Result<()> {
        let moves = json!([
            { "type": "pointerMove", "origin": element, "x": x, "y": y, "duration": 0 },
        ]);
        self.actions(json!({ "type": "pointer", "id": "mouse", "actions": moves }))
    }

    /// Moves the pointer to a place in the window.
    pub fn point(&self, x: i64, y: i64) -> Result<()> {
        let moves =
            json!([{ "type": "pointerMove", "origin": "viewport", "x": x, "y": y, "duration": 0 }]);
        self.actions(json!({ "type": "pointer", "id": "mouse", "actions": moves }))
    }

    /// Clicks at a place in the window.
    pub fn click_at(&self, x: i64, y: i64) -> Result<()> {
        let moves = json!([
            { "type": "pointerMove", "origin": "viewport", "x": x, "y": y, "duration": 0 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        self.actions(json!({ "type": "pointer", "id": "mouse", "actions": moves }))
    }

    /// Types text; a line feed is typed as Enter.
    pub fn type_text(&self, text: &str) -> Result<()> {
        let enter = Key::Enter.code();
        let presses = text
            .chars()
            .map(|character| if character == '\n' { enter } else { character });
        self.keys(presses.flat_map(|key| [("keyDown", key), ("keyUp", key)]))
    }

    /// Types characters one by one, each followed by a pause in milliseconds.
    pub fn type_slowly(&self, keys: impl Iterator<Item = (char, u64)>) -> Result<()> {
        let events: Vec<Value> = keys
            .flat_map(|(key, pause)| {
                [
                    json!({ "type": "keyDown", "value": key }),
                    json!({ "type": "keyUp", "value": key }),
                    json!({ "type": "pause", "duration": pause }),
                ]
            })
            .collect();
        self.actions(json!({ "type": "key", "id": "keyboard", "actions": events }))
    }

    /// Presses keys together, such as Control and "z".
    pub fn chord(&self, held: &[Key], key: char) -> Result<()> {
        let down = held.iter().map(|key| ("keyDown", key.code()));
        let up = held.iter().rev().map(|key| ("keyUp", key.code()));
        self.keys(down.chain([("keyDown", key), ("keyUp", key)]).chain(up))
    }

    /// Presses one key, with others held.
    pub fn press(&self, held: &[Key], key: Key) -> Result<()> {
        self.chord(held, key.code())
    }

    fn keys(&self, events: impl Iterator<Item = (&'static str, char)>) -> Result<()> {
        let events: Vec<Value> = events
            .map(|(kind, key)| json!({ "type": kind, "value": key }))
            .collect();
        self.actions(json!({ "type": "key", "id": "keyboard", "actions": events }))
    }

    pub(super) fn actions(&self, source: Value) -> Result<()> {
        self.wire.post("actions", json!({ "actions": [source] }))?;
        Ok(())
    }
}
