//! Bezint changes nothing: the same keys give the same editor and the same post
//! as in a browser without it.
//!
//! Proves for every box: editor, undo, redo and the post itself are identical to a
//! run without Bezint, with emoji pictures, mentions, more lines and real keys
//! (`unchanged`). For a long paste `paste` in `input` does.

use crate::{
    input::EDITORS,
    stage::{Scene, Stage, in_both, same},
};
use bezint_tests::{
    composers::{Composer, PRIVATE, PUBLIC},
    driver::{Key, Result, Session},
    phrases::{ALWAYS, HARMLESS},
};
use libtest_mimic::Trial;
use serde_json::json;

/// More than the steps any of the editors makes of the keys typed here. How many
/// it makes depends on the clock, so all are undone and all are redone.
const ALL_STEPS: usize = 25;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let boxes = PUBLIC.iter().chain(&PRIVATE).flat_map(|composer| {
        in_both(
            stage,
            &format!("unchanged::{}", composer.name),
            move |scene| unchanged(scene, composer),
        )
    });
    boxes.collect()
}

/// What can be told of an editor from outside.
#[derive(Debug, PartialEq)]
struct Story {
    typed: String,
    undone: String,
    redone: String,
    posted: Vec<String>,
}

fn unchanged(scene: &Scene, composer: &Composer) -> Result<()> {
    let with = scene.with_bezint()?;
    with.settings(json!({ "version": 1, "employer": "rijk", "messages": true }))?;
    let with = write(&with, composer, !is_plain(composer))?;
    let without = write(&scene.without_bezint()?, composer, false)?;
    same("the typed editor", &with.typed, &without.typed)?;
    same("the editor after undo", &with.undone, &without.undone)?;
    same("the editor after redo", &with.redone, &without.redone)?;
    same("what was posted", &with.posted, &without.posted)
}

/// Whether the box is a text field, whose words no highlight can reach.
fn is_plain(composer: &Composer) -> bool {
    composer.name == "x_chat"
}

fn write(session: &Session, composer: &Composer, marked: bool) -> Result<Story> {
    session.enter(composer)?;
    session.type_text(ALWAYS.text)?;
    if EDITORS.contains(&composer.name) {
        for tool in ["emoji", "mention"] {
            session.type_text(" ")?;
            session.tool(composer, tool)?;
        }
    }
    session.new_line(composer)?;
    session.type_text(HARMLESS.text)?;
    session.press(&[Key::Shift], Key::Left)?;
    session.type_text("!")?;
    if marked {
        session.wait_marks(ALWAYS.phrase.as_slice())?;
    }
    let shown = |session: &Session| -> Result<String> {
        session.frames(2)?;
        if is_plain(composer) {
            return Ok(session.property(composer.editor, "value")?.to_string());
        }
        session.markup(composer.editor)
    };
    let typed = shown(session)?;
    for _ in 0..ALL_STEPS {
        session.chord(&[Key::Control], 'z')?;
    }
    let undone = shown(session)?;
    for _ in 0..ALL_STEPS {
        session.chord(&[Key::Control, Key::Shift], 'z')?;
    }
    let redone = shown(session)?;
    // Not every editor can redo all of it: then there would be nothing to post.
    session.type_text(ALWAYS.text)?;
    session.submit(composer)?;
    session.wait_for("it is posted", || Ok(!session.posted()?.is_empty()))?;
    Ok(Story {
        typed,
        undone,
        redone,
        posted: session.posted()?,
    })
}
