//! The mark that says that a lock is on, or that records are being moved under it or out of it. It stands in both copies, and
//! is written before anything that it tells of is done.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::super::RecordStore;
use super::super::envelope::{open, seal};
use super::super::error::StoreError;
use super::super::journal::{Entry, Journal, JournalError};
use super::super::keys::PREFIX;
use super::moving::MoveError;
use super::seal::{Random, Sealer, to_bytes, to_text};
use super::wrap::{Cost, RecoveryCode, Wrapped};
use crate::domain::Lang;

/// Sealed records stand under keys of this version of the store. No version ever gets that far: an app that knows of no lock
/// takes them for those of a later app, and changes nothing.
pub(super) const SEALED: &str = "lesbezoek:900:";

/// Where the mark stands.
pub const LOCK: &str = "lesbezoek:900:lock";

/// How far the lock is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LockState {
    /// Records are being sealed: some are not, or under the data key of before.
    Sealing,
    /// All records are sealed.
    On,
    /// Records are being opened: some are sealed.
    Opening,
}

/// What is known of the lock without a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockMark {
    /// How far it is.
    pub state: LockState,
    /// The language of the lock screen.
    pub lang: Lang,
    by_passphrase: Wrapped,
    by_code: Wrapped,
    /// The data key of before, sealed under this one: what a killed browser brings back may be under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<String>,
}

const BEFORE: &str = "data key of before";

impl LockMark {
    /// A mark of a lock that is about to be put on. `None` if the device has no random bytes, or not so much memory.
    #[must_use]
    pub fn new(
        sealer: &Sealer,
        before: Option<&Sealer>,
        (passphrase, code): (&str, &RecoveryCode),
        cost: Cost,
        lang: Lang,
    ) -> Option<Self> {
        let before = match before {
            Some(before) => {
                let key = to_text(&[before.data_key()])?;
                Some(sealer.seal(BEFORE, &Entry { revision: 0, value: Some(key) })?)
            }
            None => None,
        };
        Some(Self {
            state: LockState::Sealing,
            lang,
            by_passphrase: Wrapped::new(sealer, passphrase, cost)?,
            by_code: Wrapped::new(sealer, code.secret(), cost)?,
            before,
        })
    }

    /// The same lock, so far.
    #[must_use]
    pub fn at(&self, state: LockState) -> Self {
        Self { state, ..self.clone() }
    }

    /// Whether both are of the same lock, however far: what opens the one opens the other.
    #[must_use]
    pub fn is_same_lock(&self, other: &Self) -> bool {
        self.by_passphrase == other.by_passphrase
    }

    /// The sealer that this passphrase or recovery code opens.
    #[must_use]
    pub fn open(&self, typed: &str, random: Random) -> Option<Sealer> {
        let by_code = |code: RecoveryCode| self.by_code.open(code.secret(), random);
        self.by_passphrase.open(typed, random).or_else(|| RecoveryCode::read(typed).and_then(by_code))
    }

    /// Whether a try costs no more than one that this app asks for. The mark in a file may say anything.
    #[must_use]
    pub fn is_bearable(&self) -> bool {
        [&self.by_passphrase, &self.by_code].into_iter().all(Wrapped::is_bearable)
    }

    /// This sealer, and the one of before: what a killed browser brings back may be under either.
    pub(in super::super) fn all(&self, sealer: Rc<Sealer>) -> Vec<Rc<Sealer>> {
        let before = self.before(&sealer).map(Rc::new);
        [sealer].into_iter().chain(before).collect()
    }

    /// The sealer of before, if there was one.
    #[must_use]
    pub fn before(&self, sealer: &Sealer) -> Option<Sealer> {
        let key = sealer.open(BEFORE, self.before.as_deref()?)?.value?;
        Some(Sealer::new(to_bytes(&key)?.as_slice().try_into().ok()?, sealer.random()))
    }
}

/// The mark that counts, and its revision; without one the revision of its removal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The mark.
    pub mark: Option<LockMark>,
    /// Its revision.
    pub revision: u64,
}

/// Of the marks in the two copies the sound one with the highest revision.
#[must_use]
pub fn newest_mark(local: Option<&str>, journal: Option<&Entry>) -> Marks {
    let read = |text: &str| {
        let envelope = open(text).ok()?;
        let mark = serde_json::from_str(&envelope.body).ok()?;
        Some(Marks { mark: Some(mark), revision: envelope.revision })
    };
    let here = local.and_then(read);
    let there = journal.and_then(|entry| match &entry.value {
        Some(value) => read(value),
        None => Some(Marks { mark: None, revision: entry.revision }),
    });
    match (here, there) {
        (Some(here), Some(there)) if here.revision > there.revision => here,
        (_, Some(there)) => there,
        (here, None) => here.unwrap_or_default(),
    }
}

/// Writes the mark to the journal, then to local storage; without one it removes it. Gives back its revision.
///
/// # Errors
/// If one of them refuses; then the newest of both counts.
pub(super) async fn keep_mark(
    local: &dyn RecordStore,
    journal: &dyn Journal,
    mark: Option<&LockMark>,
    after: u64,
) -> Result<u64, MoveError> {
    let revision = after + 1;
    let value = match mark {
        Some(mark) => {
            let body = serde_json::to_string(mark).map_err(|error| StoreError::Failed(error.to_string()))?;
            Some(seal(revision, &body))
        }
        None => None,
    };
    journal.replace(&[], &[(LOCK.to_owned(), Entry { revision, value: value.clone() })]).await?;
    match value {
        Some(value) => match local.set(LOCK, &value) {
            // The one in the journal is newer, and counts.
            Ok(()) | Err(StoreError::Full) => {}
            Err(error) => return Err(error.into()),
        },
        None => local.remove(LOCK)?,
    }
    Ok(revision)
}

/// Whether a key is that of a sealed record, or belongs to the lock.
#[must_use]
pub fn is_sealed_key(key: &str) -> bool {
    key.starts_with(SEALED)
}

/// Whether there is a lock, or something is left of one: then nothing may be read before it is known what. In most starts one
/// look at each copy says so.
#[must_use]
pub fn has_lock(local: &dyn RecordStore, journal: &Result<Option<Entry>, JournalError>) -> bool {
    match journal {
        _ if local.get(LOCK).is_ok_and(|mark| mark.is_some()) => true,
        Ok(None) => false,
        Ok(Some(Entry { value: Some(_), .. })) => true,
        Ok(Some(_)) | Err(_) => local.keys().is_ok_and(|keys| keys.iter().any(|key| is_sealed_key(key))),
    }
}

/// Whether a key is that of a record that is not sealed.
pub(super) fn is_plain_key(key: &str) -> bool {
    key.starts_with(PREFIX) && !is_sealed_key(key)
}
