//! From a growth point to a goal of the plan of this school year, with the indicator as its proof.

use leptos::prelude::*;

use super::{Look, fewest_teachers};
use crate::browser;
use crate::domain::{Goal, GoalId, IndicatorId, Plan, PlanEdit, PlanId, Proof, SchoolYear};
use crate::insight::{Period, Question, Roster};
use crate::ui::route::Route;

/// Puts the goal into the plan of this year, which is begun if there is none, and opens it there.
pub fn make_goal(look: Look, seen_in: SchoolYear, indicator: &IndicatorId) {
    let now = browser::now();
    let today = now.date_naive();
    let rubric = look.rubric();
    let text = rubric.indicator(indicator).map_or("", |one| one.text.get(look.t.lang));
    let (points, fewest) = (rubric.scale.len(), fewest_teachers(look.app));
    let question = Question {
        indicator,
        rubric: &rubric.id,
        points,
        period: Period::Year(seen_in),
        text,
        today,
        fewest,
    };
    let baseline = look
        .material
        .with_value(|material| question.ask(&material.visits, &Roster::of(&material.people)).ok());
    let shelf = look.app.shelf();
    let (plans, _) = shelf.plans().unwrap_or_default();
    let of_now = plans.into_iter().find(|plan| plan.year == SchoolYear::of(today));
    let mut plan =
        of_now.unwrap_or_else(|| Plan::begin(PlanId(browser::new_uuid()), SchoolYear::of(today), now));
    // A second tap leads to the goal that is there.
    let is_of_it = |goal: &&Goal| goal.proofs.iter().any(|proof| proof.indicator == *indicator);
    if let Some(goal) = plan.goals.iter().find(is_of_it) {
        return browser::set_hash(&Route::Goal(goal.id).to_string());
    }
    let id = GoalId(browser::new_uuid());
    let mut goal = Goal::titled(id, text);
    goal.proofs = vec![Proof { indicator: indicator.clone(), baseline }];
    plan.apply(PlanEdit::InsertGoal(usize::MAX, goal), now);
    look.app.say_kept(shelf.save_plan(&plan), plan.updated_at);
    look.app.tell_visits_changed();
    browser::set_hash(&Route::Goal(id).to_string());
}
