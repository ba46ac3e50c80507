//! A bad file gets a clear answer: what, where, why. Nothing panics.
#![allow(clippy::expect_used, clippy::panic, missing_docs, reason = "a test may stop")]

use lesbezoek::exchange::{ImportError, parse_document};

const GOOD: &str = include_str!("fixtures/groep5-rekenen.json");

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
    assert!(reason.contains("7 is not a score"), "{reason}");
}

#[test]
fn nesting_of_ten_thousand_is_refused() {
    let deep = format!(
        r#"{{"format": "lesbezoek-export", "version": 1, "plans": {}{}}}"#,
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
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
