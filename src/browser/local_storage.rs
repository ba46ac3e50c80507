//! Local storage as a record store.

use gloo_storage::{LocalStorage, Storage};
use js_sys::{JsString, Reflect, RegExp};
use wasm_bindgen::{JsCast, JsValue};

use crate::store::{RecordStore, StoreError};

/// The browser's local storage. Exists only where [`LocalStore::open`] found it usable.
pub struct LocalStore {
    storage: web_sys::Storage,
    counts_bytes: bool,
}

impl LocalStore {
    /// Opens local storage after a look with plain web-sys: gloo-storage throws where it is blocked.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] if the browser refuses access (private mode, policy, damaged profile).
    pub fn open() -> Result<Self, StoreError> {
        let found = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        match found.map(|storage| storage.length()) {
            Some(Ok(_)) => Ok(Self { storage: LocalStorage::raw(), counts_bytes: counts_bytes() }),
            Some(Err(_)) | None => Err(StoreError::Blocked),
        }
    }
}

impl RecordStore for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        // One call for all keys: `key(i)` would cross into the browser once per record.
        let storage: &js_sys::Object = self.storage.unchecked_ref();
        let keys = js_sys::Object::keys(storage);
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage.get_item(key).map_err(|error| store_error(&error))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.storage.set_item(key, value).map_err(|error| store_error(&error))
    }

    fn size(&self) -> Result<usize, StoreError> {
        // No text is copied out of the browser.
        let is_wide = RegExp::new("[^\\x00-\\xff]", "");
        let storage: &js_sys::Object = self.storage.unchecked_ref();
        let all = js_sys::Object::keys(storage).concat(&js_sys::Object::values(storage));
        Ok(all
            .iter()
            .filter_map(|text| text.dyn_into::<JsString>().ok())
            .map(|text| {
                let is_wide = self.counts_bytes && text.search(&is_wide) >= 0;
                text.length() as usize * if is_wide { 2 } else { 1 }
            })
            .sum())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage.remove_item(key).map_err(|error| store_error(&error))
    }
}

/// WebKit counts bytes: a text with a letter outside Latin-1, as every packed visit is, counts twice. The others count UTF-16
/// units (docs/storage-limits.md).
fn counts_bytes() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let vendor = navigator.and_then(|it| Reflect::get(&it, &JsValue::from_str("vendor")).ok()?.as_string());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple"))
}

fn store_error(error: &JsValue) -> StoreError {
    match error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name) {
        // Firefox has a name of its own for it.
        Some(name) if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" => {
            StoreError::Full
        }
        Some(name) if name == "SecurityError" => StoreError::Blocked,
        Some(name) => StoreError::Failed(name),
        None => StoreError::Failed(format!("{error:?}")),
    }
}
