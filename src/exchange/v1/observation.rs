//! A visit as written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::lesson::{PhaseStart, Scan, Tally};
use super::talk::Talk;
use super::time;
use crate::domain::{
    self, DomainId, IndicatorId, LineId, LookForId, Moment, ObservationId, RubricId, Score, VisitKind,
};

/// One visit with all that was observed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Observation {
    /// UUID v7.
    pub id: ObservationId,
    /// Goes up by one with each change.
    pub revision: u64,
    /// Open or closed.
    pub status: Status,
    /// When the visit was made in the app.
    #[serde(deserialize_with = "time::moment")]
    pub created_at: Moment,
    /// The last change.
    #[serde(deserialize_with = "time::moment")]
    pub updated_at: Moment,
    /// When it was closed; only for a completed visit.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_moment")]
    pub completed_at: Option<Moment>,
    /// What it was scored with.
    pub rubric: RubricRef,
    /// Who, when, why.
    pub visit: Visit,
    /// By indicator; an indicator with nothing kept is absent.
    #[serde(default)]
    pub ratings: BTreeMap<IndicatorId, Rating>,
    /// In the order of entry.
    #[serde(default)]
    pub log: Vec<LogLine>,
    /// Counter taps.
    #[serde(default)]
    pub tallies: Vec<Tally>,
    /// On-task scans.
    #[serde(default)]
    pub scans: Vec<Scan>,
    /// The phases of the lesson, in the order in which they were started; absent if none was noted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<PhaseStart>,
    /// The talk afterwards.
    #[serde(default)]
    pub talk: Talk,
    /// What the teacher says against what is written here; absent if nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objection: Option<Objection>,
}

/// A correction or an objection of the teacher.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Objection {
    /// The day on which she said it.
    #[serde(deserialize_with = "time::day")]
    pub on: NaiveDate,
    /// In her words.
    pub text: String,
}

/// Open or closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Open for change.
    Draft,
    /// Closed.
    Completed,
}

/// The rubric of a visit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RubricRef {
    /// Which rubric.
    pub id: RubricId,
    /// Which version.
    pub version: u32,
    /// The first 128 bits of SHA-256 over the rubric as compact JSON, in hexadecimal.
    pub hash: String,
}

/// The circumstances.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Visit {
    /// The day of the lesson.
    #[serde(deserialize_with = "time::day")]
    pub date: NaiveDate,
    /// When the lesson started.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_moment")]
    pub started_at: Option<Moment>,
    /// When the lesson ended.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_moment")]
    pub ended_at: Option<Moment>,
    /// Why.
    pub kind: VisitKind,
    /// Who taught.
    pub teacher: PersonRef,
    /// Who watched.
    pub observer: PersonRef,
    /// Such as `5` or `3/4`.
    #[serde(default)]
    pub group: String,
    /// The subject of the lesson.
    #[serde(default)]
    pub subject: String,
    /// Pupils present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pupils: Option<u16>,
    /// The teacher's own question.
    #[serde(default)]
    pub focus: String,
    /// The indicators that the visit looks at; absent: all of the rubric.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub chosen_indicators: BTreeSet<IndicatorId>,
    /// The visit of the observer to the same lesson, for which the teacher was asked to rate it herself; only with kind `self`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_view_of: Option<ObservationId>,
    /// The last day on which this visit is kept; absent: as the school keeps all of them.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_day")]
    pub keep_until: Option<NaiveDate>,
}

/// Someone in a visit.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PersonRef {
    /// The person in the school's own list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// May be a pseudonym or empty. In a record it is empty for someone of the list; an export fills it in.
    #[serde(default)]
    pub name: String,
}

/// All that was kept with one indicator.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rating {
    /// Absent: not yet scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// Look-fors that were seen.
    #[serde(default)]
    pub look_fors: BTreeSet<LookForId>,
    /// The observer's note.
    #[serde(default)]
    pub note: String,
    /// Log lines that are the evidence.
    #[serde(default)]
    pub evidence: BTreeSet<LineId>,
}

/// `{"score": 3}` or `"not_observed"`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A point of the scale of the rubric.
    Score(Score),
    /// The lesson gave no occasion for it.
    NotObserved,
}

/// One line of the log.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LogLine {
    /// UUID v7.
    pub id: LineId,
    /// The first keystroke.
    #[serde(deserialize_with = "time::moment")]
    pub at: Moment,
    /// What was seen or heard.
    pub text: String,
    /// What the observer makes of it; absent if nothing was written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub meaning: String,
    /// Tagged with this indicator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
    /// Tagged with this domain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<DomainId>,
    /// For or against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<Sign>,
}

/// `+` or `-`.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Sign {
    /// It was seen and worked.
    #[serde(rename = "+")]
    Plus,
    /// It was missing or did not work.
    #[serde(rename = "-")]
    Minus,
}

/// Why a visit that parsed cannot be used; the path is relative to the visit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Inconsistent {
    /// Two lines have one id.
    #[error("the id {0} stands twice")]
    LineTwice(LineId),
    /// A completed visit lacks `completed_at`.
    #[error("a completed visit needs completed_at")]
    NoCompletedAt,
    /// More changes than anybody makes.
    #[error("{0} is higher than a revision can be")]
    RevisionTooHigh(u64),
    /// A scan counts more pupils at work than there are: its place in the list, at work, present.
    #[error("{1} pupils on task of {2} present: it cannot be more than are present")]
    MoreOnTaskThanPresent(usize, u16, u16),
}

impl Inconsistent {
    /// Where, relative to the visit.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::LineTwice(_) => "log".to_owned(),
            Self::NoCompletedAt => "completed_at".to_owned(),
            Self::RevisionTooHigh(_) => "revision".to_owned(),
            Self::MoreOnTaskThanPresent(place, ..) => format!("scans[{place}].on_task"),
        }
    }
}

impl Observation {
    /// Checks what a record that is kept already may break, but a file that comes in may not.
    ///
    /// # Errors
    /// [`Inconsistent::MoreOnTaskThanPresent`].
    pub fn check_incoming(&self) -> Result<(), Inconsistent> {
        match self.scans.iter().enumerate().find(|(_, scan)| scan.on_task > scan.of) {
            Some((place, scan)) => Err(Inconsistent::MoreOnTaskThanPresent(place, scan.on_task, scan.of)),
            None => Ok(()),
        }
    }
}

impl TryFrom<Observation> for domain::Observation {
    type Error = Inconsistent;

    fn try_from(wire: Observation) -> Result<Self, Inconsistent> {
        let mut seen = BTreeSet::new();
        if let Some(twice) = wire.log.iter().find(|line| !seen.insert(line.id)) {
            return Err(Inconsistent::LineTwice(twice.id));
        }
        if wire.revision > domain::MAX_REVISION {
            return Err(Inconsistent::RevisionTooHigh(wire.revision));
        }
        let status = match (wire.status, wire.completed_at) {
            (Status::Draft, _) => domain::Status::Draft,
            (Status::Completed, Some(at)) => domain::Status::Completed { at },
            (Status::Completed, None) => return Err(Inconsistent::NoCompletedAt),
        };
        Ok(Self {
            id: wire.id,
            revision: wire.revision,
            status,
            created_at: wire.created_at,
            updated_at: wire.updated_at,
            rubric: wire.rubric.into(),
            visit: wire.visit.into(),
            // Another program may write an indicator with which nothing is kept.
            ratings: wire
                .ratings
                .into_iter()
                .map(|(id, rating)| (id, domain::Rating::from(rating)))
                .filter(|(_, rating)| !rating.is_empty())
                .collect(),
            log: wire.log.into_iter().map(Into::into).collect(),
            tallies: wire.tallies.into_iter().map(Into::into).collect(),
            scans: wire.scans.into_iter().map(Into::into).collect(),
            phases: wire.phases.into_iter().map(Into::into).collect(),
            talk: wire.talk.into(),
            objection: wire.objection.and_then(Into::into),
        })
    }
}

impl From<&domain::Observation> for Observation {
    fn from(visit: &domain::Observation) -> Self {
        let (status, completed_at) = match visit.status {
            domain::Status::Draft => (Status::Draft, None),
            domain::Status::Completed { at } => (Status::Completed, Some(at)),
        };
        Self {
            id: visit.id,
            revision: visit.revision,
            status,
            created_at: visit.created_at,
            updated_at: visit.updated_at,
            completed_at,
            rubric: visit.rubric.clone().into(),
            visit: (&visit.visit).into(),
            ratings: visit.ratings.iter().map(|(id, rating)| (id.clone(), rating.into())).collect(),
            log: visit.log.iter().map(Into::into).collect(),
            tallies: visit.tallies.iter().map(Into::into).collect(),
            scans: visit.scans.iter().map(Into::into).collect(),
            phases: visit.phases.iter().map(Into::into).collect(),
            talk: (&visit.talk).into(),
            objection: visit.objection.clone().map(Into::into),
        }
    }
}
