//! The people of the school are kept as safely as visits, and each name stands in one place.

use std::rc::Rc;

use crate::common::device::Device;
use crate::common::packing::reseal;
use crate::common::{builtin, draft, header, person, profile, read_rescue};
use chrono::Duration;
use lesbezoek::domain::{Observation, Person, PersonId, PersonRef, Profile, Visit};
use lesbezoek::exchange::{
    ImportError, PersonItem, Verdict, export_json, parse_document, plan_merge, plan_records,
};
use lesbezoek::store::{Key, MemoryStore, RecordStore, Shelf, StoreError, seal};
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn noor() -> Person {
    Person::begin(id(1), Profile::named("Noor Aydın"), header().exported_at)
}

fn key(person: &Person) -> String {
    Key::Person(person.id).to_string()
}

fn shelf() -> (Rc<MemoryStore>, Shelf) {
    let store = Rc::new(MemoryStore::default());
    (Rc::clone(&store), Shelf::new(store))
}

fn renamed(person: &Person, name: &str) -> Person {
    let mut person = person.clone();
    person.change(Profile { name: name.to_owned(), ..person.profile.clone() }, header().exported_at);
    person
}

/// A visit of Noor to somebody whose name was typed.
fn visit_by(observer: PersonId) -> Observation {
    let visit = draft();
    let teacher = PersonRef::typed("Bram".to_owned());
    Observation { visit: Visit { teacher, observer: PersonRef::of(observer), ..visit.visit }, ..visit }
}

fn plan(shelf: &Shelf, people: &[Person]) -> Vec<PersonItem> {
    plan_records(people.to_vec(), |id| shelf.person(id).expect("readable"))
}

fn verdict(mine: &Person, theirs: &Person) -> Verdict {
    plan_records(vec![theirs.clone()], |_| Some(mine.clone())).remove(0).verdict
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn anybody_is_read_as_kept_and_comes_back_from_an_export(person in person()) {
        let (_, shelf) = shelf();
        shelf.save_person(&person).expect("room");
        prop_assert_eq!(shelf.person(person.id), Ok(Some(person.clone())));
        let name = Some(person.profile.name.clone()).filter(|name| !name.trim().is_empty());
        prop_assert_eq!(shelf.name_of(person.id), name);
        let json = export_json(&header(), &[], std::slice::from_ref(&person), &[], &[]).expect("an export");
        prop_assert_eq!(parse_document(&json).expect("our own export").people, [person]);
    }

    #[test]
    fn an_import_of_people_tells_each_case_apart_and_twice_is_once(mine in person(), other in profile()) {
        let mut theirs = mine.clone();
        let later = mine.updated_at + Duration::seconds(1);
        prop_assert_eq!(verdict(&mine, &mine), Verdict::Same);
        prop_assume!(theirs.change(other, later).is_some());
        prop_assert_eq!(verdict(&mine, &theirs), Verdict::Newer);
        prop_assert_eq!(verdict(&theirs, &mine), Verdict::Older);
        // Changed as often on two devices: the last one counts.
        let draw = Person { revision: mine.revision, ..theirs.clone() };
        prop_assert_eq!((verdict(&mine, &draw), verdict(&draw, &mine)), (Verdict::Newer, Verdict::Older));
        for incoming in [theirs, draw] {
            let (_, shelf) = shelf();
            shelf.save_person(&mine).expect("room");
            let item = plan(&shelf, std::slice::from_ref(&incoming)).remove(0);
            prop_assert_eq!(shelf.merge_person(&item), Ok(true));
            prop_assert_eq!(shelf.person(mine.id).expect("readable").map(|one| one.profile), Some(incoming.profile.clone()));
            prop_assert_eq!(shelf.aside().expect("readable").len(), 1, "what was replaced is put aside");
            let again = plan(&shelf, &[incoming]).remove(0);
            prop_assert_eq!(shelf.merge_person(&again), Ok(false));
        }
    }
}

#[test]
fn a_name_that_changes_changes_in_every_visit_and_no_visit_is_written() {
    let (store, shelf) = shelf();
    let visit = visit_by(id(1));
    shelf.save_person(&noor()).expect("room");
    shelf.save(&visit).expect("room");
    let kept = store.get(&Key::Observation(visit.id).to_string()).expect("readable").expect("there");
    let shown = || shelf.named(shelf.summary(visit.id).expect("readable").expect("there").visit);
    assert_eq!((shown().observer.name, shown().teacher.name), ("Noor Aydın".to_owned(), "Bram".to_owned()));
    shelf.save_person(&renamed(&noor(), "Collega 7")).expect("room");
    assert_eq!(shown().observer.name, "Collega 7");
    let gone = shelf.delete_person(id(1)).expect("room");
    assert_eq!(shown().observer.name, "");
    shelf.put_back(&gone).expect("room");
    assert_eq!(shown().observer.name, "Collega 7");
    assert_eq!(store.get(&Key::Observation(visit.id).to_string()), Ok(Some(kept.clone())));
    assert!(!kept.contains("Noor"));
}

#[test]
fn what_comes_in_names_those_of_the_list_there_alone_and_is_no_conflict_after_a_change_of_name() {
    let (store, shelf) = shelf();
    let exported = Observation {
        visit: visit_by(id(1)).visit.with_names(|_| Some("Noor Aydın".to_owned())),
        ..draft()
    };
    let local = |id| shelf.load(id).expect("readable");
    let item = plan_merge(vec![exported.clone()], local).remove(0);
    // Nobody here knows her: the name must stay in the visit.
    assert_eq!(shelf.merge(&item), Ok(true));
    assert_eq!(shelf.load(exported.id), Ok(Some(exported.clone())));
    shelf.delete(exported.id).expect("room");
    shelf.merge_person(&plan(&shelf, &[noor()]).remove(0)).expect("room");
    assert_eq!(shelf.merge(&plan_merge(vec![exported.clone()], local).remove(0)), Ok(true));
    let kept = store.get(&Key::Observation(exported.id).to_string()).expect("readable").expect("there");
    assert!(!kept.contains("Noor"), "{kept}");
    shelf.save_person(&renamed(&noor(), "Collega 7")).expect("room");
    let here = shelf.load(exported.id).expect("readable").expect("there");
    let again = Observation { revision: here.revision, ..exported };
    assert_eq!(plan_merge(vec![again], local).remove(0).verdict, Verdict::Same);
}

#[test]
fn damage_is_named_and_keeps_nobody_else_from_the_list() {
    let (store, shelf) = shelf();
    let (bram, zoe) =
        (Person { id: id(2), ..renamed(&noor(), "bram") }, Person { id: id(3), ..renamed(&noor(), "Zoë") });
    for person in [&noor(), &bram, &zoe] {
        shelf.save_person(person).expect("room");
    }
    let raw = store.get(&key(&zoe)).expect("readable").expect("there");
    store.set(&key(&zoe), &raw.replace("Zoë", "Zoe")).expect("room");
    assert!(matches!(shelf.person(zoe.id), Err(StoreError::Damaged { .. })));
    assert_eq!(shelf.people(), Ok((vec![bram.clone(), noor()], 1)), "by name, whatever the capitals");
    assert_eq!(shelf.names(), [(bram.id, "bram".to_owned()), (id(1), "Noor Aydın".to_owned())]);
    // A record of another under this key is no record of this one.
    store.set(&key(&zoe), &store.get(&key(&bram)).expect("readable").expect("there")).expect("room");
    assert!(matches!(shelf.person(zoe.id), Err(StoreError::Damaged { .. })));
    // An import replaces it, and puts it aside.
    let item = PersonItem { incoming: zoe.clone(), verdict: Verdict::New };
    assert_eq!(shelf.merge_person(&item), Ok(true));
    assert_eq!(shelf.aside().expect("readable").len(), 1);
    shelf.delete_person(zoe.id).expect("room");
    assert_eq!(shelf.aside(), Ok(Vec::new()), "deleted is gone, also what was put aside");
}

#[test]
fn what_a_later_app_wrote_is_neither_read_nor_replaced() {
    let (store, shelf) = shelf();
    let later = reseal(&seal(9, "{}"), 3);
    store.set(&key(&noor()), &later).expect("room");
    let error = StoreError::Newer { key: key(&noor()), schema: 3 };
    let item = PersonItem { incoming: noor(), verdict: Verdict::New };
    assert_eq!((shelf.person(id(1)), shelf.merge_person(&item)), (Err(error.clone()), Err(error)));
    assert_eq!(store.get(&key(&noor())), Ok(Some(later)));
}

#[test]
fn local_storage_that_lost_somebody_gets_them_back_and_it_is_told() {
    let device = Device::default();
    let first = Shelf::new(Rc::new(device.started()));
    first.save_person(&noor()).expect("room");
    device.run();
    device.local.remove(&key(&noor())).expect("room");
    let again = Shelf::new(Rc::new(device.started()));
    assert_eq!(again.person(id(1)), Ok(Some(noor())));
    assert_eq!((device.take_people_mended(), device.take_mended().len()), (1, 0));
    // A change that only the journal has.
    let old = device.local.get(&key(&noor())).expect("readable").expect("there");
    again.save_person(&renamed(&noor(), "N.")).expect("room");
    device.run();
    device.local.set(&key(&noor()), &old).expect("room");
    let third = Shelf::new(Rc::new(device.started()));
    assert_eq!(third.name_of(id(1)), Some("N.".to_owned()));
    assert_eq!(third.aside().expect("readable").len(), 1);
}

#[test]
fn somebody_who_was_deleted_stays_deleted_until_undone() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    shelf.save_person(&noor()).expect("room");
    device.run();
    let raw = device.local.get(&key(&noor())).expect("readable").expect("there");
    let deleted = shelf.delete_person(id(1)).expect("room");
    device.run();
    // The browser was killed before local storage had it on the disk.
    device.local.set(&key(&noor()), &raw).expect("room");
    let again = Shelf::new(Rc::new(device.started()));
    assert_eq!((again.person(id(1)), device.take_people_mended()), (Ok(None), 1));
    again.put_back(&deleted).expect("room");
    device.run();
    device.local.remove(&key(&noor())).expect("room");
    let last = Shelf::new(Rc::new(device.started()));
    assert_eq!(last.person(id(1)).expect("readable").map(|one| one.profile), Some(noor().profile));
}

#[test]
fn a_full_storage_takes_a_colleague_in_the_second_copy_and_says_so() {
    let device = Device::default();
    let shelf = Shelf::new(Rc::new(device.started()));
    device.local.fill(true);
    assert_eq!(shelf.save_person(&noor()), Err(StoreError::Full));
    device.run();
    assert_eq!(shelf.name_of(id(1)), Some("Noor Aydın".to_owned()));
    device.local.fill(false);
    assert_eq!(Shelf::new(Rc::new(device.started())).person(id(1)), Ok(Some(noor())));
}

#[test]
fn a_rescue_file_brings_people_back() {
    let (_, shelf) = shelf();
    shelf.save_person(&noor()).expect("room");
    shelf.save(&visit_by(id(1))).expect("room");
    let records: serde_json::Map<String, serde_json::Value> =
        shelf.everything().expect("readable").into_iter().map(|(key, value)| (key, value.into())).collect();
    let file = serde_json::json!({"format": "lesbezoek-rescue", "records": records});
    let rescued = read_rescue(&file.to_string()).expect("a file");
    assert_eq!(
        (rescued.people, rescued.observations, rescued.unreadable),
        (vec![noor()], vec![visit_by(id(1))], 0)
    );
}

#[test]
fn a_file_with_one_colleague_twice_or_changed_too_often_is_refused_with_its_place() {
    let refused = |people: &[Person]| {
        let json = export_json(&header(), &[builtin()], people, &[], &[]).expect("an export");
        match parse_document(&json) {
            Err(ImportError::Invalid { path, .. }) => path,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(refused(&[noor(), noor()]), "people[1].id");
    assert_eq!(refused(&[Person { revision: u64::MAX, ..noor() }]), "people[0].revision");
}

#[test]
fn somebody_without_a_name_takes_no_name_from_a_visit() {
    let (_, shelf) = shelf();
    shelf.save_person(&renamed(&noor(), " ")).expect("room");
    let mut visit = visit_by(id(1));
    visit.visit.observer.name = "Noor Aydın".to_owned();
    shelf.save(&visit).expect("room");
    let kept = shelf.load(visit.id).expect("readable").expect("there");
    assert_eq!(shelf.named(kept.visit).observer.name, "Noor Aydın");
}
