//! A record store in memory: for tests, and for a browser that blocks all storage.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::RecordStore;
use super::error::StoreError;

/// Keeps records as long as it lives.
#[derive(Default)]
pub struct MemoryStore {
    records: RefCell<BTreeMap<String, String>>,
    /// In UTF-16 units over keys and values, as browsers count; `None` is no limit.
    capacity: Option<usize>,
    blocked: Cell<bool>,
    full: Cell<bool>,
}

impl MemoryStore {
    /// A store that is full at so many UTF-16 units.
    #[must_use]
    pub fn with_capacity(units: usize) -> Self {
        Self { capacity: Some(units), ..Self::default() }
    }

    /// From now on every call is refused, or not.
    pub fn block(&self, blocked: bool) {
        self.blocked.set(blocked);
    }

    /// From now on every write is refused, or not.
    pub fn fill(&self, full: bool) {
        self.full.set(full);
    }

    fn check(&self) -> Result<(), StoreError> {
        if self.blocked.get() { Err(StoreError::Blocked) } else { Ok(()) }
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl RecordStore for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.check()?;
        Ok(self.records.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.check()?;
        Ok(self.records.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.check()?;
        if self.full.get() {
            return Err(StoreError::Full);
        }
        let mut records = self.records.borrow_mut();
        if let Some(capacity) = self.capacity {
            let others = records.iter().filter(|(other, _)| *other != key);
            let used: usize = others.map(|(key, value)| units(key) + units(value)).sum();
            if used + units(key) + units(value) > capacity {
                return Err(StoreError::Full);
            }
        }
        records.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn size(&self) -> Result<usize, StoreError> {
        self.check()?;
        Ok(self.records.borrow().iter().map(|(key, value)| units(key) + units(value)).sum())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.check()?;
        self.records.borrow_mut().remove(key);
        Ok(())
    }
}
