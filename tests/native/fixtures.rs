//! The example lessons are whole, and are read for ever.

use crate::common::builtin;
use lesbezoek::exchange::{EXAMPLE_VISIT, export_json, parse_document, rubric_ref};

const FIXTURES: [&str; 2] = [
    include_str!("../fixtures/groep5-rekenen.json"),
    include_str!("../fixtures/groep7-begrijpend-lezen.json"),
];

#[test]
fn each_lesson_is_whole() {
    let rubric = builtin();
    for fixture in FIXTURES {
        let document = parse_document(fixture).expect("a sound fixture");
        let visit = document.observations.first().expect("one visit");
        assert_eq!(visit.rubric, rubric_ref(&rubric), "scored with the built-in rubric as it is now");
        let progress = visit.progress(&rubric);
        assert_eq!(progress.scored + progress.not_observed, 25);
        assert!(progress.not_observed > 0 && visit.log.len() > 30 && !visit.talk.agreements.is_empty());
        let lesson = visit.visit.started_at.expect("a start")..=visit.visit.ended_at.expect("an end");
        assert!(visit.log.iter().all(|line| lesson.contains(&line.at)));
        assert!(visit.log.is_sorted_by_key(|line| line.at));
        for (id, rating) in &visit.ratings {
            let indicator = rubric.indicator(id).expect("an indicator of the rubric");
            assert!(
                rating.look_fors.iter().all(|seen| indicator.look_fors.iter().any(|look| look.id == *seen))
            );
            assert!(rating.evidence.iter().all(|line| visit.line(*line).is_some()));
        }
    }
}

#[test]
fn the_first_lesson_is_the_example_that_the_list_marks() {
    let [example, other] =
        FIXTURES.map(|fixture| parse_document(fixture).expect("a sound fixture").observations);
    assert!(example.iter().all(|visit| visit.id == EXAMPLE_VISIT));
    assert!(other.iter().all(|visit| visit.id != EXAMPLE_VISIT));
}

#[test]
fn exporting_a_lesson_again_gives_the_same_visit() {
    for fixture in FIXTURES {
        let document = parse_document(fixture).expect("a sound fixture");
        let again = export_json(
            &document.header,
            &document.rubrics,
            &document.people,
            &document.observations,
            &document.plans,
        )
        .expect("an export");
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(value(&again), value(fixture));
    }
}
