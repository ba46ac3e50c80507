//! One visit with all that was observed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{IndicatorId, LineId, ObservationId, RubricId};
use super::log::{LogLine, Scan, Tally};
use super::phase::PhaseStart;
use super::rating::{Answer, Rating};
use super::retention::Objection;
use super::rubric::{Rubric, RubricDomain};
use super::talk::Talk;
use super::time::Moment;
use super::visit::{Visit, VisitKind};

/// The highest revision that a visit may come in with: half of what every browser counts exactly, so that there is room to
/// go on.
pub const MAX_REVISION: u64 = 1 << 52;

/// A lesson that was never ended is over after so many hours.
const LONGEST_LESSON_HOURS: i64 = 3;

/// Whether the observer has closed the visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Still open for change.
    Draft,
    /// Closed; changes only after reopening.
    Completed {
        /// When it was closed.
        at: Moment,
    },
}

/// The rubric that an observation was scored with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RubricRef {
    /// Which rubric.
    pub id: RubricId,
    /// Which version of it.
    pub version: u32,
    /// Content hash, so that a rubric changed under the same version is noticed.
    pub hash: String,
}

/// One visit: circumstances, log, ratings and talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Which visit.
    pub id: ObservationId,
    /// Goes up by one with each change; the higher one is the newer one.
    pub revision: u64,
    /// Open or closed.
    pub status: Status,
    /// When the visit was made in the app.
    pub created_at: Moment,
    /// The last change.
    pub updated_at: Moment,
    /// What it is scored with.
    pub rubric: RubricRef,
    /// Who, when, why.
    pub visit: Visit,
    /// Only indicators with something kept.
    pub ratings: BTreeMap<IndicatorId, Rating>,
    /// In the order of entry.
    pub log: Vec<LogLine>,
    /// Counter taps.
    pub tallies: Vec<Tally>,
    /// On-task scans.
    pub scans: Vec<Scan>,
    /// Phases of the lesson, in the order in which they were started.
    pub phases: Vec<PhaseStart>,
    /// The talk afterwards.
    pub talk: Talk,
    /// What the teacher says against what is written here.
    pub objection: Option<Objection>,
}

/// How far the scoring is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Indicators with a score.
    pub scored: usize,
    /// Indicators answered with "niet gezien".
    pub not_observed: usize,
    /// Indicators that the visit looks at.
    pub of: usize,
    /// Whether these were chosen from more.
    pub is_choice: bool,
}

impl Observation {
    /// An empty draft of a visit on the day of `now`.
    #[must_use]
    pub fn begin(id: ObservationId, rubric: RubricRef, now: Moment) -> Self {
        Self {
            id,
            revision: 1,
            status: Status::Draft,
            created_at: now,
            updated_at: now,
            rubric,
            visit: Visit::on(now.date_naive()),
            ratings: BTreeMap::new(),
            log: Vec::new(),
            tallies: Vec::new(),
            scans: Vec::new(),
            phases: Vec::new(),
            talk: Talk::default(),
            objection: None,
        }
    }

    /// The teacher's own view of this lesson, with nothing in it yet: the same rubric, day, group and indicators.
    #[must_use]
    pub fn own_view(&self, id: ObservationId, now: Moment) -> Self {
        let visit = Visit {
            kind: VisitKind::SelfAssessment,
            observer: self.visit.teacher.clone(),
            started_at: None,
            ended_at: None,
            own_view_of: Some(self.id),
            ..self.visit.clone()
        };
        Self { visit, ..Self::begin(id, self.rubric.clone(), now) }
    }

    /// The day of a time of the lesson that is set by hand and was noted at `noted`: that on which the lesson began. Without
    /// another time of that day, it was on paper and is entered afterwards: then the day of the visit, if that is an earlier one.
    #[must_use]
    pub fn day_of_lesson(&self, noted: Moment) -> NaiveDate {
        let day = noted.date_naive();
        if let Some(start) = self.visit.started_at.filter(|start| *start != noted) {
            return start.date_naive();
        }
        let is_live = self.moments_noted().any(|at| at != noted && at.date_naive() == day);
        if is_live { day } else { self.visit.date.min(day) }
    }

    /// Whether the lesson is going on, as far as is known: it was begun, by hand or else by the first thing noted, and it has no end.
    /// One that was never ended is over after three hours.
    #[must_use]
    pub fn is_in_lesson(&self, now: Moment) -> bool {
        let begun = self.visit.started_at.or_else(|| self.moments_noted().min());
        self.visit.ended_at.is_none()
            && begun.is_some_and(|begun| (now - begun).num_hours() < LONGEST_LESSON_HOURS)
    }

    /// Whether the visit is closed.
    #[must_use]
    pub fn is_completed(&self) -> bool {
        matches!(self.status, Status::Completed { .. })
    }

    /// The rating of an indicator, if anything was kept.
    #[must_use]
    pub fn rating(&self, id: &IndicatorId) -> Option<&Rating> {
        self.ratings.get(id)
    }

    /// The answer to an indicator; `None` is "not yet scored".
    #[must_use]
    pub fn answer(&self, id: &IndicatorId) -> Option<Answer> {
        self.rating(id).and_then(|rating| rating.answer)
    }

    /// The answer to an indicator that the visit looks at. One that was scored before others were chosen counts nowhere.
    #[must_use]
    pub fn counted_answer(&self, id: &IndicatorId) -> Option<Answer> {
        self.answer(id).filter(|_| self.visit.looks_at(id))
    }

    /// The indicators of a domain that the visit looks at and that are not yet scored: without an answer, whatever else is
    /// kept with them.
    pub fn unanswered<'a>(&'a self, domain: &'a RubricDomain) -> impl Iterator<Item = &'a IndicatorId> {
        self.looked_at(domain).map(|indicator| &indicator.id).filter(|id| self.answer(id).is_none())
    }

    /// Whether one of the two is the teacher's own view, and she and the observer have not chosen to see the scores yet.
    #[must_use]
    pub fn waits_to_be_shown_with(&self, other: &Self) -> bool {
        let waits = |own: &Self, seen: &Self| {
            own.visit.is_own_beside(&seen.visit) && seen.talk.scores_shown.is_none()
        };
        waits(self, other) || waits(other, self)
    }

    /// A line of the log.
    #[must_use]
    pub fn line(&self, id: LineId) -> Option<&LogLine> {
        self.log.iter().find(|line| line.id == id)
    }

    /// How many answers there are to the indicators of `rubric` that the visit looks at.
    #[must_use]
    pub fn progress(&self, rubric: &Rubric) -> Progress {
        let mut progress = Progress { is_choice: self.visit.is_choice(), ..Progress::default() };
        for id in self.visit.counted(rubric.indicators().map(|indicator| &indicator.id)) {
            progress.of += 1;
            match self.answer(id) {
                Some(Answer::Score(_)) => progress.scored += 1,
                Some(Answer::NotObserved) => progress.not_observed += 1,
                None => {}
            }
        }
        progress
    }
}
