//! Someone of the school as written.

use serde::{Deserialize, Serialize};

use super::time;
use crate::domain::{self, Competence, Moment, PersonId, Profile, Role, TeachingYears};

/// Someone of the school. All but the name may be absent.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// UUID v7.
    pub id: PersonId,
    /// Goes up by one with each change.
    pub revision: u64,
    /// The last change.
    #[serde(deserialize_with = "time::moment")]
    pub updated_at: Moment,
    /// May be a pseudonym.
    #[serde(default)]
    pub name: String,
    /// What she or he does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Such as `5` or `3/4`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// For how many years she or he has taught.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<TeachingYears>,
    /// Startbekwaam, basisbekwaam or vakbekwaam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competence: Option<Competence>,
}

impl From<Person> for domain::Person {
    fn from(Person { id, revision, updated_at, name, role, groups, years, competence }: Person) -> Self {
        Self { id, revision, updated_at, profile: Profile { name, role, groups, years, competence } }
    }
}

impl From<&domain::Person> for Person {
    fn from(person: &domain::Person) -> Self {
        let domain::Person { id, revision, updated_at, profile } = person.clone();
        let Profile { name, role, groups, years, competence } = profile;
        Self { id, revision, updated_at, name, role, groups, years, competence }
    }
}
