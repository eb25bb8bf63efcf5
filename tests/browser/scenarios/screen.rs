//! The underline as it is on the screen, in light and dark.
//!
//! Proves: what `CSS.highlights` holds is a line on the screen under the phrase and
//! nothing elsewhere (`on_screen`), in the page and in a shadow root; the three
//! severities differ in shape and colour (`on_screen::severities`).

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, named},
    driver::{Picture, Rect, Result, Session},
    phrases::{ALWAYS, HARMLESS, HINT, WARNING},
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
    let severities = [("light", false), ("dark", true)]
        .into_iter()
        .flat_map(|(theme, dark)| {
            ["x_home", "linkedin_share"]
                .into_iter()
                .flat_map(move |name| {
                    in_both(
                        stage,
                        &format!("on_screen::severities::{theme}::{name}"),
                        move |scene| severities(scene, named(name), dark),
                    )
                })
        });
    both.chain(severities).collect()
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

/// A hint is dotted, a warning wavy, what is serious has a double line; and each
/// has its own colour.
fn severities(scene: &Scene, composer: &Composer, dark: bool) -> Result<()> {
    let posts = [HINT, WARNING, ALWAYS];
    let phrases = posts.map(|post| post.phrase.expect("a risky post"));
    let write = |session: &Session, marked: &[&str]| -> Result<(Picture, Vec<Rect>)> {
        session.enter(composer)?;
        for post in posts {
            session.type_text(post.text)?;
            session.new_line(composer)?;
        }
        session.wait_marks(marked)?;
        session.frames(3)?;
        let rect = |phrase| session.text_rect(composer.editor, phrase);
        let places: Result<Vec<Rect>> = phrases.into_iter().map(rect).collect();
        Ok((session.picture()?, places?))
    };
    let session = scene.launch(true, |launch| launch.dark = dark)?;
    let (with, places) = write(&session, &phrases)?;
    let theme = if dark { "dark" } else { "light" };
    let file = format!(
        "screenshots/{}-{theme}-severities-{}.png",
        session.browser(),
        composer.name
    );
    session.save_screenshot(&bezint_tests::target().join(file))?;
    let (without, _) = write(&scene.launch(false, |launch| launch.dark = dark)?, &[])?;
    let lines: Vec<Line> = places
        .iter()
        .map(|&place| Line::below(&with, &without, place))
        .collect();
    let shapes: Vec<&str> = lines.iter().map(Line::shape).collect();
    same(
        &format!("shapes of {lines:?}"),
        shapes,
        vec!["dotted", "wavy", "double"],
    )?;
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let [one, other] = [&lines[one].colour, &lines[other].colour];
        let apart = (0..3).map(|part| one[part].abs_diff(other[part])).max();
        same(
            &format!("{one:?} and {other:?} differ"),
            apart > Some(60),
            true,
        )?;
    }
    Ok(())
}

/// The pixels of an underline, described.
#[derive(Debug)]
struct Line {
    /// For each row from the top, the share of the width that is filled.
    rows: Vec<f64>,
    colour: [u8; 3],
}

impl Line {
    /// What appeared in the lower part of a phrase's place and stands out.
    fn below(with: &Picture, without: &Picture, place: Rect) -> Self {
        let low = place.y + place.height * 3 / 4;
        let mut pixels = with.changes(without, place.grown_down(8));
        pixels.retain(|pixel| pixel.y >= low);
        let contrasts = pixels.iter().map(|pixel| pixel.contrast);
        let strongest = contrasts.fold(1.0, f64::max);
        pixels.retain(|pixel| pixel.contrast > 1.0 + (strongest - 1.0) * 0.6);
        let width = f64::from(place.width);
        let filled = |y: u32| pixels.iter().filter(|pixel| pixel.y == y).count() as f64 / width;
        let peak = pixels
            .iter()
            .max_by(|one, other| one.contrast.total_cmp(&other.contrast));
        Self {
            rows: (low..place.y + place.height + 8).map(filled).collect(),
            colour: peak.map_or([0; 3], |pixel| pixel.colour),
        }
    }

    fn shape(&self) -> &'static str {
        let full = |row: &f64| *row > 0.9;
        let first = self.rows.iter().position(full);
        let last = self.rows.iter().rposition(full);
        // Dots are as high as they are wide; a wave goes up and down.
        let high = self.rows.iter().filter(|row| **row > 0.1).count();
        match (first, last) {
            (Some(first), Some(last)) if self.rows[first..last].iter().any(|row| *row < 0.1) => {
                "double"
            }
            (Some(_), _) => "solid",
            (None, _) if high < 3 => "dotted",
            (None, _) => "wavy",
        }
    }
}
