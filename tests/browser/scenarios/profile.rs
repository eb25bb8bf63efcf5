//! Who the writer works for decides what is underlined, at once.
//!
//! Proves: each employer has its own warnings (`employer`); another employer or
//! capacity, chosen in the popup, changes an open page at once, with both hosts of
//! the core (`employer_changes`, `capacity_changes`); a site can be off (`site_off`).

use crate::stage::{Stage, in_both};
use bezint_tests::{
    composers::named,
    phrases::{ALWAYS, BY_EMPLOYER, DEFENSIE, HARMLESS, WARNING},
};
use libtest_mimic::Trial;
use serde_json::json;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let each = BY_EMPLOYER.into_iter().flat_map(|(employer, post)| {
        in_both(stage, &format!("employer::{employer}"), move |scene| {
            let session = scene.with_bezint()?;
            session.settings(json!({ "version": 1, "employer": employer }))?;
            session.enter(named("x_home"))?;
            session.type_text(&format!("{} {}", HARMLESS.text, post.text))?;
            session.wait_marks(post.phrase.as_slice())
        })
    });
    // Both hosts of the core: in the page on X, in the background on LinkedIn.
    let changed = ["x_home", "linkedin_share"].into_iter().flat_map(|name| {
        in_both(stage, &format!("employer_changes::{name}"), move |scene| {
            let session = scene.with_bezint()?;
            session.settings(json!({ "version": 1, "employer": "defensie" }))?;
            session.enter(named(name))?;
            session.type_text(&format!("{} {}", DEFENSIE.text, ALWAYS.text))?;
            let [soldier, all] = [DEFENSIE, ALWAYS].map(|post| post.phrase.expect("a risky post"));
            session.wait_marks(&[soldier, all])?;
            session.choose_employer("gemeente")?;
            session.wait_marks(&[all])?;
            session.choose_employer("defensie")?;
            session.wait_marks(&[soldier, all])
        })
    });
    let off = in_both(stage, "site_off", |scene| {
        let session = scene.with_bezint()?;
        session.enter(named("x_home"))?;
        session.type_text(ALWAYS.text)?;
        session.wait_marks(ALWAYS.phrase.as_slice())?;
        session.settings(
            json!({ "version": 1, "sites": { "x": { "on": false, "capacity": "prive" } } }),
        )?;
        session.wait_marks(&[])
    });
    // What the popup says about this account decides as well.
    let capacity = ["x_home", "linkedin_share"].into_iter().flat_map(|name| {
        in_both(stage, &format!("capacity_changes::{name}"), move |scene| {
            let session = scene.with_bezint()?;
            let composer = named(name);
            session.enter(composer)?;
            session.type_text(WARNING.text)?;
            session.wait_marks(WARNING.phrase.as_slice())?;
            session.choose_capacity(composer.site, "namens")?;
            session.wait_marks(&[])?;
            session.choose_capacity(composer.site, "prive")?;
            session.wait_marks(WARNING.phrase.as_slice())
        })
    });
    each.chain(changed).chain(capacity).chain(off).collect()
}
