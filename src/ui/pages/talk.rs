//! Gesprek: a guide in four steps, all on one page. The teacher's own view first, then what was seen, what it means, and
//! what next. No score is in sight until both want it.

mod agreements;
mod around;
mod closing;
mod follow_ups;
mod look_back;
mod own_view;
mod points;
mod scores;

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Edit, Observation, PointList, Step, TalkEdit, Topic};
use crate::i18n::Text;
use crate::ui::parts::{BottomBar, TeamNames, TextArea, UndoButton};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::state::AppState;
use agreements::Agreements;
use around::AroundLesson;
pub use closing::confirm_id;
use closing::{Answer, Confirmation, InGrowth};
pub use follow_ups::FollowUpCard;
use follow_ups::FollowUps;
pub use look_back::look_back;
use own_view::AskOwnView;
pub use own_view::{Beside, Found, own_answers, own_view};
use points::Points;
use scores::Scores;

/// The headings of the four steps.
const TITLES: [&str; 4] = ["talk-teacher", "talk-seen", "talk-meaning", "talk-next"];

#[component]
pub fn TalkPage(app: AppState, t: &'static Text, session: Session) -> impl IntoView {
    look_back(app, session.id(), false);
    let found = own_view(app, session);
    let g = t.guide();
    let [teacher, seen, meaning, next] = TITLES;
    view! {
        <h1 id="page-title" tabindex="-1">{t.step(Step::Talk)}</h1>
        <p class="lead">{t.talk().lead}</p>
        <TalkNav t session />
        <section class="card talk-step" aria-labelledby=teacher>
            <h2 id=teacher tabindex="-1">{g.teacher}</h2>
            <FocusQuestion t session />
            <Told session id="teacher-view" label=t.talk().teacher_view hint=t.talk().teacher_view_hint
                read=|visit| &visit.talk.teacher_view edit=TalkEdit::TeacherView />
            <AskOwnView app t session found />
            <FollowUps t session />
            <AroundLesson t session />
        </section>
        <section class="card talk-step" aria-labelledby=seen>
            <h2 id=seen tabindex="-1">{g.seen}</h2>
            <Told session id="observer-view" label=t.talk().observer_view hint=t.talk().observer_view_hint
                read=|visit| &visit.talk.observer_view edit=TalkEdit::ObserverView />
            <Scores app t session found />
        </section>
        <section class="card talk-step" aria-labelledby=meaning>
            <h2 id=meaning tabindex="-1">{g.meaning}</h2>
            <Points t session list=PointList::Strengths />
            <Points t session list=PointList::GrowthPoints />
        </section>
        <section class="card talk-step" aria-labelledby=next>
            <h2 id=next tabindex="-1">{g.next}</h2>
            <Agreements t session />
            <FocusQuestion t session />
            <Answer t session />
            <Confirmation t session />
            <InGrowth t session />
        </section>
        <TeamNames names=app.shelf().names() />
        <BottomBar>
            <UndoButton label=t.undo can_undo=session.can_undo on_undo=Callback::new(move |()| session.undo()) />
            <a class="btn btn-primary" href=Route::Visit(session.id(), Step::Check).href()>{t.talk().next}</a>
        </BottomBar>
    }
}

/// Leads to each of the four steps; always in sight.
#[component]
fn TalkNav(t: &'static Text, session: Session) -> impl IntoView {
    let g = t.guide();
    let talk = Route::Visit(session.id(), Step::Talk);
    let names = [g.teacher_short, g.seen_short, g.meaning_short, g.next_short];
    let links = names.into_iter().zip(TITLES).map(|(name, title)| {
        let go = move |ev: leptos::ev::MouseEvent| {
            // The address may name this step already: then the link alone would do nothing.
            ev.prevent_default();
            browser::go_to_top(title);
        };
        view! { <li><a href=talk.href_to(title) on:click=go>{name}</a></li> }
    });
    view! { <nav class="talk-steps" aria-label=g.steps><ol>{links.collect_view()}</ol></nav> }
}

/// The teacher's own question, if there is one: it opens the talk and closes it.
#[component]
fn FocusQuestion(t: &'static Text, session: Session) -> impl IntoView {
    let focus = session.peek(|visit| visit.visit.focus.clone());
    (!focus.trim().is_empty()).then(|| {
        view! { <div class="focus-question"><h3>{t.prepare().focus}</h3><p>{focus}</p></div> }
    })
}

/// A field for what one of both says.
#[component]
fn Told(
    session: Session,
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    read: fn(&Observation) -> &String,
    edit: fn(String) -> TalkEdit,
) -> impl IntoView {
    let initial = said(session, id.to_owned(), move |visit| read(visit).clone());
    let on_type = Callback::new(move |text| session.typed(Edit::Talk(edit(text))));
    view! { <TextArea id label hint initial on_type /> }
}

/// What stands in the field `id` of the talk. It shows by itself what is typed; only undo writes into it.
fn said(session: Session, id: String, read: impl Fn(&Observation) -> String + 'static) -> String {
    let initial = session.peek(&read);
    Effect::new(move |_| browser::write_in_field(&id, &session.read(&Topic::Talk, &read)));
    initial
}

/// The place of `id` in its list, counted from 1: what tells one row from another to who does not see them.
fn nth<T: PartialEq>(ids: &[T], id: &T) -> usize {
    ids.iter().position(|one| one == id).map_or(0, |index| index + 1)
}
