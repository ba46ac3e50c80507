//! Two states of one visit, of two devices, made into one. What only one of them has stays. Where both have something else
//! the person chooses, part by part. Pure: who gives the two in the other order, with the same choice, gets the same visit.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{IndicatorId, LineId, LogLine, Observation, Participant, Rating, Talk};

/// A part of a visit of which one state is taken whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is named as what it is of the visit")]
pub enum Part {
    Date,
    Times,
    Kind,
    Teacher,
    Observer,
    Group,
    Subject,
    Pupils,
    Focus,
    /// The indicators that the visit looks at.
    Chosen,
    Rubric,
    Status,
    Answer(IndicatorId),
    Note(IndicatorId),
    Line(LineId),
    Tallies,
    Scans,
    Phases,
    TeacherView,
    ObserverView,
    Preparing,
    Evaluating,
    /// To the teacher's own question.
    OwnAnswer,
    FollowUps,
    Strengths,
    GrowthPoints,
    Agreements,
    KeepUntil,
    Objection,
}

/// Where a state of a visit comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// This device.
    Here,
    /// The file.
    File,
}

/// What is taken of each part in which the two differ.
pub type Choice = BTreeMap<Part, Side>;

/// The parts in which two states differ, in the order of the screens, each with the side that is taken if nobody chooses: the
/// one that was changed last, unless that has nothing there.
#[must_use]
pub fn differences(here: &Observation, file: &Observation) -> Choice {
    let newer = if (file.updated_at, file.revision) > (here.updated_at, here.revision) {
        Side::File
    } else {
        Side::Here
    };
    let differing = parts(here, file).into_iter().filter(|part| !is_same(part, here, file));
    let side = |part: &Part| match (newer, is_empty(part, here), is_empty(part, file)) {
        (Side::Here, true, false) => Side::File,
        (Side::File, false, true) => Side::Here,
        _ => newer,
    };
    differing.map(|part| (part.clone(), side(&part))).collect()
}

/// One visit of both, newer than either. A part that is not in `choice` is taken from here.
#[must_use]
pub fn merged(here: &Observation, file: &Observation, choice: &Choice) -> Observation {
    let mut both = Observation {
        revision: here.revision.max(file.revision) + 1,
        created_at: here.created_at.min(file.created_at),
        updated_at: here.updated_at.max(file.updated_at),
        log: all_lines(here, file),
        ratings: all_ratings(here, file),
        ..here.clone()
    };
    for part in differences(here, file).into_keys() {
        let from = if choice.get(&part) == Some(&Side::File) { file } else { here };
        take(&part, from, &mut both);
    }
    both.ratings.retain(|_, rating| !rating.is_empty());
    if here.log != file.log {
        // Only now: a line may have got the time of the other side.
        both.log.sort_by_key(|line| (line.at, line.id));
    }
    agree_on_talk(&mut both.talk, &here.talk, &file.talk);
    both
}

/// Every part that one of the two may have.
fn parts(here: &Observation, file: &Observation) -> Vec<Part> {
    use Part::*;
    let mut parts = vec![
        Date,
        Times,
        Kind,
        Teacher,
        Observer,
        Group,
        Subject,
        Pupils,
        Focus,
        Chosen,
        Rubric,
        Status,
        Tallies,
        Scans,
        Phases,
        TeacherView,
        ObserverView,
        Preparing,
        Evaluating,
        OwnAnswer,
        FollowUps,
        Strengths,
        GrowthPoints,
        Agreements,
        KeepUntil,
        Objection,
    ];
    let rated: BTreeSet<_> = here.ratings.keys().chain(file.ratings.keys()).collect();
    parts.extend(rated.into_iter().flat_map(|id| [Answer(id.clone()), Note(id.clone())]));
    // A line that only one of them has stays as it is.
    parts.extend(here.log.iter().filter(|line| file.line(line.id).is_some()).map(|line| Line(line.id)));
    parts
}

fn is_same(part: &Part, here: &Observation, file: &Observation) -> bool {
    let mut with = here.clone();
    take(part, file, &mut with);
    with == *here
}

fn is_empty(part: &Part, visit: &Observation) -> bool {
    let nothing = Observation {
        rubric: visit.rubric.clone(),
        ..Observation::begin(visit.id, visit.rubric.clone(), visit.created_at)
    };
    is_same(part, visit, &nothing)
}

/// Makes a part of `to` what it is in `from`.
fn take(part: &Part, from: &Observation, to: &mut Observation) {
    let (visit, talk) = (&mut to.visit, &mut to.talk);
    match part {
        Part::Date => visit.date = from.visit.date,
        Part::Times => (visit.started_at, visit.ended_at) = (from.visit.started_at, from.visit.ended_at),
        Part::Kind => (visit.kind, visit.own_view_of) = (from.visit.kind, from.visit.own_view_of),
        Part::Teacher => visit.teacher.clone_from(&from.visit.teacher),
        Part::Observer => visit.observer.clone_from(&from.visit.observer),
        Part::Group => visit.group.clone_from(&from.visit.group),
        Part::Subject => visit.subject.clone_from(&from.visit.subject),
        Part::Pupils => visit.pupils = from.visit.pupils,
        Part::Focus => visit.focus.clone_from(&from.visit.focus),
        Part::Chosen => visit.chosen.clone_from(&from.visit.chosen),
        Part::Rubric => to.rubric.clone_from(&from.rubric),
        Part::Status => to.status = from.status,
        Part::Answer(id) => rating(to, id).answer = from.answer(id),
        Part::Note(id) => {
            rating(to, id).note = from.rating(id).map(|one| one.note.clone()).unwrap_or_default()
        }
        Part::Line(id) => {
            let line = to.log.iter_mut().find(|line| line.id == *id);
            if let (Some(line), Some(other)) = (line, from.line(*id)) {
                line.clone_from(other);
            }
        }
        Part::Tallies => to.tallies.clone_from(&from.tallies),
        Part::Scans => to.scans.clone_from(&from.scans),
        Part::Phases => to.phases.clone_from(&from.phases),
        Part::TeacherView => talk.teacher_view.clone_from(&from.talk.teacher_view),
        Part::ObserverView => talk.observer_view.clone_from(&from.talk.observer_view),
        Part::Preparing => talk.around.preparing.clone_from(&from.talk.around.preparing),
        Part::Evaluating => talk.around.evaluating.clone_from(&from.talk.around.evaluating),
        Part::OwnAnswer => talk.answer.clone_from(&from.talk.answer),
        Part::FollowUps => {
            talk.follows = from.talk.follows;
            talk.follow_ups.clone_from(&from.talk.follow_ups);
        }
        Part::Strengths => talk.strengths.clone_from(&from.talk.strengths),
        Part::GrowthPoints => talk.growth_points.clone_from(&from.talk.growth_points),
        Part::Agreements => talk.agreements.clone_from(&from.talk.agreements),
        Part::KeepUntil => visit.keep_until = from.visit.keep_until,
        Part::Objection => to.objection.clone_from(&from.objection),
    }
    to.ratings.retain(|_, rating| !rating.is_empty());
}

fn rating<'a>(visit: &'a mut Observation, id: &IndicatorId) -> &'a mut Rating {
    visit.ratings.entry(id.clone()).or_default()
}

/// The lines of both, each once.
fn all_lines(here: &Observation, file: &Observation) -> Vec<LogLine> {
    if here.log == file.log {
        return here.log.clone();
    }
    let only_there = file.log.iter().filter(|line| here.line(line.id).is_none());
    here.log.iter().chain(only_there).cloned().collect()
}

/// The ratings of here, with what the file has of look-fors and evidence beside them.
fn all_ratings(here: &Observation, file: &Observation) -> BTreeMap<IndicatorId, Rating> {
    let mut ratings = here.ratings.clone();
    for (id, other) in &file.ratings {
        let both: &mut Rating = ratings.entry(id.clone()).or_default();
        both.look_fors.extend(other.look_fors.iter().cloned());
        both.evidence.extend(&other.evidence);
    }
    ratings
}

/// Who said that the talk is written down right said it of the words of one side. Where they are the words now, it stands.
fn agree_on_talk(both: &mut Talk, here: &Talk, file: &Talk) {
    let first = |one: Option<_>, other: Option<_>| one.into_iter().chain(other).min();
    both.scores_shown = first(here.scores_shown, file.scores_shown);
    // What the teacher did not agree to on one of the two, or took back there, is not agreed to.
    both.in_growth = here.in_growth.zip(file.in_growth).map(|(one, other)| one.min(other));
    let words = both.words();
    let said = |talk: &Talk, who| talk.confirmed.by(who).filter(|_| talk.words() == words);
    let [teacher, observer] = Participant::ALL.map(|who| first(said(here, who), said(file, who)));
    both.confirmed.teacher = teacher;
    both.confirmed.observer = observer;
}
