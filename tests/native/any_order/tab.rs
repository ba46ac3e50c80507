//! A tab with the app in it, and what it finds of a visit.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::common::device::{Device, id, key};
use crate::common::packing::small_form;
use futures::executor::block_on;
use lesbezoek::store::{
    Deleted, Entry, Journal, Key, MendedHow, Mirror, PACKED, RecordStore, Safety, Shelf, open, seal,
};
use serde::{Deserialize, Serialize};

pub const TABS: std::ops::Range<usize> = 0..2;
pub const VISITS: std::ops::Range<u128> = 0..2;

/// What a visit holds: one token for each change that was ever made to it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Body {
    revision: u64,
    pub tokens: BTreeSet<u64>,
}

/// One value that is kept of a visit, as its record or put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    pub visit: u128,
    pub key: String,
    revision: u64,
    pub tokens: BTreeSet<u64>,
    /// Only this very value is gone with it: the other tab may still bring an earlier one, and after a reload nobody can tell that
    /// from another change.
    pub is_gone_alone: bool,
    /// Nobody had looked what the second copy has, which may be more.
    is_blind: bool,
    value: String,
}

impl State {
    fn of(visit: u128, key: &str, value: &str) -> Self {
        let Body { revision, tokens } = body(value);
        let is_blind = value.contains(r#","unsettled":true"#);
        Self {
            visit,
            key: key.to_owned(),
            is_gone_alone: false,
            revision,
            tokens,
            is_blind,
            value: value.to_owned(),
        }
    }

    /// Whether it was put aside.
    pub fn is_aside(&self) -> bool {
        self.key.contains(":aside:")
    }

    /// Whether it is a part of what was deleted with this one: the same, or an earlier state of a record that left nothing out.
    /// What was written before anybody could look whether it was deleted is put aside rather than lost: nobody can tell it from
    /// another change that was counted alike.
    pub fn is_gone_with(&self, deleted: &Self) -> bool {
        let is_earlier = !(deleted.is_aside() || deleted.is_gone_alone || deleted.is_blind)
            && self.tokens.is_subset(&deleted.tokens);
        let is_gone = self.value == deleted.value || is_earlier && self.revision <= deleted.revision;
        self.visit == deleted.visit && !self.is_blind && is_gone
    }
}

/// A deletion that can be undone, and what was deleted.
pub struct Undoable {
    pub visit: u128,
    deleted: Deleted,
    states: Vec<State>,
}

/// A tab with the app in it.
pub struct Tab {
    pub device: Device,
    pub mirror: Mirror,
    /// The visits as the screen has them.
    pub open: BTreeMap<u128, Body>,
    /// What undo brings back.
    pub undoable: Vec<Undoable>,
    /// What this tab wrote and has not called kept yet.
    pub pending: BTreeSet<u64>,
    /// What was put aside, deleted and brought back in this tab, and may not be in the journal yet.
    pub brought_back: Vec<State>,
    /// What this tab deleted and has not called deleted yet.
    pub deleting: Vec<State>,
}

/// Work that goes on by itself holds on to the tab whose work it is.
impl Drop for Tab {
    fn drop(&mut self) {
        self.device.kill();
    }
}

impl Tab {
    pub fn load(stores: &Device) -> Self {
        let device = stores.again();
        let mirror = device.opened();
        mirror.try_again();
        Self {
            device,
            mirror,
            open: BTreeMap::new(),
            undoable: Vec::new(),
            pending: BTreeSet::new(),
            brought_back: Vec::new(),
            deleting: Vec::new(),
        }
    }

    fn shelf(&self) -> Shelf {
        Shelf::new(Rc::new(self.mirror.clone()))
    }

    /// What the screen does: a visit that was mended is read anew, and left if it is gone.
    pub fn look(&mut self) {
        for mended in self.device.take_mended() {
            for visit in VISITS.filter(|visit| id(*visit) == mended.id) {
                if mended.how != MendedHow::Overtook && self.open.remove(&visit).is_some() {
                    self.read(visit);
                }
            }
        }
    }

    fn read(&mut self, visit: u128) {
        if let Ok(Some(value)) = self.mirror.get(&key(visit)) {
            self.open.insert(visit, body(&value));
        }
    }

    pub fn has(&self, visit: u128) -> bool {
        self.mirror.get(&key(visit)).is_ok_and(|value| value.is_some())
    }

    /// Opens the visit as the app does: with the newest copy, if the journal answers.
    pub fn open_visit(&mut self, visit: u128) {
        if !self.open.contains_key(&visit) {
            let _ = block_on(self.mirror.settle(&Key::Observation(id(visit))));
            self.look();
            self.read(visit);
        }
    }

    /// Changes the visit, or begins it if `may_begin`. Whether there was something to change.
    pub fn change(&mut self, visit: u128, token: u64, may_begin: bool) -> bool {
        self.open_visit(visit);
        if may_begin && !self.has(visit) {
            self.open.entry(visit).or_default();
        }
        let Some(body) = self.open.get_mut(&visit) else { return false };
        body.revision += 1;
        body.tokens.insert(token);
        let value = sealed(body);
        // Refused by local storage, it still goes to the journal.
        let _ = self.mirror.set_or_hold(&key(visit), &value);
        self.pending.insert(token);
        self.look();
        true
    }

    /// As `Shelf::replace` does it. Whether it did.
    pub fn import(&mut self, visit: u128, token: u64) -> bool {
        let _ = block_on(self.mirror.settle(&Key::Observation(id(visit))));
        self.look();
        self.open.remove(&visit);
        let Ok(before) = self.mirror.get(&key(visit)) else { return false };
        if let Some(before) = before {
            let aside = Key::Aside(id(visit).to_string(), crc32fast::hash(before.as_bytes())).to_string();
            if self.mirror.set(&aside, &before).is_err() {
                return false;
            }
        }
        let Ok(last) = self.mirror.last_revision(&key(visit)) else { return false };
        let old = Body { revision: last.unwrap_or_default() + 1, tokens: BTreeSet::from([token]) };
        let is_done = self.mirror.set(&key(visit), &sealed(&old)).is_ok();
        if is_done {
            self.pending.insert(token);
        }
        is_done
    }

    /// As `Shelf::pack` does it.
    pub fn pack(&self, visit: u128) {
        if let Ok(Some(value)) = self.mirror.get(&key(visit))
            && open(&value).expect("sound").schema != PACKED
        {
            // Refused, it stays as it was.
            let _ = self.mirror.set(&key(visit), &small_form(&value));
        }
    }

    /// Deletes what is there and what was put aside of it. Gives back the tokens of all that is meant to be gone.
    pub fn delete(&mut self, visit: u128) -> BTreeSet<u64> {
        let _ = block_on(self.mirror.settle_all());
        self.look();
        let states = states(&self.mirror, visit);
        let mut seen: BTreeSet<u64> = states.iter().flat_map(|state| state.tokens.clone()).collect();
        seen.extend(self.open.remove(&visit).unwrap_or_default().tokens);
        let Ok(deleted) = self.shelf().delete(id(visit)) else { return BTreeSet::new() };
        self.deleting.extend(states.clone());
        self.undoable.push(Undoable { visit, deleted, states });
        seen
    }

    /// Undoes all deletions that can be undone. Gives back which visits came back, or may have.
    pub fn put_back(&mut self) -> BTreeSet<u128> {
        let _ = block_on(self.mirror.settle_all());
        self.look();
        let mut back = BTreeSet::new();
        for Undoable { visit, deleted, states } in std::mem::take(&mut self.undoable).into_iter().rev() {
            if !matches!(self.shelf().put_back(&deleted), Err(error) if error.is_of_reader()) {
                self.pending.extend(states.iter().flat_map(|state| state.tokens.clone()));
                self.brought_back.extend(states.into_iter().filter(State::is_aside));
                back.insert(visit);
                // Its list reads it anew.
                self.open.remove(&visit);
            }
        }
        back
    }

    pub fn step(&mut self) {
        self.device.step();
        self.look();
    }

    pub fn is_safe(&self) -> bool {
        matches!(self.device.safety(), None | Some(Safety::Safe)) && self.device.tasks.borrow().is_empty()
    }
}

fn sealed(body: &Body) -> String {
    seal(body.revision, &serde_json::to_string(body).expect("plain"))
}

/// In either form.
fn body(value: &str) -> Body {
    let sound = open(value).expect("sound");
    let body: Body = if sound.schema == PACKED {
        let fields: serde_json::Value = serde_json::from_str(&sound.body).expect("as written");
        serde_json::from_str(fields["packed"].as_str().expect("text")).expect("as written")
    } else {
        serde_json::from_str(&sound.body).expect("as written")
    };
    Body { revision: sound.revision, ..body }
}

/// All that is kept of a visit, as its record and put aside.
pub fn states(records: &dyn RecordStore, visit: u128) -> Vec<State> {
    let name = id(visit).to_string();
    let mut keys = records.keys().unwrap_or_default();
    keys.retain(|key| key.contains(&name));
    let there = keys.into_iter().filter_map(|key| Some((records.get(&key).ok()??, key)));
    there.map(|(value, key)| State::of(visit, &key, &value)).collect()
}

/// All that the journal has of a visit.
pub fn states_in(journal: &dyn Journal, visit: u128) -> Vec<State> {
    let name = id(visit).to_string();
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page: Vec<(String, Entry)> = block_on(journal.page(after.as_deref())).expect("a journal");
        let Some((last, _)) = page.last() else { return all };
        after = Some(last.clone());
        for (key, entry) in page.into_iter().filter(|(key, _)| key.contains(&name)) {
            all.extend(entry.value.map(|value| State::of(visit, &key, &value)));
        }
    }
}
