//! What a browser itself tells of a tab: processor time of its main thread, and
//! memory after collecting garbage.

use bezint_tests::driver::{Browser, Result, Session};
use serde_json::{Value, json};

/// Milliseconds the processor has spent on the main thread of the page so far.
pub fn processor_time(session: &Session) -> Result<f64> {
    match session.browser() {
        Browser::Chromium => {
            session.cdp("Performance.enable", json!({ "timeDomain": "threadTicks" }))?;
            let all = session.cdp("Performance.getMetrics", json!({}))?;
            Ok(metric(&all, "TaskDuration")? * 1000.0)
        }
        Browser::Firefox => {
            let script = "
                const pid = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid;
                return ChromeUtils.requestProcInfo().then(({ children }) =>
                    children.find((one) => one.pid === pid)?.threads.find(({ tid }) => tid === pid)?.cpuTime ?? null)";
            let nanoseconds = session.chrome_script(script, json!([]))?;
            let nanoseconds = nanoseconds.as_f64().ok_or("Firefox tells no thread time")?;
            Ok(nanoseconds / 1e6)
        }
    }
}

/// Bytes a tab holds: in Chromium its JavaScript heap with the buffers behind it,
/// without the memory of WebAssembly; in Firefox what its process reports as
/// explicitly allocated.
pub fn memory(session: &Session) -> Result<f64> {
    match session.browser() {
        Browser::Chromium => {
            session.cdp("HeapProfiler.collectGarbage", json!({}))?;
            let usage = session.cdp("Runtime.getHeapUsage", json!({}))?;
            let part = |name: &str| usage[name].as_f64().unwrap_or_default();
            Ok(part("usedSize") + part("backingStorageSize"))
        }
        Browser::Firefox => {
            let script = "
                const pid = gBrowser.selectedBrowser.browsingContext.currentWindowGlobal.osPid;
                const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
                let sum = 0;
                const add = (process, path, kind, units, amount) => {
                    if (units === Ci.nsIMemoryReporter.UNITS_BYTES && path.startsWith('explicit/') && process.includes(`pid ${pid}`)) sum += amount;
                };
                return new Promise((done) => manager.minimizeMemoryUsage(done))
                    .then(() => new Promise((done) => manager.getReports(add, null, done, null, false)))
                    .then(() => sum)";
            let bytes = session.chrome_script(script, json!([]))?;
            bytes
                .as_f64()
                .ok_or_else(|| "Firefox tells no memory".into())
        }
    }
}

/// Lets times be told as precisely as the browser can. Firefox rounds them to a
/// millisecond otherwise; Chromium always rounds them to a tenth.
pub fn precise(session: &Session) -> Result<()> {
    if session.browser() == Browser::Firefox {
        let script = "Services.prefs.setBoolPref('privacy.reduceTimerPrecision', false)";
        session.chrome_script(script, json!([]))?;
    }
    Ok(())
}

fn metric(all: &Value, name: &str) -> Result<f64> {
    let list = all["metrics"].as_array().cloned().unwrap_or_default();
    let found = list.iter().find(|one| one["name"] == name);
    let value = found.and_then(|one| one["value"].as_f64());
    value.ok_or_else(|| format!("Chromium tells no {name}").into())
}
