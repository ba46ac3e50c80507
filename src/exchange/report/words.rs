//! What a report needs to be told: the words of one language.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{
    Agreement, FollowUp, Lang, LogLine, Moment, Observation, Outcome, Participant, Sign, TalkPoint, VisitKind,
};

/// A heading or label of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each names what it is the label of")]
pub enum ReportWord {
    Title,
    Teacher,
    Observer,
    Date,
    Times,
    Group,
    Subject,
    Pupils,
    Kind,
    Rubric,
    Focus,
    NotObserved,
    NotScored,
    OwnScore,
    OwnNote,
    LookFors,
    Note,
    Evidence,
    Meaning,
    Chosen,
    Outside,
    Course,
    LooseLines,
    Other,
    Talk,
    TeacherView,
    FollowUps,
    Around,
    Preparing,
    Evaluating,
    ObserverView,
    ScoresShown,
    Strengths,
    GrowthPoints,
    Agreements,
    Answer,
    Objection,
}

/// A line on the course of the lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseRow {
    /// A phase, or what was counted.
    pub name: String,
    /// Its times, or how often.
    pub value: String,
    /// What happened in it; may be empty.
    pub note: String,
}

impl CourseRow {
    /// A line without more.
    #[must_use]
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into(), note: String::new() }
    }
}

/// The words that a report is written in.
pub trait ReportWords {
    /// The language of what the rubric says.
    fn lang(&self) -> Lang;
    /// A heading or label.
    fn word(&self, word: ReportWord) -> &str;
    /// The name of a kind of visit.
    fn kind(&self, kind: VisitKind) -> &str;
    /// For or against, in a word.
    fn sign(&self, sign: Sign) -> &str;
    /// The course of the lesson: phases, counts and scans. Empty if nothing was noted during the lesson.
    fn course(&self, visit: &Observation) -> Vec<CourseRow>;
    /// A day.
    fn day(&self, day: NaiveDate) -> String;
    /// A time of the day.
    fn time(&self, time: NaiveTime) -> String;
    /// A line of the log, with its time.
    fn log_line(&self, line: &LogLine) -> String;
    /// A day and a time.
    fn moment(&self, at: Moment) -> String;
    /// A strength or growth point, with what it belongs to.
    fn point(&self, point: &TalkPoint) -> String;
    /// Who does what was agreed, and by when.
    fn who_and_when(&self, agreement: &Agreement) -> String;
    /// When an earlier agreement was made, who does it, and by when.
    fn agreed(&self, one: &FollowUp) -> String;
    /// What came of an earlier agreement.
    fn outcome(&self, outcome: Outcome) -> &str;
    /// That this one says that the talk is right.
    fn right(&self, participant: Participant) -> &str;
}
