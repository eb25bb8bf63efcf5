//! The underline as it is on the screen, in light and dark.

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, named},
    driver::{Picture, Rect, Result, Session},
    phrases::{ALWAYS, HARMLESS},
};
use libtest_mimic::Trial;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let boxes = [
        "x_home",
        "facebook_post",
        "linkedin_share",
        "linkedin_comment",
    ];
    let both = boxes.into_iter().flat_map(|name| {
        [("light", false), ("dark", true)]
            .into_iter()
            .flat_map(move |(theme, dark)| {
                in_both(
                    stage,
                    &format!("on_screen::{theme}::{name}"),
                    move |scene| on_screen(scene, named(name), dark),
                )
            })
    });
    both.collect()
}

/// Compares the page with and without Bezint: under the phrase there is a line
/// that stands out, over the harmless sentence nothing has changed.
fn on_screen(scene: &Scene, composer: &Composer, dark: bool) -> Result<()> {
    let phrase = ALWAYS.phrase.expect("a risky post");
    let write = |session: &Session, marked: bool| -> Result<(Picture, Rect, Rect)> {
        session.enter(composer)?;
        session.type_text(&format!(
            "{} {} {}",
            HARMLESS.text, ALWAYS.text, HARMLESS.text
        ))?;
        session.wait_marks(if marked {
            ALWAYS.phrase.as_slice()
        } else {
            &[]
        })?;
        session.frames(3)?;
        let theme = if dark { "dark" } else { "light" };
        let file = format!(
            "screenshots/{}-{theme}-{}-{marked}.png",
            session.browser(),
            composer.name
        );
        session.save_screenshot(&bezint_tests::target().join(file))?;
        let picture = session.picture()?;
        let risky = session.text_rect(composer.editor, phrase)?;
        Ok((
            picture,
            risky,
            session.text_rect(composer.editor, "gefietst vandaag")?,
        ))
    };
    let (with, risky, calm) = write(&scene.launch(true, |launch| launch.dark = dark)?, true)?;
    let (without, risky_before, _) =
        write(&scene.launch(false, |launch| launch.dark = dark)?, false)?;
    same("the place of the phrase", risky, risky_before)?;
    same(
        "changed pixels in the harmless sentence",
        with.changes(&without, calm).len(),
        0,
    )?;
    let changes = with.changes(&without, risky.grown_down(4));
    // A light tint behind the words is allowed; the line itself must stand out.
    let line: Vec<_> = changes
        .iter()
        .filter(|change| change.contrast >= 3.0)
        .collect();
    let middle = risky.y + risky.height / 2;
    let low = line.iter().filter(|change| change.y > middle).count();
    if low * 4 < risky.width as usize || low * 5 < line.len() * 4 {
        let (all, strong) = (changes.len(), line.len());
        return Err(format!("no line under {risky:?}: {all} pixels changed, {strong} of them clearly, {low} of those low").into());
    }
    Ok(())
}
