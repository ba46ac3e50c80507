//! The action plan of a school (plan van aanpak): what the team wants to see in class, and how it gets there.
//!
//! Of a goal only the title must be there. What visits say of it stands in it as numbers, without names.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{ActivityId, GoalId, IndicatorId, PlanId};
use super::named::named;
use super::plan_check::{Check, CheckPoint};
use super::time::{Moment, SchoolYear};

/// The plan of one school year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Which plan.
    pub id: PlanId,
    /// Goes up by one with each change; the higher one is the newer one.
    pub revision: u64,
    /// When it was made in the app.
    pub created_at: Moment,
    /// The last change.
    pub updated_at: Moment,
    /// For which year.
    pub year: SchoolYear,
    /// How the team wants to teach, in what a visitor can see.
    pub vision: String,
    /// In the order of the plan.
    pub goals: Vec<Goal>,
    /// What the team says of the conditions and the marks of success; only what was filled in.
    pub checks: BTreeMap<CheckPoint, Check>,
}

/// One goal. Its texts are named by [`GoalField`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Unique in the plan.
    pub id: GoalId,
    /// Only those that were filled in.
    pub texts: BTreeMap<GoalField, String>,
    /// Who is to change.
    pub level: Option<Level>,
    /// What proves it; no indicator twice.
    pub proofs: Vec<Proof>,
    /// What is done for it.
    pub activities: Vec<Activity>,
    /// How far it is.
    pub status: GoalStatus,
}

/// A text of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalField {
    /// Verbeterpunt: what is to become better.
    Title,
    /// Resultaatgebied.
    Area,
    /// Gewenste situatie.
    Desired,
    /// What a visitor will see when the goal is reached.
    Norm,
    /// How often, or at which level, it is to be seen.
    Target,
    /// Eigenaar.
    Owner,
    /// Betrokkenen.
    Involved,
    /// Periode.
    Period,
    /// Consequenties organisatie.
    Organisation,
    /// Consequenties scholing.
    Training,
    /// How it is evaluated.
    EvaluationHow,
    /// When it is evaluated.
    EvaluationWhen,
    /// Kosten.
    Costs,
}

impl GoalField {
    /// The texts that stand before what proves a goal, on screen and wherever a plan is read.
    pub const BEFORE_PROOF: [Self; 5] = [Self::Title, Self::Area, Self::Desired, Self::Norm, Self::Target];
}

/// At which level of the school a goal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// What teachers do in class.
    Class,
    /// What coaches and specialists do.
    Specialists,
    /// What the leadership of the school does.
    Leadership,
}

/// How far a goal is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalStatus {
    /// Not begun.
    #[default]
    Planned,
    /// Being worked on.
    Ongoing,
    /// Reached.
    Reached,
    /// Given up.
    Stopped,
}

/// An indicator by which a goal shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Of the rubric that the visits are scored with.
    pub indicator: IndicatorId,
    /// Where the school stands, once it was measured.
    pub baseline: Option<Baseline>,
}

/// What the visits of a period say of one indicator: frozen, so that it stays what it was when the plan was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The sentence of the indicator at that time.
    pub text: String,
    /// When it was counted.
    pub taken_on: NaiveDate,
    /// The day of the first visit that counts.
    pub from: NaiveDate,
    /// The day of the last one.
    pub until: NaiveDate,
    /// How many people watched.
    pub observers: u32,
    /// How many teachers were visited.
    pub teachers: u32,
    /// How many visits gave each score of the scale, the lowest first.
    pub scores: Vec<u32>,
    /// How many gave no occasion for it. No score, and never counted as one.
    pub not_observed: u32,
}

impl Baseline {
    /// How many visits gave a score.
    #[must_use]
    pub fn scored(&self) -> u32 {
        self.scores.iter().fold(0, |sum, n| sum.saturating_add(*n))
    }

    /// How many visits looked at it.
    #[must_use]
    pub fn visits(&self) -> u32 {
        self.scored().saturating_add(self.not_observed)
    }
}

/// Something that is done for a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Unique in the goal.
    pub id: ActivityId,
    /// What kind.
    pub kind: Option<ActivityKind>,
    /// What exactly.
    pub text: String,
    /// Who does it.
    pub who: String,
    /// When, roughly.
    pub term: Option<Term>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// Kinds of activity that help a team to change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// Studiedag.
    StudyDay,
    /// Workshop.
    Workshop,
    /// Video-interactiebegeleiding.
    VideoCoaching,
    /// Training.
    Training,
    /// Zelfstudie.
    SelfStudy,
    /// Schoolbegeleiding.
    SchoolGuidance,
    /// Werkgroep.
    WorkingGroup,
    /// Klassenconsultatie.
    ClassConsultation,
    /// Collegiale intervisie en consultatie.
    PeerIntervision,
    /// Informatie over diagnoses.
    InformationBooklet,
}

/// How soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// This school year.
    Short,
    /// The years after it.
    Long,
}

named!(GoalField {
    Title = "title",
    Area = "area",
    Desired = "desired",
    Norm = "norm",
    Target = "target",
    Owner = "owner",
    Involved = "involved",
    Period = "period",
    Organisation = "organisation",
    Training = "training",
    EvaluationHow = "evaluation_how",
    EvaluationWhen = "evaluation_when",
    Costs = "costs",
});
named!(Level { Class = "class", Specialists = "specialists", Leadership = "leadership" });
named!(GoalStatus { Planned = "planned", Ongoing = "ongoing", Reached = "reached", Stopped = "stopped" });
named!(ActivityKind {
    StudyDay = "study_day",
    Workshop = "workshop",
    VideoCoaching = "video_coaching",
    Training = "training",
    SelfStudy = "self_study",
    SchoolGuidance = "school_guidance",
    WorkingGroup = "working_group",
    ClassConsultation = "class_consultation",
    PeerIntervision = "peer_intervision",
    InformationBooklet = "information_booklet",
});
named!(Term { Short = "short", Long = "long" });

impl Plan {
    /// An empty plan.
    #[must_use]
    pub fn begin(id: PlanId, year: SchoolYear, now: Moment) -> Self {
        Self {
            id,
            revision: 1,
            created_at: now,
            updated_at: now,
            year,
            vision: String::new(),
            goals: Vec::new(),
            checks: BTreeMap::new(),
        }
    }

    /// The goal of this id.
    #[must_use]
    pub fn goal(&self, id: GoalId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }
}

impl Goal {
    /// A goal of which no more is known.
    #[must_use]
    pub fn titled(id: GoalId, title: &str) -> Self {
        let title = (!title.is_empty()).then(|| (GoalField::Title, title.to_owned()));
        Self {
            id,
            texts: title.into_iter().collect(),
            level: None,
            proofs: Vec::new(),
            activities: Vec::new(),
            status: GoalStatus::default(),
        }
    }

    /// One of its texts; empty if nobody filled it in.
    #[must_use]
    pub fn text(&self, field: GoalField) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }
}

impl Activity {
    /// An activity of which nothing is known.
    #[must_use]
    pub fn begin(id: ActivityId) -> Self {
        Self { id, kind: None, text: String::new(), who: String::new(), term: None, from: None, until: None }
    }
}
