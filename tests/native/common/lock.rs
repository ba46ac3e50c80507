//! A device with a lock, that can be cut off at every call.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures::executor::block_on;
use lesbezoek::store::lock::{Copies, LOCK};
use lesbezoek::store::{Answer, Change, Entry, Journal, JournalError, MemoryStore, RecordStore, StoreError};

use super::device::Device;
use super::journal::MemoryJournal;

/// Different bytes at each call, the same in each run.
pub fn random(bytes: &mut [u8]) -> bool {
    thread_local! { static NEXT: Cell<u64> = const { Cell::new(1) }; }
    bytes.fill_with(|| {
        let next = NEXT.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        NEXT.set(next);
        next.to_le_bytes()[7]
    });
    true
}

/// A device of which every call fails from some moment on, as in a browser that was killed.
#[derive(Clone)]
pub struct Cut {
    pub left: Rc<Cell<usize>>,
    pub local: Rc<MemoryStore>,
    pub journal: Rc<MemoryJournal>,
    /// Local storage takes no sealed record.
    pub is_full: bool,
    /// Nothing moves in the journal.
    pub is_stuck: bool,
}

impl Cut {
    fn goes_on(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }
    fn store<T>(&self, act: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        if self.goes_on() { act() } else { Err(StoreError::Blocked) }
    }
    fn answer<T: 'static>(&self, act: impl FnOnce() -> Answer<T>) -> Answer<T> {
        if self.goes_on() { act() } else { Box::pin(async { Err(JournalError::Missing) }) }
    }
}

impl RecordStore for Cut {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store(|| self.local.keys())
    }
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store(|| self.local.get(key))
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let is_full = self.is_full && key != LOCK;
        self.store(|| if is_full { Err(StoreError::Full) } else { self.local.set(key, value) })
    }
    fn size(&self) -> Result<usize, StoreError> {
        self.store(|| self.local.size())
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store(|| self.local.remove(key))
    }
}

impl Journal for Cut {
    fn write(&self, changes: &[Change]) -> Answer<Vec<(String, Entry)>> {
        self.answer(|| self.journal.write(changes))
    }
    fn read(&self, key: &str) -> Answer<Option<Entry>> {
        self.answer(|| self.journal.read(key))
    }
    fn page(&self, after: Option<&str>) -> Answer<Vec<(String, Entry)>> {
        self.answer(|| self.journal.page(after))
    }
    fn replace(&self, remove: &[String], put: &[(String, Entry)]) -> Answer<()> {
        if self.is_stuck {
            return Box::pin(async { Err(JournalError::Missing) });
        }
        self.answer(|| self.journal.replace(remove, put))
    }
}

pub fn whole(device: &Device) -> Cut {
    Cut {
        left: Rc::new(Cell::new(usize::MAX)),
        local: Rc::clone(&device.local),
        journal: Rc::clone(&device.journal),
        is_full: false,
        is_stuck: false,
    }
}

pub fn copies(cut: &Cut) -> Copies<'_> {
    Copies { local: cut, journal: cut, tell: &|_| Box::pin(async {}) }
}

pub fn rows(journal: &dyn Journal) -> BTreeMap<String, Entry> {
    let (mut all, mut after) = (BTreeMap::new(), None);
    loop {
        let page = block_on(journal.page(after.as_deref())).unwrap();
        let Some((last, _)) = page.last() else { return all };
        after = Some(last.clone());
        all.extend(page);
    }
}
