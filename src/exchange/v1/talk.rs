//! The talk as written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::time;
use crate::domain::{self, AgreementId, IndicatorId, Moment, ObservationId, Outcome, PointId};

/// What teacher and observer said and agreed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Talk {
    /// The visit before this one with the same teacher, whose open agreements this one takes up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<ObservationId>,
    /// What was agreed before, and what came of it; absent if nothing is taken up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// The teacher's own view.
    pub teacher_view: String,
    /// How results were used to prepare the lesson, as the teacher told it; nobody observed it. Absent if nothing was
    /// written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub told_of_preparing: String,
    /// How is found out whether the goal was reached, and what is done with that; likewise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub told_of_evaluating: String,
    /// The observer's view.
    pub observer_view: String,
    /// Since when both look at the scores; absent: they are hidden in the talk.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_moment")]
    pub scores_shown_at: Option<Moment>,
    /// What went well.
    pub strengths: Vec<TalkPoint>,
    /// What to grow in.
    pub growth_points: Vec<TalkPoint>,
    /// What was agreed.
    pub agreements: Vec<Agreement>,
    /// The answer to the teacher's own question; absent if nothing was written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// Since when the teacher agrees that this visit shows in her own growth; absent: she does not.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_moment")]
    pub in_growth_since: Option<Moment>,
    /// Since when the teacher says that the talk is written down right.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_moment")]
    pub confirmed_by_teacher: Option<Moment>,
    /// Since when the observer says so.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_moment")]
    pub confirmed_by_observer: Option<Moment>,
}

/// An agreement of an earlier visit, and what came of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FollowUp {
    /// As it was agreed.
    pub agreement: Agreement,
    /// The visit in which it was agreed.
    pub visit: ObservationId,
    /// The day of that visit.
    #[serde(deserialize_with = "time::day")]
    pub agreed_on: NaiveDate,
    /// Absent: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// A short word on it.
    #[serde(default)]
    pub note: String,
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
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time::maybe_day")]
    pub when: Option<NaiveDate>,
}

impl From<Talk> for domain::Talk {
    fn from(wire: Talk) -> Self {
        let point = |TalkPoint { id, text, indicator }| domain::TalkPoint { id, text, indicator };
        Self {
            follows: wire.follows,
            follow_ups: wire.follow_ups.into_iter().map(Into::into).collect(),
            teacher_view: wire.teacher_view,
            around: domain::AroundLesson {
                preparing: wire.told_of_preparing,
                evaluating: wire.told_of_evaluating,
            },
            observer_view: wire.observer_view,
            scores_shown: wire.scores_shown_at,
            strengths: wire.strengths.into_iter().map(point).collect(),
            growth_points: wire.growth_points.into_iter().map(point).collect(),
            agreements: wire.agreements.into_iter().map(Into::into).collect(),
            answer: wire.answer,
            in_growth: wire.in_growth_since,
            confirmed: domain::Confirmed {
                teacher: wire.confirmed_by_teacher,
                observer: wire.confirmed_by_observer,
            },
        }
    }
}

impl From<&domain::Talk> for Talk {
    fn from(talk: &domain::Talk) -> Self {
        let talk = talk.clone();
        let point = |domain::TalkPoint { id, text, indicator }| TalkPoint { id, text, indicator };
        Self {
            follows: talk.follows,
            follow_ups: talk.follow_ups.into_iter().map(Into::into).collect(),
            teacher_view: talk.teacher_view,
            told_of_preparing: talk.around.preparing,
            told_of_evaluating: talk.around.evaluating,
            observer_view: talk.observer_view,
            scores_shown_at: talk.scores_shown,
            strengths: talk.strengths.into_iter().map(point).collect(),
            growth_points: talk.growth_points.into_iter().map(point).collect(),
            agreements: talk.agreements.into_iter().map(Into::into).collect(),
            answer: talk.answer,
            in_growth_since: talk.in_growth,
            confirmed_by_teacher: talk.confirmed.teacher,
            confirmed_by_observer: talk.confirmed.observer,
        }
    }
}

impl From<Agreement> for domain::Agreement {
    fn from(Agreement { id, what, who, when }: Agreement) -> Self {
        Self { id, what, who, when }
    }
}

impl From<domain::Agreement> for Agreement {
    fn from(domain::Agreement { id, what, who, when }: domain::Agreement) -> Self {
        Self { id, what, who, when }
    }
}

impl From<FollowUp> for domain::FollowUp {
    fn from(FollowUp { agreement, visit, agreed_on, outcome, note }: FollowUp) -> Self {
        Self { agreement: agreement.into(), visit, agreed_on, outcome, note }
    }
}

impl From<domain::FollowUp> for FollowUp {
    fn from(one: domain::FollowUp) -> Self {
        let domain::FollowUp { agreement, visit, agreed_on, outcome, note } = one;
        Self { agreement: agreement.into(), visit, agreed_on, outcome, note }
    }
}
