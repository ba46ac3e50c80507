//! Rubrics as files, and what tells two of them apart.

use sha2::{Digest, Sha256};

use super::error::ImportError;
use super::import::parse;
use super::v1;
use crate::domain::{IndicatorId, Rubric, RubricRef};

/// The rubric that comes with the app, "Passend onderwijs in de les".
pub const BUILTIN_RUBRIC_JSON: &str = include_str!("../../rubrics/passend-onderwijs.json");

/// Its [`rubric_hash`], so that no start of the app has to work it out; `tests/rubric.rs` does.
pub const BUILTIN_RUBRIC_HASH: &str = "f314bbf1d3134021704d0f6d0bb86d52";

/// Its id. `tests/bad_import.rs` fails where this, or the next one, is not that of the file.
pub(super) const BUILTIN_RUBRIC_ID: &str = "passend-onderwijs";

/// How many points its scale has, in every version.
pub(super) const BUILTIN_POINTS: usize = 4;

/// Its indicators, so that a list need not read it; `tests/rubric.rs` compares them.
const BUILTIN_INDICATORS: [&str; 25] = [
    "D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9",
    "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8",
];

/// The indicators of the rubric that comes with the app, in its order.
#[must_use]
pub fn builtin_indicators() -> Vec<IndicatorId> {
    BUILTIN_INDICATORS.iter().filter_map(|id| id.parse().ok()).collect()
}

/// Reads and checks a rubric.
///
/// # Errors
/// What is wrong with it, and where.
pub fn parse_rubric(json: &str) -> Result<Rubric, ImportError> {
    let wire: v1::Rubric = parse(json)?;
    let id = wire.id.to_string();
    Rubric::try_from(wire).map_err(|reason| ImportError::RubricInvalid { id, reason })
}

/// The first 128 bits of SHA-256 over the rubric as compact JSON, in lower-case hexadecimal.
#[must_use]
pub fn rubric_hash(rubric: &Rubric) -> String {
    // These types always serialise; an empty text would only make two such rubrics look alike.
    let json = serde_json::to_vec(&v1::Rubric::from(rubric)).unwrap_or_default();
    let digest = Sha256::digest(&json);
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// How an observation names this rubric.
#[must_use]
pub fn rubric_ref(rubric: &Rubric) -> RubricRef {
    named(rubric, rubric_hash(rubric))
}

/// How an observation names the rubric that comes with the app, once that is read.
#[must_use]
pub fn builtin_ref(rubric: &Rubric) -> RubricRef {
    named(rubric, BUILTIN_RUBRIC_HASH.to_owned())
}

fn named(rubric: &Rubric, hash: String) -> RubricRef {
    RubricRef { id: rubric.id.clone(), version: rubric.version, hash }
}
