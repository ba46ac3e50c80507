//! How often which score was given.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::interval::Interval;
use super::sample::{Base, Scale};
use crate::domain::Answer;

/// One answer in one visit.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// In which visit.
    pub lesson: usize,
    /// Who taught.
    pub teacher: usize,
    /// Who watched.
    pub observer: Option<usize>,
    /// What.
    pub answer: Answer,
}

/// The answers to one indicator, or to those of a domain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    /// How many answers gave each point of the scale, the lowest first.
    pub scores: Vec<usize>,
    /// How many of them lie in the upper half of the scale.
    pub reached: usize,
    /// How many were "niet gezien": no score, in no mean and no share.
    pub not_observed: usize,
    /// What stands behind the scores.
    pub base: Base,
    /// The mean of the teachers' means, so that who was visited often does not weigh more, with its 95 % confidence interval over
    /// the teachers. `None` with fewer than two.
    pub mean: Option<Interval>,
}

impl Distribution {
    /// Of answers, in any order.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a teacher has hundreds of scores")]
    pub fn of(scale: &Scale, given: impl IntoIterator<Item = Given>) -> Self {
        let mut scores = vec![0; scale.points().len()];
        let (mut reached, mut not_observed) = (0, 0);
        let (mut visits, mut observers) = (BTreeSet::new(), BTreeSet::new());
        let mut by_teacher: BTreeMap<usize, (u32, usize)> = BTreeMap::new();
        for one in given {
            let Answer::Score(score) = one.answer else {
                not_observed += 1;
                continue;
            };
            scale.place(score).and_then(|place| scores.get_mut(place)).into_iter().for_each(|n| *n += 1);
            reached += usize::from(scale.is_reached(score));
            visits.insert(one.lesson);
            observers.extend(one.observer);
            let (sum, n) = by_teacher.entry(one.teacher).or_default();
            *sum += u32::from(score.get());
            *n += 1;
        }
        let means: Vec<f64> = by_teacher.values().map(|(sum, n)| f64::from(*sum) / *n as f64).collect();
        let (lowest, highest) = scale.ends();
        Self {
            scores,
            reached,
            not_observed,
            base: Base { visits: visits.len(), teachers: by_teacher.len(), observers: observers.len() },
            mean: Interval::of(&means).map(|mean| mean.within(lowest, highest)),
        }
    }

    /// How many scores.
    #[must_use]
    pub fn scored(&self) -> usize {
        self.scores.iter().sum()
    }

    /// How many in a hundred scores lie in the upper half of the scale; rounded, a half upwards. Without a score: none.
    #[must_use]
    pub fn percent_reached(&self) -> usize {
        percent(self.reached, self.scored())
    }
}

/// So many in a hundred, rounded, a half upwards.
#[must_use]
pub fn percent(part: usize, of: usize) -> usize {
    (part * 200 + of) / (2 * of.max(1))
}
