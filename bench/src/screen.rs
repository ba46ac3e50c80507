//! From an address to what it shows.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::chromium::Chromium;

/// From the change of the address to the first task after the frame that shows what is looked for.
const OPEN: &str = r"
    const [hash, selector, done] = arguments;
    const channel = new MessageChannel();
    const start = performance.now();
    channel.port1.onmessage = () => done(performance.now() - start);
    const look = () => requestAnimationFrame(() => {
        if (document.querySelector(selector)) channel.port2.postMessage(0);
        else look();
    });
    location.hash = hash;
    look();
";

/// Milliseconds from a change of the address until what `selector` finds is painted.
pub async fn opened(chromium: &Chromium, hash: &str, selector: &str) -> Result<f64> {
    milliseconds(chromium, OPEN, vec![json!(hash), json!(selector)]).await
}

/// The time that a script gives to its last argument.
pub async fn milliseconds(chromium: &Chromium, script: &str, arguments: Vec<Value>) -> Result<f64> {
    let answer = chromium.browser.session().execute_async(script, arguments).await?;
    answer.json().as_f64().context("a time")
}
