//! Moving all records from one form to another: sealed, sealed under another data key, or opened. One record at a time, and
//! each is readable in the one form or the other at every moment; what was begun is gone on with after a kill.
//!
//! Nothing else may write meanwhile. The journal goes first: what it has is on the disk. Local storage follows, and may come back as it was before, or in part: then it is moved again, or the journal has it.

use std::collections::BTreeMap;
use std::rc::Rc;

use thiserror::Error;

use super::super::RecordStore;
use super::super::envelope::{fingerprint, is_unsettled, open};
use super::super::error::StoreError;
use super::super::journal::{Entry, Journal, JournalError};
use super::super::keys::{ASIDE, Key};
use super::mark::{LOCK, SEALED, is_plain_key, is_sealed_key};
use super::records::{opened_entry, sealed_entry};
use super::seal::{Sealer, entry_of_value};

/// Why it is not done. What was done by then stays; another try goes on.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MoveError {
    /// Local storage refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The journal refused.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// There is a lock, but what it says of itself cannot be read.
    #[error("the mark of the lock is damaged")]
    NoMark,
    /// It is another lock than the one that was opened.
    #[error("the lock was changed meanwhile")]
    OtherLock,
    /// What was written is not what is there.
    #[error("{0} was not kept as it was written")]
    NotTheSame(String),
}

/// Between these forms.
pub(super) struct Moving {
    /// Where to; `None`: in the open.
    pub(super) to: Option<Rc<Sealer>>,
    /// Where from, beside what is in the open: any of these.
    pub(super) from: Vec<Rc<Sealer>>,
}

/// A record in a form that it is to leave.
struct Found {
    name: String,
    /// `None`: in the open.
    sealer: Option<Rc<Sealer>>,
}

impl Moving {
    /// Moves all. `tell` hears how many are done, and lets the page breathe.
    ///
    /// # Errors
    /// See [`MoveError`].
    pub(super) async fn all(
        &self,
        local: &dyn RecordStore,
        journal: &dyn Journal,
        tell: &dyn Fn(usize) -> super::super::Task,
    ) -> Result<(), MoveError> {
        let mut done = 0;
        let mut after: Option<String> = None;
        loop {
            let rows = journal.page(after.as_deref()).await?;
            let Some((last, _)) = rows.last() else { break };
            after = Some(last.clone());
            done += rows.len();
            self.page(journal, rows).await?;
            tell(done).await;
        }
        for key in local.keys()? {
            if let Some(found) = self.found(&key) {
                self.in_local((local, journal), &key, &found).await?;
                done += 1;
                if done.is_multiple_of(50) {
                    tell(done).await;
                }
            }
        }
        self.check(local, journal).await
    }

    /// What is kept under this key, if it is to leave its form.
    fn found(&self, key: &str) -> Option<Found> {
        if key == LOCK || self.to.as_ref().is_some_and(|to| to.name_of(key).is_some()) {
            return None;
        }
        if is_plain_key(key) {
            return self.to.as_ref().map(|_| Found { name: key.to_owned(), sealer: None });
        }
        let opened = |sealer: &Rc<Sealer>| Some((sealer.name_of(key)?, Some(Rc::clone(sealer))));
        self.from.iter().find_map(opened).map(|(name, sealer)| Found { name, sealer })
    }

    fn key(&self, name: &str) -> Result<String, MoveError> {
        let key = match &self.to {
            Some(to) => to.key_of(name),
            None => Some(name.to_owned()),
        };
        key.ok_or_else(|| MoveError::NotTheSame(SEALED.to_owned()))
    }

    /// The row of an entry in the new form, which was looked at.
    fn row(&self, name: &str, entry: &Entry) -> Result<Entry, MoveError> {
        let Some(to) = &self.to else { return Ok(entry.clone()) };
        let row = sealed_entry(to, name, entry);
        row.filter(|row| {
            row.value.as_deref().and_then(|sealed| to.open(name, sealed)).as_ref() == Some(entry)
        })
        .ok_or_else(|| MoveError::NotTheSame(SEALED.to_owned()))
    }

    /// What a row in the new form says.
    fn opened(&self, name: &str, row: Entry) -> Entry {
        match &self.to {
            Some(to) => opened_entry(to, name, row),
            None => row,
        }
    }

    /// Some rows of the journal: written in the new form in one step, read back, and only then gone in the old one.
    async fn page(&self, journal: &dyn Journal, rows: Vec<(String, Entry)>) -> Result<(), MoveError> {
        let mut remove = Vec::new();
        // A page may have the same record in two forms.
        let mut put: BTreeMap<String, (String, Entry)> = BTreeMap::new();
        for (key, row) in rows {
            let Some(Found { name, sealer }) = self.found(&key) else { continue };
            let old = match sealer {
                Some(sealer) => opened_entry(&sealer, &name, row),
                None => row,
            };
            let new_key = self.key(&name)?;
            let new = match put.remove(&new_key) {
                Some((_, entry)) => Some(entry),
                None => journal.read(&new_key).await?.map(|row| self.opened(&name, row)),
            };
            remove.push(key);
            let (counts, aside) = choose(old, new);
            if let Some((aside, entry)) = aside.and_then(|entry| aside_of(&name, entry)) {
                put.insert(self.key(&aside)?, (aside, entry));
            }
            put.insert(new_key, (name, counts));
        }
        if remove.is_empty() {
            return Ok(());
        }
        let rows = put.into_iter().map(|(key, (name, entry))| Ok((key, self.row(&name, &entry)?)));
        written(journal, &rows.collect::<Result<Vec<_>, MoveError>>()?).await?;
        // Only now.
        Ok(journal.replace(&remove, &[]).await?)
    }

    /// This goes to the journal too, unless it has something newer. Whichever does not count is put aside there.
    async fn to_journal(&self, journal: &dyn Journal, name: &str, entry: Entry) -> Result<(), MoveError> {
        let key = self.key(name)?;
        let there = journal.read(&key).await?.map(|row| self.opened(name, row));
        if there.as_ref() == Some(&entry) {
            return Ok(());
        }
        let (counts, aside) = choose(entry, there);
        let mut rows = vec![(key, self.row(name, &counts)?)];
        if let Some((aside, entry)) = aside.and_then(|entry| aside_of(name, entry)) {
            rows.push((self.key(&aside)?, self.row(&aside, &entry)?));
        }
        written(journal, &rows).await
    }

    async fn in_local(
        &self,
        (local, journal): (&dyn RecordStore, &dyn Journal),
        key: &str,
        found: &Found,
    ) -> Result<(), MoveError> {
        let Found { name, sealer } = found;
        let Some(raw) = local.get(key)? else { return Ok(()) };
        let old = match sealer {
            Some(sealer) => sealer.open_or_raw(name, &raw),
            None => entry_of_value(&raw),
        };
        let new_key = self.key(name)?;
        let new = local.get(&new_key)?.map(|raw| match &self.to {
            Some(to) => to.open_or_raw(name, &raw),
            None => entry_of_value(&raw),
        });
        let (counts, aside) = choose(old, new.clone());
        if let Some((aside, Entry { value: Some(value), .. })) = aside.and_then(|entry| aside_of(name, entry))
        {
            match self.put_local(local, &aside, &value) {
                Err(MoveError::Store(StoreError::Full)) => {
                    self.to_journal(journal, &aside, entry_of_value(&value)).await?;
                }
                other => other?,
            }
        }
        if new.as_ref() != Some(&counts)
            && let Some(value) = &counts.value
        {
            match self.put_local(local, name, value) {
                // There is no room for both: the journal has it on the disk before the old form goes.
                Err(MoveError::Store(StoreError::Full)) => {
                    self.to_journal(journal, name, counts.clone()).await?;
                    local.remove(key)?;
                    return match self.put_local(local, name, value) {
                        Err(MoveError::Store(StoreError::Full)) => Ok(()),
                        other => other,
                    };
                }
                other => other?,
            }
        }
        Ok(local.remove(key)?)
    }

    fn put_local(&self, local: &dyn RecordStore, name: &str, value: &str) -> Result<(), MoveError> {
        let (key, row) = (self.key(name)?, self.row(name, &entry_of_value(value))?);
        let text = row.value.unwrap_or_default();
        local.set(&key, &text)?;
        if local.get(&key)?.as_ref() == Some(&text) { Ok(()) } else { Err(MoveError::NotTheSame(key)) }
    }

    /// Goes by both copies once more: nothing is left in another form. When the lock goes off, what no key opens is put aside
    /// byte for byte, as far as it is in the journal; what stands in local storage alone was never called kept.
    async fn check(&self, local: &dyn RecordStore, journal: &dyn Journal) -> Result<(), MoveError> {
        let is_lost = |key: &str| self.to.is_none() && is_sealed_key(key) && key != LOCK;
        let (mut after, mut lost, mut aside): (Option<String>, Vec<_>, Vec<_>) =
            (None, Vec::new(), Vec::new());
        loop {
            let rows = journal.page(after.as_deref()).await?;
            let Some((last, _)) = rows.last() else { break };
            after = Some(last.clone());
            for (key, row) in rows {
                if self.found(&key).is_some() {
                    return Err(MoveError::NotTheSame(key));
                }
                if is_lost(&key) {
                    aside.extend(aside_of("lock", row));
                    lost.push(key);
                }
            }
        }
        if !lost.is_empty() {
            written(journal, &aside).await?;
            journal.replace(&lost, &[]).await?;
        }
        for key in local.keys()? {
            if self.found(&key).is_some() {
                return Err(MoveError::NotTheSame(key));
            }
            if is_lost(&key) {
                local.remove(&key)?;
            }
        }
        Ok(())
    }
}

/// Writes these, and reads them back.
async fn written(journal: &dyn Journal, rows: &[(String, Entry)]) -> Result<(), MoveError> {
    if !rows.is_empty() {
        journal.replace(&[], rows).await?;
    }
    for (key, row) in rows {
        if journal.read(key).await?.as_ref() != Some(row) {
            return Err(MoveError::NotTheSame(key.clone()));
        }
    }
    Ok(())
}

/// Of an entry in the old form and one in the new form of the same record the one that counts, and the other one if it has
/// something that is not in the one that counts.
pub(super) fn choose(old: Entry, new: Option<Entry>) -> (Entry, Option<Entry>) {
    let Some(new) = new else { return (old, None) };
    if old == new {
        return (new, None);
    }
    let is_sound = |entry: &Entry| entry.value.as_deref().is_none_or(|value| open(value).is_ok());
    let weight = |entry: &Entry| (is_sound(entry), entry.revision);
    let (counts, other) = if weight(&old) > weight(&new) { (old, new) } else { (new, old) };
    // What was written before anybody could look at the other copy is a part of nothing, and has no part, whatever its revision.
    let is_settled = |entry: &Entry| !entry.value.as_deref().is_some_and(is_unsettled);
    let is_part = is_sound(&other)
        && other.revision < counts.revision
        && counts.value.is_some()
        && [&counts, &other].into_iter().all(is_settled);
    (counts, (!is_part).then_some(other))
}

/// Where a value of this record is put aside. A deletion has nothing to keep, and what was put aside is not kept twice.
pub(in super::super) fn aside_of(name: &str, entry: Entry) -> Option<(String, Entry)> {
    let value = entry.value.as_deref().filter(|_| !name.starts_with(ASIDE))?;
    let aside = Key::aside(name, fingerprint(value)).to_string();
    Some((aside, Entry::of(value)))
}

/// Whether one of the copies has something in the open, or under the data key of before: a killed browser may bring it back.
///
/// # Errors
/// If one of the copies cannot be read.
pub(super) async fn needs_moving(
    local: &dyn RecordStore,
    journal: &dyn Journal,
    before: Option<&Sealer>,
) -> Result<bool, MoveError> {
    let is_old = |key: &str| {
        is_plain_key(key) || before.is_some_and(|before| key != LOCK && before.name_of(key).is_some())
    };
    if local.keys()?.iter().any(|key| is_old(key)) {
        return Ok(true);
    }
    let mut after: Option<String> = None;
    loop {
        let rows = journal.page(after.as_deref()).await?;
        let Some((last, _)) = rows.last() else { return Ok(false) };
        after = Some(last.clone());
        if rows.iter().any(|(key, _)| is_old(key)) {
            return Ok(true);
        }
        // Keys in the open come first; those of before stand anywhere.
        if before.is_none() {
            return Ok(false);
        }
    }
}
