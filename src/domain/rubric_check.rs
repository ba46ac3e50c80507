//! What can be wrong with a rubric, and where.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use thiserror::Error;

use super::ids::DomainId;
use super::rating::Score;
use super::rubric::Rubric;
use super::rubric_place::RubricPlace;

/// How many points a scale may have.
pub const SCALE_LENGTHS: RangeInclusive<usize> = 2..=Score::HIGHEST as usize;

/// Why a rubric cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RubricError {
    /// No domain, or a domain with nothing in it.
    #[error("the rubric has no indicators{}", .0.as_ref().map(|d| format!(" in domain {d}")).unwrap_or_default())]
    Empty(Option<DomainId>),
    /// An id stands twice.
    #[error("the id {0} stands twice in the rubric")]
    Twice(String),
    /// A text has no Dutch.
    #[error("{0} has no Dutch text")]
    NoText(RubricPlace),
    /// The scale is not 1, 2 and so on, of two to seven points.
    #[error("the scale must have 2 to 7 points: 1, 2 and so on, in this order")]
    Scale,
}

impl Rubric {
    /// Checks what the types cannot say: ids are unique, texts are there, the scale is whole.
    ///
    /// # Errors
    /// The first of the [`problems`](Self::problems).
    pub fn check(&self) -> Result<(), RubricError> {
        self.problems().into_iter().next().map_or(Ok(()), Err)
    }

    /// All that keeps the rubric from being used.
    #[must_use]
    pub fn problems(&self) -> Vec<RubricError> {
        let mut problems = Vec::new();
        let in_order = Score::longest_scale().take(self.scale.len());
        if !SCALE_LENGTHS.contains(&self.scale.len()) || !self.scores().eq(in_order) {
            problems.push(RubricError::Scale);
        }
        let blank = self.texts().filter(|(_, text)| text.nl.trim().is_empty());
        problems.extend(blank.map(|(place, _)| RubricError::NoText(place)));
        if self.domains.is_empty() {
            problems.push(RubricError::Empty(None));
        }
        let empty = self.domains.iter().filter(|domain| domain.indicators.is_empty());
        problems.extend(empty.map(|domain| RubricError::Empty(Some(domain.id.clone()))));
        let mut seen = BTreeSet::new();
        let twice = self.ids().filter(|id| !seen.insert(*id));
        problems.extend(twice.map(|id| RubricError::Twice(id.to_owned())));
        problems
    }

    /// Every id in it, those of what is retired too.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let of_indicators = self.indicators().chain(&self.retired).flat_map(|indicator| {
            let looks = indicator.look_fors.iter().map(|look_for| look_for.id.as_str());
            std::iter::once(indicator.id.as_str()).chain(looks)
        });
        self.domains.iter().map(|domain| domain.id.as_str()).chain(of_indicators)
    }
}
