//! From navigation start to a page that can be used.

use anyhow::{Context, Result};
use serde_json::json;

use crate::chromium::Chromium;
use crate::subject::{Subject, Which};

/// Runs before any script of the page, the same for both: at each frame it looks for the first indicator, taps it once
/// it is there (and, for a filled visit, once all its answers are), and notes when the tap is readable in local storage.
/// Times count from navigation start. A tap that nobody heard is taken back and tried again.
const FIRST_TAP: &str = r"
(() => {
    if (location.protocol !== 'http:') return;
    const { key, value, answers } = CONFIG;
    const seen = window.__firstTap = {};
    const look = () => {
        const radio = document.querySelector(`fieldset[data-indicator='D1'] input[value='${value}']`);
        const checked = 'fieldset[data-indicator] input[type=radio]:checked';
        if (radio && (answers === 0 || document.querySelectorAll(checked).length === answers)) {
            const before = localStorage.getItem(key);
            radio.click();
            if (localStorage.getItem(key) !== before) {
                seen.saved = performance.now();
                return;
            }
            radio.checked = false;
        }
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
})();
";

/// Milliseconds from navigation start until the first tap is saved. `filled` says that the visit has all its answers.
pub async fn first_saved_tap(chromium: &Chromium, subject: &Subject, filled: bool) -> Result<f64> {
    let (value, answers) = if filled { ("2", 25) } else { ("3", 0) };
    let config = json!({"key": subject.key, "value": value, "answers": answers});
    let script = FIRST_TAP.replace("CONFIG", &config.to_string());
    timed(chromium, &script, &subject.url, "return window.__firstTap?.saved ?? null").await
}

/// Notes the first frame after the list has a visit and the button that begins one.
const HOME: &str = r"
(() => {
    if (location.protocol !== 'http:') return;
    const look = () => {
        const usable = document.querySelector('.visit-row') && document.querySelector('.bottombar button');
        requestAnimationFrame(usable ? () => { window.__usable = performance.now(); } : look);
    };
    requestAnimationFrame(look);
})();
";

/// Milliseconds from navigation start until the list of visits can be used.
pub async fn home_usable(chromium: &Chromium, app: &Subject) -> Result<f64> {
    timed(chromium, HOME, &format!("{}#/", app.origin), "return window.__usable ?? null").await
}

async fn timed(chromium: &Chromium, script: &str, url: &str, read: &str) -> Result<f64> {
    let injected = chromium.inject(script).await?;
    chromium.load(url).await?;
    let see = || async { Ok(chromium.browser.script(read, Vec::new()).await?.as_f64()) };
    let time = chromium.browser.until("a page that can be used", see).await?;
    chromium.stop(&injected).await?;
    Ok(time)
}

/// Waits until the app's service worker serves; the floor has none.
pub async fn worker_is_ready(chromium: &Chromium, subject: &Subject) -> Result<()> {
    if subject.which == Which::Floor {
        return Ok(());
    }
    let script = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(
        found => done(found?.active?.state === 'activated'), () => done(false))";
    let ready = || async {
        let answer = chromium.browser.session().execute_async(script, Vec::new()).await?;
        Ok((answer.json() == &json!(true)).then_some(()))
    };
    chromium.browser.until("the service worker", ready).await.context("the app must work offline")
}
