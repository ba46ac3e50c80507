//! What is done for a goal.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::fields::Pick;
use crate::browser;
use crate::domain::{
    Activity, ActivityEdit, ActivityId, ActivityKind, GoalEdit, GoalId, PlanEdit, Term, parse_day,
};
use crate::i18n::PlanText;
use crate::ui::parts::{InputKind, TEAM_NAMES, TextArea, TextField};
use crate::ui::plan_session::PlanSession;

#[component]
pub fn Activities(words: &'static PlanText, session: PlanSession, goal: GoalId) -> impl IntoView {
    let w = &words.activity;
    let ids = Memo::new(move |_| {
        session.read(|plan| {
            let activities = plan.goal(goal).map(|goal| &*goal.activities).unwrap_or_default();
            activities.iter().map(|activity| activity.id).collect::<Vec<_>>()
        })
    });
    let title_id = format!("activities-{goal}");
    let (heading, focused) = (title_id.clone(), title_id.clone());
    let remove = Callback::new(move |id| {
        session.tap_goal(goal, GoalEdit::RemoveActivity(id));
        browser::focus(&focused);
    });
    let add = move |_| {
        let id = ActivityId(browser::new_uuid());
        session.tap_goal(goal, GoalEdit::InsertActivity(usize::MAX, Activity::begin(id)));
        request_animation_frame(move || browser::focus(&field_id(id, "kind")));
    };
    view! {
        <section class="goal-part" aria-labelledby=title_id>
            <h4 id=heading tabindex="-1">{w.title}</h4>
            <ol class="activities">
                <For each=move || ids.get() key=|id| *id let:id>
                    <ActivityItem words session goal ids id remove />
                </For>
            </ol>
            <div class="actions"><button type="button" class="btn" on:click=add>{w.add}</button></div>
        </section>
    }
}

fn field_id(id: ActivityId, field: &str) -> String {
    format!("activity-{id}-{field}")
}

#[component]
fn ActivityItem(
    words: &'static PlanText,
    session: PlanSession,
    goal: GoalId,
    ids: Memo<Vec<ActivityId>>,
    id: ActivityId,
    remove: Callback<ActivityId>,
) -> impl IntoView {
    let w = &words.activity;
    let found = session.peek(|plan| plan.goal(goal)?.activities.iter().find(|one| one.id == id).cloned());
    let activity = found.unwrap_or_else(|| Activity::begin(id));
    let number = move || ids.with(|ids| ids.iter().position(|one| *one == id).map_or(1, |place| place + 1));
    let edit = move |edit: ActivityEdit| GoalEdit::Activity(id, edit);
    let typed = move |make: fn(String) -> ActivityEdit| {
        Callback::new(move |text| session.typed(PlanEdit::Goal(goal, edit(make(text)))))
    };
    // Typing tells nobody else.
    let days = RwSignal::new([activity.from, activity.until]);
    let day = move |place: usize, make: fn(Option<NaiveDate>) -> ActivityEdit| {
        Callback::new(move |text: String| {
            let day = parse_day(&text);
            days.update(|days| days.iter_mut().skip(place).take(1).for_each(|one| *one = day));
            session.typed(PlanEdit::Goal(goal, edit(make(day))));
        })
    };
    let is_backward = Memo::new(move |_| matches!(days.get(), [Some(from), Some(until)] if until < from));
    let kind = Callback::new(move |name: String| {
        session.tap_goal(goal, edit(ActivityEdit::Kind(ActivityKind::from_name(&name))));
    });
    let term = Callback::new(move |name: String| {
        session.tap_goal(goal, edit(ActivityEdit::Term(Term::from_name(&name))));
    });
    let written = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let none = words.goal.not_chosen;
    view! {
        <li>
            <fieldset class="activity">
                <legend>{move || (w.numbered)(number())}</legend>
                <div class="field-row">
                    <Pick id=field_id(id, "kind") label=w.kind none chosen=activity.kind.map(ActivityKind::name) on_pick=kind
                        options=ActivityKind::ALL.iter().map(|one| (one.name(), words.kind(*one))).collect() />
                    <Pick id=field_id(id, "term") label=w.term none chosen=activity.term.map(Term::name) on_pick=term
                        options=Term::ALL.iter().map(|one| (one.name(), words.term(*one))).collect() />
                </div>
                <TextArea id=field_id(id, "text") label=w.text initial=activity.text.clone() on_type=typed(ActivityEdit::Text) />
                <div class="field-row">
                    <TextField id=field_id(id, "who") label=w.who offers=TEAM_NAMES initial=activity.who.clone() on_type=typed(ActivityEdit::Who) />
                    <TextField id=field_id(id, "from") label=w.from kind=InputKind::Date initial=written(activity.from)
                        on_type=day(0, ActivityEdit::From) />
                    <TextField id=field_id(id, "until") label=w.until kind=InputKind::Date initial=written(activity.until)
                        on_type=day(1, ActivityEdit::Until) />
                </div>
                <p class="error" role="alert">{move || is_backward.get().then_some(w.backward)}</p>
                <div class="actions">
                    <button type="button" class="btn btn-quiet" aria-label=move || format!("{} {}", w.remove, number())
                        on:click=move |_| remove.run(id)>{w.remove}</button>
                </div>
            </fieldset>
        </li>
    }
}
