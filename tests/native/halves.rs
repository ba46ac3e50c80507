//! Figures of a half of the year: counted as those of a year, and never a way to have what the year does not show.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{builtin, visit_with};
use chrono::NaiveDate;
use lesbezoek::domain::{Half, Observation, SchoolYear, VisitKind};
use lesbezoek::insight::{Distribution, Division, Part, Sample, TeamFigures, differences};
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

/// Group 1 was taught in autumn alone, by five; group 2 then by a sixth: autumn without group 1 would be hers.
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
    for half in Half::ALL {
        assert_eq!(of_half(&all, half, 5).domains, [], "{half:?}");
    }
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

/// X and Y were visited in spring alone, V in autumn alone, Z in both. The year without autumn, X and Y would be Z in spring: one teacher.
#[test]
fn groups_of_one_half_give_nothing_of_another_group_away() {
    let of_group = |group: &str, half, teachers: &[&str]| {
        let mut all = visits(half, teachers, &[("D1", 2)]);
        all.iter_mut().for_each(|visit| group.clone_into(&mut visit.visit.group));
        all
    };
    let mut all = of_group("X", Half::Second, &["x1", "x2", "x3", "x4", "x5"]);
    all.extend(of_group("Y", Half::Second, &["y1", "y2", "y3", "y4", "y5"]));
    all.extend(of_group("V", Half::First, &["v1", "v2", "v3", "v4", "v5"]));
    all.extend(of_group("Z", Half::First, &["z2", "z3", "z4", "z5", "z6"]));
    all.extend(of_group("Z", Half::Second, &["z1"]));
    for half in Half::ALL {
        assert_eq!(of_half(&all, half, 5).domains, [], "{half:?}");
    }
}

/// D3 is of three teachers, so the year hides D2 with it. In halves D2 could be shown, and the year without all of that would be D3.
#[test]
fn what_the_year_hides_no_half_shows() {
    let [early, late] = [["t1", "t2", "t3", "t4", "t5"], ["t6", "t7", "t8", "t9", "t10"]];
    let mut all = visits(Half::First, &early[..3], &[("D1", 2), ("D2", 2), ("D3", 2)]);
    all.extend(visits(Half::First, &early[3..], &[("D1", 2), ("D2", 2)]));
    all.extend(visits(Half::Second, &late, &[("D1", 3), ("D2", 3)]));
    all.extend(visits(Half::Second, &["t11", "t12"], &[("D1", 3)]));
    assert_eq!(indicator(&of_year(&all, 5), "D2"), None);
    for half in Half::ALL {
        let found = of_half(&all, half, 5);
        assert_eq!(found.domains.len(), 1, "the domain stands: {half:?}");
        assert!(["D1", "D2", "D3"].iter().all(|id| indicator(&found, id).is_none()), "{half:?}");
    }
}

/// Teacher, half, group, and the answers to three indicators of one domain.
type Drawn = (usize, bool, usize, [Option<u8>; 3]);

const IDS: [&str; 3] = ["D1", "D2", "D3"];

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let answers = prop::array::uniform3(prop::option::weighted(0.8, 0_u8..=4));
    prop::collection::vec((0_usize..10, any::<bool>(), 0_usize..3, answers), 0..60)
}

fn visits_of(drawn: &[Drawn]) -> Vec<Observation> {
    let visit_of = |(teacher, is_late, group, answers): &Drawn| {
        let answers = IDS.into_iter().zip(answers).filter_map(|(id, answer)| Some((id, (*answer)?)));
        let visit = visit_with(&format!("T{teacher}"), "Kees", &answers.collect::<Vec<_>>());
        let mut visit = in_half(if *is_late { Half::Second } else { Half::First }, visit);
        visit.visit.group = format!("groep {}", ["X", "Y", "Z"][*group]);
        visit
    };
    drawn.iter().map(visit_of).collect()
}

/// An answer: a visit and an indicator.
type One = (usize, usize);

/// All answers that `takes`.
fn answers(drawn: &[Drawn], takes: impl Fn(&Drawn, usize) -> bool) -> BTreeSet<One> {
    let all = drawn.iter().enumerate().flat_map(|(visit, one)| (0..3).map(move |at| (visit, one, at)));
    all.filter(|(_, one, at)| one.3[*at].is_some() && takes(one, *at))
        .map(|(visit, _, at)| (visit, at))
        .collect()
}

/// Of what can be had by adding figures and taking them from each other, each once: what is a set of answers is of `fewest` teachers, or of
/// nobody.
fn gives_away(drawn: &[Drawn], shown: &[BTreeSet<One>], fewest: usize) -> Option<BTreeSet<One>> {
    // Answers that are in the same figures go together.
    let mut atoms: BTreeMap<Vec<bool>, BTreeSet<One>> = BTreeMap::new();
    for one in answers(drawn, |_, _| true) {
        atoms.entry(shown.iter().map(|set| set.contains(&one)).collect()).or_default().insert(one);
    }
    let atoms: Vec<(Vec<bool>, BTreeSet<One>)> = atoms.into_iter().collect();
    let mut sums: BTreeSet<Vec<i8>> = [vec![0; atoms.len()]].into();
    for figure in 0..shown.len() {
        let with = |sum: &Vec<i8>, sign: i8| -> Vec<i8> {
            sum.iter().zip(&atoms).map(|(n, (figures, _))| n + sign * i8::from(figures[figure])).collect()
        };
        sums = sums.iter().flat_map(|sum| [-1, 0, 1].map(|sign| with(sum, sign))).collect();
    }
    let sets = sums.into_iter().filter(|sum| sum.iter().all(|n| (0..=1).contains(n)));
    let mut sets = sets.map(|sum| {
        let taken = sum.iter().zip(&atoms).filter(|(n, _)| **n == 1);
        taken.flat_map(|(_, (_, answers))| answers.iter().copied()).collect::<BTreeSet<One>>()
    });
    sets.find(|set| {
        [true, false].into_iter().any(|scored| {
            let counted = set.iter().filter(|(visit, at)| !scored || drawn[*visit].3[*at] > Some(0));
            let teachers = counted.map(|(visit, _)| drawn[*visit].0).collect::<BTreeSet<_>>().len();
            teachers > 0 && teachers < fewest
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_figure_of_few_follows_from_halves_and_indicators(drawn in drawn(), fewest in 2_usize..7) {
        let visits = visits_of(&drawn);
        let mut shown = Vec::new();
        for period in [None, Some(false), Some(true)] {
            let half = period.map(|is_late| if is_late { Half::Second } else { Half::First });
            let figures = half.map_or_else(|| of_year(&visits, fewest), |half| of_half(&visits, half, fewest));
            if figures.domains.is_empty() { continue }
            let is_in = |one: &Drawn| period.is_none_or(|is_late| is_late == one.1);
            shown.push(answers(&drawn, |one, _| is_in(one)));
            for (place, id) in IDS.iter().enumerate().filter(|(_, id)| indicator(&figures, id).is_some()) {
                let found = answers(&drawn, |one, at| at == place && is_in(one));
                let counted = indicator(&figures, id).expect("it is shown");
                prop_assert_eq!(counted.scored() + counted.not_observed, found.len());
                shown.push(found);
            }
        }
        prop_assert_eq!(gives_away(&drawn, &shown, fewest), None);
    }

    #[test]
    fn no_figure_of_few_follows_from_halves_and_groups(drawn in drawn(), fewest in 2_usize..7) {
        let visits = visits_of(&drawn);
        let rubric = builtin();
        let divided = differences(&Sample::of(&rubric, &[], &visits, SchoolYear(2026)), fewest);
        let groups = divided.iter().filter(|(division, _)| *division == Division::Group).flat_map(|(_, parts)| parts);
        let mut shown = Vec::new();
        for (number, name) in ["X", "Y", "Z"].iter().enumerate() {
            let called = Part::Called(format!("groep {name}"));
            if groups.clone().any(|part| part.part == called && part.domains[0].is_some()) {
                shown.push(answers(&drawn, |one, _| one.2 == number));
            }
        }
        if !of_year(&visits, fewest).domains.is_empty() {
            shown.push(answers(&drawn, |_, _| true));
        }
        for (is_late, half) in [(false, Half::First), (true, Half::Second)] {
            if !of_half(&visits, half, fewest).domains.is_empty() {
                shown.push(answers(&drawn, |one, _| one.1 == is_late));
            }
        }
        prop_assert_eq!(gives_away(&drawn, &shown, fewest), None);
    }
}
