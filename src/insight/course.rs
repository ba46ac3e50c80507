//! How lessons go: time in each phase, feedback by kind, pupils on task.

use super::sample::{Base, Lesson, Sample};
use crate::domain::{Counter, CounterGroup, Observation, Phase};

/// What is known of the course of the lessons of a year. Each part is `None` below the fewest teachers.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseFigures {
    /// Minutes in each phase.
    pub phases: Option<PhaseFigures>,
    /// Feedback by the question that it answers and by what it is about.
    pub feedback: [Option<FeedbackFigures>; 2],
    /// Pupils on task.
    pub on_task: Option<OnTask>,
}

/// Time by phase, over the visits in which phases were noted.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseFigures {
    /// How many seconds each took in all of them together.
    pub seconds: Vec<(Phase, u64)>,
    /// What stands behind it.
    pub base: Base,
}

impl PhaseFigures {
    /// How many minutes a phase took in a lesson on average, with a lesson without it as none.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a year has some millions of seconds")]
    pub fn minutes(&self, seconds: u64) -> f64 {
        seconds as f64 / 60.0 / self.base.visits.max(1) as f64
    }
}

/// Counts of one group of counters, over the visits in which any of them was tapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackFigures {
    /// Which counters.
    pub group: CounterGroup,
    /// How often each was tapped.
    pub counts: Vec<(Counter, usize)>,
    /// What stands behind it.
    pub base: Base,
}

/// Pupils on task, over the visits with a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnTask {
    /// Pupils on task in all scans.
    pub on_task: u64,
    /// Pupils present in all scans.
    pub of: u64,
    /// How many scans.
    pub scans: usize,
    /// What stands behind it.
    pub base: Base,
}

impl CourseFigures {
    /// Of the visits that have such things in them.
    #[must_use]
    pub fn of(sample: &Sample<'_>, fewest: usize) -> Self {
        let feedback = [CounterGroup::FeedbackKind, CounterGroup::FeedbackLevel];
        Self {
            phases: phases(sample, fewest),
            feedback: feedback.map(|group| counts(sample, group, fewest)),
            on_task: on_task(sample, fewest),
        }
    }
}

/// Those that have it, if they are of enough teachers.
fn with<'s>(
    sample: &'s Sample<'_>,
    fewest: usize,
    has: impl Fn(&Observation) -> bool,
) -> Option<(Vec<&'s Lesson<'s>>, Base)> {
    let lessons: Vec<&Lesson<'_>> = sample.lessons.iter().filter(|lesson| has(lesson.visit)).collect();
    let base = Base::of(lessons.iter().copied());
    (base.teachers >= fewest).then_some((lessons, base))
}

/// The last phase of a lesson that was never closed has no end; such a lesson says nothing here.
fn phases(sample: &Sample<'_>, fewest: usize) -> Option<PhaseFigures> {
    let has = |visit: &Observation| visit.visit.ended_at.is_some() && !visit.phases.is_empty();
    let (lessons, base) = with(sample, fewest, has)?;
    let seconds = Phase::ALL.map(|phase| {
        let of = |lesson: &&Lesson<'_>| {
            let end = lesson.visit.visit.ended_at?;
            u64::try_from(lesson.visit.time_in(phase.name(), end).num_seconds()).ok()
        };
        (phase, lessons.iter().filter_map(of).sum())
    });
    Some(PhaseFigures { seconds: seconds.into(), base })
}

fn counts(sample: &Sample<'_>, group: CounterGroup, fewest: usize) -> Option<FeedbackFigures> {
    let is_in = |name: &str| group.counters().any(|counter| counter.name() == name);
    let has = |visit: &Observation| visit.tallies.iter().any(|tally| is_in(&tally.counter));
    let (lessons, base) = with(sample, fewest, has)?;
    let taps = |counter: Counter| {
        let of = |lesson: &&Lesson<'_>| {
            lesson.visit.tallies.iter().filter(|tally| tally.counter == counter.name()).count()
        };
        (counter, lessons.iter().map(of).sum())
    };
    Some(FeedbackFigures { group, counts: group.counters().map(taps).collect(), base })
}

fn on_task(sample: &Sample<'_>, fewest: usize) -> Option<OnTask> {
    let (lessons, base) = with(sample, fewest, |visit| visit.scans.iter().any(|scan| scan.of > 0))?;
    let scans = || lessons.iter().flat_map(|lesson| &lesson.visit.scans).filter(|scan| scan.of > 0);
    Some(OnTask {
        on_task: scans().map(|scan| u64::from(scan.on_task)).sum(),
        of: scans().map(|scan| u64::from(scan.of)).sum(),
        scans: scans().count(),
        base,
    })
}
