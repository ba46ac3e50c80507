//! The lock: with it on, every record in both copies is sealed, its key too. A layer between [`Mirror`](super::Mirror) and
//! the device: what is above knows nothing of it. docs/lock.md has the format, and what it does not protect against.

mod mark;
mod moving;
mod records;
mod seal;
mod wrap;

pub use mark::{LOCK, LockMark, LockState, Marks, has_sealed, is_sealed_key, keep_mark, newest_mark};
pub use moving::{MoveError, Moving, needs_moving};
pub use records::{SealedJournal, SealedRecords};
pub use seal::{Random, Sealer};
pub use wrap::{Cost, RecoveryCode, Wrapped};
