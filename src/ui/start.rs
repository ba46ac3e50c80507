//! The start: opening the store, asking for the passphrase of a lock, the first screen, and the rest of the program after it.

use std::rc::Rc;
use std::time::Duration;

use futures::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::Root;
use super::chunks::{self, Chunk, Unlocked};
use super::pages::NotLoadedPage;
use super::route::Route;
use super::state::AppState;
use crate::browser::{self, BrowserJournal, LocalStore};
use crate::domain::ObservationId;
use crate::store::lock::{LOCK, has_lock};
use crate::store::{Journal, MemoryStore, Mirror, RecordStore, Safety, StoreError, Task};

/// Opens the store, takes the place of the loading text, and starts. With a lock on the passphrase comes first.
pub fn mount() {
    browser::tell_of_panics();
    let (records, not_kept): (Rc<dyn RecordStore>, Option<StoreError>) = match LocalStore::open() {
        Ok(store) => (Rc::new(store), None),
        // The visit can still be made and exported; the screen says that nothing is kept.
        Err(reason) => (Rc::new(MemoryStore::default()), Some(reason)),
    };
    let app = new_app(Rc::clone(&records), Rc::new(BrowserJournal), not_kept);
    wasm_bindgen_futures::spawn_local(async move {
        let route = app.route.get_untracked();
        // Only the tab that writes mends, so that is known before anything is read.
        let read = async {
            let (there, ()) = join(BrowserJournal.read(LOCK), app.find_out_who_writes()).await;
            if has_lock(&*records, &there) {
                return true;
            }
            read_first(app).await;
            false
        };
        match join(load(app, Chunk::of(route)), read).await {
            ((), false) => show(app).await,
            ((), true) => unlock(app).await,
        }
    });
}

/// The state of the app over these two copies. It lives as long as the page.
fn new_app(records: Rc<dyn RecordStore>, journal: Rc<dyn Journal>, not_kept: Option<StoreError>) -> AppState {
    // Not Leptos' own: it has no executor before the app is mounted.
    let mirror = Mirror::new(records, journal, wasm_bindgen_futures::spawn_local);
    let owner = Owner::new();
    let app = owner.with(|| AppState::new(mirror, not_kept));
    std::mem::forget(owner);
    app
}

/// Takes the place of what is on screen.
pub fn take_the_screen(view: impl FnOnce() -> AnyView + 'static) {
    if let Some(element) = browser::app_element() {
        element.set_text_content(None);
        mount_to(element, view).forget();
    }
}

/// Lets another tab write as long as no screen does so, and gives back what ends that. What is being written or moved is
/// finished first; if it is not waited for, this tab starts anew, and stops in the middle: no step of a move loses anything.
pub fn give_way(app: AppState) -> impl FnOnce() {
    let asked = window_event_listener_untyped("lesbezoek-give-way", move |_| {
        wasm_bindgen_futures::spawn_local(async move {
            while app.safety.get_untracked() == Safety::Writing {
                browser::pause().await;
            }
            if app.is_writer.get_untracked() {
                app.set_writer(false);
                browser::stop_writing();
            }
        });
    });
    let lost = window_event_listener_untyped("lesbezoek-writer-lost", move |_| {
        if app.safety.get_untracked() == Safety::Writing {
            browser::reload();
        }
        app.set_writer(false);
    });
    move || {
        asked.remove();
        lost.remove();
    }
}

async fn unlock(app: AppState) {
    load(app, &[Chunk::Data]).await;
    match app.chunks().data {
        Some(data) => (data.lock.unlock)(app, start_unlocked),
        None => take_the_screen(move || view! { <NotLoadedPage t=app.text_now() /> }.into_any()),
    }
}

/// Starts anew over what was unlocked.
fn start_unlocked(before: AppState, Unlocked { records, journal, has_lock }: Unlocked) {
    let app = new_app(records, journal, None);
    app.change_chunks(|chunks| *chunks = before.chunks());
    app.set_writer(before.is_writer.get_untracked());
    // From now on it is this one that gives way.
    before.set_writer(false);
    let stop = give_way(app);
    if has_lock {
        app.set_has_lock();
    }
    if let Some(data) = app.chunks().data {
        app.shelf().use_codec(data.codec);
    }
    wasm_bindgen_futures::spawn_local(async move {
        read_first(app).await;
        stop();
        show(app).await;
    });
}

// Boxed, as each is awaited in more places than one: else the program would have it once for each.

pub(super) fn load(app: AppState, wanted: &'static [Chunk]) -> Task {
    Box::pin(chunks::load(app, wanted))
}

/// Reads what the first screen shows.
fn read_first(app: AppState) -> Task {
    Box::pin(async move {
        app.upgrade().await;
        join(app.read_settings(), settle(app, app.route.get_untracked())).await;
        if let Some(view) = app.settings().handed_over {
            go_to_whom_it_was_handed(app, view).await;
        }
    })
}

/// The app opens with the teacher who has the tablet. What tells whether she still has it must be the newest copy.
async fn go_to_whom_it_was_handed(app: AppState, view: ObservationId) {
    app.settle_visit(view).await;
    if let Some(asked) = app.shelf().summary(view).ok().flatten().and_then(|own| own.visit.own_view_of) {
        app.settle_visit(asked).await;
    }
    let Some(stays) = app.in_the_teachers_hands() else { return app.forget_old_hand_over() };
    load(app, Chunk::of(stays)).await;
    browser::replace_hash(&stays.to_string());
    app.route.set(stays);
}

fn show(app: AppState) -> Task {
    Box::pin(async move {
        take_the_screen(move || view! { <Root app /> }.into_any());
        // The screen first.
        browser::pause().await;
        app.settle_all().await;
        app.look_at_space();
        load_the_rest(app);
    })
}

/// Brings the newest copy of what a screen shows.
pub(super) async fn settle(app: AppState, route: Route) {
    match route {
        Route::Visit(id, _) | Route::OwnView(id) => {
            app.settle_visit(id).await;
            if app.shelf().waits_for_codec(id) {
                load(app, &[Chunk::Data]).await;
            }
        }
        // What is exported or compared there must be the newest copy.
        Route::Data
        | Route::Access
        | Route::Compare(_)
        | Route::Team
        | Route::Coverage
        | Route::Plan
        | Route::Goal(_)
        | Route::Insight
        | Route::Growth
        | Route::Rubrics
        | Route::Draft(_) => app.settle_all().await,
        Route::Home | Route::NewVisit | Route::Form | Route::Unknown => {}
    }
}

/// After the first screen: the next tap should not wait.
fn load_the_rest(app: AppState) {
    set_timeout(
        move || {
            spawn_local(async move {
                load(app, Chunk::ALL).await;
                if let Some(data) = app.chunks().data {
                    (data.deleted_before)(app);
                }
            });
        },
        Duration::from_secs(1),
    );
}
