//! A file with one rubric, as written.

use serde::{Deserialize, Serialize};

use super::rubric::Rubric;

/// The name of the format; its version is that of the export.
pub const RUBRIC_FORMAT: &str = "lesbezoek-rubric";

/// A rubric of Lesbezoek, for another device or another school.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RubricDocument {
    /// Always `lesbezoek-rubric`.
    pub format: String,
    /// Always 1.
    pub version: u64,
    /// The rubric.
    pub rubric: Rubric,
}
