//! Whether the browser promises to keep what is stored, also when the device runs out of room.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// Asks for that promise. `None`: this browser knows of none.
pub async fn ask_to_persist() -> Option<bool> {
    answer(manager()?.persist().ok()?).await
}

/// Whether the promise was given. `None`: this browser knows of none.
pub async fn is_persisted() -> Option<bool> {
    answer(manager()?.persisted().ok()?).await
}

async fn answer(promise: js_sys::Promise) -> Option<bool> {
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// Missing outside a secure context, and in some browsers altogether; web-sys would throw.
fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    let found = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    found.is_object().then(|| navigator.storage())
}
