//! Bezint as a loaded extension: its own pages, its settings, its background.

use super::{Browser, Result, Session, chromium, firefox};
use crate::server::Site;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// An unpacked extension.
#[derive(Clone, Debug)]
pub struct Extension {
    folder: PathBuf,
}

impl Extension {
    /// The extension in a folder.
    pub fn unpacked(folder: &Path) -> Result<Self> {
        let folder = folder
            .canonicalize()
            .map_err(|error| format!("{}: {error}; run `cargo xtask build`", folder.display()))?;
        Ok(Self { folder })
    }

    /// What `cargo xtask build` made for a browser.
    pub fn built(browser: Browser) -> Result<Self> {
        let folder = match std::env::var_os("BEZINT_EXTENSION") {
            Some(folder) => PathBuf::from(folder).join(browser.name()),
            None => crate::target().join("extension").join(browser.name()),
        };
        Self::unpacked(&folder)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn manifest(&self) -> Result<Value> {
        Ok(serde_json::from_slice(&fs::read(
            self.folder.join("manifest.json"),
        )?)?)
    }

    pub(super) fn gecko_id(&self) -> Result<String> {
        let id = &self.manifest()?["browser_specific_settings"]["gecko"]["id"];
        Ok(id
            .as_str()
            .ok_or("the manifest has no gecko id")?
            .to_owned())
    }

    /// A text of the interface in each of its languages, what is filled in being `$1`.
    pub fn words(&self, key: &str) -> Result<Vec<String>> {
        let in_language = |language: &str| -> Result<String> {
            let file = self
                .folder
                .join("_locales")
                .join(language)
                .join("messages.json");
            let all: Value = serde_json::from_slice(&fs::read(file)?)?;
            let text = all[key]["message"].as_str();
            Ok(text.ok_or_else(|| format!("no text {key:?}"))?.to_owned())
        };
        ["nl", "en"].into_iter().map(in_language).collect()
    }

    /// The page behind the toolbar button.
    pub fn popup(&self) -> Result<String> {
        let page = &self.manifest()?["action"]["default_popup"];
        Ok(page.as_str().ok_or("the manifest has no popup")?.to_owned())
    }
}

impl Session {
    /// The loaded extension.
    pub fn extension(&self) -> Result<&Extension> {
        Ok(self
            .launch
            .extension
            .as_ref()
            .ok_or("no extension was loaded")?)
    }

    /// The address of one of the extension's own pages.
    pub fn extension_url(&self, page: &str) -> Result<String> {
        let folder = self.extension()?.folder();
        Ok(match self.browser() {
            Browser::Chromium => format!("chrome-extension://{}/{page}", chromium::id(folder)),
            Browser::Firefox => format!("moz-extension://{}/{page}", firefox::UUID),
        })
    }

    /// The page that opens when the extension is installed: waits for it and
    /// closes it, as a page behind another one is not drawn.
    pub(super) fn welcome(&self) -> Result<()> {
        let url = self.extension_url("welcome.html")?;
        match self.browser() {
            Browser::Chromium => chromium::close_page(self, &url),
            Browser::Firefox => firefox::close_page(self, &url),
        }
    }

    /// Runs `script` (the body of an async function with `args` and `chrome`)
    /// in a page of the extension in a tab of its own.
    pub fn in_extension(&self, script: &str, arguments: Value) -> Result<Value> {
        let popup = self.extension()?.popup()?;
        let (old, _) = self.new_tab()?;
        self.go(&self.extension_url(&popup)?)?;
        let result = self.execute_async(script, arguments);
        self.close_tab(&old)?;
        result
    }

    /// Does something in the popup. Without the tool bar it is a page of its own,
    /// in a tab of its own.
    pub fn in_popup<T>(&self, act: impl FnOnce() -> Result<T>) -> Result<T> {
        self.in_page(&self.extension()?.popup()?, act)
    }

    /// Does something in a page of the extension that asks questions, in a tab of
    /// its own, once it is filled; the tab closes when all answers are stored.
    pub fn in_page<T>(&self, page: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
        let (old, _) = self.new_tab()?;
        let result = self.own_page(page).and_then(|()| act());
        // What is read after a change that is still being stored waits for it.
        let stored = self.execute_async("await chrome.storage.local.get()", json!(null));
        self.close_tab(&old)?;
        let result = result?;
        stored?;
        Ok(result)
    }

    /// Opens a page of the extension that asks questions and waits until it is filled.
    pub fn own_page(&self, page: &str) -> Result<()> {
        let url = self.extension_url(page)?;
        self.go(&url)?;
        self.wait_for(&format!("{page} is filled"), || {
            let filled = "const app = document.querySelector('#app');
                 return location.href === arguments[0] && app !== null && !app.hasAttribute('aria-busy')";
            Ok(self.execute(filled, json!([url]))? == true)
        })
    }

    /// Stores settings as the pages of the extension do; fields not given keep
    /// their default.
    pub fn settings(&self, settings: Value) -> Result<()> {
        self.in_extension(
            "await chrome.storage.local.set({ settings: args })",
            settings,
        )?;
        Ok(())
    }

    /// Whether a text holds a text of the interface, in any of its languages.
    pub fn says(&self, text: &str, key: &str, filled_in: &str) -> Result<bool> {
        let words = self.extension()?.words(key)?;
        Ok(words
            .iter()
            .any(|one| text.contains(&one.replace("$1", filled_in))))
    }

    /// The settings as they are stored.
    pub fn stored_settings(&self) -> Result<Value> {
        self.in_extension(
            "return (await chrome.storage.local.get('settings')).settings ?? {}",
            json!(null),
        )
    }

    /// The text on the toolbar badge, of whichever tab has one.
    pub fn badge(&self) -> Result<String> {
        let script = "
            const tabs = await chrome.tabs.query({});
            const texts = await Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id })));
            return texts.join('')";
        Ok(super::text(self.in_extension(script, json!(null))?))
    }

    /// Chooses an employer in the popup, as a user does.
    pub fn choose_employer(&self, employer: &str) -> Result<()> {
        self.in_popup(|| self.press_employer(employer))
    }

    /// The same with the popup already open.
    pub fn press_employer(&self, employer: &str) -> Result<()> {
        self.click(&format!("label:has([name=employer][value={employer}])"))?;
        self.wait_for("the choice is stored", || {
            let stored = "return (await chrome.storage.local.get('settings')).settings?.employer";
            Ok(self.execute_async(stored, json!(null))? == employer)
        })
    }

    /// Chooses in the popup as what the user writes on a site.
    pub fn choose_capacity(&self, site: Site, capacity: &str) -> Result<()> {
        let menu = format!("#capacity-{}", site.setting());
        self.in_popup(|| self.choose(&menu, capacity))
    }

    /// Chooses from a menu of the page in front.
    pub fn choose(&self, menu: &str, value: &str) -> Result<()> {
        let select = self.find(menu)?;
        self.execute(
            "arguments[0].value = arguments[1];
             arguments[0].dispatchEvent(new Event('change', { bubbles: true }))",
            json!([select, value]),
        )?;
        Ok(())
    }

    /// Puts the background to sleep, as the browser does when it is idle.
    pub fn stop_background(&self) -> Result<()> {
        match self.browser() {
            Browser::Chromium => {
                let id = chromium::id(self.extension()?.folder());
                let worker = |session: &Self| chromium::target(session, "service_worker", &id);
                self.wait_for("the worker runs", || Ok(worker(self)?.is_some()))?;
                self.cdp("ServiceWorker.enable", json!({}))?;
                self.wait_for("the worker has stopped", || {
                    // One that is only starting is not stopped by the first request.
                    self.cdp("ServiceWorker.stopAllWorkers", json!({}))?;
                    Ok(worker(self)?.is_none())
                })
            }
            Browser::Firefox => {
                let id = self.extension()?.gecko_id()?;
                let policy = "const { extension } = WebExtensionPolicy.getByID(arguments[0]);";
                let stop = format!(
                    "{policy} return extension.terminateBackground({{ disableResetIdleForTest: true }})"
                );
                self.chrome_script(&stop, json!([id]))?;
                let stopped = format!("{policy} return extension.backgroundState === 'stopped'");
                self.wait_for("the background has stopped", || {
                    Ok(self.chrome_script(&stopped, json!([id]))? == true)
                })
            }
        }
    }

    /// Reloads the extension, as an update does.
    pub fn reload_extension(&self) -> Result<()> {
        let popup = self.extension_url(&self.extension()?.popup()?)?;
        let (old, new) = self.new_tab()?;
        self.go(&popup)?;
        self.execute("setTimeout(() => chrome.runtime.reload())", json!([]))?;
        // Reloading closes the extension's tabs; only then is the old instance gone.
        self.wait_for("the old instance is gone", || self.tab_is_gone(&new))?;
        self.switch_to(&old)
    }
}
