//! The tab in front.
//!
//! For: asking its content script which site it is and what Bezint does there.
//! The extension may not read addresses of tabs, and need not: where no content
//! script answers, there is no site of ours. Not for: deciding what to say
//! about it (`seen`).

use crate::{
    browser::{badge_text, plain, tabs_query, tabs_send},
    seen::{Frame, Reported},
    settings::{Choice, Site},
};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Tab {
    id: Option<f64>,
}

#[derive(Deserialize)]
struct Described {
    site: String,
    state: String,
    count: u32,
}

/// What the tab in front reports, or `None` where Bezint is not.
pub async fn report() -> Option<Reported> {
    let query = plain(&json!({ "active": true, "currentWindow": true }));
    let tabs = tabs_query(&query).await.ok()?;
    let tabs: Vec<Tab> = serde_wasm_bindgen::from_value(tabs).ok()?;
    let tab = tabs.first()?.id?;
    let question = plain(&json!({ "type": "describe" }));
    let answer = tabs_send(tab, &question, &plain(&json!({ "frameId": 0 })))
        .await
        .ok()?;
    let described: Described = serde_wasm_bindgen::from_value(answer).ok()?;
    // The frame above knows only its own composers; the badge counts all.
    let badge = badge_text(&plain(&json!({ "tabId": tab }))).await.ok();
    let on_badge = badge.and_then(|text| text.as_string()?.parse().ok());
    Some(Reported {
        site: Site::named(&described.site)?,
        frame: Frame::named(&described.state),
        count: on_badge.unwrap_or(0).max(described.count),
    })
}
