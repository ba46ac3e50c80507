//! When a lesson goes on, and on which day a time of it is that is set by hand.

use crate::common::draft;
use chrono::NaiveDate;
use lesbezoek::domain::{Edit, Moment, Observation, Phase, PhaseStart, VisitEdit};

fn at(text: &str) -> Moment {
    Moment::parse_from_rfc3339(text).expect("a moment")
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).expect("a day")
}

/// A visit on this day of November.
fn visit_on(number: u32) -> Observation {
    let mut visit = draft();
    visit.apply(Edit::Visit(VisitEdit::Date(day(number))), at("2026-11-24T09:44:00+01:00"));
    visit
}

fn noted(visit: &mut Observation, when: &str) {
    visit.phases.push(PhaseStart::new(Phase::Instruction, at(when)));
}

const START: &str = "2026-11-24T09:44:00+01:00";

#[test]
fn a_visit_that_was_on_paper_gets_its_own_day() {
    let mut visit = visit_on(20);
    visit.visit.started_at = Some(at(START));
    assert_eq!(visit.day_of_lesson(at(START)), day(20));
}

#[test]
fn a_lesson_that_is_going_on_stays_on_its_day_whatever_date_was_prepared() {
    for prepared in [20, 24, 27] {
        let mut visit = visit_on(prepared);
        visit.visit.started_at = Some(at(START));
        noted(&mut visit, "2026-11-24T09:45:00+01:00");
        assert_eq!(visit.day_of_lesson(at(START)), day(24), "{prepared}");
    }
    assert_eq!(visit_on(27).day_of_lesson(at(START)), day(24), "a day to come is no day of paper");
}

#[test]
fn end_and_lines_go_to_the_day_on_which_the_lesson_began() {
    let mut visit = visit_on(20);
    visit.visit.started_at = Some(at("2026-11-20T09:00:00+01:00"));
    noted(&mut visit, START);
    assert_eq!(visit.day_of_lesson(at("2026-11-24T10:30:00+01:00")), day(20));
    assert_eq!(visit.day_of_lesson(at(START)), day(20));
}

#[test]
fn a_lesson_goes_on_from_the_first_thing_noted_until_its_end_or_three_hours_later() {
    let soon = at("2026-11-24T12:43:00+01:00");
    let mut visit = visit_on(24);
    assert!(!visit.is_in_lesson(soon), "nothing has begun");
    noted(&mut visit, START);
    assert!(visit.is_in_lesson(soon));
    assert!(!visit.is_in_lesson(at("2026-11-24T12:44:00+01:00")), "it was never ended");
    // What was tried out before is no part of it.
    visit.visit.started_at = Some(at("2026-11-24T12:40:00+01:00"));
    assert!(visit.is_in_lesson(at("2026-11-24T13:25:00+01:00")));
    visit.visit.ended_at = Some(soon);
    assert!(!visit.is_in_lesson(soon));
}

/// A visit that was planned for Monday and takes place on Friday is one of Friday; undo knows what was planned.
#[test]
fn a_lesson_that_starts_before_its_day_gets_today() {
    let now = at("2026-11-20T09:00:00+01:00");
    let mut visit = visit_on(23);
    let planned = visit.visit.clone();
    let back = visit.apply(Edit::Visit(visit.visit.starts(now)), now).expect("a change");
    assert_eq!((visit.visit.date, visit.visit.started_at), (day(20), Some(now)));
    visit.apply(back, now).expect("a change");
    assert_eq!(visit.visit, planned);
    // What is entered afterwards keeps the day of the lesson.
    let mut before = visit_on(18);
    before.apply(Edit::Visit(before.visit.starts(now)), now).expect("a change");
    assert_eq!(before.visit.date, day(18));
}
