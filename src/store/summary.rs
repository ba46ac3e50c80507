//! What a list shows of a visit. Reading it passes over the log, the notes and the talk.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::domain::{IndicatorId, Moment, Observation, ObservationId, RubricRef, Visit, VisitKind};
use crate::exchange::v1;

/// A visit in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Which visit.
    pub id: ObservationId,
    /// As [`Observation::revision`].
    pub revision: u64,
    /// The last change.
    pub updated_at: Moment,
    /// Whether the visit is closed.
    pub is_completed: bool,
    /// Whether anything is kept with an indicator, or noted of the lesson.
    pub has_notes: bool,
    /// Who, when, why.
    pub visit: Visit,
    /// How much is scored.
    pub scored: Scored,
}

impl Summary {
    /// Whether it is still to come on the day `today`: its day lies later, and nothing was done yet. What is begun before the day
    /// that was written down is a draft as any other.
    #[must_use]
    pub fn is_planned(&self, today: NaiveDate) -> bool {
        let Visit { date, started_at, ended_at, .. } = self.visit;
        let is_begun = self.has_notes || started_at.is_some() || ended_at.is_some();
        date > today && !self.is_completed && !is_begun
    }

    /// Whether it is an earlier visit of somebody else to the same teacher than `visit`, and completed; both with the names of the list.
    /// Of two on one day the one that was made first is the earlier one, but two observers of one day saw one lesson. A
    /// visit of the school leader follows none of colleagues or a coach: what they agreed stays with them.
    #[must_use]
    pub fn is_before(&self, visit: &Observation) -> bool {
        let is_earlier = (self.visit.date, self.id) < (visit.visit.date, visit.id);
        let is_own = self.visit.kind == VisitKind::SelfAssessment;
        let is_of_others = visit.visit.kind.may_be_appraised() && !self.visit.kind.may_be_appraised();
        let is_beside = self.visit.date == visit.visit.date && self.visit.has_other_observer(&visit.visit);
        self.is_completed
            && is_earlier
            && !is_beside
            && !is_own
            && !is_of_others
            && self.visit.teacher.is_same(&visit.visit.teacher)
    }
}

/// How much of a visit is scored, or what tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scored {
    /// These indicators hold a score. Which of them count, and of how many, the rubric says.
    With(RubricRef, BTreeSet<IndicatorId>),
    /// As it was counted when the visit was packed.
    Counted(Count),
}

/// So many of the indicators that a visit looks at hold a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// So many.
    pub scored: usize,
    /// Of so many.
    pub of: usize,
    /// Whether these were chosen from more.
    pub is_choice: bool,
}

impl Summary {
    /// How much is scored; `indicators` gives those of a rubric.
    #[must_use]
    pub fn count(&self, indicators: impl FnOnce(&RubricRef) -> Vec<IndicatorId>) -> Count {
        match &self.scored {
            Scored::Counted(count) => *count,
            Scored::With(rubric, scored) => {
                let all = indicators(rubric);
                let counted: Vec<_> = self.visit.counted(all.iter()).collect();
                let scored = counted.iter().filter(|id| scored.contains(**id)).count();
                Count { scored, of: counted.len(), is_choice: self.visit.is_choice() }
            }
        }
    }
}

/// The part of a [`v1::Observation`] that a list needs.
#[derive(Deserialize)]
pub(super) struct Written {
    id: ObservationId,
    revision: u64,
    #[serde(deserialize_with = "crate::exchange::v1::time::moment")]
    updated_at: Moment,
    status: v1::Status,
    rubric: v1::RubricRef,
    visit: v1::Visit,
    #[serde(default)]
    ratings: BTreeMap<IndicatorId, Rated>,
    // Passed over, and asked only whether there are any.
    #[serde(default)]
    log: Passed,
    #[serde(default)]
    tallies: Passed,
    #[serde(default)]
    scans: Passed,
    #[serde(default)]
    phases: Passed,
}

/// Takes no room: an [`IgnoredAny`] has no size.
type Passed = Vec<IgnoredAny>;

#[derive(Deserialize)]
struct Rated {
    #[serde(default)]
    answer: Option<Given>,
}

/// The keys of [`v1::Answer`].
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Given {
    Score(IgnoredAny),
    NotObserved,
}

impl From<Written> for Summary {
    fn from(written: Written) -> Self {
        let of_lesson = [&written.log, &written.tallies, &written.scans, &written.phases];
        let has_notes = !written.ratings.is_empty() || of_lesson.into_iter().any(|noted| !noted.is_empty());
        let is_scored = |rated: &Rated| matches!(rated.answer, Some(Given::Score(_)));
        let scored = written.ratings.into_iter().filter(|(_, rated)| is_scored(rated)).map(|(id, _)| id);
        Self {
            id: written.id,
            revision: written.revision,
            updated_at: written.updated_at,
            is_completed: matches!(written.status, v1::Status::Completed),
            has_notes,
            visit: written.visit.into(),
            scored: Scored::With(written.rubric.into(), scored.collect()),
        }
    }
}

/// Of a [`v1::Rubric`] the indicators.
#[derive(Deserialize)]
pub(super) struct RubricIndicators {
    domains: Vec<DomainIndicators>,
}

#[derive(Deserialize)]
struct DomainIndicators {
    indicators: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    id: IndicatorId,
}

impl RubricIndicators {
    pub(super) fn ids(self) -> Vec<IndicatorId> {
        self.domains.into_iter().flat_map(|domain| domain.indicators).map(|indicator| indicator.id).collect()
    }
}
