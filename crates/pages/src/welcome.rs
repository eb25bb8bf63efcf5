//! The welcome page, opened once when Bezint is installed.
//!
//! For: saying in short what Bezint does and never does, and asking who the
//! writer is. Every answer is stored when it is given; leaving early loses
//! nothing. Not for: the questions themselves (`question`).

use crate::{
    control::{cards, group, topic_chips},
    element::{Built, app, append, build, set_language},
    question::{self, function_setting},
    settings::{Capacity, Change, Choice, Site},
    store::Store,
    tryout::tryout,
    words::{of_choice, word},
};
use gloo::utils::document;

/// Builds the page.
pub async fn open() {
    set_language();
    document().set_title(&word("welcome_title"));
    let store = Store::open().await;
    let app = app();
    append(&app, introduction());
    append(&app, question::employer(&store));
    append(&app, function(&store));
    append(&app, topics(&store));
    append(&app, capacities(&store));
    append(&app, never());
    append(&app, tryout(&store));
    append(&app, done(&store));
    app.remove_attribute("aria-busy")
        .expect("a valid attribute name");
}

fn introduction() -> Built {
    let icon = build("img")
        .attribute("src", "icons/128.png")
        .attribute("alt", "");
    let title = build("h1").text(&word("welcome_title"));
    build("header")
        .with(build("div").class("bar").with(icon).with(title))
        .with(list(["welcome_looks", "welcome_explains", "welcome_yours"]).class("lead"))
}

fn function(store: &Store) -> Built {
    group(&word("ask_function")).id("function").with(cards(
        store,
        &function_setting(),
        "cards one",
        true,
    ))
}

fn topics(store: &Store) -> Built {
    group(&word("ask_topics"))
        .id("topics")
        .attribute("aria-describedby", "topics-hint")
        .with(
            build("p")
                .id("topics-hint")
                .class("note")
                .text(&word("topics_hint")),
        )
        .with(topic_chips(store))
}

/// What the three capacities mean, then one for each site; abroad, and private
/// messages.
fn capacities(store: &Store) -> Built {
    let meaning = |&capacity: &Capacity| {
        let name = of_choice(capacity, "").unwrap_or_default();
        let hint = of_choice(capacity, "hint").unwrap_or_default();
        let term = build("strong").text(&format!("{name}: "));
        build("li").with(term).with(build("span").text(&hint))
    };
    let sites = Site::ALL
        .iter()
        .map(|&site| question::capacity(store, site, false));
    build("section")
        .class("part")
        .attribute("aria-labelledby", "capacity-title")
        .with(
            build("h2")
                .id("capacity-title")
                .text(&word("ask_capacity_all")),
        )
        .with(
            build("ul")
                .class("note")
                .with_all(Capacity::ALL.iter().map(meaning)),
        )
        .with_all(sites)
        .with(question::abroad(store))
        .with(question::messages(store))
        .with(build("p").class("note").text(&word("messages_hint")))
}

fn never() -> Built {
    build("section")
        .class("part raised")
        .attribute("aria-labelledby", "never-title")
        .with(build("h2").id("never-title").text(&word("never_title")))
        .with(list(["never_network", "never_report", "never_block"]))
}

fn done(store: &Store) -> Built {
    let said = build("p")
        .id("done-said")
        .class("quiet")
        .attribute("role", "status");
    let shown = said.element();
    let store = store.clone();
    let button = build("button")
        .id("done")
        .class("button main")
        .attribute("type", "button")
        .text(&word("done"))
        .on("click", move |_| {
            store.change(Change::Welcomed);
            shown.set_text_content(Some(&word("welcome_done")));
        });
    build("div").class("end").with(button).with(said)
}

fn list<const N: usize>(keys: [&str; N]) -> Built {
    build("ul").with_all(keys.map(|key| build("li").text(&word(key))))
}
