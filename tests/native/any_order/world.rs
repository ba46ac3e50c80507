//! The device as a whole, with what a person may count on.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Event;
use super::tab::{State, TABS, Tab, VISITS, states, states_in};
use crate::common::device::Device;
use crate::common::journal::MemoryJournal;
use lesbezoek::store::{MemoryStore, RecordStore};

pub struct World {
    stores: Device,
    tabs: Vec<Tab>,
    writer: usize,
    /// The other tab had still to write when this one began.
    has_late: bool,
    is_full: bool,
    /// Since the last change of the tab that writes.
    was_full: bool,
    /// The tab that writes deleted something that the journal may still have.
    is_deleting: bool,
    pub kept: BTreeSet<u64>,
    forgiven: BTreeSet<u64>,
    /// The visits that were ever deleted.
    deleted: BTreeSet<u128>,
    /// What was called deleted, and of which nothing came after it.
    pub gone: Vec<State>,
    /// What was put aside and nobody could see when the visit was deleted: only the journal had it and could not be read, or
    /// the other tab has still to bring it back there.
    unseen: Vec<State>,
    disk: Vec<BTreeMap<String, String>>,
    next: u64,
}

impl World {
    pub fn new() -> Self {
        let stores = Device::default();
        let tabs = tabs_on(&stores);
        let disk = vec![BTreeMap::new()];
        Self {
            stores,
            tabs,
            writer: 0,
            has_late: false,
            is_full: false,
            was_full: false,
            is_deleting: false,
            kept: BTreeSet::new(),
            forgiven: BTreeSet::new(),
            deleted: BTreeSet::new(),
            gone: Vec::new(),
            unseen: Vec::new(),
            disk,
            next: 0,
        }
    }

    pub fn after(events: &[Event]) -> Self {
        let mut world = Self::new();
        for event in events {
            world.happen(event);
        }
        world
    }

    pub fn happen(&mut self, event: &Event) {
        self.next += 1;
        let tab = &mut self.tabs[self.writer];
        match *event {
            Event::Open(visit) => tab.open_visit(visit),
            Event::Change(visit) => {
                // One that was deleted is not begun again: a new visit has a name of its own.
                if tab.change(visit, self.next, !self.deleted.contains(&visit)) {
                    self.is_there_again(visit);
                }
            }
            Event::Import(visit) => {
                if tab.import(visit, self.next) {
                    self.is_there_again(visit);
                }
            }
            Event::Delete(visit) => self.delete(visit),
            Event::Pack(visit) => tab.pack(visit),
            Event::PutBack => tab.put_back().into_iter().for_each(|visit| self.is_there_again(visit)),
            Event::Reload => {
                self.finish_deleting();
                self.note_late(self.writer);
                let tab = &mut self.tabs[self.writer];
                let undoable = std::mem::take(&mut tab.undoable);
                *tab = Tab::load(&self.stores);
                tab.undoable = undoable;
            }
            Event::Step(tab) => self.tabs[tab].step(),
            Event::Run(tab) => {
                self.tabs[tab].device.run();
                self.tabs[tab].look();
            }
            Event::FailReads(calls) => self.stores.journal.fail_reads(calls),
            Event::FailWrites(calls) => self.stores.journal.fail_writes(calls),
            Event::TryAgain => tab.mirror.try_again(),
            Event::Fill(is_full) => {
                self.stores.local.fill(is_full);
                self.is_full = is_full;
                self.was_full |= is_full;
            }
            Event::TakeOver(tab) => self.take_over(tab),
            Event::Kill(back) => self.kill(back),
        }
        for tab in self.tabs.iter_mut().filter(|tab| tab.is_safe()) {
            // Among them what was deleted before, and is there again.
            self.forgiven.retain(|token| !tab.pending.contains(token));
            self.kept.append(&mut tab.pending);
            tab.brought_back.clear();
            let deleting = std::mem::take(&mut tab.deleting);
            let journal = self.stores.journal.copied();
            self.gone.extend(deleting.iter().filter(|state| stands(&journal, state, &deleting)).cloned());
        }
        self.is_deleting &= !self.tabs[self.writer].is_safe();
        if let Ok(keys) = self.stores.local.keys() {
            let state = keys.into_iter().map(|key| {
                let value = self.stores.local.get(&key).expect("readable").expect("there");
                (key, value)
            });
            self.disk.push(state.collect());
        }
    }

    fn delete(&mut self, visit: u128) {
        let meant = self.tabs[self.writer].delete(visit);
        for state in self.tabs[self.writer].deleting.iter_mut().filter(|state| state.visit == visit) {
            state.is_gone_alone |= self.has_late;
        }
        for tab in &mut self.tabs {
            tab.pending.retain(|token| !meant.contains(token));
        }
        let known = self.tabs.iter().flat_map(|tab| &tab.deleting).map(|state| &state.key);
        let known: BTreeSet<&String> = known.collect();
        let unseen = states_in(&self.stores.journal.copied(), visit).into_iter();
        self.unseen.extend(unseen.filter(|state| state.is_aside() && !known.contains(&state.key)));
        let writer = self.writer;
        let others = self.tabs.iter().enumerate().filter(|(tab, _)| *tab != writer);
        self.unseen.extend(others.flat_map(|(_, tab)| tab.brought_back.clone()));
        self.forgiven.extend(meant);
        self.deleted.insert(visit);
        self.is_deleting = true;
    }

    /// Something newer than the deletion was kept.
    fn is_there_again(&mut self, visit: u128) {
        self.gone.retain(|state| state.visit != visit);
        for tab in &mut self.tabs {
            tab.deleting.retain(|state| state.visit != visit);
        }
    }

    fn take_over(&mut self, tab: usize) {
        let before = &mut self.tabs[self.writer];
        // A tab that sleeps while only its memory and the journal have what a full storage refused: that is not promised.
        if std::mem::replace(&mut self.was_full, self.is_full) {
            before.device.run();
        }
        self.finish_deleting();
        let before = &mut self.tabs[self.writer];
        before.mirror.read_only(true);
        before.open.clear();
        self.writer = tab;
        self.note_late(tab);
        self.tabs[tab] = Tab::load(&self.stores);
    }

    fn note_late(&mut self, writer: usize) {
        self.has_late = self.tabs.iter().enumerate().any(|(tab, one)| tab != writer && !one.is_safe());
    }

    /// Not promised: what is made of a visit that the journal gives back because its deletion was still on the way there, or was
    /// refused there, if local storage then comes back from before that deletion: all of it before local storage reaches the
    /// disk.
    fn finish_deleting(&mut self) {
        if std::mem::take(&mut self.is_deleting) {
            self.stores.journal.fail(0);
            let tab = &self.tabs[self.writer];
            tab.mirror.try_again();
            tab.device.run();
        }
    }

    pub fn kill(&mut self, back: usize) {
        let at = self.disk.len().saturating_sub(1 + back);
        // What did not reach the disk by now never will.
        let state = self.disk[at].clone();
        let local = MemoryStore::default();
        for (key, value) in &state {
            local.set(key, value).expect("room");
        }
        self.disk = vec![state];
        self.stores.journal.fail(0);
        self.stores.local = Rc::new(local);
        self.is_full = false;
        self.is_deleting = false;
        self.tabs = tabs_on(&self.stores);
        self.writer = 0;
        self.has_late = false;
    }

    /// What was called kept, was not deleted, and is nowhere to be found after the next start; and what was called deleted, and is
    /// there.
    pub fn wrong(&self) -> (BTreeSet<u64>, Vec<State>) {
        let device = self.stores.again();
        device.journal.fail(0);
        device.local.fill(false);
        let mirror = device.started();
        let mut there: Vec<State> = VISITS.flat_map(|visit| states(&mirror, visit)).collect();
        let tokens: BTreeSet<u64> = there.iter().flat_map(|state| state.tokens.clone()).collect();
        let lost = self.kept.iter().filter(|token| !tokens.contains(token) && !self.forgiven.contains(token));
        let lost = lost.copied().collect();
        there.extend(VISITS.flat_map(|visit| states_in(&*device.journal, visit)));
        there.retain(|state| {
            self.gone.iter().any(|gone| state.is_gone_with(gone)) && !self.unseen.contains(state)
        });
        (lost, there)
    }
}

/// Whether this is what was deleted. Not where the second copy had more than that, which stays, and what was before it may be put
/// aside.
fn stands(journal: &MemoryJournal, state: &State, deleting: &[State]) -> bool {
    let there = states_in(journal, state.visit);
    there.iter().all(|there| there.is_aside() || deleting.iter().any(|gone| there.is_gone_with(gone)))
}

/// The first one writes.
fn tabs_on(stores: &Device) -> Vec<Tab> {
    let tabs: Vec<Tab> = TABS.map(|_| Tab::load(stores)).collect();
    tabs[1].mirror.read_only(true);
    tabs
}
