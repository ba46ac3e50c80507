//! Everything that a team can do to its plan, and the one door for it.

use std::mem::discriminant;

use chrono::NaiveDate;

use super::edit::swap;
use super::ids::{ActivityId, GoalId, IndicatorId};
use super::plan::{Activity, ActivityKind, Baseline, Goal, GoalField, GoalStatus, Level, Plan, Proof, Term};
use super::plan_check::{Check, CheckAnswer, CheckPoint};
use super::talk_edit::{insert_once, take};
use super::time::Moment;

/// One change to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEdit {
    /// Sets how the team wants to teach.
    Vision(String),
    /// Puts a goal at this place, or at the end.
    InsertGoal(usize, Goal),
    /// Takes a goal out.
    RemoveGoal(GoalId),
    /// Changes a goal.
    Goal(GoalId, GoalEdit),
    /// Answers a point of the two lists; `None` clears the answer.
    Answer(CheckPoint, Option<CheckAnswer>),
    /// Sets what is noted with such a point.
    Note(CheckPoint, String),
}

/// A change to a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GoalEdit {
    /// Sets a text.
    Text(GoalField, String),
    /// Sets the level.
    Level(Option<Level>),
    /// Sets how far it is.
    Status(GoalStatus),
    /// Puts a proof at this place, or at the end, unless its indicator is there already.
    InsertProof(usize, Proof),
    /// Takes a proof out.
    RemoveProof(IndicatorId),
    /// Sets where the school stands on an indicator.
    Baseline(IndicatorId, Option<Baseline>),
    /// Puts an activity at this place, or at the end.
    InsertActivity(usize, Activity),
    /// Takes an activity out.
    RemoveActivity(ActivityId),
    /// Changes an activity.
    Activity(ActivityId, ActivityEdit),
}

/// A change to an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names the field of `Activity` that it sets")]
pub enum ActivityEdit {
    Kind(Option<ActivityKind>),
    Text(String),
    Who(String),
    Term(Option<Term>),
    From(Option<NaiveDate>),
    Until(Option<NaiveDate>),
}

impl PlanEdit {
    /// Whether both set what is typed in the same field.
    #[must_use]
    pub fn is_in_field_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Vision(_), Self::Vision(_)) => true,
            (Self::Note(point, _), Self::Note(other, _)) => point == other,
            (Self::Goal(id, edit), Self::Goal(other, other_edit)) => {
                id == other && edit.is_in_field_of(other_edit)
            }
            _ => false,
        }
    }
}

impl GoalEdit {
    fn is_in_field_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Text(field, _), Self::Text(other, _)) => field == other,
            (Self::Activity(id, edit), Self::Activity(other, other_edit)) => {
                id == other && discriminant(edit) == discriminant(other_edit)
            }
            _ => false,
        }
    }
}

impl Plan {
    /// Does one edit at `now` and gives back the edit that undoes it.
    ///
    /// Total: an edit that changes nothing or names something that is not there gives `None` and leaves the plan as it was.
    pub fn apply(&mut self, edit: PlanEdit, now: Moment) -> Option<PlanEdit> {
        let inverse = self.change(edit)?;
        self.revision += 1;
        self.updated_at = now;
        Some(inverse)
    }

    fn change(&mut self, edit: PlanEdit) -> Option<PlanEdit> {
        match edit {
            PlanEdit::Vision(vision) => swap(&mut self.vision, vision).map(PlanEdit::Vision),
            PlanEdit::InsertGoal(place, goal) => {
                let id = goal.id;
                insert_once(&mut self.goals, place, goal, |goal| goal.id)?;
                Some(PlanEdit::RemoveGoal(id))
            }
            PlanEdit::RemoveGoal(id) => {
                let (place, goal) = take(&mut self.goals, |goal| goal.id == id)?;
                Some(PlanEdit::InsertGoal(place, goal))
            }
            PlanEdit::Goal(id, edit) => {
                let goal = self.goals.iter_mut().find(|goal| goal.id == id)?;
                goal.change(edit).map(|inverse| PlanEdit::Goal(id, inverse))
            }
            PlanEdit::Answer(point, answer) => {
                let old = self.change_check(point, |check| swap(&mut check.answer, answer))?;
                Some(PlanEdit::Answer(point, old))
            }
            PlanEdit::Note(point, note) => {
                let old = self.change_check(point, |check| swap(&mut check.note, note))?;
                Some(PlanEdit::Note(point, old))
            }
        }
    }

    /// Changes what is said of a point; nothing is kept of one of which nothing is said.
    fn change_check<T>(
        &mut self,
        point: CheckPoint,
        change: impl FnOnce(&mut Check) -> Option<T>,
    ) -> Option<T> {
        let mut check = self.checks.get(&point).cloned().unwrap_or_default();
        let old = change(&mut check)?;
        if check == Check::default() {
            self.checks.remove(&point);
        } else {
            self.checks.insert(point, check);
        }
        Some(old)
    }
}

impl Goal {
    fn change(&mut self, edit: GoalEdit) -> Option<GoalEdit> {
        match edit {
            GoalEdit::Text(field, text) => self.write(field, text).map(|old| GoalEdit::Text(field, old)),
            GoalEdit::Level(level) => swap(&mut self.level, level).map(GoalEdit::Level),
            GoalEdit::Status(status) => swap(&mut self.status, status).map(GoalEdit::Status),
            GoalEdit::InsertProof(place, proof) => {
                let indicator = proof.indicator.clone();
                insert_once(&mut self.proofs, place, proof, |proof| proof.indicator.clone())?;
                Some(GoalEdit::RemoveProof(indicator))
            }
            GoalEdit::RemoveProof(indicator) => {
                let (place, proof) = take(&mut self.proofs, |proof| proof.indicator == indicator)?;
                Some(GoalEdit::InsertProof(place, proof))
            }
            GoalEdit::Baseline(indicator, baseline) => {
                let proof = self.proofs.iter_mut().find(|proof| proof.indicator == indicator)?;
                let old = swap(&mut proof.baseline, baseline)?;
                Some(GoalEdit::Baseline(indicator, old))
            }
            GoalEdit::InsertActivity(place, activity) => {
                let id = activity.id;
                insert_once(&mut self.activities, place, activity, |activity| activity.id)?;
                Some(GoalEdit::RemoveActivity(id))
            }
            GoalEdit::RemoveActivity(id) => {
                let (place, activity) = take(&mut self.activities, |activity| activity.id == id)?;
                Some(GoalEdit::InsertActivity(place, activity))
            }
            GoalEdit::Activity(id, edit) => {
                let activity = self.activities.iter_mut().find(|activity| activity.id == id)?;
                activity.change(edit).map(|inverse| GoalEdit::Activity(id, inverse))
            }
        }
    }

    /// An empty text is none.
    fn write(&mut self, field: GoalField, text: String) -> Option<String> {
        if self.text(field) == text {
            return None;
        }
        let old = if text.is_empty() { self.texts.remove(&field) } else { self.texts.insert(field, text) };
        Some(old.unwrap_or_default())
    }
}

impl Activity {
    fn change(&mut self, edit: ActivityEdit) -> Option<ActivityEdit> {
        match edit {
            ActivityEdit::Kind(kind) => swap(&mut self.kind, kind).map(ActivityEdit::Kind),
            ActivityEdit::Text(text) => swap(&mut self.text, text).map(ActivityEdit::Text),
            ActivityEdit::Who(who) => swap(&mut self.who, who).map(ActivityEdit::Who),
            ActivityEdit::Term(term) => swap(&mut self.term, term).map(ActivityEdit::Term),
            ActivityEdit::From(day) => swap(&mut self.from, day).map(ActivityEdit::From),
            ActivityEdit::Until(day) => swap(&mut self.until, day).map(ActivityEdit::Until),
        }
    }
}
