//! What an import would do, before it does it.

use std::cmp::Ordering;

use sha2::{Digest, Sha256};

use super::v1;
use crate::domain::{
    DraftId, Moment, Observation, ObservationId, Person, PersonId, Plan, PlanId, RubricDraft, uuid_v7,
};

/// What an import does with one visit, with someone of the school, or with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not here yet: added.
    New,
    /// Here already: nothing happens.
    Same,
    /// A later revision of a visit that is here: replaces it.
    Newer,
    /// An earlier revision of a visit that is here: nothing happens.
    Older,
    /// The same revision with other content: added beside it, as a copy.
    Conflict,
}

/// One visit of a file with what would happen to it.
#[derive(Clone, Debug)]
pub struct MergeItem {
    /// The visit in the file.
    pub incoming: Observation,
    /// What would happen.
    pub verdict: Verdict,
    /// The id of the copy; only for a conflict.
    pub copy_id: Option<ObservationId>,
}

/// Someone, or a plan, in a file with what would happen.
#[derive(Clone, Debug)]
pub struct RecordItem<T> {
    /// As in the file.
    pub incoming: T,
    /// What would happen; never a conflict.
    pub verdict: Verdict,
}

/// Someone in a file.
pub type PersonItem = RecordItem<Person>;

/// A plan in a file.
pub type PlanItem = RecordItem<Plan>;

/// A rubric in the making in a file.
pub type DraftItem = RecordItem<RubricDraft>;

/// What has one state that counts: a list with one colleague twice helps nobody.
pub trait OneState {
    /// What names it.
    type Id;
    /// What names this one.
    fn id(&self) -> Self::Id;
    /// How often it was changed, and when last.
    fn age(&self) -> (u64, Moment);
    /// Whether both say the same, whatever their age.
    fn says_the_same(&self, other: &Self) -> bool;
}

impl OneState for Person {
    type Id = PersonId;
    fn id(&self) -> PersonId {
        self.id
    }
    fn age(&self) -> (u64, Moment) {
        (self.revision, self.updated_at)
    }
    fn says_the_same(&self, other: &Self) -> bool {
        self.profile == other.profile
    }
}

impl OneState for Plan {
    type Id = PlanId;
    fn id(&self) -> PlanId {
        self.id
    }
    fn age(&self) -> (u64, Moment) {
        (self.revision, self.updated_at)
    }
    fn says_the_same(&self, other: &Self) -> bool {
        (self.year, &self.vision, &self.goals, &self.checks)
            == (other.year, &other.vision, &other.goals, &other.checks)
    }
}

impl OneState for RubricDraft {
    type Id = DraftId;
    fn id(&self) -> DraftId {
        self.id
    }
    fn age(&self) -> (u64, Moment) {
        (self.revision, self.updated_at)
    }
    fn says_the_same(&self, other: &Self) -> bool {
        (&self.from, &self.rubric) == (&other.from, &other.rubric)
    }
}

/// Compares all that comes in with what is here of the same id. Of two that were changed as often the one that was changed
/// last counts.
pub fn plan_records<T: OneState>(incoming: Vec<T>, local: impl Fn(T::Id) -> Option<T>) -> Vec<RecordItem<T>> {
    let judged = incoming.into_iter().map(|incoming| {
        let verdict = match local(incoming.id()) {
            None => Verdict::New,
            Some(mine) => match incoming.age().cmp(&mine.age()) {
                Ordering::Greater => Verdict::Newer,
                _ if incoming.says_the_same(&mine) => Verdict::Same,
                Ordering::Less | Ordering::Equal => Verdict::Older,
            },
        };
        RecordItem { incoming, verdict }
    });
    judged.collect()
}

/// Compares each incoming visit with the local one of the same id.
///
/// Merging the result and planning again gives nothing to do: the id of a copy follows from its content.
pub fn plan_merge(
    incoming: Vec<Observation>,
    local: impl Fn(ObservationId) -> Option<Observation>,
) -> Vec<MergeItem> {
    incoming.into_iter().map(|incoming| judge(incoming, &local)).collect()
}

fn judge(incoming: Observation, local: impl Fn(ObservationId) -> Option<Observation>) -> MergeItem {
    let Some(mine) = local(incoming.id) else {
        return MergeItem { incoming, verdict: Verdict::New, copy_id: None };
    };
    let verdict = match incoming.revision.cmp(&mine.revision) {
        _ if content(&incoming) == content(&mine) => Verdict::Same,
        Ordering::Greater => Verdict::Newer,
        Ordering::Less => Verdict::Older,
        Ordering::Equal => Verdict::Conflict,
    };
    if verdict != Verdict::Conflict {
        return MergeItem { incoming, verdict, copy_id: None };
    }
    let id = copy_id(&incoming);
    // The id says that this very content was added before, even if the copy was edited since.
    if local(id).is_some() {
        MergeItem { incoming, verdict: Verdict::Same, copy_id: None }
    } else {
        MergeItem { incoming, verdict, copy_id: Some(id) }
    }
}

/// What tells two states of a visit apart: how somebody of the list is called stands in the list.
fn content(visit: &Observation) -> Observation {
    Observation { visit: visit.visit.clone().without_names(|_| true), ..visit.clone() }
}

/// A UUID v7 with the time of the original and the hash of the content in place of chance.
fn copy_id(visit: &Observation) -> ObservationId {
    let json = serde_json::to_vec(&v1::Observation::from(&content(visit))).unwrap_or_default();
    let digest = Sha256::digest(&json);
    let mut random = [0; 10];
    for (to, from) in random.iter_mut().zip(digest) {
        *to = from;
    }
    let millis = u64::try_from(visit.id.0.as_u128() >> 80).unwrap_or_default();
    ObservationId(uuid_v7(millis, random))
}
