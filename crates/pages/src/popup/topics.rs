//! The policy areas in the popup: one line that says which, and a dialog over
//! the popup in which all of them fit.

use crate::{
    control::topic_chips,
    element::{Built, build, say},
    settings::Settings,
    store::Store,
    words::{topic, word},
};
use web_sys::HtmlDialogElement;

/// The button that says which areas are the writer's own, and its dialog.
pub fn build_topics(store: &Store) -> [Built; 2] {
    let done = build("button")
        .id("topics-done")
        .class("button main")
        .attribute("type", "submit")
        .text(&word("done"));
    let form = build("form")
        .attribute("method", "dialog")
        .with(build("h2").id("topics-title").text(&word("ask_topics")))
        .with(build("p").class("note").text(&word("topics_hint")))
        .with(topic_chips(store))
        .with(done);
    let dialog = build("dialog")
        .id("topics")
        .attribute("aria-labelledby", "topics-title")
        .with(form);
    let opened: HtmlDialogElement = dialog.clone().into();
    let chosen = build("span").class("quiet");
    let shown = chosen.element();
    store.follow(move |settings| say(&shown, &summary(settings)));
    let button = build("button")
        .id("topics-open")
        .class("opener")
        .attribute("type", "button")
        .attribute("aria-haspopup", "dialog")
        .with(build("span").text(&word("ask_topics")))
        .with(chosen)
        .on("click", move |_| {
            // Fails only where it is open already.
            let _ = opened.show_modal();
        });
    [button, dialog]
}

fn summary(settings: &Settings) -> String {
    let own: Vec<_> = settings.topics().map(topic).collect();
    if own.is_empty() {
        word("topics_none")
    } else {
        own.join(", ")
    }
}
