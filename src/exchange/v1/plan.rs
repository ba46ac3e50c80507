//! The action plan of a school year as written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::time;
use crate::domain::{
    self, ActivityId, ActivityKind, CheckAnswer, CheckPoint, GoalField, GoalId, GoalStatus, IndicatorId,
    Level, Moment, PlanId, SchoolYear, Term,
};

/// The action plan of a school year.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Plan {
    /// UUID v7.
    pub id: PlanId,
    /// Goes up by one with each change.
    pub revision: u64,
    /// When it was made.
    #[serde(deserialize_with = "time::moment")]
    pub created_at: Moment,
    /// The last change.
    #[serde(deserialize_with = "time::moment")]
    pub updated_at: Moment,
    /// The calendar year in which the school year starts: 2026 is 2026-2027.
    pub school_year: u16,
    /// How the team wants to teach, in what a visitor can see.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub vision: String,
    /// In the order of the plan.
    #[serde(default)]
    pub goals: Vec<Goal>,
    /// What the team says of the conditions and the marks of success.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub checks: BTreeMap<CheckPoint, Check>,
}

/// A goal.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Goal {
    /// Unique in the plan.
    pub id: GoalId,
    /// What was filled in, in the words of the team.
    #[serde(default)]
    pub texts: BTreeMap<GoalField, String>,
    /// Who is to change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// The indicators by which it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
    /// What is done for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// How far it is.
    #[serde(default)]
    pub status: GoalStatus,
}

/// An indicator by which a goal shows.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proof {
    /// Of the rubric of the visits.
    pub indicator: IndicatorId,
    /// Where the school stood, once it was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
}

/// What visits said of an indicator when it was counted. No names.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Baseline {
    /// The sentence of the indicator at that time.
    #[serde(default)]
    pub text: String,
    /// When it was counted.
    #[serde(deserialize_with = "time::day")]
    pub taken_on: NaiveDate,
    /// The day of the first visit that counts.
    #[serde(deserialize_with = "time::day")]
    pub from: NaiveDate,
    /// The day of the last one.
    #[serde(deserialize_with = "time::day")]
    pub until: NaiveDate,
    /// How many people watched.
    pub observers: u32,
    /// How many teachers were visited.
    pub teachers: u32,
    /// How many visits gave each score of the scale, the lowest first.
    #[serde(deserialize_with = "of_a_scale")]
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 7)))]
    pub scores: Vec<u32>,
    /// How many visits gave no occasion for it; no score.
    pub not_observed: u32,
}

/// Something that is done for a goal.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Activity {
    /// Unique in the goal.
    pub id: ActivityId,
    /// What kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ActivityKind>,
    /// What exactly.
    #[serde(default)]
    pub text: String,
    /// Who does it.
    #[serde(default)]
    pub who: String,
    /// This school year, or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Term>,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_day")]
    pub from: Option<NaiveDate>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_day")]
    pub until: Option<NaiveDate>,
}

/// What the team says of a condition or a mark of success.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// Absent: not yet answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<CheckAnswer>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A number for each point of a scale.
fn of_a_scale<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    let scores = Vec::<u32>::deserialize(deserializer)?;
    match scores.len() {
        2..=7 => Ok(scores),
        points => Err(D::Error::custom(format!("no scale has {points} points: 2 to 7"))),
    }
}

impl Plan {
    /// The place of something that may stand once and stands twice, and what is wrong.
    #[must_use]
    pub fn twice(&self) -> Option<(String, String)> {
        let wrong = |place: String, what: &dyn std::fmt::Display| {
            Some((place, format!("{what} stands twice in this plan")))
        };
        let mut goals = BTreeSet::new();
        for (at, goal) in self.goals.iter().enumerate() {
            if !goals.insert(goal.id) {
                return wrong(format!("goals[{at}].id"), &goal.id);
            }
            let (mut activities, mut proofs) = (BTreeSet::new(), BTreeSet::new());
            if let Some(one) = goal.activities.iter().find(|one| !activities.insert(one.id)) {
                return wrong(format!("goals[{at}].activities"), &one.id);
            }
            if let Some(one) = goal.proofs.iter().find(|one| !proofs.insert(&one.indicator)) {
                return wrong(format!("goals[{at}].proofs"), &one.indicator);
            }
        }
        None
    }
}

/// Two structs with the same fields, either way: the written form stands still while the domain moves.
macro_rules! same_fields {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {
        $(
            impl From<$name> for domain::$name {
                fn from($name { $($field),+ }: $name) -> Self {
                    Self { $($field),+ }
                }
            }

            impl From<domain::$name> for $name {
                fn from(domain::$name { $($field),+ }: domain::$name) -> Self {
                    Self { $($field),+ }
                }
            }
        )+
    };
}

same_fields! {
    Baseline { text, taken_on, from, until, observers, teachers, scores, not_observed }
    Activity { id, kind, text, who, term, from, until }
    Check { answer, note }
}

impl From<Proof> for domain::Proof {
    fn from(Proof { indicator, baseline }: Proof) -> Self {
        Self { indicator, baseline: baseline.map(Into::into) }
    }
}

impl From<domain::Proof> for Proof {
    fn from(domain::Proof { indicator, baseline }: domain::Proof) -> Self {
        Self { indicator, baseline: baseline.map(Into::into) }
    }
}

impl From<Goal> for domain::Goal {
    fn from(wire: Goal) -> Self {
        Self {
            id: wire.id,
            // Another program may write a text that is empty.
            texts: wire.texts.into_iter().filter(|(_, text)| !text.is_empty()).collect(),
            level: wire.level,
            proofs: wire.proofs.into_iter().map(Into::into).collect(),
            activities: wire.activities.into_iter().map(Into::into).collect(),
            status: wire.status,
        }
    }
}

impl From<domain::Goal> for Goal {
    fn from(goal: domain::Goal) -> Self {
        Self {
            id: goal.id,
            texts: goal.texts,
            level: goal.level,
            proofs: goal.proofs.into_iter().map(Into::into).collect(),
            activities: goal.activities.into_iter().map(Into::into).collect(),
            status: goal.status,
        }
    }
}

impl From<Plan> for domain::Plan {
    fn from(wire: Plan) -> Self {
        let checks = wire.checks.into_iter().map(|(point, check)| (point, domain::Check::from(check)));
        Self {
            id: wire.id,
            revision: wire.revision,
            created_at: wire.created_at,
            updated_at: wire.updated_at,
            year: SchoolYear(wire.school_year.into()),
            vision: wire.vision,
            goals: wire.goals.into_iter().map(Into::into).collect(),
            checks: checks.filter(|(_, check)| *check != domain::Check::default()).collect(),
        }
    }
}

impl From<&domain::Plan> for Plan {
    fn from(plan: &domain::Plan) -> Self {
        let plan = plan.clone();
        Self {
            id: plan.id,
            revision: plan.revision,
            created_at: plan.created_at,
            updated_at: plan.updated_at,
            school_year: u16::try_from(plan.year.0).unwrap_or_default(),
            vision: plan.vision,
            goals: plan.goals.into_iter().map(Into::into).collect(),
            checks: plan.checks.into_iter().map(|(point, check)| (point, check.into())).collect(),
        }
    }
}
