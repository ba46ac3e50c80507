//! The talk after the lesson.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::follow_up::FollowUp;
use super::ids::{AgreementId, IndicatorId, ObservationId, PointId};
use super::observation::Observation;
use super::time::Moment;
use super::visit::VisitKind;

/// Who takes part in a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Participant {
    /// Who taught.
    Teacher,
    /// Who watched.
    Observer,
}

impl Participant {
    /// Both, in the order of the talk.
    pub const ALL: [Self; 2] = [Self::Teacher, Self::Observer];
}

/// The two lists of points in a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PointList {
    /// What went well.
    Strengths,
    /// What the teacher wants to grow in.
    GrowthPoints,
}

/// One strength or growth point.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TalkPoint {
    /// Stable over edits.
    pub id: PointId,
    /// In the words of the talk.
    pub text: String,
    /// The indicator that it belongs to, if any.
    pub indicator: Option<IndicatorId>,
}

/// What was agreed: what, who, when.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// What a lesson alone cannot show. The teacher tells it; nobody observed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AroundLesson {
    /// How results were used to prepare the lesson.
    pub preparing: String,
    /// How is found out whether the goal was reached, and what is done with that.
    pub evaluating: String,
}

/// Who says that the talk is written down right, and since when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// The teacher.
    pub teacher: Option<Moment>,
    /// The observer.
    pub observer: Option<Moment>,
}

impl Confirmed {
    /// Since when this one says so; `None`: not, or not any more.
    #[must_use]
    pub fn by(&self, participant: Participant) -> Option<Moment> {
        match participant {
            Participant::Teacher => self.teacher,
            Participant::Observer => self.observer,
        }
    }

    pub(super) fn by_mut(&mut self, participant: Participant) -> &mut Option<Moment> {
        match participant {
            Participant::Teacher => &mut self.teacher,
            Participant::Observer => &mut self.observer,
        }
    }
}

/// What teacher and observer said and agreed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// The visit before this one with the same teacher, whose open agreements this one takes up.
    pub follows: Option<ObservationId>,
    /// What was agreed before, and what came of it.
    pub follow_ups: Vec<FollowUp>,
    /// The teacher's own view, which comes first.
    pub teacher_view: String,
    /// What the lesson alone does not show.
    pub around: AroundLesson,
    /// The observer's view.
    pub observer_view: String,
    /// Since when both look at the scores; `None`: they are hidden.
    pub scores_shown: Option<Moment>,
    /// What went well.
    pub strengths: Vec<TalkPoint>,
    /// What to grow in.
    pub growth_points: Vec<TalkPoint>,
    /// What was agreed.
    pub agreements: Vec<Agreement>,
    /// The answer to the teacher's own question.
    pub answer: String,
    /// Since when the teacher agrees that this visit shows in her own growth; `None`: she does not. It is hers: with another
    /// teacher it is gone.
    pub in_growth: Option<Moment>,
    /// Who says that all this is right. A change of what the talk says takes it away.
    pub confirmed: Confirmed,
}

impl Observation {
    /// Whether a visit of this kind can show in a teacher's own growth: visits of colleagues to each other count for the team
    /// alone, and a lesson that she rated herself has no observer.
    #[must_use]
    pub fn can_show_growth(&self) -> bool {
        !matches!(self.visit.kind, VisitKind::Peer | VisitKind::SelfAssessment)
    }

    /// Whether it does: it can, it is completed, and she agreed.
    #[must_use]
    pub fn shows_growth(&self) -> bool {
        self.can_show_growth() && self.is_completed() && self.talk.in_growth.is_some()
    }
}

impl Talk {
    /// What tells whether it says the same: whoever looks at the scores, and whoever says that it is right. What was begun
    /// and left empty says nothing. Not for keeping: another build may count otherwise.
    #[must_use]
    pub fn words(&self) -> u64 {
        let Self { follow_ups, teacher_view, around, observer_view, answer, .. } = self;
        let mut words = DefaultHasher::new();
        (follow_ups, teacher_view, around, observer_view, answer).hash(&mut words);
        for points in [&self.strengths, &self.growth_points] {
            words.write_u8(0);
            points
                .iter()
                .filter(|point| !point.text.trim().is_empty())
                .for_each(|point| point.hash(&mut words));
        }
        words.write_u8(0);
        let is_empty = |one: &&Agreement| one.what.trim().is_empty() && one.who.trim().is_empty();
        self.agreements.iter().filter(|one| !is_empty(one)).for_each(|one| one.hash(&mut words));
        words.finish()
    }

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
