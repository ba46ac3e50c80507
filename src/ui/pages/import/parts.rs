//! The parts of a visit in words: what each is called, and what it is in one state.

use crate::domain::{Agreement, FollowUp, Moment, Observation, Outcome, Rubric, Status, TalkPoint};
use crate::exchange::Part;
use crate::i18n::{MergeText, Text, date};

/// What a part is called. `visit` tells the time of a line of the log.
pub(super) fn name(t: &'static Text, m: &'static MergeText, part: &Part, visit: &Observation) -> String {
    let name = match part {
        Part::Answer(id) => return format!("{id}: {}", m.answer),
        Part::Note(id) => return format!("{id}: {}", m.note),
        Part::Line(id) => {
            let at = visit.line(*id).map(|line| t.clock(line.at.time())).unwrap_or_default();
            return format!("{}, {at}", m.line);
        }
        Part::Date => t.prepare().date,
        Part::Times => m.times,
        Part::Kind => t.prepare().kind,
        Part::Teacher => t.prepare().teacher,
        Part::Observer => t.prepare().observer,
        Part::Group => t.prepare().group,
        Part::Subject => t.prepare().subject,
        Part::Pupils => t.prepare().pupils,
        Part::Focus => t.prepare().focus,
        Part::Chosen => m.chosen,
        Part::Rubric => m.rubric,
        Part::Tallies => m.tallies,
        Part::Scans => m.scans,
        Part::Phases => m.phases,
        Part::TeacherView => t.talk().teacher_view,
        Part::ObserverView => t.talk().observer_view,
        Part::Preparing => m.preparing,
        Part::Evaluating => m.evaluating,
        Part::OwnAnswer => m.own_answer,
        Part::FollowUps => m.follow_ups,
        Part::Strengths => t.talk().strengths,
        Part::GrowthPoints => t.talk().growth_points,
        Part::Agreements => t.talk().agreements,
        Part::KeepUntil => m.keep_until,
        Part::Objection => m.objection,
        Part::Status => m.status,
    };
    name.to_owned()
}

/// What a part is in one state; empty if there is nothing.
pub(super) fn value(
    t: &'static Text,
    m: &'static MergeText,
    rubric: &Rubric,
    part: &Part,
    state: &Observation,
) -> String {
    let (visit, talk) = (&state.visit, &state.talk);
    let clock = |at: Option<Moment>| at.map(|at| t.clock(at.time())).unwrap_or_default();
    match part {
        Part::Date => date(visit.date),
        Part::Times if visit.started_at.is_none() && visit.ended_at.is_none() => String::new(),
        Part::Times => format!("{} – {}", clock(visit.started_at), clock(visit.ended_at)),
        Part::Kind => t.kind(visit.kind).to_owned(),
        Part::Teacher => visit.teacher.name.clone(),
        Part::Observer => visit.observer.name.clone(),
        Part::Group => visit.group.clone(),
        Part::Subject => visit.subject.clone(),
        Part::Pupils => visit.pupils.map(|pupils| pupils.to_string()).unwrap_or_default(),
        Part::Focus => visit.focus.clone(),
        Part::Chosen if visit.chosen.is_empty() => m.all_indicators.to_owned(),
        Part::Chosen => listed(&visit.chosen, ", ", ToString::to_string),
        Part::Rubric => (m.version)(&state.rubric.id.to_string(), state.rubric.version),
        Part::Status => match state.status {
            Status::Draft => t.home.draft.to_owned(),
            Status::Completed { .. } => t.home.completed.to_owned(),
        },
        Part::Answer(id) => state.answer(id).map(|answer| t.answer(rubric, answer)).unwrap_or_default(),
        Part::Note(id) => state.rating(id).map(|rating| rating.note.clone()).unwrap_or_default(),
        Part::Line(id) => {
            state.line(*id).map(|line| joined(&[&line.text, &line.meaning])).unwrap_or_default()
        }
        Part::Tallies if state.tallies.is_empty() => String::new(),
        Part::Tallies => (m.taps)(state.tallies.len()),
        Part::Scans => listed(&state.scans, ", ", |scan| format!("{}/{}", scan.on_task, scan.of)),
        Part::Phases => listed(&state.phases, "; ", |one| {
            format!("{} {}", t.clock(one.at.time()), t.phase_name(&one.phase))
        }),
        Part::TeacherView => talk.teacher_view.clone(),
        Part::ObserverView => talk.observer_view.clone(),
        Part::Preparing => talk.around.preparing.clone(),
        Part::Evaluating => talk.around.evaluating.clone(),
        Part::OwnAnswer => talk.answer.clone(),
        Part::FollowUps => listed(&talk.follow_ups, "; ", |one| follow_up(m, one)),
        Part::Strengths => listed(&talk.strengths, "; ", point),
        Part::GrowthPoints => listed(&talk.growth_points, "; ", point),
        Part::Agreements => listed(&talk.agreements, "; ", agreement),
        Part::KeepUntil => visit.keep_until.map(date).unwrap_or_default(),
        Part::Objection => {
            state.objection.as_ref().map(|said| joined(&[&said.text, &date(said.on)])).unwrap_or_default()
        }
    }
}

fn listed<'a, T: 'a>(
    all: impl IntoIterator<Item = &'a T>,
    between: &str,
    text: impl Fn(&T) -> String,
) -> String {
    all.into_iter().map(text).collect::<Vec<_>>().join(between)
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<_> = parts.iter().copied().filter(|part| !part.trim().is_empty()).collect();
    parts.join(" · ")
}

fn point(point: &TalkPoint) -> String {
    let indicator = point.indicator.as_ref().map(ToString::to_string).unwrap_or_default();
    joined(&[&point.text, &indicator])
}

fn agreement(one: &Agreement) -> String {
    joined(&[&one.what, &one.who, &one.when.map(date).unwrap_or_default()])
}

fn follow_up(m: &'static MergeText, one: &FollowUp) -> String {
    let outcome = match one.outcome {
        Some(Outcome::Done) => m.done,
        Some(Outcome::Partly) => m.partly,
        Some(Outcome::NotYet) => m.not_yet,
        None => "",
    };
    joined(&[&one.agreement.what, outcome, &one.note])
}
