//! What the screen says of the last change: kept, on its way, or not.

use super::error::StoreError;
use super::journal::JournalError;
use super::news::Safety;
use crate::domain::Moment;

/// Whether local storage has the last change. What the screen says of it also depends on the journal: [`Kept`].
#[derive(Clone, Debug, PartialEq)]
pub enum SaveStatus {
    /// No visit is open.
    Idle,
    /// Typing that is not written yet.
    Pending,
    /// In local storage since this moment, also if it was read from there.
    Saved(Moment),
    /// In local storage, just now: this was undone.
    Undone(String),
    /// The write was refused; the change is only on screen.
    Failed(StoreError),
}

/// How the last change is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// No visit is open.
    Nothing,
    /// On its way to the disk.
    Saving,
    /// On the disk since this moment.
    Saved(Moment),
    /// On the disk, just now: this was undone.
    Undone(String),
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
            (SaveStatus::Pending, _) | (_, Safety::Writing) => Self::Saving,
            (SaveStatus::Saved(at), Safety::Safe) => Self::Saved(at),
            (SaveStatus::Undone(what), Safety::Safe) => Self::Undone(what),
            (_, Safety::Unsafe(JournalError::Missing)) => Self::OneCopy,
            (_, Safety::Unsafe(JournalError::Failed(_))) => Self::NotSafe,
        }
    }

    /// Its name in the page.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "idle",
            Self::Saving => "saving",
            Self::Saved(_) | Self::Undone(_) => "saved",
            Self::OneCopy => "one-copy",
            Self::NotSafe => "not-safe",
            Self::Failed(_) => "failed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at() -> Moment {
        Moment::default()
    }

    #[test]
    fn a_change_is_called_kept_only_when_both_copies_have_it() {
        let saved = SaveStatus::Saved(at());
        assert_eq!(Kept::of(saved.clone(), &Safety::Safe), Kept::Saved(at()));
        assert_eq!(Kept::of(saved.clone(), &Safety::Writing), Kept::Saving);
        let undone = SaveStatus::Undone("D3".to_owned());
        assert_eq!(Kept::of(undone.clone(), &Safety::Safe), Kept::Undone("D3".to_owned()));
        assert_eq!(Kept::of(undone, &Safety::Writing), Kept::Saving);
        assert_eq!(Kept::of(SaveStatus::Pending, &Safety::Safe), Kept::Saving);
        assert_eq!(Kept::of(saved.clone(), &Safety::Unsafe(JournalError::Missing)), Kept::OneCopy);
        let failed = Safety::Unsafe(JournalError::Failed("told to fail".to_owned()));
        assert_eq!(Kept::of(saved, &failed), Kept::NotSafe);
        assert_eq!(
            Kept::of(SaveStatus::Failed(StoreError::Full), &Safety::Safe),
            Kept::Failed(StoreError::Full)
        );
        assert_eq!(Kept::of(SaveStatus::Idle, &failed), Kept::NotSafe, "also with no visit open");
    }
}
