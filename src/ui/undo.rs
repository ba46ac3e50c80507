//! What can be undone survives a reload, and a look at the list: it waits in this tab, and nowhere else.

use leptos::task::spawn_local;

use super::chunks::{self, Chunk};
use super::session::Session;
use super::state::AppState;
use crate::browser::{self, ForReload};

/// Keeps it when the visit is closed, or the page goes out of sight, which may be its end. Not per tap: a browser that is
/// killed takes it along.
pub fn keep(app: AppState, session: Session) {
    if let Some(script) = app.chunks().undo {
        browser::keep_for_reload(ForReload::Undo, &(script.write)(&session.undo_to_keep()));
    }
}

/// Brings back what was kept, if it belongs to the visit as it was opened. Until the part of the program that reads it is
/// there it stays where it is, for another reload.
pub fn bring_back(app: AppState, session: Session) {
    let Some(text) = browser::kept_for_reload(ForReload::Undo) else { return };
    let opened_at = session.peek(|visit| visit.revision);
    spawn_local(async move {
        chunks::load(app, &[Chunk::Undo]).await;
        if let Some(kept) = app.chunks().undo.and_then(|script| (script.read)(&text)) {
            session.undo_further(kept, opened_at);
        }
    });
}

/// Keeps nothing any longer: a visit was deleted.
pub fn forget() {
    browser::forget_for_reload(ForReload::Undo);
}
