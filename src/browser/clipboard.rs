//! Copying text.

use wasm_bindgen_futures::JsFuture;

/// Copies `text`; `false` if the browser has no clipboard for this page or refuses.
pub async fn copy_text(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Undefined outside a secure context, where web-sys would throw.
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
