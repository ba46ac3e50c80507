//! What was agreed the last time, and what came of it. Shown where a visit is prepared, and in the talk.

use leptos::prelude::*;

use super::{nth, said};
use crate::browser;
use crate::domain::{AgreementId, Edit, FollowUp, FollowUpEdit, Outcome, TalkEdit, Topic};
use crate::i18n::Text;
use crate::ui::parts::{Segment, SegmentedChoice, Segments, TextField};
use crate::ui::session::Session;

/// The heading of the list.
const TITLE: &str = "follow-ups-title";

/// On a sheet of its own.
#[component]
pub fn FollowUpCard(t: &'static Text, session: Session) -> impl IntoView {
    let title = |text| view! { <h2 id=TITLE tabindex="-1">{text}</h2> }.into_any();
    view! { <FollowUpSection t session class="card" title /> }
}

/// As a part of a step of the talk.
#[component]
pub fn FollowUps(t: &'static Text, session: Session) -> impl IntoView {
    let title = |text| view! { <h3 id=TITLE tabindex="-1">{text}</h3> }.into_any();
    view! { <FollowUpSection t session class="talk-part" title /> }
}

/// Nothing if there is nothing to take up.
#[component]
fn FollowUpSection(
    t: &'static Text,
    session: Session,
    class: &'static str,
    title: fn(&'static str) -> AnyView,
) -> impl IntoView {
    let ids = ids(session);
    let is_there = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    move || {
        is_there.get().then(|| {
            view! {
                <section class=class aria-labelledby=TITLE>
                    {title(t.guide().follow_ups)}
                    <FollowUpList t session ids />
                </section>
            }
        })
    }
}

fn ids(session: Session) -> Memo<Vec<AgreementId>> {
    Memo::new(move |_| {
        session.read(&Topic::Talk, |visit| visit.talk.follow_ups.iter().map(|one| one.agreement.id).collect())
    })
}

#[component]
fn FollowUpList(t: &'static Text, session: Session, ids: Memo<Vec<AgreementId>>) -> impl IntoView {
    let segments = Outcome::ALL.map(|outcome| Segment {
        value: outcome.name(),
        label: t.outcome(outcome).to_owned(),
        detail: None,
    });
    let segments = StoredValue::new_local(Segments::new(segments));
    view! {
        <p class="hint">{t.guide().follow_ups_lead}</p>
        <ul class="points">
            <For each=move || ids.get() key=|id| *id let:id>
                <FollowUpRow t session id segments number=Signal::derive(move || ids.with(|ids| nth(ids, &id))) />
            </For>
        </ul>
    }
}

#[component]
fn FollowUpRow(
    t: &'static Text,
    session: Session,
    id: AgreementId,
    segments: StoredValue<Segments, LocalStorage>,
    number: Signal<usize>,
) -> impl IntoView {
    let find = move |list: &[FollowUp]| list.iter().find(|one| one.agreement.id == id).cloned();
    let Some(one) = session.peek(|visit| find(&visit.talk.follow_ups)) else { return ().into_any() };
    let agreed = t.agreed(&one);
    let change = move |edit| Edit::Talk(TalkEdit::FollowUp(edit));
    let chosen = Memo::new(move |_| {
        let outcome = session.read(&Topic::Talk, |visit| find(&visit.talk.follow_ups)?.outcome);
        outcome.map(Outcome::name)
    });
    let on_tap = Callback::new(move |tapped: &'static str| {
        let outcome = Outcome::ALL.into_iter().find(|outcome| outcome.name() == tapped);
        let is_on = chosen.get_untracked() == Some(tapped);
        session.tap(change(FollowUpEdit::Outcome(id, outcome.filter(|_| !is_on))));
    });
    let field = format!("follow-up-note-{id}");
    let note = said(session, field.clone(), move |visit| {
        find(&visit.talk.follow_ups).map(|one| one.note).unwrap_or_default()
    });
    let on_type = Callback::new(move |text| session.typed(change(FollowUpEdit::Note(id, text))));
    let remove = move |_| {
        session.tap(change(FollowUpEdit::Remove(id)));
        // With the last one the heading goes too.
        if session.peek(|visit| visit.talk.follow_ups.is_empty()) {
            browser::focus_in_place("page-title");
        } else {
            browser::focus(TITLE);
        }
    };
    view! {
        <li id=format!("follow-up-{id}") class="follow-up">
            <fieldset class="segmented">
                <legend>{one.agreement.what}" "<span class="count">{agreed}</span></legend>
                <SegmentedChoice name=format!("outcome-{id}") segments=segments.get_value() chosen on_tap />
            </fieldset>
            <div class="point">
                <TextField id=field label=t.may_stay_empty(t.guide().note) initial=note on_type />
                <button type="button" class="btn btn-quiet" on:click=remove
                    aria-label=move || t.remove_nth(t.guide().follow_up, number.get())>{t.remove}</button>
            </div>
        </li>
    }
    .into_any()
}
