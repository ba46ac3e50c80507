//! Import tells what it would do; doing it twice changes nothing.
#![allow(clippy::expect_used, missing_docs, reason = "a test may stop")]

mod common;

use std::collections::BTreeMap;

use common::observation;
use lesbezoek::domain::{Observation, ObservationId};
use lesbezoek::exchange::{Verdict, plan_merge};
use proptest::prelude::*;

type Kept = BTreeMap<ObservationId, Observation>;

fn plan(kept: &Kept, incoming: &[Observation]) -> Vec<lesbezoek::exchange::MergeItem> {
    plan_merge(incoming.to_vec(), |id| kept.get(&id).cloned())
}

/// What the import screen does with a plan.
fn merge(kept: &mut Kept, incoming: &[Observation]) {
    for item in plan(kept, incoming) {
        let id = match item.verdict {
            Verdict::Same | Verdict::Older => continue,
            Verdict::New | Verdict::Newer => item.incoming.id,
            Verdict::Conflict => item.copy_id.expect("a conflict has a copy"),
        };
        kept.insert(id, Observation { id, ..item.incoming });
    }
}

fn verdict(mine: &Observation, theirs: &Observation) -> Verdict {
    let kept = Kept::from([(mine.id, mine.clone())]);
    plan(&kept, std::slice::from_ref(theirs)).first().expect("one item").verdict
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn each_case_is_told_apart(visit in observation()) {
        let changed = |revision| {
            let mut other = Observation { revision, ..visit.clone() };
            other.visit.focus.push('!');
            other
        };
        prop_assert_eq!(verdict(&visit, &visit), Verdict::Same);
        prop_assert_eq!(verdict(&visit, &changed(visit.revision + 1)), Verdict::Newer);
        prop_assert_eq!(verdict(&changed(visit.revision + 1), &visit), Verdict::Older);
        prop_assert_eq!(verdict(&visit, &changed(visit.revision)), Verdict::Conflict);
        let nothing = Kept::new();
        let fresh = plan(&nothing, std::slice::from_ref(&visit));
        prop_assert_eq!(fresh.first().map(|item| item.verdict), Some(Verdict::New));
    }

    #[test]
    fn merging_twice_changes_nothing(visits in proptest::collection::vec(observation(), 0..4), clash in any::<bool>()) {
        let mut kept = Kept::new();
        if let (true, Some(first)) = (clash, visits.first()) {
            let mut other = first.clone();
            other.visit.subject.push('?');
            kept.insert(other.id, other);
        }
        merge(&mut kept, &visits);
        let once = kept.clone();
        merge(&mut kept, &visits);
        prop_assert_eq!(&kept, &once);
        // Nothing that came in was dropped.
        for visit in &visits {
            let here = kept.values().any(|mine| Observation { id: visit.id, ..mine.clone() } == *visit);
            prop_assert!(here);
        }
    }
}
