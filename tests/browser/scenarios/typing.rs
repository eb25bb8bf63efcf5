//! Typing in each box: the phrase is underlined, and nothing else is.
//!
//! Proves for every public box of the three sites, frame and shadow root among them:
//! real keys underline the phrase and leave harmless text clean, and no policy of the
//! page is violated, LinkedIn's neither (`typing::<box>`); correcting takes the line
//! away (`corrected`); threads (`both_posts_of_a_thread`); pages changed within the
//! single-page application (`next_page`).

use crate::stage::{Stage, in_both, same};
use bezint_tests::{
    composers::{PUBLIC, named},
    phrases::{ALWAYS, HARMLESS},
};
use libtest_mimic::Trial;

/// From a box along a link of the site to the box behind it.
const NEXT: [(&str, &str, &str); 3] = [
    ("x_home", "nav a[href='/wouter/status/1']", "x_reply"),
    (
        "facebook_comment",
        "header a[href='/groups/1']",
        "facebook_group",
    ),
    (
        "linkedin_comment",
        "header a[href='/article/new/']",
        "linkedin_article",
    ),
];

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let boxes = PUBLIC.iter().flat_map(|composer| {
        in_both(stage, &format!("typing::{}", composer.name), move |scene| {
            let session = scene.with_bezint()?;
            session.enter(composer)?;
            // The harmless sentence first: once the risky one behind it is
            // underlined, the harmless one was looked at as well.
            session.type_text(&format!("{} {}", HARMLESS.text, ALWAYS.text))?;
            session.wait_marks(ALWAYS.phrase.as_slice())?;
            same("policy violations", session.violations()?, Vec::new())?;
            same(
                "policy reports",
                session.server().csp_reports(composer.site),
                Vec::new(),
            )?;
            same("console", session.console_errors()?, Vec::new())
        })
    });
    let corrected = in_both(stage, "typing::corrected", |scene| {
        let session = scene.with_bezint()?;
        session.enter(named("x_home"))?;
        let phrase = ALWAYS.phrase.expect("a risky post");
        session.type_text(ALWAYS.text)?;
        session.wait_marks(&[phrase])?;
        session.backspace(ALWAYS.back_into_phrase())?;
        session.wait_marks(&[])
    });
    let moved_on = NEXT.into_iter().flat_map(|(from, link, to)| {
        in_both(stage, &format!("typing::next_page::{to}"), move |scene| {
            let session = scene.with_bezint()?;
            session.enter(named(from))?;
            session.type_text(ALWAYS.text)?;
            session.wait_marks(ALWAYS.phrase.as_slice())?;
            // A link inside the single-page application: no new document.
            session.click(link)?;
            session.wait_marks(&[])?;
            let next = named(to);
            if let Some(opener) = next.open {
                session.click(opener)?;
            }
            session.click(next.editor)?;
            session.type_text(ALWAYS.text)?;
            session.wait_marks(ALWAYS.phrase.as_slice())?;
            same("console", session.console_errors()?, Vec::new())
        })
    });
    let thread = in_both(stage, "typing::both_posts_of_a_thread", |scene| {
        let session = scene.with_bezint()?;
        let phrase = ALWAYS.phrase.expect("a risky post");
        session.enter(named("x_dialog"))?;
        session.type_text(ALWAYS.text)?;
        session.wait_marks(&[phrase])?;
        let second = named("x_thread");
        session.click(second.open.expect("a button adds it"))?;
        session.click(second.editor)?;
        session.type_text(ALWAYS.text)?;
        session.wait_marks(&[phrase, phrase])
    });
    boxes
        .chain(thread)
        .chain(corrected)
        .chain(moved_on)
        .collect()
}
