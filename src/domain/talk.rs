//! The talk after the lesson.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{AgreementId, IndicatorId, PointId};

/// The two lists of points in a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PointList {
    /// What went well.
    Strengths,
    /// What the teacher wants to grow in.
    GrowthPoints,
}

/// One strength or growth point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalkPoint {
    /// Stable over edits.
    pub id: PointId,
    /// In the words of the talk.
    pub text: String,
    /// The indicator that it belongs to, if any.
    pub indicator: Option<IndicatorId>,
}

/// What was agreed: what, who, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Stable over edits.
    pub id: AgreementId,
    /// What will be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// The day by which; `None` if no day was agreed.
    pub when: Option<NaiveDate>,
}

/// What teacher and observer said and agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// The teacher's own view, which comes first.
    pub teacher_view: String,
    /// The observer's view.
    pub observer_view: String,
    /// What went well.
    pub strengths: Vec<TalkPoint>,
    /// What to grow in.
    pub growth_points: Vec<TalkPoint>,
    /// What was agreed.
    pub agreements: Vec<Agreement>,
}

impl Talk {
    /// One of the two lists.
    #[must_use]
    pub fn points(&self, list: PointList) -> &[TalkPoint] {
        match list {
            PointList::Strengths => &self.strengths,
            PointList::GrowthPoints => &self.growth_points,
        }
    }

    pub(super) fn points_mut(&mut self, list: PointList) -> &mut Vec<TalkPoint> {
        match list {
            PointList::Strengths => &mut self.strengths,
            PointList::GrowthPoints => &mut self.growth_points,
        }
    }
}
