//! Whatever stands in the two copies of a visit: nothing stops the app, and nothing that is there goes away.
#![no_main]

use std::rc::Rc;

use lesbezoek::domain::ObservationId;
use lesbezoek::store::{Entry, Key, Mend, MemoryStore, RecordStore, Shelf, mend, open, seal};
use libfuzzer_sys::fuzz_target;

/// What becomes of a value in the copies: it is still in one, or put aside.
fn keeps(mended: &Mend, value: &str, local: Option<&str>) -> bool {
    match mended {
        // Both copies stay as they are.
        Mend::Nothing => true,
        Mend::Restore { value: now, aside, .. } => now == value || aside.as_deref() == Some(value),
        // What is older is all in what is newer.
        Mend::Copy { aside, .. } => local == Some(value) || aside.as_deref() == Some(value) || open(value).is_ok(),
        // The same state, made small.
        Mend::Take { value: now } => now == value || local == Some(value),
        Mend::Delete { aside } => aside.as_deref() == Some(value),
    }
}

fuzz_target!(|input: (&str, &str, u16, bool)| {
    let (one, other, revision, is_sealed) = input;
    // Else the checksum keeps nearly all of them out.
    let one = if is_sealed { seal(u64::from(revision), one) } else { one.to_owned() };
    let id = ObservationId(uuid::Uuid::nil());
    let store = Rc::new(MemoryStore::default());
    store.set(&Key::Observation(id).to_string(), &one).expect("room");
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
    let _ = open(&one);
    let _ = shelf.summary(id);
    if let Ok(Some(visit)) = shelf.load(id) {
        shelf.save(&visit).expect("room");
        assert_eq!(shelf.load(id), Ok(Some(visit)));
    }
    let entry = Entry::of(other);
    let mended = mend(Some(&one), Some(&entry));
    assert!(keeps(&mended, &one, Some(&one)) && keeps(&mended, other, Some(&one)), "{mended:?}");
});
