//! What is still open before a visit is completed.

use std::collections::BTreeSet;

use crate::common::{builtin, draft, header};
use chrono::{Days, NaiveDate};
use lesbezoek::domain::{
    Agreement, AgreementId, Answer, IndicatorId, Moment, Observation, OpenPoint, PointId, PointList, Rating,
    TalkPoint, VisitKind,
};
use lesbezoek::exchange::parse_document;
use uuid::Uuid;

fn now() -> Moment {
    header().exported_at
}

fn today() -> NaiveDate {
    now().date_naive()
}

fn open(visit: &Observation) -> Vec<OpenPoint> {
    visit.open_points(&builtin(), today())
}

/// A whole visit, in which nothing is open.
fn whole() -> Observation {
    let document = parse_document(include_str!("../fixtures/groep5-rekenen.json")).expect("a sound fixture");
    let visit = document.observations.into_iter().next().expect("one visit");
    assert_eq!(open(&visit), []);
    visit
}

#[test]
fn a_new_visit_names_the_people_each_domain_and_the_agreement() {
    let rubric = builtin();
    let points = open(&draft());
    let blank = points.iter().filter_map(|point| match point {
        OpenPoint::NotScored(_, ids) => Some(ids.len()),
        _ => None,
    });
    assert_eq!(blank.sum::<usize>(), rubric.indicators().count());
    for expected in [OpenPoint::NoTeacher, OpenPoint::NoObserver, OpenPoint::NoAgreement] {
        assert!(points.contains(&expected), "{expected:?}");
    }
    assert_eq!(points.len(), 3 + rubric.domains.len());
}

#[test]
fn not_seen_is_an_answer_and_a_note_alone_is_none() {
    let mut visit = whole();
    let rating = visit.ratings.values_mut().next().expect("a rating");
    rating.answer = Some(Answer::NotObserved);
    assert_eq!(open(&visit), []);
    let (id, rating) = visit.ratings.iter_mut().next().expect("a rating");
    rating.answer = None;
    rating.note = "later".to_owned();
    let id = id.clone();
    assert!(matches!(open(&visit).as_slice(), [OpenPoint::NotScored(_, ids)] if *ids == [id]));
}

#[test]
fn a_day_to_come_another_day_and_an_end_before_the_start_are_named() {
    let mut visit = whole();
    visit.visit.date = today() + Days::new(1);
    assert_eq!(open(&visit), [OpenPoint::DayToCome, OpenPoint::OtherDay]);
    let mut visit = whole();
    std::mem::swap(&mut visit.visit.started_at, &mut visit.visit.ended_at);
    assert_eq!(open(&visit), [OpenPoint::EndBeforeStart]);
}

#[test]
fn a_lesson_that_was_started_and_not_ended_is_named() {
    let mut visit = whole();
    visit.visit.ended_at = None;
    assert_eq!(open(&visit), [OpenPoint::NotEnded]);
    visit.visit.started_at = None;
    assert_eq!(open(&visit), [], "who did not run the timer need not end it");
}

/// Who scores her own lesson has no log, and knows what her one or four rests on.
#[test]
fn of_her_own_lesson_no_teacher_is_asked_for_proof_unless_she_noted_lines() {
    let mut visit = whole();
    let d1: IndicatorId = "D1".parse().expect("an id");
    visit.log.retain(|line| line.indicator.as_ref() != Some(&d1));
    let answer = Some(Answer::Score(4.try_into().expect("a score")));
    visit.ratings.insert(d1.clone(), Rating { answer, ..Rating::default() });
    visit.visit.kind = VisitKind::SelfAssessment;
    assert_eq!(open(&visit), [OpenPoint::NoProof(vec![d1])]);
    visit.log.clear();
    assert_eq!(open(&visit), []);
    visit.visit.kind = VisitKind::Peer;
    assert!(matches!(open(&visit).as_slice(), [OpenPoint::NoProof(_)]));
}

#[test]
fn a_one_or_a_four_without_a_look_for_a_note_or_a_line_is_named() {
    let mut visit = whole();
    let d1: IndicatorId = "D1".parse().expect("an id");
    visit.log.retain(|line| line.indicator.as_ref() != Some(&d1));
    for (score, is_open) in [(1, true), (2, false), (3, false), (4, true)] {
        let answer = Some(Answer::Score(score.try_into().expect("a score")));
        let bare = Rating { answer, ..Rating::default() };
        visit.ratings.insert(d1.clone(), bare.clone());
        let expected = if is_open { vec![OpenPoint::NoProof(vec![d1.clone()])] } else { Vec::new() };
        assert_eq!(open(&visit), expected, "{score}");
        visit.ratings.insert(d1.clone(), Rating { note: "Gezien".to_owned(), ..bare });
        assert_eq!(open(&visit), [], "{score} with a note");
    }
    // What the visit does not look at is not asked for.
    let answer = Some(Answer::Score(1.try_into().expect("a score")));
    visit.ratings.insert(d1.clone(), Rating { answer, ..Rating::default() });
    visit.visit.chosen = BTreeSet::from(["D2".parse().expect("an id")]);
    assert_eq!(open(&visit), []);
}

#[test]
fn what_was_begun_in_the_talk_and_left_empty_is_named() {
    let mut visit = whole();
    visit.visit.teacher.name = "  ".to_owned();
    let point = PointId(Uuid::from_u128(1));
    visit.talk.growth_points.push(TalkPoint { id: point, text: " ".to_owned(), indicator: None });
    let last = visit.talk.growth_points.len();
    let agreement = |n, what: &str| Agreement {
        id: AgreementId(Uuid::from_u128(n)),
        what: what.to_owned(),
        who: String::new(),
        when: None,
    };
    visit.talk.agreements = vec![agreement(2, ""), agreement(3, "Wisbordjes")];
    let expected = [
        OpenPoint::NoTeacher,
        OpenPoint::EmptyPoint(PointList::GrowthPoints, point, last),
        OpenPoint::AgreementWithoutWhat(AgreementId(Uuid::from_u128(2)), 1),
        OpenPoint::AgreementWithoutWho(AgreementId(Uuid::from_u128(3)), 2),
    ];
    assert_eq!(open(&visit), expected);
}
