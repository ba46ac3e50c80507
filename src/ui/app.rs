//! The app as a whole: which screen is shown.

use futures::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::chunks::{Chunk, Chunks};
use super::mended::{MendedNotice, OpenedAgainNotice};
use super::other_tab::{ReaderNotice, share_with_other_tabs};
use super::pages::{NotFoundPage, NotLoadedPage};
use super::parts::SnackBar;
use super::places::arrive_where_it_was_meant;
use super::route::Route;
use super::start::{load, settle};
use super::state::AppState;
use super::topbar::TopBar;
use crate::browser;
use crate::domain::{ObservationId, Step};
use crate::i18n::Text;
use crate::store::Kept;

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
    /// One of the screens about the whole school.
    School(Route),
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
            Route::Data | Route::Access | Route::Form => Self::Data(route),
            Route::Team
            | Route::Coverage
            | Route::Plan
            | Route::Goal(_)
            | Route::Insight
            | Route::Growth
            | Route::Rubrics
            | Route::Draft(_) => Self::School(route),
            Route::Unknown => Self::Unknown,
        }
    }
}

#[component]
pub(super) fn Root(app: AppState) -> impl IntoView {
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

    let is_own_view = Memo::new(move |_| app.route.get().is_own_view());
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
                // There before what comes to stand in it: else that is not read out.
                <div class="notices" role="status" aria-atomic="false">
                    <ReaderNotice app />
                    <OpenedAgainNotice app />
                    // It names visits and leads to them, which is nothing for whom the tablet was handed to.
                    {move || (!is_own_view.get()).then(|| view! { <MendedNotice app /> })}
                </div>
                {move || match (screen.get(), app.chunks()) {
                    (Screen::Home, Chunks { home: Some(home), .. }) => home(app, app.text()),
                    (Screen::Beginning, _) => ().into_any(),
                    (Screen::Visit(id), Chunks { lesson: Some(lesson), .. }) => (lesson.visit)(app, id),
                    (Screen::OwnView(id), Chunks { lesson: Some(lesson), .. }) => (lesson.own_view)(app, id),
                    (Screen::Compare(id), Chunks { talk: Some(talk), .. }) => (talk.compare)(app, app.text(), id),
                    (Screen::Data(route), Chunks { data: Some(data), .. }) => (data.page)(app, app.text(), route),
                    (Screen::School(route), Chunks { school: Some(page), .. }) => page(app, app.text(), route),
                    (Screen::Unknown, _) => view! { <NotFoundPage t=app.text() /> }.into_any(),
                    _ => view! { <NotLoadedPage t=app.text() /> }.into_any(),
                }}
            </main>
            <SnackBar app />
        </div>
    }
}

/// Changes the screen when the part of the program that it needs is there; until then the old one stays.
pub(super) fn go_where_the_address_says(app: AppState) {
    let route = Route::parse(&browser::hash());
    if let Some(stays) = app.in_the_teachers_hands().filter(|stays| *stays != route) {
        return browser::set_hash(&stays.to_string());
    }
    let is_packed =
        matches!(route, Route::Visit(id, _) | Route::OwnView(id) if app.shelf().waits_for_codec(id));
    if app.chunks().have(Chunk::of(route)) && app.has_nothing_to_settle() && !is_packed {
        return app.route.set(route);
    }
    spawn_local(async move {
        join(load(app, Chunk::of(route)), settle(app, route)).await;
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
        Route::Compare(_) => t.compare().title,
        Route::Data | Route::Access => t.data().title,
        Route::Form => t.form().title,
        Route::Team => t.home.team,
        Route::Coverage => t.home.coverage,
        Route::Plan | Route::Goal(_) => t.home.plan,
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
                Route::Visit(id, _) => Some(Route::Visit(id, Step::Check)),
                other => (!other.is_own_view()).then_some(Route::Data),
            };
            view! {
                <section class="notice" data-kind="error" role="alert">
                    <h2>{title}</h2>
                    <p>{reason}</p>
                    {export.map(|export| view! {
                        <div class="actions"><a class="btn" href=export.href()>{t.not_kept.export}</a></div>
                    })}
                </section>
            }
        })
    }
}
