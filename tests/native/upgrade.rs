//! From one version of the store to the next: nothing is lost, whenever it is stopped. There is one version so far; the
//! steps to a second and a third one are made up here.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::common::journal::MemoryJournal;
use futures::executor::block_on;
use lesbezoek::store::{
    Damage, MemoryStore, Mirror, RecordStore, STEPS, Step, StoreError, Task, open, seal, upgrade,
};

/// Every record as a released app keeps it, by the version of the store. A file here is never changed: what it holds stands
/// on tablets. A new version adds its own.
const RELEASED: [(u32, &str); 3] = [
    (1, include_str!("../fixtures/records-1.json")),
    (1, include_str!("../fixtures/packed-1.json")),
    (1, include_str!("../fixtures/school-1.json")),
];

fn grown(value: &str, field: &str) -> Result<String, Damage> {
    let sound = open(value)?;
    let mut body: serde_json::Value =
        serde_json::from_str(&sound.body).map_err(|error| Damage::Body(error.to_string()))?;
    body.as_object_mut().expect("a record is an object").insert(field.to_owned(), true.into());
    Ok(seal(sound.revision, &body.to_string()))
}

const TO_2: Step = Step { to: 2, migrate: |_, value| grown(value, "two") };
const TO_3: Step = Step { to: 3, migrate: |_, value| grown(value, "three") };

type Records = BTreeMap<String, String>;

/// All released records, and one that is damaged.
fn released() -> Records {
    let mut all = Records::new();
    for (version, records) in RELEASED {
        let records: Records = serde_json::from_str(records).expect("text by key");
        assert!(records.keys().all(|key| key.starts_with(&format!("lesbezoek:{version}:"))));
        // One of the files has a visit of another one, packed.
        all.extend(
            records
                .into_iter()
                .map(|(key, value)| match all.contains_key(&key) {
                    true => (format!("{key}0"), value),
                    false => (key, value),
                })
                .collect::<Vec<_>>(),
        );
    }
    all.insert("lesbezoek:1:person:00000000-0000-0000-0000-000000000001".to_owned(), "{\"sch".to_owned());
    all
}

/// What `steps` must make of all of them.
fn expected(steps: &[Step]) -> Records {
    let mut records = released();
    for step in steps {
        let new = |key: &str| key.replacen(&format!(":{}:", step.to - 1), &format!(":{}:", step.to), 1);
        let migrated = records
            .iter()
            .map(|(key, value)| (new(key), (step.migrate)("", value).unwrap_or_else(|_| value.clone())));
        records = migrated.collect();
    }
    records
}

/// A store that dies at one of its writes: that one and all that follow are refused, as to a program that is gone.
struct Mortal {
    store: Rc<MemoryStore>,
    left: Cell<usize>,
}

impl Mortal {
    fn may_write(&self) -> Result<(), StoreError> {
        match self.left.get() {
            0 => Err(StoreError::Failed("dead".to_owned())),
            left => {
                self.left.set(left - 1);
                Ok(())
            }
        }
    }
}

impl RecordStore for Mortal {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.get(key)
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.may_write()?;
        self.store.set(key, value)
    }
    fn size(&self) -> Result<usize, StoreError> {
        self.store.size()
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.may_write()?;
        self.store.remove(key)
    }
}

/// Both copies of all that is kept.
#[derive(Default)]
struct Tablet {
    local: Rc<MemoryStore>,
    journal: Rc<MemoryJournal>,
}

impl Tablet {
    fn with(records: &Records) -> Self {
        let tablet = Self::default();
        for (key, value) in records {
            tablet.local.set(key, value).expect("room");
        }
        tablet
    }

    /// A start that dies at its write number `writes`, with what the journal had not begun by then.
    fn start_and_die(&self, steps: &[Step], writes: usize) -> Result<(), StoreError> {
        let mortal = Rc::new(Mortal { store: Rc::clone(&self.local), left: Cell::new(writes) });
        let tasks = Rc::new(RefCell::new(Vec::<Task>::new()));
        let spawned = Rc::clone(&tasks);
        let mirror = Mirror::new(mortal, Rc::<MemoryJournal>::clone(&self.journal), move |task| {
            spawned.borrow_mut().push(task);
        });
        block_on(upgrade(&mirror, steps))?;
        let tasks = tasks.take();
        tasks.into_iter().for_each(block_on);
        Ok(())
    }

    fn start(&self, steps: &[Step]) -> Result<(), StoreError> {
        self.start_and_die(steps, usize::MAX)
    }

    fn of_version(&self, version: u32) -> Records {
        let keys = self.local.keys().expect("readable").into_iter();
        let keys = keys
            .filter(|key| key.starts_with(&format!("lesbezoek:{version}:")) && !key.ends_with(":upgraded"));
        keys.map(|key| (key.clone(), self.local.get(&key).expect("readable").expect("there"))).collect()
    }
}

#[test]
fn today_there_is_no_step_and_nothing_is_touched() {
    assert!(STEPS.is_empty(), "then RELEASED needs the records of the version before");
    let tablet = Tablet::with(&released());
    assert_eq!(tablet.start(STEPS), Ok(()));
    assert_eq!(tablet.of_version(1), released());
    assert_eq!(tablet.local.keys().expect("readable").len(), released().len());
}

#[test]
fn the_new_records_stand_beside_the_old_ones_for_two_good_starts() {
    let tablet = Tablet::with(&released());
    // The upgrade itself, and two good starts.
    for _ in 0..3 {
        assert_eq!(tablet.start(&[TO_2]), Ok(()));
        assert!(tablet.of_version(1) == released(), "the old ones are as they were");
        assert!(tablet.of_version(2) == expected(&[TO_2]));
    }
    assert_eq!(tablet.start(&[TO_2]), Ok(()));
    assert_eq!(tablet.of_version(1), Records::new());
    assert!(tablet.of_version(2) == expected(&[TO_2]));
}

#[test]
fn what_is_changed_afterwards_is_not_taken_over_again() {
    let tablet = Tablet::with(&released());
    tablet.start(&[TO_2]).expect("room");
    let changed = tablet.of_version(2).into_keys().next().expect("one");
    tablet.local.set(&changed, &seal(900, "{}")).expect("room");
    for _ in 0..4 {
        tablet.start(&[TO_2]).expect("room");
        assert_eq!(tablet.local.get(&changed), Ok(Some(seal(900, "{}"))));
    }
}

#[test]
fn it_goes_one_version_at_a_time() {
    let tablet = Tablet::with(&released());
    tablet.start(&[TO_2, TO_3]).expect("room");
    assert!(tablet.of_version(3) == expected(&[TO_2, TO_3]));
    assert_eq!(tablet.of_version(1), released());
    // Whoever skipped no version comes to the same.
    let other = Tablet::with(&released());
    other.start(&[TO_2]).expect("room");
    other.start(&[TO_2, TO_3]).expect("room");
    assert_eq!(other.of_version(3), expected(&[TO_2, TO_3]));
}

#[test]
fn a_kill_at_any_write_leaves_all_and_the_next_start_goes_on() {
    let steps = [TO_2, TO_3];
    let mut stops = 0;
    // The upgrade, both good starts, and the removal of the old ones, each killed at each of its writes.
    for starts_before in 0..4 {
        for writes in 0.. {
            let tablet = Tablet::with(&released());
            for _ in 0..starts_before {
                tablet.start(&steps).expect("room");
            }
            let was_killed = tablet.start_and_die(&steps, writes).is_err();
            stops += usize::from(was_killed);
            let (old, new) = (tablet.of_version(1), tablet.of_version(3));
            assert!(
                old == released() || new == expected(&steps),
                "either is whole, {starts_before} {writes}"
            );
            tablet.start(&steps).expect("room");
            assert_eq!(tablet.of_version(3), expected(&steps), "{starts_before} {writes}");
            if !was_killed {
                break;
            }
        }
    }
    assert!(stops > 3 * released().len(), "{stops}");
}

#[test]
fn a_full_storage_or_a_silent_journal_leaves_all_as_it_was() {
    let tablet = Tablet::with(&released());
    tablet.local.fill(true);
    assert_eq!(tablet.start(&[TO_2]), Err(StoreError::Full));
    tablet.local.fill(false);
    tablet.journal.fail(9);
    assert!(matches!(tablet.start(&[TO_2]), Err(StoreError::Failed(_))));
    assert_eq!(tablet.of_version(1), released());
    tablet.journal.fail(0);
    tablet.start(&[TO_2]).expect("room");
    assert!(tablet.of_version(2) == expected(&[TO_2]));
}

#[test]
fn a_version_that_is_too_new_and_a_step_that_is_missing_are_named() {
    let mut records = released();
    records.insert("lesbezoek:3:settings".to_owned(), seal(1, "{}"));
    let tablet = Tablet::with(&records);
    let newer = StoreError::Newer { key: "lesbezoek:3:settings".to_owned(), schema: 3 };
    assert_eq!(tablet.start(&[TO_2]), Err(newer));
    assert!(matches!(Tablet::with(&released()).start(&[TO_3]), Err(StoreError::Failed(_))));
    assert_eq!(tablet.of_version(1), released());
}
