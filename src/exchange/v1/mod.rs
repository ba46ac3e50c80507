//! Version 1 of the written form. These structs are what stands in files and records; they never change their meaning.
//! A later form gets a module of its own, and this one stays, so that old files load forever.

mod convert;
mod document;
mod lesson;
mod observation;
mod person;
mod plan;
mod rubric;
mod rubric_document;
mod rubric_draft;
mod talk;
pub mod time;

pub use document::{Device, Document, FORMAT, Head, Purpose, VERSION};
pub use observation::{Answer, Inconsistent, Observation, RubricRef, Status, Visit};
pub use person::Person;
pub use plan::Plan;
pub use rubric::{LangText, Rubric};
pub use rubric_document::{RUBRIC_FORMAT, RubricDocument};
pub use rubric_draft::RubricDraft;

/// The JSON Schema (2020-12) of the export document, as published in `schema/`.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> String {
    written(&schemars::schema_for!(Document))
}

/// The JSON Schema (2020-12) of a file with one rubric, as published in `schema/`.
#[cfg(feature = "schema")]
#[must_use]
pub fn rubric_schema() -> String {
    written(&schemars::schema_for!(RubricDocument))
}

#[cfg(feature = "schema")]
fn written(schema: &schemars::Schema) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}
