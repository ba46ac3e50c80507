//! Visits that are deleted, and brought back.

use serde::{Deserialize, Serialize};

use super::super::envelope;
use super::super::error::StoreError;
use super::super::keys::{ASIDE, Key, is_aside_of};
use super::Shelf;
use crate::domain::ObservationId;

/// A visit that was taken off the shelf, with what was kept about it, as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deleted {
    visit: ObservationId,
    records: Vec<(String, String)>,
}

impl Deleted {
    /// Which visit.
    #[must_use]
    pub fn visit(&self) -> ObservationId {
        self.visit
    }

    /// Whether no copy of the visit left this device, also not of an earlier state of it.
    #[must_use]
    pub fn never_left(&self) -> bool {
        let mark = Key::Export(self.visit).to_string();
        self.records.iter().all(|(key, _)| *key != mark)
    }

    /// These as text, for after a reload.
    #[must_use]
    pub fn write(all: &[Self]) -> String {
        // These types always serialise, and an empty text is read as nothing.
        serde_json::to_string(all).unwrap_or_default()
    }

    /// What [`write`](Self::write) wrote; `None`: by another version of the app.
    #[must_use]
    pub fn read(text: &str) -> Option<Vec<Self>> {
        serde_json::from_str(text).ok()
    }
}

impl Shelf {
    /// Removes a visit, what is kept about its export, and what was put aside of it; gives back what
    /// [`put_back`](Self::put_back) needs.
    ///
    /// # Errors
    /// As [`RecordStore::get`] and [`RecordStore::remove`].
    pub fn delete(&self, id: ObservationId) -> Result<Deleted, StoreError> {
        let mut records = Vec::new();
        let own = [Key::Observation(id), Key::Export(id)].map(|key| key.to_string());
        let mut aside = self.records.keys()?;
        aside.retain(|key| is_aside_of(key, id));
        for key in own.into_iter().chain(aside) {
            if let Some(raw) = self.records.get(&key)? {
                self.records.remove(&key)?;
                records.push((key, raw));
            }
        }
        Ok(Deleted { visit: id, records })
    }

    /// Brings a deleted visit back as it was. A record that can be read gets a revision beyond that of its deletion. If the
    /// visit came back by another way meanwhile, that one stays, and the deleted one is put aside.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`].
    pub fn put_back(&self, deleted: &Deleted) -> Result<(), StoreError> {
        let mut sum = Ok(());
        // All of them, also behind one that only one copy took.
        for (key, raw) in &deleted.records {
            sum = sum.and(self.put_one_back(key, raw));
        }
        sum
    }

    fn put_one_back(&self, key: &str, raw: &str) -> Result<(), StoreError> {
        if key.starts_with(ASIDE) {
            return self.records.set_or_hold(key, raw);
        }
        if self.records.get(key)?.is_some() {
            return self.put_raw_aside(key, raw);
        }
        self.records.set_or_hold(key, &envelope::raised(raw).unwrap_or_else(|| raw.to_owned()))
    }
}
