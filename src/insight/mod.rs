//! What many visits say together. Pure: people and visits come in, answers go out; no texts, no storage, no clock.

mod coverage;
mod roster;

pub use coverage::{Band, Coverage, Meeting, Pair, Share};
pub use roster::Roster;
