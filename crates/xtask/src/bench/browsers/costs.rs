//! Costs beside typing: loading a page, first use, a background that sleeps,
//! memory, pages that never rest, huge texts.

use super::{
    meter,
    script::{self, Ours},
    summary, text,
    typing::Host,
};
use crate::bench::table::Row;
use bezint_tests::{
    composers::{Composer, UNKNOWN, named},
    driver::{Browser, Key, Result, Session},
    phrases::ALWAYS,
    server::Site,
};
use serde_json::json;

/// Repetitions of what is done a few times only.
const TIMES: usize = 8;
/// A composer for each host, where there are two.
const BOXES: [&str; 2] = ["x_home", "linkedin_share"];
const HUGE: usize = 100_000;

/// The rows of one browser.
pub fn rows(browser: Browser, with: &Session, without: &Session) -> Result<Vec<Row>> {
    let group = format!("{browser}: other");
    let mut rows = loading(&group, with)?;
    rows.extend(first_use(&group, with)?);
    rows.extend(memory(&group, with, without)?);
    rows.extend(restless(&group, with)?);
    rows.extend(huge(&group, with)?);
    if browser == Browser::Chromium {
        rows.extend(asleep(&group, with)?);
    }
    Ok(rows)
}

fn sum(ours: &Ours) -> f64 {
    ours.spans.iter().map(|span| span.duration).sum()
}

fn longest(ours: &Ours) -> f64 {
    ours.spans
        .iter()
        .map(|span| span.duration)
        .fold(0.0, f64::max)
}

/// A page without a compose box: compiling and running the content script, and
/// whatever it does until the page rests.
fn loading(group: &str, session: &Session) -> Result<Vec<Row>> {
    let mut ours = Vec::new();
    for _ in 0..3 * TIMES {
        session.open(Site::X, "/explore")?;
        session.frames(2)?;
        let script = script::ours(session)?;
        ours.push(script.load + sum(&script));
    }
    let what = "page without composer: ours";
    Ok(vec![Row::spread(group, what, &summary(&ours), "ms")])
}

/// A text stands in the box already when it gets the focus.
fn first_use(group: &str, session: &Session) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let boxes = UNKNOWN.iter().filter(|one| one.site != Site::Facebook);
    for composer in boxes {
        let host = Host::of(session.browser(), composer.site).name();
        for asleep in [false, true] {
            let mut times = Vec::new();
            for _ in 0..TIMES {
                session.open(composer.site, composer.path)?;
                let editor = session.find(composer.editor)?;
                session.execute(
                    "arguments[0].textContent = arguments[1]",
                    json!([editor, ALWAYS.text]),
                )?;
                script::await_first(session, &editor)?;
                if asleep {
                    session.stop_background()?;
                }
                session.click(composer.editor)?;
                times.push(script::first(session)?);
            }
            let state = if asleep {
                "background asleep"
            } else {
                "background awake"
            };
            let what = format!("first focus of a page to underline, {host}, {state}");
            rows.push(Row::spread(group, what, &summary(&times), "ms"));
        }
    }
    Ok(rows)
}

/// After the background was put to sleep, the next key press.
fn asleep(group: &str, session: &Session) -> Result<Vec<Row>> {
    let composer = named("linkedin_share");
    session.enter(composer)?;
    script::sample(session, &session.find(composer.editor)?, text::PHRASE)?;
    text::type_risky_post(session)?;
    for time in 0..TIMES {
        session.stop_background()?;
        let key = if time % 2 == 0 {
            text::LETTER
        } else {
            Key::Backspace.code()
        };
        session.type_slowly(std::iter::once((key, 400)))?;
    }
    let presses = script::samples(session)?.presses;
    let times: Vec<f64> = presses.iter().filter_map(|press| press.underline).collect();
    let what = "key press to underline, background asleep";
    Ok(vec![Row::spread(group, what, &summary(&times), "ms")])
}

/// What a tab holds more with a text of 3,000 characters in the box. Compiled
/// code is not among it in Chromium.
fn memory(group: &str, with: &Session, without: &Session) -> Result<Vec<Row>> {
    let write = |session: &Session, composer: &Composer| -> Result<f64> {
        session.enter(composer)?;
        text::fill(session, composer, 0, 3_000)?;
        text::type_risky_post(session)?;
        meter::memory(session)
    };
    let mut rows = Vec::new();
    for name in BOXES {
        let composer = named(name);
        let host = Host::of(with.browser(), composer.site).name();
        let less = write(without, composer)?;
        let mut more = write(with, composer)?;
        if with.browser() == Browser::Chromium {
            // Its heap does not count the memory of WebAssembly.
            more += script::ours(with)?.web_assembly;
        }
        let row = |what: String, bytes: f64| Row::one(group, what, bytes / 1024.0 / 1024.0, "MiB");
        rows.push(row(
            format!("memory of a tab, {name}, without Bezint"),
            less,
        ));
        rows.push(row(
            format!("memory added to a tab, {name}, {host}"),
            more - less,
        ));
    }
    Ok(rows)
}

/// A page that changes a thousand times a second, in the box and beside it.
fn restless(group: &str, session: &Session) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let boxes = UNKNOWN.iter().filter(|one| one.site != Site::Facebook);
    for composer in boxes {
        for inside in [true, false] {
            session.open(composer.site, composer.path)?;
            let editor = session.find(composer.editor)?;
            let post = text::paragraphs(280)?.join(" ");
            session.execute(
                "arguments[0].textContent = arguments[1]",
                json!([editor, post]),
            )?;
            session.click(composer.editor)?;
            session.frames(30)?;
            script::ours(session)?;
            let changes = script::restless(session, composer.editor, inside)?;
            let share = sum(&script::ours(session)?) / changes.time * 100.0;
            let place = if inside {
                "in the box"
            } else {
                "beside the box"
            };
            let rate = (changes.count / changes.time * 1000.0).round();
            let host = Host::of(session.browser(), composer.site).name();
            let what = format!("ours with {rate} changes a second {place}, {host}");
            rows.push(Row::one(group, what, share, "%"));
        }
    }
    Ok(rows)
}

/// A text no post has: pasted, and typed behind.
fn huge(group: &str, session: &Session) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for name in BOXES {
        let composer = named(name);
        session.enter(composer)?;
        script::ours(session)?;
        text::fill(session, composer, 0, HUGE)?;
        session.frames(30)?;
        let pasted = script::ours(session)?;
        session.type_slowly("Dag allemaal".chars().map(|key| (key, 150)))?;
        let typed = script::ours(session)?;
        let what = |what: &str| format!("{what}, {HUGE} characters, {name}");
        rows.push(Row::one(
            group,
            what("longest task of ours, pasted"),
            longest(&pasted),
            "ms",
        ));
        rows.push(Row::one(
            group,
            what("longest task of ours, typed behind"),
            longest(&typed),
            "ms",
        ));
    }
    Ok(rows)
}
