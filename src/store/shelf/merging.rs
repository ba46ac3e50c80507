//! What an import brings.

use super::super::error::StoreError;
use super::Shelf;
use crate::domain::Observation;
use crate::exchange::{MergeItem, Verdict};

impl Shelf {
    /// Keeps what an import brings: what is new or newer, and a copy of what is in conflict. `false`: there was nothing to
    /// do. People go first: who is in the list is named there alone.
    ///
    /// # Errors
    /// As [`replace`](Self::replace).
    pub fn merge(&self, item: &MergeItem) -> Result<bool, StoreError> {
        match (item.verdict, item.copy_id) {
            (Verdict::New | Verdict::Newer, _) => self.replace(&self.unnamed(item.incoming.clone()))?,
            (Verdict::Conflict, Some(id)) => {
                self.replace(&self.unnamed(Observation { id, ..item.incoming.clone() }))?;
            }
            (Verdict::Same | Verdict::Older | Verdict::Conflict, _) => return Ok(false),
        }
        Ok(true)
    }

    /// Keeps one visit that was made of what is here and of what a file has: newer than both, which are put aside.
    ///
    /// # Errors
    /// As [`replace`](Self::replace).
    pub fn keep_merged(&self, merged: &Observation, file: &Observation) -> Result<(), StoreError> {
        self.put_aside(&self.unnamed(file.clone()))?;
        self.replace(&self.unnamed(merged.clone()))
    }
}
