//! Talking with the scripts in the page: the sampler of key presses, and what
//! stands around the content script.

use bezint_tests::driver::{Element, Result, Session};
use serde_json::{Value, json};

const SAMPLER: &str = include_str!("../../../../../tests/perf/page/sampler.js");

/// What one key press led to, in milliseconds on the clock of the page.
pub struct Press {
    /// When the page heard of it.
    pub heard: f64,
    /// From the press to the frame with the letter.
    pub letter: Option<f64>,
    /// From the press to the frame in which the underline came or went.
    pub underline: Option<f64>,
}

/// What was sampled since the last time.
pub struct Samples {
    pub presses: Vec<Press>,
    /// Milliseconds of each task above 50; Chromium only.
    pub long_tasks: Vec<f64>,
}

/// One call of the browser into the content script, in milliseconds.
pub struct Span {
    pub start: f64,
    pub duration: f64,
}

/// What the content script did since the last time.
pub struct Ours {
    /// From its first line to its last, compiling included.
    pub load: f64,
    /// Bytes of WebAssembly memory, used or not.
    pub web_assembly: f64,
    pub spans: Vec<Span>,
}

/// Starts sampling the key presses in `editor`.
pub fn sample(session: &Session, editor: &Element, phrase: &str) -> Result<()> {
    session.execute(SAMPLER, json!([editor, phrase]))?;
    Ok(())
}

/// The samples so far; they are told once.
pub fn samples(session: &Session) -> Result<Samples> {
    let told = session.execute("return window.measuredSamples()", json!([]))?;
    let presses = list(&told["keys"]).iter().map(|key| {
        let pressed = key["pressed"].as_f64().unwrap_or(f64::NAN);
        let since = |name: &str| Some(key[name].as_f64()? - pressed);
        Press {
            heard: key["heard"].as_f64().unwrap_or(f64::NAN),
            letter: since("letter"),
            underline: since("underline"),
        }
    });
    let long_tasks = list(&told["longTasks"]);
    Ok(Samples {
        presses: presses.collect(),
        long_tasks: long_tasks.iter().filter_map(Value::as_f64).collect(),
    })
}

/// What the content script of this frame did since the last time.
pub fn ours(session: &Session) -> Result<Ours> {
    let told = session.execute(
        "document.dispatchEvent(new Event('measured-read'));
         const told = document.documentElement.getAttribute('data-measured');
         document.documentElement.removeAttribute('data-measured');
         return told",
        json!([]),
    )?;
    let told = told.as_str().ok_or("the content script is not measured")?;
    let told: Value = serde_json::from_str(told)?;
    let spans = list(&told["spans"]).iter().map(|span| Span {
        start: span[0].as_f64().unwrap_or(f64::NAN),
        duration: span[1].as_f64().unwrap_or(f64::NAN),
    });
    Ok(Ours {
        web_assembly: told["webAssembly"].as_f64().unwrap_or_default(),
        load: told["load"].as_f64().unwrap_or(f64::NAN),
        spans: spans.collect(),
    })
}

/// Has the page wait for the first underline after a box gets the focus.
pub fn await_first(session: &Session, editor: &Element) -> Result<()> {
    session.execute(
        "window.measuredFirst = null;
         arguments[0].addEventListener('focusin', () => {
             const start = performance.now();
             const behindFrame = () => requestAnimationFrame(() => {
                 const { port1, port2 } = new MessageChannel();
                 port1.onmessage = look;
                 port2.postMessage(null);
             });
             const look = () => {
                 if (CSS.highlights.size > 0) window.measuredFirst = performance.now() - start;
                 else behindFrame();
             };
             behindFrame();
         }, { once: true })",
        json!([editor]),
    )?;
    Ok(())
}

/// Milliseconds it took.
pub fn first(session: &Session) -> Result<f64> {
    let mut time = None;
    session.wait_for("there is a first underline", || {
        time = session
            .execute("return window.measuredFirst", json!([]))?
            .as_f64();
        Ok(time.is_some())
    })?;
    Ok(time.unwrap_or(f64::NAN))
}

/// Changes of a page, and the milliseconds in which they came.
pub struct Changes {
    pub count: f64,
    pub time: f64,
}

/// Changes the text of a box, or nodes beside it, for three seconds.
pub fn restless(session: &Session, editor: &str, inside: bool) -> Result<Changes> {
    let told = session.execute_async(
        "const box = document.querySelector(args[0]);
         const text = box.firstChild;
         const beside = document.body.appendChild(document.createElement('p'));
         const start = performance.now();
         let count = 0;
         const change = () => {
             count++;
             if (args[1]) text.replaceData(0, 1, String.fromCharCode(97 + count % 26));
             else beside.textContent = String(count);
         };
         while (performance.now() - start < 3000) {
             for (let turn = 0; turn < 5; turn++) {
                 change();
                 await null;
             }
             await new Promise((done) => setTimeout(done, 4));
         }
         return [count, performance.now() - start]",
        json!([editor, inside]),
    )?;
    Ok(Changes {
        count: told[0].as_f64().unwrap_or(f64::NAN),
        time: told[1].as_f64().unwrap_or(f64::NAN),
    })
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
