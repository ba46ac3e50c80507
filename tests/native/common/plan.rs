//! Any plan.

use std::collections::BTreeMap;

use lesbezoek::domain::{
    Activity, ActivityId, ActivityKind, Baseline, Check, CheckAnswer, CheckPoint, Goal, GoalField, GoalId,
    GoalStatus, Level, Plan, PlanId, Proof, SchoolYear, Term,
};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

use super::{day, id, indicator, moment, text};

pub fn baseline() -> impl Strategy<Value = Baseline> {
    ((text(), day(), day(), day()), (any::<u32>(), any::<u32>(), vec(any::<u32>(), 2..=7), any::<u32>()))
        .prop_map(|((text, taken_on, from, until), (observers, teachers, scores, not_observed))| Baseline {
            text,
            taken_on,
            from,
            until,
            observers,
            teachers,
            scores,
            not_observed,
        })
}

pub fn activity() -> impl Strategy<Value = Activity> {
    let when = (option::of(select(Term::ALL)), option::of(day()), option::of(day()));
    (0_u128..6, option::of(select(ActivityKind::ALL)), text(), text(), when).prop_map(
        |(id, kind, text, who, (term, from, until))| Activity {
            id: ActivityId(Uuid::from_u128(id)),
            kind,
            text,
            who,
            term,
            from,
            until,
        },
    )
}

/// Ids are few, so that edits meet each other.
pub fn goal() -> impl Strategy<Value = Goal> {
    let texts = btree_map(select(GoalField::ALL), text(), 0..4);
    let proofs = btree_map(indicator(), option::of(baseline()), 0..3);
    (0_u128..6, texts, option::of(select(Level::ALL)), proofs, vec(activity(), 0..3), select(GoalStatus::ALL))
        .prop_map(|(id, mut texts, level, proofs, mut activities, status)| {
            texts.retain(|_, text| !text.is_empty());
            activities.sort_by_key(|activity| activity.id);
            activities.dedup_by_key(|activity| activity.id);
            Goal {
                id: GoalId(Uuid::from_u128(id)),
                texts,
                level,
                proofs: proofs
                    .into_iter()
                    .map(|(indicator, baseline)| Proof { indicator, baseline })
                    .collect(),
                activities,
                status,
            }
        })
}

fn checks() -> impl Strategy<Value = BTreeMap<CheckPoint, Check>> {
    let check =
        (option::of(select(CheckAnswer::ALL)), text()).prop_map(|(answer, note)| Check { answer, note });
    btree_map(select(CheckPoint::ALL), check, 0..4).prop_map(|mut checks| {
        checks.retain(|_, check| *check != Check::default());
        checks
    })
}

pub fn plan() -> impl Strategy<Value = Plan> {
    ((id(), 0_u64..1_000_000, moment(), moment()), (2000_i32..2100, text(), vec(goal(), 0..3), checks()))
        .prop_map(|((id, revision, created_at, updated_at), (year, vision, mut goals, checks))| {
            goals.sort_by_key(|goal| goal.id);
            goals.dedup_by_key(|goal| goal.id);
            Plan {
                id: PlanId(id),
                revision,
                created_at,
                updated_at,
                year: SchoolYear(year),
                vision,
                goals,
                checks,
            }
        })
}
