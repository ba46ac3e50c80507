//! One teacher over the visits that she agreed to show, worked out by hand.

use crate::common::{draft, header};
use chrono::NaiveDate;
use lesbezoek::domain::{
    Answer, Observation, ObservationId, PersonRef, Rating, Score, Status, Visit, VisitKind, uuid_v7,
};
use lesbezoek::exchange::{BUILTIN_RUBRIC_JSON, parse_rubric};
use lesbezoek::insight::{Growth, Ladder, Reliability, Roster, Rung, Scale, Who};
use proptest::prelude::*;
use school::School;

/// A visit of the leader to Ans on that day of September, which she agreed to show. 0 is "niet gezien".
fn visit(day: u32, observer: &str, answers: &[(&str, u8)]) -> Observation {
    thread_local!(static DRAFT: Observation = draft());
    let draft = DRAFT.with(Clone::clone);
    let rating = |(id, point): &(&str, u8)| {
        let answer = Score::try_from(*point).map_or(Answer::NotObserved, Answer::Score);
        (id.parse().expect("an id"), Rating { answer: Some(answer), ..Rating::default() })
    };
    let mut visit = Observation {
        id: ObservationId(uuid_v7(u64::from(day), [0; 10])),
        status: Status::Completed { at: header().exported_at },
        visit: Visit {
            kind: VisitKind::Leader,
            teacher: PersonRef::typed("Ans".to_owned()),
            observer: PersonRef::typed(observer.to_owned()),
            ..Visit::on(NaiveDate::from_ymd_opt(2026, 9, day).expect("a day"))
        },
        ratings: answers.iter().map(rating).collect(),
        ..draft
    };
    visit.talk.in_growth = Some(header().exported_at);
    visit
}

fn growth(visits: &[Observation]) -> Growth {
    let rubric = parse_rubric(BUILTIN_RUBRIC_JSON).expect("a sound rubric");
    Growth::of(&rubric, &Roster::of(&[]), &Who::Named("ans".to_owned()), visits)
}

/// D: 1 and 2, then 3 and 3 (with one not seen): 1.5 of two, 3 of two.
#[test]
fn a_domain_is_followed_over_visits_by_day() {
    let visits =
        [visit(9, "Kees", &[("D1", 3), ("D2", 3), ("D3", 0)]), visit(2, "Noor", &[("D1", 1), ("D2", 2)])];
    let found = growth(&visits);
    let domains: Vec<_> = found.visits.iter().map(|visit| visit.domains[0]).collect();
    assert_eq!(domains, [Some((1.5, 2)), Some((3.0, 2))]);
    assert_eq!(found.visits[0].domains[1], None, "nothing of I was scored");
    assert_eq!(found.reliability, Reliability { visits: 2, observers: 2 });
    assert!(!found.reliability.is_enough());
}

#[test]
fn only_what_she_agreed_to_show_is_there() {
    let agreed = visit(1, "Kees", &[("D1", 3)]);
    let with = |change: &dyn Fn(&mut Observation)| {
        let mut other = visit(2, "Noor", &[("D1", 1)]);
        change(&mut other);
        growth(&[agreed.clone(), other]).visits.len()
    };
    assert_eq!(with(&|_| ()), 2);
    assert_eq!(with(&|other| other.talk.in_growth = None), 1);
    assert_eq!(with(&|other| other.visit.kind = VisitKind::Peer), 1, "that counts for the team alone");
    assert_eq!(with(&|other| other.visit.kind = VisitKind::SelfAssessment), 1);
    assert_eq!(with(&|other| other.status = Status::Draft), 1);
    assert_eq!(with(&|other| other.visit.teacher = PersonRef::typed("Bram".to_owned())), 1);
}

/// Three visits by two observers are not enough; by three they are (Van der Lans et al. 2016).
#[test]
fn a_next_step_waits_for_three_visits_by_three_observers() {
    let answers = [("D1", 4), ("D2", 2)];
    let rung =
        |id: &str, reached| Rung { indicator: id.parse().expect("an id"), reached, scored: 9, teachers: 5 };
    let ladder = Ladder::of(vec![rung("D1", 8), rung("D2", 4)]);
    let scale = Scale::of(&parse_rubric(BUILTIN_RUBRIC_JSON).expect("a sound rubric"));
    let by = |observers: &[&str]| {
        let visits: Vec<_> =
            (1..).zip(observers).map(|(day, observer)| visit(day, observer, &answers)).collect();
        growth(&visits).next_step(&scale, &ladder)
    };
    assert_eq!(by(&["Kees", "Noor", "Kees"]), None);
    assert_eq!(by(&["Kees", "Noor"]), None);
    let step = by(&["Kees", "Noor", "Zoë"]).expect("enough");
    assert_eq!(step.indicator.map(|id| id.to_string()).as_deref(), Some("D2"));
    assert_eq!((step.against, step.most), (0, 1));
}

#[test]
fn in_the_seeded_school_some_have_enough_and_some_have_not() {
    let school = School::seeded();
    let roster = Roster::of(&school.people);
    let of = |person: &lesbezoek::domain::Person| {
        Growth::of(&school.rubric, &roster, &Who::Known(person.id), &school.visits).reliability
    };
    let enough = school.people.iter().filter(|person| of(person).is_enough()).count();
    assert_eq!((enough, school.people.len()), (5, 30));
}

proptest! {
    #[test]
    fn the_order_of_visits_does_not_matter(days in prop::collection::vec(1_u32..28, 0..8), turn in 0_usize..8) {
        let visits: Vec<_> = days.iter().enumerate().map(|(n, day)| {
            let mut visit = visit(*day, ["Kees", "Noor"][n % 2], &[("D1", u8::try_from(n % 5).expect("small"))]);
            visit.id = ObservationId(uuid_v7(n as u64, [0; 10]));
            visit
        }).collect();
        let mut turned = visits.clone();
        turned.rotate_left(turn.min(visits.len()));
        turned.reverse();
        prop_assert_eq!(growth(&visits), growth(&turned));
    }
}
