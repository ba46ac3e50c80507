//! What a report needs to be told: the words of one language.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::{Lang, Sign, VisitKind};

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
    LookFors,
    Note,
    Evidence,
    Meaning,
    Talk,
    TeacherView,
    ObserverView,
    Strengths,
    GrowthPoints,
    Agreements,
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
    /// A day.
    fn day(&self, day: NaiveDate) -> String;
    /// A time of the day.
    fn time(&self, time: NaiveTime) -> String;
}
