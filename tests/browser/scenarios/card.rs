//! The card with the reason: it opens where it is wanted, says by which norm,
//! and leaves writer and page as they were.
//!
//! Proves: the card opens by pointer (`card::pointer`), caret (`card::caret`) and key
//! (`card::keyboard`); Escape closes it and the focus is back in the editor
//! (`pointer`, `keyboard`); it has title, why, source with section, better way and
//! whom to ask, and "deze regel uit" (`card::rule_off`); "niet nu" (`card::not_now`);
//! it is light or dark as the site (`card::theme_of_the_site`) and goes with its
//! composer (`card::composer_gone`). All with an editor in a shadow root too.

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, named},
    driver::{Key, Result, Session},
    phrases::ALWAYS,
};
use libtest_mimic::Trial;
use serde_json::{Value, json};

pub fn trials(stage: &Stage) -> Vec<Trial> {
    type Play = fn(&Scene, &Composer) -> Result<()>;
    let scenarios: [(&str, Play); 4] = [
        ("pointer", pointer),
        ("keyboard", keyboard),
        ("caret", caret),
        ("not_now", not_now),
    ];
    // An editor in the page, and one in a shadow root.
    let opened = scenarios.into_iter().flat_map(|(name, play)| {
        ["x_home", "linkedin_share"]
            .into_iter()
            .flat_map(move |composer| {
                in_both(stage, &format!("card::{name}::{composer}"), move |scene| {
                    play(scene, named(composer))
                })
            })
    });
    let gone = in_both(stage, "card::composer_gone", |scene| {
        let session = scene.with_bezint()?;
        let home = named("x_home");
        write(&session, home)?;
        session.rest_on(home.editor, phrase())?;
        session.wait_card(true)?;
        // A link inside the single-page application: no new document.
        session.click("nav a[href='/wouter/status/1']")?;
        session.wait_for("nothing of Bezint's is left", || {
            Ok(!session.shows_something()?)
        })?;
        same("underlined", session.marks()?, Vec::new())?;
        same("console", session.console_errors()?, Vec::new())
    });
    let read = in_both(stage, "card::rule_off", rule_off);
    let themed = in_both(stage, "card::theme_of_the_site", theme);
    opened.chain(gone).chain(read).chain(themed).collect()
}

fn phrase() -> &'static str {
    ALWAYS.phrase.expect("a risky post")
}

/// The risky post, with the caret before its full stop.
fn write(session: &Session, composer: &Composer) -> Result<()> {
    session.enter(composer)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(&[phrase()])?;
    session.press(&[], Key::Left)
}

fn writes(session: &Session, composer: &Composer) -> Result<bool> {
    let editor = session.find(composer.editor)?;
    let focused = "return arguments[0].getRootNode().activeElement === arguments[0]";
    Ok(session.execute(focused, json!([editor]))? == true)
}

/// After Escape there is no card, and what is typed comes right behind `before`.
fn escape(session: &Session, composer: &Composer, before: &str) -> Result<()> {
    session.press(&[], Key::Escape)?;
    session.wait_card(false)?;
    same("the editor has the focus", writes(session, composer)?, true)?;
    session.type_text(" nu")?;
    let text = ALWAYS.text.replacen(before, &format!("{before} nu"), 1);
    session.wait_for("the words are at the caret", || {
        Ok(session.text(composer.editor)?.contains(&text))
    })?;
    session.wait_marks(&[phrase()])?;
    same("console", session.console_errors()?, Vec::new())
}

fn pointer(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    write(&session, composer)?;
    session.wait_card(false)?;
    session.rest_on(composer.editor, phrase())?;
    session.wait_card(true)?;
    same(
        "the editor has the focus",
        writes(&session, composer)?,
        true,
    )?;
    escape(&session, composer, "overleg")
}

/// The command brings the caret behind the phrase and the focus to the card.
fn keyboard(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    write(&session, composer)?;
    session.next_warning()?;
    session.wait_card(true)?;
    session.wait(
        "the card has the focus",
        "return document.activeElement.matches('div[popover=manual]')",
    )?;
    escape(&session, composer, phrase())
}

/// The card says what the catalogue says of the rule; its second button switches
/// the rule off, here and in the settings.
fn rule_off(scene: &Scene) -> Result<()> {
    let session = scene.with_bezint()?;
    let home = named("x_home");
    write(&session, home)?;
    session.rest_on(home.editor, phrase())?;
    session.wait_card(true)?;
    let card = session.overlay_text(".card")?.ok_or("there is no card")?;
    let heading = session
        .overlay_text("#card-title")?
        .ok_or("there is no heading")?;
    session.click_overlay(".act.plain")?;
    session.wait_marks(&[])?;
    session.wait_card(false)?;
    let catalogue = session.in_extension(
        "const { settings } = await chrome.storage.local.get('settings');
         if (settings.off.length !== 1) throw new Error('not one rule: ' + settings.off);
         return Object.values(await chrome.runtime.sendMessage({ type: 'rule-texts', rules: settings.off, employer: 'rijk' }))[0]",
        json!(null),
    )?;
    let says = |text: &Value| {
        let mut languages = ["nl", "en"].iter().filter_map(|&name| text[name].as_str());
        languages.any(|words| card.contains(words))
    };
    let cites = catalogue["cite"].as_array().ok_or("the rule has no norm")?;
    same("a norm is named", cites.is_empty(), false)?;
    for cite in cites {
        let norm = cite["norm"].as_str().unwrap_or_default();
        let named = card.contains(norm)
            && ["source", "section", "statement"]
                .iter()
                .all(|&part| says(&cite[part]));
        same(
            &format!("{norm} is named with its source in {card:?}"),
            named,
            true,
        )?;
    }
    let titles = ["nl", "en"].map(|name| catalogue["title"][name].as_str());
    same(
        &format!("“{heading}” is what the norm is about"),
        titles.contains(&Some(heading.as_str())),
        true,
    )?;
    for part in ["why", "advice", "contact"] {
        same(
            &format!("{part} is told in {card:?}"),
            says(&catalogue[part]),
            true,
        )?;
    }
    same(
        "the principle is named",
        session.says(&card, "stelregel_2", "")?,
        true,
    )?;
    same(
        "the severity is named",
        session.says(&card, "severity_serious", "")?,
        true,
    )
}

/// The caret comes into the phrase by an arrow key: the card opens and leaves the
/// focus where it is; typing on closes it.
fn caret(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    write(&session, composer)?;
    session.wait_card(false)?;
    for _ in 0..ALWAYS.back_into_phrase() {
        session.press(&[], Key::Left)?;
    }
    session.wait_card(true)?;
    same(
        "the editor has the focus",
        writes(&session, composer)?,
        true,
    )?;
    session.type_text("x")?;
    session.wait_card(false)
}

/// "Not now" takes the underline away here; the same words in a new post get it
/// again, and no rule was switched off.
fn not_now(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    write(&session, composer)?;
    session.next_warning()?;
    session.wait_card(true)?;
    session.click_overlay(".act:not(.plain)")?;
    session.wait_card(false)?;
    session.wait_marks(&[])?;
    same(
        "the editor has the focus",
        writes(&session, composer)?,
        true,
    )?;
    session.type_text("!")?;
    session.wait_for("it is typed", || {
        Ok(session.text(composer.editor)?.contains('!'))
    })?;
    session.wait_marks(&[])?;
    session.chord(&[Key::Control], 'a')?;
    session.press(&[], Key::Backspace)?;
    session.type_text(ALWAYS.text)?;
    session.wait_marks(&[phrase()])?;
    same(
        "no rule is off",
        session.stored_settings()?.get("off"),
        None,
    )
}

/// The card is light or dark as the page is, not as the system is.
fn theme(scene: &Scene) -> Result<()> {
    for (dark, page, expected) in [(false, "#15202b", "dark"), (true, "#ffffff", "light")] {
        let session = scene.launch(true, |launch| launch.dark = dark)?;
        let home = named("x_home");
        session.open(home.site, home.path)?;
        let ink = if expected == "dark" {
            "#ffffff"
        } else {
            "#000000"
        };
        session.execute(
            "const style = document.documentElement.style;
             style.setProperty('--page', arguments[0]);
             style.setProperty('--card', arguments[0]);
             style.setProperty('--ink', arguments[1])",
            json!([page, ink]),
        )?;
        session.click(home.editor)?;
        session.type_text(ALWAYS.text)?;
        session.wait_marks(&[phrase()])?;
        session.rest_on(home.editor, phrase())?;
        session.wait_card(true)?;
        session.wait_still(".card")?;
        let theme = session.overlay("return root.firstElementChild.className", json!(null))?;
        same("the theme", theme, json!(expected))?;
        let file = format!("screenshots/{}-card-{expected}-site.png", session.browser());
        session.save_screenshot(&bezint_tests::target().join(file))?;
    }
    Ok(())
}
