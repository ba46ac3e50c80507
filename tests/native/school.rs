//! The school that overviews are tested with is the same each time, and comes in as any other document.

use std::collections::BTreeSet;

use lesbezoek::domain::{Answer, Observation, SchoolYear, Score, VisitKind};
use lesbezoek::exchange::parse_document;
use school::{STAFF, School, VISITS};

#[test]
fn it_comes_in_as_it_went_out() {
    let school = School::seeded();
    let document = parse_document(&school.export()).expect("a sound document");
    assert_eq!((document.people, document.observations), (school.people, school.visits));
}

/// Pictures and numbers in other tests rest on it. A change of the model changes these counts, and is to be meant.
#[test]
fn it_is_the_same_school_each_time() {
    let school = School::seeded();
    assert_eq!(school.export(), School::seeded().export());
    let answers = || school.visits.iter().flat_map(|one| one.ratings.values().map(|rating| rating.answer));
    let given =
        |point: u8| answers().filter(|one| *one == Score::try_from(point).ok().map(Answer::Score)).count();
    let not_observed = answers().filter(|one| *one == Some(Answer::NotObserved)).count();
    let sum = |count: fn(&Observation) -> usize| school.visits.iter().map(count).sum::<usize>();
    assert_eq!(([1, 2, 3, 4].map(given), not_observed), ([700, 2874, 3244, 1021], 1099));
    assert_eq!(
        [
            sum(|one| one.log.len()),
            sum(|one| one.tallies.len()),
            sum(|one| one.scans.len()),
            sum(|one| one.phases.len())
        ],
        [1640, 3635, 987, 1249]
    );
}

#[test]
fn it_has_two_years_every_kind_of_visit_and_every_answer() {
    let School { people, visits, .. } = School::seeded();
    assert_eq!((people.len(), visits.len()), (STAFF, VISITS));
    let years: BTreeSet<_> = visits.iter().map(|one| SchoolYear::of(one.visit.date)).collect();
    assert_eq!(years, [SchoolYear(2024), SchoolYear(2025)].into());
    for kind in VisitKind::ALL {
        assert!(visits.iter().filter(|one| one.visit.kind == kind).count() >= 5, "{kind:?}");
    }
    let answers = || visits.iter().flat_map(|one| one.ratings.values().filter_map(|rating| rating.answer));
    let scores: BTreeSet<_> = answers().map(|one| matches!(one, Answer::Score(_)).then_some(())).collect();
    assert_eq!(scores.len(), 2, "scores and niet gezien");
    assert!(visits.iter().all(|one| one.is_completed()));
    assert!(
        visits.iter().any(|one| !one.phases.is_empty() && !one.scans.is_empty() && !one.tallies.is_empty())
    );
}
