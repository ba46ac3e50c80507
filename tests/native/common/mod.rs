//! Any observation, for property tests.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod device;
pub mod journal;
pub mod journal_table;
pub mod lock;
pub mod packing;
pub mod plan;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use lesbezoek::domain::{
    Agreement, AgreementId, Answer, AroundLesson, Competence, Confirmed, FollowUp, FollowUpEdit, IndicatorId,
    LineId, LogLine, Moment, Objection, Observation, ObservationId, Outcome, Participant, Person, PersonId,
    PersonRef, Phase, PhaseStart, PointId, PointList, Profile, Rating, Role, Rubric, RubricRef, Scan, Score,
    Sign, Status, Talk, TalkEdit, TalkPoint, Tally, TeachingYears, Visit, VisitKind,
};
use lesbezoek::exchange::{BUILTIN_RUBRIC_JSON, Device, ExportHeader, Purpose, parse_rubric, rubric_ref};
use lesbezoek::store::{RescueFile, Rescued};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

pub fn builtin() -> Rubric {
    parse_rubric(BUILTIN_RUBRIC_JSON).expect("the built-in rubric is valid")
}

pub fn header() -> ExportHeader {
    ExportHeader {
        exported_at: DateTime::parse_from_rfc3339("2026-11-23T12:00:00+01:00").expect("a time"),
        app: "0.1.0".to_owned(),
        purpose: Purpose::Backup,
        device: Device { id: Uuid::nil(), name: "test".to_owned() },
    }
}

/// What comes of a rescue file in which nothing is to be opened.
pub fn read_rescue(text: &str) -> Option<Rescued> {
    RescueFile::read(text).map(|file| file.as_it_is())
}

pub fn id() -> impl Strategy<Value = Uuid> {
    any::<u128>().prop_map(Uuid::from_u128)
}

pub fn moment() -> impl Strategy<Value = Moment> {
    (0_i64..4_000_000_000_000, -14_i32..=14).prop_map(|(millis, hours)| {
        let zone = chrono::FixedOffset::east_opt(hours * 3600).expect("an offset");
        DateTime::from_timestamp_millis(millis).expect("a time").with_timezone(&zone)
    })
}

pub fn day() -> impl Strategy<Value = NaiveDate> {
    (0_i32..40_000).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(720_000 + days).expect("a day"))
}

pub fn indicator() -> impl Strategy<Value = IndicatorId> {
    "[DIF][1-9]".prop_map(|id| id.parse().expect("an id"))
}

/// Anything that a keyboard can give, quotes, markup and emoji too.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        Just("<img src=x onerror=alert(1)>".to_owned()),
        Just("\"\\\u{0}\u{2028}".to_owned())
    ]
}

pub fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        (1_u8..=4).prop_map(|n| Answer::Score(Score::try_from(n).expect("a score"))),
        Just(Answer::NotObserved)
    ]
}

fn rating() -> impl Strategy<Value = Rating> {
    let look_fors = btree_set("[DIF][1-9][a-d]".prop_map(|id| id.parse().expect("an id")), 0..3);
    let evidence = btree_set(id().prop_map(LineId), 0..3);
    (option::of(answer()), look_fors, text(), evidence)
        .prop_map(|(answer, look_fors, note, evidence)| Rating { answer, look_fors, note, evidence })
        .prop_filter("something is kept", |rating| !rating.is_empty())
}

pub fn line() -> impl Strategy<Value = LogLine> {
    let sign = option::of(prop_oneof![Just(Sign::Plus), Just(Sign::Minus)]);
    let domain = option::of("[DIF]".prop_map(|id| id.parse().expect("an id")));
    let meaning = prop_oneof![Just(String::new()), text()];
    (id(), moment(), text(), meaning, domain, option::of(indicator()), sign).prop_map(
        |(id, at, text, meaning, domain, indicator, sign)| LogLine {
            id: LineId(id),
            at,
            text,
            meaning,
            domain,
            indicator,
            sign,
        },
    )
}

fn log() -> impl Strategy<Value = Vec<LogLine>> {
    vec(line(), 0..5).prop_map(|mut lines| {
        let mut seen = BTreeSet::new();
        lines.retain(|line| seen.insert(line.id));
        lines
    })
}

pub fn phase_start() -> impl Strategy<Value = PhaseStart> {
    let known = proptest::sample::select(Phase::ALL.to_vec()).prop_map(|phase| phase.name().to_owned());
    let phase = prop_oneof![3 => known, 1 => text()];
    (phase, moment()).prop_map(|(phase, at)| PhaseStart { phase, at })
}

fn agreement() -> impl Strategy<Value = Agreement> {
    (id(), text(), text(), option::of(day())).prop_map(|(id, what, who, when)| Agreement {
        id: AgreementId(id),
        what,
        who,
        when,
    })
}

pub fn outcome() -> impl Strategy<Value = Outcome> {
    proptest::sample::select(Outcome::ALL.to_vec())
}

pub fn follow_up() -> impl Strategy<Value = FollowUp> {
    (agreement(), id(), day(), option::of(outcome()), text()).prop_map(
        |(agreement, visit, agreed_on, outcome, note)| FollowUp {
            agreement,
            visit: ObservationId(visit),
            agreed_on,
            outcome,
            note,
        },
    )
}

fn talk() -> impl Strategy<Value = Talk> {
    let point = || {
        (id(), text(), option::of(indicator())).prop_map(|(id, text, indicator)| TalkPoint {
            id: PointId(id),
            text,
            indicator,
        })
    };
    let before = (option::of(id().prop_map(ObservationId)), vec(follow_up(), 0..3));
    let views = (text(), text(), text(), text(), option::of(moment()));
    let lists = (vec(point(), 0..3), vec(point(), 0..3), vec(agreement(), 0..3));
    let end = (text(), option::of(moment()), option::of(moment()), option::of(moment()));
    (before, views, lists, end).prop_map(
        |(
            (follows, follow_ups),
            (teacher_view, preparing, evaluating, observer_view, scores_shown),
            (strengths, growth_points, agreements),
            (answer, teacher, observer, in_growth),
        )| Talk {
            follows,
            follow_ups,
            teacher_view,
            around: AroundLesson { preparing, evaluating },
            observer_view,
            scores_shown,
            strengths,
            growth_points,
            agreements,
            answer,
            in_growth,
            confirmed: Confirmed { teacher, observer },
        },
    )
}

/// Few points and agreements, so that edits meet each other.
pub fn talk_edit() -> impl Strategy<Value = TalkEdit> {
    let few = || (0_u128..3).prop_map(Uuid::from_u128);
    let point = || few().prop_map(PointId);
    let list = || proptest::sample::select(vec![PointList::Strengths, PointList::GrowthPoints]);
    let agreed = || few().prop_map(AgreementId);
    let known = move || {
        (follow_up(), agreed()).prop_map(|(mut one, id)| {
            one.agreement.id = id;
            one
        })
    };
    let who = proptest::sample::select(Participant::ALL.to_vec());
    let follow_ups = prop_oneof![
        (option::of(id().prop_map(ObservationId)), vec(known(), 0..2))
            .prop_map(|(visit, list)| FollowUpEdit::All(visit, list)),
        (0_usize..3, known()).prop_map(|(at, one)| FollowUpEdit::Insert(at, one)),
        agreed().prop_map(FollowUpEdit::Remove),
        (agreed(), option::of(outcome())).prop_map(|(id, outcome)| FollowUpEdit::Outcome(id, outcome)),
        (agreed(), text()).prop_map(|(id, note)| FollowUpEdit::Note(id, note)),
    ];
    prop_oneof![
        "[ab]?".prop_map(TalkEdit::TeacherView),
        "[ab]?".prop_map(TalkEdit::Answer),
        text().prop_map(TalkEdit::Evaluating),
        option::of(moment()).prop_map(TalkEdit::ShowScores),
        option::of(moment()).prop_map(TalkEdit::InGrowth),
        (list(), 0_usize..3, point(), text()).prop_map(|(list, at, id, text)| {
            TalkEdit::InsertPoint(list, at, TalkPoint { id, text, indicator: None })
        }),
        (list(), point()).prop_map(|(list, id)| TalkEdit::RemovePoint(list, id)),
        (list(), point(), option::of(indicator()))
            .prop_map(|(list, id, indicator)| TalkEdit::PointIndicator(list, id, indicator)),
        (who, option::of(moment())).prop_map(|(who, at)| TalkEdit::Confirm(who, at)),
        follow_ups.prop_map(TalkEdit::FollowUp),
    ]
}

fn visit() -> impl Strategy<Value = Visit> {
    let person =
        || (option::of(id().prop_map(PersonId)), text()).prop_map(|(id, name)| PersonRef { id, name });
    let kind = proptest::sample::select(VisitKind::ALL.to_vec());
    (
        (day(), option::of(moment()), option::of(moment()), kind, person(), person()),
        (text(), text(), option::of(any::<u16>()), text(), btree_set(indicator(), 0..4)),
        option::of(id().prop_map(ObservationId)),
        option::of(day()),
    )
        .prop_map(
            |(
                (date, started_at, ended_at, kind, teacher, observer),
                (group, subject, pupils, focus, chosen),
                own_view_of,
                keep_until,
            )| {
                Visit {
                    date,
                    started_at,
                    ended_at,
                    kind,
                    teacher,
                    observer,
                    group,
                    subject,
                    pupils,
                    focus,
                    chosen,
                    own_view_of,
                    keep_until,
                }
            },
        )
}

pub fn profile() -> impl Strategy<Value = Profile> {
    (
        text(),
        option::of(select(Role::ALL)),
        vec(text(), 0..3),
        option::of(select(TeachingYears::ALL)),
        option::of(select(Competence::ALL)),
    )
        .prop_map(|(name, role, groups, years, competence)| Profile {
            name,
            role,
            groups,
            years,
            competence,
        })
}

pub fn person() -> impl Strategy<Value = Person> {
    (id(), 0_u64..1_000_000, moment(), profile()).prop_map(|(id, revision, updated_at, profile)| Person {
        id: PersonId(id),
        revision,
        updated_at,
        profile,
    })
}

pub fn objection() -> impl Strategy<Value = Option<Objection>> {
    (day(), text()).prop_map(|(on, text)| Objection::said(on, text))
}

pub fn observation() -> impl Strategy<Value = Observation> {
    let status = prop_oneof![Just(Status::Draft), moment().prop_map(|at| Status::Completed { at })];
    let tallies = vec((text(), moment()).prop_map(|(counter, at)| Tally { counter, at }), 0..3);
    let scans = vec(
        (moment(), any::<u16>(), any::<u16>()).prop_map(|(at, on_task, of)| Scan::new(at, on_task, of)),
        0..3,
    );
    (
        (id(), 0_u64..1_000_000, status, moment(), moment()),
        (
            // On the heap: such a visit is too large for the stack of a test.
            visit().boxed(),
            btree_map(indicator(), rating(), 0..5),
            log(),
            tallies,
            scans,
            vec(phase_start(), 0..4),
            talk().boxed(),
            objection(),
        ),
    )
        .prop_map(
            |(
                (id, revision, status, created_at, updated_at),
                (visit, ratings, log, tallies, scans, phases, talk, objection),
            )| {
                Observation {
                    id: ObservationId(id),
                    revision,
                    status,
                    created_at,
                    updated_at,
                    rubric: RubricRef {
                        id: "passend-onderwijs".parse().expect("an id"),
                        version: 1,
                        hash: "0".repeat(32),
                    },
                    visit,
                    ratings,
                    log,
                    tallies,
                    scans,
                    phases,
                    talk,
                    objection,
                }
            },
        )
}

/// A draft with nothing in it.
pub fn draft() -> Observation {
    let now = header().exported_at;
    Observation::begin(ObservationId(Uuid::from_u128(7)), rubric_ref(&builtin()), now)
}

/// A completed visit of September 2026. Answers as pairs such as `("D1", 3)`, where 0 is "niet gezien".
pub fn visit_with(teacher: &str, observer: &str, answers: &[(&str, u8)]) -> Observation {
    thread_local!(static DRAFT: Observation = draft());
    let draft = DRAFT.with(Clone::clone);
    let rating = |(id, point): &(&str, u8)| {
        let answer = Score::try_from(*point).map_or(Answer::NotObserved, Answer::Score);
        (id.parse().expect("an id"), Rating { answer: Some(answer), ..Rating::default() })
    };
    Observation {
        status: Status::Completed { at: header().exported_at },
        visit: Visit {
            teacher: PersonRef::typed(teacher.to_owned()),
            observer: PersonRef::typed(observer.to_owned()),
            group: "5".to_owned(),
            ..Visit::on(NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day"))
        },
        ratings: answers.iter().map(rating).collect(),
        ..draft
    }
}
