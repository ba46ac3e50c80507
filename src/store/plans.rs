//! The action plans of the school: one record each, kept as visits are.

use super::error::StoreError;
use super::keys::{Key, plan_id};
use super::records::{Met, Record};
use super::shelf::Shelf;
use crate::domain::{Plan, PlanId};
use crate::exchange::{PlanItem, v1};

impl Record for Plan {
    type Wire = v1::Plan;
    fn wire(&self) -> v1::Plan {
        self.into()
    }
    fn key(id: PlanId) -> Key {
        Key::Plan(id)
    }
    fn id_in(key: &str) -> Option<PlanId> {
        plan_id(key)
    }
    fn at_revision(self, revision: u64) -> Self {
        Self { revision, ..self }
    }
}

impl Shelf {
    /// Every plan that can be read, those of the latest school year first, and how many cannot be read.
    ///
    /// # Errors
    /// As [`RecordStore::keys`](super::RecordStore::keys).
    pub fn plans(&self) -> Result<(Vec<Plan>, usize), StoreError> {
        let (mut plans, unreadable) = self.all_records::<Plan>()?;
        plans.sort_by_key(|plan| (std::cmp::Reverse(plan.year), plan.id));
        Ok((plans, unreadable))
    }

    /// Reads a plan; `None` if there is none with this id.
    ///
    /// # Errors
    /// [`StoreError::Damaged`], [`StoreError::Newer`], or as [`RecordStore::get`](super::RecordStore::get).
    pub fn plan(&self, id: PlanId) -> Result<Option<Plan>, StoreError> {
        self.record(id)
    }

    /// Keeps a plan that is on screen: one write of one record.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`](super::RecordStore::set_or_hold).
    pub fn save_plan(&self, plan: &Plan) -> Result<(), StoreError> {
        self.save_record(plan)
    }

    /// Keeps a plan that was changed on screen, made from `base`, which was read or kept before. If something else stands there
    /// by now, the one of the higher revision counts and the other one is put aside.
    ///
    /// # Errors
    /// As [`RecordStore::set_or_hold`](super::RecordStore::set_or_hold).
    pub fn keep_plan(&self, mine: &Plan, base: &Plan) -> Result<Met<Plan>, StoreError> {
        self.keep_record(mine, base)
    }

    /// Keeps what an import brings: a plan that is new, or newer. `false`: there was nothing to do.
    ///
    /// # Errors
    /// As [`replace`](Self::replace).
    pub fn merge_plan(&self, item: &PlanItem) -> Result<bool, StoreError> {
        self.merge_record(item)
    }
}
