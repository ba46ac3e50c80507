//! What more than one visit says. Pure: it depends on the domain alone.

mod comparison;
mod rater_agreement;

pub use comparison::{Comparison, SideBySide, is_same_lesson};
pub use rater_agreement::RaterAgreement;
