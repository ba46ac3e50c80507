//! A school that does not exist: 30 people and 400 completed visits in two school years, made by chance from a seed, so that it
//! is the same each time and nobody's lesson.
//!
//! Scores come from a plain model: how far a teacher is, how hard an indicator is, how strict an observer is, and chance. So
//! strong teachers, hard indicators and growth are there to be found, as in a real school. All of it is whole numbers: no
//! engine and no machine rounds them otherwise.
// Only tests use it; a fixture that cannot be made must stop them.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::missing_panics_doc)]

mod chance;
mod course;
mod staff;
mod talk;
mod visit;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use chance::Chance;
use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};
use lesbezoek::domain::{Moment, Observation, Person, Rubric, RubricRef, Talk};
use lesbezoek::exchange::{
    BUILTIN_RUBRIC_JSON, Device, ExportHeader, Purpose, builtin_ref, export_json, parse_rubric,
};
use lesbezoek::store::{MemoryStore, RecordStore, Shelf};

/// The seed of the school that the overviews are tested and pictured with.
const SEED: u64 = 2024;
/// It has so many people.
pub const STAFF: usize = 30;
/// And so many visits.
pub const VISITS: usize = 400;

/// People and visits.
#[derive(Clone, Debug)]
pub struct School {
    /// The rubric that every visit was scored with.
    pub rubric: Rubric,
    /// The staff.
    pub people: Vec<Person>,
    /// Completed visits, the oldest first.
    pub visits: Vec<Observation>,
}

impl School {
    /// The school of 30 people and 400 visits.
    #[must_use]
    pub fn seeded() -> Self {
        Self::of(SEED, STAFF, VISITS)
    }

    /// A school of another seed or size.
    #[must_use]
    pub fn of(seed: u64, staff: usize, visits: usize) -> Self {
        let rubric = parse_rubric(BUILTIN_RUBRIC_JSON).expect("a sound rubric");
        let mut chance = Chance::new(seed);
        let staff = staff::staff(&mut chance, staff);
        let mut visits: Vec<_> = (0..visits).map(|_| visit::visit(&mut chance, &rubric, &staff)).collect();
        visits.sort_by_key(|visit| (visit.visit.started_at, visit.id));
        Self { rubric, people: staff.into_iter().map(|one| one.person).collect(), visits }
    }

    /// How the visits name their rubric.
    #[must_use]
    pub fn rubric_ref(&self) -> RubricRef {
        builtin_ref(&self.rubric)
    }

    /// The same visits with who, when and why alone, so that thousands fit where a browser keeps them.
    #[must_use]
    pub fn slim(self) -> Self {
        let slim = |visit: Observation| Observation {
            ratings: BTreeMap::new(),
            log: Vec::new(),
            tallies: Vec::new(),
            scans: Vec::new(),
            phases: Vec::new(),
            talk: Talk::default(),
            ..visit
        };
        Self { visits: self.visits.into_iter().map(slim).collect(), ..self }
    }

    /// The whole school as an export document, as another tablet would send it.
    #[must_use]
    pub fn export(&self) -> String {
        let header = ExportHeader {
            exported_at: at(day(2026, 7, 10), 16, 0),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            purpose: Purpose::Backup,
            device: Device { id: Chance::new(1).id(0), name: "De Zaaier".to_owned() },
        };
        export_json(&header, &[], &self.people, &self.visits, &[]).expect("text")
    }

    /// The whole school as the records of a tablet that has it: keys and values of local storage.
    #[must_use]
    pub fn records(&self) -> Vec<(String, String)> {
        self.records_with(&[])
    }

    /// The same, on a tablet that has these rubrics too.
    #[must_use]
    pub fn records_with(&self, rubrics: &[Rubric]) -> Vec<(String, String)> {
        let store = Rc::new(MemoryStore::default());
        let shelf = Shelf::new(Rc::<MemoryStore>::clone(&store));
        rubrics.iter().for_each(|rubric| shelf.save_rubric(rubric).expect("room"));
        self.people.iter().for_each(|person| shelf.save_person(person).expect("room"));
        self.visits.iter().for_each(|visit| shelf.save(visit).expect("room"));
        let value = |key: String| {
            let value = store.get(&key).expect("readable").expect("there");
            (key, value)
        };
        store.keys().expect("readable").into_iter().map(value).collect()
    }
}

/// The tablets of this school never change to summer time.
pub(crate) fn at(day: NaiveDate, hour: u32, minute: u32) -> Moment {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
    let place = FixedOffset::east_opt(3600).expect("an hour");
    place.from_local_datetime(&day.and_time(time)).single().expect("a moment")
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}
