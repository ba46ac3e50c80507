//! Visits and people that are deleted, and brought back.

use super::super::envelope;
use super::super::error::StoreError;
use super::super::keys::{ASIDE, Key, is_aside_of};
use super::Shelf;
use crate::domain::{ObservationId, PersonId};

/// What was taken off the shelf, with what was kept about it, as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deleted {
    records: Vec<(String, String)>,
}

impl Shelf {
    /// Removes a visit, what is kept about its export, and what was put aside of it; gives back what
    /// [`put_back`](Self::put_back) needs.
    ///
    /// # Errors
    /// As [`RecordStore::get`] and [`RecordStore::remove`].
    pub fn delete(&self, id: ObservationId) -> Result<Deleted, StoreError> {
        self.delete_records(&Key::Observation(id).to_string(), Some(Key::Export(id).to_string()))
    }

    /// Removes someone of the school, and what was put aside of the record; gives back what [`put_back`](Self::put_back)
    /// needs. The visits stay as they are: they name the id alone, which nobody can read any more.
    ///
    /// # Errors
    /// As [`delete`](Self::delete).
    pub fn delete_person(&self, id: PersonId) -> Result<Deleted, StoreError> {
        self.delete_records(&Key::Person(id).to_string(), None)
    }

    fn delete_records(&self, record: &str, beside: Option<String>) -> Result<Deleted, StoreError> {
        let mut records = Vec::new();
        let mut aside = self.records.keys()?;
        aside.retain(|key| is_aside_of(key, record));
        for key in std::iter::once(record.to_owned()).chain(beside).chain(aside) {
            if let Some(raw) = self.records.get(&key)? {
                self.records.remove(&key)?;
                records.push((key, raw));
            }
        }
        Ok(Deleted { records })
    }

    /// Brings back what was deleted as it was. A record that can be read gets a revision beyond that of its deletion. If it
    /// came back by another way meanwhile, that one stays, and the deleted one is put aside.
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
