//! Everything that an observer can do to a visit, and the one door for it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{DomainId, IndicatorId, LineId, LookForId};
use super::lesson_edit::LessonEdit;
use super::log::{LogLine, Sign};
use super::observation::{Observation, RubricRef, Status};
use super::rating::{Answer, Rating};
use super::retention::Objection;
use super::talk_edit::TalkEdit;
use super::time::Moment;
use super::visit::{PersonRef, Visit, VisitKind};

/// One change to a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Changes the circumstances.
    Visit(VisitEdit),
    /// Sets what is scored with, as long as nothing [hangs on](Observation::hangs_on_rubric) the rubric that it has.
    Rubric(RubricRef),
    /// Answers an indicator; `None` clears the answer.
    Answer(IndicatorId, Option<Answer>),
    /// Ticks (`true`) or unticks a look-for.
    LookFor(IndicatorId, LookForId, bool),
    /// Sets the note of an indicator.
    Note(IndicatorId, String),
    /// Links (`true`) or unlinks a log line as evidence.
    Evidence(IndicatorId, LineId, bool),
    /// Puts a line into the log at this place (or at the end), as evidence for these indicators.
    InsertLine(usize, LogLine, Vec<IndicatorId>),
    /// Takes a line out of the log, and out of all evidence.
    RemoveLine(LineId),
    /// Changes a line.
    Line(LineId, LineEdit),
    /// Changes what is counted and timed.
    Lesson(LessonEdit),
    /// Changes the talk.
    Talk(TalkEdit),
    /// Sets what the teacher says against it; also with a completed visit.
    Objection(Option<Objection>),
    /// Closes the visit.
    Complete,
    /// Opens a closed visit again.
    Reopen,
}

/// A change to the circumstances of the visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each names the field of `Visit` that it sets")]
pub enum VisitEdit {
    Date(NaiveDate),
    Kind(VisitKind),
    Teacher(PersonRef),
    /// The teacher of before with what she had agreed to.
    TeacherAgain(PersonRef, Option<Moment>),
    Observer(PersonRef),
    Group(String),
    Subject(String),
    Pupils(Option<u16>),
    Focus(String),
    Chosen(BTreeSet<IndicatorId>),
    StartedAt(Option<Moment>),
    /// When it starts, and its day.
    StartedOn(Option<Moment>, NaiveDate),
    EndedAt(Option<Moment>),
    /// Also of a completed visit.
    KeepUntil(Option<NaiveDate>),
}

/// A change to a log line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each names the field of `LogLine` that it sets")]
pub enum LineEdit {
    At(Moment),
    Text(String),
    Meaning(String),
    /// An indicator and its domain: one tag, one step of undo.
    Tag(Option<IndicatorId>, Option<DomainId>),
    Domain(Option<DomainId>),
    Sign(Option<Sign>),
}

/// The part of a visit that an edit touches: what a screen must show anew, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The circumstances.
    Visit,
    /// What it is scored with: all indicators.
    Rubric,
    /// One indicator.
    Rating(IndicatorId),
    /// Which lines the log has.
    Log,
    /// One line of the log.
    Line(LineId),
    /// Which indicators the lines of the log are tagged with; apart, so that no key in a line touches it.
    Tags,
    /// One counter, by name.
    Counter(String),
    /// The scans.
    Scans,
    /// The phases.
    Phases,
    /// The talk.
    Talk,
    /// How long it is kept, and what the teacher says against it.
    Record,
    /// Open or closed.
    Status,
}

impl Edit {
    /// What must be shown anew after this edit.
    #[must_use]
    pub fn topics(&self) -> Vec<Topic> {
        match self {
            Self::Visit(VisitEdit::KeepUntil(_)) | Self::Objection(_) => vec![Topic::Record],
            Self::Visit(_) => vec![Topic::Visit],
            Self::Rubric(_) => vec![Topic::Rubric],
            Self::Answer(id, _) | Self::LookFor(id, ..) | Self::Note(id, _) | Self::Evidence(id, ..) => {
                vec![Topic::Rating(id.clone())]
            }
            Self::InsertLine(_, _, evidence_for) => {
                std::iter::once(Topic::Log).chain(evidence_for.iter().cloned().map(Topic::Rating)).collect()
            }
            Self::RemoveLine(_) => vec![Topic::Log],
            Self::Line(id, LineEdit::Tag(..)) => vec![Topic::Line(*id), Topic::Tags],
            Self::Line(id, _) => vec![Topic::Line(*id)],
            Self::Lesson(edit) => vec![edit.topic()],
            Self::Talk(_) => vec![Topic::Talk],
            Self::Complete | Self::Reopen => vec![Topic::Status],
        }
    }

    /// Whether it says something about the record, not of the lesson: a teacher may object to what is closed.
    fn is_about_the_record(&self) -> bool {
        matches!(self, Self::Objection(_) | Self::Visit(VisitEdit::KeepUntil(_)))
    }
}

impl Observation {
    /// Does one edit at `now` and gives back the edit that undoes it.
    ///
    /// Total: an edit that changes nothing, names something that is not there, or touches a completed visit
    /// (which must be reopened first, but for what is said about the record) gives `None` and leaves the visit as it was.
    pub fn apply(&mut self, edit: Edit, now: Moment) -> Option<Edit> {
        if self.is_completed() && edit != Edit::Reopen && !edit.is_about_the_record() {
            return None;
        }
        let inverse = self.change(edit, now)?;
        self.revision += 1;
        self.updated_at = now;
        Some(inverse)
    }

    fn change(&mut self, edit: Edit, now: Moment) -> Option<Edit> {
        match edit {
            Edit::Visit(VisitEdit::Teacher(new)) => self.change_teacher(new, None),
            Edit::Visit(VisitEdit::TeacherAgain(old, in_growth)) => self.change_teacher(old, in_growth),
            Edit::Visit(edit) => self.visit.change(edit).map(Edit::Visit),
            Edit::Rubric(_) if self.hangs_on_rubric() => None,
            Edit::Rubric(rubric) => swap(&mut self.rubric, rubric).map(Edit::Rubric),
            Edit::Answer(id, answer) => {
                let old = self.rate(&id, |rating| swap(&mut rating.answer, answer))?;
                Some(Edit::Answer(id, old))
            }
            Edit::Note(id, text) => {
                let old = self.rate(&id, |rating| swap(&mut rating.note, text))?;
                Some(Edit::Note(id, old))
            }
            Edit::LookFor(id, look_for, seen) => {
                self.rate(&id, |rating| put(&mut rating.look_fors, &look_for, seen))?;
                Some(Edit::LookFor(id, look_for, !seen))
            }
            Edit::Evidence(id, line, linked) => {
                self.line(line)?;
                self.rate(&id, |rating| put(&mut rating.evidence, &line, linked))?;
                Some(Edit::Evidence(id, line, !linked))
            }
            Edit::InsertLine(at, line, evidence_for) => self.insert_line(at, line, evidence_for),
            Edit::RemoveLine(id) => self.remove_line(id),
            Edit::Line(id, edit) => {
                let line = self.log.iter_mut().find(|line| line.id == id)?;
                line.change(edit).map(|inverse| Edit::Line(id, inverse))
            }
            Edit::Lesson(edit) => self.change_lesson(edit).map(Edit::Lesson),
            Edit::Talk(edit) => self.talk.change(edit).map(Edit::Talk),
            Edit::Objection(said) => swap(&mut self.objection, said).map(Edit::Objection),
            Edit::Complete => {
                self.status = Status::Completed { at: now };
                Some(Edit::Reopen)
            }
            Edit::Reopen => {
                let was_completed = self.is_completed();
                self.status = Status::Draft;
                was_completed.then_some(Edit::Complete)
            }
        }
    }

    /// What one teacher agreed to another did not.
    fn change_teacher(&mut self, new: PersonRef, in_growth: Option<Moment>) -> Option<Edit> {
        if self.visit.teacher == new && (in_growth.is_none() || self.talk.in_growth == in_growth) {
            return None;
        }
        let old = std::mem::replace(&mut self.visit.teacher, new);
        let inverse = match std::mem::replace(&mut self.talk.in_growth, in_growth) {
            None => VisitEdit::Teacher(old),
            agreed => VisitEdit::TeacherAgain(old, agreed),
        };
        Some(Edit::Visit(inverse))
    }

    /// Changes one rating and forgets it again if nothing is kept in it.
    fn rate<T>(&mut self, id: &IndicatorId, change: impl FnOnce(&mut Rating) -> Option<T>) -> Option<T> {
        let rating = self.ratings.entry(id.clone()).or_default();
        let old = change(rating);
        if rating.is_empty() {
            self.ratings.remove(id);
        }
        old
    }

    fn insert_line(&mut self, at: usize, line: LogLine, evidence_for: Vec<IndicatorId>) -> Option<Edit> {
        if self.line(line.id).is_some() {
            return None;
        }
        let id = line.id;
        for indicator in evidence_for {
            self.ratings.entry(indicator).or_default().evidence.insert(id);
        }
        self.log.insert(at.min(self.log.len()), line);
        Some(Edit::RemoveLine(id))
    }

    fn remove_line(&mut self, id: LineId) -> Option<Edit> {
        let at = self.log.iter().position(|line| line.id == id)?;
        let line = self.log.remove(at);
        let mut evidence_for = Vec::new();
        self.ratings.retain(|indicator, rating| {
            if rating.evidence.remove(&id) {
                evidence_for.push(indicator.clone());
            }
            !rating.is_empty()
        });
        Some(Edit::InsertLine(at, line, evidence_for))
    }
}

impl Visit {
    /// The lesson starts `now`. One that was planned for a later day is given today.
    #[must_use]
    pub fn starts(&self, now: Moment) -> VisitEdit {
        VisitEdit::StartedOn(Some(now), self.date.min(now.date_naive()))
    }

    fn change(&mut self, edit: VisitEdit) -> Option<VisitEdit> {
        use VisitEdit as E;
        match edit {
            E::Date(new) => swap(&mut self.date, new).map(E::Date),
            E::Kind(new) => swap(&mut self.kind, new).map(E::Kind),
            // By `change_teacher`.
            E::Teacher(_) | E::TeacherAgain(..) => None,
            E::Observer(new) => swap(&mut self.observer, new).map(E::Observer),
            E::Group(new) => swap(&mut self.group, new).map(E::Group),
            E::Subject(new) => swap(&mut self.subject, new).map(E::Subject),
            E::Pupils(new) => swap(&mut self.pupils, new).map(E::Pupils),
            E::Focus(new) => swap(&mut self.focus, new).map(E::Focus),
            E::Chosen(new) => swap(&mut self.chosen, new).map(E::Chosen),
            E::StartedAt(new) => swap(&mut self.started_at, new).map(E::StartedAt),
            E::StartedOn(at, day) => ((self.started_at, self.date) != (at, day)).then(|| {
                let at = std::mem::replace(&mut self.started_at, at);
                E::StartedOn(at, std::mem::replace(&mut self.date, day))
            }),
            E::EndedAt(new) => swap(&mut self.ended_at, new).map(E::EndedAt),
            E::KeepUntil(new) => swap(&mut self.keep_until, new).map(E::KeepUntil),
        }
    }
}

impl LogLine {
    fn change(&mut self, edit: LineEdit) -> Option<LineEdit> {
        match edit {
            LineEdit::At(new) => swap(&mut self.at, new).map(LineEdit::At),
            LineEdit::Tag(indicator, domain) => {
                let is_new = self.indicator != indicator || self.domain != domain;
                is_new.then(|| {
                    let indicator = std::mem::replace(&mut self.indicator, indicator);
                    LineEdit::Tag(indicator, std::mem::replace(&mut self.domain, domain))
                })
            }
            LineEdit::Text(new) => swap(&mut self.text, new).map(LineEdit::Text),
            LineEdit::Meaning(new) => swap(&mut self.meaning, new).map(LineEdit::Meaning),
            LineEdit::Domain(new) => swap(&mut self.domain, new).map(LineEdit::Domain),
            LineEdit::Sign(new) => swap(&mut self.sign, new).map(LineEdit::Sign),
        }
    }
}

/// Puts `new` in place and gives back the old value, or `None` if they are the same.
pub(super) fn swap<T: PartialEq>(place: &mut T, new: T) -> Option<T> {
    (*place != new).then(|| std::mem::replace(place, new))
}

/// Makes `set` hold `item` or not; `None` if it was so already.
fn put<T: Ord + Clone>(set: &mut BTreeSet<T>, item: &T, present: bool) -> Option<()> {
    let changed = if present { set.insert(item.clone()) } else { set.remove(item) };
    changed.then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Score, sample, uuid_v7};

    fn visit() -> (Observation, Moment) {
        (sample::visit(), sample::at(0))
    }

    fn d1() -> IndicatorId {
        "D1".parse().expect("an id")
    }

    #[test]
    fn not_seen_not_scored_and_one_are_three_things() {
        let (mut visit, now) = visit();
        assert_eq!(visit.answer(&d1()), None);
        visit.apply(Edit::Answer(d1(), Some(Answer::NotObserved)), now);
        assert_eq!(visit.answer(&d1()), Some(Answer::NotObserved));
        let one = Answer::Score(Score::try_from(1).expect("a score"));
        visit.apply(Edit::Answer(d1(), Some(one)), now);
        assert_eq!(visit.answer(&d1()), Some(one));
    }

    #[test]
    fn a_cleared_answer_leaves_nothing_behind() {
        let (mut visit, now) = visit();
        visit.apply(Edit::Answer(d1(), Some(Answer::NotObserved)), now);
        visit.apply(Edit::Answer(d1(), None), now);
        assert!(visit.ratings.is_empty());
    }

    #[test]
    fn a_completed_visit_changes_only_after_reopening() {
        let (mut visit, now) = visit();
        visit.apply(Edit::Complete, now);
        let closed = visit.clone();
        assert_eq!(visit.apply(Edit::Note(d1(), "x".to_owned()), now), None);
        assert_eq!(visit, closed);
        assert!(visit.apply(Edit::Reopen, now).is_some());
        assert!(visit.apply(Edit::Note(d1(), "x".to_owned()), now).is_some());
    }

    #[test]
    fn a_teacher_may_object_to_a_completed_visit_which_stays_closed() {
        let (mut visit, now) = visit();
        visit.apply(Edit::Complete, now);
        let closed = visit.clone();
        let said = Objection::said(now.date_naive(), "Zo was het niet".to_owned());
        let back = visit.apply(Edit::Objection(said.clone()), now).expect("an inverse");
        let keep = visit.apply(Edit::Visit(VisitEdit::KeepUntil(Some(now.date_naive()))), now);
        assert!(visit.is_completed() && visit.objection == said && visit.visit.keep_until.is_some());
        visit.apply(keep.expect("an inverse"), now);
        visit.apply(back, now);
        assert_eq!((visit.objection, visit.visit), (closed.objection, closed.visit));
    }

    #[test]
    fn what_a_teacher_agreed_to_is_not_anothers() {
        let (mut visit, now) = visit();
        visit.apply(Edit::Talk(TalkEdit::InGrowth(Some(now))), now);
        let before = visit.clone();
        let undo = visit.apply(Edit::Visit(VisitEdit::Teacher(PersonRef::typed("Bram".to_owned()))), now);
        assert_eq!(visit.talk.in_growth, None);
        visit.apply(undo.expect("an inverse"), now);
        assert_eq!((visit.talk, visit.visit), (before.talk, before.visit));
    }

    #[test]
    fn a_line_that_is_taken_away_comes_back_with_its_links() {
        let (mut visit, now) = visit();
        let line = LogLine {
            id: LineId(uuid_v7(1, [1; 10])),
            at: now,
            text: "doel op het bord".to_owned(),
            meaning: String::new(),
            domain: None,
            indicator: None,
            sign: None,
        };
        let id = line.id;
        visit.apply(Edit::InsertLine(0, line, Vec::new()), now);
        visit.apply(Edit::Evidence(d1(), id, true), now);
        let undo = visit.apply(Edit::RemoveLine(id), now).expect("an inverse");
        assert!(visit.ratings.is_empty());
        visit.apply(undo, now);
        assert!(visit.rating(&d1()).is_some_and(|rating| rating.evidence.contains(&id)));
    }
}
