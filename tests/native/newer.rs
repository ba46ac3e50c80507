//! What a later version of the app wrote: it is read as far as it is understood, never changed, and always to be had whole.

use std::rc::Rc;

use crate::common::device::{Device, id, key};
use crate::common::packing::{lesson, reseal};
use crate::common::{draft, observation, read_rescue};
use futures::executor::block_on;
use lesbezoek::domain::Observation;
use lesbezoek::store::{
    CODEC, Entry, Key, MemoryStore, News, RecordStore, Shelf, StoreError, open, seal, write_rescue,
};
use proptest::prelude::*;

/// The first schema version that this app does not know.
const LATER: u32 = 3;

/// A shelf with what a later app made of a visit: fields in it that nobody here knows, or the body that is given.
fn shelf_with(visit: &Observation, body: Option<&str>) -> (Rc<MemoryStore>, Shelf, String) {
    let store = Rc::new(MemoryStore::default());
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
    shelf.save(visit).expect("room");
    let key = Key::Observation(visit.id).to_string();
    let known = open(&store.get(&key).expect("readable").expect("there")).expect("sound").body;
    let more = known.replacen('{', r#"{"weather":{"sun":true},"#, 1);
    let later = reseal(&seal(visit.revision, body.unwrap_or(&more)), LATER);
    store.set(&key, &later).expect("room");
    (store, shelf, later)
}

fn newer(visit: &Observation) -> StoreError {
    StoreError::Newer { key: Key::Observation(visit.id).to_string(), schema: LATER }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_visit_of_a_later_app_opens_as_far_as_it_is_understood(visit in observation()) {
        let (store, shelf, later) = shelf_with(&visit, None);
        // What leaves, or is compared, must be whole.
        prop_assert_eq!(shelf.load(visit.id), Err(newer(&visit)));
        prop_assert_eq!(shelf.load_newer(visit.id), Ok(Some(visit.clone())));
        prop_assert!(shelf.summary(visit.id).is_ok_and(|listed| listed.is_some_and(|one| one.id == visit.id)));
        // No change reaches it.
        prop_assert_eq!(shelf.save(&visit), Err(newer(&visit)));
        prop_assert_eq!(shelf.replace(&visit), Err(newer(&visit)));
        prop_assert_eq!(store.get(&Key::Observation(visit.id).to_string()), Ok(Some(later)));
    }
}

#[test]
fn one_that_is_not_understood_is_named_and_to_be_had_whole() {
    let visit = draft();
    let (store, shelf, later) = shelf_with(&visit, Some(r#"{"id":[7]}"#));
    assert_eq!(shelf.load_newer(visit.id), Ok(None));
    assert_eq!(shelf.summary(visit.id), Err(newer(&visit)));
    assert_eq!(shelf.save(&visit), Err(newer(&visit)));
    assert_eq!(store.get(&Key::Observation(visit.id).to_string()), Ok(Some(later.clone())));
    assert_eq!(shelf.raw(visit.id), Ok(Some(later)));
}

#[test]
fn only_what_a_later_app_wrote_opens_so() {
    let visit = lesson();
    let shelf = Shelf::new(Rc::new(MemoryStore::default()));
    shelf.use_codec(CODEC);
    shelf.save(&visit).expect("room");
    assert_eq!(shelf.load_newer(visit.id), Ok(None));
    assert_eq!(shelf.save(&visit), Ok(()));
}

#[test]
fn the_file_of_one_visit_is_read_by_the_import() {
    let visit = lesson();
    let (store, _, later) = shelf_with(&visit, None);
    let key = Key::Observation(visit.id).to_string();
    let file = write_rescue(&key, &later);
    assert_eq!(read_rescue(&file).map(|read| (read.observations.len(), read.unreadable)), Some((0, 1)));
    assert!(serde_json::from_str::<serde_json::Value>(&file).is_ok_and(|file| {
        file.pointer("/records").and_then(|records| records.get(&key)).is_some_and(|raw| *raw == *later)
    }));
    // By an app that knows it.
    store.set(&key, &reseal(&later, 1)).expect("room");
    let known = store.get(&key).expect("readable").expect("there");
    let read = read_rescue(&write_rescue(&key, &known)).expect("a rescue file");
    assert_eq!(read.observations, [visit]);
}

fn value(schema: u32, revision: u64) -> String {
    let value = seal(revision, &format!("{{\"revision\":{revision}}}"));
    if schema == 1 { value } else { reseal(&value, schema) }
}

#[test]
fn a_start_that_meets_newer_data_only_reads_from_then_on() {
    // In either copy, or both.
    for (local, journal) in [(true, true), (true, false), (false, true)] {
        let device = Device::default();
        let mirror = device.started();
        mirror.set(&key(1), &value(1, 4)).expect("room");
        device.run();
        if local {
            device.local.set(&key(2), &value(LATER, 2)).expect("room");
        }
        if journal {
            device.journal.put(&key(2), Entry::of(&value(LATER, 2)));
        }
        let mirror = device.started();
        let refused = Err(StoreError::Newer { key: key(2), schema: LATER });
        assert_eq!(device.take_newer_met(), 1, "told once");
        assert_eq!(mirror.set(&key(1), &value(1, 5)), refused);
        assert_eq!(mirror.set_or_hold(&key(2), &value(1, 9)), refused);
        assert_eq!(mirror.remove(&key(2)), refused);
        assert_eq!(mirror.get(&key(1)), Ok(Some(value(1, 4))));
        // Both copies have it, byte for byte.
        assert_eq!(device.local.get(&key(2)), Ok(Some(value(LATER, 2))));
        assert_eq!(device.in_journal(&key(2)), Some(Entry::of(&value(LATER, 2))));
        // It stays so, also if this tab is the one that writes.
        mirror.read_only(false);
        assert_eq!(mirror.set(&key(1), &value(1, 5)), refused);
    }
}

#[test]
fn a_tab_whose_change_meets_newer_data_gives_way_to_it() {
    let device = Device::default();
    let mirror = device.started();
    mirror.set(&key(1), &value(1, 4)).expect("room");
    device.run();
    // Another tab, of the later app, writes; this one, far ahead in its count, does not know.
    device.journal.put(&key(1), Entry::of(&value(LATER, 5)));
    mirror.set(&key(1), &value(1, 9)).expect("room");
    device.run();
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(LATER, 5))));
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(LATER, 5))));
    let aside = mirror.keys().expect("readable").into_iter().find(|key| key.contains(":aside:"));
    assert_eq!(mirror.get(&aside.expect("ours is kept too")), Ok(Some(value(1, 9))));
    assert_eq!(device.take_newer_met(), 1);
    assert!(matches!(mirror.set(&key(2), &value(1, 1)), Err(StoreError::Newer { .. })));
}

#[test]
fn what_another_tab_tells_counts_too() {
    let device = Device::default();
    let mirror = device.started();
    mirror.look_for_newer("else:1:observation:1", Some(&value(LATER, 1)));
    mirror.look_for_newer(&key(1), Some(&value(2, 1)));
    mirror.look_for_newer(&key(1), None);
    let aside = format!("lesbezoek:1:aside:{}:00000000", id(1));
    mirror.look_for_newer(&aside, Some(&value(LATER, 1)));
    assert_eq!(device.take_newer_met(), 0);
    mirror.look_for_newer(&key(1), Some(&value(LATER, 1)));
    assert_eq!(device.take_newer_met(), 1);
    // As is a record of a later version of the store, whatever its schema.
    let other = Device::default();
    other.started().look_for_newer("lesbezoek:2:settings", Some(&value(1, 1)));
    assert_eq!(other.take_newer_met(), 1);
    block_on(mirror.settle_all()).expect("a journal");
}

#[test]
fn what_was_typed_last_is_written_before_the_tab_turns_to_reading() {
    let device = Device::default();
    let mirror = device.started();
    let writer = mirror.clone();
    mirror.on_news(move |news| {
        if news == News::Newer {
            writer.set(&key(1), &value(1, 5)).expect("not refused yet");
        }
    });
    mirror.look_for_newer(&key(2), Some(&value(LATER, 1)));
    device.run();
    assert_eq!(mirror.get(&key(1)), Ok(Some(value(1, 5))));
    assert_eq!(device.in_journal(&key(1)), Some(Entry::of(&value(1, 5))));
    assert!(matches!(mirror.set(&key(1), &value(1, 6)), Err(StoreError::Newer { .. })));
}
