//! The journal in IndexedDB. What talks to it stands in `shell/journal.js`: the crash notice needs it when WebAssembly is
//! dead, web-sys has no durability without unstable flags, and a script is a tenth of the size.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::store::{Answer, Change, Entry, Journal, JournalError};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = lesbezoekJournal, catch)]
    fn prepare() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lesbezoekJournal, catch)]
    async fn write(changes: Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lesbezoekJournal, catch)]
    async fn read(key: String) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lesbezoekJournal, catch)]
    async fn page(after: Option<String>) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lesbezoekJournal, catch)]
    async fn replace(keys: Array, rows: Array) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = lesbezoekJournal, catch)]
    async fn renew() -> Result<JsValue, JsValue>;
}

/// Moves all that the journal has to new files, where the browser lets a page do so; the old ones go.
///
/// # Errors
/// If the browser refuses; then all is where it was.
pub async fn renew_journal() -> Result<(), JournalError> {
    renew().await.map(drop).map_err(|error| failed(&error))
}

/// Gets ready for the first write of this page, as soon as there is a moment.
pub fn prepare_journal() {
    // Missing only where the script is; then nothing is written there either.
    let _ = prepare();
}

/// The journal of this browser.
pub struct BrowserJournal;

impl Journal for BrowserJournal {
    fn write(&self, changes: &[Change]) -> Answer<Vec<(String, Entry)>> {
        let changes: Array = changes.iter().map(written).collect();
        Box::pin(async move {
            is_there()?;
            Ok(rows(write(changes).await.map_err(|error| failed(&error))?))
        })
    }

    fn read(&self, key: &str) -> Answer<Option<Entry>> {
        let key = key.to_owned();
        Box::pin(async move {
            is_there()?;
            let found = read(key).await.map_err(|error| failed(&error))?;
            Ok(found.dyn_into::<Array>().ok().map(|found| entry(&found, 0)))
        })
    }

    fn page(&self, after: Option<&str>) -> Answer<Vec<(String, Entry)>> {
        let after = after.map(str::to_owned);
        Box::pin(async move {
            is_there()?;
            Ok(rows(page(after).await.map_err(|error| failed(&error))?))
        })
    }

    fn replace(&self, remove: &[String], put: &[(String, Entry)]) -> Answer<()> {
        let keys: Array = remove.iter().map(|key| JsValue::from_str(key)).collect();
        let rows: Array = put
            .iter()
            .map(|(key, entry)| written(&Change { key: key.clone(), entry: entry.clone(), base: None }))
            .collect();
        Box::pin(async move {
            is_there()?;
            replace(keys, rows).await.map(drop).map_err(|error| failed(&error))
        })
    }
}

/// A browser may have no IndexedDB, or throw at the first look at it.
fn is_there() -> Result<(), JournalError> {
    let here = Reflect::get(&js_sys::global(), &JsValue::from_str("indexedDB"));
    if here.is_ok_and(|found| found.is_object()) { Ok(()) } else { Err(JournalError::Missing) }
}

/// `[key, revision, value, base]`.
#[allow(clippy::cast_precision_loss, reason = "a revision stays below 2^53")]
fn written(Change { key, entry, base }: &Change) -> JsValue {
    let value = entry.value.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    let base = base.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    Array::of4(&JsValue::from_str(key), &JsValue::from_f64(entry.revision as f64), &value, &base).into()
}

/// Each row `[key, revision, value]`.
fn rows(found: JsValue) -> Vec<(String, Entry)> {
    let rows = found.dyn_into::<Array>().unwrap_or_default();
    let rows = rows.iter().filter_map(|row| row.dyn_into::<Array>().ok());
    rows.filter_map(|row| Some((row.get(0).as_string()?, entry(&row, 1)))).collect()
}

/// The entry whose revision stands at this place of a row, its value behind it.
fn entry(row: &Array, at: u32) -> Entry {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below 2^53")]
    let revision = row.get(at).as_f64().unwrap_or_default().max(0.0) as u64;
    Entry { revision, value: row.get(at + 1).as_string() }
}

fn failed(error: &JsValue) -> JournalError {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("SecurityError") => JournalError::Missing,
        Some(name) => JournalError::Failed(name.to_owned()),
        None => JournalError::Failed(format!("{error:?}")),
    }
}
