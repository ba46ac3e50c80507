//! What was counted and timed during the lesson, as written.

use serde::{Deserialize, Serialize};

use super::time;
use crate::domain::{self, Moment};

/// One tap on a counter.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tally {
    /// The counter's name.
    pub counter: String,
    /// When.
    #[serde(deserialize_with = "time::moment")]
    pub at: Moment,
}

/// One count of pupils at work.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Scan {
    /// When.
    #[serde(deserialize_with = "time::moment")]
    pub at: Moment,
    /// Pupils on task.
    pub on_task: u16,
    /// Pupils present.
    pub of: u16,
}

/// One phase of the lesson; it lasts until the next one starts, or until the lesson ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PhaseStart {
    /// The phase's name.
    pub phase: String,
    /// When it began.
    #[serde(deserialize_with = "time::moment")]
    pub at: Moment,
}

impl From<Tally> for domain::Tally {
    fn from(Tally { counter, at }: Tally) -> Self {
        Self { counter, at }
    }
}

impl From<&domain::Tally> for Tally {
    fn from(tally: &domain::Tally) -> Self {
        let domain::Tally { counter, at } = tally.clone();
        Self { counter, at }
    }
}

impl From<Scan> for domain::Scan {
    /// An import with more pupils on task than are present is refused; a record of an early version that holds one still
    /// opens.
    fn from(Scan { at, on_task, of }: Scan) -> Self {
        Self::new(at, on_task, of)
    }
}

impl From<&domain::Scan> for Scan {
    fn from(scan: &domain::Scan) -> Self {
        let domain::Scan { at, on_task, of } = *scan;
        Self { at, on_task, of }
    }
}

impl From<PhaseStart> for domain::PhaseStart {
    fn from(PhaseStart { phase, at }: PhaseStart) -> Self {
        Self { phase, at }
    }
}

impl From<&domain::PhaseStart> for PhaseStart {
    fn from(start: &domain::PhaseStart) -> Self {
        let domain::PhaseStart { phase, at } = start.clone();
        Self { phase, at }
    }
}
