//! Eigen les: the teacher rates her own lesson, on her own device or on a tablet that was handed to her. Nothing of what the
//! observer filled in is here, and nothing leads to it.

use leptos::prelude::*;

use super::score::RubricForm;
use super::visit::{ReadStep, opened};
use crate::browser;
use crate::domain::{Edit, Observation, ObservationId, Step, Topic};
use crate::i18n::{OwnViewText, Text, own_view_text};
use crate::ui::parts::{BottomBar, UndoButton};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn OwnViewPage(app: AppState, id: ObservationId) -> impl IntoView {
    opened(app, id, |session| view! { <OwnView app session /> }.into_any())
}

#[component]
fn OwnView(app: AppState, session: Session) -> impl IntoView {
    let completed = Memo::new(move |_| session.read(&Topic::Status, Observation::is_completed));
    move || {
        session.read_times.track();
        let t = app.text();
        session.show(Step::Score);
        if completed.get() {
            view! { <GiveBack t session /> }.into_any()
        } else if app.is_writer.get() {
            view! { <OwnScores t session /> }.into_any()
        } else {
            view! { <ReadStep app t session step=Step::Score /> }.into_any()
        }
    }
}

/// The rubric, for the lesson that one gave oneself.
#[component]
fn OwnScores(t: &'static Text, session: Session) -> impl IntoView {
    let own: &'static OwnViewText = own_view_text(t.lang);
    let done = move |_| {
        session.tap(Edit::Complete);
        request_animation_frame(|| browser::focus("page-title"));
    };
    view! {
        <h1 id="page-title" tabindex="-1">{own.title}</h1>
        <p class="lead">{own.lead}</p>
        <RubricForm t session />
        <BottomBar>
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <button type="button" class="btn btn-primary" on:click=done>{own.done}</button>
        </BottomBar>
    }
}

/// It is filled in: the tablet goes back to the observer.
#[component]
fn GiveBack(t: &'static Text, session: Session) -> impl IntoView {
    let own: &'static OwnViewText = own_view_text(t.lang);
    let (progress, asked) =
        session.peek(|visit| (visit.progress(&session.rubric()), visit.visit.own_view_of));
    let back = asked.map_or(Route::Home, |asked| Route::Visit(asked, Step::Talk));
    let change = move |_| {
        session.tap(Edit::Reopen);
        request_animation_frame(|| browser::focus("page-title"));
    };
    view! {
        <h1 id="page-title" tabindex="-1">{own.give_back}</h1>
        <p class="lead">{t.scored(progress.scored, progress.of, progress.is_choice)} ". " {own.give_back_lead}</p>
        <BottomBar>
            <button type="button" class="btn writes" on:click=change>{own.change}</button>
            <a class="btn btn-primary" href=back.href()>{own.to_talk}</a>
        </BottomBar>
    }
}
