//! The two copies together: local storage, which is read and written at once, and the journal behind it, which is on
//! the disk before a change counts as kept. They mend each other at the start.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use super::RecordStore;
use super::envelope::{fingerprint, revision_of};
use super::error::StoreError;
use super::journal::{Change, Entry, Journal, JournalError, Safety};
use super::keys::{ASIDE, Key, PREFIX, observation_id};
use super::mend::{Mend, mend};
use crate::domain::ObservationId;

/// So often a write to the journal is tried before the screen says that a change is not safe.
const ATTEMPTS: usize = 3;

/// Work that goes on by itself.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

/// A visit of which one copy was behind or damaged when the app started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Which visit.
    pub id: ObservationId,
    /// What was done.
    pub how: MendedHow,
}

/// How a visit was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MendedHow {
    /// Local storage had lost it, or its last changes: so many of them came back.
    BroughtBack {
        /// How many changes; all of them if the visit was not there at all.
        changes: u64,
    },
    /// The copy in local storage was damaged; the other one took its place.
    Repaired,
    /// Local storage had lost that it was deleted.
    DeletedAgain,
    /// Another tab had changed it in between. Its copy stays, the one of this tab was put aside.
    GaveWay,
}

/// A record store with a journal behind it; cheap to clone.
#[derive(Clone)]
pub struct Mirror {
    inner: Rc<Inner>,
}

struct Inner {
    local: Rc<dyn RecordStore>,
    journal: Rc<dyn Journal>,
    spawn: Box<dyn Fn(Task)>,
    state: RefCell<State>,
    listener: RefCell<Box<dyn Fn(Safety)>>,
}

#[derive(Default)]
struct State {
    /// Values that local storage refused. They are read from here.
    held: BTreeMap<String, String>,
    /// Changes that are not in the journal yet, the newest of each record.
    waiting: BTreeMap<String, Entry>,
    is_writing: bool,
    /// Records whose two copies are the same, or were made so, with the revision that the journal has.
    settled: BTreeMap<String, Option<u64>>,
    /// All records are settled.
    all_settled: bool,
    /// Another tab writes.
    is_read_only: bool,
    mended: Vec<Mended>,
}

impl Mirror {
    /// Puts `journal` behind `local`. `spawn` starts work that goes on by itself.
    #[must_use]
    pub fn new(local: Rc<dyn RecordStore>, journal: Rc<dyn Journal>, spawn: impl Fn(Task) + 'static) -> Self {
        let inner = Inner {
            local,
            journal,
            spawn: Box::new(spawn),
            state: RefCell::default(),
            listener: RefCell::new(Box::new(|_| ())),
        };
        Self { inner: Rc::new(inner) }
    }

    /// `listener` hears from now on how safe the changes are.
    pub fn on_safety(&self, listener: impl Fn(Safety) + 'static) {
        *self.inner.listener.borrow_mut() = Box::new(listener);
    }

    /// The visits that were mended since this was asked last.
    #[must_use]
    pub fn take_mended(&self) -> Vec<Mended> {
        std::mem::take(&mut self.inner.state.borrow_mut().mended)
    }

    /// From now on every change is refused, or not: another tab writes, and mends.
    pub fn read_only(&self, is_read_only: bool) {
        self.inner.state.borrow_mut().is_read_only = is_read_only;
    }

    /// Makes the two copies of one visit the same. Call it before the visit is opened: what is read then is the newest.
    ///
    /// # Errors
    /// If the journal cannot be read; then local storage alone counts.
    pub async fn settle_visit(&self, id: ObservationId) -> Result<(), JournalError> {
        let key = Key::Observation(id).to_string();
        if self.is_settled(&key) {
            return Ok(());
        }
        let entry = self.inner.journal.read(&key).await?;
        self.settle(&key, entry.as_ref());
        Ok(())
    }

    /// Makes the two copies of every record the same. What is done already is not done again.
    ///
    /// # Errors
    /// If the journal cannot be read; what was done by then stays done.
    pub async fn settle_all(&self) -> Result<(), JournalError> {
        if self.has_nothing_to_settle() {
            return Ok(());
        }
        let mut in_journal = BTreeSet::new();
        let mut after: Option<String> = None;
        loop {
            let page = self.inner.journal.page(after.as_deref()).await?;
            let Some((last, _)) = page.last() else { break };
            after = Some(last.clone());
            for (key, entry) in page {
                self.settle(&key, Some(&entry));
                in_journal.insert(key);
            }
        }
        let mut only_local = self.inner.local.keys().unwrap_or_default();
        only_local.retain(|key| key.starts_with(PREFIX) && !in_journal.contains(key));
        for key in only_local {
            self.settle(&key, None);
        }
        self.inner.state.borrow_mut().all_settled = true;
        Ok(())
    }

    /// Whether [`settle_all`](Self::settle_all) is done, or another tab does it.
    #[must_use]
    pub fn has_nothing_to_settle(&self) -> bool {
        let state = self.inner.state.borrow();
        state.all_settled || state.is_read_only
    }

    fn is_settled(&self, key: &str) -> bool {
        self.has_nothing_to_settle() || self.inner.state.borrow().settled.contains_key(key)
    }

    fn settle(&self, key: &str, entry: Option<&Entry>) {
        // What was changed since the start is newer than what the journal had.
        if self.inner.state.borrow().settled.contains_key(key) {
            return;
        }
        let known = entry.map(|entry| entry.revision);
        self.inner.state.borrow_mut().settled.insert(key.to_owned(), known);
        let local = self.inner.local.get(key).ok().flatten();
        match mend(local.as_deref(), entry) {
            Mend::Nothing => {}
            Mend::Restore { value, aside } => {
                self.note(key, brought_back(local.as_deref(), &value));
                self.put_aside(key, aside);
                let _ = self.put_local(key, &value);
            }
            Mend::Delete => {
                self.note(key, MendedHow::DeletedAgain);
                let _ = self.inner.local.remove(key);
            }
            Mend::Copy { entry, aside } => {
                self.put_aside(key, aside);
                self.to_journal(key, entry);
            }
        }
    }

    fn note(&self, key: &str, how: MendedHow) {
        if let Some(id) = observation_id(key) {
            self.inner.state.borrow_mut().mended.push(Mended { id, how });
        }
    }

    /// Keeps a value that lost, byte for byte. What is itself such a value is not kept twice.
    fn put_aside(&self, key: &str, value: Option<String>) {
        if let Some(value) = value
            && !key.starts_with(ASIDE)
        {
            let aside = Key::aside(key, fingerprint(&value)).to_string();
            // Past the check of `set`: a tab that may write no longer must still put away what it wrote too late.
            let _ = self.put_both(&aside, &value);
        }
    }

    /// The journal gets the value whether or not local storage takes it.
    fn put_both(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let result = self.put_local(key, value);
        self.to_journal(key, Entry::of(value));
        result
    }

    /// Writes to local storage. A value that it refuses is held, so that it is read all the same.
    fn put_local(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let result = self.inner.local.set(key, value);
        let mut state = self.inner.state.borrow_mut();
        if result.is_ok() {
            state.held.remove(key);
        } else {
            state.held.insert(key.to_owned(), value.to_owned());
        }
        result
    }

    fn to_journal(&self, key: &str, entry: Entry) {
        let mut state = self.inner.state.borrow_mut();
        state.waiting.insert(key.to_owned(), entry);
        if std::mem::replace(&mut state.is_writing, true) {
            return;
        }
        drop(state);
        self.tell(Safety::Writing);
        let mirror = self.clone();
        (self.inner.spawn)(Box::pin(async move { mirror.drain().await }));
    }

    /// Writes what waits, until nothing does. What comes while a write runs goes together in the next one.
    async fn drain(self) {
        let mut failures = 0;
        let safety = loop {
            let batch = self.inner.state.borrow_mut().take_waiting();
            if batch.is_empty() {
                break Safety::Safe;
            }
            match self.inner.journal.write(&batch).await {
                Ok(left) => {
                    failures = 0;
                    self.inner.state.borrow_mut().is_in_journal(batch);
                    left.into_iter().for_each(|(key, entry)| self.give_way(&key, &entry));
                }
                Err(error) => {
                    failures += 1;
                    self.inner.state.borrow_mut().wait_again(batch);
                    if failures == ATTEMPTS {
                        break Safety::Unsafe(error);
                    }
                }
            }
        };
        self.inner.state.borrow_mut().is_writing = false;
        self.tell(safety);
    }

    /// Another tab wrote this record in between: its copy stays, ours is put aside.
    fn give_way(&self, key: &str, entry: &Entry) {
        let ours = self.get(key).ok().flatten();
        let mut state = self.inner.state.borrow_mut();
        state.settled.insert(key.to_owned(), Some(entry.revision));
        // What came meanwhile was made from our copy as well, and is put aside with it.
        state.waiting.remove(key);
        drop(state);
        self.note(key, MendedHow::GaveWay);
        self.put_aside(key, ours.filter(|ours| Some(ours) != entry.value.as_ref()));
        let _ = match &entry.value {
            Some(value) => self.put_local(key, value),
            None => self.inner.local.remove(key),
        };
    }

    fn check(&self) -> Result<(), StoreError> {
        if self.inner.state.borrow().is_read_only { Err(StoreError::OtherTab) } else { Ok(()) }
    }

    fn tell(&self, safety: Safety) {
        (self.inner.listener.borrow())(safety);
    }
}

impl State {
    fn take_waiting(&mut self) -> Vec<Change> {
        let waiting = std::mem::take(&mut self.waiting);
        let change = |(key, entry)| Change { base: self.settled.get(&key).copied().flatten(), key, entry };
        waiting.into_iter().map(change).collect()
    }

    fn is_in_journal(&mut self, batch: Vec<Change>) {
        self.settled.extend(batch.into_iter().map(|change| (change.key, Some(change.entry.revision))));
    }

    /// A change that came meanwhile is newer.
    fn wait_again(&mut self, batch: Vec<Change>) {
        for Change { key, entry, .. } in batch {
            self.waiting.entry(key).or_insert(entry);
        }
    }
}

/// What came back, as the screen tells it.
fn brought_back(local: Option<&str>, value: &str) -> MendedHow {
    let after = revision_of(value).unwrap_or_default();
    match local.map(revision_of) {
        None => MendedHow::BroughtBack { changes: after },
        Some(Some(before)) if before < after => MendedHow::BroughtBack { changes: after - before },
        Some(_) => MendedHow::Repaired,
    }
}

impl RecordStore for Mirror {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.inner.local.keys()?;
        let state = self.inner.state.borrow();
        let refused: Vec<_> = state.held.keys().filter(|key| !keys.contains(key)).cloned().collect();
        keys.extend(refused);
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        if let Some(held) = self.inner.state.borrow().held.get(key) {
            return Ok(Some(held.clone()));
        }
        self.inner.local.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.check()?;
        self.inner.state.borrow_mut().settled.entry(key.to_owned()).or_default();
        self.put_both(key, value)
    }

    fn size(&self) -> Result<usize, StoreError> {
        self.inner.local.size()
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.check()?;
        let Some(value) = self.get(key)? else { return Ok(()) };
        self.inner.local.remove(key)?;
        let mut state = self.inner.state.borrow_mut();
        state.settled.entry(key.to_owned()).or_default();
        state.held.remove(key);
        drop(state);
        self.to_journal(key, Entry::deletion_of(&value));
        Ok(())
    }
}
