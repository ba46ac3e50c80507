//! The people of the school: one record each, kept as visits are.

use serde::Deserialize;

use super::error::StoreError;
use super::keys::{Key, person_id};
use super::records::Record;
use super::shelf::{Shelf, parse};
use crate::domain::{Observation, Person, PersonId, Role, Visit};
use crate::exchange::{PersonItem, v1};

/// What a visit asks of someone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Known {
    /// What she or he is called.
    pub name: String,
    /// What she or he does.
    #[serde(default)]
    pub role: Option<Role>,
    /// Such as `5` or `3/4`.
    #[serde(default)]
    pub groups: Vec<String>,
}

impl Record for Person {
    type Wire = v1::Person;
    fn wire(&self) -> v1::Person {
        self.into()
    }
    fn key(id: PersonId) -> Key {
        Key::Person(id)
    }
    fn id_in(key: &str) -> Option<PersonId> {
        person_id(key)
    }
    fn at_revision(self, revision: u64) -> Self {
        Self { revision, ..self }
    }
}

impl Shelf {
    /// Everybody of the list that can be read, by name, and how many cannot be read.
    ///
    /// # Errors
    /// As [`RecordStore::keys`](super::RecordStore::keys).
    pub fn people(&self) -> Result<(Vec<Person>, usize), StoreError> {
        let (all, unreadable) = self.all_records::<Person>()?;
        let mut people = Vec::new();
        for person in all {
            put_by_name(&mut people, person, |one| &one.profile.name);
        }
        Ok((people, unreadable))
    }

    /// What everybody of the list is called, by name. Those who cannot be read are left out.
    #[must_use]
    pub fn names(&self) -> Vec<(PersonId, String)> {
        let keys = self.records.keys().unwrap_or_default();
        let mut names = Vec::new();
        for id in keys.iter().filter_map(|key| person_id(key)) {
            if let Some(name) = self.name_of(id) {
                put_by_name(&mut names, (id, name), |(_, name)| name);
            }
        }
        names
    }

    /// Reads someone of the school; `None` if there is nobody with this id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Newer`], or as [`RecordStore::get`](super::RecordStore::get).
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.record(id)
    }

    /// Keeps someone who is on screen: one write of one record.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`](super::RecordStore::set_or_hold).
    pub fn save_person(&self, person: &Person) -> Result<(), StoreError> {
        self.save_record(person)
    }

    /// Keeps what an import brings: who is new, or newer. `false`: there was nothing to do.
    ///
    /// # Errors
    /// As [`replace`](Self::replace).
    pub fn merge_person(&self, item: &PersonItem) -> Result<bool, StoreError> {
        self.merge_record(item)
    }

    /// A visit with the names of those who are in the list, to be shown or to leave: the one place where a name that was
    /// changed changes everywhere.
    #[must_use]
    pub fn named(&self, visit: Visit) -> Visit {
        visit.with_names(|id| self.name_of(id))
    }

    /// What someone of the list is called.
    #[must_use]
    pub fn name_of(&self, id: PersonId) -> Option<String> {
        // A file may bring somebody without a name: then the one that a visit was written down with counts.
        self.known(id).map(|known| known.name).filter(|name| !name.trim().is_empty())
    }

    /// What a visit asks of someone of the list.
    #[must_use]
    pub fn known(&self, id: PersonId) -> Option<Known> {
        let envelope = self.envelope(&Key::Person(id).to_string(), u32::MAX).ok().flatten()?;
        parse(&envelope.body).ok()
    }

    /// A visit as it is kept: those who are in the list are named there alone.
    pub(super) fn unnamed(&self, visit: Observation) -> Observation {
        let is_known = |id| self.name_of(id).is_some();
        Observation { visit: visit.visit.clone().without_names(is_known), ..visit }
    }
}

/// Puts one where its name belongs, whatever the capitals. By hand: the first load of a visit needs no other sorting, nor the
/// capitals of all the world.
fn put_by_name<T>(list: &mut Vec<T>, one: T, name: impl Fn(&T) -> &str) {
    let is_before = |other: &T| {
        let [other, one] = [other, &one].map(|one| name(one).bytes().map(|byte| byte.to_ascii_lowercase()));
        other.le(one)
    };
    let place = list.partition_point(is_before);
    list.insert(place, one);
}
