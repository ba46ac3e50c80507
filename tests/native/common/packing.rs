//! A visit of a whole lesson, packed.

use std::rc::Rc;

use lesbezoek::domain::{Observation, SchoolYear};
use lesbezoek::exchange::{builtin_indicators, parse_document};
use lesbezoek::store::{CODEC, Key, MemoryStore, Mirror, PACKED, RecordStore, Shelf, StoreError, open};

pub const NEXT_YEAR: SchoolYear = SchoolYear(2027);

pub fn over(records: Rc<dyn RecordStore>) -> Shelf {
    let shelf = Shelf::new(records);
    shelf.use_codec(CODEC);
    shelf
}

pub fn on(mirror: &Mirror) -> Shelf {
    over(Rc::new(mirror.clone()))
}

pub fn lesson() -> Observation {
    let exported =
        parse_document(include_str!("../../fixtures/groep5-rekenen.json")).expect("a sound fixture");
    exported.observations.into_iter().next().expect("one visit")
}

pub fn key(visit: &Observation) -> String {
    Key::Observation(visit.id).to_string()
}

pub fn pack(shelf: &Shelf, visit: &Observation) -> Result<bool, StoreError> {
    shelf.pack(visit.id, NEXT_YEAR, |_| builtin_indicators())
}

/// A visit on a shelf, packed, with the value that it had before.
pub fn packed(visit: &Observation) -> (Rc<MemoryStore>, Shelf, String) {
    let store = Rc::new(MemoryStore::default());
    let shelf = over(Rc::<MemoryStore>::clone(&store));
    shelf.save(visit).expect("room");
    let plain = store.get(&key(visit)).expect("readable").expect("there");
    assert_eq!(pack(&shelf, visit), Ok(true));
    (store, shelf, plain)
}

pub fn schema(store: &dyn RecordStore, visit: &Observation) -> u32 {
    let value = store.get(&key(visit)).expect("readable").expect("there");
    open(&value).expect("sound").schema
}

/// The value of a visit as it was, and as it is after packing.
pub fn both_forms(visit: &Observation) -> (String, String) {
    let store = Rc::new(MemoryStore::default());
    let shelf = over(Rc::<MemoryStore>::clone(&store));
    let value = || store.get(&key(visit)).expect("readable").expect("there");
    shelf.save(visit).expect("room");
    let plain = value();
    pack(&shelf, visit).expect("room");
    (plain, value())
}

/// The packed form of a value (docs/data-format.md), with nothing for a list in it, and no smaller.
pub fn small_form(value: &str) -> String {
    let sound = open(value).expect("sound");
    let small = serde_json::to_string(&sound.body).expect("text");
    let of = checksum(1, sound.revision, &sound.body);
    let body = format!("{{\"of\":\"{of}\",\"seen\":[],\"packed\":{small}}}");
    let (revision, crc) = (sound.revision, checksum(PACKED, sound.revision, &body));
    format!("{{\"schema\":{PACKED},\"revision\":{revision},\"crc\":\"{crc}\",\"body\":{body}}}")
}

/// The envelope with another schema version and its right checksum (see docs/data-format.md).
pub fn reseal(raw: &str, schema: u32) -> String {
    let sound = open(raw).expect("sound");
    let (revision, crc) = (sound.revision, checksum(schema, sound.revision, &sound.body));
    format!(r#"{{"schema":{schema},"revision":{revision},"crc":"{crc}","body":{}}}"#, sound.body)
}

fn checksum(schema: u32, revision: u64, body: &str) -> String {
    let mut crc = crc32fast::Hasher::new();
    crc.update(&schema.to_le_bytes());
    crc.update(&revision.to_le_bytes());
    crc.update(body.as_bytes());
    format!("{:08x}", crc.finalize())
}
