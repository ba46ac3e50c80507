//! What is deleted is gone from every place that the app keeps, and what is due is known without opening the visit.

use std::rc::Rc;

use crate::common::device::Device;
use crate::common::packing::{lesson, on, over, pack, packed};
use crate::common::{draft, header};
use chrono::{Duration, NaiveDate};
use lesbezoek::domain::{Edit, Objection, Observation, ObservationId, VisitEdit};
use lesbezoek::exchange::{export_json, parse_document};
use lesbezoek::store::{Journal, Key, MemoryStore, RecordStore, Settings, Shelf};
use uuid::Uuid;

/// Stands in no other record.
const WORD: &str = "kwartelei";

fn planted() -> Observation {
    let mut visit = Observation { id: ObservationId(Uuid::from_u128(77)), ..draft() };
    let now = header().exported_at;
    visit.apply(Edit::Visit(VisitEdit::Focus(format!("een {WORD}"))), now);
    visit
}

/// Every place in which the word stands, of both copies.
fn places_with_word(device: &Device) -> Vec<String> {
    let local = device.local.keys().expect("readable").into_iter();
    let local =
        local.filter(|key| device.local.get(key).expect("readable").is_some_and(|raw| raw.contains(WORD)));
    let mut found: Vec<String> = local.collect();
    let mut after = None;
    loop {
        let page = futures::executor::block_on(device.journal.page(after.as_deref())).expect("a journal");
        let Some((last, _)) = page.last() else { break };
        after = Some(last.clone());
        let with_word =
            page.into_iter().filter(|(_, entry)| entry.value.as_ref().is_some_and(|raw| raw.contains(WORD)));
        found.extend(with_word.map(|(key, _)| format!("journal {key}")));
    }
    found
}

#[test]
fn a_deleted_visit_is_in_no_copy_whatever_was_put_aside_of_it() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let visit = planted();
    shelf.save(&visit).expect("room");
    shelf.put_aside(&Observation { revision: 1, ..visit.clone() }).expect("room");
    shelf.mark_exported(&visit, header().exported_at).expect("room");
    device.run();
    assert!(places_with_word(&device).len() >= 4, "both copies of both states");

    shelf.delete(visit.id).expect("there");
    device.run();
    assert_eq!(places_with_word(&device), Vec::<String>::new());
    assert!(shelf.everything().expect("readable").is_empty(), "nor its mark");
}

/// Deletes the planted visit as long as the second copy gives nothing to read, and looks which words are left once it does.
fn left_after_a_blind_deletion(device: &Device) -> Vec<String> {
    let blind = device.opened();
    device.journal.fail(1);
    futures::executor::block_on(blind.settle_all()).expect_err("told to fail");
    Shelf::new(Rc::new(blind.clone())).delete(planted().id).expect("there");
    device.run();
    futures::executor::block_on(blind.settle_all()).expect("a journal");
    device.run();
    device.started();
    places_with_word(device)
}

#[test]
fn a_visit_that_is_deleted_before_the_second_copy_can_be_read_is_not_put_aside() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let visit = planted();
    shelf.save(&visit).expect("room");
    shelf.put_aside(&Observation { revision: 1, ..visit }).expect("room");
    device.run();
    assert_eq!(left_after_a_blind_deletion(&device), Vec::<String>::new());
}

#[test]
fn nor_is_an_earlier_state_of_it_that_the_second_copy_has_or_the_same_one_packed() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let mut visit = planted();
    shelf.save(&visit).expect("room");
    device.run();
    visit.apply(Edit::Visit(VisitEdit::Group("5".to_owned())), header().exported_at);
    shelf.save(&visit).expect("room");
    // The later state did not get so far.
    device.kill();
    assert_eq!(left_after_a_blind_deletion(&device), Vec::<String>::new());

    let device = Device::default();
    let mirror = device.started();
    let mut visit = Observation { id: planted().id, ..lesson() };
    visit.apply(Edit::Reopen, header().exported_at);
    visit.apply(Edit::Visit(VisitEdit::Subject(WORD.to_owned())), header().exported_at);
    visit.apply(Edit::Complete, header().exported_at);
    on(&mirror).save(&visit).expect("room");
    device.run();
    let key = Key::Observation(visit.id).to_string();
    let plain = device.local.get(&key).expect("readable").expect("there");
    assert_eq!(pack(&on(&mirror), &visit), Ok(true));
    device.run();
    device.local.set(&key, &plain).expect("room");
    assert_eq!(left_after_a_blind_deletion(&device), Vec::<String>::new());
}

#[test]
fn what_only_the_second_copy_had_of_a_visit_that_was_deleted_blind_is_kept() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let mut visit = planted();
    shelf.save(&visit).expect("room");
    let key = Key::Observation(visit.id).to_string();
    let early = device.local.get(&key).expect("readable").expect("there");
    visit.apply(Edit::Visit(VisitEdit::Group("5".to_owned())), header().exported_at);
    shelf.save(&visit).expect("room");
    device.run();
    // The disk had not got so far.
    device.local.set(&key, &early).expect("room");
    assert!(!left_after_a_blind_deletion(&device).is_empty());
    let now = Shelf::new(Rc::new(device.started())).load(visit.id);
    assert_eq!(now, Ok(Some(visit)), "nobody had seen that state when this was deleted");
}

#[test]
fn what_is_brought_back_is_newer_than_every_deletion_of_it() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let mut visit = planted();
    let now = header().exported_at;
    shelf.save(&visit).expect("room");
    shelf.mark_exported(&visit, now).expect("room");
    let first = shelf.delete(visit.id).expect("there");
    // It came once more, was changed more often, exported and deleted again.
    shelf.replace(&visit).expect("room");
    visit = shelf.load(visit.id).expect("readable").expect("there");
    for group in ["5", "6", "7", "8"] {
        visit.apply(Edit::Visit(VisitEdit::Group(group.to_owned())), now).expect("a change");
        shelf.save(&visit).expect("room");
        shelf.mark_exported(&visit, now).expect("room");
    }
    shelf.delete(visit.id).expect("there");
    device.run();
    shelf.put_back(&first).expect("room");
    let back = shelf.load(visit.id).expect("readable").expect("there");
    assert!(back.revision > visit.revision + 1, "{}", back.revision);
    let mark = shelf.export_mark(visit.id).expect("readable").expect("marked");
    assert_eq!(shelf.changed_since(&mark, visit.id, back.revision), Ok(false));
    assert_eq!(mark.revision, back.revision, "it left in this state");
    // The journal did not get so far.
    device.kill();
    let shelf = Shelf::new(Rc::new(device.started()));
    assert_eq!(shelf.load(visit.id), Ok(Some(back)));
    assert_eq!(shelf.export_mark(visit.id), Ok(Some(mark)));
}

#[test]
fn what_was_put_aside_comes_back_after_a_reload_though_the_second_copy_cannot_be_read() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let visit = planted();
    shelf.save(&visit).expect("room");
    shelf.put_aside(&Observation { revision: 1, ..visit.clone() }).expect("room");
    let aside = shelf.aside().expect("readable");
    let deleted = shelf.delete(visit.id).expect("there");
    device.run();
    let blind = device.opened();
    Shelf::new(Rc::new(blind.clone())).put_back(&deleted).expect("room");
    device.run();
    let shelf = Shelf::new(Rc::new(device.started()));
    assert_eq!((aside.len(), shelf.aside()), (1, Ok(aside)));
    assert!(shelf.load(visit.id).expect("readable").is_some());
}

#[test]
fn what_was_put_aside_and_deleted_is_not_put_aside_once_more() {
    let device = Device::default();
    let mirror = device.started();
    let shelf = Shelf::new(Rc::new(mirror.clone()));
    let mut visit = planted();
    shelf.save(&visit).expect("room");
    device.run();
    let key = Key::Observation(visit.id).to_string();
    let early = device.local.get(&key).expect("readable").expect("there");
    visit.apply(Edit::Visit(VisitEdit::Focus("niets".to_owned())), header().exported_at);
    shelf.save(&visit).expect("room");
    device.run();
    device.local.set(&key, &early).expect("room");
    let shelf = Shelf::new(Rc::new(device.started()));
    let [aside] = shelf.aside().expect("readable").try_into().expect("the earlier state");
    shelf.remove_raw(&aside.key).expect("there");
    // The tab that deleted it has not told the journal yet, or another one finds the early state before it looks for asides.
    device.local.set(&key, &early).expect("room");
    device.run();
    let mirror = device.opened();
    futures::executor::block_on(mirror.settle(&Key::Observation(visit.id))).expect("a journal");
    futures::executor::block_on(mirror.settle_all()).expect("a journal");
    device.run();
    assert_eq!(places_with_word(&device), Vec::<String>::new());
    device.local.set(&key, &early).expect("room");
    device.started();
    assert_eq!(places_with_word(&device), Vec::<String>::new());
}

#[test]
fn an_earlier_state_that_a_kill_left_goes_at_the_next_start() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    let mut visit = planted();
    shelf.save(&visit).expect("room");
    let key = format!("lesbezoek:1:observation:{}", visit.id);
    let early = device.local.get(&key).expect("readable").expect("there");
    visit.apply(Edit::Visit(VisitEdit::Group("5".to_owned())), header().exported_at);
    shelf.save(&visit).expect("room");
    shelf.delete(visit.id).expect("there");
    device.run();
    // The disk had not got so far.
    device.local.set(&key, &early).expect("room");
    assert_eq!(places_with_word(&device).len(), 1);
    device.started();
    device.run();
    assert_eq!(places_with_word(&device), Vec::<String>::new());
}

#[test]
fn a_packed_visit_is_due_by_its_own_day_too() {
    let mut visit = lesson();
    let day = NaiveDate::from_ymd_opt(2027, 1, 31).expect("a day");
    visit.apply(Edit::Visit(VisitEdit::KeepUntil(Some(day))), header().exported_at);
    let (_, shelf, _) = packed(&visit);
    let summary = shelf.summary(visit.id).expect("readable").expect("there");
    assert_eq!(summary.visit.keep_until, Some(day));
    assert!(summary.visit.is_due(2, day + Duration::days(1)));
    assert_eq!(shelf.load(visit.id), Ok(Some(visit)));
}

#[test]
fn a_packed_visit_without_a_day_of_its_own_follows_the_rule() {
    let visit = lesson();
    let shelf = over(Rc::new(MemoryStore::default()));
    shelf.save(&visit).expect("room");
    assert_eq!(pack(&shelf, &visit), Ok(true));
    let summary = shelf.summary(visit.id).expect("readable").expect("there");
    assert_eq!(summary.visit.keep_until, None);
    assert_eq!(summary.visit.kept_until(2), visit.visit.kept_until(2));
}

#[test]
fn a_school_that_chose_nothing_keeps_two_school_years() {
    let chosen_nothing: Settings =
        serde_json::from_str(r#"{"device_name":"","observer":""}"#).expect("settings");
    assert_eq!(chosen_nothing.school_years_kept(), 2);
}

#[test]
fn an_objection_goes_out_with_the_visit_and_an_old_file_has_none() {
    let mut visit = planted();
    let now = header().exported_at;
    visit.apply(Edit::Complete, now);
    let said = Objection::said(now.date_naive(), "Ik gaf wel denktijd".to_owned());
    visit.apply(Edit::Objection(said.clone()), now);
    let json = export_json(&header(), &[], &[], std::slice::from_ref(&visit), &[]).expect("an export");
    assert!(json.contains(r#""objection":{"on":"2026-11-23","text":"Ik gaf wel denktijd"}"#), "{json}");
    assert_eq!(parse_document(&json).expect("our own export").observations[0].objection, said);
    let old = parse_document(include_str!("../fixtures/groep5-rekenen.json")).expect("an old export");
    assert!(old.observations.iter().all(|one| one.objection.is_none() && one.visit.keep_until.is_none()));
}
