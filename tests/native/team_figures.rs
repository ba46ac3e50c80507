//! What the lessons of a year show of the team: by hand, of the seeded school, and what holds whatever the visits are.

use std::collections::BTreeSet;

use crate::common::{header, visit_with as visit};
use chrono::NaiveDate;
use lesbezoek::domain::{
    CounterGroup, Observation, Person, PersonRef, Phase, PhaseStart, Rubric, Scan, SchoolYear, Status, Tally,
    VisitKind,
};
use lesbezoek::exchange::{BUILTIN_RUBRIC_JSON, parse_rubric};
use lesbezoek::insight::{
    Base, CourseFigures, Distribution, Division, FEWEST_TEACHERS, Part, PartFigures, Rung, Sample, Stage,
    TeamFigures, differences,
};
use proptest::prelude::*;
use school::School;

fn rubric() -> Rubric {
    parse_rubric(BUILTIN_RUBRIC_JSON).expect("a sound rubric")
}

fn figures(people: &[Person], visits: &[Observation], fewest: usize) -> TeamFigures {
    let rubric = rubric();
    TeamFigures::of(&Sample::of(&rubric, people, visits, SchoolYear(2026)), fewest)
}

fn course(visits: &[Observation], fewest: usize) -> CourseFigures {
    let rubric = rubric();
    CourseFigures::of(&Sample::of(&rubric, &[], visits, SchoolYear(2026)), fewest)
}

fn parts_of_year(visits: &[Observation], fewest: usize) -> Vec<(Division, Vec<PartFigures>)> {
    let rubric = rubric();
    differences(&Sample::of(&rubric, &[], visits, SchoolYear(2026)), fewest)
}

/// Six visits to five teachers.
fn visits() -> Vec<Observation> {
    vec![
        visit("Ans", "Kees", &[("D1", 1), ("D2", 3)]),
        visit("Bram", "Kees", &[("D1", 2), ("D2", 0)]),
        visit("Cor", "Noor", &[("D1", 3), ("D2", 4)]),
        visit("Dik", "", &[("D1", 4), ("D2", 4)]),
        visit("Els", "Noor", &[("D1", 4), ("D2", 3)]),
        visit(" els ", "Kees", &[("D1", 2), ("D2", 3)]),
    ]
}

fn of(figures: &TeamFigures, indicator: &str) -> Option<Distribution> {
    let all = figures.domains.iter().flat_map(|domain| &domain.indicators);
    all.filter(|(id, _)| id.as_str() == indicator).find_map(|(_, answers)| answers.clone())
}

/// D1: the teachers' means are 1, 2, 3, 4 and 3; their mean is 2.6, their standard deviation √1.3 = 1.140, and t(4) = 2.776: half
/// of the interval is 2.776 × 1.140 / √5 = 1.4155. D2 has scores of four teachers.
#[test]
fn an_indicator_is_counted_by_hand() {
    let d1 = of(&figures(&[], &visits(), 4), "D1").expect("five teachers");
    assert_eq!((d1.scores.clone(), d1.not_observed, d1.reached), (vec![1, 2, 1, 2], 0, 3));
    assert_eq!(d1.base, Base { visits: 6, teachers: 5, observers: 2 });
    assert_eq!(d1.percent_reached(), 50);
    let mean = d1.mean.expect("five");
    assert!((mean.mean - 2.6).abs() < 1e-9);
    assert!((mean.low - 1.184_5).abs() < 1e-3 && (mean.high - 4.0).abs() < 1e-9, "{mean:?}: it ends at 4");
}

/// D2 has scores of four teachers. D1 with it makes up the domain, so D1 alone would give it away; with four it may be seen.
#[test]
fn an_indicator_of_too_few_teachers_hides_the_one_that_would_give_it_away() {
    let six = figures(&[], &visits(), 5);
    assert_eq!((of(&six, "D1"), of(&six, "D2")), (None, None));
    assert_eq!(six.domains[0].all.base.teachers, 5, "the domain itself is of five");
    let d2 = of(&figures(&[], &visits(), 4), "D2").expect("four teachers");
    assert_eq!((d2.percent_reached(), d2.not_observed, d2.scores), (100, 1, vec![0, 0, 3, 2]));
}

#[test]
fn what_does_not_count_is_told() {
    let mut visits = visits();
    let mut add = |change: &dyn Fn(&mut Observation)| {
        let mut other = visit("Ans", "Kees", &[("D1", 4)]);
        change(&mut other);
        visits.push(other);
    };
    add(&|other| other.visit.kind = VisitKind::SelfAssessment);
    add(&|other| other.rubric.id = "andere".parse().expect("an id"));
    add(&|other| other.visit.teacher = PersonRef::default());
    add(&|other| other.status = Status::Draft);
    add(&|other| other.visit.date = NaiveDate::from_ymd_opt(2026, 7, 31).expect("a day"));
    let found = figures(&[], &visits, 4);
    let left_out = found.left_out;
    assert_eq!((left_out.own, left_out.other_rubric, left_out.no_teacher), (1, 1, 1));
    assert_eq!(found.base.visits, 6);
    assert_eq!(found.domains, figures(&[], &self::visits(), 4).domains);
}

/// An indicator that the visit was not to look at, and that was scored all the same.
#[test]
fn what_a_visit_does_not_look_at_counts_nowhere() {
    let mut visits = visits();
    visits[0].visit.chosen = ["D2".parse().expect("an id")].into();
    assert_eq!(of(&figures(&[], &visits, 4), "D1").expect("four teachers").scores, [0, 2, 1, 2]);
}

/// Instruction 10 and 20 minutes in two lessons, and none in a third that was all rounds: 10 minutes each.
#[test]
fn the_course_of_lessons_is_counted_by_hand() {
    let mut visits = visits();
    let at = |minute: i64| header().exported_at + chrono::TimeDelta::minutes(minute);
    for (place, phases) in [
        vec![(Phase::Instruction, 0), (Phase::Rounds, 10)],
        vec![(Phase::Instruction, 0), (Phase::Rounds, 20)],
        vec![(Phase::Rounds, 0)],
    ]
    .into_iter()
    .enumerate()
    {
        visits[place].visit.ended_at = Some(at(30));
        visits[place].phases =
            phases.into_iter().map(|(phase, begun)| PhaseStart::new(phase, at(begun))).collect();
        visits[place].scans = vec![Scan::new(at(1), 20, 25), Scan::new(at(2), 5, 5)];
    }
    visits[3].tallies = ["feedback-task", "feedback-task", "feedback-person", "turn"]
        .map(|counter| Tally { counter: counter.to_owned(), at: at(3) })
        .into();
    let course = course(&visits, 1);
    let phases = course.phases.expect("three teachers");
    assert_eq!(phases.base, Base { visits: 3, teachers: 3, observers: 2 });
    let minutes: Vec<_> =
        phases.seconds.iter().map(|(phase, seconds)| (*phase, phases.minutes(*seconds))).collect();
    assert!(
        minutes.contains(&(Phase::Instruction, 10.0)) && minutes.contains(&(Phase::Rounds, 20.0)),
        "{minutes:?}"
    );
    let on_task = course.on_task.expect("three teachers");
    assert_eq!((on_task.on_task, on_task.of, on_task.scans), (75, 90, 6));
    let [kind, level] = course.feedback;
    assert_eq!(kind, None);
    let level = level.expect("one teacher");
    assert_eq!(level.group, CounterGroup::FeedbackLevel);
    assert_eq!(level.counts.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [2, 0, 0, 1]);
    let few = self::course(&visits, 4);
    assert_eq!((few.phases, few.on_task, few.feedback), (None, None, [None, None]));
}

/// The school with which the screen is tested.
fn seeded(year: i32) -> (TeamFigures, Vec<(Division, Vec<PartFigures>)>) {
    let school = School::seeded();
    let sample = Sample::of(&school.rubric, &school.people, &school.visits, SchoolYear(year));
    (TeamFigures::of(&sample, FEWEST_TEACHERS), differences(&sample, FEWEST_TEACHERS))
}

fn parts(found: &[(Division, Vec<PartFigures>)], wanted: Division) -> &[PartFigures] {
    &found.iter().find(|(division, _)| *division == wanted).expect("each division").1
}

#[test]
fn the_seeded_school_has_strengths_growth_points_and_a_small_band_that_is_hidden() {
    let (found, divided) = seeded(2025);
    let ids =
        |rungs: Vec<&Rung>| rungs.into_iter().map(|rung| rung.indicator.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(found.strengths().collect()), ["F8", "I3", "I4"]);
    assert_eq!(ids(found.growth_points().collect()), ["F6", "D5", "F7"]);
    assert_eq!(found.ladder.0.len(), 25);
    let years = parts(&divided, Division::Years);
    // Three teachers have taught longer; with those who are new the hidden ones are enough to say nothing of anybody.
    let is_shown = |part: &PartFigures| part.domains.iter().all(Option::is_some);
    assert_eq!(years.iter().map(is_shown).collect::<Vec<_>>(), [false, true, true, false]);
    let stages = parts(&divided, Division::Stage);
    assert_eq!(
        stages.iter().map(|one| one.part.clone()).collect::<Vec<_>>(),
        [Stage::Lower, Stage::Middle, Stage::Upper].map(Part::Stage)
    );
    assert!(stages.iter().all(is_shown));
    let groups: Vec<_> = parts(&divided, Division::Group).iter().map(is_shown).collect();
    assert_eq!(
        groups,
        [true, false, false, false, false, false, false],
        "of most groups there are three teachers"
    );
}

/// Teacher, observer, group and the answers to four indicators of one domain.
type Drawn = (usize, usize, usize, [Option<u8>; 4]);

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let answers = prop::array::uniform4(prop::option::weighted(0.8, 0_u8..=4));
    prop::collection::vec((0_usize..9, 0_usize..4, 0_usize..3, answers), 0..25)
}

const INDICATORS: [&str; 4] = ["D1", "D2", "D3", "D4"];

fn visit_of((teacher, observer, group, answers): &Drawn) -> Observation {
    let answers = INDICATORS.into_iter().zip(answers).filter_map(|(id, answer)| Some((id, (*answer)?)));
    let mut visit = visit(&format!("T{teacher}"), &format!("O{observer}"), &answers.collect::<Vec<_>>());
    visit.visit.group = format!("{}", group + 1);
    visit
}

fn visits_of(drawn: &[Drawn]) -> Vec<Observation> {
    drawn.iter().map(visit_of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_visits_does_not_matter(drawn in drawn(), turn in 0_usize..25) {
        let mut visits = visits_of(&drawn);
        let there = figures(&[], &visits, 3);
        visits.reverse();
        visits.rotate_left(turn.min(drawn.len()));
        prop_assert_eq!(there, figures(&[], &visits, 3));
    }

    #[test]
    fn not_seen_never_changes_a_mean(drawn in drawn()) {
        let blank = |answer: Option<u8>| answer.filter(|point| *point > 0);
        let without: Vec<Drawn> = drawn.iter().map(|(a, b, c, answers)| (*a, *b, *c, answers.map(blank))).collect();
        let [with, without] = [&drawn, &without].map(|drawn| figures(&[], &visits_of(drawn), 0));
        for id in INDICATORS {
            let [with, without] = [&with, &without].map(|found| of(found, id).map(|one| (one.mean, one.scores, one.reached, one.base)));
            prop_assert_eq!(with, without);
        }
        prop_assert_eq!(&with.domains[0].all.mean, &without.domains[0].all.mean);
        prop_assert_eq!(with.ladder, without.ladder);
    }

    /// What is left is what was there before it came: the counts are lower by its own answers, and nothing else of it stays.
    #[test]
    fn removing_a_visit_removes_its_whole_effect(drawn in drawn(), place in 0_usize..25) {
        let mut visits = visits_of(&drawn);
        let before = figures(&[], &visits, 0);
        prop_assume!(place < visits.len());
        let gone = visits.remove(place);
        let after = figures(&[], &visits, 0);
        for id in INDICATORS {
            let [before, after] = [&before, &after].map(|found| of(found, id).expect("no minimum"));
            let own = figures(&[], std::slice::from_ref(&gone), 0);
            let own = of(&own, id).expect("no minimum");
            let sum = |one: &Distribution| (one.scores.clone(), one.not_observed, one.reached);
            let (scores, not_observed, reached) = sum(&after);
            let with_own = scores.iter().zip(&own.scores).map(|(a, b)| a + b).collect::<Vec<_>>();
            prop_assert_eq!(sum(&before), (with_own, not_observed + own.not_observed, reached + own.reached));
        }
        visits.insert(0, gone);
        prop_assert_eq!(before, figures(&[], &visits, 0));
    }

    /// The whole domain, its indicators and its parts: of what is left of the whole without those that are shown, the same holds.
    #[test]
    fn no_figure_of_too_few_teachers_is_shown_or_left_over(drawn in drawn(), fewest in 2_usize..6) {
        let found = figures(&[], &visits_of(&drawn), fewest);
        let Some(domain) = found.domains.first() else { return Ok(()) };
        prop_assert!(domain.all.base.teachers >= fewest);
        let teachers = |is_left: &dyn Fn(&Drawn, usize) -> bool| {
            let left = drawn.iter().filter(|one| (0..4).any(|at| one.3[at].is_some_and(|point| point > 0) && is_left(one, at)));
            left.map(|one| one.0).collect::<BTreeSet<_>>().len()
        };
        let shown: Vec<bool> = domain.indicators.iter().map(|(_, answers)| answers.is_some()).collect();
        if shown.contains(&true) {
            let left = teachers(&|_, at| !shown[at]);
            prop_assert!(left == 0 || left >= fewest);
        }
        for (division, parts) in &parts_of_year(&visits_of(&drawn), fewest) {
            prop_assert!(parts.iter().flat_map(|part| &part.domains).flatten().all(|one| one.base.teachers >= fewest));
            if *division == Division::Group && parts.iter().any(|part| part.domains[0].is_some()) {
                let is_shown = |group: usize| parts.iter().any(|part| part.part == Part::Called(format!("{}", group + 1)) && part.domains[0].is_some());
                let left = teachers(&|one, _| !is_shown(one.2));
                prop_assert!(left == 0 || left >= fewest);
            }
        }
    }
}
