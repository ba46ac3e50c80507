//! A visit on one morning, for the tests of this wing.

use super::ids::{ObservationId, uuid_v7};
use super::observation::{Observation, RubricRef};
use super::time::Moment;

/// So many minutes past nine.
pub(super) fn at(minute: u32) -> Moment {
    Moment::parse_from_rfc3339(&format!("2026-11-23T09:{minute:02}:00+01:00")).expect("a time")
}

/// An empty visit that begins at nine.
pub(super) fn visit() -> Observation {
    let rubric = RubricRef { id: "r".parse().expect("an id"), version: 1, hash: String::new() };
    Observation::begin(ObservationId(uuid_v7(0, [0; 10])), rubric, at(0))
}
