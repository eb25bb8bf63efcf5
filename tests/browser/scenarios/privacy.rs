//! Where Bezint does not look.
//!
//! Proves: nothing is attached to password, search, date, choice and single-line
//! fields, however they are made (`form_fields`); private messages are not looked at
//! (`private`) unless the writer wants it (`private_if_wanted`).

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, PRIVATE, named},
    driver::Result,
    phrases::ALWAYS,
    server::Site,
};
use libtest_mimic::Trial;
use serde_json::json;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let sites = [
        (Site::X, "x_home"),
        (Site::Facebook, "facebook_comment"),
        (Site::LinkedIn, "linkedin_comment"),
    ];
    let fields = sites.into_iter().flat_map(|(site, name)| {
        in_both(stage, &format!("form_fields::{name}"), move |scene| {
            form_fields(scene, site, named(name))
        })
    });
    let private = PRIVATE.iter().flat_map(|composer| {
        let public = sites.iter().find(|(site, _)| *site == composer.site);
        let (_, public) = *public.expect("each site has a public box");
        in_both(
            stage,
            &format!("private::{}", composer.name),
            move |scene| private(scene, composer, named(public)),
        )
    });
    // A text field has no underline: the pill tells (see `boxes`).
    let rich = PRIVATE.iter().filter(|composer| composer.name != "x_chat");
    let wanted = rich.flat_map(|composer| {
        in_both(
            stage,
            &format!("private_if_wanted::{}", composer.name),
            move |scene| {
                let session = scene.with_bezint()?;
                session.settings(json!({ "version": 1, "messages": true }))?;
                session.enter(composer)?;
                session.type_text(ALWAYS.text)?;
                session.wait_marks(ALWAYS.phrase.as_slice())
            },
        )
    });
    fields.chain(private).chain(wanted).collect()
}

/// Fields of a form, and editable elements that say they are one.
const FIELDS: [&str; 10] = [
    "[name=name]",
    "[name=password]",
    "[name=find]",
    "[name=find-area]",
    "[name=find-key]",
    "[data-rich=searchbox]",
    "[data-rich=combobox]",
    "[data-rich=one-line]",
    "[data-rich=number]",
    "[data-rich=in-search]",
];

/// Nothing in name, password, date, search and choice fields, be they inputs, text
/// areas or editable elements; the box typed in afterwards shows that Bezint was awake.
fn form_fields(scene: &Scene, site: Site, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.open(site, "/login")?;
    let quiet = |field: &str| -> Result<()> {
        session.frames(3)?;
        same(field, session.shows_something()?, false)?;
        same(field, session.marks()?, Vec::new())
    };
    for field in FIELDS {
        let path = format!(".sign-in {field}");
        session.click(&path)?;
        session.type_text(ALWAYS.text)?;
        let value = session.property(&path, "value")?;
        let typed = if value.is_null() {
            session.property(&path, "textContent")?
        } else {
            value
        };
        same(field, typed, json!(ALWAYS.text))?;
        quiet(field)?;
    }
    session.click(".sign-in [name=born]")?;
    session.type_text("05061990")?;
    quiet("a date")?;
    session.click(composer.editor)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())
}

/// Nothing in private messages, unless asked for.
fn private(scene: &Scene, private: &Composer, public: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.enter(private)?;
    session.type_text(ALWAYS.text)?;
    session.frames(3)?;
    same("underlined", session.marks()?, Vec::new())?;
    session.enter(public)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())
}
