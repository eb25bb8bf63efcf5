//! What assistive technology meets: axe-core finds nothing wrong in the pages of
//! the extension and in what is shown over a site, in light and in dark.
//!
//! Proves: pages and overlay meet WCAG 2.2 AA as far as a program can tell
//! (`access::pages`, `access::overlay`).

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::named,
    driver::{Result, Session},
    phrases::ALWAYS,
    server::Site,
};
use libtest_mimic::Trial;
use serde_json::{Value, json};

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let themes = [("light", false), ("dark", true)];
    themes
        .into_iter()
        .flat_map(|(theme, dark)| {
            let pages = in_both(stage, &format!("access::pages::{theme}"), move |scene| {
                pages(scene, dark)
            });
            let overlay = in_both(stage, &format!("access::overlay::{theme}"), move |scene| {
                overlay(scene, dark)
            });
            pages.into_iter().chain(overlay)
        })
        .collect()
}

/// What axe-core has against the page in front.
fn faults(session: &Session) -> Result<Vec<String>> {
    let file = bezint_tests::root().join("tests/pages/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file)
        .map_err(|error| format!("{}: {error}; run `cargo xtask setup`", file.display()))?;
    let script = format!(
        "{axe}; await Promise.all(document.getAnimations().map((one) => one.finished));
         const {{ violations }} = await axe.run(document);
         return violations.flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html + ' ' + node.failureSummary))"
    );
    let found = session.execute_async(&script, json!(null))?;
    let list = found.as_array().ok_or("axe-core gave no answer")?;
    Ok(list.iter().map(ToString::to_string).collect())
}

fn pages(scene: &Scene, dark: bool) -> Result<()> {
    let session = scene.launch(true, |launch| launch.dark = dark)?;
    session.settings(json!({ "version": 1, "employer": "gemeente", "off": ["a/b"] }))?;
    session.in_popup(|| {
        same("popup", faults(&session)?, Vec::new())?;
        session.click("#topics-open")?;
        same("policy areas", faults(&session)?, Vec::new())?;
        session.click("#topics-done")?;
        session.click("#rules-open")?;
        session.find("#rules-list li")?;
        same("rules that are off", faults(&session)?, Vec::new())?;
        session.own_page("welcome.html")?;
        session.click("#try")?;
        session.type_text(ALWAYS.text)?;
        session.find("#try-findings li")?;
        same("welcome page", faults(&session)?, Vec::new())
    })
}

/// A closed root is closed to axe-core too: what is in it is shown once more, on
/// a page of its own, with the same style.
fn overlay(scene: &Scene, dark: bool) -> Result<()> {
    let session = scene.launch(true, |launch| launch.dark = dark)?;
    let home = named("x_home");
    session.enter(home)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(ALWAYS.phrase.as_slice())?;
    session.rest_on(home.editor, ALWAYS.phrase.expect("a risky post"))?;
    session.wait_card(true)?;
    let card = copy(&session)?;
    session.click_overlay(".close")?;
    session.wait_card(false)?;
    session.click_overlay(".pill")?;
    session.wait_card(true)?;
    let list = copy(&session)?;
    for (what, shown) in [("card", card), ("list", list)] {
        session.go(&Site::Index.url("/"))?;
        session.execute(
            "document.body.textContent = '';
             const heading = document.createElement('h1');
             heading.textContent = 'Bezint';
             const part = document.createElement('div');
             part.innerHTML = arguments[0].markup;
             const main = document.createElement('main');
             main.append(heading, part);
             document.body.append(main);
             const style = document.createElement('style');
             style.textContent = arguments[0].style;
             document.head.append(style)",
            json!([shown]),
        )?;
        let heading = format!("{what} in {}", if dark { "dark" } else { "light" });
        same(&heading, faults(&session)?, Vec::new())?;
    }
    Ok(())
}

fn copy(session: &Session) -> Result<Value> {
    session.overlay(
        "const style = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('\\n');
         return { markup: root.firstElementChild.outerHTML, style }",
        json!(null),
    )
}
