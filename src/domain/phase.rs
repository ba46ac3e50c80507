//! The phases of a lesson and how long each took. A start of a phase keeps its name only, so that a later version can add
//! phases and an older one still shows and keeps them.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::observation::Observation;
use super::time::Moment;

/// A part of a lesson that comes with the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// The whole group starts together.
    JointStart,
    /// The teacher explains.
    Instruction,
    /// The group practises under guidance.
    GuidedPractice,
    /// Pupils work by themselves; a small group gets extended instruction.
    IndependentWork,
    /// The teacher goes round.
    Rounds,
    /// The lesson closes on its goal.
    Closing,
}

impl Phase {
    /// Every phase, in the order of a lesson.
    pub const ALL: [Self; 6] = [
        Self::JointStart,
        Self::Instruction,
        Self::GuidedPractice,
        Self::IndependentWork,
        Self::Rounds,
        Self::Closing,
    ];

    /// The name that a visit keeps.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::JointStart => "joint_start",
            Self::Instruction => "instruction",
            Self::GuidedPractice => "guided_practice",
            Self::IndependentWork => "independent_work",
            Self::Rounds => "rounds",
            Self::Closing => "closing",
        }
    }

    /// The phase of that name, if it comes with the app.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.name() == name)
    }
}

/// A phase with the moment at which it began; it lasts until the next one, or until the lesson ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseStart {
    /// The name of the phase; see [`Phase`].
    pub phase: String,
    /// When it began.
    pub at: Moment,
}

impl PhaseStart {
    /// A phase that comes with the app begins.
    #[must_use]
    pub fn new(phase: Phase, at: Moment) -> Self {
        Self { phase: phase.name().to_owned(), at }
    }
}

impl Observation {
    /// The name of the phase that is going on, or was the last.
    #[must_use]
    pub fn phase_now(&self) -> Option<&str> {
        self.phases.last().map(|start| start.phase.as_str())
    }

    /// Each start of a phase with the moment at which it ended: when the next one began, but no later than the lesson. The last
    /// one ends with the lesson, or at `now`.
    pub fn phase_spans(&self, now: Moment) -> impl Iterator<Item = (&PhaseStart, Moment)> {
        let ended = self.visit.ended_at;
        // The clock of a screen may be behind the last tap: `now` cuts off no phase that another one ended.
        let next =
            self.phases.iter().skip(1).map(move |next| ended.map_or(next.at, |ended| next.at.min(ended)));
        let ends = next.chain([ended.unwrap_or(now)]);
        self.phases.iter().zip(ends)
    }

    /// How long a phase took in all, over every time that it was started. A clock that was set back takes nothing off.
    #[must_use]
    pub fn time_in(&self, phase: &str, now: Moment) -> TimeDelta {
        let spans = self.phase_spans(now).filter(|(start, _)| start.phase == phase);
        spans.map(|(start, end)| (end - start.at).max(TimeDelta::zero())).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{at, visit};
    use crate::domain::{Edit, LessonEdit, VisitEdit};

    /// Instruction from 9.00, rounds from 9.10, instruction once more from 9.25.
    fn lesson() -> Observation {
        let mut visit = visit();
        for (phase, minute) in [(Phase::Instruction, 0), (Phase::Rounds, 10), (Phase::Instruction, 25)] {
            let start = PhaseStart::new(phase, at(minute));
            visit.apply(Edit::Lesson(LessonEdit::InsertPhase(usize::MAX, start)), at(minute));
        }
        visit
    }

    #[test]
    fn each_phase_is_found_by_a_name_of_its_own() {
        assert!(Phase::ALL.iter().all(|one| Phase::from_name(one.name()) == Some(*one)));
        assert_eq!(Phase::from_name("circle_time"), None);
    }

    #[test]
    fn a_phase_lasts_until_the_next_and_counts_each_time() {
        let visit = lesson();
        assert_eq!(visit.phase_now(), Some("instruction"));
        assert_eq!(visit.time_in("instruction", at(30)), TimeDelta::minutes(15));
        assert_eq!(visit.time_in("rounds", at(30)), TimeDelta::minutes(15));
        assert_eq!(visit.time_in("closing", at(30)), TimeDelta::zero());
        assert_eq!(visit.time_in("rounds", at(10)), TimeDelta::minutes(15), "also by a clock that is behind");
    }

    #[test]
    fn the_last_phase_ends_with_the_lesson() {
        let mut visit = lesson();
        visit.apply(Edit::Visit(VisitEdit::EndedAt(Some(at(27)))), at(27));
        assert_eq!(visit.time_in("instruction", at(59)), TimeDelta::minutes(12));
        visit.visit.ended_at = Some(at(20));
        assert_eq!(visit.time_in("instruction", at(59)), TimeDelta::minutes(10), "never less than nothing");
    }

    #[test]
    fn a_phase_that_is_noted_after_the_lesson_lengthens_none() {
        let mut visit = lesson();
        visit.apply(Edit::Visit(VisitEdit::EndedAt(Some(at(20)))), at(20));
        assert_eq!(visit.time_in("rounds", at(59)), TimeDelta::minutes(10));
        assert_eq!(visit.time_in("instruction", at(59)), TimeDelta::minutes(10));
    }

    #[test]
    fn undoing_a_phase_lets_the_one_before_go_on() {
        let mut visit = lesson();
        let before = visit.phases.clone();
        let start = PhaseStart::new(Phase::Closing, at(28));
        let undo = visit.apply(Edit::Lesson(LessonEdit::InsertPhase(usize::MAX, start)), at(28));
        visit.apply(undo.expect("an inverse"), at(29));
        assert_eq!(visit.phases, before);
        assert_eq!(visit.time_in("instruction", at(30)), TimeDelta::minutes(15));
    }
}
