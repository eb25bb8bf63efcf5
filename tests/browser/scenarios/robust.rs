//! Odd things happen: damaged settings, huge texts, pages that shake or name
//! their fields after what scripts rely on. Bezint goes on, and says nothing.

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, named},
    driver::{Key, Result},
    phrases::{ALWAYS, HARMLESS},
};
use libtest_mimic::Trial;
use serde_json::{Value, json};

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let damaged: [(&str, Value); 3] = [
        ("text", json!("not an object")),
        ("list", json!([1, null])),
        (
            "fields",
            json!({ "employer": 7, "function": null, "topics": { "a": 1 }, "sites": "x", "off": 3,
                    "pausedUntil": "later", "messages": "yes", "version": "new" }),
        ),
    ];
    let damaged = damaged.into_iter().flat_map(|(name, stored)| {
        in_both(stage, &format!("damaged_settings::{name}"), move |scene| {
            damaged_settings(scene, &stored)
        })
    });
    let huge = [
        "x_home",
        "facebook_post",
        "linkedin_share",
        "linkedin_comment",
    ]
    .into_iter()
    .flat_map(|name| {
        in_both(stage, &format!("huge_paste::{name}"), move |scene| {
            huge_paste(scene, named(name))
        })
    });
    let shaking = in_both(stage, "page::shakes", shaking);
    let named_fields = in_both(stage, "page::names_its_fields", named_fields);
    let named_pictures = in_both(stage, "page::names_its_pictures", named_pictures);
    damaged
        .chain(huge)
        .chain(shaking)
        .chain(named_fields)
        .chain(named_pictures)
        .collect()
}

/// The defaults hold, the popup works, and the first choice mends what is stored.
fn damaged_settings(scene: &Scene, stored: &Value) -> Result<()> {
    let session = scene.with_bezint()?;
    session.settings(stored.clone())?;
    session.enter(named("x_home"))?;
    session.type_text(ALWAYS.text)?;
    let phrase = ALWAYS.phrase.expect("a risky post");
    session.wait_marks(&[phrase])?;
    session.choose_employer("bz")?;
    session.wait_marks(&[phrase])?;
    same(
        "stored",
        session.stored_settings()?["employer"].clone(),
        json!("bz"),
    )?;
    same("console", session.console_errors()?, Vec::new())
}

/// A hundred thousand characters: the phrase in the middle and the one typed
/// behind it are found.
fn huge_paste(scene: &Scene, composer: &Composer) -> Result<()> {
    let half = HARMLESS.text.len() + 1;
    let half = format!("{} ", HARMLESS.text).repeat(50_000 / half);
    let session = scene.with_bezint()?;
    session.open(composer.site, composer.path)?;
    session.copy(&format!("{half}{} {half}", ALWAYS.text))?;
    session.enter(composer)?;
    session.chord(&[Key::Control], 'v')?;
    let phrase = ALWAYS.phrase.expect("a risky post");
    session.wait_marks(&[phrase])?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(&[phrase, phrase])?;
    same("console", session.console_errors()?, Vec::new())
}

/// A page that never stops changing around and in its editor costs no underline.
fn shaking(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let home = named("x_home");
    session.enter(home)?;
    session.execute(
        "const editor = document.querySelector(arguments[0]);
         const shake = () => {
             for (let turn = 0; turn < 50; turn++) {
                 const node = document.createElement('span');
                 editor.parentElement.append(node);
                 node.remove();
                 editor.querySelectorAll('span').forEach((span) => span.setAttribute('data-turn', turn));
             }
             setTimeout(shake);
         };
         shake()",
        json!([home.editor]),
    )?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    session.backspace(ALWAYS.back_into_phrase())?;
    session.wait_marks(&[])?;
    same("console", session.console_errors()?, Vec::new())
}

/// Fields of a form hide its properties behind their own names.
fn named_fields(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let comment = named("facebook_comment");
    session.open(comment.site, comment.path)?;
    session.execute(
        "const form = document.querySelector('form[role=presentation]');
         for (const name of ['matches', 'querySelector', 'isConnected', 'contains', 'shadowRoot', 'getRootNode']) {
             const field = document.createElement('input');
             field.name = name;
             field.hidden = true;
             form.append(field);
         }",
        json!([]),
    )?;
    session.click(comment.editor)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    session.rest_on(comment.editor, ALWAYS.phrase.expect("a risky post"))?;
    session.wait_for("the card is there", || {
        Ok(session.overlay_text(".card")?.is_some())
    })?;
    same("console", session.console_errors()?, Vec::new())
}

/// Pictures hide properties of the document behind their names: from the page's
/// own scripts, not from those of extensions.
fn named_pictures(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let home = named("x_home");
    session.enter(home)?;
    session.execute(
        "for (const name of ['elementsFromPoint', 'caretPositionFromPoint', 'adoptedStyleSheets', 'createElementNS']) {
             const picture = document.createElement('img');
             picture.name = name;
             picture.hidden = true;
             document.body.append(picture);
         }",
        json!([]),
    )?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    session.rest_on(home.editor, ALWAYS.phrase.expect("a risky post"))?;
    session.wait_card(true)?;
    session.wait_for("the pill counts", || {
        Ok(session.overlay_text(".pill .count")?.as_deref() == Some("1"))
    })?;
    same("console", session.console_errors()?, Vec::new())
}
