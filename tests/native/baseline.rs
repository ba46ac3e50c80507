//! Where a school stands on one indicator, worked out by hand.

use crate::common::{draft, header};
use chrono::NaiveDate;
use lesbezoek::domain::{
    Answer, Baseline, IndicatorId, Observation, Person, PersonId, PersonRef, Profile, Rating, SchoolYear,
    Score, Status, Visit, VisitKind,
};
use lesbezoek::insight::{Period, Question, Roster, TooFewTeachers};
use proptest::prelude::*;
use uuid::Uuid;

fn d1() -> IndicatorId {
    "D1".parse().expect("an id")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// `Some(1..=4)`, or `Some(0)`: niet gezien, or `None`: not scored.
fn visit(teacher: &str, observer: &str, date: &str, answer: Option<u8>) -> Observation {
    thread_local!(static DRAFT: Observation = draft());
    let draft = DRAFT.with(Clone::clone);
    let answer = answer.map(|n| Score::try_from(n).map_or(Answer::NotObserved, Answer::Score));
    Observation {
        status: Status::Completed { at: header().exported_at },
        visit: Visit {
            date: day(date),
            teacher: PersonRef::typed(teacher.to_owned()),
            observer: PersonRef::typed(observer.to_owned()),
            ..draft.visit
        },
        ratings: [(d1(), Rating { answer, ..Rating::default() })].into(),
        ..draft
    }
}

fn ask(visits: &[Observation], people: &[Person]) -> Result<Baseline, TooFewTeachers> {
    ask_of(Period::Year(SchoolYear(2026)), visits, people)
}

fn ask_of(period: Period, visits: &[Observation], people: &[Person]) -> Result<Baseline, TooFewTeachers> {
    let (rubric, indicator) = ("passend-onderwijs".parse().expect("an id"), d1());
    let question = Question {
        indicator: &indicator,
        rubric: &rubric,
        points: 4,
        period,
        text: "De leraar kijkt.",
        today: day("2026-11-26"),
        fewest: 5,
    };
    question.ask(visits, &Roster::of(people))
}

/// Eight visits to five teachers.
fn visits() -> Vec<Observation> {
    vec![
        visit("Ans", "Kees", "2026-09-01", Some(1)),
        visit("Bram", "Kees", "2026-09-08", Some(2)),
        visit(" bram ", "Noor", "2026-10-01", Some(3)),
        visit("Cor", "Noor", "2026-11-20", Some(3)),
        visit("Dik", "Kees", "2026-10-02", Some(0)),
        visit("Dik", "Kees", "2026-10-09", Some(2)),
        visit("Els", "", "2026-10-03", Some(4)),
        visit("Els", "Noor", "2026-10-04", Some(3)),
    ]
}

#[test]
fn what_came_after_the_baseline_stands_apart_from_it() {
    let first = ask(&visits(), &[]).expect("a baseline");
    let later = ["Ans", "Bram", "Cor", "Dee", "Eef"].map(|name| visit(name, "Noor", "2027-09-02", Some(4)));
    let after = Period::After(first.until);
    let all: Vec<_> = visits().into_iter().chain(later.clone()).collect();
    let now = ask_of(after, &all, &[]).expect("five teachers");
    assert_eq!((now.scored(), now.scores[3], now.from), (5, 5, day("2027-09-02")));
    // Four of them say it of nobody, whatever the baseline rests on.
    let four: Vec<_> = visits().into_iter().chain(later.into_iter().skip(1)).collect();
    assert_eq!(ask_of(after, &four, &[]), Err(TooFewTeachers { teachers: 4 }));
}

#[test]
fn the_visits_of_the_year_are_counted_and_not_seen_is_no_score() {
    let baseline = ask(&visits(), &[]).expect("five teachers");
    let expected = Baseline {
        text: "De leraar kijkt.".to_owned(),
        taken_on: day("2026-11-26"),
        from: day("2026-09-01"),
        until: day("2026-11-20"),
        // Kees and Noor; one visit names nobody.
        observers: 2,
        teachers: 5,
        scores: vec![1, 2, 3, 1],
        not_observed: 1,
    };
    assert_eq!((baseline.scored(), baseline.visits()), (7, 8));
    assert_eq!(baseline, expected);
}

#[test]
fn what_is_not_such_a_visit_does_not_count() {
    let mut all = visits();
    let other = || visit("Fia", "Kees", "2026-10-05", Some(1));
    let (draft, own, walk, rubric) = (other(), other(), other(), other());
    all.extend([
        Observation { status: Status::Draft, ..draft },
        Observation { visit: Visit { kind: VisitKind::SelfAssessment, ..own.visit.clone() }, ..own },
        // It looked at another indicator only.
        Observation {
            visit: Visit { chosen: ["I1".parse().expect("an id")].into(), ..walk.visit.clone() },
            ..walk
        },
        Observation {
            rubric: lesbezoek::domain::RubricRef {
                id: "rekenen".parse().expect("an id"),
                ..rubric.rubric.clone()
            },
            ..rubric
        },
        visit("Fia", "Kees", "2026-07-31", Some(1)),
        visit("Fia", "Kees", "2027-08-01", Some(1)),
        visit("Fia", "Kees", "2026-10-05", None),
    ]);
    assert_eq!(ask(&all, &[]), ask(&visits(), &[]));
}

#[test]
fn below_five_teachers_nothing_is_said() {
    let four = &visits()[..6];
    assert_eq!(ask(four, &[]), Err(TooFewTeachers { teachers: 4 }));
    assert_eq!(ask(&[], &[]), Err(TooFewTeachers { teachers: 0 }));
    // One who got no score is hidden by nobody else's "niet gezien".
    let five = [&visits()[..5], &visits()[6..]].concat();
    assert_eq!(ask(&five, &[]), Err(TooFewTeachers { teachers: 4 }));
    // Those without a name are nobody, however many there are.
    let mut more = four.to_vec();
    more.extend([visit("", "Kees", "2026-10-03", Some(4)), visit(" ", "Kees", "2026-10-03", Some(4))]);
    assert_eq!(ask(&more, &[]), Err(TooFewTeachers { teachers: 4 }));
    // One who stands in the list is one, whether chosen or typed.
    let bram = Person::begin(PersonId(Uuid::from_u128(1)), Profile::named("Bram"), header().exported_at);
    let chosen = visit("", "Kees", "2026-10-03", Some(4));
    let chosen =
        Observation { visit: Visit { teacher: PersonRef::of(bram.id), ..chosen.visit.clone() }, ..chosen };
    more.push(chosen);
    assert_eq!(ask(&more, &[bram]), Err(TooFewTeachers { teachers: 4 }));
    assert!(ask(&more, &[]).is_ok(), "somebody taken out of the list is somebody");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_order_of_visits_does_not_matter_and_every_answer_is_counted_once(
        mut visits in proptest::collection::vec(("[A-H]", "[K-M]?", proptest::option::of(0_u8..=4)), 0..24).prop_map(
            |all| all.iter().map(|(teacher, observer, answer)| visit(teacher, observer, "2026-10-01", *answer)).collect::<Vec<_>>()
        ),
        seed in any::<u64>(),
    ) {
        let first = ask(&visits, &[]);
        let n = visits.len().max(1);
        visits.rotate_left(usize::try_from(seed % n as u64).expect("small"));
        visits.reverse();
        prop_assert_eq!(&ask(&visits, &[]), &first);
        if let Ok(baseline) = first {
            let answered = visits.iter().filter(|visit| visit.answer(&d1()).is_some()).count();
            let seen = visits.iter().filter(|visit| matches!(visit.answer(&d1()), Some(Answer::Score(_)))).count();
            prop_assert_eq!((baseline.visits() as usize, baseline.scored() as usize), (answered, seen));
            prop_assert!(baseline.teachers >= 5);
        }
    }
}
