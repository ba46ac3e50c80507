//! The goals in short; one that is opened can be changed in place.

use leptos::prelude::*;

use super::goal::GoalForm;
use crate::browser;
use crate::domain::{Goal, GoalId, Plan, PlanEdit};
use crate::i18n::{PlanText, Text};
use crate::ui::plan_session::PlanSession;
use crate::ui::route::place_of_goal;
use crate::ui::state::AppState;

/// Adds a goal at the end and opens it.
pub fn add_goal(session: PlanSession, opened: RwSignal<Option<GoalId>>, title: &str) {
    let id = GoalId(browser::new_uuid());
    session.tap(PlanEdit::InsertGoal(usize::MAX, Goal::titled(id, title)));
    opened.set(Some(id));
    request_animation_frame(move || browser::focus(&title_field(id)));
}

/// The id of the field for the title of a goal.
pub fn title_field(id: GoalId) -> String {
    format!("goal-{id}-title")
}

#[component]
pub fn Goals(
    app: AppState,
    t: &'static Text,
    words: &'static PlanText,
    session: PlanSession,
    opened: RwSignal<Option<GoalId>>,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let drawing = session.drawing();
        session.read(|plan| plan.goals.iter().map(|goal| (goal.id, drawing)).collect::<Vec<_>>())
    });
    view! {
        <section class="plan-goals" aria-labelledby="goals-title">
            <h2 id="goals-title" tabindex="-1">{words.goal.goals}</h2>
            {move || ids.with(Vec::is_empty).then(|| view! { <p class="hint">{words.goal.none}</p> })}
            <ol class="goal-list">
                <For each=move || ids.get() key=|key| *key let:key>
                    <GoalItem app t words session opened id=key.0 />
                </For>
            </ol>
        </section>
    }
}

#[component]
fn GoalItem(
    app: AppState,
    t: &'static Text,
    words: &'static PlanText,
    session: PlanSession,
    opened: RwSignal<Option<GoalId>>,
    id: GoalId,
) -> impl IntoView {
    let is_open = Memo::new(move |_| opened.get() == Some(id));
    let head = Memo::new(move |_| session.read(|plan| Head::of(words, plan, id)));
    let toggle = move |_| opened.update(|opened| *opened = if *opened == Some(id) { None } else { Some(id) });
    view! {
        <li class="card goal">
            <h3>
                <button type="button" class="goal-head" id=place_of_goal(id) aria-expanded=move || is_open.get().to_string() on:click=toggle>
                    <span class="goal-title">{move || head.with(|head| head.title.clone())}</span>
                    <span class="count">{move || head.with(|head| head.about.clone())}</span>
                </button>
            </h3>
            {move || is_open.get().then(|| view! { <GoalForm app t words session id opened /> })}
        </li>
    }
}

/// What a goal shows while it is closed.
#[derive(Clone, Default, PartialEq)]
struct Head {
    title: String,
    about: String,
}

impl Head {
    fn of(words: &'static PlanText, plan: &Plan, id: GoalId) -> Self {
        let found = plan.goals.iter().enumerate().find(|(_, goal)| goal.id == id);
        let Some((place, goal)) = found else { return Self::default() };
        let parts = [
            goal.level.map(|level| words.level(level).to_owned()),
            Some(words.status(goal.status).to_owned()),
            (!goal.proofs.is_empty()).then(|| (words.goal.proofs)(goal.proofs.len())),
            (!goal.activities.is_empty()).then(|| (words.goal.activities)(goal.activities.len())),
        ];
        Self {
            title: (words.goal.numbered)(place + 1, words.goal_title(goal)),
            about: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        }
    }
}
