//! For who sees less: four times as large, and in the few colours of a high
//! contrast theme, everything can still be read and reached.

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::named,
    driver::{Result, Session},
    phrases::ALWAYS,
};
use libtest_mimic::Trial;
use serde_json::json;

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let large = in_both(stage, "sight::four_times_as_large", large);
    let contrast = in_both(stage, "sight::high_contrast", high_contrast);
    large.into_iter().chain(contrast).collect()
}

fn keep(session: &Session, name: &str) -> Result<()> {
    let file = format!("screenshots/{}-{name}.png", session.browser());
    session.save_screenshot(&bezint_tests::target().join(file))
}

/// What zooming to 400 % leaves of a window of 1280 by 1024 pixels (WCAG 1.4.10).
fn narrow(session: &Session) -> Result<()> {
    session.resize(320, 256)
}

/// Nobody has to scroll sideways to read a page.
fn fits_sideways(session: &Session, page: &str, name: &str, large: bool) -> Result<()> {
    session.in_page(page, || {
        if large {
            narrow(session)?;
        }
        let more =
            "const root = document.documentElement; return root.scrollWidth - root.clientWidth";
        let more = session.execute(more, json!([]))?;
        keep(session, name)?;
        same(
            &format!("{page} is wider than the window by"),
            more,
            json!(0),
        )
    })
}

/// Opens the card on a risky post, then the list, and lets `look` judge each.
fn over_a_site(session: &Session, look: impl Fn(&str) -> Result<()>) -> Result<()> {
    let home = named("x_home");
    session.enter(home)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    session.next_warning()?;
    session.wait_still(".card")?;
    look(".card")?;
    session.click_overlay(".close")?;
    session.wait_card(false)?;
    session.click_overlay(".pill")?;
    session.wait_still(".panel")?;
    look(".panel")
}

/// What is shown stands inside the window, and so does each of its buttons.
fn large(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    fits_sideways(&session, "popup.html", "large-popup", true)?;
    fits_sideways(&session, "welcome.html", "large-welcome", true)?;
    narrow(&session)?;
    over_a_site(&session, |part| {
        keep(&session, &format!("large{}", part.replace('.', "-")))?;
        let outside = session.overlay(
            "const { clientWidth, clientHeight } = document.documentElement;
             const inside = (element) => {
                 const { left, top, right, bottom } = element.getBoundingClientRect();
                 return left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
             };
             const part = root.querySelector(args);
             const buttons = [...part.querySelectorAll('button')].filter((button) => {
                 button.scrollIntoView({ block: 'nearest' });
                 return !inside(button);
             });
             return [inside(part), part.scrollWidth - part.clientWidth, ...buttons.map((button) => button.textContent)]",
            json!(part),
        )?;
        same(
            &format!("{part} in the window, too wide by, buttons outside"),
            outside,
            json!([true, 0]),
        )
    })
}

/// What Bezint shows has an edge, as forced colours leave it no shadow.
fn high_contrast(scene: &Scene) -> Result<()> {
    let session = scene.launch(true, |launch| launch.high_contrast = true)?;
    fits_sideways(&session, "popup.html", "contrast-popup", false)?;
    fits_sideways(&session, "welcome.html", "contrast-welcome", false)?;
    over_a_site(&session, |part| {
        keep(&session, &format!("contrast{}", part.replace('.', "-")))?;
        let forced = "return matchMedia('(forced-colors: active)').matches";
        same(
            "colours are forced",
            session.execute(forced, json!([]))?,
            json!(true),
        )?;
        let edges = session.overlay(
            "const style = getComputedStyle(root.querySelector(args));
             const sides = ['top', 'right', 'bottom', 'left'];
             return sides.filter((side) => style['border-' + side + '-style'] !== 'solid'
                 || style['border-' + side + '-color'] === style.backgroundColor)",
            json!(part),
        )?;
        same(
            &format!("sides of {part} without an edge"),
            edges,
            json!([]),
        )
    })
}
