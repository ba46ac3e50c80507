//! What tells the example visit from a real one.

use uuid::Uuid;

use crate::domain::ObservationId;

/// The visit in the example that the app brings. It keeps its id wherever it goes, so no mark of its own is stored.
pub const EXAMPLE_VISIT: ObservationId =
    ObservationId(Uuid::from_u128(0x01a1_cebf_d1c0_70e2_b79d_69ad_32e5_45f7));
