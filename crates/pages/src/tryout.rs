//! A box to try Bezint in, before it is needed.
//!
//! For: showing on the welcome page what a check finds and why, with the same
//! core, the same messages and the same texts as on a site. What is typed goes
//! to the background of this extension and is kept nowhere. Not for: underlines.

use crate::{
    browser::{Port, connect, plain},
    element::{Built, append, build, clear, say},
    rule_texts::{Citation, RuleText, rule_texts},
    settings::{Choice, Settings, Site},
    store::Store,
    words::{count, word, word_with},
};
use gloo::timers::callback::Timeout;
use serde::Deserialize;
use serde_json::json;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::prelude::*;
use web_sys::HtmlTextAreaElement;

/// After so many milliseconds without a key the text is checked.
const REST: u32 = 150;

#[derive(Deserialize)]
struct Answer {
    seq: u32,
    #[serde(default)]
    warnings: Vec<Warning>,
}

#[derive(Deserialize)]
struct Warning {
    rule: String,
    severity: String,
    start: usize,
    end: usize,
}

struct Tryout {
    store: Store,
    text: HtmlTextAreaElement,
    said: Built,
    findings: Built,
    port: RefCell<Option<Port>>,
    seq: Cell<u32>,
    resting: RefCell<Option<Timeout>>,
}

/// The box and what was found in it.
pub fn tryout(store: &Store) -> Built {
    let text = build("textarea")
        .id("try")
        .attribute("rows", "3")
        .attribute("aria-describedby", "try-said");
    let said = build("p")
        .id("try-said")
        .class("note")
        .attribute("role", "status");
    let findings = build("ul").id("try-findings").class("findings");
    let tryout = Rc::new(Tryout {
        store: store.clone(),
        text: text.clone().into(),
        said: said.clone().text(&word("try_hint")),
        findings: findings.clone(),
        port: RefCell::default(),
        seq: Cell::default(),
        resting: RefCell::default(),
    });
    let typed = Rc::clone(&tryout);
    let text = text.on("input", move |_| typed.wait());
    store.follow(move |_| tryout.wait());
    let label = build("label")
        .class("field")
        .with(build("span").text(&word("try_title")))
        .with(text);
    build("section")
        .class("part")
        .with(label)
        .with(said)
        .with(findings)
}

impl Tryout {
    /// Checks when no key was pressed for a moment.
    fn wait(self: &Rc<Self>) {
        let tryout = Rc::clone(self);
        *self.resting.borrow_mut() = Some(Timeout::new(REST, move || tryout.check()));
    }

    fn check(self: &Rc<Self>) {
        let seq = self.seq.get() + 1;
        self.seq.set(seq);
        let text = self.text.value();
        if text.trim().is_empty() {
            clear(&self.findings);
            return say(&self.said.element(), &word("try_hint"));
        }
        let context = json!({ "type": "context", "context": context(&self.store.settings()) });
        let question = json!({ "type": "check", "seq": seq, "text": text });
        let port = self.port();
        if port
            .post(&plain(&context))
            .and_then(|()| port.post(&plain(&question)))
            .is_err()
        {
            self.port.replace(None);
            say(&self.said.element(), &word("state_failed"));
        }
    }

    /// The connection with the background, which may have been asleep.
    fn port(self: &Rc<Self>) -> Port {
        if let Some(port) = self.port.borrow().as_ref() {
            return port.clone();
        }
        let port = connect(&plain(&json!({ "name": "frame" })));
        let (answered, gone) = (Rc::clone(self), Rc::clone(self));
        let answer = Closure::<dyn FnMut(JsValue)>::new(move |message| answered.answered(message));
        port.on_message().add_listener(&answer);
        answer.forget();
        let lost = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            gone.port.replace(None);
        });
        port.on_disconnect().add_listener(&lost);
        lost.forget();
        self.port.replace(Some(port.clone()));
        port
    }

    fn answered(self: &Rc<Self>, message: JsValue) {
        let Ok(answer) = serde_wasm_bindgen::from_value::<Answer>(message) else {
            return say(&self.said.element(), &word("state_failed"));
        };
        if answer.seq != self.seq.get() {
            return;
        }
        let tryout = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move { tryout.show(answer).await });
    }

    async fn show(self: Rc<Self>, answer: Answer) {
        let rules: Vec<&str> = answer.warnings.iter().map(|one| &*one.rule).collect();
        let texts = rule_texts(&rules, self.store.settings().employer()).await;
        if answer.seq != self.seq.get() {
            return;
        }
        let text: Vec<u16> = self.text.value().encode_utf16().collect();
        clear(&self.findings);
        for warning in &answer.warnings {
            let phrase = text.get(warning.start..warning.end).unwrap_or_default();
            let phrase = String::from_utf16_lossy(phrase);
            let about = texts.get(&warning.rule);
            append(self.findings.as_ref(), finding(warning, &phrase, about));
        }
        let found = match answer.warnings.len() {
            0 => word("state_watching"),
            some => word_with("tab_counted", &count(some as u32)),
        };
        say(&self.said.element(), &found);
    }
}

/// One finding: the phrase, what it is about, what would be better, what the
/// norm asks and where that is written.
fn finding(warning: &Warning, phrase: &str, about: Option<&RuleText>) -> Built {
    let severity = word(&format!("severity_{}", warning.severity));
    let item = build("li")
        .attribute("data-severity", &warning.severity)
        .attribute("data-rule", &warning.rule)
        .with(build("mark").text(phrase));
    let Some(about) = about else {
        return item.with(build("p").text(&severity));
    };
    let title = format!("{severity}: {}", about.title.here());
    let item = item
        .with(build("strong").text(&title))
        .with(build("p").text(about.why.here()))
        .with(build("p").text(about.advice.here()));
    match about.cite.first() {
        Some(Citation {
            source,
            section,
            statement,
        }) => {
            let place = format!(
                "{} ({}, {})",
                statement.here(),
                source.here(),
                section.here()
            );
            item.with(build("p").class("note").text(&place))
        }
        None => item,
    }
}

/// The writer as on X.
fn context(settings: &Settings) -> serde_json::Value {
    json!({
        "employer": settings.employer().name(),
        "capacity": settings.capacity(Site::X).name(),
        "function": settings.function().name(),
        "topics": settings.topics().collect::<Vec<_>>(),
        "abroad": settings.abroad(),
        "year": js_sys::Date::new_0().get_full_year(),
        "off": settings.off().collect::<Vec<_>>(),
    })
}
