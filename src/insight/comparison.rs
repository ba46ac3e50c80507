//! Two visits to one lesson beside each other: of two observers, or of an observer and the teacher herself.

use std::cmp::Reverse;

use super::rater_agreement::{RaterAgreement, gap};
use crate::domain::{Answer, IndicatorId, Observation, Rubric};

/// One indicator in two visits, each of which has an answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// Which indicator.
    pub indicator: IndicatorId,
    /// The answer of the first visit.
    pub first: Answer,
    /// The answer of the second.
    pub second: Answer,
}

impl SideBySide {
    /// How many points apart; `None` where one of them did not see it.
    #[must_use]
    pub fn gap(&self) -> Option<usize> {
        match (self.first, self.second) {
            (Answer::Score(first), Answer::Score(second)) => Some(gap(first, second)),
            _ => None,
        }
    }
}

/// Two visits beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Over what both scored.
    pub agreement: RaterAgreement,
    /// What they answered differently: the agenda of their talk. The widest apart first; then what one of them saw and the other
    /// did not; else in the order of the rubric.
    pub differences: Vec<SideBySide>,
    /// What they answered alike, in the order of the rubric.
    pub alike: Vec<SideBySide>,
    /// The indicators that only one of them answered at all, in the order of the rubric.
    pub one_sided: Vec<IndicatorId>,
}

impl Comparison {
    /// Compares the answers to the indicators of `rubric`. An id means the same in every version of a rubric, so visits that
    /// were scored with another version can be compared too.
    #[must_use]
    pub fn of(rubric: &Rubric, first: &Observation, second: &Observation) -> Self {
        let mut one_sided = Vec::new();
        let mut rows = Vec::new();
        for indicator in rubric.indicators() {
            match (first.counted_answer(&indicator.id), second.counted_answer(&indicator.id)) {
                (Some(first), Some(second)) => {
                    rows.push(SideBySide { indicator: indicator.id.clone(), first, second });
                }
                (None, None) => {}
                _ => one_sided.push(indicator.id.clone()),
            }
        }
        let scores = rows.iter().filter_map(|row| match (row.first, row.second) {
            (Answer::Score(first), Answer::Score(second)) => Some((first, second)),
            _ => None,
        });
        let agreement = RaterAgreement::of(scores);
        let (alike, mut differences): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|row| row.first == row.second);
        differences.sort_by_key(|row| Reverse(row.gap()));
        Self { agreement, differences, alike, one_sided }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Edit, Indicator, LangText, Moment, ObservationId, RubricDomain, RubricRef, Score, uuid_v7,
    };

    fn now() -> Moment {
        Moment::parse_from_rfc3339("2026-11-23T09:00:00+01:00").expect("a time")
    }

    fn visit(answers: &[(&str, u8)]) -> Observation {
        let rubric = RubricRef { id: "r".parse().expect("an id"), version: 1, hash: String::new() };
        let mut visit = Observation::begin(ObservationId(uuid_v7(0, [0; 10])), rubric, now());
        for (id, point) in answers {
            let answer = Score::try_from(*point).map_or(Answer::NotObserved, Answer::Score);
            visit.apply(Edit::Answer(id.parse().expect("an id"), Some(answer)), now());
        }
        visit
    }

    fn rubric() -> Rubric {
        let text = || LangText { nl: "tekst".to_owned(), en: "text".to_owned() };
        let indicator = |id: &str| Indicator {
            id: id.parse().expect("an id"),
            text: text(),
            look_fors: Vec::new(),
            low: text(),
            high: text(),
        };
        let indicators = ["D1", "D2", "D3", "I1", "F1", "F2"].map(indicator).into();
        let domain = RubricDomain { id: "D".parse().expect("an id"), title: text(), indicators };
        let id = "r".parse().expect("an id");
        Rubric {
            id,
            version: 1,
            title: text(),
            scale: Vec::new(),
            sources: Vec::new(),
            domains: vec![domain],
            retired: Vec::new(),
        }
    }

    fn ids(rows: &[SideBySide]) -> Vec<&str> {
        rows.iter().map(|row| row.indicator.as_str()).collect()
    }

    /// 0 is "niet gezien".
    #[test]
    fn the_widest_difference_comes_first_and_what_one_did_not_see_last() {
        let first = visit(&[("D1", 2), ("D2", 0), ("D3", 1), ("I1", 3), ("F1", 4)]);
        let second = visit(&[("D1", 3), ("D2", 4), ("D3", 4), ("I1", 3), ("F2", 1)]);
        let comparison = Comparison::of(&rubric(), &first, &second);
        assert_eq!(ids(&comparison.differences), ["D3", "D1", "D2"]);
        assert_eq!(ids(&comparison.alike), ["I1"]);
        assert_eq!(comparison.one_sided.iter().map(IndicatorId::as_str).collect::<Vec<_>>(), ["F1", "F2"]);
        assert_eq!(
            (comparison.agreement.of, comparison.agreement.exact, comparison.agreement.within_one),
            (3, 1, 2)
        );
    }

    #[test]
    fn what_a_visit_does_not_look_at_is_not_compared() {
        let mut first = visit(&[("D1", 2), ("D2", 4)]);
        first.visit.chosen = ["D1".parse().expect("an id")].into();
        let comparison = Comparison::of(&rubric(), &first, &visit(&[("D1", 2), ("D2", 1)]));
        assert_eq!((ids(&comparison.alike), comparison.agreement.of), (vec!["D1"], 1));
        assert_eq!((ids(&comparison.differences), comparison.one_sided.len()), (Vec::new(), 1));
    }

    #[test]
    fn not_seen_by_both_is_alike_and_no_score() {
        let comparison = Comparison::of(&rubric(), &visit(&[("D1", 0)]), &visit(&[("D1", 0)]));
        assert_eq!((ids(&comparison.alike), comparison.agreement.of), (vec!["D1"], 0));
    }
}
