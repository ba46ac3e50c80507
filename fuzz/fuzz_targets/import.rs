//! Whatever a file holds: it is refused, or what was read of it reads the same once more.
#![no_main]

use lesbezoek::exchange::{export_json, parse_document};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(document) = parse_document(text) else { return };
    let json = export_json(&document.header, &document.rubrics, &document.people, &document.observations, &document.plans).expect("what was read can be written");
    let again = parse_document(&json).expect("what was written can be read");
    assert_eq!(again.observations, document.observations);
    assert_eq!(again.rubrics, document.rubrics);
    assert_eq!(again.people, document.people);
    assert_eq!(again.plans, document.plans);
});
