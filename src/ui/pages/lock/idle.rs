//! The lock closes by itself when nobody has touched the screen for a while.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use crate::browser;
use crate::domain::Step;
use crate::store::LOCK_AFTER;
use crate::ui::route::Route;
use crate::ui::state::AppState;

/// So often it is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// Lives as long as the button.
pub(super) fn watch(app: AppState) {
    let touched = StoredValue::new(browser::unix_millis());
    let touch = move || touched.set_value(browser::unix_millis());
    let look = move || {
        let minutes = u64::from(app.settings().lock_after.unwrap_or(LOCK_AFTER));
        let idle = browser::unix_millis().saturating_sub(touched.get_value());
        if minutes > 0 && idle >= minutes * 60_000 && !is_in_lesson(app) {
            touch();
            super::lock_now(app);
        }
    };
    let listeners = [
        window_event_listener(ev::pointerdown, move |_| touch()),
        window_event_listener(ev::keydown, move |_| touch()),
        window_event_listener(ev::input, move |_| touch()),
    ];
    // A tablet that slept counts no time.
    let woken = window_event_listener_untyped("focus", move |_| look());
    let timer = set_interval_with_handle(look, LOOK).ok();
    on_cleanup(move || {
        listeners.into_iter().for_each(|listener| listener.remove());
        woken.remove();
        timer.iter().for_each(|timer| timer.clear());
    });
}

/// Who watches may score meanwhile. The talk and what follows it come after a lesson, also after one whose end was not noted.
fn is_in_lesson(app: AppState) -> bool {
    !app.settings().lock_in_lesson
        && matches!(app.route.get_untracked(), Route::Visit(_, Step::Watch | Step::Score))
        && app.open_visit().is_some_and(|visit| visit.is_in_lesson(browser::now()))
}
