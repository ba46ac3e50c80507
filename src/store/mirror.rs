//! The two copies together: local storage, which is read and written at once, and the journal behind it, which is on
//! the disk before a change counts as kept. They mend each other at the start.

mod newer;
mod settle;
mod writing;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use super::RecordStore;
use super::envelope::{fingerprint, marked_unsettled, revision_of};
use super::error::StoreError;
use super::journal::{Entry, Journal, JournalError, LAST};
use super::keys::{ASIDE, Key, draft_id, observation_id, person_id, plan_id, rubric_ref};
use super::lock::LOCK;
use super::news::{Mended, MendedHow, News};
use super::outbox::Outbox;

/// Work that goes on by itself.
pub type Task = Pin<Box<dyn Future<Output = ()>>>;

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
    listener: RefCell<Box<dyn Fn(News)>>,
    /// The mark of the lock as it was at the start; `None` if that could not be read.
    lock: Option<Option<String>>,
}

#[derive(Default)]
struct State {
    /// The version of the store to which the records were brought, beyond that of the keys; 0: none.
    version: u32,
    /// Values that local storage refused. They are read from here.
    held: BTreeMap<String, String>,
    /// Records that were read from there until another tab wrote. They are in the journal, which is read later, so what local
    /// storage has not of them is not deleted.
    let_go: BTreeSet<String>,
    outbox: Outbox,
    /// Records whose two copies are the same, or were made so.
    settled: BTreeSet<String>,
    /// All records are settled.
    all_settled: bool,
    /// Why the last look at the journal failed, if it did.
    unread: Option<JournalError>,
    /// Another tab writes.
    is_read_only: bool,
    /// What a later app wrote, once something of it was met.
    newer: Option<StoreError>,
}

impl Mirror {
    /// Puts `journal` behind `local`. `spawn` starts work that goes on by itself.
    #[must_use]
    pub fn new(local: Rc<dyn RecordStore>, journal: Rc<dyn Journal>, spawn: impl Fn(Task) + 'static) -> Self {
        let inner = Inner {
            lock: local.get(LOCK).ok(),
            local,
            journal,
            spawn: Box::new(spawn),
            state: RefCell::default(),
            listener: RefCell::new(Box::new(|_| ())),
        };
        Self { inner: Rc::new(inner) }
    }

    /// `listener` hears from now on how safe the changes are, and at once of each visit that is another one than before:
    /// a change that is made from what was read earlier would undo the mending.
    pub fn on_news(&self, listener: impl Fn(News) + 'static) {
        *self.inner.listener.borrow_mut() = Box::new(listener);
    }

    /// From now on every change is refused, or not: another tab writes, and mends.
    pub fn read_only(&self, is_read_only: bool) {
        let mut state = self.inner.state.borrow_mut();
        state.is_read_only = is_read_only;
        if is_read_only {
            // What the other tab writes is what counts here too.
            let held = std::mem::take(&mut state.held);
            state.let_go.extend(held.into_keys());
        }
    }

    /// Whether some change is in neither copy: local storage refused it, and the journal does not have it yet.
    #[must_use]
    pub fn has_only_in_memory(&self) -> bool {
        let state = self.inner.state.borrow();
        state.held.keys().any(|key| state.outbox.waiting(key).is_some())
    }

    /// Takes up what failed: reads of the journal, and writes to it.
    pub fn try_again(&self) {
        let mirror = self.clone();
        (self.inner.spawn)(Box::pin(async move {
            // What comes of it is told.
            let _ = mirror.settle_all().await;
            mirror.start_writing();
        }));
    }

    /// This record is settled.
    fn is_ours(&self, key: &str) {
        let mut state = self.inner.state.borrow_mut();
        state.settled.insert(key.to_owned());
        state.held.remove(key);
    }

    /// What waits for the journal is dropped for a change that was made from it. If another tab wrote over it in local
    /// storage meanwhile, the change was made from that instead: then it is put aside.
    fn make_way(&self, key: &str) -> Result<(), StoreError> {
        self.check()?;
        let Some(waiting) = self.inner.state.borrow().outbox.waiting(key).cloned() else { return Ok(()) };
        if waiting.is_some() && self.get(key).ok().flatten() != waiting {
            self.put_aside(key, waiting);
        }
        Ok(())
    }

    /// A value that is written before anybody could look what the journal has says so: it may leave out changes that only
    /// the journal has, whatever its revision. So does each that follows, until those are put aside in the journal: local
    /// storage may be too full to have them too.
    fn marked<'a>(&self, key: &str, value: &'a str) -> Cow<'a, str> {
        self.note_whether_blind(key);
        if self.inner.state.borrow().outbox.may_leave_out(key) {
            Cow::Owned(marked_unsettled(value))
        } else {
            Cow::Borrowed(value)
        }
    }

    /// A record is about to be changed: if nobody looked what the journal has of it, that may be more. What is put aside never
    /// changes.
    fn note_whether_blind(&self, key: &str) {
        let mut state = self.inner.state.borrow_mut();
        if !state.all_settled && !state.outbox.knows(key) && !key.starts_with(ASIDE) {
            state.outbox.leaves_out(key);
        }
    }

    /// Keeps a value that lost, byte for byte. What is itself such a value is not kept twice, and what was put aside and then
    /// deleted is not put aside once more.
    fn put_aside(&self, key: &str, value: Option<String>) {
        if let Some(value) = value
            && !key.starts_with(ASIDE)
        {
            let aside = Key::aside(key, fingerprint(&value)).to_string();
            if self.inner.state.borrow().outbox.is_deleted(&aside) {
                return;
            }
            self.is_ours(&aside);
            // Past the check of `set`: a tab that may write no longer must still put away what it wrote too late.
            let _ = self.put_local(&aside, &value);
            self.to_journal(&aside, Entry::of(&value));
        }
    }

    /// Writes to local storage. A value that it refuses is held, so that it is read all the same.
    fn put_local(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let result = self.inner.local.set(key, value);
        let mut state = self.inner.state.borrow_mut();
        if result.is_ok() {
            state.let_go.remove(key);
            state.held.remove(key);
        } else {
            state.held.insert(key.to_owned(), value.to_owned());
        }
        result
    }

    fn remove_local(&self, key: &str) -> Result<(), StoreError> {
        self.inner.local.remove(key)?;
        let mut state = self.inner.state.borrow_mut();
        state.held.remove(key);
        state.let_go.remove(key);
        Ok(())
    }

    fn check(&self) -> Result<(), StoreError> {
        let state = self.inner.state.borrow();
        match &state.newer {
            Some(newer) => Err(newer.clone()),
            None if state.is_read_only || self.has_other_lock() => Err(StoreError::OtherTab),
            None => Ok(()),
        }
    }

    /// Whether another tab has put the lock on, changed it or taken it off since the start: what this one would write is in a
    /// form that no later start reads.
    fn has_other_lock(&self) -> bool {
        let before = self.inner.lock.as_ref();
        before.is_some_and(|before| self.inner.local.get(LOCK).is_ok_and(|now| now != *before))
    }

    fn tell_mended(&self, key: &str, how: MendedHow) {
        if let Some(id) = observation_id(key) {
            (self.inner.listener.borrow())(News::Mended(Mended { id, how }));
        } else if how == MendedHow::Deleted && (plan_id(key).is_some() || draft_id(key).is_some()) {
            // It is not put back, as all that follows is.
            (self.inner.listener.borrow())(News::PutAside);
        } else if person_id(key).is_some() {
            (self.inner.listener.borrow())(News::PersonMended);
        } else if plan_id(key).is_some() {
            (self.inner.listener.borrow())(News::PlanMended);
        } else if draft_id(key).is_some() || rubric_ref(key).is_some() {
            (self.inner.listener.borrow())(News::RubricMended);
        }
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
        match self.inner.local.get(key)? {
            None if self.inner.state.borrow().let_go.contains(key) => Err(StoreError::OtherTab),
            found => Ok(found),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.make_way(key)?;
        let value = self.marked(key, value);
        self.inner.local.set(key, &value)?;
        self.inner.state.borrow_mut().outbox.insist(key);
        self.is_ours(key);
        self.to_journal(key, Entry::of(&value));
        Ok(())
    }

    fn set_or_hold(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.make_way(key)?;
        self.inner.state.borrow_mut().outbox.insist(key);
        let value = self.marked(key, value);
        self.is_ours(key);
        let result = self.put_local(key, &value);
        self.to_journal(key, Entry::of(&value));
        result
    }

    fn last_revision(&self, key: &str) -> Result<Option<u64>, StoreError> {
        let here = self.get(key)?.and_then(|value| revision_of(&value));
        // The revision of the deletion of what cannot be read says nothing.
        let there = self.inner.state.borrow().outbox.last_revision(key).filter(|revision| *revision < LAST);
        Ok(here.max(there))
    }

    fn size(&self) -> Result<usize, StoreError> {
        self.inner.local.size()
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.make_way(key)?;
        let Some(value) = self.get(key)? else { return Ok(()) };
        self.note_whether_blind(key);
        self.remove_local(key)?;
        self.is_ours(key);
        self.inner.state.borrow_mut().outbox.remove(key, value);
        self.start_writing();
        Ok(())
    }
}
