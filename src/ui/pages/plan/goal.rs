//! All of one goal, to be changed.

use leptos::prelude::*;

use super::activities::Activities;
use super::fields::Pick;
use super::proofs::Proofs;
use crate::browser;
use crate::domain::{Goal, GoalEdit, GoalField, GoalId, GoalStatus, Level, PlanEdit};
use crate::i18n::{PlanText, Text};
use crate::ui::parts::{TEAM_NAMES, TextArea, TextField};
use crate::ui::plan_session::PlanSession;
use crate::ui::state::AppState;

const AROUND: [GoalField; 8] = [
    GoalField::Owner,
    GoalField::Involved,
    GoalField::Period,
    GoalField::Costs,
    GoalField::Organisation,
    GoalField::Training,
    GoalField::EvaluationHow,
    GoalField::EvaluationWhen,
];

#[component]
pub fn GoalForm(
    app: AppState,
    t: &'static Text,
    words: &'static PlanText,
    session: PlanSession,
    id: GoalId,
    opened: RwSignal<Option<GoalId>>,
) -> impl IntoView {
    let goal = session.peek(|plan| plan.goal(id).cloned()).unwrap_or_else(|| Goal::titled(id, ""));
    let text = |field: GoalField| {
        let on_type =
            Callback::new(move |text| session.typed(PlanEdit::Goal(id, GoalEdit::Text(field, text))));
        let (field_id, initial) = (format!("goal-{id}-{}", field.name()), goal.text(field).to_owned());
        let [label, hint] = [words.field(field), words.hint(field)];
        if field == GoalField::Owner {
            return view! { <TextField id=field_id label hint offers=TEAM_NAMES initial on_type /> }
                .into_any();
        }
        view! { <TextArea id=field_id label hint initial on_type /> }.into_any()
    };
    let level = Callback::new(move |name: String| {
        session.tap_goal(id, GoalEdit::Level(Level::from_name(&name)));
    });
    let status = Callback::new(move |name: String| {
        session.tap_goal(id, GoalEdit::Status(GoalStatus::from_name(&name).unwrap_or_default()));
    });
    let remove = move |_| {
        opened.set(None);
        session.tap(PlanEdit::RemoveGoal(id));
        browser::focus("goals-title");
    };
    view! {
        <div class="goal-form">
            <fieldset class="goal-part">
                <legend>{words.goal.facts}</legend>
                {GoalField::BEFORE_PROOF.map(text)}
                <div class="field-row">
                    <Pick id=format!("goal-{id}-level") label=words.field.level none=words.goal.not_chosen
                        chosen=goal.level.map(Level::name) on_pick=level
                        options=Level::ALL.iter().map(|one| (one.name(), words.level(*one))).collect() />
                    <Pick id=format!("goal-{id}-status") label=words.field.status chosen=Some(goal.status.name()) on_pick=status
                        options=GoalStatus::ALL.iter().map(|one| (one.name(), words.status(*one))).collect() />
                </div>
            </fieldset>
            <Proofs app t words session goal=id />
            <Activities words session goal=id />
            <fieldset class="goal-part">
                <legend>{words.goal.who_and_when}</legend>
                <div class="goal-around">{AROUND.map(text)}</div>
            </fieldset>
            <div class="actions">
                <button type="button" class="btn btn-danger" on:click=remove>{words.goal.remove}</button>
            </div>
        </div>
    }
}
