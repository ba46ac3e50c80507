//! The second copy of every record, kept where a killed browser or a power cut does not reach it. Says in [`Journal`]
//! what it needs of a device.
//!
//! Local storage reaches the disk late: up to a minute in Chromium, seconds in Firefox. What stands only there is gone
//! when the browser is killed. The journal has each change on the disk before the screen says "Bewaard".

use std::future::Future;
use std::pin::Pin;

use thiserror::Error;

use super::envelope;

/// An answer of the journal that is still to come.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, JournalError>>>>;

/// What the journal holds of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The revision of the value; of a deletion one more than that of what was deleted.
    pub revision: u64,
    /// The value as local storage has it, byte for byte; `None` if it was deleted.
    pub value: Option<String>,
}

/// The highest revision there is: the largest whole number that a browser counts exactly.
pub(super) const LAST: u64 = (1 << 53) - 1;

impl Entry {
    /// A value. One that is no envelope has the revision 0.
    #[must_use]
    pub fn of(value: &str) -> Self {
        Self { revision: envelope::revision_of(value).unwrap_or_default(), value: Some(value.to_owned()) }
    }

    /// The deletion of a value: newer than it, and than anything if its revision cannot be read.
    #[must_use]
    pub fn deletion_of(value: &str) -> Self {
        Self { revision: envelope::revision_of(value).map_or(LAST, |revision| revision + 1), value: None }
    }

    /// What tells this state of a record from every other one: the head of its envelope, with revision and checksum. A
    /// revision alone does not: two tabs may count alike, and an import brings a revision of its own.
    #[must_use]
    pub fn stamp(&self) -> String {
        match &self.value {
            Some(value) => envelope::head(value).to_owned(),
            None => format!("{DELETED}{}", self.revision),
        }
    }
}

const DELETED: &str = "deleted at ";

/// Whether a stamp is that of a deletion.
pub(super) fn is_of_deletion(stamp: &str) -> bool {
    stamp.starts_with(DELETED)
}

/// A change for the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of which record.
    pub key: String,
    /// What is to be there.
    pub entry: Entry,
    /// The [stamp](Entry::stamp) of what the journal had when this tab last looked; `None` if it had nothing, or nobody
    /// looked.
    pub base: Option<String>,
}

impl Change {
    /// Whether the change may be written over `there`: it was made from it, or says the same. `shell/journal.js` decides
    /// likewise; one table of cases tests both.
    #[must_use]
    pub fn may_replace(&self, there: Option<&Entry>) -> bool {
        there.is_none_or(|there| Some(there.stamp()) == self.base || *there == self.entry)
    }
}

/// Why the journal did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum JournalError {
    /// This browser has none, or allows none.
    #[error("this browser keeps no second copy")]
    Missing,
    /// It failed, in the words of the device.
    #[error("the second copy failed: {0}")]
    Failed(String),
}

/// What the app needs of a device for the second copy.
pub trait Journal {
    /// Writes all of these that [may replace](Change::may_replace) what is there, in one step. The answer comes when they
    /// would survive a power cut: what was there and stayed, since another tab wrote it.
    fn write(&self, changes: &[Change]) -> Answer<Vec<(String, Entry)>>;
    /// One entry; `None` if there is none.
    fn read(&self, key: &str) -> Answer<Option<Entry>>;
    /// Some entries in the order of their keys, from behind `after` on, or from the first. None: there are no more.
    fn page(&self, after: Option<&str>) -> Answer<Vec<(String, Entry)>>;
    /// Removes some entries without a trace and writes others, whatever is there, in one step: what moves from one key to
    /// another is never missing. The answer comes when it would survive a power cut.
    fn replace(&self, _remove: &[String], _put: &[(String, Entry)]) -> Answer<()> {
        Box::pin(async { Err(JournalError::Missing) })
    }
}
