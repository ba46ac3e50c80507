//! How far two observers of one lesson agree.

use crate::domain::Score;

/// The points of the longest scale: of a shorter one the last are never counted.
const POINTS: usize = Score::HIGHEST as usize;

/// Agreement over the indicators that both observers scored. "Niet gezien" and blank are no scores, so they do not count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RaterAgreement {
    /// How many indicators both scored.
    pub of: usize,
    /// How many of these got the same score twice.
    pub exact: usize,
    /// How many got scores that differ by one point at most.
    pub within_one: usize,
    /// Cohen's kappa with linear weights, from -1 to 1: agreement beyond chance, where a difference weighs as
    /// many times as it has points. `None` where chance explains everything: nothing scored twice, or one and the same score throughout.
    ///
    /// Cohen (1968), Weighted kappa, Psychological Bulletin 70, 213-220; weights of Cicchetti and Allison (1971).
    pub kappa: Option<f64>,
    /// Whether one of the observers gave one score to at least four indicators in five. Chance agreement is high then and kappa
    /// low, however well the two agree: Feinstein and Cicchetti (1990), Journal of Clinical Epidemiology 43, 543-549.
    pub is_skewed: bool,
}

impl RaterAgreement {
    /// The agreement in pairs of scores: the first observer's and the second's.
    #[must_use]
    pub fn of(pairs: impl IntoIterator<Item = (Score, Score)>) -> Self {
        let mut agreement = Self { of: 0, exact: 0, within_one: 0, kappa: None, is_skewed: false };
        let (mut first, mut second) = ([0_usize; POINTS], [0_usize; POINTS]);
        let mut apart = 0;
        for (one, other) in pairs {
            let gap = gap(one, other);
            agreement.of += 1;
            agreement.exact += usize::from(gap == 0);
            agreement.within_one += usize::from(gap <= 1);
            apart += gap;
            count(&mut first, one);
            count(&mut second, other);
        }
        agreement.kappa = kappa(apart, agreement.of, first, second);
        let most = first.into_iter().chain(second).max().unwrap_or(0);
        agreement.is_skewed = agreement.of > 0 && most * 5 >= agreement.of * 4;
        agreement
    }
}

/// How many points two scores are apart.
pub(super) fn gap(one: Score, other: Score) -> usize {
    usize::from(one.get().abs_diff(other.get()))
}

fn count(times: &mut [usize; POINTS], score: Score) {
    if let Some(times) = times.get_mut(usize::from(score.get()) - 1) {
        *times += 1;
    }
}

/// One minus the observed distance over the distance that chance alone would give. The same as the usual form with weights
/// `1 - gap / (POINTS - 1)`, in which the largest gap cancels out.
#[allow(clippy::cast_precision_loss, reason = "a rubric has dozens of indicators")]
fn kappa(apart: usize, of: usize, first: [usize; POINTS], second: [usize; POINTS]) -> Option<f64> {
    let by_chance: usize = first
        .iter()
        .enumerate()
        .flat_map(|(i, a)| second.iter().enumerate().map(move |(j, b)| a * b * i.abs_diff(j)))
        .sum();
    (by_chance > 0).then(|| 1.0 - (apart * of) as f64 / by_chance as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn score(point: u8) -> Score {
        Score::try_from(point).expect("a score")
    }

    /// A table of the first observer's scores (rows) by the second's (columns), as pairs.
    fn pairs(table: [[usize; 4]; 4]) -> impl Iterator<Item = (Score, Score)> {
        let cell = |i: usize, j: usize| (score(i as u8 + 1), score(j as u8 + 1));
        table.into_iter().enumerate().flat_map(move |(i, row)| {
            row.into_iter().enumerate().flat_map(move |(j, n)| std::iter::repeat_n(cell(i, j), n))
        })
    }

    /// Hout, Duncan and Sobel (1987), in Agresti (1990), Categorical Data Analysis, p. 42; R's package vcd gives
    /// `Kappa(SexualFun)`: 0.2374 with equal-spacing weights, of 91 couples.
    #[test]
    fn it_is_what_vcd_gives_for_the_91_couples_of_agresti() {
        let agreement = RaterAgreement::of(pairs([[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]]));
        assert!((agreement.kappa.expect("a kappa") - 0.2374).abs() < 0.000_05);
        assert_eq!((agreement.of, agreement.exact, agreement.within_one), (91, 33, 68));
        assert!(!agreement.is_skewed);
    }

    /// The skin condition data of the SAS/STAT manual, PROC FREQ ("Agreement Study"): 88 patients, of whom 45 on the diagonal.
    /// Kappa worked by hand from the margins 15 29 23 21 and 17 20 31 20: 50 points apart, against 101.66 by chance.
    #[test]
    fn it_is_what_the_margins_of_two_dermatologists_give() {
        let agreement =
            RaterAgreement::of(pairs([[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]));
        assert_eq!((agreement.of, agreement.exact, agreement.within_one), (88, 45, 81));
        assert!((agreement.kappa.expect("a kappa") - 0.508_160).abs() < 0.000_001);
    }

    #[test]
    fn nothing_scored_twice_is_no_agreement_and_no_caution() {
        let agreement = RaterAgreement::of([]);
        assert_eq!((agreement.of, agreement.kappa, agreement.is_skewed), (0, None, false));
    }

    #[test]
    fn one_score_throughout_has_no_kappa_and_a_caution() {
        let agreement = RaterAgreement::of(pairs([[0; 4], [0; 4], [0, 0, 9, 0], [0; 4]]));
        assert_eq!((agreement.exact, agreement.kappa, agreement.is_skewed), (9, None, true));
    }

    #[test]
    fn one_observer_who_always_gives_the_same_agrees_no_better_than_chance() {
        let agreement = RaterAgreement::of(pairs([[0, 0, 2, 0], [0, 0, 3, 0], [0, 0, 4, 0], [0, 0, 1, 0]]));
        assert_eq!((agreement.kappa, agreement.is_skewed), (Some(0.0), true));
    }

    #[test]
    fn opposite_ends_are_the_least_agreement_there_is() {
        let agreement = RaterAgreement::of(pairs([[0, 0, 0, 5], [0; 4], [0; 4], [5, 0, 0, 0]]));
        assert_eq!((agreement.exact, agreement.within_one, agreement.kappa), (0, 0, Some(-1.0)));
    }

    proptest! {
        #[test]
        fn it_stays_within_its_bounds_and_does_not_mind_who_comes_first(
            scores in proptest::collection::vec((1_u8..=4, 1_u8..=4), 0..40)
        ) {
            let there = RaterAgreement::of(scores.iter().map(|(a, b)| (score(*a), score(*b))));
            let back = RaterAgreement::of(scores.iter().rev().map(|(a, b)| (score(*b), score(*a))));
            prop_assert_eq!(there, back);
            prop_assert!(there.exact <= there.within_one && there.within_one <= there.of);
            prop_assert!(there.kappa.is_none_or(|kappa| (-1.0..=1.0).contains(&kappa)));
            // Full agreement on more than one score is 1, and nothing else is.
            prop_assert_eq!(there.kappa == Some(1.0), there.kappa.is_some() && there.exact == there.of);
        }
    }
}
