//! The steps of a visit.

use serde::{Deserialize, Serialize};

/// One of the five screens of a visit; from each to any other in one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// Voorbereiden.
    Prepare,
    /// Kijken.
    Watch,
    /// Scoren.
    Score,
    /// Gesprek.
    Talk,
    /// Controle: the check page.
    Check,
}

impl Step {
    /// In the order of a visit.
    pub const ALL: [Self; 5] = [Self::Prepare, Self::Watch, Self::Score, Self::Talk, Self::Check];
}
