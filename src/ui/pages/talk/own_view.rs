//! The teacher's own scores of the lesson: asked for here, and beside those of the observer once both want to see them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::{Edit, Observation, ObservationId, TalkEdit, VisitKind};
use crate::exchange::Purpose;
use crate::i18n::{OwnViewText, Text, own_view_text};
use crate::insight::Comparison;
use crate::store::{SaveStatus, Summary};
use crate::ui::pages::compare::SideTables;
use crate::ui::parts::ExportPanel;
use crate::ui::route::Route;
use crate::ui::search::visits_where;
use crate::ui::session::Session;
use crate::ui::state::AppState;

/// What was found of the teacher's own view of a lesson: nothing yet, that there is none, or the view.
pub type Found = RwSignal<Option<Option<Summary>>>;

/// The view that was found.
fn view_of(found: Found) -> Option<Summary> {
    found.get().flatten()
}

/// The teacher's own view of this lesson. Looked for when the screen opens and when visits came.
pub fn own_view(app: AppState, session: Session) -> Found {
    let found = RwSignal::new(None);
    let (id, visit) = session.peek(|visit| (visit.id, app.shelf().named(visit.visit.clone())));
    Effect::new(move |_| {
        app.visits_changed.track();
        let visit = visit.clone();
        spawn_local(async move {
            let may_be = |one: &Summary| one.visit.kind == VisitKind::SelfAssessment;
            let views = visits_where(app, may_be, |one| one.visit.is_own_view_of(id, &visit)).await;
            // What was asked for here goes before what was made for the same day, and what was filled in before what was not.
            let scored = |one: &Summary| one.count(|rubric| app.indicators(rubric)).scored > 0;
            let view =
                views.into_iter().max_by_key(|one| (one.visit.own_view_of.is_some(), scored(one), one.id));
            // The screen may be gone.
            found.try_set(Some(view));
        });
    });
    found
}

/// Asks the teacher to score the lesson too. Nothing on a visit that is such a view itself.
#[component]
pub fn AskOwnView(app: AppState, t: &'static Text, session: Session, found: Found) -> impl IntoView {
    let is_own = session.peek(|visit| visit.visit.kind == VisitKind::SelfAssessment);
    (!is_own).then(|| view! { <AskCard app t session found /> })
}

#[component]
fn AskCard(app: AppState, t: &'static Text, session: Session, found: Found) -> impl IntoView {
    let own: &'static OwnViewText = own_view_text(t.lang);
    let id = Memo::new(move |_| view_of(found).map(|one| one.id));
    // Before all visits were looked through, another one would be made beside it.
    let is_known = Memo::new(move |_| found.with(Option::is_some));
    // A file would show what she answered here: then she goes on here.
    let is_begun = Memo::new(move |_| view_of(found).is_some_and(|one| one.has_notes));
    let file_for = RwSignal::new(None::<ObservationId>);
    let hand_over = move |_| {
        if !is_known.get_untracked() {
            return;
        }
        // Whoever holds the tablet now is one tap away from what was shown.
        if session.peek(|visit| visit.talk.scores_shown.is_some()) {
            session.tap(Edit::Talk(TalkEdit::ShowScores(None)));
        }
        if let Some(id) = id.get_untracked().or_else(|| begin(app, session)) {
            app.hand_over(Some(id));
            browser::set_hash(&Route::OwnView(id).to_string());
        }
    };
    let make_file = move |_| {
        if !is_known.get_untracked() {
            return;
        }
        let shown = file_for.get_untracked().is_none();
        file_for.set(if shown { id.get_untracked().or_else(|| begin(app, session)) } else { None });
    };
    view! {
        <div id="own-view" class="talk-part" role="group" aria-labelledby="own-view-title">
            <h3 id="own-view-title">{t.may_stay_empty(own.ask)}</h3>
            <p class="hint">{own.ask_lead}</p>
            {move || view_of(found).map(|one| view! { <p>{how_far(app, t, &one)}</p> })}
            <div class="actions">
                <button type="button" class="btn writes" on:click=hand_over>
                    {move || if is_begun.get() { own.go_on } else { own.hand_over }}
                </button>
                {move || (!is_begun.get()).then(|| view! {
                    <button type="button" class="btn btn-quiet writes" on:click=make_file
                        aria-expanded=move || if file_for.get().is_some() { "true" } else { "false" }>{own.file}</button>
                })}
            </div>
            {move || file_for.get().filter(|_| !is_begun.get()).map(|id| view! {
                <p>{own.file_lead}</p>
                <ExportPanel app t purpose=Purpose::Coaching chosen=Callback::new(move |()| vec![id]) />
            })}
        </div>
    }
}

/// "18 van 25 gescoord, nog niet klaar": no score, only how many.
fn how_far(app: AppState, t: &'static Text, one: &Summary) -> String {
    let own = own_view_text(t.lang);
    let count = one.count(|rubric| app.indicators(rubric));
    let state = if one.is_completed { own.is_done } else { own.still_open };
    format!("{}, {state}.", t.scored(count.scored, count.of, count.is_choice))
}

/// Makes a view for the teacher to fill in, and keeps it.
fn begin(app: AppState, session: Session) -> Option<ObservationId> {
    let view = session.peek(|visit| visit.own_view(ObservationId(browser::new_uuid()), browser::now()));
    match app.keep_begun(&view) {
        Ok(id) => {
            app.tell_visits_changed();
            Some(id)
        }
        Err(error) => {
            app.save.set(SaveStatus::Failed(error));
            None
        }
    }
}

/// The teacher's own answers, where both want to see the scores.
pub fn own_answers(app: AppState, session: Session, found: Found) -> Option<Observation> {
    let own = app.shelf().load(view_of(found)?.id).ok().flatten()?;
    // Only a score of the same rubric means the same.
    let is_shown =
        |visit: &Observation| own.rubric.id == visit.rubric.id && !visit.waits_to_be_shown_with(&own);
    session.peek(is_shown).then_some(own)
}

/// The answers of both, what differs first.
#[component]
pub fn Beside(
    app: AppState,
    t: &'static Text,
    session: Session,
    found: Found,
    /// Puts the heading and the tables into a section such as those around it.
    section: fn(&'static str, AnyView) -> AnyView,
) -> impl IntoView {
    move || {
        let own = own_answers(app, session, found)?;
        let first = session.peek(|visit| app.with_names(visit));
        let rubric = session.rubric();
        let comparison = Comparison::of(&rubric, &first, &own);
        let tables = view! { <SideTables t rubric=&rubric first=&first second=&own comparison /> };
        Some(section(own_view_text(t.lang).beside, tables.into_any()))
    }
}
