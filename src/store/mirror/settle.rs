//! How the two copies are made the same: at the start, and before a visit is opened.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::super::journal::{Entry, JournalError};
use super::super::keys::{ASIDE, Key, PREFIX, is_aside_of};
use super::super::mend::{Mend, mend};
use super::super::news::MendedHow;
use super::Mirror;

/// The keys of all that was put aside, once they were asked for: to list them for each record anew would take as many
/// looks as there are pairs of records.
type Asides = RefCell<Option<Vec<String>>>;

impl Mirror {
    /// Makes the two copies of one record the same. Call it before the record is opened: what is read then is the newest.
    ///
    /// # Errors
    /// If the journal cannot be read; then local storage alone counts.
    pub async fn settle(&self, key: &Key) -> Result<(), JournalError> {
        let key = key.to_string();
        if self.is_settled(&key) {
            return Ok(());
        }
        let mut answer = self.inner.journal.read(&key).await;
        if answer.is_err() {
            answer = self.inner.journal.read(&key).await;
        }
        self.was_read(answer.as_ref().err());
        self.settle_with(&key, answer?.as_ref(), &Asides::default());
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
        let all = self.settle_each().await;
        if all.is_ok() {
            let mut state = self.inner.state.borrow_mut();
            state.all_settled = !state.is_read_only;
        }
        self.was_read(all.as_ref().err());
        all
    }

    async fn settle_each(&self) -> Result<(), JournalError> {
        let mut in_journal = BTreeSet::new();
        let asides = Asides::default();
        let mut after: Option<String> = None;
        loop {
            let page = self.inner.journal.page(after.as_deref()).await?;
            let Some((last, _)) = page.last() else { break };
            after = Some(last.clone());
            for (key, entry) in page {
                self.settle_with(&key, Some(&entry), &asides);
                in_journal.insert(key);
            }
        }
        let mut only_local = self.inner.local.keys().unwrap_or_default();
        only_local.retain(|key| key.starts_with(PREFIX) && !in_journal.contains(key));
        for key in only_local {
            self.settle_with(&key, None, &asides);
        }
        Ok(())
    }

    /// Whether [`settle_all`](Self::settle_all) is done, or another tab does it.
    #[must_use]
    pub fn has_nothing_to_settle(&self) -> bool {
        let state = self.inner.state.borrow();
        state.all_settled || state.is_read_only
    }

    fn is_settled(&self, key: &str) -> bool {
        self.has_nothing_to_settle() || self.inner.state.borrow().settled.contains(key)
    }

    /// The journal was read, or not.
    fn was_read(&self, error: Option<&JournalError>) {
        let before = std::mem::replace(&mut self.inner.state.borrow_mut().unread, error.cloned());
        if before.is_some() || error.is_some() {
            self.tell_safety();
        }
    }

    fn settle_with(&self, key: &str, entry: Option<&Entry>, asides: &Asides) {
        {
            let mut state = self.inner.state.borrow_mut();
            // What was changed since the start is newer than what the journal had; and where another tab writes by now, that one
            // mends.
            if state.is_read_only || state.settled.contains(key) {
                return;
            }
            state.outbox.learn(key, entry);
        }
        let Ok(local) = self.inner.local.get(key) else {
            // Nobody can compare, so nothing is written; what the journal has is there to be read.
            if let Some(value) = entry.and_then(|entry| entry.value.clone()) {
                self.inner.state.borrow_mut().held.insert(key.to_owned(), value);
            }
            return;
        };
        self.is_ours(key);
        self.look_for_newer(key, local.as_deref());
        self.look_for_newer(key, entry.and_then(|entry| entry.value.as_deref()));
        match mend(local.as_deref(), entry) {
            Mend::Nothing => {}
            // Another tab moves it, or has moved it.
            _ if self.has_other_lock() => {}
            Mend::Restore { value, aside, how } => {
                self.put_aside(key, aside);
                let _ = self.put_local(key, &value);
                self.tell_mended(key, how);
            }
            Mend::Take { value } => {
                let _ = self.put_local(key, &value);
            }
            Mend::Delete { aside } => {
                self.put_aside(key, aside);
                let _ = self.remove_local(key);
                self.tell_mended(key, MendedHow::DeletedAgain);
            }
            Mend::Copy { entry, aside } => {
                if aside.is_some() {
                    asides.take();
                    self.inner.state.borrow_mut().outbox.leaves_out(key);
                }
                self.put_aside(key, aside);
                self.aside_to_journal(key, asides);
                self.to_journal(key, entry);
            }
        }
    }

    /// What was put aside of a record goes to the journal no later than the record: it may be what the journal has.
    fn aside_to_journal(&self, record: &str, asides: &Asides) {
        let mut known = asides.borrow_mut();
        let known = known.get_or_insert_with(|| {
            let mut keys = self.inner.local.keys().unwrap_or_default();
            keys.retain(|key| key.starts_with(ASIDE));
            keys
        });
        for key in known.iter().filter(|key| is_aside_of(key, record)) {
            if let Ok(Some(value)) = self.inner.local.get(key) {
                // It is on its way: to settle it by itself as well would take it out of local storage alone.
                self.is_ours(key);
                self.to_journal(key, Entry::of(&value));
            }
        }
    }
}
