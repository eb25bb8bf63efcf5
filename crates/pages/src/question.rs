//! What both pages ask: employer, function, policy areas, capacity, abroad,
//! private messages.
//!
//! For: the settings behind the questions and the notes that go with an answer.
//! Not for: where a page puts them (`popup`, `welcome`).

use crate::{
    control::{Setting, cards, group, switch},
    element::{Built, build, say},
    settings::{Capacity, Change, Choice, Employer, Function, Settings, Site},
    store::Store,
    words::{of_choice, word, word_with},
};

/// The employer as a setting.
pub fn employer_setting() -> Setting<Employer> {
    Setting::new("employer", Settings::employer, Change::Employer)
}

/// The kind of function as a setting.
pub fn function_setting() -> Setting<Function> {
    Setting::new("function", Settings::function, Change::Function)
}

/// The capacity on a site as a setting.
pub fn capacity_setting(site: Site) -> Setting<Capacity> {
    Setting::new(
        format!("capacity-{}", site.name()),
        move |settings| settings.capacity(site),
        move |capacity| Change::Capacity(site, capacity),
    )
}

/// On or off on a site as a setting.
pub fn on_setting(site: Site) -> Setting<bool> {
    Setting::new(
        format!("on-{}", site.name()),
        move |settings| settings.on(site),
        move |on| Change::On(site, on),
    )
}

/// "My employer", with what is to be known about the profile chosen.
pub fn employer(store: &Store) -> Built {
    let notice = note_of(store, "employer-notice", |settings| {
        of_choice(settings.employer(), "notice").unwrap_or_default()
    });
    group(&word("ask_employer"))
        .id("employer")
        .attribute("aria-describedby", "employer-notice")
        .with(cards(store, &employer_setting(), "cards", false))
        .with(notice)
}

/// "On X I write", with what the capacity chosen means.
pub fn capacity(store: &Store, site: Site, explained: bool) -> Built {
    let setting = capacity_setting(site);
    let group = group(&word_with("ask_capacity", site.title()))
        .id(&setting.name)
        .with(cards(store, &setting, "cards three", false));
    if !explained {
        return group;
    }
    let id = format!("{}-hint", setting.name);
    let hint = note_of(store, &id, move |settings| {
        of_choice(settings.capacity(site), "hint").unwrap_or_default()
    });
    group.attribute("aria-describedby", &id).with(hint)
}

/// "On mission or official visit".
pub fn abroad(store: &Store) -> Built {
    let setting = Setting::new("abroad", Settings::abroad, Change::Abroad);
    switch(store, &setting, &word("ask_abroad"))
}

/// "In private messages too".
pub fn messages(store: &Store) -> Built {
    let setting = Setting::new("messages", Settings::messages, Change::Messages);
    switch(store, &setting, &word("ask_messages"))
}

/// A note that follows the settings and is gone while it has nothing to say.
pub fn note_of(store: &Store, id: &str, said: impl Fn(&Settings) -> String + 'static) -> Built {
    let note = build("p").id(id).class("note");
    let shown = note.element();
    store.follow(move |settings| {
        let text = said(settings);
        shown.set_hidden(text.is_empty());
        say(&shown, &text);
    });
    note
}
