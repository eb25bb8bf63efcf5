//! What is written in the boxes: harmless posts, each another.

use crate::bench::counted::post_files;
use bezint_tests::{
    composers::Composer,
    driver::{Browser, Key, Result, Session},
};
use serde_json::{Value, json};

/// The posts that deserve no warning, in one line each.
fn posts() -> Result<Vec<String>> {
    let mut posts = Vec::new();
    for file in post_files()? {
        for line in std::fs::read_to_string(file)?.lines() {
            let post: Value = serde_json::from_str(line)?;
            if post["expect"] == "quiet" {
                let text = post["text"].as_str().unwrap_or_default();
                posts.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
    }
    Ok(posts)
}

/// Different posts one after another, up to a length in characters.
pub fn paragraphs(length: usize) -> Result<Vec<String>> {
    let mut left = length;
    let mut paragraphs = Vec::new();
    for post in posts()?.into_iter().cycle() {
        let cut: String = post.chars().take(left).collect();
        left = left.saturating_sub(cut.chars().count() + 1);
        paragraphs.push(cut);
        if left == 0 {
            break;
        }
    }
    Ok(paragraphs)
}

/// A post that nothing before it silences, however much that is.
const RISKY: [&str; 2] = ["Het bsn van die man is ", " trouwens."];
/// The phrase of that post; it is none without its last digit.
pub const PHRASE: &str = "111222333";
/// That digit, which is typed and taken back.
pub const LETTER: char = '3';

/// Types the risky post without the last letter of its phrase, and leaves the
/// caret where that letter belongs; returns the length of what was typed.
pub fn type_risky_post(session: &Session) -> Result<usize> {
    let [before, after] = RISKY;
    let text = format!(
        "{before}{}{after}",
        PHRASE.strip_suffix(LETTER).unwrap_or_default()
    );
    session.type_text(&text)?;
    let back = vec![Key::Left.code(); after.chars().count()];
    session.type_text(&back.into_iter().collect::<String>())?;
    session.frames(3)?;
    Ok(text.len())
}

/// Fills a box that has the focus up to a length in characters, of which
/// `written` is there; ends on a new line and returns what is written. The text
/// comes as a paste, or, where the editor leaves that to the browser, as typed.
pub fn fill(
    session: &Session,
    composer: &Composer,
    written: usize,
    length: usize,
) -> Result<usize> {
    let paragraphs = paragraphs(length - written)?;
    match session.browser() {
        Browser::Chromium => hand_over(session, composer, &paragraphs)?,
        Browser::Firefox => {
            let copy = "Cc['@mozilla.org/widget/clipboardhelper;1'].getService(Ci.nsIClipboardHelper).copyString(arguments[0])";
            session.chrome_script(copy, json!([paragraphs.join("\n")]))?;
            session.chord(&[Key::Control], 'v')?;
        }
    }
    let took_in = format!("{} took in {length} characters", composer.name);
    session.wait_for(&took_in, || {
        let there = session.text(composer.editor)?.chars().count();
        Ok(there + 200 + paragraphs.len() > length)
    })?;
    session.press(&[Key::Control], Key::End)?;
    session.new_line(composer)?;
    Ok(length + 1)
}

/// Chromium has no clipboard that a driver can fill from outside the page.
fn hand_over(session: &Session, composer: &Composer, paragraphs: &[String]) -> Result<()> {
    let editor = session.find(composer.editor)?;
    let left = session.execute(
        "const clipboardData = new DataTransfer();
         clipboardData.setData('text/plain', arguments[1]);
         return arguments[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }))",
        json!([editor, paragraphs.join("\n")]),
    )?;
    if left == false {
        return Ok(());
    }
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            session.new_line(composer)?;
        }
        let insert = "document.execCommand('insertText', false, arguments[0])";
        session.execute(insert, json!([paragraph]))?;
    }
    Ok(())
}
