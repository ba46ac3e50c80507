//! Visits, people, plans and rubrics in the making that are deleted, and brought back.

use serde::{Deserialize, Serialize};

use super::super::envelope;
use super::super::error::StoreError;
use super::super::keys::{ASIDE, EXPORT, Key, is_aside_of};
use super::Shelf;
use crate::domain::{DraftId, ObservationId, PersonId, PlanId};

/// Whose record was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gone {
    /// A visit.
    Visit(ObservationId),
    /// Someone of the school.
    Person(PersonId),
    /// The action plan of a school year.
    Plan(PlanId),
    /// A rubric in the making.
    Draft(DraftId),
}

impl Gone {
    /// The key of the record.
    fn key(self) -> Key {
        match self {
            Self::Visit(id) => Key::Observation(id),
            Self::Person(id) => Key::Person(id),
            Self::Plan(id) => Key::Plan(id),
            Self::Draft(id) => Key::Draft(id),
        }
    }
}

/// What was taken off the shelf, with what was kept about it, as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deleted {
    gone: Gone,
    records: Vec<(String, String)>,
}

impl Deleted {
    /// Whose record.
    #[must_use]
    pub fn gone(&self) -> Gone {
        self.gone
    }

    /// The visit of which no copy left this device, also not of an earlier state of it. Nobody keeps count for people and plans.
    #[must_use]
    pub fn never_left(&self) -> Option<ObservationId> {
        let Gone::Visit(id) = self.gone else { return None };
        let mark = Key::Export(id).to_string();
        self.records.iter().all(|(key, _)| *key != mark).then_some(id)
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
        self.delete_records(Gone::Visit(id), Some(Key::Export(id)))
    }

    /// Removes someone of the school, and what was put aside of the record; gives back what [`put_back`](Self::put_back)
    /// needs. The visits stay as they are: they name the id alone, which nobody can read any more.
    ///
    /// # Errors
    /// As [`delete`](Self::delete).
    pub fn delete_person(&self, id: PersonId) -> Result<Deleted, StoreError> {
        self.delete_records(Gone::Person(id), None)
    }

    /// Removes a plan, and what was put aside of it; gives back what [`put_back`](Self::put_back) needs.
    ///
    /// # Errors
    /// As [`delete`](Self::delete).
    pub fn delete_plan(&self, id: PlanId) -> Result<Deleted, StoreError> {
        self.delete_records(Gone::Plan(id), None)
    }

    /// Removes a rubric in the making, and what was put aside of it; gives back what [`put_back`](Self::put_back) needs.
    ///
    /// # Errors
    /// As [`delete`](Self::delete).
    pub fn delete_draft(&self, id: DraftId) -> Result<Deleted, StoreError> {
        self.delete_records(Gone::Draft(id), None)
    }

    fn delete_records(&self, gone: Gone, beside: Option<Key>) -> Result<Deleted, StoreError> {
        let record = gone.key().to_string();
        let mut records = Vec::new();
        let mut aside = self.records.keys()?;
        aside.retain(|key| is_aside_of(key, &record));
        for key in std::iter::once(record).chain(beside.map(|key| key.to_string())).chain(aside) {
            if let Some(raw) = self.records.get(&key)? {
                self.records.remove(&key)?;
                records.push((key, raw));
            }
        }
        Ok(Deleted { gone, records })
    }

    /// Brings back what was deleted as it was. A record that can be read gets a revision beyond that of each of its deletions,
    /// and what is kept about its export names that one. If it came back by another way meanwhile, that one stays, and the
    /// deleted one is put aside.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`].
    pub fn put_back(&self, deleted: &Deleted) -> Result<(), StoreError> {
        let mut sum = Ok(());
        // By so much the record is further than it was: it is the first.
        let mut further = 0;
        // All of them, also behind one that only one copy took.
        for (key, raw) in &deleted.records {
            sum = sum.and(self.put_one_back(key, raw, &mut further));
        }
        sum
    }

    fn put_one_back(&self, key: &str, raw: &str, further: &mut u64) -> Result<(), StoreError> {
        if key.starts_with(ASIDE) {
            return self.records.set_or_hold(key, raw);
        }
        if self.records.get(key)?.is_some() {
            return self.put_raw_aside(key, raw);
        }
        let before = envelope::revision_of(raw).unwrap_or_default();
        let beyond = self.records.last_revision(key)?.map_or(0, |last| (last + 1).saturating_sub(before));
        let by = beyond.max(2);
        // A mark comes after the record that it is about.
        if !key.starts_with(EXPORT) {
            *further = by;
        }
        let raised = envelope::raised(raw, by, *further);
        self.records.set_or_hold(key, &raised.unwrap_or_else(|| raw.to_owned()))
    }
}
