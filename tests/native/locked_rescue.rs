//! What the crash notice saved while a lock was on opens with the passphrase or the code of that lock, and nothing else does.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::LazyLock;

use crate::common::device::Device;
use crate::common::lock::{Cut, copies, random, rows, whole};
use crate::common::packing::on;
use crate::common::plan::plan;
use crate::common::{builtin, draft, observation, person};
use futures::executor::block_on;
use lesbezoek::domain::{Lang, Observation, ObservationId, Person, PersonId, Plan, PlanId, Rubric};
use lesbezoek::store::lock::{
    Cost, LOCK, LockMark, LockState, RecoveryCode, SealedJournal, SealedRecords, Sealer, is_sealed_key,
};
use lesbezoek::store::{
    Closed, Entry, Journal, Key, MemoryStore, Mirror, RecordStore, RescueFile, RescueLock, Rescued, Shelf,
    open, seal,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

const PASSPHRASE: &str = "paars kameel lantaarn negen";

/// Two locks, the second one put on in place of the first, and the code of the first: to make them takes a while.
static LOCKS: LazyLock<(LockMark, LockMark, RecoveryCode)> = LazyLock::new(|| {
    let code = RecoveryCode::fresh(random).unwrap();
    let mark = |key: u8, before: Option<Rc<Sealer>>| {
        let secrets = (PASSPHRASE, &code);
        LockMark::new(&sealer(key), before.as_deref(), secrets, Cost::LEAST, Lang::Nl).unwrap()
    };
    (mark(1, None), mark(2, Some(sealer(1))), code.clone())
});

fn mark_of(lock: u8) -> LockMark {
    if lock == 1 { LOCKS.0.clone() } else { LOCKS.1.clone() }
}

fn sealer(lock: u8) -> Rc<Sealer> {
    Rc::new(key_of(lock))
}

fn key_of(lock: u8) -> Sealer {
    Sealer::new([lock; 32], random)
}

fn visit(number: u128) -> Observation {
    Observation { id: ObservationId(Uuid::from_u128(number)), ..draft() }
}

/// The app as it is with this lock, or with none.
fn started(device: &Device, lock: Option<u8>) -> Mirror {
    let Some(lock) = lock else { return device.started() };
    let tasks = Rc::clone(&device.tasks);
    let local = SealedRecords::new(Rc::<MemoryStore>::clone(&device.local), sealer(lock));
    let journal = SealedJournal::new(Rc::clone(&device.journal) as Rc<dyn Journal>, sealer(lock));
    let mirror = Mirror::new(Rc::new(local), Rc::new(journal), move |task| tasks.borrow_mut().push(task));
    block_on(mirror.settle_all()).unwrap();
    device.run();
    mirror
}

/// A device on which this was done, with this lock.
fn used(lock: Option<u8>, act: impl FnOnce(&Shelf)) -> Device {
    let device = Device::default();
    act(&on(&started(&device, lock)));
    device.run();
    if let Some(lock) = lock {
        block_on(copies(&whole(&device)).put_on(&mark_of(lock), sealer(lock), None)).unwrap();
    }
    device
}

/// Three visits, of which one was changed, and one that was deleted.
fn with_visits(shelf: &Shelf) {
    (0..4).for_each(|number| shelf.save(&visit(number)).unwrap());
    shelf.save(&Observation { revision: 9, ..visit(0) }).unwrap();
    shelf.remove_raw(&Key::Observation(visit(3).id).to_string()).unwrap();
}

fn the_visits() -> Vec<Observation> {
    vec![visit(2), visit(1), Observation { revision: 9, ..visit(0) }]
}

/// As `shell/boot.js` writes it when no program is there to open anything.
fn file_of(device: &Device) -> RescueFile {
    read(&file_parts(device))
}

fn file_parts(device: &Device) -> Value {
    let local =
        device.local.keys().unwrap().into_iter().map(|key| (key.clone(), device.local.get(&key).unwrap()));
    let records: BTreeMap<_, _> = local.collect();
    let journal = rows(&*device.journal).into_iter();
    let journal: BTreeMap<_, _> = journal
        .map(|(key, Entry { revision, value })| (key, json!({"revision": revision, "value": value})))
        .collect();
    json!({"records": records, "journal": journal})
}

fn read(parts: &Value) -> RescueFile {
    let mut file = json!({"format": "lesbezoek-rescue", "version": 2, "exported_at": "2026-11-27T12:00:00Z"});
    file.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
    RescueFile::read(&serde_json::to_string_pretty(&file).unwrap()).expect("a rescue file")
}

/// What comes of a file that asks, when this is typed.
fn typed(file: &RescueFile, typed: &str) -> Option<Rescued> {
    let RescueLock::Asks(mark) = file.lock() else { panic!("{:?}", file.lock()) };
    Some(file.opened(&mark, mark.open(typed, random)?))
}

/// What comes of a file with the key of its lock.
fn opened(file: &RescueFile) -> Rescued {
    match file.lock() {
        RescueLock::Asks(mark) => {
            let lock = if mark.is_same_lock(&mark_of(1)) { 1 } else { 2 };
            file.opened(&mark, key_of(lock))
        }
        RescueLock::Open => file.as_it_is(),
        RescueLock::Closed(why) => panic!("{why}"),
    }
}

fn put(device: &Device, key: &str, value: &str) {
    device.local.set(key, value).unwrap();
    device.journal.put(key, Entry::of(value));
}

fn sealed_key(lock: u8, number: u128) -> String {
    sealer(lock).key_of(&Key::Observation(visit(number).id).to_string()).unwrap()
}

fn with_ids<T>(items: &[T], change: impl Fn(&T, Uuid) -> T) -> Vec<T> {
    (0_u128..).zip(items).map(|(number, item)| change(item, Uuid::from_u128(number))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_was_kept_under_a_lock_comes_back_as_it_was(
        visits in vec(observation(), 0..3), people in vec(person(), 0..3), plans in vec(plan(), 0..3),
    ) {
        let visits = with_ids(&visits, |one, id| Observation { id: ObservationId(id), ..one.clone() });
        let people = with_ids(&people, |one, id| Person { id: PersonId(id), ..one.clone() });
        let plans = with_ids(&plans, |one, id| Plan { id: PlanId(id), ..one.clone() });
        let keep = |shelf: &Shelf| {
            visits.iter().for_each(|one| shelf.save(one).unwrap());
            people.iter().for_each(|one| shelf.save_person(one).unwrap());
            plans.iter().for_each(|one| shelf.save_plan(one).unwrap());
        };
        let device = used(Some(1), keep);
        let shelf = on(&started(&device, Some(1)));
        let expected: Vec<_> = shelf.visit_ids().unwrap().into_iter().map(|id| shelf.load(id).unwrap().unwrap()).collect();
        let back = opened(&file_of(&device));
        prop_assert_eq!(expected.len(), visits.len());
        prop_assert_eq!(back.observations, expected);
        prop_assert_eq!((back.people, 0), shelf.people().unwrap());
        prop_assert_eq!((back.plans, 0), shelf.plans().unwrap());
        prop_assert_eq!((back.unreadable, back.sealed), (0, 0));
    }
}

#[test]
fn the_passphrase_and_the_code_open_it_and_nothing_else_does() {
    let rubric = Rubric { version: 99, ..builtin() };
    let device = used(Some(1), |shelf| {
        with_visits(shelf);
        shelf.save_rubric(&rubric).unwrap();
        shelf.put_aside(&visit(1)).unwrap();
    });
    let file = file_of(&device);
    let code = LOCKS.2.shown();
    for secret in [PASSPHRASE, &code, &code.to_lowercase()] {
        let back = typed(&file, secret).expect("opens");
        assert_eq!(back.observations, the_visits());
        assert_eq!((back.rubrics.as_slice(), back.aside.len()), ([rubric.clone()].as_slice(), 1));
        assert_eq!((back.unreadable, back.sealed), (0, 0));
    }
    for wrong in ["", "paars kameel lantaarn tien", &RecoveryCode::fresh(random).unwrap().shown()] {
        assert!(typed(&file, wrong).is_none(), "{wrong}");
    }
    // Without any: five records that count and one that was deleted.
    let passed_over = file.as_it_is();
    assert!(passed_over.is_empty());
    assert_eq!((passed_over.unreadable, passed_over.sealed), (0, 6));
}

#[test]
fn either_copy_will_do() {
    let device = used(Some(1), with_visits);
    let (mut local_alone, mut journal_alone) = (file_parts(&device), file_parts(&device));
    // The lock was on, and the journal could not be read.
    local_alone["journal"] = json!({"error": "it failed"});
    // Local storage was emptied.
    journal_alone["records"] = json!({});
    for parts in [local_alone, journal_alone] {
        assert_eq!(opened(&read(&parts)).observations, the_visits());
    }
}

#[test]
fn without_a_sound_mark_what_is_sealed_is_counted_and_the_rest_comes_back() {
    let device = used(Some(1), with_visits);
    let sound = device.local.get(LOCK).unwrap().unwrap();
    let flipped = sound.replacen("\"memory\":", "\"memory\": ", 1);
    assert_ne!(flipped, sound);
    for damaged in ["damaged", "{}", &flipped, &seal(3, "{}")] {
        put(&device, LOCK, damaged);
        let (key, value) = in_the_open(5);
        put(&device, &key, &value);
        let file = file_of(&device);
        assert_eq!(file.lock(), RescueLock::Closed(Closed::NoMark), "{damaged}");
        let back = file.as_it_is();
        assert_eq!((back.observations, back.sealed), (vec![visit(5)], 4));
    }
    // Sound in one of the copies.
    device.journal.put(LOCK, Entry::of(&sound));
    assert_eq!(opened(&file_of(&device)).observations.len(), 4);
    let mut missing = file_parts(&device);
    for copy in ["records", "journal"] {
        missing[copy].as_object_mut().unwrap().remove(LOCK);
    }
    assert_eq!(read(&missing).lock(), RescueLock::Closed(Closed::NoMark));
}

/// The record of a visit as it is kept without a lock.
fn in_the_open(number: u128) -> (String, String) {
    let store = Rc::new(MemoryStore::default());
    Shelf::new(Rc::<MemoryStore>::clone(&store)).save(&visit(number)).unwrap();
    let key = Key::Observation(visit(number).id).to_string();
    let value = store.get(&key).unwrap().unwrap();
    (key, value)
}

#[test]
fn records_that_are_swapped_are_damaged_and_the_rest_comes_back() {
    let swap = |store: &Device, in_journal: bool| {
        let keys = [sealed_key(1, 1), sealed_key(1, 2)];
        let values = keys.clone().map(|key| store.local.get(&key).unwrap().unwrap());
        for (key, value) in keys.iter().zip(values.iter().rev()) {
            store.local.set(key, value).unwrap();
            if in_journal {
                store.journal.put(key, Entry { revision: 0, value: Some(value.clone()) });
            }
        }
    };
    let device = used(Some(1), with_visits);
    swap(&device, false);
    let back = opened(&file_of(&device));
    assert_eq!((back.observations, back.unreadable), (the_visits(), 0), "the journal has them");
    let device = used(Some(1), with_visits);
    swap(&device, true);
    let back = opened(&file_of(&device));
    assert_eq!((back.observations, back.unreadable, back.sealed), (the_visits()[2..].to_vec(), 2, 0));
}

#[test]
fn what_no_key_of_the_mark_opens_is_counted_and_the_rest_comes_back() {
    let device = used(Some(2), with_visits);
    let entry = |lock: u8, number: u128| {
        let (name, value) = in_the_open(number);
        Entry { revision: 0, value: sealer(lock).seal(&name, &Entry::of(&value)) }
    };
    // Under the key of before it opens too.
    device.journal.put(&sealed_key(1, 4), entry(1, 4));
    device.journal.put(&sealed_key(3, 5), entry(3, 5));
    device.local.set(&sealed_key(3, 5), &entry(3, 5).value.unwrap()).unwrap();
    let back = opened(&file_of(&device));
    assert_eq!(back.observations.first(), Some(&visit(4)));
    assert_eq!((back.observations.len(), back.unreadable, back.sealed), (4, 0, 1));
}

/// What a lock cannot name is not taken for a record: who wrote the file may know its passphrase.
#[test]
fn a_name_that_no_record_has_stays_closed() {
    let device = used(Some(1), with_visits);
    let (_, value) = in_the_open(5);
    for name in ["theme", LOCK, &sealed_key(2, 5)] {
        let entry = Entry { revision: 0, value: sealer(1).seal(name, &Entry::of(&value)) };
        device.journal.put(&sealer(1).key_of(name).unwrap(), entry);
    }
    let back = opened(&file_of(&device));
    assert_eq!((back.observations, back.sealed), (the_visits(), 3));
}

#[test]
fn one_that_was_saved_half_way_opens_at_every_step() {
    for (from, to) in [(None, Some(1)), (Some(1), Some(2)), (Some(2), None)] {
        let (mut step, mut states) = (0, Vec::new());
        loop {
            let device = used(from, with_visits);
            let before = device.copied();
            let cut = Cut { left: Rc::new(Cell::new(step)), ..whole(&device) };
            let copies = copies(&cut);
            let is_done = block_on(async {
                match (from, to) {
                    (_, Some(to)) => copies.put_on(&mark_of(to), sealer(to), from.map(sealer)).await,
                    (from, None) => copies.take_off(&mark_of(from.unwrap()), sealer(from.unwrap())).await,
                }
            });
            // Local storage may come back as it was before.
            let mut killed = device.again();
            killed.local = before.local;
            for file in [file_of(&device), file_of(&killed)] {
                let back = opened(&file);
                assert_eq!(back.observations, the_visits(), "{from:?} to {to:?}, cut at {step}");
                assert_eq!((back.unreadable, back.sealed), (0, 0), "{from:?} to {to:?}, cut at {step}");
                if let RescueLock::Asks(mark) = file.lock() {
                    states.push(mark.state);
                }
            }
            if is_done.is_ok() {
                break;
            }
            step += 1;
        }
        let half_way = if to.is_some() { LockState::Sealing } else { LockState::Opening };
        assert!(states.contains(&half_way) && step > 30, "{step} steps");
    }
}

#[test]
fn what_was_changed_in_the_open_counts_if_it_is_newer() {
    let device = used(Some(1), with_visits);
    let (key, value) = in_the_open(1);
    let newer = Observation { revision: 5, ..visit(1) };
    Shelf::new(Rc::<MemoryStore>::clone(&device.local)).save(&newer).unwrap();
    device.journal.put(&key, Entry::of(&value));
    let back = opened(&file_of(&device));
    assert_eq!(back.observations, [visit(2), newer, the_visits()[2].clone()]);
}

#[test]
fn a_mark_that_asks_for_more_than_any_lock_of_this_app_is_not_tried() {
    for milliseconds in [0, 1, 50, 150, 151, 250, 500, 5_000, u64::from(u32::MAX)] {
        let Cost { memory, passes } = Cost::for_device(milliseconds);
        assert!(memory <= Cost::MOST_OF_A_FILE.memory && passes <= Cost::MOST_OF_A_FILE.passes);
    }
    let device = used(Some(1), with_visits);
    let most = Cost::MOST_OF_A_FILE;
    for which in ["by_passphrase", "by_code"] {
        for (part, number, is_tried) in [
            ("memory", u32::MAX, false),
            ("memory", 4 * 1024 * 1024, false),
            ("memory", most.memory + 1, false),
            ("memory", most.memory, true),
            ("memory", Cost::LEAST.memory - 1, false),
            ("memory", 0, false),
            ("passes", u32::MAX, false),
            ("passes", most.passes + 1, false),
            ("passes", most.passes, true),
            ("passes", 1, false),
        ] {
            let mut mark = serde_json::to_value(mark_of(1).at(LockState::On)).unwrap();
            mark[which]["cost"][part] = number.into();
            put(&device, LOCK, &seal(90, &mark.to_string()));
            let lock = file_of(&device).lock();
            let is_asked = matches!(lock, RescueLock::Asks(_));
            assert_eq!(is_asked, is_tried, "{which} {part} {number}");
            assert!(is_asked || lock == RescueLock::Closed(Closed::OtherCost));
        }
    }
    // With a salt or a key of nonsense it opens nothing, and stops nothing.
    for (part, text) in [("salt", ""), ("salt", "x"), ("key", ""), ("key", "\u{3400}"), ("salt", "\u{3400}")]
    {
        let mut mark = serde_json::to_value(mark_of(1).at(LockState::On)).unwrap();
        mark["by_passphrase"][part] = text.into();
        mark["by_code"][part] = text.into();
        put(&device, LOCK, &seal(90, &mark.to_string()));
        assert!(typed(&file_of(&device), PASSPHRASE).is_none());
    }
}

#[test]
fn after_the_lock_was_taken_off_what_local_storage_brings_back_is_not_asked_for() {
    let device = used(Some(1), with_visits);
    let before = device.copied();
    block_on(copies(&whole(&device)).take_off(&mark_of(1), sealer(1))).unwrap();
    let mut killed = device.again();
    killed.local = before.local;
    let file = file_of(&killed);
    assert_eq!(file.lock(), RescueLock::Open);
    let back = file.as_it_is();
    assert_eq!((back.observations, back.unreadable, back.sealed), (the_visits(), 0, 0));
    // What the journal has was called kept.
    let (name, value) = in_the_open(5);
    let late = Entry { revision: 0, value: sealer(1).seal(&name, &Entry::of(&value)) };
    killed.journal.put(&sealed_key(1, 5), late);
    let file = file_of(&killed);
    assert_eq!(file.lock(), RescueLock::Closed(Closed::OtherKey));
    assert_eq!((file.as_it_is().observations, file.as_it_is().sealed), (the_visits(), 1));
}

/// What a program that has the lock open saves: what it reads, and the journal as it is.
fn saved_while_open(device: &Device) -> Value {
    let mut parts = file_parts(device);
    let everything = on(&started(device, Some(1))).everything().unwrap();
    parts["records"] = json!(everything.into_iter().collect::<BTreeMap<_, _>>());
    assert!(parts["journal"].as_object().unwrap().keys().any(|key| is_sealed_key(key)));
    parts
}

#[test]
fn one_that_was_saved_while_the_lock_was_open_can_be_read_without_and_whole_with_the_passphrase() {
    let device = used(Some(1), with_visits);
    let file = read(&saved_while_open(&device));
    assert!(matches!(file.lock(), RescueLock::Asks(_)));
    assert_eq!(file.as_it_is().observations, the_visits());
    assert_eq!(opened(&file).observations, the_visits());
}

#[test]
fn what_only_its_sealed_journal_has_is_asked_for_and_never_left_out_in_silence() {
    let device = used(Some(1), with_visits);
    let mut parts = saved_while_open(&device);
    // The program could not read its storage.
    parts["records"] = json!({});
    let file = read(&parts);
    assert!(matches!(file.lock(), RescueLock::Asks(_)));
    assert_eq!(opened(&file).observations, the_visits());
    assert!(file.as_it_is().sealed >= the_visits().len());
}

#[test]
fn of_two_copies_that_differ_one_counts_and_the_other_is_put_aside() {
    let (key, value) = in_the_open(1);
    let sound = open(&value).unwrap();
    let other = seal(sound.revision, &sound.body.replacen(':', ": ", 1));
    let file = read(&json!({
        "records": {&key: &other},
        "journal": {&key: {"revision": Entry::of(&value).revision, "value": &value}},
    }));
    let back = file.as_it_is();
    assert_eq!(back.observations.len(), 1);
    assert_eq!(back.aside.iter().map(|one| &one.raw).collect::<Vec<_>>(), [&other]);
}

#[test]
fn the_mark_and_the_tries_alone_ask_for_nothing() {
    let (key, value) = in_the_open(1);
    let records = json!({LOCK: "{}", "lesbezoek:900:tries": "1 2", key: value});
    let file = read(&json!({"records": records, "journal": {}}));
    assert_eq!((file.lock(), file.as_it_is().sealed), (RescueLock::Open, 0));
}
