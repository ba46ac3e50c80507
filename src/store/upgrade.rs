//! From one version of the store to the next: every record is written anew under a new key beside the old one, and the old
//! ones go after two good starts. A kill at any moment leaves what a later start can go on from.
//!
//! The version of the store is the number in its keys (`lesbezoek:1:…`); there is one so far. Whoever makes the next one
//! changes the keys in [`keys`](super::keys), adds a [`Step`] to [`STEPS`], and a file of the old form to the fixtures.

use super::RecordStore;
use super::envelope::{open, seal};
use super::error::{Damage, StoreError};
use super::keys::{PREFIX, split_version};
use super::mirror::Mirror;

/// The version of the first release.
const FIRST: u32 = 1;

/// From the version before to the one with this number.
#[derive(Clone, Copy)]
pub struct Step {
    /// The number.
    pub to: u32,
    /// What a value becomes that stands under this key, without app and version: `observation:<id>`. An error names what is
    /// wrong with a value that cannot be read; it is taken over byte for byte.
    pub migrate: fn(&str, &str) -> Result<String, Damage>,
}

/// All steps from the first version on, each once, in order.
pub const STEPS: &[Step] = &[];

/// The old records stay for so many starts with the new ones.
const GOOD_STARTS: u64 = 2;

/// Under this key of a version stands, once all records of the version before are taken over, at how many starts since they
/// were there. Its revision is that number and one.
const DONE: &str = "upgraded";

/// Brings all records to the version that `steps` lead to, one version at a time. Call it at each start, before anything is
/// read. Nothing that is there is changed; what is not needed any more is removed at last.
///
/// # Errors
/// [`StoreError::Newer`]: a later app was here. Otherwise as [`RecordStore::set`], or if the second copy cannot be read; then
/// the records of before are all there, and the next start goes on.
pub async fn upgrade(mirror: &Mirror, steps: &[Step]) -> Result<(), StoreError> {
    let Some(last) = steps.last() else { return Ok(()) };
    mirror.know(last.to);
    // What is taken over must be the newest copy.
    mirror.settle_all().await.map_err(|error| StoreError::Failed(error.to_string()))?;
    for (number, step) in (FIRST + 1..).zip(steps) {
        if step.to != number {
            return Err(StoreError::Failed(format!("the step to {number} is missing")));
        }
    }
    for key in mirror.keys()? {
        match split_version(&key) {
            Some((version, _)) if version > last.to => {
                return Err(StoreError::Newer { key, schema: version });
            }
            _ => {}
        }
    }
    steps.iter().try_for_each(|step| take(mirror, step))
}

/// One step, or what is left to do of it.
fn take(records: &dyn RecordStore, step: &Step) -> Result<(), StoreError> {
    let done = format!("{PREFIX}{}:{DONE}", step.to);
    let Some(starts) = records.get(&done)?.and_then(|value| Some(open(&value).ok()?.revision - 1)) else {
        for (key, rest) in of_version(records, step.to - 1)? {
            take_over(records, step, &key, &rest)?;
        }
        return records.set(&done, &seal(1, "{}"));
    };
    if starts < GOOD_STARTS {
        return records.set(&done, &seal(starts + 2, "{}"));
    }
    of_version(records, step.to - 1)?.iter().try_for_each(|(key, _)| records.remove(key))
}

/// The keys of the records of a version, whole and without app and version.
fn of_version(records: &dyn RecordStore, version: u32) -> Result<Vec<(String, String)>, StoreError> {
    let mut keys = records.keys()?;
    keys.sort_unstable();
    let of_version = keys.into_iter().filter_map(|key| {
        let rest = split_version(&key).filter(|(found, _)| *found == version)?.1.to_owned();
        Some((key, rest))
    });
    Ok(of_version.collect())
}

/// Writes one record beside the old one, and reads it back.
fn take_over(records: &dyn RecordStore, step: &Step, key: &str, rest: &str) -> Result<(), StoreError> {
    let Some(old) = records.get(key)? else { return Ok(()) };
    let new = (step.migrate)(rest, &old).unwrap_or(old);
    let key = format!("{PREFIX}{}:{rest}", step.to);
    if records.get(&key)?.as_ref() == Some(&new) {
        return Ok(());
    }
    records.set(&key, &new)?;
    if records.get(&key)?.as_ref() == Some(&new) {
        Ok(())
    } else {
        Err(StoreError::Failed(format!("{key} was not kept as it was written")))
    }
}
