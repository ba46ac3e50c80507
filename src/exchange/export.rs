//! Visits out, people and plans.

use std::borrow::Cow;

use super::error::ExportError;
use super::v1::{self, Device, Purpose};
use crate::domain::{Moment, Observation, ObservationId, Person, Plan, Rubric, RubricDraft};

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
/// [`ExportError::Walled`] if a visit may not go into a file with this purpose. [`ExportError::Json`] if a value cannot be
/// written; the types leave no such value.
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
    if observations.iter().any(|one| !purpose_takes(header.purpose, one)) {
        return Err(ExportError::Walled);
    }
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
        observations: within_walls(purpose, observations).iter().map(Into::into).collect(),
        plans: plans.iter().map(Into::into).collect(),
        rubric_drafts: drafts.iter().map(Into::into).collect(),
    };
    Ok(serde_json::to_string(&document)?)
}

/// These visits without what stands in them of others that may not go along: an appraisal takes agreements of an earlier visit only
/// if that visit is in the file too.
fn within_walls(purpose: Purpose, observations: &[Observation]) -> Cow<'_, [Observation]> {
    if purpose != Purpose::Appraisal {
        return Cow::Borrowed(observations);
    }
    let is_here = |id: ObservationId| observations.iter().any(|one| one.id == id);
    let mut within = observations.to_vec();
    for Observation { talk, .. } in &mut within {
        talk.follows = talk.follows.filter(|id| is_here(*id));
        talk.follow_ups.retain(|one| is_here(one.visit));
    }
    Cow::Owned(within)
}

/// Whether a visit may go into a file with this purpose: the plan of the school takes figures of the team alone, an appraisal
/// no visit that was made to learn from.
pub(super) fn purpose_takes(purpose: Purpose, visit: &Observation) -> bool {
    match purpose {
        Purpose::Backup | Purpose::Coaching => true,
        Purpose::Appraisal => visit.visit.kind.may_be_appraised(),
        Purpose::SchoolPlan => false,
    }
}
