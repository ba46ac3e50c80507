//! Keeping things. Says in [`RecordStore`] and [`Journal`] what it needs of a device and knows no browser.
//!
//! [`Mirror`] keeps two copies of every record, [`Shelf`] knows what is in them.
//!
//! Record bodies are the wire structs of [`exchange::v1`](crate::exchange::v1): what is kept and what is exported are
//! one form, with one set of fixtures.

mod envelope;
mod error;
mod export_mark;
mod journal;
mod kept;
mod kept_undo;
mod keys;
pub mod lock;
mod memory;
mod mend;
mod mirror;
mod news;
mod outbox;
mod pack;
mod packed;
mod people;
mod plans;
mod records;
mod rescue;
mod rubrics;
mod settings;
mod shelf;
mod space;
mod summary;
mod upgrade;

pub use envelope::{Envelope, PACKED, SCHEMA, open, seal};
pub use error::{Damage, StoreError};
pub use export_mark::ExportMark;
pub use journal::{Answer, Change, Entry, Journal, JournalError};
pub use kept::{Kept, SaveStatus};
pub use kept_undo::KeptUndo;
pub use keys::Key;
pub use memory::MemoryStore;
pub use mend::{Mend, mend};
pub use mirror::{Mirror, Task};
pub use news::{Mended, MendedHow, News, Safety};
pub use pack::{CODEC, Codec};
pub use people::Known;
pub use records::Met;
pub use rescue::{Closed, RescueFile, RescueLock, Rescued, write_rescue};
pub use settings::{LOCK_AFTER, Settings, Theme};
pub use shelf::{Aside, Deleted, Gone, Shelf};
pub use space::Space;
pub use summary::{Count, Scored, Summary};
pub use upgrade::{STEPS, Step, upgrade};

/// What the app needs of a device: text by key. Each call is one step that happens whole or not at all.
pub trait RecordStore {
    /// All keys, also those of others.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] or [`StoreError::Failed`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;
    /// The value of a key.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] or [`StoreError::Failed`]; [`StoreError::OtherTab`] if it was only in memory here, and another tab
    /// writes now.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Writes a value. The old value survives an error.
    ///
    /// # Errors
    /// [`StoreError::Full`], [`StoreError::Blocked`] or [`StoreError::Failed`].
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;
    /// As [`set`](Self::set), but a store with a second copy keeps the value there, and reads it, also if the first copy
    /// refuses it: what is on screen must have a place. The error then says that one copy is missing.
    ///
    /// # Errors
    /// As [`set`](Self::set).
    fn set_or_hold(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.set(key, value)
    }
    /// The highest revision that is known of a record, also if it was deleted; `None` if nothing is.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    fn last_revision(&self, key: &str) -> Result<Option<u64>, StoreError> {
        Ok(self.get(key)?.and_then(|value| envelope::revision_of(&value)))
    }
    /// How much is stored, also by others, over keys and values, in what the device counts: UTF-16 units, or bytes of Latin-1.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] or [`StoreError::Failed`].
    fn size(&self) -> Result<usize, StoreError>;
    /// Removes a key, if it is there.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] or [`StoreError::Failed`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;
}
