//! A rubric that is being made: a new version of the school's own, or a copy of another.

use std::collections::BTreeSet;

use super::ids::{DomainId, DraftId, IndicatorId, RubricId};
use super::observation::RubricRef;
use super::rubric::Rubric;
use super::rubric_check::RubricError;
use super::time::Moment;

/// A rubric in the making. No visit uses it; when it is published it becomes a version that never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricDraft {
    /// Which draft.
    pub id: DraftId,
    /// Goes up by one with each change; the higher one is the newer one.
    pub revision: u64,
    /// When it was made in the app.
    pub created_at: Moment,
    /// The last change.
    pub updated_at: Moment,
    /// What it was made from.
    pub from: RubricRef,
    /// The indicators of that: their ids are taken.
    pub published: BTreeSet<IndicatorId>,
    /// What it says now. It may lack texts.
    pub rubric: Rubric,
}

impl RubricDraft {
    /// The next version of a rubric.
    #[must_use]
    pub fn next_version(id: DraftId, from: RubricRef, rubric: Rubric, now: Moment) -> Self {
        let published = rubric.indicators().chain(&rubric.retired).map(|one| one.id.clone()).collect();
        Self { id, revision: 1, created_at: now, updated_at: now, from, published, rubric }
    }

    /// A rubric of its own that begins as another: what is retired there it never had.
    #[must_use]
    pub fn copy(id: DraftId, from: RubricRef, rubric: Rubric, now: Moment) -> Self {
        let mut draft = Self::next_version(id, from, rubric, now);
        draft.rubric.id = RubricId::own(id);
        draft.rubric.version = 1;
        draft.rubric.retired.clear();
        draft
    }

    /// Whether it becomes the next version of what it was made from. Then scores of both are compared, so the scale keeps its
    /// length, and an indicator that was published can be retired but not removed.
    #[must_use]
    pub fn is_next_version(&self) -> bool {
        self.from.id == self.rubric.id
    }

    /// Whether an indicator can be retired but not removed.
    #[must_use]
    pub fn must_stay(&self, id: &IndicatorId) -> bool {
        self.is_next_version() && self.published.contains(id)
    }

    /// An id for one more indicator of a domain: the number after the highest that was ever used, as far as is known here.
    #[must_use]
    pub fn next_indicator(&self, domain: &DomainId) -> IndicatorId {
        let rubric = &self.rubric;
        let known = rubric.indicators().chain(&rubric.retired).map(|one| &one.id).chain(&self.published);
        let numbers = known.filter_map(|id| id.as_str().strip_prefix(domain.as_str())?.parse::<u32>().ok());
        let next = numbers.max().unwrap_or(0).saturating_add(1);
        IndicatorId::numbered(domain, next)
    }

    /// An id for one more domain: the first capital that nothing begins with.
    #[must_use]
    pub fn next_domain(&self) -> DomainId {
        let is_free = |id: &DomainId| {
            let begins = |other: &str| other.starts_with(id.as_str());
            !self.rubric.ids().any(begins) && !self.published.iter().any(|one| begins(one.as_str()))
        };
        let capitals = ('A'..='Z').map(DomainId::lettered);
        let mut numbered = (1..=u32::MAX).map(DomainId::numbered);
        capitals.filter(is_free).chain(numbered.find(is_free)).next().unwrap_or_else(|| DomainId::numbered(0))
    }

    /// The rubric to be published, where `newest` is the highest version of it that is known.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn publish(&self, newest: Option<u32>) -> Result<Rubric, Vec<RubricError>> {
        let problems = self.rubric.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let version = newest.map_or(1, |newest| newest.saturating_add(1));
        Ok(Rubric { version, ..self.rubric.clone() })
    }
}
