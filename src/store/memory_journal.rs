//! A journal in memory: for tests.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Bound;

use super::journal::{Answer, Change, Entry, Journal, JournalError};

/// So many entries make a page.
const PAGE: usize = 3;

/// Keeps entries as long as it lives, and fails when told to.
#[derive(Default)]
pub struct MemoryJournal {
    entries: RefCell<BTreeMap<String, Entry>>,
    /// So many of the next calls fail.
    failures: Cell<usize>,
    writes: Cell<usize>,
}

impl MemoryJournal {
    /// The next `calls` calls fail.
    pub fn fail(&self, calls: usize) {
        self.failures.set(calls);
    }

    /// How many writes have been done.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    fn answer<T: 'static>(&self, act: impl FnOnce() -> T) -> Answer<T> {
        let left = self.failures.get();
        let result = if left > 0 {
            self.failures.set(left - 1);
            Err(JournalError::Failed("told to fail".to_owned()))
        } else {
            Ok(act())
        };
        Box::pin(std::future::ready(result))
    }
}

impl Journal for MemoryJournal {
    fn write(&self, changes: &[Change]) -> Answer<Vec<(String, Entry)>> {
        self.answer(|| {
            self.writes.set(self.writes.get() + 1);
            let mut entries = self.entries.borrow_mut();
            let mut left = Vec::new();
            for change in changes {
                let there = entries.get(&change.key);
                if change.may_replace(there) {
                    entries.insert(change.key.clone(), change.entry.clone());
                } else {
                    left.extend(there.map(|there| (change.key.clone(), there.clone())));
                }
            }
            left
        })
    }

    fn read(&self, key: &str) -> Answer<Option<Entry>> {
        self.answer(|| self.entries.borrow().get(key).cloned())
    }

    fn page(&self, after: Option<&str>) -> Answer<Vec<(String, Entry)>> {
        self.answer(|| {
            let from = after.map_or(Bound::Unbounded, |after| Bound::Excluded(after.to_owned()));
            let entries = self.entries.borrow();
            let page = entries.range((from, Bound::Unbounded)).take(PAGE);
            page.map(|(key, entry)| (key.clone(), entry.clone())).collect()
        })
    }
}
