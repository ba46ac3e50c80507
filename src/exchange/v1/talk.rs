//! The talk as written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::{self, AgreementId, IndicatorId, PointId};

/// What teacher and observer said and agreed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Talk {
    /// The teacher's own view.
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

/// One strength or growth point.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TalkPoint {
    /// UUID v7.
    pub id: PointId,
    /// In the words of the talk.
    pub text: String,
    /// The indicator that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
}

/// What, who, when.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agreement {
    /// UUID v7.
    pub id: AgreementId,
    /// What will be done.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// The day by which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<NaiveDate>,
}

impl From<Talk> for domain::Talk {
    fn from(wire: Talk) -> Self {
        let point = |TalkPoint { id, text, indicator }| domain::TalkPoint { id, text, indicator };
        let agreement = |Agreement { id, what, who, when }| domain::Agreement { id, what, who, when };
        Self {
            teacher_view: wire.teacher_view,
            observer_view: wire.observer_view,
            strengths: wire.strengths.into_iter().map(point).collect(),
            growth_points: wire.growth_points.into_iter().map(point).collect(),
            agreements: wire.agreements.into_iter().map(agreement).collect(),
        }
    }
}

impl From<&domain::Talk> for Talk {
    fn from(talk: &domain::Talk) -> Self {
        let talk = talk.clone();
        let point = |domain::TalkPoint { id, text, indicator }| TalkPoint { id, text, indicator };
        let agreement = |domain::Agreement { id, what, who, when }| Agreement { id, what, who, when };
        Self {
            teacher_view: talk.teacher_view,
            observer_view: talk.observer_view,
            strengths: talk.strengths.into_iter().map(point).collect(),
            growth_points: talk.growth_points.into_iter().map(point).collect(),
            agreements: talk.agreements.into_iter().map(agreement).collect(),
        }
    }
}
