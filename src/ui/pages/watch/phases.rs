//! The phases of the lesson in a row: a tap starts one and ends the one before.

use leptos::prelude::*;

use crate::browser;
use crate::domain::{Edit, LessonEdit, Moment, Phase, PhaseStart, Topic};
use crate::i18n::Text;
use crate::ui::session::Session;

/// All phases with the minutes that each took so far.
#[component]
pub fn PhaseStrip(t: &'static Text, session: Session, now: RwSignal<Moment>) -> impl IntoView {
    let mut names: Vec<_> = Phase::ALL.iter().map(|phase| phase.name().to_owned()).collect();
    // What a later version of the app brought goes on as well.
    session.peek(|visit| {
        for start in &visit.phases {
            if !names.contains(&start.phase) {
                names.push(start.phase.clone());
            }
        }
    });
    let phases = names.into_iter().map(|name| view! { <PhaseButton t session now name /> }).collect_view();
    view! { <div class="phases" role="group" aria-label=t.lesson().phases>{phases}</div> }
}

#[component]
fn PhaseButton(t: &'static Text, session: Session, now: RwSignal<Moment>, name: String) -> impl IntoView {
    let label = t.phase_name(&name).to_owned();
    let phase = StoredValue::new(name);
    let is_now = Memo::new(move |_| {
        let is_over = session.read(&Topic::Visit, |visit| visit.visit.ended_at.is_some());
        !is_over
            && session.read(&Topic::Phases, |visit| {
                phase.with_value(|name| visit.phase_now() == Some(name.as_str()))
            })
    });
    // Nothing is said of a phase that was not started, also not that it took no time.
    let minutes = Memo::new(move |_| {
        session.read(&Topic::Visit, |_| ());
        session.read(&Topic::Phases, |visit| {
            phase.with_value(|name| {
                let was_started = visit.phases.iter().any(|start| start.phase == *name);
                was_started.then(|| visit.time_in(name, now.get()).num_minutes())
            })
        })
    });
    let start = move |_| {
        if !is_now.get_untracked() {
            let start = PhaseStart { phase: phase.get_value(), at: browser::now() };
            // The first phase begins the lesson. Undo takes back the phase, then the start: the day may be another one by it.
            if session.peek(|visit| visit.visit.started_at.is_none()) {
                session.tap(Edit::Visit(session.peek(|visit| visit.visit.starts(start.at))));
            }
            session.tap(Edit::Lesson(LessonEdit::InsertPhase(usize::MAX, start)));
        }
    };
    view! {
        <button type="button" class="btn phase" aria-pressed=move || if is_now.get() { "true" } else { "false" }
            on:mousedown=|ev| ev.prevent_default() on:click=start>
            <span>{label}</span>
            " "
            <span class="phase-minutes">{move || minutes.get().map(t.lesson().minutes)}</span>
        </button>
    }
}
