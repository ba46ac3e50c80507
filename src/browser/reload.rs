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
    /// That the lock went off, until its card says so. It tells nothing of what is kept, so it may stand where a lock is on.
    LockOff,
}

impl ForReload {
    fn key(self) -> &'static str {
        match self {
            Self::Undo => "lesbezoek:undo",
            Self::Deleted => "lesbezoek:deleted",
            Self::LockOff => "lesbezoek:lock-off",
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

fn storage(what: ForReload) -> Option<Storage> {
    if KEEPS_NOTHING.get() && what != ForReload::LockOff {
        return None;
    }
    web_sys::window()?.session_storage().ok().flatten()
}

/// Keeps a text over a reload. Where the browser refuses, it is lost then.
pub fn keep_for_reload(what: ForReload, text: &str) {
    if let Some(storage) = storage(what) {
        let _ = storage.set_item(what.key(), text);
    }
}

/// What was kept before the page was loaded anew.
pub fn kept_for_reload(what: ForReload) -> Option<String> {
    storage(what)?.get_item(what.key()).ok().flatten()
}

/// Keeps it no longer.
pub fn forget_for_reload(what: ForReload) {
    if let Some(storage) = storage(what) {
        let _ = storage.remove_item(what.key());
    }
}
