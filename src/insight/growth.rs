//! One teacher over time, and how far her figures can be trusted.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::ladder::{Ladder, NextStep};
use super::roster::{Roster, Who};
use super::sample::Scale;
use crate::domain::{Answer, IndicatorId, Observation, ObservationId, Rubric};

/// So many visits by so many observers give feedback a reliability of .70: Van der Lans, Van de Grift, Van Veen and Fokkens-Bruinsma (2016),
/// Once is not enough, Studies in Educational Evaluation 50, 88-95.
pub const ENOUGH: usize = 3;

/// How many visits by how many observers stand behind what is said of a teacher.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reliability {
    /// Visits.
    pub visits: usize,
    /// People who watched. A visit without a name has nobody.
    pub observers: usize,
}

impl Reliability {
    /// Whether a summary may be given.
    #[must_use]
    pub fn is_enough(&self) -> bool {
        self.visits >= ENOUGH && self.observers >= ENOUGH
    }
}

/// A teacher over her visits, the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// The visits.
    pub visits: Vec<GrowthPoint>,
    /// What stands behind them.
    pub reliability: Reliability,
}

/// One visit.
#[derive(Clone, Debug, PartialEq)]
pub struct GrowthPoint {
    /// Which one.
    pub id: ObservationId,
    /// When.
    pub date: NaiveDate,
    /// Who watched, if anybody was named.
    pub observer: Option<Who>,
    /// The mean of the scores in each domain with their number, in the order of the rubric; `None`: no score.
    pub domains: Vec<Option<(f64, usize)>>,
    /// The answers to the indicators of the rubric, in its order.
    pub answers: Vec<(IndicatorId, Option<Answer>)>,
}

impl Growth {
    /// Of those visits to `teacher` that she agreed to show here ([`Observation::shows_growth`]).
    #[must_use]
    pub fn of<'v>(
        rubric: &Rubric,
        roster: &Roster,
        teacher: &Who,
        visits: impl IntoIterator<Item = &'v Observation>,
    ) -> Self {
        let scale = Scale::of(rubric);
        let is_hers = |visit: &&Observation| {
            visit.shows_growth()
                && visit.rubric.id == rubric.id
                && scale.fits(visit)
                && roster.who(&visit.visit.teacher).as_ref() == Some(teacher)
        };
        let mut visits: Vec<&Observation> = visits.into_iter().filter(is_hers).collect();
        visits.sort_by_key(|visit| (visit.visit.date, visit.visit.started_at, visit.id));
        let point = |visit| GrowthPoint::of(rubric, roster, visit);
        let visits: Vec<GrowthPoint> = visits.into_iter().map(point).collect();
        let observers: BTreeSet<&Who> = visits.iter().filter_map(|visit| visit.observer.as_ref()).collect();
        let reliability = Reliability { visits: visits.len(), observers: observers.len() };
        Self { visits, reliability }
    }
}

impl Growth {
    /// What comes next for her on the ladder of the school: an indicator counts as reached where it was in at least half of her
    /// scores. `None` before enough visits by enough observers: what is said of a few lessons is said of chance.
    #[must_use]
    pub fn next_step(&self, scale: &Scale, ladder: &Ladder) -> Option<NextStep> {
        self.reliability.is_enough().then(|| ladder.next(|id| self.is_reached(scale, id)))
    }

    fn is_reached(&self, scale: &Scale, id: &IndicatorId) -> Option<bool> {
        let answers = self.visits.iter().flat_map(|visit| &visit.answers).filter(|(one, _)| one == id);
        let scores = answers.filter_map(|(_, answer)| match answer {
            Some(Answer::Score(score)) => Some(*score),
            _ => None,
        });
        let reached: Vec<bool> = scores.map(|score| scale.is_reached(score)).collect();
        let times = reached.iter().filter(|is_reached| **is_reached).count();
        (!reached.is_empty()).then(|| times * 2 >= reached.len())
    }
}

impl GrowthPoint {
    #[allow(clippy::cast_precision_loss, reason = "a rubric has dozens of indicators")]
    fn of(rubric: &Rubric, roster: &Roster, visit: &Observation) -> Self {
        let domains = rubric.domains.iter().map(|domain| {
            let scores = domain.indicators.iter().filter_map(|one| match visit.counted_answer(&one.id)? {
                Answer::Score(score) => Some(f64::from(score.get())),
                Answer::NotObserved => None,
            });
            let scores: Vec<f64> = scores.collect();
            (!scores.is_empty()).then(|| (scores.iter().sum::<f64>() / scores.len() as f64, scores.len()))
        });
        Self {
            id: visit.id,
            date: visit.visit.date,
            observer: roster.who(&visit.visit.observer),
            domains: domains.collect(),
            answers: rubric.indicators().map(|one| (one.id.clone(), visit.counted_answer(&one.id))).collect(),
        }
    }
}
