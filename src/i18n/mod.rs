//! Every text on screen, Dutch and English. A text that lacks a language does not compile.

mod course;
mod documents;
mod en;
mod format;
mod guide;
mod insight;
mod lock;
mod merge;
mod nl;
mod own_view;
mod phrases;
mod plan;
mod report;
mod rights;
mod rubric;
mod sealed;
mod tables;
mod team;
mod text;
mod undone;

pub use documents::{DocumentsText, documents_text};
pub use format::{date, file_stamp};
pub use insight::{InsightText, insight_text};
pub use lock::{LockText, ScreenOfLock, lock_text};
pub use merge::{MergeText, merge_text};
pub use own_view::{OwnViewText, own_view_text};
pub use plan::{PlanText, WordsOfPlan, plan_text};
pub use rights::{AccessText, DueText, record_text, rights_text};
pub use rubric::{RubricText, rubric_text};
pub use sealed::{SealedText, sealed_text};
pub use tables::WordsOfTables;
pub use team::{TeamText, team_text};
pub use text::{Imported, SendText, Text};

use crate::domain::Lang;

/// All texts in one language.
#[must_use]
pub fn text(lang: Lang) -> &'static Text {
    match lang {
        Lang::Nl => &nl::NL,
        Lang::En => &en::EN,
    }
}
