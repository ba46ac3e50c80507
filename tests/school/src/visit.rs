//! One completed visit.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
use lesbezoek::domain::{
    Answer, IndicatorId, Moment, Observation, ObservationId, PersonRef, Rating, Rubric, Score, Status, Visit,
    VisitKind,
};
use lesbezoek::exchange::builtin_ref;

use crate::staff::{Member, teaches};
use crate::{Chance, at, course, day, talk};

const SUBJECTS: [&str; 6] =
    ["Rekenen", "Rekenen", "Taal", "Begrijpend lezen", "Spelling", "Wereldoriëntatie"];
const FOCUS: [&str; 4] = [
    "Krijgt iedereen een beurt?",
    "Is mijn uitleg kort genoeg?",
    "Wat doen de snelle rekenaars als ze klaar zijn?",
    "Gebruiken leerlingen mijn feedback nog in de les?",
];

/// Many visits to teachers who visit each other, some by the leader and the coaches, a few short ones, and a few lessons that
/// teachers rated themselves.
pub fn visit(chance: &mut Chance, rubric: &Rubric, staff: &[Member]) -> Observation {
    let taught: Vec<&Member> = staff.iter().filter(|one| teaches(one)).collect();
    let teacher = taught[chance.place(taught.len())];
    let kind = kind(chance);
    let observer = observer(chance, staff, teacher, kind);
    let (day, year) = lesson_day(chance);
    let begin = at(day, [9, 10, 11, 13][chance.place(4)], [0, 5, 15, 30][chance.place(4)]);
    let end =
        begin + TimeDelta::minutes(if kind == VisitKind::Walkthrough { 12 } else { chance.between(40, 60) });
    let millis = u64::try_from(begin.timestamp_millis()).expect("after 1970");
    let mut made = Observation::begin(
        ObservationId(chance.id(millis)),
        builtin_ref(rubric),
        begin - TimeDelta::minutes(20),
    );
    made.visit = Visit {
        started_at: Some(begin),
        ended_at: Some(end),
        kind,
        teacher: PersonRef::of(teacher.person.id),
        observer: PersonRef::of(observer.person.id),
        group: teacher.person.profile.groups[0].clone(),
        subject: SUBJECTS[chance.place(SUBJECTS.len())].to_owned(),
        pupils: Some(u16::try_from(chance.between(18, 30)).expect("few")),
        focus: if chance.is(70) { (*chance.one_of(&FOCUS)).to_owned() } else { String::new() },
        chosen: if kind == VisitKind::Walkthrough { few_of(chance, rubric) } else { BTreeSet::new() },
        ..Visit::on(day)
    };
    // Each year is worth the growth of a year; who rates herself is a little kinder.
    let own = if kind == VisitKind::SelfAssessment { 20 } else { -observer.strictness };
    let level = teacher.strength + teacher.growth * year + own + chance.between(-20, 20);
    made.ratings = ratings(chance, rubric, &made.visit, level);
    course::fill(chance, &mut made, level);
    if kind != VisitKind::Walkthrough && chance.is(70) {
        talk::fill(chance, &mut made);
    }
    let closed: Moment = end + TimeDelta::minutes(chance.between(60, 240));
    made.status = Status::Completed { at: closed };
    made.updated_at = closed;
    made.revision = 60 + chance.below(200);
    made
}

fn kind(chance: &mut Chance) -> VisitKind {
    match chance.below(100) {
        0..58 => VisitKind::Peer,
        58..72 => VisitKind::Leader,
        72..86 => VisitKind::Coach,
        86..95 => VisitKind::Walkthrough,
        _ => VisitKind::SelfAssessment,
    }
}

/// The staff ends with student, assistants, coaches and leader.
fn observer<'a>(
    chance: &mut Chance,
    staff: &'a [Member],
    teacher: &'a Member,
    kind: VisitKind,
) -> &'a Member {
    let size = staff.len();
    let found = match kind {
        VisitKind::SelfAssessment => return teacher,
        VisitKind::Leader => &staff[size - 1],
        VisitKind::Coach | VisitKind::Walkthrough => &staff[size - 2 - chance.place(2)],
        // Some visit often.
        VisitKind::Peer => &staff[chance.place(size).min(chance.place(size))],
    };
    if found.person.id == teacher.person.id { &staff[size - 1] } else { found }
}

/// A working day in 2024-2025 or 2025-2026 outside July and August, with the number of the year.
fn lesson_day(chance: &mut Chance) -> (NaiveDate, i64) {
    let year = i64::from(chance.is(55));
    let first = day(2024 + i32::try_from(year).expect("0 or 1"), 9, 2);
    let day = first + Days::new(chance.below(295));
    let is_free = (day.month() == 12 && day.day() > 20) || (day.month() == 1 && day.day() < 6);
    match day.weekday() {
        Weekday::Sat | Weekday::Sun => (day - Days::new(2), year),
        _ if is_free => (first + Days::new(u64::from(day.weekday().num_days_from_monday())), year),
        _ => (day, year),
    }
}

fn few_of(chance: &mut Chance, rubric: &Rubric) -> BTreeSet<IndicatorId> {
    let all: Vec<_> = rubric.indicators().map(|one| &one.id).collect();
    (0..5).map(|_| all[chance.place(all.len())].clone()).collect()
}

/// How hard an indicator is, in hundredths of a point: what comes early in the rubric's own domains is no guide, so each has a
/// number of its own. The hardest, tailoring and pupils who judge their own work, are those of the literature.
fn hardness(id: &str) -> i64 {
    match id {
        "F8" => -75,
        "I3" => -65,
        "I4" => -40,
        "I2" => -30,
        "F2" => -25,
        "I1" => -20,
        "D1" => -10,
        "I7" | "F5" => 0,
        "D2" => 5,
        "I5" | "F1" => 10,
        "D4" | "D8" => 20,
        "I6" => 25,
        "D3" | "F3" => 35,
        "I9" | "F4" => 45,
        "D6" => 50,
        "I8" | "D7" => 60,
        "F7" => 65,
        "D5" => 80,
        _ => 105,
    }
}

fn ratings(chance: &mut Chance, rubric: &Rubric, visit: &Visit, level: i64) -> BTreeMap<IndicatorId, Rating> {
    let mut ratings = BTreeMap::new();
    for indicator in rubric.indicators().filter(|one| visit.looks_at(&one.id)) {
        let id = indicator.id.as_str();
        let unseen = match id {
            "I9" | "F6" | "D7" => 30,
            "D6" | "D5" | "F7" => 20,
            _ => 8,
        };
        let answer = if chance.is(3) {
            None
        } else if chance.is(unseen) {
            Some(Answer::NotObserved)
        } else {
            // The sum of three has the shape of a bell.
            let noise: i64 = (0..3).map(|_| chance.between(-45, 45)).sum();
            let point = (level - hardness(id) + noise + 50).div_euclid(100).clamp(1, 4);
            Some(Answer::Score(Score::try_from(u8::try_from(point).expect("clamped")).expect("a score")))
        };
        let is_reached = matches!(answer, Some(Answer::Score(score)) if score.get() > 2);
        let ticked = indicator.look_fors.iter().filter(|_| is_reached && chance.is(25));
        let rating =
            Rating { answer, look_fors: ticked.map(|one| one.id.clone()).collect(), ..Rating::default() };
        if !rating.is_empty() {
            ratings.insert(indicator.id.clone(), rating);
        }
    }
    ratings
}
