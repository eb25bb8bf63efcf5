//! The popup of the toolbar button.
//!
//! For: what Bezint does in the tab in front and who the writer is, on one small
//! page that never scrolls. Not for: the questions themselves (`question`).

mod rules;
mod topics;

use crate::{
    control::{menu, switch},
    element::{Built, app, append, build, clear, say, set_attribute, set_language},
    question::{self, capacity_setting, function_setting, on_setting},
    seen::{Reported, Seen},
    settings::{Change, Choice, Settings, Site},
    store::Store,
    tab,
    words::{count, word, word_with},
};
use gloo::timers::callback::{Interval, Timeout};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// How long the popup stays empty for a tab that does not answer, in milliseconds.
const PATIENCE: u32 = 80;
/// How often an open popup looks at the tab again, in milliseconds.
const AGAIN: u32 = 500;
/// The pause of the button, in milliseconds.
const HOUR: f64 = 3_600_000.0;

struct Popup {
    store: Store,
    /// What the tab reported last.
    report: Cell<Option<Reported>>,
    /// Which site's parts are shown; `None` until the popup is on screen.
    shown: Cell<Option<Option<Site>>>,
    state: Built,
    /// Where the switch of the site goes.
    bar: Built,
    /// Where the capacity on the site goes.
    site: Built,
}

/// Builds the popup and keeps it up to date.
pub async fn open() {
    set_language();
    // Two questions at once: the tab may answer while the settings are read.
    let report = Rc::new(Cell::new(None));
    let reported = Rc::clone(&report);
    let asked = future_to_promise(async move {
        reported.set(tab::report().await);
        Ok(JsValue::UNDEFINED)
    });
    let popup = Rc::new(Popup {
        store: Store::open().await,
        report: Cell::new(None),
        shown: Cell::new(None),
        state: build("p")
            .id("state")
            .class("state")
            .attribute("role", "status"),
        bar: build("header").class("bar"),
        site: build("div").id("site"),
    });
    let impatient = Rc::clone(&popup);
    Timeout::new(PATIENCE, move || {
        if impatient.shown.get().is_none() {
            impatient.show(None);
        }
    })
    .forget();
    let again = Rc::clone(&popup);
    Interval::new(AGAIN, move || spawn_local(Rc::clone(&again).look())).forget();
    if JsFuture::from(asked).await.is_ok() {
        popup.show(report.get());
    }
}

impl Popup {
    /// Asks the tab and shows what it reports.
    async fn look(self: Rc<Self>) {
        let report = tab::report().await;
        self.show(report);
    }

    fn show(self: &Rc<Self>, report: Option<Reported>) {
        self.report.set(report);
        let site = report.map(|reported| reported.site);
        let before = self.shown.replace(Some(site));
        if before != Some(site) {
            self.fill_site(site);
        }
        if before.is_none() {
            self.fill();
            let popup = Rc::clone(self);
            self.store
                .follow(move |settings| popup.show_state(settings));
        } else {
            self.show_state(&self.store.settings());
        }
    }

    fn show_state(&self, settings: &Settings) {
        let seen = Seen::now(self.report.get(), settings, js_sys::Date::now());
        let state = self.state.element();
        set_attribute(&state, "data-state", seen.name());
        say(&state, &words(seen));
    }

    /// The parts that are the same for every tab.
    fn fill(&self) {
        let app = app();
        let function = build("label")
            .class("row field")
            .with(build("span").text(&word("ask_function")))
            .with(menu(&self.store, &function_setting()));
        let [rules_button, rules_dialog] = rules::build_rules(&self.store);
        let messages = build("div")
            .class("row")
            .with(question::messages(&self.store))
            .with(rules_button);
        let privacy = build("p")
            .id("privacy")
            .class("note")
            .text(&word("privacy"));
        let end = build("div").class("row").with(privacy).with(self.pause());
        for part in [
            &self.bar,
            &self.state,
            &question::employer(&self.store),
            &self.site,
            &function,
        ] {
            append(&app, part);
        }
        for part in topics::build_topics(&self.store) {
            append(&app, part);
        }
        for part in [question::abroad(&self.store), messages, end, rules_dialog] {
            append(&app, part);
        }
        app.remove_attribute("aria-busy")
            .expect("a valid attribute name");
    }

    /// The parts that depend on the tab: its site, or all three in short.
    fn fill_site(&self, site: Option<Site>) {
        clear(&self.bar);
        clear(&self.site);
        let icon = build("img")
            .attribute("src", "icons/48.png")
            .attribute("alt", "");
        let title = build("h1").text(&word("name"));
        let more = build("a")
            .id("more")
            .attribute("href", "welcome.html")
            .attribute("target", "_blank")
            .text(&word("more"));
        let bar = self.bar.clone().with(icon).with(title).with(more);
        if let Some(site) = site {
            let on = word_with("on_site", site.title());
            bar.with(switch(&self.store, &on_setting(site), &on));
            append(
                self.site.as_ref(),
                question::capacity(&self.store, site, true),
            );
            return;
        }
        let rows = Site::ALL.iter().map(|&site| self.site_row(site));
        let all = crate::control::group(&word("ask_capacity_all"));
        append(self.site.as_ref(), all.with_all(rows));
    }

    /// A site on one line: its name, the capacity, on or off.
    fn site_row(&self, site: Site) -> Built {
        let capacity = menu(&self.store, &capacity_setting(site));
        let said = word_with("ask_capacity", site.title());
        let on = switch(&self.store, &on_setting(site), site.title());
        build("div")
            .class("row site")
            .with(on)
            .with(capacity.attribute("aria-label", &said))
    }

    /// Pauses for an hour, or resumes.
    fn pause(&self) -> Built {
        let store = self.store.clone();
        let paused = |settings: &Settings| settings.paused_until(js_sys::Date::now()).is_some();
        let button = build("button")
            .id("pause")
            .class("button")
            .attribute("type", "button")
            .on("click", move |_| {
                let until = if paused(&store.settings()) {
                    0.0
                } else {
                    js_sys::Date::now() + HOUR
                };
                store.change(Change::PausedUntil(until));
            });
        let shown = button.element();
        self.store.follow(move |settings| {
            let key = if paused(settings) {
                "resume"
            } else {
                "pause_hour"
            };
            say(&shown, &word(key));
        });
        button
    }
}

/// The state in words.
fn words(seen: Seen) -> String {
    match seen {
        Seen::Elsewhere => word("tab_elsewhere"),
        Seen::Paused(until) => word_with("paused_until", &clock(until)),
        Seen::Off => word("state_off"),
        Seen::Idle(site) => word_with("tab_ready", site.title()),
        Seen::Watching(0) => word("state_watching"),
        Seen::Watching(remarks) => word_with("tab_counted", &count(remarks)),
        Seen::Message => word("state_message"),
        Seen::Failed => word("state_failed"),
    }
}

/// A moment as hours and minutes on the writer's clock.
fn clock(moment: f64) -> String {
    let date = js_sys::Date::new(&moment.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}
