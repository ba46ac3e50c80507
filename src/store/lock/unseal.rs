//! Opening a copy of records that stands in a file, and moves nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::journal::Entry;
use super::mark::{LOCK, is_plain_key, is_sealed_key};
use super::moving::{aside_of, choose};
use super::records::opened_entry;
use super::seal::Sealer;
use super::tries::TRIES;

/// One copy in the open, by name: what these keys open, and what was in the open already, as while the lock was put on. Of a record
/// that stands there in both forms the one counts that counts in a move, and the other is put aside likewise. The keys of what
/// nothing opens go to `closed`.
pub(in super::super) fn unsealed<'a>(
    copy: impl Iterator<Item = (&'a String, Entry)>,
    keys: &[Rc<Sealer>],
    closed: &mut BTreeSet<String>,
) -> BTreeMap<String, Entry> {
    let mut open = BTreeMap::new();
    for (key, row) in copy.filter(|(key, _)| ![LOCK, TRIES].contains(&key.as_str())) {
        let found = if is_sealed_key(key) { opened(keys, key, row) } else { Some((key.clone(), row)) };
        let Some((name, entry)) = found else {
            closed.insert(key.clone());
            continue;
        };
        let there = open.remove(&name);
        let (counts, aside) = choose(entry, there);
        open.extend(aside.and_then(|aside| aside_of(&name, aside)));
        open.insert(name, counts);
    }
    open
}

/// A value that does not open under its name comes back as it is: it is damaged.
fn opened(keys: &[Rc<Sealer>], key: &str, row: Entry) -> Option<(String, Entry)> {
    let (sealer, name) = keys.iter().find_map(|sealer| Some((sealer, sealer.name_of(key)?)))?;
    is_plain_key(&name).then(|| {
        let entry = opened_entry(sealer, &name, row);
        (name, entry)
    })
}
