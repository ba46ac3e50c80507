//! Putting the lock on, changing it, taking it off, and what a start goes on with. The mark says in both copies what is being
//! done before it is, and that it is done after all records were gone by.

use std::rc::Rc;

use super::super::RecordStore;
use super::super::Task;
use super::super::journal::Journal;
use super::mark::{LOCK, LockMark, LockState, Marks, keep_mark, newest_mark};
use super::moving::{MoveError, Moving, needs_moving};
use super::seal::Sealer;

/// The two copies as the device has them, and who hears how many records are done.
pub struct Copies<'a> {
    /// The first.
    pub local: &'a dyn RecordStore,
    /// The second.
    pub journal: &'a dyn Journal,
    /// Hears how many records are done, and lets the page breathe.
    pub tell: &'a dyn Fn(usize) -> Task,
}

/// How a start has gone on.
pub struct GoneOn {
    /// What sealed all records; `None`: all are in the open.
    pub sealer: Option<Rc<Sealer>>,
    /// Records were moved: the old files may still have them in the open.
    pub has_moved: bool,
}

impl Copies<'_> {
    /// The mark that counts. Where the journal cannot be read, that of local storage does.
    ///
    /// # Errors
    /// If neither copy can be read.
    pub async fn marks(&self) -> Result<Marks, MoveError> {
        let here = self.local.get(LOCK)?;
        match self.journal.read(LOCK).await {
            Ok(there) => Ok(newest_mark(here.as_deref(), there.as_ref())),
            Err(error) => {
                let marks = newest_mark(here.as_deref(), None);
                if marks.mark.is_some() { Ok(marks) } else { Err(error.into()) }
            }
        }
    }

    /// Seals all records with `to`, of which `mark` tells: those in the open, and those that `from` had sealed.
    ///
    /// # Errors
    /// See [`MoveError`]; the next start goes on.
    pub async fn put_on(
        &self,
        mark: &LockMark,
        to: Rc<Sealer>,
        from: Option<Rc<Sealer>>,
    ) -> Result<(), MoveError> {
        let Marks { mark: old, revision } = self.marks().await?;
        let revision = self.keep(Some(&mark.at(LockState::Sealing)), revision).await?;
        let from = from.map_or_else(Vec::new, |from| match old {
            Some(old) => old.all(from),
            None => vec![from],
        });
        self.move_all(Some(to), from).await?;
        self.keep(Some(&mark.at(LockState::On)), revision).await?;
        Ok(())
    }

    /// Opens all records that `from` sealed.
    ///
    /// # Errors
    /// See [`MoveError`]; the next start goes on.
    pub async fn take_off(&self, mark: &LockMark, from: Rc<Sealer>) -> Result<(), MoveError> {
        let before = self.marks().await?.revision;
        let revision = self.keep(Some(&mark.at(LockState::Opening)), before).await?;
        self.move_all(None, mark.all(from)).await?;
        self.keep(None, revision).await?;
        Ok(())
    }

    /// What a start does once the lock is open, or if there is none any more: goes on with what was cut off, and seals what a
    /// killed browser brought back in the open. Afterwards all records are in one form: that of the sealer, or open.
    ///
    /// # Errors
    /// See [`MoveError`]; the next start tries again.
    pub async fn go_on(&self, open: Option<(LockMark, Rc<Sealer>)>) -> Result<GoneOn, MoveError> {
        let Marks { mark, revision } = self.marks().await?;
        let (mark, sealer) = match (mark, open) {
            (Some(mark), Some((opened, sealer))) if mark.is_same_lock(&opened) => (mark, sealer),
            // Another tab changed it meanwhile, or only now its newest mark can be read.
            (Some(_), _) => return Err(MoveError::OtherLock),
            // Not even its removal: then nothing may be taken for a leftover.
            (None, _) if revision == 0 => return Err(MoveError::NoMark),
            (None, open) => {
                // Taken off: both copies had all in the open by then. What is still sealed came back with an old local storage.
                self.move_all(None, open.map_or_else(Vec::new, |(mark, sealer)| mark.all(sealer))).await?;
                self.local.remove(LOCK)?;
                return Ok(GoneOn { sealer: None, has_moved: true });
            }
        };
        if mark.state == LockState::Opening {
            self.move_all(None, mark.all(sealer)).await?;
            self.keep(None, revision).await?;
            return Ok(GoneOn { sealer: None, has_moved: true });
        }
        let has_moved = match self.seal_the_rest(&mark, &sealer, revision).await {
            // All is in the one copy that can be read; without the other one the app goes on as it always does.
            Err(MoveError::Journal(_)) if mark.state == LockState::On => false,
            has_moved => has_moved?,
        };
        Ok(GoneOn { sealer: Some(sealer), has_moved })
    }

    /// Whether anything was left.
    async fn seal_the_rest(
        &self,
        mark: &LockMark,
        sealer: &Rc<Sealer>,
        revision: u64,
    ) -> Result<bool, MoveError> {
        let before = mark.before(sealer).map(Rc::new);
        let is_cut_off = mark.state == LockState::Sealing;
        let moves = is_cut_off || needs_moving(self.local, self.journal, before.as_deref()).await?;
        if moves {
            self.move_all(Some(Rc::clone(sealer)), before.into_iter().collect()).await?;
        }
        if is_cut_off || !self.is_in_both(mark).await? {
            self.keep(Some(&mark.at(LockState::On)), revision).await?;
        }
        Ok(moves)
    }

    async fn is_in_both(&self, mark: &LockMark) -> Result<bool, MoveError> {
        let here = newest_mark(self.local.get(LOCK)?.as_deref(), None);
        let there = newest_mark(None, self.journal.read(LOCK).await?.as_ref());
        Ok(here == there && here.mark.as_ref() == Some(mark))
    }

    async fn keep(&self, mark: Option<&LockMark>, after: u64) -> Result<u64, MoveError> {
        keep_mark(self.local, self.journal, mark, after).await
    }

    async fn move_all(&self, to: Option<Rc<Sealer>>, from: Vec<Rc<Sealer>>) -> Result<(), MoveError> {
        Moving { to, from }.all(self.local, self.journal, self.tell).await
    }
}
