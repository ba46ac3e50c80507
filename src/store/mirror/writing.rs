//! What waits goes to the journal, and meets there what another tab wrote.

use super::super::RecordStore;
use super::super::envelope::{is_unsettled, newer_schema, revision_of};
use super::super::error::StoreError;
use super::super::journal::{Entry, JournalError};
use super::super::mend::{is_deleted_by, is_gone_with, is_same};
use super::super::news::{MendedHow, News, Safety};
use super::Mirror;

/// So often a write to the journal is tried before the screen says that a change is not safe.
const ATTEMPTS: usize = 3;

impl Mirror {
    pub(super) fn to_journal(&self, key: &str, entry: Entry) {
        self.inner.state.borrow_mut().outbox.put(key, entry);
        self.start_writing();
    }

    pub(super) fn start_writing(&self) {
        let mut state = self.inner.state.borrow_mut();
        if state.outbox.is_empty() || std::mem::replace(&mut state.outbox.is_writing, true) {
            return;
        }
        drop(state);
        self.tell_safety();
        let mirror = self.clone();
        (self.inner.spawn)(Box::pin(async move { mirror.drain().await }));
    }

    /// Writes what waits, until nothing does. What comes while a write runs goes together in the next one.
    async fn drain(self) {
        let mut failures = 0;
        let failure = loop {
            let batch = self.inner.state.borrow_mut().outbox.take();
            if batch.is_empty() {
                break None;
            }
            if self.has_other_lock() {
                let outbox = &mut self.inner.state.borrow_mut().outbox;
                batch.into_iter().for_each(|change| outbox.wait_again(change));
                break Some(JournalError::Failed(StoreError::OtherTab.to_string()));
            }
            match self.inner.journal.write(&batch).await {
                Ok(others) => {
                    failures = 0;
                    self.inner.state.borrow_mut().outbox.arrived(batch, &others);
                    others.iter().for_each(|(key, there)| self.meet(key, there));
                }
                Err(error) => {
                    failures += 1;
                    let outbox = &mut self.inner.state.borrow_mut().outbox;
                    batch.into_iter().for_each(|change| outbox.wait_again(change));
                    if failures == ATTEMPTS {
                        break Some(error);
                    }
                }
            }
        };
        let mut state = self.inner.state.borrow_mut();
        state.outbox.is_writing = false;
        state.outbox.failure = failure;
        drop(state);
        self.tell_safety();
    }

    /// A change was not written: `there` is what another tab wrote. Both are kept. The one of the higher revision counts;
    /// the other one is put aside, in one step with it.
    fn meet(&self, key: &str, there: &Entry) {
        let mut state = self.inner.state.borrow_mut();
        let had_looked = state.outbox.learn(key, Some(there));
        let removed = state.outbox.removed(key);
        let is_blind = state.outbox.may_leave_out(key);
        let was_here = state.outbox.has_sent(key, there);
        let insists = state.outbox.insists(key);
        let Some(ours) = state.outbox.take_one(key) else { return };
        drop(state);
        self.look_for_newer(key, there.value.as_deref());
        let is_newer = there.value.as_deref().and_then(newer_schema).is_some();
        // If local storage has something else by now, the other tab is further still.
        let now = self.get(key);
        let is_further = now.as_ref().is_ok_and(|now| *now != ours.value);
        let is_back = there.value.is_none() && insists && !is_further;
        if (ours.revision > there.revision || is_back) && !is_newer {
            // If nobody had looked, it may just be what ours was made from. What was deleted stays nowhere; if somebody could look,
            // an earlier state of it is one that was here.
            let is_gone = |there: &String| match &removed {
                Some(removed) if !is_blind && !was_here => is_same(there, removed),
                Some(removed) => is_gone_with(there, removed),
                None => false,
            };
            let theirs = there.value.clone().filter(|there| !is_gone(there));
            let is_told = had_looked && theirs.is_some();
            self.put_aside(key, theirs);
            self.to_journal(key, ours);
            if is_told {
                self.tell_mended(key, MendedHow::Overtook);
            }
            return;
        }
        self.inner.state.borrow_mut().outbox.forget_removed(key);
        let is_deleted = there.value.is_none();
        if is_deleted && ours.value.is_none() {
            return;
        }
        if !is_further {
            let _ = match &there.value {
                Some(value) => self.put_local(key, value),
                None => self.remove_local(key),
            };
        }
        // If it has nothing, ours was there, and went with what was deleted; unless nobody had looked whether it was deleted before.
        let is_gone = |ours: &str| match &there.value {
            _ if now != Ok(None) || is_unsettled(ours) => false,
            Some(_) if revision_of(ours).is_some_and(|ours| ours < there.revision) => true,
            Some(there) => is_gone_with(ours, there),
            None => is_deleted_by(ours, there),
        };
        self.put_aside(key, ours.value.filter(|ours| !is_gone(ours)));
        // What nobody had looked at may be our own, of before.
        self.tell_mended(
            key,
            match (is_deleted, had_looked) {
                (true, _) => MendedHow::Deleted,
                (false, true) => MendedHow::GaveWay,
                (false, false) => MendedHow::FoundNewer,
            },
        );
    }

    fn safety(&self) -> Safety {
        let state = self.inner.state.borrow();
        match (&state.outbox.failure, &state.unread) {
            _ if state.outbox.is_writing => Safety::Writing,
            (Some(error), _) | (None, Some(error)) => Safety::Unsafe(error.clone()),
            (None, None) => Safety::Safe,
        }
    }

    pub(super) fn tell_safety(&self) {
        (self.inner.listener.borrow())(News::Safety(self.safety()));
    }
}
