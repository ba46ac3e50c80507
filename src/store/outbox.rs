//! What is on its way to the journal. Plain data; [`Mirror`](super::Mirror) does the work.

use std::collections::{BTreeMap, BTreeSet};

use super::journal::{Change, Entry, JournalError, is_of_deletion};
use super::keys::ASIDE;

#[derive(Default)]
pub(super) struct Outbox {
    /// Changes that are not in the journal yet, the newest of each record.
    waiting: BTreeMap<String, Entry>,
    /// The stamp of what the journal has of each record that somebody looked at; `None`: nothing.
    known: BTreeMap<String, Option<String>>,
    /// The values that were deleted and whose deletion is not in the journal yet.
    removed: BTreeMap<String, String>,
    /// The stamps of all values of each record that waited since the last one that arrived.
    sent: BTreeMap<String, BTreeSet<String>>,
    /// What the app itself put aside, until it is in the journal: it does not lose from an earlier deletion of the same, of which it
    /// has the revision.
    insisted: BTreeSet<String>,
    /// The highest revision of each record that was seen or sent.
    last: BTreeMap<String, u64>,
    /// Records whose values may leave out what only the journal has, until one of them is there, and what it had beside it.
    leaving_out: BTreeSet<String>,
    /// Why the last write failed for good, if it did.
    pub(super) failure: Option<JournalError>,
    pub(super) is_writing: bool,
}

impl Outbox {
    /// Whether it is known what the journal has of a record.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.known.contains_key(key)
    }

    /// A record is written that may leave out what only the journal has.
    pub(super) fn leaves_out(&mut self, key: &str) {
        self.leaving_out.insert(key.to_owned());
    }

    /// Whether a value of a record may leave out what only the journal has.
    pub(super) fn may_leave_out(&self, key: &str) -> bool {
        self.leaving_out.contains(key)
    }

    /// The journal has this of a record. Answers whether it was known what it has.
    pub(super) fn learn(&mut self, key: &str, entry: Option<&Entry>) -> bool {
        if let Some(entry) = entry {
            self.count(key, entry);
        }
        self.known.insert(key.to_owned(), entry.map(Entry::stamp)).is_some()
    }

    /// The highest revision of a record that is in the journal, or on its way there.
    pub(super) fn last_revision(&self, key: &str) -> Option<u64> {
        self.last.get(key).copied()
    }

    fn count(&mut self, key: &str, entry: &Entry) {
        let last = self.last.entry(key.to_owned()).or_default();
        *last = entry.revision.max(*last);
    }

    pub(super) fn put(&mut self, key: &str, entry: Entry) {
        self.count(key, &entry);
        if entry.value.is_some() {
            self.sent.entry(key.to_owned()).or_default().insert(entry.stamp());
        }
        self.waiting.insert(key.to_owned(), entry);
    }

    /// The app itself puts this aside, and does not find it among what lost.
    pub(super) fn insist(&mut self, key: &str) {
        if key.starts_with(ASIDE) {
            self.insisted.insert(key.to_owned());
        }
    }

    /// Whether it did so.
    pub(super) fn insists(&self, key: &str) -> bool {
        self.insisted.contains(key)
    }

    /// Whether a record is deleted in the journal, or its deletion is on the way there.
    pub(super) fn is_deleted(&self, key: &str) -> bool {
        match self.waiting.get(key) {
            Some(entry) => entry.value.is_none(),
            None => self.known.get(key).is_some_and(|stamp| stamp.as_deref().is_some_and(is_of_deletion)),
        }
    }

    /// This value was removed, and its deletion is to go to the journal.
    pub(super) fn remove(&mut self, key: &str, value: String) {
        self.put(key, Entry::deletion_of(&value));
        self.removed.insert(key.to_owned(), value);
        self.insisted.remove(key);
    }

    /// Whether this was on its way to the journal from here: what came after it here is made from it.
    pub(super) fn has_sent(&self, key: &str, entry: &Entry) -> bool {
        self.sent.get(key).is_some_and(|sent| sent.contains(&entry.stamp()))
    }

    /// The value whose deletion did not arrive yet.
    pub(super) fn removed(&self, key: &str) -> Option<String> {
        self.removed.get(key).cloned()
    }

    /// Its deletion does not count.
    pub(super) fn forget_removed(&mut self, key: &str) {
        self.removed.remove(key);
    }

    /// What a change of a record may be written over. Where nobody looked what the journal has that is the value that was
    /// removed: it must go there too, and not be put aside.
    fn base(&self, key: &str) -> Option<String> {
        let removed = || self.removed.get(key).map(|value| Entry::of(value).stamp());
        self.known.get(key).cloned().unwrap_or_else(removed)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The value that waits of one record; `None` inside: a deletion.
    pub(super) fn waiting(&self, key: &str) -> Option<&Option<String>> {
        self.waiting.get(key).map(|entry| &entry.value)
    }

    /// All that waits.
    pub(super) fn take(&mut self) -> Vec<Change> {
        let waiting = std::mem::take(&mut self.waiting);
        waiting.into_iter().map(|(key, entry)| Change { base: self.base(&key), key, entry }).collect()
    }

    /// What waits of one record.
    pub(super) fn take_one(&mut self, key: &str) -> Option<Entry> {
        self.waiting.remove(key)
    }

    /// These are in the journal, but for those of which it has another state. They wait again.
    pub(super) fn arrived(&mut self, batch: Vec<Change>, others: &[(String, Entry)]) {
        for change in batch {
            if others.iter().any(|(key, _)| *key == change.key) {
                self.wait_again(change);
            } else {
                self.leaving_out.remove(&change.key);
                self.insisted.remove(&change.key);
                if !self.waiting.contains_key(&change.key) {
                    self.sent.remove(&change.key);
                    self.removed.remove(&change.key);
                }
                self.learn(&change.key, Some(&change.entry));
            }
        }
    }

    /// It is not in the journal; what came meanwhile is newer.
    pub(super) fn wait_again(&mut self, Change { key, entry, .. }: Change) {
        self.waiting.entry(key).or_insert(entry);
    }
}
