//! The pill lies over nothing that matters: wholly in the window or frame, on no
//! letter, picture or control of the page, in every box and in windows of all sizes.

use crate::stage::{Scene, Stage, in_both, same};
use bezint_tests::{
    composers::{Composer, PRIVATE, PUBLIC, UNKNOWN},
    driver::{Result, Session},
    phrases::ALWAYS,
};
use libtest_mimic::Trial;
use serde_json::json;

/// A window of 1280 pixels zoomed to 200 %, and one as narrow as a telephone; the
/// first look is at the window as it opened.
const WINDOWS: [(&str, u32, u32); 2] = [("zoomed", 640, 450), ("narrow", 400, 700)];

pub fn trials(stage: &Stage) -> Vec<Trial> {
    let boxes = PUBLIC.iter().chain(&PRIVATE).chain(&UNKNOWN);
    boxes
        .flat_map(|composer| {
            in_both(
                stage,
                &format!("pill_over_nothing::{}", composer.name),
                move |scene| over_nothing(scene, composer),
            )
        })
        .collect()
}

/// What lies under the pill and can be seen: words, pictures and controls. The
/// page is told where it is, as its own scripts cannot look into the closed root.
const UNDER: &str = "
    const [pill] = arguments;
    const host = document.querySelector('div[popover=manual]');
    const meets = (box) => box.left < pill.right && box.right > pill.left && box.top < pill.bottom && box.bottom > pill.top;
    const deepest = (root, x, y) => {
        const element = root.elementsFromPoint(x, y).find((one) => one !== host);
        const inner = element?.shadowRoot;
        return inner && inner !== root ? deepest(inner, x, y) : element;
    };
    // Behind a dialog there is more, which is not seen.
    const seen = (element, box) => {
        const x = (Math.max(box.left, pill.left) + Math.min(box.right, pill.right)) / 2;
        const y = (Math.max(box.top, pill.top) + Math.min(box.bottom, pill.bottom)) / 2;
        const there = deepest(element.getRootNode(), x, y);
        return there !== undefined && (element.contains(there) || there.contains(element));
    };
    const found = [];
    const look = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            if (node instanceof Text) {
                const range = new Range();
                range.selectNodeContents(node);
                for (const box of range.getClientRects()) {
                    if (box.width > 0 && meets(box) && seen(node.parentElement, box)) found.push(node.data);
                }
            } else if (node !== host) {
                if (node.shadowRoot) look(node.shadowRoot);
                const box = node.getBoundingClientRect();
                if (node.matches('button, a, input, textarea, [role=button], img') && meets(box) && seen(node, box)) found.push(node.outerHTML);
            }
        }
    };
    look(document.body);
    if (pill.left < 0 || pill.top < 0 || pill.right > innerWidth || pill.bottom > innerHeight) found.push('the edge of the window');
    return found";

fn over_nothing(scene: &Scene, composer: &Composer) -> Result<()> {
    let session = scene.with_bezint()?;
    session.settings(json!({ "version": 1, "messages": true }))?;
    session.enter(composer)?;
    session.type_text(ALWAYS.text)?;
    session.wait_for("the pill counts", || {
        Ok(session.overlay_text(".pill .count")?.as_deref() == Some("1"))
    })?;
    look_under(&session, composer, "wide")?;
    for (name, width, height) in WINDOWS {
        session.frame(None)?;
        session.resize(width, height)?;
        if composer.frame.is_some() {
            session.frame(composer.frame)?;
        }
        // Smaller windows push boxes out of sight: as the writer does, scroll there.
        let editor = session.find(composer.editor)?;
        session.execute(
            "arguments[0].scrollIntoView({ block: 'center' })",
            json!([editor]),
        )?;
        look_under(&session, composer, name)?;
    }
    Ok(())
}

fn look_under(session: &Session, composer: &Composer, window: &str) -> Result<()> {
    session.frames(4)?;
    let file = format!(
        "screenshots/{}-pill-{window}-{}.png",
        session.browser(),
        composer.name
    );
    session.save_screenshot(&bezint_tests::target().join(file))?;
    let pill = session.overlay(
        "const pill = root.querySelector('.pill')?.getBoundingClientRect();
         return pill ? { left: pill.left, top: pill.top, right: pill.right, bottom: pill.bottom } : null",
        json!(null),
    )?;
    same(
        &format!("there is a pill in a {window} window"),
        pill.is_null(),
        false,
    )?;
    same(
        &format!("under the pill at {pill} in a {window} window"),
        session.execute(UNDER, json!([pill]))?,
        json!([]),
    )
}
