//! Packing: completed visits of earlier school years take a fraction of the room, and stay where they are.

use super::super::envelope::{self, Envelope, PACKED, SCHEMA};
use super::super::error::{Damage, StoreError};
use super::super::export_mark::ExportMark;
use super::super::keys::Key;
use super::super::pack::Codec;
use super::super::packed;
use super::super::summary::Summary;
use super::{Shelf, parse};
use crate::domain::{IndicatorId, ObservationId, RubricRef, SchoolYear};
use crate::exchange::v1;

impl Shelf {
    /// From now on packed visits can be opened, and visits be packed.
    pub fn use_codec(&self, codec: Codec) {
        self.codec.set(Some(codec));
    }

    /// Whether a visit is packed and its [codec](Self::use_codec) is still to come.
    #[must_use]
    pub fn waits_for_codec(&self, id: ObservationId) -> bool {
        self.codec.get().is_none() && self.is_packed(id)
    }

    fn is_packed(&self, id: ObservationId) -> bool {
        let value = self.records.get(&Key::Observation(id).to_string());
        value.is_ok_and(|value| value.is_some_and(|value| packed::is_packed(&value)))
    }

    /// The visits that packing would make small: completed, and of a school year before `this_year`. Reads all that are not
    /// packed.
    ///
    /// # Errors
    /// As [`visit_ids`](Self::visit_ids).
    pub fn packable(&self, this_year: SchoolYear) -> Result<Vec<ObservationId>, StoreError> {
        let mut ids = self.visit_ids()?;
        ids.retain(|id| !self.is_packed(*id) && self.past(*id, this_year).is_some());
        Ok(ids)
    }

    /// What a list shows of a visit that packing is for. What cannot be read stays as it is.
    fn past(&self, id: ObservationId, this_year: SchoolYear) -> Option<Summary> {
        let visit = self.summary(id).ok().flatten();
        visit.filter(|visit| visit.is_completed && SchoolYear::of(visit.visit.date) < this_year)
    }

    /// Packs a visit, if it still is one that packing is for: one write of one record. What is written is unpacked and
    /// compared before, and read back after. `false`: it stayed as it was. `indicators` gives those of a rubric.
    ///
    /// # Errors
    /// As [`load`](Self::load) and [`RecordStore::set`](super::super::RecordStore::set).
    pub fn pack(
        &self,
        id: ObservationId,
        this_year: SchoolYear,
        indicators: impl FnOnce(&RubricRef) -> Vec<IndicatorId>,
    ) -> Result<bool, StoreError> {
        let codec = self.codec.get().ok_or(StoreError::Packed)?;
        let key = Key::Observation(id).to_string();
        let Some(value) = self.records.get(&key)? else { return Ok(false) };
        let Some(summary) = self.past(id, this_year) else { return Ok(false) };
        // The whole visit must be readable now, or nobody would know later what was wrong with it.
        if packed::is_packed(&value) || self.load(id)?.is_none() {
            return Ok(false);
        }
        let Ok(envelope) = envelope::open(&value) else { return Ok(false) };
        if envelope.schema != SCHEMA {
            return Ok(false);
        }
        let Some(small) = packed::packed(&envelope, &summary, summary.count(indicators), codec) else {
            return Ok(false);
        };
        if small.encode_utf16().count() >= value.encode_utf16().count() {
            return Ok(false);
        }
        self.records.set(&key, &small)?;
        // In the head may stand by now that nobody could compare with the journal.
        let there = self.records.get(&key)?.and_then(|there| envelope::open(&there).ok());
        if there.is_some_and(|there| envelope::open(&small).is_ok_and(|written| there == written)) {
            // Kept or not, the visit is packed.
            let _ = self.note_unchanged(id, summary.revision);
            return Ok(true);
        }
        self.records.set_or_hold(&key, &value)?;
        Err(StoreError::Failed("a packed visit was not kept as it was written".to_owned()))
    }

    /// The list need not open a packed visit to know that it is as it was exported.
    fn note_unchanged(&self, id: ObservationId, revision: u64) -> Result<(), StoreError> {
        match self.export_mark(id) {
            Ok(Some(mark)) if mark.revision != revision && !self.changed_since(&mark, id, revision)? => {
                self.keep_mark(id, &ExportMark { revision, ..mark })
            }
            _ => Ok(()),
        }
    }

    /// The text of a visit as it was written, packed or not.
    pub(in super::super) fn written(&self, id: ObservationId) -> Result<Option<String>, StoreError> {
        let key = Key::Observation(id).to_string();
        let Some(envelope) = self.envelope(&key, PACKED)? else { return Ok(None) };
        if envelope.schema != PACKED {
            return Ok(Some(envelope.body));
        }
        let codec = self.codec.get().ok_or(StoreError::Packed)?;
        let unpacked = packed::unpacked(&envelope.body, codec);
        unpacked.map(|(body, _)| Some(body)).map_err(|why| StoreError::Damaged { key, why })
    }

    /// The visit in an envelope, packed or not.
    pub(super) fn wire(&self, envelope: &Envelope) -> Result<v1::Observation, Unread> {
        if envelope.schema != PACKED {
            return Ok(parse(&envelope.body)?);
        }
        let codec = self.codec.get().ok_or(Unread::Packed)?;
        let (body, crc) = packed::unpacked(&envelope.body, codec)?;
        let wire: v1::Observation = parse(&body)?;
        if envelope::checksum(SCHEMA, wire.revision, &body) != crc {
            return Err(Damage::Checksum.into());
        }
        // Brought back after it was deleted, it counts on from there.
        Ok(v1::Observation { revision: envelope.revision, ..wire })
    }
}

/// Why the visit in an envelope is not to be had.
pub(super) enum Unread {
    Packed,
    Damaged(Damage),
}

impl From<Damage> for Unread {
    fn from(why: Damage) -> Self {
        Self::Damaged(why)
    }
}
