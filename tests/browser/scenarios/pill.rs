//! The pill at the composer: how many remarks and how heavy, whether Bezint
//! looks at all, and the list behind it.
//!
//! Proves: count, worst severity and the badge on the tool bar (`pill::counts`);
//! watching, paused and off (`pill::tells_whether_it_looks`); private messages
//! (`pill::tells_a_private_message`); the list, with the keyboard alone
//! (`pill::list_by_keyboard`); the live region (`pill::is_read_out`).

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{PRIVATE, named},
    driver::{Key, Result, Session},
    phrases::{ALWAYS, HINT},
};
use libtest_mimic::Trial;
use serde_json::json;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    type Play = fn(&Scene) -> Result<()>;
    let scenarios: [(&str, Play); 5] = [
        ("counts", counts),
        ("tells_whether_it_looks", states),
        ("list_by_keyboard", list_by_keyboard),
        ("tells_a_private_message", private_message),
        ("is_read_out", live_region),
    ];
    scenarios
        .into_iter()
        .flat_map(|(name, play)| in_both(stage, &format!("pill::{name}"), play))
        .collect()
}

fn phrase() -> &'static str {
    ALWAYS.phrase.expect("a risky post")
}

/// Waits until the pill's label is a text of the interface.
fn wait_label(session: &Session, key: &str, filled_in: &str) -> Result<()> {
    session.wait_for(&format!("the pill says {key}"), || {
        let label = session.overlay_attribute(".pill", "aria-label")?;
        session.says(&label.unwrap_or_default(), key, filled_in)
    })
}

/// The count is of all remarks, the severity of the heaviest; the badge on the
/// tool bar says the same.
fn counts(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(named("x_home"))?;
    session.type_text("Mooi weer.")?;
    wait_label(&session, "state_watching", "")?;
    session.type_text(&format!(" {}", HINT.text))?;
    wait_label(&session, "count_one", "")?;
    same(
        "the severity",
        session
            .overlay_attribute(".pill", "data-severity")?
            .as_deref(),
        Some("hint"),
    )?;
    session.type_text(&format!(" {}", ALWAYS.text))?;
    wait_label(&session, "count_many", "2")?;
    same(
        "the severity",
        session
            .overlay_attribute(".pill", "data-severity")?
            .as_deref(),
        Some("serious"),
    )?;
    session.wait_for("the badge says it", || Ok(session.badge()? == "2"))?;
    session.chord(&[Key::Control], 'a')?;
    session.press(&[], Key::Backspace)?;
    session.wait_marks(&[])?;
    session.wait_for("the badge is empty", || Ok(session.badge()?.is_empty()))
}

/// Off and paused are told at once in the open page, and so is that it looks again.
fn states(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(named("x_home"))?;
    session.type_text(ALWAYS.text)?;
    wait_label(&session, "count_one", "")?;
    session.in_popup(|| session.click("#pause"))?;
    wait_label(&session, "state_paused", "")?;
    same("underlined", session.marks()?, Vec::new())?;
    session.in_popup(|| session.click("#pause"))?;
    wait_label(&session, "count_one", "")?;
    session.in_popup(|| session.click("label:has(#on-x)"))?;
    wait_label(&session, "state_off", "")?;
    same("underlined", session.marks()?, Vec::new())?;
    session.in_popup(|| session.click("label:has(#on-x)"))?;
    wait_label(&session, "count_one", "")?;
    session.wait_marks(&[phrase()])
}

/// Without remarks the command opens the list, with remarks it goes from one to
/// the next; Escape gives the focus back to the editor.
fn list_by_keyboard(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(named("x_home"))?;
    session.type_text("Mooi weer.")?;
    wait_label(&session, "state_watching", "")?;
    session.next_warning()?;
    session.wait_for("the list is there", || {
        let list = session.overlay_text(".panel")?.unwrap_or_default();
        session.says(&list, "state_watching", "")
    })?;
    session.press(&[], Key::Escape)?;
    session.wait_for("the list is gone", || {
        Ok(session.overlay_text(".panel")?.is_none())
    })?;
    session.type_text(&format!(" {} {}", ALWAYS.text, HINT.text))?;
    let hint = HINT.phrase.expect("a risky post");
    session.wait_marks(&[phrase(), hint])?;
    let place = |number: usize| -> Result<()> {
        session.next_warning()?;
        session.wait_for(&format!("the card of remark {number} is there"), || {
            let said = session.overlay_text(".card .steps")?.unwrap_or_default();
            Ok(said.starts_with(&number.to_string()))
        })
    };
    place(1)?;
    place(2)?;
    place(1)?;
    session.press(&[], Key::Escape)?;
    session.wait_card(false)?;
    session.type_text("!")?;
    let behind = ALWAYS.text.replacen(phrase(), &format!("{}!", phrase()), 1);
    session.wait_for("the caret is behind the phrase", || {
        Ok(session.text(named("x_home").editor)?.contains(&behind))
    })
}

fn private_message(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    for composer in &PRIVATE {
        session.enter(composer)?;
        session.type_text(ALWAYS.text)?;
        wait_label(&session, "state_message", "")
            .map_err(|error| format!("{}: {error}", composer.name))?;
    }
    same("console", session.console_errors()?, Vec::new())
}

/// A screen reader is told when the writer rests.
fn live_region(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    session.settings(json!({ "version": 1 }))?;
    session.enter(named("x_home"))?;
    session.type_text(ALWAYS.text)?;
    session.wait_for("it is read out", || {
        let said = session.overlay_text("[role=status][aria-live=polite]")?;
        session.says(&said.unwrap_or_default(), "count_one", "")
    })
}
