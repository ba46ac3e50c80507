//! The export document as written.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::observation::Observation;
use super::person::Person;
use super::plan::Plan;
use super::rubric::Rubric;
use super::rubric_draft::RubricDraft;
use super::time;
use crate::domain::Moment;

/// The name of the format.
pub const FORMAT: &str = "lesbezoek-export";
/// The version that this module writes and reads.
pub const VERSION: u64 = 1;

/// An export of Lesbezoek: visits with the rubrics that they were scored with.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Document {
    /// Always `lesbezoek-export`.
    pub format: String,
    /// Always 1.
    pub version: u64,
    /// When the export was made.
    #[serde(deserialize_with = "time::moment")]
    pub exported_at: Moment,
    /// The version of the app.
    pub app: String,
    /// What the export is for.
    pub purpose: Purpose,
    /// Where it was made.
    pub device: Device,
    /// The rubrics of the visits; in a backup all that are kept.
    #[serde(default)]
    pub rubrics: Vec<Rubric>,
    /// Those of the school's own list who are named in the visits, or all of them; absent in files of the first versions.
    #[serde(default)]
    pub people: Vec<Person>,
    /// The visits.
    #[serde(default)]
    pub observations: Vec<Observation>,
    /// The action plans of the school, one a school year; absent in files of the first versions.
    #[serde(default)]
    pub plans: Vec<Plan>,
    /// Rubrics in the making; absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rubric_drafts: Vec<RubricDraft>,
}

/// What an export is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To restore from.
    Backup,
    /// For the teacher and the observer.
    Coaching,
    /// For an appraisal: visits of the school leader alone.
    Appraisal,
    /// For the plan of the school: no visits, and nobody's name but what the team wrote in its plan.
    SchoolPlan,
}

/// A device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Device {
    /// Made once on each device.
    pub id: Uuid,
    /// As the user named it; may be empty.
    #[serde(default)]
    pub name: String,
}

/// The head of a document, read first: a newer version may differ in all the rest.
#[derive(Debug, Deserialize)]
pub struct Head {
    /// The name of the format, if there is one.
    #[serde(default)]
    pub format: Option<serde_json::Value>,
    /// The version, if there is one.
    #[serde(default)]
    pub version: Option<serde_json::Value>,
}
