//! The words of the field: rubric, visit, rating, log, talk, person, plan.
//!
//! No input or output, no browser and no clock: times and ids come in as
//! parameters. Everything an observer does is an [`Edit`], and
//! [`Observation::apply`] is the one door through which a visit changes.

mod choice;
mod counter;
mod edit;
mod evidence;
mod follow_up;
mod hash_tag;
mod ids;
mod lang;
mod lesson_edit;
mod log;
mod name_words;
mod named;
mod observation;
mod one_line;
mod open;
mod person;
mod phase;
mod plan;
mod plan_check;
mod plan_edit;
mod rating;
mod retention;
mod rubric;
mod rubric_change;
mod rubric_check;
mod rubric_draft;
mod rubric_edit;
mod rubric_place;
#[cfg(test)]
mod sample;
mod short_list;
mod step;
mod talk;
mod talk_edit;
mod time;
mod timeline;
mod undo;
mod visit;

pub use counter::{Counter, CounterGroup, own_counters};
pub use edit::{Edit, LineEdit, Topic, VisitEdit};
pub use follow_up::{FollowUp, FollowUpEdit, Outcome};
pub use ids::{
    ActivityId, AgreementId, DomainId, DraftId, GoalId, IdError, IndicatorId, LineId, LookForId,
    ObservationId, PersonId, PlanId, PointId, RubricId, uuid_v7,
};
pub use lang::{Lang, LangText};
pub use lesson_edit::LessonEdit;
pub use log::{LogLine, Scan, Sign, Tally};
pub use name_words::NameWords;
pub use observation::{MAX_REVISION, Observation, Progress, RubricRef, Status};
pub use one_line::one_line;
pub use open::OpenPoint;
pub use person::{Competence, LONGEST_NAME, Person, Profile, Role, TeachingYears, groups_in, tidy};
pub use phase::{Phase, PhaseStart};
pub use plan::{Activity, ActivityKind, Baseline, Goal, GoalField, GoalStatus, Level, Plan, Proof, Term};
pub use plan_check::{Check, CheckAnswer, CheckPoint};
pub use plan_edit::{ActivityEdit, GoalEdit, PlanEdit};
pub use rating::{Answer, Rating, Score, ScoreError};
pub use retention::{Objection, SCHOOL_YEARS_KEPT};
pub use rubric::{Indicator, LookFor, Rubric, RubricDomain, ScalePoint};
pub use rubric_change::RubricChange;
pub use rubric_check::{RubricError, SCALE_LENGTHS};
pub use rubric_draft::RubricDraft;
pub use rubric_edit::RubricEdit;
pub use rubric_place::RubricPlace;
pub use short_list::short_list;
pub use step::Step;
pub use talk::{Agreement, AroundLesson, Confirmed, Participant, PointList, Talk, TalkPoint};
pub use talk_edit::{AgreementEdit, TalkEdit};
pub use time::{Half, Moment, SchoolYear, clock_at, next_school_day, parse_clock, parse_day, parse_moment};
pub use timeline::{Stretch, Timeline};
pub use undo::Undo;
pub use visit::{PersonRef, Visit, VisitKind};
