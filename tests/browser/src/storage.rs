//! What the page keeps in local storage.

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Browser;

/// The key of the record of a visit.
#[must_use]
pub fn record_key(visit: &str) -> String {
    format!("lesbezoek:1:observation:{visit}")
}

/// All that is stored, as an object of key to text.
///
/// # Errors
/// If storage is blocked.
pub async fn stored(browser: &Browser) -> Result<Value> {
    browser.script("return Object.fromEntries(Object.entries(localStorage))", Vec::new()).await
}

/// Writes each of `records` as it is.
///
/// # Errors
/// If storage is blocked or full.
pub async fn seed(browser: &Browser, records: &[(String, String)]) -> Result<()> {
    let script = "for (const [key, text] of arguments[0]) localStorage.setItem(key, text)";
    browser.script(script, vec![json!(records)]).await?;
    Ok(())
}
