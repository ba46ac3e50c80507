//! A bad file gets a clear answer: what, where, why. Nothing panics.

use lesbezoek::domain::Lang;
use lesbezoek::exchange::{
    BUILTIN_RUBRIC_JSON, ImportError, export_json, parse_document, parse_rubric, report_text,
};
use lesbezoek::i18n::text;

const GOOD: &str = include_str!("../fixtures/groep5-rekenen.json");

fn refuse(text: &str) -> ImportError {
    parse_document(text).expect_err("must be refused")
}

#[test]
fn what_is_not_json_is_named_with_its_line() {
    assert_eq!(refuse("\n  hallo"), ImportError::NotJson { line: 2, column: 3 });
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    for end in (1..GOOD.trim_end().len()).step_by(97) {
        let Some(part) = GOOD.get(..end) else { continue };
        assert!(matches!(refuse(part), ImportError::CutOff { .. }), "cut at {end}");
    }
}

#[test]
fn another_format_is_named() {
    let other = refuse(r#"{"format": "tangerine", "version": 1}"#);
    assert_eq!(other, ImportError::OtherFormat { found: Some("tangerine".to_owned()) });
    assert_eq!(refuse("[]"), ImportError::OtherFormat { found: None });
    assert_eq!(refuse("{}"), ImportError::OtherFormat { found: None });
    for (error, says) in [
        (other, "Dit is geen export van Lesbezoek (gevonden: tangerine). Kies een ander bestand."),
        (refuse("{}"), "Dit is geen export van Lesbezoek. Kies een ander bestand."),
    ] {
        assert_eq!(text(Lang::Nl).import_error(&error), says);
    }
}

#[test]
fn a_newer_version_is_named_as_such_whatever_else_it_holds() {
    let newer = r#"{"format": "lesbezoek-export", "version": 2, "observations": "packed"}"#;
    assert_eq!(refuse(newer), ImportError::NewerVersion { found: 2 });
}

#[test]
fn a_score_of_seven_is_refused_with_its_place() {
    let seven = GOOD.replacen("\"score\": 4", "\"score\": 7", 1);
    let ImportError::Invalid { path, reason } = refuse(&seven) else { panic!("another error") };
    assert_eq!(path, "observations[0].ratings.D2.answer.score");
    assert_eq!(reason, "7 is not a score: the scale runs from 1 to 4");
}

/// The same visit, scored with a rubric of five points that comes along.
fn with_five_points(score: u8) -> String {
    let mut rubric: serde_json::Value = serde_json::from_str(BUILTIN_RUBRIC_JSON).expect("JSON");
    rubric["id"] = "eigen".into();
    let points = rubric["scale"]["points"].as_array_mut().expect("points");
    points.push(serde_json::json!({"value": 5, "label": {"nl": "voorbeeld voor anderen"}}));
    let mut document: serde_json::Value = serde_json::from_str(GOOD).expect("JSON");
    document["rubrics"] = serde_json::json!([rubric]);
    document["observations"][0]["rubric"]["id"] = "eigen".into();
    document["observations"][0]["ratings"]["D2"]["answer"]["score"] = score.into();
    document.to_string()
}

#[test]
fn a_score_is_judged_by_the_scale_of_its_own_rubric() {
    let read = parse_document(&with_five_points(5)).expect("the scale has a 5");
    let report = report_text(text(Lang::Nl), &read.rubrics[0], &read.observations[0], None);
    assert!(report.contains("5 (voorbeeld voor anderen)"), "{report}");
    let ImportError::Invalid { path, reason } = refuse(&with_five_points(6)) else { panic!("another error") };
    assert_eq!(path, "observations[0].ratings.D2.answer.score");
    assert_eq!(reason, "6 is not a score: the scale runs from 1 to 5");
    let ImportError::Invalid { path, .. } = refuse(&with_five_points(8)) else { panic!("another error") };
    assert_eq!(path, "observations[0].ratings.D2.answer.score");
}

#[test]
fn more_pupils_on_task_than_are_present_are_refused_with_their_place() {
    let mut document: serde_json::Value = serde_json::from_str(GOOD).expect("JSON");
    let scan = document.pointer_mut("/observations/0/scans/2").expect("a scan");
    *scan = serde_json::json!({"at": "2026-11-12T09:15:00+01:00", "on_task": 30, "of": 24});
    let ImportError::Invalid { path, reason } = refuse(&document.to_string()) else {
        panic!("another error")
    };
    assert_eq!(path, "observations[0].scans[2].on_task");
    assert!(reason.starts_with("30 pupils on task of 24 present"), "{reason}");
}

#[test]
fn an_indicator_with_which_nothing_is_kept_is_as_one_that_is_absent() {
    let mut document: serde_json::Value = serde_json::from_str(GOOD).expect("JSON");
    let ratings = document.pointer_mut("/observations/0/ratings").and_then(|one| one.as_object_mut());
    let ratings = ratings.expect("ratings");
    ratings.remove("D2");
    let absent = parse_document(&document.to_string()).expect("sound").observations;
    let ratings = document.pointer_mut("/observations/0/ratings").and_then(|one| one.as_object_mut());
    ratings.expect("ratings").insert("D2".to_owned(), serde_json::json!({}));
    assert_eq!(parse_document(&document.to_string()).expect("sound").observations, absent);
}

#[test]
fn a_phase_of_a_later_app_is_kept_and_shown_by_its_own_name() {
    let mut document: serde_json::Value = serde_json::from_str(GOOD).expect("JSON");
    let phases = serde_json::json!([
        {"phase": "circle_time", "at": "2026-11-12T09:00:00+01:00"},
        {"phase": "rounds", "at": "2026-11-12T09:20:00+01:00"},
    ]);
    let visit = document.pointer_mut("/observations/0").and_then(|one| one.as_object_mut());
    visit.expect("a visit").insert("phases".to_owned(), phases.clone());
    let read = parse_document(&document.to_string()).expect("sound");
    let rubric = parse_rubric(BUILTIN_RUBRIC_JSON).expect("the built-in rubric");
    let report = report_text(text(Lang::Nl), &rubric, &read.observations[0], None);
    assert!(report.contains("1. circle_time: 9.00 – 9.20 (20 min)"), "{report}");
    let again =
        export_json(&read.header, &read.rubrics, &read.people, &read.observations, &[]).expect("an export");
    let again: serde_json::Value = serde_json::from_str(&again).expect("JSON");
    assert_eq!(again.pointer("/observations/0/phases"), Some(&phases));
}

#[test]
fn nesting_of_ten_thousand_is_refused() {
    let nested = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    // Where anything may stand; where a plan must stand the first bracket is wrong.
    let deep = format!(r#"{{"format": {nested}, "version": 1}}"#);
    let plans = format!(r#"{{"format": "lesbezoek-export", "version": 1, "plans": {nested}}}"#);
    assert!(matches!(refuse(&plans), ImportError::Invalid { path, .. } if path == "plans[0]"));
    assert_eq!(refuse(&deep), ImportError::TooDeep { line: 1 });
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    let document: serde_json::Value = serde_json::from_str(GOOD).expect("JSON");
    let mut twice = document.clone();
    let visits = twice.get_mut("observations").and_then(|visits| visits.as_array_mut()).expect("a list");
    visits.extend(visits.clone());
    let ImportError::Invalid { path, .. } = refuse(&twice.to_string()) else { panic!("another error") };
    assert_eq!(path, "observations[1].id");
}

#[test]
fn markup_is_kept_as_the_text_that_it_is() {
    let markup = "<img src=x onerror=alert(1)>";
    let hostile = GOOD.replacen("Juf Noor", markup, 1);
    let document = parse_document(&hostile).expect("text is text");
    assert_eq!(document.observations.first().map(|visit| visit.visit.teacher.name.as_str()), Some(markup));
}

#[test]
fn a_byte_order_mark_is_no_reason_to_refuse() {
    assert!(parse_document(&format!("\u{feff}{GOOD}")).is_ok());
}
