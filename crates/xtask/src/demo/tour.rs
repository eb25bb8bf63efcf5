//! The demo without a display: every box once, in Dutch, with screenshots.

use super::{dutch, why::Why};
use bezint_tests::{
    composers::{Composer, PUBLIC, named},
    driver::{Browser, Launch, Rect, Result, Session},
    phrases::{ALWAYS, DEFENSIE, HARMLESS, Post},
    server::Server,
    target,
};
use std::sync::Arc;

/// What the README shows of the page with the card.
const CARD: Rect = Rect {
    x: 50,
    y: 0,
    width: 900,
    height: 570,
};

/// What the README shows of the popup, which is narrower than the tab it is in.
const POPUP: Rect = Rect {
    x: 0,
    y: 0,
    width: 360,
    height: 560,
};

/// Types in each box, then as somebody of another employer.
pub fn run(server: &Arc<Server>, browser: Browser) -> Result<()> {
    println!("\nNo display: a tour instead of a window.");
    let launch = Launch::new(browser, Some(dutch::extension(browser)?));
    let tour = Tour {
        session: Session::start(server, launch)?,
        browser,
    };
    let mut why = Why::load()?;
    for composer in &PUBLIC {
        println!("\n{} ({})", composer.name, composer.site.url(composer.path));
        tour.type_post(composer, HARMLESS, "harmless")?;
        tour.type_post(composer, ALWAYS, "risky")?;
        explain(&why.explain(ALWAYS.text, "rijk")?);
        if ["x_home", "linkedin_share"].contains(&composer.name) {
            tour.open_card(composer, ALWAYS, "card")?;
        }
        if composer.name == "x_home" {
            tour.save_part("readme-card", CARD)?;
        }
        tour.session.frame(None)?;
    }
    for employer in ["defensie", "gemeente"] {
        println!("\nIn the popup: employer {employer}");
        tour.choose_employer(employer)?;
        let post = if employer == "defensie" {
            DEFENSIE
        } else {
            Post {
                phrase: None,
                ..DEFENSIE
            }
        };
        tour.type_post(named("x_home"), post, employer)?;
        explain(&why.explain(post.text, employer)?);
    }
    println!("\nOn a dark page");
    let mut launch = Launch::new(browser, Some(dutch::extension(browser)?));
    launch.dark = true;
    let dark = Tour {
        session: Session::start(server, launch)?,
        browser,
    };
    let home = named("x_home");
    dark.type_post(home, ALWAYS, "dark")?;
    dark.open_card(home, ALWAYS, "card-dark")?;
    println!("\nScreenshots: target/demo/");
    Ok(())
}

struct Tour {
    session: Session,
    browser: Browser,
}

impl Tour {
    fn type_post(&self, composer: &Composer, post: Post, label: &str) -> Result<()> {
        self.session.enter(composer)?;
        self.session.type_text(post.text)?;
        if post.phrase.is_some() {
            self.session.wait_marks(post.phrase.as_slice())?;
        }
        self.session.frames(3)?;
        let marks = self.session.marks()?;
        let texts: Vec<&str> = marks.iter().map(|mark| mark.text.as_str()).collect();
        println!("  typed       {}", post.text);
        println!(
            "  underlined  {}",
            if texts.is_empty() {
                "nothing".to_owned()
            } else {
                texts.join(" | ")
            }
        );
        self.save(&format!("{}-{label}", composer.name))
    }

    /// The pointer rests on the phrase until the card is there.
    fn open_card(&self, composer: &Composer, post: Post, label: &str) -> Result<()> {
        let phrase = post.phrase.expect("a risky post");
        self.session.rest_on(composer.editor, phrase)?;
        self.session.wait_still(".card")?;
        println!("  the card    opened by the pointer on {phrase:?}");
        self.save(&format!("{}-{label}", composer.name))
    }

    fn choose_employer(&self, employer: &str) -> Result<()> {
        self.session.in_popup(|| {
            self.session.press_employer(employer)?;
            self.session.frames(2)?;
            if employer == "defensie" {
                self.save_part("readme-popup", POPUP)?;
            }
            self.save(&format!("popup-{employer}"))
        })
    }

    fn save_part(&self, name: &str, place: Rect) -> Result<()> {
        let file = format!("demo/{}-{name}.png", self.browser);
        self.session
            .picture()?
            .save_part(place, &target().join(file))
    }

    fn save(&self, name: &str) -> Result<()> {
        let file = format!("demo/{}-{name}.png", self.browser);
        self.session.save_screenshot(&target().join(file))
    }
}

fn explain(lines: &[String]) {
    for line in lines {
        println!("  why         {line}");
    }
}
