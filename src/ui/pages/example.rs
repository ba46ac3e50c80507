//! The example visit that an empty home screen offers.

use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Step;
use crate::exchange;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// Shipped beside the app; a real lesson, in the form of an export.
const FILE: &str = "groep5-rekenen.json";

/// Adds the example to the visits and opens it.
pub fn open(app: AppState) {
    spawn_local(async move {
        let Some(json) = browser::fetch_text(FILE).await else { return };
        let Ok(document) = exchange::parse_document(&json) else { return };
        for visit in &document.observations {
            let shelf = app.shelf();
            // One that is there already may have been changed.
            let is_there = !matches!(shelf.load(visit.id), Ok(None));
            // One that was deleted counts on from there: else a browser that is killed may bring back what was.
            if is_there || shelf.replace(visit).is_ok() {
                browser::set_hash(&Route::Visit(visit.id, Step::Check).to_string());
            }
        }
    });
}
