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

/// What came of keeping a record that is changed on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Met<R> {
    /// It is kept. What stood there, if it was made from something else, is put aside.
    Kept,
    /// This stands there and is as new or newer: it counts, and what was on screen is put aside.
    GaveWay(R),
    /// It was deleted and stays so; what was on screen is put aside.
    Gone,
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

    /// Keeps a record that is on screen, made from `base`, which was read or kept before. By now something else may stand there:
    /// the second copy brought it, another tab or an import. The one of the higher revision counts.
    pub(super) fn keep_record<R: Record>(&self, mine: &R, base: &R) -> Result<Met<R>, StoreError> {
        let key = R::key(mine.id()).to_string();
        let put_aside = |raw: String| match self.put_raw_aside(&key, &raw) {
            Err(error) if error.is_of_reader() => Err(error),
            // What one copy refuses the other one has.
            _ => Ok(()),
        };
        match self.record::<R>(mine.id()) {
            Ok(None) => {
                put_aside(sealed(mine)?)?;
                return Ok(Met::Gone);
            }
            Ok(Some(there)) if is_state(&there, base) || is_state(&there, mine) => {}
            Ok(Some(there)) if there.age().0 >= mine.age().0 => {
                put_aside(sealed(mine)?)?;
                return Ok(Met::GaveWay(there));
            }
            Err(error) if error.is_of_reader() => return Err(error),
            // Something else, or what cannot be read.
            Ok(Some(_)) | Err(_) => {
                if let Ok(Some(raw)) = self.records.get(&key) {
                    put_aside(raw)?;
                }
            }
        }
        self.save_record(mine).map(|()| Met::Kept)
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

fn sealed<R: Record>(one: &R) -> Result<String, StoreError> {
    seal(one.age().0, &one.wire())
}

/// Whether these are one state of a record.
fn is_state<R: Record>(one: &R, other: &R) -> bool {
    one.age().0 == other.age().0 && one.says_the_same(other)
}
