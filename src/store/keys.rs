//! The keys of records: `lesbezoek:1:<kind>:<id>`.

use std::fmt;

use crate::domain::{DraftId, ObservationId, PersonId, PlanId, RubricRef};

/// Everything of this app starts with this.
pub(super) const PREFIX: &str = "lesbezoek:";
/// The version of the store: the number in the keys.
pub(super) const VERSION: u32 = 1;
const KINDS: &str = "lesbezoek:1:";
const OBSERVATION: &str = "lesbezoek:1:observation:";
const PERSON: &str = "lesbezoek:1:person:";
const PLAN: &str = "lesbezoek:1:plan:";
const RUBRIC: &str = "lesbezoek:1:rubric:";
const DRAFT: &str = "lesbezoek:1:rubric-draft:";
pub(super) const EXPORT: &str = "lesbezoek:1:export:";
pub(super) const ASIDE: &str = "lesbezoek:1:aside:";

/// The key of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A visit.
    Observation(ObservationId),
    /// Someone of the school.
    Person(PersonId),
    /// The action plan of a school year.
    Plan(PlanId),
    /// A rubric other than the built-in one.
    Rubric(RubricRef),
    /// A rubric in the making.
    Draft(DraftId),
    /// What the user chose on this device.
    Settings,
    /// When a visit last left the device.
    Export(ObservationId),
    /// A damaged or replaced value: whose it was, and the CRC-32 of its text to tell several apart.
    Aside(String, u32),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Observation(id) => write!(f, "{OBSERVATION}{id}"),
            Self::Person(id) => write!(f, "{PERSON}{id}"),
            Self::Plan(id) => write!(f, "{PLAN}{id}"),
            Self::Rubric(RubricRef { id, version, hash }) => {
                write!(f, "{RUBRIC}{id}.{version}.{hash}")
            }
            Self::Draft(id) => write!(f, "{DRAFT}{id}"),
            Self::Settings => f.write_str("lesbezoek:1:settings"),
            Self::Export(id) => write!(f, "{EXPORT}{id}"),
            Self::Aside(whose, crc) => write!(f, "{ASIDE}{whose}:{crc:08x}"),
        }
    }
}

impl Key {
    /// Where a value of the record `key` is put aside. A visit is named by its id alone.
    pub(super) fn aside(key: &str, crc: u32) -> Self {
        Self::Aside(owner(key).to_owned(), crc)
    }
}

/// The version of the store in a key of this app, and what follows it.
pub(super) fn split_version(key: &str) -> Option<(u32, &str)> {
    let (version, rest) = key.strip_prefix(PREFIX)?.split_once(':')?;
    Some((version.parse().ok()?, rest))
}

/// How the key of what was put aside names the record that it is of.
fn owner(key: &str) -> &str {
    key.strip_prefix(OBSERVATION).or_else(|| key.strip_prefix(KINDS)).unwrap_or(key)
}

/// The visit that a key belongs to, if it is the key of a visit.
pub(super) fn observation_id(key: &str) -> Option<ObservationId> {
    key.strip_prefix(OBSERVATION)?.parse().ok()
}

/// The person that a key belongs to, if it is the key of one.
pub(super) fn person_id(key: &str) -> Option<PersonId> {
    key.strip_prefix(PERSON)?.parse().ok()
}

/// The plan that a key belongs to, if it is the key of one.
pub(super) fn plan_id(key: &str) -> Option<PlanId> {
    key.strip_prefix(PLAN)?.parse().ok()
}

/// What names the rubric that a key belongs to, if it is the key of one.
pub(super) fn rubric_ref(key: &str) -> Option<RubricRef> {
    // The id may have dots of its own.
    let mut parts = key.strip_prefix(RUBRIC)?.rsplitn(3, '.');
    let (hash, version, id) = (parts.next()?, parts.next()?, parts.next()?);
    Some(RubricRef { id: id.parse().ok()?, version: version.parse().ok()?, hash: hash.to_owned() })
}

/// The rubric in the making that a key belongs to, if it is the key of one.
pub(super) fn draft_id(key: &str) -> Option<DraftId> {
    key.strip_prefix(DRAFT)?.parse().ok()
}

/// Whether under this key something of this record was put aside.
pub(super) fn is_aside_of(key: &str, record: &str) -> bool {
    let whose = key.strip_prefix(ASIDE).and_then(|rest| rest.rsplit_once(':'));
    whose.is_some_and(|(whose, _)| whose == owner(record))
}
