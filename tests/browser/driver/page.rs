//! What a page shows: elements through shadow roots, underlined ranges, markup.

use super::{Result, Session};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// A reference to an element, as WebDriver writes it.
pub type Element = Value;

/// How long a condition may take before the scenario fails. Generous: it is
/// only reached when something is broken.
const PATIENCE: Duration = Duration::from_secs(20);

/// An underlined range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The name of the registered highlight it belongs to.
    pub highlight: String,
    /// The text it covers.
    pub text: String,
}

/// Finds elements by a path of selectors; ` >>> ` steps into an open shadow root.
const FIND: &str = "
    const find = (path) => path.split('>>>').reduce((root, selector) => {
        const scope = root && root.shadowRoot ? root.shadowRoot : root;
        return scope && scope.querySelector(selector.trim());
    }, document);
";

const MARKS: &str = "
    const marks = [];
    CSS.highlights.forEach((highlight, name) => highlight.forEach((range) => {
        const live = new Range();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        marks.push([name, live.toString()]);
    }));
";

impl Session {
    /// Runs the body of a function; `arguments` is an array.
    pub fn execute(&self, script: &str, arguments: Value) -> Result<Value> {
        self.wire.post(
            "execute/sync",
            json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs the body of an async function that sees its one argument as `args`.
    pub fn execute_async(&self, script: &str, argument: Value) -> Result<Value> {
        let body = format!(
            "const [args, done] = arguments;
             const chrome = globalThis.chrome ?? globalThis.wrappedJSObject?.chrome;
             (async () => {{ {script} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}))"
        );
        let answer = self.wire.post(
            "execute/async",
            json!({ "script": body, "args": [argument] }),
        )?;
        match answer["error"].as_str() {
            Some(error) => Err(error.into()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Waits until a condition holds.
    pub fn wait_for(&self, what: &str, mut holds: impl FnMut() -> Result<bool>) -> Result<()> {
        let start = Instant::now();
        while !holds()? {
            if start.elapsed() > PATIENCE {
                return Err(format!("waited in vain until {what}").into());
            }
            self.wire.breathe();
        }
        Ok(())
    }

    /// Waits until a script returns something true.
    pub fn wait(&self, what: &str, script: &str) -> Result<()> {
        self.wait_for(what, || Ok(self.execute(script, json!([]))? == true))
    }

    /// The element at a path, when it appears.
    pub fn find(&self, path: &str) -> Result<Element> {
        let script = format!("{FIND} return find(arguments[0])");
        let mut found = Value::Null;
        self.wait_for(&format!("there is {path}"), || {
            found = self.execute(&script, json!([path]))?;
            Ok(!found.is_null())
        })?;
        Ok(found)
    }

    /// Whether there is an element at a path now.
    pub fn exists(&self, path: &str) -> Result<bool> {
        Ok(!self
            .execute(&format!("{FIND} return find(arguments[0])"), json!([path]))?
            .is_null())
    }

    /// A property of the element at a path.
    pub fn property(&self, path: &str, name: &str) -> Result<Value> {
        let element = self.find(path)?;
        self.execute("return arguments[0][arguments[1]]", json!([element, name]))
    }

    /// The text on the element at a path.
    pub fn text(&self, path: &str) -> Result<String> {
        Ok(super::text(self.property(path, "textContent")?))
    }

    /// Goes into a frame; `None` comes back out of all.
    pub fn frame(&self, path: Option<&str>) -> Result<()> {
        let id = path.map(|path| self.find(path)).transpose()?;
        self.wire.post("frame", json!({ "id": id }))?;
        Ok(())
    }

    /// All ranges of all highlights that are registered now, in the order of
    /// registration.
    pub fn marks(&self) -> Result<Vec<Mark>> {
        let found = self.execute(&format!("{MARKS} return marks"), json!([]))?;
        let pair = |mark: &Value| Mark {
            highlight: super::text(mark[0].clone()),
            text: super::text(mark[1].clone()),
        };
        Ok(found
            .as_array()
            .map(|list| list.iter().map(pair).collect())
            .unwrap_or_default())
    }

    /// Waits until exactly these texts are underlined, in any order.
    pub fn wait_marks(&self, expected: &[&str]) -> Result<()> {
        let mut wanted: Vec<String> = expected.iter().map(|&text| text.to_owned()).collect();
        wanted.sort();
        let mut seen = Vec::new();
        let waited = self.wait_for("the underlines are right", || {
            seen = self.marks()?.into_iter().map(|mark| mark.text).collect();
            seen.sort();
            Ok(seen == wanted)
        });
        waited.map_err(|error| {
            let console = self.console_errors().unwrap_or_default();
            let picture = crate::target().join("screenshots/failed.png");
            self.save_screenshot(&picture).unwrap_or_default();
            format!("{error}: expected {wanted:?}, found {seen:?}; console {console:?}").into()
        })
    }

    /// The markup of an editor, with the random keys of the editor library
    /// replaced by their order of appearance.
    pub fn markup(&self, path: &str) -> Result<String> {
        let element = self.find(path)?;
        Ok(super::text(self.execute(
            "const keys = new Map();
             const name = (key) => keys.get(key) ?? (keys.set(key, 'k' + keys.size), keys.get(key));
             return arguments[0].outerHTML
                 .replace(/data-offset-key=\"(\\w+)-/g, (_, key) => 'data-offset-key=\"' + name(key) + '-')
                 .replace(/data-editor=\"(\\w+)\"/g, (_, key) => 'data-editor=\"' + name(key) + '\"')
                 .replace(/placeholder-(\\w+)/g, (_, key) => 'placeholder-' + name(key))",
            json!([element]),
        )?))
    }

    /// What was posted so far, as the editors' models had it.
    pub fn posted(&self) -> Result<Vec<String>> {
        let all = "return [...document.querySelectorAll('#outbox [data-posted]')].map((post) => post.dataset.posted)";
        let found = self.execute(all, json!([]))?;
        let list = found.as_array().ok_or("no list of posts")?;
        Ok(list.iter().cloned().map(super::text).collect())
    }

    /// Policy violations the page itself saw.
    pub fn violations(&self) -> Result<Vec<String>> {
        let found = self.execute("return [...document.querySelectorAll('#violations li')].map((line) => line.textContent)", json!([]))?;
        let list = found.as_array().ok_or("no list of violations")?;
        Ok(list.iter().cloned().map(super::text).collect())
    }

    pub(super) fn tab_is_gone(&self, handle: &str) -> Result<bool> {
        let handles = self.wire.get("window/handles")?;
        Ok(!handles
            .as_array()
            .is_some_and(|all| all.iter().any(|one| one == handle)))
    }
}
