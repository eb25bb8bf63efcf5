//! Elements of a page.
//!
//! For: building them in few words. Text is always set as text, never as
//! markup. Not for: what they mean (`control`, `question`).

use crate::words::language;
use gloo::{
    events::EventListener,
    utils::{document, document_element},
};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, Node};

/// An element under construction.
#[derive(Clone)]
pub struct Built(HtmlElement);

/// A new element.
pub fn build(tag: &str) -> Built {
    let element = document().create_element(tag).expect("a valid tag name");
    Built(element.unchecked_into())
}

impl Built {
    /// With an id.
    pub fn id(self, id: &str) -> Self {
        self.0.set_id(id);
        self
    }

    /// With classes.
    pub fn class(self, class: &str) -> Self {
        self.0.set_class_name(class);
        self
    }

    /// With an attribute.
    pub fn attribute(self, name: &str, value: &str) -> Self {
        set_attribute(&self.0, name, value);
        self
    }

    /// With only this text.
    pub fn text(self, text: &str) -> Self {
        self.0.set_text_content(Some(text));
        self
    }

    /// With one more child.
    pub fn with(self, child: impl AsRef<Node>) -> Self {
        append(&self.0, child);
        self
    }

    /// With more children.
    pub fn with_all<N: AsRef<Node>>(self, children: impl IntoIterator<Item = N>) -> Self {
        for child in children {
            append(&self.0, child);
        }
        self
    }

    /// Does something at every such event, as long as the page lives.
    pub fn on(self, event: &'static str, mut act: impl FnMut(&Event) + 'static) -> Self {
        EventListener::new(&self.0, event, move |event| act(event)).forget();
        self
    }

    /// The element as what its tag makes it.
    pub fn into<E: JsCast>(self) -> E {
        self.0.unchecked_into()
    }

    /// The element.
    pub fn element(&self) -> HtmlElement {
        self.0.clone()
    }
}

impl AsRef<Node> for Built {
    fn as_ref(&self) -> &Node {
        &self.0
    }
}

/// The element in which a page is built.
pub fn app() -> HtmlElement {
    let app = document().get_element_by_id("app").expect("page has #app");
    app.unchecked_into()
}

/// Says in which language the page is.
pub fn set_language() {
    let page = document_element();
    page.set_attribute("lang", &language())
        .expect("a valid attribute name");
}

/// Takes everything out of an element.
pub fn clear(parent: &Built) {
    parent.0.set_text_content(None);
}

/// Appends a child.
pub fn append(parent: &Node, child: impl AsRef<Node>) {
    parent
        .append_child(child.as_ref())
        .expect("a new element fits anywhere");
}

/// Sets an attribute.
pub fn set_attribute(element: &HtmlElement, name: &str, value: &str) {
    element
        .set_attribute(name, value)
        .expect("a valid attribute name");
}

/// Sets the text of an element unless it says so already: a live region speaks
/// only when something changed.
pub fn say(element: &HtmlElement, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
