//! Kijkwijzers: the rubrics of the school, those in the making, and what is done with them.

mod compare;
mod domains;
mod draft;
mod fields;
mod indicator;
mod left_behind;
mod list;
mod look_fors;
mod paper;
mod publish;
mod retired;
mod row;
mod scale;
mod visit;

pub use draft::DraftPage;
pub use list::RubricsPage;
pub use visit::RubricField;
