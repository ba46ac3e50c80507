//! What an observer answers on one indicator.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::ids::{LineId, LookForId};

/// A point of a scale: 1 is the lowest, and the [rubric](super::Rubric) says how many there are and what they mean.
///
/// Zero does not exist: "not scored" is the absence of an [`Answer`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "u8", extend("minimum" = 1, "maximum" = 7)))]
pub struct Score(u8);

/// A number that is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0} is not a score: no scale goes beyond 1 to 7")]
pub struct ScoreError(pub u8);

impl Score {
    /// The lowest score of every scale.
    pub const LOWEST: u8 = 1;
    /// The highest score that a scale may have.
    pub const HIGHEST: u8 = 7;

    /// The scores of the longest scale, lowest first; a rubric has the first of them.
    pub fn longest_scale() -> impl Iterator<Item = Self> {
        (Self::LOWEST..=Self::HIGHEST).map(Self)
    }

    /// The score as a number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Score {
    type Error = ScoreError;
    fn try_from(value: u8) -> Result<Self, ScoreError> {
        if (Self::LOWEST..=Self::HIGHEST).contains(&value) { Ok(Self(value)) } else { Err(ScoreError(value)) }
    }
}

impl From<Score> for u8 {
    fn from(score: Score) -> Self {
        score.0
    }
}

/// An answer to an indicator. Not yet answered is `Option::None`, which is a third thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// A score on the scale.
    Score(Score),
    /// "Niet gezien": this lesson gave no occasion for it. Never counted as a low score.
    NotObserved,
}

/// All that an observer kept with one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rating {
    /// `None`: not yet scored.
    pub answer: Option<Answer>,
    /// The look-fors that were seen.
    pub look_fors: BTreeSet<LookForId>,
    /// The observer's note; may be empty.
    pub note: String,
    /// The log lines that are the evidence for this answer.
    pub evidence: BTreeSet<LineId>,
}

impl Rating {
    /// Whether nothing was kept here, so that it need not be stored.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_to_seven_are_scores() {
        let accepted: Vec<u8> = (0..=255).filter(|n| Score::try_from(*n).is_ok()).collect();
        assert_eq!(accepted, [1, 2, 3, 4, 5, 6, 7]);
    }
}
