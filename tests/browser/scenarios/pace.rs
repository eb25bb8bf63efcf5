//! Looking along costs little: what did not change is left alone, and a page that
//! writes without end is looked at now and then, the user's own keys at once.

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{UNKNOWN, named},
    driver::{Key, Result},
    phrases::{ALWAYS, HARMLESS},
};
use libtest_mimic::Trial;
use serde_json::json;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let kept = ["x_home", "facebook_post", "linkedin_comment"]
        .into_iter()
        .flat_map(|name| {
            in_both(stage, &format!("underline_kept::{name}"), move |scene| {
                underline_kept(scene, name)
            })
        });
    let written = UNKNOWN.iter().flat_map(|composer| {
        in_both(
            stage,
            &format!("page_writes::{}", composer.name),
            move |scene| page_writes(scene, composer.editor, composer.name),
        )
    });
    kept.chain(written).collect()
}

/// Typing in another paragraph leaves the underline's own range where it is.
fn underline_kept(scene: &Scene, name: &str) -> Result<()> {
    let session = scene.with_bezint()?;
    let composer = named(name);
    let phrase = ALWAYS.phrase.expect("a risky post");
    session.enter(composer)?;
    session.type_text(ALWAYS.text)?;
    session.new_line(composer)?;
    session.wait_marks(&[phrase])?;
    session.frames(2)?;
    let first = "[...CSS.highlights.values()].flatMap((highlight) => [...highlight])";
    session.execute(&format!("window.marksBefore = {first}"), json!([]))?;
    session.type_text(&format!("{} {}", HARMLESS.text, ALWAYS.text))?;
    session.wait_marks(&[phrase, phrase])?;
    let kept = session.execute(
        &format!("return window.marksBefore.every((range) => {first}.includes(range))"),
        json!([]),
    )?;
    same("the same range", kept, json!(true))
}

/// A page that changes the box at every turn: what it wrote in the end is
/// underlined, and so is what the user types meanwhile.
fn page_writes(scene: &Scene, editor: &str, name: &str) -> Result<()> {
    let session = scene.with_bezint()?;
    let composer = UNKNOWN
        .iter()
        .find(|one| one.name == name)
        .ok_or("a box of the table")?;
    let phrase = ALWAYS.phrase.expect("a risky post");
    session.enter(composer)?;
    session.type_text(HARMLESS.text)?;
    session.execute(
        "const editor = document.querySelector(arguments[0]);
         const line = editor.insertBefore(document.createElement('div'), editor.firstChild);
         let turn = 0;
         window.writing = setInterval(() => (line.textContent = `regel ${turn++}`), 4);
         window.finish = () => {
             clearInterval(window.writing);
             line.textContent = arguments[1];
         }",
        json!([editor, ALWAYS.text]),
    )?;
    session.press(&[Key::Control], Key::End)?;
    session.type_text(&format!(" {}", ALWAYS.text))?;
    session.wait_marks(&[phrase])?;
    session.execute("window.finish()", json!([]))?;
    session.wait_marks(&[phrase, phrase])?;
    same("console", session.console_errors()?, Vec::new())
}
