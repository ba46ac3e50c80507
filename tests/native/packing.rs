//! Packed visits: small, and in every other respect the visits that they were.

use std::cell::Cell;
use std::rc::Rc;

use crate::common::packing::{NEXT_YEAR, key, lesson, over, pack, packed, schema};
use crate::common::{draft, header, observation, read_rescue};
use chrono::Duration;
use lesbezoek::domain::{Edit, Observation, SchoolYear};
use lesbezoek::exchange::{Verdict, builtin_indicators, plan_merge};
use lesbezoek::store::{
    CODEC, Codec, Entry, MemoryStore, PACKED, RecordStore, Scored, Shelf, StoreError, open,
};
use proptest::prelude::*;

#[test]
fn a_packed_lesson_takes_less_than_a_ninth_and_opens_as_it_was() {
    let visit = lesson();
    let (store, shelf, plain) = packed(&visit);
    let value = store.get(&key(&visit)).expect("readable").expect("there");
    assert_eq!(open(&value).expect("sound").schema, PACKED);
    let (small, large) = (value.encode_utf16().count(), plain.encode_utf16().count());
    assert!(small * 9 < large, "{small} of {large}");
    assert_eq!(shelf.load(visit.id), Ok(Some(visit.clone())));
    assert_eq!(shelf.visit_ids(), Ok(vec![visit.id]));
    assert_eq!(pack(&shelf, &visit), Ok(false), "once is enough");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_visit_is_opened_as_it_was_packed(mut visit in observation(), words in "[a-z ]{600}") {
        visit.talk.teacher_view.push_str(&words);
        visit.visit.date = header().exported_at.date_naive();
        visit.apply(Edit::Complete, header().exported_at);
        let store = Rc::new(MemoryStore::default());
        let shelf = over(Rc::<MemoryStore>::clone(&store));
        shelf.save(&visit).expect("room");
        let before = shelf.summary(visit.id).expect("readable").expect("there");
        if pack(&shelf, &visit).expect("room") {
            let after = shelf.summary(visit.id).expect("readable").expect("there");
            prop_assert_eq!((after.revision, after.updated_at), (before.revision, before.updated_at));
            let count = before.count(|_| builtin_indicators());
            prop_assert_eq!((after.is_completed, after.scored), (true, Scored::Counted(count)));
            let (shown, expected) = (after.visit, before.visit);
            prop_assert_eq!((shown.date, shown.kind), (expected.date, expected.kind));
            prop_assert_eq!((shown.group, shown.subject), (expected.group, expected.subject));
            prop_assert_eq!((shown.teacher, shown.observer), (expected.teacher, expected.observer));
            prop_assert_eq!(schema(&*store, &visit), PACKED);
        }
        prop_assert_eq!(shelf.load(visit.id), Ok(Some(visit)));
    }
}

#[test]
fn a_visit_that_was_completed_after_its_export_is_listed_as_exported() {
    let mut visit = lesson();
    visit.apply(Edit::Reopen, header().exported_at);
    let store = Rc::new(MemoryStore::default());
    let shelf = over(Rc::<MemoryStore>::clone(&store));
    shelf.save(&visit).expect("room");
    shelf.mark_exported(&visit, header().exported_at).expect("room");
    visit.apply(Edit::Complete, header().exported_at).expect("a draft");
    shelf.save(&visit).expect("room");
    assert_eq!(pack(&shelf, &visit), Ok(true));
    // A list does not open it.
    let shelf = Shelf::new(store);
    let mark = shelf.export_mark(visit.id).expect("readable").expect("exported");
    assert_eq!(shelf.changed_since(&mark, visit.id, visit.revision), Ok(false));
}

#[test]
fn only_completed_visits_of_earlier_school_years_are_packed() {
    let store = Rc::new(MemoryStore::default());
    let shelf = over(Rc::<MemoryStore>::clone(&store));
    let done = lesson();
    let (open_one, damaged) = (draft(), Observation { id: crate::common::device::id(9), ..lesson() });
    for visit in [&done, &open_one, &damaged] {
        shelf.save(visit).expect("room");
    }
    store.set(&key(&damaged), "{\"schema\":1,").expect("room");
    assert_eq!(shelf.packable(SchoolYear(2026)), Ok(Vec::new()), "it is of this year");
    assert_eq!(shelf.packable(NEXT_YEAR), Ok(vec![done.id]));
    assert_eq!(shelf.pack(done.id, SchoolYear(2026), |_| builtin_indicators()), Ok(false));
    assert_eq!((pack(&shelf, &open_one), pack(&shelf, &damaged)), (Ok(false), Ok(false)));
    assert_eq!(pack(&shelf, &done), Ok(true));
    assert_eq!(shelf.packable(NEXT_YEAR), Ok(Vec::new()));
    assert_eq!(store.get(&key(&damaged)), Ok(Some("{\"schema\":1,".to_owned())));
}

#[test]
fn one_that_is_opened_again_is_kept_whole_again() {
    let visit = lesson();
    let (store, shelf, _) = packed(&visit);
    let mut again = shelf.load(visit.id).expect("readable").expect("there");
    again.apply(Edit::Reopen, header().exported_at);
    shelf.save(&again).expect("room");
    assert_eq!(schema(&*store, &visit), 1);
    assert_eq!(shelf.load(visit.id), Ok(Some(again)));
}

#[test]
fn one_that_is_deleted_leaves_nothing_and_comes_back_as_it_was() {
    let visit = lesson();
    let (store, shelf, _) = packed(&visit);
    let deleted = shelf.delete(visit.id).expect("there");
    assert_eq!(store.keys(), Ok(Vec::new()));
    shelf.put_back(&deleted).expect("room");
    let back = Observation { revision: visit.revision + 2, ..visit.clone() };
    assert_eq!(shelf.load(visit.id), Ok(Some(back.clone())));
    assert_eq!(shelf.summary(visit.id).expect("readable").expect("there").revision, back.revision);
}

#[test]
fn an_import_compares_with_what_is_packed() {
    let visit = lesson();
    let (_, shelf, _) = packed(&visit);
    let newer = Observation { revision: visit.revision + 1, ..visit.clone() };
    let plan = plan_merge(vec![visit.clone(), newer.clone()], |id| shelf.load(id).expect("readable"));
    assert_eq!(plan.iter().map(|item| item.verdict).collect::<Vec<_>>(), [Verdict::Same, Verdict::Newer]);
    shelf.merge(&plan[1]).expect("room");
    assert_eq!(shelf.load(visit.id), Ok(Some(newer)));
    assert_eq!(shelf.aside().expect("readable").len(), 1, "what it replaced");
}

#[test]
fn the_file_of_the_crash_notice_gives_back_what_is_packed() {
    let visit = lesson();
    let (_, shelf, plain) = packed(&visit);
    let records: serde_json::Map<_, _> =
        shelf.everything().expect("readable").into_iter().map(|(key, value)| (key, value.into())).collect();
    let entry = serde_json::json!({"revision": Entry::of(&plain).revision, "value": plain});
    let file = serde_json::json!({
        "format": "lesbezoek-rescue", "version": 2, "records": records, "journal": {key(&visit): entry},
    });
    assert_eq!(read_rescue(&file.to_string()).expect("a file").observations, [visit]);
}

#[test]
fn without_the_part_that_opens_it_a_packed_visit_is_listed_and_named() {
    let visit = lesson();
    let (store, _, _) = packed(&visit);
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
    assert!(shelf.waits_for_codec(visit.id));
    assert_eq!(shelf.load(visit.id), Err(StoreError::Packed));
    assert!(shelf.summary(visit.id).is_ok_and(|found| found.is_some()));
    shelf.use_codec(CODEC);
    assert!(!shelf.waits_for_codec(visit.id));
    assert_eq!(shelf.load(visit.id), Ok(Some(visit)));
}

#[test]
fn what_does_not_come_back_as_it_was_is_not_packed() {
    let visit = lesson();
    let store = Rc::new(MemoryStore::default());
    let shelf = over(Rc::<MemoryStore>::clone(&store));
    shelf.save(&visit).expect("room");
    let before = store.get(&key(&visit));
    for broken in [
        Codec { pack: |_| None, ..CODEC },
        Codec { unpack: |_| None, ..CODEC },
        Codec { pack: |text| (CODEC.pack)(&text.replacen('e', "a", 1)), ..CODEC },
    ] {
        shelf.use_codec(broken);
        assert_eq!(pack(&shelf, &visit), Ok(false));
        assert_eq!(store.get(&key(&visit)), before);
    }
}

/// A browser that writes something else than it was given, once.
struct Forgetful {
    inner: MemoryStore,
    spoils: Cell<bool>,
}

impl RecordStore for Forgetful {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let spoiled = self.spoils.take().then(|| value.replace('\u{3400}', "?"));
        self.inner.set(key, spoiled.as_deref().unwrap_or(value))
    }
    fn size(&self) -> Result<usize, StoreError> {
        self.inner.size()
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.inner.remove(key)
    }
}

#[test]
fn what_is_not_kept_as_it_was_written_is_taken_back() {
    let visit = lesson();
    let store = Rc::new(Forgetful { inner: MemoryStore::default(), spoils: Cell::new(false) });
    let shelf = over(Rc::<Forgetful>::clone(&store));
    shelf.save(&visit).expect("room");
    let before = store.get(&key(&visit));
    store.spoils.set(true);
    // A text in which the letter occurs that this browser spoils.
    let codec = Codec {
        pack: |text| Some(format!("\u{3400}{}", (CODEC.pack)(text)?)),
        unpack: |text| (CODEC.unpack)(text.strip_prefix('\u{3400}')?),
    };
    shelf.use_codec(codec);
    assert!(matches!(pack(&shelf, &visit), Err(StoreError::Failed(_))));
    assert_eq!(store.get(&key(&visit)), before);
}

/// As the app notes times; the fixture has whole seconds.
fn with_milliseconds(mut visit: Observation) -> Observation {
    for (line, millis) in visit.log.iter_mut().zip((17..).step_by(23)) {
        line.at += Duration::milliseconds(millis);
    }
    visit
}

/// A packed record as the released app keeps it, byte for byte. Never changed: what it holds stands on tablets.
const RELEASED: &str = include_str!("../fixtures/packed-1.json");

#[test]
fn a_record_that_was_packed_by_the_released_app_is_read_whole() {
    let visit = with_milliseconds(lesson());
    let records: std::collections::BTreeMap<String, String> =
        serde_json::from_str(RELEASED).expect("text by key");
    let store = Rc::new(MemoryStore::default());
    for (key, value) in &records {
        store.set(key, value).expect("room");
        assert_eq!(open(value).expect("sound").schema, PACKED);
    }
    let shelf = over(Rc::<MemoryStore>::clone(&store));
    assert_eq!(shelf.load(visit.id), Ok(Some(visit.clone())));
    let shown = shelf.summary(visit.id).expect("readable").expect("there");
    assert_eq!((shown.visit.teacher.name.as_str(), shown.count(|_| Vec::new()).scored), ("Juf Noor", 24));
}
