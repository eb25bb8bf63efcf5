//! The card with the reason: it opens where it is wanted, says by which norm,
//! and leaves writer and page as they were.

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, named},
    driver::{Browser, Key, Result, Session},
    phrases::ALWAYS,
};
use libtest_mimic::Trial;
use serde_json::{Value, json};

pub fn trials(stage: &Stage) -> Vec<Trial> {
    type Play = fn(&Scene, &Composer) -> Result<()>;
    let scenarios: [(&str, Play); 2] = [("pointer", pointer), ("keyboard", keyboard)];
    // An editor in the page, and one in a shadow root.
    let opened = scenarios.into_iter().flat_map(|(name, play)| {
        ["x_home", "linkedin_share"]
            .into_iter()
            .flat_map(move |composer| {
                in_both(stage, &format!("card::{name}::{composer}"), move |scene| {
                    play(scene, named(composer))
                })
            })
    });
    let gone = in_both(stage, "card::composer_gone", |scene| {
        let session = scene.with_bezint()?;
        let home = named("x_home");
        write(&session, home)?;
        session.rest_on(home.editor, phrase())?;
        session.wait_card(true)?;
        // A link inside the single-page application: no new document.
        session.click("nav a[href='/wouter/status/1']")?;
        session.wait_for("nothing of Bezint's is left", || {
            Ok(!session.shows_something()?)
        })?;
        same("underlined", session.marks()?, Vec::new())?;
        same("console", session.console_errors()?, Vec::new())
    });
    let chromium = |trials: Vec<Trial>| -> Vec<Trial> {
        let name = Browser::Chromium.name();
        trials
            .into_iter()
            .filter(|trial| trial.name().ends_with(name))
            .collect()
    };
    // Only there one can look into the card.
    let read = chromium(in_both(stage, "card::rule_off", rule_off));
    opened.chain(gone).chain(read).collect()
}

fn phrase() -> &'static str {
    ALWAYS.phrase.expect("a risky post")
}

/// The risky post, with the caret before its full stop.
fn write(session: &Session, composer: &Composer) -> Result<()> {
    session.enter(composer)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(&[phrase()])?;
    session.press(&[], Key::Left)
}

fn writes(session: &Session, composer: &Composer) -> Result<bool> {
    let editor = session.find(composer.editor)?;
    let focused = "return arguments[0].getRootNode().activeElement === arguments[0]";
    Ok(session.execute(focused, json!([editor]))? == true)
}

/// After Escape there is no card, and what is typed comes right behind `before`.
fn escape(session: &Session, composer: &Composer, before: &str) -> Result<()> {
    session.press(&[], Key::Escape)?;
    session.wait_card(false)?;
    same("the editor has the focus", writes(session, composer)?, true)?;
    session.type_text(" nu")?;
    let text = ALWAYS.text.replacen(before, &format!("{before} nu"), 1);
    session.wait_for("the words are at the caret", || {
        Ok(session.text(composer.editor)?.contains(&text))
    })?;
    session.wait_marks(&[phrase()])?;
    same("console", session.console_errors()?, Vec::new())
}

fn pointer(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    write(&session, composer)?;
    session.wait_card(false)?;
    session.rest_on(composer.editor, phrase())?;
    session.wait_card(true)?;
    same(
        "the editor has the focus",
        writes(&session, composer)?,
        true,
    )?;
    escape(&session, composer, "overleg")
}

/// The command brings the caret behind the phrase and the focus to the card.
fn keyboard(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    write(&session, composer)?;
    session.next_warning()?;
    session.wait_card(true)?;
    session.wait(
        "the card has the focus",
        "return document.activeElement.matches('div[popover=manual]')",
    )?;
    escape(&session, composer, phrase())
}

/// The card says what the catalogue says of the rule; its second button switches
/// the rule off, here and in the settings.
fn rule_off(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let home = named("x_home");
    write(&session, home)?;
    session.rest_on(home.editor, phrase())?;
    session.wait_card(true)?;
    let parts = session.card_parts("card")?;
    let card = parts.first().ok_or("there is no card")?.text();
    let buttons = session.card_parts("act")?;
    session.click_part(buttons.get(1).ok_or("there is no second button")?)?;
    session.wait_marks(&[])?;
    session.wait_card(false)?;
    let catalogue = session.in_extension(
        "const { settings } = await chrome.storage.local.get('settings');
         if (settings.off.length !== 1) throw new Error('not one rule: ' + settings.off);
         return Object.values(await chrome.runtime.sendMessage({ type: 'rule-texts', rules: settings.off, employer: 'rijk' }))[0]",
        json!(null),
    )?;
    let says = |text: &Value| {
        let mut languages = ["nl", "en"].iter().filter_map(|&name| text[name].as_str());
        languages.any(|words| card.contains(words))
    };
    let cites = catalogue["cite"].as_array().ok_or("the rule has no norm")?;
    same("a norm is named", cites.is_empty(), false)?;
    for cite in cites {
        let norm = cite["norm"].as_str().unwrap_or_default();
        let named = card.contains(norm)
            && ["source", "section", "statement"]
                .iter()
                .all(|&part| says(&cite[part]));
        same(
            &format!("{norm} is named with its source in {card:?}"),
            named,
            true,
        )?;
    }
    same("why is told", says(&catalogue["why"]), true)
}
