//! What happened during the lesson, line by line and count by count.

use serde::{Deserialize, Serialize};

use super::ids::{DomainId, IndicatorId, LineId};
use super::time::Moment;

/// Whether a line speaks for the indicator or against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sign {
    /// `+`: it was seen and worked.
    Plus,
    /// `-`: it was missing or did not work.
    Minus,
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// Stable over edits.
    pub id: LineId,
    /// The moment of the first keystroke.
    pub at: Moment,
    /// What the observer saw or heard.
    pub text: String,
    /// What the observer makes of it; apart from what was seen, and mostly empty.
    pub meaning: String,
    /// The domain that the line was tagged with.
    pub domain: Option<DomainId>,
    /// The indicator that the line was tagged with.
    pub indicator: Option<IndicatorId>,
    /// For or against.
    pub sign: Option<Sign>,
}

/// One tap on a counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// The counter's name, such as `feedback-task`; see [`Counter`](super::Counter).
    pub counter: String,
    /// When it was tapped.
    pub at: Moment,
}

/// One count of pupils at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    /// When the observer looked round.
    pub at: Moment,
    /// Pupils on task; at most `of`.
    pub on_task: u16,
    /// Pupils present.
    pub of: u16,
}

impl Scan {
    /// A scan; more pupils on task than are present cannot be.
    #[must_use]
    pub fn new(at: Moment, on_task: u16, of: u16) -> Self {
        Self { at, on_task: on_task.min(of), of }
    }
}
