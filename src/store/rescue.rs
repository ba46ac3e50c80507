//! The file that the crash notice saves: both copies of every record, as they are (`shell/boot.js` writes it).

use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Deserialize;
use serde_json::Value;

use super::RecordStore;
use super::journal::Entry;
use super::keys::PREFIX;
use super::lock::{LOCK, TRIES, is_sealed_key};
use super::memory::MemoryStore;
use super::mend::{Mend, mend};
use super::pack::CODEC;
use super::shelf::{Aside, Shelf};
use crate::domain::{Observation, Person, Plan, Rubric, RubricDraft};

/// What `format` says in such a file.
const FORMAT: &str = "lesbezoek-rescue";

/// The file, as far as it can be read: beside records it may hold the words of what went wrong.
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
    /// A lock was on: records are sealed, and only the browser that they come from could open them.
    pub is_sealed: bool,
}

/// A rescue file of one record.
#[must_use]
pub fn write_rescue(key: &str, raw: &str) -> String {
    // By hand: it weighs on the first load.
    let [key, raw] = [key, raw].map(|text| serde_json::to_string(text).unwrap_or_default());
    format!(r#"{{"format":"{FORMAT}","version":2,"records":{{{key}:{raw}}}}}"#)
}

/// Reads a rescue file: the two copies in it mend each other as at any start. `None`: it is no such file.
#[must_use]
pub fn read_rescue(text: &str) -> Option<Rescued> {
    let file: File = serde_json::from_str(text).ok().filter(|file: &File| file.format == FORMAT)?;
    let store = Rc::new(MemoryStore::default());
    for key in file.records.keys().chain(file.journal.keys()).filter(|key| key.starts_with(PREFIX)) {
        let local = file.records.get(key).and_then(Value::as_str);
        let entry = file.journal.get(key).and_then(|entry| Written::deserialize(entry).ok());
        let entry = entry.map(|Written { revision, value }| Entry { revision, value });
        let now = match mend(local, entry.as_ref()) {
            Mend::Restore { value, .. } | Mend::Take { value } => Some(value),
            Mend::Delete { .. } => None,
            Mend::Nothing | Mend::Copy { .. } => local.map(str::to_owned),
        };
        if let Some(value) = now {
            store.set(key, &value).ok()?;
        }
    }
    let shelf = Shelf::new(store);
    shelf.use_codec(CODEC);
    let mut rescued = Rescued { is_sealed: is_sealed(&file), ..Rescued::default() };
    for id in shelf.visit_ids().ok()? {
        match shelf.load(id) {
            Ok(visit) => rescued.observations.extend(visit),
            Err(_) => rescued.unreadable += 1,
        }
    }
    let (people, unreadable) = shelf.people().ok()?;
    let (plans, lost_plans) = shelf.plans().ok()?;
    rescued.people = people;
    rescued.plans = plans;
    rescued.unreadable += unreadable + lost_plans;
    let (drafts, lost_drafts) = shelf.drafts().ok()?;
    rescued.drafts = drafts;
    rescued.unreadable += lost_drafts;
    let refs = shelf.rubric_refs().ok()?;
    rescued.rubrics = refs.iter().filter_map(|wanted| shelf.rubric(wanted).ok().flatten()).collect();
    rescued.aside = shelf.aside().ok()?;
    Some(rescued)
}

/// Whether what counts in the file is sealed. Saved while the lock was open it has the records in the open, beside a journal as it is on the disk.
fn is_sealed(file: &File) -> bool {
    let has_sealed = |records: &BTreeMap<String, Value>| {
        records.keys().any(|key| is_sealed_key(key) && ![LOCK, TRIES].contains(&key.as_str()))
    };
    let is_open = file.records.keys().any(|key| key.starts_with(PREFIX));
    has_sealed(&file.records) || (!is_open && has_sealed(&file.journal))
}
