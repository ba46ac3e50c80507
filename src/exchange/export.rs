//! Visits out, people and plans.

use super::error::ExportError;
use super::v1::{self, Device, Purpose};
use crate::domain::{Moment, Observation, Person, Plan, Rubric, RubricDraft};

/// The head of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportHeader {
    /// When it is made.
    pub exported_at: Moment,
    /// The version of the app.
    pub app: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Where it is made.
    pub device: Device,
}

/// The export document, on one line.
///
/// # Errors
/// [`ExportError::Json`] if a value cannot be written; the types leave no such value.
pub fn export_json(
    header: &ExportHeader,
    rubrics: &[Rubric],
    people: &[Person],
    observations: &[Observation],
    plans: &[Plan],
) -> Result<String, ExportError> {
    export_with_drafts(header, rubrics, people, observations, plans, &[])
}

/// As [`export_json`], with rubrics in the making.
///
/// # Errors
/// Likewise.
pub fn export_with_drafts(
    header: &ExportHeader,
    rubrics: &[Rubric],
    people: &[Person],
    observations: &[Observation],
    plans: &[Plan],
    drafts: &[RubricDraft],
) -> Result<String, ExportError> {
    let ExportHeader { exported_at, app, purpose, device } = header.clone();
    let document = v1::Document {
        format: v1::FORMAT.to_owned(),
        version: v1::VERSION,
        exported_at,
        app,
        purpose,
        device,
        rubrics: rubrics.iter().map(Into::into).collect(),
        people: people.iter().map(Into::into).collect(),
        observations: observations.iter().map(Into::into).collect(),
        plans: plans.iter().map(Into::into).collect(),
        rubric_drafts: drafts.iter().map(Into::into).collect(),
    };
    Ok(serde_json::to_string(&document)?)
}
