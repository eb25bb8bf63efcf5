//! The extension's background comes and goes; the writer does not notice.
//!
//! Proves, with the core in the page (X) and in the background (LinkedIn): a
//! background stopped in the middle of a text answers the next key
//! (`background_stopped`); an extension reloaded under an open page leaves no dead
//! underline and no error in the console (`extension_reloaded`).

use crate::stage::{Stage, in_both, same};
use bezint_tests::{composers::named, driver::Key, phrases::ALWAYS};
use libtest_mimic::Trial;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let asleep = ["x_home", "linkedin_share"].into_iter().flat_map(|name| {
        in_both(
            stage,
            &format!("background_stopped::{name}"),
            move |scene| {
                let session = scene.with_bezint()?;
                session.enter(named(name))?;
                session.type_text(ALWAYS.text)?;
                let phrase = ALWAYS.phrase.expect("a risky post");
                session.wait_marks(&[phrase])?;
                session.stop_background()?;
                session.type_text(&format!(" {}", ALWAYS.text))?;
                session.wait_marks(&[phrase, phrase])?;
                same("console", session.console_errors()?, Vec::new())
            },
        )
    });
    let reloaded = ["x_home", "linkedin_share"].into_iter().flat_map(|name| {
        in_both(
            stage,
            &format!("extension_reloaded::{name}"),
            move |scene| {
                let session = scene.with_bezint()?;
                session.enter(named(name))?;
                let phrase = ALWAYS.phrase.expect("a risky post");
                session.type_text(ALWAYS.text)?;
                session.wait_marks(&[phrase])?;
                let old = session.marks()?;
                session.reload_extension()?;
                // What is underlined now is nothing, or the work of the new instance.
                session.wait_for("the old underline is gone", || {
                    Ok(!session.marks()?.iter().any(|mark| old.contains(mark)))
                })?;
                session.click(named(name).editor)?;
                session.press(&[Key::Control], Key::End)?;
                session.backspace(ALWAYS.back_into_phrase())?;
                session.wait_marks(&[])?;
                same("console", session.console_errors()?, Vec::new())
            },
        )
    });
    asleep.chain(reloaded).collect()
}
