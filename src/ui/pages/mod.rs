//! One file a screen.

mod access;
mod begin;
mod check;
mod compare;
mod data;
mod due;
pub mod example;
mod form;
mod home;
mod import;
mod insight;
pub mod lock;
mod not_found;
mod own_view;
mod packing;
mod paste;
mod plan;
mod prepare;
mod rubrics;
mod score;
mod sealed_backup;
mod storage;
#[cfg(debug_assertions)]
mod style;
mod talk;
mod team;
mod visit;
mod visit_search;
mod walls;
mod watch;

pub use access::AccessPage;
pub use begin::begin_visit;
pub use check::{CheckPage, ReadPage};
pub use compare::ComparePage;
pub use data::DataPage;
pub use form::BlankFormPage;
pub use home::HomePage;
pub use insight::{GrowthPage, InsightPage};
pub use not_found::{NotFoundPage, NotLoadedPage};
pub use own_view::OwnViewPage;
pub use plan::PlanPage;
pub use rubrics::{DraftPage, RubricField, RubricsPage};
pub use talk::{FollowUpCard, TalkPage, look_back};
pub use team::{CoveragePage, TeamPage};
pub use visit::VisitPage;
pub use watch::WatchPage;
