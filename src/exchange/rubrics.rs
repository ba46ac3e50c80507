//! Rubrics as files, and what tells two of them apart.

use sha2::{Digest, Sha256};

use super::error::ImportError;
use super::import::parse;
use super::v1;
use crate::domain::{Rubric, RubricRef};

/// The rubric that comes with the app, "Passend onderwijs in de les".
pub const BUILTIN_RUBRIC_JSON: &str = include_str!("../../rubrics/passend-onderwijs.json");

/// Its [`rubric_hash`], so that no start of the app has to work it out; `tests/rubric.rs` does.
pub const BUILTIN_RUBRIC_HASH: &str = "f314bbf1d3134021704d0f6d0bb86d52";

/// How many indicators it has; `tests/rubric.rs` counts them.
pub const BUILTIN_INDICATORS: usize = 25;

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
