//! Two copies that mend each other: whatever was acknowledged is there after the next start, whichever copy lost it.
#![allow(clippy::expect_used, clippy::indexing_slicing, missing_docs, reason = "a test may stop")]

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use futures::executor::block_on;
use lesbezoek::domain::ObservationId;
use lesbezoek::store::{
    Entry, Journal, JournalError, MemoryJournal, MemoryStore, MendedHow, Mirror, RecordStore, Safety,
    StoreError, Task, seal,
};
use proptest::prelude::*;
use uuid::Uuid;

/// A device with both stores, on which the app can be started again and again.
#[derive(Default)]
struct Device {
    local: Rc<MemoryStore>,
    journal: Rc<MemoryJournal>,
    tasks: Rc<RefCell<Vec<Task>>>,
    heard: Rc<RefCell<Vec<Safety>>>,
}

impl Device {
    fn with_local(local: MemoryStore) -> Self {
        Self { local: Rc::new(local), ..Self::default() }
    }

    /// The app before it has looked at the journal.
    fn opened(&self) -> Mirror {
        let tasks = Rc::clone(&self.tasks);
        let spawn = move |task| tasks.borrow_mut().push(task);
        let local: Rc<dyn RecordStore> = Rc::<MemoryStore>::clone(&self.local);
        let mirror = Mirror::new(local, Rc::<MemoryJournal>::clone(&self.journal), spawn);
        let heard = Rc::clone(&self.heard);
        mirror.on_safety(move |safety| heard.borrow_mut().push(safety));
        mirror
    }

    fn started(&self) -> Mirror {
        let mirror = self.opened();
        block_on(mirror.settle_all()).expect("a journal");
        self.run();
        mirror
    }

    /// Lets the journal do its work.
    fn run(&self) {
        loop {
            let tasks = std::mem::take(&mut *self.tasks.borrow_mut());
            if tasks.is_empty() {
                return;
            }
            tasks.into_iter().for_each(block_on);
        }
    }

    /// The browser is killed: what the journal had not begun is gone.
    fn kill(&self) {
        self.tasks.borrow_mut().clear();
    }

    fn safety(&self) -> Option<Safety> {
        self.heard.borrow().last().cloned()
    }

    fn in_journal(&self, key: &str) -> Option<Entry> {
        block_on(self.journal.read(key)).expect("a journal")
    }
}

fn id(number: u128) -> ObservationId {
    ObservationId(Uuid::from_u128(number))
}

fn key(number: u128) -> String {
    format!("lesbezoek:1:observation:{}", id(number))
}

fn value(revision: u64) -> String {
    seal(revision, &format!("{{\"revision\":{revision}}}"))
}

#[test]
fn a_change_counts_as_safe_only_when_the_journal_has_it() {
    let device = Device::default();
    let mirror = device.started();
    mirror.set(&key(1), &value(1)).expect("room");
    assert_eq!(device.safety(), Some(Safety::Writing));
    assert_eq!(device.in_journal(&key(1)), None);
    device.run();
    assert_eq!(device.safety(), Some(Safety::Safe));
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(1))));
}

#[test]
fn changes_that_come_while_one_is_on_its_way_go_together() {
    let device = Device::default();
    let mirror = device.started();
    for revision in 1..=9 {
        mirror.set(&key(1), &value(revision)).expect("room");
        mirror.set(&key(2), &value(revision)).expect("room");
    }
    device.run();
    assert_eq!(device.journal.writes(), 1);
    assert_eq!(device.in_journal(&key(2)), Some(Entry::of(&value(9))));
}

#[test]
fn what_local_storage_lost_comes_back_and_is_told() {
    let device = Device::default();
    let mirror = device.started();
    mirror.set(&key(1), &value(4)).expect("room");
    mirror.set(&key(2), &value(7)).expect("room");
    device.run();
    // The disk had an old state of the one and nothing of the other.
    device.local.set(&key(1), &value(1)).expect("room");
    device.local.remove(&key(2)).expect("there");

    let mirror = device.started();
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(4))));
    assert_eq!(device.local.get(&key(2)), Ok(Some(value(7))));
    let told: BTreeMap<_, _> =
        mirror.take_mended().into_iter().map(|mended| (mended.id, mended.how)).collect();
    assert_eq!(told[&id(1)], MendedHow::BroughtBack { changes: 3 });
    assert_eq!(told[&id(2)], MendedHow::BroughtBack { changes: 7 });
    // What it had before stays readable.
    let aside = mirror.keys().expect("readable").into_iter().find(|key| key.contains(":aside:"));
    assert_eq!(mirror.get(&aside.expect("put aside")), Ok(Some(value(1))));
    assert_eq!(device.started().take_mended(), [], "once is enough");
}

#[test]
fn one_visit_is_settled_before_the_others() {
    let device = Device::default();
    device.started().set(&key(1), &value(4)).expect("room");
    device.run();
    device.local.remove(&key(1)).expect("there");
    let mirror = device.opened();
    block_on(mirror.settle_visit(id(1))).expect("a journal");
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(4))));
}

#[test]
fn a_change_made_before_the_start_is_over_is_not_overwritten() {
    let device = Device::default();
    device.started().set(&key(1), &value(4)).expect("room");
    device.run();
    let mirror = device.opened();
    mirror.set(&key(1), &value(5)).expect("room");
    block_on(mirror.settle_all()).expect("a journal");
    device.run();
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(5))));
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(5))));
}

#[test]
fn what_was_there_before_the_journal_is_copied_into_it() {
    let device = Device::default();
    device.local.set(&key(1), &value(3)).expect("room");
    device.local.set("someone:else", "x").expect("room");
    let mirror = device.started();
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(3))));
    assert_eq!(device.in_journal("someone:else"), None);
    assert_eq!(mirror.take_mended(), []);
}

#[test]
fn a_deletion_survives_a_disk_that_forgot_it() {
    let device = Device::default();
    let mirror = device.started();
    mirror.set(&key(1), &value(4)).expect("room");
    mirror.remove(&key(1)).expect("there");
    device.run();
    device.local.set(&key(1), &value(4)).expect("room");
    let mirror = device.started();
    assert_eq!(mirror.get(&key(1)), Ok(None));
    assert_eq!(mirror.take_mended()[0].how, MendedHow::DeletedAgain);
}

#[test]
fn damage_is_put_aside_and_the_other_copy_takes_its_place() {
    let device = Device::default();
    device.started().set(&key(1), &value(4)).expect("room");
    device.run();
    let torn = value(5)[..30].to_owned();
    device.local.set(&key(1), &torn).expect("room");
    let mirror = device.started();
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(4))));
    assert_eq!(mirror.take_mended()[0].how, MendedHow::Repaired);
    let kept =
        mirror.keys().expect("readable").into_iter().any(|key| mirror.get(&key) == Ok(Some(torn.clone())));
    assert!(kept, "byte for byte");
}

#[test]
fn a_full_local_storage_is_told_and_the_journal_takes_the_change() {
    let device = Device::with_local(MemoryStore::with_capacity(200));
    let mirror = device.started();
    mirror.set(&key(1), &value(1)).expect("room");
    let long = seal(2, &format!("\"{}\"", "x".repeat(300)));
    assert_eq!(mirror.set(&key(1), &long), Err(StoreError::Full));
    device.run();
    assert_eq!(mirror.get(&key(1)), Ok(Some(long.clone())), "what is read is what was written last");
    assert_eq!(device.local.get(&key(1)), Ok(Some(value(1))), "the old value survives");
    assert_eq!(device.started().get(&key(1)), Ok(Some(long)), "and at the next start");
}

#[test]
fn a_journal_that_fails_is_tried_again_then_told_and_the_next_change_brings_all() {
    let device = Device::default();
    let mirror = device.started();
    device.journal.fail(2);
    mirror.set(&key(1), &value(1)).expect("room");
    device.run();
    assert_eq!(device.safety(), Some(Safety::Safe), "two failures are no trouble");
    device.journal.fail(3);
    mirror.set(&key(1), &value(2)).expect("room");
    device.run();
    let failed = JournalError::Failed("told to fail".to_owned());
    assert_eq!(device.safety(), Some(Safety::Unsafe(failed)));
    mirror.set(&key(2), &value(1)).expect("room");
    device.run();
    assert_eq!(device.safety(), Some(Safety::Safe));
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(2))));
}

#[test]
fn what_another_tab_wrote_in_between_stays_and_ours_is_put_aside() {
    let device = Device::default();
    let first = device.started();
    first.set(&key(1), &value(1)).expect("room");
    device.run();
    let second = device.started();
    // The first tab slept, and does not know that the second one went on.
    second.set(&key(1), &value(5)).expect("room");
    device.run();
    let late = seal(2, "{\"late\":true}");
    first.set(&key(1), &late).expect("room");
    // The lock was taken from it while its write was on the way.
    first.read_only(true);
    device.run();
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(5))));
    assert_eq!(device.local.get(&key(1)), Ok(Some(value(5))));
    let keys = first.keys().expect("readable");
    let aside: Vec<_> = keys.into_iter().filter(|key| key.contains(":aside:")).collect();
    assert_eq!(aside.iter().map(|key| first.get(key)).collect::<Vec<_>>(), [Ok(Some(late))]);
    assert_eq!(first.take_mended()[0].how, MendedHow::GaveWay, "and it is told");
}

#[test]
fn a_tab_that_only_reads_changes_neither_copy() {
    let device = Device::default();
    device.started().set(&key(1), &value(4)).expect("room");
    device.run();
    device.local.set(&key(1), &value(2)).expect("room");
    let reader = device.opened();
    reader.read_only(true);
    block_on(reader.settle_all()).expect("a journal");
    assert_eq!(reader.set(&key(1), &value(9)), Err(StoreError::OtherTab));
    assert_eq!(reader.remove(&key(1)), Err(StoreError::OtherTab));
    device.run();
    assert_eq!(device.local.get(&key(1)), Ok(Some(value(2))));
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(4))));
}

#[test]
fn a_visit_can_be_imported_again_after_a_damaged_one_was_deleted() {
    let device = Device::default();
    let mirror = device.started();
    mirror.set(&key(1), "damaged").expect("room");
    mirror.remove(&key(1)).expect("there");
    device.run();
    let mirror = device.started();
    mirror.set(&key(1), &value(3)).expect("room");
    device.run();
    assert_eq!(device.started().get(&key(1)), Ok(Some(value(3))));
}

/// What may happen to a device.
#[derive(Clone, Debug)]
enum Event {
    /// The observer changes a visit.
    Change(u128),
    /// The observer deletes it.
    Delete(u128),
    /// The journal gets time for its work.
    Run,
    /// So many calls to the journal fail.
    Fail(usize),
    /// The browser is killed; local storage comes back as it was after so many of its writes.
    Kill(usize),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (0..3_u128).prop_map(Event::Change),
        1 => (0..3_u128).prop_map(Event::Delete),
        4 => Just(Event::Run),
        1 => (0..5_usize).prop_map(Event::Fail),
        2 => (0..20_usize).prop_map(Event::Kill),
    ]
}

fn revision_of(mirror: &Mirror, visit: u128) -> Option<u64> {
    let value = mirror.get(&key(visit)).expect("readable")?;
    Some(Entry::of(&value).revision)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]
    /// Against every order of changes, failures of the journal and kills with any loss of local storage.
    #[test]
    fn nothing_that_was_acknowledged_is_lost(events in prop::collection::vec(event(), 1..60)) {
        let mut device = Device::default();
        let mut mirror = device.started();
        let mut next: u64 = 0;
        // Per visit the newest revision that the screen called safe; `None`: deleted.
        let mut safe: BTreeMap<u128, Option<u64>> = BTreeMap::new();
        let mut made: BTreeMap<u128, Option<u64>> = BTreeMap::new();
        // What came after that.
        let mut later: BTreeMap<u128, Vec<Option<u64>>> = BTreeMap::new();
        let mut disk: Vec<BTreeMap<String, String>> = vec![BTreeMap::new()];
        for event in events {
            match event {
                Event::Change(visit) => {
                    // As an observation counts: up from what is there, beyond any deletion.
                    next += 2;
                    mirror.set(&key(visit), &value(next)).expect("room");
                    made.insert(visit, Some(next));
                    later.entry(visit).or_default().push(Some(next));
                }
                Event::Delete(visit) => {
                    if revision_of(&mirror, visit).is_none() {
                        continue;
                    }
                    mirror.remove(&key(visit)).expect("there");
                    made.insert(visit, None);
                    later.entry(visit).or_default().push(None);
                }
                Event::Run => device.run(),
                Event::Fail(calls) => device.journal.fail(calls),
                Event::Kill(back) => {
                    device.kill();
                    device.journal.fail(0);
                    let at = disk.len().saturating_sub(1 + back);
                    // What did not reach the disk by now never will.
                    disk = vec![disk[at].clone()];
                    let local = MemoryStore::default();
                    for (key, value) in &disk[0] {
                        local.set(key, value).expect("room");
                    }
                    device = Device { local: Rc::new(local), journal: Rc::clone(&device.journal), ..Device::default() };
                    mirror = device.started();
                    for (visit, revision) in &safe {
                        let now = revision_of(&mirror, *visit);
                        // A later change or deletion may have reached the disk too, unacknowledged.
                        let explained = now == *revision || later.get(visit).is_some_and(|all| all.contains(&now));
                        prop_assert!(explained, "visit {}: {:?} was safe, {:?} is there", visit, revision, now);
                    }
                    // Of a deletion that was never acknowledged nobody knows any more: an older disk may undo it.
                    let known = (0..3).filter(|visit| device.in_journal(&key(*visit)).is_some());
                    made = known.map(|visit| (visit, revision_of(&mirror, visit))).collect();
                    later.clear();
                }
            }
            if matches!(device.safety(), None | Some(Safety::Safe)) && device.tasks.borrow().is_empty() {
                safe.clone_from(&made);
                later.clear();
            }
            let keys = device.local.keys().expect("readable");
            let state = keys.into_iter().map(|key| {
                let value = device.local.get(&key).expect("readable").expect("there");
                (key, value)
            });
            disk.push(state.collect());
        }
    }
}
