//! The end of the talk: the answer to the teacher's own question, and whether all is written down right.

use leptos::prelude::*;

use super::Told;
use crate::browser;
use crate::domain::{Confirmed, Edit, Observation, Participant, TalkEdit, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;

/// The answer, where there is a question.
#[component]
pub fn Answer(t: &'static Text, session: Session) -> impl IntoView {
    let is_asked =
        session.peek(|visit| !visit.visit.focus.trim().is_empty() || !visit.talk.answer.is_empty());
    is_asked.then(|| {
        view! {
            <Told session id="answer" label=t.guide().answer read=|visit| &visit.talk.answer edit=TalkEdit::Answer />
        }
    })
}

/// Whether the teacher agrees that this visit shows in her growth, where it can.
#[component]
pub fn InGrowth(t: &'static Text, session: Session) -> impl IntoView {
    let since = Memo::new(move |_| session.read(&Topic::Talk, |visit| visit.talk.in_growth));
    let tap = move |ev| {
        let at = event_target_checked(&ev).then(browser::now);
        session.tap(Edit::Talk(TalkEdit::InGrowth(at)));
    };
    session.peek(Observation::can_show_growth).then(|| {
        view! {
            <div class="talk-part">
                <label class="check">
                    <input id="in-growth" type="checkbox" aria-describedby="in-growth-hint"
                        prop:checked=move || since.get().is_some() on:change=tap />
                    <span>
                        {t.guide().in_growth}
                        <span class="count">{move || since.get().map(|at| format!(" {}", t.moment(at)))}</span>
                    </span>
                </label>
                <p class="hint" id="in-growth-hint">{t.guide().in_growth_hint}</p>
            </div>
        }
    })
}

/// The element with which one of both confirms.
pub fn confirm_id(participant: Participant) -> &'static str {
    match participant {
        Participant::Teacher => "confirm-teacher",
        Participant::Observer => "confirm-observer",
    }
}

/// Two boxes, one for each of both.
#[component]
pub fn Confirmation(t: &'static Text, session: Session) -> impl IntoView {
    let g = t.guide();
    let confirmed = Memo::new(move |_| session.read(&Topic::Talk, |visit| visit.talk.confirmed));
    // Whether a change of the talk has taken the ticks away, and not who had set them.
    let is_undone = RwSignal::new(false);
    Effect::new(move |before: Option<(Confirmed, u64)>| {
        let now = session.read(&Topic::Talk, |visit| (visit.talk.confirmed, visit.talk.words()));
        let is_gone = now.0 == Confirmed::default();
        if !is_gone {
            is_undone.set(false);
        } else if before.is_some_and(|(ticks, words)| ticks != now.0 && words != now.1) {
            is_undone.set(true);
        }
        now
    });
    let boxes = Participant::ALL.map(|who| {
        let since = Memo::new(move |_| confirmed.with(|confirmed| confirmed.by(who)));
        let tap = move |ev| {
            let at = event_target_checked(&ev).then(browser::now);
            session.tap(Edit::Talk(TalkEdit::Confirm(who, at)));
        };
        view! {
            <label class="check">
                <input id=confirm_id(who) type="checkbox" prop:checked=move || since.get().is_some() on:change=tap />
                <span>
                    {t.right(who)}
                    <span class="count">{move || since.get().map(|at| format!(" {}", t.moment(at)))}</span>
                </span>
            </label>
        }
    });
    view! {
        <div class="talk-part" role="group" aria-labelledby="confirm-title">
            <h3 id="confirm-title">{g.confirm}</h3>
            <p class="hint">{g.confirm_lead}</p>
            <div class="talk-confirm">{boxes}</div>
            <p class="talk-undone" role="status">{move || is_undone.get().then_some(g.not_right_any_more)}</p>
        </div>
    }
}
