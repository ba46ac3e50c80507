//! The built-in rubric is whole, in both languages.

use crate::common::builtin;
use lesbezoek::domain::{LangText, RubricError};
use lesbezoek::exchange::{
    BUILTIN_RUBRIC_HASH, BUILTIN_RUBRIC_JSON, ImportError, builtin_indicators, parse_rubric, rubric_hash,
};

#[test]
fn the_built_in_rubric_has_its_three_domains() {
    let rubric = builtin();
    let sizes: Vec<_> = rubric.domains.iter().map(|d| (d.id.as_str(), d.indicators.len())).collect();
    assert_eq!(sizes, [("D", 8), ("I", 9), ("F", 8)]);
    assert!(rubric.indicators().map(|indicator| &indicator.id).eq(&builtin_indicators()));
    for indicator in rubric.indicators() {
        assert!(
            (3..=4).contains(&indicator.look_fors.len()),
            "{} has too few or too many look-fors",
            indicator.id
        );
    }
}

#[test]
fn its_hash_is_written_down_as_it_is() {
    assert_eq!(
        BUILTIN_RUBRIC_HASH,
        rubric_hash(&builtin()),
        "change it in src/exchange/rubrics.rs with the rubric"
    );
}

#[test]
fn every_text_is_there_in_dutch_and_in_english() {
    let rubric = builtin();
    let mut texts: Vec<(&str, &LangText)> = vec![("title", &rubric.title)];
    texts.extend(rubric.scale.iter().map(|point| ("scale", &point.label)));
    for domain in &rubric.domains {
        texts.push((domain.id.as_str(), &domain.title));
        for indicator in &domain.indicators {
            let id = indicator.id.as_str();
            texts.extend([(id, &indicator.text), (id, &indicator.low), (id, &indicator.high)]);
            texts.extend(indicator.look_fors.iter().map(|look| (look.id.as_str(), &look.text)));
        }
    }
    for (place, text) in texts {
        assert!(!text.nl.trim().is_empty() && !text.en.trim().is_empty(), "{place} lacks a language");
        assert!(text.nl != text.en || text.nl.len() < 12, "{place} is not translated: {}", text.nl);
    }
}

#[test]
fn a_changed_word_changes_the_hash() {
    let mut rubric = builtin();
    let before = rubric_hash(&rubric);
    rubric.domains[0].indicators[0].text.nl.push('!');
    assert_ne!(before, rubric_hash(&rubric));
    assert_eq!(before.len(), 32);
}

#[test]
fn a_rubric_with_an_id_twice_names_it() {
    let twice = BUILTIN_RUBRIC_JSON.replace("\"id\": \"D2\"", "\"id\": \"D1\"");
    let error = parse_rubric(&twice).expect_err("D1 stands twice");
    let reason = RubricError::Twice("D1".to_owned());
    assert_eq!(error, ImportError::RubricInvalid { id: "passend-onderwijs".to_owned(), reason });
}

#[test]
fn a_line_names_its_indicator_with_a_hash() {
    let rubric = builtin();
    let named = |text| rubric.tag_in(text).map(|(domain, id)| format!("{domain} {id}"));
    assert_eq!(named("Leraar #D3: minder sommen"), Some("D D3".to_owned()));
    assert_eq!(named("#f8"), Some("F F8".to_owned()));
    assert_eq!(named("groep #5, daarna #i2 en #D1"), Some("I I2".to_owned()), "the first that is one");
    for none in ["D3", "# D3", "#D33", "#D3a", "#", "", "#é"] {
        assert_eq!(named(none), None, "{none}");
    }
}

/// The built-in rubric with a scale of these points.
fn with_scale(values: &[u8]) -> Result<lesbezoek::domain::Rubric, RubricError> {
    let mut rubric = builtin();
    let label = rubric.scale[0].label.clone();
    let point = |value: &u8| lesbezoek::domain::ScalePoint {
        value: (*value).try_into().expect("a score"),
        label: label.clone(),
    };
    rubric.scale = values.iter().map(point).collect();
    rubric.check().map(|()| rubric)
}

#[test]
fn a_scale_has_two_to_seven_points_from_one_on() {
    for scale in [&[1, 2][..], &[1, 2, 3, 4, 5, 6, 7]] {
        let rubric = with_scale(scale).expect("a scale");
        let outer = rubric.scores().filter(|score| rubric.is_outer(*score)).map(|score| score.get());
        assert_eq!(outer.collect::<Vec<_>>(), [1, *scale.last().expect("a point")]);
    }
    for none in [&[][..], &[1], &[2, 1], &[1, 2, 4], &[2, 3]] {
        assert_eq!(with_scale(none), Err(RubricError::Scale), "{none:?}");
    }
}
