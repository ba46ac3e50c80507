//! The lock: with it on, every record in both copies is sealed, its key too. A layer between [`Mirror`](super::Mirror) and
//! the device: what is above knows nothing of it. docs/lock.md has the format, and what it does not protect against.

mod mark;
mod moving;
mod records;
mod seal;
mod steps;
mod tries;
mod unseal;
mod wrap;

pub use mark::{LOCK, LockMark, LockState, Marks, has_lock, is_sealed_key, newest_mark};
pub use moving::MoveError;
pub(super) use moving::aside_of;
pub use records::{SealedJournal, SealedRecords};
pub use seal::{Random, Sealer};
pub use steps::{Copies, GoneOn};
pub use tries::{TRIES, Tries};
pub(super) use unseal::unsealed;
pub use wrap::{Cost, RecoveryCode, Wrapped};
