//! One visit: opens the record and shows one of its steps.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::not_found::{NotFoundPage, NotLoadedPage};
use super::prepare::PreparePage;
use super::score::ScorePage;
use crate::browser;
use crate::domain::{Observation, ObservationId, Step, Topic};
use crate::i18n::Text;
use crate::store::{Key, StoreError, write_rescue};
use crate::ui::chunks::{self, Chunk, Chunks};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn VisitPage(app: AppState, id: ObservationId) -> impl IntoView {
    opened(app, id, |session| {
        if session.peek(|visit| app.waits_for_both(visit)) {
            // Hers until then: her own screen says so.
            browser::replace_hash(&Route::OwnView(id).to_string());
            return ().into_any();
        }
        view! { <Steps app session /> }.into_any()
    })
}

/// A visit on this screen, or why it cannot be opened.
pub(super) fn opened(app: AppState, id: ObservationId, screen: impl FnOnce(Session) -> AnyView) -> AnyView {
    match app.shelf().load(id) {
        Ok(Some(visit)) => screen(session(app, visit)),
        Err(newer @ StoreError::Newer { .. }) => match app.read_newer(id, newer.clone()) {
            Some(visit) => {
                let screen = screen(session(app, visit));
                view! { <Newer app id is_read=true /> {screen} }.into_any()
            }
            None => view! {
                <Newer app id is_read=false />
                {move || view! { <UnreadablePage t=app.text() error=newer.clone() /> }}
            }
            .into_any(),
        },
        Ok(None) => (move || view! { <NotFoundPage t=app.text() /> }).into_any(),
        Err(error) => (move || view! { <UnreadablePage t=app.text() error=error.clone() /> }).into_any(),
    }
}

/// An open visit; a tab that only reads shows what the other one writes.
fn session(app: AppState, visit: Observation) -> Session {
    let session = Session::open(app, visit);
    Effect::new(move |_| {
        app.visits_changed.track();
        if !app.is_writer.get() {
            session.read_anew();
        }
    });
    session
}

/// Says that a later version of the app wrote this visit, and hands it out whole, in a file that the import reads.
#[component]
fn Newer(app: AppState, id: ObservationId, is_read: bool) -> impl IntoView {
    let download = move |_| {
        let key = Key::Observation(id).to_string();
        if let Ok(Some(raw)) = app.shelf().raw(id) {
            let _ = browser::download(&format!("lesbezoek-{id}.json"), &write_rescue(&key, &raw));
        }
    };
    move || {
        let t = app.text();
        view! {
            <section class="notice no-print" data-kind="warn">
                {is_read.then(|| view! { <p>{t.other_tab.newer_visit}</p> })}
                <div class="actions">
                    <button type="button" class="btn" on:click=download>{t.other_tab.newer_raw}</button>
                </div>
            </section>
        }
    }
}

#[component]
fn UnreadablePage(t: &'static Text, error: StoreError) -> impl IntoView {
    view! {
        <h1 id="page-title" tabindex="-1">{t.home.unreadable}</h1>
        <p class="lead">{t.store_error(&error)}</p>
        <div class="actions"><a class="btn btn-primary" href=Route::Data.href()>{t.not_kept.export}</a></div>
    }
}

/// The row of steps and the one that is open. The visit stays open from step to step.
#[component]
fn Steps(app: AppState, session: Session) -> impl IntoView {
    let step = Memo::new(move |_| match app.route.get() {
        Route::Visit(_, step) => step,
        _ => Step::Prepare,
    });
    let completed = Memo::new(move |_| session.read(&Topic::Status, |visit| visit.is_completed()));
    view! {
        <StepNav app session step />
        {move || {
            session.read_times.track();
            let t = app.text();
            let step = step.get();
            // Here, when the screen before is gone with all that it had to finish.
            session.show(step);
            // A closed visit is for reading, and so is any in a tab that does not write.
            // Controle shows both states itself, so that completing a visit draws it not anew.
            if step != Step::Check && (completed.get() || !app.is_writer.get()) {
                return view! { <ReadStep app t session step /> }.into_any();
            }
            match step {
                Step::Prepare => view! { <PreparePage app t session /> }.into_any(),
                Step::Score => view! { <ScorePage t session /> }.into_any(),
                Step::Watch | Step::Talk | Step::Check => match (step, app.chunks()) {
                    (Step::Watch, Chunks { watch: Some(screen), .. }) => screen(app, t, session),
                    (Step::Talk, Chunks { talk: Some(screens), .. }) => (screens.talk)(app, t, session),
                    (Step::Check, Chunks { talk: Some(screens), .. }) => (screens.check)(app, t, session),
                    _ => view! { <NotLoadedPage t /> }.into_any(),
                },
            }
        }}
    }
}

#[component]
fn StepNav(app: AppState, session: Session, step: Memo<Step>) -> impl IntoView {
    let id = session.id();
    let link = move |to: Step| {
        view! {
            <li>
                <a href=Route::Visit(id, to).href() aria-current=move || (step.get() == to).then_some("step")>
                    {move || app.text().step(to)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="steps" aria-label=move || app.text().steps>
            <ol>{Step::ALL.map(link)}</ol>
        </nav>
    }
}

/// A step to read. What shows it may have to be fetched first: the lesson does not need it.
#[component]
pub(super) fn ReadStep(app: AppState, t: &'static Text, session: Session, step: Step) -> impl IntoView {
    let screens = RwSignal::new(app.chunks().talk);
    let is_loading = RwSignal::new(app.chunks().talk.is_none());
    if is_loading.get_untracked() {
        spawn_local(async move {
            chunks::load(app, &[Chunk::Talk]).await;
            // The user may have gone elsewhere meanwhile.
            screens.try_set(app.chunks().talk);
            is_loading.try_set(false);
        });
    }
    move || match screens.get() {
        Some(screens) => (screens.read)(app, t, session, step),
        None if is_loading.get() => {
            view! { <h1 id="page-title" tabindex="-1">{t.step(step)}</h1> }.into_any()
        }
        None => view! { <NotLoadedPage t /> }.into_any(),
    }
}
