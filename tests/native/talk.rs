//! The talk: whether it is confirmed, and what is taken up of the visit before.

use std::rc::Rc;

use crate::common::{draft, header, talk_edit};
use chrono::{Days, TimeDelta};
use lesbezoek::domain::{
    Agreement, AgreementEdit, AgreementId, Confirmed, Edit, FollowUp, FollowUpEdit, Moment, Observation,
    ObservationId, Outcome, Participant, Talk, TalkEdit, Visit, VisitEdit,
};
use lesbezoek::domain::{PersonRef, VisitKind};
use lesbezoek::exchange::{ExportHeader, export_json, parse_document, v1};
use lesbezoek::store::{MemoryStore, Shelf};
use proptest::prelude::*;
use uuid::Uuid;

fn now() -> Moment {
    header().exported_at
}

fn id(n: u128) -> ObservationId {
    ObservationId(Uuid::from_u128(n))
}

fn agreement(n: u128, what: &str) -> Agreement {
    let id = AgreementId(Uuid::from_u128(n));
    Agreement { id, what: what.to_owned(), who: "Noor".to_owned(), when: None }
}

fn visit_to(n: u128, teacher: &str) -> Observation {
    let mut visit = Observation { id: id(n), ..draft() };
    visit.visit.teacher.name = teacher.to_owned();
    visit
}

fn talk(visit: &mut Observation, edit: TalkEdit) -> Edit {
    visit.apply(Edit::Talk(edit), now()).expect("a change")
}

fn confirmed_by_both() -> (Observation, Confirmed) {
    let mut visit = visit_to(1, "Juf Noor");
    talk(&mut visit, TalkEdit::InsertAgreement(0, agreement(7, "Wisbordjes")));
    for who in Participant::ALL {
        talk(&mut visit, TalkEdit::Confirm(who, Some(now())));
    }
    let confirmed = visit.talk.confirmed;
    assert!(confirmed.teacher.is_some() && confirmed.observer.is_some());
    (visit, confirmed)
}

#[test]
fn a_change_of_the_talk_takes_both_ticks_and_its_undo_gives_them_back() {
    let (mut visit, confirmed) = confirmed_by_both();
    let before = visit.talk.clone();
    let undo = talk(&mut visit, TalkEdit::RemoveAgreement(AgreementId(Uuid::from_u128(7))));
    assert_eq!(visit.talk.confirmed, Confirmed::default());
    let redo = visit.apply(undo, now()).expect("a change");
    assert_eq!((&visit.talk, &visit.talk.confirmed), (&before, &confirmed));
    visit.apply(redo, now()).expect("a change");
    assert_eq!(visit.talk.confirmed, Confirmed::default());
}

#[test]
fn what_is_begun_and_left_empty_takes_no_ticks() {
    let (mut visit, confirmed) = confirmed_by_both();
    let empty = Agreement { who: String::new(), ..agreement(8, " ") };
    talk(&mut visit, TalkEdit::InsertAgreement(1, empty));
    assert_eq!(visit.talk.confirmed, confirmed);
    let id = AgreementId(Uuid::from_u128(8));
    let undo = talk(&mut visit, TalkEdit::Agreement(id, AgreementEdit::What("Timer".to_owned())));
    assert_eq!(visit.talk.confirmed, Confirmed::default());
    visit.apply(undo, now()).expect("a change");
    assert_eq!(visit.talk.confirmed, confirmed);
}

#[test]
fn a_look_at_the_scores_and_a_change_outside_the_talk_take_no_ticks() {
    let (mut visit, confirmed) = confirmed_by_both();
    talk(&mut visit, TalkEdit::ShowScores(Some(now())));
    visit.apply(Edit::Visit(VisitEdit::Group("5".to_owned())), now());
    assert_eq!(visit.talk.confirmed, confirmed);
}

#[test]
fn words_that_were_typed_after_the_ticks_keep_undo_from_giving_them_back() {
    let (mut visit, _) = confirmed_by_both();
    let undo = talk(&mut visit, TalkEdit::RemoveAgreement(AgreementId(Uuid::from_u128(7))));
    talk(&mut visit, TalkEdit::Answer("Ja, bijna iedereen.".to_owned()));
    visit.apply(undo, now()).expect("a change");
    assert_eq!(visit.talk.agreements.len(), 1);
    assert_eq!(visit.talk.confirmed, Confirmed::default(), "nobody has said that this is right");
}

#[test]
fn what_is_open_is_what_was_agreed_and_what_was_not_done_of_before() {
    let mut visit = visit_to(2, "Juf Noor");
    let before = |n, outcome| FollowUp {
        agreement: agreement(n, "Eerder"),
        visit: id(1),
        agreed_on: visit.visit.date - Days::new(90),
        outcome,
        note: "Een begin".to_owned(),
    };
    visit.talk.follow_ups =
        vec![before(1, Some(Outcome::Done)), before(2, Some(Outcome::Partly)), before(3, None)];
    visit.talk.agreements = vec![agreement(4, "Wisbordjes"), agreement(5, " ")];
    let open = visit.open_agreements();
    let seen: Vec<_> =
        open.iter().map(|one| (one.agreement.id.0.as_u128(), one.visit, one.agreed_on)).collect();
    let day = visit.visit.date;
    assert_eq!(seen, [(2, id(1), day - Days::new(90)), (3, id(1), day - Days::new(90)), (4, id(2), day)]);
    assert!(open.iter().all(|one| !one.is_answered()), "it is asked anew");
}

#[test]
fn what_was_said_of_an_agreement_stays_when_it_is_found_again_and_goes_with_another_teacher() {
    let mut visit = visit_to(3, "Juf Noor");
    let open = |n| FollowUp {
        agreement: agreement(n, "Eerder"),
        visit: id(1),
        agreed_on: draft().visit.date,
        outcome: None,
        note: String::new(),
    };
    let answered = FollowUp { outcome: Some(Outcome::NotYet), ..open(1) };
    visit.talk.follow_ups = vec![answered.clone(), open(2)];
    assert_eq!(visit.talk.taken_up(vec![open(1), open(3)], true), [answered.clone(), open(3)]);
    assert_eq!(visit.talk.taken_up(Vec::new(), true), [answered]);
    assert_eq!(visit.talk.taken_up(vec![open(3)], false), [open(3)]);
}

#[test]
fn the_visit_before_is_completed_of_the_same_teacher_and_earlier() {
    let shelf = Shelf::new(Rc::new(MemoryStore::default()));
    let visit = visit_to(9, " juf NOOR ");
    let is_before = |other: Observation, days: i64, completed: bool| {
        let mut other = other;
        other.visit.date = visit.visit.date + TimeDelta::days(days);
        if completed {
            other.apply(Edit::Complete, now()).expect("a draft");
        }
        shelf.save(&other).expect("room");
        shelf.summary(other.id).expect("readable").expect("there").is_before(&visit)
    };
    let noor = |n| visit_to(n, "Juf Noor");
    assert!(is_before(noor(1), -30, true) && is_before(noor(10), -30, true));
    assert!(!is_before(noor(1), -30, false), "a draft");
    assert!(!is_before(visit_to(1, "Juf Noortje"), -30, true), "somebody else");
    assert!(!is_before(noor(1), 1, true), "a later day");
    assert!(is_before(noor(8), 0, true), "that morning");
    assert!(!is_before(noor(10), 0, true) && !is_before(noor(9), 0, true), "that afternoon, and itself");
    let seen_by = |n, observer: &str| {
        let observer = PersonRef::typed(observer.into());
        Observation { visit: Visit { observer, ..noor(n).visit }, ..noor(n) }
    };
    let by_kees = seen_by(9, "Kees");
    for (observer, days, follows) in [("Kees", 0, true), ("Ans", 0, false), ("Ans", -1, true), ("", 0, true)]
    {
        assert!(is_before(seen_by(8, observer), days, true), "nobody knows who saw the other one");
        let other = shelf.summary(id(8)).expect("readable").expect("there");
        assert_eq!(other.is_before(&by_kees), follows, "{observer:?}, {days} days");
    }
    let kind = |n, kind| Observation { visit: Visit { kind, ..noor(n).visit }, ..noor(n) };
    assert!(
        is_before(kind(2, VisitKind::Leader), -30, true),
        "a colleague takes up what was agreed with the leader"
    );
    let by_leader = kind(12, VisitKind::Leader);
    let is_followed = |id| shelf.summary(id).expect("readable").expect("there").is_before(&by_leader);
    assert!(is_followed(id(2)) && !is_followed(id(1)), "the leader does not take up what colleagues agreed");
    let nameless = shelf.summary(id(1)).expect("readable").expect("there");
    assert!(!nameless.is_before(&visit_to(11, "  ")));
}

#[test]
fn taking_up_what_is_taken_up_already_is_no_change() {
    let mut visit = visit_to(3, "Juf Noor");
    let all = || Edit::Talk(TalkEdit::FollowUp(FollowUpEdit::All(Some(id(1)), Vec::new())));
    assert!(visit.apply(all(), now()).is_some());
    assert!(visit.apply(all(), now()).is_none());
}

/// All that a tick stands for, and the ticks.
fn what_stands(talk: &Talk) -> Talk {
    let mut talk = Talk { scores_shown: None, in_growth: None, follows: None, ..talk.clone() };
    for points in [&mut talk.strengths, &mut talk.growth_points] {
        points.retain(|point| !point.text.trim().is_empty());
    }
    talk
}

proptest! {
    /// Whatever is done and undone in whatever order: a tick stands for the words that it was set for.
    #[test]
    fn ticks_stand_only_for_what_was_confirmed(steps in proptest::collection::vec((talk_edit(), any::<bool>()), 0..25)) {
        let mut visit = draft();
        let mut undo = Vec::new();
        let mut ticked = Vec::new();
        for (edit, goes_back) in steps {
            let edit = if goes_back { undo.pop() } else { Some(Edit::Talk(edit)) };
            let Some(edit) = edit else { continue };
            let sets_a_tick = !goes_back && matches!(edit, Edit::Talk(TalkEdit::Confirm(..)));
            // Typing is no step of undo, unless it takes a tick away.
            let is_typing = matches!(edit, Edit::Talk(TalkEdit::Answer(_) | TalkEdit::TeacherView(_)));
            let Some(inverse) = visit.apply(edit, now()) else { continue };
            if !goes_back && (!is_typing || matches!(inverse, Edit::Talk(TalkEdit::Back(..)))) {
                undo.push(inverse);
            }
            let stands = what_stands(&visit.talk);
            if sets_a_tick {
                ticked.push(stands);
            } else if stands.confirmed != Confirmed::default() {
                prop_assert!(ticked.contains(&stands));
            }
        }
    }
}

#[test]
fn an_appraisal_takes_no_agreements_of_a_visit_that_is_not_in_it() {
    let mut visit = visit_to(2, "Juf Noor");
    visit.visit.kind = VisitKind::Leader;
    visit.talk.follows = Some(id(1));
    visit.talk.follow_ups = vec![FollowUp {
        agreement: agreement(7, "Onder collega's afgesproken"),
        visit: id(1),
        agreed_on: visit.visit.date,
        outcome: Some(Outcome::NotYet),
        note: String::new(),
    }];
    let earlier = Observation { visit: visit.visit.clone(), ..visit_to(1, "Juf Noor") };
    let follow_ups = |purpose, visits: &[Observation]| {
        let header = ExportHeader { purpose, ..header() };
        let text = export_json(&header, &[], &[], visits, &[]).expect("writable");
        let read = parse_document(&text).expect("readable").observations;
        read.into_iter().find(|one| one.id == id(2)).expect("there").talk
    };
    let alone = std::slice::from_ref(&visit);
    let appraisal = follow_ups(v1::Purpose::Appraisal, alone);
    assert_eq!((appraisal.follows, appraisal.follow_ups), (None, Vec::new()));
    assert_eq!(follow_ups(v1::Purpose::Coaching, alone), visit.talk);
    assert_eq!(follow_ups(v1::Purpose::Appraisal, &[visit.clone(), earlier]), visit.talk);
}

#[test]
fn undo_gives_back_what_the_teacher_agreed_to_also_when_her_name_is_back_already() {
    let mut visit = visit_to(1, "Juf Noor");
    visit.talk.in_growth = Some(now());
    let before = visit.clone();
    let teacher = |name: &str| Edit::Visit(VisitEdit::Teacher(PersonRef::typed(name.to_owned())));
    let undo = visit.apply(teacher("Juf Noo"), now()).expect("a change");
    visit.apply(teacher("Juf Noor"), now()).expect("a change");
    assert_eq!(visit.talk.in_growth, None, "the one in between had not agreed");
    visit.apply(undo, now()).expect("a change");
    assert_eq!((&visit.visit, &visit.talk), (&before.visit, &before.talk));
}
