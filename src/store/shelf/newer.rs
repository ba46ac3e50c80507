//! Visits that a later version of the app wrote.

use super::super::envelope::PACKED;
use super::super::error::StoreError;
use super::super::keys::Key;
use super::{Shelf, parse};
use crate::domain::{Observation, ObservationId};
use crate::exchange::v1;

impl Shelf {
    /// Reads a visit that a later app wrote, as far as this one understands it; `None`: it does not. It is for reading:
    /// [`save`](Self::save) refuses it from now on.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn load_newer(&self, id: ObservationId) -> Result<Option<Observation>, StoreError> {
        let Some(envelope) = self.envelope(&Key::Observation(id).to_string(), u32::MAX)? else {
            return Ok(None);
        };
        if envelope.schema <= PACKED {
            return Ok(None);
        }
        self.newer.borrow_mut().insert(id);
        let wire = parse::<v1::Observation>(&envelope.body).ok().filter(|wire| wire.id == id);
        Ok(wire.and_then(|wire| Observation::try_from(wire).ok()))
    }

    /// The visit as it is kept, byte for byte.
    ///
    /// # Errors
    /// As [`RecordStore::get`].
    pub fn raw(&self, id: ObservationId) -> Result<Option<String>, StoreError> {
        self.records.get(&Key::Observation(id).to_string())
    }
}
