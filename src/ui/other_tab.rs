//! Two tabs: one writes, the others follow it and only read.

use leptos::prelude::*;

use super::app::go_where_the_address_says;
use super::route::Route;
use super::state::AppState;
use crate::browser;
use crate::i18n::Text;
use crate::store::lock::{LOCK, is_sealed_key};
use crate::store::{Key, Safety};

/// Follows the tab that writes, and lets another tab write when the user goes on there. Lives as long as the page.
pub fn share_with_other_tabs(app: AppState) {
    // Asked to stop: what was typed last is written, and the lock is let go when all is on the disk.
    let is_leaving = RwSignal::new(false);
    let asked = window_event_listener_untyped("lesbezoek-give-way", move |_| {
        if app.is_writer.get_untracked() {
            app.flush();
            is_leaving.set(true);
        }
    });
    // Taken while this tab slept: what was typed last still goes to the journal, which keeps both versions.
    let lost = window_event_listener_untyped("lesbezoek-writer-lost", move |_| {
        app.flush();
        app.set_writer(false);
    });
    on_cleanup(move || {
        asked.remove();
        lost.remove();
    });
    Effect::new(move |_| {
        if is_leaving.get() && app.safety.get() != Safety::Writing {
            // What was typed meanwhile goes first.
            app.flush();
            if app.safety.get_untracked() == Safety::Writing {
                return;
            }
            is_leaving.set(false);
            app.set_writer(false);
            browser::stop_writing();
        }
    });
    Effect::new(move |_| browser::mark_reader(!app.is_writer.get()));
    browser::on_change_elsewhere(move |key, value| {
        if key == LOCK {
            // Put on, changed or taken off in the tab that writes.
            return browser::reload();
        }
        // Sealed keys are of a later app only for a tab that knows of no lock.
        if !(app.has_lock() && is_sealed_key(&key)) {
            app.look_for_newer(&key, value.as_deref());
        }
        if !app.is_writer.get_untracked() {
            // The tablet may have been handed to a teacher. A sealed key does not say what it is of.
            if key == Key::Settings.to_string() || (app.has_lock() && is_sealed_key(&key)) {
                app.follow_hand_over();
                if app.in_the_teachers_hands().is_some() {
                    go_where_the_address_says(app);
                }
            }
            app.tell_visits_changed();
        }
    });
}

/// Says that this tab only reads, and offers to go on here.
#[component]
pub fn ReaderNotice(app: AppState) -> impl IntoView {
    move || {
        if app.is_outdated.get() {
            return Some(view! { <OutdatedNotice app t=app.text() /> }.into_any());
        }
        (!app.is_writer.get()).then(|| {
            let t = app.text();
            view! {
                <section class="notice" data-kind="warn">
                    <h2>{t.other_tab.title}</h2>
                    <p>{t.other_tab.lead}</p>
                    <div class="actions">
                        <button type="button" class="btn" on:click=|_| browser::start_writing()>{t.other_tab.go_on}</button>
                    </div>
                </section>
            }
            .into_any()
        })
    }
}

/// Says that a later version of the app wrote here, and offers to fetch it.
#[component]
fn OutdatedNotice(app: AppState, t: &'static Text) -> impl IntoView {
    view! {
        <section class="notice" data-kind="warn">
            <h2>{t.other_tab.newer}</h2>
            <p>{t.other_tab.newer_lead}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=|_| browser::start_latest()>{t.other_tab.update}</button>
                {move || (!app.route.get().is_own_view()).then(|| view! {
                    <a class="btn btn-quiet" href=Route::Data.href()>{t.not_kept.export}</a>
                })}
            </div>
        </section>
    }
}
