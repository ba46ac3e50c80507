//! Bytes and memory.

use std::path::Path;

use anyhow::{Context, Result};
use browser_tests::{WATCH_WASM, dist, wasm_bytes};
use serde::{Deserialize, Serialize};

use crate::chromium::Chromium;
use crate::open::worker_is_ready;
use crate::subject::Subject;

/// A file and its size as it is sent.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Sent {
    /// Its address within the site.
    pub name: String,
    /// Bytes of its body as sent, packed.
    pub bytes: f64,
}

/// A screen as it is first opened.
pub struct First {
    /// What it is called in the report.
    pub name: &'static str,
    /// Its address.
    pub url: String,
    /// What is there once it can be used.
    pub usable: &'static str,
}

impl First {
    /// The list of visits, where the app opens, and a visit that is to be scored.
    pub fn screens(app: &Subject) -> [Self; 2] {
        let list = format!("{}#/", app.origin);
        let score = "fieldset[data-indicator='D1'] input[value='3']";
        [
            Self { name: "the list of visits", url: list, usable: ".bottombar button" },
            Self { name: "a visit to score", url: app.url.clone(), usable: score },
        ]
    }
}

/// Runs before any script of the page: notes when the screen can be used.
const USABLE: &str = r"
(() => {
    if (location.protocol !== 'http:') return;
    const look = () => {
        if (document.querySelector(SELECTOR)) window.__usable = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})();
";

/// What the document and all that was asked for before that weigh, from the page's own record.
const SENT: &str = r"
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return entries.filter(one => one.startTime <= window.__usable)
        .map(one => ({ name: new URL(one.name).pathname, bytes: one.encodedBodySize }));
";

/// Every file that was asked for before the screen could be used, the largest first. Nothing of the app may be in the profile's cache.
pub async fn first_load(chromium: &Chromium, app: &Subject, first: &First) -> Result<Vec<Sent>> {
    let injected =
        chromium.inject(&USABLE.replace("SELECTOR", &serde_json::to_string(first.usable)?)).await?;
    chromium.load(&first.url).await?;
    chromium.browser.until_true(first.name, "return window.__usable > 0", Vec::new()).await?;
    // By then all of it has come.
    worker_is_ready(chromium, app).await?;
    let files = chromium.browser.script(SENT, Vec::new()).await?;
    chromium.stop(&injected).await?;
    let mut files: Vec<Sent> = serde_json::from_value(files)?;
    files.sort_by(|a, b| b.bytes.total_cmp(&a.bytes));
    Ok(files)
}

/// The files that the worker keeps for use without a network.
const KEPT: &str = r"
    const done = arguments[0];
    caches.keys().then(names => Promise.all(names.map(name => caches.open(name))))
        .then(caches => Promise.all(caches.map(cache => cache.keys())))
        .then(requests => done(requests.flat().map(request => new URL(request.url).pathname)), () => done([]));
";

/// What the worker fetches for use without a network, packed; most of it is what the page has fetched already.
pub async fn kept_offline(chromium: &Chromium) -> Result<Vec<Sent>> {
    let paths = chromium.browser.session().execute_async(KEPT, Vec::new()).await?;
    let paths: Vec<String> = serde_json::from_value(paths.json().clone())?;
    let dist = dist()?;
    paths.into_iter().map(|path| Ok(Sent { bytes: packed_size(&dist, &path)?, name: path })).collect()
}

fn packed_size(dist: &Path, path: &str) -> Result<f64> {
    let path = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let file = dist.join(path.trim_start_matches('/'));
    let mut packed = file.clone().into_os_string();
    packed.push(".br");
    let size = Path::new(&packed).metadata().or_else(|_| file.metadata());
    let size = size.with_context(|| file.display().to_string())?.len();
    Ok(f64::from(u32::try_from(size)?))
}

/// Script heap and wasm memory of the form, in bytes.
pub async fn memory(chromium: &Chromium, subject: &Subject) -> Result<(f64, f64)> {
    let injected = chromium.inject(WATCH_WASM).await?;
    chromium.load(&subject.url).await?;
    let form = "return document.querySelectorAll('fieldset[data-indicator]').length === 25";
    chromium.browser.until_true("the form", form, Vec::new()).await?;
    chromium.settle().await?;
    let heap = chromium.heap_bytes().await?;
    let wasm = wasm_bytes(&chromium.browser).await?;
    chromium.stop(&injected).await?;
    Ok((heap, wasm))
}
