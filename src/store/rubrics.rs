//! Rubrics: those that were published, which never change, and those in the making, kept as visits are.

use serde::Deserialize;

use super::error::{Damage, StoreError};
use super::keys::{Key, draft_id, rubric_ref};
use super::records::{Met, Record};
use super::shelf::Shelf;
use super::summary::RubricIndicators;
use crate::domain::{DraftId, IndicatorId, LangText, Rubric, RubricDraft, RubricError, RubricRef};
use crate::exchange::{self, DraftItem, v1};

/// What a list shows of a rubric.
#[derive(Deserialize)]
struct Titled {
    title: v1::LangText,
}

impl Record for RubricDraft {
    type Wire = v1::RubricDraft;
    fn wire(&self) -> v1::RubricDraft {
        self.into()
    }
    fn key(id: DraftId) -> Key {
        Key::Draft(id)
    }
    fn id_in(key: &str) -> Option<DraftId> {
        draft_id(key)
    }
    fn at_revision(self, revision: u64) -> Self {
        Self { revision, ..self }
    }
}

impl Shelf {
    /// What names the rubrics that are kept here, beside the built-in one. Reads keys only.
    ///
    /// # Errors
    /// As [`RecordStore::keys`](super::RecordStore::keys).
    pub fn rubric_refs(&self) -> Result<Vec<RubricRef>, StoreError> {
        let keys = self.records.keys()?;
        let mut refs: Vec<_> = keys.iter().filter_map(|key| rubric_ref(key)).collect();
        refs.sort_unstable();
        Ok(refs)
    }

    /// The title of a rubric that is kept here; `None` if it is not, or cannot be read.
    #[must_use]
    pub fn rubric_title(&self, of: &RubricRef) -> Option<LangText> {
        let titled: Titled = self.read(&Key::Rubric(of.clone()).to_string()).ok().flatten()?;
        Some(titled.title.into())
    }

    /// A rubric that was published here or came with an import.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn rubric(&self, wanted: &RubricRef) -> Result<Option<Rubric>, StoreError> {
        let key = Key::Rubric(wanted.clone()).to_string();
        let Some(wire) = self.read::<v1::Rubric>(&key)? else { return Ok(None) };
        let damaged = |reason: RubricError| StoreError::Damaged {
            key: key.clone(),
            why: Damage::Body(reason.to_string()),
        };
        Rubric::try_from(wire).map(Some).map_err(damaged)
    }

    /// The indicators of such a rubric; `None` if it is not here. Reads no more of it.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn indicators(&self, of: &RubricRef) -> Result<Option<Vec<IndicatorId>>, StoreError> {
        let rubric: Option<RubricIndicators> = self.read(&Key::Rubric(of.clone()).to_string())?;
        Ok(rubric.map(RubricIndicators::ids))
    }

    /// Keeps a rubric, under its id, version and content hash.
    ///
    /// # Errors
    /// As [`RecordStore::set`](super::RecordStore::set).
    pub fn save_rubric(&self, rubric: &Rubric) -> Result<(), StoreError> {
        let key = Key::Rubric(exchange::rubric_ref(rubric)).to_string();
        self.write(&key, u64::from(rubric.version), &v1::Rubric::from(rubric))
    }

    /// Every rubric in the making that can be read, oldest first, and how many cannot be read.
    ///
    /// # Errors
    /// As [`RecordStore::keys`](super::RecordStore::keys).
    pub fn drafts(&self) -> Result<(Vec<RubricDraft>, usize), StoreError> {
        self.all_records()
    }

    /// Reads a rubric in the making; `None` if there is none with this id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Newer`], or as [`RecordStore::get`](super::RecordStore::get).
    pub fn draft(&self, id: DraftId) -> Result<Option<RubricDraft>, StoreError> {
        self.record(id)
    }

    /// Keeps a rubric in the making that is on screen: one write of one record.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`](super::RecordStore::set_or_hold).
    pub fn save_draft(&self, draft: &RubricDraft) -> Result<(), StoreError> {
        self.save_record(draft)
    }

    /// Keeps a rubric in the making that was changed on screen, made from `base`, which was read or kept before. If something else stands there
    /// by now, the one of the higher revision counts and the other one is put aside.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`](super::RecordStore::set_or_hold).
    pub fn keep_draft(&self, mine: &RubricDraft, base: &RubricDraft) -> Result<Met<RubricDraft>, StoreError> {
        self.keep_record(mine, base)
    }

    /// Keeps what an import brings: a rubric in the making that is new, or newer. `false`: there was nothing to do.
    ///
    /// # Errors
    /// As [`replace`](Self::replace).
    pub fn merge_draft(&self, item: &DraftItem) -> Result<bool, StoreError> {
        self.merge_record(item)
    }
}
