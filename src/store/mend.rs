//! Two copies of one record: which one is right, and what the other one needs. Pure.

use super::envelope::{self, Envelope, PACKED};
use super::journal::{Entry, LAST};
use super::news::MendedHow;
use super::packed::same_state;

/// What must be done so that both copies are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// They are the same, or nobody can tell.
    Nothing,
    /// Local storage gets this value, which the journal has. What it had before, if that was anything else, is put aside.
    Restore {
        /// The value.
        value: String,
        /// What local storage had.
        aside: Option<String>,
        /// How it is told.
        how: MendedHow,
    },
    /// Local storage gets this value, which the journal has: the same state, packed.
    Take {
        /// The value.
        value: String,
    },
    /// Local storage had lost that this was deleted. What it has, if it is neither the state that was deleted nor an earlier
    /// one, is put aside.
    Delete {
        /// What local storage had.
        aside: Option<String>,
    },
    /// The journal gets what local storage has. A value that it had and that is damaged, or may have more in it, is put aside.
    Copy {
        /// For the journal.
        entry: Entry,
        /// What the journal had.
        aside: Option<String>,
    },
}

/// Compares the two copies. The sound one with the highest revision wins; the journal wins a draw, since it is on the
/// disk. Nothing that differs is dropped: it is put aside.
#[must_use]
pub fn mend(local: Option<&str>, journal: Option<&Entry>) -> Mend {
    match (local, journal) {
        (None, None | Some(Entry { value: None, .. })) => Mend::Nothing,
        (Some(local), None) => Mend::Copy { entry: Entry::of(local), aside: None },
        (None, Some(Entry { value: Some(value), revision })) => {
            let how = MendedHow::BroughtBack { changes: *revision };
            Mend::Restore { value: value.clone(), aside: None, how }
        }
        (Some(local), Some(deletion @ Entry { value: None, revision })) => match envelope::open(local) {
            // Brought back after it was deleted.
            Ok(Envelope { revision: newer, .. }) if newer > *revision => {
                Mend::Copy { entry: Entry::of(local), aside: None }
            }
            _ if is_deleted_by(local, deletion) => Mend::Delete { aside: None },
            _ => Mend::Delete { aside: Some(local.to_owned()) },
        },
        (Some(local), Some(Entry { value: Some(value), .. })) => choose(local, value),
    }
}

fn choose(local: &str, journal: &str) -> Mend {
    if local == journal {
        return Mend::Nothing;
    }
    let restore = |how| Mend::Restore { value: journal.to_owned(), aside: Some(local.to_owned()), how };
    let copy = |aside: bool| Mend::Copy { entry: Entry::of(local), aside: aside.then(|| journal.to_owned()) };
    // What a later app wrote is not given up for what this one wrote, however often.
    let weight = |envelope: &Envelope| (envelope.schema.max(PACKED), envelope.revision);
    match (envelope::open(local), envelope::open(journal)) {
        // It was packed, and only one copy has that yet.
        (Ok(mine), Ok(theirs)) if same_state(&mine, &theirs) => match theirs.schema {
            PACKED => Mend::Take { value: journal.to_owned() },
            _ => copy(false),
        },
        // An older state of the same record is all in the newer one: the journal had not got so far. Unless the newer one
        // was made while the journal could not be read.
        (Ok(mine), Ok(theirs)) if weight(&mine) > weight(&theirs) => {
            copy(envelope::is_unsettled(local) || mine.revision <= theirs.revision)
        }
        (Ok(mine), Ok(theirs)) if mine.revision < theirs.revision => {
            restore(MendedHow::BroughtBack { changes: theirs.revision - mine.revision })
        }
        // One revision, two contents: two tabs wrote. Or another app.
        (Ok(_), Ok(_)) => restore(MendedHow::GaveWay),
        (Err(_), Ok(_)) => restore(MendedHow::Repaired),
        (Ok(_), Err(_)) => copy(true),
        (Err(_), Err(_)) => Mend::Nothing,
    }
}

/// Whether a deletion is that of this value, or of a later state of it: an earlier one may be there still, as a killed browser left
/// it, or a tab that slept. What was to be gone is gone, unless it was written while nobody could look what the journal has: an
/// old backup that was imported later, say.
pub(super) fn is_deleted_by(value: &str, deletion: &Entry) -> bool {
    let is_earlier = || {
        deletion.value.is_none()
            && deletion.revision != LAST
            && !envelope::is_unsettled(value)
            && envelope::open(value).is_ok_and(|value| value.revision < deletion.revision - 1)
    };
    Entry::deletion_of(value) == *deletion || is_earlier()
}

/// Whether a value is gone with one that was deleted: the same state or an earlier one, all of which was in it.
pub(super) fn is_gone_with(value: &str, deleted: &str) -> bool {
    let is_earlier = match (envelope::open(value), envelope::open(deleted)) {
        (Ok(value), Ok(gone)) => value.revision < gone.revision && value.schema <= PACKED,
        _ => false,
    };
    is_earlier && !envelope::is_unsettled(deleted) || is_same(value, deleted)
}

/// Whether two values are one state, packed or not.
pub(super) fn is_same(value: &str, other: &str) -> bool {
    match (envelope::open(value), envelope::open(other)) {
        (Ok(value), Ok(other)) => value == other || same_state(&value, &other),
        _ => value == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::seal;

    fn at(revision: u64) -> String {
        seal(revision, &format!("{{\"n\":{revision}}}"))
    }

    fn damaged(revision: u64) -> String {
        at(revision).replace("\"n\":", "\"m\":")
    }

    #[test]
    fn the_newer_copy_wins_whichever_it_is() {
        let how = MendedHow::BroughtBack { changes: 2 };
        let restored = Mend::Restore { value: at(5), aside: Some(at(3)), how };
        assert_eq!(mend(Some(&at(3)), Some(&Entry::of(&at(5)))), restored);
        let copied = Mend::Copy { entry: Entry::of(&at(5)), aside: None };
        assert_eq!(mend(Some(&at(5)), Some(&Entry::of(&at(3)))), copied);
        assert_eq!(mend(Some(&at(5)), Some(&Entry::of(&at(5)))), Mend::Nothing);
    }

    #[test]
    fn a_copy_that_is_missing_comes_back() {
        let how = MendedHow::BroughtBack { changes: 2 };
        assert_eq!(mend(None, Some(&Entry::of(&at(2)))), Mend::Restore { value: at(2), aside: None, how });
        assert_eq!(mend(Some(&at(2)), None), Mend::Copy { entry: Entry::of(&at(2)), aside: None });
        assert_eq!(mend(None, None), Mend::Nothing);
    }

    #[test]
    fn damage_loses_from_what_is_sound_however_old_and_is_put_aside() {
        let restored = Mend::Restore { value: at(1), aside: Some(damaged(9)), how: MendedHow::Repaired };
        assert_eq!(mend(Some(&damaged(9)), Some(&Entry::of(&at(1)))), restored);
        let copied = Mend::Copy { entry: Entry::of(&at(1)), aside: Some(damaged(9)) };
        assert_eq!(mend(Some(&at(1)), Some(&Entry::of(&damaged(9)))), copied);
        assert_eq!(mend(Some(&damaged(1)), Some(&Entry::of(&damaged(2)))), Mend::Nothing);
    }

    #[test]
    fn what_a_later_app_wrote_wins_whatever_the_revision() {
        let later = envelope::seal_as(3, 2, "{\"n\":2}");
        let how = MendedHow::GaveWay;
        let restored = Mend::Restore { value: later.clone(), aside: Some(at(5)), how };
        assert_eq!(mend(Some(&at(5)), Some(&Entry::of(&later))), restored);
        let copied = Mend::Copy { entry: Entry::of(&later), aside: Some(at(5)) };
        assert_eq!(mend(Some(&later), Some(&Entry::of(&at(5)))), copied);
        let how = MendedHow::BroughtBack { changes: 1 };
        let restored = Mend::Restore { value: later.clone(), aside: Some(at(1)), how };
        assert_eq!(mend(Some(&at(1)), Some(&Entry::of(&later))), restored);
    }

    #[test]
    fn what_was_deleted_stays_deleted_unless_it_was_brought_back() {
        let deletion = Entry::deletion_of(&at(4));
        assert_eq!(mend(Some(&at(4)), Some(&deletion)), Mend::Delete { aside: None });
        // An earlier state goes with it, unless it was written while nobody could look what the journal has: an old backup that
        // was imported later, say.
        assert_eq!(mend(Some(&at(2)), Some(&deletion)), Mend::Delete { aside: None });
        let blind = envelope::marked_unsettled(&at(2));
        assert_eq!(mend(Some(&blind), Some(&deletion)), Mend::Delete { aside: Some(blind.clone()) });
        // Another tab had gone on meanwhile.
        assert_eq!(mend(Some(&at(5)), Some(&deletion)), Mend::Delete { aside: Some(at(5)) });
        assert_eq!(mend(None, Some(&deletion)), Mend::Nothing);
        let back = Mend::Copy { entry: Entry::of(&at(6)), aside: None };
        assert_eq!(mend(Some(&at(6)), Some(&deletion)), back);
        let gone = mend(Some(&damaged(4)), Some(&Entry::deletion_of(&damaged(4))));
        assert_eq!(gone, Mend::Delete { aside: None });
    }

    #[test]
    fn two_contents_of_one_revision_are_both_kept() {
        let other = seal(5, "{\"n\":\"other\"}");
        let restored = Mend::Restore { value: at(5), aside: Some(other.clone()), how: MendedHow::GaveWay };
        assert_eq!(mend(Some(&other), Some(&Entry::of(&at(5)))), restored);
    }
}
