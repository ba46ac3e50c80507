//! Records other than visits: each one value under a key of its own, that says of itself what it is.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::envelope::SCHEMA;
use super::error::StoreError;
use super::keys::Key;
use super::shelf::{Shelf, holds_another, seal};
use crate::exchange::{OneState, RecordItem, Verdict};

/// What is kept so.
pub(super) trait Record: OneState<Id: Copy + PartialEq + std::fmt::Display> + Clone + Sized {
    /// As written.
    type Wire: Serialize + DeserializeOwned + Into<Self>;
    /// As written.
    fn wire(&self) -> Self::Wire;
    /// Where it is kept.
    fn key(id: Self::Id) -> Key;
    /// The one that a key belongs to, if it is the key of such a record.
    fn id_in(key: &str) -> Option<Self::Id>;
    /// The same, changed so often.
    fn at_revision(self, revision: u64) -> Self;
}

impl Shelf {
    /// All that can be read, oldest first, and how many cannot.
    pub(super) fn all_records<R: Record>(&self) -> Result<(Vec<R>, usize), StoreError> {
        let mut keys = self.records.keys()?;
        keys.sort_unstable();
        let (mut all, mut unreadable) = (Vec::new(), 0);
        for id in keys.iter().filter_map(|key| R::id_in(key)) {
            match self.record(id) {
                Ok(one) => all.extend(one),
                Err(_) => unreadable += 1,
            }
        }
        Ok((all, unreadable))
    }

    pub(super) fn record<R: Record>(&self, id: R::Id) -> Result<Option<R>, StoreError> {
        let key = R::key(id).to_string();
        match self.read::<R::Wire>(&key)?.map(Into::<R>::into) {
            Some(found) if found.id() != id => Err(holds_another(key, found.id())),
            found => Ok(found),
        }
    }

    pub(super) fn save_record<R: Record>(&self, one: &R) -> Result<(), StoreError> {
        self.records.set_or_hold(&R::key(one.id()).to_string(), &sealed(one)?)
    }

    pub(super) fn merge_record<R: Record>(
        &self,
        RecordItem { incoming, verdict }: &RecordItem<R>,
    ) -> Result<bool, StoreError> {
        if !matches!(verdict, Verdict::New | Verdict::Newer) {
            return Ok(false);
        }
        let key = R::key(incoming.id()).to_string();
        let revision = self.make_room(&key, incoming.age().0, SCHEMA)?;
        self.records.set(&key, &sealed(&incoming.clone().at_revision(revision))?)?;
        Ok(true)
    }
}

pub(super) fn sealed<R: Record>(one: &R) -> Result<String, StoreError> {
    seal(one.age().0, &one.wire())
}
