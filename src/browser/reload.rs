//! What this tab keeps over a reload: session storage, which no other tab sees and which goes when the tab closes.

use web_sys::Storage;

const KEY: &str = "lesbezoek:undo";

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok().flatten()
}

/// Keeps a text over a reload. Where the browser refuses, it is lost then.
pub fn keep_for_reload(text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, text);
    }
}

/// What was kept before the page was loaded anew.
pub fn kept_for_reload() -> Option<String> {
    storage()?.get_item(KEY).ok().flatten()
}

/// Keeps it no longer.
pub fn forget_for_reload() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}
