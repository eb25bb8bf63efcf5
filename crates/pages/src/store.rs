//! The settings of the page and their place in the browser's local storage.
//!
//! For: reading them once, storing every change at once, and telling the page
//! about changes, its own and those of other tabs. Not for: what the fields
//! mean (`settings`).

use crate::{
    browser::{on_storage_changed, plain, storage_get, storage_set},
    element::{app, append, build},
    settings::{Change, Settings},
    words::word,
};
use serde_json::Value;
use std::{
    cell::RefCell,
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};
use wasm_bindgen::prelude::*;

const KEY: &str = "settings";

/// The settings, shared by all parts of a page.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

type Follower = Rc<dyn Fn(&Settings)>;

struct Inner {
    settings: RefCell<Settings>,
    /// What this page stored and has not yet heard back.
    written: RefCell<VecDeque<Value>>,
    followers: RefCell<Vec<Follower>>,
}

impl Store {
    /// Reads what is stored; defaults where nothing usable is.
    pub async fn open() -> Self {
        let stored = match storage_get(KEY).await {
            Ok(items) => value_of(&property(&items, KEY)),
            Err(_) => {
                complain("settings_unreadable");
                Value::Null
            }
        };
        let store = Self(Rc::new(Inner {
            settings: RefCell::new(Settings::from_stored(stored)),
            written: RefCell::default(),
            followers: RefCell::default(),
        }));
        store.listen();
        store
    }

    /// The settings as they are now.
    pub fn settings(&self) -> Settings {
        self.0.settings.borrow().clone()
    }

    /// Calls `follow` now and after every change.
    pub fn follow(&self, follow: impl Fn(&Settings) + 'static) {
        follow(&self.settings());
        self.0.followers.borrow_mut().push(Rc::new(follow));
    }

    /// Changes and stores.
    pub fn change(&self, change: Change) {
        let mut settings = self.settings();
        settings.apply(change);
        if settings == *self.0.settings.borrow() {
            return;
        }
        let stored = Value::Object(settings.stored().clone());
        let items = plain(&BTreeMap::from([(KEY, &stored)]));
        self.0.written.borrow_mut().push_back(stored);
        self.adopt(settings);
        wasm_bindgen_futures::spawn_local(async move {
            if storage_set(&items).await.is_err() {
                complain("settings_not_stored");
            }
        });
    }

    fn adopt(&self, settings: Settings) {
        *self.0.settings.borrow_mut() = settings.clone();
        // A follower may add followers.
        let followers = self.0.followers.borrow().clone();
        for follow in followers {
            follow(&settings);
        }
    }

    fn listen(&self) {
        let store = self.clone();
        let heard = move |changes: JsValue, area: String| {
            let change = property(&changes, KEY);
            if area == "local" && change.is_object() {
                store.heard(value_of(&property(&change, "newValue")));
            }
        };
        let listener = Closure::<dyn FnMut(JsValue, String)>::new(heard);
        on_storage_changed(&listener);
        listener.forget();
    }

    /// Something was stored. The echo of an own change is no news, and by the
    /// time it arrives it may be older than what the writer chose since.
    fn heard(&self, stored: Value) {
        let mut written = self.0.written.borrow_mut();
        if let Some(at) = written.iter().position(|own| *own == stored) {
            written.drain(..=at);
            return;
        }
        drop(written);
        self.adopt(Settings::from_stored(stored));
    }
}

fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn value_of(value: &JsValue) -> Value {
    serde_wasm_bindgen::from_value(value.clone()).unwrap_or(Value::Null)
}

/// Says once that something about storage went wrong.
fn complain(key: &str) {
    if gloo::utils::document().get_element_by_id(key).is_none() {
        let said = build("p")
            .id(key)
            .class("note alert")
            .attribute("role", "alert");
        append(&app(), said.text(&word(key)));
    }
}
