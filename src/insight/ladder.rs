//! Which indicators this school reaches often and which seldom, and what comes next.
//!
//! Teaching skills have an order of difficulty: Van de Grift, Van der Wal and Torenbeek (2011) and Van der Lans, Van de Grift and
//! Van Veen (2018) found it with the Rasch model for ICALT, and took as the next step the first skill on it that a teacher does
//! not yet show. The share of lessons in which an indicator is reached orders as that model does (a sum score is sufficient
//! for it); this school's own shares are what is known of this rubric.

use std::cmp::Ordering;

use super::distribution::{Distribution, percent};
use crate::domain::IndicatorId;

/// One indicator on the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Which one.
    pub indicator: IndicatorId,
    /// In how many scores it was reached: the upper half of the scale.
    pub reached: usize,
    /// Of how many.
    pub scored: usize,
    /// Of so many teachers.
    pub teachers: usize,
}

impl Rung {
    /// From its answers.
    #[must_use]
    pub fn of(indicator: IndicatorId, answers: &Distribution) -> Self {
        Self {
            indicator,
            reached: answers.reached,
            scored: answers.scored(),
            teachers: answers.base.teachers,
        }
    }

    /// How many in a hundred.
    #[must_use]
    pub fn percent(&self) -> usize {
        percent(self.reached, self.scored)
    }

    fn easier_first(&self, other: &Self) -> Ordering {
        (other.reached * self.scored).cmp(&(self.reached * other.scored))
    }
}

/// Indicators from often to seldom reached; those that are equal in the order of the rubric.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder(pub Vec<Rung>);

/// More of the pairs than this many in a hundred against the order, and a lesson does not fit it. Answers by chance give fifty.
const MOST_AGAINST: usize = 30;
/// With fewer indicators scored a next step is a guess.
const FEWEST_SCORED: usize = 10;

/// What comes next for a lesson, or for a teacher over her lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// The first indicator of the ladder that was scored and not reached; `None`: all were reached.
    pub indicator: Option<IndicatorId>,
    /// Pairs in which the harder one was reached and the easier one not (Guttman errors).
    pub against: usize,
    /// As many as there could be with as many reached.
    pub most: usize,
    /// How many indicators were scored.
    pub scored: usize,
}

impl NextStep {
    /// Whether too much goes against the order to go by it.
    #[must_use]
    pub fn does_not_fit(&self) -> bool {
        self.against * 100 > self.most * MOST_AGAINST
    }

    /// Whether too little was scored.
    #[must_use]
    pub fn is_thin(&self) -> bool {
        self.scored < FEWEST_SCORED
    }
}

impl Ladder {
    /// Of rungs in the order of the rubric.
    #[must_use]
    pub fn of(mut rungs: Vec<Rung>) -> Self {
        rungs.retain(|rung| rung.scored > 0);
        rungs.sort_by(Rung::easier_first);
        Self(rungs)
    }

    /// The first that is reached in fewer than half of the lessons: the school's own next step.
    #[must_use]
    pub fn next_for_all(&self) -> Option<&Rung> {
        self.0.iter().find(|rung| rung.reached * 2 < rung.scored)
    }

    /// What comes next where `is_reached` says of each indicator whether it was reached; `None`: not scored.
    #[must_use]
    pub fn next(&self, is_reached: impl Fn(&IndicatorId) -> Option<bool>) -> NextStep {
        let answers = self.0.iter().filter_map(|rung| is_reached(&rung.indicator).map(|is| (rung, is)));
        let answers: Vec<_> = answers.collect();
        let (mut missed, mut against, mut reached) = (0, 0, 0);
        for (_, is_reached) in &answers {
            if *is_reached {
                reached += 1;
                against += missed;
            } else {
                missed += 1;
            }
        }
        let first = answers.iter().find(|(_, is_reached)| !is_reached);
        NextStep {
            indicator: first.map(|(rung, _)| rung.indicator.clone()),
            against,
            most: reached * missed,
            scored: answers.len(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rung(indicator: &str, reached: usize, scored: usize) -> Rung {
        Rung { indicator: indicator.parse().expect("an id"), reached, scored, teachers: 5 }
    }

    /// Shares 3/4, 1/4, 6/8, 0/5 and nothing.
    fn ladder() -> Ladder {
        Ladder::of(vec![rung("A", 3, 4), rung("B", 1, 4), rung("C", 6, 8), rung("D", 0, 5), rung("E", 0, 0)])
    }

    fn next(answers: [(&str, Option<bool>); 4]) -> NextStep {
        ladder().next(|id| answers.iter().find(|(one, _)| *one == id.as_str()).and_then(|(_, is)| *is))
    }

    #[test]
    fn the_order_is_by_share_and_equals_stay_in_the_order_of_the_rubric() {
        let order: Vec<_> = ladder().0.iter().map(|rung| rung.indicator.to_string()).collect();
        assert_eq!(order, ["A", "C", "B", "D"]);
        assert_eq!(ladder().next_for_all().map(|rung| rung.indicator.to_string()).as_deref(), Some("B"));
    }

    /// A and B reached, C and D not, on the ladder A C B D: one pair (C, B) of four goes against it.
    #[test]
    fn the_next_step_is_the_first_that_was_not_reached() {
        let step = next([("A", Some(true)), ("C", Some(false)), ("B", Some(true)), ("D", Some(false))]);
        assert_eq!(step.indicator.as_ref().map(IndicatorId::as_str), Some("C"));
        assert_eq!((step.against, step.most, step.scored), (1, 4, 4));
        assert!(!step.does_not_fit() && step.is_thin());
    }

    #[test]
    fn a_lesson_upside_down_does_not_fit() {
        let step = next([("A", Some(false)), ("C", Some(false)), ("B", Some(true)), ("D", Some(true))]);
        assert_eq!((step.against, step.most), (4, 4));
        assert!(step.does_not_fit());
        assert_eq!(step.indicator.as_ref().map(IndicatorId::as_str), Some("A"));
    }

    #[test]
    fn what_was_not_scored_counts_on_neither_side() {
        let step = next([("A", Some(true)), ("C", None), ("B", Some(true)), ("D", None)]);
        assert_eq!((step.indicator, step.against, step.most, step.scored), (None, 0, 0, 2));
    }
}
