//! What is counted while the lesson goes on: one tap, one edit.

use serde::{Deserialize, Serialize};

use super::counter::Counter;
use super::edit::Topic;
use super::log::{Scan, Tally};
use super::observation::Observation;
use super::phase::PhaseStart;
use super::time::Moment;

/// A change to what is counted and timed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LessonEdit {
    /// Puts a tap among the taps at this place (or at the end), though never before an earlier tap of its own counter:
    /// so the tap that was put in is always the last one of its counter.
    InsertTally(usize, Tally),
    /// Takes away the last tap of this counter.
    RemoveTally(String),
    /// Puts a scan at this place (or at the end).
    InsertScan(usize, Scan),
    /// Takes away the scan at this place.
    RemoveScan(usize),
    /// Puts a start of a phase at this place (or at the end).
    InsertPhase(usize, PhaseStart),
    /// Takes away the start of a phase at this place.
    RemovePhase(usize),
}

impl LessonEdit {
    /// What must be shown anew after this edit.
    #[must_use]
    pub fn topic(&self) -> Topic {
        match self {
            Self::InsertTally(_, Tally { counter, .. }) | Self::RemoveTally(counter) => {
                Topic::Counter(counter.clone())
            }
            Self::InsertScan(..) | Self::RemoveScan(_) => Topic::Scans,
            Self::InsertPhase(..) | Self::RemovePhase(_) => Topic::Phases,
        }
    }
}

impl Observation {
    /// How often this counter was tapped.
    #[must_use]
    pub fn count(&self, counter: &str) -> usize {
        self.tallies.iter().filter(|tally| tally.counter == counter).count()
    }

    /// The names of the counters that were tapped and do not come with the app, in the order of their first taps.
    #[must_use]
    pub fn other_counters(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for Tally { counter, .. } in &self.tallies {
            if Counter::from_name(counter).is_none() && !names.contains(counter) {
                names.push(counter.clone());
            }
        }
        names
    }

    /// Whether it is time to count again who is on task: the lesson goes on, and since it started, since the last scan
    /// and since one was skipped at least `minutes` have passed. Zero minutes: never.
    #[must_use]
    pub fn scan_is_due(&self, minutes: u16, skipped: Option<Moment>, now: Moment) -> bool {
        let (Some(start), None) = (self.visit.started_at, self.visit.ended_at) else { return false };
        let last = self.scans.iter().map(|scan| scan.at).chain(skipped).fold(start, Moment::max);
        minutes > 0 && now - last >= chrono::TimeDelta::minutes(minutes.into())
    }

    pub(super) fn change_lesson(&mut self, edit: LessonEdit) -> Option<LessonEdit> {
        match edit {
            LessonEdit::InsertTally(at, tally) => {
                let counter = tally.counter.clone();
                let behind = self.last_tally(&counter).map_or(0, |last| last + 1);
                self.tallies.insert(at.clamp(behind, self.tallies.len()), tally);
                Some(LessonEdit::RemoveTally(counter))
            }
            LessonEdit::RemoveTally(counter) => {
                let at = self.last_tally(&counter)?;
                Some(LessonEdit::InsertTally(at, self.tallies.remove(at)))
            }
            LessonEdit::InsertScan(at, scan) => {
                Some(LessonEdit::RemoveScan(insert(&mut self.scans, at, scan)))
            }
            LessonEdit::RemoveScan(at) => {
                take(&mut self.scans, at).map(|scan| LessonEdit::InsertScan(at, scan))
            }
            LessonEdit::InsertPhase(at, start) => {
                Some(LessonEdit::RemovePhase(insert(&mut self.phases, at, start)))
            }
            LessonEdit::RemovePhase(at) => {
                take(&mut self.phases, at).map(|start| LessonEdit::InsertPhase(at, start))
            }
        }
    }

    fn last_tally(&self, counter: &str) -> Option<usize> {
        self.tallies.iter().rposition(|tally| tally.counter == counter)
    }
}

/// Inserts at this place or at the end, and gives back where.
fn insert<T>(list: &mut Vec<T>, at: usize, item: T) -> usize {
    let at = at.min(list.len());
    list.insert(at, item);
    at
}

/// Takes out what is at this place, if anything is.
fn take<T>(list: &mut Vec<T>, at: usize) -> Option<T> {
    (at < list.len()).then(|| list.remove(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Edit;
    use crate::domain::sample::{at, visit};

    fn tap(visit: &mut Observation, counter: &str, minute: u32) -> Edit {
        let tally = Tally { counter: counter.to_owned(), at: at(minute) };
        let inverse = visit.apply(Edit::Lesson(LessonEdit::InsertTally(usize::MAX, tally)), at(minute));
        inverse.expect("a tap always counts")
    }

    #[test]
    fn minus_one_takes_the_last_tap_of_that_counter_and_no_other() {
        let mut visit = visit();
        tap(&mut visit, "open", 1);
        tap(&mut visit, "open", 2);
        tap(&mut visit, "turn", 3);
        let undo = visit.apply(Edit::Lesson(LessonEdit::RemoveTally("open".to_owned())), at(4));
        assert_eq!((visit.count("open"), visit.count("turn")), (1, 1));
        assert_eq!(visit.tallies.first().map(|tally| tally.at), Some(at(1)));
        visit.apply(undo.expect("an inverse"), at(5));
        let times: Vec<_> = visit.tallies.iter().map(|tally| tally.at).collect();
        assert_eq!(times, [at(1), at(2), at(3)]);
    }

    #[test]
    fn a_counter_that_no_list_names_any_more_is_still_there() {
        let mut visit = visit();
        for counter in ["turn", "zwart bord", "feed-up", "aai", "zwart bord"] {
            tap(&mut visit, counter, 1);
        }
        assert_eq!(visit.other_counters(), ["zwart bord", "aai"]);
        assert_eq!(visit.count("zwart bord"), 2);
    }

    #[test]
    fn minus_one_at_zero_changes_nothing() {
        let mut visit = visit();
        tap(&mut visit, "turn", 1);
        let before = visit.clone();
        assert_eq!(visit.apply(Edit::Lesson(LessonEdit::RemoveTally("open".to_owned())), at(2)), None);
        assert_eq!(visit, before);
    }

    #[test]
    fn a_scan_is_due_only_in_a_lesson_that_goes_on_and_after_a_whole_interval() {
        let mut visit = visit();
        assert!(!visit.scan_is_due(5, None, at(30)), "the lesson has not started");
        visit.visit.started_at = Some(at(0));
        assert!(!visit.scan_is_due(5, None, at(4)));
        assert!(visit.scan_is_due(5, None, at(5)));
        assert!(!visit.scan_is_due(0, None, at(59)), "no interval was chosen");
        assert!(!visit.scan_is_due(5, Some(at(5)), at(9)), "this one was skipped");
        visit.scans.push(Scan::new(at(6), 20, 24));
        assert!(!visit.scan_is_due(5, Some(at(5)), at(10)));
        assert!(visit.scan_is_due(5, Some(at(5)), at(11)));
        visit.visit.ended_at = Some(at(12));
        assert!(!visit.scan_is_due(5, None, at(30)), "the lesson is over");
    }

    #[test]
    fn no_more_pupils_are_on_task_than_are_present() {
        assert_eq!(Scan::new(at(0), 25, 24), Scan { at: at(0), on_task: 24, of: 24 });
    }

    #[test]
    fn a_tap_put_in_the_front_is_still_what_its_inverse_takes_away() {
        let mut visit = visit();
        tap(&mut visit, "open", 1);
        let before = visit.tallies.clone();
        let early = Tally { counter: "open".to_owned(), at: at(0) };
        let undo = visit.apply(Edit::Lesson(LessonEdit::InsertTally(0, early)), at(2)).expect("an inverse");
        visit.apply(undo, at(3));
        assert_eq!(visit.tallies, before);
    }
}
