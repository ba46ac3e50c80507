//! What came of what was agreed: an agreement of an earlier visit, taken up in a later one.
//!
//! It stands with the later visit, whole: the earlier one is closed and stays as it is, and may be gone by then.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::edit::swap;
use super::ids::{AgreementId, ObservationId};
use super::observation::Observation;
use super::talk::{Agreement, Talk};
use super::talk_edit::{insert_once, take};

/// What came of an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was done in part.
    Partly,
    /// It was not done yet.
    NotYet,
}

impl Outcome {
    /// Every outcome, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Done, Self::Partly, Self::NotYet];

    /// Its name in documents and in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Partly => "partly",
            Self::NotYet => "not_yet",
        }
    }
}

/// An agreement of an earlier visit, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FollowUp {
    /// As it was agreed.
    pub agreement: Agreement,
    /// The visit in which it was agreed.
    pub visit: ObservationId,
    /// The day of that visit.
    pub agreed_on: NaiveDate,
    /// `None`: not asked yet.
    pub outcome: Option<Outcome>,
    /// A short word on it; may be empty.
    pub note: String,
}

/// A change to what is taken up of an earlier visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FollowUpEdit {
    /// Takes up these agreements, open after this visit, in place of those before.
    All(Option<ObservationId>, Vec<FollowUp>),
    /// Puts one at this place (or at the end).
    Insert(usize, FollowUp),
    /// Takes one out.
    Remove(AgreementId),
    /// Sets what came of it.
    Outcome(AgreementId, Option<Outcome>),
    /// Sets the word on it.
    Note(AgreementId, String),
}

impl FollowUp {
    /// Whether something was said about it.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.outcome.is_some() || !self.note.trim().is_empty()
    }
}

impl Observation {
    /// What is open after this visit: what it agreed itself, behind what it found open and did not find done.
    #[must_use]
    pub fn open_agreements(&self) -> Vec<FollowUp> {
        let still_open = self.talk.follow_ups.iter().filter(|one| one.outcome != Some(Outcome::Done));
        let still_open = still_open.map(|one| FollowUp { outcome: None, note: String::new(), ..one.clone() });
        let agreed = self.talk.agreements.iter().filter(|agreement| !agreement.what.trim().is_empty());
        let agreed = agreed.map(|agreement| FollowUp {
            agreement: agreement.clone(),
            visit: self.id,
            agreed_on: self.visit.date,
            outcome: None,
            note: String::new(),
        });
        still_open.chain(agreed).collect()
    }
}

impl Talk {
    /// What is taken up when this was found open: what was taken up before stays as it is if it was found again, and with
    /// `keeps_answered` also if something was said about it.
    #[must_use]
    pub fn taken_up(&self, found: Vec<FollowUp>, keeps_answered: bool) -> Vec<FollowUp> {
        let is_in = |list: &[FollowUp], one: &FollowUp| {
            list.iter().any(|other| other.agreement.id == one.agreement.id)
        };
        let stays = |one: &&FollowUp| is_in(&found, one) || (keeps_answered && one.is_answered());
        let mut list: Vec<_> = self.follow_ups.iter().filter(stays).cloned().collect();
        list.extend(found.into_iter().filter(|one| !is_in(&self.follow_ups, one)));
        list
    }

    pub(super) fn follow_up(&mut self, edit: FollowUpEdit) -> Option<FollowUpEdit> {
        use FollowUpEdit as E;
        let id_of = |one: &FollowUp| one.agreement.id;
        match edit {
            E::All(visit, list) => {
                let before = (self.follows, std::mem::replace(&mut self.follow_ups, list));
                self.follows = visit;
                let is_change = before.0 != self.follows || before.1 != self.follow_ups;
                is_change.then_some(E::All(before.0, before.1))
            }
            E::Insert(at, one) => {
                let id = id_of(&one);
                insert_once(&mut self.follow_ups, at, one, id_of)?;
                Some(E::Remove(id))
            }
            E::Remove(id) => {
                let (at, one) = take(&mut self.follow_ups, |one| id_of(one) == id)?;
                Some(E::Insert(at, one))
            }
            E::Outcome(id, new) => {
                let one = self.follow_ups.iter_mut().find(|one| id_of(one) == id)?;
                swap(&mut one.outcome, new).map(|old| E::Outcome(id, old))
            }
            E::Note(id, new) => {
                let one = self.follow_ups.iter_mut().find(|one| id_of(one) == id)?;
                swap(&mut one.note, new).map(|old| E::Note(id, old))
            }
        }
    }
}
