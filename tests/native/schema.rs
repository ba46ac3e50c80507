//! The published schema is that of the types, and what the app writes fits it by an independent judge.

use crate::common::{builtin, header, observation};
use jsonschema::Validator;
use lesbezoek::exchange::{export_json, rubric_file, v1};
use proptest::prelude::*;

const PUBLISHED: &str = include_str!("../../schema/lesbezoek-export-1.schema.json");

fn judge() -> Validator {
    let schema = serde_json::from_str(PUBLISHED).expect("JSON");
    jsonschema::draft202012::new(&schema).expect("a schema of 2020-12")
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    assert_eq!(PUBLISHED, v1::schema(), "run `cargo run --features schema --example write_schema`");
    assert!(PUBLISHED.contains("https://json-schema.org/draft/2020-12/schema"));
}

#[test]
fn the_published_schema_of_a_rubric_is_that_of_the_types_and_fits_the_built_in_one() {
    let published = include_str!("../../schema/lesbezoek-rubric-1.schema.json");
    assert_eq!(published, v1::rubric_schema(), "run `cargo run --features schema --example write_schema`");
    let schema = serde_json::from_str(published).expect("JSON");
    let judge = jsonschema::draft202012::new(&schema).expect("a schema of 2020-12");
    let file = serde_json::from_str(&rubric_file(&builtin()).expect("a file")).expect("JSON");
    assert!(judge.is_valid(&file));
    let mut one_point = builtin();
    one_point.scale.truncate(1);
    let file = serde_json::from_str(&rubric_file(&one_point).expect("a file")).expect("JSON");
    assert!(!judge.is_valid(&file), "a scale has two points at least");
}

#[test]
fn the_fixtures_fit_the_schema() {
    for fixture in [
        include_str!("../fixtures/groep5-rekenen.json"),
        include_str!("../fixtures/groep7-begrijpend-lezen.json"),
    ] {
        let document = serde_json::from_str(fixture).expect("JSON");
        assert!(judge().is_valid(&document));
    }
}

#[test]
fn a_score_of_eight_does_not_fit_the_schema() {
    let eight = include_str!("../fixtures/groep5-rekenen.json").replacen("\"score\": 3", "\"score\": 8", 1);
    let document = serde_json::from_str(&eight).expect("JSON");
    assert!(!judge().is_valid(&document));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_export_fits_the_schema(visit in observation(), plan in crate::common::plan::plan()) {
        let json = export_json(&header(), &[builtin()], &[], &[visit], &[plan]).expect("an export");
        let document = serde_json::from_str(&json).expect("JSON");
        let judge = judge();
        let errors: Vec<_> = judge.iter_errors(&document).map(|error| error.to_string()).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
    }
}
