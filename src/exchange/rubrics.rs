//! Rubrics as files, and what tells two of them apart.

use sha2::{Digest, Sha256};

use super::error::{ExportError, ImportError};
use super::import::{check_head, parse};
use super::v1;
use crate::domain::{IndicatorId, Observation, Rubric, RubricRef};

/// The rubric that comes with the app, "Passend onderwijs in de les".
pub const BUILTIN_RUBRIC_JSON: &str = include_str!("../../rubrics/passend-onderwijs.json");

/// Its [`rubric_hash`], so that no start of the app has to work it out; `tests/native/rubric.rs` does.
pub const BUILTIN_RUBRIC_HASH: &str = "f314bbf1d3134021704d0f6d0bb86d52";

/// Its id. `tests/native/bad_import.rs` fails where this, or the next one, is not that of the file.
pub(super) const BUILTIN_RUBRIC_ID: &str = "passend-onderwijs";

/// How many points its scale has, in every version.
pub(super) const BUILTIN_POINTS: usize = 4;

/// Its indicators, so that a list need not read it; `tests/native/rubric.rs` compares them.
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
    checked(parse(json)?)
}

/// Reads a file with one rubric, and checks it.
///
/// # Errors
/// What is wrong with it, and where.
pub fn parse_rubric_file(text: &str) -> Result<Rubric, ImportError> {
    let text = text.trim_start_matches('\u{feff}');
    check_head(text, v1::RUBRIC_FORMAT)?;
    let wire: v1::RubricDocument = parse(text)?;
    checked(wire.rubric)
}

/// A file with one rubric, for people to read and to change too.
///
/// # Errors
/// [`ExportError::Json`] if a value cannot be written; the types leave no such value.
pub fn rubric_file(rubric: &Rubric) -> Result<String, ExportError> {
    let document = v1::RubricDocument {
        format: v1::RUBRIC_FORMAT.to_owned(),
        version: v1::VERSION,
        rubric: rubric.into(),
    };
    Ok(serde_json::to_string_pretty(&document)?)
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

pub(super) fn checked(wire: v1::Rubric) -> Result<Rubric, ImportError> {
    let id = wire.id.to_string();
    Rubric::try_from(wire).map_err(|reason| ImportError::RubricInvalid { id, reason })
}

/// The rubric of a visit among these: the very one, else another of its version. Two may bear one version, where somebody changed
/// one by hand.
#[must_use]
pub(super) fn rubric_of<'a>(rubrics: &'a [Rubric], visit: &Observation) -> Option<&'a Rubric> {
    let is_of_version = |one: &&Rubric| (&one.id, one.version) == (&visit.rubric.id, visit.rubric.version);
    let all: Vec<&Rubric> = rubrics.iter().filter(is_of_version).collect();
    // Only where there is a choice: the hash of a rubric costs something.
    let the_very = (all.len() > 1).then(|| all.iter().find(|one| rubric_ref(one) == visit.rubric)).flatten();
    the_very.or(all.first()).copied()
}
