//! What the crash notice saved can be brought back.

use crate::common::{builtin, draft, read_rescue};
use lesbezoek::domain::{Observation, Rubric};
use lesbezoek::exchange::rubric_ref;
use lesbezoek::store::{Entry, Key, MemoryStore, RecordStore, Shelf};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The record of a visit as it is kept.
fn kept(visit: &Observation) -> (String, String) {
    let store = Rc::new(MemoryStore::default());
    Shelf::new(Rc::<MemoryStore>::clone(&store)).save(visit).expect("room");
    let key = Key::Observation(visit.id).to_string();
    let value = store.get(&key).expect("readable").expect("there");
    (key, value)
}

fn further(visit: &Observation) -> Observation {
    Observation { revision: visit.revision + 3, ..visit.clone() }
}

fn file(records: Value, journal: Value) -> String {
    json!({"format": "lesbezoek-rescue", "version": 2, "records": records, "journal": journal}).to_string()
}

#[test]
fn of_each_visit_the_copy_that_counts_comes_back() {
    let visit = draft();
    let newer = further(&visit);
    let ((key, early), (_, late)) = (kept(&visit), kept(&newer));
    let entry = |value: &str| json!({"revision": Entry::of(value).revision, "value": value});
    let back =
        |records: Value, journal: Value| read_rescue(&file(records, journal)).expect("a file").observations;
    assert_eq!(back(json!({&key: early}), json!({&key: entry(&late)})), std::slice::from_ref(&newer));
    assert_eq!(back(json!({&key: late}), json!({&key: entry(&early)})), [newer]);
    assert_eq!(back(json!({}), json!({&key: entry(&early)})), std::slice::from_ref(&visit));
    assert_eq!(back(json!({&key: early}), json!({"error": "it failed"})), std::slice::from_ref(&visit));
    let gone = Entry::deletion_of(&early);
    assert_eq!(back(json!({&key: early}), json!({&key: {"revision": gone.revision, "value": null}})), []);
}

#[test]
fn a_visit_that_cannot_be_read_is_counted_and_the_others_come_back_with_their_rubric() {
    let rubric = Rubric { version: 99, ..builtin() };
    let visit = Observation { rubric: rubric_ref(&rubric), ..draft() };
    let store = Rc::new(MemoryStore::default());
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
    shelf.save(&visit).expect("room");
    shelf.save_rubric(&rubric).expect("room");
    let mut records: serde_json::Map<String, Value> =
        shelf.everything().expect("readable").into_iter().map(|(key, value)| (key, json!(value))).collect();
    records.insert(
        "lesbezoek:1:observation:01890a5d-ac96-774b-bcce-b302099a8057".to_owned(),
        json!("{\"schema\":1,"),
    );
    records.insert("error".to_owned(), json!("half of it failed"));
    let rescued = read_rescue(&file(Value::Object(records), json!({}))).expect("a file");
    assert_eq!((rescued.observations, rescued.rubrics, rescued.unreadable), (vec![visit], vec![rubric], 1));
}

#[test]
fn what_was_put_aside_there_is_put_aside_here() {
    let there = Rc::new(MemoryStore::default());
    let shelf = Shelf::new(Rc::<MemoryStore>::clone(&there));
    shelf.save(&draft()).expect("room");
    shelf.put_aside(&further(&draft())).expect("room");
    let aside = shelf.aside().expect("readable");
    let records: BTreeMap<_, _> = shelf.everything().expect("readable").into_iter().collect();
    let rescued = read_rescue(&file(json!(records), json!({}))).expect("a file");
    assert_eq!((rescued.aside.len(), &rescued.aside), (1, &aside));

    let here = Shelf::new(Rc::new(MemoryStore::default()));
    assert!(!here.has_aside(&aside[0]));
    here.keep_aside(&aside[0]).expect("room");
    assert!(here.has_aside(&aside[0]));
    assert_eq!(here.visit_in(&here.aside().expect("readable")[0].raw), Some(further(&draft())));
    assert_eq!(here.visit_ids(), Ok(Vec::new()), "it is no visit by that");
}

#[test]
fn another_file_is_refused() {
    for text in ["Beste collega", "{\"records\":{}}", "{\"format\":\"lesbezoek-export\",\"records\":{}}"] {
        assert!(read_rescue(text).is_none(), "{text}");
    }
}
