//! Everything that touches the browser; no other wing names web-sys.
//!
//! One file per capability. Each call is total: what a browser lacks or refuses comes back as a value, never as a
//! panic, since a panic in WebAssembly is a dead page.

mod clipboard;
mod clock;
mod crash;
mod document_worker;
mod drag;
mod files;
mod journal;
mod later;
mod local_storage;
mod page;
mod pattern;
mod persistence;
mod place;
mod reload;
mod update;
mod wake_lock;
mod writer;

pub use clipboard::copy_text;
pub use clock::{fill_with_secret, moment_at, new_uuid, now, unix_millis};
pub use crash::{download_as_it_is, download_everything, opened_itself_again, stop, tell_of_panics};
pub use document_worker::{
    DocumentFile, DocumentNews, DocumentSource, DocumentWorker, make_document, open_sealed, seal_document,
};
pub use drag::let_drag;
pub use files::{Picked, ShareOutcome, can_share, download, fetch_text, picked_file, share};
pub use journal::{BrowserJournal, prepare_journal, renew_journal};
pub use later::{Later, later};
pub use local_storage::LocalStore;
pub use page::{
    app_element, composed, hash, is_composing, is_typing, mark_reader, on_hidden, pause, print, reload,
    replace_hash, scroll_to_top, set_hash, set_lang, set_theme, set_title, small_letters,
};
pub use pattern::{Pattern, mark_radio, radio_value};
pub use persistence::{ask_to_persist, is_persisted};
pub use place::{
    focus, focus_at, focus_in, focus_in_place, go_to, go_to_top, keep_in_sight_what_keys_lead_to, show,
    show_above, toggle_fold_in, top_of, write_in_field,
};
pub use reload::{ForReload, forget_for_reload, keep_for_reload, keep_nothing_for_reload, kept_for_reload};
pub use update::{apply_update, start_latest, update_waits};
pub use wake_lock::ScreenOn;
pub use writer::{is_writer, on_change_elsewhere, start_writing, stop_writing};
