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

/// What was kept before the page was loaded anew; once.
pub fn take_after_reload() -> Option<String> {
    let storage = storage()?;
    let text = storage.get_item(KEY).ok().flatten()?;
    let _ = storage.remove_item(KEY);
    Some(text)
}
