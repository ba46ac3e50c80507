//! What this tab keeps over a reload: session storage, which no other tab sees and which goes when the tab closes.

use std::cell::Cell;

use web_sys::Storage;

/// What is kept over a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForReload {
    /// What can be undone of the visit that was open.
    Undo,
    /// The visits that were deleted, as long as the message about them stands.
    Deleted,
}

impl ForReload {
    fn key(self) -> &'static str {
        match self {
            Self::Undo => "lesbezoek:undo",
            Self::Deleted => "lesbezoek:deleted",
        }
    }
}

thread_local! {
    static KEEPS_NOTHING: Cell<bool> = const { Cell::new(false) };
}

/// From now on nothing is kept over a reload: a browser may write it to the disk, where a lock is on.
pub fn keep_nothing_for_reload() {
    [ForReload::Undo, ForReload::Deleted].into_iter().for_each(forget_for_reload);
    KEEPS_NOTHING.set(true);
}

fn storage() -> Option<Storage> {
    if KEEPS_NOTHING.get() {
        return None;
    }
    web_sys::window()?.session_storage().ok().flatten()
}

/// Keeps a text over a reload. Where the browser refuses, it is lost then.
pub fn keep_for_reload(what: ForReload, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(what.key(), text);
    }
}

/// What was kept before the page was loaded anew.
pub fn kept_for_reload(what: ForReload) -> Option<String> {
    storage()?.get_item(what.key()).ok().flatten()
}

/// Keeps it no longer.
pub fn forget_for_reload(what: ForReload) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(what.key());
    }
}
