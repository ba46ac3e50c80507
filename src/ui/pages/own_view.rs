//! Eigen les: the teacher rates her own lesson, on her own device or on a tablet that was handed to her. Nothing of what the
//! observer filled in is here, and nothing leads to it.

use leptos::prelude::*;

use super::not_found::NotFoundPage;
use super::score::RubricForm;
use super::visit::{ReadStep, opened};
use crate::browser;
use crate::domain::{Edit, Observation, ObservationId, Step, Topic, VisitKind};
use crate::i18n::{OwnViewText, Text, own_view_text};
use crate::ui::parts::{BottomBar, UndoButton};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;

#[component]
pub fn OwnViewPage(app: AppState, id: ObservationId) -> impl IntoView {
    opened(app, id, |session| {
        // Of no other visit: the address may be one that was changed by hand.
        if session.peek(|visit| visit.visit.kind == VisitKind::SelfAssessment) {
            view! { <OwnView app session /> }.into_any()
        } else {
            (move || view! { <NotFoundPage t=app.text() /> }).into_any()
        }
    })
}

#[component]
fn OwnView(app: AppState, session: Session) -> impl IntoView {
    let completed = Memo::new(move |_| session.read(&Topic::Status, Observation::is_completed));
    // Whoever comes here by the list may be the observer. On a device of her own there is none.
    let is_here = session.peek(|visit| app.asked_here(&visit.visit).is_some());
    let in_hands = RwSignal::new(!is_here || app.settings().handed_over == Some(session.id()));
    on_cleanup(move || {
        if app.in_the_teachers_hands().is_none() {
            app.hand_over(None);
        }
    });
    move || {
        session.read_times.track();
        let t = app.text();
        session.show(Step::Score);
        if completed.get() {
            view! { <GiveBack app t session in_hands /> }.into_any()
        } else if !in_hands.get() {
            view! { <NotHandedOver app t session in_hands /> }.into_any()
        } else if app.is_writer.get() {
            view! { <OwnScores t session /> }.into_any()
        } else {
            view! { <ReadStep app t session step=Step::Score /> }.into_any()
        }
    }
}

/// She was asked, and did not give it back; but nobody handed her the tablet now.
#[component]
fn NotHandedOver(
    app: AppState,
    t: &'static Text,
    session: Session,
    in_hands: RwSignal<bool>,
) -> impl IntoView {
    let own: &'static OwnViewText = own_view_text(t.lang);
    let asked = session.peek(|visit| visit.visit.own_view_of);
    let go_on = if session.peek(|visit| visit.ratings.is_empty()) { own.hand_over } else { own.go_on };
    // Once both looked at the scores, they are hidden first: in the talk.
    let seen = asked.and_then(|asked| app.shelf().load(asked).ok().flatten());
    let is_shown = seen.is_some_and(|seen| seen.talk.scores_shown.is_some());
    let hand_over = move |_| {
        app.hand_over(Some(session.id()));
        in_hands.set(true);
        request_animation_frame(|| browser::focus("page-title"));
    };
    view! {
        <h1 id="page-title" tabindex="-1">{own.ask}</h1>
        <p class="lead">{own.ask_lead}</p>
        <BottomBar>
            {(!is_shown).then(|| view! {
                <button type="button" class="btn writes" on:click=hand_over>{go_on}</button>
            })}
            {asked.map(|asked| view! {
                <a class="btn btn-primary" href=Route::Visit(asked, Step::Talk).href()>{own.to_talk}</a>
            })}
        </BottomBar>
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
fn GiveBack(app: AppState, t: &'static Text, session: Session, in_hands: RwSignal<bool>) -> impl IntoView {
    let own: &'static OwnViewText = own_view_text(t.lang);
    let (progress, is_here) =
        session.peek(|visit| (visit.progress(&session.rubric()), app.asked_here(&visit.visit)));
    // On a device of her own there is no visit of the observer: there it goes back as a file.
    let (back, back_text) = match is_here {
        Some(asked) => (Route::Visit(asked, Step::Talk), own.to_talk),
        None => (Route::Visit(session.id(), Step::Check), own.to_export),
    };
    let [title, lead] = if is_here.is_some() {
        [own.give_back, own.give_back_lead]
    } else {
        [own.send_back, own.send_back_lead]
    };
    let change = move |_| {
        session.tap(Edit::Reopen);
        request_animation_frame(|| browser::focus("page-title"));
    };
    view! {
        <h1 id="page-title" tabindex="-1">{title}</h1>
        <p class="lead">{t.scored(progress.scored, progress.of, progress.is_choice)} ". " {lead}</p>
        <BottomBar>
            {in_hands.get().then(|| view! {
                <button type="button" class="btn writes" on:click=change>{own.change}</button>
            })}
            <a class="btn btn-primary" href=back.href()>{back_text}</a>
        </BottomBar>
    }
}
