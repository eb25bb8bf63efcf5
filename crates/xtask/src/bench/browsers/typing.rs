//! Typing in every compose box: from key press to underline, and what a key
//! press costs.

use super::{
    meter,
    script::{self, Press, Span},
    summary, text,
};
use crate::bench::table::Row;
use bezint_tests::{
    composers::{Composer, PUBLIC},
    driver::{Browser, Key, Result, Session},
    server::Site,
};

/// Key presses for each box and length.
const PRESSES: usize = 16;
/// Lengths of the text in front, in characters.
const LENGTHS: [usize; 2] = [280, 3_000];

/// Where the core runs that serves a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Host {
    Content,
    Background,
}

impl Host {
    pub fn of(browser: Browser, site: Site) -> Self {
        if browser == Browser::Chromium && site == Site::LinkedIn {
            Self::Background
        } else {
            Self::Content
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Content => "core in the page",
            Self::Background => "core in the background",
        }
    }
}

/// What the presses in one box and length came to.
struct Burst {
    composer: &'static str,
    host: Host,
    length: usize,
    presses: Vec<Press>,
    /// Milliseconds of ours, by press; empty without Bezint.
    ours: Vec<f64>,
    longest: f64,
    /// Milliseconds of the main thread's processor time for a press.
    processor: f64,
    long_tasks: usize,
}

/// Types in every box of the sites.
fn all(session: &Session, bezint: bool) -> Result<Vec<Burst>> {
    let mut bursts = Vec::new();
    for composer in &PUBLIC {
        session.enter(composer)?;
        let editor = session.find(composer.editor)?;
        script::sample(session, &editor, text::PHRASE)?;
        let mut written = 0;
        for length in LENGTHS {
            written = text::fill(session, composer, written, length)?;
            written += text::type_risky_post(session)?;
            bursts.push(burst(session, composer, length, bezint)?);
            session.press(&[Key::Control], Key::End)?;
            session.new_line(composer)?;
            written += 1;
        }
    }
    Ok(bursts)
}

fn burst(
    session: &Session,
    composer: &'static Composer,
    length: usize,
    bezint: bool,
) -> Result<Burst> {
    script::samples(session)?;
    if bezint {
        script::ours(session)?;
    }
    let before = meter::processor_time(session)?;
    // Pauses of changing length, so that presses fall anywhere between two frames.
    let keys = (0..PRESSES).map(|press| {
        let key = if press % 2 == 0 {
            text::LETTER
        } else {
            Key::Backspace.code()
        };
        (key, 60 + press as u64 * 7 % 17)
    });
    session.type_slowly(keys)?;
    let processor = (meter::processor_time(session)? - before) / PRESSES as f64;
    let samples = script::samples(session)?;
    if samples.presses.len() != PRESSES {
        let heard = samples.presses.len();
        return Err(format!("{}: {heard} key presses heard", composer.name).into());
    }
    let spans = if bezint {
        script::ours(session)?.spans
    } else {
        Vec::new()
    };
    Ok(Burst {
        composer: composer.name,
        host: Host::of(session.browser(), composer.site),
        length,
        ours: if bezint {
            by_press(&samples.presses, &spans)
        } else {
            Vec::new()
        },
        longest: spans.iter().map(|span| span.duration).fold(0.0, f64::max),
        presses: samples.presses,
        processor,
        long_tasks: samples.long_tasks.len(),
    })
}

/// What was spent from each press to the next.
fn by_press(presses: &[Press], spans: &[Span]) -> Vec<f64> {
    let mut sums = vec![0.0; presses.len()];
    for span in spans {
        // Ours may hear of the press a moment before the page does.
        let at = presses.partition_point(|press| press.heard <= span.start + 0.5);
        if let Some(sum) = at.checked_sub(1).and_then(|press| sums.get_mut(press)) {
            *sum += span.duration;
        }
    }
    sums
}

/// The rows of one browser.
pub fn rows(browser: Browser, with: &Session, without: &Session) -> Result<Vec<Row>> {
    let with = all(with, true)?;
    let without = all(without, false)?;
    let mut rows = Vec::new();
    let group = format!("{browser}: key press");
    for host in [Host::Content, Host::Background] {
        for length in LENGTHS {
            let those = |bursts: &'_ [Burst]| -> Vec<usize> {
                let fits = |one: &Burst| one.host == host && one.length == length;
                (0..bursts.len()).filter(|&at| fits(&bursts[at])).collect()
            };
            let at = those(&with);
            if at.is_empty() {
                continue;
            }
            let what = |what: &str| format!("{what}, {length} characters, {}", host.name());
            let times = |bursts: &[Burst], time: fn(&Press) -> Option<f64>| -> Vec<f64> {
                let presses = at.iter().flat_map(|&at| &bursts[at].presses);
                presses.filter_map(time).collect()
            };
            let letter = |press: &Press| press.letter;
            let underline = |press: &Press| press.underline;
            let mut spread = |title: &str, values: &[f64]| {
                rows.push(Row::spread(&group, what(title), &summary(values), "ms"));
            };
            spread("to letter, without Bezint", &times(&without, letter));
            spread("to letter", &times(&with, letter));
            spread("to underline", &times(&with, underline));
            let ours: Vec<f64> = at.iter().flat_map(|&at| with[at].ours.clone()).collect();
            spread("ours on the main thread", &ours);
            let all = times(&with, |_| Some(1.0)).len();
            let share = |title: &str, count: usize, of: usize| {
                Row::one(&group, what(title), count as f64 / of as f64 * 100.0, "%")
            };
            let same = times(&with, |press| {
                (press.letter? >= press.underline?).then_some(1.0)
            });
            rows.push(share(
                "underline in the frame of the letter",
                same.len(),
                all,
            ));
            let missing = all - times(&with, underline).len();
            rows.push(share("no underline before the next press", missing, all));
            let mean = |bursts: &[Burst]| {
                at.iter().map(|&at| bursts[at].processor).sum::<f64>() / at.len() as f64
            };
            let processor = what("processor time of the main thread a press");
            rows.push(Row::one(
                &group,
                format!("{processor}, without Bezint"),
                mean(&without),
                "ms",
            ));
            rows.push(Row::one(&group, processor, mean(&with), "ms"));
            let longest = at.iter().map(|&at| with[at].longest).fold(0.0, f64::max);
            rows.push(Row::one(
                &group,
                what("longest task of ours"),
                longest,
                "ms",
            ));
            if browser == Browser::Chromium {
                let count = |bursts: &[Burst]| {
                    at.iter().map(|&at| bursts[at].long_tasks).sum::<usize>() as f64
                };
                rows.push(Row::one(
                    &group,
                    what("long tasks, without Bezint"),
                    count(&without),
                    "",
                ));
                rows.push(Row::one(&group, what("long tasks"), count(&with), ""));
            }
        }
    }
    for burst in &with {
        let what = format!("{}, {} characters", burst.composer, burst.length);
        let underline: Vec<f64> = burst
            .presses
            .iter()
            .filter_map(|press| press.underline)
            .collect();
        rows.push(Row::spread(
            &format!("{browser}: to underline"),
            what.clone(),
            &summary(&underline),
            "ms",
        ));
        rows.push(Row::spread(
            &format!("{browser}: ours a press"),
            what,
            &summary(&burst.ours),
            "ms",
        ));
    }
    Ok(rows)
}
