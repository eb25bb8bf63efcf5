//! WebDriver commands, one at a time.

use super::Result;
use fantoccini::{Client, ClientBuilder, wd::WebDriverCompatibleCommand};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

/// A session with a driver. Scenarios are written as plain steps, so each
/// command blocks until it is answered.
pub(super) struct Wire {
    runtime: Runtime,
    client: Option<Client>,
}

#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<String>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> std::result::Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.clone())
    }
}

impl Wire {
    pub fn connect(driver: &str, capabilities: Map<String, Value>) -> Result<Self> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = Some(runtime.block_on(builder.connect(driver))?);
        Ok(Self { runtime, client })
    }

    pub fn get(&self, path: &str) -> Result<Value> {
        self.send(Method::GET, path, None)
    }

    pub fn post(&self, path: &str, body: Value) -> Result<Value> {
        self.send(Method::POST, path, Some(body.to_string()))
    }

    pub fn delete(&self, path: &str) -> Result<Value> {
        self.send(Method::DELETE, path, None)
    }

    fn send(&self, method: Method, path: &str, body: Option<String>) -> Result<Value> {
        let client = self
            .client
            .as_ref()
            .expect("the session is open until it is dropped");
        let command = Command {
            method,
            path: path.to_owned(),
            body,
        };
        Ok(self.runtime.block_on(client.issue_cmd(command))?)
    }

    /// Gives the browser a moment between two looks at a condition.
    pub fn breathe(&self) {
        self.runtime
            .block_on(async { tokio::time::sleep(Duration::from_millis(15)).await });
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // A browser the user closed is gone already: nothing to report.
            self.runtime.block_on(client.close()).unwrap_or_default();
        }
    }
}
