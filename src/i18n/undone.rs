//! What was undone, in a few words.

use super::text::Text;
use crate::domain::{Edit, IndicatorId, LessonEdit, LogLine, Observation, VisitEdit};

impl Text {
    /// "Ongedaan gemaakt: score van D3", of an edit that is about to undo something in `visit`.
    #[must_use]
    pub fn undone(&self, edit: &Edit, visit: &Observation) -> String {
        let of = |what, id: &IndicatorId| format!("{} {} {id}", in_a_sentence(what), self.undone.of);
        let line = |line: &LogLine| {
            format!("{} {}", in_a_sentence(self.watch().line_at), self.clock(line.at.time()))
        };
        let what = match edit {
            Edit::Visit(edit) => in_a_sentence(self.field(edit)),
            Edit::Rubric(_) => in_a_sentence(self.prepare().rubric),
            Edit::Answer(id, _) => of(self.undone.score, id),
            Edit::LookFor(id, ..) => of(self.score().look_fors, id),
            Edit::Note(id, _) => of(self.score().note, id),
            Edit::Evidence(id, ..) => of(self.undone.evidence, id),
            Edit::InsertLine(_, new, _) => line(new),
            Edit::RemoveLine(id) | Edit::Line(id, _) => visit.line(*id).map(line).unwrap_or_default(),
            Edit::Lesson(edit) => self.lesson_part(edit, visit),
            Edit::Talk(_) => in_a_sentence(self.step.talk),
            Edit::Objection(_) | Edit::Complete | Edit::Reopen => in_a_sentence(self.step.check),
        };
        format!("{}: {what}", self.undone.title)
    }

    /// The label of what the edit sets.
    fn field(&self, edit: &VisitEdit) -> &'static str {
        match edit {
            VisitEdit::Date(_) => self.prepare().date,
            VisitEdit::Kind(_) => self.prepare().kind,
            VisitEdit::Teacher(_) | VisitEdit::TeacherAgain(..) => self.prepare().teacher,
            VisitEdit::Observer(_) => self.prepare().observer,
            VisitEdit::Group(_) => self.prepare().group,
            VisitEdit::Subject(_) => self.prepare().subject,
            VisitEdit::Pupils(_) => self.prepare().pupils,
            VisitEdit::Focus(_) => self.prepare().focus,
            VisitEdit::Chosen(_) => self.choice().title,
            VisitEdit::KeepUntil(_) => self.step.check,
            VisitEdit::StartedAt(_) | VisitEdit::StartedOn(..) | VisitEdit::EndedAt(_) => self.watch().timer,
        }
    }

    /// The counter, the phase or the scan, as its button says it.
    fn lesson_part(&self, edit: &LessonEdit, visit: &Observation) -> String {
        match edit {
            LessonEdit::InsertTally(_, tally) => self.counter_name(&tally.counter),
            LessonEdit::RemoveTally(counter) => self.counter_name(counter),
            LessonEdit::InsertScan(..) | LessonEdit::RemoveScan(_) => self.lesson().scan,
            LessonEdit::InsertPhase(_, start) => self.phase_name(&start.phase),
            LessonEdit::RemovePhase(at) => {
                visit.phases.get(*at).map(|start| self.phase_name(&start.phase)).unwrap_or_default()
            }
        }
        .to_owned()
    }
}

/// A label as it stands in the middle of a sentence.
fn in_a_sentence(label: &str) -> String {
    let mut label = label.to_owned();
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    label
}
