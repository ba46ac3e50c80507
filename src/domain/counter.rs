//! What can be counted during the lesson.

use super::short_list::short_list;

/// A counter that comes with the app. A visit keeps counters by name, so that it may hold others too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counter {
    /// Feedback on the goal: where is this going?
    FeedUp,
    /// Feedback on the work so far: how is it going?
    FeedBack,
    /// Feedback on the next step: where to go from here?
    FeedForward,
    /// Feedback on whether the task was done right.
    Task,
    /// Feedback on how it was done.
    Process,
    /// Feedback on how a pupil steers and judges her own work.
    SelfRegulation,
    /// Feedback on the person: "knap van jou".
    Person,
    /// A question with more than one good answer.
    OpenQuestion,
    /// A question with one good answer.
    ClosedQuestion,
    /// A pupil gets a turn.
    Turn,
    /// The basic group gets instruction.
    Basic,
    /// The group with extended instruction gets it.
    Extended,
    /// The group that goes deeper gets instruction.
    Enriched,
}

/// Counters that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CounterGroup {
    /// Which question the feedback answers.
    FeedbackKind,
    /// What the feedback is about.
    FeedbackLevel,
    /// Who speaks, and to what question.
    Questions,
    /// Which of the three groups gets instruction; groups only, never a pupil.
    Instruction,
}

impl Counter {
    /// Every counter, in the order of the screen.
    pub const ALL: [Self; 13] = [
        Self::FeedUp,
        Self::FeedBack,
        Self::FeedForward,
        Self::Task,
        Self::Process,
        Self::SelfRegulation,
        Self::Person,
        Self::OpenQuestion,
        Self::ClosedQuestion,
        Self::Turn,
        Self::Basic,
        Self::Extended,
        Self::Enriched,
    ];

    /// The name that a visit keeps.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FeedUp => "feed-up",
            Self::FeedBack => "feed-back",
            Self::FeedForward => "feed-forward",
            Self::Task => "feedback-task",
            Self::Process => "feedback-process",
            Self::SelfRegulation => "feedback-self-regulation",
            Self::Person => "feedback-person",
            Self::OpenQuestion => "question-open",
            Self::ClosedQuestion => "question-closed",
            Self::Turn => "turn",
            Self::Basic => "instruction-basic",
            Self::Extended => "instruction-extended",
            Self::Enriched => "instruction-enriched",
        }
    }

    /// The counter of that name, if it comes with the app.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counter| counter.name() == name)
    }

    /// Where it stands.
    #[must_use]
    pub fn group(self) -> CounterGroup {
        match self {
            Self::FeedUp | Self::FeedBack | Self::FeedForward => CounterGroup::FeedbackKind,
            Self::Task | Self::Process | Self::SelfRegulation | Self::Person => CounterGroup::FeedbackLevel,
            Self::OpenQuestion | Self::ClosedQuestion | Self::Turn => CounterGroup::Questions,
            Self::Basic | Self::Extended | Self::Enriched => CounterGroup::Instruction,
        }
    }
}

impl CounterGroup {
    /// Every group, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::FeedbackKind, Self::FeedbackLevel, Self::Questions, Self::Instruction];

    /// The name of the group on the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FeedbackKind => "feedback-kind",
            Self::FeedbackLevel => "feedback-level",
            Self::Questions => "questions",
            Self::Instruction => "instruction",
        }
    }

    /// Its counters.
    pub fn counters(self) -> impl Iterator<Item = Counter> {
        Counter::ALL.into_iter().filter(move |counter| counter.group() == self)
    }
}

/// A counter of the school's own has a name of at most this many characters.
const LONGEST_NAME: usize = 40;

/// The counters of the school's own, as typed, one on each line. A visit knows them by these names, so none may be that of a
/// counter that comes with the app.
#[must_use]
pub fn own_counters(typed: &str) -> Vec<String> {
    let mut names = short_list(typed, LONGEST_NAME);
    names.retain(|name| Counter::from_name(name).is_none());
    names
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_counter_is_found_by_a_name_of_its_own() {
        let names: BTreeSet<_> = Counter::ALL.iter().map(|counter| counter.name()).collect();
        assert_eq!(names.len(), Counter::ALL.len());
        assert!(Counter::ALL.iter().all(|one| Counter::from_name(one.name()) == Some(*one)));
        assert_eq!(Counter::from_name("plassen"), None);
    }

    #[test]
    fn an_own_counter_has_a_short_name_that_is_no_other_counters() {
        let typed = format!("  Wacht na een vraag \nturn\n{}", "x".repeat(41));
        assert_eq!(own_counters(&typed), ["Wacht na een vraag".to_owned(), "x".repeat(40)]);
    }

    #[test]
    fn each_counter_stands_in_one_group() {
        let grouped: usize = CounterGroup::ALL.iter().map(|group| group.counters().count()).sum();
        assert_eq!(grouped, Counter::ALL.len());
    }
}
