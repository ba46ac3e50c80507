//! Two copies that mend each other: whatever was acknowledged is there after the next start, whichever copy lost it.

use std::collections::BTreeMap;

use crate::common::device::{Device, id, key};
use crate::common::journal::MemoryJournal;
use crate::common::journal_table::keeps_to_the_table;
use futures::executor::block_on;
use lesbezoek::store::{
    Entry, JournalError, Key, MemoryStore, Mended, MendedHow, RecordStore, Safety, StoreError, open, seal,
};

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
        device.take_mended().into_iter().map(|mended| (mended.id, mended.how)).collect();
    assert_eq!(told[&id(1)], MendedHow::BroughtBack { changes: 3 });
    assert_eq!(told[&id(2)], MendedHow::BroughtBack { changes: 7 });
    // What it had before stays readable.
    let aside = mirror.keys().expect("readable").into_iter().find(|key| key.contains(":aside:"));
    assert_eq!(mirror.get(&aside.expect("put aside")), Ok(Some(value(1))));
    device.started();
    assert_eq!(device.take_mended(), [], "once is enough");
}

#[test]
fn one_visit_is_settled_before_the_others() {
    let device = Device::default();
    device.started().set(&key(1), &value(4)).expect("room");
    device.run();
    device.local.remove(&key(1)).expect("there");
    let mirror = device.opened();
    block_on(mirror.settle(&Key::Observation(id(1)))).expect("a journal");
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
    let kept = mirror.get(&key(1)).expect("readable").expect("there");
    assert_eq!(open(&kept).map(|kept| kept.revision), Ok(5));
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&kept)));
}

#[test]
fn what_was_changed_before_the_journal_could_be_read_takes_nothing_out_of_sight() {
    let device = Device::default();
    device.started().set(&key(1), &value(9)).expect("room");
    device.run();
    device.local.set(&key(1), &value(4)).expect("room");
    // Not settled: the observer goes on from an old state, further than the journal is; then the browser is killed.
    device.opened().set(&key(1), &value(12)).expect("room");
    device.kill();
    let mirror = device.started();
    let all = mirror.keys().expect("readable");
    assert!(all.iter().any(|key| mirror.get(key) == Ok(Some(value(9)))), "{all:?}");
}

#[test]
fn what_was_there_before_the_journal_is_copied_into_it() {
    let device = Device::default();
    device.local.set(&key(1), &value(3)).expect("room");
    device.local.set("someone:else", "x").expect("room");
    device.started();
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(3))));
    assert_eq!(device.in_journal("someone:else"), None);
    assert_eq!(device.take_mended(), []);
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
    assert_eq!(device.take_mended()[0].how, MendedHow::DeletedAgain);
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
    assert_eq!(device.take_mended()[0].how, MendedHow::Repaired);
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
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(1))), "what need not be kept at any cost is not");
    assert_eq!(mirror.set_or_hold(&key(1), &long), Err(StoreError::Full));
    device.run();
    assert_eq!(mirror.get(&key(1)), Ok(Some(long.clone())), "what is read is what was written last");
    assert_eq!(device.local.get(&key(1)), Ok(Some(value(1))), "the old value survives");
    assert_eq!(device.started().get(&key(1)), Ok(Some(long)), "and at the next start");
}

#[test]
fn what_a_full_local_storage_refused_is_not_taken_for_deleted_once_another_tab_writes() {
    let device = Device::with_local(MemoryStore::with_capacity(200));
    let mirror = device.started();
    let long = seal(2, &format!("\"{}\"", "x".repeat(300)));
    assert_eq!(mirror.set_or_hold(&key(1), &long), Err(StoreError::Full));
    device.run();
    mirror.read_only(true);
    assert_eq!(mirror.get(&key(1)), Err(StoreError::OtherTab));
    assert_eq!(mirror.get(&key(2)), Ok(None), "what never was is not there");
    // The room is there again, and the other tab writes it.
    device.local.set(&key(1), &value(3)).expect("room");
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(3))));
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
    assert_eq!(device.take_mended()[0].how, MendedHow::GaveWay, "and it is told");
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

#[test]
fn one_that_was_read_before_it_was_mended_must_be_read_again_before_it_is_changed() {
    let device = Device::default();
    device.started().set(&key(1), &value(9)).expect("room");
    device.run();
    device.local.set(&key(1), &value(4)).expect("room");
    let mirror = device.opened();
    // The journal does not answer in time, so the visit opens as local storage has it.
    device.journal.fail(2);
    block_on(mirror.settle(&Key::Observation(id(1)))).expect_err("told to fail");
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(4))));
    device.take_mended();
    block_on(mirror.settle_all()).expect("a journal");
    assert_eq!(device.take_mended(), [Mended { id: id(1), how: MendedHow::BroughtBack { changes: 5 } }]);
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(9))));
}

#[test]
fn what_goes_on_after_giving_way_goes_on_from_what_stayed() {
    let device = Device::default();
    let first = device.started();
    first.set(&key(1), &value(1)).expect("room");
    device.run();
    device.started().set(&key(1), &value(5)).expect("room");
    device.run();
    let late = seal(2, "{\"late\":true}");
    first.set(&key(1), &late).expect("room");
    device.run();
    assert_eq!(device.take_mended(), [Mended { id: id(1), how: MendedHow::GaveWay }]);
    assert_eq!(first.get(&key(1)), Ok(Some(value(5))), "the next change is made from this");
    first.set(&key(1), &value(6)).expect("room");
    device.run();
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(6))));
}

#[test]
fn what_was_deleted_in_another_tab_stays_so_and_a_late_change_is_put_aside_and_told() {
    let device = Device::default();
    let first = device.started();
    first.set(&key(1), &value(4)).expect("room");
    device.run();
    device.started().remove(&key(1)).expect("there");
    device.run();
    let late = seal(5, "{\"late\":true}");
    first.set(&key(1), &late).expect("room");
    device.run();
    assert_eq!(device.take_mended(), [Mended { id: id(1), how: MendedHow::Deleted }]);
    assert_eq!(first.get(&key(1)), Ok(None));
    let keys = first.keys().expect("readable");
    assert!(keys.iter().any(|key| first.get(key) == Ok(Some(late.clone()))), "{keys:?}");
    // A deletion that meets a deletion tells nothing.
    first.set(&key(1), &value(9)).expect("room");
    device.run();
    device.started().remove(&key(1)).expect("there");
    device.run();
    // It slept, and local storage still has it here.
    device.local.set(&key(1), &value(8)).expect("room");
    first.remove(&key(1)).expect("there");
    device.run();
    assert_eq!(device.in_journal(&key(1)).map(|entry| entry.value), Some(None));
    assert_eq!(device.take_mended(), []);
}

#[test]
fn what_another_tab_wrote_beside_what_is_deleted_here_is_no_earlier_state_of_it() {
    let device = Device::default();
    let (first, second) = (device.started(), device.started());
    let theirs = seal(2, "{\"theirs\":true}");
    second.set(&key(1), &value(4)).expect("room");
    // It slept, and its change comes before ours is in the journal.
    first.set(&key(1), &theirs).expect("room");
    device.journal.put(&key(1), Entry::of(&theirs));
    device.local.set(&key(1), &value(4)).expect("room");
    second.remove(&key(1)).expect("there");
    device.run();
    let started = device.started();
    assert_eq!(started.get(&key(1)), Ok(None));
    let keys = started.keys().expect("readable");
    assert!(keys.iter().any(|key| started.get(key) == Ok(Some(theirs.clone()))), "{keys:?}");
}

#[test]
fn a_version_of_another_tab_that_is_overtaken_is_put_aside() {
    let device = Device::default();
    let first = device.started();
    first.set(&key(1), &value(1)).expect("room");
    device.run();
    let theirs = seal(3, "{\"theirs\":true}");
    device.started().set(&key(1), &theirs).expect("room");
    device.run();
    first.set(&key(1), &value(8)).expect("room");
    device.run();
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(8))));
    assert_eq!(device.take_mended(), [Mended { id: id(1), how: MendedHow::Overtook }]);
    let keys = first.keys().expect("readable");
    assert!(keys.iter().any(|key| first.get(key) == Ok(Some(theirs.clone()))), "{keys:?}");
}

#[test]
fn a_journal_that_could_not_be_read_is_told_until_it_could() {
    let device = Device::default();
    let mirror = device.opened();
    device.journal.fail(1);
    block_on(mirror.settle_all()).expect_err("told to fail");
    mirror.set(&key(1), &value(1)).expect("room");
    device.run();
    assert!(matches!(device.safety(), Some(Safety::Unsafe(_))), "a good write does not hide it");
    mirror.try_again();
    device.run();
    assert_eq!(device.safety(), Some(Safety::Safe));
}

#[test]
fn what_the_journal_did_not_take_is_taken_up_without_another_change() {
    let device = Device::default();
    let mirror = device.started();
    device.journal.fail(3);
    mirror.set(&key(1), &value(1)).expect("room");
    device.run();
    assert!(matches!(device.safety(), Some(Safety::Unsafe(_))));
    mirror.try_again();
    device.run();
    assert_eq!(device.safety(), Some(Safety::Safe));
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(1))));
}

#[test]
fn a_journal_does_with_a_change_what_the_table_says() {
    block_on(keeps_to_the_table(&MemoryJournal::default(), "table:"));
}

#[test]
fn a_change_that_neither_copy_took_is_only_in_memory() {
    let device = Device::default();
    let mirror = device.started();
    mirror.set(&key(1), &seal(1, "1")).unwrap();
    device.run();
    device.local.fill(true);
    device.journal.fail(usize::MAX);
    assert_eq!(mirror.set_or_hold(&key(1), &seal(2, "2")), Err(StoreError::Full));
    device.run();
    assert!(mirror.has_only_in_memory());
    // Another record that is kept does not change that.
    device.local.fill(false);
    mirror.set(&key(2), &seal(1, "1")).unwrap();
    device.run();
    assert!(mirror.has_only_in_memory());
    device.journal.fail(0);
    mirror.try_again();
    device.run();
    assert!(!mirror.has_only_in_memory());
}
