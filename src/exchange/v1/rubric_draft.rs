//! A rubric in the making as written.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::observation::RubricRef;
use super::rubric::Rubric;
use super::time;
use crate::domain::{self, DraftId, IndicatorId, Moment};

/// A rubric in the making: no visit uses it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RubricDraft {
    /// UUID v7.
    pub id: DraftId,
    /// Goes up by one with each change.
    pub revision: u64,
    /// When it was made.
    #[serde(deserialize_with = "time::moment")]
    pub created_at: Moment,
    /// The last change.
    #[serde(deserialize_with = "time::moment")]
    pub updated_at: Moment,
    /// What it was made from. With the id of `rubric` it becomes the next version of that.
    pub from: RubricRef,
    /// The indicators of that: their ids are taken.
    #[serde(default)]
    pub published: BTreeSet<IndicatorId>,
    /// What it says now; texts may be empty.
    pub rubric: Rubric,
}

impl From<RubricDraft> for domain::RubricDraft {
    fn from(wire: RubricDraft) -> Self {
        Self {
            id: wire.id,
            revision: wire.revision,
            created_at: wire.created_at,
            updated_at: wire.updated_at,
            from: wire.from.into(),
            published: wire.published,
            rubric: wire.rubric.unchecked(),
        }
    }
}

impl From<&domain::RubricDraft> for RubricDraft {
    fn from(draft: &domain::RubricDraft) -> Self {
        Self {
            id: draft.id,
            revision: draft.revision,
            created_at: draft.created_at,
            updated_at: draft.updated_at,
            from: draft.from.clone().into(),
            published: draft.published.clone(),
            rubric: (&draft.rubric).into(),
        }
    }
}
