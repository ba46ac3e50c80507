//! A journal in memory.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Bound;
use std::task::Poll;

use lesbezoek::store::{Answer, Change, Entry, Journal, JournalError};

/// So many entries make a page.
const PAGE: usize = 3;

/// Keeps entries as long as it lives, and fails when told to.
#[derive(Default)]
pub struct MemoryJournal {
    entries: RefCell<BTreeMap<String, Entry>>,
    /// So many of the next calls fail.
    failures: Cell<usize>,
    /// Of those that read.
    read_failures: Cell<usize>,
    /// Of those that write.
    write_failures: Cell<usize>,
    writes: Cell<usize>,
}

impl MemoryJournal {
    /// The next `calls` calls fail, and no others.
    pub fn fail(&self, calls: usize) {
        self.failures.set(calls);
        self.fail_reads(0);
        self.fail_writes(0);
    }

    /// Of the next calls that read so many fail.
    pub fn fail_reads(&self, calls: usize) {
        self.read_failures.set(calls);
    }

    /// Of the next calls that write so many fail.
    pub fn fail_writes(&self, calls: usize) {
        self.write_failures.set(calls);
    }

    /// Another tab wrote this.
    pub fn put(&self, key: &str, entry: Entry) {
        self.entries.borrow_mut().insert(key.to_owned(), entry);
    }

    /// Another one with the same entries.
    #[must_use]
    pub fn copied(&self) -> Self {
        Self { entries: self.entries.clone(), ..Self::default() }
    }

    /// How many writes have been done.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    fn answer<T: 'static>(&self, own: &Cell<usize>, act: impl FnOnce() -> T) -> Answer<T> {
        let failing = [&self.failures, own].into_iter().find(|left| left.get() > 0);
        let result = if let Some(left) = failing {
            left.set(left.get() - 1);
            Err(JournalError::Failed("told to fail".to_owned()))
        } else {
            Ok(act())
        };
        Box::pin(async {
            // The browser answers later, too: something else may come in between.
            let mut is_first = true;
            std::future::poll_fn(|context| {
                context.waker().wake_by_ref();
                if std::mem::replace(&mut is_first, false) { Poll::Pending } else { Poll::Ready(()) }
            })
            .await;
            result
        })
    }
}

impl Journal for MemoryJournal {
    fn write(&self, changes: &[Change]) -> Answer<Vec<(String, Entry)>> {
        self.answer(&self.write_failures, || {
            self.writes.set(self.writes.get() + 1);
            let mut entries = self.entries.borrow_mut();
            let mut others = Vec::new();
            for change in changes {
                match entries.get(&change.key) {
                    there if change.may_replace(there) => {
                        entries.insert(change.key.clone(), change.entry.clone());
                    }
                    there => others.extend(there.map(|there| (change.key.clone(), there.clone()))),
                }
            }
            others
        })
    }

    fn read(&self, key: &str) -> Answer<Option<Entry>> {
        self.answer(&self.read_failures, || self.entries.borrow().get(key).cloned())
    }

    fn page(&self, after: Option<&str>) -> Answer<Vec<(String, Entry)>> {
        self.answer(&self.read_failures, || {
            let from = after.map_or(Bound::Unbounded, |after| Bound::Excluded(after.to_owned()));
            let entries = self.entries.borrow();
            let page = entries.range((from, Bound::Unbounded)).take(PAGE);
            page.map(|(key, entry)| (key.clone(), entry.clone())).collect()
        })
    }

    fn replace(&self, remove: &[String], put: &[(String, Entry)]) -> Answer<()> {
        self.answer(&self.write_failures, || {
            let mut entries = self.entries.borrow_mut();
            remove.iter().for_each(|key| drop(entries.remove(key)));
            entries.extend(put.iter().cloned());
        })
    }
}
