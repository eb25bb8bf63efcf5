//! Boxes no adapter knows, and plain text fields: Bezint looks along all the
//! same and says what it can and cannot do there.
//!
//! Proves: a box no selector matches is looked at when somebody types in it, and the
//! list says so (`unknown`); plain text areas have pill, list and card, and the
//! page around them stays as it was (`plain`); comment boxes in frames of another
//! origin are looked at, and nothing else there is (`frame_of_another_origin`).

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, PLAIN, UNKNOWN, named},
    driver::{Key, Result, Session},
    phrases::{ALWAYS, HARMLESS},
    server::Site,
};
use libtest_mimic::Trial;
use serde_json::json;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let unknown = UNKNOWN.iter().flat_map(|composer| {
        in_both(
            stage,
            &format!("unknown::{}", composer.name),
            move |scene| unknown(scene, composer),
        )
    });
    let plain = PLAIN.iter().flat_map(|composer| {
        in_both(stage, &format!("plain::{}", composer.name), move |scene| {
            plain(scene, composer)
        })
    });
    let embedded = in_both(stage, "frame_of_another_origin", embedded);
    unknown.chain(plain).chain(embedded).collect()
}

/// The comment box of a site in a frame on another site's page is looked at; what is
/// that page's own is not.
fn embedded(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    session.open(Site::Index, "/newspaper")?;
    session.click(".own-box")?;
    session.type_text(ALWAYS.text)?;
    session.frames(3)?;
    same("anything shown", session.shows_something()?, false)?;
    let comment = named("facebook_comment");
    session.frame(Some("iframe"))?;
    session.click(comment.editor)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(&[phrase()])?;
    same("anything shown", session.shows_something()?, true)?;
    session.frame(None)?;
    same("in the page around it", session.shows_something()?, false)?;
    same("console", session.console_errors()?, Vec::new())
}

fn phrase() -> &'static str {
    ALWAYS.phrase.expect("a risky post")
}

/// The list behind the pill tells that the box is not one of those known.
fn unknown(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    session.type_text(&format!("{} {}", HARMLESS.text, ALWAYS.text))?;
    session.wait_marks(&[phrase()])?;
    session.click_overlay(".pill")?;
    session.wait_card(true)?;
    let list = session.overlay_text(".panel")?.unwrap_or_default();
    same("it says so", session.says(&list, "box_unknown", "")?, true)?;
    same("console", session.console_errors()?, Vec::new())
}

/// Nothing is drawn in the field or around it; the pill counts, its list names
/// the words, and an entry leads to the card and back.
fn plain(scene: &Scene, composer: &Composer) -> Result<()> {
    let write = |session: &Session| -> Result<String> {
        session.enter(composer)?;
        session.type_text(&format!("{} {}", ALWAYS.text, HARMLESS.text))?;
        session.frames(3)?;
        let element = session.find(composer.editor)?;
        let around = session.execute(
            "return arguments[0].parentElement.parentElement.outerHTML",
            json!([element]),
        )?;
        Ok(around.to_string())
    };
    let session = scene.with_bezint()?;
    let with = write(&session)?;
    session.wait_for("the pill counts", || {
        Ok(session.overlay_text(".pill .count")?.as_deref() == Some("1"))
    })?;
    same("underlined", session.marks()?, Vec::new())?;
    session.click_overlay(".pill")?;
    session.wait_card(true)?;
    let list = session.overlay_text(".panel")?.unwrap_or_default();
    same("it says why", session.says(&list, "box_plain", "")?, true)?;
    same("it names the words", list.contains(phrase()), true)?;
    session.click_overlay(".entry")?;
    session.wait_for("the card is there", || {
        Ok(session.overlay_text(".card")?.is_some())
    })?;
    session.press(&[], Key::Escape)?;
    session.wait_card(false)?;
    session.type_text("!")?;
    session.wait_for("what is typed goes to the field", || {
        Ok(session
            .property(composer.editor, "value")?
            .as_str()
            .is_some_and(|text| text.contains('!')))
    })?;
    let without = write(&scene.without_bezint()?)?;
    same("the page around it", with, without)
}
