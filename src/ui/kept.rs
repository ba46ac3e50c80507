//! What the screen says of the last change: kept, on its way, or not.

use crate::domain::Moment;
use crate::i18n::{Text, clock};
use crate::store::{JournalError, Safety, StoreError};

use super::session::SaveStatus;

/// How the last change is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// Nothing was changed yet.
    Nothing,
    /// On its way to the disk.
    Saving,
    /// On the disk since this moment.
    Saved(Moment),
    /// In local storage; this browser has no place for a second copy, so a killed browser may lose it.
    OneCopy,
    /// In local storage; the second copy failed.
    NotSafe,
    /// Local storage refused it.
    Failed(StoreError),
}

impl Kept {
    /// From what local storage and what the journal say.
    pub fn of(save: SaveStatus, safety: &Safety) -> Self {
        match (save, safety) {
            (SaveStatus::Failed(error), _) => Self::Failed(error),
            // What was deleted or imported is not safe either.
            (SaveStatus::Idle, Safety::Unsafe(JournalError::Failed(_))) => Self::NotSafe,
            (SaveStatus::Idle, _) => Self::Nothing,
            (SaveStatus::Pending, _) | (SaveStatus::Saved(_), Safety::Writing) => Self::Saving,
            (SaveStatus::Saved(at), Safety::Safe) => Self::Saved(at),
            (SaveStatus::Saved(_), Safety::Unsafe(JournalError::Missing)) => Self::OneCopy,
            (SaveStatus::Saved(_), Safety::Unsafe(JournalError::Failed(_))) => Self::NotSafe,
        }
    }

    /// Its name in the page.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "idle",
            Self::Saving => "saving",
            Self::Saved(_) => "saved",
            Self::OneCopy => "one-copy",
            Self::NotSafe => "not-safe",
            Self::Failed(_) => "failed",
        }
    }
}

impl Text {
    /// How the last change is kept, in a few words.
    pub fn kept(&self, kept: &Kept) -> String {
        match kept {
            Kept::Nothing => String::new(),
            Kept::Saving => self.save.pending.to_owned(),
            Kept::Saved(at) => (self.save.saved_at)(&clock(at.time())),
            Kept::OneCopy => self.save.one_copy.to_owned(),
            Kept::NotSafe => self.save.not_safe.to_owned(),
            Kept::Failed(_) => self.save.failed.to_owned(),
        }
    }
}
