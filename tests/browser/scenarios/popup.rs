//! The popup and the welcome page: every answer is stored at once and holds at
//! once in open tabs.
//!
//! Proves: employer, capacity, function, policy areas, abroad and on/off are stored
//! at once (`popup::every_answer_is_stored`) and hold in open tabs (`profile`,
//! `pill`, `popup::private_messages`); a rule comes back on (`popup::rule_on_again`);
//! nothing has to be scrolled (`popup::fits`); the page that opens on install asks
//! the same (`popup::welcome_asks_the_same`; that it opens, every scenario waits for).

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, PRIVATE, named},
    driver::Result,
    phrases::ALWAYS,
};
use libtest_mimic::Trial;
use serde_json::json;

/// Browsers give a popup no more height than this, in CSS pixels.
const MOST: u64 = 600;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    type Play = fn(&Scene) -> Result<()>;
    let scenarios: [(&str, Play); 5] = [
        ("every_answer_is_stored", answers),
        ("fits", fits),
        ("private_messages", private_messages),
        ("rule_on_again", rule_on_again),
        ("welcome_asks_the_same", welcome),
    ];
    scenarios
        .into_iter()
        .flat_map(|(name, play)| in_both(stage, &format!("popup::{name}"), play))
        .collect()
}

fn answers(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let last = "topics-zorg";
    session.in_popup(|| {
        session.click("label:has([name=employer][value=bz])")?;
        session.choose("#capacity-linkedin", "functie")?;
        session.choose("#function", "top")?;
        session.click("label:has(#on-facebook)")?;
        session.click("label:has(#abroad)")?;
        session.click("label:has(#messages)")?;
        session.click("#topics-open")?;
        session.click(&format!("label:has(#{last})"))?;
        session.click("#topics-done")?;
        session.wait(
            "the dialog is closed",
            "return !document.querySelector('#topics').open",
        )
    })?;
    let stored = session.stored_settings()?;
    let expected = json!({
        "version": 1, "employer": "bz", "function": "top", "topics": ["zorg"], "abroad": true, "messages": true,
        "sites": { "linkedin": { "capacity": "functie" }, "facebook": { "on": false } },
    });
    same("stored", &stored, &expected)?;
    // Opened again it shows what was chosen.
    session.in_popup(|| {
        let shown = session.execute(
            "return [document.querySelector('[name=employer]:checked').value, document.querySelector('#function').value,
                     document.querySelector('#capacity-linkedin').value, document.querySelector('#on-facebook').checked,
                     document.querySelector('#messages').checked]",
            json!([]),
        )?;
        same("shown", shown, json!(["bz", "top", "functie", false, true]))
    })
}

/// Nothing to scroll, whatever there is to say.
fn fits(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    for employer in ["rijk", "gemeente"] {
        session.settings(json!({ "version": 1, "employer": employer, "off": ["a/b", "a/c"] }))?;
        session.in_popup(|| {
            let height = session.execute("return document.body.scrollHeight", json!([]))?;
            let file = format!("screenshots/{}-popup-{employer}.png", session.browser());
            session.save_screenshot(&bezint_tests::target().join(file))?;
            same(
                &format!("{height} px fit"),
                height.as_u64().is_some_and(|height| height <= MOST),
                true,
            )
        })?;
    }
    Ok(())
}

/// Private messages are looked at as soon as the switch in the popup says so.
fn private_messages(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let message: &Composer = &PRIVATE[4];
    session.enter(message)?;
    session.type_text(ALWAYS.text)?;
    session.frames(3)?;
    same("underlined", session.marks()?, Vec::new())?;
    session.in_popup(|| session.click("label:has(#messages)"))?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    session.in_popup(|| session.click("label:has(#messages)"))?;
    session.wait_marks(&[])
}

/// A rule switched off on the card is listed in the popup and comes back from there.
fn rule_on_again(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let home = named("x_home");
    session.enter(home)?;
    session.type_text(ALWAYS.text)?;
    let phrase = ALWAYS.phrase.expect("a risky post");
    session.wait_marks(&[phrase])?;
    session.in_popup(|| {
        same(
            "nothing is off",
            session.property("#rules-open", "hidden")?,
            json!(true),
        )
    })?;
    session.rest_on(home.editor, phrase)?;
    session.wait_card(true)?;
    session.click_overlay(".act.plain")?;
    session.wait_marks(&[])?;
    let off = session.stored_settings()?["off"].clone();
    same("one rule is off", off.as_array().map(Vec::len), Some(1))?;
    session.in_popup(|| {
        session.click("#rules-open")?;
        session.wait(
            "the rule is listed",
            "return document.querySelectorAll('#rules-list li').length === 1",
        )?;
        let listed = session.text("#rules-list strong")?;
        same(
            "by its title",
            off[0] != listed.as_str() && !listed.is_empty(),
            true,
        )?;
        session.click("#rules-list button")?;
        session.wait(
            "it is gone from the list",
            "return document.querySelector('#rules-list li') === null",
        )
    })?;
    session.wait_marks(&[phrase])
}

/// The page that opens on install has the questions of the popup.
fn welcome(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    same("console", session.welcome_errors(), &[])?;
    session.in_page("welcome.html", || {
        session.click("label:has([name=employer][value=defensie])")?;
        session.click("label:has([name=capacity-x][value=functie])")?;
        session.click("label:has([name=function][value=communicatie])")?;
        session.click("label:has(#topics-defensie)")?;
        session.click("label:has(#messages)")?;
        session.click("#try")?;
        session.type_text(ALWAYS.text)?;
        session.wait(
            "it is found in the box to try",
            "return document.querySelectorAll('#try-findings li').length === 1",
        )?;
        session.click("#done")?;
        session.wait(
            "it says that all is stored",
            "return document.querySelector('#done-said').textContent !== ''",
        )
    })?;
    let stored = session.stored_settings()?;
    let expected = json!({
        "version": 1, "employer": "defensie", "function": "communicatie", "topics": ["defensie"], "messages": true,
        "sites": { "x": { "capacity": "functie" } }, "welcomed": true,
    });
    same("stored", &stored, &expected)
}
