//! Figures of a half of the year: counted as those of a year, and never a way to have what the year does not show.

use std::collections::BTreeSet;

use crate::common::{builtin, visit_with};
use chrono::NaiveDate;
use lesbezoek::domain::{Observation, SchoolYear, VisitKind};
use lesbezoek::insight::{Distribution, Half, Sample, TeamFigures, differences};
use proptest::prelude::*;

fn in_half(half: Half, visit: Observation) -> Observation {
    let day = match half {
        Half::First => NaiveDate::from_ymd_opt(2027, 1, 31),
        Half::Second => NaiveDate::from_ymd_opt(2027, 2, 1),
    };
    let mut visit = visit;
    visit.visit.date = day.expect("a day");
    visit
}

/// A visit to each of these teachers, who all have the same scores.
fn visits(half: Half, teachers: &[&str], answers: &[(&str, u8)]) -> Vec<Observation> {
    teachers.iter().map(|teacher| in_half(half, visit_with(teacher, "Kees", answers))).collect()
}

fn of_year(visits: &[Observation], fewest: usize) -> TeamFigures {
    let rubric = builtin();
    TeamFigures::of(&Sample::of(&rubric, &[], visits, SchoolYear(2026)), fewest)
}

fn of_half(visits: &[Observation], half: Half, fewest: usize) -> TeamFigures {
    let rubric = builtin();
    TeamFigures::of_half(&Sample::of(&rubric, &[], visits, SchoolYear(2026)), half, fewest)
}

fn indicator(figures: &TeamFigures, id: &str) -> Option<Distribution> {
    let all = figures.domains.iter().flat_map(|domain| &domain.indicators);
    all.filter(|(one, _)| one.as_str() == id).find_map(|(_, answers)| answers.clone())
}

const FIVE: [&str; 5] = ["Ans", "Bram", "Cor", "Dik", "Els"];

#[test]
fn each_half_counts_its_own_visits_from_the_first_day_to_the_last() {
    let mut all = visits(Half::First, &FIVE, &[("D1", 1), ("D2", 4)]);
    all.extend(visits(Half::Second, &FIVE, &[("D1", 3), ("D2", 4)]));
    let [first, second] = Half::ALL.map(|half| of_half(&all, half, 5));
    let scores = |figures: &TeamFigures, id| indicator(figures, id).map(|one| one.scores);
    assert_eq!(scores(&first, "D1"), Some(vec![5, 0, 0, 0]));
    assert_eq!(scores(&second, "D1"), Some(vec![0, 0, 5, 0]));
    assert_eq!(first.base.visits, 5);
    // 25 of 50 were reached in autumn: D2 alone; in spring both.
    let order = |figures: &TeamFigures| {
        figures.ladder.0.iter().map(|rung| (rung.indicator.to_string(), rung.percent())).collect::<Vec<_>>()
    };
    assert_eq!(order(&first), [("D2".to_owned(), 100), ("D1".to_owned(), 0)]);
    assert_eq!(order(&second), [("D1".to_owned(), 100), ("D2".to_owned(), 100)]);
}

#[test]
fn a_year_without_a_second_half_is_its_first() {
    let all = visits(Half::First, &FIVE, &[("D1", 1), ("D2", 4)]);
    assert_eq!(of_half(&all, Half::First, 5).domains, of_year(&all, 5).domains);
    assert_eq!(of_half(&all, Half::Second, 5).domains, []);
}

/// The year has them in it: without the five of autumn it would be the two of spring.
#[test]
fn two_teachers_of_spring_hide_autumn_and_not_the_year() {
    let mut all = visits(Half::First, &FIVE, &[("D1", 1)]);
    all.extend(visits(Half::Second, &["Fien", "Gijs"], &[("D1", 4)]));
    assert!(indicator(&of_year(&all, 5), "D1").is_some());
    for half in Half::ALL {
        assert_eq!(of_half(&all, half, 5).domains, [], "{half:?}");
    }
}

/// D1 of spring is of two teachers; D2 makes the domain of spring one of five.
#[test]
fn an_indicator_that_few_had_in_spring_is_hidden_in_both_halves() {
    let mut all = visits(Half::First, &FIVE, &[("D1", 1), ("D2", 2), ("D3", 2)]);
    all.extend(visits(Half::Second, &["Fien", "Gijs"], &[("D1", 4), ("D2", 4), ("D3", 3)]));
    all.extend(visits(Half::Second, &["Hans", "Ilse", "Jan"], &[("D2", 4), ("D3", 3)]));
    assert!(indicator(&of_year(&all, 5), "D1").is_some());
    for half in Half::ALL {
        let found = of_half(&all, half, 5);
        assert_eq!(found.domains.len(), 1, "the domain stands: {half:?}");
        assert_eq!(indicator(&found, "D1"), None, "{half:?}");
    }
}

/// Group 1 was visited in autumn alone, by four of whom one also taught group 2 then: autumn without it would be of one teacher.
#[test]
fn a_half_gives_nothing_away_beside_a_group() {
    let of_group = |group: &str, half, teachers: &[&str]| {
        let mut all = visits(half, teachers, &[("D1", 2)]);
        all.iter_mut().for_each(|visit| group.clone_into(&mut visit.visit.group));
        all
    };
    let mut all = of_group("1", Half::First, &FIVE);
    all.extend(of_group("2", Half::First, &["Fien"]));
    all.extend(of_group("2", Half::Second, &["Gijs", "Hans", "Ilse", "Jan", "Kim"]));
    let rubric = builtin();
    let year = differences(&Sample::of(&rubric, &[], &all, SchoolYear(2026)), 5);
    let groups = year.iter().flat_map(|(_, parts)| parts).filter(|part| part.domains[0].is_some());
    assert!(groups.count() > 0, "the groups are shown");
    assert_eq!(of_half(&all, Half::First, 5).domains, []);
}

/// D1 was scored in autumn alone, by all five; D2 in autumn by one of them. Autumn without the D1 of the year would be hers, and so would
/// be the D2 of the year without spring.
#[test]
fn a_half_gives_nothing_away_beside_an_indicator() {
    let mut all = visits(Half::First, &FIVE[1..], &[("D1", 1)]);
    all.extend(visits(Half::First, &FIVE[..1], &[("D1", 1), ("D2", 4)]));
    all.extend(visits(Half::Second, &["Fien", "Gijs", "Hans", "Ilse", "Jan"], &[("D2", 2)]));
    let year = of_year(&all, 5);
    assert!(["D1", "D2"].iter().all(|id| indicator(&year, id).is_some()));
    for half in Half::ALL {
        assert_eq!(of_half(&all, half, 5).domains, [], "{half:?}");
    }
}

#[test]
fn what_a_half_leaves_out_is_its_own() {
    let mut all = visits(Half::First, &FIVE, &[("D1", 1)]);
    all.extend(visits(Half::Second, &[""], &[("D1", 1)]));
    let mut own = visits(Half::First, &["Ans"], &[("D1", 1)]);
    own.iter_mut().for_each(|visit| visit.visit.kind = VisitKind::SelfAssessment);
    all.extend(own);
    let left_out = Half::ALL.map(|half| of_half(&all, half, 5).left_out);
    assert_eq!(left_out.map(|one| (one.own, one.no_teacher)), [(1, 0), (0, 1)]);
}

/// Teacher, half, and the answers to three indicators of one domain.
type Drawn = (usize, bool, [Option<u8>; 3]);

fn half_of(late: bool) -> Half {
    if late { Half::Second } else { Half::First }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Of every two figures of a domain that are shown, of the year and of its halves, where the one holds the other: what is left
    /// is of enough teachers, or of nobody.
    #[test]
    fn no_figure_of_few_follows_from_a_half_and_another_figure(
        drawn in prop::collection::vec((0_usize..10, any::<bool>(), prop::array::uniform3(prop::option::weighted(0.8, 0_u8..=4))), 0..60),
        fewest in 2_usize..7,
    ) {
        let ids = ["D1", "D2", "D3"];
        let visit_of = |(teacher, late, answers): &Drawn| {
            let answers = ids.into_iter().zip(answers).filter_map(|(id, answer)| Some((id, (*answer)?)));
            in_half(half_of(*late), visit_with(&format!("T{teacher}"), "Kees", &answers.collect::<Vec<_>>()))
        };
        let visits: Vec<_> = drawn.iter().map(visit_of).collect();
        // What is shown, as the answers that it counts: visit and indicator.
        let mut shown: Vec<BTreeSet<(usize, usize)>> = Vec::new();
        let periods = [None, Some(Half::First), Some(Half::Second)];
        for period in periods {
            let figures = period.map_or_else(|| of_year(&visits, fewest), |half| of_half(&visits, half, fewest));
            let Some(domain) = figures.domains.first() else { continue };
            let counts = |indicator: Option<usize>| {
                let all = drawn.iter().enumerate().filter(|(_, one)| period.is_none_or(|half| half == half_of(one.1)));
                let all = all.flat_map(|(visit, one)| (0..3).filter(move |at| one.2[*at].is_some()).map(move |at| (visit, at)));
                all.filter(|(_, at)| indicator.is_none_or(|wanted| wanted == *at)).collect::<BTreeSet<_>>()
            };
            shown.push(counts(None));
            let indicators = ids.iter().enumerate().filter(|(_, id)| indicator(&figures, id).is_some());
            let indicators: Vec<usize> = indicators.map(|(at, _)| at).collect();
            prop_assert!(domain.all.base.teachers >= fewest);
            // The domain without all that are shown of it.
            let all: BTreeSet<_> = indicators.iter().flat_map(|at| counts(Some(*at))).collect();
            shown.extend(indicators.iter().map(|at| counts(Some(*at))));
            shown.push(all);
        }
        let teachers = |counted: &BTreeSet<(usize, usize)>, scored: bool| {
            let counted = counted.iter().filter(|(visit, at)| !scored || drawn[*visit].2[*at].is_some_and(|point| point > 0));
            counted.map(|(visit, _)| drawn[*visit].0).collect::<BTreeSet<_>>().len()
        };
        for large in &shown {
            for small in shown.iter().filter(|small| small.is_subset(large)) {
                let left: BTreeSet<_> = large.difference(small).copied().collect();
                for scored in [true, false] {
                    let left = teachers(&left, scored);
                    prop_assert!(left == 0 || left >= fewest, "{left} of {large:?} without {small:?}");
                }
            }
        }
    }
}
