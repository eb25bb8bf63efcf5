//! Form controls that show a setting and store it when used.
//!
//! For: radio cards, menu, switch and chips; the browser's own controls, dressed
//! by the style sheet, so that keyboard and screen reader work as everywhere.
//! Every control follows the store, also when another tab changed it. Not for:
//! which settings a page asks (`question`).

use crate::{
    element::{Built, build},
    settings::{Change, Choice, Settings, TOPICS},
    store::Store,
    words,
};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};

/// How a choice is read from the settings and changed there.
#[derive(Clone)]
pub struct Setting<T> {
    /// The `name` of its control; unique on a page.
    pub name: String,
    read: Rc<dyn Fn(&Settings) -> T>,
    change: Rc<dyn Fn(T) -> Change>,
}

impl<T> Setting<T> {
    /// A setting with the name of its control.
    pub fn new(
        name: impl Into<String>,
        read: impl Fn(&Settings) -> T + 'static,
        change: impl Fn(T) -> Change + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            read: Rc::new(read),
            change: Rc::new(change),
        }
    }
}

/// A fieldset with its legend.
pub fn group(legend: &str) -> Built {
    build("fieldset")
        .class("group")
        .with(build("legend").text(legend))
}

/// One radio card for each value, with a line of explanation where `hints`.
pub fn cards<C: Choice>(store: &Store, setting: &Setting<C>, class: &str, hints: bool) -> Built {
    let card = |&choice: &C| {
        let id = format!("{}-{}", setting.name, choice.name());
        let input = build("input")
            .id(&id)
            .attribute("type", "radio")
            .attribute("name", &setting.name)
            .attribute("value", choice.name())
            .on("change", changing(store, setting, move |_| choice));
        let radio: HtmlInputElement = input.clone().into();
        let read = setting.read.clone();
        store.follow(move |settings| radio.set_checked(read(settings) == choice));
        let title = build("span").text(&words::short(choice));
        let card = build("label").class("card").with(input).with(title);
        match words::of_choice(choice, "hint").filter(|_| hints) {
            Some(hint) => card.with(build("small").text(&hint)),
            None => card,
        }
    };
    build("div").class(class).with_all(C::ALL.iter().map(card))
}

/// A menu with all values.
pub fn menu<C: Choice>(store: &Store, setting: &Setting<C>) -> Built {
    let option = |&choice: &C| {
        build("option")
            .attribute("value", choice.name())
            .text(&words::of_choice(choice, "").unwrap_or_default())
    };
    let select = build("select")
        .id(&setting.name)
        .attribute("name", &setting.name)
        .with_all(C::ALL.iter().map(option));
    let menu: HtmlSelectElement = select.clone().into();
    let read = setting.read.clone();
    let shown = menu.clone();
    store.follow(move |settings| shown.set_value(read(settings).name()));
    select.on(
        "change",
        changing(store, setting, move |_| {
            C::named(&menu.value()).unwrap_or_default()
        }),
    )
}

/// An on-off switch.
pub fn switch(store: &Store, setting: &Setting<bool>, label: &str) -> Built {
    let (input, checkbox) = checkbox(&setting.name);
    let input = input.id(&setting.name).attribute("role", "switch");
    let read = setting.read.clone();
    let shown = checkbox.clone();
    store.follow(move |settings| shown.set_checked(read(settings)));
    let input = input.on(
        "change",
        changing(store, setting, move |_| checkbox.checked()),
    );
    build("label")
        .class("switch")
        .with(input)
        .with(build("span").text(label))
}

/// One chip for each policy area; any number can be on.
pub fn topic_chips(store: &Store) -> Built {
    let chip = |&topic: &&'static str| {
        let (input, checkbox) = checkbox("topics");
        let shown = checkbox.clone();
        store.follow(move |settings| shown.set_checked(settings.has_topic(topic)));
        let store = store.clone();
        let input = input
            .id(&format!("topics-{topic}"))
            .attribute("value", topic)
            .on("change", move |_| {
                store.change(Change::Topic(topic, checkbox.checked()))
            });
        let name = build("span").text(&words::topic(topic));
        build("label").class("chip").with(input).with(name)
    };
    build("div")
        .class("chips")
        .with_all(TOPICS.iter().map(chip))
}

fn checkbox(name: &str) -> (Built, HtmlInputElement) {
    let input = build("input")
        .attribute("type", "checkbox")
        .attribute("name", name);
    let checkbox = input.clone().into();
    (input, checkbox)
}

/// Stores what `chosen` says the control stands at.
fn changing<T: 'static>(
    store: &Store,
    setting: &Setting<T>,
    chosen: impl Fn(&web_sys::Event) -> T + 'static,
) -> impl FnMut(&web_sys::Event) + 'static {
    let (store, change) = (store.clone(), setting.change.clone());
    move |event| store.change(change(chosen(event)))
}
