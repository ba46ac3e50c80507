//! The two lists that the team fills in together; what is missing can become a goal.

use leptos::prelude::*;

use super::goals::add_goal;
use crate::domain::{CheckAnswer, CheckPoint, GoalId, PlanEdit};
use crate::i18n::PlanText;
use crate::ui::parts::{Segment, SegmentedChoice, Segments, TextField};
use crate::ui::plan_session::PlanSession;

#[component]
pub fn Checks(
    words: &'static PlanText,
    session: PlanSession,
    opened: RwSignal<Option<GoalId>>,
) -> impl IntoView {
    let w = &words.check;
    let answers = Segments::new(CheckAnswer::ALL.iter().map(|answer| Segment {
        value: answer.name(),
        label: words.answer(*answer).to_owned(),
        detail: None,
    }));
    let lists = [(w.conditions, CheckPoint::conditions()), (w.marks, CheckPoint::marks())];
    view! {
        <section class="card plan-checks">
            <p>{w.lead}</p>
            {lists.map(|(title, points)| {
                let answers = answers.clone();
                let answered = move || session.read(|plan| {
                    points.iter().filter(|point| plan.checks.get(point).is_some_and(|check| check.answer.is_some())).count()
                });
                view! {
                    <details>
                        <summary><span class="check-title">{title}</span> <span>{move || (w.answered)(answered(), points.len())}</span></summary>
                        {points.iter().map(|point| view! { <Point words session opened point=*point answers=answers.clone() /> }).collect_view()}
                    </details>
                }
            })}
        </section>
    }
}

#[component]
fn Point(
    words: &'static PlanText,
    session: PlanSession,
    opened: RwSignal<Option<GoalId>>,
    point: CheckPoint,
    answers: Segments,
) -> impl IntoView {
    let w = &words.check;
    let answer =
        Memo::new(move |_| session.read(|plan| plan.checks.get(&point).and_then(|check| check.answer)));
    let chosen = Memo::new(move |_| answer.get().map(CheckAnswer::name));
    let is_gap =
        Memo::new(move |_| session.read(|plan| plan.checks.get(&point).is_some_and(|check| check.is_gap())));
    // A tap on the answer that is there takes it back.
    let tap = Callback::new(move |name: &'static str| {
        let tapped = CheckAnswer::from_name(name);
        let new = if answer.get_untracked() == tapped { None } else { tapped };
        session.tap(PlanEdit::Answer(point, new));
    });
    let typed = Callback::new(move |text| session.typed(PlanEdit::Note(point, text)));
    let name = format!("check-{}", point.name());
    let note_id = format!("{name}-note");
    let sentence = words.point(point);
    view! {
        <fieldset class="check-point">
            <legend>{sentence}</legend>
            <SegmentedChoice name segments=answers chosen on_tap=tap />
            {move || {
                session.drawing();
                let note = session.peek(|plan| plan.checks.get(&point).map(|check| check.note.clone())).unwrap_or_default();
                // Without an answer there is nothing to explain, but what was written stays in sight.
                (answer.get().is_some() || !note.is_empty()).then(|| view! {
                    <TextField id=note_id.clone() label=w.note initial=note on_type=typed />
                })
            }}
            {move || is_gap.get().then(|| view! {
                <div class="actions">
                    <button type="button" class="btn" aria-label=format!("{}: {sentence}", w.make_goal)
                        on:click=move |_| add_goal(session, opened, sentence)>{w.make_goal}</button>
                </div>
            })}
        </fieldset>
    }
}
