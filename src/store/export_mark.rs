//! When a visit last left the device, and whether what left is still what there is.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::envelope::fingerprint;
use super::error::StoreError;
use super::keys::Key;
use super::shelf::Shelf;
use crate::domain::{Moment, Observation, ObservationId, Status};
use crate::exchange::v1;

/// When a visit last left the device, and in which state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportMark {
    /// When.
    #[serde(deserialize_with = "crate::exchange::v1::time::moment")]
    pub at: Moment,
    /// The revision that left.
    pub revision: u64,
    /// CRC-32 of the [content](content) that left; marks of the first versions have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<u32>,
}

/// What an export holds of a visit that a reader of it would miss: all but the count and the time of the last change, and
/// whether and when the visit was completed.
///
/// So a visit changed after its export if an export made now would hold other words, answers, times or taps. To complete it
/// or to reopen it is no such change, nor is a change that was undone.
fn content(visit: &Observation) -> u32 {
    let bare =
        Observation { revision: 0, updated_at: visit.created_at, status: Status::Draft, ..visit.clone() };
    let written = serde_json::to_string(&v1::Observation::from(&bare)).unwrap_or_default();
    fingerprint(&written)
}

/// As [`content`], of the text of a visit as it is kept: a list reads many, and what reads a whole visit need not be there
/// for it. `None`: it is not written as this app writes.
fn content_of_text(written: &str) -> Option<u32> {
    // No field before it holds words.
    let (head, behind) = written.split_once(r#","rubric":"#)?;
    let field = |name: &str| Some(head.split_once(name)?.1.split_once('"')?.0);
    let (id, at) = (field(r#""id":""#)?, field(r#""created_at":""#)?);
    let head =
        format!(r#"{{"id":"{id}","revision":0,"status":"draft","created_at":"{at}","updated_at":"{at}""#);
    Some(fingerprint(&format!(r#"{head},"rubric":{behind}"#)))
}

impl Shelf {
    /// When a visit last left the device; `None` if it never did.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn export_mark(&self, id: ObservationId) -> Result<Option<ExportMark>, StoreError> {
        self.read(&Key::Export(id).to_string())
    }

    /// Whether a visit of this revision changed since its export. Looks into the visit only where its revision did.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn changed_since(
        &self,
        mark: &ExportMark,
        id: ObservationId,
        revision: u64,
    ) -> Result<bool, StoreError> {
        if mark.revision == revision {
            return Ok(false);
        }
        let Some(left) = mark.content else { return Ok(true) };
        Ok(self.written(id)?.is_none_or(|written| content_of_text(&written) != Some(left)))
    }

    /// Keeps that a visit left the device.
    ///
    /// # Errors
    /// As [`RecordStore::set`](super::RecordStore::set).
    pub fn mark_exported(&self, visit: &Observation, at: Moment) -> Result<(), StoreError> {
        let mark = ExportMark { at, revision: visit.revision, content: Some(content(visit)) };
        self.keep_mark(visit.id, &mark)
    }

    /// Whether these are all the visits that there are.
    ///
    /// # Errors
    /// As [`visit_ids`](Self::visit_ids).
    pub fn are_all(&self, visits: &[Observation]) -> Result<bool, StoreError> {
        let these: BTreeSet<_> = visits.iter().map(|visit| visit.id).collect();
        Ok(self.visit_ids()?.iter().all(|id| these.contains(id)))
    }

    pub(super) fn keep_mark(&self, id: ObservationId, mark: &ExportMark) -> Result<(), StoreError> {
        self.write_next(&Key::Export(id).to_string(), mark)
    }
}
