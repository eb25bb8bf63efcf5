//! Where Bezint does not look.

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

/// Nothing in name, password and search fields; the box typed in afterwards
/// shows that Bezint was awake.
fn form_fields(scene: &Scene, site: Site, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.open(site, "/login")?;
    for field in ["name", "password", "find"] {
        let path = format!(".sign-in [name={field}]");
        session.click(&path)?;
        session.type_text(ALWAYS.text)?;
        same(
            "the field",
            session.property(&path, "value")?,
            json!(ALWAYS.text),
        )?;
    }
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
