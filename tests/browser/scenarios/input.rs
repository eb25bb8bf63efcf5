//! Text that comes in other ways than letter by letter on one line.
//!
//! Proves that the underline is right after: more paragraphs (`paragraphs`), emoji
//! pictures (`emoji`), mentions (`mention`), undo and redo (`undo`), a redraw by the
//! editor (`redrawn`), dragging (`dragged`), input methods, with nothing underlined
//! while they compose (`ime`), and a paste of 3,000 characters, which posts what it
//! posts without Bezint (`paste`; 100,000 in `robust`).

use crate::stage::{Scene, Stage, in_both, in_one, same};
use bezint_tests::{
    composers::{Composer, PUBLIC, named},
    driver::{Browser, Key, Result},
    phrases::{ALWAYS, HARMLESS, WARNING},
};
use libtest_mimic::Trial;
use serde_json::json;

/// One box for each editor library.
pub const EDITORS: [&str; 6] = [
    "x_home",
    "facebook_post",
    "facebook_comment",
    "linkedin_share",
    "linkedin_comment",
    "linkedin_old_comment",
];

/// Those a whole text comes into at once: one for each kind of editor, in a shadow
/// root too.
const WRITTEN: [&str; 4] = [
    "x_home",
    "facebook_post",
    "linkedin_share",
    "linkedin_comment",
];

pub fn trials(stage: &Stage) -> Vec<Trial> {
    type Play = fn(&Scene, &Composer) -> Result<()>;
    let scenarios: [(&str, Play); 5] = [
        ("paragraphs", paragraphs),
        ("emoji", emoji),
        ("mention", mention),
        ("undo", undo),
        ("redrawn", redrawn),
    ];
    let in_boxes = scenarios.into_iter().flat_map(|(name, play)| {
        let boxes = PUBLIC
            .iter()
            .filter(|composer| EDITORS.contains(&composer.name));
        boxes.flat_map(move |composer| {
            in_both(stage, &format!("{name}::{}", composer.name), move |scene| {
                play(scene, composer)
            })
        })
    });
    let composed = WRITTEN.into_iter().flat_map(|name| {
        in_both(stage, &format!("ime::{name}"), move |scene| {
            ime(scene, named(name))
        })
    });
    let pasted = WRITTEN.into_iter().flat_map(|name| {
        in_both(stage, &format!("paste::{name}"), move |scene| {
            paste(scene, named(name))
        })
    });
    // Neither browser drags out of a shadow root for its driver: Chromium says
    // `dragstart` and then nothing more, Firefox says nothing.
    let dragged_in = ["x_home", "facebook_post", "linkedin_comment"];
    let dragged_in = dragged_in.into_iter().flat_map(|name| {
        in_both(stage, &format!("dragged::{name}"), move |scene| {
            dragged(scene, named(name))
        })
    });
    // In Quill 1 Firefox leaves the word where it was as well, also without Bezint.
    let dragged_in_old = in_one(
        stage,
        Browser::Chromium,
        "dragged::linkedin_old_comment",
        |scene| dragged(scene, named("linkedin_old_comment")),
    );
    in_boxes
        .chain(composed)
        .chain(pasted)
        .chain(dragged_in)
        .chain([dragged_in_old])
        .collect()
}

fn paragraphs(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    for text in [HARMLESS.text, ALWAYS.text, HARMLESS.text, "", ALWAYS.text] {
        session.type_text(text)?;
        session.new_line(composer)?;
    }
    session.type_text(HARMLESS.text)?;
    let phrase = ALWAYS.phrase.expect("a risky post");
    session.wait_marks(&[phrase, phrase])
}

fn emoji(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    session.type_text("Mooi ")?;
    session.tool(composer, "emoji")?;
    session.tool(composer, "emoji")?;
    session.type_text(&format!(" {}", ALWAYS.text))?;
    session.wait_marks(ALWAYS.phrase.as_slice())
}

fn mention(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    session.type_text("Dag ")?;
    session.tool(composer, "mention")?;
    session.type_text(&format!(". {}", ALWAYS.text))?;
    session.wait_marks(ALWAYS.phrase.as_slice())
}

/// What is undone loses its underline, what is redone gets it back.
fn undo(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    // Some editors undo a letter at a time, some a sentence.
    session.wait_for("all is undone", || {
        session.chord(&[Key::Control], 'z')?;
        Ok(!session.text(composer.editor)?.contains("rijkspas"))
    })?;
    session.wait_marks(&[])?;
    session.wait_for("all is redone", || {
        session.chord(&[Key::Control, Key::Shift], 'z')?;
        Ok(session.text(composer.editor)?.contains(ALWAYS.text))
    })?;
    session.wait_marks(ALWAYS.phrase.as_slice())
}

/// The editor makes all its nodes anew: the underline is on the new ones, and
/// follows what is typed next.
fn redrawn(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    session.type_text(&format!("{} {}", HARMLESS.text, ALWAYS.text))?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    let editor = session.find(composer.editor)?;
    let redraw = "arguments[0].dispatchEvent(new Event('fixture-redraw', { bubbles: true, composed: true }))";
    session.execute(redraw, json!([editor]))?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    session.press(&[Key::Control], Key::End)?;
    session.type_text(&format!(" {}", ALWAYS.text))?;
    let phrase = ALWAYS.phrase.expect("a risky post");
    session.wait_marks(&[phrase, phrase])?;
    same("console", session.console_errors()?, Vec::new())
}

/// A word is dragged out of the phrase: no underline is left; and the phrase typed
/// once more gets its own.
fn dragged(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    session.type_text(WARNING.text)?;
    session.wait_marks(WARNING.phrase.as_slice())?;
    session.drag(composer.editor, " bij", "droomfabriek.")?;
    session.wait_for("the word has moved", || {
        Ok(session.text(composer.editor)?.contains("heet ons"))
    })?;
    session.wait_marks(&[])?;
    session.press(&[Key::Control], Key::End)?;
    session.type_text(&format!(". {}", WARNING.text))?;
    session.wait_marks(WARNING.phrase.as_slice())
}

/// Nothing is judged while an input method is still composing a word.
fn ime(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(composer)?;
    let phrase = ALWAYS.phrase.expect("a risky post");
    let (before, after) = ALWAYS.text.split_once(phrase).expect("its phrase");
    session.type_text(before)?;
    session.compose(phrase)?;
    session.frames(3)?;
    same("underlined while composing", session.marks()?, Vec::new())?;
    session.commit_composition(phrase)?;
    session.type_text(after)?;
    session.wait_marks(&[phrase])?;
    same(
        "the text",
        session.text(composer.editor)?.contains(ALWAYS.text),
        true,
    )
}

fn paste(scene: &Scene, composer: &Composer) -> Result<()> {
    let mut text = String::new();
    while text.len() < 1500 {
        text.push_str(HARMLESS.text);
        text.push(' ');
    }
    text = format!("{text}{} {text}", ALWAYS.text);
    let run = |session: bezint_tests::driver::Session, marked: bool| -> Result<Vec<String>> {
        session.open(composer.site, composer.path)?;
        session.copy(&text)?;
        session.enter(composer)?;
        session.chord(&[Key::Control], 'v')?;
        if marked {
            session.wait_marks(ALWAYS.phrase.as_slice())?;
        }
        session.submit(composer)?;
        session.wait_for("it is posted", || Ok(!session.posted()?.is_empty()))?;
        session.posted()
    };
    let with = run(scene.with_bezint()?, true)?;
    let without = run(scene.without_bezint()?, false)?;
    same("what was posted", &with, &without)?;
    same("the length", with[0].trim().len() >= 3000, true)
}
