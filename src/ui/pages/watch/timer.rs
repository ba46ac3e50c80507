//! The time of the lesson.

use std::time::Duration;

use leptos::prelude::*;

use super::clock_field::ClockField;
use crate::browser;
use crate::domain::{Edit, Moment, Topic, VisitEdit};
use crate::i18n::Text;
use crate::ui::session::Session;

/// The time now, anew each second as long as the screen is there.
pub fn ticking() -> RwSignal<Moment> {
    let now = RwSignal::new(browser::now());
    if let Ok(tick) = set_interval_with_handle(move || now.set(browser::now()), Duration::from_secs(1)) {
        on_cleanup(move || tick.clear());
    }
    now
}

/// Start, running time, end.
#[component]
pub fn LessonTimer(t: &'static Text, session: Session, now: RwSignal<Moment>) -> impl IntoView {
    let started = Memo::new(move |_| session.read(&Topic::Visit, |o| o.visit.started_at));
    let ended = Memo::new(move |_| session.read(&Topic::Visit, |o| o.visit.ended_at));
    let set = move |edit: VisitEdit| session.tap(Edit::Visit(edit));
    let is_started = Memo::new(move |_| started.get().is_some());
    let is_ended = Memo::new(move |_| is_started.get() && ended.get().is_some());
    let start = Signal::derive(move || started.get().unwrap_or_else(browser::now));
    let end = Signal::derive(move || ended.get().unwrap_or_else(browser::now));
    let running = Memo::new(move |_| {
        started.get().map(|start| elapsed(start, ended.get().unwrap_or_else(|| now.get())))
    });
    view! {
        <div id="timer" class="timer" role="group" aria-label=t.watch().timer>
            <span class="timer-time">{move || running.get().unwrap_or_else(|| "0:00".to_owned())}</span>
            <span class="timer-span">
                // Set afterwards too: who forgot the button, or watched with paper.
                {move || is_started.get().then(|| view! {
                    <span>{move || (!is_ended.get()).then_some(t.watch().started_at)}</span>
                    <ClockField t session at=start name=t.watch().change_start id="lesson-start".to_owned()
                        on_set=Callback::new(move |at| set(VisitEdit::StartedAt(Some(at)))) />
                })}
                {move || is_ended.get().then(|| view! {
                    <span>"–"</span>
                    <ClockField t session at=end name=t.watch().change_end id="lesson-end".to_owned()
                        on_set=Callback::new(move |at| set(VisitEdit::EndedAt(Some(at)))) />
                })}
            </span>
            {move || match (started.get(), ended.get()) {
                (None, _) => view! {
                    <button type="button" class="btn btn-primary"
                        on:click=move |_| set(session.peek(|o| o.visit.starts(browser::now())))>{t.watch().start}</button>
                }.into_any(),
                (Some(_), None) => view! {
                    <button type="button" class="btn"
                        on:click=move |_| set(VisitEdit::EndedAt(Some(browser::now())))>{t.watch().end}</button>
                }.into_any(),
                (Some(_), Some(_)) => view! {
                    <button type="button" class="btn"
                        on:click=move |_| set(VisitEdit::EndedAt(None))>{t.watch().go_on}</button>
                }.into_any(),
            }}
        </div>
    }
}

/// Minutes and seconds between two moments; a clock that was set back gives zero.
fn elapsed(start: Moment, end: Moment) -> String {
    let seconds = (end - start).num_seconds().max(0);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
