//! What the two copies tell the screen.

use super::journal::JournalError;
use crate::domain::ObservationId;

/// How safe the changes are that were made so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Safety {
    /// All of them are in the journal, on the disk.
    #[default]
    Safe,
    /// Some are on their way there.
    Writing,
    /// Some are not there, after several tries, or what is there cannot be read.
    Unsafe(JournalError),
}

/// A visit whose record is another one than before, by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Which visit.
    pub id: ObservationId,
    /// What was done.
    pub how: MendedHow,
}

/// How a visit was mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MendedHow {
    /// Local storage had lost it, or its last changes: so many of them came back.
    BroughtBack {
        /// How many changes; all of them if the visit was not there at all.
        changes: u64,
    },
    /// The copy in local storage was damaged; the other one took its place.
    Repaired,
    /// Local storage had lost that it was deleted.
    DeletedAgain,
    /// It had been deleted, in another tab or before; what was changed here since was put aside.
    Deleted,
    /// Another tab had changed it as well. Its version stays, the one from here was put aside.
    GaveWay,
    /// It was opened while the other copy could not be read. That one is further, so it counts, and what was changed since
    /// was put aside.
    FoundNewer,
    /// Another tab had changed it as well, less often. The version from here stays, its one was put aside.
    Overtook,
}

/// What a listener hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// The changes are safe, or not.
    Safety(Safety),
    /// A visit was mended: what was read of it before is not what is there now.
    Mended(Mended),
    /// Someone of the school was.
    PersonMended,
    /// A plan was.
    PlanMended,
    /// A rubric was, or one in the making.
    RubricMended,
    /// A plan or a rubric in the making had been deleted; what was changed in it here since was put aside.
    PutAside,
    /// A later version of the app wrote one of the records: from now on every change is refused.
    Newer,
}
