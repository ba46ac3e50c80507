//! Who visited whom: each visit counts once, and the pairs that are proposed are fair by the rule that the screen tells.

use std::collections::BTreeSet;

use crate::common::header;
use chrono::{Days, NaiveDate};
use lesbezoek::domain::{Person, PersonId, PersonRef, Profile, Role, SchoolYear, TeachingYears, VisitKind};
use lesbezoek::insight::{Band, Coverage, Meeting, Pair, Roster};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

const YEAR: SchoolYear = SchoolYear(2026);

fn today() -> NaiveDate {
    header().exported_at.date_naive()
}

fn id(number: usize) -> PersonId {
    PersonId(Uuid::from_u128(number as u128))
}

fn somebody(number: usize, profile: Profile) -> Person {
    Person::begin(id(number), profile, header().exported_at)
}

fn team(size: usize) -> Vec<Person> {
    (0..size).map(|number| somebody(number, Profile::named(&format!("Collega {number}")))).collect()
}

fn visit(visitor: usize, visited: usize) -> Meeting {
    let (visitor, visited) = (Some(id(visitor)), Some(id(visited)));
    Meeting { visitor, visited, date: today(), kind: VisitKind::Peer, is_planned: false }
}

fn pairs(coverage: &Coverage, most: usize) -> Vec<(usize, usize)> {
    let number = |person: PersonId| usize::try_from(person.0.as_u128()).expect("small");
    let pairs = coverage.fair_pairs(most);
    pairs.into_iter().map(|Pair { visitor, visited }| (number(visitor), number(visited))).collect()
}

fn of(people: &[Person], meetings: &[Meeting]) -> Coverage {
    Coverage::of(people, meetings, YEAR)
}

#[test]
fn the_matrix_counts_the_visits_of_the_year_that_are_not_planned() {
    let last_day = NaiveDate::from_ymd_opt(2026, 7, 31).expect("a day");
    let meetings = [
        visit(0, 1),
        visit(0, 1),
        visit(1, 0),
        Meeting { date: last_day, ..visit(2, 0) },
        Meeting { date: last_day.succ_opt().expect("a day"), ..visit(0, 2) },
        Meeting { is_planned: true, ..visit(2, 1) },
        // Begun, whatever day was written down.
        Meeting { date: today().succ_opt().expect("a day"), ..visit(1, 0) },
        Meeting { kind: VisitKind::SelfAssessment, ..visit(2, 1) },
        visit(2, 2),
        Meeting { visitor: None, ..visit(0, 1) },
        Meeting { visitor: None, is_planned: true, ..visit(0, 1) },
        Meeting { visited: None, kind: VisitKind::SelfAssessment, ..visit(0, 1) },
        Meeting { kind: VisitKind::Walkthrough, ..visit(1, 0) },
    ];
    let coverage = of(&team(4), &meetings);
    assert_eq!((coverage.between(id(0), id(1)), coverage.between(id(1), id(0))), (2, 3));
    assert_eq!((coverage.between(id(0), id(2)), coverage.between(id(2), id(1)), coverage.others), (1, 0, 1));
    let counts: Vec<_> = coverage.shares.iter().map(|share| (share.given, share.received)).collect();
    assert_eq!(counts, [(3, 3), (3, 2), (0, 1), (0, 0)]);
    assert_eq!((coverage.never_visited(), coverage.never_visiting()), (vec![id(3)], vec![id(2), id(3)]));
    let before = Coverage::of(&team(4), &meetings, SchoolYear(2025));
    assert_eq!((before.between(id(2), id(0)), before.met.len()), (1, 1));
}

#[test]
fn who_has_no_lessons_is_not_missed() {
    let with = |role, groups: &[&str]| Profile {
        role: Some(role),
        groups: groups.iter().map(|group| (*group).to_owned()).collect(),
        ..Profile::named("x")
    };
    let people = [
        somebody(0, with(Role::Leader, &[])),
        somebody(1, with(Role::Coach, &["5"])),
        somebody(2, with(Role::Assistant, &[])),
        somebody(3, with(Role::Student, &[])),
    ];
    let coverage = of(&people, &[visit(0, 3)]);
    assert_eq!((coverage.never_visited(), coverage.never_visiting()), (vec![id(1)], vec![id(1), id(3)]));
    assert_eq!(pairs(&coverage, 2), [(3, 1), (1, 3)], "the leader teaches nobody");
}

#[test]
fn each_band_says_who_got_the_fewest_visits() {
    let years = [
        Some(TeachingYears::UpTo3),
        Some(TeachingYears::UpTo3),
        Some(TeachingYears::Beyond30),
        None,
        Some(TeachingYears::UpTo3),
    ];
    let people: Vec<_> = years
        .into_iter()
        .enumerate()
        .map(|(number, years)| somebody(number, Profile { years, ..Profile::named("x") }))
        .collect();
    let bands = of(&people, &[visit(2, 0), visit(2, 0), visit(0, 1), visit(1, 4)]).bands();
    let band = |years, people, visits, fewest, least: &[usize]| Band {
        years,
        people,
        visits,
        fewest,
        least: least.iter().copied().map(id).collect(),
    };
    assert_eq!(
        bands,
        [
            band(Some(TeachingYears::UpTo3), 3, 4, 1, &[1, 4]),
            band(Some(TeachingYears::Beyond30), 1, 0, 0, &[2]),
            band(None, 1, 0, 0, &[3]),
        ]
    );
}

#[test]
fn pairs_go_to_who_was_visited_least_by_who_visited_least() {
    let coverage = of(&team(3), &[visit(0, 1), visit(1, 2), visit(1, 2)]);
    // To 0, who got none, goes 2, who visited nobody. Then 0 and 1 got one each: to 0, the first, goes 1, who was not there.
    assert_eq!(pairs(&coverage, 2), [(2, 0), (1, 0)]);
}

#[test]
fn a_pair_that_met_waits_until_the_others_did() {
    // 1 visited least, but was at 0 already; 2 was not.
    let coverage = of(&team(3), &[visit(1, 0), visit(2, 1), visit(2, 1), visit(0, 2), visit(0, 2)]);
    assert_eq!(pairs(&coverage, 1), [(2, 0)]);
}

#[test]
fn a_plan_counts_for_who_is_next() {
    let planned = Meeting { date: today() + Days::new(7), is_planned: true, ..visit(1, 0) };
    let without = pairs(&of(&team(3), &[]), 1);
    let with = pairs(&of(&team(3), &[planned]), 1);
    assert_eq!((without, with), (vec![(1, 0)], vec![(2, 1)]));
    assert!(of(&team(3), &[planned]).never_visited().contains(&id(0)), "it did not take place yet");
}

#[test]
fn nobody_or_one_makes_no_pair() {
    assert_eq!((pairs(&of(&[], &[]), 5), pairs(&of(&team(1), &[]), 5)), (vec![], vec![]));
}

#[test]
fn somebody_is_found_by_id_or_by_the_name_that_was_typed() {
    let people = [somebody(0, Profile::named("Juf Noor")), somebody(1, Profile::named("Bram"))];
    let roster = Roster::of(&people);
    assert_eq!(roster.find(&PersonRef::of(id(1))), Some(id(1)));
    assert_eq!(roster.find(&PersonRef::typed(" juf  NOOR".to_owned())), Some(id(0)));
    assert_eq!(roster.find(&PersonRef { id: Some(id(9)), name: "Bram".to_owned() }), Some(id(1)));
    assert_eq!(roster.find(&PersonRef::of(id(9))), None);
    assert_eq!(roster.find(&PersonRef::default()), None);
}

fn meetings(size: usize) -> impl Strategy<Value = Vec<Meeting>> {
    let who = move || option::weighted(0.9, (0..size).prop_map(id));
    let kind = proptest::sample::select(VisitKind::ALL.to_vec());
    let meeting = (who(), who(), 0_u64..500, kind).prop_map(|(visitor, visited, days, kind)| {
        let date = today() + Days::new(100) - Days::new(days);
        Meeting { visitor, visited, date, kind, is_planned: date > today() }
    });
    vec(meeting, 0..60)
}

proptest! {
    #[test]
    fn rows_columns_and_totals_agree(size in 1_usize..9, meetings in meetings(9)) {
        let coverage = of(&team(size), &meetings);
        for share in &coverage.shares {
            let given: usize = (0..9).map(|other| coverage.between(share.id, id(other))).sum();
            let received: usize = (0..9).map(|other| coverage.between(id(other), share.id)).sum();
            prop_assert_eq!((share.given, share.received), (given, received));
        }
        let bands = coverage.bands();
        prop_assert_eq!(bands.iter().map(|band| band.people).sum::<usize>(), size);
        prop_assert!((0..9).all(|one| coverage.between(id(one), id(one)) == 0));
    }

    #[test]
    fn proposals_are_the_same_each_time_and_nobody_visits_herself(size in 0_usize..9, meetings in meetings(9)) {
        let coverage = of(&team(size), &meetings);
        let found = pairs(&coverage, 20);
        prop_assert_eq!(found.len(), if size < 2 { 0 } else { 20 });
        prop_assert_eq!(&found, &pairs(&of(&team(size), &meetings), 20));
        prop_assert!(found.iter().all(|(visitor, visited)| visitor != visited));
        // The first goes to one of those who got the fewest, by one who was there least.
        let future: Vec<_> = meetings.iter().map(|one| Meeting { date: one.date.min(today()), is_planned: false, ..*one }).collect();
        prop_assume!(meetings.iter().all(|one| one.date <= today() || SchoolYear::of(one.date) == YEAR));
        let with_plans = of(&team(size), &future);
        if let Some((visitor, visited)) = found.first().copied() {
            let received = |one: usize| with_plans.shares[one].received;
            prop_assert_eq!(received(visited), (0..size).map(received).min().expect("some"));
            let times = |one: usize| with_plans.between(id(one), id(visited));
            let fewest = (0..size).filter(|one| *one != visited).map(times).min().expect("another");
            prop_assert_eq!(times(visitor), fewest);
        }
    }

    #[test]
    fn from_nothing_everybody_goes_and_gets_once_before_anybody_does_twice(size in 2_usize..12) {
        let found = pairs(&of(&team(size), &[]), size);
        let visited: BTreeSet<_> = found.iter().map(|(_, visited)| visited).collect();
        let visitors: BTreeSet<_> = found.iter().map(|(visitor, _)| visitor).collect();
        prop_assert_eq!((visited.len(), visitors.len()), (size, size), "{:?}", found);
    }
}
