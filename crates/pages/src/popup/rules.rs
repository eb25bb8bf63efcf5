//! The rules the writer switched off, and the way back: one button that is
//! there while any is off, and a dialog over the popup that lists them.

use crate::{
    element::{Built, append, build, clear, say},
    rule_texts::{RuleText, rule_texts},
    settings::{Change, Settings},
    store::Store,
    words::{word, word_with},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlDialogElement, HtmlElement};

/// The button that says how many are off, and its dialog.
pub fn build_rules(store: &Store) -> [Built; 2] {
    let list = build("ul").id("rules-list").class("rules");
    let done = build("button")
        .id("rules-done")
        .class("button main")
        .attribute("type", "submit")
        .text(&word("done"));
    let back = done.element();
    let form = build("form")
        .attribute("method", "dialog")
        .with(build("h2").id("rules-title").text(&word("rules_title")))
        .with(&list)
        .with(done);
    let dialog = build("dialog")
        .id("rules")
        .attribute("aria-labelledby", "rules-title")
        .with(form);
    let opened: HtmlDialogElement = dialog.clone().into();
    let (shown, filling) = (list.clone(), store.clone());
    let button = build("button")
        .id("rules-open")
        .class("button")
        .attribute("type", "button")
        .attribute("aria-haspopup", "dialog")
        .on("click", move |_| {
            spawn_local(fill(filling.clone(), shown.clone(), back.clone()));
            // Fails only where it is open already.
            let _ = opened.show_modal();
        });
    let count = button.element();
    store.follow(move |settings| {
        let off = settings.off().count();
        count.set_hidden(off == 0);
        say(&count, &said(off));
    });
    [button, dialog]
}

fn said(off: usize) -> String {
    match off {
        1 => word("rules_off_one"),
        _ => word_with("rules_off_many", &off.to_string()),
    }
}

async fn fill(store: Store, list: Built, back: HtmlElement) {
    let settings: Settings = store.settings();
    let rules: Vec<&str> = settings.off().collect();
    let texts = rule_texts(&rules, settings.employer()).await;
    clear(&list);
    for rule in rules {
        append(list.as_ref(), entry(&store, rule, texts.get(rule), &back));
    }
}

/// A rule with what it is about, and the button that brings it back.
fn entry(store: &Store, rule: &str, text: Option<&RuleText>, back: &HtmlElement) -> Built {
    let title = text.map_or(rule, |text| text.title.here());
    let about = build("div").with(build("strong").text(title)).with(
        build("p")
            .class("note")
            .text(text.map_or("", |text| text.why.here())),
    );
    let item = build("li").attribute("data-rule", rule).with(about);
    let (gone, store, back) = (item.element(), store.clone(), back.clone());
    let change = Change::RuleOn(rule.to_owned());
    let button = build("button")
        .class("button")
        .attribute("type", "button")
        .attribute("aria-label", &format!("{}: {title}", word("rule_on")))
        .text(&word("rule_on"))
        .on("click", move |_| {
            store.change(change.clone());
            gone.remove();
            // The button that had the focus is no more.
            let _ = back.focus();
        });
    item.with(button)
}
