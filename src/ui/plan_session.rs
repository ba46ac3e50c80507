//! The plan on screen.

use super::record_session::{Edited, RecordSession};
use super::route::Route;
use crate::domain::{GoalEdit, GoalField, GoalId, Moment, Plan, PlanEdit, PlanId};
use crate::store::{Met, Shelf, StoreError};

/// An open plan.
pub type PlanSession = RecordSession<Plan>;

impl Edited for Plan {
    type Edit = PlanEdit;
    fn edit(&mut self, edit: PlanEdit, now: Moment) -> Option<PlanEdit> {
        self.apply(edit, now)
    }
    fn shows_elsewhere(edit: &PlanEdit) -> bool {
        matches!(edit, PlanEdit::Goal(_, GoalEdit::Text(GoalField::Title, _)))
    }
    fn is_in_field(back: &PlanEdit, typed: &PlanEdit) -> bool {
        back.is_in_field_of(typed)
    }
    fn load(shelf: &Shelf, id: PlanId) -> Result<Option<Self>, StoreError> {
        shelf.plan(id)
    }
    fn keep(&self, base: &Self, shelf: &Shelf) -> Result<Met<Self>, StoreError> {
        shelf.keep_plan(self, base)
    }
    const LIST: Route = Route::Plan;
    fn is_shown(&self, route: &Route) -> bool {
        matches!(route, Route::Plan | Route::Goal(_))
    }
}

impl PlanSession {
    /// As [`tap`](Self::tap), of a goal.
    pub fn tap_goal(self, goal: GoalId, edit: GoalEdit) {
        self.tap(PlanEdit::Goal(goal, edit));
    }
}
