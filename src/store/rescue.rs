//! The file that the crash notice saves: both copies of every record, as they are (`shell/boot.js` writes it). With a lock on
//! they are sealed, and the mark of the lock is among them.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::RecordStore;
use super::journal::Entry;
use super::keys::PREFIX;
use super::lock::{LOCK, LockMark, Marks, Sealer, TRIES, aside_of, is_sealed_key, newest_mark, unsealed};
use super::memory::MemoryStore;
use super::mend::{Mend, mend};
use super::pack::CODEC;
use super::shelf::{Aside, Shelf};
use crate::domain::{Observation, Person, Plan, Rubric, RubricDraft};

/// What `format` says in such a file.
const FORMAT: &str = "lesbezoek-rescue";

/// The file as it is written: beside records it may hold the words of what went wrong.
#[derive(Deserialize)]
struct File {
    format: String,
    #[serde(default)]
    records: BTreeMap<String, Value>,
    #[serde(default)]
    journal: BTreeMap<String, Value>,
}

/// An entry of the journal in it.
#[derive(Deserialize)]
struct Written {
    revision: u64,
    value: Option<String>,
}

/// What a rescue file gives back.
#[derive(Clone, Debug, Default)]
pub struct Rescued {
    /// The visits, of each the copy that counts.
    pub observations: Vec<Observation>,
    /// The people of the school.
    pub people: Vec<Person>,
    /// The plans of the school.
    pub plans: Vec<Plan>,
    /// The rubrics other than the built-in one.
    pub rubrics: Vec<Rubric>,
    /// The rubrics in the making.
    pub drafts: Vec<RubricDraft>,
    /// What was put aside on that device.
    pub aside: Vec<Aside>,
    /// So many visits, people, plans and rubrics in the making cannot be read.
    pub unreadable: usize,
    /// So many records are still sealed: nobody can tell what they are.
    pub sealed: usize,
}

impl Rescued {
    /// Whether nothing came of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { observations, people, plans, rubrics, drafts, aside, .. } = self;
        let lengths =
            [observations.len(), people.len(), plans.len(), rubrics.len(), drafts.len(), aside.len()];
        lengths.iter().sum::<usize>() == 0
    }
}

/// Why records of a rescue file stay sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Closed {
    /// What it takes to try a passphrase is not there.
    #[error("the mark of the lock is missing or damaged")]
    NoMark,
    /// The mark is not of this app, or the tablet would be busy for too long.
    #[error("the mark asks for what no lock of this app asks for")]
    OtherCost,
    /// The key of the mark is not theirs.
    #[error("they were sealed under another key")]
    OtherKey,
    /// The person went on without.
    #[error("no passphrase was given")]
    PassedOver,
}

/// What is to be done about the records of a rescue file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RescueLock {
    /// They are in the open.
    Open,
    /// A passphrase or a recovery code opens them.
    Asks(LockMark),
    /// Nothing does.
    Closed(Closed),
}

/// A rescue file, as far as it can be read.
#[derive(Clone, Debug)]
pub struct RescueFile {
    records: BTreeMap<String, String>,
    journal: BTreeMap<String, Entry>,
}

impl RescueFile {
    /// Reads a file. `None`: it is no such file.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let file: File = serde_json::from_str(text).ok().filter(|file: &File| file.format == FORMAT)?;
        let is_ours = |key: &String| key.starts_with(PREFIX);
        let records =
            file.records.into_iter().filter(|(key, _)| is_ours(key)).filter_map(|(key, value)| match value {
                Value::String(value) => Some((key, value)),
                _ => None,
            });
        let journal = file.journal.into_iter().filter(|(key, _)| is_ours(key)).filter_map(|(key, entry)| {
            let Written { revision, value } = Written::deserialize(entry).ok()?;
            Some((key, Entry { revision, value }))
        });
        let mut read = Self { records: records.collect(), journal: journal.collect() };
        if matches!(read.marks(), Marks { mark: None, revision: 1.. }) {
            // The lock was taken off, and the journal had all in the open before. What local storage brought back is older.
            read.records.retain(|key, _| !is_sealed_key(key));
        }
        Some(read)
    }

    fn marks(&self) -> Marks {
        newest_mark(self.records.get(LOCK).map(String::as_str), self.journal.get(LOCK))
    }

    /// What is to be done about the records in it.
    #[must_use]
    pub fn lock(&self) -> RescueLock {
        let is_sealed = |key: &String| is_sealed_key(key) && ![LOCK, TRIES].contains(&key.as_str());
        if !self.records.keys().chain(self.journal.keys()).any(is_sealed) {
            return RescueLock::Open;
        }
        match self.marks() {
            Marks { mark: Some(mark), .. } if mark.is_bearable() => RescueLock::Asks(mark),
            Marks { mark: Some(_), .. } => RescueLock::Closed(Closed::OtherCost),
            Marks { mark: None, revision: 1.. } => RescueLock::Closed(Closed::OtherKey),
            Marks { .. } => RescueLock::Closed(Closed::NoMark),
        }
    }

    /// What comes of it with the key of the mark in it.
    #[must_use]
    pub fn opened(&self, mark: &LockMark, key: Sealer) -> Rescued {
        self.rescued(&mark.all(Rc::new(key)))
    }

    /// What comes of it without opening anything.
    #[must_use]
    pub fn as_it_is(&self) -> Rescued {
        self.rescued(&[])
    }

    /// The two copies in it mend each other as at any start; what differs is put aside as there.
    fn rescued(&self, keys: &[Rc<Sealer>]) -> Rescued {
        let mut closed = BTreeSet::new();
        let records = self.records.iter().map(|(key, value)| (key, Entry::of(value)));
        let records = unsealed(records, keys, &mut closed);
        let journal =
            unsealed(self.journal.iter().map(|(key, entry)| (key, entry.clone())), keys, &mut closed);
        let store = Rc::new(MemoryStore::default());
        for name in records.keys().chain(journal.keys()) {
            let local = records.get(name).and_then(|entry| entry.value.as_deref());
            let (now, aside) = match mend(local, journal.get(name)) {
                Mend::Restore { value, aside, .. } => (Some(value), aside),
                Mend::Take { value } => (Some(value), None),
                Mend::Delete { aside } => (None, aside),
                Mend::Copy { aside, .. } => (local.map(str::to_owned), aside),
                Mend::Nothing => (local.map(str::to_owned), None),
            };
            let aside = aside.and_then(|raw| aside_of(name, Entry::of(&raw)));
            let aside = aside.and_then(|(key, entry)| Some((key, entry.value?)));
            for (key, value) in now.map(|value| (name.clone(), value)).into_iter().chain(aside) {
                // In memory there is room.
                let _ = store.set(&key, &value);
            }
        }
        Rescued { sealed: closed.len(), ..all_of(store) }
    }
}

/// Everything that is in records in the open.
fn all_of(store: Rc<MemoryStore>) -> Rescued {
    let shelf = Shelf::new(store);
    shelf.use_codec(CODEC);
    let mut rescued = Rescued::default();
    for id in shelf.visit_ids().unwrap_or_default() {
        match shelf.load(id) {
            Ok(visit) => rescued.observations.extend(visit),
            Err(_) => rescued.unreadable += 1,
        }
    }
    let (people, lost_people) = shelf.people().unwrap_or_default();
    let (plans, lost_plans) = shelf.plans().unwrap_or_default();
    let (drafts, lost_drafts) = shelf.drafts().unwrap_or_default();
    let refs = shelf.rubric_refs().unwrap_or_default();
    Rescued {
        people,
        plans,
        drafts,
        rubrics: refs.iter().filter_map(|wanted| shelf.rubric(wanted).ok().flatten()).collect(),
        aside: shelf.aside().unwrap_or_default(),
        unreadable: rescued.unreadable + lost_people + lost_plans + lost_drafts,
        ..rescued
    }
}

/// A rescue file of one record.
#[must_use]
pub fn write_rescue(key: &str, raw: &str) -> String {
    // By hand: it weighs on the first load.
    let [key, raw] = [key, raw].map(|text| serde_json::to_string(text).unwrap_or_default());
    format!(r#"{{"format":"{FORMAT}","version":2,"records":{{{key}:{raw}}}}}"#)
}
