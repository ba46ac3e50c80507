//! Every text on screen, Dutch and English. A text that lacks a language does not compile.

mod course;
mod en;
mod format;
mod guide;
mod merge;
mod nl;
mod phrases;
mod plan;
mod report;
mod team;
mod text;
mod undone;

pub use format::{date, file_stamp};
pub use merge::{MergeText, merge_text};
pub use plan::{PlanText, WordsOfPlan, plan_text};
pub use team::{TeamText, team_text};
pub use text::{SendText, Text};

use crate::domain::Lang;

/// All texts in one language.
#[must_use]
pub fn text(lang: Lang) -> &'static Text {
    match lang {
        Lang::Nl => &nl::NL,
        Lang::En => &en::EN,
    }
}
