//! The lesson along its time: what fell into which phase, and where on a line it stands.

use std::collections::BTreeMap;

use super::log::Scan;
use super::observation::Observation;
use super::time::Moment;

/// A lesson from its start to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The start of the lesson, or the first thing that was noted if that was earlier.
    pub from: Moment,
    /// The end of the lesson, or the last thing that was noted.
    pub to: Moment,
    /// One after another, without a gap. Everything that was noted falls into one of them.
    pub stretches: Vec<Stretch>,
}

/// A stretch of the lesson in one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The name of the phase; `None` if none was noted by then.
    pub phase: Option<String>,
    /// When it began.
    pub from: Moment,
    /// When it ended.
    pub to: Moment,
    /// Lines of the log.
    pub lines: usize,
    /// Taps by counter.
    pub counts: BTreeMap<String, usize>,
    /// Scans.
    pub scans: Vec<Scan>,
}

impl Stretch {
    fn begin(phase: Option<String>, from: Moment, to: Moment) -> Self {
        Self { phase, from, to: to.max(from), lines: 0, counts: BTreeMap::new(), scans: Vec::new() }
    }
}

impl Timeline {
    /// How far along the lesson a moment is, in hundredths of a percent: 0 to 10,000. What was noted outside of it stands
    /// at its edge.
    #[must_use]
    pub fn place(&self, at: Moment) -> u32 {
        let whole = (self.to - self.from).num_seconds();
        let part = (at - self.from).num_seconds().clamp(0, whole.max(0));
        u32::try_from((part * 10_000).checked_div(whole).unwrap_or(0)).unwrap_or(0)
    }

    /// The stretch into which a moment falls.
    fn stretch_at(&mut self, at: Moment) -> Option<&mut Stretch> {
        let behind = self.stretches.iter().rposition(|stretch| stretch.from <= at);
        self.stretches.get_mut(behind.unwrap_or(0))
    }
}

impl Observation {
    /// When lines, taps on counters, scans and phases were noted.
    pub(super) fn moments_noted(&self) -> impl Iterator<Item = Moment> {
        let lines = self.log.iter().map(|line| line.at);
        let counts = self.tallies.iter().map(|tally| tally.at);
        let scans = self.scans.iter().map(|scan| scan.at);
        lines.chain(counts).chain(scans).chain(self.phases.iter().map(|start| start.at))
    }

    /// The lesson along its time; `None` if nothing was noted in it.
    #[must_use]
    pub fn timeline(&self) -> Option<Timeline> {
        let noted = || self.moments_noted();
        // Also what was noted before the lesson began has a place of its own.
        let from = self.visit.started_at.into_iter().chain(noted().min()).min()?;
        let to = self.visit.ended_at.into_iter().chain(noted().max()).next()?.max(from);
        noted().next()?;

        let mut stretches = Vec::new();
        let first = self.phases.first().map(|start| start.at);
        if first.is_none_or(|first| first > from) {
            stretches.push(Stretch::begin(None, from, first.unwrap_or(to)));
        }
        let spans = self.phase_spans(to);
        stretches.extend(spans.map(|(start, end)| Stretch::begin(Some(start.phase.clone()), start.at, end)));
        let mut timeline = Timeline { from, to, stretches };
        for line in &self.log {
            timeline.stretch_at(line.at)?.lines += 1;
        }
        for tally in &self.tallies {
            *timeline.stretch_at(tally.at)?.counts.entry(tally.counter.clone()).or_default() += 1;
        }
        for scan in &self.scans {
            timeline.stretch_at(scan.at)?.scans.push(scan.clone());
        }
        Some(timeline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{at, visit};
    use crate::domain::{Phase, PhaseStart, Tally};

    fn tally(minute: u32) -> Tally {
        Tally { counter: "turn".to_owned(), at: at(minute) }
    }

    #[test]
    fn a_visit_in_which_nothing_was_noted_has_no_timeline() {
        let mut visit = visit();
        visit.visit.started_at = Some(at(0));
        visit.visit.ended_at = Some(at(45));
        assert_eq!(visit.timeline(), None);
    }

    #[test]
    fn everything_falls_into_the_stretch_of_its_time() {
        let mut visit = visit();
        visit.visit.started_at = Some(at(0));
        visit.visit.ended_at = Some(at(40));
        visit.phases =
            vec![PhaseStart::new(Phase::Instruction, at(5)), PhaseStart::new(Phase::Rounds, at(20))];
        visit.tallies = vec![tally(1), tally(5), tally(19), tally(20), tally(50)];
        visit.scans = vec![Scan::new(at(30), 20, 24)];
        let timeline = visit.timeline().expect("a timeline");
        let seen: Vec<_> = timeline
            .stretches
            .iter()
            .map(|s| (s.phase.as_deref(), s.from, s.to, s.counts.get("turn").copied(), s.scans.len()))
            .collect();
        assert_eq!(
            seen,
            [
                (None, at(0), at(5), Some(1), 0),
                (Some("instruction"), at(5), at(20), Some(2), 0),
                (Some("rounds"), at(20), at(40), Some(2), 1),
            ]
        );
    }

    #[test]
    fn what_was_noted_before_the_lesson_does_not_pile_up_at_its_start() {
        let mut visit = visit();
        visit.visit.started_at = Some(at(10));
        visit.visit.ended_at = Some(at(20));
        visit.tallies = vec![tally(0), tally(5), tally(15)];
        let timeline = visit.timeline().expect("a timeline");
        assert_eq!([0, 5, 15, 20].map(|minute| timeline.place(at(minute))), [0, 2_500, 7_500, 10_000]);
        assert_eq!(timeline.stretches.iter().map(|stretch| stretch.from).collect::<Vec<_>>(), [at(0)]);
    }

    #[test]
    fn places_run_from_start_to_end_and_stay_inside() {
        let mut visit = visit();
        visit.tallies = vec![tally(10), tally(30)];
        let timeline = visit.timeline().expect("a timeline");
        let places = [0, 10, 15, 30, 59].map(|minute| timeline.place(at(minute)));
        assert_eq!(places, [0, 0, 2_500, 10_000, 10_000]);
    }

    #[test]
    fn a_lesson_with_one_tap_has_a_timeline_too() {
        let mut visit = visit();
        visit.tallies = vec![tally(10)];
        let timeline = visit.timeline().expect("a timeline");
        assert_eq!((timeline.place(at(10)), timeline.stretches.len()), (0, 1));
    }
}
