//! What many visits say together. Pure: people and visits come in, answers go out; no texts, no storage, no clock.

mod baseline;
mod comparison;
mod coverage;
mod rater_agreement;
mod roster;

pub use baseline::{FEWEST_TEACHERS, Question, TooFewTeachers};
pub use comparison::{Comparison, SideBySide};
pub use coverage::{Band, Coverage, Meeting, Pair, Share};
pub use rater_agreement::RaterAgreement;
pub use roster::{Roster, Who};
