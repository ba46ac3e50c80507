//! The lock: what is sealed opens only as it was, and moving all records loses nothing, whenever it is cut off.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::common::device::{Device, id, key};
use crate::common::journal::MemoryJournal;
use crate::common::lock::{Cut, copies, random, rows, whole};
use futures::executor::block_on;
use lesbezoek::domain::Lang;
use lesbezoek::store::lock::{
    Cost, LOCK, LockMark, LockState, MoveError, RecoveryCode, SealedJournal, SealedRecords, Sealer, has_lock,
    is_sealed_key,
};
use lesbezoek::store::{
    Entry, Journal, MemoryStore, Mended, MendedHow, Mirror, RecordStore, StoreError, seal,
};
use proptest::prelude::*;

fn sealer(number: u8) -> Rc<Sealer> {
    Rc::new(Sealer::new([number; 32], random))
}

fn at(number: u128, revision: u64) -> String {
    seal(revision, &format!(r#"{{"visit":{number},"revision":{revision},"note":"geheim é"}}"#))
}

#[test]
fn the_cost_is_never_below_the_minimum_and_grows_with_the_device() {
    assert_eq!(Cost::for_device(5_000), Cost::LEAST);
    assert_eq!(Cost::for_device(0), Cost::MOST);
    assert_eq!(Cost::for_device(250), Cost { memory: 38 * 1024, passes: 2 });
    for cheap in [Cost { memory: 19 * 1024 - 1, passes: 2 }, Cost { memory: 19 * 1024, passes: 1 }] {
        assert!(cheap.key("a passphrase", &[0; 16]).is_none());
    }
    for dear in [u32::MAX, Cost::MOST.memory + 1] {
        assert!(Cost { memory: dear, passes: 2 }.key("a passphrase", &[0; 16]).is_none());
    }
    assert!(Cost::MOST.key("a passphrase", &[0; 16]).is_some());
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    let code = RecoveryCode::fresh(random).unwrap();
    assert_eq!(code.shown().len(), 34);
    assert_eq!(RecoveryCode::read(&code.shown().to_lowercase()), Some(code.clone()));
    assert_eq!(RecoveryCode::read(&format!(" {} ", code.secret())), Some(code));
    assert_eq!(
        RecoveryCode::read("oooo-iiii-llll-0000-1111-2222-3333").unwrap().secret(),
        "0000111111110000111122223333"
    );
    for other in ["", "0000", "een zin van iemand op school", "uuuu-iiii-llll-0000-1111-2222-3333"] {
        assert_eq!(RecoveryCode::read(other), None);
    }
}

#[test]
fn passphrase_and_code_open_the_lock_and_nothing_else_does() {
    let (sealer, before, code) = (sealer(1), sealer(2), RecoveryCode::fresh(random).unwrap());
    let secrets = ("een lange zin", &code);
    let mark = LockMark::new(&sealer, Some(&before), secrets, Cost::LEAST, Lang::Nl).unwrap();
    let written: LockMark = serde_json::from_str(&serde_json::to_string(&mark).unwrap()).unwrap();
    let sealed = sealer.seal("name", &Entry::of(&at(1, 1))).unwrap();
    for secret in ["een lange zin", &code.shown(), &code.shown().to_lowercase()] {
        let opened = written.open(secret, random).expect("opens");
        assert_eq!(opened.open("name", &sealed), Some(Entry::of(&at(1, 1))));
        let sealed = before.seal("name", &Entry::of(&at(1, 1))).unwrap();
        let opened = written.before(&opened).expect("the one of before");
        assert_eq!(opened.open("name", &sealed), Some(Entry::of(&at(1, 1))));
    }
    for wrong in ["", "een lange zi", "Een lange zin", &RecoveryCode::fresh(random).unwrap().shown()] {
        assert!(written.open(wrong, random).is_none());
    }
}

#[test]
fn the_same_content_is_sealed_differently_each_time_and_says_the_same_stamp() {
    let (sealer, entry) = (sealer(1), Entry::of(&at(1, 4)));
    let [one, other] = [(); 2].map(|()| sealer.seal("name", &entry).unwrap());
    assert_ne!(one, other);
    let stamp = |sealed: &str| Entry { revision: 0, value: Some(sealed.to_owned()) }.stamp();
    assert_eq!(stamp(&one), stamp(&other));
    assert_eq!(sealer.stamp_of("name", &entry.stamp()), Some(stamp(&one)));
    assert_ne!(sealer.stamp_of("other name", &entry.stamp()), Some(stamp(&one)));
    let deletion = Entry::deletion_of(&at(1, 4));
    let sealed = sealer.seal("name", &deletion).unwrap();
    assert_eq!(sealer.stamp_of("name", &deletion.stamp()), Some(stamp(&sealed)));
    assert_eq!(sealer.open("name", &sealed), Some(deletion));
}

#[test]
fn every_flipped_bit_is_rejected_in_a_value_and_in_a_name() {
    let sealer = sealer(3);
    for value in [at(1, 7), "\u{3400}\u{b3ff} packed ".repeat(9), String::new()] {
        let sealed = sealer.seal("name", &Entry::of(&value)).unwrap();
        assert_eq!(sealer.open("name", &sealed).unwrap().value, Some(value));
        every_flip(&sealed, |flipped| assert_eq!(sealer.open("name", flipped), None, "{sealed} {flipped}"));
    }
    let name = sealer.key_of(&key(1)).unwrap();
    assert_eq!(sealer.name_of(&name), Some(key(1)));
    every_flip(&name, |flipped| assert_eq!(sealer.name_of(flipped), None));
}

/// In what is kept: units of 16 bits.
fn every_flip(text: &str, check: impl Fn(&str)) {
    let units: Vec<u16> = text.encode_utf16().collect();
    for at in 0..units.len() {
        for bit in 0..16 {
            let mut flipped = units.clone();
            flipped[at] ^= 1 << bit;
            // As a browser hands on what is no text.
            check(&String::from_utf16_lossy(&flipped));
        }
    }
}

#[test]
fn names_of_one_kind_have_keys_of_one_length() {
    let sealer = sealer(1);
    let lengths =
        ["lesbezoek:1:settings", &key(1), &key(u128::MAX)].map(|name| sealer.key_of(name).unwrap().len());
    assert_eq!(lengths[0], lengths[1]);
    assert_eq!(lengths[1], lengths[2]);
}

#[test]
fn two_records_that_are_swapped_are_damaged_and_mended_from_the_other_copy() {
    let device = Device::default();
    let locked = Locked::over(&device, sealer(1));
    let mirror = locked.started();
    [1, 2].into_iter().for_each(|number| mirror.set(&key(number), &at(number, 3)).unwrap());
    device.run();
    let keys = [1, 2].map(|number| locked.sealer.key_of(&key(number)).unwrap());
    let values = keys.clone().map(|key| device.local.get(&key).unwrap().unwrap());
    device.local.set(&keys[0], &values[1]).unwrap();
    device.local.set(&keys[1], &values[0]).unwrap();
    let again = locked.started();
    [1, 2].into_iter().for_each(|number| assert_eq!(again.get(&key(number)).unwrap(), Some(at(number, 3))));
    // What was found is put aside, not dropped.
    assert_eq!(again.keys().unwrap().iter().filter(|name| name.contains(":aside:")).count(), 2);
}

#[test]
fn an_old_record_that_is_put_back_in_one_copy_is_noticed() {
    let device = Device::default();
    let locked = Locked::over(&device, sealer(1));
    let mirror = locked.started();
    mirror.set(&key(1), &at(1, 1)).unwrap();
    device.run();
    let sealed_key = locked.sealer.key_of(&key(1)).unwrap();
    let old = device.local.get(&sealed_key).unwrap().unwrap();
    mirror.set(&key(1), &at(1, 2)).unwrap();
    device.run();
    device.local.set(&sealed_key, &old).unwrap();
    let again = locked.started();
    assert_eq!(again.get(&key(1)).unwrap(), Some(at(1, 2)));
    assert_eq!(device.take_mended(), [Mended { id: id(1), how: MendedHow::BroughtBack { changes: 1 } }]);

    // In the journal alone: the newer one counts there too.
    let old_row = Entry { revision: 0, value: Some(old) };
    device.journal.put(&sealed_key, old_row);
    assert_eq!(locked.started().get(&key(1)).unwrap(), Some(at(1, 2)));
    let row = device.in_journal(&sealed_key).and_then(|row| row.value).unwrap();
    assert_eq!(locked.sealer.open(&key(1), &row), Some(Entry::of(&at(1, 2))));
}

/// The app with the lock on, on a device.
struct Locked<'a> {
    device: &'a Device,
    sealer: Rc<Sealer>,
}

impl<'a> Locked<'a> {
    fn over(device: &'a Device, sealer: Rc<Sealer>) -> Self {
        Self { device, sealer }
    }

    fn started(&self) -> Mirror {
        let tasks = Rc::clone(&self.device.tasks);
        let local = SealedRecords::new(Rc::<MemoryStore>::clone(&self.device.local), Rc::clone(&self.sealer));
        let journal =
            SealedJournal::new(Rc::<MemoryJournal>::clone(&self.device.journal), Rc::clone(&self.sealer));
        let mirror = Mirror::new(Rc::new(local), Rc::new(journal), move |task| tasks.borrow_mut().push(task));
        self.device.hear(&mirror);
        block_on(mirror.settle_all()).expect("a journal");
        self.device.run();
        mirror
    }
}

#[test]
fn with_the_lock_on_neither_copy_has_a_word_in_the_open() {
    let device = Device::default();
    let locked = Locked::over(&device, sealer(1));
    let mirror = locked.started();
    for number in 0..9 {
        mirror.set(&key(number), &at(number, 1)).unwrap();
    }
    mirror.remove(&key(4)).unwrap();
    device.run();
    let found = locked.started();
    let mut names = found.keys().unwrap();
    names.sort_unstable();
    let expected: Vec<_> = (0..9).filter(|number| *number != 4).map(key).collect();
    assert_eq!(names, expected);
    assert_eq!(found.last_revision(&key(4)).unwrap(), Some(2));
    nothing_is_plain(&device);
}

fn nothing_is_plain(device: &Device) {
    for (key, text) in contents(device) {
        for word in ["geheim", "revision", "observation", "settings", "0000-0000"] {
            assert!(key == LOCK || !(key.contains(word) || text.contains(word)), "{word} in {key}: {text}");
        }
    }
}

fn contents(device: &Device) -> Vec<(String, String)> {
    let local = device.local.keys().unwrap().into_iter();
    let mut all: Vec<_> = local.map(|key| (key.clone(), device.local.get(&key).unwrap().unwrap())).collect();
    all.extend(rows(&*device.journal).into_iter().map(|(key, entry)| (key, entry.value.unwrap_or_default())));
    all
}

#[test]
fn what_another_tab_wrote_is_met_as_without_a_lock() {
    let device = Device::default();
    let locked = Locked::over(&device, sealer(1));
    let [one, other] = [locked.started(), locked.started()];
    one.set(&key(1), &at(1, 1)).unwrap();
    device.run();
    // Made from nothing: the journal has something by now.
    other.set(&key(1), &at(9, 5)).unwrap();
    device.run();
    let third = locked.started();
    assert_eq!(third.get(&key(1)).unwrap(), Some(at(9, 5)));
    let names = third.keys().unwrap();
    let aside = names.iter().find(|name| name.contains(":aside:")).expect("the other one");
    assert_eq!(third.get(aside).unwrap(), Some(at(1, 1)));
}

/// From one lock, or none, to another, or none.
#[derive(Clone, Copy, Debug)]
struct Plan {
    from: Option<u8>,
    to: Option<u8>,
}

const PLANS: [Plan; 3] =
    [Plan { from: None, to: Some(1) }, Plan { from: Some(1), to: Some(2) }, Plan { from: Some(2), to: None }];

thread_local! {
    /// The marks of these plans: to make one takes a while.
    static MARKS: BTreeMap<u8, LockMark> = [(1, None), (2, Some(1))].into_iter().map(|(number, before)| {
        let code = RecoveryCode::fresh(random).unwrap();
        let before = before.map(sealer);
        let secrets = ("een lange zin", &code);
        let mark = LockMark::new(&sealer(number), before.as_deref(), secrets, Cost::LEAST, Lang::Nl).unwrap();
        (number, mark)
    }).collect();
}

fn mark_of(number: u8) -> LockMark {
    MARKS.with(|marks| marks[&number].clone())
}

/// Three visits, one that was deleted, one damaged, and settings, as an app with this lock leaves them.
fn used(from: Option<u8>) -> Device {
    let device = Device::default();
    let mirror = mirror_of(&device, from);
    for number in 0..4 {
        mirror.set(&key(number), &at(number, 2)).unwrap();
    }
    mirror.set("lesbezoek:1:settings", &seal(1, "{}")).unwrap();
    mirror.set(&key(7), "damaged").unwrap();
    mirror.remove(&key(3)).unwrap();
    device.run();
    if let Some(number) = from {
        // Nothing is left to be sealed but the mark.
        let put_on = block_on(copies(&whole(&device)).put_on(&mark_of(number), sealer(number), None));
        put_on.unwrap();
    }
    device
}

fn mirror_of(device: &Device, lock: Option<u8>) -> Mirror {
    match lock {
        Some(number) => Locked::over(device, sealer(number)).started(),
        None => device.started(),
    }
}

/// What the app does when a lock is put on, changed or taken off.
async fn moved(cut: &Cut, plan: Plan) -> Result<(), MoveError> {
    let copies = copies(cut);
    match plan {
        Plan { to: Some(to), from } => copies.put_on(&mark_of(to), sealer(to), from.map(sealer)).await,
        Plan { from, .. } => copies.take_off(&mark_of(from.unwrap()), sealer(from.unwrap())).await,
    }
}

/// What the app does at the start: which lock is on then.
fn started_anew(device: &Device) -> Option<u8> {
    block_on(started(&whole(device))).unwrap()
}

async fn started(cut: &Cut) -> Result<Option<u8>, MoveError> {
    if !has_lock(cut, &cut.journal.read(LOCK).await) {
        return Ok(None);
    }
    let copies = copies(cut);
    let mark = copies.marks().await?.mark;
    let number = mark.as_ref().map(|mark| if mark.before(&sealer(2)).is_some() { 2 } else { 1 });
    let opened = mark.zip(number.map(sealer));
    let is_on = copies.go_on(opened).await?.sealer.is_some();
    Ok(number.filter(|_| is_on))
}

fn all_is_there(device: &Device, lock: Option<u8>, step: usize) {
    let mirror = mirror_of(device, lock);
    let mut names = mirror.keys().unwrap();
    names.retain(|name| !name.contains(":aside:"));
    names.sort_unstable();
    let mut expected = vec![key(0), key(1), key(2), key(7), "lesbezoek:1:settings".to_owned()];
    expected.sort_unstable();
    assert_eq!(names, expected, "cut at {step}");
    for number in 0..3 {
        assert_eq!(mirror.get(&key(number)).unwrap(), Some(at(number, 2)), "cut at {step}");
    }
    assert_eq!(mirror.get(&key(7)).unwrap().as_deref(), Some("damaged"));
    assert_eq!(mirror.last_revision(&key(3)).unwrap(), Some(3));
    assert_eq!(mirror.keys().unwrap().len(), 5, "nothing was put aside, cut at {step}");
    let is_of_lock = |key: &String| is_sealed_key(key) && key != LOCK;
    let in_journal = rows(&*device.journal);
    if lock.is_some() {
        nothing_is_plain(device);
        assert_eq!(device.local.keys().unwrap().len(), 6);
        assert_eq!(in_journal.len(), 7);
    } else {
        assert!(!device.local.keys().unwrap().iter().any(|key| is_sealed_key(key)));
        assert!(!in_journal.keys().any(is_of_lock));
        assert_eq!(in_journal.get(LOCK).and_then(|entry| entry.value.clone()), None);
    }
}

/// Local storage as it is now.
fn local_of(device: &Device) -> MemoryStore {
    let copy = MemoryStore::default();
    for key in device.local.keys().unwrap() {
        copy.set(&key, &device.local.get(&key).unwrap().unwrap()).unwrap();
    }
    copy
}

#[test]
fn a_kill_at_any_step_of_putting_on_changing_and_taking_off_loses_nothing() {
    for plan in PLANS {
        let mut step = 0;
        loop {
            let device = used(plan.from);
            let cut = Cut { left: Rc::new(Cell::new(step)), ..whole(&device) };
            let is_done = block_on(moved(&cut, plan)).is_ok();
            let lock = started_anew(&device);
            assert!(lock == plan.to || (!is_done && lock == plan.from), "{plan:?} cut at {step}: {lock:?}");
            all_is_there(&device, lock, step);
            if is_done {
                break;
            }
            step += 1;
        }
        assert!(step > 40, "{plan:?} takes {step} steps");
    }
}

/// Local storage reaches the disk late: after a kill it may be as it was before all, and the journal is further.
#[test]
fn a_kill_that_takes_local_storage_back_to_before_loses_nothing() {
    for plan in PLANS {
        let mut step = 0;
        loop {
            let device = used(plan.from);
            let before = Rc::new(local_of(&device));
            let cut = Cut { left: Rc::new(Cell::new(step)), ..whole(&device) };
            let is_done = block_on(moved(&cut, plan)).is_ok();
            let mut killed = device.again();
            killed.local = before;
            let lock = started_anew(&killed);
            all_is_there(&killed, lock, step);
            if is_done {
                assert_eq!(lock, plan.to);
                break;
            }
            step += 1;
        }
    }
}

#[test]
fn a_kill_in_the_second_try_loses_nothing() {
    for plan in PLANS {
        for (first, second) in
            (0..80).step_by(7).flat_map(|first| (0..80).step_by(5).map(move |second| (first, second)))
        {
            let device = used(plan.from);
            for step in [first, second] {
                let cut = Cut { left: Rc::new(Cell::new(step)), ..whole(&device) };
                // What it says does not matter here.
                let _ = block_on(moved(&cut, plan));
            }
            let lock = started_anew(&device);
            all_is_there(&device, lock, first * 100 + second);
        }
    }
}

#[test]
fn a_kill_in_the_start_that_goes_on_loses_nothing() {
    for plan in PLANS {
        for first in (0..80).step_by(7) {
            let device = used(plan.from);
            // What it says does not matter here.
            let _ = block_on(moved(&Cut { left: Rc::new(Cell::new(first)), ..whole(&device) }, plan));
            for second in 0.. {
                let killed = device.copied();
                let cut = Cut { left: Rc::new(Cell::new(second)), ..whole(&killed) };
                let is_done = block_on(started(&cut)).is_ok() && cut.left.get() > 0;
                let lock = started_anew(&killed);
                all_is_there(&killed, lock, first * 1000 + second);
                if is_done {
                    break;
                }
            }
        }
    }
}

/// A row as an app with this lock writes it.
fn row(lock: u8, value: &str) -> Entry {
    Entry { revision: 0, value: sealer(lock).seal(&key(0), &Entry::of(value)) }
}

fn sealed_key(lock: u8, number: u128) -> String {
    sealer(lock).key_of(&key(number)).unwrap()
}

#[test]
fn what_no_key_opens_is_put_aside_byte_for_byte_when_there_is_no_lock_any_more() {
    let device = used(Some(2));
    block_on(moved(&whole(&device), PLANS[2])).unwrap();
    // Written by a tab that knew of nothing.
    let late = row(2, &at(0, 9));
    device.journal.put(&sealed_key(2, 0), late.clone());
    device.local.set(&sealed_key(2, 0), late.value.as_deref().unwrap()).unwrap();
    assert_eq!(started_anew(&device), None);
    let kept = rows(&*device.journal);
    assert!(kept.iter().any(|(key, entry)| key.contains(":aside:lock:") && entry.value == late.value));
    assert!(!kept.contains_key(&sealed_key(2, 0)));
    assert_eq!(mirror_of(&device, None).get(&key(0)).unwrap(), Some(at(0, 2)));
}

#[test]
fn a_key_that_is_not_that_of_the_mark_touches_nothing() {
    let device = used(Some(1));
    block_on(moved(&whole(&device), PLANS[1])).unwrap();
    for state in [LockState::Opening, LockState::Sealing, LockState::On] {
        let body = serde_json::to_string(&mark_of(2).at(state)).unwrap();
        device.journal.put(LOCK, Entry::of(&seal(90, &body)));
        let before = contents(&device);
        for opened in [Some((mark_of(1), sealer(1))), None] {
            let result = block_on(copies(&whole(&device)).go_on(opened));
            assert_eq!(result.err(), Some(MoveError::OtherLock));
            assert_eq!(contents(&device), before);
        }
    }
}

#[test]
fn what_comes_back_under_the_key_of_before_is_found_wherever_it_stands() {
    let last = (20..40).max_by_key(|number| sealed_key(1, *number)).unwrap();
    let late = Entry { revision: 0, value: sealer(1).seal(&key(last), &Entry::of(&at(last, 9))) };
    let changed = || {
        let device = used(Some(1));
        block_on(moved(&whole(&device), PLANS[1])).unwrap();
        device.journal.put(&sealed_key(1, last), late.clone());
        device
    };
    let device = changed();
    assert_eq!(started_anew(&device), Some(2));
    assert_eq!(mirror_of(&device, Some(2)).get(&key(last)).unwrap(), Some(at(last, 9)));
    let device = changed();
    block_on(moved(&whole(&device), PLANS[2])).unwrap();
    assert_eq!(mirror_of(&device, None).get(&key(last)).unwrap(), Some(at(last, 9)));
}

fn asides(mirror: &Mirror) -> Vec<String> {
    let names = mirror.keys().unwrap().into_iter().filter(|name| name.contains(":aside:"));
    names.map(|name| mirror.get(&name).unwrap().unwrap()).collect()
}

#[test]
fn a_change_that_was_made_before_anybody_could_look_is_kept_whatever_its_revision() {
    let unsettled = at(0, 2).replace(",\"body\":", ",\"unsettled\":true,\"body\":");
    for in_journal in [true, false] {
        let device = used(Some(1));
        let mirror = mirror_of(&device, Some(1));
        mirror.set(&key(0), &at(0, 5)).unwrap();
        device.run();
        device.local.set(&key(0), &unsettled).unwrap();
        if in_journal {
            device.journal.put(&key(0), Entry::of(&unsettled));
        }
        assert_eq!(started_anew(&device), Some(1));
        let mirror = mirror_of(&device, Some(1));
        assert_eq!(mirror.get(&key(0)).unwrap(), Some(at(0, 5)));
        assert_eq!(asides(&mirror).as_slice(), std::slice::from_ref(&unsettled));
    }
}

#[test]
fn a_record_that_stands_in_two_forms_in_one_page_moves_as_one() {
    let device = Device::default();
    let mirror = mirror_of(&device, Some(1));
    mirror.set(&key(0), &at(0, 4)).unwrap();
    device.run();
    block_on(copies(&whole(&device)).put_on(&mark_of(1), sealer(1), None)).unwrap();
    device.journal.put(&key(0), Entry::of(&at(0, 9)));
    block_on(moved(&whole(&device), PLANS[1])).unwrap();
    let mirror = mirror_of(&device, Some(2));
    assert_eq!(mirror.get(&key(0)).unwrap(), Some(at(0, 9)));
    nothing_is_plain(&device);
}

#[test]
fn what_has_no_room_to_be_put_aside_in_local_storage_goes_to_the_journal() {
    let device = used(Some(1));
    let other = seal(2, "\"another one\"");
    device.local.set(&key(0), &other).unwrap();
    let cut = Cut { is_full: true, ..whole(&device) };
    assert_eq!(block_on(started(&cut)), Ok(Some(1)));
    assert_eq!(asides(&mirror_of(&device, Some(1))), [other]);
}

#[test]
fn a_journal_that_cannot_be_written_does_not_keep_the_lock_closed() {
    let device = used(Some(1));
    device.journal.put(&key(11), Entry::of(&at(11, 1)));
    let cut = Cut { is_stuck: true, ..whole(&device) };
    assert_eq!(block_on(started(&cut)), Ok(Some(1)));
    assert_eq!(started_anew(&device), Some(1));
    assert_eq!(mirror_of(&device, Some(1)).get(&key(11)).unwrap(), Some(at(11, 1)));
}

/// Also one that only local storage had so far.
#[test]
fn where_there_is_no_room_for_both_forms_the_old_one_goes_after_the_journal_has_the_new_one() {
    let mut step = 0;
    loop {
        let device = used(None);
        device.local.set(&key(0), &at(0, 9)).unwrap();
        let cut = Cut { left: Rc::new(Cell::new(step)), is_full: true, ..whole(&device) };
        let is_done = block_on(moved(&cut, PLANS[0])).is_ok();
        let lock = started_anew(&device);
        let mirror = mirror_of(&device, lock);
        assert_eq!(mirror.get(&key(0)).unwrap(), Some(at(0, 9)), "cut at {step}");
        if is_done {
            break;
        }
        step += 1;
    }
}

#[test]
fn where_local_storage_is_full_the_journal_has_what_did_not_fit() {
    let device = used(None);
    // There is room for the mark, but not for a record more.
    let cut = Cut { is_full: true, ..whole(&device) };
    block_on(moved(&cut, PLANS[0])).unwrap();
    let mirror = mirror_of(&device, Some(1));
    (0..3).for_each(|number| assert_eq!(mirror.get(&key(number)).unwrap(), Some(at(number, 2))));
}

#[test]
fn what_was_written_in_the_open_while_the_lock_was_on_is_sealed_and_counts_if_it_is_newer() {
    let device = used(Some(1));
    device.local.set(&key(0), &at(0, 5)).unwrap();
    device.journal.put(&key(0), Entry::of(&at(0, 5)));
    device.journal.put(&key(11), Entry::of(&at(11, 1)));
    assert_eq!(started_anew(&device), Some(1));
    let mirror = mirror_of(&device, Some(1));
    assert_eq!(mirror.get(&key(0)).unwrap(), Some(at(0, 5)));
    assert_eq!(mirror.get(&key(11)).unwrap(), Some(at(11, 1)));
    nothing_is_plain(&device);
}

#[test]
fn a_journal_that_cannot_be_read_does_not_keep_the_lock_closed() {
    let device = used(Some(1));
    device.journal.fail(usize::MAX);
    let cut = whole(&device);
    let copies = copies(&cut);
    assert_eq!(block_on(copies.marks()).unwrap().mark, Some(mark_of(1).at(LockState::On)));
    assert!(block_on(copies.go_on(Some((mark_of(1), sealer(1))))).unwrap().sealer.is_some());
    // What was cut off cannot go on without it.
    let device = used(None);
    let cut = Cut { left: Rc::new(Cell::new(12)), ..whole(&device) };
    assert!(block_on(moved(&cut, PLANS[0])).is_err());
    device.journal.fail(usize::MAX);
    assert!(block_on(self::copies(&whole(&device)).go_on(Some((mark_of(1), sealer(1))))).is_err());
    device.journal.fail(0);
    assert_eq!(started_anew(&device), Some(1));
    all_is_there(&device, Some(1), 12);
}

#[test]
fn a_mark_that_is_damaged_in_both_copies_leaves_all_as_it_is() {
    let device = used(Some(1));
    device.local.set(LOCK, "damaged").unwrap();
    device.journal.put(LOCK, Entry::of("damaged"));
    let before = contents(&device);
    let result = block_on(copies(&whole(&device)).go_on(None));
    assert_eq!(result.err(), Some(MoveError::NoMark));
    assert_eq!(contents(&device), before);
}

#[test]
fn an_app_that_knows_of_no_lock_changes_nothing() {
    let device = used(Some(1));
    let mirror = device.started();
    assert!(matches!(mirror.set(&key(0), &at(0, 9)), Err(StoreError::Newer { .. })));
}

/// A tab that knows of no change of the lock must not write in a form that no later start reads.
#[test]
fn a_tab_writes_nothing_more_once_another_one_changed_the_lock() {
    for plan in PLANS {
        let device = used(plan.from);
        let slow = mirror_of(&device, plan.from);
        slow.set(&key(0), &at(0, 3)).unwrap();
        device.run();
        // This one is on its way to the journal when the lock changes.
        slow.set(&key(1), &at(1, 3)).unwrap();
        block_on(moved(&whole(&device), plan)).unwrap();
        let before = contents(&device);
        device.run();
        assert_eq!(slow.set(&key(0), &at(0, 4)), Err(StoreError::OtherTab), "{plan:?}");
        assert_eq!(slow.set_or_hold(&key(0), &at(0, 4)), Err(StoreError::OtherTab));
        assert_eq!(slow.remove(&key(0)), Err(StoreError::OtherTab));
        device.run();
        assert_eq!(contents(&device), before);
        let mirror = mirror_of(&device, plan.to);
        assert_eq!(mirror.get(&key(0)).unwrap(), Some(at(0, 3)));
        assert_eq!(mirror.get(&key(1)).unwrap(), Some(at(1, 3)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_comes_back_and_no_other_name_or_key_opens_it(value in any::<String>(), name in "[a-z:0-9é-]{1,200}") {
        let (one, other) = (sealer(1), sealer(2));
        let sealed = one.seal(&name, &Entry::of(&value)).unwrap();
        prop_assert_eq!(one.open(&name, &sealed), Some(Entry::of(&value)));
        prop_assert_eq!(one.open(&format!("{name}x"), &sealed), None);
        prop_assert_eq!(other.open(&name, &sealed), None);
        let key = one.key_of(&name).unwrap();
        prop_assert_eq!(one.name_of(&key), Some(name));
        prop_assert_eq!(other.name_of(&key), None);
    }

    #[test]
    fn any_flipped_bit_is_rejected(value in ".{0,300}", at in any::<prop::sample::Index>(), bit in 0..16_u16) {
        let one = sealer(1);
        let sealed: Vec<u16> = one.seal("name", &Entry::of(&value)).unwrap().encode_utf16().collect();
        let mut flipped = sealed;
        let at = at.index(flipped.len());
        flipped[at] ^= 1 << bit;
        prop_assert_eq!(one.open("name", &String::from_utf16_lossy(&flipped)), None);
    }
}
