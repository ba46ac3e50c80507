//! Where a school stands on one indicator: what the visits of a year say of it, in numbers without names.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use thiserror::Error;

use super::roster::{Roster, Who};
use crate::domain::{Answer, Baseline, IndicatorId, Observation, RubricId, SchoolYear, Score, VisitKind};

/// Of fewer teachers a number tells who is meant.
pub const FEWEST_TEACHERS: usize = 5;

/// Visits are there, but of too few teachers to say something without saying it of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{teachers} teachers are too few for a baseline")]
pub struct TooFewTeachers {
    /// How many are known.
    pub teachers: usize,
}

/// Which visits count, by their day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Those of a school year.
    Year(SchoolYear),
    /// Those that came after this day, in whatever year.
    After(NaiveDate),
}

impl Period {
    /// Whether visits of that day count.
    #[must_use]
    pub fn has(self, day: NaiveDate) -> bool {
        match self {
            Self::Year(year) => SchoolYear::of(day) == year,
            Self::After(last) => day > last,
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// Of this indicator...
    pub indicator: &'a IndicatorId,
    /// ...of this rubric, in any version...
    pub rubric: &'a RubricId,
    /// ...in these visits.
    pub period: Period,
    /// How many points the scale of this rubric has.
    pub points: usize,
    /// Its sentence, to be frozen.
    pub text: &'a str,
    /// The day on which it is asked.
    pub today: NaiveDate,
    /// So many teachers must stand behind it; never fewer than [`FEWEST_TEACHERS`].
    pub fewest: usize,
}

impl Question<'_> {
    /// What a visit says: a completed visit of that period to somebody else, that looked at the indicator.
    fn answer(&self, visit: &Observation) -> Option<Answer> {
        let counts = visit.is_completed()
            && visit.visit.kind != VisitKind::SelfAssessment
            && visit.rubric.id == *self.rubric
            && self.period.has(visit.visit.date);
        visit.counted_answer(self.indicator).filter(|_| counts)
    }

    /// Counts. A teacher counts who got a score: "niet gezien" alone hides nobody.
    ///
    /// # Errors
    /// [`TooFewTeachers`] below `fewest`.
    pub fn ask<'v>(
        &self,
        visits: impl IntoIterator<Item = &'v Observation>,
        roster: &Roster,
    ) -> Result<Baseline, TooFewTeachers> {
        let [mut teachers, mut observers] = [BTreeSet::<Who>::new(), BTreeSet::new()];
        let mut days = BTreeSet::new();
        let (mut scores, mut not_observed) = (vec![0; self.points], 0);
        for visit in visits {
            let Some(answer) = self.answer(visit) else { continue };
            // Of a lesson of nobody in particular it is not known of how many it is.
            let Some(teacher) = roster.who(&visit.visit.teacher) else { continue };
            observers.extend(roster.who(&visit.visit.observer));
            days.insert(visit.visit.date);
            match answer {
                Answer::NotObserved => not_observed += 1,
                Answer::Score(score) => {
                    // A score beyond the scale says nothing of anybody.
                    if let Some(count) = scores.get_mut(usize::from(score.get() - Score::LOWEST)) {
                        *count += 1;
                        teachers.insert(teacher);
                    }
                }
            }
        }
        let too_few = TooFewTeachers { teachers: teachers.len() };
        if teachers.len() < self.fewest.max(FEWEST_TEACHERS) {
            return Err(too_few);
        }
        let (Some(from), Some(until)) = (days.first(), days.last()) else { return Err(too_few) };
        let count = |people: &BTreeSet<Who>| u32::try_from(people.len()).unwrap_or(u32::MAX);
        Ok(Baseline {
            text: self.text.to_owned(),
            taken_on: self.today,
            from: *from,
            until: *until,
            observers: count(&observers),
            teachers: count(&teachers),
            scores,
            not_observed,
        })
    }
}
