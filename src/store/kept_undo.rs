//! What can be undone, for after a reload.

use serde::{Deserialize, Serialize};

use crate::domain::{ObservationId, Undo};

/// What can be undone of a visit as it was at one revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptUndo {
    /// Which visit.
    pub visit: ObservationId,
    /// Of any other revision it is no way back.
    pub revision: u64,
    /// The way back.
    pub undo: Undo,
}

impl KeptUndo {
    /// As text.
    #[must_use]
    pub fn write(&self) -> String {
        // These types always serialise, and an empty text is read as nothing.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What [`write`](Self::write) wrote; `None`: by another version of the app.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
