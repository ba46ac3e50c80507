//! Packing loses nothing, whatever fails and whenever: a visit opens as it was.

use std::rc::Rc;

use crate::common::device::Device;
use crate::common::header;
use crate::common::journal::MemoryJournal;
use crate::common::packing::{both_forms, key, lesson, on, over, pack, schema};
use futures::executor::block_on;
use lesbezoek::domain::Edit;
use lesbezoek::store::{Change, Codec, Entry, Journal, MemoryStore, Mirror, RecordStore, Safety, StoreError};

fn put(journal: &Rc<MemoryJournal>, key: &str, value: &str) {
    let change = Change { key: key.to_owned(), entry: Entry::of(value), base: None };
    block_on(journal.write(&[change])).expect("a journal");
}

#[test]
fn whatever_a_kill_leaves_the_visit_opens_as_it_was_and_nothing_is_told() {
    let visit = lesson();
    let (plain, small) = both_forms(&visit);
    // Local storage and the journal may each have the one or the other, or nothing.
    for local in [None, Some(&plain), Some(&small)] {
        for journal in [None, Some(&plain), Some(&small)] {
            if local.is_none() && journal.is_none() {
                continue;
            }
            let device = Device::default();
            if let Some(value) = local {
                device.local.set(&key(&visit), value).expect("room");
            }
            if let Some(value) = journal {
                put(&device.journal, &key(&visit), value);
            }
            let shelf = on(&device.started());
            assert_eq!(shelf.load(visit.id), Ok(Some(visit.clone())));
            assert_eq!(shelf.aside(), Ok(Vec::new()), "{local:?} {journal:?}");
            let told = device.take_mended();
            assert_eq!(told.is_empty(), local.is_some(), "{told:?}");
            let form = device.local.get(&key(&visit)).expect("readable").expect("there");
            assert_eq!(device.in_journal(&key(&visit)), Some(Entry::of(&form)), "both copies agree");
            assert_eq!(form == small, [local, journal].contains(&Some(&small)), "the packed form stays");
        }
    }
}

#[test]
fn of_a_packed_and_a_later_state_the_later_one_counts() {
    let visit = lesson();
    let (_, small) = both_forms(&visit);
    let mut later = visit.clone();
    later.apply(Edit::Reopen, header().exported_at);
    let later_value = both_forms(&later).0;
    for (local, journal) in [(&small, &later_value), (&later_value, &small)] {
        let device = Device::default();
        device.local.set(&key(&visit), local).expect("room");
        put(&device.journal, &key(&visit), journal);
        assert_eq!(on(&device.started()).load(visit.id), Ok(Some(later.clone())));
    }
}

#[test]
fn a_damaged_packed_copy_is_repaired_from_the_other_one_in_either_form() {
    let visit = lesson();
    let (plain, small) = both_forms(&visit);
    let torn = small.replacen("Rekenen", "Rekenem", 1);
    for sound in [&plain, &small] {
        let device = Device::default();
        device.local.set(&key(&visit), &torn).expect("room");
        put(&device.journal, &key(&visit), sound);
        let shelf = on(&device.started());
        assert_eq!(shelf.load(visit.id), Ok(Some(visit.clone())));
        assert_eq!(shelf.aside().expect("readable").len(), 1, "byte for byte");
    }
}

/// Quick, and a little smaller: the quotes would each take two letters in a text of JSON.
const QUICK: Codec = Codec {
    pack: |text| Some(text.replace("\"evidence\"", "\u{3400}").replace('"', "\u{3401}")),
    unpack: |text| Some(text.replace('\u{3401}', "\"").replace('\u{3400}', "\"evidence\"")),
};

/// Packs while `trouble` goes on, kills the browser at any point, and starts it again without trouble.
fn survives(trouble: impl Fn(&Device), steps: usize) -> Result<bool, StoreError> {
    let visit = lesson();
    let on = |mirror: &Mirror| {
        let shelf = on(mirror);
        shelf.use_codec(QUICK);
        shelf
    };
    let device = Device::default();
    on(&device.started()).save(&visit).expect("room");
    device.run();
    let before = device.local.get(&key(&visit)).expect("readable").expect("there");
    let mirror = device.started();
    trouble(&device);
    let packed = pack(&on(&mirror), &visit);
    for _ in 0..steps {
        device.step();
    }
    device.kill();
    device.journal.fail(0);
    device.local.fill(false);
    // Local storage may have reached the disk, or not.
    for on_disk in [device.local.get(&key(&visit)).expect("readable"), Some(before), None] {
        let again = device.copied();
        match on_disk {
            Some(value) => again.local.set(&key(&visit), &value).expect("room"),
            None => again.local.remove(&key(&visit)).expect("there"),
        }
        assert_eq!(on(&again.started()).load(visit.id), Ok(Some(visit.clone())));
    }
    packed
}

#[test]
fn a_kill_at_any_step_of_packing_loses_nothing() {
    for steps in 0..8 {
        assert_eq!(survives(|_| (), steps), Ok(true));
        for failures in 1..5 {
            assert_eq!(survives(|device| device.journal.fail(failures), steps), Ok(true));
        }
        // What is smaller has room in a full storage, or not, as the engine likes.
        let _ = survives(|device| device.local.fill(true), steps);
    }
}

#[test]
fn packing_makes_room_where_the_journal_cannot_be_read() {
    let visit = lesson();
    let device = Device::default();
    on(&device.started()).save(&visit).expect("room");
    device.run();
    let mirror = device.opened();
    device.journal.fail(99);
    assert!(block_on(mirror.settle_all()).is_err());
    assert_eq!(pack(&on(&mirror), &visit), Ok(true));
}

#[test]
fn packing_counts_as_safe_only_when_the_journal_has_it() {
    let visit = lesson();
    let device = Device::default();
    let mirror = device.started();
    on(&mirror).save(&visit).expect("room");
    device.run();
    assert_eq!(pack(&on(&mirror), &visit), Ok(true));
    assert_eq!(device.safety(), Some(Safety::Writing));
    device.run();
    assert_eq!(device.safety(), Some(Safety::Safe));
    let value = device.local.get(&key(&visit)).expect("readable").expect("there");
    assert_eq!(device.in_journal(&key(&visit)), Some(Entry::of(&value)));
}

#[test]
fn a_full_storage_is_no_reason_not_to_pack() {
    let visit = lesson();
    let (plain, _) = both_forms(&visit);
    let capacity = key(&visit).len() + plain.encode_utf16().count();
    let store = Rc::new(MemoryStore::with_capacity(capacity));
    let shelf = over(Rc::<MemoryStore>::clone(&store));
    shelf.save(&visit).expect("just enough room");
    assert_eq!(pack(&shelf, &visit), Ok(true));
}

#[test]
fn a_tab_that_only_reads_packs_nothing() {
    let visit = lesson();
    let device = Device::default();
    let mirror = device.started();
    on(&mirror).save(&visit).expect("room");
    device.run();
    mirror.read_only(true);
    assert_eq!(pack(&on(&mirror), &visit), Err(StoreError::OtherTab));
    assert_eq!(schema(&*device.local, &visit), 1);
}
