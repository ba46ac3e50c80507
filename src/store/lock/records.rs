//! The two copies as they are with the lock on: what is above reads and writes names and values, the device has neither.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::RecordStore;
use super::super::error::StoreError;
use super::super::journal::{Answer, Change, Entry, Journal, JournalError};
use super::mark::LOCK;
use super::seal::{Sealer, entry_of_value};

/// The keys of names, and the names of keys, as far as they were met.
#[derive(Default)]
struct Known {
    keys: RefCell<BTreeMap<String, String>>,
    names: RefCell<BTreeMap<String, Option<String>>>,
}

impl Known {
    fn key_of(&self, sealer: &Sealer, name: &str) -> Option<String> {
        if let Some(key) = self.keys.borrow().get(name) {
            return Some(key.clone());
        }
        let key = sealer.key_of(name)?;
        self.keys.borrow_mut().insert(name.to_owned(), key.clone());
        Some(key)
    }

    fn name_of(&self, sealer: &Sealer, key: &str) -> Option<String> {
        if let Some(name) = self.names.borrow().get(key) {
            return name.clone();
        }
        let name = sealer.name_of(key);
        self.names.borrow_mut().insert(key.to_owned(), name.clone());
        name
    }
}

/// A record store in which all is sealed.
pub struct SealedRecords {
    inner: Rc<dyn RecordStore>,
    sealer: Rc<Sealer>,
    known: Known,
}

impl SealedRecords {
    /// Over a store whose records were sealed by `sealer`.
    #[must_use]
    pub fn new(inner: Rc<dyn RecordStore>, sealer: Rc<Sealer>) -> Self {
        Self { inner, sealer, known: Known::default() }
    }

    fn key(&self, name: &str) -> Result<String, StoreError> {
        self.known.key_of(&self.sealer, name).ok_or_else(cannot_seal)
    }
}

fn cannot_seal() -> StoreError {
    StoreError::Failed("the device gives no random bytes".to_owned())
}

impl RecordStore for SealedRecords {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let keys = self.inner.keys()?;
        Ok(keys.iter().filter_map(|key| self.known.name_of(&self.sealer, key)).collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, StoreError> {
        if name == LOCK {
            // The mark of the lock itself, so that who writes sees when it is another one.
            return self.inner.get(LOCK);
        }
        let sealed = self.inner.get(&self.key(name)?)?;
        Ok(sealed.and_then(|sealed| self.sealer.open_or_raw(name, &sealed).value))
    }

    fn set(&self, name: &str, value: &str) -> Result<(), StoreError> {
        let sealed = self.sealer.seal(name, &entry_of_value(value)).ok_or_else(cannot_seal)?;
        self.inner.set(&self.key(name)?, &sealed)
    }

    fn size(&self) -> Result<usize, StoreError> {
        self.inner.size()
    }

    fn remove(&self, name: &str) -> Result<(), StoreError> {
        self.inner.remove(&self.key(name)?)
    }
}

/// A journal in which all is sealed, deletions and revisions too.
pub struct SealedJournal {
    inner: Rc<dyn Journal>,
    sealer: Rc<Sealer>,
    known: Rc<Known>,
}

impl SealedJournal {
    /// Over a journal whose entries were sealed by `sealer`.
    #[must_use]
    pub fn new(inner: Rc<dyn Journal>, sealer: Rc<Sealer>) -> Self {
        Self { inner, sealer, known: Rc::default() }
    }

    fn sealed(&self, Change { key: name, entry, base }: &Change) -> Option<Change> {
        Some(Change {
            key: self.known.key_of(&self.sealer, name)?,
            entry: sealed_entry(&self.sealer, name, entry)?,
            base: match base {
                Some(base) => Some(self.sealer.stamp_of(name, base)?),
                None => None,
            },
        })
    }
}

/// The row of an entry: the revision is in what is sealed.
pub(super) fn sealed_entry(sealer: &Sealer, name: &str, entry: &Entry) -> Option<Entry> {
    Some(Entry { revision: 0, value: Some(sealer.seal(name, entry)?) })
}

/// What a row holds; what is no sealed entry comes back as it is.
pub(super) fn opened_entry(sealer: &Sealer, name: &str, row: Entry) -> Entry {
    match &row.value {
        Some(sealed) => sealer.open_or_raw(name, sealed),
        None => row,
    }
}

impl Journal for SealedJournal {
    fn write(&self, changes: &[Change]) -> Answer<Vec<(String, Entry)>> {
        let Some(sealed) = changes.iter().map(|change| self.sealed(change)).collect::<Option<Vec<_>>>()
        else {
            let error = JournalError::Failed(cannot_seal().to_string());
            return Box::pin(async { Err(error) });
        };
        let (inner, sealer, known) =
            (Rc::clone(&self.inner), Rc::clone(&self.sealer), Rc::clone(&self.known));
        let changes = changes.to_vec();
        Box::pin(async move {
            let others = inner.write(&sealed).await?;
            let others = others.into_iter().filter_map(|(key, row)| {
                let name = known.name_of(&sealer, &key)?;
                let there = opened_entry(&sealer, &name, row);
                // Of the same content no two sealed texts are the same: then it is there already.
                let is_there = changes.iter().any(|change| change.key == name && change.entry == there);
                (!is_there).then_some((name, there))
            });
            Ok(others.collect())
        })
    }

    fn read(&self, name: &str) -> Answer<Option<Entry>> {
        let (inner, sealer) = (Rc::clone(&self.inner), Rc::clone(&self.sealer));
        let (name, key) = (name.to_owned(), self.known.key_of(&self.sealer, name).unwrap_or_default());
        Box::pin(async move {
            let row = inner.read(&key).await?;
            Ok(row.map(|row| opened_entry(&sealer, &name, row)))
        })
    }

    fn page(&self, after: Option<&str>) -> Answer<Vec<(String, Entry)>> {
        let (inner, sealer, known) =
            (Rc::clone(&self.inner), Rc::clone(&self.sealer), Rc::clone(&self.known));
        let mut after = after.and_then(|name| known.key_of(&sealer, name));
        Box::pin(async move {
            loop {
                let rows = inner.page(after.as_deref()).await?;
                let Some((last, _)) = rows.last() else { return Ok(Vec::new()) };
                after = Some(last.clone());
                let opened: Vec<_> = rows
                    .into_iter()
                    .filter_map(|(key, row)| {
                        let name = known.name_of(&sealer, &key)?;
                        let entry = opened_entry(&sealer, &name, row);
                        Some((name, entry))
                    })
                    .collect();
                // A page of which nothing is ours is not the end.
                if !opened.is_empty() {
                    return Ok(opened);
                }
            }
        })
    }
}
