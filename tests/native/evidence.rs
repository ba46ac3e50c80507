//! Which lines of the log stand with an indicator, and which with none.

use std::collections::BTreeSet;

use crate::common::{builtin, draft, header, observation};
use lesbezoek::domain::{DomainId, Edit, IndicatorId, LineId, LogLine, Observation};
use proptest::prelude::*;
use uuid::Uuid;

fn add(visit: &mut Observation, n: u128, domain: Option<&str>, indicator: Option<&str>) -> LineId {
    let line = LogLine {
        id: LineId(Uuid::from_u128(n)),
        at: header().exported_at,
        text: format!("regel {n}"),
        meaning: String::new(),
        domain: domain.map(|id| id.parse().expect("an id")),
        indicator: indicator.map(|id| id.parse().expect("an id")),
        sign: None,
    };
    let id = line.id;
    visit.apply(Edit::InsertLine(usize::MAX, line, Vec::new()), header().exported_at).expect("a line");
    id
}

fn d1() -> IndicatorId {
    "D1".parse().expect("an id")
}

#[test]
fn a_line_stands_with_an_indicator_as_its_evidence_or_by_its_tag() {
    let mut visit = draft();
    let linked = add(&mut visit, 1, None, None);
    let tagged = add(&mut visit, 2, Some("D"), Some("D1"));
    let by_domain = add(&mut visit, 3, Some("D"), None);
    let elsewhere = add(&mut visit, 4, Some("X"), Some("X9"));
    let bare = add(&mut visit, 5, None, None);
    visit.apply(Edit::Evidence(d1(), linked, true), header().exported_at).expect("a link");
    let with: Vec<_> = visit.lines_with(&d1()).map(|line| line.id).collect();
    assert_eq!(with, [linked, tagged]);
    let rubric = builtin();
    let loose = visit.loose_lines(&rubric);
    let loose: Vec<_> = loose
        .iter()
        .map(|(domain, lines)| (domain.map(DomainId::as_str), lines.iter().map(|line| line.id).collect()))
        .collect();
    // What another rubric tagged is not lost.
    let expected: [(_, Vec<LineId>); 2] = [(Some("D"), vec![by_domain]), (None, vec![elsewhere, bare])];
    assert_eq!(loose, expected);
}

proptest! {
    /// One walk counts what asking for each indicator gives.
    #[test]
    fn the_lines_of_all_indicators_are_counted_at_once(visit in observation()) {
        let rubric = builtin();
        let lines = visit.lines_by_indicator();
        for one in rubric.indicators() {
            prop_assert_eq!(lines.get(&one.id).copied().unwrap_or_default(), visit.lines_with(&one.id).count());
        }
    }

    /// Each line that says something stands in exactly one of the two.
    #[test]
    fn no_line_is_in_neither_list_and_none_in_both(visit in observation()) {
        let rubric = builtin();
        let with: BTreeSet<_> = rubric.indicators().flat_map(|one| visit.lines_with(&one.id)).map(|line| line.id).collect();
        let loose: Vec<_> = visit.loose_lines(&rubric).into_iter().flat_map(|(_, lines)| lines).map(|line| line.id).collect();
        for line in visit.log.iter().filter(|line| !line.text.trim().is_empty()) {
            let places = usize::from(with.contains(&line.id)) + loose.iter().filter(|id| **id == line.id).count();
            prop_assert_eq!(places, 1);
        }
    }
}
