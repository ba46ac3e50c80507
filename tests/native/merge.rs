//! Import tells what it would do; doing it twice changes nothing.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::common::{line, observation};
use lesbezoek::domain::{LogLine, Observation, ObservationId};
use lesbezoek::exchange::{Verdict, plan_merge};
use lesbezoek::store::{MemoryStore, Shelf};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

type Kept = BTreeMap<ObservationId, Observation>;

fn plan(kept: &Kept, incoming: &[Observation]) -> Vec<lesbezoek::exchange::MergeItem> {
    plan_merge(incoming.to_vec(), |id| kept.get(&id).cloned())
}

/// All visits on a shelf.
fn all(shelf: &Shelf) -> Kept {
    let ids = shelf.visit_ids().expect("readable");
    ids.into_iter().map(|id| (id, shelf.load(id).expect("sound").expect("there"))).collect()
}

/// Keeps what an import brings, and says how many that were.
fn merge(shelf: &Shelf, incoming: &[Observation]) -> usize {
    let items = plan(&all(shelf), incoming);
    items.iter().filter(|item| shelf.merge(item).expect("room")).count()
}

fn shelf() -> Shelf {
    Shelf::new(Rc::new(MemoryStore::default()))
}

/// The visit as another device has it: so many changes further, by other hands.
fn diverged(visit: &Observation, changes: u64, mark: &str) -> Observation {
    let mut other = Observation { revision: visit.revision + changes, ..visit.clone() };
    other.visit.focus.push_str(mark);
    other
}

/// The visit with no other line than this one.
fn with_line(visit: &Observation, line: LogLine) -> Observation {
    Observation { log: vec![line], ..visit.clone() }
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
    fn a_line_that_means_something_else_is_other_content(visit in observation(), line in line()) {
        let visit = with_line(&visit, LogLine { meaning: "het werkt".to_owned(), ..line.clone() });
        let other = with_line(&visit, LogLine { meaning: "het werkt niet".to_owned(), ..line });
        prop_assert_eq!(verdict(&visit, &other), Verdict::Conflict);
    }

    #[test]
    fn merging_twice_changes_nothing(visits in vec(observation(), 0..4), clash in any::<bool>()) {
        let shelf = shelf();
        if let (true, Some(first)) = (clash, visits.first()) {
            shelf.save(&diverged(first, 0, "?")).expect("room");
        }
        merge(&shelf, &visits);
        let once = all(&shelf);
        prop_assert_eq!(merge(&shelf, &visits), 0);
        prop_assert_eq!(&all(&shelf), &once);
        // Nothing that came in was dropped.
        for visit in &visits {
            let here = once.values().any(|mine| Observation { id: visit.id, ..mine.clone() } == *visit);
            prop_assert!(here);
        }
    }

    #[test]
    fn the_order_of_the_files_does_not_matter(
        visits in vec(observation(), 1..4),
        one in vec((0..4_usize, 0..3_u64), 0..4),
        other in vec((0..4_usize, 0..3_u64), 0..4),
    ) {
        // Two devices, each with its own state of some of the visits.
        let file = |states: &[(usize, u64)], mark| {
            let states = states.iter().filter_map(|(place, changes)| Some((visits.get(*place)?, *changes)));
            let states: Kept = states.map(|(visit, changes)| (visit.id, diverged(visit, changes, mark))).collect();
            states.into_values().collect::<Vec<_>>()
        };
        let (one, other) = (file(&one, "1"), file(&other, "2"));
        let merged = |first: &[Observation], second: &[Observation]| {
            let shelf = shelf();
            merge(&shelf, first);
            merge(&shelf, second);
            let contents = all(&shelf).into_values().map(|visit| Observation { id: ObservationId(Uuid::nil()), ..visit });
            let mut contents: Vec<_> = contents.map(|visit| format!("{visit:?}")).collect();
            contents.sort();
            contents
        };
        prop_assert_eq!(merged(&one, &other), merged(&other, &one));
    }
}
