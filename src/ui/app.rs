//! The app as a whole: wiring at the start, and which screen is shown.

use std::rc::Rc;
use std::time::Duration;

use futures::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chunks::{self, Chunk, Chunks, Unlocked};
use super::mended::MendedNotice;
use super::other_tab::{ReaderNotice, share_with_other_tabs};
use super::pages::{NotFoundPage, NotLoadedPage};
use super::parts::SnackBar;
use super::places::arrive_where_it_was_meant;
use super::route::Route;
use super::state::AppState;
use super::topbar::TopBar;
use crate::browser::{self, BrowserJournal, LocalStore};
use crate::domain::{ObservationId, Step};
use crate::i18n::Text;
use crate::store::lock::{LOCK, has_lock};
use crate::store::{Journal, Kept, MemoryStore, Mirror, RecordStore, StoreError};

/// Opens the store, takes the place of the loading text, and starts. With a lock on the passphrase comes first.
pub fn mount() {
    browser::show_notice_on_panic();
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
            app.upgrade().await;
            join(app.read_settings(), settle(app, route)).await;
            false
        };
        match join(chunks::load(app, Chunk::of(route)), read).await {
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

async fn unlock(app: AppState) {
    chunks::load(app, &[Chunk::Data]).await;
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
    if has_lock {
        app.set_has_lock();
    }
    if let Some(data) = app.chunks().data {
        app.shelf().use_codec(data.codec);
    }
    wasm_bindgen_futures::spawn_local(async move {
        app.upgrade().await;
        join(app.read_settings(), settle(app, app.route.get_untracked())).await;
        show(app).await;
    });
}

async fn show(app: AppState) {
    take_the_screen(move || view! { <Root app /> }.into_any());
    // The screen first.
    browser::pause().await;
    app.settle_all().await;
    app.look_at_space();
    load_the_rest(app);
}

/// Brings the newest copy of what a screen shows.
async fn settle(app: AppState, route: Route) {
    match route {
        Route::Visit(id, _) | Route::OwnView(id) => {
            app.settle_visit(id).await;
            if app.shelf().waits_for_codec(id) {
                chunks::load(app, &[Chunk::Data]).await;
            }
        }
        // What is exported or compared there must be the newest copy.
        Route::Data
        | Route::Compare(_)
        | Route::Team
        | Route::Coverage
        | Route::Plan
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
                chunks::load(app, Chunk::ALL).await;
                if let Some(data) = app.chunks().data {
                    (data.deleted_before)(app);
                }
            });
        },
        Duration::from_secs(1),
    );
}

/// What is on screen apart from the step of a visit: a change of step keeps the visit open.
#[derive(Clone, Copy, PartialEq)]
enum Screen {
    Home,
    /// A visit is being made.
    Beginning,
    Visit(ObservationId),
    OwnView(ObservationId),
    Compare(ObservationId),
    /// One of the screens that are needed seldom.
    Data(Route),
    Unknown,
    /// The part of the program that shows it could not be fetched.
    NotLoaded,
}

impl Screen {
    fn of(route: Route, chunks: Chunks) -> Self {
        match route {
            _ if !chunks.have(Chunk::of(route)) => Self::NotLoaded,
            Route::Home => Self::Home,
            Route::NewVisit => Self::Beginning,
            Route::Visit(id, _) => Self::Visit(id),
            Route::OwnView(id) => Self::OwnView(id),
            Route::Compare(id) => Self::Compare(id),
            Route::Data
            | Route::Form
            | Route::Team
            | Route::Coverage
            | Route::Plan
            | Route::Insight
            | Route::Growth
            | Route::Rubrics
            | Route::Draft(_) => Self::Data(route),
            Route::Unknown => Self::Unknown,
        }
    }
}

#[component]
fn Root(app: AppState) -> impl IntoView {
    let on_hash = window_event_listener(leptos::ev::hashchange, move |_| go_where_the_address_says(app));
    on_cleanup(move || on_hash.remove());
    browser::on_hidden(move || app.leave());
    share_with_other_tabs(app);

    let lang = Memo::new(move |_| app.lang.get());
    Effect::new(move |_| browser::set_lang(lang.get().tag()));
    Effect::new(move |_| browser::set_theme(app.theme.get().name()));
    Effect::new(move |_| browser::set_title(&title(app.text(), app.route.get())));
    Effect::new(move |_| {
        if app.route.get() == Route::NewVisit
            && let Some(lesson) = app.chunks().lesson
        {
            (lesson.begin)(app);
        }
    });
    arrive_where_it_was_meant(app);

    let is_handed_over = Memo::new(move |_| matches!(app.route.get(), Route::OwnView(_)));
    let screen = Memo::new(move |_| Screen::of(app.route.get(), app.chunks()));
    view! {
        <a class="skip-link" href=move || app.route.get().href() on:click=move |ev| {
            // The hash is the address of the screen, so the link moves the focus itself.
            ev.prevent_default();
            browser::focus("page-title");
        }>{move || app.text().skip_to_content}</a>
        <div class="app">
            <TopBar app />
            <main class="page" id="main">
                <NotKeptNotice app />
                <ReaderNotice app />
                // It names visits and leads to them, which is nothing for whom the tablet was handed to.
                {move || (!is_handed_over.get()).then(|| view! { <MendedNotice app /> })}
                {move || match (screen.get(), app.chunks()) {
                    (Screen::Home, Chunks { home: Some(home), .. }) => home(app, app.text()),
                    (Screen::Beginning, _) => ().into_any(),
                    (Screen::Visit(id), Chunks { lesson: Some(lesson), .. }) => (lesson.visit)(app, id),
                    (Screen::OwnView(id), Chunks { lesson: Some(lesson), .. }) => (lesson.own_view)(app, id),
                    (Screen::Compare(id), Chunks { talk: Some(talk), .. }) => (talk.compare)(app, app.text(), id),
                    (Screen::Data(route), Chunks { data: Some(data), .. }) => (data.page)(app, app.text(), route),
                    (Screen::Unknown, _) => view! { <NotFoundPage t=app.text() /> }.into_any(),
                    _ => view! { <NotLoadedPage t=app.text() /> }.into_any(),
                }}
            </main>
            <SnackBar app />
        </div>
    }
}

/// Changes the screen when the part of the program that it needs is there; until then the old one stays.
fn go_where_the_address_says(app: AppState) {
    let route = Route::parse(&browser::hash());
    let is_packed =
        matches!(route, Route::Visit(id, _) | Route::OwnView(id) if app.shelf().waits_for_codec(id));
    if app.chunks().have(Chunk::of(route)) && app.has_nothing_to_settle() && !is_packed {
        return app.route.set(route);
    }
    spawn_local(async move {
        join(chunks::load(app, Chunk::of(route)), settle(app, route)).await;
        // The user may have gone elsewhere meanwhile.
        if Route::parse(&browser::hash()) == route {
            app.route.set(route);
        }
    });
}

fn title(t: &Text, route: Route) -> String {
    let screen = match route {
        Route::Home | Route::NewVisit => t.home.title,
        Route::Visit(_, step) => t.step(step),
        Route::OwnView(_) => t.kind.self_assessment,
        Route::Compare(_) => t.compare.title,
        Route::Data => t.data.title,
        Route::Form => t.form.title,
        Route::Team => t.home.team,
        Route::Coverage => t.home.coverage,
        Route::Plan => t.home.plan,
        Route::Insight => t.home.insight,
        Route::Growth => t.home.growth,
        Route::Rubrics | Route::Draft(_) => t.home.rubrics,
        Route::Unknown => t.not_found.title,
    };
    format!("{screen} - {}", t.app_name)
}

/// Says that nothing can be kept, or that the last change was not, and what to do now.
#[component]
fn NotKeptNotice(app: AppState) -> impl IntoView {
    let blocked = app.not_kept();
    let trouble = Memo::new(move |_| {
        let t = app.text();
        match (app.kept(), &blocked) {
            (Kept::Failed(error), _) => Some((t.not_kept.title, t.store_error(&error))),
            (Kept::NotSafe, None) => Some((t.save.not_safe, t.store.no_journal.to_owned())),
            (_, Some(error)) => Some((t.not_kept.title, t.store_error(error))),
            (_, None) => None,
        }
    });
    move || {
        trouble.get().map(|(title, reason)| {
            let t = app.text();
            let export = match app.route.get() {
                Route::Visit(id, _) => Route::Visit(id, Step::Check),
                _ => Route::Data,
            };
            view! {
                <section class="notice" data-kind="error" role="alert">
                    <h2>{title}</h2>
                    <p>{reason}</p>
                    <div class="actions"><a class="btn" href=export.href()>{t.not_kept.export}</a></div>
                </section>
            }
        })
    }
}
