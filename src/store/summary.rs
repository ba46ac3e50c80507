//! What a list shows of a visit. Reading it passes over the log, the notes and the talk.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::domain::{Moment, Observation, ObservationId, RubricRef, Visit};
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
    /// How many indicators it has.
    pub scale: Scale,
    /// Who, when, why.
    pub visit: Visit,
    /// How many of the indicators that the visit looks at hold a score.
    pub scored: usize,
}

impl Summary {
    /// Whether it is an earlier visit to the same teacher than `visit`, and completed. Of two on one day the one that was
    /// made first is the earlier one.
    #[must_use]
    pub fn is_before(&self, visit: &Observation) -> bool {
        let is_earlier = (self.visit.date, self.id) < (visit.visit.date, visit.id);
        self.is_completed && is_earlier && self.visit.teacher.is_called(&visit.visit.teacher.name)
    }
}

/// How many indicators a visit has, or what tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As many as the rubric that it is scored with.
    Of(RubricRef),
    /// So many.
    Indicators(usize),
    /// So many were chosen.
    Chosen(usize),
}

/// The part of a [`v1::Observation`] that a list needs.
#[derive(Deserialize)]
pub(super) struct Written {
    id: ObservationId,
    revision: u64,
    updated_at: Moment,
    status: v1::Status,
    rubric: v1::RubricRef,
    visit: v1::Visit,
    #[serde(default)]
    ratings: BTreeMap<String, Rated>,
}

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
        let visit = Visit::from(written.visit);
        let is_scored = |rated: &Rated| matches!(rated.answer, Some(Given::Score(_)));
        let counts = |id: &String| {
            !visit.is_choice() || visit.chosen.iter().any(|chosen| chosen.as_str() == id.as_str())
        };
        let scale = if visit.is_choice() {
            Scale::Chosen(visit.chosen.len())
        } else {
            Scale::Of(written.rubric.into())
        };
        let scored = written.ratings.iter().filter(|(id, rated)| counts(id) && is_scored(rated)).count();
        Self {
            id: written.id,
            revision: written.revision,
            updated_at: written.updated_at,
            is_completed: matches!(written.status, v1::Status::Completed),
            scale,
            visit,
            scored,
        }
    }
}

/// How many indicators a [`v1::Rubric`] has.
#[derive(Deserialize)]
pub(super) struct RubricSize {
    domains: Vec<DomainSize>,
}

#[derive(Deserialize)]
struct DomainSize {
    indicators: Vec<IgnoredAny>,
}

impl RubricSize {
    pub(super) fn indicators(&self) -> usize {
        self.domains.iter().map(|domain| domain.indicators.len()).sum()
    }
}
