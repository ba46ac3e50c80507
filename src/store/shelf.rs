//! The shelf: visits and small records, checked on the way out and written whole.

mod deletion;
mod merging;
mod newer;
mod packing;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::RecordStore;
use super::envelope::{self, Envelope, PACKED, SCHEMA};
use super::error::{Damage, StoreError};
use super::keys::{ASIDE, Key, PREFIX, observation_id};
use super::pack::Codec;
use super::packed;
use super::settings::Settings;
use super::space::Space;
use super::summary::{self, Summary};
use crate::domain::{Observation, ObservationId};
use crate::exchange::v1;

pub use deletion::{Deleted, Gone};
use packing::Unread;

/// All that is kept on this device; cheap to clone.
#[derive(Clone)]
pub struct Shelf {
    pub(super) records: Rc<dyn RecordStore>,
    codec: Rc<Cell<Option<Codec>>>,
    /// The visits that a later app wrote, as far as they were opened.
    newer: Rc<RefCell<BTreeSet<ObservationId>>>,
}

/// A value that was put aside, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it is kept.
    pub key: String,
    /// As it was found.
    pub raw: String,
}

impl Shelf {
    /// A shelf over a record store.
    #[must_use]
    pub fn new(records: Rc<dyn RecordStore>) -> Self {
        Self { records, codec: Rc::default(), newer: Rc::default() }
    }

    /// The ids of all visits, newest first. Reads keys only: its cost does not grow with what the visits hold.
    ///
    /// # Errors
    /// As [`RecordStore::keys`].
    pub fn visit_ids(&self) -> Result<Vec<ObservationId>, StoreError> {
        let keys = self.records.keys()?;
        let mut ids: Vec<_> = keys.iter().filter_map(|key| observation_id(key)).collect();
        ids.sort_unstable_by(|a, b| b.cmp(a));
        Ok(ids)
    }

    /// Reads a visit; `None` if there is none with this id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Newer`], [`StoreError::Packed`], or as [`RecordStore::get`].
    pub fn load(&self, id: ObservationId) -> Result<Option<Observation>, StoreError> {
        let key = Key::Observation(id).to_string();
        let Some(envelope) = self.envelope(&key, PACKED)? else { return Ok(None) };
        let wire = self.wire(&envelope).map_err(|why| match why {
            Unread::Packed => StoreError::Packed,
            Unread::Damaged(why) => StoreError::Damaged { key: key.clone(), why },
        })?;
        if wire.id != id {
            return Err(holds_another(key, wire.id));
        }
        let visit = Observation::try_from(wire);
        visit.map(Some).map_err(|error| StoreError::Damaged { key, why: Damage::Body(error.to_string()) })
    }

    /// Reads of a visit what a list shows; `None` if there is none with this id.
    ///
    /// # Errors
    /// As [`load`](Self::load), but what the list does not show is not checked, and of what a later app wrote it is read as
    /// far as this one understands it.
    pub fn summary(&self, id: ObservationId) -> Result<Option<Summary>, StoreError> {
        let key = Key::Observation(id).to_string();
        let Some(envelope) = self.envelope(&key, u32::MAX)? else { return Ok(None) };
        let damaged = |why| match envelope.schema {
            schema if schema > PACKED => StoreError::Newer { key: key.clone(), schema },
            _ => StoreError::Damaged { key: key.clone(), why },
        };
        let summary = if envelope.schema == PACKED {
            packed::summary(id, &envelope).map_err(damaged)?
        } else {
            Summary::from(parse::<summary::Written>(&envelope.body).map_err(damaged)?)
        };
        if summary.id == id { Ok(Some(summary)) } else { Err(holds_another(key, summary.id)) }
    }

    /// Writes a visit that is on screen: one write of one record.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`]. [`StoreError::Newer`]: a later app wrote what is there.
    pub fn save(&self, visit: &Observation) -> Result<(), StoreError> {
        if self.newer.borrow().contains(&visit.id) {
            self.envelope(&Key::Observation(visit.id).to_string(), PACKED)?;
        }
        self.records.set_or_hold(&Key::Observation(visit.id).to_string(), &sealed(visit)?)
    }

    /// Keeps a state of a visit beside the one that counts.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`].
    pub fn put_aside(&self, visit: &Observation) -> Result<(), StoreError> {
        self.put_raw_aside(&Key::Observation(visit.id).to_string(), &sealed(visit)?)
    }

    pub(super) fn put_raw_aside(&self, key: &str, raw: &str) -> Result<(), StoreError> {
        self.records.set_or_hold(&Key::aside(key, envelope::fingerprint(raw)).to_string(), raw)
    }

    /// Writes a visit over whatever is there, which is put aside first. It counts on from there, or from its deletion: else
    /// the old state would be the newer one.
    ///
    /// # Errors
    /// As [`RecordStore::set`]; then nothing was replaced. [`StoreError::Newer`]: a later app wrote what is there.
    pub fn replace(&self, visit: &Observation) -> Result<(), StoreError> {
        let key = Key::Observation(visit.id).to_string();
        let revision = self.make_room(&key, visit.revision, PACKED)?;
        self.records.set(&key, &sealed(&Observation { revision, ..visit.clone() })?)
    }

    /// Puts aside what is there under `key`, if it is of a schema that is known. Gives back the revision that goes beyond it,
    /// or beyond its deletion.
    pub(super) fn make_room(&self, key: &str, revision: u64, known: u32) -> Result<u64, StoreError> {
        if let Some(raw) = self.records.get(key)? {
            if let Err(newer @ StoreError::Newer { .. }) = self.envelope(key, known) {
                return Err(newer);
            }
            let aside = Key::aside(key, envelope::fingerprint(&raw));
            self.records.set(&aside.to_string(), &raw)?;
        }
        let last = self.records.last_revision(key)?;
        Ok(last.map_or(revision, |last| revision.max(last + 1)))
    }

    /// The values that were put aside.
    ///
    /// # Errors
    /// As [`RecordStore::get`].
    pub fn aside(&self) -> Result<Vec<Aside>, StoreError> {
        Ok(self.under(ASIDE)?.into_iter().map(|(key, raw)| Aside { key, raw }).collect())
    }

    /// Whether this value is put aside here too.
    #[must_use]
    pub fn has_aside(&self, aside: &Aside) -> bool {
        self.records.get(&aside.key).is_ok_and(|value| value.is_some())
    }

    /// Keeps what was put aside on another device, or before.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`].
    pub fn keep_aside(&self, Aside { key, raw }: &Aside) -> Result<(), StoreError> {
        self.records.set_or_hold(key, raw)
    }

    /// The visit in a value that was put aside; `None` if it is none, or cannot be read.
    #[must_use]
    pub fn visit_in(&self, raw: &str) -> Option<Observation> {
        let wire = self.wire(&envelope::open(raw).ok()?).ok()?;
        Observation::try_from(wire).ok()
    }

    /// Removes a record by its key, whatever it holds.
    ///
    /// # Errors
    /// As [`RecordStore::remove`].
    pub fn remove_raw(&self, key: &str) -> Result<(), StoreError> {
        self.records.remove(key)
    }

    /// How full the storage is. Reads no record into memory, but goes by all of them.
    ///
    /// # Errors
    /// As [`RecordStore::size`].
    pub fn space(&self) -> Result<Space, StoreError> {
        Ok(Space { used: self.records.size()? })
    }

    /// Every record of this app as it is kept, sound or not.
    ///
    /// # Errors
    /// As [`RecordStore::get`].
    pub fn everything(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.under(PREFIX)
    }

    /// What the user chose; the defaults if nothing was.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn settings(&self) -> Result<Settings, StoreError> {
        Ok(self.kept_settings()?.unwrap_or_default())
    }

    /// As [`settings`](Self::settings); `None`: nothing was chosen yet.
    ///
    /// # Errors
    /// As [`settings`](Self::settings).
    pub fn kept_settings(&self) -> Result<Option<Settings>, StoreError> {
        self.read(&Key::Settings.to_string())
    }

    /// Keeps what the user chose, in the second copy where the first one is full.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`].
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StoreError> {
        let key = Key::Settings.to_string();
        self.records.set_or_hold(&key, &seal(self.next_revision(&key)?, settings)?)
    }

    /// The records whose key starts with `prefix`, as they are kept; reads no others.
    pub(super) fn under(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        let mut keys = self.records.keys()?;
        keys.retain(|key| key.starts_with(prefix));
        keys.sort_unstable();
        let mut all = Vec::with_capacity(keys.len());
        for key in keys {
            if let Some(raw) = self.records.get(&key)? {
                all.push((key, raw));
            }
        }
        Ok(all)
    }

    /// Writes a record that does not count its own revisions. What a later app wrote stays.
    pub(super) fn write_next(&self, key: &str, body: &impl Serialize) -> Result<(), StoreError> {
        self.write(key, self.next_revision(key)?, body)
    }

    fn next_revision(&self, key: &str) -> Result<u64, StoreError> {
        let before = self.records.get(key)?;
        let before =
            before.and_then(|raw| envelope::open(&raw).ok()).map(|there| (there.schema, there.revision));
        match before {
            Some((schema, _)) if schema > SCHEMA => Err(StoreError::Newer { key: key.to_owned(), schema }),
            _ => Ok(before.map_or(0, |(_, revision)| revision) + 1),
        }
    }

    pub(super) fn write(&self, key: &str, revision: u64, body: &impl Serialize) -> Result<(), StoreError> {
        self.records.set(key, &seal(revision, body)?)
    }

    pub(super) fn read<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let Some(envelope) = self.envelope(key, SCHEMA)? else { return Ok(None) };
        let damaged = |why| StoreError::Damaged { key: key.to_owned(), why };
        parse(&envelope.body).map(Some).map_err(damaged)
    }

    /// A sound envelope of at most this schema version.
    pub(super) fn envelope(&self, key: &str, known: u32) -> Result<Option<Envelope>, StoreError> {
        let Some(raw) = self.records.get(key)? else { return Ok(None) };
        let envelope =
            envelope::open(&raw).map_err(|why| StoreError::Damaged { key: key.to_owned(), why })?;
        if envelope.schema > known {
            return Err(StoreError::Newer { key: key.to_owned(), schema: envelope.schema });
        }
        Ok(Some(envelope))
    }
}

/// The body of a record.
pub(super) fn parse<'a, T: Deserialize<'a>>(body: &'a str) -> Result<T, Damage> {
    serde_json::from_str(body).map_err(|error| Damage::Body(error.to_string()))
}

pub(super) fn seal(revision: u64, body: &impl Serialize) -> Result<String, StoreError> {
    let body = serde_json::to_string(body).map_err(|error| StoreError::Failed(error.to_string()))?;
    Ok(envelope::seal(revision, &body))
}

fn sealed(visit: &Observation) -> Result<String, StoreError> {
    seal(visit.revision, &v1::Observation::from(visit))
}

pub(super) fn holds_another(key: String, id: impl std::fmt::Display) -> StoreError {
    StoreError::Damaged { key, why: Damage::Body(format!("holds {id}")) }
}
