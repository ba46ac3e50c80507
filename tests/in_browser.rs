//! The browser wing in a real browser, without the app around it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, missing_docs, reason = "a test may stop")]

#[path = "native/common/journal_table.rs"]
mod journal_table;

use lesbezoek::browser::{BrowserJournal, LocalStore, hash, new_uuid, now, set_hash, unix_millis};
use lesbezoek::store::{RecordStore, StoreError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn local_storage_keeps_lists_and_removes() {
    let store = LocalStore::open().expect("not blocked");
    store.set("lesbezoek:test", "één ✓").expect("room");
    assert_eq!(store.get("lesbezoek:test"), Ok(Some("één ✓".to_owned())));
    assert!(store.keys().expect("readable").contains(&"lesbezoek:test".to_owned()));
    store.remove("lesbezoek:test").expect("there");
    assert_eq!(store.get("lesbezoek:test"), Ok(None));
}

#[wasm_bindgen_test]
fn a_value_that_does_not_fit_is_refused_as_full_and_the_old_one_survives() {
    let store = LocalStore::open().expect("not blocked");
    store.set("lesbezoek:full", "old").expect("room");
    let too_long = "x".repeat(6 * 1024 * 1024);
    assert_eq!(store.set("lesbezoek:full", &too_long), Err(StoreError::Full));
    assert_eq!(store.get("lesbezoek:full"), Ok(Some("old".to_owned())));
    store.remove("lesbezoek:full").expect("there");
}

#[wasm_bindgen_test]
fn ids_are_of_version_seven_and_differ() {
    let (one, two) = (new_uuid(), new_uuid());
    assert_eq!(one.get_version_num(), 7);
    assert_ne!(one, two);
}

#[wasm_bindgen_test]
fn now_is_the_time_of_the_device() {
    let before = i64::try_from(unix_millis()).expect("a time");
    let now = now().timestamp_millis();
    assert!((before..before + 60_000).contains(&now));
}

#[wasm_bindgen_test]
fn the_hash_is_read_as_it_was_set() {
    set_hash("/gegevens");
    assert_eq!(hash(), "/gegevens");
    set_hash("/");
}

#[wasm_bindgen_test]
async fn the_journal_does_with_a_change_what_the_table_says() {
    // The page around the program brings it; here there is none.
    js_sys::eval(include_str!("../shell/journal.js")).expect("a script");
    journal_table::keeps_to_the_table(&BrowserJournal, &format!("table:{}:", new_uuid())).await;
}
